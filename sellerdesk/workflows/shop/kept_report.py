"""What an import kept of its file, read again."""

from pathlib import Path

from sellerdesk.readers.own_skus import OWN_SKUS, EverySku
from sellerdesk.workflows.files import Report, any_report


def kept_report(file: str, data: bytes) -> Report:
    """What was kept of a file of this name: the SKUs that were let in then are the shop's own, whatever its catalogue holds now."""
    before = OWN_SKUS.set(EverySku)
    try:
        return any_report(Path(file), data)
    finally:
        OWN_SKUS.reset(before)
