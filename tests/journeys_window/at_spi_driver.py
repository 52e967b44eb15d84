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

PATIENCE = 60.0
"""Seconds until something has to be there."""
AGAIN = 5.0
"""Seconds until something that was done is done again: what it was done to may have been on its way out."""
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


def seen(app, roles, name, within=None, other_than=None):
    """The first node of these roles with this name that can be seen now, if it is another than this one."""
    for node, around in visible(app):
        try:
            if bare(node.name) == name and node.getRoleName() in roles and (not within or within in around):
                return None if node == other_than else node
        except (NotImplementedError, GLib.GError):
            return None
    return None


def found(app, roles, name, within=None, other_than=None):
    """The same, as soon as there is one."""
    nodes = []

    def is_there():
        nodes[:] = [seen(app, roles, name, within, other_than)]
        return nodes[0] is not None

    if lasting(app, is_there, PATIENCE):
        return nodes[0]
    raise SystemExit(f"not found: {roles} {name!r} within {within!r}")


def act(node):
    """A node's own first action."""
    actions = node.queryAction()
    names = [actions.getName(index).lower() for index in range(actions.nActions)]
    actions.doAction(next(names.index(one) for one in ACTIONS if one in names))


def press(app, roles, name):
    """Finds something and presses it, once: where the answer is lost, the press may have been taken all the same."""
    try:
        act(found(app, roles, name))
    except (NotImplementedError, GLib.GError):  # the page was built anew in between, perhaps by this very press
        return


def comes(condition, seconds):
    """Waits for something that is known to come, for so long."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.03)
    return True


def lasting(app, condition, seconds):
    """The same of what the app shows, for longer; now and then all that was read of it before is forgotten.

    Where the machine is busy, the news of a change can be lost, and what libatspi has kept is of a page that is gone.
    """
    for _ in range(round(seconds / AGAIN)):
        if comes(condition, AGAIN):
            return True
        app.clearCache()
    return False


def opened(app, name, leads_to):
    """Presses something until what it leads to is there: the first page may still be building when it is pressed."""
    roles, wanted = leads_to
    for _ in range(TRIES):
        if seen(app, roles, wanted) is None and seen(app, PUSHED, name) is not None:
            press(app, PUSHED, name)
        if lasting(app, lambda: seen(app, roles, wanted) is not None, AGAIN):
            return
    raise SystemExit(f"{name!r} does not lead to {wanted!r}")


def turned(app, step, wanted):
    """Presses the way on until the next page is there; again only where this page still stands."""
    here = found(app, HEADING, step["heading"])
    for _ in range(TRIES):
        if seen(app, HEADING, wanted, other_than=here) is None and seen(app, HEADING, step["heading"]) is not None:
            press(app, PUSHED, step["next"])
        if lasting(app, lambda: seen(app, HEADING, wanted, other_than=here) is not None, 2 * AGAIN):
            return
    raise SystemExit(f"{step['next']!r} does not lead to {wanted!r}")


def anew(app, before, wanted, holds):
    """Whether the page was built anew since, and what stands in the place of this now is as it should be."""
    node = seen(app, *wanted, other_than=before)
    try:
        return node is not None and holds(node)
    except (NotImplementedError, GLib.GError):
        return False


def kept(app, wanted, holds, do):
    """Does something and sees that it was kept, on the page that comes back. Who sees nothing happen, tries again."""
    before = found(app, *wanted)
    for _ in range(TRIES):
        try:
            do(found(app, *wanted))
        except (NotImplementedError, GLib.GError):  # the page was built anew in between
            continue
        if lasting(app, lambda: anew(app, before, wanted, holds), AGAIN):
            return
    raise SystemExit(f"was not kept: {wanted}")


def pick(app, group, option):
    """Picks an answer."""

    def checked(node):
        return node.getState().contains(pyatspi.STATE_CHECKED)

    def check(node):
        if not checked(node):
            act(node)

    kept(app, (PICKED, option, group), checked, check)


def write(app, label, words):
    """Writes own words."""

    def written(node):
        return node.queryText().getText(0, -1) == words

    def put(node):
        if not written(node):
            node.queryEditableText().setTextContents(words)

    kept(app, (FIELD, label, None), written, put)


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

    if not comes(ours, PATIENCE):
        raise SystemExit("the app is not on the bus")
    return ours()[0]


def main():
    """Plays the plan; the app is ended at its last page."""
    pyatspi.setTimeout(ANSWER_MS, ANSWER_MS)
    with open(sys.argv[1], encoding="utf-8") as stream:
        plan = json.load(stream)
    app_process = subprocess.Popen(sys.argv[2:], env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        app = application(app_process.pid)
        ways = [*((PUSHED, name) for name in plan["open"][1:]), (HEADING, plan["steps"][0]["heading"])]
        for name, leads_to in zip(plan["open"], ways, strict=True):
            opened(app, name, leads_to)
        heading = None
        following = [*(step["heading"] for step in plan["steps"][1:]), plan["last"]]
        for step, wanted in zip(plan["steps"], following, strict=True):
            heading = answer_page(app, step, heading)
            turned(app, step, wanted)
    finally:
        app_process.terminate()
        app_process.wait(10)
    print("done")


main()
