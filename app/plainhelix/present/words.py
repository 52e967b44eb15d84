"""The words of one locale: messages by id, with facts, counts and parameters written out in the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from plainhelix.base.direction import isolated
from plainhelix.base.errors import Place, PlainhelixError
from plainhelix.content.library import Library
from plainhelix.content.markup import ListNode, Node, Spans, read_markup
from plainhelix.content.names import INTERFACE
from plainhelix.content.placeholders import COUNT, Placeholder, parse
from plainhelix.present.blocks import Block, BulletList, Command, Paragraph, Run, Text
from plainhelix.present.figures import Figures, Numbers

Message = str | tuple[str, ...]
"""A text, or the plural forms in the order of the locale's plural header."""

Params = Mapping[str, str | int]


class Language(Protocol):
    """What the words need to know of their locale."""

    @property
    def tag(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def rtl(self) -> bool: ...
    @property
    def pseudo_of(self) -> str | None: ...


@dataclass(frozen=True)
class Words:
    """Messages of one locale, ready to be read."""

    language: Language
    messages: Mapping[str, Mapping[str, Message]]
    """Document → id → message."""
    library: Library
    numbers: Numbers

    @property
    def figures(self) -> Figures:
        """Facts as phrases of this language."""
        return Figures(self.library.facts, self.numbers, self.ui)

    def has(self, document: str, block: str) -> bool:
        """Whether there is such a message."""
        return block in self.messages.get(document, {})

    def ui(self, block: str, /, **params: str | int) -> str:
        """A message of the interface."""
        return self.say(INTERFACE, block, **params)

    def say(self, document: str, block: str, /, **params: str | int) -> str:
        """A message as one plain line."""
        return self._direct(self._filled(self._message(document, block, params), params))

    def say_or(self, document: str, block: str, otherwise: str = "") -> str:
        """The message if there is one."""
        return self.say(document, block) if self.has(document, block) else otherwise

    def line(self, document: str, block: str, /, **params: str | int) -> Text:
        """A message as one line with its strong words and links."""
        nodes = read_markup(self._message(document, block, params))
        runs = [run for node in nodes for spans in _lines(node) for run in self._runs(spans, params)]
        return tuple(runs)

    def blocks(self, document: str, block: str, **params: str | int) -> tuple[Block, ...]:
        """A message as paragraphs and lists; nothing where there is no such message."""
        if not self.has(document, block):
            return ()
        nodes = read_markup(self._message(document, block, params))
        return tuple(self._block(f"{block}.{number}", node, params) for number, node in enumerate(nodes))

    def _block(self, block_id: str, node: Node, params: Params) -> Block:
        if isinstance(node, ListNode):
            items = tuple(self._runs(spans, params) for spans in node.items)
            return BulletList(id=block_id, items=items, numbered=node.numbered)
        return Paragraph(id=block_id, words=self._runs(node.spans, params))

    def _runs(self, spans: Spans, params: Params) -> Text:
        return tuple(
            Run(self._direct(self._filled(span.text, params)), span.strong, span.emphasis, link=_command(span.link))
            for span in spans
        )

    def _message(self, document: str, block: str, params: Params) -> str:
        message = self.messages.get(document, {}).get(block)
        if message is None:
            raise PlainhelixError("words-missing", place=Place(file=document, key=block), locale=self.language.tag)
        if isinstance(message, str):
            return message
        count = params.get(COUNT, 0)
        return message[self.numbers.plural_index(int(count))]

    def _filled(self, text: str, params: Params) -> str:
        return "".join(piece if isinstance(piece, str) else self._value(piece, params) for piece in parse(text))

    def _value(self, placeholder: Placeholder, params: Params) -> str:
        if placeholder.name in params and not placeholder.format:
            found = params[placeholder.name]
            return found if isinstance(found, str) else self.numbers.number(found)
        if placeholder.name == COUNT:
            return self._counted(int(placeholder.format), placeholder.forms)
        return self.figures.phrase(placeholder)

    def _counted(self, count: int, forms: tuple[str, ...]) -> str:
        number = self.numbers.number(count)
        if not forms:
            return number
        form = forms[min(self.numbers.plural_index(count), len(forms) - 1)]
        return form.replace("#", number) if "#" in form or form == "" else f"{number}\u00a0{form}"

    def _direct(self, text: str) -> str:
        return isolated(text) if self.language.rtl and self.language.pseudo_of is None else text


def _lines(node: Node) -> tuple[Spans, ...]:
    return node.items if isinstance(node, ListNode) else (node.spans,)


def _command(link: str) -> Command | None:
    if not link:
        return None
    kind, _, target = link.partition(":")
    return Command("open", target) if kind == "explainer" else Command("go", f"card:{target}")
