"""Rulebooks, and how a rule of a day is put to every subject."""
