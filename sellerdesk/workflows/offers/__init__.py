"""The offers: audited, judged, and compared with the report before."""
