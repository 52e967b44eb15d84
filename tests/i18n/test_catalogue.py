"""The words of a language, and their cache."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from i18n.sources import ENGLISH, SPANISH, TEXT, document, record
from plainhelix.base.resources import Door
from plainhelix.content.document import Document
from plainhelix.i18n.catalogue import Catalogues, catalogues
from plainhelix.i18n.locales import LocaleRecord
from plainhelix.i18n.po_update import extract
from plainhelix.i18n.po_write import write_po

PSEUDO = record("en-XA", "en", pseudo_of="en")


class Content:
    """A content folder, its cache, and how often the English was asked for."""

    def __init__(self, root: Path) -> None:
        self.door = Door(root / "content")
        self.cache = root / "cache"
        self.asked = 0
        self.write("locales/en/small.md", TEXT)
        self.write("locales/es/locale.toml", "")
        self.translate()

    def write(self, name: str, text: str) -> None:
        path = self.door.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def translate(self) -> None:
        text = write_po(extract(document(), "small", SPANISH))
        self.write("locales/es/small.po", text.replace('msgstr ""', 'msgstr "hola"').replace('] ""', '] "{n}"'))

    def english(self) -> Mapping[str, Document]:
        self.asked += 1
        return {"small": document(self.door.read_text("locales/en/small.md"))}

    def read(self, of: LocaleRecord = SPANISH, cache: bool = True) -> Catalogues:
        return catalogues(self.door, of, self.english, self.cache if cache else None)

    @property
    def cached(self) -> Path:
        return self.cache / "words-es.json"


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return Content(tmp_path)


def test_words_of_a_translation(content: Content) -> None:
    found = content.read()
    assert found.messages["small"]["title"] == "hola"
    assert found.messages["small"]["card.chance.left"] == ("{n}", "{n}")
    assert found.offers("small")
    assert not found.offers("other")


def test_words_of_the_source_and_of_a_pseudo_locale(content: Content) -> None:
    assert content.read(ENGLISH).messages["small"]["card.chance.left"] == ("{n} minute", "{n} minutes")
    assert content.read(PSEUDO).messages["small"]["title"].startswith("«Ťíťļé")
    assert content.read(PSEUDO).offers("small")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('msgid "Title"\nmsgstr "hola"', 'msgid "Title"\nmsgstr ""'),
        ('msgctxt "title"', '#, fuzzy\nmsgctxt "title"'),
        ('msgid "Title"', 'msgid "Titel"'),
        ('msgstr[1] "{n}"', 'msgstr[1] ""'),
        ('msgstr[1] "{n}"\n', ""),
        ('msgstr "hola"', 'msgstr "hola'),
    ],
)
def test_a_document_with_a_gap_is_not_offered(content: Content, old: str, new: str) -> None:
    text = content.door.read_text("locales/es/small.po")
    assert old in text
    content.write("locales/es/small.po", text.replace(old, new, 1))
    assert not content.read().offers("small")


def test_a_document_that_drifted_is_not_offered(content: Content) -> None:
    assert content.read().offers("small")
    content.write("locales/en/small.md", TEXT.replace("a chance", "no date"))
    assert not content.read().offers("small")


def test_a_missing_file_is_a_document_not_offered(content: Content) -> None:
    content.door.path("locales/es/small.po").unlink()
    assert content.read().documents["small"].gaps == 4


def test_the_second_time_comes_from_the_cache(content: Content) -> None:
    assert content.read().documents == content.read().documents
    assert content.asked == 1


def test_no_cache_folder_works(content: Content) -> None:
    assert content.read(cache=False).offers("small")
    assert not content.cache.exists()


def test_a_folder_that_cannot_be_written_works(content: Content) -> None:
    content.cache.write_text("a file in the way")
    assert content.read().offers("small")


@pytest.mark.parametrize("name", ["locales/es/small.po", "locales/en/small.md", "locales/es/locale.toml"])
def test_a_changed_file_is_read_again(content: Content, name: str) -> None:
    content.read()
    path = content.door.path(name)
    stat = path.stat()
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1_000_000))
    content.read()
    assert content.asked == 2


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "other words", "not a file", "garbage"])
def test_a_damaged_cache_is_made_again(content: Content, damage: str) -> None:
    whole = content.read().documents
    kept = content.cached.read_bytes()
    if damage == "not a file":
        content.cached.unlink()
        content.cached.mkdir()
    else:
        made = {
            "flip": bytes([*kept[:-9], kept[-9] ^ 1, *kept[-8:]]),
            "cut": kept[: len(kept) // 2],
            "empty": b"",
            "other words": kept.replace(b"hola", b"adio"),
            "garbage": os.urandom(400),
        }
        content.cached.write_bytes(made[damage])
    assert content.read().documents == whole
    assert content.asked == 2


def test_whether_a_document_is_offered_is_known_without_its_words(content: Content) -> None:
    whole = content.read().documents
    head, body = content.cached.read_bytes().splitlines(keepends=True)
    content.cached.write_bytes(head + body.replace(b"hola", b"adio"))
    found = content.read()
    assert found.offers("small")
    assert content.asked == 1
    assert found.documents == whole
    assert content.asked == 2


def test_words_that_changed_after_the_head_was_read_are_made_again(content: Content) -> None:
    content.read()
    found = content.read()
    content.write("locales/en/small.md", TEXT.replace("Title", "Titel"))
    content.translate()
    content.read()
    assert found.documents == content.read().documents


def test_the_cache_leaves_no_other_file(content: Content) -> None:
    content.read()
    assert [path.name for path in content.cache.iterdir()] == ["words-es.json"]
