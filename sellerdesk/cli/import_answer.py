"""What an import finds in a file and would change, told for a person and for other programs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from sellerdesk.cli.answer import Asked
from sellerdesk.domain.imported import Import
from sellerdesk.domain.payment import AlsoIn
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.own_files import refuse_own
from sellerdesk.readers.damage import Damage
from sellerdesk.readers.headers import OWN_SHEETS
from sellerdesk.workflows.files import Report
from sellerdesk.workflows.shop.columns import field_name
from sellerdesk.workflows.shop.compared import Compared
from sellerdesk.workflows.shop.kept_returns import Beside
from sellerdesk.workflows.shop.mended import Prepared, refused_rows
from sellerdesk.writers import elsewhere, words
from sellerdesk.writers.plain_text import comma_lines

SHOWN = 10
REFUSED_FORMS = (".xlsx", ".csv")


def damage_json(ready: Prepared) -> list[dict[str, Any]]:
    """What a spreadsheet changed, and what was mended."""
    return [{**damage._asdict(), "mended": ready.mended.get(damage.line) if damage.candidates else None} for damage in ready.damage]


def damage_lines(asked: Asked, ready: Prepared, kind: str) -> list[str]:
    """What a spreadsheet changed, a line for each: mended, to be mended, or to be looked at."""
    if not ready.damage:
        return []
    head = asked.say("say.damage_head", count=len(ready.damage))
    return [head, *listed(["  " + damage_line(asked, damage, ready, kind) for damage in ready.damage], asked)]


def damage_line(asked: Asked, damage: Damage, ready: Prepared, kind: str) -> str:
    """One damaged cell."""
    facts = {"line": damage.line, "column": damage.column, "value": damage.value, "sku": asked.say("say.or").join(damage.candidates)}
    if damage.line in ready.mended:
        return asked.say("say.damage_mended", **facts)
    if damage.candidates:
        return asked.say("typed.damage_known" if len(damage.candidates) == 1 else "say.damage_asked", **facts)
    return asked.say("say.damage_own" if kind in OWN_SHEETS else "say.damage_found", **facts)


def compared_json(compared: Compared | None, kind: str, lang: str) -> dict[str, Any] | None:
    """What a file would change."""
    if compared is None:
        return None
    changed = [
        {"subject": subject, "field": field, "name": field_name(kind, field, lang), "before": before, "after": after}
        for subject, field, before, after in compared.changed
    ]
    return {
        "against": compared.against,
        "new": compared.new,
        "gone": compared.gone,
        "changed": changed,
        "older": None,
        **older_json(compared.older),
        **beside_json(compared.beside, lang),
    }


def older_json(older: tuple[str, str] | None) -> dict[str, Any]:
    """When an older file was written, and when the one that it puts back was; nothing for any other."""
    return {"older": dict(zip(("written", "in_place"), older, strict=True))} if older else {}


def older_lines(asked: Asked, older: tuple[str, str] | None, number: int) -> list[str]:
    """The same in a sentence, with the way back; none for any other."""
    return [asked.say("say.older_saved", written=older[0], there=older[1], number=number)] if older else []


def beside_json(beside: Beside | None, lang: str) -> dict[str, Any]:
    """What a returns report does beside those before it; nothing for any other."""
    return {"beside": {**asdict(beside), "text": beside_words(beside, lang)}} if beside else {}


def beside_words(beside: Beside, lang: str) -> str:
    """The same in a sentence."""
    return words.say(lang, "say.returns_beside", **asdict(beside))


def elsewhere_json(saved: Import, others: Sequence[AlsoIn], lang: str) -> dict[str, Any]:
    """The files that have rows of a payment report under another settlement's number; nothing where there are none."""
    said = elsewhere.lines(saved.file, saved.number, others, lang)
    told = [{**asdict(other), "text": text} for other, text in zip(others, said, strict=True)]
    return {"elsewhere": told} if told else {}


def compared_lines(asked: Asked, compared: Compared | None, kind: str) -> list[str]:
    """What a file would change, for a person."""
    if compared is None:
        return [asked.say("say.compared_first")]
    count = {"new": len(compared.new), "gone": len(compared.gone), "changed": len({row[0] for row in compared.changed})}
    older = [asked.say("say.compared_older", written=compared.older[0], there=compared.older[1])] if compared.older else []
    stands = [beside_words(compared.beside, asked.lang)] if compared.beside else []
    lines = [*older, asked.say("say.compared_head", file=compared.against, **count), *stands]
    for name, subjects in (("new", compared.new), ("gone", compared.gone)):
        lines += listed([f"  {asked.say(f'say.compared_{name}')} {subject}" for subject in subjects], asked)
    return lines + listed(
        [
            f"  {subject}: {field_name(kind, field, asked.lang)} {shown(before)} → {shown(after)}"
            for subject, field, before, after in compared.changed
        ],
        asked,
    )


def listed(lines: Sequence[str], asked: Asked) -> list[str]:
    """The first lines, and how many more there are."""
    return [*lines[:SHOWN], *(["  " + asked.say("typed.and_more", count=len(lines) - SHOWN)] if len(lines) > SHOWN else [])]


def shown(value: object) -> str:
    """A value before or after."""
    return "–" if value is None else str(value)


def write_refused(asked: Asked, out: Path, report: Report, imported: Import) -> int:
    """Write the refused rows as a file to be mended and imported alone; gives how many. Raises UnusableArgument."""
    reasons: dict[int, str] = {}
    for text in report.source.refused:
        expected, fix = words.say(asked.lang, f"expected.{text.expected}"), words.say(asked.lang, f"fix.{text.fix}")
        why = asked.say("say.refused_why", column=text.column, expected=expected, fix=fix)
        reasons[text.line] = f"{reasons[text.line]} / {why}" if text.line in reasons else why
    rows = refused_rows(report, imported, reasons, asked.say("say.refused_title"))
    if out.suffix.casefold() == ".xlsx":
        from sellerdesk.writers.workbooks import Sheet, workbook  # noqa: PLC0415 (its library takes 0.04 s to load)

        asked.write(out, workbook([Sheet("refused", rows[0], rows[1:])]))
    else:
        asked.write(out, comma_lines(rows[0], rows[1:]).encode("utf-8-sig", "replace"))
    return len(rows) - 1


def refuse_place(out: Path) -> None:
    """Before anything is saved: nothing for a place that refused rows can go to. Raises UnusableArgument."""
    if out.suffix.casefold() not in REFUSED_FORMS:
        raise UnusableArgument("refused_form", name=out.name)
    refuse_own(out)
