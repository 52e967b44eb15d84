"""The one application object that all tests with a window share: a process can have no second one."""

from functools import cache

from plainhelix.base.resources import assets_door
from plainhelix.ui.app import PlainhelixApplication, make_application


@cache
def application() -> PlainhelixApplication:
    """The application, made when it is first needed."""
    return make_application(["plainhelix"], assets_door())
