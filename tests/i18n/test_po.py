"""PO files: what is written can be read, by us and by plain Babel, and what is broken is told with its line."""

import io
import random
from dataclasses import replace

import pytest
from babel.messages.pofile import read_po as babel_read
from hypothesis import given
from hypothesis import strategies as st

from i18n.sources import ARABIC, SPANISH, TEXT, document
from plainhelix.base.errors import PlainhelixError
from plainhelix.i18n.po import Entry, PoFile
from plainhelix.i18n.po_read import read_po
from plainhelix.i18n.po_update import extract
from plainhelix.i18n.po_write import write_po

FILE = "locales/es/small.po"

text = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=60)
line = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30).map(str.strip)
word = st.text("abcdefgh-.", min_size=1, max_size=12)
plural_entries = st.builds(
    lambda source, plural, one, other, previous: Entry(
        context="c", source=source, source_plural=plural, strings=(one, other), previous=previous
    ),
    text.filter(bool),
    text,
    text,
    text,
    st.sampled_from([(), ("before", "befores\n")]),
)
single_entries = st.builds(
    lambda source, string, flags, previous, notes, comments: Entry(
        context="c",
        source=source,
        strings=(string,),
        flags=frozenset(flags),
        previous=previous,
        notes=notes,
        comments=comments,
        locations=("locales/en/small.md",),
    ),
    text.filter(bool),
    text,
    st.sets(st.sampled_from(["fuzzy", "no-wrap"])),
    st.sampled_from([(), ('an older\n\ntext\n\n"\\',)]),
    st.tuples(line.filter(bool)),
    st.tuples(line.filter(lambda words: bool(words) and words[0].isalnum())),
)


def numbered(entries: list[Entry]) -> tuple[Entry, ...]:
    return tuple(replace(entry, context=f"card.c{number}") for number, entry in enumerate(entries))


def bare(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(replace(entry, line=0) for entry in entries)


files = st.builds(
    lambda entries, gone: PoFile(
        file=FILE,
        header=(("Language", "es"), ("Plural-Forms", SPANISH.plural)),
        comments=("Spanish.",),
        entries=numbered(entries),
        obsolete=tuple(
            Entry(context=f"gone.{number}", source=e.source, strings=e.strings, comments=e.comments)
            for number, e in enumerate(gone)
        ),
    ),
    st.lists(st.one_of(single_entries, plural_entries), max_size=5),
    st.lists(single_entries, max_size=2),
)


@given(po=files)
def test_round_trip(po: PoFile) -> None:
    back = read_po(write_po(po), FILE)
    assert (back.header, back.comments) == (po.header, po.comments)
    assert bare(back.entries) == po.entries
    assert bare(back.obsolete) == po.obsolete
    assert write_po(back) == write_po(po)


@given(po=files)
def test_plain_babel_reads_what_we_write(po: PoFile) -> None:
    plain = replace(po, obsolete=())
    catalog = babel_read(io.StringIO(write_po(plain)), locale="es", abort_invalid=True)
    for entry in plain.entries:
        source = entry.source if entry.source_plural is None else entry.sources
        message = catalog.get(source, entry.context)
        assert message is not None
        assert message.string == (entry.strings[0] if entry.source_plural is None else entry.strings)
        assert message.fuzzy == entry.fuzzy


def test_extracted() -> None:
    po = extract(document(), "small", ARABIC)
    assert [entry.context for entry in po.entries] == [
        "title",
        "card.chance.heading",
        "card.chance.body",
        "card.chance.left",
    ]
    assert po.entries[1].notes == ('A note for "translators".',)
    assert po.entries[3].sources == ("{n} minute", "{n} minutes")
    assert po.entries[3].strings == ("",) * 6
    assert po.file == "locales/ar/small.po"
    assert po.field("Plural-Forms") == ARABIC.plural


def test_a_change_of_one_word_changes_one_line() -> None:
    before = write_po(extract(document(), "small", SPANISH)).splitlines()
    after = write_po(extract(document(TEXT.replace("certain", "sure")), "small", SPANISH)).splitlines()
    assert len(before) == len(after)
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 1


def test_lines_are_told() -> None:
    written = write_po(extract(document(), "small", SPANISH))
    lines = written.split("\n")
    for entry in read_po(written, FILE).entries:
        assert lines[entry.line - 1].startswith("msgid ")
        assert lines[entry.line - 2] == f'msgctxt "{entry.context}"'


GOOD = """msgid ""
msgstr ""
"Language: es\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#, fuzzy
#| msgid "Olde"
msgctxt "a"
msgid "Old"
msgstr "Viejo"

msgctxt "b"
msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} día"
msgstr[1] "{n} días"

#~| msgid "Gone before"
#~ msgctxt "c"
#~ msgid "Gone"
#~ msgstr "Se fue"
"""


def test_what_other_tools_write_is_read() -> None:
    po = read_po("\ufeff" + GOOD.replace("\n", "\r\n"), FILE)
    assert [(entry.context, entry.strings) for entry in po.entries] == [
        ("a", ("Viejo",)),
        ("b", ("{n} día", "{n} días")),
    ]
    assert po.entries[0].fuzzy
    assert po.entries[0].previous == ("Olde",)
    assert [(entry.context, entry.strings) for entry in po.obsolete] == [("c", ("Se fue",))]


def test_earlier_english_is_read_to_the_letter() -> None:
    several = '#| msgid ""\n#| "a\\n"\n#| "\\n"\n#| "b\\n"\n#| "\\n"\n#| "\\"c\\""'
    in_one_line = '#| msgid "" "a\\n" "\\n" "b\\n" "\\n" "\\"c\\""'
    for written in (several, in_one_line):
        assert read_po(GOOD.replace('#| msgid "Olde"', written), FILE).entries[0].previous == ('a\n\nb\n\n"c"',)


@pytest.mark.parametrize(
    "field",
    [
        "PO-Revision-Date: yesterday",
        "Language: what-ever-this-is",
        "Content-Type: text/plain; charset=klingon",
        "Plural-Forms: nplurals=999999999; plural=0;",
        "X-Generator: Weblate",
    ],
)
def test_a_header_that_babel_stumbles_over_is_kept(field: str) -> None:
    po = read_po(GOOD.replace("Language: es", field), FILE)
    name, _, value = field.partition(": ")
    assert (name, value) in po.header
    assert (name, value) in read_po(write_po(po), FILE).header
    assert po.entries[0].strings == ("Viejo",)


def test_forms_that_are_too_many_are_kept_for_the_check() -> None:
    po = read_po(GOOD.replace("nplurals=2", "nplurals=1"), FILE)
    assert po.entries[1].strings == ("{n} día", "{n} días")


def test_no_flags_that_babel_guesses_from_braces_and_percent_signs() -> None:
    po = read_po(GOOD.replace("{n} day", "{n} % of"), FILE)
    assert [entry.flags for entry in po.entries] == [{"fuzzy"}, set()]
    assert "-format" not in write_po(po)


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('msgstr "Viejo"', 'msgstr "Viejo', "po-broken", 10),
        ('msgstr "Viejo"', 'msgstr "Vie\\xjo"', "po-broken", 10),
        ('msgstr "Viejo"', 'msgstr "Viejo\\"', "po-broken", 10),
        ('msgstr "Viejo"', 'msgstr "Vie"jo"', "po-broken", 10),
        ('msgstr "Viejo"', 'msgstr "Vie\x07jo"', "po-broken", 10),
        ('msgstr "Viejo"', "msgstr Viejo", "po-broken", 10),
        ('msgstr "Viejo"', 'mgstr "Viejo"', "po-broken", 10),
        ('msgstr "Viejo"', '#~ msgstr "Viejo"', "po-broken", 10),
        ('msgid "Old"', 'msgid "Old"\nmsgid "Old"', "po-broken", 10),
        ('msgid "Old"', 'msgid ""', "po-broken", 9),
        ("msgstr[1]", "msgstr[2]", "po-broken", 16),
        ("msgstr[1]", "msgstr[0]", "po-broken", 16),
        ('msgctxt "a"', '"more"\nmsgctxt "a"', "po-broken", 8),
        ('msgctxt "a"', '<<<<<<< mine\nmsgctxt "a"', "po-broken", 8),
        ("#| msgid", "#: \u2068small.md\n#| msgid", "po-broken", 7),
        ('msgid "Old"\nmsgstr', 'msgid "Old"\n\n# Note.\nmsgctxt "x"\nmsgid "y"\nmsgstr', "po-unfinished", 9),
        ('msgctxt "a"\n', "", "po-no-context", 8),
        ('msgctxt "b"', 'msgctxt "a"', "po-twice", 13),
        (GOOD[: GOOD.index("#, fuzzy")], "", "po-no-header", 1),
    ],
)
def test_what_is_broken_is_told_with_its_line(old: str, new: str, code: str, line: int) -> None:
    assert old in GOOD
    with pytest.raises(PlainhelixError) as told:
        read_po(GOOD.replace(old, new, 1), FILE)
    assert (told.value.code, told.value.place.file, told.value.place.line) == (code, FILE, line)


def read_or_error(text: str) -> PoFile | PlainhelixError:
    try:
        return read_po(text, FILE)
    except PlainhelixError as error:
        return error


def test_a_file_cut_off_anywhere_is_told_or_keeps_whole_entries() -> None:
    whole = {entry.context: entry.strings for entry in read_po(GOOD, FILE).entries}
    for end in range(len(GOOD)):
        found = read_or_error(GOOD[:end])
        if isinstance(found, PoFile):
            for entry in found.entries:
                whole_or_empty = zip(entry.strings, whole[entry.context], strict=False)
                assert all(told in {"", right} for told, right in whole_or_empty)
        else:
            assert found.place.line


def test_noise_is_told() -> None:
    noise = random.Random(4)
    for _ in range(200):
        signs = list(GOOD)
        for _ in range(3):
            signs[noise.randrange(len(signs))] = chr(noise.choice((0, 10, 34, 92, 127, 300, 0x202E)))
        found = read_or_error("".join(signs))
        assert isinstance(found, PoFile) or (found.code.startswith("po-") and found.place.line)


def test_binary_is_told() -> None:
    with pytest.raises(PlainhelixError, match="po-broken"):
        read_po("\x89PNG\x1a\0\0\0IHDR", FILE)
