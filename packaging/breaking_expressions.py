"""Every regular expression of the program, and 64 KB of the letters that it is made of: each answers within 50 ms."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import sellerdesk
from breaking_kit import Tally, going

SIZES = (1 << 10, 1 << 12, 1 << 14, 1 << 16)
"""Letters of a text; the smaller ones first, for what is quadratic at 64 KB is slow at 4 already."""
MOST_SECONDS = 0.05
LETTERS = re.compile(r"\w|[^\w\s\\]|\s")
ALPHABETS = (" ", "0", "a", "A", "あ", "漢", "\t", "\n", "'", '"', "<", "(", ",", ".", "-", "1 ", "a ", "a,", "0-", "０", "＜c ")


def slow_expressions(_folder: Path, dice: Random, deadline: float) -> Tally:
    """Search texts of chance with every expression."""
    tally, known = Tally(), sorted(set(expressions()), key=lambda one: one[0])
    dice.shuffle(known)
    round_of = 0
    while going(tally, deadline):
        tally.tries -= 1
        for where, pattern in known:
            if round_of and time.monotonic() > deadline:
                break
            tally.tries += 1
            searched(tally, where, pattern, dice)
        round_of += 1
    return tally


def expressions() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Every compiled expression of the program's modules, with where it stands; the window's are not loaded."""
    for module in modules():
        for name, value in vars(module).items():
            for one in value if isinstance(value, tuple | list | frozenset) else value.values() if isinstance(value, dict) else (value,):
                if isinstance(one, re.Pattern):
                    yield f"{module.__name__}.{name} {one.pattern!r:.40}", one


def modules() -> Iterator[ModuleType]:
    """The program's modules without those of the window."""
    for found in pkgutil.walk_packages(sellerdesk.__path__, "sellerdesk."):
        if not found.name.startswith("sellerdesk.ui") and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def searched(tally: Tally, where: str, pattern: re.Pattern[Any], dice: Random) -> None:
    """Search four texts: of an alphabet, of the expression's own letters, of both, and one that ends otherwise than it went on."""
    own = LETTERS.findall(pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")) or ["a"]
    few = "".join(dice.choices(own, k=dice.randint(1, 6)))
    for piece in (dice.choice(ALPHABETS), few, few + dice.choice(ALPHABETS), dice.choice(own)):
        for size in SIZES:
            text = (piece * (size // len(piece) + 1))[: size - 1] + dice.choice("!x\n０")
            took = seconds(pattern, text)
            tally.seconds = max(tally.seconds, took)
            if took > MOST_SECONDS:
                tally.fault("slow", f"{where} with {piece!r}: {took:.2f} s for {size} letters")
                return


def seconds(pattern: re.Pattern[Any], text: str) -> float:
    """How long a search and a whole match take, each by itself the shortest of two: another process may be at work."""
    subject: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    return max(min(timed(act, subject) for _time in range(2)) for act in (pattern.search, pattern.fullmatch))


def timed(act: Any, subject: Any) -> float:
    """How many seconds of this process an act takes."""
    begun = time.process_time()
    act(subject)
    return time.process_time() - begun
