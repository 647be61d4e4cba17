"""A page of the window: what of it the window itself works with."""

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from sellerdesk.ui.lists.action_bar import ActionBar
    from sellerdesk.ui.lists.saved_views import SavedViews
    from sellerdesk.ui.widgets.empty_state import Empty


class Parts(NamedTuple):
    """Parts of a page that the window works with: its list, what stands in the list's place, the bar below, the saved views."""

    table: "QTableView | None" = None
    empty: "Empty | None" = None
    bar: "ActionBar | None" = None
    views: "SavedViews | None" = None


class Page(QWidget):
    """A page of a tab; what a page does not have is left as it is here. `searches`: what is typed into the search filters it."""

    searches = False

    def parts(self) -> Parts:
        """The parts that the window works with."""
        return Parts()

    def seek(self, text: str, *, now: bool) -> None:
        """Show the rows that hold a text, at once or when the page is turned to."""

    def seek_item(self) -> bool:
        """Put the cursor into the page's own search; False where it has none."""
        return False

    def freshen(self) -> None:
        """Come into sight: show what changed meanwhile."""

    def show_only(self, subjects: Collection[str]) -> None:
        """Show only what is about some SKUs or orders, the first one selected."""

    def widen(self) -> None:
        """Show all again that chips, a cause or an earlier question left out."""
