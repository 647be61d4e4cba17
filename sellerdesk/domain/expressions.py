"""Regular expressions that are compiled when they are first used: all at once they took 30 ms, a sixth of a short command."""

import re
from typing import Any, AnyStr, Generic, cast

USED = ("search", "match", "fullmatch", "split", "sub", "subn", "findall", "finditer")


class Late(Generic[AnyStr]):
    """An expression that is compiled at its first use; from then on its methods are the compiled one's, at no cost."""

    def __init__(self, written: AnyStr, flags: int) -> None:
        """Nothing is compiled, so that a mistake in it is told by the test of all expressions alone."""
        self.written: AnyStr = written
        self.with_flags = flags

    def __getattr__(self, name: str) -> Any:
        """What is not there yet is the compiled expression's."""
        compiled = self.compiled()
        vars(self).update((used, getattr(compiled, used)) for used in USED)
        return getattr(compiled, name)

    def compiled(self) -> re.Pattern[AnyStr]:
        """The expression, compiled."""
        return re.compile(self.written, self.with_flags)


def expression(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """An expression for a module to hold; used as a compiled one is, only not handed to the functions of `re`."""
    return cast("re.Pattern[AnyStr]", Late(written, flags))
