"""One function for each thing a user can do; the window and the command line both call these."""
