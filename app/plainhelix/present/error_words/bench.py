"""The words of errors: bench. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
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
}
