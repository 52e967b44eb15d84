"""The project's own content, read once for all tests that need it."""

from functools import cache

from plainhelix.base.resources import content_door
from plainhelix.content.library import Library, read_library
from plainhelix.services.shelf import Shelf


@cache
def library() -> Library:
    """All content."""
    return read_library(content_door())


@cache
def shelf() -> Shelf:
    """The shelf over it, without a cache on disk."""
    return Shelf(content_door())
