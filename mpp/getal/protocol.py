"""Numbers that the protocol MPP sets."""

from __future__ import annotations

from typing import Final

from mpp.getal.getal import Getal
from mpp.weergave.afronding import stap

#: Protocol MPP (2022), on the monitor: so large a deviation of one indicator is a reason to look at an early revision.
AFWIJKING_MONITOR: Final = 0.15


def drempel_monitor() -> Getal:
    """The deviation of one indicator, as a share, at which the monitor asks for attention."""
    return Getal(AFWIJKING_MONITOR, "aandeel", stap("aandeel"), "protocol:monitor")
