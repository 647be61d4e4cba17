"""Where a line of Today, or a button that names a page, leads."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from sellerdesk.ui.shell import asked_for, new_figures
from sellerdesk.ui.shell.pages import Pages

PARTS = {"categories": "returned", "rates": "shipments"}
"""Names that stand for a part of a page, and the page."""
DEEDS = {"open": "open", "templates_question": "templates", "passages": "passages"}
"""Names that stand for what an action of the menus does, and the action."""


def go(window: Pages, name: str, subjects: Collection[str], deeds: Mapping[str, Callable[[], object]]) -> None:
    """Show a page by its name, kept to some SKUs or order ids or else whole, or do what the name stands for.

    `deeds` is what the actions of the menus do.
    """
    asks: dict[str, Callable[[], object]] = {
        "imports": lambda: asked_for.show_imports(window.desk, window, *subjects),
        "figures": lambda: new_figures.show_figures(window.desk, window),
        "dates": partial(record_dates, window),
        **{one: deeds[action] for one, action in DEEDS.items()},
    }
    asks.get(name, partial(show, window, name, subjects))()


def record_dates(window: Pages) -> None:
    """Ask for what happened in the programme of points."""
    window.show_page("points")
    window.points.record()


def show(window: Pages, name: str, subjects: Collection[str]) -> None:
    """Show a page: only what was asked for, and nothing that an earlier filter leaves."""
    place = PARTS.get(name, name)
    window.show_page(place)
    page = window.page(place)
    if subjects:
        page.show_only(subjects)
    else:
        page.widen()
    if name == "rates":
        window.shipments.every.setChecked(True)
