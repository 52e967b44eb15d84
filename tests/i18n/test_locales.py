"""Records of languages."""

import subprocess
import sys
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError, UsageError
from plainhelix.base.resources import Door, content_door
from plainhelix.i18n.locales import decode_record, is_tag, kept_locales, read_locale, read_locales
from plainhelix.i18n.new_locale import new_record, record_text
from plainhelix.i18n.plurals import cldr_rule


def test_the_shipped_records_agree_with_cldr() -> None:
    records = read_locales(content_door())
    assert {"en", "es", "ar", "en-XA", "ar-XB"} <= set(records)
    assert next(iter(records)) == "en"
    for record in records.values():
        assert record.plural_rule.agrees(cldr_rule(record.cldr))
        assert record.choose
        assert record.sample


def test_records_are_read_without_babel() -> None:
    script = """
import sys
from plainhelix.base.resources import content_door
from plainhelix.i18n.locales import read_locales
records = read_locales(content_door())
print(len(records), records["ar"].plural_rule.index(11), "babel" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    count, form, babel = done.stdout.split()
    assert int(count) >= 5
    assert (form, babel) == ("4", "False")


def test_lang_and_direction() -> None:
    assert (new_record("pt_BR").lang, new_record("pt_BR").rtl) == ("pt-BR", False)
    assert new_record("fa").rtl


@pytest.mark.parametrize("tag", ["fr", "ar", "pt_BR", "ru", "hi", "sw", "zh_Hans"])
def test_a_new_record_can_be_read(tag: str) -> None:
    record = new_record(tag)
    assert decode_record(record_text(record), f"locales/{tag}/locale.toml") == record


@pytest.mark.parametrize("tag", ["", "xx", "..", "en/../..", "spanish", "e", "pt_BR_" + "x" * 40])
def test_what_is_no_language_is_refused(tag: str) -> None:
    with pytest.raises(UsageError):
        new_record(tag)


def test_tags() -> None:
    assert all(is_tag(tag) for tag in ("es", "pt_BR", "zh_Hans", "en-XA"))
    assert not any(is_tag(tag) for tag in ("../en", "EN", "", "e", "es/"))


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlainhelixError, match="locale-unknown"):
        read_locale(Door(tmp_path), "../../etc")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('direction = "ltr"', 'direction = "up"', "locale-broken"),
        ('cldr = "sw"', "cldr =", "locale-broken"),
        ('tag = "sw"', 'tag = "fr"', "locale-tag"),
        ('cldr = "sw"', 'cldr = "sw"\ncolour = "red"', "locale-broken"),
    ],
)
def test_a_broken_record_is_told(old: str, new: str, code: str) -> None:
    text = record_text(new_record("sw"))
    with pytest.raises(PlainhelixError, match=code) as told:
        decode_record(text.replace(old, new), "locales/sw/locale.toml")
    assert told.value.place.file == "locales/sw/locale.toml"


def test_kept_records_are_the_same(tmp_path: Path) -> None:
    door = content_door()
    assert (
        kept_locales(door, tmp_path) == kept_locales(door, tmp_path) == kept_locales(door, None) == read_locales(door)
    )


def test_kept_records_are_read_without_toml_and_made_again_when_one_changes(tmp_path: Path) -> None:
    door, cache = Door(tmp_path / "content"), tmp_path / "cache"
    place = door.path("locales/sw/locale.toml")
    place.parent.mkdir(parents=True)
    place.write_text(record_text(new_record("sw")), encoding="utf-8")
    assert list(kept_locales(door, cache)) == ["sw"]
    script = f"""
import sys
from pathlib import Path
from plainhelix.base.resources import Door
from plainhelix.i18n.locales import kept_locales
print(*kept_locales(Door(Path({str(door.root)!r})), Path({str(cache)!r})), "tomllib" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["sw", "False"]
    place.write_text("no record", encoding="utf-8")
    with pytest.raises(PlainhelixError, match="locale-broken"):
        kept_locales(door, cache)
