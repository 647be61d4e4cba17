"""Returns: who pays, what was charged, what is refunded, by when, and what it costs."""
