"""The cashless rebate: orders judged, and payment words answered."""
