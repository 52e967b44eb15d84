"""What the field knows: aids, evidence, answers, readiness, preferences, summary. Frozen data and pure functions."""
