"""Content files in, typed content out."""
