"""Pictures of every screen, and the sheet over them."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from plainhelix.cli.shots import add_command
from plainhelix.ui.app import PlainhelixApplication, make_window, settle
from plainhelix.ui.shots import Screen, ShotPlan, take_shots
from ui.every_screen.screens import screens

FEW = ("topics", "nipt-card:tree", "ended")


def few(tag: str, scale: int, theme: str) -> Iterator[Screen]:
    return (screen for screen in screens(tag, scale, theme) if screen.name in FEW)


def test_every_screen_is_on_the_sheet(qapp: PlainhelixApplication, tmp_path: Path) -> None:
    plan = ShotPlan(
        tags=("en", "ar"), sizes=((1280, 800), (800, 1280)), scales=(100,), themes=("light",), folder=tmp_path
    )
    window = make_window(qapp)
    shots = take_shots(window, plan, few)
    window.close()
    window.deleteLater()
    settle(window)
    assert len(shots) == len(FEW) * 2 * 2
    sheet = (tmp_path / "index.html").read_text(encoding="utf-8")
    linked = re.findall(r'<img src="([^"]+)"', sheet)
    assert sorted(linked) == sorted(shot.path.relative_to(tmp_path).as_posix() for shot in shots)
    assert all(QImage(str(tmp_path / path)).width() in (1280, 800) for path in linked)


def test_a_long_screen_is_shown_to_its_end(qapp: PlainhelixApplication, tmp_path: Path) -> None:
    plan = ShotPlan(tags=("en",), sizes=((1280, 800),), scales=(100,), themes=("light",), folder=tmp_path)
    window = make_window(qapp)
    shots = {shot.screen: QImage(str(shot.path)) for shot in take_shots(window, plan, few)}
    window.close()
    assert shots["nipt-card:tree"].height() > 800
    assert shots["ended"].height() == 800


@pytest.mark.parametrize(
    "wrong", [["--sizes", "10x10"], ["--scales", "110"], ["--themes", "pink"], ["--sizes", "wide"]]
)
def test_wrong_wishes_are_told(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_command(parser.add_subparsers())
    with pytest.raises(SystemExit) as stop:
        parser.parse_args(["shots", "--out", "x", *wrong])
    assert stop.value.code == 2
    assert wrong[1] in capsys.readouterr().err
