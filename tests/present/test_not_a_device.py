"""Information, not advice: what is told is the same whatever was answered. The line that is never crossed."""

import ast
import random
from pathlib import Path

import pytest

import plainhelix
from content_fixtures import library, shelf
from plainhelix.domain.answers import Answers
from plainhelix.domain.journey import Step, steps
from plainhelix.domain.prompts import Prompt, prompts
from plainhelix.present.blocks import Block, ChartBlock, Choice, Disclosure, Heading, Page, Panel, Paragraph, Table
from plainhelix.present.pages.table import build
from plainhelix.present.player import blocks_of
from plainhelix.present.scene import Scene, View
from plainhelix.present.words import Words

RUNS = 10_000
INFORMATION = ("card", "compare", "question")


def scene(aid_id: str, step: Step, answers: Answers) -> Scene:
    own = shelf()
    words = Words(own.record("en"), own.catalogues("en").messages, own.library, own.formats("en"))
    return Scene(
        words=words, view=View(), step=step, aid=library().aids[aid_id], shared=library().shared, answers=answers
    )


def pick(prompt: Prompt, chance: random.Random) -> str | tuple[str, ...] | None:
    if prompt.kind == "words":
        return chance.choice([None, "own words", "72 out of 100"])
    if prompt.kind == "many":
        return tuple(one for one in prompt.choices if chance.random() < 0.4) or None
    return chance.choice([None, *prompt.choices])


def random_answers(aid_id: str, chance: random.Random) -> Answers:
    given = {one.key: pick(one, chance) for one in prompts(library().aids[aid_id], library().shared)}
    return Answers({key: answer for key, answer in given.items() if answer is not None})


def informational(page: Page) -> bytes:
    """What the page tells, without what was picked, what is asked for, and the frame."""
    return repr([fixed(block) for block in blocks_of(page) if told(block)]).encode()


def told(block: Block) -> bool:
    return isinstance(
        block, Heading | Paragraph | ChartBlock | Table | Choice | Disclosure | Panel
    ) and block.id not in {
        "place",
        "compare.all-rows",
    }


def fixed(block: Block) -> object:
    if isinstance(block, Choice):
        return [(option.id, option.label, option.detail) for option in block.options]
    if isinstance(block, Panel):
        return block.id
    return block


@pytest.mark.parametrize("aid_id", ["brca", "nipt"])
def test_informational_text_is_the_same_for_all_answers(aid_id: str) -> None:
    """10,000 random answer sets; in each, a page that informs is byte for byte what it is without any answer."""
    chance = random.Random(20261121)
    aid = library().aids[aid_id]
    pages = [step for step in steps(aid, library().shared, Answers()) if step.page in INFORMATION]
    plain: dict[tuple[str, bool], bytes] = {}
    for number in range(RUNS // 2):
        step = pages[number % len(pages)]
        answers = random_answers(aid_id, chance)
        short = answers.one("start.path") == "short"
        if (step.id, short) not in plain:
            bare = Answers({"start.path": "short"} if short else {})
            plain[step.id, short] = informational(build(step.page, scene(aid_id, step, bare)))
        assert informational(build(step.page, scene(aid_id, step, answers))) == plain[step.id, short]


def test_meaning_lines_are_the_contents_own_and_in_its_order() -> None:
    """Whatever was rated, each echo holds one line for every option, in the order of the decision."""
    chance = random.Random(7)
    aid = library().aids["brca"]
    words = shelf().catalogues("en").messages["aids/brca"]
    for _ in range(500):
        answers = random_answers("brca", chance)
        page = build("meaning", scene("brca", Step("matters", "meaning"), answers))
        for panel in (block for block in page.main if isinstance(block, Panel)):
            value = panel.id.split(".")[1]
            own = next(one for one in aid.values if one.id == value)
            lines = [block for block in panel.blocks if isinstance(block, Paragraph)]
            options = aid.decision(own.decision).options
            assert [line.id.rpartition(".")[2] for line in lines] == list(options)
            for line, option in zip(lines, options, strict=True):
                assert "".join(run.text for run in line.words[1:]) == words[f"value.{value}.{option}"]


ANSWER_NAMES = {"answers", "answer", "given", "picked"}


def test_no_arithmetic_on_answers() -> None:
    """No module of the domain or of the pages adds up, multiplies, counts or sorts what was answered."""
    package = Path(plainhelix.__file__).parent
    found = []
    for path in [*(package / "domain").glob("*.py"), *(package / "present").rglob("*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.BinOp | ast.AugAssign | ast.Call) and _reckons_with_answers(node):
                found.append(f"{path.name}:{node.lineno}")
    assert found == []


def _reckons_with_answers(node: ast.BinOp | ast.AugAssign | ast.Call) -> bool:
    if isinstance(node, ast.Call):
        reckons = isinstance(node.func, ast.Name) and node.func.id in {
            "sum",
            "len",
            "max",
            "min",
            "sorted",
            "float",
            "int",
        }
        return reckons and any(_is_answer(argument) for argument in node.args)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr | ast.BitXor | ast.BitAnd):
        return False
    sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.target, node.value)
    return any(_is_answer(side) for side in sides)


def _is_answer(node: ast.AST) -> bool:
    return any(
        (isinstance(one, ast.Name) and one.id in ANSWER_NAMES)
        or (isinstance(one, ast.Attribute) and one.attr == "answers")
        for one in ast.walk(node)
    )
