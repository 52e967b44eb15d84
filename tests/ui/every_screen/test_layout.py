"""Every screen, in every language and form: all of it can be read, reached and pressed."""

import pytest

from plainhelix.ui.shots import Screen
from plainhelix.ui.window import PatientWindow
from ui.every_screen.painting import laid
from ui.every_screen.screens import SOAK, TAGS, screens
from ui.layout_walk import disordered, faults, sideways

WIDE, TALL = (1280, 800), (800, 1280)
EVERY = [(tag, scale, size) for tag in TAGS for scale in (100, 200) for size in (WIDE, TALL)]
OTHER_SIZES = [(1366, 768, 100), (1920, 1080, 100), (3840, 2160, 200)]
SAMPLE = ("card:tree", "compare:screening", "values", "wishes:sample", "summary")


def wrong(window: PatientWindow, screen: Screen) -> list[str]:
    window.show_page(screen.page)
    laid(window)
    found = [*faults(window), *sideways(window), *disordered(window)]
    return [f"{screen.name}: {fault}" for fault in found]


@pytest.mark.parametrize(("tag", "scale", "size"), EVERY)
def test_every_screen_has_no_faults(window: PatientWindow, tag: str, scale: int, size: tuple[int, int]) -> None:
    window.resize(*size)
    laid(window)
    assert [fault for screen in screens(tag, scale) for fault in wrong(window, screen)] == []


@pytest.mark.parametrize(("width", "height", "scale"), OTHER_SIZES)
@pytest.mark.parametrize("tag", ["en-XA", "ar"])
def test_other_windows_have_no_faults(window: PatientWindow, tag: str, width: int, height: int, scale: int) -> None:
    window.resize(width, height)
    laid(window)
    some = [screen for screen in screens(tag, scale) if SOAK or screen.name in {f"nipt-{page}" for page in SAMPLE}]
    assert len(some) >= len(SAMPLE)
    assert [fault for screen in some for fault in wrong(window, screen)] == []
