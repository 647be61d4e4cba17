"""Table and list models over ready rows, sorted and filtered in the model."""
