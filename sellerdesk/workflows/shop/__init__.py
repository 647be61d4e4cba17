"""The saved shop: imports, facts, account, history, backups, moving."""
