"""The ground floor: errors, ids, the one resource door. Imports nothing of the floors above."""
