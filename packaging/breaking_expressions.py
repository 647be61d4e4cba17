"""Every regular expression of the program, and 64 KB of the letters that it is made of: each answers within 50 ms."""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import sellerdesk
from breaking_kit import Tally, going
from sellerdesk.domain.expressions import Late

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
    """Every expression of the program, with where it stands: those written where they are used, and those that its modules hold."""
    yield from written()
    for module in modules():
        for name, value in vars(module).items():
            for one in value if isinstance(value, tuple | list | frozenset) else value.values() if isinstance(value, dict) else (value,):
                compiled = one.compiled() if isinstance(one, Late) else one
                if isinstance(compiled, re.Pattern):
                    yield f"{module.__name__}.{name} {compiled.pattern!r:.40}", compiled


def written() -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Every expression that is written out in a call, with the call's name."""
    for file in sorted(Path(*sellerdesk.__path__).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and (act := ast.unparse(node.func)).startswith("re.") and act != "re.compile":
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
                    yield f"{file.stem}:{node.lineno}.{act} {first.value!r:.40}", re.compile(first.value)


@cache
def source() -> str:
    """The text of all of the program's modules."""
    return "".join(file.read_text(encoding="utf-8") for file in Path(*sellerdesk.__path__).rglob("*.py"))


@cache
def is_anchored(where: str) -> bool:
    """Whether an expression, by its name, is only ever held against a text from its beginning."""
    *module, name = where.partition(" ")[0].split(".")
    if module[-1] == "re":
        return name in ("match", "fullmatch")
    use = re.compile(rf"\b{name}\b(?:\[[^\]]*\])?\.(\w+)\(")
    own = Path(*sellerdesk.__path__).joinpath(*module[1:]).with_suffix(".py")
    used = use.findall(own.read_text(encoding="utf-8") if own.exists() else "") or use.findall(source())
    return "match" in " ".join(used) and not {"search", "sub", "subn", "findall", "finditer", "split"} & set(used)


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
            text = text if dice.random() < 0.5 else text[: size // 2] + "\n" + text[size // 2 :]  # noqa: PLR2004 (half of them: a cell of lines)
            took = seconds(pattern, text, anchored=is_anchored(where))
            tally.seconds = max(tally.seconds, took)
            if took > MOST_SECONDS:
                tally.fault("slow", f"{where} with {piece!r}: {took:.2f} s for {size} letters")
                return


def seconds(pattern: re.Pattern[Any], text: str, *, anchored: bool) -> float:
    """How long a whole match takes, and a search where there is one, each by itself the shortest of two: another process may be at work."""
    subject: Any = text.encode() if isinstance(pattern.pattern, bytes) else text
    acts = (pattern.fullmatch,) if anchored else (pattern.search, pattern.fullmatch)
    return max(min(timed(act, subject) for _time in range(2)) for act in acts)


def timed(act: Any, subject: Any) -> float:
    """How many seconds of this process an act takes."""
    begun = time.process_time()
    act(subject)
    return time.process_time() - begun
