"""Widgets: one module for each kind of block."""
