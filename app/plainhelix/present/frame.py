"""The frame around every page: stations, tools, footer."""

from collections.abc import Sequence
from math import ceil
from typing import Literal

from msgspec.structs import replace

from plainhelix.base.direction import CLOSE, LEFT_TO_RIGHT
from plainhelix.domain.journey import AID_STATIONS
from plainhelix.present.blocks import (
    Action,
    Block,
    Command,
    Heading,
    Notice,
    Option,
    Page,
    Paragraph,
    StationMark,
    Tool,
    text,
)
from plainhelix.present.scene import Scene
from plainhelix.present.tools import listed, page_tools, tool

PERSONAL = frozenset(
    ("values", "meaning", "question", "leaning", "role", "sure", "asks", "support", "wishes", "summary")
)
"""Pages with own answers, which somebody may want to give or see alone."""


def next_action(scene: Scene, label: str = "button.next.label") -> Action:
    """The primary action: one page on."""
    return Action(id="next", label=scene.words.ui(label), command=Command("next"), look="primary")


def back_action(scene: Scene) -> Action:
    """One page back. Answers stay."""
    return Action(id="back", label=scene.words.ui("button.back.label"), command=Command("back"))


def page(  # noqa: PLR0913 - the parts of a page, all but three by name
    scene: Scene,
    title: str,
    main: Sequence[Block],
    *,
    aside: Sequence[Block] = (),
    forward: Action | None = None,
    back: bool = True,
    centred: bool = False,
) -> Page:
    """A page of a topic in its frame."""
    return Page(
        id=scene.step.id,
        title=title,
        lang=scene.words.language.tag,
        rtl=scene.words.language.rtl,
        main=(*_trouble(scene), *_with_offer(scene, tuple(main))),
        aside=tuple(aside),
        stations=_stations(scene),
        progress_name=_progress(scene),
        tools=tools(scene),
        back=back_action(scene) if back else None,
        forward=forward,
        status=_status(scene),
        centred=centred,
        draft=_draft(scene),
        announce=scene.view.announce,
        theme=scene.view.theme,
        scale=scene.view.scale,
        still=scene.view.still,
        focus=scene.view.focus,
    )


def bare(found: Page) -> Page:
    """The page without anything that speaks of a topic."""
    return replace(found, stations=(), progress_name="", draft="", status="", neutral=True)


def _with_offer(scene: Scene, main: tuple[Block, ...]) -> tuple[Block, ...]:
    """The page with a way to ask for a moment alone, before anything can be answered or read there."""
    if scene.over or scene.by_oneself or scene.step.page not in PERSONAL:
        return main
    offer = Action(id="alone", label=scene.words.ui("page.alone.offer"), command=Command("alone"), look="quiet")
    start = next((at for at, block in enumerate(main) if not isinstance(block, Heading | Paragraph)), len(main))
    return (*main[:start], offer, *main[start:])


def _trouble(scene: Scene) -> tuple[Block, ...]:
    """What went wrong just now, and what stays wrong: that answers are not saved is said on every page."""
    codes = dict.fromkeys(code for code in (scene.view.trouble, scene.unsaved) if code)
    return tuple(_notice(scene, code, number) for number, code in enumerate(codes))


def _notice(scene: Scene, code: str, number: int) -> Notice:
    known = code if scene.words.has("interface", f"trouble.{code}.heading") else "any"
    return Notice(
        id=f"trouble.{number}" if number else "trouble",
        look="error",
        title=scene.words.ui(f"trouble.{known}.heading"),
        words=text(scene.words.ui(f"trouble.{known}.body", n=ceil(scene.view.wait / 60))),
    )


def _stations(scene: Scene) -> tuple[StationMark, ...]:
    if scene.aid is None or scene.explainer is not None:
        return ()
    here = AID_STATIONS.index(scene.step.station) if scene.step.station in AID_STATIONS else -1
    return tuple(
        StationMark(station, scene.words.ui(f"station.{station}.name"), _state(index, here))
        for index, station in enumerate(AID_STATIONS)
    )


def _state(index: int, here: int) -> Literal["done", "here", "ahead"]:
    if index == here:
        return "here"
    return "done" if index < here else "ahead"


def _progress(scene: Scene) -> str:
    if scene.aid is None or scene.explainer is not None or scene.step.station not in AID_STATIONS:
        return ""
    return scene.words.ui(
        "frame.progress.spoken",
        number=AID_STATIONS.index(scene.step.station) + 1,
        total=len(AID_STATIONS),
        station=scene.words.ui(f"station.{scene.step.station}.name"),
    )


def _status(scene: Scene) -> str:
    if scene.aid is None or scene.explainer is not None or scene.step not in scene.path:
        return ""
    return " ".join(part for part in (_time_left(scene), saved(scene)) if part)


def _time_left(scene: Scene) -> str:
    """About how many minutes the way still takes. The last page, and what lies over the way, are not on it any more."""
    assert scene.aid is not None
    if scene.over or scene.beside(1) is None:
        return ""
    minutes = scene.aid.short_minutes if scene.short else scene.aid.minutes
    left = 1 - scene.path.index(scene.step) / (len(scene.path) - 1)
    return scene.words.ui("frame.status.left", n=max(round(minutes * left), 1))


def saved(scene: Scene) -> str:
    """Whether answers are saved, and the code that they are saved under."""
    if scene.unsaved:
        return scene.words.ui("frame.status.unsaved")
    if not scene.code:
        return scene.words.ui("frame.status.none")
    return scene.words.ui("frame.status.code", code=spaced(scene.code))


def spaced(code: str) -> str:
    """A visit code in two halves on one line, as people read it out."""
    half = len(code) // 2
    return f"{LEFT_TO_RIGHT}{code[:half]}\u00a0{code[half:]}{CLOSE}"


def _draft(scene: Scene) -> str:
    topic = scene.explainer or scene.aid
    if topic is None or topic.review_state != "draft":
        return ""
    machine = scene.words.language.tag != "en"
    return scene.words.ui("frame.draft.translated" if machine else "frame.draft.content")


def tools(scene: Scene) -> tuple[Tool, ...]:
    """The tools of the header: text size, contrast, language, hide, leave."""
    say = scene.words.ui
    tongues = tuple(Option(tag, name, picked=tag == scene.words.language.tag) for tag, name in scene.languages)
    language = listed(say, "language", scene.words.language.name, tongues, "language")
    found = page_tools(say, scene.view, scene.words.numbers.percent, tongue=(language,), listening=scene.listening)
    return (*found, tool(say, "leave", Command("leave")))
