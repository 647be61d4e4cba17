"""What was judged and is shown: rows, reasons, answers, decisions, today."""
