"""Where the app keeps what it writes. Named by the system's own rules, or by environment variables for tests."""

import os
from pathlib import Path

DATA_VARIABLE = "PLAINHELIX_DATA"
"""Environment variable that names another folder for the demo store and the cache."""


def data_folder() -> Path:
    """Where the demo store lives."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("plainhelix", appauthor=False)


def cache_folder() -> Path:
    """Where compiled words live: content only, nothing about anybody."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen) / "cache"
    from platformdirs import user_cache_path

    return user_cache_path("plainhelix", appauthor=False)


def demo_store_folder() -> Path:
    """The private store that the app makes on its first start."""
    return data_folder() / "store"
