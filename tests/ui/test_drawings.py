"""Drawings in every theme and direction."""

import re

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from plainhelix.ui.app import PlainhelixApplication
from plainhelix.ui.drawings import SEQUENCE, TOKENS, drawing_of, recoloured
from plainhelix.ui.icons import Icons
from plainhelix.ui.look import Look
from plainhelix.ui.theme import LIGHT, ON_DARK, THEMES, Tokens

GROUNDS = ("card", "primary_soft", "accent_soft", "leaf_soft", "sun_soft")
MEANING = ("primary", "accent", "leaf", "ink")
ON_GROUNDS = ("#FDFEFE", "#485A67", "#C3CCD1", "#D3DADE", "#7FB1B9", "#2B7380")
"""White things, slate cloth, usual copies and days, and two blues."""
ON_THINGS = (("#08434F", "#FDFEFE"), ("#08434F", "#C3CCD1"), ("#F4C22B", LIGHT.accent), (LIGHT.card, "#C3CCD1"))
"""What is drawn on a thing, and the thing."""
HAIR = "#211C1A", "#3B2A22"
SKIN = "#8A5A3C", "#C98F6B", "#E8B998"
SIZE = 320, 150
"""Pixels of a picture here."""


@pytest.fixture
def names(qapp: PlainhelixApplication) -> list[str]:
    """All drawings."""
    found = sorted(path.stem for path in qapp.fonts.door.path("pictures").glob("*.svg"))
    assert len(found) > 30
    return found


def look_of(app: PlainhelixApplication, theme: str = "light", rtl: bool = False) -> Look:
    """The look of a page."""
    return Look(THEMES[theme], 100, rtl, "en", app.fonts, Icons(app.fonts.door))


def painted(look: Look, name: str) -> QImage:
    """A drawing on the ground of its page."""
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(look.colour("paper"))
    drawing = drawing_of(look, name)
    assert drawing is not None
    painter = QPainter(image)
    drawing.paint(painter, QRectF(0, 0, SIZE[0], SIZE[0] * drawing.proportion))
    painter.end()
    return image


def brightness(colour: QColor) -> float:
    """Relative luminance as WCAG counts it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(first: str, second: str) -> float:
    """How much two colours stand out from each other, as WCAG counts it."""
    dark, light = sorted(brightness(QColor(colour)) for colour in (first, second))
    return (light + 0.05) / (dark + 0.05)


def turned(colour: str, tokens: Tokens) -> str:
    """A colour of the drawings as it is in a theme."""
    return recoloured(colour.encode(), tokens).decode()


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_no_drawing_glares_in_a_dark_theme(qapp: PlainhelixApplication, names: list[str], theme: str) -> None:
    """Its ground is as dark as the page's, and all of it is dark rather than bright."""
    for name in names:
        image = painted(look_of(qapp, theme), name)
        assert brightness(image.pixelColor(SIZE[0] // 8, 4)) < 0.05, name
        seen = [brightness(image.pixelColor(x, y)) for x in range(0, SIZE[0], 5) for y in range(0, SIZE[1], 5)]
        assert sum(seen) / len(seen) < 0.25, name


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_what_carries_meaning_stands_out(tokens: Tokens) -> None:
    """At least 3 : 1 on every ground that drawings have."""
    for ground in GROUNDS:
        for part in MEANING:
            assert contrast(getattr(tokens, ground), getattr(tokens, part)) >= 3, (ground, part)


@pytest.mark.parametrize("tokens", [THEMES["dark"], THEMES["contrast"]], ids=["dark", "contrast"])
def test_shades_stand_out_in_the_dark(tokens: Tokens) -> None:
    """From every ground, from the thing that they are drawn on, and hair from skin."""
    for shade in ON_GROUNDS:
        for ground in GROUNDS:
            assert contrast(turned(shade, tokens), getattr(tokens, ground)) >= 3, (shade, ground)
    for mark, thing in ON_THINGS:
        assert contrast(turned(mark, tokens), turned(thing, tokens)) >= 3, (mark, thing)
    for hair in HAIR:
        assert min(contrast(turned(hair, tokens), turned(skin, tokens)) for skin in SKIN) >= 2, hair


@pytest.mark.parametrize("tokens", [THEMES["dark"], THEMES["contrast"]], ids=["dark", "contrast"])
def test_what_is_usual_is_dimmer_than_what_is_marked(tokens: Tokens) -> None:
    for usual in ("#C3CCD1", "#D3DADE"):
        assert brightness(QColor(turned(usual, tokens))) < brightness(QColor(tokens.accent)) / 1.5


def test_light_drawings_are_as_they_were_drawn(qapp: PlainhelixApplication, names: list[str]) -> None:
    for name in names:
        drawn = qapp.fonts.door.read_bytes(f"pictures/{name}.svg")
        assert recoloured(drawn, LIGHT) == drawn


def test_every_colour_has_its_place(qapp: PlainhelixApplication, names: list[str]) -> None:
    """It is a token or stands in the table of shades."""
    known = {"#FFF", *ON_DARK, *(getattr(LIGHT, name) for name in TOKENS)}
    for name in names:
        drawn = qapp.fonts.door.read_bytes(f"pictures/{name}.svg").decode()
        assert {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", drawn)} <= known, name


def test_every_colour_that_turns_is_used(qapp: PlainhelixApplication, names: list[str]) -> None:
    """And colours of three digits turn as well."""
    drawn = b"".join(qapp.fonts.door.read_bytes(f"pictures/{name}.svg") for name in names).upper()
    used = set(re.findall(rb"#[0-9A-F]{6}\b", drawn)) | {b"#FFFFFF"}
    assert {colour.encode() for colour in (*ON_DARK, *(getattr(LIGHT, name) for name in TOKENS))} <= used
    assert recoloured(b'fill="#fff"', THEMES["dark"]) == f'fill="{THEMES["dark"].card}"'.encode()


def test_only_what_is_read_in_an_order_is_mirrored(qapp: PlainhelixApplication, names: list[str]) -> None:
    """A sequence runs with the words; a family, a calendar and a clock stay as they are."""
    mirrored = set()
    for name in names:
        straight, other = painted(look_of(qapp), name), painted(look_of(qapp, rtl=True), name)
        assert drawing_of(look_of(qapp), name).mirrored is False  # type: ignore[union-attr]
        if straight != other:
            assert close(straight.flipped(Qt.Orientation.Horizontal), other), name
            mirrored.add(name)
    assert mirrored == {name for name in names if SEQUENCE in qapp.fonts.door.read_bytes(f"pictures/{name}.svg")}
    assert {"gene-zoom", "test-three-results", "three-ages", "second-sample", "insurance-paper"} <= mirrored
    assert mirrored.isdisjoint({"calendar-phone", "passing-on", "shared-dna", "two-copies"})


def close(first: QImage, second: QImage) -> bool:
    """Whether two pictures are the same but for soft edges."""
    points = [(x, y) for x in range(0, SIZE[0], 4) for y in range(0, SIZE[1], 4)]
    far = sum(abs(first.pixelColor(*at).lightness() - second.pixelColor(*at).lightness()) > 60 for at in points)
    return far < len(points) / 50


def test_a_missing_drawing_is_nothing(qapp: PlainhelixApplication) -> None:
    assert drawing_of(look_of(qapp), "no-such-drawing") is None
