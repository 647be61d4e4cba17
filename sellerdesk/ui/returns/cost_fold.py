"""What a return's cost is made of, folded under it: worked out once it is opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.fold import Fold


class CostFold(Fold):
    """The line; its parts are read when somebody asks."""

    def __init__(self, desk: Desk, order_id: str) -> None:
        """Folded, and empty until it is opened."""
        self.parts = QWidget()
        super().__init__(translate("Returned", "What the cost is made of"), self.parts)
        self.desk, self.order_id = desk, order_id
        self.button.toggled.connect(self.fill)

    def fill(self) -> None:
        """Lay the parts out, once."""
        from sellerdesk.workflows.returns.cost_parts import cost_parts

        if self.parts.layout() is not None:
            return
        desk, grid = self.desk, QGridLayout(self.parts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        found = desk.attempt(lambda: cost_parts(desk.store, self.order_id, desk.as_of, desk.lang)) or []
        for line, (name, yen) in enumerate(found):
            grid.addWidget(build.label(name, token="muted", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)  # noqa: S106 (a colour)
            figure = build.label(yen, wrap=True)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(figure, line, 1)
