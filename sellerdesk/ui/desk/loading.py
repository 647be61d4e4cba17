"""The saved shop, fetched in pieces by the thread that waits for the store."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sellerdesk.domain.refusal import UnusableStore
    from sellerdesk.workflows.shop.first_rows import Lying

REPLACING = ("restore", "move-in")
"""Commands that put another file in the place of a shop's that is damaged."""
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


class SameFile:
    """Whether the file in the shop's place is the one whose rows are shown."""

    def __init__(self) -> None:
        """None was met yet; `refused`: something was, until the rows of the other file are there."""
        self._met: tuple[Path, Lying] | None = None
        self.refused = False

    def is_other(self, store: Path) -> bool:
        """Whether the rows shown last are of another shop's store."""
        return self._met is not None and self._met[0] != store

    def expect(self, command: object) -> None:
        """A command of the program's own begins; one of some puts another file there itself."""
        if command in REPLACING:
            self._met = None

    def when_refused(self, act: "Callable[[], None]") -> None:
        """Do something when another file was met and its rows are not there yet."""
        if self.refused:
            act()

    def meet(self, store: Path) -> "list[UnusableStore]":
        """Know the file of the rows that came; gives what is to be said when another one lay there when this store was last met."""
        from sellerdesk.domain.refusal import UnusableStore
        from sellerdesk.workflows.shop.first_rows import lying
        from sellerdesk.workflows.shop.holding import notices

        now, before = lying(store), self._met
        self._met = (store, now) if now is not None else None
        code, self.refused = "store_another" if self.refused else "store_swapped", False
        if before is None or before[0] != store or now is None or now.is_follower(before[1]):
            return []
        return [UnusableStore(code, file=store.name), *(notice for notice in notices() if notice.code != "store_swapped")]

    def check(self, store: Path) -> None:
        """Nothing while it is the same. Raises UnusableStore: nothing is written into another one as if it were that."""
        from sellerdesk.domain.refusal import UnusableStore
        from sellerdesk.workflows.shop.first_rows import lying

        if self._met is None or self._met[0] != store or (now := lying(store)) is None:
            return
        if not now.is_follower(self._met[1]):
            self.refused = True
            raise UnusableStore("store_another", file=store.name)
        self._met = store, now


def check_there(store: Path, seen: Path | None) -> None:
    """Nothing while the store that was last seen is where it was: a new one in its place would look as if all were lost.

    One that is lost while its backups are there is no disk that was taken out: a backup can be put back. Raises UnusableStore.
    """
    from sellerdesk.domain.refusal import UnusableStore
    from sellerdesk.workflows.shop.first_rows import is_lost

    if seen == store and not store.exists() and not is_lost(store):
        raise UnusableStore("store_gone", folder=str(store.parent))
