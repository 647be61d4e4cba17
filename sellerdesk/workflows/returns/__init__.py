"""Returns: reports judged, costs, deadlines, claims, notes."""
