"""Where a line of Today, or a button that names a page, leads."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from sellerdesk.ui.shell import asked_for, new_figures
from sellerdesk.ui.shell.page_stack import PageStack

DEEDS = {"open": "open", "templates_question": "templates", "passages": "passages"}
"""Names that stand for what an action of the menus does, and the action."""


def go(window: PageStack, name: str, subjects: Collection[str], deeds: Mapping[str, Callable[[], object]]) -> None:
    """Show a page by its name, kept to some SKUs or order ids or else whole, or do what the name stands for.

    `deeds` is what the actions of the menus do.
    """
    asks: dict[str, Callable[[], object]] = {
        "imports": lambda: asked_for.show_imports(window.desk, window, *subjects),
        "figures": lambda: new_figures.show_figures(window.desk, window),
        "dates": partial(record_dates, window),
        **{one: deeds[action] for one, action in DEEDS.items()},
    }
    asks.get(name, partial(window.show_rows, name, subjects))()


def record_dates(window: PageStack) -> None:
    """Ask for what happened in the programme of points."""
    window.show_page("points")
    window.points.record()
