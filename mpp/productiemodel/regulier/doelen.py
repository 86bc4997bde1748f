"""The purposes of stay by which applications are counted, and the two products that are applied for."""

from __future__ import annotations

from typing import Final

#: Per purpose how it reads after "voor".
DOELEN: Final = {"arbeid": "arbeid en kennis", "studie": "studie", "gezin": "gezin", "overig": "een ander doel"}

#: Per product how it reads after "aanvragen".
PRODUCTEN: Final = {"mvv": "mvv (met TEV)", "vvr": "vvr zonder mvv"}
