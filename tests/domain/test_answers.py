"""Answers, prompts, and the way through a visit."""

from content_fixtures import library
from plainhelix.domain.answers import Answers
from plainhelix.domain.journey import AID_STATIONS, home_of, neighbour, steps
from plainhelix.domain.prompts import prompts
from plainhelix.domain.readiness import routes, weak_points
from plainhelix.domain.values import highest

AIDS = library().aids
SHARED = library().shared


def test_taking_an_answer_back_leaves_it_unanswered() -> None:
    answers = Answers().having("sure.sure", "yes").having("sure.sure", None)
    assert answers == Answers()
    assert answers.having("ask.pick", ()) == Answers()


def test_answers_are_never_changed_in_place() -> None:
    before = Answers({"a": "x"})
    before.having("a", "y")
    assert before.one("a") == "x"


def test_every_path_visits_all_stations_in_order() -> None:
    for aid in AIDS.values():
        for path in ("short", "full"):
            way = steps(aid, SHARED, Answers({"start.path": path}))
            stations = list(dict.fromkeys(step.station for step in way))
            assert stations == list(AID_STATIONS)
            assert len({step.id for step in way}) == len(way)


def test_short_path_is_shorter_and_within_the_full_one() -> None:
    for aid in AIDS.values():
        short = steps(aid, SHARED, Answers({"start.path": "short"}))
        full = steps(aid, SHARED, Answers({"start.path": "full"}))
        assert len(short) < len(full)
        assert set(short) <= set(full)


def test_an_unchosen_path_is_the_full_one() -> None:
    for aid in AIDS.values():
        assert steps(aid, SHARED, Answers()) == steps(aid, SHARED, Answers({"start.path": "full"}))


def test_nothing_lies_beyond_the_ends() -> None:
    for aid in AIDS.values():
        way = steps(aid, SHARED, Answers())
        assert neighbour(way, way[0], -1) is None
        assert neighbour(way, way[-1], 1) is None
        assert neighbour(way, way[0], 1) == way[1]


def test_sure_routes_only_for_no() -> None:
    for aid in AIDS.values():
        assert routes(aid, Answers({"sure.sure": "yes"})) == ()
        (route,) = routes(aid, Answers({"sure.risk": "no"}))
        assert route.question == "risk"


def test_every_route_leads_to_a_page_of_the_full_path() -> None:
    for aid in AIDS.values():
        ids = {step.id for step in steps(aid, SHARED, Answers())}
        for question in ("sure", "understand", "risk", "encouragement"):
            assert home_of(getattr(aid.sure, question), aid).id in ids


def test_echo_keeps_the_contents_order_and_only_the_highest_rating() -> None:
    aid = AIDS["brca"]
    ids = [value.id for value in aid.values]
    answers = Answers({f"values.{ids[2]}": "very", f"values.{ids[0]}": "very", f"values.{ids[1]}": "quite"})
    assert [echo.value.id for echo in highest(aid, answers)] == [ids[0], ids[2]]
    assert [echo.value.id for echo in highest(aid, Answers({f"values.{ids[1]}": "quite"}))] == [ids[1]]
    assert highest(aid, Answers({f"values.{ids[1]}": "little"})) == ()


def test_unanswered_questions_are_no_weak_points() -> None:
    aid = AIDS["nipt"]
    question = aid.questions[0]
    assert weak_points(aid, Answers()) == ()
    assert weak_points(aid, Answers({f"check.{question.id}": question.right})) == ()
    assert weak_points(aid, Answers({f"check.{question.id}": "unsure"})) == (question.id,)


def test_prompts_have_keys_of_their_own() -> None:
    for aid in AIDS.values():
        keys = [prompt.key for prompt in prompts(aid, SHARED)]
        assert len(keys) == len(set(keys))
