"""Plainhelix: localized explainers and decision aids for genetic tests, offline and private."""

__version__ = "0.1.0"
