"""What makes a figure, or what is reckoned with it, doubtful."""

from collections.abc import Mapping

import msgspec


class Doubt(msgspec.Struct, frozen=True):
    """Why something is not sure: `code` is the key of the words that say it, `facts` fill them."""

    code: str
    facts: Mapping[str, object]
