"""Pages outside of the way: cover, leaving, the end, and help with what we promise."""

from msgspec.structs import replace

from plainhelix.content.names import INTERFACE, SHARED
from plainhelix.domain.charts import QrCode
from plainhelix.present.blocks import (
    Action,
    Block,
    Command,
    Disclosure,
    FreeText,
    Heading,
    Notice,
    Page,
    Panel,
    Paragraph,
    Picture,
    QrBlock,
    VisitCode,
    text,
)
from plainhelix.present.frame import bare, page, saved, spaced
from plainhelix.present.scene import Scene
from plainhelix.present.words import Words

SIGN = 0
"""Level of a heading that is to be read from afar."""


def cover(scene: Scene) -> Page:
    """Nothing to see: for a moment when somebody looks over the shoulder, or when nobody is there."""
    words, remaining = scene.words, scene.view.remaining
    label = words.ui("page.cover.back" if remaining is None else "page.idle.more")
    back = Action(id="uncover", label=label, command=Command("uncover"), look="primary")
    heading = words.ui("page.cover.heading" if remaining is None else "page.idle.heading")
    said = words.ui("page.cover.hidden") if remaining is None else words.ui("page.idle.body", n=remaining)
    main: tuple[Block, ...] = (
        Picture(id="picture", name="cover", alternative=words.ui("page.cover.alt")),
        Heading(id="heading", words=text(heading)),
        Paragraph(id="body", words=text(said), look="lead"),
        back,
    )
    return replace(_alone(scene, "cover", heading, main), focus="uncover")


def pause(scene: Scene) -> Page:
    """A moment to breathe, where something weighs."""
    words = scene.words
    go_on = Action(id="stay", label=words.ui("page.cover.back"), command=Command("stay"), look="primary")
    person = Action(id="person", label=words.ui("tool.person.name"), command=Command("person"))
    main: tuple[Block, ...] = (
        Picture(id="picture", name="cover", alternative=words.ui("page.cover.alt")),
        Heading(id="heading", words=text(words.ui("page.pause.heading"))),
        *words.blocks(INTERFACE, "page.pause.rest"),
        *_kept(scene),
        go_on,
        person,
    )
    return _away(scene, "pause", words.ui("page.pause.heading"), main)


def person(scene: Scene, clinic: Words | None = None) -> Page:
    """Somebody to talk to now: where staff can be told, a sign for them in their words too; else where to ask."""
    words = scene.words
    go_on = Action(id="stay", label=words.ui("page.cover.back"), command=Command("stay"), look="primary")
    main: tuple[Block, ...] = (
        *(_signs(words, clinic) if clinic is not None else _where_to_ask(scene)),
        *_kept(scene),
        go_on,
    )
    return _away(scene, "person", words.ui("page.person.heading"), main)


def _signs(words: Words, clinic: Words) -> tuple[Block, ...]:
    """Says, to be read from afar, that somebody should come: not who asks, nor what for."""
    tongues = {clinic.language.tag: clinic, words.language.tag: words}
    signs = tuple(_sign(said, tag) for tag, said in tongues.items() if said.has(INTERFACE, "page.person.sign"))
    return (*signs, *words.blocks(INTERFACE, "page.person.shown"))


def _sign(words: Words, tag: str) -> Panel:
    sign = Heading(id=f"sign.{tag}.heading", words=text(words.ui("page.person.sign")), level=SIGN)
    return Panel(id=f"sign.{tag}", blocks=(sign,), look="soft", lang=tag, rtl=words.language.rtl)


def _where_to_ask(scene: Scene) -> tuple[Block, ...]:
    words = scene.words
    heading = Heading(id="heading", words=text(words.ui("page.person.heading")))
    return (heading, *words.blocks(INTERFACE, "page.person.go"))


def _kept(scene: Scene) -> tuple[Paragraph, ...]:
    """For how long the place and the answers stay; nothing of the kind where answers are not saved."""
    if scene.unsaved:
        return ()
    minutes = scene.kept_minutes
    said = scene.words.ui("page.away.minutes", n=minutes) if minutes else scene.words.ui("page.away.kept")
    return (Paragraph(id="kept", words=text(said)),)


def _away(scene: Scene, page_id: str, title: str, main: tuple[Block, ...]) -> Page:
    """A page to leave for a while: it covers what was there, and gives the code to come back with."""
    found = _alone(scene, page_id, title, main)
    return replace(found, status=saved(scene)) if scene.code or scene.unsaved else found


def alone(scene: Scene) -> Page:
    """Asks whoever came along for a moment: some questions are for one person."""
    words = scene.words
    ready = Action(id="stay", label=words.ui("page.alone.ready"), command=Command("by-myself"), look="primary")
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.alone.heading"))),
        *words.blocks("interface", "page.alone.body"),
        ready,
    )
    return _alone(scene, "alone", words.ui("page.alone.heading"), main)


def changed_mind(scene: Scene) -> Page:
    """A card for later: what to say and show after a change of mind."""
    words = scene.words
    back = Action(id="back", label=words.ui("button.back.label"), command=Command("stay"))
    code = (
        (VisitCode(id="code", label=words.ui("sheet.code.label"), code=scene.code, spoken=" ".join(scene.code)),)
        if scene.code
        else ()
    )
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.changed-mind.heading"))),
        *words.blocks("interface", "page.changed-mind.body"),
    )
    found = page(scene, words.ui("page.changed-mind.heading"), main, aside=code)
    return replace(found, id="changed-mind", back=back, forward=None)


def staff(scene: Scene) -> Page:
    """Where staff leave the station."""
    words = scene.words
    back = Action(id="stay", label=words.ui("button.back.label"), command=Command("stay"))
    field = FreeText(
        id="staff.passphrase",
        label=words.ui("page.staff.passphrase"),
        single_line=True,
        secret=True,
        command="passphrase",
    )
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.staff.heading"))),
        *words.blocks("interface", "page.staff.body"),
        field,
    )
    go = Action(
        id="go", label=words.ui("page.staff.go"), command=Command("passphrase", "staff.passphrase"), look="primary"
    )
    return replace(_alone(scene, "staff", words.ui("page.staff.heading"), main), back=back, forward=go)


def trouble(scene: Scene) -> Page:
    """In place of a page that cannot be shown."""
    found = page(scene, scene.words.ui("trouble.any.heading"), ())
    return replace(found, id="trouble")


def leave(scene: Scene) -> Page:
    """Asks once before everything is cleared."""
    words = scene.words
    stay = Action(id="stay", label=words.ui("page.leave.stay"), command=Command("stay"))
    clear = Action(id="clear", label=words.ui("page.leave.clear"), command=Command("clear"), look="primary")
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.leave.heading"))),
        Paragraph(id="body", words=text(_what_stays(scene)), look="lead"),
        clear,
        stay,
    )
    return _without(_alone(scene, "leave", words.ui("page.leave.heading"), main), "leave")


def _what_stays(scene: Scene) -> str:
    """What of the answers is kept after leaving."""
    kept, nothing = ("partly", "lost") if scene.unsaved else ("saved", "nothing")
    block = f"page.leave.{kept if scene.code else nothing}"
    return scene.words.ui(block, code=spaced(scene.code))


def ended(scene: Scene) -> Page:
    """The visit is over and the screen is clear."""
    words = scene.words
    again = Action(id="again", label=words.ui("page.ended.again"), command=Command("restart"), look="primary")
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.ended.heading"))),
        Paragraph(id="body", words=text(words.ui("page.ended.body")), look="lead"),
        again,
    )
    return _without(_alone(scene, "ended", words.ui("page.ended.heading"), main), "person", "cover", "leave")


def _without(found: Page, *tools: str) -> Page:
    """The page without tools that do nothing more there."""
    return replace(found, tools=tuple(tool for tool in found.tools if tool.id not in tools))


def _alone(scene: Scene, page_id: str, title: str, main: tuple[Block, ...]) -> Page:
    """A page with its tools in their places, and nothing on it that speaks of a topic."""
    return replace(bare(page(scene, title, main, back=False, centred=True)), id=page_id)


def take(scene: Scene, qr: QrCode) -> Page:
    """The summary to keep: on the own telephone, or printed by staff."""
    words = scene.words
    back = Action(id="back", label=words.ui("button.back.label"), command=Command("stay"))
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.take.heading"))),
        *words.blocks(INTERFACE, "page.take.body"),
        *(words.blocks(INTERFACE, "page.take.ask-print") if scene.paper else ()),
        *_printing(scene),
        QrBlock(id="qr", qr=qr, label=words.ui("page.take.scan")),
        Paragraph(id="main-points", words=text(words.ui("page.take.main-points")), look="small"),
    )
    return replace(page(scene, words.ui("page.take.heading"), main, centred=True), id="take", back=back, forward=None)


def _printing(scene: Scene) -> tuple[Block, ...]:
    """A way to print, where patients may, and what became of it."""
    if not scene.printing:
        return ()
    press = Action(id="print", label=scene.words.ui("page.take.print"), command=Command("print"))
    if not scene.view.announce:
        return (press,)
    return (press, Paragraph(id="printed", words=text(scene.view.announce), look="lead"))


def about(scene: Scene) -> Page:
    """Help: how to use this, what we promise and do not promise, and how the content was made."""
    words = scene.words
    heading = words.ui("page.about.heading")
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(heading)),
        Notice(
            id="purpose",
            look="plain",
            title=words.ui("page.about.purpose-title"),
            words=text(words.ui("page.about.purpose")),
        ),
        *_part(scene, "help"),
        *(words.blocks("interface", "about.help.listen") if scene.listening else ()),
        *_part(scene, "promise"),
        *_part(scene, "not-promised"),
        *_made(scene),
    )
    stay = Action(id="back", label=words.ui("button.back.label"), command=Command("stay"))
    return replace(page(scene, heading, main), id="about", back=stay, forward=None, stations=())


def _part(scene: Scene, part: str) -> tuple[Block, ...]:
    title = Heading(id=f"about.{part}", words=text(scene.words.ui(f"about.{part}.heading")), level=2)
    return (title, *scene.words.blocks("interface", f"about.{part}.body"))


def _made(scene: Scene) -> tuple[Block, ...]:
    """How this was made: what was done, and what was not done yet."""
    topic = scene.explainer or scene.aid
    if topic is None:
        return ()
    words = scene.words
    opened = scene.is_open("about.made")
    blocks: list[Block] = [
        Paragraph(
            id="about.dates",
            words=text(
                words.ui(
                    "about.made.dates",
                    published=words.numbers.date(topic.published),
                    due=words.numbers.date(topic.review_due),
                    version=topic.version,
                )
            ),
        )
    ]
    for line in scene.shared.log:
        state = words.ui(f"log.{line.state}.name")
        blocks.append(Heading(id=f"log.{line.id}", words=text(words.say(SHARED, f"log.{line.id}.heading")), level=3))
        blocks.append(Paragraph(id=f"log.{line.id}.state", words=text(state), look=line.state))
        blocks += words.blocks(SHARED, f"log.{line.id}.body")
    label = words.ui("about.made.heading")
    return (Disclosure(id="about.made", label=label, opened=opened, blocks=tuple(blocks) if opened else ()),)
