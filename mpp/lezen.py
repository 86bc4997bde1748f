"""Reading YAML so that every value still knows the line it stands on, and every number how it was written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

from mpp.problemen import Fout, probleem

#: Deeper than any file of the project by far: what nests further is no file that a person wrote.
_DIEPST: Final = 40
#: So many values a file may have, those that an alias repeats counted again.
_MEESTE: Final = 500_000

#: What libyaml finds wrong, and what its writer will have done.
_GEDACHTE: Final = {
    "found a tab": "er staat een tab; spring in met spaties",
    "mapping values are not allowed": "er staat een dubbele punt waar dat niet kan; zet tekst met een dubbele punt tussen "
    "aanhalingstekens, of de regel springt anders in dan de regel erboven",
    "block sequence entries": "er staat een streepje van een lijst waar dat niet kan; zet de lijst op een eigen regel",
    "expected ',' or '}'": "na een waarde tussen accolades ontbreekt een komma of de sluitaccolade",
    "expected ',' or ']'": "na een waarde tussen rechte haken ontbreekt een komma of de sluithaak",
    "expected key": "hier hoort een sleutel; de regel springt anders in dan de regels erboven, of er staat iets na een aanhalingsteken",
    "could not find expected ':'": "na een sleutel ontbreekt de dubbele punt",
    "start any token": "de waarde begint met een teken dat in YAML iets anders betekent; zet haar tussen aanhalingstekens",
}


class Blok(dict[str, Any]):
    """A YAML mapping; `regel` is its first line, `regels[key]` the line of a key, `teksten[key]` how a number there is written.

    Keys are strings. One that is not read from a file has no lines and no texts.
    """

    regel: int | None
    regels: dict[str, int]
    teksten: dict[str, str]

    def __init__(self, *inhoud: Any, **sleutels: Any):
        super().__init__(*inhoud, **sleutels)
        self.regel, self.regels, self.teksten = None, {}, {}


class Rij(list[Any]):
    """A YAML sequence; `regel` is its first line, `regels[i]` the line of an item, None for one that stands elsewhere.

    `teksten[i]` is how an item that is a number is written.
    """

    regel: int | None
    regels: list[int | None]
    teksten: dict[int, str]

    def __init__(self, inhoud: Iterable[Any] = ()):
        super().__init__(inhoud)
        self.regel, self.regels, self.teksten = None, [None] * len(self), {}


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


def getallen(boom: Any, pad: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Every number under `boom` that was read from a file: where it stands, and how it is written."""
    if isinstance(boom, (Blok, Rij)):
        delen: Iterable[tuple[Any, Any]] = boom.items() if isinstance(boom, Blok) else enumerate(boom)
        teksten: Mapping[Any, str] = boom.teksten
        for sleutel, deel in delen:
            if sleutel in teksten:
                yield (*pad, sleutel), teksten[sleutel]
            else:
                yield from getallen(deel, (*pad, sleutel))


def lees(pad: Path, code: str = "yaml-ongeldig", naam: str | None = None) -> Any:
    """The content of the YAML file `pad` as Blok, Rij and scalars; these are those of YAML 1.2.

    `naam` is how the file is called in messages (its own name unless given).
    Raises Fout for a file that is not there, and with problem `code` (field `melding`) for what is not YAML, a key
    given twice, a value that holds itself and nesting without end included; what is no day or no number is told of its line.
    """
    naam = naam or pad.name
    try:
        tekst = pad.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise Fout([probleem("bestand-ontbreekt", bestand=naam)]) from None
    except UnicodeDecodeError as fout:
        regel = fout.object[: fout.start].count(b"\n") + 1
        raise Fout([probleem(code, bestand=naam, regel=regel, melding="het bestand is geen leesbare tekst in UTF-8")]) from None
    return _Lezer(naam, code).lees(tekst)


class _Lezer:
    """Builds a tree from what libyaml reads, one event after another."""

    def __init__(self, naam: str, code: str):
        from ruamel.yaml import YAML

        self.naam, self.code = naam, code
        self.kaal: Callable[[str], Any] = cache(partial(_kaal, YAML(typ="safe")))
        self.ankers: dict[str, tuple[Any, str | None, int]] = {}
        self.open: set[str] = set()
        self.aantal = 0

    def lees(self, tekst: str) -> Any:
        import yaml

        self.gebeurtenissen = yaml.parse(tekst, Loader=yaml.CSafeLoader)
        try:
            next(self.gebeurtenissen)
            if isinstance(next(self.gebeurtenissen), yaml.StreamEndEvent):
                return None
            inhoud = self._waarde(next(self.gebeurtenissen), 0)[0]
            next(self.gebeurtenissen)
            if not isinstance(tweede := next(self.gebeurtenissen), yaml.StreamEndEvent):
                raise self._fout(tweede.start_mark.line + 1, "er begint een tweede document (een regel met drie streepjes)")
        except yaml.MarkedYAMLError as fout:
            raise self._ongeldig(fout) from None
        except yaml.reader.ReaderError as fout:
            regel = tekst[: fout.position].count("\n") + 1
            raise self._fout(regel, "er staat een teken dat in een tekstbestand niet hoort") from None
        return inhoud

    def _waarde(self, g: Any, diepte: int) -> tuple[Any, str | None]:
        """The value that begins with an event, and the text of one that is a number."""
        self.aantal += 1
        if diepte > _DIEPST or self.aantal > _MEESTE:
            raise self._fout(g.start_mark.line + 1, "er staan te veel lagen in elkaar, of een verwijzing herhaalt te veel")
        soort = type(g).__name__
        if soort == "AliasEvent":
            return self._verwijzing(g)
        if g.anchor:
            self.open.add(g.anchor)
        voor, tekst = self.aantal, None
        match soort:
            case "MappingStartEvent":
                uit: Any = self._blok(g, diepte)
            case "SequenceStartEvent":
                uit = self._rij(g, diepte)
            case _ if g.style:
                uit = g.value
            case _:
                uit = self._scalair(g)
                tekst = g.value if isinstance(uit, (int, float)) and not isinstance(uit, bool) else None
        if g.anchor:
            self.open.discard(g.anchor)
            self.ankers[g.anchor] = uit, tekst, self.aantal - voor
        return uit, tekst

    def _verwijzing(self, g: Any) -> tuple[Any, str | None]:
        regel = g.start_mark.line + 1
        if g.anchor in self.open:
            raise self._fout(regel, f"*{g.anchor} verwijst naar een deel waar het zelf in staat")
        if g.anchor not in self.ankers:
            raise self._fout(regel, f"*{g.anchor} verwijst naar een anker dat er niet voor staat; zet tekst tussen aanhalingstekens")
        uit, tekst, aantal = self.ankers[g.anchor]
        self.aantal += aantal
        return uit, tekst

    def _blok(self, begin: Any, diepte: int) -> Blok:
        blok, vorige = Blok(), None
        blok.regel = begin.start_mark.line + 1
        while type(k := next(self.gebeurtenissen)).__name__ != "MappingEndEvent":
            plek = k.start_mark.line + 1
            if type(k).__name__ != "ScalarEvent":
                raise self._fout(plek, "een sleutel is hier een lijst of blok; een waarde tussen accolades hoort na een sleutel")
            w = next(self.gebeurtenissen)
            if begin.flow_style and vorige is not None and _is_komma(vorige, k) and _is_leeg(w):
                gelezen = f"{vorige.value},{k.value}".removesuffix(",-")
                raise Fout([probleem("getal-met-komma", bestand=self.naam, regel=plek, waarde=gelezen, bedoeld=met_punt(gelezen))])
            if (sleutel := str(k.value)) in blok:
                raise self._fout(plek, f"de sleutel {sleutel} staat er twee keer (eerder op regel {blok.regels[sleutel]})")
            blok[sleutel], tekst = self._waarde(w, diepte + 1)
            blok.regels[sleutel] = plek
            if tekst is not None:
                blok.teksten[sleutel] = tekst
            vorige = w
        return blok

    def _rij(self, begin: Any, diepte: int) -> Rij:
        delen: list[Any] = []
        regels: list[int | None] = []
        teksten: dict[int, str] = {}
        while type(w := next(self.gebeurtenissen)).__name__ != "SequenceEndEvent":
            regels.append(w.start_mark.line + 1)
            deel, tekst = self._waarde(w, diepte + 1)
            if tekst is not None:
                teksten[len(delen)] = tekst
            delen.append(deel)
        rij = Rij(delen)
        rij.regel, rij.regels, rij.teksten = begin.start_mark.line + 1, regels, teksten
        return rij

    def _scalair(self, g: Any) -> Any:
        from ruamel.yaml.error import YAMLError

        try:
            return self.kaal(g.value)
        except YAMLError:  # a sign that means something as a key only
            return g.value
        except (ValueError, OverflowError, ArithmeticError):
            dag = re.match(r"\d{4}-\d\d?-\d\d?", g.value)
            code = "dag-bestaat-niet" if dag else "getal-onleesbaar"
            waarde = g.value if len(g.value) <= 40 else f"{g.value[:40]}…"
            raise Fout([probleem(code, bestand=self.naam, regel=g.start_mark.line + 1, waarde=waarde)]) from None

    def _fout(self, regel: int | None, melding: str) -> Fout:
        return Fout([probleem(self.code, bestand=self.naam, regel=regel, melding=melding)])

    def _ongeldig(self, fout: Any) -> Fout:
        """What libyaml says, in Dutch and on the line where it began."""
        if fout.problem == "found unexpected end of stream" and fout.context_mark:
            return self._fout(fout.context_mark.line + 1, "een aanhalingsteken dat hier begint, wordt niet gesloten")
        mark = fout.problem_mark or fout.context_mark
        gedachte = in_woorden(fout.problem)
        return self._fout(mark.line + 1 if mark else None, f"{gedachte} (vanaf teken {mark.column + 1})" if mark else gedachte)


def in_woorden(melding: str | None) -> str:
    """What a library of YAML finds wrong, as what its writer will have done."""
    return next((tekst for begin, tekst in _GEDACHTE.items() if begin in (melding or "")), "de opbouw klopt niet")


def met_punt(tekst: str) -> str:
    """A number that was written the Dutch way, as YAML has it: a point for decimals and nothing for thousands, a share for percent.

    Three digits after a comma may be decimals, or thousands as they are written in English: both are told.
    """
    kaal = tekst.strip().removesuffix("%").strip()
    if re.fullmatch(r"[1-9]\d{0,2},\d{3}", kaal):
        decimaal = kaal.replace(",", ".").rstrip("0").rstrip(".") if kaal.endswith("0") else f"{kaal.replace(',', '.')}0"
        return f"{kaal.replace(',', '')}, of {decimaal} als de komma voor decimalen staat"
    kaal = kaal.replace(".", "").replace(",", ".", 1) if "," in kaal else kaal.replace(".", "")
    return f"{float(kaal) / 100:.10g}" if tekst.rstrip().endswith("%") else kaal


def _is_komma(waarde: Any, sleutel: Any) -> bool:
    """Whether a comma parts two runs of digits, or stands before a dash: the end of a number that YAML takes for a key."""
    cijfers = re.fullmatch(r"[+-]?\d[\d.]*", getattr(waarde, "value", "")) and not waarde.style
    return bool(cijfers) and re.fullmatch(r"\d+ ?%?|-", sleutel.value) is not None


def _is_leeg(waarde: Any) -> bool:
    return getattr(waarde, "value", None) == "" and not waarde.style


def _kaal(yaml: Any, tekst: str) -> Any:
    """The value of a scalar without quotes; raises ValueError for a day that is none and for a number without end."""
    from ruamel.yaml.nodes import ScalarNode

    return yaml.constructor.construct_object(ScalarNode(yaml.resolver.resolve(ScalarNode, tekst, (True, False)), tekst))
