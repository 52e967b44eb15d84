"""One small module for each kind of page: a scene in, a page out."""
