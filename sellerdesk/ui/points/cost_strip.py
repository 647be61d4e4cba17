"""What points cost: a slider of rates, the units of a month, the cost and the lift that pays for it, with a small curve."""

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSlider, QWidget

from sellerdesk.domain.typed_cost import MOST_PERCENT, MOST_UNITS, TypedCost
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import single_shot
from sellerdesk.ui.style import plain, theme, tint
from sellerdesk.ui.style.month_words import last_whole, short_month, title_of
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.whole_field import WholeField
from sellerdesk.workflows.points.cost import Assumed, assumed

if TYPE_CHECKING:
    from pathlib import Path

CURVE_WIDTH, CURVE_HEIGHT, PAD = 190, 52, 6
ROOM_FOR_CURVE = 1300
PER_MILLE = 1_000
KEEP_MS = 1_500
"""A pause in the typing after which units and margin are kept."""
FEW = 3
"""Months of what was paid that have room in the strip; the tip names all."""


class Curve(QWidget):
    """The cost over the rates as a line, with a dot at the chosen one."""

    def __init__(self) -> None:
        """No line yet."""
        super().__init__()
        self.costs: list[int] = []
        self.at = 0
        self.setFixedSize(CURVE_WIDTH, CURVE_HEIGHT)

    def draw(self, costs: list[int], at: int) -> None:
        """Another line, or another dot."""
        self.costs, self.at = costs, at
        self.update()

    def svg(self) -> str:
        """The line as SVG."""
        most, steps = max([*self.costs, 1]), max(1, len(self.costs) - 1)
        width, height = CURVE_WIDTH - 2 * PAD, CURVE_HEIGHT - 2 * PAD
        points = [(PAD + width * number // steps, PAD + height - height * cost // most) for number, cost in enumerate(self.costs)]
        line = " ".join(f"{x},{y}" for x, y in points)
        x, y = points[self.at] if self.at < len(points) else (0, 0)
        tokens = theme.tokens
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{CURVE_WIDTH}" height="{CURVE_HEIGHT}">'
            f'<path d="M{PAD} {CURVE_HEIGHT - PAD}H{CURVE_WIDTH - PAD}" stroke="{tokens["line"]}"/>'
            f'<polyline points="{line}" fill="none" stroke="{tokens["bar"]}" stroke-width="2"/>'
            f'<circle cx="{x}" cy="{y}" r="4" fill="{tokens["accent"]}"/></svg>'
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it sharp at every scale."""
        if self.costs:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            QSvgRenderer(QByteArray(self.svg().encode())).render(painter, QRectF(self.rect()))


class RateSlider(QSlider):
    """A slider that a turn of the wheel in passing does not move."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what is around."""
        event.ignore()


def slider(percent: int) -> QSlider:
    """The slider of rates in percent."""
    made = RateSlider(Qt.Orientation.Horizontal)
    made.setRange(1, 10)
    made.setValue(percent)
    made.setPageStep(1)
    made.setFixedWidth(140)
    return made


class CostStrip(QWidget):
    """The strip below the offers; figures of the last judging are ready, so that the slider answers within a frame."""

    def __init__(self, desk: Desk) -> None:
        """No offers yet."""
        super().__init__()
        self.desk = desk
        self.title, self.source = build.label("", bold=True), build.label("", "small", wrap=True)
        self.rate_title, self.rate = build.label(), build.label("", "lead", bold=True)
        self.slider = slider(self.assumed().percent)
        self.rate.setMinimumWidth(38)
        self.units, self.margin = self.spin(MOST_UNITS), self.spin(MOST_PERCENT)
        self.store: Path | None = None
        self.typed = TypedCost()
        self.put(self.margin, self.assumed().margin)
        self.pause = single_shot(self, KEEP_MS, self.keep)
        self.cost_title, self.cost = build.label("", "small"), build.label("", "lead", bold=True)
        self.lift_title, self.lift = build.label("", "small"), build.label("", "lead", bold=True)
        self.paid_title, self.paid, self.paid_more = (
            build.label("", "small"),
            build.label("", "lead", bold=True),
            build.label("", "small", wrap=True),
        )
        self.range = build.label("", "small", wrap=True)
        self.curve = Curve()
        for signal in (self.slider.valueChanged, self.units.valueChanged, self.margin.valueChanged):
            signal.connect(self.tell)
        for field in (self.units, self.margin):
            field.valueChanged.connect(lambda _value: self.pause.start())
        head = build.column(self.title, self.source, gap=0)
        paid = build.column(self.paid_title, build.row(self.paid, self.paid_more, gap=6), gap=0)
        figures = (build.column(self.cost_title, self.cost, gap=0), 12, paid, 12, build.column(self.lift_title, self.lift, gap=0))
        fields = (self.rate_title, self.slider, self.rate, 4, self.units, self.margin)
        self.setLayout(build.row(head, 8, *fields, 12, *figures, None, self.range, self.curve, margins=(16, 6, 16, 6)))
        desk.shop_left.connect(self.keep_at_last)
        desk.other_shop.connect(self.forget)
        desk.on_rows(self.load)
        desk.follow(self.restyle)

    def spin(self, most: int) -> WholeField:
        """A field of a whole number; what is none is said."""
        made = WholeField(0, most)
        made.refused.connect(lambda words: self.desk.said.emit(words, "check"))
        made.setGroupSeparatorShown(True)
        made.setMinimumHeight(32)
        made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def counted(self) -> dict[str, Any]:
        """What the last judging counted."""
        state = self.desk.state
        return dict(state.judged.get("costs", {})) if state else {}

    def knows_prices(self) -> bool:
        """Whether there is an offer with a price to reckon with."""
        return bool(self.counted().get("mean_price"))

    def load(self) -> None:
        """Take the figures that came: units sold by an order report win over what the owner typed for this shop."""
        from sellerdesk.workflows.points import typed_cost

        self.keep_at_last()
        self.store = store = self.desk.store
        self.typed = self.desk.attempt(lambda: typed_cost.load(store)) or TypedCost()
        counted = self.counted()
        self.setVisible(self.knows_prices())
        sold = int(counted.get("units", 0))
        self.units.setEnabled(not sold)
        self.put(self.units, sold or self.typed.units or 0)
        self.put(self.margin, self.assumed().margin if self.typed.margin is None else self.typed.margin)
        self.restyle()

    @staticmethod
    def put(field: WholeField, number: int) -> None:
        """Show a number that nobody types now; one that is being typed and is not whole yet is left alone."""
        if field.value() != number:
            field.blockSignals(True)  # noqa: FBT003 (Qt's signature)
            field.setValue(number)
            field.blockSignals(False)  # noqa: FBT003 (as above)
        field.remember()

    def keep(self) -> None:
        """Keep what was typed with the shop for which it was typed, unless that is only read or was never saved."""
        from sellerdesk.workflows.points import typed_cost

        self.pause.stop()
        store, margin = self.desk.store, self.margin.value()
        if store != self.store or self.desk.read_only or not self.desk.has_shop():
            return
        own_margin = margin != self.assumed().margin or self.typed.margin is not None
        new = TypedCost(self.units.value() if self.units.isEnabled() else self.typed.units, margin if own_margin else None)
        if new != self.typed:
            self.typed = self.desk.attempt(lambda: typed_cost.keep(store, new, self.desk.now())) or self.typed

    def keep_at_last(self) -> None:
        """The shop, the report or the page is left: keep what waits to be kept."""
        if self.pause.isActive():
            self.keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """Go out of sight."""
        super().hideEvent(event)
        self.keep_at_last()

    def forget(self) -> None:
        """Another shop comes: the rate was chosen in the one before."""
        self.slider.setValue(self.assumed().percent)

    def costs(self) -> list[tuple[int, int, int]]:
        """The cost of every rate of the slider in yen: rounded down, half up and up."""
        from sellerdesk.workflows.points.cost import typed_cost

        counted = self.counted()
        if counted.get("units"):
            return [(low, middle, high) for low, middle, high in counted["rates"].values()]
        each = typed_cost(int(counted.get("mean_price", 0)), self.units.value())
        return [(cost.down, cost.half_up, cost.up) for cost in each.values()]

    def borne(self, points: int) -> Fraction:
        """The yen that the shop bears of the chosen rate's points: the referral fee saved on them is taken off."""
        counted = self.counted()
        if counted.get("units") and "net" in counted:
            return Fraction(counted["net"][str(self.slider.value())])
        return points - Fraction(points * self.fee_per_mille(), PER_MILLE)

    def fee_per_mille(self) -> int:
        """The referral fee of the mean price, by the fees of the offers' categories."""
        return int(self.counted().get("fee_per_mille", self.assumed().fee_per_mille))

    def tell(self) -> None:
        """Say the cost of the chosen rate, and the lift."""
        from sellerdesk.workflows.points.cost import lift

        counted, costs, at = self.counted(), self.costs(), self.slider.value() - 1
        low, middle, high = costs[at]
        revenue = int(counted.get("revenue", 0)) or int(counted.get("mean_price", 0)) * self.units.value()
        more = lift(revenue, self.borne(middle), self.margin.value())
        for part in (self.cost, self.lift):
            plain.set_tip(part, self.fee_words())
        self.rate.setText(f"{self.slider.value()}%")
        known = bool(self.units.value())
        self.cost.setText(translate("Cost", "¥{cost} / month").format(cost=f"{middle:,}") if known else "–")
        self.range.setText(translate("Cost", "¥{low} to ¥{high} by rounding").format(low=f"{low:,}", high=f"{high:,}") if known else "")
        self.lift.setText("–" if not known else translate("Cost", "never") if more is None else f"+ {percent(more)}%")
        self.curve.draw([middle for _low, middle, _high in costs] if known else [], at)

    def tell_paid(self) -> None:
        """What points really cost by the payment reports: the last whole month beside the forecast, then the months around it."""
        kept = dict(self.desk.state.judged.get("payments", {})) if self.desk.state else {}
        self.paid_title.setText(translate("Cost", "Really paid"))
        if not kept.get("months"):
            self.paid.setText("–")
            self.paid_more.setText(translate("Cost", "no payment report"))
            self.paid_more.setMinimumWidth(0)
            return
        yen = {month: -cost for month, cost in zip(kept["months"], kept["rows"]["points"], strict=True)}
        whole = last_whole(kept["months"], kept["last_day"])
        words = translate("Cost", "¥{cost} ({month})")
        self.paid.setText(words.format(cost=f"{yen[whole]:,}", month=short_month(whole)))
        shown = [(title_of(month, kept["last_day"]), cost) for month, cost in yen.items()]
        around = [f"{short_month(month)} {yen[month]:,}" for month in kept["months"][-FEW:] if month != whole]
        self.paid_more.setText(translate("Cost", ", ").join(around))
        self.paid_more.setMinimumWidth(self.paid_more.fontMetrics().horizontalAdvance(self.paid_more.text()) + 2)
        plain.set_tip(
            self.paid,
            translate("Cost", "By the payment reports: {months}").format(
                months=translate("Cost", ", ").join(f"{month} ¥{cost:,}" for month, cost in shown)
            ),
        )

    def restyle(self) -> None:
        """Words and colours."""
        sold = bool(self.counted().get("units"))
        self.title.setText(translate("Cost", "Expected cost"))
        self.source.setText(translate("Cost", "units of the order report") if sold else translate("Cost", "at your average price"))
        self.rate_title.setText(translate("Cost", "Rate"))
        self.units.setSuffix(translate("Cost", " units/month"))
        self.margin.setPrefix(translate("Cost", "margin "))
        self.margin.setSuffix("%")
        self.cost_title.setText(translate("Cost", "Points"))
        self.lift_title.setText(translate("Cost", "Lift that pays for it"))
        names: tuple[tuple[QWidget, str], ...] = (
            (self.slider, translate("Cost", "Rate")),
            (self.units, translate("Cost", "Units a month")),
            (self.margin, translate("Cost", "Margin before points, percent of the price")),
        )
        for widget, name in names:
            widget.setAccessibleName(name)
            plain.set_tip(widget, name)
        tint.fill_background(self, "base")
        for words in (self.source, self.rate_title, self.cost_title, self.lift_title, self.range, self.paid_title, self.paid_more):
            tint.colour_text(words, "muted")
        self.make_room()
        self.tell_paid()
        self.tell()

    def fee_words(self) -> str:
        """By which referral fee the lift is counted, and what the selling plan costs besides."""
        begin, others = self.assumed(), int(self.counted().get("others", 0))
        fee = translate("Cost", "The referral fee is taken on the price minus points, by the fee of each offer's category, before tax.")
        unknown = translate("Cost", "Without a known category: {count}; {fee}% is assumed there.")
        plan = translate("Cost", "The selling plan costs ¥{plan} a month besides.")
        unknown = unknown.format(count=f"{others:,}", fee=begin.fee_per_mille // 10) if others else ""
        return "\n".join(filter(None, (fee, unknown, plan.format(plan=f"{begin.plan:,}"))))

    def assumed(self) -> Assumed:
        """The figures of the day that stand in until the owner types their own."""
        return assumed(self.desk.as_of)

    def make_room(self) -> None:
        """Leave the curve, the range and the months beside the last whole one out where there is no room."""
        wide = self.width() >= ROOM_FOR_CURVE * theme.scale()
        for part in (self.curve, self.range):
            part.setVisible(wide)
        self.paid_more.setVisible(wide or self.paid.text() == "–")

    def minimumSizeHint(self) -> QSize:
        """The months need no room: where there is none they are left out."""
        return super().minimumSizeHint() - QSize(self.paid_more.minimumWidth() if self.paid_more.isVisibleTo(self) else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the window."""
        super().resizeEvent(event)
        self.make_room()


def percent(lift: Fraction) -> str:
    """A share in percent with one place, rounded half up in whole numbers."""
    tenths = int(lift * 1000 + Fraction(1, 2))
    return f"{tenths // 10:,}.{tenths % 10}"
