"""Seller Desk: an offline assistant for a small shop on Amazon.co.jp (points, Seller Fulfilled Prime, returns)."""

__version__ = "0.1.0"
