"""The points programme in the window."""
