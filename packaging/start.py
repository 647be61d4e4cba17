"""Where the built program starts: the same as `python -m sellerdesk`."""

import sys

from sellerdesk.app import main

if __name__ == "__main__":
    sys.exit(main())
