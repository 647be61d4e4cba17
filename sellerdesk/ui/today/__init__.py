"""What needs the owner today."""
