"""Facts out as a sheet, and in again: what is written is what will be read."""

from collections.abc import Mapping
from pathlib import Path

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.refusal import Fault, UnusableArgument
from sellerdesk.readers.facts import read_facts
from sellerdesk.workflows.files import read
from sellerdesk.writers import facts_sheet
from sellerdesk.writers.facts_sheet import Form, Unwritable

FORMS: tuple[Form, ...] = ("xlsx", "csv", "cp932")


def form_of(path: Path, *, cp932: bool) -> Form:
    """The form of a file by its name. Raises UnusableArgument for one that is neither .xlsx nor .csv."""
    ending = path.suffix.casefold()
    if ending == ".xlsx" and not cp932:
        return "xlsx"
    if ending not in (".csv", ".txt"):
        raise UnusableArgument("facts_form", name=path.name)
    return "cp932" if cp932 else "csv"


def facts_file(facts: Mapping[str, SkuFacts], form: Form) -> tuple[bytes, list[Unwritable]]:
    """The sheet of facts in a form, and the cells that its encoding cannot hold.

    Raises UnusableArgument when a file of cp932 would be read as something else.
    """
    if form == "xlsx":
        return facts_sheet.workbook(facts), []
    if form == "csv":
        return facts_sheet.comma_sheet(facts), []
    data, lost = facts_sheet.comma_sheet_cp932(facts)
    if facts and not comes_back(data, facts, lost):
        raise UnusableArgument("cp932_in_doubt")
    return data, lost


def comes_back(data: bytes, facts: Mapping[str, SkuFacts], lost: list[Unwritable]) -> bool:
    """Whether a file says of every SKU that is whole in it what was written: half-width kana can be read as UTF-8."""
    torn = {cell.sku for cell in lost}
    whole = {sku: known for sku, known in facts.items() if sku not in torn}
    if not whole:
        return True
    try:
        read_back = read(Path("facts.csv"), data, ("facts",), read_facts)[1].facts
    except Fault:
        return False
    return all(read_back.get(sku) == known for sku, known in whole.items())
