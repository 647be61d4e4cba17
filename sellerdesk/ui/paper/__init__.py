"""Pages for the printer and PDF."""
