"""Returns by the day on which their refund is due."""

from PySide6.QtCore import Qt

from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.columns import verdict_column
from sellerdesk.ui.lists.filter_chips import VERDICTS
from sellerdesk.ui.lists.rows_model import Column
from sellerdesk.ui.returns.columns import left_ink, left_words, order_column, refund_column, sku_column, why_of
from sellerdesk.ui.returns.report_page import DEADLINE, FIRST, ReportPage
from sellerdesk.ui.style.translate import translate


class DeadlinesPage(ReportPage):
    """The refunds still to be made; what the owner said was refunded, done or not so is gone from here."""

    table_name = "deadlines"
    kinds = VERDICTS

    def __init__(self, desk: Desk) -> None:
        """Nothing is due yet; the most urgent stands first, if the owner did not sort otherwise."""
        super().__init__(desk)
        if not desk.settings.layout(self.table_name).sort:
            self.table.sortByColumn(FIRST, Qt.SortOrder.AscendingOrder)

    def listed(self) -> list[JudgedReturn]:
        """The rows with a refund to make, the most urgent first."""
        from sellerdesk.workflows.returns.deadlines import LEAVES

        due = [row for row in self.desk.returns if row.days_left is not None and self.decided(DEADLINE, row) not in LEAVES]
        return [row._replace(place=place) for place, row in enumerate(sorted(due, key=lambda row: (row.refund_by, row.order_id)))]

    def make_columns(self) -> tuple[Column, ...]:
        """The columns, the verdict first."""
        why = why_of(self.desk_lang)
        return (
            verdict_column("verdict", JudgedReturn),
            refund_column(),
            Column("left", lambda: translate("Returned", "Days left"), left_words, "days_left", 110, right=True, ink=left_ink),
            order_column(),
            sku_column(),
            Column("why", lambda: translate("Column", "Why"), lambda row: why(row.why), "why", 160, stretch=True),
        )

    def told_words(self) -> list[str]:
        """How many refunds are due, and how many are late."""
        rows = self.listed()
        late = sum((row.days_left or 0) < 0 for row in rows)
        words = [translate("Returned", "{count} refunds to make").format(count=f"{len(rows):,}")]
        return [*words, *([translate("Returned", "{count} of them overdue").format(count=f"{late:,}")] if late else [])]

    def empty_words(self) -> tuple[str, str]:
        """That nothing is due, or that there is no report yet."""
        if not self.desk.returns:
            return super().empty_words()
        return translate("Returned", "No refund is due"), translate(
            "Returned", "Every refund of the report is made, or its deadline is not known."
        )
