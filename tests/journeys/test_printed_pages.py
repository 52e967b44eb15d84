"""The printed summary of whole visits: all answers on the first page, and a head on the others that nothing touches."""

import datetime
import re
import subprocess
import unicodedata
from dataclasses import dataclass, replace
from functools import cache
from html import unescape

import pytest

from content_fixtures import shelf
from plainhelix.base.direction import bare
from plainhelix.base.resources import assets_door
from plainhelix.bootstrap.sessions import Sheets
from plainhelix.domain.answers import Answers
from plainhelix.domain.summary import Circumstances, summarise
from plainhelix.export.pdf import write_pdf
from plainhelix.export.sheet import Sheet
from plainhelix.services.answers_file import read_answers

AIDS = ("brca", "nipt")
TAGS = ("en", "es", "ar")
CODE = "9AGFTP"
MM = 72 / 25.4
HEAD_END, SIDE, WIDTH = 11 * MM, 16 * MM, 210 * MM
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
_HIDDEN = re.compile("[\u200b\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Word:
    """A word on a page, in points from the upper left."""

    left: float
    top: float
    right: float
    bottom: float
    said: str


@cache
def example(aid_id: str, tag: str, clinic: str) -> Sheet:
    """The sheet of the example visit."""
    sheets = Sheets(shelf(), clinic)
    aid, shared = sheets.aid(aid_id), shelf().library.shared
    script = read_answers(assets_door().path(f"examples/{aid_id}.toml"), aid, shared)
    given = Answers({key: answer for key, answer in script.items() if answer is not None})
    around = Circumstances(locale=tag, code=CODE, content_hash="0" * 16, made=datetime.date(2026, 11, 21))
    return sheets.sheet(summarise(aid, shared, given, around), aid)


def pages(sheet: Sheet) -> list[list[Word]]:
    """The words of each page."""
    pdf = write_pdf(sheet, assets_door())
    found = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    return [list(map(word, _WORD.findall(page))) for page in found.stdout.decode().split("<page ")[1:]]


def word(found: tuple[str, ...]) -> Word:
    left, top, right, bottom = map(float, found[:4])
    return Word(left, top, right, bottom, _HIDDEN.sub("", unescape(found[4])))


def letters(said: str) -> str:
    """The letters of a word in one order, without marks: those of Arabic words come as they stand on paper."""
    return "".join(sorted(char for char in said if not unicodedata.category(char).startswith("M")))


def first_annex_page(sheet: Sheet) -> int:
    """On which page, counted from one, the card to keep stands: answers end before it."""
    made = pages(replace(sheet, charts=(), charts_beside=tuple(() for _ in sheet.charts_beside), sources=()))
    # In the head, and in every language of the card.
    assert [letters(one.said) for one in made[-1]].count(letters(CODE)) == 1 + len(sheet.languages)
    return len(made)


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("aid_id", AIDS)
def test_all_answers_stand_on_one_page(aid_id: str, tag: str) -> None:
    assert first_annex_page(example(aid_id, tag, tag)) == 2


@pytest.mark.parametrize("tag", ["es", "ar"])
@pytest.mark.parametrize("aid_id", AIDS)
def test_answers_in_two_languages_take_two_pages_at_most(aid_id: str, tag: str) -> None:
    assert first_annex_page(example(aid_id, tag, "en")) <= 3


def head_is_one_line(sheet: Sheet) -> None:
    """The head holds the code and the neutral words, in one line within the margins, and nothing else is up there."""
    said = sorted(map(letters, [CODE, *" · ".join(map(bare, sheet.neutral)).split()]))
    for page in pages(sheet)[1:]:
        head = [one for one in page if one.top < HEAD_END]
        assert sorted(letters(one.said) for one in head) == said
        assert max(one.bottom for one in head) < min(one.top for one in page if one not in head)
        assert max(one.top for one in head) < min(one.bottom for one in head)
        assert min(one.left for one in head) > SIDE - 1
        assert max(one.right for one in head) < WIDTH - SIDE + 1


@pytest.mark.parametrize("tag", [*TAGS, "en-XA"])
@pytest.mark.parametrize("aid_id", AIDS)
def test_head_of_later_pages(aid_id: str, tag: str) -> None:
    head_is_one_line(example(aid_id, tag, "en"))


@pytest.mark.parametrize("clinic", ["es", "en"])
def test_a_long_head_is_made_smaller_instead_of_cut(clinic: str) -> None:
    sheet = example("nipt", "es", clinic)
    head_is_one_line(replace(sheet, neutral=tuple("palabras que no dicen nada " * 5 for _ in sheet.neutral)))


@pytest.mark.parametrize("aid_id", AIDS)
def test_head_names_no_topic(aid_id: str) -> None:
    title = set(example(aid_id, "en", "en").title[0].split()) - {"a", "A", "in", "the", "and", "for", "test"}
    for page in pages(example(aid_id, "en", "en"))[1:]:
        assert not title & {one.said for one in page if one.top < HEAD_END}
