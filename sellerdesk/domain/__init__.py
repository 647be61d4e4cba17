"""The nouns of the program: immutable records, standard library and msgspec only."""
