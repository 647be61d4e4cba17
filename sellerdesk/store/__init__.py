"""The shop's own file: the only place that knows SQLite."""
