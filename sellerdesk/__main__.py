"""`python -m sellerdesk`, the installed commands and the built program: they all begin here."""

import os

INTERRUPTED = 130


def begin() -> None:
    """Run the program; Ctrl+C before it can say anything of itself ends it at once, and nothing was begun by then."""
    try:
        from sellerdesk.app import program  # noqa: PLC0415 (a key pressed while it is loaded is caught here)

        program()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    begin()
