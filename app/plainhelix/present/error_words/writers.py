"""The words of errors: writers. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
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
    "pdf-failed": (
        "The PDF could not be made. The answers are safe.",
        "Export the page or the plain text instead, and tell the person who looks after this computer.",
    ),
    "pdf-no-font": (
        "The PDF could not be made: this computer has no font for the language {language}. The answers are safe.",
        "Install a font for this language (for example the Noto fonts), or export the page or the plain text instead.",
    ),
    "qr-too-long": (
        "This text is too long for a QR code: {size} bytes, at most {cap} fit. Nothing was lost.",
        "Leave the QR code out, or put less into it. The sheet on paper holds everything.",
    ),
}
