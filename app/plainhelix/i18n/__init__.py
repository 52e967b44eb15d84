"""Locales, catalogues, formats, pseudo-locales."""
