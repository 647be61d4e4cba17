"""Contact sheets of pictures, and what differs from the pictures that were kept last: a page that changed unseen is seen."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, qGray

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

THUMB = QSize(480, 300)
LABEL, GAP, COLUMNS = 24, 12, 4
"""Pixels of a name below its picture and between pictures; pictures side by side."""
LOOK = QSize(96, 60)
"""The size at which pictures are compared: a letter that moved by a pixel is no difference, a word or a colour is one."""
SEEN = 10
"""Steps of 255 in lightness from which on an eye sees a difference in a place of that size."""
KEPT = "kept"
"""The folder, beside the pictures, of those that were kept last."""


def sheets(folder: Path, themes: Iterable[str]) -> list[Path]:
    """A contact sheet for each theme, of the pictures at 100%, by name."""
    made = []
    for theme in themes:
        pictures = sorted(file for file in folder.glob(f"*_{theme}_*.png") if "@" not in file.name and not file.name.startswith("contact_"))
        if pictures:
            made.append(folder / f"contact_{theme}.png")
            sheet(pictures).save(str(made[-1]))
    return made


def sheet(pictures: Sequence[Path]) -> QImage:
    """Pictures in rows, each over its name."""
    wide, high = THUMB.width() + GAP, THUMB.height() + LABEL + GAP
    whole = QImage(COLUMNS * wide + GAP, -(-len(pictures) // COLUMNS) * high + GAP, QImage.Format.Format_RGB32)
    whole.fill(QColor("#808080"))
    painter = QPainter(whole)
    painter.setPen(QColor("#FFFFFF"))
    for place, file in enumerate(pictures):
        left, top = GAP + place % COLUMNS * wide, GAP + place // COLUMNS * high
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        painter.drawImage(left, top, QImage(str(file)).scaled(THUMB, keep, smooth))
        painter.drawText(QRect(left, top + THUMB.height(), THUMB.width(), LABEL), Qt.AlignmentFlag.AlignVCenter, file.stem)
    painter.end()
    return whole


def differences(folder: Path) -> Iterator[tuple[float, str]]:
    """How much of each picture differs from the one that was kept, in percent, the most first; -1 for one that is new."""
    now = {file.name: file for file in folder.glob("*.png") if not file.name.startswith("contact_")}
    differing = []
    for name, file in now.items():
        before = folder / KEPT / name
        differing.append((difference(file, before) if before.exists() else -1.0, name))
    return iter(sorted((one for one in differing if one[0]), key=lambda one: (one[0] >= 0, -one[0], one[1])))


def difference(one: Path, other: Path) -> float:
    """The share of places that an eye sees to differ, in percent; 100 for pictures of unlike shape."""
    first, second = (QImage(str(file)) for file in (one, other))
    if first.size() != second.size():
        return 100.0
    pairs = zip(lightness(first), lightness(second), strict=True)
    differing = sum(abs(a - b) >= SEEN for a, b in pairs)
    return 100.0 * differing / (LOOK.width() * LOOK.height())


def lightness(picture: QImage) -> list[int]:
    """The lightness of every place of a picture made small, row by row, from 0 to 255."""
    small = picture.scaled(LOOK, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return [qGray(small.pixel(x, y)) for y in range(LOOK.height()) for x in range(LOOK.width())]


def keep(folder: Path) -> int:
    """Keep the pictures of a folder for the next comparison; gives how many."""
    there = folder / KEPT
    shutil.rmtree(there, ignore_errors=True)
    there.mkdir(parents=True)
    pictures = [file for file in folder.glob("*.png") if not file.name.startswith("contact_")]
    for file in pictures:
        shutil.copy2(file, there / file.name)
    return len(pictures)
