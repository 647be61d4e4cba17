#!/usr/bin/env python3
"""Pictures of every page in both languages, both themes, empty, with the demo shop and with many offers, at 100% and 200%.

    .venv/bin/python packaging/screenshots.py OUT [--offers 100000] [--readme] [--keep]

A contact sheet for each theme is made beside them, and the pictures that differ from those kept last are listed with how much of them
does; `--keep` keeps them as they are now, to be compared with the next time.

Needs a set-up checkout (packaging/dev.py run). Each scale is a process of its own, for Qt reads it once, at its start.
`--readme` makes only the picture that README.md shows.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from contact_sheets import differences, keep, sheets
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from sellerdesk.clock import JAPAN
from sellerdesk.ui import start
from sellerdesk.ui.shell.pages import PAGES

if TYPE_CHECKING:
    from sellerdesk.ui.shell.main_window import MainWindow

SIZE = (1440, 900)
THEMES = ("light", "dark")
DAY = date(2026, 9, 24)
NOW = datetime(2026, 9, 24, 10, 12, tzinfo=JAPAN)
README = {("demo", "ja", "light", "points")}
PATIENCE_MS = 120_000


def main() -> None:
    """Take the pictures at both scales, or, as a child, at one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--offers", type=int, default=100_000)
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--scale", type=int, default=0)
    asked = parser.parse_args()
    if asked.scale:
        take(asked.out, asked.scale, asked.offers, readme=asked.readme)
        return
    for scale in (1,) if asked.readme else (1, 2):
        env = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
        subprocess.run([sys.executable, __file__, *sys.argv[1:], "--scale", str(scale)], env=env, check=True)
    if not asked.readme:
        look_through(asked.out, keep_them=asked.keep)


def look_through(out: Path, *, keep_them: bool) -> None:
    """Make the contact sheets, say what differs from the pictures kept last, and keep these when asked."""
    _app = QGuiApplication.instance() or QGuiApplication([])
    lines = [str(file) for file in sheets(out, THEMES)]
    lines += [f"{name}: " + ("new" if share < 0 else f"{share:.1f}% differs") for share, name in differences(out)]
    if keep_them:
        lines.append(f"kept: {keep(out)}")
    sys.stdout.write("\n".join(lines) + "\n")


def take(out: Path, scale: int, offers: int, *, readme: bool) -> None:
    """All pictures at one scale."""
    out.mkdir(parents=True, exist_ok=True)
    for filled in ("empty", "demo", *([] if readme else ["many"])):
        with tempfile.TemporaryDirectory() as folder:
            window = start.window(Path(folder), lambda: NOW, DAY)
            window.desk.settings.put("toured", "yes")
            window.show()
            window.resize(*SIZE)
            fill(window, filled, Path(folder), offers)
            for lang in ("ja", "en"):
                for theme in THEMES:
                    settle(window, lang, theme)
                    shoot(window, out, (filled, lang, theme), scale, readme=readme)
            window.close()


def fill(window: MainWindow, filled: str, folder: Path, offers: int) -> None:
    """Open nothing, the demo shop, or a report of many offers."""
    if filled == "demo":
        window.desk.try_demo()
    elif filled == "many":
        window.desk.open(many(folder, offers))
    else:
        start.begin(window)
    wait_for(window.desk.rows_came)
    if filled == "many":
        window.sfp.question.take.click()
        wait_for(window.desk.rows_came)


def many(folder: Path, offers: int) -> Path:
    """A report of many offers, every tenth short of points, every seventh out of stock."""
    file = folder / "listings.txt"
    head = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\tasin1\n"
    rows = (
        f"SKU-{n:07d}\t今治タオル フェイスタオル {n}\t{1000 + n % 9000}\t{(1000 + n % 9000) // 50 + 1 - (n % 10 == 0) * 2}\t11\tDEFAULT\t"
        f"プライム配送パターン\tActive\t{n % 7}\tB{n:09d}\n"
        for n in range(offers)
    )
    file.write_text(head + "".join(rows), encoding="utf-8")
    return file


def settle(window: MainWindow, lang: str, theme: str) -> None:
    """Dress the window and wait until all of it is."""
    window.desk.restyle(lang=lang, theme_choice=theme)
    wait_for(window.desk.restyled)


def shoot(window: MainWindow, out: Path, name: tuple[str, str, str], scale: int, *, readme: bool) -> None:
    """Save a picture of every page."""
    there = window.content.currentWidget() is window.work
    for page in [page for pages in PAGES for page in pages] if there else ["first"]:
        if there:
            window.show_page(page)
        if page == "returns":
            window.returns.reason.setCurrentIndex(11)
            window.returns.form.set_text("category", "Toys")
        pause(150)
        while (child := getattr(getattr(window, page, None), "child", None)) is not None and child.running:
            pause(50)
        if not readme or (*name, page) in README:
            window.grab().save(str(out / f"{'_'.join((*name, page))}{'' if scale == 1 else '@2x'}.png"))


def wait_for(signal: object) -> None:
    """Wait until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)  # type: ignore[attr-defined]  # every Qt signal has it
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()
    signal.disconnect(loop.quit)  # type: ignore[attr-defined]  # as above


def pause(milliseconds: int) -> None:
    """Let the window paint."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
