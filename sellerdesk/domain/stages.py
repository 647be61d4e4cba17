"""The stages of work that a command tells while it runs, as far as another part of the program acts on them."""

IMPORTED = "imported"
"""From here on a report is in, whatever comes of judging it."""
