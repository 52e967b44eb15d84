"""`plainhelix locale` as it is typed."""

import argparse
import io
import json
from pathlib import Path

import pytest

from content.checks.sample import write_sample
from plainhelix.base.errors import PlainhelixError, UsageError
from plainhelix.base.resources import CONTENT_VARIABLE, Door
from plainhelix.cli import locale


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Door:
    """A small content tree that the command sees instead of the app's own."""
    door = write_sample(tmp_path / "content")
    monkeypatch.setenv(CONTENT_VARIABLE, str(door.root))
    return door


def typed(*words: str) -> tuple[int, str]:
    """Exit code and output of the command."""
    parser = argparse.ArgumentParser()
    locale.add_parser(parser.add_subparsers())
    out = io.StringIO()
    return locale.run(parser.parse_args(["locale", *words]), out), out.getvalue()


def seed(door: Door) -> None:
    path = door.path("locales/en/aids/small.md")
    path.write_text(path.read_text().replace("You have no test.", "You have another test."))


def test_update_is_needed_once(sample: Door) -> None:
    seed(sample)
    assert "locales/es/aids/small.po\n" in typed("update")[1]
    assert typed("update", "es") == (0, "es: 0 of 5 files changed\n")
    assert '#| msgid "You have no test."' in sample.read_text("locales/es/aids/small.po")


def test_a_new_language(sample: Door) -> None:
    code, text = typed("new", "sw")
    assert code == 0
    assert text.startswith("locales/sw/locale.toml\n")
    assert 'cldr = "sw"' in sample.read_text("locales/sw/locale.toml")
    assert "{found} = 72 percent" in sample.read_text("locales/sw/aids/small.po")
    assert "sw: 0 of " in typed("stats", "sw")[1]
    with pytest.raises(UsageError, match="locale-exists"):
        typed("new", "sw")


def test_stats(sample: Door) -> None:
    seed(sample)
    typed("update")
    rows = json.loads(typed("stats", "es", "--json")[1])["documents"]
    small = next(row for row in rows if row["document"] == "aids/small")
    assert (small["fuzzy"], small["missing"], small["current"]) == (1, 0, small["messages"] - 1)
    text = typed("stats")[1]
    assert "es: " in text
    assert "ar: " in text


@pytest.mark.parametrize("tag", ["en", "en-XA"])
def test_the_source_has_no_translations(sample: Door, tag: str) -> None:
    with pytest.raises(UsageError, match="locale-not-translated"):
        typed("stats", tag)


def test_an_unknown_language_is_told(sample: Door) -> None:
    with pytest.raises(PlainhelixError, match="locale-unknown"):
        typed("update", "xx")


def test_a_broken_file_stops_its_update_and_stays(sample: Door) -> None:
    path = sample.path("locales/es/aids/small.po")
    broken = path.read_text() + 'msgctxt "cut'
    path.write_text(broken)
    with pytest.raises(PlainhelixError):
        typed("update", "es")
    assert path.read_text() == broken
