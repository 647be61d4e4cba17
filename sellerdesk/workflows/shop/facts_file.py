"""Facts out as a sheet, and in again: what is written is what will be read."""

from collections.abc import Mapping
from pathlib import Path

from sellerdesk.domain.facts import NOTHING_KNOWN, SkuFacts
from sellerdesk.domain.refusal import Fault, UnusableArgument
from sellerdesk.readers.facts import read_facts
from sellerdesk.store.database import opened
from sellerdesk.workflows.files import read
from sellerdesk.workflows.shop import saved
from sellerdesk.workflows.shop.columns import fields_of
from sellerdesk.workflows.shop.kept_returns import kept_returns
from sellerdesk.writers import facts_sheet, words
from sellerdesk.writers.facts_sheet import COLUMNS, IN_KEYS, Form, Unwritable, Wording

FORMS: tuple[Form, ...] = ("xlsx", "csv", "cp932")
NAMES = ("ja", "en")


def form_of(path: Path, *, cp932: bool) -> Form:
    """The form of a file by its name. Raises UnusableArgument for one that is neither .xlsx nor .csv."""
    ending = path.suffix.casefold()
    if ending == ".xlsx" and not cp932:
        return "xlsx"
    if ending not in (".csv", ".txt"):
        raise UnusableArgument("facts_form", name=path.name)
    return "cp932" if cp932 else "csv"


def every_sku(store: Path) -> tuple[dict[str, SkuFacts], dict[str, str]]:
    """What is known of every SKU of a shop (of many nothing), and the names of items by SKU.

    Those of offers stand first, in their order, then those that came back without an offer, then others of which facts were told.
    Raises UnusableStore.
    """
    shop = saved.load(store)
    if shop is None:
        return {}, {}
    with opened(store) as db:
        returns = kept_returns(db)
    returned = [item.sku for item in returns.items if item.sku] if returns is not None else []
    skus = dict.fromkeys([*(offer.sku for offer in shop.offers), *returned, *shop.facts])
    return {sku: shop.facts.get(sku, NOTHING_KNOWN) for sku in skus}, {offer.sku: offer.title for offer in shop.offers if offer.title}


def wording(lang: str, names: Mapping[str, str]) -> Wording:
    """The titles and answers of a sheet in a language; in English they are the keys of the facts."""
    if lang == "en":
        return Wording(names=names)
    titles = fields_of("facts")
    head = tuple(titles[name][NAMES.index(lang)] for name in COLUMNS)
    answers = {answer: words.say(lang, f"answer.{answer}") for answer in ("yes", "no", "potential")}
    return Wording(head, {**answers, "none": words.say(lang, "no_date.none")}, names)


def facts_file(facts: Mapping[str, SkuFacts], form: Form, wording: Wording = IN_KEYS) -> tuple[bytes, list[Unwritable]]:
    """The sheet of facts in a form, and the cells that its encoding cannot hold.

    Raises UnusableArgument when a file of cp932 would be read as something else.
    """
    if form == "xlsx":
        return facts_sheet.workbook(facts, wording), []
    if form == "csv":
        return facts_sheet.comma_sheet(facts, wording), []
    data, lost = facts_sheet.comma_sheet_cp932(facts, wording)
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
