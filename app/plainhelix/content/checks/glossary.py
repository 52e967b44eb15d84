"""Words that a language's glossary asks to avoid, where the English speaks of what the glossary means."""

import re
from collections.abc import Iterator

import msgspec

from plainhelix.base.errors import Place, PlainhelixError, Problem, problem_of
from plainhelix.content.checks.stock import Stock, found
from plainhelix.content.placeholders import without_placeholders
from plainhelix.content.toml_files import read_toml
from plainhelix.i18n.locales import LocaleRecord
from plainhelix.i18n.po import Entry, PoFile

_REASON = re.compile(r"\([^)]*\)")
_LIST = re.compile(r"[,،;]")
_ONE_SENSE = re.compile(r"[a-z]+ \(")
"""A bracket behind a single word tells one of its senses. Which one a sentence means, no machine can say."""
_LATIN = re.compile(r"[A-Za-z]")
_ENGLISH = frozenset({"alone", "as", "for", "when", "where", "with", "in", "only", "can", "the", "of"})
"""Words that show that an entry explains in English instead of naming words."""


class _Term(msgspec.Struct, frozen=True):
    id: str
    en: str
    preferred: str
    avoid: tuple[str, ...] = ()


class _Glossary(msgspec.Struct, frozen=True):
    terms: tuple[_Term, ...] = msgspec.field(name="term", default=())


def check_glossaries(stock: Stock) -> Iterator[Problem]:
    """All translations of all languages that have a glossary."""
    for record in stock.translations:
        name = f"locales/{record.tag}/glossary.toml"
        if not stock.door.exists(name):
            continue
        try:
            glossary = read_toml(stock.door, name, _Glossary)
        except PlainhelixError as error:
            yield problem_of(error)
        else:
            yield from _language(stock, record, glossary)


def _language(stock: Stock, record: LocaleRecord, glossary: _Glossary) -> Iterator[Problem]:
    avoided = _avoided(glossary)
    if not avoided:
        return
    words = _whole(sorted(avoided, key=len, reverse=True))
    for document in stock.library.documents:
        po = stock.po(record.tag, document)
        for entry in po.entries if po else ():
            if po and entry.filled and not entry.fuzzy:
                yield from _entry(po, entry, words, avoided)


def _entry(po: PoFile, entry: Entry, words: re.Pattern[str], avoided: dict[str, list[_Term]]) -> Iterator[Problem]:
    place = Place(file=po.file, line=entry.line, key=entry.context)
    for text in entry.strings:
        for word in words.findall(without_placeholders(text)):
            for term in avoided[word.lower()]:
                if _english(term).search("\n".join(entry.sources)):
                    yield found("warning", "word-avoided", place, word=word, term=term.en, preferred=term.preferred)


def _avoided(glossary: _Glossary) -> dict[str, list[_Term]]:
    """Word to avoid → the terms that ask for it. A word that is preferred somewhere is right somewhere."""
    preferred = "\n".join(term.preferred for term in glossary.terms)
    found: dict[str, list[_Term]] = {}
    for term in glossary.terms:
        for word in _words(term):
            if not _whole([word]).search(preferred):
                found.setdefault(word.lower(), []).append(term)
    return found


def _words(term: _Term) -> Iterator[str]:
    if _ONE_SENSE.match(term.en):
        return
    latin = _LATIN.search(_REASON.sub("", term.preferred))
    for listed in term.avoid:
        for part in _LIST.split(_REASON.sub("", listed)):
            english = _ENGLISH & set(part.lower().split()) or (_LATIN.search(part) and not latin)
            if part.strip() and not english:
                yield part.strip()


def _english(term: _Term) -> re.Pattern[str]:
    """Finds the term in English, in one or many."""
    names = [name.strip() for name in _REASON.sub("", term.en).split("/")]
    return _whole([form for name in names for form in (f"{name}s", name)])


def _whole(words: list[str]) -> re.Pattern[str]:
    """Finds whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
