"""What Amazon paid and took: rows placed by kind, each counted once, and held against the terms."""
