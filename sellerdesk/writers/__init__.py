"""Findings out: words, JSON and plain text in the language asked for."""
