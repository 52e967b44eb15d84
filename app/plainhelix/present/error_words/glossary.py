"""The words of errors: glossary. Code → what happened, and what to do. In English, for staff and authors."""

ERRORS: dict[str, tuple[str, str]] = {
    "word-avoided": (
        "“{word}” is a word that this language's glossary asks to avoid for “{term}”.",
        "The glossary proposes: {preferred}. Keep the word only where the English means something else.",
    ),
}
