"""The policy file: one table of keys, errors that name the place, and an example that is made from the table."""

import typing
from pathlib import Path

import msgspec
import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.domain.aid import ReviewState
from plainhelix.services import policy_file, policy_place
from plainhelix.services.policy import Motion, Policy, Printing, Speech, policy_keys
from plainhelix.services.policy_allowed import OneOf
from plainhelix.services.policy_file import CAP, describe, example, machine_policy, read_policy
from plainhelix.services.policy_place import policy_path

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def refused(file: Path, text: str) -> PlainhelixError:
    file.write_text(text)
    with pytest.raises(PlainhelixError) as caught:
        read_policy(file)
    assert caught.value.place.file == str(file)
    return caught.value


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    policy = read_policy(file)
    assert policy == Policy()
    assert (policy.idle_cover_seconds, policy.idle_wipe_seconds) == (90, 150)


def test_what_the_file_says_holds(file: Path) -> None:
    file.write_text(
        'locales = ["en", "pt-BR"]\nidle_wipe_seconds = 1200\nprinting = "off"\nstation_name = "Zimmer 1"\n'
    )
    policy = read_policy(file)
    assert (policy.locales, policy.idle_wipe_seconds, policy.printing) == (("en", "pt-BR"), 1200, "off")
    assert policy.station_name == "Zimmer 1"
    assert policy.keep_resume_minutes == Policy().keep_resume_minutes


def test_a_key_that_is_none_names_the_nearest(file: Path) -> None:
    error = refused(file, '\n# cover soon\nidle_cover_secnds = 30\nspeech = "on"\n')
    assert (error.code, error.place.line, error.place.key) == ("policy-key-unknown", 3, "idle_cover_secnds")
    assert error.params["known"] == "idle_cover_seconds"


def test_a_key_like_no_other_names_them_all(file: Path) -> None:
    known = str(refused(file, "[xyz]\na = 1\n").params["known"])
    assert known.split(", ") == [key.name for key in policy_keys()]


def test_a_table_is_taken_for_no_key(file: Path) -> None:
    known = str(refused(file, "[idle]\ncover = 30\n").params["known"])
    assert known.split(", ") == [key.name for key in policy_keys()]


def test_a_key_that_stands_twice_is_told_so(file: Path) -> None:
    error = refused(file, 'speech = "on"\nspeech = "off"\n')
    assert (error.code, error.place.line, error.params["reason"]) == ("policy-broken", 2, "a key stands twice")


@pytest.mark.parametrize(
    "line",
    [
        "idle_cover_seconds = true",
        'idle_cover_seconds = "90"',
        "idle_cover_seconds = 90.0",
        'locales = "en"',
        "locales = [1]",
        "aids = [[]]",
        "printing = ['off']",
        "station_name = 7",
        "store = 2026-11-21",
    ],
)
def test_a_value_of_the_wrong_type_is_told_with_its_line(file: Path, line: str) -> None:
    error = refused(file, f"\n{line}\n")
    assert (error.code, error.place.line, error.place.key) == ("policy-type", 2, line.split(" ", maxsplit=1)[0])
    assert error.params["allowed"]


@pytest.mark.parametrize(
    "line",
    [
        "idle_cover_seconds = 14",
        "idle_wipe_seconds = 1201",
        "keep_resume_minutes = -1",
        'least_review_state = "signed"',
        'speech = "loud"',
        'clinic_locale = "English please"',
        'locales = ["en", "en"]',
        'aids = ["../brca"]',
        'station_name = ""',
        'station_name = "  "',
        'start_locale = "German please"',
        'reduced_motion = "off"',
        'station_name = "a\\u0007b"',
        'start_topic = "BRCA"',
    ],
)
def test_a_value_that_is_not_allowed_is_told_with_what_is(file: Path, line: str) -> None:
    error = refused(file, f"# first line\n{line}\n")
    assert (error.code, error.place.line, error.place.key) == ("policy-value", 2, line.split(" ", maxsplit=1)[0])
    assert error.params["allowed"]


@pytest.mark.parametrize("line", ["idle_wipe_seconds = 90", "idle_cover_seconds = 150", "idle_wipe_seconds = 60"])
def test_clearing_comes_after_covering(file: Path, line: str) -> None:
    error = refused(file, line)
    assert (error.code, error.place.line, error.place.key) == ("policy-idle", 1, line.split(" ", maxsplit=1)[0])


def test_a_file_that_cannot_be_understood_is_told(file: Path) -> None:
    error = refused(file, "printing = \nspeech =\n")
    assert (error.code, error.place.line) == ("policy-broken", 1)
    assert refused(file, "#" * (CAP + 1)).code == "policy-too-large"
    file.write_bytes(b"printer = '\xff'")
    with pytest.raises(PlainhelixError, match="policy-unreadable"):
        read_policy(file)


def test_a_file_that_cannot_be_read_is_an_error_and_no_default(tmp_path: Path) -> None:
    with pytest.raises(PlainhelixError, match="policy-unreadable"):
        read_policy(tmp_path)


def test_the_doctor_learns_what_holds_and_why(file: Path) -> None:
    file.write_text('\nspeech = "off"\nlocales = ["en"]\n')
    rows = {row.key: row for row in describe(read_policy(file))}
    assert list(rows) == [key.name for key in policy_keys()]
    assert (rows["speech"].value, rows["speech"].origin) == ('"off"', f"{file}:2")
    assert (rows["locales"].value, rows["locales"].origin) == ('["en"]', f"{file}:3")
    assert (rows["printing"].value, rows["printing"].origin) == ('"staff"', "default")


def test_the_example_is_made_from_the_table() -> None:
    assert (ROOT / "assets" / "policy" / "example.toml").read_text(encoding="utf-8") == example()


def test_the_example_changes_nothing_and_its_keys_are_the_defaults(file: Path) -> None:
    file.write_text(example())
    assert describe(read_policy(file)) == describe(Policy())
    lines = [line.removeprefix("# ") for line in example().splitlines() if " = " in line]
    file.write_text("\n".join(lines))
    policy = read_policy(file)
    assert [row.value for row in describe(policy)] == [row.value for row in describe(Policy())]
    assert len(policy.lines) == len(policy_keys())


def test_words_of_the_table_are_those_of_the_types() -> None:
    declared = {key.name: key.allowed.words for key in policy_keys() if isinstance(key.allowed, OneOf)}
    kinds = {"least_review_state": ReviewState, "printing": Printing, "speech": Speech, "reduced_motion": Motion}
    assert declared == {name: typing.get_args(kind) for name, kind in kinds.items()}


def test_a_session_learns_nothing_of_the_store(file: Path) -> None:
    file.write_text('store = "/srv/records"\nkeys = "/srv/keys/clinic.pub"\nprinting = "off"\n')
    told = msgspec.json.encode(read_policy(file).for_session())
    assert b"srv" not in told
    assert bytes(file.parent) not in told
    assert b'"printing":"off"' in told


def test_the_environment_can_name_another_file(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setenv("PLAINHELIX_POLICY", str(file))
    assert policy_path() == file
    monkeypatch.delenv("PLAINHELIX_POLICY")
    assert policy_path().name == "policy.toml"


def test_a_file_that_was_named_must_be_there(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.delenv("PLAINHELIX_POLICY", raising=False)
    with pytest.raises(PlainhelixError, match="policy-unreadable") as caught:
        machine_policy(file)
    assert caught.value.place.file == str(file)
    monkeypatch.setenv("PLAINHELIX_POLICY", str(file))
    with pytest.raises(PlainhelixError, match="policy-unreadable"):
        machine_policy()
    file.write_text('speech = "off"\n')
    assert machine_policy().speech == "off"
    file.unlink()
    file.symlink_to(file.with_name("gone.toml"))
    monkeypatch.delenv("PLAINHELIX_POLICY")
    monkeypatch.setattr(policy_file, "policy_path", lambda: file)
    monkeypatch.setattr(policy_place, "policy_path", lambda: file)
    with pytest.raises(PlainhelixError, match="policy-unreadable"):
        machine_policy()
    file.unlink()
    assert machine_policy() == Policy()
