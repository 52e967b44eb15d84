"""PO text → `PoFile`. Refuses what a tool would silently guess at, with file and line."""

import re
from dataclasses import dataclass, field, replace

from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.i18n.po import Entry, PoFile

_STRING = r'"(?P<text>(?:[^"\\]|\\["\\ntr])*)"\s*\Z'
_CONTINUED = re.compile(_STRING)
_STATEMENT = re.compile(r"(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[(?P<index>\d)\])?)\s*" + _STRING)
_ESCAPE = re.compile(r'\\(["\\ntr])')
_MEANING = {"n": "\n", "t": "\t", "r": "\r"}
_SHOWN = 60


@dataclass
class _Draft:
    """An entry while it is being read."""

    texts: dict[str, str] = field(default_factory=dict)
    """Keyword such as `msgstr[1]` → text."""
    previous: dict[str, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    locations: list[str] = field(default_factory=list)
    obsolete: bool = False
    line: int = 0


@dataclass
class _Reader:
    """Where the parser stands."""

    file: str
    number: int = 0
    line: str = ""
    draft: _Draft = field(default_factory=_Draft)
    target: dict[str, str] | None = None
    """Where a continued string belongs, and under which keyword."""
    keyword: str = ""
    drafts: list[_Draft] = field(default_factory=list)

    def fail(self, code: str = "po-broken", line: int | None = None, **params: str) -> PlainhelixError:
        """The error for this line."""
        shown = params or {"text": self.line.strip()[:_SHOWN]}
        return PlainhelixError(code, place=Place(file=self.file, line=line or self.number), **shown)

    def read(self, line: str) -> None:
        """Takes one more line."""
        self.number, self.line = self.number + 1, line
        text = line.strip()
        if text.startswith("#~"):
            self._obsolete(text[2:].strip())
        elif text.startswith("#"):
            self._comment(text)
        elif text:
            self._statement(text, obsolete=False)
        else:
            self.target = None

    def _obsolete(self, text: str) -> None:
        if text.startswith("|"):
            self._previous(text[1:].strip())
        elif text:
            self._statement(text, obsolete=True)

    def _comment(self, text: str) -> None:
        if text.startswith("#|"):
            self._previous(text[2:].strip())
            return
        self._begin_unless_open()
        mark, rest = text[1:2], text[2:].strip()
        if mark == ",":
            self.draft.flags.extend(flag.strip() for flag in rest.split(","))
        elif mark == ".":
            self.draft.notes.append(rest)
        elif mark == ":":
            self.draft.locations.extend(rest.split())
        else:
            self.draft.comments.append(text[1:].strip())

    def _previous(self, text: str) -> None:
        self._begin_unless_open()
        if text.startswith('"'):
            self._continue(text, self.draft.previous)
            return
        self._open(text, self.draft.previous)

    def _statement(self, text: str, *, obsolete: bool) -> None:
        if text.startswith('"'):
            self._continue(text, self.draft.texts)
            return
        if text.startswith(("msgctxt", "msgid ", 'msgid"')) and any(
            key.startswith("msgstr") for key in self.draft.texts
        ):
            self.end()
        self._open(text, self.draft.texts)
        self.draft.obsolete = obsolete
        if self.keyword == "msgid":
            self.draft.line = self.number

    def _open(self, text: str, target: dict[str, str]) -> None:
        found = _STATEMENT.match(text)
        if found is None or found["keyword"] in target or not _in_order(found["keyword"], target):
            raise self.fail()
        self.target, self.keyword = target, found["keyword"]
        target[self.keyword] = _plain(found["text"])

    def _continue(self, text: str, target: dict[str, str]) -> None:
        found = _CONTINUED.match(text)
        if found is None or self.target is not target:
            raise self.fail()
        target[self.keyword] += _plain(found["text"])

    def _begin_unless_open(self) -> None:
        """A comment after a translation belongs to the next entry."""
        if self.draft.texts:
            self.end()

    def end(self) -> None:
        """Closes the entry that was being read."""
        draft, self.draft, self.target = self.draft, _Draft(), None
        if not draft.texts:
            return
        if "msgid" not in draft.texts or not any(key.startswith("msgstr") for key in draft.texts):
            raise self.fail("po-unfinished", draft.line, id=draft.texts.get("msgctxt", ""))
        self.drafts.append(draft)


def _in_order(keyword: str, before: dict[str, str]) -> bool:
    """Whether a keyword may follow what the entry has."""
    if keyword == "msgctxt":
        return not before
    if keyword == "msgid":
        return set(before) <= {"msgctxt"}
    if keyword == "msgid_plural":
        return "msgid" in before and not any(key.startswith("msgstr") for key in before)
    if keyword == "msgstr":
        return "msgid" in before and "msgid_plural" not in before
    forms = sum(key.startswith("msgstr") for key in before)
    return "msgid_plural" in before and keyword == f"msgstr[{forms}]"


def _plain(text: str) -> str:
    return _ESCAPE.sub(lambda found: _MEANING.get(found[1], found[1]), text) if "\\" in text else text


def read_po(text: str, file: str) -> PoFile:
    """The entries of a PO file. Raises PlainhelixError that names the line."""
    reader = _Reader(file)
    for line in text.removeprefix("\ufeff").split("\n"):
        reader.read(line)
    reader.end()
    return _file(reader)


def _file(reader: _Reader) -> PoFile:
    drafts = reader.drafts
    has_header = bool(drafts) and drafts[0].texts["msgid"] == "" and "msgctxt" not in drafts[0].texts
    if not has_header:
        raise reader.fail("po-no-header", 1)
    header, rest = drafts[0], drafts[1:]
    _refuse_unnamed(reader, rest)
    return PoFile(
        file=reader.file,
        header=_fields(header.texts.get("msgstr", "")),
        header_line=header.line,
        comments=tuple(header.comments),
        entries=tuple(_entry(draft) for draft in rest if not draft.obsolete),
        obsolete=tuple(_entry(draft) for draft in rest if draft.obsolete),
    )


def _refuse_unnamed(reader: _Reader, drafts: list[_Draft]) -> None:
    """Entries are found by their context: there must be one, and each only once."""
    seen: set[str] = set()
    for draft in drafts:
        context = draft.texts.get("msgctxt", "")
        if not context:
            raise reader.fail("po-no-context", draft.line, text=draft.texts["msgid"][:_SHOWN])
        if context in seen and not draft.obsolete:
            raise reader.fail("po-twice", draft.line, id=context)
        seen.add(context)


def _fields(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (line.partition(":") for line in text.split("\n") if ":" in line)
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _entry(draft: _Draft) -> Entry:
    texts = draft.texts
    previous = tuple(draft.previous[key] for key in ("msgid", "msgid_plural") if key in draft.previous)
    bare = Entry(context=texts["msgctxt"], source=texts["msgid"], source_plural=texts.get("msgid_plural"))
    return replace(
        bare,
        strings=tuple(text for key, text in texts.items() if key.startswith("msgstr")),
        flags=frozenset(draft.flags),
        previous=previous,
        notes=tuple(draft.notes),
        comments=tuple(draft.comments),
        locations=tuple(draft.locations),
        line=draft.line,
    )
