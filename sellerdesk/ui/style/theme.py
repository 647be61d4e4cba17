"""Every colour, size and measure of the window, for light and dark, from one place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from sellerdesk.ui.style import contrast

LIGHT = {
    "window": "#F3F4F6", "base": "#FFFFFF", "alt": "#F8F9FA", "text": "#1B2026", "muted": "#58616C", "faint": "#636C77", "line": "#D8DCE1",
    "button": "#FBFBFC", "accent": "#1F5A92", "on_accent": "#FFFFFF", "accent_soft": "#E4EEF7", "select": "#DCE9F5", "on_select": "#14202B",
    "link": "#1B5588", "breach": "#B3261E", "breach_bg": "#FBEAE8", "check": "#855000", "check_bg": "#FFF3DB", "ok": "#256B45",
    "ok_bg": "#E8F4EC", "advice": "#56478F", "advice_bg": "#F0EDF9", "bar": "#6C97C2", "pale_bar": "#C9D6E3", "tip": "#20262D",
    "on_tip": "#F4F6F8", "control": "#7F8791", "pressed": "#17466F",
}  # fmt: skip
DARK = {
    "window": "#1C1F23", "base": "#23272C", "alt": "#272B31", "text": "#E7E9EC", "muted": "#A9B1BB", "faint": "#98A1AC", "line": "#3A4048",
    "button": "#2C3138", "accent": "#7DB4E6", "on_accent": "#0F1C28", "accent_soft": "#26384A", "select": "#2D4257", "on_select": "#F3F6F9",
    "link": "#8CBEEB", "breach": "#FF9C92", "breach_bg": "#43282A", "check": "#F0C067", "check_bg": "#3D3322", "ok": "#86CFA2",
    "ok_bg": "#243A2E", "advice": "#BEB3F2", "advice_bg": "#332F4A", "bar": "#4F7FAD", "pale_bar": "#3D4B5A", "tip": "#E7E9EC",
    "on_tip": "#1B2026", "control": "#79828D", "pressed": "#A9D0F2",
}  # fmt: skip
POINTS = {"small": 9.0, "body": 10.0, "lead": 11.5, "title": 14.0, "figure": 20.0}
FAMILIES = ["Yu Gothic UI", "Meiryo UI", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "sans-serif"]
ZOOM, SMALLEST, LARGEST = 0.1, -1, 5
"""A step of larger letters is a tenth; steps below and above the natural size."""
VERDICTS = ("breach", "check", "advice", "ok")
"""The verdicts by rank, worst first; each has a colour, a tint (…_bg) and an icon of its name."""

tokens: dict[str, str] = dict(LIGHT)
plain = False
"""Whether high contrast is on."""
_colours: dict[str, QColor] = {}
R = QPalette.ColorRole
ROLES = {
    R.Window: "window", R.WindowText: "text", R.Base: "base", R.AlternateBase: "alt", R.Text: "text", R.Button: "button",
    R.ButtonText: "text", R.BrightText: "on_accent", R.Highlight: "accent", R.HighlightedText: "on_accent", R.Link: "link",
    R.LinkVisited: "link", R.PlaceholderText: "faint", R.ToolTipBase: "tip", R.ToolTipText: "on_tip", R.Accent: "accent",
    R.Light: "base", R.Midlight: "alt", R.Mid: "line", R.Dark: "control", R.Shadow: "line",
}  # fmt: skip
INPUTS = ("QLineEdit", "QAbstractSpinBox", "QComboBox", "QCheckBox", "QRadioButton", "QSlider")
FUSION_DARKENS = 1.4
"""Fusion draws an input's outline as its Window colour darkened by 140%: inputs get a Window that comes out as `control`."""


def colour(token: str) -> QColor:
    """The colour of a token, one object for each hex: a QColor per cell and repaint is felt when scrolling."""
    name = tokens[token]
    if name not in _colours:
        _colours[name] = QColor(name)
    return _colours[name]


def palette() -> QPalette:
    """The palette of the present theme."""
    made = QPalette()
    for role, token in ROLES.items():
        made.setColor(role, colour(token))
    for role in (R.WindowText, R.Text, R.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    return made


def is_dark(choice: str) -> bool:
    """Whether the dark theme is on: chosen ("light", "dark"), or followed from the system ("system")."""
    if choice in ("light", "dark"):
        return choice == "dark"
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def over(token: str, *, selected: bool) -> str:
    """The colour of words on a row: in high contrast, those of a selected row have the one that the system gives them."""
    return "on_select" if selected and plain else token


def wear(app: QApplication, choice: str) -> None:
    """Put a theme on: palette, outlines of inputs, and the tokens that paint and style sheets take.

    Who follows the system, and has it in high contrast, gets the system's palette without style sheets, with outlines that are seen.
    """
    global plain  # noqa: PLW0603 (one theme for one program, as the tokens)
    plain = choice == "system" and contrast.wished()
    if plain:
        system = contrast.system_palette(app)
        tokens.update(contrast.tokens_of(system))
        outline(app, system, (*INPUTS, "QPushButton"))  # ours have a style sheet for it, of which high contrast has none
        return
    tokens.update(DARK if is_dark(choice) else LIGHT)
    app.setPalette(palette())
    outline(app, palette(), INPUTS)


def outline(app: QApplication, worn: QPalette, kinds: Sequence[str]) -> None:
    """Give the outlines of some kinds of widgets the colour of `control`; the rest of the palette stays."""
    outlined = QPalette(worn)
    outlined.setColor(R.Window, before_darkening())
    for name in kinds:
        app.setPalette(outlined, name)  # type: ignore[arg-type]  # the stubs say bytes; it takes the class's name


def before_darkening() -> QColor:
    """The Window colour that Fusion makes the colour of `control` of."""
    control = colour("control")
    return QColor(*(min(255, round(part * FUSION_DARKENS)) for part in (control.red(), control.green(), control.blue())))


def base_font(zoom: int = 0) -> QFont:
    """The font of the whole program, so many steps larger; the families are Japanese ones, so that no Chinese glyph is taken for one."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPointSizeF(POINTS["body"] * (1 + ZOOM * zoom))
    return made


def scale() -> float:
    """How much larger letters are than the natural ones."""
    return QApplication.font().pointSizeF() / POINTS["body"]


def enlarge(app: QApplication, steps: int) -> None:
    """Give the whole program letters so many steps larger; Qt passes its font on to no widget that has one of its own.

    The others are given their natural font again: of two changes at once, Qt passes only the first on to some.
    """
    before = app.font().pointSizeF()
    app.setFont(base_font(steps))
    ratio = app.font().pointSizeF() / before
    for widget in app.allWidgets():
        made = QFont()
        if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
            made = QFont(widget.font())
            made.setPointSizeF(made.pointSizeF() * ratio)
        widget.setFont(made)


def font(size: str = "body", *, bold: bool = False) -> QFont:
    """A font of one of the sizes of POINTS, scaled with the program's own; normal or demi-bold."""
    made = QFont(QApplication.font())
    made.setPointSizeF(made.pointSizeF() * POINTS[size] / POINTS["body"])
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def tab_style() -> str:
    """The style sheet of a tab bar: a line under the current tab."""
    if plain:
        return ""
    return (
        f"QTabBar::tab{{background:transparent;border:0;border-bottom:2px solid transparent;padding:9px 16px;color:{tokens['muted']};"
        f"margin-right:2px}}QTabBar::tab:selected{{color:{tokens['accent']};border-bottom:2px solid {tokens['accent']}}}"
        f"QTabBar::tab:hover:!selected{{color:{tokens['text']}}}QTabBar::tab:focus{{border-bottom:2px solid {tokens['text']}}}"
    )


def segment_style() -> str:
    """The style sheet of a tab bar as joined segments, the chosen one in the accent."""
    if plain:
        return ""
    return (
        f"QTabBar::tab{{background:{tokens['button']};color:{tokens['text']};border:1px solid {tokens['control']};margin-left:-1px;"
        "padding:4px 14px;min-height:20px}QTabBar::tab:first{margin-left:0;border-top-left-radius:4px;border-bottom-left-radius:4px}"
        "QTabBar::tab:last{border-top-right-radius:4px;border-bottom-right-radius:4px}"
        f"QTabBar::tab:only-one{{border-radius:4px}}QTabBar::tab:hover:!selected{{background:{tokens['alt']}}}"
        f"QTabBar::tab:selected{{background:{tokens['accent_soft']};color:{tokens['accent']};border-color:{tokens['accent']}}}"
        f"QTabBar::tab:focus{{border:2px solid {tokens['text']}}}"
    )


def header_style(first: int, before: int = 10) -> str:
    """The style sheet of a table's header; `first` is the space before its first title, `before` that before the others, in pixels."""
    if plain:
        return ""
    return (
        f"QHeaderView{{background:{tokens['base']};border:0}}QHeaderView::section{{background:{tokens['base']};color:{tokens['muted']};"
        f"border:0;border-bottom:1px solid {tokens['line']};padding:0 10px 0 {before}px}}"
        f"QHeaderView::section:first{{padding-left:{first}px}}"
        "QHeaderView::up-arrow,QHeaderView::down-arrow{subcontrol-origin:margin;subcontrol-position:top center;width:9px;height:9px}"
        f"QHeaderView::section:hover{{color:{tokens['text']}}}"
    )


def scroll_bar_style() -> str:
    """The style sheet of a thin flat scroll bar: the one place where Fusion looks old."""
    if plain:
        return ""
    return (
        "QScrollBar{background:transparent;border:0;margin:0}QScrollBar:vertical{width:12px}QScrollBar:horizontal{height:12px}"
        f"QScrollBar::handle{{background:{tokens['pale_bar']};border-radius:4px;margin:2px}}QScrollBar::handle:vertical{{min-height:36px}}"
        f"QScrollBar::handle:horizontal{{min-width:36px}}QScrollBar::handle:hover{{background:{tokens['control']}}}"
        "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0}QScrollBar::add-page,QScrollBar::sub-page{background:transparent}"
    )


def primary_style() -> str:
    """The style sheet of the one filled button of a screen."""
    if plain:
        return ""
    return (
        f"QPushButton{{background:{tokens['accent']};color:{tokens['on_accent']};border:1px solid {tokens['accent']};border-radius:3px;"
        f"padding:0 14px;min-height:32px}}QPushButton:hover{{background:{tokens['link']}}}"
        f"QPushButton:focus{{border:2px solid {tokens['text']};padding:0 13px;min-height:30px}}"  # as large as without the focus
        f"QPushButton:pressed{{background:{tokens['pressed']}}}"
        f"QPushButton:disabled{{background:{tokens['button']};color:{tokens['faint']};border-color:{tokens['line']}}}"
        "QPushButton::menu-indicator{width:0}"
    )
