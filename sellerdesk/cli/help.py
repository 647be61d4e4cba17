"""What `--help` shows, in the language of `--lang`, of the shops' settings, or of the system; the library's own words too."""

import locale
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import click
import rtoml

from sellerdesk import assets
from sellerdesk.domain.expressions import expression
from sellerdesk.paths import data_folder
from sellerdesk.writers.words import LANGUAGES

ARGUMENTS: ContextVar[Sequence[str]] = ContextVar("arguments", default=())
"""The arguments of this run, which tell the language of its help."""
SETTINGS = "settings.ini"
LANGUAGE = expression(r"^language=(ja|en)\s*$", re.MULTILINE)
OWN = {
    "Usage: ": "使い方: ", "Options": "オプション", "Commands": "コマンド", "Show this message and exit.": "この説明を表示して終わる。",
    "TEXT": "文字", "INTEGER RANGE": "数", "INTEGER": "数",
    "FLOAT RANGE": "数", "FLOAT": "数", "DIRECTORY": "フォルダー", "FILE": "ファイル", "PATH": "ファイル",
    "FILENAME": "ファイル", "default: ": "既定: ", "required": "必須",
}  # fmt: skip
"""The library's own words; the names of values that a command asks for in its own way stay as they are."""
SPELLED = (("[OPTIONS]", "[オプション]"), ("[COMMAND] [ARGS]...", "[コマンド] [引数]..."), ("COMMAND [ARGS]...", "コマンド [引数]..."))
EXTRA = expression(r"^(?P<words>.*?)(?:\s\s(?P<extra>\[(?:default: |required|\d*<?=?x|x).*\]))?$", re.DOTALL)
CUT = "..."
LEFT_MOST, GAP = 34, 2
"""Columns that the names of options have at most, and those between them and their words."""
NEVER_FIRST = "。、）」』】!?:;)]ーっゃゅょァィゥェォッャュョ%"
"""Letters that never begin a line."""


def language(args: Sequence[str]) -> str:
    """The language of the help: the one asked for, that of the settings in the data folder, or the system's."""
    if (asked := named(args, "--lang")) in LANGUAGES:
        return str(asked)
    folder = named(args, "--data")
    try:
        text = (data_folder(None if folder is None else Path(folder)) / SETTINGS).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return system_language()
    found = LANGUAGE.search(text)
    return found[1] if found else system_language()


def named(args: Sequence[str], option: str) -> str | None:
    """The value of an option, as it is named last; None where it is not."""
    values = [value for name, value in pairwise(args) if name == option]
    values += [arg.removeprefix(f"{option}=") for arg in args if arg.startswith(f"{option}=")]
    return values[-1] if values else None


def system_language() -> str:
    """Japanese where the system speaks it, else English."""
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), None)
    wanted = named or locale.getlocale()[0] or ""
    return "ja" if wanted.casefold().startswith(("ja", "japanese")) else "en"


@cache
def translations() -> dict[str, str]:
    """The Japanese of every help text."""
    return {text["en"]: text["ja"] for text in rtoml.loads(assets.text("i18n/help_ja.toml"))["help"]}


def japanese(text: str) -> str:
    """A help text in Japanese; one that was cut is told by its beginning."""
    plain = "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))
    known = translations().get(plain) or OWN.get(plain)
    return known or beginning(plain.removesuffix(CUT).rstrip()) or text


def beginning(text: str) -> str:
    """The first sentence of the Japanese of a text that begins so; empty when there is none."""
    found = next((ja for en, ja in translations().items() if text and en.startswith(text)), "")
    return found.partition("。")[0] + "。" if found else ""


def described(text: str) -> str:
    """The words of an option with what the library adds to them, in Japanese."""
    found = EXTRA.match(text)
    if found is None:
        return text
    extra = (found["extra"] or "").replace("default: ", OWN["default: "]).replace("required", OWN["required"])
    return japanese(found["words"]) + (f"  {extra}" if extra else "")


def names(text: str) -> str:
    """An option's names with the library's word for its value, in Japanese."""
    return re.sub(r"(?<= )(?:" + "|".join(sorted(map(re.escape, OWN), key=len, reverse=True)) + r")$", lambda found: OWN[found[0]], text)


class HelpWords(click.HelpFormatter):
    """The library's formatter with words of the language, and Japanese laid out by the room that letters take."""

    def __init__(self, *args: Any, **options: Any) -> None:
        """In the language of this run."""
        super().__init__(*args, **options)
        self.is_japanese = language(ARGUMENTS.get()) == "ja"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How a command is written."""
        if self.is_japanese:
            prefix = OWN["Usage: "]
            for english, words in SPELLED:
                args = args.replace(english, words)
        super().write_usage(prog, args, prefix)

    def write_heading(self, heading: str) -> None:
        """A title above a list."""
        super().write_heading(japanese(heading) if self.is_japanese else heading)

    def write_text(self, text: str) -> None:
        """Paragraphs."""
        if not self.is_japanese:
            super().write_text(text)
            return
        indent = " " * self.current_indent
        parts = ("\n".join(indent + line for line in wrapped(part, self.width - len(indent))) for part in japanese(text).split("\n\n"))
        self.write("\n\n".join(parts) + "\n")

    def write_dl(self, rows: Any, col_max: int = LEFT_MOST, col_spacing: int = GAP) -> None:
        """Names with their words beside them."""
        if not self.is_japanese:
            super().write_dl(rows, col_max, col_spacing)
            return
        worded = [(names(first), described(second)) for first, second in rows]
        left = min(max((room(first) for first, _second in worded), default=0), col_max) + col_spacing
        for first, second in worded:
            self.write("".join(f"{line}\n" for line in beside(first, second, " " * self.current_indent, left, self.width)))


def beside(first: str, second: str, indent: str, left: int, width: int) -> Iterator[str]:
    """A name and its words: in one line where the name leaves room, else the words begin below it."""
    lines = wrapped(second, max(20, width - left - len(indent)))
    if room(first) > left - GAP:
        yield indent + first
    else:
        begin, *lines = lines or [""]
        yield (indent + first + " " * (left - room(first)) + begin).rstrip()
    yield from (indent + " " * left + line for line in lines)


def room(text: str) -> int:
    """The columns that a text takes on a terminal: two for a Japanese letter."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of so many columns: broken between Japanese letters, never inside a Latin word, no full stop at a beginning."""
    lines = [""]
    for piece in pieces(" ".join(text.split())):
        if room(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return lines if lines != [""] else []


def pieces(text: str) -> Iterable[str]:
    """What a line may be broken between: Latin words, and single Japanese letters with what may not begin a line behind them."""
    never = re.escape(NEVER_FIRST)
    return re.findall(rf"[!-~]+[{never}]*\s*|[^!-~\s][{never}]*\s*|\s+", text)


click.Context.formatter_class = HelpWords
