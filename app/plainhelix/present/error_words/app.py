"""The words of errors: app. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "aid-not-offered": (
        "The aid {aid} is not offered in {tag}: not complete, or older than the English: {gaps}.",
        "Finish the translation (`plainhelix locale stats {tag}` says what is missing), or choose another language.",
    ),
    "aid-unknown": ("There is no aid “{aid}”.", "Choose one of: {known}."),
    "answer-unknown-choice": ("“{answer}” is no answer to {key}.", "Choose one of the answers that the page offers."),
    "answer-unknown-key": ("Nothing asks for “{key}”.", "Check the spelling."),
    "answers-missing": ("There is no answer to {key}.", 'Add one, or "skip" to leave it open.'),
    "answers-unknown-question": (
        "The aid {aid} does not ask “{key}”.",
        "Check the spelling; assets/examples/{aid}.toml has all questions.",
    ),
    "answers-unreadable": ("{file} cannot be read ({reason}).", "Check the name, and who may read it."),
    "answers-wrong-many": ("“{answer}” is no answer to {key}.", 'Use a list of some of: {choices}; or "skip".'),
    "answers-wrong-one": ("“{answer}” is no answer to {key}.", 'Use one of: {choices}; or "skip".'),
    "answers-wrong-words": ("“{answer}” is no answer to {key}.", 'Write words between quotation marks; or "skip".'),
    "assets-missing": ("There is no assets folder at {file}.", "Put the folder assets/ back, or install again."),
    "code-unknown": ("No prepared visit has this code.", "Check the code."),
    "content-missing": (
        "There is no content folder at {file}.",
        "Put the folder content/ back, or set PLAINHELIX_CONTENT to it.",
    ),
    "document-comment-open": ("A comment is never closed.", "End it with `-->`."),
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
    "fact-twice": ("The fact {id} stands here and in {other}.", "Keep one of them."),
    "fact-without-span": (
        "The fact {id} has no {part} in its span.",
        "Add it to the fact, or use another placeholder.",
    ),
    "fact-without-value": ("The fact {id} has no single value.", "Use {{…:range}}, or add a value to the fact."),
    "folder-unwritable": (
        "The folder {file} cannot be written to ({reason}).",
        "Choose another folder, or free some space.",
    ),
    "id-not-file-name": ("The id “{id}” is not the file's name, “{expected}”.", "Make them the same."),
    "markup-too-deep": ("Lists or quotes are nested too deeply (more than {cap}).", "Flatten the list."),
    "markup-too-long": ("The text is longer than {cap} characters.", "Split it."),
    "markup-too-many-brackets": (
        "A paragraph has more than {cap} brackets or marks.",
        "Look for text that was pasted by mistake.",
    ),
    "markup-word-too-long": ("A word is longer than {cap} characters.", "Look for text that was pasted by mistake."),
    "no-display": (
        "There is no display to open a window on.",
        "Use `plainhelix tour AID --out DIR` or `plainhelix walk AID`, or start it from a desktop.",
    ),
    "printer-missing": (
        "The printer could not be reached.",
        "Check that the system's print service (lp) knows a printer, and its name in the policy.",
    ),
    "record-not-begun": ("The visit could not be recorded.", "Check the store with `plainhelix doctor`."),
    "resource-missing": ("{file} is missing.", "Put the file back, or install again."),
    "resource-not-utf8": ("{file} is not UTF-8 text.", "Save it as UTF-8."),
    "resource-outside": ("The name {file} leads out of the folder.", "Use a name inside of content/ or assets/."),
    "resource-too-large": ("{file} is larger than {cap} bytes.", "Make it smaller, or split it."),
    "resource-unreadable": ("{file} cannot be read ({reason}).", "Check who may read the file."),
    "source-twice": ("The source {id} stands here twice.", "Keep one of them."),
    "toml-broken": ("The file is not valid TOML: {reason}.", "Mend the line; quotes and brackets are the usual cause."),
    "toml-line-too-long": ("A line is longer than {cap} characters.", "Break the line."),
    "toml-unexpected": (
        "This does not fit: {reason} ({key}).",
        "Compare with content/README.md, which lists the keys and their kinds.",
    ),
    "tour-endless": ("The tour through {aid} found no end.", "Check the aid's path with `plainhelix walk {aid}`."),
    "words-missing": (
        "{file} has no words for {key} in {locale}.",
        "Add the part to the English document, then run `plainhelix locale update`.",
    ),
}
