"""A resource file as typed data, with every fault in it named."""

from typing import TypeVar

import msgspec
import rtoml

T = TypeVar("T")


class TariffError(ValueError):
    """A tariff that may not be used; the message names the file."""


def decode(text: str, kind: type[T], file: str) -> T:
    """One TOML text as what it should be. Raises TariffError."""
    try:
        return msgspec.convert(rtoml.loads(text), kind)
    except (rtoml.TomlParsingError, msgspec.ValidationError) as error:
        raise TariffError(f"{file}: {error}") from error
