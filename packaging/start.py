"""Where the built program starts: the same as `python -m sellerdesk`."""

from sellerdesk.app import program

if __name__ == "__main__":
    program()
