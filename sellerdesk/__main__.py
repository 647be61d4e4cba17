"""`python -m sellerdesk`: the program."""

from sellerdesk.app import program

program()
