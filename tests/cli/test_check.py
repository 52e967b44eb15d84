"""`plainhelix check` and `plainhelix locale` as they are typed."""

import argparse
import io
import json
from pathlib import Path

import pytest

from content.checks.sample import write_sample
from plainhelix.base.errors import PlainhelixError, UsageError
from plainhelix.base.resources import CONTENT_VARIABLE, Door
from plainhelix.cli import check, locale


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Door:
    """A small content tree that the commands see instead of the app's own."""
    door = write_sample(tmp_path / "content")
    aid = door.path("aids/small.toml")
    aid.write_text(aid.read_text().replace('picture = "person"', 'picture = "gene-zoom"'))
    monkeypatch.setenv(CONTENT_VARIABLE, str(door.root))
    monkeypatch.chdir(tmp_path)
    return door


def typed(*words: str) -> tuple[int, str]:
    """Exit code and output of a command."""
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers(dest="command")
    for command in (check, locale):
        command.add_parser(subparsers)
    args = parser.parse_args(words)
    out = io.StringIO()
    code = {"check": check, "locale": locale}[args.command].run(args, out)
    return code, out.getvalue()


def seed(door: Door) -> None:
    path = door.path("locales/en/aids/small.md")
    path.write_text(path.read_text().replace("You have no test.", "You have 2 tests."))


def test_clean(sample: Door) -> None:
    assert typed("check") == (0, "0 errors, 0 warnings, 0 notes\n")
    assert typed("check", "--json") == (0, '{\n  "problems": []\n}\n')


def test_an_error_is_told_with_place_words_and_remedy(sample: Door) -> None:
    seed(sample)
    code, text = typed("check")
    assert code == 1
    place = next(line for line in text.splitlines() if "figure-in-prose" in line)
    number = sample.read_text("locales/en/aids/small.md").split("\n").index("You have 2 tests.")
    assert place.startswith(f"content/locales/en/aids/small.md:{number}: error figure-in-prose: ")
    assert "“2”" in place


def test_json(sample: Door) -> None:
    seed(sample)
    code, text = typed("check", "--json")
    problems = json.loads(text)["problems"]
    assert code == 1
    assert {"figure-in-prose", "string-stale", "document-unfinished"} == {problem["code"] for problem in problems}
    for problem in problems:
        assert list(problem) == ["level", "code", "file", "line", "message", "remedy"]
        assert problem["message"]
        assert problem["remedy"]


def test_warnings_do_not_fail(sample: Door) -> None:
    aid = sample.path("aids/small.toml")
    aid.write_text(aid.read_text().replace("2027-12-10", "2026-11-01"))
    import datetime

    assert datetime.date.today() > datetime.date(2026, 11, 1)
    code, text = typed("check")
    assert "review-past-due" in text or "review-expired" in text
    assert code == (1 if "review-expired" in text else 0)


def test_update_is_needed_once(sample: Door) -> None:
    seed(sample)
    assert "locales/es/aids/small.po\n" in typed("locale", "update")[1]
    assert typed("locale", "update", "es") == (0, "es: 0 of 5 files changed\n")
    assert '#| msgid "You have no test."' in sample.read_text("locales/es/aids/small.po")
    assert "string-fuzzy" in typed("check")[1]


def test_a_new_language(sample: Door) -> None:
    code, text = typed("locale", "new", "sw")
    assert code == 0
    assert text.startswith("locales/sw/locale.toml\n")
    assert 'cldr = "sw"' in sample.read_text("locales/sw/locale.toml")
    assert "{found} = 72 percent" in sample.read_text("locales/sw/aids/small.po")
    assert "sw: 0 of " in typed("locale", "stats", "sw")[1]
    assert typed("check")[0] == 0
    with pytest.raises(UsageError, match="locale-exists"):
        typed("locale", "new", "sw")


def test_stats(sample: Door) -> None:
    seed(sample)
    typed("locale", "update")
    rows = json.loads(typed("locale", "stats", "es", "--json")[1])["documents"]
    small = next(row for row in rows if row["document"] == "aids/small")
    assert (small["fuzzy"], small["missing"], small["current"]) == (1, 0, small["messages"] - 1)
    text = typed("locale", "stats")[1]
    assert "es: " in text
    assert "ar: " in text


@pytest.mark.parametrize("tag", ["en", "en-XA"])
def test_the_source_has_no_translations(sample: Door, tag: str) -> None:
    with pytest.raises(UsageError, match="locale-not-translated"):
        typed("locale", "stats", tag)


def test_an_unknown_language_is_told(sample: Door) -> None:
    with pytest.raises(PlainhelixError, match="locale-unknown"):
        typed("locale", "update", "xx")


def test_a_broken_file_stops_its_update_and_stays(sample: Door) -> None:
    path = sample.path("locales/es/aids/small.po")
    broken = path.read_text() + 'msgctxt "cut'
    path.write_text(broken)
    with pytest.raises(PlainhelixError):
        typed("locale", "update", "es")
    assert path.read_text() == broken
