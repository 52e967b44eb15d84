"""Bringing a translation up to date loses nothing and trusts nothing that is older than the English."""

from dataclasses import replace

from i18n.sources import ARABIC, SPANISH, TEXT, document
from plainhelix.i18n.locales import LocaleRecord
from plainhelix.i18n.po import PoFile
from plainhelix.i18n.po_read import read_po
from plainhelix.i18n.po_update import extract, is_current, update
from plainhelix.i18n.po_write import write_po


def translated(record: LocaleRecord = SPANISH) -> PoFile:
    """The document with every form filled in, and read back from its file."""
    po = extract(document(), "small", record)
    entries = (replace(e, strings=tuple(f"t{n} {e.context}" for n in range(len(e.strings)))) for e in po.entries)
    filled = replace(po, entries=tuple(entries), header=(*po.header, ("Last-Translator", "Ana")), comments=("By Ana.",))
    return read_po(write_po(filled), po.file)


def updated(old: PoFile, text: str, record: LocaleRecord = SPANISH) -> PoFile:
    return read_po(write_po(update(old, extract(document(text), "small", record), record)), old.file)


def test_nothing_changed_changes_nothing() -> None:
    po = translated()
    assert write_po(updated(po, TEXT)) == write_po(po)


def test_changed_english_makes_it_fuzzy_and_is_remembered() -> None:
    po = updated(translated(), TEXT.replace("is a chance", "is no date"))
    entry = po.entries[1]
    assert entry.fuzzy
    assert entry.source == "A changed gene is no date"
    assert entry.previous == ("A changed gene is a chance",)
    assert entry.strings == ("t0 card.chance.heading",)
    assert [other.fuzzy for other in po.entries] == [False, True, False, False]


def test_the_text_that_was_translated_is_remembered_over_two_changes() -> None:
    once = updated(translated(), TEXT.replace("is a chance", "is no date"))
    twice = updated(once, TEXT.replace("is a chance", "is a thing"))
    assert twice.entries[1].previous == ("A changed gene is a chance",)


def test_a_change_and_back_stays_fuzzy_until_somebody_looks() -> None:
    once = updated(translated(), TEXT.replace("is a chance", "is no date"))
    assert updated(once, TEXT).entries[1].fuzzy


def test_a_long_earlier_text_is_kept_to_the_letter() -> None:
    long = "{found} women get ill.\n\nThey are **not** certain. " + 'A long sentence with a \\ and a " in it. ' * 5
    old = updated(translated(), TEXT.replace("They are **not** certain.", long))
    first = old.entries[2].source
    filled = replace(old, entries=tuple(replace(e, flags=frozenset(), previous=()) for e in old.entries))
    assert updated(filled, TEXT).entries[2].previous == (first,)


def test_what_vanished_is_kept_and_comes_back_for_somebody_to_look_at() -> None:
    without = TEXT.replace("### A changed gene is a chance\n", "")
    gone = updated(translated(), without)
    assert [entry.context for entry in gone.obsolete] == ["card.chance.heading"]
    back = updated(gone, TEXT)
    assert back.obsolete == ()
    assert back.entries[1].strings == ("t0 card.chance.heading",)
    assert back.entries[1].fuzzy


def test_an_earlier_english_that_somebody_left_behind_is_not_taken_for_the_last() -> None:
    once = updated(translated(), TEXT.replace("is a chance", "is no date"))
    looked_at = replace(once, entries=tuple(replace(entry, flags=frozenset()) for entry in once.entries))
    twice = updated(looked_at, TEXT.replace("is a chance", "is a thing"))
    assert twice.entries[1].previous == ("A changed gene is no date",)


def test_an_update_is_needed_once() -> None:
    changed = TEXT.replace("is a chance", "is no date").replace("not** certain", "not** sure").replace("# Title\n", "")
    once = updated(translated(), changed)
    assert once.obsolete
    assert write_po(updated(once, changed)) == write_po(once)


def test_what_was_never_translated_is_not_kept() -> None:
    empty = read_po(write_po(extract(document(), "small", SPANISH)), "locales/es/small.po")
    assert updated(empty, "# Title\n").obsolete == ()


def test_the_header_of_translators_is_kept_and_ours_is_right() -> None:
    po = translated()
    wrong = replace(po, header=tuple((k, "nplurals=1; plural=0;" if k == "Plural-Forms" else v) for k, v in po.header))
    right = updated(wrong, TEXT)
    assert right.field("Last-Translator") == "Ana"
    assert right.field("Plural-Forms") == SPANISH.plural
    assert right.comments == ("By Ana.",)


def test_a_message_that_becomes_plural_keeps_its_words_for_somebody_to_look_at() -> None:
    words = "one: {n} minute\nother: {n} minutes"
    old = updated(translated(ARABIC), TEXT.replace(words, "minutes"), ARABIC)
    assert old.entries[3].strings == ("t5 card.chance.left",)
    back = updated(old, TEXT, ARABIC)
    assert back.entries[3].strings == ("t5 card.chance.left", "", "", "", "", "")
    assert back.entries[3].fuzzy


def test_a_language_that_gets_more_forms() -> None:
    po = updated(translated(), TEXT, ARABIC)
    assert po.entries[3].strings == ("t0 card.chance.left", "t1 card.chance.left", "", "", "", "")
    assert po.entries[3].fuzzy
    assert not po.entries[2].fuzzy


def test_current_means_whole_looked_at_and_of_today() -> None:
    entry, block = translated().entries[0], document().blocks[0]
    assert is_current(entry, block, 2)
    assert not is_current(replace(entry, strings=("",)), block, 2)
    assert not is_current(replace(entry, flags=frozenset({"fuzzy"})), block, 2)
    assert not is_current(replace(entry, source="Other"), block, 2)
    assert not is_current(translated().entries[3], document().blocks[3], 6)
