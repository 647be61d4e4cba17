"""What makes a figure, or what is reckoned with it, doubtful."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Sure = Literal["sure", "one source", "sources differ", "assumption"]
"""How far a value can be trusted; of sources that differ the version names the other reading, too."""
DOUBTS = {"one source": "doubt_one_source", "sources differ": "doubt_differ", "assumption": "doubt_assumption"}
"""The keys of the words for a figure that is not sure."""


class Doubt(msgspec.Struct, frozen=True):
    """Why something is not sure: `code` is the key of the words that say it, `facts` fill them."""

    code: str
    facts: Mapping[str, object]
