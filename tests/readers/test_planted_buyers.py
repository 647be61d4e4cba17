"""A piece of a buyer in a column that has no place for it: nothing of it is kept or said, whether the file has a buyer's columns or not."""

from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.workflows.files import any_report
from tests.buyers import FILES, SECRETS, planted


@pytest.mark.parametrize("kind", FILES)
def test_nothing_of_a_buyer_stays_in_a_column_that_has_no_place_for_it(tmp_path: Path, kind: str) -> None:
    faults = []
    for what, data in planted(kind):
        text = left_of(tmp_path / "report.txt", data)
        faults += [(what, word) for word in SECRETS if word in text]
    assert not faults


def left_of(file: Path, data: bytes) -> str:
    """All that is kept and known of a file after it was read."""
    file.write_bytes(data)
    try:
        report = any_report(file, data)
    except UnreadableFile as error:
        return repr(error.facts)
    return report.kept.decode("utf-8", "replace") + repr(report.content) + repr(report.source)
