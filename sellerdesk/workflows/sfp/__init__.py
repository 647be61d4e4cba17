"""Seller Fulfilled Prime: shipments, shipping templates, obligations, and the files that mend."""
