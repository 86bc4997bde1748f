"""Reading YAML so that every value still knows the line it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

from mpp.problemen import Fout, probleem


class Blok(dict[str, Any]):
    """A YAML mapping; `regel` is its first line, `regels[key]` the line of a key. Keys are strings.

    One that is not read from a file has no lines.
    """

    regel: int | None
    regels: dict[str, int]

    def __init__(self, *inhoud: Any, **sleutels: Any):
        super().__init__(*inhoud, **sleutels)
        self.regel, self.regels = None, {}


class Rij(list[Any]):
    """A YAML sequence; `regel` is its first line, `regels[i]` the line of an item, None for one that stands elsewhere."""

    regel: int | None
    regels: list[int | None]

    def __init__(self, inhoud: Iterable[Any] = ()):
        super().__init__(inhoud)
        self.regel, self.regels = None, [None] * len(self)


def regel_van(boom: Any, pad: tuple[Any, ...]) -> int | None:
    """The line of the value at `pad` (keys and indices) in `boom`, or of the nearest value above it."""
    regel = getattr(boom, "regel", None)
    for stap in pad:
        if isinstance(boom, Blok) and str(stap) in boom.regels:
            regel, boom = boom.regels[str(stap)], boom[str(stap)]
        elif isinstance(boom, Rij) and isinstance(stap, int) and stap < len(boom):
            regel, boom = boom.regels[stap], boom[stap]
        else:
            break
    return regel


def lees(pad: Path, code: str = "yaml-ongeldig", naam: str | None = None) -> Any:
    """The content of the YAML file `pad` as Blok, Rij and scalars.

    libyaml finds the structure, in a tenth of the time; scalars are those of YAML 1.2, and what is wrong ruamel tells.
    `naam` is how the file is called in messages (its own name unless given).
    Raises Fout for a file that is not there, and with problem `code` (field `melding`) for what is not YAML, a key
    given twice included.
    """
    import yaml as libyaml
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.reader import ReaderError

    naam = naam or pad.name
    yaml = YAML(typ="safe")
    try:
        tekst = pad.read_text(encoding="utf-8")
        try:
            knoop = libyaml.compose(tekst, Loader=libyaml.CSafeLoader)
        except libyaml.YAMLError:
            knoop = yaml.compose(tekst)
        return None if knoop is None else _bouw(knoop, cache(partial(_kaal, yaml)), naam, code)
    except MarkedYAMLError as fout:
        mark = fout.problem_mark or fout.context_mark
        melding = f"de opbouw klopt niet vanaf teken {mark.column + 1}" if mark else "de opbouw klopt niet"
        raise Fout([probleem(code, bestand=naam, regel=mark.line + 1 if mark else None, melding=melding)]) from None
    except FileNotFoundError:
        raise Fout([probleem("bestand-ontbreekt", bestand=naam)]) from None
    except (ReaderError, UnicodeDecodeError):
        raise Fout([probleem(code, bestand=naam, melding="het bestand is geen leesbare tekst in UTF-8")]) from None
    except (YAMLError, ValueError):
        raise Fout([probleem(code, bestand=naam, melding="de opbouw klopt niet")]) from None


def _kaal(yaml: Any, tekst: str) -> Any:
    """The value of a scalar without quotes."""
    from ruamel.yaml.nodes import ScalarNode

    return yaml.constructor.construct_object(ScalarNode(yaml.resolver.resolve(ScalarNode, tekst, (True, False)), tekst))


def _bouw(knoop: Any, kaal: Callable[[str], Any], naam: str, code: str) -> Any:
    regel = knoop.start_mark.line + 1
    if knoop.id == "mapping":
        blok = Blok()
        blok.regel = regel
        for sleutelknoop, waardeknoop in knoop.value:
            sleutel, plek = str(sleutelknoop.value), sleutelknoop.start_mark.line + 1
            if sleutel in blok:
                melding = f"de sleutel {sleutel} staat er twee keer (eerder op regel {blok.regels[sleutel]})"
                raise Fout([probleem(code, bestand=naam, regel=plek, melding=melding)])
            blok[sleutel], blok.regels[sleutel] = _bouw(waardeknoop, kaal, naam, code), plek
        return blok
    if knoop.id == "sequence":
        rij = Rij(_bouw(deel, kaal, naam, code) for deel in knoop.value)
        rij.regel, rij.regels = regel, [deel.start_mark.line + 1 for deel in knoop.value]
        return rij
    return knoop.value if knoop.style else kaal(knoop.value)
