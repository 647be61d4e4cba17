"""Which letters share a glyph in the fonts that a text is set in: a PDF knows glyphs only, and must say which letter was meant."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QFont, QRawFont, QTextLayout

RADICALS = range(0x2E80, 0x2FE0)
"""Letters that dictionaries index by; where one shares its glyph with an ordinary letter, that one is meant."""


def meant(letters: set[str], there: Iterable[str], font: QFont) -> dict[str, str]:
    """For letters of a PDF's fonts (`there`) that its text (`letters`) has not, or has as radicals: the ones meant by the same glyph."""
    ordinary = sorted(letters, key=lambda letter: (ord(letter) in RADICALS, letter))
    fonts = list(fonts_of("".join(ordinary), font))
    found: dict[str, str] = {}
    for raw in fonts:
        by_glyph: dict[int, str] = {}
        for letter in ordinary:
            by_glyph.setdefault(glyph(raw, letter), letter)
        by_glyph.pop(0, None)
        for letter in there:
            if (letter not in letters or ord(letter) in RADICALS) and (twin := by_glyph.get(glyph(raw, letter))):
                found.setdefault(letter, twin)
    return found


def glyph(raw: QRawFont, letter: str) -> int:
    """The glyph of a letter; 0 when the font has none."""
    found = raw.glyphIndexesForString(letter)
    return int(found[0]) if found else 0


def fonts_of(text: str, font: QFont) -> Iterator[QRawFont]:
    """The fonts that a text is really set in: where one lacks a letter, another stands in."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    seen: set[tuple[str, str]] = set()
    for run in layout.glyphRuns():
        raw = run.rawFont()
        if (name := (raw.familyName(), raw.styleName())) not in seen:
            seen.add(name)
            yield raw
