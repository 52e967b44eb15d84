"""The one place that knows all parts: arguments in, the right command run, errors told calmly."""

from plainhelix.bootstrap.commands import run

__all__ = ["run"]
