"""The link between a session and its supervisor: messages, capsules, and a desk that trusts nobody."""

import secrets
import socket
from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.base.ids import new_visit_code, new_visit_id
from plainhelix.bootstrap.kiosk import open_station
from plainhelix.services import station_link as link
from plainhelix.services import station_link_desk
from plainhelix.services.policy import Policy
from plainhelix.services.station_link_capsule import MOST_KEPT, Capsules, opened_capsule, sealed_capsule
from plainhelix.services.station_link_desk import Desk, Station
from plainhelix.services.station_link_wire import BreachError, Inbox, LinkEndedError, packed
from plainhelix.store import seal
from plainhelix.store.codes import PASSING_COST, CodeSalt, code_keys
from plainhelix.store.visits import VisitKey
from store.sealed_stores import Made

TIME = "2026-11-21T09:30:00Z"
FRAME = seal.Frame(payload=b"what the patient answered", content_hash="c0")
SEALED = bytes(link.SEAL_SIZE + seal.FRAME_STEP)
LOCATOR = "0" * 32


def begin(**changed: object) -> link.Begin:
    begun = link.Begin(
        visit_id=new_visit_id(), code=new_visit_code(), created=TIME, wrapped=bytes(range(seal.WRAPPED_SIZE))
    )
    return msgspec.structs.replace(begun, **changed)


def append(visit_id: str, revision: int = 1, **changed: object) -> link.Append:
    row = link.Append(visit_id=visit_id, revision=revision, time=TIME, sealed=SEALED)
    return msgspec.structs.replace(row, **changed)


@pytest.fixture
def station(made: Made) -> Iterator[Station]:
    station = open_station(Policy(station_name="room-1"), made.folder)
    yield station
    station.rows.close()


@pytest.fixture
def desk(station: Station) -> Desk:
    return Desk(station)


def refusal(desk: Desk, message: link.FromSession) -> str:
    reply = desk.answer(message)
    assert isinstance(reply, link.Refused)
    return reply.code


def through_the_wire(*pieces: bytes) -> list[object]:
    ours, theirs = socket.socketpair()
    inbox: Inbox[link.FromSession] = Inbox(link.FromSession)
    found: list[object] = []
    with ours, theirs:
        for piece in pieces:
            for start in range(0, len(piece), 32768):
                theirs.sendall(piece[start : start + 32768])
                inbox.receive(ours)
            while (message := inbox.take()) is not None:
                found.append(message)
    return found


def test_messages_arrive_whole_however_they_are_cut() -> None:
    said = [link.Ready(), link.Notice("cover"), begin()]
    stream = b"".join(map(packed, said))
    assert through_the_wire(*(stream[place : place + 7] for place in range(0, len(stream), 7))) == said


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xc1",
        msgspec.msgpack.encode({"type": "welcome"}),
        msgspec.msgpack.encode({"type": "notice", "kind": "patient said something"}),
        msgspec.msgpack.encode({"type": "beat", "extra": 1}),
        msgspec.msgpack.encode({"type": "open", "broken_off": "../../x", "prepared": LOCATOR}),
        msgspec.msgpack.encode({"type": "passphrase", "text": "x" * 1025}),
        msgspec.msgpack.encode(begin()).replace(b"wrapped", b"unwrapp"),
        msgspec.msgpack.encode(begin(visit_id="' OR 1=1 --")),
        msgspec.msgpack.encode(begin(code="ILOS01")),
        msgspec.msgpack.encode(begin(created="yesterday")),
        msgspec.msgpack.encode(begin(wrapped=b"short")),
        msgspec.msgpack.encode(append(new_visit_id(), 0)),
        msgspec.msgpack.encode(append(new_visit_id(), sealed=b"in clear")),
        msgspec.msgpack.encode(append(new_visit_id(), sealed=bytes(link.LARGEST_FRAME + 1))),
    ],
)
def test_what_is_in_no_list_is_a_breach(body: bytes) -> None:
    with pytest.raises(BreachError):
        through_the_wire(len(body).to_bytes(4, "big") + body)


def test_a_message_that_is_too_long_is_a_breach_before_it_arrives() -> None:
    with pytest.raises(BreachError):
        through_the_wire((link.CAP + 1).to_bytes(4, "big"))


def test_the_end_of_the_link_is_noticed() -> None:
    ours, theirs = socket.socketpair()
    theirs.close()
    with ours, pytest.raises(LinkEndedError):
        Inbox[link.FromSession](link.FromSession).receive(ours)


def test_rows_are_added_to_visits_that_the_session_began(desk: Desk, made: Made) -> None:
    first = begin()
    assert desk.answer(first) == link.Done()
    assert [desk.answer(append(first.visit_id, number)) for number in (1, 2)] == [link.Done(1), link.Done(2)]
    with made.clinic() as clinic:
        assert [(row.code, row.station, row.revisions) for row in clinic.visits()] == [(first.code, "room-1", 2)]


def test_another_session_s_visit_is_out_of_reach(desk: Desk, station: Station) -> None:
    first = begin()
    desk.answer(first)
    assert refusal(Desk(station), append(first.visit_id)) == "session-row-refused"


def test_rows_out_of_order_or_of_no_known_size_are_refused(desk: Desk) -> None:
    first = begin()
    desk.answer(first)
    for row in (
        append(first.visit_id, 2),
        append(first.visit_id, sealed=SEALED + b"x"),
        append(first.visit_id, time="2026-02-30T09:30:00Z"),
    ):
        assert refusal(desk, row) == "session-row-refused"
    assert desk.answer(append(first.visit_id)) == link.Done(1)
    assert refusal(desk, append(first.visit_id)) == "session-row-refused"


def test_a_code_that_is_taken_is_refused(desk: Desk) -> None:
    first = begin()
    desk.answer(first)
    assert refusal(desk, begin(code=first.code)) == "visit-code-taken"
    assert desk.answer(begin()) == link.Done()


def test_no_session_fills_the_disk(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(station_link_desk, "MOST_BYTES", 2 * len(SEALED))
    monkeypatch.setattr(station_link_desk, "MOST_VISITS", 1)
    first = begin()
    desk.answer(first)
    desk.answer(append(first.visit_id, 1))
    desk.answer(append(first.visit_id, 2))
    assert refusal(desk, append(first.visit_id, 3)) == "session-limit"
    assert refusal(desk, begin()) == "session-limit"


def test_an_error_of_the_store_is_told_without_its_place(desk: Desk, made: Made) -> None:
    first = begin()
    desk.answer(first)
    (made.folder / "visits.db").rename(made.folder / "elsewhere.db")
    reply = desk.answer(append(first.visit_id))
    assert isinstance(reply, link.Refused)
    assert str(made.folder) not in str(reply)


def test_the_staff_passphrase_is_not_shown_by_its_message() -> None:
    assert "harbour" not in repr(link.Passphrase("a quiet harbour"))


def test_a_session_of_another_version_is_not_shown(desk: Desk) -> None:
    desk.answer(link.Ready(link.VERSION + 1))
    assert (desk.ready, desk.ended) == (False, "other-version")


def a_visit() -> VisitKey:
    header = seal.Header(visit_id=new_visit_id(), code="ABCDEF", station="room-1", created=TIME)
    return VisitKey(header=header, key=secrets.token_bytes(seal.KEY_SIZE))


def test_a_capsule_opens_with_its_code_only() -> None:
    salt, visit = CodeSalt.new(PASSING_COST), a_visit()
    capsule = sealed_capsule(code_keys("ABCDEF", salt), visit, 7, FRAME)
    assert FRAME.payload not in capsule
    opened = opened_capsule(code_keys("ABCDEF", salt), capsule)
    assert (opened.visit, opened.revision, opened.payload) == (visit, 7, FRAME.payload)
    for keys in (code_keys("ABCDEG", salt), code_keys("ABCDEF", CodeSalt.new(PASSING_COST))):
        with pytest.raises(PlainhelixError, match="capsule-damaged"):
            opened_capsule(keys, capsule)


def test_locators_and_keys_tell_nothing_of_each_other() -> None:
    keys = code_keys("ABCDEF", CodeSalt.new(PASSING_COST))
    assert keys.key.hex() not in repr(keys)
    assert keys.locator not in keys.key.hex()


def test_capsules_are_kept_for_their_time_and_not_longer() -> None:
    now = [0.0]
    capsules = Capsules(600.0, lambda: now[0])
    capsules.keep(LOCATOR, "visit", 1, b"first")
    now[0] = 599.0
    assert capsules.find(LOCATOR) is not None
    capsules.keep(LOCATOR, "visit", 2, b"second")
    now[0] = 1198.0
    found = capsules.find(LOCATOR)
    assert found is not None
    assert (found.revision, found.sealed) == (2, b"second")
    now[0] = 1199.0
    assert capsules.find(LOCATOR) is None
    assert len(capsules) == 0


def test_where_the_policy_keeps_none_nothing_is_kept() -> None:
    capsules = Capsules(0.0)
    capsules.keep(LOCATOR, "visit", 1, b"sealed")
    assert len(capsules) == 0


def test_there_are_never_too_many_capsules() -> None:
    capsules = Capsules(600.0)
    for number in range(3 * MOST_KEPT):
        capsules.keep(f"{number:032x}", f"visit-{number}", 1, b"sealed")
    assert len(capsules) == MOST_KEPT
    assert capsules.find(f"{3 * MOST_KEPT - 1:032x}") is not None


def test_a_visit_that_ended_leaves_no_capsule(desk: Desk, station: Station) -> None:
    first, other = begin(), begin()
    for visit, locator in ((first, LOCATOR), (other, "1" * 32)):
        desk.answer(visit)
        desk.answer(append(visit.visit_id, locator=locator, capsule=b"sealed"))
    assert len(station.capsules) == 2
    desk.answer(link.Ended("finished"))
    assert len(station.capsules) == 0


def test_what_a_session_learns_of_its_station_names_no_place(station: Station, made: Made) -> None:
    told = packed(station.welcome)
    assert bytes(made.folder) not in told
    assert bytes(made.folder.name, "utf-8") + b"/" not in told


def test_a_key_in_a_folder_of_its_own(made: Made) -> None:
    keys = made.folder.with_name("keys")
    keys.mkdir()
    (made.folder / "clinic.pub").rename(keys / "clinic.pub")
    station = open_station(replace(Policy(), keys=str(keys / "clinic.pub")), made.folder)
    assert Desk(station).answer(begin()) == link.Done()
    station.rows.close()
