"""The main job through the accessibility bus, by Japanese names alone: run by the system's Python, which has pyatspi.

bus_job.py FILE     makes the fix file FILE; prints what it read, one fact a line
"""

import sys
import time
from collections.abc import Callable
from typing import Any

import pyatspi

PATIENCE = 40.0
BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_CHECK_BOX)


def until(give: Callable[[], Any], what: str) -> Any:
    """What comes within the patience of a slow machine."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if found := give():
                return found
        except (LookupError, RuntimeError, NotImplementedError):
            pass  # the tree changes while it is read
        time.sleep(0.2)
    raise SystemExit(f"not there: {what}")


def application() -> Any:
    """The program on the bus."""
    return next((one for one in pyatspi.Registry.getDesktop(0) if one and "seller" in (one.name or "").casefold()), None)


def find(roles: tuple[Any, ...], words: str) -> Any:
    """What is in sight with a role, whose name begins so."""

    def fits(one: Any) -> bool:
        seen = one.getRole() == pyatspi.ROLE_MENU_ITEM or one.getState().contains(pyatspi.STATE_SHOWING)
        return one.getRole() in roles and (one.name or "").startswith(words) and seen

    return until(lambda: pyatspi.findDescendant(application(), fits), words)


def press(words: str, roles: tuple[Any, ...] = BUTTONS) -> None:
    """Press what says so."""
    find(roles, words).queryAction().doAction(0)


def said(words: str) -> bool:
    """Whether the window says so somewhere."""
    return bool(find((pyatspi.ROLE_LABEL, pyatspi.ROLE_STATIC, pyatspi.ROLE_TEXT), words))


def main(file: str) -> None:
    """First start, demo shop, what is wrong, why, the file that mends it."""
    until(application, "the program")
    press("体験用ショップで試す")
    press("やめる")
    press("ポイント", (pyatspi.ROLE_PAGE_TAB,))
    press("要修正")
    table = find((pyatspi.ROLE_TABLE,), "出品")
    until(lambda: table.queryTable().nRows < 36, "fewer rows")
    print("rows", table.queryTable().nRows)
    print("cells", *(table.queryTable().getAccessibleAt(0, place).name for place in range(3)))
    print("why", said("根拠"), said("いちばん小さな直し方"))
    press("修正ファイル: 価格と数量", (pyatspi.ROLE_MENU_ITEM,))
    until(lambda: find(BUTTONS, "ファイルに保存").getState().contains(pyatspi.STATE_ENABLED), "rows to save")
    press("ファイルに保存")
    find((pyatspi.ROLE_TEXT,), "ファイル名").queryEditableText().setTextContents(file)
    press("保存")
    print("written", said("「fix.txt」ができました"))


if __name__ == "__main__":
    main(sys.argv[1])
