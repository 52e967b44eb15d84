"""`plainhelix walk`: a whole visit in a terminal, by hand or from an answers file."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from plainhelix.cli.text_page import page_lines
from plainhelix.present.blocks import Action, Choice, Command, Disclosure, FreeText, Page, Table
from plainhelix.present.player import Script, blocks_of, commands_for, picked
from plainhelix.present.reader import Reader

MOST_TURNS = 500
"""More page turns than any path has: a script that loops ends here."""


@dataclass(frozen=True, kw_only=True)
class WalkParts:
    """What the command needs from the rest of the app."""

    reader: Callable[[], Reader]
    """A session on the aid's first page, in the language asked for."""
    script: Script | None
    """The answers file's answers, if there is one."""
    text_summary: Callable[[Reader], str]
    """The summary as text."""


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Adds `walk`."""
    text = "a whole visit in a terminal"
    parser = subparsers.add_parser("walk", help=text, description=text)
    parser.add_argument("aid", metavar="AID")
    parser.add_argument("--locale", default="en", metavar="TAG")
    parser.add_argument("--answers", type=Path, metavar="FILE", help="answers in TOML instead of typing")
    parser.add_argument("--store", type=Path, metavar="PATH", help="where the sealed records go")


def run(parts: WalkParts, ask: Callable[[str], str], out: TextIO) -> int:
    """Walks through the visit. 0: the summary was reached and the visit ended; 1: it was broken off."""
    walk = _Walk(parts.reader(), out, parts.text_summary)
    return walk.play(parts.script) if parts.script is not None else walk.talk(ask)


@dataclass
class _Walk:
    reader: Reader
    out: TextIO
    text_summary: Callable[[Reader], str]

    def play(self, script: Script) -> int:
        """The scripted visit."""
        for _ in range(MOST_TURNS):
            page = self._answered(script)
            self._show(page)
            if page.id == "summary":
                self._end()
                return 0
            self.reader.handle(Command("next"))
        return 1

    def _answered(self, script: Script) -> Page:
        """The page with the script's answers given, and whatever they brought up."""
        for command in commands_for(self.reader.page(), script):
            self.reader.handle(command)
        return self.reader.page()

    def talk(self, ask: Callable[[str], str]) -> int:
        """The visit by hand: numbers pick, n and b turn, q leaves."""
        while True:
            page = self.reader.page()
            self._show(page)
            menu = _menu(page)
            for number, (label, _) in enumerate(menu, 1):
                self.out.write(f"  {number:2} {label}\n")
            try:
                typed = ask("> ").strip()
            except EOFError:
                return 1
            if typed == "q":
                return 1
            if typed in {"", "n"} and page.id == "summary":
                self._end()
                return 0
            self._do(typed, menu, ask)

    def _do(self, typed: str, menu: list[tuple[str, Command]], ask: Callable[[str], str]) -> None:
        if typed in {"", "n"}:
            self.reader.handle(Command("next"))
        elif typed == "b":
            self.reader.handle(Command("back"))
        elif typed.isdigit() and 0 < int(typed) <= len(menu):
            command = menu[int(typed) - 1][1]
            if command.name == "words":
                command = Command("words", command.key, ask(">> "))
            self.reader.handle(command)

    def _show(self, page: Page) -> None:
        for line in page_lines(page):
            self.out.write(f"{line.rstrip()}\n")
        self.out.write("\n" + "-" * 78 + "\n")

    def _end(self) -> None:
        summary = self.text_summary(self.reader)
        self.reader.handle(Command("finish"))
        self.out.write(f"{summary}\n")


def _menu(page: Page) -> list[tuple[str, Command]]:
    """Everything that can be done on a page besides turning it."""
    rows: list[tuple[str, Command]] = []
    for block in blocks_of(page):
        if isinstance(block, Choice):
            rows += [
                (option.label, Command(block.command, block.id, picked(block, option.id))) for option in block.options
            ]
        elif isinstance(block, FreeText):
            rows.append((block.label, Command("words", block.id)))
        elif isinstance(block, Disclosure):
            rows.append((block.label, Command("toggle", block.id)))
        elif isinstance(block, Action):
            rows.append((block.label, block.command))
        elif isinstance(block, Table):
            rows += [(row.action.name or row.action.label, row.action.command) for row in block.rows if row.action]
    return rows
