"""The doctor on voices: with no service, with none for a language, and with all."""

import sys
from pathlib import Path

import pytest

from plainhelix.cli import doctor_voices

LISTED = """                     NAME                 LANGUAGE                  VARIANT
                  English                    en-GB                     none
             English+Adam                    en-US                     Adam
          Spanish-(Spain)                       es                     none
       Chinese (Mandarin)                      cmn                     none
       Afrikaans+LongName                       afLongNameThatRunsOnAndOn
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems bring their voices")


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A speech service that lists these voices, and a library that is always there."""
    command = tmp_path / "spd-say"
    command.write_text(f"#!/bin/sh\ncat <<'END'\n{LISTED}END\n", encoding="utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr(doctor_voices, "LIBRARIES", ("libc.so.6",))
    return command


def test_the_list_is_read() -> None:
    assert doctor_voices.languages(LISTED) == {"en", "es", "zh"}
    assert doctor_voices.languages("") == set()


@linux
def test_all_languages_have_a_voice(service: Path) -> None:
    found = doctor_voices.voices(("en", "es_419", "zh-Hans"))
    assert (found.state, found.message) == ("ok", "For all languages: en, es, zh")


@linux
def test_a_language_without_a_voice_is_named(service: Path) -> None:
    found = doctor_voices.voices(("en", "ar", "sw"))
    assert (found.state, found.message) == ("note", "No voice for: ar, sw.")
    assert found.remedy


@linux
def test_a_service_that_fails_has_no_voice(service: Path) -> None:
    service.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert doctor_voices.voices(("en",)).message.startswith("The speech service has no voice.")


@linux
def test_without_the_library_nothing_is_read(service: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor_voices, "LIBRARIES", ("libc.so.6", "libnothing-of-that-name.so.1"))
    found = doctor_voices.voices(("en",))
    assert found.state == "note"
    assert found.remedy == doctor_voices.PACKAGES
