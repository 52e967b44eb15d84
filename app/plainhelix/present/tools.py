"""The tools of the header, in the same order on every page. Loads nothing heavy: the first screen has them too."""

from collections.abc import Callable

from plainhelix.present.blocks import Command, Option, Tool
from plainhelix.present.view import SCALES, STILL, THEMES, View

Say = Callable[[str], str]
"""The words of a block of the interface."""


def page_tools(
    say: Say, view: View, percent: Callable[[float], str], *, tongue: tuple[Tool, ...] = (), listening: bool = False
) -> tuple[Tool, ...]:
    """Help, text size, colours, the language where one was chosen, reading aloud where it is offered, talk and hide."""
    return (
        tool(say, "help", Command("about")),
        _size(say, view, percent),
        _contrast(say, view),
        *tongue,
        *((tool(say, "listen", Command("listen")),) if listening else ()),
        tool(say, "person", Command("person")),
        tool(say, "cover", Command("cover")),
    )


def tool(say: Say, name: str, command: Command) -> Tool:
    """A tool that does one thing."""
    return Tool(id=name, label=say(f"tool.{name}.label"), name=say(f"tool.{name}.name"), command=command)


def listed(say: Say, name: str, label: str, menu: tuple[Option, ...], command: str) -> Tool:
    """A tool with a list to pick from."""
    return Tool(id=name, label=label, name=say(f"tool.{name}.name"), menu=menu, menu_command=command)


def _size(say: Say, view: View, percent: Callable[[float], str]) -> Tool:
    sizes = tuple(Option(str(size), percent(size), picked=size == view.scale) for size in SCALES)
    return listed(say, "size", say("tool.size.label"), sizes, "scale")


def _contrast(say: Say, view: View) -> Tool:
    chosen = {view.theme, STILL if view.still else ""}
    themes = tuple(Option(name, say(f"theme.{name}.name"), picked=name in chosen) for name in (*THEMES, STILL))
    return listed(say, "contrast", say("tool.contrast.label"), themes, "contrast")
