"""Seller Fulfilled Prime in the window."""
