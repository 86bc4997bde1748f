"""The fields of a record: what counts as a number, a day and a formula, and is told apart from what merely looks like one."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, StrictInt, StrictStr
from pydantic_core import PydanticCustomError

from mpp.adressen import bezwaar_tegen_webadres
from mpp.padnamen import is_naamdeel

#: No number is larger.
GROOTSTE: Final = 1e12


def _geen_bool(waarde: Any) -> Any:
    if isinstance(waarde, (bool, str)):
        raise ValueError("geen getal")
    return waarde


def als_formule(waarde: Any) -> Any:
    """A formula of the value alone may be written without its key."""
    return {"waarde": waarde} if isinstance(waarde, str) else waarde


def _dag(waarde: Any) -> Any:
    if isinstance(waarde, datetime.datetime) or not isinstance(waarde, (datetime.date, str)):
        raise PydanticCustomError("dag", "geen dag")
    return waarde


def _dag_maand_of_jaar(waarde: Any) -> Any:
    maand = isinstance(waarde, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", waarde)
    if not (maand or (isinstance(waarde, (datetime.date, int)) and not isinstance(waarde, (bool, datetime.datetime)))):
        raise PydanticCustomError("dagtekening", "geen dag, maand of jaar")
    return waarde


def _naamdeel(waarde: str) -> str:
    if not is_naamdeel(waarde):
        raise PydanticCustomError("naamdeel", "geen naam voor een bestand")
    return waarde


def _webadres(waarde: str) -> str:
    if bezwaar := bezwaar_tegen_webadres(waarde):
        raise PydanticCustomError("webadres", "{bezwaar}", {"bezwaar": bezwaar})
    return waarde


def _jaar(waarde: int) -> int:
    if not 1000 <= waarde <= 9999:
        raise PydanticCustomError("jaar", "geen jaar")
    return waarde


Getal = Annotated[float, BeforeValidator(_geen_bool), Field(allow_inf_nan=False, ge=-GROOTSTE, le=GROOTSTE)]
Dag = Annotated[datetime.date, BeforeValidator(_dag)]
Dagtekening = Annotated[datetime.date | int | str, BeforeValidator(_dag_maand_of_jaar)]
Jaar = Annotated[StrictInt, AfterValidator(_jaar)]
Naamdeel = Annotated[StrictStr, AfterValidator(_naamdeel)]
"""What becomes part of the name of a file."""
Webadres = Annotated[StrictStr, AfterValidator(_webadres)]
"""What a reader can open: never code, a file of one computer, or an example."""
#: A text that says something.
Tekst = Annotated[StrictStr, Field(pattern=r"\S")]
