"""The points programme of a shop: its steps, what points cost, the file that mends."""
