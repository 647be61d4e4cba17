"""The window's state and work: what is open, what runs, what was answered."""
