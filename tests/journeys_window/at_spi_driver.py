"""Completes a visit through the accessibility interface alone. Run by the system's Python, which has pyatspi.

Arguments: a plan (JSON) and the command that opens the app. Finds everything by role and name; knows no ids.
"""

import json
import os
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 20.0
"""Seconds until something has to be there."""
ANSWER_MS = 10_000
"""For the app to answer on a busy machine."""
TRIES = 5
PUSHED = ("push button", "toggle button")
PICKED = ("radio button", "check box")
FIELD = ("text", "entry")
HEADING = ("heading",)
ACTIONS = ("press", "toggle", "click", "check")


def visible(node):
    """The node and all that can be seen below it, in order, each with the names of what it stands in."""
    stack = [(node, ())]
    while stack:
        here, around = stack.pop()
        try:
            states = here.getState()
            if around and not (states.contains(pyatspi.STATE_VISIBLE) and states.contains(pyatspi.STATE_SHOWING)):
                continue
            name = here.name
            yield here, around
            inside = (*around, bare(name)) if name else around
            children = [here.getChildAtIndex(index) for index in range(here.childCount)]
        except (NotImplementedError, GLib.GError):  # the page was built anew while it was read
            continue
        stack += [(child, inside) for child in reversed(children) if child is not None]


def bare(text):
    """Without marks of direction."""
    marks = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    return " ".join("".join(char for char in text if char not in marks).split())


def found(app, roles, name, within=None, other_than=None):
    """The first node of these roles with this name, as soon as there is one."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for node, around in visible(app):
            try:
                if bare(node.name) == name and node.getRoleName() in roles and (not within or within in around):
                    if node == other_than:
                        break
                    return node
            except (NotImplementedError, GLib.GError):
                break
        time.sleep(0.05)
    raise SystemExit(f"not found: {roles} {name!r} within {within!r}")


def press(app, roles, name, within=None):
    """Finds something and does its own first action; gives what was pressed."""
    for _ in range(TRIES):
        node = found(app, roles, name, within)
        try:
            actions = node.queryAction()
            names = [actions.getName(index).lower() for index in range(actions.nActions)]
        except (NotImplementedError, GLib.GError):  # the page was built anew in between
            continue
        actions.doAction(next(names.index(one) for one in ACTIONS if one in names))
        return node
    raise SystemExit(f"cannot be pressed: {name!r}")


def until(condition, what):
    """Waits for something that is known to come."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise SystemExit(f"did not happen: {what}")
        time.sleep(0.03)


def anew(app, before, wanted, holds):
    """Whether the page was built anew since, and what stands in the place of this now is as it should be."""
    roles, name, within = wanted
    for node, around in visible(app):
        try:
            if bare(node.name) == name and node.getRoleName() in roles and (not within or within in around):
                return node != before and holds(node)
        except (NotImplementedError, GLib.GError):
            return False
    return False


def pick(app, group, option):
    """Picks an answer; it is seen to be picked on the page that comes back."""
    before = press(app, PICKED, option, group)
    wanted = PICKED, option, group
    until(lambda: anew(app, before, wanted, lambda node: node.getState().contains(pyatspi.STATE_CHECKED)), option)


def write(app, label, words):
    """Writes own words; they are seen to be kept."""
    before = found(app, FIELD, label)
    before.queryEditableText().setTextContents(words)
    until(lambda: anew(app, before, (FIELD, label, None), lambda node: node.queryText().getText(0, -1) == words), words)


def answer_page(app, step, before):
    """Heading, answers, own words. Gives the heading."""
    found(app, HEADING, step["heading"], other_than=before)
    for group, option in step["picks"]:
        pick(app, group, option)
    for label, words in step["writes"]:
        write(app, label, words)
    return found(app, HEADING, step["heading"])


def application(pid):
    """The app, once it is on the accessibility bus."""
    desktop = pyatspi.Registry.getDesktop(0)

    def ours():
        return [app for app in desktop if app is not None and app.get_process_id() == pid and app.childCount]

    until(ours, "the app is on the bus")
    return ours()[0]


def main():
    """Plays the plan; the app is ended at its last page."""
    pyatspi.setTimeout(ANSWER_MS, ANSWER_MS)
    with open(sys.argv[1], encoding="utf-8") as stream:
        plan = json.load(stream)
    app_process = subprocess.Popen(sys.argv[2:], env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        app = application(app_process.pid)
        for name in plan["open"]:
            press(app, PUSHED, name)
        heading = None
        for step in plan["steps"]:
            heading = answer_page(app, step, heading)
            press(app, PUSHED, step["next"])
        found(app, HEADING, plan["last"])
    finally:
        app_process.terminate()
        app_process.wait(10)
    print("done")


main()
