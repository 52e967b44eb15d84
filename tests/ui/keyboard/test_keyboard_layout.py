"""Keyboards as files: the shipped ones are whole, and a broken one is told with its line."""

from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import Door, assets_door
from plainhelix.ui.keyboard.layout import LAYERS, file_name, has_layout, read_layout, read_layouts

SHIPPED = ("en", "es", "ar")
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.,?!'\"",
    "es": "abcdefghijklmnñopqrstuvwxyzáéíóúüABCDEFGHIJKLMNÑOPQRSTUVWXYZÁÉÍÓÚÜ¿¡?!.,",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة،؛؟ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652",
}

GOOD = """label = "Test"
direction = "ltr"
letters_face = "AB"
digits_face = "12"
letters = [
    "a b {shift} {backspace}",
    "{digits} {space:3} {hide}",
]
shifted = [
    "A B {shift} {backspace}",
    "{digits} {space:3} {hide}",
]
digits = [
    "1 2 {gap} {backspace}",
    "{letters} {space:3} {hide}",
]
"""


def door(folder: Path, text: str) -> Door:
    (folder / "keyboards").mkdir()
    (folder / "keyboards" / "xx.toml").write_text(text, encoding="utf-8")
    return Door(folder)


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_letter_of_the_language_has_a_key(tag: str) -> None:
    layout = read_layout(assets_door(), tag)
    typed = {key.text for layer in LAYERS for row in layout.layers[layer] for key in row}
    assert set(ALPHABETS[tag]) <= typed
    assert set("0123456789") <= typed


@pytest.mark.parametrize("tag", SHIPPED)
def test_every_row_is_equally_wide(tag: str) -> None:
    for rows in read_layout(assets_door(), tag).layers.values():
        assert len({round(sum(key.width for key in row), 3) for row in rows}) == 1


def test_arabic_stands_as_on_arabic_keyboards() -> None:
    """Not mirrored: ض at the left."""
    rows = read_layout(assets_door(), "ar").layers["letters"]
    letters = ["".join(key.text for key in row if key.act == "type") for row in rows]
    assert letters[:3] == ["ذضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرلاىةوزظ"]


def test_regions_share_a_keyboard_and_other_scripts_have_none() -> None:
    assert file_name("es-MX") == file_name("es_419") == "keyboards/es.toml"
    assert all(has_layout(assets_door(), tag) for tag in ("en-XA", "es", "ar"))
    assert not any(has_layout(assets_door(), tag) for tag in ("zh", "hi", "../en", ""))


def test_english_stands_beside_every_language_once() -> None:
    assert [layout.tag for layout in read_layouts(assets_door(), "ar")] == ["ar", "en"]
    assert [layout.tag for layout in read_layouts(assets_door(), "en-GB")] == ["en-GB"]


def test_a_good_file_is_read(tmp_path: Path) -> None:
    layout = read_layout(door(tmp_path, GOOD), "xx")
    assert [(key.act, key.text, key.width) for key in layout.layers["letters"][1]] == [
        ("digits", "", 1),
        ("space", " ", 3),
        ("hide", "", 1),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('"a b {shift}', '"a b {shfit}', "keyboard-key-unknown", 6),
        ('"A B {shift}', '"A B {shift:x}', "keyboard-key-unknown", 10),
        ('"A B {shift}', '"A B {shift:99}', "keyboard-key-unknown", 10),
        ('"A B {shift}', '"A {shift}', "keyboard-rows-differ", 10),
        ('    "A B {shift} {backspace}",\n', '"A {backspace} {shift}", "B",\n', "keyboard-rows-differ", 9),
        ('"1 2 {gap} {backspace}"', '"1 2 3"', "keyboard-key-missing", 13),
        ("{letters}", "{gap}", "keyboard-key-missing", 13),
        ('direction = "ltr"', 'direction = "up"', "toml-unexpected", 2),
        ("letters = [", "letters = ", "toml-broken", 5),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, old: str, new: str, code: str, line: int) -> None:
    assert old in GOOD
    with pytest.raises(PlainhelixError) as caught:
        read_layout(door(tmp_path, GOOD.replace(old, new, 1)), "xx")
    assert caught.value.code == code
    assert caught.value.place.file == "keyboards/xx.toml"
    assert caught.value.place.line == line
