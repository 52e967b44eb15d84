"""The words of errors: speech. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "keyboard-key-missing": (
        "The layer {layer} of this keyboard has no key {{{key_name}}}.",
        "Add it to one of the layer's rows; the top of en.toml says what each key is for.",
    ),
    "keyboard-key-unknown": (
        "There is no key {key_name}.",
        "Use one of the names at the top of en.toml; a width is a number of letter keys, from 0.1 to 14.",
    ),
    "keyboard-rows-differ": (
        "Under shift this row has other keys than without.",
        "Give every row of `shifted` as many keys as the same row of `letters`, with the same names and widths.",
    ),
    "no-voice": (
        "This computer has no voice for this language.",
        "Install one (`plainhelix doctor` says which packages); everything else works.",
    ),
    "speech-failed": (
        "The computer's voice stopped working.",
        "Listen again; if it stays silent, restart the speech service. Nothing else is affected.",
    ),
    "speech-missing": (
        "This computer cannot read aloud.",
        "Install the packages speech-dispatcher and espeak-ng; everything else works.",
    ),
}
