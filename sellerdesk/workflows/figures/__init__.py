"""The figures in force: the program's own with those of the shop's fact packs."""
