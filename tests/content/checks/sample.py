"""A small content tree with nothing wrong in it, for tests that break it in one place."""

import re
from pathlib import Path

from plainhelix.base.resources import Door
from plainhelix.content.library import read_library
from plainhelix.content.po_documents import read_document, update_locale
from plainhelix.i18n.locales import read_locales
from plainhelix.i18n.po import Entry, PoFile
from plainhelix.i18n.po_write import write_po

LOCALE = """tag = "{tag}"
name = "{name}"
english_name = "{name}"
cldr = "{cldr}"
direction = "{direction}"
digits = "latn"
plural = "{plural}"
fonts = ["Noto Sans"]
choose = "…"
sample = "…"
complete = {complete}
"""
TWO = "nplurals=2; plural=(n != 1);"
SIX = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"

AID = """id = "small"
version = 1
published = 2026-01-10
review_due = 2027-12-10
review_state = "draft"
topics = ["offered"]
minutes = 10
short_minutes = 5
shared_preferences = ["contact"]

[[card]]
id = "chance"
picture = "person"
chart = { kind = "pair", of = 100, left = "found", right = "usual" }

[[card]]
id = "test"
[card.chart]
kind = "tree"
of = 1000
[[card.chart.groups]]
id = "all"
affected = "usual-rate"
found = "tree-found"
missed = "tree-missed"
alarm = "tree-alarm"
clear = "tree-clear"

[[decision]]
id = "test"
options = ["now", "never"]
[[decision.row]]
id = "what-happens"

[[value]]
id = "answer"
decision = "test"

[[question]]
id = "first"
answers = ["a-yes", "a-no"]
right = "a-yes"
card = "chance"

[[question]]
id = "second"
answers = ["b-yes", "b-no"]
right = "b-yes"
card = "chance"

[[question]]
id = "third"
answers = ["c-yes", "c-no"]
right = "c-yes"
card = "test"

[[ask]]
id = "who"

[sure]
sure = "compare"
understand = "compare"
risk = "values"
encouragement = "card:chance"
"""

WORDS = """# A small aid

#### lead
What this is for.

#### who-for
For people who try things.

#### decision
Whether to have the test.

#### neutral
A talk

## card chance
### A changed gene is a chance
{found} women with a changed BRCA1 gene get ill by age {found:age}. {found:not} do not.

#### for-you
See [how to read chances](explainer:reading) and {n:2|tube|tubes} of blood.

#### alt
A person.

#### chart
Two groups

#### chart left
with the change

#### chart right
without it

#### chart mark
get ill

#### chart rest
do not

## card test
### What the test finds
It finds most.

#### for-you
Ask about it.

#### chart
Out of many

#### chart group all
Everybody

#### chart affected
ill

#### chart unaffected
well

#### chart found
found

#### chart missed
missed

#### chart alarm
false alarm

#### chart clear
clear

## decision test
### Which one is it?
There are two ways.

## option now
### Test now
#### leaning
I lean towards the test
#### says
You have the test now.

## option never
### No test
#### leaning
I lean towards no test
#### says
You have no test.

## row what-happens
### What happens?

#### now
You give some blood.

#### never
You go on as before.

## value answer
### An answer for my relatives
#### now
They can be offered a test.
#### never
They go by the family history.

## question first
### Is it a chance?
#### a-yes
Yes
#### a-no
No
#### reply a-yes
It is.
#### reply a-no
Many people think so.
#### reply unsure
It is a chance.
#### again
what a chance is

## question second
### Is it a choice?
#### b-yes
Yes
#### b-no
No
#### reply b-yes
It is.
#### reply b-no
Many people think so.
#### reply unsure
It is a choice.
#### again
what a choice is

## question third
### Can it miss something?
#### c-yes
Yes
#### c-no
No
#### reply c-yes
It can.
#### reply c-no
Many people think so.
#### reply unsure
It can.
#### again
what a test misses

## ask who
### Who goes first?
"""

SHARED = """[[preference]]
id = "contact"
group = "contact"
kind = "one"
choices = ["always", "never"]
"""

SHARED_WORDS = """# Shared

## preference contact
### May we call you?
It is up to you.

#### always
Yes

#### never
No
"""

EXPLAINER = """id = "reading"
version = 1
published = 2026-01-10
review_due = 2027-12-10
review_state = "draft"
topics = ["basics"]
minutes = 3

[[card]]
id = "hundred"
chart = { kind = "icons", of = 1000, fact = "usual-rate" }
"""

EXPLAINER_WORDS = """# How to read chances

#### lead
What the pictures say.

## card hundred
### The picture shows people
{usual-rate} people are marked.

#### for-you
Look at what is marked.

#### chart
People
#### chart mark
get ill
#### chart rest
do not
"""

FACT = """[[fact]]
id = "{id}"
value = {value}
unit = "{unit}"
span = {{ kind = "to-age", age = 80 }}
group = "people"
certainty = "high"
reason = "study"
source = "study-2020"
as_of = 2020
read = "page"
"""

WORKED_OUT = """
[[fact]]
id = "{id}"
unit = "per-1000"
formula = "{formula}"
inputs = {{ rate = "usual-rate", sens = "found" }}
value = {value}
group = "people"
certainty = "high"
reason = "study"
"""

FACTS = "\n".join(
    [
        FACT.format(id="found", value=72, unit="percent"),
        FACT.format(id="usual", value=12, unit="percent"),
        FACT.format(id="usual-rate", value=50, unit="per-1000"),
        WORKED_OUT.format(id="tree-found", formula="rate * sens", value=36),
        WORKED_OUT.format(id="tree-missed", formula="rate * (1 - sens)", value=14),
        WORKED_OUT.format(id="tree-alarm", formula="(1 - rate) * 0.1", value=95),
        WORKED_OUT.format(id="tree-clear", formula="(1 - rate) * 0.9", value=855),
    ]
)

FACT_WORDS = "# Facts\n" + "".join(
    f"\n## fact {name}\n### People who get {name.replace('-', ' ')}\n"
    for name in ("found", "usual", "usual-rate", "tree-found", "tree-missed", "tree-alarm", "tree-clear")
)
FACT_WORDS += "\n## group people\n### Some people\n\n## reason study\n### A study that followed people\n"

SOURCES = """[[source]]
id = "study-2020"
title = "A study"
org = "Somebody"
year = 2020
"""

INTERFACE = """# Interface

## page welcome
### Welcome

<!-- Below the buttons. -->
#### minutes
one: about {n} minute left
other: about {n} minutes left

#### of
{x} out of {y}
"""

FILES = {
    "aids/small.toml": AID,
    "aids/_shared.toml": SHARED,
    "explainers/reading.toml": EXPLAINER,
    "evidence/small.toml": FACTS,
    "evidence/sources.toml": SOURCES,
    "locales/en/aids/small.md": WORDS,
    "locales/en/aids/_shared.md": SHARED_WORDS,
    "locales/en/explainers/reading.md": EXPLAINER_WORDS,
    "locales/en/evidence/small.md": FACT_WORDS,
    "locales/en/interface.md": INTERFACE,
    "locales/en/locale.toml": LOCALE.format(
        tag="en", name="English", cldr="en", direction="ltr", plural=TWO, complete="true"
    ),
    "locales/es/locale.toml": LOCALE.format(
        tag="es", name="Spanish", cldr="es_419", direction="ltr", plural=TWO, complete="true"
    ),
    "locales/ar/locale.toml": LOCALE.format(
        tag="ar", name="Arabic", cldr="ar", direction="rtl", plural=SIX, complete="false"
    ),
    "locales/en-XA/locale.toml": LOCALE.format(
        tag="en-XA", name="Pseudo", cldr="en", direction="ltr", plural=TWO, complete="false"
    )
    + 'pseudo_of = "en"\n',
}


def write_sample(root: Path) -> Door:
    """The content tree below a folder, translated into Spanish and Arabic."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    door = Door(root)
    for tag in ("es", "ar"):
        translate(door, tag)
    return door


def write_pictures(root: Path) -> Door:
    """The assets that the sample names."""
    (root / "pictures").mkdir(parents=True)
    (root / "pictures" / "person.svg").write_text("<svg/>", encoding="utf-8")
    return Door(root)


def translate(door: Door, tag: str) -> None:
    """Fills in every message that has no translation."""
    library = read_library(door)
    record = read_locales(door)[tag]
    update_locale(door, record, library)
    for name in library.documents:
        po = read_document(door, tag, name)
        assert po is not None
        filled = tuple(_filled(entry, record.plural_rule.count) for entry in po.entries)
        text = write_po(PoFile(file=po.file, header=po.header, entries=filled, obsolete=po.obsolete))
        door.path(po.file).write_text(text, encoding="utf-8")


def _filled(entry: Entry, forms: int) -> Entry:
    if any(entry.strings):
        return entry
    words = re.sub(r"\|tube\|tubes\}", "|tubo" * forms + "}", f"«{entry.sources[-1]}»")
    changed = {**vars(entry), "strings": tuple(words for _ in entry.strings)}
    return Entry(**changed)
