"""Orders of the cashless rebate in the window."""
