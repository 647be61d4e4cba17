"""The points programme: its rules over offers, its percentages, what points cost, who may take part."""
