"""The words of every error and finding: code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "aid-not-offered": (
        "The aid {aid} is not offered in {tag}: not complete, or older than the English: {gaps}.",
        "Finish the translation (`plainhelix locale stats {tag}` says what is missing), or choose another language.",
    ),
    "aid-unknown": ("There is no aid “{aid}”.", "Choose one of: {known}."),
    "aid-without-decision": ("“{id}” has no decision.", "Add a [[decision]] with its options and rows."),
    "answer-unknown-choice": ("“{answer}” is no answer to {key}.", "Choose one of the answers that the page offers."),
    "answer-unknown-key": ("Nothing asks for “{key}”.", "Check the spelling."),
    "answers-missing": ("There is no answer to {key}.", 'Add one, or "skip" to leave it open.'),
    "answers-unknown-question": (
        "The aid {aid} does not ask “{key}”.",
        "Check the spelling; assets/examples/{aid}.toml has all questions.",
    ),
    "answers-unreadable": ("{file} cannot be read ({reason}).", "Check the name, and who may read it."),
    "answers-wrong": ("“{answer}” is no answer to {key}.", 'Use {kind} of: {choices}; or "skip".'),
    "assets-missing": ("There is no assets folder at {file}.", "Put the folder assets/ back, or install again."),
    "bench-not-painted": (
        "The window was not painted, so nothing could be measured. No record was touched.",
        "Run: plainhelix doctor. Then try again.",
    ),
    "bench-process-failed": (
        "A process that was to be measured did not say what it took ({reason}). No record was touched.",
        "Run this by itself to see why: {command}",
    ),
    "bench-too-few-runs": (
        "{runs} runs are too few for a figure that can be relied on.",
        "Ask for {least} runs or more: plainhelix bench --runs {least}",
    ),
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
    "chart-of": ("A chart of {of} is not drawn.", "Use one of {allowed}."),
    "chart-spans": (
        "The chart compares figures over different times: {ids}",
        "Choose figures over the same time, or add `#### chart note` that says so.",
    ),
    "cldr-unknown": ("CLDR does not know “{cldr}”.", "Name a CLDR locale such as es_419, ar or zh_Hans."),
    "code-unknown": ("No prepared visit has this code.", "Check the code."),
    "content-missing": (
        "There is no content folder at {file}.",
        "Put the folder content/ back, or set PLAINHELIX_CONTENT to it.",
    ),
    "decision-unknown": ("There is no decision “{id}”.", "Name a decision of this aid."),
    "document-comment-open": ("A comment is never closed.", "End it with `-->`."),
    "document-missing": (
        "The words of {name} are missing.",
        "Write locales/en/{name}.md, or correct what stops it being read.",
    ),
    "document-part-name": ("“{name}” is no name for a part.", "Use lower-case words, such as `#### for-you`."),
    "document-part-twice": (
        "The part {part} stands here a second time.",
        "Give one of them another name, or join them.",
    ),
    "document-section-name": (
        "“{name}” is no name for a section.",
        "Write `## kind id`, in lower case, such as `## card chance`.",
    ),
    "document-text-outside": (
        "There is text that belongs to no part.",
        "Put it below a `###` heading or a `####` part.",
    ),
    "document-too-large": ("The document is larger than {cap} bytes.", "Split it."),
    "document-unfinished": (
        "{gaps} of {messages} messages are missing, fuzzy or outdated, so the document is not offered.",
        "Translate them; `plainhelix locale stats` counts.",
    ),
    "export-disk-full": (
        "The summary could not be written: the disk that holds {folder} is full. Nothing half-written was left there.",
        "Free some space or choose another folder, then export again.",
    ),
    "export-failed": (
        "The summary could not be written to {folder}: {reason}. Nothing half-written was left there.",
        "Choose another folder, then export again.",
    ),
    "export-folder-missing": (
        "The summary could not be written: the folder {folder} does not exist.",
        "Choose a folder that exists, then export again.",
    ),
    "export-folder-read-only": (
        "The summary could not be written: this computer may not write to {folder}. Nothing was changed there.",
        "Choose another folder, or ask for the right to write to this one.",
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
    "fact-twice": ("The fact {id} stands here and in {other}.", "Keep one of them."),
    "fact-undated": ("The fact “{id}” does not say for which year it speaks.", "Add as_of if the source tells it."),
    "fact-unit": ("“{id}” has a figure without a unit, or a unit without a figure.", "Add what is missing."),
    "fact-unknown": ("There is no fact “{id}”.", "Check the spelling, or add the fact to content/evidence/."),
    "fact-unused": ("Nobody uses the fact “{id}”.", "Use it or delete it."),
    "fact-without-span": (
        "The fact {id} has no {part} in its span.",
        "Add it to the fact, or use another placeholder.",
    ),
    "fact-without-value": ("The fact {id} has no single value.", "Use {{…:range}}, or add a value to the fact."),
    "figure-in-prose": (
        "The figure “{figure}” stands in the words.",
        "Name its fact in braces, or write {{n:…}} if it is a plain count.",
    ),
    "folder-unwritable": (
        "The folder {file} cannot be written to ({reason}).",
        "Choose another folder, or free some space.",
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
    "id-not-file-name": ("The id “{id}” is not the file's name, “{expected}”.", "Make them the same."),
    "id-twice": ("The id “{id}” is used twice in {table}.", "Give one of them another id."),
    "input-unknown": ("“{id}” is worked out from “{input}”, which is not there.", "Correct the input's name."),
    "key-file-damaged": (
        "A key file of the store is damaged. The sealed records are safe.",
        "Put the file back from a backup of the store's folder.",
    ),
    "key-file-weak": (
        "The key file asks for weaker protection of the passphrase than Plainhelix accepts. It was not used.",
        "Put back the key file that this store was made with, and find out who changed it.",
    ),
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
    "markup-too-deep": ("Lists or quotes are nested too deeply (more than {cap}).", "Flatten the list."),
    "markup-too-long": ("The text is longer than {cap} characters.", "Split it."),
    "markup-too-many-brackets": (
        "A paragraph has more than {cap} brackets or marks.",
        "Look for text that was pasted by mistake.",
    ),
    "markup-word-too-long": ("A word is longer than {cap} characters.", "Look for text that was pasted by mistake."),
    "not-writable": (
        "This file could not be written: {reason}. It is as it was.",
        "Check the folder's rights and space.",
    ),
    "one-in-x": ("“1 in X” is hard to compare.", "Name the fact, and the app writes X out of 100."),
    "options-too-few": ("“{id}” has fewer than two options.", "Add the others, and always the option without a test."),
    "paragraph-long": ("The paragraph has {count} sentences; {cap} is the most.", "Begin a new paragraph."),
    "passphrase-differs": (
        "The two passphrases are not the same. Nothing was made.",
        "Type the same passphrase twice.",
    ),
    "passphrase-memory": (
        "There is not enough free memory to check the passphrase: {megabytes} MB are needed. The records are safe.",
        "Close other programs and try again.",
    ),
    "passphrase-needed": (
        "The passphrase cannot be asked for here.",
        "Run the command in a terminal, or set PLAINHELIX_PASSPHRASE (with `--recovery`: PLAINHELIX_RECOVERY_KEY).",
    ),
    "passphrase-short": (
        "A passphrase needs at least {least} characters. Nothing was made.",
        "Choose a longer one. Several words are easy to remember.",
    ),
    "passphrase-wrong": (
        "This passphrase does not open the records. They are safe.",
        "Try again, or use the printed recovery key with `--recovery`. After three wrong tries there is a wait.",
    ),
    "pdf-failed": (
        "The PDF could not be made. The answers are safe.",
        "Export the page or the plain text instead, and tell the person who looks after this computer.",
    ),
    "pdf-no-font": (
        "The PDF could not be made: this computer has no font for the language {language}. The answers are safe.",
        "Install a font for this language (for example the Noto fonts), or export the page or the plain text instead.",
    ),
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
    "qr-too-long": (
        "This text is too long for a QR code: {size} bytes, at most {cap} fit. Nothing was lost.",
        "Leave the QR code out, or put less into it. The sheet on paper holds everything.",
    ),
    "questions-number": ("There are {count} check questions.", "Ask 3 to 5, on what the choice hangs on."),
    "ratio-alone": ("{text} is a relative figure and stands alone.", "Give the absolute figures in the same part."),
    "record-newer": (
        "This visit was recorded by a newer version of Plainhelix (format {found}; this version knows {known}). It is safe.",
        "Install the newer version of Plainhelix.",
    ),
    "record-not-begun": ("The visit could not be recorded.", "Check the store with `plainhelix doctor`."),
    "record-not-exported": (
        "The summary could not be written to this folder. The record is safe.",
        "Check that the folder can be written to and that the disk has room.",
    ),
    "record-not-saved": (
        "Your last answer could not be saved. Everything that you answered before is safe. ({reason})",
        "Please call a member of staff. They can help you go on.",
    ),
    "record-unreadable": (
        "What this visit recorded cannot be understood. It is authentic and was left as it is.",
        "Open it with the version of Plainhelix that recorded it, and report the fault.",
    ),
    "recovery-mistyped": (
        "This is not a whole recovery key: a letter is missing or wrong.",
        "Compare it with the printed sheet, group by group.",
    ),
    "recovery-wrong": (
        "This recovery key belongs to another store. The records are safe.",
        "Use the recovery key that was printed when this store was made.",
    ),
    "resource-missing": ("{file} is missing.", "Put the file back, or install again."),
    "resource-not-utf8": ("{file} is not UTF-8 text.", "Save it as UTF-8."),
    "resource-outside": ("The name {file} leads out of the folder.", "Use a name inside of content/ or assets/."),
    "resource-too-large": ("{file} is larger than {cap} bytes.", "Make it smaller, or split it."),
    "resource-unreadable": ("{file} cannot be read ({reason}).", "Check who may read the file."),
    "review-expired": (
        "The review was due on {due}, more than half a year ago: it is not offered any more.",
        "Review it, then set version and dates.",
    ),
    "review-past-due": (
        "The review was due on {due}; patients see a banner.",
        "Review it, then set version and dates.",
    ),
    "review-too-late": ("The review is due on {due}, more than two years after publishing.", "Set an earlier date."),
    "revision-damaged": (
        "Answer {revision} of visit {visit} is not as it was written. It is not shown, so that nobody reads a wrong answer.",
        "Read an earlier moment with `plainhelix records open {visit} --revision N`, and go through it with the patient.",
    ),
    "revision-missing": (
        "Answer {revision} of visit {visit} is missing. The newest answers may be affected.",
        "Read another moment with `plainhelix records open {visit} --revision N`, and go through it with the patient.",
    ),
    "revisions-without-visit": (
        "{count} sealed answers belong to no visit. The visit that they belonged to is damaged or missing.",
        "Restore a backup of the store, or keep the folder for someone who can look into it.",
    ),
    "right-unknown": ("The right answer “{id}” is not one of the answers.", "Name one of the ids under `answers`."),
    "route-unknown": ("“{route}” leads nowhere.", "Use compare, values, asks, or card:<id> of this aid."),
    "rows-missing": ("“{id}” compares its options in no row.", "Add [[decision.row]] tables."),
    "sentence-long": (
        "The sentence “{start} …” has {count} words; {cap} is the most that reads easily.",
        "Make two of it.",
    ),
    "source-twice": ("The source {id} stands here twice.", "Keep one of them."),
    "source-unknown": ("“{id}” names the source “{source}”, which is not there.", "Add it to evidence/sources.toml."),
    "staff-locked": (
        "There were too many wrong passphrases. The records are safe.",
        "Wait {seconds} seconds, then try again.",
    ),
    "store-address-unknown": (
        "A store at an address of the kind {address} is not known.",
        "Name a folder after `--store`.",
    ),
    "store-busy": (
        "Another program is using the store just now. Nothing is lost. If visits were being erased, their keys may be destroyed already; the rest follows.",
        "Wait a moment and do it again.",
    ),
    "store-codes-used": (
        "No free visit code was found. No visit was begun.",
        "Erase old visits with `plainhelix records purge`.",
    ),
    "store-damaged": (
        "The record store is damaged in places. Visits that are whole can still be opened, and no wrong answer is ever shown.",
        "Copy the store's folder to another disk now. Then run `plainhelix records verify` to see which visits are affected, and replace the disk or restore a backup.",
    ),
    "store-exists": (
        "There is a store at this place already. It was left as it is.",
        "Choose another folder, or use the store that is there.",
    ),
    "store-failing": (
        "The disk did not do what it was asked. Answers that were confirmed earlier are safe.",
        "Tell the person who looks after this computer. Copy the store's folder to another disk.",
    ),
    "store-folder-used": (
        "This folder holds other files. They were left as they are.",
        "Choose a new or an empty folder.",
    ),
    "store-full": (
        "The disk is full. Answers that were confirmed earlier are safe.",
        "Free some space, or erase old visits with `plainhelix records purge`. That works on a full disk too.",
    ),
    "store-key-other": (
        "The keys and the records in this folder do not belong together. Nothing was changed.",
        "Put back the key files that this store was made with.",
    ),
    "store-locked": ("The records are sealed.", "Open them with the staff passphrase or the recovery key."),
    "store-missing": (
        "There are no records at this place. Nothing was changed.",
        "Check the folder, or make a store with `plainhelix records init`.",
    ),
    "store-newer": (
        "This store was made by a newer version of Plainhelix (format {found}; this version knows {known}). It was left as it is.",
        "Install the newer version of Plainhelix.",
    ),
    "store-read-only": (
        "Nothing can be written to the store's folder. What is in it is safe.",
        "Give this account the right to write to the folder, or check whether the disk is locked.",
    ),
    "store-unknown": (
        "The file at this place is not a Plainhelix record store. It was left as it is.",
        "Check the folder. If it should be a store, restore it from a backup.",
    ),
    "store-unreadable": (
        "The files of the store cannot be read. They were left as they are.",
        "Check that the folder is right and that this account may read it.",
    ),
    "string-fuzzy": (
        "“{id}” is marked fuzzy: nobody has looked at it since the English changed.",
        "Compare it with the English, correct it, and take the fuzzy mark away.",
    ),
    "string-missing": ("“{id}” is not translated.", "Translate it, after `plainhelix locale update`."),
    "string-stale": (
        "“{id}” was translated from an older English text.",
        "Run `plainhelix locale update`, then look at what it marks fuzzy.",
    ),
    "string-unchanged": ("“{id}” is the same as the English.", "Translate it, or leave it if it is a name."),
    "toml-broken": ("The file is not valid TOML: {reason}.", "Mend the line; quotes and brackets are the usual cause."),
    "toml-line-too-long": ("A line is longer than {cap} characters.", "Break the line."),
    "toml-too-large": ("The file is larger than {cap} bytes.", "Split it."),
    "toml-unexpected": (
        "This does not fit: {reason} ({key}).",
        "Compare with content/README.md, which lists the keys and their kinds.",
    ),
    "tour-endless": ("The tour through {aid} found no end.", "Check the aid's path with `plainhelix walk {aid}`."),
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
    "visit-code-mistyped": (
        "This is not a visit code. It has six letters and digits; I, L, O, S, 0, 1 and 5 are never among them.",
        "Check the code.",
    ),
    "visit-damaged": (
        "Visit {visit} is not as it was written. It is not shown, so that nobody reads a wrong answer.",
        "Ask the patient again, or restore a backup. Run `plainhelix records verify` for the other visits.",
    ),
    "visit-empty": ("Nothing was answered in visit {visit}.", "There is nothing to read."),
    "visit-erased": (
        "Visit {visit} was erased, but its sealed rows are still there. Nobody can read them.",
        "Run `plainhelix records purge` to finish.",
    ),
    "visit-unknown": (
        "There is no visit with the code {visit}.",
        "Check the code. `plainhelix records list` shows all visits; old ones may have been erased.",
    ),
    "word-ruled-out": (
        "“{word}” is a word that this app does not use.",
        "Say it in another way; content/README.md lists them.",
    ),
    "words-missing": (
        "{file} has no words for {key} in {locale}.",
        "Add the part to the English document, then run `plainhelix locale update`.",
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
