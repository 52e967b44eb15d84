"""The application, pictures of the window, and what a page needs to be imported."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import Door
from plainhelix.ui.app import PlainhelixApplication, screenshot
from plainhelix.ui.fonts import Fonts
from plainhelix.ui.window import PatientWindow
from ui.samples import page


def test_a_picture_of_the_window_is_written(window: PatientWindow, shot: Path) -> None:
    """In the window's size, at once."""
    window.show_page(page("card"))
    screenshot(window, shot)
    image = QImage(str(shot))
    assert (image.width(), image.height()) == (1280, 800)


def test_a_picture_that_cannot_be_written_is_told(window: PatientWindow, tmp_path: Path) -> None:
    """With the place."""
    window.show_page(page("welcome"))
    with pytest.raises(PlainhelixError) as caught:
        screenshot(window, tmp_path / "missing" / "shot.png")
    assert caught.value.code == "screenshot-unwritable"


def test_a_broken_font_is_told(qapp: PlainhelixApplication, tmp_path: Path) -> None:
    """With its name."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "NotoSans-Regular.ttf").write_bytes(b"no font")
    with pytest.raises(PlainhelixError) as caught:
        Fonts(Door(tmp_path))
    assert caught.value.code == "font-unreadable"
    assert caught.value.place.file == "fonts/NotoSans-Regular.ttf"


def test_fonts_of_other_scripts_wait_until_they_are_needed(qapp: PlainhelixApplication) -> None:
    """Latin text asks for the Latin font alone."""
    fonts = Fonts(qapp.fonts.door)
    assert fonts.families("Understand") == ["Noto Sans"]
    assert fonts._loaded == {"Noto Sans"}
    assert fonts.families("العربية") == ["Noto Sans Arabic", "Noto Sans"]
    assert "Noto Sans Arabic" in fonts._loaded


def test_the_first_page_imports_nothing_heavy() -> None:
    """Charts, tables and Babel come when a page needs them."""
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "from plainhelix.base.resources import assets_door\n"
        "from plainhelix.ui.app import make_application, make_window\n"
        "from ui.samples import welcome\n"
        "app = make_application(['plainhelix'], assets_door())\n"
        "window = make_window(app); window.show_page(welcome()); window.show(); app.processEvents()\n"
        "heavy = ('babel', 'sqlalchemy', 'typst', 'plainhelix.ui.charts', 'plainhelix.ui.widgets.table')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_picture_that_is_missing_becomes_its_words(window: PatientWindow) -> None:
    """The page is shown all the same."""
    from msgspec.structs import replace
    from PySide6.QtWidgets import QLabel

    from plainhelix.present.blocks import Picture

    lost = Picture(id="lost", name="no-such-picture", alternative="Two copies of one gene.")
    window.show_page(replace(page("picture"), aside=(lost,)))
    found = window.findChild(QLabel, "lost")
    assert isinstance(found, QLabel)
    assert found.text() == "Two copies of one gene."
