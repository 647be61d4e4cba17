"""`python -m sellerdesk`: the program."""

import sys

from sellerdesk.app import main

sys.exit(main())
