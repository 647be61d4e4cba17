"""Where the built program starts: the same as `python -m sellerdesk`."""

from sellerdesk.__main__ import begin

if __name__ == "__main__":
    begin()
