"""Each way to break content is found, with its file and line."""

import datetime
from dataclasses import dataclass
from pathlib import Path

import pytest

from content.checks.conftest import Run
from plainhelix.base.errors import Level
from plainhelix.base.resources import Door


@dataclass(frozen=True)
class Mutation:
    """A text that is replaced, and what the check says about it."""

    name: str
    file: str
    old: str
    new: str
    code: str
    at: str
    """The line that is named, as it begins after the change."""
    named: str = ""
    """The file that is named, where it is not the changed one."""
    level: Level = "error"


AID, EXPLAINER, FACTS = "aids/small.toml", "explainers/reading.toml", "evidence/small.toml"
SOURCES = "evidence/sources.toml"
WORDS, INTERFACE = "locales/en/aids/small.md", "locales/en/interface.md"
ES, AR = "locales/es/aids/small.po", "locales/ar/aids/small.po"

MUTATIONS = (
    Mutation("broken TOML", AID, "version = 1", "version =", "toml-broken", "version ="),
    Mutation("wrong type", AID, "version = 1", 'version = "1"', "toml-unexpected", "version"),
    Mutation("words deleted", WORDS, "#### neutral\nA talk\n", "", "words-missing-for", "id =", AID),
    Mutation("alternative deleted", WORDS, "#### alt\nA person.\n", "", "words-missing-for", 'id = "chance"', AID),
    Mutation("cell deleted", WORDS, "#### never\nYou go on as before.\n", "", "words-missing-for", 'id = "what', AID),
    Mutation("reply deleted", WORDS, "#### reply unsure\nIt can.\n", "", "words-missing-for", 'id = "third"', AID),
    Mutation("words for nobody", WORDS, "## ask who", "## ask whom", "words-unused", "### Who goes first"),
    Mutation("document deleted", WORDS, "# A small aid", "\x00", "document-missing", "id =", AID),
    Mutation("id twice", AID, 'id = "second"', 'id = "first"', "id-twice", 'id = "first"'),
    Mutation("malformed id", AID, '"now", "never"]', '"now", "Never"]', "id-malformed", "options ="),
    Mutation("unknown picture", AID, 'picture = "person"', 'picture = "cat"', "picture-unknown", "picture"),
    Mutation("unknown right answer", AID, 'right = "b-yes"', 'right = "maybe"', "right-unknown", 'right = "maybe"'),
    Mutation("unknown card", AID, 'card = "test"', 'card = "tests"', "card-unknown", 'card = "tests"'),
    Mutation("unknown decision", AID, 'decision = "test"', 'decision = "x"', "decision-unknown", 'decision = "x"'),
    Mutation("unknown wish", AID, '["contact"]', '["contacts"]', "preference-unknown", "shared_preferences"),
    Mutation("unknown route", AID, "card:chance", "card:none", "route-unknown", "encouragement"),
    Mutation("one option", AID, '["now", "never"]', '["now"]', "options-too-few", "options"),
    Mutation("unknown link", WORDS, "explainer:reading", "explainer:writing", "link-unknown", "#### for-you"),
    Mutation("deleted fact", FACTS, 'id = "usual"', 'id = "other"', "fact-unknown", "chart =", AID),
    Mutation("deleted fact in words", FACTS, 'id = "found"', 'id = "other"', "fact-unknown", "{found} women", WORDS),
    Mutation("fact without words", FACTS, 'id = "usual"', 'id = "other"', "words-missing-for", 'id = "other"'),
    Mutation("unused fact", AID, 'right = "usual"', 'right = "found"', "fact-unused", 'id = "usual"', FACTS, "warning"),
    Mutation("no source", FACTS, 'source = "study-2020"\n', "", "fact-incomplete", 'id = "found"'),
    Mutation("unknown source", FACTS, '"study-2020"', '"study-2021"', "source-unknown", "source ="),
    Mutation("second-hand", FACTS, 'read = "page"', 'read = "second-hand"', "fact-second-hand-sure", "read"),
    Mutation("no reason in words", FACTS, 'reason = "study"', 'reason = "stud"', "words-missing-for", 'id = "found"'),
    Mutation("worked out wrongly", FACTS, "value = 36", "value = 36.1", "formula-differs", "value = 36.1"),
    Mutation("broken formula", FACTS, "rate * sens", "rate ** sens", "formula-broken", "formula"),
    Mutation("unknown input", FACTS, 'rate = "usual-rate"', 'rate = "none"', "input-unknown", "inputs"),
    Mutation(
        "worked out from itself", FACTS, 'rate = "usual-rate"', 'rate = "tree-found"', "formula-circular", "inputs"
    ),
    Mutation("impossible figure", FACTS, "value = 72", "value = 172", "fact-out-of-range", "value = 172"),
    Mutation(
        "a share in words", WORDS, "You have the test now.", "Nine out of ten do.", "figure-in-prose", "#### says"
    ),
    Mutation("a fraction", WORDS, "You have the test now.", "About ½ do.", "figure-in-prose", "#### says"),
    Mutation("a sign unseen", WORDS, "You have the test now.", "You have the te\u200bst.", "sign-unseen", "You have"),
    Mutation("figure in prose", WORDS, "You have the test now.", "You have 2 tests.", "figure-in-prose", "#### says"),
    Mutation("broken placeholder", WORDS, "{found} women", "{found women", "placeholder-broken", "{found women"),
    Mutation("unwritable fact", WORDS, "{found:age}", "{found:range}", "placeholder-format", "{found} women"),
    Mutation("wrong count", WORDS, "|tube|tubes", "|tube", "placeholder-count", "#### for-you"),
    Mutation("other spans", FACTS, "age = 80", "age = 70", "chart-spans", "chart =", AID),
    Mutation("other denominator", AID, "of = 100,", "of = 300,", "chart-of", "chart ="),
    Mutation("branches do not add up", AID, 'clear = "tree-clear"', 'clear = "tree-alarm"', "tree-sum", 'id = "test"'),
    Mutation(
        "two denominators",
        WORDS,
        "{found:not} do not.",
        "{found:per-1000-not} do not.",
        "fact-two-denominators",
        "{found} women",
        level="warning",
    ),
    Mutation("a note in a source", SOURCES, '"A study"', '"A study (year not shown)"', "source-notes", "title ="),
    Mutation(
        "an address of a preview",
        SOURCES,
        "year = 2020",
        'year = 2020\nurl = "https://preview.example.org/a"',
        "source-notes",
        "url =",
    ),
    Mutation("uneven cells", WORDS, "some blood.", "some blood. " * 8, "cells-uneven", "#### now", level="warning"),
    Mutation(
        "a long sentence",
        WORDS,
        "It finds most.",
        "It finds " + "most " * 20 + ".",
        "sentence-long",
        "It f",
        level="warning",
    ),
    Mutation("a very long one", WORDS, "It finds most.", "It finds " + "most " * 30 + ".", "sentence-long", "It finds"),
    Mutation("a long paragraph", WORDS, "It finds most.", "So. " * 4, "paragraph-long", "So.", level="warning"),
    Mutation("ruled-out word", WORDS, "You have no test.", "You should have none.", "word-ruled-out", "#### says"),
    Mutation("1 in X", WORDS, "It finds most.", "It is one in {n:8}.", "one-in-x", "It is one"),
    Mutation("review too late", AID, "2027-12-10", "2028-12-10", "review-too-late", "review_due"),
    Mutation("review past", EXPLAINER, "2027-12-10", "2026-11-01", "review-past-due", "review_due", level="warning"),
    Mutation("review long past", EXPLAINER, "2027-12-10", "2026-02-01", "review-expired", "review_due"),
    Mutation("brackets", WORDS, "It finds most.", "[" * 201, "markup-too-many-brackets", "[[["),
    Mutation("a word too long", WORDS, "It finds most.", "x" * 1001, "markup-word-too-long", "xxx"),
    Mutation("too deep a list", WORDS, "It finds most.", "a\n" + " " * 28 + "- b", "markup-too-deep", "a"),
    Mutation("page too large", WORDS, "It finds most.", "It is. \n" * 9000, "document-too-large", "# A small"),
    Mutation("long TOML line", AID, "version = 1", "version = 1 #" + "x" * 2000, "toml-line-too-long", "version"),
    Mutation("bidi control", WORDS, "It finds most.", "It \u202efinds most.", "bidi-control", "It \u202efinds"),
    Mutation("HTML", WORDS, "It finds most.", "It <b>finds</b> most.", "markup-not-allowed", "It <b>"),
    Mutation("web address", WORDS, "It finds most.", "See https://example.com.", "markup-not-allowed", "See"),
    Mutation("placeholder lost", ES, 'msgstr "«{found} women', 'msgstr "«women', "placeholder-lost", 'msgid "{found}'),
    Mutation("placeholder misspelt", ES, 'msgstr "«{found} w', 'msgstr "«{fond} w', "placeholder-added", 'msgid "{f'),
    Mutation("brace broken", ES, 'msgstr "«{found} w', 'msgstr "«{found w', "placeholder-broken", 'msgid "{found}'),
    Mutation("too few forms", AR, "|tubo|tubo|tubo|tubo|tubo|tubo", "|tubo|tubo", "placeholder-forms", 'msgid "See'),
    Mutation(
        "link changed",
        ES,
        'msgstr "«See [how to read chances](explainer:reading)',
        'msgstr "«See [how](explainer:x)',
        "links-differ",
        'msgid "See',
    ),
    Mutation(
        "figure in translation", ES, 'msgstr "«It finds most.»"', 'msgstr "«٩٠ most»"', "figure-in-prose", 'msgid "It f'
    ),
    Mutation(
        "HTML in translation",
        ES,
        'msgstr "«It finds most.»"',
        'msgstr "<i>most</i>"',
        "markup-not-allowed",
        'msgid "It f',
    ),
    Mutation("missing string", ES, 'msgstr "«It finds most.»"', 'msgstr ""', "string-missing", 'msgid "It finds'),
    Mutation(
        "unchanged string",
        ES,
        'msgstr "«It finds most.»"',
        'msgstr "It finds most."',
        "string-unchanged",
        'msgid "It',
        level="warning",
    ),
    Mutation("stale string", WORDS, "It finds most.", "It finds a few.", "string-stale", 'msgid "It finds most', ES),
    Mutation(
        "unfinished language",
        AR,
        'msgstr "«It finds most.»"',
        'msgstr ""',
        "document-unfinished",
        'msgid "It f',
        level="note",
    ),
    Mutation(
        "plural header shifted",
        AR,
        "n==0 ? 0 : n==1 ? 1 : n==2 ? 2",
        "n==1 ? 0 : n==2 ? 1 : n==0 ? 2",
        "plural-not-record",
        '"Plural-Forms',
    ),
    Mutation(
        "Arabic header of another order",
        AR,
        "n%100>=11 ? 4 : 5",
        "n%100>=0 && n%100<=2 ? 4 : 5",
        "plural-not-record",
        '"Plural-Forms',
    ),
    Mutation("broken header", ES, "plural=(n != 1)", "plural=(m != 1)", "plural-header-broken", '"Plural-Forms'),
    Mutation(
        "record against CLDR",
        "locales/ar/locale.toml",
        "n%100>=11 ? 4 : 5",
        "n%100<=2 ? 4 : 5",
        "plural-not-cldr",
        "plural",
    ),
    Mutation(
        "record without words",
        "locales/es/locale.toml",
        'choose = "…"',
        'choose = ""',
        "locale-words-missing",
        "choose",
    ),
    Mutation(
        "broken record", "locales/es/locale.toml", "complete = true", "complete = maybe", "locale-broken", "complete"
    ),
    Mutation(
        "broken PO", ES, 'msgstr "«It finds most.»"', 'msgstr "«It finds most.»', "po-broken", 'msgstr "«It finds'
    ),
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_found_with_file_and_line(mutation: Mutation, sample: Door, run: Run) -> None:
    path = sample.path(mutation.file)
    text = path.read_text(encoding="utf-8")
    assert mutation.old in text
    if mutation.new == "\x00":
        path.unlink()
    else:
        path.write_text(text.replace(mutation.old, mutation.new, 1), encoding="utf-8")
    named = mutation.named or mutation.file
    problems = [problem for problem in run(sample) if problem.code == mutation.code and problem.place.file == named]
    lines = sample.read_text(named, 1_000_000).split("\n")
    told = [(problem.level, lines[(problem.place.line or 1) - 1]) for problem in problems]
    assert any(level == mutation.level and line.lstrip().startswith(mutation.at) for level, line in told), told


def test_second_hand_facts_of_low_certainty_are_noted(sample: Door, run: Run) -> None:
    path = sample.path(FACTS)
    text = path.read_text().replace('read = "page"', 'read = "second-hand"').replace('"high"', '"low"')
    path.write_text(text)
    assert {(problem.level, problem.code) for problem in run(sample)} == {("note", "fact-second-hand")}


def test_without_the_words_of_the_interface_nothing_is_offered(sample: Door, run: Run) -> None:
    sample.path(INTERFACE).unlink()
    found = [(problem.code, problem.place.file) for problem in run(sample) if problem.level == "error"]
    assert ("document-missing", INTERFACE) in found


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("direction", "ltr", "locale-direction"),
        ("digits", "deva", "locale-digits"),
        ("cldr", "xx", "locale-cldr-unknown"),
    ],
)
def test_a_record_that_cldr_does_not_bear_out(sample: Door, run: Run, key: str, value: str, code: str) -> None:
    path = sample.path("locales/ar/locale.toml")
    lines = path.read_text().splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith(f"{key} ="))
    path.write_text("\n".join([*lines[:at], f'{key} = "{value}"', *lines[at + 1 :]]))
    assert (code, "locales/ar/locale.toml", at + 1) in {
        (problem.code, problem.place.file, problem.place.line) for problem in run(sample)
    }


def test_a_slip_in_one_file_is_not_told_for_every_use(sample: Door, run: Run) -> None:
    path = sample.path(FACTS)
    path.write_text(path.read_text().replace("value = 72", "valeu = 72"))
    problems = [problem for problem in run(sample) if problem.level == "error"]
    assert [(problem.code, problem.place.file) for problem in problems] == [("toml-unexpected", FACTS)]


def test_a_title_and_its_chart_draw_as_many(sample: Door, run: Run) -> None:
    path = sample.path(AID)
    path.write_text(path.read_text().replace("of = 100,", "of = 1000,"))
    words = sample.path(WORDS)
    lines = words.read_text().split("\n")
    at = lines.index("#### chart") + 1
    words.write_text("\n".join([*lines[:at], "Out of {n:100} women", *lines[at + 1 :]]))
    assert "chart-title-of" in {problem.code for problem in run(sample)}


def test_nothing_is_wrong_with_the_sample(sample: Door, run: Run) -> None:
    assert run(sample) == ()


def test_a_ratio_does_not_stand_alone(sample: Door, run: Run) -> None:
    path = sample.path("evidence/small.toml")
    ratio = path.read_text().replace('value = 12\nunit = "percent"', 'value = 1.6\nunit = "ratio"')
    path.write_text(ratio)
    words = sample.path("locales/en/aids/small.md")
    words.write_text(words.read_text().replace("It finds most.", "It is {usual:ratio}.\n"))
    found = [problem for problem in run(sample) if problem.code == "ratio-alone"]
    assert [problem.place.key for problem in found] == ["card.test.body"]
    words.write_text(words.read_text().replace("It is {usual:ratio}.", "It is {usual:ratio}, from {found}."))
    assert not [problem for problem in run(sample) if problem.code == "ratio-alone"]


def test_a_caution_lets_spans_differ(sample: Door, run: Run) -> None:
    facts = sample.path("evidence/small.toml")
    facts.write_text(facts.read_text().replace("age = 80", "age = 70", 1))
    words = sample.path("locales/en/aids/small.md")
    words.write_text(words.read_text().replace("do not\n", "do not\n\n#### chart note\nThe time differs.\n", 1))
    assert "chart-spans" not in {problem.code for problem in run(sample)}


def test_a_fuzzy_string_of_a_complete_language_is_an_error(sample: Door, run: Run) -> None:
    path = sample.path(ES)
    path.write_text(path.read_text().replace('msgctxt "card.test.body"', '#, fuzzy\nmsgctxt "card.test.body"'))
    assert [(problem.level, problem.code) for problem in run(sample)] == [("error", "string-fuzzy")]


def test_a_file_without_english_is_told(sample: Door, run: Run) -> None:
    path = sample.path("locales/es/aids/gone.po")
    path.write_text(sample.read_text(ES))
    assert [(problem.level, problem.code) for problem in run(sample)] == [("warning", "po-without-english")]


def test_a_missing_translation_is_an_error_only_where_the_language_is_complete(sample: Door, run: Run) -> None:
    for name in (ES, AR):
        sample.path(name).unlink()
    assert [(problem.level, problem.place.file) for problem in run(sample)] == [("note", AR), ("error", ES)]


def test_placeholders_alone_may_stay_as_they_are(sample: Door, run: Run) -> None:
    for name in (WORDS, ES):
        path = sample.path(name)
        same = "{found}, {usual}: {n:2|tube of blood|tubes of blood} ({found:not})!"
        path.write_text(path.read_text().replace("«It finds most.»", same).replace("It finds most.", same))
    assert [problem for problem in run(sample) if problem.place.file == ES] == []


GLOSSARY = """state = "draft"

[[term]]
id = "gene"
en = "changed gene (harmful) / change in a gene"
preferred = "cambio en un gen"
avoid = ["mutación, gen malo (frightening)", "defecto as everyday word"]

[[term]]
id = "test"
en = "test"
preferred = "prueba, not examen"
avoid = ["examen (school)"]

[[term]]
id = "children"
en = "children (sons and daughters)"
preferred = "hijos"
avoid = ["niños (young ones)"]
"""


@pytest.mark.parametrize(
    ("english", "spanish", "told"),
    [
        ("Two changed genes run in it.", "Hay dos (mutación).", ["mutación"]),
        ("A change in a gene.", "Un Gen Malo.", ["Gen Malo"]),
        ("Something else.", "Es una mutación.", []),
        ("A changed gene.", "Es una mutaciónes.", []),
        ("A changed gene.", "Es un defecto.", []),
        ("A test.", "Un examen.", []),
        ("All children.", "Todos los niños.", []),
    ],
)
def test_words_that_the_glossary_avoids(sample: Door, run: Run, english: str, spanish: str, told: list[str]) -> None:
    sample.path("locales/es/glossary.toml").write_text(GLOSSARY)
    for name in (WORDS, ES, AR):
        path = sample.path(name)
        path.write_text(path.read_text().replace("«It finds most.»", spanish).replace("It finds most.", english))
    found = [problem for problem in run(sample) if problem.place.file.startswith("locales/es")]
    assert [(problem.level, problem.code, problem.params["word"]) for problem in found] == [
        ("warning", "word-avoided", word) for word in told
    ]


def test_a_broken_glossary_is_told(sample: Door, run: Run) -> None:
    sample.path("locales/es/glossary.toml").write_text(GLOSSARY.replace('id = "test"', "id = 3"))
    (problem,) = run(sample)
    assert (problem.code, problem.place.file, problem.place.line) == ("toml-unexpected", "locales/es/glossary.toml", 10)


def test_time_passes(sample: Door, run: Run) -> None:
    codes = {problem.code for problem in run(sample, today=datetime.date(2028, 1, 1))}
    assert codes == {"review-past-due"}


def test_problems_are_told_once_and_in_order(sample: Door, run: Run) -> None:
    path: Path = sample.path(WORDS)
    path.write_text(path.read_text().replace("It finds most.", "It finds 90 or 95 <b>."))
    problems = run(sample)
    assert list(problems) == sorted(problems, key=lambda problem: (problem.place.file, problem.place.line or 0))
    assert len({(problem.code, problem.place, str(problem.params)) for problem in problems}) == len(problems)
