"""Reports whose every text is HTML, a key, a turned line and an escape."""

from pathlib import Path

KEYS = "R&D"
SHORT = f"<b>{KEYS}\u202e1\x1b"
"""For what may not be long: a SKU, a file's name."""
SKU = f"<b>{KEYS}\u202e1"
"""Our readers take no SKU with a control letter."""
SEEN = f"<b>{KEYS}\ufffd1\ufffd"
RETURNS = (
    "Order ID\tMerchant SKU\tReturn reason\tCategory\tReturn request date\tReturn delivery date\tReturn request status"
    "\tLabel to be paid by\tLabel cost\tIs prime\tOrder Amount\tReturn quantity\tCustomer comments"
)
SHIPMENTS = "order-id,sku,carrier-name,ship-method,tracking-number,tracking-given-at,shipped-at,confirmed-at,ship-from-country,promised-by,delivered-at"
TIMES = "2020-07-30T01:00:00Z,2020-07-30T03:00:00Z,2020-07-30T12:00:00+09:00,JP,2020-07-31,2020-07-31 18:00"


def evil(bait: Path) -> str:
    """A text that loads a picture, leads somewhere, is bold, is a key, turns the line and colours a terminal."""
    return f'<img src="file://{bait}"> <a href="file://{bait}">x</a> &lt;{SHORT}[31m'


def files(folder: Path, text: str) -> list[Path]:
    """Reports whose every text is such a one."""
    made = []

    def write(name: str, *lines: str) -> None:
        made.append(folder / f"{name}{SHORT}.txt")
        made[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")

    head = "seller-sku\titem-name\tprice\tquantity\tPoints\tfulfillment-channel\tmerchant-shipping-group\tstatus\titem-note"
    skus = [f"{place}{SKU}" for place in range(4)]
    write(
        "l",
        head,
        *(f"{sku}\t{text}\t1000\t{place}\t{place}\tDEFAULT\t{SKU if place else text}\tActive\t{text}" for place, sku in enumerate(skus)),
        f"x{SHORT}\t{text}\t{text}\t1\t1\tDEFAULT\t{text}\t{text}\t{text}",
    )
    write(
        "r",
        RETURNS,
        *(
            f"249-{place}\t{sku}\t{text}\t{text}\t2020-07-25\t2020-07-30\tApproved\tSeller\t600\tY\t2000\t1\t{text}"
            for place, sku in enumerate(skus)
        ),
    )
    told = '"' + text.replace('"', '""') + '"'
    write("s", SHIPMENTS, *(f'250-{place},"{sku}",{told},{told},"{SHORT}",{TIMES}' for place, sku in enumerate(skus)))
    write(
        "t",
        "template,region,service,days,fee for prime,fee for others",
        f"{told},honshu,expedited,2,100,500",
        f"{told},{told},{told},1,1,1",
    )
    return made
