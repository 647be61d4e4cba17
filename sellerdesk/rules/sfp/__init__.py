"""Seller Fulfilled Prime: offers, shipments, shipping templates, rates and obligations."""
