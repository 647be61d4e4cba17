"""The saved shop, fetched in pieces by the thread that waits for the store."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

GLANCE_SECONDS = 0.5
"""After the first screen is at hand, what comes next waits until it is drawn: two threads of Python would take turns of 5 ms at that."""


def saved_shop(store: Path, first_rows: int, drawn: threading.Event, check_there: Callable[[], None]) -> Iterator[Any]:
    """The first rows of a shop (none of them for 0), then its state, then all rows in chunks.

    `drawn` is set by the window when the first rows are on the screen. Raises UnusableStore.
    """
    from sellerdesk.workflows.shop.first_rows import check_not_lost, glimpse

    check_there()
    check_not_lost(store)
    for piece in glimpse(store, first_rows) if first_rows else ():
        drawn.clear()
        yield piece
        drawn.wait(GLANCE_SECONDS)
    from sellerdesk.workflows.judged.state import contents

    yield from contents(store)


def check_there(store: Path, seen: Path | None) -> None:
    """Nothing while the store that was last seen is where it was: a new one in its place would look as if all were lost.

    One that is lost while its backups are there is no disk that was taken out: a backup can be put back. Raises UnusableStore.
    """
    from sellerdesk.domain.refusal import UnusableStore
    from sellerdesk.workflows.shop.first_rows import is_lost

    if seen == store and not store.exists() and not is_lost(store):
        raise UnusableStore("store_gone", folder=str(store.parent))
