"""A keyboard on the screen, for stations without one. Remembers nothing that was typed."""
