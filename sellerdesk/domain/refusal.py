"""What could not be read, said so that it can be shown in any language: a row, a whole file, a store."""

from collections.abc import Iterable
from typing import NamedTuple


class Refusal(NamedTuple):
    """One cell that could not be read: its row is left out and the others go on; `kept` says that the rest of its row is read.

    `expected` is the key of the words for what the column takes and `fix` that of the way to mend it.
    """

    line: int
    column: str
    value: str
    expected: str
    fix: str
    kept: bool = False


def rows_lost(refused: Iterable[Refusal]) -> int:
    """How many rows are left out."""
    return len({refusal.line for refusal in refused if not refusal.kept})


class Fault(Exception):  # noqa: N818 (a file or a disk at fault, not a bug of the program)
    """Something outside the program is not as it must be; `code` names the sentence that says it, `facts` fill it."""

    def __init__(self, code: str, **facts: object) -> None:
        """A fault by the key of its words."""
        super().__init__(code)
        self.code = code
        self.facts = facts


class UnreadableFile(Fault):
    """A file that is refused whole."""


class UnusableStore(Fault):
    """A shop's file that cannot be opened or written."""


class UnusableArgument(Fault):
    """An argument of a command that names something which does not exist."""
