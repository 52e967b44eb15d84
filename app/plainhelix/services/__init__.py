"""What people do: a visit, exporting, keeping records."""
