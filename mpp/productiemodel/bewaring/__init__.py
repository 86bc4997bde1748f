"""Detention."""

from __future__ import annotations

from typing import Final

from mpp.productiemodel.onderdelen import Deel

DELEN: Final[tuple[Deel, ...]] = ()
