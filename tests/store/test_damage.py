"""Bit rot and torn pages: all that matters is noticed, nothing wrong is ever shown, the good visits still open."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from plainhelix.base.errors import PlainhelixError
from plainhelix.store.clinic import ClinicStore
from plainhelix.store.reading import VisitRow
from soak import note, runs
from store.sealed_stores import Made

FLIPS = runs(500, 10_000)
TORN = runs(0, 1_000)
"""Pages that are damaged at random places besides those of which every one is."""
PAGE = 4096
UNREADABLE = {"store-damaged", "store-unknown", "store-newer", "store-key-other", "store-failing", "store-full"}
CODES = UNREADABLE | {
    "visit-damaged",
    "visit-unknown",
    "visit-empty",
    "revision-damaged",
    "revision-missing",
    "revisions-without-visit",
}


Tell = Callable[[str, object], None]


@dataclass
class Truth:
    """What the store says when it is whole."""

    made: Made
    early: bytes
    """The database at an earlier moment."""
    whole: bytes
    checksum: bytes
    visits: tuple[VisitRow, ...]
    payloads: dict[str, list[bytes]]

    def outcome(self, damaged: bytes, *, checksum: bool) -> str:
        """noticed: a finding or error says so. harmless: everything reads as it was. silent: neither.

        Without the checksum, as after a crash, the sealed rows alone must do.
        """
        (self.made.folder / "visits.db").write_bytes(damaged)
        (self.made.folder / "visits.sum").write_bytes(self.checksum if checksum else b"")
        try:
            with self.made.clinic() as clinic:
                return self._judged(clinic)
        except PlainhelixError as error:
            return "noticed, nothing opens" if error.code in UNREADABLE else error.code

    def _judged(self, clinic: ClinicStore) -> str:
        findings = clinic.verify()
        good = [code for code in self.payloads if self._opens(clinic, code)]
        if not findings:
            return "harmless" if len(good) == len(self.payloads) and clinic.visits() == self.visits else "silent"
        assert {problem.code for problem in findings} <= CODES
        return "noticed" if good else "noticed, nothing opens"

    def _opens(self, clinic: ClinicStore, code: str) -> bool:
        """Whether the visit still opens; then it must be complete and as it was."""
        try:
            found = [visit.payload for visit in clinic.history(code)]
        except PlainhelixError:
            return False
        assert found == self.payloads[code], "a wrong answer was shown"
        return True


@pytest.fixture(scope="module")
def truth(pattern: Made, tmp_path_factory: pytest.TempPathFactory) -> Truth:
    """A store with a morning's visits."""
    made = Made(Path(shutil.copytree(pattern.folder, tmp_path_factory.mktemp("damage") / "store")), pattern.recovery)
    payloads: dict[str, list[bytes]] = {}
    early = b""
    for number in range(5):
        answers = [b"answer %d of visit %d " % (revision, number) * (revision * 9) for revision in range(1, 6)]
        payloads[made.visit(*answers)] = answers
        early = early or (made.folder / "visits.db").read_bytes() if number == 3 else early
    with made.clinic() as clinic:
        visits = clinic.visits()
    whole = (made.folder / "visits.db").read_bytes()
    checksum = (made.folder / "visits.sum").read_bytes()
    return Truth(made, early, whole, checksum, visits, payloads)


def flipped(content: bytes, bit: int) -> bytes:
    damaged = bytearray(content)
    damaged[bit // 8] ^= 1 << bit % 8
    return bytes(damaged)


def with_page(content: bytes, number: int, page: bytes) -> bytes:
    return content[: number * PAGE] + page + content[(number + 1) * PAGE :]


def test_the_whole_store_is_judged_whole(truth: Truth) -> None:
    assert truth.outcome(truth.whole, checksum=True) == "harmless"
    assert truth.outcome(truth.whole, checksum=False) == "harmless"


def test_every_flipped_bit_is_noticed_and_no_wrong_answer_shown(truth: Truth, record_property: Tell) -> None:
    chance = random.Random(20261121)
    bits = [chance.randrange(len(truth.whole) * 8) for _ in range(FLIPS)]
    found: Counter[str] = Counter()
    for number, bit in enumerate(bits):
        found[truth.outcome(flipped(truth.whole, bit), checksum=True)] += 1
        note("flipped bits", number, FLIPS)
    record_property("flipped bits", dict(found))
    assert found["noticed"] + found["noticed, nothing opens"] == FLIPS
    assert found["noticed"] > 0.9 * FLIPS


def test_without_the_checksum_every_flipped_bit_that_matters_is_noticed(truth: Truth) -> None:
    chance = random.Random(20261122)
    bits = [chance.randrange(len(truth.whole) * 8) for _ in range(FLIPS // 4)]
    found = Counter(truth.outcome(flipped(truth.whole, bit), checksum=False) for bit in bits)
    assert set(found) <= {"noticed", "noticed, nothing opens", "harmless"}
    assert found["noticed"] > found["noticed, nothing opens"]


@pytest.mark.parametrize("checksum", [True, False])
def test_pages_that_were_torn_lost_or_never_written(truth: Truth, checksum: bool, record_property: Tell) -> None:
    found: Counter[str] = Counter()
    for number, damaged in torn_pages(truth, random.Random(20261123)):
        found[truth.outcome(with_page(truth.whole, number, damaged), checksum=checksum)] += 1
    record_property("torn pages", dict(found))
    assert found.total() >= TORN
    assert set(found) <= {"noticed", "noticed, nothing opens"} | (set() if checksum else {"harmless"})


def torn_pages(truth: Truth, chance: random.Random) -> Iterator[tuple[int, bytes]]:
    """Each page torn, lost, never written and overwritten; then pages torn at random places."""
    pages = len(truth.whole) // PAGE
    for number in range(pages):
        page, old = page_of(truth.whole, number), page_of(truth.early, number)
        torn = {page[:512] + bytes(PAGE - 512), page[:2048] + old[2048:], old[:2048] + page[2048:]}
        yield from ((number, damaged) for damaged in {*torn, bytes(PAGE), old, chance.randbytes(PAGE)} - {page})
    for _ in range(TORN):
        number, place = chance.randrange(pages), chance.randrange(1, PAGE)
        page = page_of(truth.whole, number)
        other = chance.choice((page_of(truth.early, number), bytes(PAGE), chance.randbytes(PAGE)))
        damaged = page[:place] + other[place:]
        yield number, damaged if damaged != page else bytes(place) + chance.randbytes(PAGE - place)


def page_of(content: bytes, number: int) -> bytes:
    return content[number * PAGE : (number + 1) * PAGE].ljust(PAGE, b"\0")


def test_a_database_that_was_cut_off(truth: Truth) -> None:
    for size in (0, 1, 100, PAGE, len(truth.whole) // 2, len(truth.whole) - PAGE, len(truth.whole) - 1):
        assert truth.outcome(truth.whole[:size], checksum=False).startswith("noticed")
