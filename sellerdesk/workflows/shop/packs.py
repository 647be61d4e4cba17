"""The fact packs of a shop: read, put in force, taken in and dropped."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.figure_pack import KeptPack
from sellerdesk.domain.folding import fold
from sellerdesk.domain.refusal import UnreadableFile, UnusableArgument
from sellerdesk.readers.opening import read_bytes
from sellerdesk.rules.figures.figure import Figure
from sellerdesk.rules.figures.joined import clashes, joined
from sellerdesk.rules.figures.lines import field_of, line_of
from sellerdesk.rules.figures.loading import FigureFault, Wrong
from sellerdesk.rules.figures.pack import MOST_BYTES, Pack, read_pack
from sellerdesk.rules.payments.kinds import KINDS, listed_kinds
from sellerdesk.store import figure_packs as saved
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing
from sellerdesk.workflows.fares import check_table, methods
from sellerdesk.workflows.figures.in_force import beside, own_figures, take
from sellerdesk.workflows.payment_kinds import listed
from sellerdesk.workflows.shop.known_words import check_words
from sellerdesk.workflows.terms import unfit


def take_up(store: Path) -> None:
    """Go by the packs of a store from now on; without a store, by none."""
    take(read_kept(saved.glance(store)))


def read_kept(kept: list[KeptPack]) -> list[Pack]:
    """The packs that a store keeps; one that cannot be read, or not be gone by together with those before it, is left out."""
    return list(usable(kept).values())


def usable(kept: list[KeptPack]) -> dict[str, Pack]:
    """The packs of read_kept by the names of their files, the first taken in first."""
    found: dict[str, Pack] = {}
    for kept_pack in kept:
        try:
            pack = read_pack(kept_pack.text, kept_pack.file, own_figures())
        except FigureFault:
            continue
        if not any(clashes(joined(own_figures(), [before.figure for before in (*found.values(), pack)]))):
            found[kept_pack.file] = pack
    return found


def read_file(file: Path, today: date) -> tuple[Pack, str]:
    """The pack of a file with its text; nothing in it was checked after today (Japan). Raises UnreadableFile, naming line and field."""
    if file.is_file() and file.stat().st_size > MOST_BYTES:
        raise UnreadableFile("pack_too_large", file=file.name)
    try:
        data = read_bytes(file)
    except FileNotFoundError as error:
        raise UnreadableFile("no_such_file", path=str(file)) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFile("pack_fault", file=file.name, line=line, field="TOML", why="not_utf8", facts={}) from error
    return read_text(text, file.name, today), text


def read_text(text: str, file: str, today: date) -> Pack:
    """The pack of a text, as read_file gives it. Raises UnreadableFile, naming line and field."""
    try:
        pack = with_known_kinds(with_whole_tables(read_pack(text, file, own_figures()), text, file), text, file)
        check_words(pack)
        check_days(pack, today)
        check_rules(pack)
    except Wrong as wrong:
        place = line_of(text, wrong.path), field_of(wrong.path)
        raise UnreadableFile("pack_fault", file=file, line=place[0], field=place[1], why=wrong.code, facts=wrong.facts) from wrong
    except FigureFault as fault:
        facts = with_sizes(fault.facts)
        raise UnreadableFile("pack_fault", file=file, line=fault.line, field=fault.field, why=fault.code, facts=facts) from fault
    return pack


def with_whole_tables(pack: Pack, text: str, file: str) -> Pack:
    """A pack whose tables fit their methods: every distance, a fare for every size. Raises FigureFault."""
    for place, tariff in enumerate(pack.tariff):
        if tariff.method not in methods():
            raise FigureFault(file, line_of(text, f"tariff[{place}].method"), "method", "unknown_method", name=tariff.method)
        for number, table in enumerate(tariff.table):
            if fault := check_table(tariff.method, table):
                path = f"tariff[{place}].table[{number}].fares" + (f".{fault.row}" if fault.row else "")
                raise FigureFault(file, line_of(text, path), field_of(path), fault.code, **fault.facts)
    return pack


def with_sizes(facts: Mapping[str, object]) -> Mapping[str, object]:
    """What a sentence on a fare names: the size class (cm) of its column, where the method has any, else the column itself."""
    column, method = facts.get("column"), methods().get(str(facts.get("method")))
    if not isinstance(column, int):
        return facts
    sizes = () if method is None else method.sizes
    return {**facts, "size": sizes[column] if column < len(sizes) else column + 1}


def with_known_kinds(pack: Pack, text: str, file: str) -> Pack:
    """A pack whose words of payments are of kinds that there are. Raises FigureFault."""
    for place, kind in enumerate(pack.payment):
        if kind.kind not in KINDS:
            raise FigureFault(file, line_of(text, f"payment[{place}].kind"), "kind", "unknown_kind", name=kind.kind, there=tuple(KINDS))
    return pack


def check_days(pack: Pack, today: date) -> None:
    """Nothing for a pack whose figures were checked by today (Japan): of two the one checked later holds. Raises Wrong."""
    days = {
        f"figure[{a}].version[{b}]": version.checked for a, figure in enumerate(pack.figure) for b, version in enumerate(figure.version)
    }
    days |= {f"tariff[{a}].table[{b}]": table.checked for a, tariff in enumerate(pack.tariff) for b, table in enumerate(tariff.table)}
    for path, day in days.items():
        if day > today:
            raise Wrong(f"{path}.checked", "checked_ahead", day=day, today=today)


def check_rules(pack: Pack) -> None:
    """Nothing for a pack by whose figures, with those in force, every rule can judge on every day. Raises Wrong.

    The pack of the same name that is in force counts for nothing: it gives way.
    """
    figures = joined(own_figures(), [*(other.figure for other in beside(pack)), pack.figure])
    for clash in clashes(figures):
        path = place_of(pack, (clash.lower, clash.upper), clash.day)
        least, most = figures[clash.lower], figures[clash.upper]
        facts = {"lower": least.name, "upper": most.name, "day": clash.day, "least": value_of(least, clash.day)}
        raise Wrong(path, "not_below", **facts, most=value_of(most, clash.day))
    for rule, names, day in unfit(figures):
        raise Wrong(place_of(pack, names, day), "unfit", rule=rule, day=day)


def value_of(figure: Figure, day: date) -> object:
    """The value of a figure on a day (Japan) that has one."""
    version = figure.on(day)
    return version and version.value


def place_of(pack: Pack, names: Iterable[str], day: date) -> str:
    """Where a pack gives the value of one of some figures that holds on a day (Japan)."""
    wanted = set(names)
    for place, figure in enumerate(pack.figure):
        for number, version in enumerate(figure.version):
            if figure.id in wanted and version.holds(day):
                return f"figure[{place}].version[{number}].value"
    return "figure"


def kept(store: Path) -> list[KeptPack]:
    """The packs of a shop, the first taken in first. Raises UnusableStore."""
    if not store.exists():
        return []
    with opened(store) as db:
        return saved.packs(db)


def keep(store: Path, file: str, text: str, now: datetime) -> None:
    """Take a pack in, undoable; one of the same name gives way to it. Raises UnusableStore."""
    with doing(store, "import_pack", now, file=file) as db:
        others = [pack for pack in saved.packs(db) if pack.file != file]
        saved.put_packs(db, [*others, KeptPack(file, now.isoformat(timespec="seconds"), text)], now)
    take_up(store)


TAUGHT = "payment_words.toml"
"""The pack that holds what the owner taught of payments, as it can be handed on."""


def teach_payment(store: Path, word: str, kind: str, now: datetime) -> None:
    """Keep what a text of payment reports is ("" forgets it), undoable. Raises UnusableArgument, UnusableStore."""
    if kind and kind not in KINDS:
        raise UnusableArgument("no_such_kind", name=kind, there=KINDS)
    if kind and (own := listed_kinds(listed(), word)) and kind not in own:
        raise UnusableArgument("payment_word_listed", name=word, kinds=tuple(sorted(own)))
    there = {name: known for name, known in taught_payments(store).items() if fold(name) != fold(word)} | ({word: kind} if kind else {})
    lines = [f'[[payment]]\nword = {msgspec.json.encode(name).decode()}\nkind = "{known}"\n' for name, known in there.items()]
    if there:
        keep(store, TAUGHT, "pack = 1\n\n" + "\n".join(lines), now)
    elif taught_payments(store):
        drop(store, TAUGHT, now)


def taught_payments(store: Path) -> dict[str, str]:
    """What the owner taught of payments: kinds by text. Raises UnusableStore."""
    packs = read_kept([pack for pack in kept(store) if pack.file == TAUGHT])
    return {kind.word: kind.kind for pack in packs for kind in pack.payment}


def drop(store: Path, file: str, now: datetime) -> None:
    """Take a pack away, undoable. Raises UnusableArgument, UnusableStore."""
    there = kept(store)
    if file not in {pack.file for pack in there}:
        raise UnusableArgument("no_such_pack", name=file, there=tuple(pack.file for pack in there))
    left = [pack for pack in there if pack.file != file]
    if lost := set(usable(there)) - set(usable(left)) - {file}:
        raise UnusableArgument("pack_needed", name=file, others=tuple(sorted(lost)))
    with doing(store, "remove_pack", now, file=file) as db:
        saved.put_packs(db, left, now)
    take_up(store)
