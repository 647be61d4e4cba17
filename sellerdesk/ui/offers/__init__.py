"""The list of offers with its why panel: what points and SFP share."""
