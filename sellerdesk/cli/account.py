"""`account` and `guidance`: the shop in the points programme, and texts for its owner."""

from collections.abc import Iterator
from datetime import date

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.clock import now
from sellerdesk.domain.account import Account
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.parcel import ContractFare
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.checks import ACCOUNT_CHECKS
from sellerdesk.rules.returns.categories import KINDS
from sellerdesk.workflows.cashless import payments
from sellerdesk.workflows.fares import region_name
from sellerdesk.workflows.judged.judging_again import make_current
from sellerdesk.workflows.points.enrolment import Step, judged, next_question, steps
from sellerdesk.workflows.returns import assumptions, categories, reasons
from sellerdesk.workflows.shop import account, known_words, packs
from sellerdesk.workflows.shop import readings as shop_readings
from sellerdesk.workflows.terms import rules, terms
from sellerdesk.writers import as_json, as_text


@click.group(name="account", invoke_without_command=True)
@dated
@answering
def account_command(asked: Asked, as_of: date) -> None:
    """Show how the shop stands in the points programme: may it join, its steps, its badge, all offers."""
    if click.get_current_context().invoked_subcommand is not None:
        return
    make_current(asked.store, as_of, now())  # it counts the offers that are short
    known, readings = account.load(asked.store), shop_readings.readings(asked.store)
    found = judged(known, readings, as_of)
    asks = next_question(known, readings, as_of)
    content: dict[str, object] = {
        "as_of": as_of, "account": account_json(known), "readings": readings, "next_question": asks,
        "steps": [msgspec.to_builtins(step) for step in steps(known, found, readings, as_of)],
        "findings": as_json.findings(found, rules(), ACCOUNT_CHECKS, asked.lang),
    }  # fmt: skip
    asked.tell(content, as_lines(asked, found, steps(known, found, readings, as_of), asks))
    leave(TO_MEND if any(finding.outcome in ("breach", "check") for finding in found) else 0)


def account_json(known: Account) -> dict[str, object]:
    """What the owner told, for JSON."""
    return dict(msgspec.to_builtins(known))


def as_lines(asked: Asked, found: list[Finding], way: list[Step], asks: str | None) -> Iterator[str]:
    """The account for a person."""
    for step in way:
        day = f" {step.day}" if step.day else ""
        yield f"  {asked.say(f'step_state.{step.state}')} {asked.say(f'step.{step.name}')}{day}"
    for finding in found:
        yield ""
        yield from as_text.explained(finding, rules()[finding.rule], terms(), asked.lang)
    if asks:
        yield ""
        yield asked.say(f"question.{asks}") + f"  (account set {asks}=…)"


@account_command.command(name="set")
@click.argument("answers", nargs=-1, required=True, metavar="NAME=VALUE…")
@answering
def set_command(asked: Asked, answers: tuple[str, ...]) -> None:
    """Tell something about the shop: account set participant=no applied_on=2020-07-20. An empty value takes it back."""
    pairs = [answer.partition("=") for answer in answers]
    if not all(equals for _name, equals, _value in pairs):
        raise UnusableArgument("write_it", form="account set NAME=VALUE…")
    account.tell(asked.store, {name.strip(): value.strip() for name, _equals, value in pairs}, now())
    asked.tell({"saved": len(pairs)}, [asked.say("say.account_saved", count=len(pairs))])


@account_command.command(name="reading")
@click.argument("choice", required=False, metavar="[AMB-13=down]")
@answering
def reading_command(asked: Asked, choice: str | None) -> None:
    """List the unclear passages with their readings, or take one for this shop."""
    if choice is not None:
        name, _equals, reading = choice.partition("=")
        shop_readings.take_reading(asked.store, name.strip().upper(), reading.strip(), now())
    taken = shop_readings.readings(asked.store)
    listed = [
        {"id": name, "taken": ambiguity.taken(taken.get(name)).id, **msgspec.to_builtins(ambiguity)}
        for name, ambiguity in terms().ambiguity.items()
    ]
    lines = [line for name, one in terms().ambiguity.items() for line in passage_lines(asked, name, taken.get(name))]
    lost = account.lost(asked.store)
    if lost:
        lines = [asked.say("need.lost_readings", count=len(lost), fact=", ".join(lost)), *lines]
    asked.tell({"ambiguities": listed, "unknown_readings": lost}, lines)


def passage_lines(asked: Asked, name: str, chosen: str | None) -> Iterator[str]:
    """An unclear passage for a person."""
    one = terms().ambiguity[name]
    yield f"{name}  {one.title.in_(asked.lang)} ({', '.join(one.clauses)})"
    yield f"  {one.why.in_(asked.lang)}"
    for reading in one.reading:
        mark = "●" if reading is one.taken(chosen) else "○"
        yield f"  {mark} {reading.id}: {reading.text.in_(asked.lang)}"


@account_command.command(name="payment")
@click.argument("payment", type=click.Choice(["cashless", "other", "unknown"]))
@click.argument("orders", nargs=-1)
@answering
def payment_command(asked: Asked, payment: str, orders: tuple[str, ...]) -> None:
    """Say how orders were paid of which no report tells it: those named, or once for the shop."""
    payments.tell_payment(asked.store, payment.replace("unknown", ""), now(), orders)
    asked.tell({"saved": len(orders)}, [asked.say("say.account_saved", count=max(1, len(orders)))])


@account_command.group(name="fare", invoke_without_command=True)
@answering
def fare_command(asked: Asked) -> None:
    """List the fares agreed with carriers, which go before the carriers' tables; add one, or remove one by its number."""
    if click.get_current_context().invoked_subcommand is None:
        listed = assumptions.fares(asked.store)
        lines = [f"{number}  {fare_line(asked, name)}" for number, name in enumerate(listed, start=1)]
        asked.tell({"fares": listed}, lines or [asked.say("say.no_fares")])


@fare_command.command(name="add")
@click.argument("method")
@click.argument("yen")
@click.option("--from", "from_", required=True, metavar="YYYY-MM-DD", help="First day of the fare.")
@click.option("--to", default="", metavar="YYYY-MM-DD", help="Last day of the fare (default: open).")
@click.option("--size", default="", help="Size class in cm (default: every size).")
@click.option("--from-region", default="", help="Region or prefecture that the parcel comes from (default: all).")
@click.option("--to-region", default="", help="Region or prefecture that the parcel goes to (default: all).")
@answering
def add_fare_command(asked: Asked, *, method: str, yen: str, from_: str, **terms: str) -> None:
    """Keep a fare agreed with a carrier, in yen with tax: account fare add yupack 700 --from 2025-01-01 --size 60."""
    fare = assumptions.add_fare(asked.store, {"method": method, "yen": yen, "from": from_, **terms}, now())
    asked.tell({"fare": fare}, [asked.say("say.fare_saved", fare=fare_line(asked, fare))])


@fare_command.command(name="remove")
@click.argument("number", type=int)
@answering
def remove_fare_command(asked: Asked, number: int) -> None:
    """Forget the fare with this number of the list."""
    fare = assumptions.remove_fare(asked.store, number, now())
    asked.tell({"fare": fare}, [asked.say("say.fare_removed", fare=fare_line(asked, fare))])


@account_command.command(name="reason")
@click.argument("words_", required=False, metavar="[WORDS]")
@click.argument("row", required=False, metavar="[ROW]")
@answering
def reason_command(asked: Asked, words_: str | None, row: str | None) -> None:
    """List which rows of the reason table you said a report's words mean; teach one (reason "CR-XYZ" 12), or forget it (no ROW)."""
    if words_ is not None:
        reasons.teach(asked.store, words_, row or "", now())
    there, packed = reasons.load(asked.store), known_words.rows_of_packs()
    otherwise = {word: own for word, row in there.items() if (own := known_words.row_of(word)) not in (None, row)}
    lines = [f"{word} → {row}" + noted(asked, "against_table", row=otherwise.get(word)) for word, row in there.items()]
    lines += [f"{word} → {row}" + noted(asked, "of_some_pack") for word, row in packed.items()]
    asked.tell({"reasons": there, "of_packs": packed, "against_own": otherwise}, lines or [asked.say("say.no_reasons")])


def noted(asked: Asked, key: str, **facts: object) -> str:
    """A note in brackets behind what a word means; none where a fact of it is not there."""
    return "" if None in facts.values() else " (" + asked.say(f"source.{key}", **facts) + ")"


@account_command.command(name="category")
@click.argument("choice", required=False, metavar="[NAME=KIND]")
@answering
def category_command(asked: Asked, choice: str | None) -> None:
    """List what you said category names mean; teach one: category "帽子=apparel" (or luggage, shoes, other), or forget it ("帽子=")."""
    if choice is not None:
        name, equals, kind = choice.rpartition("=")
        if not equals:
            raise UnusableArgument("write_it", form='account category "…=apparel|luggage|shoes|other"')
        categories.teach(asked.store, name, kind.strip(), now())
    there, packed = categories.load(asked.store), known_words.kinds_of_packs()
    otherwise = {name: own for name, kind in there.items() if (own := known_words.kind_of(name)) is not None and own != kind}
    named = {str(kind): asked.say(f"category_kind.{kind}") for kind in KINDS}
    own_names = {name: named[kind] for name, kind in otherwise.items()}
    lines = [f"{name} → {named[kind]}" + noted(asked, "against_list", kind=own_names.get(name)) for name, kind in there.items()]
    lines += [f"{name} → {named[kind]}" + noted(asked, "of_some_pack") for name, kind in packed.items()]
    asked.tell({"categories": there, "of_packs": packed, "against_own": otherwise}, lines or [asked.say("say.no_categories")])


@account_command.command(name="payment-word")
@click.argument("choice", required=False, metavar="[TEXT=KIND]")
@answering
def payment_word_command(asked: Asked, choice: str | None) -> None:
    """List what you said texts of payment reports are; teach one: payment-word "ReturnFee=return_label", or forget it ("ReturnFee=")."""
    if choice is not None:
        word, equals, kind = choice.rpartition("=")
        if not equals or not word.strip():
            raise UnusableArgument("write_it", form='account payment-word "…=return_label"')
        packs.teach_payment(asked.store, word.strip(), kind.strip(), now())
    there = packs.taught_payments(asked.store)
    lines = [f"{word} → {asked.say(f'payment_kind.{kind}')}" for word, kind in there.items()]
    asked.tell({"payment_words": there}, lines or [asked.say("say.no_payment_words")])


@account_command.command(name="prime-returns")
@click.argument("every", type=click.Choice(["yes", "no"]))
@answering
def prime_returns_command(asked: Asked, every: str) -> None:
    """Say whether every item of your returns reports is an SFP one (yes), or only those of which it is known (no)."""
    assumptions.tell_all_prime(asked.store, every=every == "yes", now=now())
    asked.tell({"saved": 1}, [asked.say("say.account_saved", count=1)])


def fare_line(asked: Asked, fare: ContractFare) -> str:
    """A fare in words: method, yen, what it holds for, and from when to when."""
    start, end = (region_name(fare.method, region, asked.lang) for region in (fare.from_region, fare.to_region))
    terms_ = " ".join(str(name) for name in (fare.size, start, end and f"→ {end}") if name)
    parts = (asked.say(f"method.{fare.method}"), f"¥{fare.yen:,}", terms_, f"{fare.start} – {fare.end or ''}")
    return "  ".join(part.strip() for part in parts if part)


@click.command(name="guidance")
@answering
def guidance_command(asked: Asked) -> None:
    """Texts for the seller: a reply to buyers, and what need not be done."""
    texts = terms().text
    lines = [line for guide in texts.values() for line in (guide.title.in_(asked.lang), guide.body.in_(asked.lang).strip(), "")]
    asked.tell({"texts": [{"id": name, **msgspec.to_builtins(guide)} for name, guide in texts.items()]}, lines)


COMMANDS = {"account": account_command, "guidance": guidance_command}
