"""What a fact pack changes, in words: for the command line and for the window."""

from collections.abc import Iterator

from sellerdesk.rules.figures.joined import Conflict
from sellerdesk.workflows.figures.in_force import figures
from sellerdesk.workflows.judged.need import few
from sellerdesk.workflows.program.packs import PackChange, PackPreview, PackTurn
from sellerdesk.writers.figure_words import value_words
from sellerdesk.writers.words import say


def preview_lines(found: PackPreview, file: str, lang: str) -> Iterator[str]:
    """What a pack changes, for a person."""
    yield say(lang, "source.changes_head", file=file)
    for change in found.changes:
        yield "  " + change_words(change, lang)
        if change.offers is not None:
            unsaid = "source.change_offers_unknown" if change.offers else "source.change_none"
            key = unsaid if change.yen is None else "source.change_offers"
            yield "    " + say(lang, key, offers=change.offers, yen=change.yen)
        if change.monthly is not None:
            yield "    " + say(lang, "source.change_monthly", yen=change.monthly)
    yield from ("  " + turn_words(turn, lang) for turn in found.turns)
    for table in found.tables:
        yield "  " + say(lang, "source.change_tables", start=table.start, name=table.method, table=table.table)
    counts = {"reasons": len(found.codes), "words": len(found.kinds), "payments": len(found.payments)}
    if any(counts.values()):
        yield "  " + say(lang, "source.change_words", **counts)
    yield from ("    " + say(lang, "source.change_reason", word=word, row=row) for word, row in found.codes.items())
    for word, kind in found.kinds.items():
        yield "    " + say(lang, "source.change_category", word=word, kind=say(lang, f"category_kind.{kind}"))
    for word, kind in found.payments.items():
        yield "    " + say(lang, "source.change_payment", word=word, kind=say(lang, f"payment_kind.{kind}"))
    if found.nothing:
        yield "  " + say(lang, "source.change_nothing")
    yield from ("  " + conflict_words(conflict, lang) for conflict in found.conflicts)


def turn_words(turn: PackTurn, lang: str) -> str:
    """The offers whose verdicts a pack changes on a day, some by name; that none does is said, too."""
    if not turn.skus:
        return say(lang, "source.turns_none", day=turn.day)
    return say(lang, "source.turns", day=turn.day, count=len(turn.skus), names=few(turn.skus), worse=turn.worse, better=turn.better)


def change_words(change: PackChange, lang: str) -> str:
    """A change in words."""
    before = say(lang, "source.unknown") if change.before is None else value_words(change.id, change.before, lang)
    facts = {"name": change.name, "start": change.start, "before": before, "after": value_words(change.id, change.after, lang)}
    return say(lang, "source.change", **facts) if change.end is None else say(lang, "source.change_until", end=change.end, **facts)


def conflict_words(conflict: Conflict, lang: str) -> str:
    """A conflict in words."""
    holds, gives_way = (value_words(conflict.figure, version.value, lang) for version in (conflict.holds, conflict.gives_way))
    facts = {"name": figures()[conflict.figure].name, "start": conflict.start, "holds": holds, "checked": conflict.holds.checked}
    files = [version.pack for version in (conflict.holds, conflict.gives_way) if version.pack]
    return say(lang, "source.conflict", gives_way=gives_way, **facts) + (f" [{', '.join(files)}]" if files else "")
