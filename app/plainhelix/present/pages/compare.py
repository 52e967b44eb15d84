"""Compare: options side by side, the same rows and the same detail for each."""

from plainhelix.domain.aid import Decision, Row, chart_facts
from plainhelix.present.blocks import Action, Block, Cell, ChartBlock, Command, Heading, Page, Table, TableRow
from plainhelix.present.charting import Charting
from plainhelix.present.frame import next_action, page
from plainhelix.present.pages.evidence import evidence, facts_in
from plainhelix.present.scene import Scene

ALL_ROWS = "compare.all-rows"


def compare(scene: Scene) -> Page:
    """One decision's options."""
    words, document = scene.words, scene.document
    decision = scene.topic.decision(scene.step.item)
    section = f"decision.{decision.id}"
    rows = tuple(row for row in decision.rows if row.short or not _fewer(scene))
    table = Table(
        id=f"compare.{decision.id}",
        label=words.say(document, f"{section}.heading"),
        columns=tuple(words.say(document, f"option.{option}.heading") for option in decision.options),
        rows=tuple(_row(scene, decision, row) for row in rows),
    )
    main: tuple[Block, ...] = (
        Heading(id="heading", words=words.line(document, f"{section}.heading")),
        *words.blocks(document, f"{section}.body"),
        table,
        _switch(scene),
    )
    return page(scene, words.say(document, f"{section}.heading"), main, forward=next_action(scene))


def _fewer(scene: Scene) -> bool:
    """Few rows first on the short path, all on the full one; the button turns it round."""
    return scene.short != scene.is_open(ALL_ROWS)


def _switch(scene: Scene) -> Action:
    label = "page.compare.more-rows" if _fewer(scene) else "page.compare.fewer-rows"
    return Action(id=ALL_ROWS, label=scene.words.ui(label), command=Command("toggle", ALL_ROWS), look="quiet")


def _row(scene: Scene, decision: Decision, row: Row) -> TableRow:
    words, document = scene.words, scene.document
    section = f"row.{row.id}"
    cells = tuple(_cell(scene, f"{section}.{option}") for option in decision.options)
    heading = words.say(document, f"{section}.heading")
    named = tuple(f"{section}.{option}" for option in decision.options)
    facts = (*facts_in(scene, named), *chart_facts(row.chart), *row.facts)
    if not facts:
        return TableRow(row.id, heading, cells)
    opened = scene.is_open(section)
    label = words.ui("page.compare.close" if opened else "page.compare.look")
    name = words.ui("page.compare.look-name", row=heading)
    action = Action(id=section, label=label, command=Command("toggle", section), look="link", name=name)
    return TableRow(row.id, heading, cells, action, _opened(scene, row, facts) if opened else ())


def _cell(scene: Scene, block: str) -> Cell:
    blocks = scene.words.blocks(scene.document, block)
    return Cell(scene.words.line(scene.document, block) if blocks else (), blocks)


def _opened(scene: Scene, row: Row, facts: tuple[str, ...]) -> tuple[Block, ...]:
    section = f"row.{row.id}"
    blocks: list[Block] = []
    if row.chart:
        chart = Charting(scene.words, scene.document, section).chart(row.chart)
        block_id = f"{section}.chart"
        blocks.append(ChartBlock(id=block_id, chart=chart, group=scene.view.groups.get(block_id, "")))
    return (*blocks, *evidence(scene, f"{section}.evidence", facts))
