"""Whole visits in the terminal: every aid in every language that is offered, and what staff read afterwards."""

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from content_fixtures import shelf
from journeys.conftest import EXAMPLES, Run

AIDS = ("brca", "nipt")
PSEUDO = ("en-XA", "ar-XB")
CANARY = "zebrafinchquartet"

Changed = Callable[[str, dict[str, str]], Path]


def bare(text: str) -> str:
    """Without case and marks of direction."""
    return re.sub("[\u202a-\u202e\u2066-\u2069]", "", text).casefold()


def codes(run: Run, store: Path) -> list[str]:
    listed = json.loads(run("records", "list", "--store", store, "--json").out)
    return [visit["code"] for visit in listed["visits"]]


@pytest.mark.parametrize("aid", AIDS)
@pytest.mark.parametrize("tag", ["en", "es", "ar", *PSEUDO])
def test_every_language_reaches_the_summary(plainhelix: Run, store: Path, aid: str, tag: str) -> None:
    ran = plainhelix("walk", aid, "--locale", tag, "--answers", EXAMPLES / f"{aid}.toml", "--store", store)
    assert (ran.code, ran.err) == (0, "")
    words = shelf().catalogues(tag).messages["interface"]
    heading = words["page.summary.heading"]
    assert isinstance(heading, str)
    assert bare(heading) in bare(ran.out)


@pytest.mark.parametrize("tag", ["es", "ar"])
def test_a_translated_visit_has_no_english_in_it(plainhelix: Run, store: Path, tag: str) -> None:
    """No sentence of the English documents stands anywhere in the pages of another language."""
    ran = plainhelix("walk", "brca", "--locale", tag, "--answers", EXAMPLES / "brca.toml", "--store", store)
    pages = " ".join(ran.out.rpartition("-" * 78)[0].split())
    english = shelf().library.documents["aids/brca"].blocks
    sentences = {block.text for block in english if len(block.text.split()) > 4 and "{" not in block.text}
    assert [sentence for sentence in sentences if " ".join(sentence.split()) in pages] == []


def test_short_path_asks_less(plainhelix: Run, store: Path, answers: Changed) -> None:
    short = answers("brca", {'path = "full"': 'path = "short"'})
    whole = plainhelix("walk", "brca", "--answers", EXAMPLES / "brca.toml", "--store", store)
    ran = plainhelix("walk", "brca", "--answers", short, "--store", store)
    assert ran.code == 0
    assert len(ran.out) < len(whole.out)


def test_staff_read_in_english_what_was_answered_in_arabic(plainhelix: Run, store: Path, answers: Changed) -> None:
    file = answers("brca", {"أختي تنتظر جوابًا أيضًا.": f"أختي تنتظر {CANARY}"})
    before = set(codes(plainhelix, store))
    plainhelix("walk", "brca", "--locale", "ar", "--answers", file, "--store", store)
    (code,) = set(codes(plainhelix, store)) - before
    opened = plainhelix("records", "open", code, "--store", store)
    assert opened.code == 0
    assert f"أختي تنتظر {CANARY}" in bare(opened.out)
    assert "I lean towards a relative being tested first" in " ".join(opened.out.split())


@pytest.mark.usefixtures("own_temp")
def test_own_words_are_in_no_file_after_the_visit(
    plainhelix: Run, store: Path, answers: Changed, data_folder: Path, tmp_path: Path
) -> None:
    file = answers("nipt", {"I would like to hear the result by telephone.": CANARY})
    assert plainhelix("walk", "nipt", "--answers", file, "--store", store).code == 0
    file.unlink()
    places = (store, data_folder, tmp_path)
    found = [path for place in places for path in place.rglob("*") if path.is_file() and CANARY in readable(path)]
    assert found == []
    assert any(path.is_file() for path in store.iterdir())


@pytest.fixture
def own_temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for temporary files that nobody else writes to."""
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))


def readable(path: Path) -> str:
    """Every byte as a character."""
    return path.read_bytes().decode("latin-1")


def test_records_of_a_visit_are_whole_and_can_be_exported(plainhelix: Run, store: Path, tmp_path: Path) -> None:
    before = set(codes(plainhelix, store))
    plainhelix("walk", "nipt", "--locale", "es", "--answers", EXAMPLES / "nipt.toml", "--store", store)
    (code,) = set(codes(plainhelix, store)) - before
    assert plainhelix("records", "verify", "--store", store).code == 0
    assert plainhelix("records", "export", code, "--store", store, "--out", tmp_path / "out").code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["summary.html", "summary.pdf", "summary.txt"]
    text = (tmp_path / "out" / "summary.txt").read_text(encoding="utf-8")
    assert "I lean towards NIPT" in text
    assert "Me inclino por la NIPT" in text or "NIPT" in text.split("I lean")[0]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ({'unclear = "bad-news"\n': ""}, "check.unclear"),
        ({'unclear = "bad-news"': 'unclear = "great"'}, "check.unclear"),
        ({'involved = ["partner", "family"]': 'involved = "partner"'}, "role.involved"),
        ({"[role]": '[role]\nfavourite = "x"'}, "role.favourite"),
        ({"[role]": "[role"}, "answers.toml"),
    ],
)
def test_a_wrong_answers_file_is_told_with_its_question(
    plainhelix: Run, store: Path, answers: Changed, lines: dict[str, str], told: str
) -> None:
    ran = plainhelix("walk", "brca", "--answers", answers("brca", lines), "--store", store)
    assert ran.code == 1
    assert told in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["walk", "brca", "--locale", "xx"], 1, "xx"),
        (["walk", "nowhere"], 1, "brca"),
        (["walk", "brca", "--answers", "/does/not/exist.toml"], 1, "exist.toml"),
        (["walk"], 2, "AID"),
        (["dance"], 2, "dance"),
    ],
)
def test_bad_commands_are_told_calmly(plainhelix: Run, store: Path, arguments: list[str], code: int, told: str) -> None:
    extra = ["--store", str(store)] if code == 1 else []
    ran = plainhelix(*arguments, *extra)
    assert ran.code == code
    assert told in ran.err
    assert "Traceback" not in ran.err
