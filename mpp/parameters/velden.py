"""The fields of a record: what counts as a number, a day and a formula, and is told apart from what merely looks like one."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, StrictInt, StrictStr, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from mpp.adressen import bezwaar_tegen_webadres
from mpp.padnamen import is_naamdeel

#: No number is larger.
GROOTSTE: Final = 1e12

_WOORD: Final = re.compile(r"[^\W\d_]{2,}")
#: What stands where a name is still to come, or where a program had none.
_GEEN_NAAM: Final = frozenset({
    "anoniem", "bekend", "bepalen", "door", "een", "empty", "false", "geen", "iemand", "ik", "in", "invullen", "ja", "leeg", "met",
    "na", "naam", "nader", "name", "nan", "nb", "nee", "niemand", "niet", "nil", "nnb", "nog", "none", "ntb", "null", "nvt",
    "onbekend", "overleg", "tba", "tbc", "tbd", "te", "test", "todo", "true", "undefined", "unknown", "volgt", "vullen", "wie", "zelf",
})  # fmt: skip


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


def _persoon(waarde: str) -> str:
    if all(woord in _GEEN_NAAM or len(set(woord)) == 1 for woord in _WOORD.findall(waarde.replace(".", "").casefold())):
        raise PydanticCustomError("persoon", "geen naam")
    return waarde


def _waardehash(waarde: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{16}", waarde):
        raise PydanticCustomError("waardehash", "geen hash van een waarde")
    return waarde


def _reden(waarde: str) -> str:
    if len(_WOORD.findall(waarde)) < 2:
        raise PydanticCustomError("reden", "geen reden")
    return waarde


Getal = Annotated[float, BeforeValidator(_geen_bool), Field(allow_inf_nan=False, ge=-GROOTSTE, le=GROOTSTE)]
Dag = Annotated[datetime.date, BeforeValidator(_dag)]
Dagtekening = Annotated[datetime.date | int | str, BeforeValidator(_dag_maand_of_jaar)]
Jaar = Annotated[StrictInt, AfterValidator(_jaar)]
Naamdeel = Annotated[StrictStr, AfterValidator(_naamdeel)]
"""What becomes part of the name of a file."""
#: What a value is, in short.
Waardehash = Annotated[StrictStr, AfterValidator(_waardehash)]
#: The name of who did something: not a question mark, nor that it is still to come.
Persoonsnaam = Annotated[StrictStr, AfterValidator(_persoon)]
#: A reason: more than one word.
Reden = Annotated[StrictStr, AfterValidator(_reden)]
Webadres = Annotated[StrictStr, AfterValidator(_webadres)]
"""What a reader can open: never code, a file of one computer, or an example."""
#: A text that says something.
Tekst = Annotated[StrictStr, Field(pattern=r"\S")]
#: Words in a sentence: no digits and no marks.
Woorden = Annotated[StrictStr, Field(pattern=r"^[a-zA-Zà-ÿ][a-zA-Zà-ÿ ,'’-]*$")]


def past(vorm: Any, waarde: object) -> bool:
    """Whether a value has the form of one of these fields."""
    try:
        TypeAdapter(vorm).validate_python(waarde)
    except ValidationError:
        return False
    return True
