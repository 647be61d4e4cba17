"""A country by any of its names: what a cell of "ships from" says."""

from collections.abc import Mapping
from functools import cache

from sellerdesk.domain.folding import folded
from sellerdesk.readers.cells import BadCell, answers, says, words

ISO_3166 = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI "
    "CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ "
    "GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS "
    "LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG "
    "PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK "
    "TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)
"""The two-letter codes of countries."""


def country(text: str) -> str | None:
    """A country code: "JP" for every name of Japan and its prefectures. Raises BadCell for a name it does not know."""
    if says(text, "unknown"):
        return None
    written = folded(text)
    if says(text, "japan") or written in prefectures() or written.startswith(tuple(words("prefectures") - {"mie", "nara", "saga"})):
        return "JP"
    if written in countries():
        return countries()[written]
    if written.upper() in ISO_3166.split() and not says(text, "no"):
        return written.upper()
    raise BadCell("a_country")


@cache
def countries() -> Mapping[str, str]:
    """The code of every country that the resources name, by code and by name."""
    listed = answers()["countries"]
    named = listed.items() if isinstance(listed, dict) else ()
    return {folded(str(name)): str(code) for code, names in named for name in (code, *names)}


@cache
def prefectures() -> frozenset[str]:
    """Every prefecture as people write it: 東京都, 東京, tokyo, tokyo-to is not one of them."""
    full = words("prefectures")
    return full | {name[:-1] for name in full if name[-1] in "都府県"}
