"""Carriers' fare tables, and the fare of a parcel."""
