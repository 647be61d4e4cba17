"""Files for other programs: tables, the files of returns, the account report."""
