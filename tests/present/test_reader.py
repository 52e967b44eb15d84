"""One person's session: nothing is lost, nothing is asked twice, and trouble is told calmly. With a real store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from content_fixtures import shelf
from plainhelix.base.errors import PlainhelixError
from plainhelix.bootstrap.sessions import Journals, Sheets, new_reader
from plainhelix.present.blocks import Choice, Command, FreeText
from plainhelix.present.player import blocks_of
from plainhelix.present.reader import Reader
from plainhelix.services.prepared import Prepared, prepare
from plainhelix.services.records import make_store, read_record
from plainhelix.services.shelf import Shelf
from plainhelix.store.clinic import ClinicStore

PASSPHRASE = "four plain words here"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reader") / "store"
    make_store(folder, PASSPHRASE)
    return folder


@pytest.fixture
def journals(store: Path) -> Iterator[Journals]:
    found = Journals(store)
    yield found
    found.close()


@pytest.fixture
def reader(journals: Journals) -> Reader:
    found = new_reader(shelf(), journals.begin, Sheets(shelf()))
    found.handle(Command("language", value="en"))
    return found


def opened(reader: Reader, *steps: Command) -> Reader:
    reader.handle(Command("open", "brca"))
    for step in steps:
        reader.handle(step)
    return reader


def picked(reader: Reader, key: str) -> list[str]:
    choice = next(block for block in blocks_of(reader.page()) if isinstance(block, Choice) and block.id == key)
    return [option.id for option in choice.options if option.picked]


def test_language_size_and_colours_change_without_loss(reader: Reader) -> None:
    opened(reader, Command("go", "values"), Command("answer", "values.plan-ahead", "very"))
    reader.handle(Command("words", "values.words", "mine"))
    for command in (
        Command("language", value="ar"),
        Command("scale", value="200"),
        Command("contrast", value="contrast"),
    ):
        reader.handle(command)
        assert picked(reader, "values.plan-ahead") == ["very"]
        field = next(block for block in blocks_of(reader.page()) if isinstance(block, FreeText))
        assert field.words == "mine"
        assert reader.page().focus
    assert reader.page().rtl
    assert reader.page().scale == 200


def test_back_loses_no_answer(reader: Reader) -> None:
    opened(reader, Command("go", "leaning:test"), Command("answer", "leaning.test", "later"))
    for _ in range(40):
        reader.handle(Command("back"))
    reader.handle(Command("open", "genes-and-variants"))
    assert reader.visit is not None
    assert reader.visit.answers.one("leaning.test") == "later"


def test_an_answer_is_on_disk_when_the_page_shows_it(reader: Reader, store: Path) -> None:
    opened(reader, Command("go", "sure"), Command("answer", "sure.risk", "no"))
    assert picked(reader, "sure.risk") == ["no"]
    assert reader.visit is not None
    clinic = ClinicStore(store)
    clinic.unlock(PASSPHRASE)
    assert read_record(clinic, reader.visit.code).answers["sure.risk"] == "no"


def test_reading_alone_leaves_no_record(reader: Reader, store: Path) -> None:
    before = len(ClinicStore(store).visits())
    opened(reader, *[Command("next")] * 60)
    reader.handle(Command("clear"))
    assert len(ClinicStore(store).visits()) == before


def test_taking_an_answer_back_leaves_it_unanswered(reader: Reader) -> None:
    opened(reader, Command("go", "sure"), Command("answer", "sure.sure", "yes"), Command("answer", "sure.sure", None))
    assert picked(reader, "sure.sure") == []


class _Failing:
    """A journal on a disk that has just broken."""

    code = "K7M4P9"

    def __init__(self) -> None:
        self.kept = 0

    def append(self, payload: bytes, content_hash: str) -> int:
        self.kept += 1
        if self.kept > 1:
            raise PlainhelixError("record-not-saved", reason="full")
        return self.kept


def test_an_answer_that_was_not_saved_is_not_shown_and_is_told(reader: Reader) -> None:
    failing = _Failing()
    other = new_reader(shelf(), lambda: failing, Sheets(shelf()))
    other.handle(Command("language", value="es"))
    opened(other, Command("go", "sure"), Command("answer", "sure.sure", "yes"), Command("answer", "sure.risk", "no"))
    assert picked(other, "sure.sure") == ["yes"]
    assert picked(other, "sure.risk") == []
    notice = next(block for block in other.page().main if block.id == "trouble")
    assert notice
    other.handle(Command("answer", "sure.understand", "yes"))
    assert failing.kept == 2
    assert picked(other, "sure.understand") == []


def test_a_prepared_visit_opens_with_its_code_and_is_used_up(store: Path, journals: Journals) -> None:
    code = prepare(store, "nipt", "es", "short")
    prepared = Prepared(store)
    reader = new_reader(shelf(), journals.begin, Sheets(shelf()), find=prepared.find)
    reader.handle(Command("language", value="en"))
    reader.handle(Command("code", value=f"{code[:2]}-{code[2:4]} {code[4:]}".lower()))
    assert reader.view.trouble == ""
    assert reader.visit is not None
    assert (reader.visit.aid.id, reader.tag, reader.short) == ("nipt", "es", True)
    reader.handle(Command("go", "values"))
    reader.handle(Command("answer", "values.prepare", "quite"))
    prepared.use()
    reader.handle(Command("clear"))
    reader.handle(Command("restart"))
    reader.handle(Command("language", value="en"))
    reader.handle(Command("code", value=code))
    assert reader.view.trouble == "code-unknown"


def test_a_code_that_is_still_being_typed_is_no_wrong_code(reader: Reader) -> None:
    reader.handle(Command("code", value="K7M"))
    assert reader.view.trouble == ""


def test_an_unattended_visit_is_covered_and_then_cleared(reader: Reader) -> None:
    opened(reader, Command("go", "values"), Command("words", "values.words", "private words"))
    reader.handle(Command("idle", value="60"))
    page = reader.page()
    assert page.id == "cover"
    assert "60" in page.announce
    assert "private words" not in repr(page)
    reader.handle(Command("uncover"))
    assert reader.page().id == "values"
    reader.handle(Command("idle", value="0"))
    assert reader.visit is None
    assert "private words" not in repr(reader)


def test_leaving_needs_the_staff_passphrase(journals: Journals) -> None:
    reader = new_reader(shelf(), journals.begin, Sheets(shelf()), unlock=lambda text: text == PASSPHRASE)
    reader.handle(Command("staff"))
    reader.handle(Command("passphrase", "staff.passphrase", "wrong"))
    assert not reader.left
    assert reader.view.trouble == "staff-refused"
    assert "wrong" not in repr(reader.page())
    reader.handle(Command("passphrase", "staff.passphrase", PASSPHRASE))
    assert reader.left


def test_every_page_over_the_way_leads_back(reader: Reader) -> None:
    opened(reader, Command("go", "summary"))
    for name in ("about", "person", "pause", "alone", "changed-mind", "relatives", "take", "cover", "leave", "staff"):
        reader.handle(Command(name))
        assert reader.page().id == name
        reader.handle(Command("stay"))
        assert reader.page().id == "summary"


def test_covers_and_ends_give_nothing_away(reader: Reader) -> None:
    opened(reader, Command("go", "card:breast"))
    for name in ("cover", "leave", "pause", "person", "alone"):
        reader.handle(Command(name))
        page = reader.page()
        assert page.neutral
        assert "cancer" not in repr(page).lower()
        assert "brca" not in repr(page).lower()
        reader.handle(Command("stay"))


def test_the_policy_decides_what_patients_see() -> None:
    from plainhelix.base.resources import content_door

    few = Shelf(content_door(), locales=("es",), aids=("nipt",))
    assert [record.tag for record in few.tongues()] == ["es"]
    assert list(few.topics("es")) == ["nipt"]
    strict = Shelf(content_door(), least_review_state="reviewed")
    assert strict.topics("en") == {}
    assert [record.tag for record in strict.tongues()] == ["en"]
