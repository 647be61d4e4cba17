"""The shared rules module: values in, findings out; no Qt, no SQLite, no files."""
