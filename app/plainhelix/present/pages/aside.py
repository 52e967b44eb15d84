"""Pages outside of the way: cover, leaving, the end, and help with what we promise."""

from msgspec.structs import replace

from plainhelix.content.names import SHARED
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
    Paragraph,
    Picture,
    QrBlock,
    VisitCode,
    text,
)
from plainhelix.present.frame import bare, page
from plainhelix.present.scene import Scene


def cover(scene: Scene) -> Page:
    """Nothing to see: for a moment when somebody looks over the shoulder, or when nobody is there."""
    words, remaining = scene.words, scene.view.remaining
    back = Action(id="uncover", label=words.ui("page.cover.back"), command=Command("uncover"), look="primary")
    heading = words.ui("page.cover.heading" if remaining is None else "page.idle.heading")
    said = words.ui("page.cover.body") if remaining is None else words.ui("page.idle.body", n=remaining)
    main: tuple[Block, ...] = (
        Picture(id="picture", name="cover", alternative=words.ui("page.cover.alt")),
        Heading(id="heading", words=text(heading)),
        Paragraph(id="body", words=text(said), look="lead"),
        back,
    )
    found = _alone(scene, "cover", heading, main)
    return found if remaining is None else replace(found, announce=said)


def pause(scene: Scene) -> Page:
    """A moment to breathe, where something weighs."""
    words = scene.words
    go_on = Action(id="stay", label=words.ui("page.cover.back"), command=Command("stay"), look="primary")
    person = Action(id="person", label=words.ui("tool.person.name"), command=Command("person"))
    main: tuple[Block, ...] = (
        Picture(id="picture", name="cover", alternative=words.ui("page.cover.alt")),
        Heading(id="heading", words=text(words.ui("page.pause.heading"))),
        *words.blocks("interface", "page.pause.body"),
        go_on,
        person,
    )
    return _alone(scene, "pause", words.ui("page.pause.heading"), main)


def person(scene: Scene) -> Page:
    """Somebody to talk to now. The place is kept."""
    words = scene.words
    said = "page.person.told" if scene.view.told else "page.person.ask"
    go_on = Action(id="stay", label=words.ui("page.cover.back"), command=Command("stay"), look="primary")
    hide = Action(id="hide", label=words.ui("tool.cover.name"), command=Command("cover"))
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.person.heading"))),
        *words.blocks("interface", said),
        go_on,
        hide,
    )
    return _alone(scene, "person", words.ui("page.person.heading"), main)


def alone(scene: Scene) -> Page:
    """Asks whoever came along for a moment: some questions are for one person."""
    words = scene.words
    ready = Action(id="stay", label=words.ui("page.alone.ready"), command=Command("stay"), look="primary")
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
        *code,
    )
    found = page(scene, words.ui("page.changed-mind.heading"), main, centred=True)
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
    saved = "page.leave.saved" if scene.code else "page.leave.nothing"
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.leave.heading"))),
        Paragraph(id="body", words=text(words.ui(saved, code=scene.code)), look="lead"),
    )
    return replace(_alone(scene, "leave", words.ui("page.leave.heading"), main), back=stay, forward=clear)


def ended(scene: Scene) -> Page:
    """The visit is over and the screen is clear."""
    words = scene.words
    again = Action(id="again", label=words.ui("page.ended.again"), command=Command("restart"), look="primary")
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.ended.heading"))),
        Paragraph(id="body", words=text(words.ui("page.ended.body")), look="lead"),
        again,
    )
    return replace(_alone(scene, "ended", words.ui("page.ended.heading"), main), tools=())


def _alone(scene: Scene, page_id: str, title: str, main: tuple[Block, ...]) -> Page:
    found = bare(page(scene, title, main, back=False, centred=True))
    return replace(found, id=page_id, tools=())


def take(scene: Scene, qr: QrCode) -> Page:
    """The summary to keep: on the own telephone, or printed by staff."""
    words = scene.words
    back = Action(id="back", label=words.ui("button.back.label"), command=Command("stay"))
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(words.ui("page.take.heading"))),
        *words.blocks("interface", "page.take.body"),
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
            look="private",
            title=words.ui("page.about.purpose-title"),
            words=text(words.ui("page.about.purpose")),
        ),
        *_part(scene, "help"),
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
        blocks.append(Paragraph(id=f"log.{line.id}.state", words=text(state), look="label"))
        blocks += words.blocks(SHARED, f"log.{line.id}.body")
    label = words.ui("about.made.heading")
    return (Disclosure(id="about.made", label=label, opened=opened, blocks=tuple(blocks) if opened else ()),)
