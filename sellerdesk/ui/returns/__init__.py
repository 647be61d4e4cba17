"""Returns in the window: calculator, report, deadlines, analysis, fares."""
