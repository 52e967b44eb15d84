"""The words of errors: windows. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "font-unreadable": (
        "A font of the app cannot be read. Nothing that was answered is affected.",
        "Install the app again, or put the font file back from the release.",
    ),
    "screenshot-unwritable": (
        "The picture of the screen could not be written. The visit itself is not affected.",
        "Choose a folder that exists and can be written to, and check that the disk is not full.",
    ),
}
