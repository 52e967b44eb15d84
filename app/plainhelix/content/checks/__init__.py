"""`plainhelix check`: what is wrong with content and locales, with file and line. One module for each kind of check."""
