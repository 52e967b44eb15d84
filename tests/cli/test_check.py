"""`plainhelix check` as it is typed."""

import argparse
import datetime
import io
import json
from pathlib import Path

import pytest

from content.checks.sample import write_sample
from plainhelix.base.resources import CONTENT_VARIABLE, Door
from plainhelix.cli import check


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
    """Exit code and output of the command."""
    parser = argparse.ArgumentParser()
    check.add_parser(parser.add_subparsers())
    out = io.StringIO()
    return check.run(parser.parse_args(["check", *words]), out), out.getvalue()


def seed(door: Door) -> None:
    path = door.path("locales/en/aids/small.md")
    path.write_text(path.read_text().replace("You have no test.", "You have 2 tests."))


def test_clean(sample: Door) -> None:
    assert typed() == (0, "0 errors, 0 warnings, 0 notes\n")
    assert typed("--json") == (0, '{\n  "problems": []\n}\n')


def test_an_error_is_told_with_place_words_and_remedy(sample: Door) -> None:
    seed(sample)
    code, text = typed()
    assert code == 1
    place = next(line for line in text.splitlines() if "figure-in-prose" in line)
    number = sample.read_text("locales/en/aids/small.md").split("\n").index("You have 2 tests.")
    assert place.startswith(f"content/locales/en/aids/small.md:{number}: error figure-in-prose: ")
    assert "“2”" in place


def test_json_also_tells_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONTENT_VARIABLE, str(tmp_path / "nothing"))
    code, text = typed("--json")
    assert (code, [problem["code"] for problem in json.loads(text)["problems"]]) == (1, ["content-missing"])


def test_json(sample: Door) -> None:
    seed(sample)
    code, text = typed("--json")
    problems = json.loads(text)["problems"]
    assert code == 1
    assert {"figure-in-prose", "string-stale", "document-unfinished"} == {problem["code"] for problem in problems}
    for problem in problems:
        assert list(problem) == ["level", "code", "file", "line", "message", "remedy"]
        assert problem["message"]
        assert problem["remedy"]


def test_warnings_do_not_fail(sample: Door) -> None:
    aid = sample.path("aids/small.toml")
    today = datetime.date.today()
    published, due = (str(today - datetime.timedelta(days)) for days in (400, 20))
    aid.write_text(aid.read_text().replace("2026-01-10", published).replace("2027-12-10", due))
    code, text = typed()
    assert code == 0
    assert ": warning review-past-due: " in text
    assert text.endswith("0 errors, 1 warnings, 0 notes\n")
