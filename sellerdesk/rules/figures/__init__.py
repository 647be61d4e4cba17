"""Dated figures: what Amazon and carriers charge, allow and ask, each with its source, the day it was checked, and how sure it is."""
