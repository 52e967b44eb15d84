"""One person's session: nothing is lost, nothing is asked twice, and trouble is told calmly. With a real store."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from content_fixtures import shelf
from plainhelix.base.errors import PlainhelixError
from plainhelix.base.resources import content_door
from plainhelix.bootstrap.sessions import Journals, Sheets, new_reader
from plainhelix.present.blocks import Choice, Command, FreeText, Heading, Notice, Panel, Paragraph, plain
from plainhelix.present.player import blocks_of
from plainhelix.present.reader import Reader
from plainhelix.services.prepared import Prepared, PreparedVisit, prepare
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


def refusing() -> _Failing:
    raise PlainhelixError("store-full")


NOWHERE_SAFE = ("cover", "person", "pause", "alone", "leave", "about", "changed-mind")


def notices(reader: Reader) -> list[str]:
    """Titles of what the page says went wrong."""
    return [block.title for block in reader.page().main if isinstance(block, Notice) and block.look == "error"]


def test_what_is_not_saved_is_said_on_every_page_until_the_end() -> None:
    """No page claims that answers are saved or kept, the supervisor hears of it once, and thanks come with it."""
    told: list[str] = []
    other = new_reader(shelf(), refusing, Sheets(shelf()), notify=lambda kind: not told.append(kind))
    other.handle(Command("language", value="en"))
    opened(other, Command("go", "sure"), Command("answer", "sure.sure", "yes"))
    lost = notices(other)
    assert len(lost) == 1
    for command in (*[Command("next")] * 3, Command("go", "summary"), *map(Command, NOWHERE_SAFE)):
        other.handle(command)
        page = other.page()
        assert notices(other) == lost, page.id
        assert "Saved" not in repr(page), page.id
        assert "are kept" not in repr(page), page.id
        assert "are safe" not in repr(page), page.id
        assert "not answered anything" not in repr(page), page.id
    other.handle(Command("answer", "sure.sure", "no"))
    assert told.count("not-saved") == 1
    other.handle(Command("finish"))
    assert other.page().id == "ended"
    assert notices(other) == lost


def test_a_summary_that_is_not_saved_keeps_its_page_and_says_so() -> None:
    told: list[str] = []
    other = new_reader(shelf(), _Failing, Sheets(shelf()), notify=lambda kind: not told.append(kind))
    other.handle(Command("language", value="en"))
    opened(other, Command("go", "sure"), Command("answer", "sure.sure", "yes"), Command("go", "summary"))
    other.handle(Command("finish"))
    assert (other.page().id, told) == ("summary", ["not-saved"])
    assert notices(other)
    other.handle(Command("finish"))
    assert other.page().id == "ended"
    assert notices(other)


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


@pytest.mark.parametrize(
    ("prepared", "policy"),
    [
        (PreparedVisit(aid="brca", locale="en"), {"aids": ("nipt",)}),
        (PreparedVisit(aid="nipt", locale="es"), {"locales": ("en",)}),
        (PreparedVisit(aid="nipt", locale="zz"), {}),
        (PreparedVisit(aid="nipt", locale="en-XA"), {}),
        (PreparedVisit(aid="gone"), {}),
        (PreparedVisit(aid="nipt"), {"least_review_state": "reviewed"}),
        (PreparedVisit(aid="genes-and-variants"), {}),
    ],
)
def test_a_code_opens_only_what_could_be_chosen_here(prepared: PreparedVisit, policy: dict[str, Any]) -> None:
    """Nothing changes where it could not: neither the language nor the page."""
    few = Shelf(content_door(), **policy)
    reader = new_reader(few, _Failing, Sheets(few), find=lambda _: prepared)
    reader.handle(Command("language", value="en"))
    reader.handle(Command("code", value="K7M4P9"))
    assert reader.view.trouble == "code-not-offered"
    assert (reader.tag, reader.page().id, reader.visit) == ("en", "topics", None)
    assert notices(reader)


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


def test_staff_who_have_to_wait_are_told_for_how_long(journals: Journals) -> None:
    def locked(_: str) -> bool:
        raise PlainhelixError("staff-locked", seconds=61)

    reader = new_reader(shelf(), journals.begin, Sheets(shelf()), unlock=locked)
    reader.handle(Command("staff"))
    reader.handle(Command("passphrase", "staff.passphrase", PASSPHRASE))
    assert (reader.view.trouble, reader.view.wait, reader.left) == ("staff-locked", 61, False)
    reader.handle(Command("scale", value="125"))
    assert reader.view.wait == 0


def test_every_page_over_the_way_leads_back(reader: Reader) -> None:
    opened(reader, Command("go", "summary"))
    for name in ("about", "person", "pause", "alone", "changed-mind", "relatives", "take", "cover", "leave", "staff"):
        reader.handle(Command(name))
        assert reader.page().id == name
        reader.handle(Command("stay"))
        assert reader.page().id == "summary"


LYING = ("about", "take", "relatives", "changed-mind", "pause", "alone", "person", "leave", "staff")


@pytest.mark.parametrize("name", LYING)
@pytest.mark.parametrize("hidden", [Command("cover"), Command("idle", value="42"), Command("person")])
def test_what_was_covered_is_found_again(reader: Reader, name: str, hidden: Command) -> None:
    """Also a page that lies over the way: who scans the code with a telephone touches nothing for a while."""
    opened(reader, Command("go", "summary"), Command(name), hidden)
    covered = reader.page().id
    assert covered == {"idle": "cover"}.get(hidden.name, hidden.name)
    if covered != name:
        reader.handle(Command("uncover" if covered == "cover" else "stay"))
        assert reader.page().id == name
    reader.handle(Command("stay"))
    assert reader.page().id == "summary"


def test_every_page_has_the_same_tools_in_the_same_places(reader: Reader) -> None:
    """Help, text size, colours, language, somebody to talk to, hide and leave: also in distress.

    Who is leaving needs no button to leave, and at the end nothing is left to hide.
    """
    tools = [tool.id for tool in opened(reader, Command("go", "summary")).page().tools]
    assert tools == ["help", "size", "contrast", "language", "person", "cover", "leave"]
    for command in (*map(Command, LYING), Command("cover"), Command("idle", value="42"), Command("clear")):
        reader.handle(command)
        page = reader.page()
        fewer = {"leave": ["leave"], "ended": ["person", "cover", "leave"]}.get(page.id, [])
        assert [tool.id for tool in page.tools] == [tool for tool in tools if tool not in fewer], page.id


def test_hiding_after_the_end_makes_room_for_the_next_person(reader: Reader) -> None:
    for name in ("cover", "leave"):
        opened(reader, Command("clear"))
        assert reader.page().id == "ended"
        reader.handle(Command(name))
        assert reader.page().id == "welcome"
        reader.handle(Command("language", value="en"))


def test_the_code_is_shown_from_the_first_saved_answer_on(reader: Reader) -> None:
    """In the status line, and where somebody goes away for a while; never on a cover."""
    opened(reader, Command("go", "sure"))
    before = reader.page().status
    reader.handle(Command("answer", "sure.sure", "yes"))
    assert reader.visit is not None
    code = f"{reader.visit.code[:3]}\u00a0{reader.visit.code[3:]}"
    assert code not in before
    for name in ("", "pause", "person", "about", "take"):
        if name:
            reader.handle(Command(name))
        assert code in reader.page().status, name
        reader.handle(Command("stay"))
    for name in ("cover", "alone"):
        reader.handle(Command(name))
        assert code not in repr(reader.page())
        reader.handle(Command("stay"))


def test_only_the_way_says_how_long_it_is(reader: Reader) -> None:
    """Neither its last page nor what lies over it."""
    left = "minutes left"
    assert left in opened(reader, Command("go", "values")).page().status
    for name in ("about", "take", "relatives", "changed-mind"):
        reader.handle(Command(name))
        assert left not in reader.page().status
        assert "minute" not in reader.page().status
        reader.handle(Command("stay"))
    reader.handle(Command("go", "summary"))
    assert "minute" not in reader.page().status


PERSONAL = ("values", "meaning", "question:unclear", "leaning:test", "role", "sure", "asks", "support", "summary")


def offers_to_be_alone(reader: Reader) -> bool:
    return any(block.id == "alone" for block in blocks_of(reader.page()))


def test_a_moment_alone_is_offered_wherever_answers_are_given(reader: Reader) -> None:
    """Until the person says that they are alone, at the start or later."""
    opened(reader, Command("next"))
    assert not offers_to_be_alone(reader)
    for step in PERSONAL:
        reader.handle(Command("go", step))
        assert offers_to_be_alone(reader), step
    reader.handle(Command("alone"))
    reader.handle(Command("by-myself"))
    assert reader.page().id == "summary"
    for step in PERSONAL:
        reader.handle(Command("go", step))
        assert not offers_to_be_alone(reader), step


def test_whoever_said_at_the_start_that_they_are_alone_is_offered_nothing(reader: Reader) -> None:
    opened(reader, Command("answer", "start.company", "alone"), Command("go", "values"))
    assert not offers_to_be_alone(reader)
    reader.handle(Command("go", "start"))
    reader.handle(Command("answer", "start.company", "helped"))
    reader.handle(Command("go", "values"))
    assert offers_to_be_alone(reader)


def test_the_countdown_is_said_at_few_moments_only(reader: Reader) -> None:
    """At 60, 30, 10 and 5 seconds, or at the next one where a moment was missed; what is seen counts each second."""
    opened(reader, Command("go", "values"))
    said = []
    for left in (*range(60, 31, -1), 29, *range(28, 0, -1)):
        reader.handle(Command("idle", value=str(left)))
        page = reader.page()
        assert str(left) in repr(page.main)
        if page.announce:
            said.append(left)
    assert said == [60, 29, 10, 5]
    reader.handle(Command("uncover"))
    reader.handle(Command("idle", value="60"))
    assert reader.page().announce


def test_a_person_is_called_where_staff_can_be_told(journals: Journals) -> None:
    """By a sign in the clinic's language and the patient's; it says neither who asks nor what for."""
    kinds: list[str] = []

    def tell(kind: str) -> bool:
        kinds.append(kind)
        return True

    ways = {"notify": tell, "clinic_locale": "es", "kept_minutes": 20}
    reader = new_reader(shelf(), journals.begin, Sheets(shelf()), **ways)
    reader.handle(Command("language", value="en"))
    opened(reader, Command("go", "card:breast"), Command("person"))
    page = reader.page()
    signs = [block for block in page.main if isinstance(block, Panel)]
    assert kinds == ["person"]
    assert [sign.lang for sign in signs] == ["es", "en"]
    assert all(heading.level == 0 for sign in signs for heading in sign.blocks if isinstance(heading, Heading))
    assert page.neutral
    assert "BRCA" not in repr(page)
    assert "20 minutes" in repr(page)


def test_nobody_is_said_to_know_where_nobody_can_be_told(reader: Reader) -> None:
    opened(reader, Command("go", "card:breast"), Command("person"))
    assert not any(isinstance(block, Panel) for block in reader.page().main)


def test_the_first_page_and_each_new_start_are_in_the_stations_language(journals: Journals) -> None:
    reader = new_reader(shelf(), journals.begin, Sheets(shelf()), start_locale="es")
    assert reader.tag == "es"
    reader.handle(Command("language", value="ar"))
    reader.handle(Command("restart"))
    assert reader.tag == "es"
    page = reader.page()
    assert (page.id, page.lang, page.title) == ("welcome", "es", reader.words.ui("page.welcome.heading"))
    (invitations,) = [block for block in page.main if isinstance(block, Paragraph)]
    assert "Choose your language" in plain(invitations.words)
    assert [tool.id for tool in page.tools] == ["help", "size", "contrast", "person", "cover"]


def test_who_asks_for_stillness_gets_it_on_every_page(reader: Reader) -> None:
    reader.handle(Command("contrast", value="still"))
    assert reader.page().still
    opened(reader, Command("go", "card:breast"), Command("contrast", value="dark"))
    assert (reader.page().still, reader.page().theme) == (True, "dark")
    reader.handle(Command("contrast", value="still"))
    assert (reader.page().still, reader.page().theme) == (False, "dark")


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
    few = Shelf(content_door(), locales=("es",), aids=("nipt",))
    assert [record.tag for record in few.tongues()] == ["es"]
    assert list(few.topics("es")) == ["nipt"]
    strict = Shelf(content_door(), least_review_state="reviewed")
    assert strict.topics("en") == {}
    assert [record.tag for record in strict.tongues()] == ["en"]
