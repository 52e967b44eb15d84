"""The words of errors: kiosk. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "capsule-damaged": (
        "The visit that broke off could not be opened here. What was answered is safe with the clinic.",
        "Begin anew, or let staff open the records with the code.",
    ),
    "code-not-offered": (
        "The visit of this code is not offered here.",
        "Check locales, aids and least_review_state in the policy.",
    ),
    "codes-locked": (
        "Too many codes did not fit. Everything that was recorded is safe.",
        "Wait {seconds} seconds, or call a member of staff.",
    ),
    "kiosk-system": (
        "The station cannot run on this system: its processes cannot be given a link each.",
        "Run the station on Linux or macOS; here, open the app with `plainhelix`.",
    ),
    "policy-broken": (
        "The policy file is not written as TOML: {reason}.",
        "Correct this line; text stands in quotation marks, lists in square brackets.",
    ),
    "policy-idle": (
        "“{key}” does not fit: the page is covered after {cover} seconds and the visit cleared after {wipe}.",
        "Let idle_wipe_seconds be larger than idle_cover_seconds.",
    ),
    "policy-key-unknown": ("The policy has no key “{key}”.", "Did you mean: {known}?"),
    "policy-too-large": (
        "The policy file is larger than {cap} bytes. Nothing was started with other rules.",
        "Keep only policy keys in it; the example in assets/policy/example.toml shows them all.",
    ),
    "policy-type": ("The policy key “{key}” does not hold this kind of value.", "Allowed: {allowed}."),
    "policy-unreadable": (
        "The policy file could not be read: {reason}. Nothing was started with other rules.",
        "Check that the file is text in UTF-8 and that this user may read it, then start again.",
    ),
    "policy-value": ("The policy key “{key}” cannot be “{value}”.", "Allowed: {allowed}."),
    "prepared-damaged": (
        "What was prepared for this visit is not as it was written. It was not used.",
        "Prepare the visit anew with `plainhelix records prepare`, and check the store with `plainhelix records verify`.",
    ),
    "session-limit": (
        "This session has recorded as much as one session may. Earlier answers are safe.",
        "End the session and begin a new one.",
    ),
    "session-link-lost": (
        "The station's connection to its records ended. Earlier answers are safe.",
        "Call a member of staff; the station starts anew by itself.",
    ),
    "session-other-version": (
        "This session and its station are not of the same version (known here: {known}). Nothing was recorded.",
        "Restart the station after an update.",
    ),
    "session-row-refused": (
        "The station refused a record that did not fit its visit. Earlier answers are safe.",
        "Call a member of staff.",
    ),
    "visit-code-taken": ("Another visit has this code. Nothing was recorded.", "Try again."),
}
