"""My choice: leaning, role and people, SURE, questions to ask, support, and wishes. Nothing is ticked beforehand."""

from collections.abc import Iterable

from plainhelix.domain.aid import Preference
from plainhelix.domain.answers import UNSURE
from plainhelix.domain.journey import PREFERENCE_PAGES
from plainhelix.domain.prompts import INVOLVED, ROLES, SCALES, SUPPORT, SURE, YES_NO, preferences_of
from plainhelix.domain.readiness import routes
from plainhelix.present.blocks import (
    Action,
    Block,
    Choice,
    Command,
    Heading,
    Option,
    Page,
    Panel,
    Paragraph,
    text,
)
from plainhelix.present.frame import next_action, page
from plainhelix.present.pages.matters import own_words
from plainhelix.present.scene import Scene


def leaning(scene: Scene) -> Page:
    """Where the patient stands now."""
    words, document = scene.words, scene.document
    decision = scene.topic.decision(scene.step.item)
    key = f"leaning.{decision.id}"
    picked = scene.answers.one(key)
    options = [
        Option(option, words.say(document, f"option.{option}.leaning"), picked=option == picked)
        for option in decision.options
    ]
    unsure = words.ui("page.leaning.unsure")
    options.append(Option(UNSURE, unsure, words.ui("page.leaning.unsure-detail"), picked=picked == UNSURE))
    heading = words.say(document, f"decision.{decision.id}.heading")
    main = (
        Heading(id="heading", words=words.line(document, f"decision.{decision.id}.heading")),
        Paragraph(id="about", words=text(words.ui("page.leaning.heading")), look="lead"),
        Choice(id=key, label=text(heading), options=tuple(options), hide_label=True),
        Paragraph(id="free", words=text(words.ui("page.leaning.free")), look="small"),
    )
    return page(scene, heading, main, forward=next_action(scene))


def role(scene: Scene) -> Page:
    """Who decides, and who else is involved."""
    heading = scene.words.ui("page.role.heading")
    deciding = _listed(scene, "role.deciding", "role", ROLES)
    involved = _listed(scene, "role.involved", "involved", INVOLVED, many=True)
    main = (Heading(id="heading", words=text(heading)), deciding)
    return page(scene, heading, main, aside=(involved,), forward=next_action(scene))


def _listed(scene: Scene, key: str, table: str, choices: Iterable[str], *, many: bool = False) -> Choice:
    """A choice whose words stand in the interface: `role.me.name`."""
    given = scene.answers.many(key)
    options = tuple(Option(name, scene.words.ui(f"{table}.{name}.name"), picked=name in given) for name in choices)
    label = text(scene.words.ui(f"ask-for.{key}.label"))
    return Choice(id=key, label=label, options=options, many=many, look="ticks" if many else "cards")


def sure(scene: Scene) -> Page:
    """SURE: each "no" leads to the piece that is missing."""
    words = scene.words
    heading = words.ui("page.sure.heading")
    open_ones = {route.question: route.step for route in routes(scene.topic, scene.answers)}
    blocks: list[Block] = []
    for question in SURE:
        blocks.append(_yes_no(scene, question))
        if question in open_ones:
            blocks.append(_route(scene, question, open_ones[question].id))
    main = (
        Heading(id="heading", words=text(heading)),
        Paragraph(id="lead", words=text(words.ui("page.sure.lead")), look="lead"),
        Panel(id="sure", blocks=tuple(blocks)),
        Paragraph(id="credit", words=text(words.ui("page.sure.credit")), look="small"),
    )
    return page(scene, heading, main, forward=next_action(scene))


def _yes_no(scene: Scene, question: str) -> Choice:
    key = f"sure.{question}"
    picked = scene.answers.one(key)
    options = tuple(Option(name, scene.words.ui(f"yes-no.{name}.name"), picked=name == picked) for name in YES_NO)
    return Choice(id=key, label=text(scene.words.ui(f"sure.{question}.heading")), options=options, look="scale")


def _route(scene: Scene, question: str, step: str) -> Action:
    label = scene.words.ui(f"sure.{question}.route")
    return Action(id=f"route.{question}", label=label, command=Command("go", step), look="link")


def asks(scene: Scene) -> Page:
    """Questions to ask at the visit: pick, and own words."""
    words = scene.words
    heading = words.ui("page.asks.heading")
    given = scene.answers.many("ask.pick")
    options = tuple(
        Option(ask.id, words.say(scene.document, f"ask.{ask.id}.heading"), picked=ask.id in given)
        for ask in scene.topic.asks
    )
    main = (
        Heading(id="heading", words=text(heading)),
        Paragraph(id="lead", words=text(words.ui("page.asks.lead")), look="lead"),
        Choice(id="ask.pick", label=text(heading), options=options, many=True, look="ticks", hide_label=True),
    )
    return page(scene, heading, main, aside=(own_words(scene, "ask"),), forward=next_action(scene))


def support(scene: Scene) -> Page:
    """What would help."""
    heading = scene.words.ui("page.support.heading")
    main = (Heading(id="heading", words=text(heading)), _listed(scene, "support.pick", "support", SUPPORT, many=True))
    return page(scene, heading, main, aside=(own_words(scene, "support"),), forward=next_action(scene))


def wishes(scene: Scene) -> Page:
    """Preferences on results, family, contact, sample and data."""
    groups = next(groups for groups in PREFERENCE_PAGES if scene.step.item in groups)
    shown = [
        preference
        for preference in preferences_of(scene.topic, scene.shared)
        if preference.group in groups and (preference.short or not scene.short)
    ]
    heading = scene.words.ui(f"page.wishes.{groups[0]}")
    main: list[Block] = [
        Heading(id="heading", words=text(heading)),
        Paragraph(id="lead", words=text(scene.words.ui("page.wishes.lead")), look="lead"),
    ]
    main += [_preference(scene, preference) for preference in shown]
    if groups == PREFERENCE_PAGES[-1]:
        main.append(own_words(scene, "prefer"))
    return page(scene, heading, main, forward=next_action(scene))


def _preference(scene: Scene, preference: Preference) -> Panel:
    document = scene.document_of(preference)
    section = f"preference.{preference.id}"
    title = Heading(id=f"{section}.heading", words=scene.words.line(document, f"{section}.heading"), level=2)
    body = scene.words.blocks(document, f"{section}.body")
    choices = _items(scene, preference) if preference.kind == "each" else (_choices(scene, preference),)
    return Panel(id=section, blocks=(title, *body, *choices))


def _items(scene: Scene, preference: Preference) -> tuple[Choice, ...]:
    """One row of buttons for each item."""
    document = scene.document_of(preference)
    scale = preference.scale or "allow"
    items = []
    for item in preference.choices:
        key = f"prefer.{preference.id}.{item}"
        picked = scene.answers.one(key)
        options = tuple(
            Option(name, scene.words.ui(f"scale.{scale}.{name}"), picked=name == picked) for name in SCALES[scale]
        )
        label = scene.words.line(document, f"preference.{preference.id}.{item}")
        items.append(Choice(id=key, label=label, options=options, look="scale"))
    return tuple(items)


def _choices(scene: Scene, preference: Preference) -> Choice:
    document = scene.document_of(preference)
    section = f"preference.{preference.id}"
    key = f"prefer.{preference.id}"
    given = scene.answers.many(key)
    options = tuple(
        Option(name, scene.words.say(document, f"{section}.{name}"), picked=name in given)
        for name in preference.choices
    )
    many = preference.kind == "many"
    label = scene.words.line(document, f"{section}.heading")
    return Choice(id=key, label=label, options=options, many=many, look="ticks" if many else "cards", hide_label=True)
