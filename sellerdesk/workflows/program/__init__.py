"""The program about itself: help, what it covers, support, its own test."""
