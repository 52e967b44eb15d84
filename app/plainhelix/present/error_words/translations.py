"""The words of errors: translations. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "aid-without-decision": ("“{id}” has no decision.", "Add a [[decision]] with its options and rows."),
    "bidi-control": (
        "A hidden sign ({sign}) turns the line around.",
        "Delete it; the app sets names and figures apart by itself.",
    ),
    "card-unknown": ("There is no card “{id}”.", "Name a card of this aid."),
    "cells-uneven": (
        "This cell is more than three times as long as “{shortest}”.",
        "Say about as much for every option.",
    ),
    "chart-not-frequency": (
        "“{id}” is no frequency with one value, so it cannot be drawn.",
        "Choose a fact that counts people.",
    ),
    "chart-title-of": ("The title speaks of {told}, the chart draws {of}.", "Make both the same."),
    "chart-of": ("A chart of {of} is not drawn.", "Use one of {allowed}."),
    "chart-spans": (
        "The chart compares figures over different times: {ids}",
        "Choose figures over the same time, or add `#### chart note` that says so.",
    ),
    "cldr-unknown": ("CLDR does not know “{cldr}”.", "Name a CLDR locale such as es_419, ar or zh_Hans."),
    "decision-unknown": ("There is no decision “{id}”.", "Name a decision of this aid."),
    "document-missing": (
        "The words of {name} are missing.",
        "Write locales/en/{name}.md, or correct what stops it being read.",
    ),
    "document-unfinished": (
        "{gaps} of {messages} messages are missing, fuzzy or outdated, so the document is not offered.",
        "Translate them; `plainhelix locale stats` counts.",
    ),
    "fact-incomplete": ("The fact “{id}” has no {part}.", "Add it: without it a reader cannot weigh the figure."),
    "fact-out-of-range": (
        "The figures of “{id}” cannot be: below zero, above their denominator, or low above high.",
        "Compare them with the source.",
    ),
    "fact-range": (
        "The range of “{id}” is not whole: it needs low, high and what kind of range it is.",
        'Give both ends, and range = "interval" or "ends".',
    ),
    "fact-second-hand": ("“{id}” was read second-hand: to check.", "Read the source itself and change `read`."),
    "fact-second-hand-sure": (
        "“{id}” was read second-hand, and is said to be surer than low.",
        'Read the source itself and change `read`, or write certainty = "low".',
    ),
    "fact-two-denominators": (
        "“{id}” is told out of {of} people here, and out of {other} in the same card or row.",
        "Write it out of the same number of people: {{fact:per-1000}}, {{fact:per-1000-range}}.",
    ),
    "fact-undated": ("The fact “{id}” does not say for which year it speaks.", "Add as_of if the source tells it."),
    "fact-unit": ("“{id}” has a figure without a unit, or a unit without a figure.", "Add what is missing."),
    "fact-unknown": ("There is no fact “{id}”.", "Correct the name, or add the fact to content/evidence/."),
    "fact-unused": ("Nobody uses the fact “{id}”.", "Use it or delete it."),
    "figure-in-prose": (
        "The figure “{figure}” stands in the words.",
        "Name its fact in braces, or write {{n:…}} if it is a plain count.",
    ),
    "formula-broken": (
        "The formula of “{id}” cannot be worked out: {reason}",
        "Use + - * / ( ) and the names of the inputs, which need values.",
    ),
    "formula-circular": ("“{id}” is worked out from itself.", "Take the circle out of the inputs."),
    "formula-differs": (
        "The {part} of “{id}” is {told}, but the formula gives {right}.",
        "Write what the formula gives, or correct formula and inputs.",
    ),
    "id-malformed": ("“{id}” cannot be an id.", "Use lower-case letters, digits and single hyphens, at most 80."),
    "id-twice": ("The id “{id}” is used twice in {table}.", "Give one of them another id."),
    "input-unknown": ("“{id}” is worked out from “{input}”, which is not there.", "Correct the input's name."),
    "link-unknown": (
        "The link “{target}” leads nowhere.",
        "Link to explainer:<id>, or to card:<id> of the same document.",
    ),
    "links-differ": (
        "The links differ from the English: {targets}",
        "Keep what stands in round brackets after a link as it is.",
    ),
    "locale-broken": (
        "The language's record cannot be read: {reason}.",
        "Correct this line; another language's locale.toml shows how it is written.",
    ),
    "locale-cldr-unknown": ("CLDR knows no locale “{cldr}”.", "Name one that it knows, such as es_419 or ar."),
    "locale-digits": ("In this language, CLDR knows no digits “{digits}”.", "Use one of: {right}."),
    "locale-direction": ("CLDR has the lines of this language the other way round.", 'Write direction = "{right}".'),
    "locale-exists": (
        "The language “{tag}” is there already; nothing was changed.",
        "Bring it up to date with `plainhelix locale update {tag}`.",
    ),
    "locale-not-cldr": (
        "“{tag}” is not a language that CLDR knows.",
        "Write it like pt_BR, sw or zh_Hans: language, then script or country.",
    ),
    "locale-not-translated": (
        "“{tag}” has no translations: it is the source, or made from it.",
        "Name a language that is translated, such as es.",
    ),
    "locale-tag": (
        "The record says tag “{tag}”, but stands in another folder.",
        "Give the tag the name of its folder.",
    ),
    "locale-unknown": (
        "There is no language “{tag}”.",
        "See `plainhelix locale stats` for the languages there are, or begin it with `plainhelix locale new {tag}`.",
    ),
    "locale-words-missing": (
        "The record does not say “{key_name}” in the language itself.",
        "Ask somebody who speaks it, and write it here.",
    ),
    "markup-not-allowed": (
        "“{text}” does not belong in words.",
        "Use paragraphs, lists, **strong**, *emphasis* and own links.",
    ),
    "not-writable": (
        "This file could not be written: {reason}. It is as it was.",
        "Check the folder's rights and space.",
    ),
    "one-in-x": ("“1 in X” is hard to compare.", "Name the fact, and the app writes X out of 100."),
    "options-too-few": ("“{id}” has fewer than two options.", "Add the others, and always the option without a test."),
    "paragraph-long": ("The paragraph has {count} sentences; {cap} is the most.", "Begin a new paragraph."),
    "picture-unknown": ("There is no picture “{name}”.", "Draw assets/pictures/{name}.svg, or correct the name."),
    "placeholder-added": (
        "The translation says {text}, the English does not say it that often.",
        "Take it out, or correct its spelling.",
    ),
    "placeholder-broken": (
        "A brace belongs to no placeholder: {text}",
        "Write it as {{name}} or {{name:format}}: lower-case letters, digits and hyphens.",
    ),
    "placeholder-count": ("{text} is not a count.", "Write {{n:2}} or {{n:2|tube|tubes}}."),
    "placeholder-format": (
        "The fact “{id}” cannot be written as {text}.",
        "See the table of figures in content/README.md; the fact may lack a range, a span or a year.",
    ),
    "placeholder-forms": (
        "{text} has {count} forms, the language has {expected}.",
        "Write all forms, with | between them, in the order of the plural rule.",
    ),
    "placeholder-lost": (
        "The English says {text}, the translation does not.",
        "Put {text} where the figure belongs, letter by letter as in the English.",
    ),
    "plural-forms": (
        "The message has {count} plural forms, the language has {expected}.",
        "Run `plainhelix locale update` and fill in all forms.",
    ),
    "plural-header-broken": (
        "“{header}” is not a plural rule.",
        "Write it like nplurals=2; plural=(n != 1); or run `plainhelix locale update`.",
    ),
    "plural-not-cldr": (
        "The record's plural rule chooses other forms than CLDR does, or has them in another order.",
        "Use: {expected}",
    ),
    "plural-not-record": (
        "The plural rule of this file differs from the language's record: counts would get the wrong words.",
        "Set Plural-Forms to: {expected} Then see that each form stands in that order.",
    ),
    "po-broken": (
        "This is not a line of a PO file: {text}",
        "Look for a missing quote, a lone backslash or a line out of order. The other documents are not touched.",
    ),
    "po-missing": (
        "There is no translation of {document} yet.",
        "Run `plainhelix locale update` to make the file, then translate it.",
    ),
    "po-no-context": (
        "The message “{text}” has no msgctxt, so nobody knows where it belongs.",
        "Run `plainhelix locale update` on the last good copy: it writes the contexts.",
    ),
    "po-no-header": (
        "The file does not begin with a PO header.",
        'Put msgid "" and msgstr "" with the header on top, or take the file from the last good copy.',
    ),
    "po-twice": ("The message “{id}” stands here a second time.", "Keep the better translation and delete the other."),
    "po-unfinished": (
        "The message “{id}” begins here and has no end: the file may be cut off.",
        "Add its msgid and msgstr, or take the file from the last good copy.",
    ),
    "po-without-english": (
        "There is no English document for this file.",
        "Delete it, or bring back locales/{source}/…md if that was lost.",
    ),
    "preference-scale": (
        "“{id}”: a scale goes with kind “each”, and only with that.",
        'Add scale = "learn" or "allow" to kind “each”; take it away from the others.',
    ),
    "preference-unknown": ("There is no shared preference “{id}”.", "Name one of aids/_shared.toml."),
    "questions-number": ("There are {count} check questions.", "Ask 3 to 5, on what the choice hangs on."),
    "ratio-alone": ("{text} is a relative figure and stands alone.", "Give the absolute figures in the same part."),
    "review-expired": (
        "The review was due on {due}, more than half a year ago: it is not offered any more.",
        "Review it, then set version and dates.",
    ),
    "review-past-due": (
        "The review was due on {due}; patients see a banner.",
        "Review it, then set version and dates.",
    ),
    "review-too-late": ("The review is due on {due}, more than two years after publishing.", "Set an earlier date."),
    "right-unknown": ("The right answer “{id}” is not one of the answers.", "Name one of the ids under `answers`."),
    "route-unknown": ("“{route}” leads nowhere.", "Use compare, values, asks, or card:<id> of this aid."),
    "rows-missing": ("“{id}” compares its options in no row.", "Add [[decision.row]] tables."),
    "sentence-long": (
        "The sentence “{start} …” has {count} words; {cap} is the most that reads easily.",
        "Make two of it.",
    ),
    "sign-unseen": ("A sign without a width ({sign}) stands in this line.", "Delete it."),
    "source-unknown": ("“{id}” names the source “{source}”, which is not there.", "Add it to evidence/sources.toml."),
    "string-fuzzy": (
        "“{id}” is marked fuzzy: nobody has looked at it since the English changed.",
        "Compare it with the English, correct it, and take the fuzzy mark away.",
    ),
    "source-notes": (
        "The source “{id}” holds a note or an address that is not for readers: “{text}”.",
        "Keep what is certain and leave out the rest.",
    ),
    "string-missing": ("“{id}” is not translated.", "Translate it, after `plainhelix locale update`."),
    "string-stale": (
        "“{id}” was translated from an older English text.",
        "Run `plainhelix locale update`, then look at what it marks fuzzy.",
    ),
    "string-unchanged": ("“{id}” is the same as the English.", "Translate it, or leave it if it is a name."),
    "toml-too-large": ("The file is larger than {cap} bytes.", "Split it."),
    "tree-sum": (
        "The branches of “{group}” do not add up.",
        "Check found + missed = affected, and all together the whole.",
    ),
    "tree-units": (
        "The branches of “{group}” are counted in different units.",
        "Give all of them the same denominator.",
    ),
    "values-too-many": (
        "There are {count} statements; {cap} are the most that people weigh.",
        "Leave out what matters least.",
    ),
    "word-ruled-out": (
        "“{word}” is a word that this app does not use.",
        "Say it in another way; content/README.md lists them.",
    ),
    "words-missing-for": (
        "The words “{id}” are missing in {document}.",
        "Write them there; content/README.md has the table.",
    ),
    "words-unused": (
        "Nothing in {structure} has a place for the words “{id}”.",
        "Correct the id here or there, or delete the words.",
    ),
}
