"""Payment reports: read, counted once, placed, and held against the terms."""
