"""What a spreadsheet leaves of a number, a day or a formula in a cell, told by the text alone."""

import re

from sellerdesk.domain.expressions import expression

E_NOTATION = expression(r"\d(?:\.\d+)?E\+\d{2,}", re.IGNORECASE)
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
"""As a spreadsheet writes them: DEC-25 in capitals is somebody's SKU."""
ERRORS = r"#(?:N/A|REF!|VALUE!|NAME\?|NUM!|DIV/0!|NULL!)"
DAMAGE = expression(rf'^="|^{ERRORS}|^(?:{MONTHS})-\d\d$|^\d{{1,2}}-(?:{MONTHS})$|^\d{{1,2}}月\d{{1,2}}日$')
LONGEST_DAMAGE, DAMAGE_BEGINS = len("12月31日"), "=#"
"""Damage is as short as a day without its year, or begins so: of 100,000 SKUs hardly one needs the expression."""


def looks_damaged(text: str) -> bool:
    """Whether a SKU or another name is a spreadsheet's text, whatever the catalogue says."""
    if len(text) > LONGEST_DAMAGE and "+" not in text and text[0] not in DAMAGE_BEGINS:
        return False
    return bool(DAMAGE.search(text) or ("+" in text and E_NOTATION.fullmatch(text)))
