"""A store for each test."""

from store.conftest import made, pattern

__all__ = ["made", "pattern"]
