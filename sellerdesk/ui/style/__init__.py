"""Colours, icons, language and plain text: what knows no shop."""
