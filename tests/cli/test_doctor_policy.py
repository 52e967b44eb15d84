"""The doctor on policies: none, a good one, one with a mistake, one that names what is not there."""

from pathlib import Path

import pytest

from plainhelix.cli import doctor_policy
from plainhelix.cli.doctor_finding import Finding
from plainhelix.services.policy import policy_keys
from plainhelix.services.policy_place import POLICY_VARIABLE, policy_path

KEYS = {f"policy {key.name}" for key in policy_keys()}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this machine's policy would stand."""
    path = tmp_path / "policy.toml"
    monkeypatch.setenv(POLICY_VARIABLE, str(path))
    return path


def looked_at() -> dict[str, Finding]:
    return {finding.name: finding for finding in doctor_policy.policy(doctor_policy.policy_or_problem())}


@pytest.mark.skipif(policy_path().exists(), reason="this machine has a policy")
def test_without_a_file_every_key_has_its_default(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.delenv(POLICY_VARIABLE)
    found = looked_at()
    assert found.keys() == {"policy"} | KEYS
    assert {finding.state for finding in found.values()} == {"ok"}
    assert str(policy_path()) in found["policy"].message
    assert found["policy idle_wipe_seconds"].message == "150 (default)"


def test_a_file_that_was_named_and_is_not_there_is_a_problem(file: Path) -> None:
    (found,) = looked_at().values()
    assert found.state == "problem"
    assert found.message.startswith(f"{file}: ")


def test_a_policy_that_leaves_nothing_is_a_problem(file: Path) -> None:
    file.write_text('least_review_state = "reviewed"\n', encoding="utf-8")
    found = looked_at()["policy least_review_state"]
    assert found.state == "problem"
    assert "leaves nothing" in found.message


def test_a_key_is_told_with_its_line(file: Path) -> None:
    file.write_text('# waiting room\nlocales = ["es", "ar"]\nspeech = "off"\n', encoding="utf-8")
    found = looked_at()
    assert found["policy"].message == str(file)
    assert found["policy locales"].message == f'["es", "ar"] ({file}:2)'
    assert found["policy speech"].message == f'"off" ({file}:3)'
    assert {finding.state for finding in found.values()} == {"ok"}


@pytest.mark.parametrize("line", ["idle_wipe_secs = 200", 'printing = "everybody"', 'idle_cover_seconds = "90"', "="])
def test_a_mistake_is_told_with_its_line(file: Path, line: str) -> None:
    file.write_text(f"# waiting room\n{line}\n", encoding="utf-8")
    (found,) = looked_at().values()
    assert found.state == "problem"
    assert found.message.startswith(f"{file}:2: ")
    assert found.remedy


@pytest.mark.parametrize(
    ("key", "line", "missing"),
    [
        ("locales", 'locales = ["es", "tlh"]', "tlh"),
        ("clinic_locale", 'clinic_locale = "xx"', "xx"),
        ("aids", 'aids = ["brca", "brac"]', "brac"),
        ("start_topic", 'start_topic = "horoscope"', "horoscope"),
        ("keys", 'keys = "nowhere/clinic.pub"', "nowhere/clinic.pub"),
        ("store", 'store = "postgresql://clinic"', "store at an address"),
    ],
)
def test_what_is_not_there_is_named(file: Path, key: str, line: str, missing: str) -> None:
    file.write_text(f"{line}\n", encoding="utf-8")
    found = looked_at()
    problems = {name: finding for name, finding in found.items() if finding.state == "problem"}
    assert problems.keys() == {f"policy {key}"}
    assert f"({file}:1): there is no {missing}" in problems[f"policy {key}"].message
    assert key in problems[f"policy {key}"].remedy


def test_broken_content_is_no_fault_of_the_policy(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINHELIX_CONTENT", str(tmp_path))
    file.write_text('aids = ["brca"]\n', encoding="utf-8")
    assert {finding.state for finding in looked_at().values()} == {"ok"}
