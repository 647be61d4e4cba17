"""Importing, moving and keeping a shop."""
