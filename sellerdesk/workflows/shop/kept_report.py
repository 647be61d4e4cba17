"""What an import kept of its file, read again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sellerdesk.readers.own_skus import OWN_SKUS, EverySku
from sellerdesk.workflows.files import Report, any_report


@contextmanager
def as_it_was_let_in() -> Iterator[None]:
    """Read what was kept: the SKUs that were let in then are the shop's own, whatever its catalogue holds now."""
    before = OWN_SKUS.set(EverySku)
    try:
        yield
    finally:
        OWN_SKUS.reset(before)


def kept_report(file: str, data: bytes) -> Report:
    """What was kept of a file of this name."""
    with as_it_was_let_in():
        return any_report(Path(file), data)
