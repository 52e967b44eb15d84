"""The words of every error and finding, by part of the app."""

from plainhelix.present.error_words import app, bench, glossary, kiosk, records, speech, translations, windows, writers

ERRORS: dict[str, tuple[str, str]] = {
    **app.ERRORS,
    **bench.ERRORS,
    **glossary.ERRORS,
    **kiosk.ERRORS,
    **records.ERRORS,
    **speech.ERRORS,
    **translations.ERRORS,
    **windows.ERRORS,
    **writers.ERRORS,
}
