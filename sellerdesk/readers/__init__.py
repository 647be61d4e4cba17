"""Bytes in, records out, and the rows refused with the reason; a wrong file is refused whole."""
