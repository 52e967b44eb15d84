"""What a station asked of staff: kept, listed, and never without end."""

from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.services.notices import FILE, MOST, Notices


def test_what_was_asked_is_listed(tmp_path: Path) -> None:
    notices = Notices(tmp_path)
    assert notices.newest() == ()
    notices.add("room-1", "talk-to-person")
    notices.add("room-2", "not-saved")
    assert [(found.station, found.kind) for found in notices.newest()] == [
        ("room-1", "talk-to-person"),
        ("room-2", "not-saved"),
    ]
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_a_line_that_broke_off_is_left_out(tmp_path: Path) -> None:
    notices = Notices(tmp_path)
    notices.add("room-1", "talk-to-person")
    with (tmp_path / FILE).open("ab") as stream:
        stream.write(b'{"time":"2026')
    assert len(notices.newest()) == 1


def test_old_ones_make_room(tmp_path: Path) -> None:
    notices = Notices(tmp_path)
    line = b'{"time":"2026-11-21T10:00:00Z","station":"' + b"x" * 160 + b'","kind":"not-saved"}\n'
    (tmp_path / FILE).write_bytes(line * (2 * MOST))
    notices.add("room-1", "talk-to-person")
    found = notices.newest()
    assert (len(found), found[-1].station) == (MOST, "room-1")
    assert (tmp_path / FILE).stat().st_size < (MOST + 1) * 250


def test_one_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlainhelixError):
        Notices(tmp_path / "gone").add("room-1", "talk-to-person")
