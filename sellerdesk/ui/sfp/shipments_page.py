"""The page 発送: carrier, method, tracking, confirmation, origin and delivery of SFP shipments, and the week's rates."""

from functools import lru_cache, partial
from typing import Any

from sellerdesk.domain.judged_row import JudgedShipment
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.columns import muted, verdict_column
from sellerdesk.ui.lists.list_page import ListPage
from sellerdesk.ui.lists.prime_question import PrimeQuestion
from sellerdesk.ui.lists.rows_model import Column
from sellerdesk.ui.lists.verdict import add_section
from sellerdesk.ui.style import tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


class ShipmentsPage(ListPage):
    """Orders shipped through SFP, each with its verdicts."""

    def __init__(self, desk: Desk) -> None:
        """No shipments yet."""
        super().__init__(desk, JudgedShipment, self.make_columns(desk), lambda: desk.shipments)
        self.question = PrimeQuestion(desk, lambda every: edits.tell_all_prime(desk, every=every))
        self.short, self.rates, self.every = build.label("", bold=True, wrap=True), build.label("", wrap=True), build.flat()
        self.every.setCheckable(True)
        self.every.toggled.connect(self.show_rates)
        head = build.row(self.short, self.every, margins=(0, 0, 0, 0), grow=self.short)
        self.measured = build.box(build.column(head, self.rates, gap=4, margins=(16, 6, 12, 6)))
        self.lay_out("shipments", self.question, self.measured)

    @staticmethod
    def make_columns(desk: Desk) -> tuple[Column, ...]:
        """The columns, the verdict first."""

        @lru_cache(maxsize=64)
        def why(code: str, lang: str) -> str:
            from sellerdesk.workflows.judged.why import record_why

            return record_why(code, lang)

        return (
            verdict_column("verdict", JudgedShipment),
            Column("order", lambda: translate("Shipments", "Order id"), lambda row: row.order_id, "order_rank", 176, ink=muted),
            Column("service", lambda: translate("Shipments", "Carrier and method"), lambda row: row.service, "service", 170),
            Column("tracking", lambda: translate("Shipments", "Tracking number"), lambda row: row.tracking, "tracking", 130, ink=muted),
            Column("why", lambda: translate("Column", "Why"), lambda row: why(row.why, desk.lang), "why", 160, stretch=True),
            Column(
                "shipped", lambda: translate("Shipments", "Shipped"), lambda row: row.shipped_at[:16], "shipped_at", 120, ink=muted, spare=2
            ),
            Column("sku", lambda: translate("Column", "Seller SKU"), lambda row: row.sku, "sku", 130, ink=muted, spare=1),
        )

    def counted(self) -> dict[str, Any]:
        """What the last judging counted."""
        state = self.desk.state
        return dict(state.judged.get("shipments", {})) if state else {}

    def load(self) -> None:
        """Take the shipments that came, the question which of them are Prime ones, and the rates."""
        counts = self.counted()
        self.question.show_counts(counts, translate("Shipments", "All shipments of this sheet are Prime ones"))
        super().load()
        self.measured.setVisible(bool(counts.get("measures")))
        self.rates.setText("\n".join(self.rate_lines()))
        self.show_rates()
        all_of_them = int(counts.get("all", 0))
        judged = translate("Shipments", "{judged} orders with Prime shipments, of {count} rows. Parcels of other offers are not judged.")
        if self.question.unknown:
            judged = translate(
                "Shipments", "{judged} orders are known to have Prime shipments, of {count} rows. The others wait or are not judged."
            )
        self.bar.note.setText(judged.format(judged=f"{len(self.desk.shipments):,}", count=f"{all_of_them:,}") if all_of_them else "")

    def show_rates(self) -> None:
        """Say in one line which rates are missed; all of them, with their days, when that is wished."""
        counted = [measure for measure in self.counted().get("measures", []) if measure["counted"]]
        below = [f"{name['name'][self.desk.lang]} {kept(name)}/{name['counted']}" for name in counted if name["failures_left"] <= 0]
        words = translate("Shipments", "Rates that are missed: {names}").format(names=" · ".join(below))
        fine = translate("Shipments", "No rate that counts something is missed")
        none = translate("Shipments", "No rate counts anything yet")
        why = translate("Shipments", "Of {count} orders, those outside the days of a rate or with no known result are not counted.")
        self.short.setText(f"{words}  {why.format(count=f'{len(self.desk.shipments):,}')}" if below else fine if counted else none)
        tint.colour_text(self.short, "breach" if below else "text" if counted else "muted")
        self.rates.setVisible(self.every.isChecked())
        self.every.setText(translate("Shipments", "Fold") if self.every.isChecked() else translate("Shipments", "All rates"))

    def rate_lines(self) -> list[str]:
        """The rates of the days just past, those that count nothing in one line, and those of the trial."""
        counts = self.counted()
        rates = counts.get("measures", [])
        lines = [self.rate(rate) for rate in rates if rate["counted"]]
        if idle := [rate["name"][self.desk.lang] for rate in rates if not rate["counted"]]:
            lines.append(translate("Shipments", "Nothing to count yet: {names}").format(names=" · ".join(idle)))
        return lines + [self.trial(measure) for measure in counts.get("trial", []) if measure["there"]]

    def rate(self, entry: dict[str, Any]) -> str:
        """One rate of the trailing days in words."""
        words = translate("Shipments", "{name}: {met} of {counted} ({start} to {end}), {bound} (checked {checked})").format(
            name=entry["name"][self.desk.lang],
            met=kept(entry),
            counted=entry["counted"],
            start=entry["start"],
            end=entry["end"],
            bound=self.bound(entry),
            checked=entry["checked"],
        )
        if entry["failures_left"] > 0:
            return words + " · " + translate("Shipments", "failures until it is missed: {count}").format(count=entry["failures_left"])
        return words + " · " + translate("Shipments", "missed")

    @staticmethod
    def bound(entry: dict[str, Any]) -> str:
        """What a rate is to keep."""
        if entry.get("most_percent") is None:
            return translate("Shipments", "at least {percent}%").format(percent=entry["least_percent"])
        if entry.get("below"):
            return translate("Shipments", "less than {percent}%").format(percent=entry["most_percent"])
        return translate("Shipments", "at most {percent}%").format(percent=entry["most_percent"])

    def trial(self, answer: dict[str, Any]) -> str:
        """The trial over the last orders, in one line: of its rates those that count something."""
        rates = [
            f"{measure['name'][self.desk.lang]} {kept(measure)}/{measure['counted']} ({self.bound(measure)})"
            for measure in answer["measures"]
            if measure["counted"]
        ]
        head = translate("Shipments", "Trial before joining, last {orders} orders ({there} here): ")
        return head.format(orders=answer["orders"], there=answer["there"]) + " · ".join(rates)

    def forget(self) -> None:
        """Another shop comes: its rates are folded again."""
        super().forget()
        self.every.setChecked(False)

    def lacks_report(self) -> bool:
        """Whether there is no sheet at all: one without Prime shipments is there."""
        return not self.counted().get("all")

    def empty_words(self) -> tuple[str, str]:
        """What a shipment sheet is, and where it comes from."""
        if self.question.unknown:
            return translate("Shipments", "Which shipments are Prime ones is not known yet"), translate(
                "Shipments", "As soon as it is, they stand here with their verdicts."
            )
        if self.counted().get("all"):
            return translate("Shipments", "No Prime shipments"), translate(
                "Shipments", "None of the sheet's shipments is known to be of a Prime offer."
            )
        text = translate(
            "Shipments", "Open your shipment sheet or the shipping-confirmation file (order id, SKU, carrier, method, tracking number …)."
        )
        return translate("Shipments", "No shipments yet"), text

    def subject(self, row: JudgedShipment) -> str:
        """The order with what was sent."""
        return f"{row.order_id} · {row.sku}"

    def add_own(self, rows: list[JudgedShipment]) -> None:
        """Take what a spelling means, where the table does not know it; it is asked once and remembered."""
        if len(rows) != 1 or not rows[0].why.startswith("sfp.carrier-method:unknown"):
            return
        from sellerdesk.workflows.sfp.services import methods

        add_section(self.content, translate("Shipments", "“{words}” means").format(words=rows[0].service))
        for method, name in methods(self.desk.lang).items():
            button = build.button(name, height=28)
            button.clicked.connect(partial(edits.teach_method, self.desk, rows[0].service, method))
            self.content.addLayout(build.row(button, None))

    def restyle(self) -> None:
        """Words and colours."""
        self.table.setAccessibleName(translate("Shipments", "Shipments"))
        tint.fill_background(self.measured, "base")
        tint.colour_text(self.rates, "muted")
        super().restyle()
        self.load()


def kept(entry: dict[str, Any]) -> int:
    """What a rate counts: shipments that were as asked, or, of a rate that must stay low, those that were not."""
    return int(entry["met"] if entry.get("most_percent") is None else entry["counted"] - entry["met"])
