"""An explanation as text: a tree for the reader, indented, with the numbers as precise as it takes to follow them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from math import isclose

from mpp.herkomst.notatie import getal
from mpp.herkomst.uitleg import (
    Bronvermelding,
    Formuleblad,
    Herleiding,
    Instemming,
    Lezing,
    Onderdeelblad,
    Parameterblad,
    Parameterwaarde,
    Prognoseblad,
    Toekomst,
    Uitleg,
    Voorraadjaar,
)
from mpp.parameters.dagen import als_periode, dag_en_maand
from mpp.weergave.opmaak import MAANDEN, opmaak, opsomming

NIET_BEKEND = "niet bekend"
_ONVOLLEDIG = ": van de maanden voor de peildatum is geen realisatie gegeven"

_LEGENDA = {
    "min(": "min(a; b): het kleinste van beide",
    "max(": "max(a; b): het grootste van beide",
    "als(": "als(voorwaarde; a; b): a als de voorwaarde geldt, anders b",
    "verhouding(": "verhouding(a; b): a gedeeld door b, nul als b nul is",
    "begrens(": "begrens(a; b; c): a, maar niet onder b en niet boven c",
    "niet_gegeven(": "niet_gegeven(a): er is geen waarde",
    "exp(": "exp(a): e tot de macht a",
    "rij.": "rij: de wachtrij van een voorraad; ouder_dan(m): hoeveel er langer dan m maanden wachten; "
    "gekomen_tussen(van; tot): hoeveel er nog wachten van wie in die maanden kwamen; wachttijd_voorste(): hoeveel maanden de oudste wacht",
}


def als_tekst(h: Herleiding, diepte: int | None = None, breedte: int = 100) -> str:
    """The explanation as lines of at most `breedte`: the root, and what it reads `diepte` levels deep, or all of it."""
    regels = [*_kop(h, breedte), *_Boom(h, diepte, breedte).regels()]
    tekst = "\n".join(regels)
    if legenda := [uitleg for teken, uitleg in _LEGENDA.items() if teken in tekst]:
        regels += ["", *(r for uitleg in legenda for r in _breek(uitleg, breedte, "", "  "))]
    if diepte is not None and _diepte(h.uitleg) > diepte:
        regels += ["", f"Tot {diepte} diep getoond. Meer met --depth {diepte + 1}, alles tot de parameters met --full."]
    return "\n".join(regels)


def _kop(h: Herleiding, breedte: int) -> Iterator[str]:
    match h.uitleg:
        case Onderdeelblad() as o:
            waarde = NIET_BEKEND if o.waarde is None else f"{opmaak(o.waarde, o.eenheid)}{_eenheid(o.eenheid)}"
            yield from _breek(f"{o.naam}, {h.jaar}, scenario {h.scenario}: {waarde}", breedte)
            yield from _breek(f"{o.id}, {o.organisatie}{_REKENSTAP if o.niveau == 'model' else ''}; {h.editie}", breedte)
        case blad:
            yield from _breek(f"{blad.naam}", breedte)
            yield from _breek(f"{blad.id}; {h.editie}", breedte)
    yield ""


class _Boom:
    """The tree under the head: what has been written already is referred to as above, the rest as below."""

    def __init__(self, h: Herleiding, diepte: int | None, breedte: int):
        self.h, self.diepte, self.breedte = h, diepte, breedte
        self.gehad: set[tuple[str, str]] = set()

    def regels(self) -> Iterator[str]:
        """The root and everything under it."""
        yield from self._inhoud(self.h.uitleg, "", 0)

    def _inhoud(self, blad: Uitleg, inspringing: str, niveau: int) -> Iterator[str]:
        """What is said of an element or leaf, under the line that names it; then what it reads."""
        match blad:
            case Parameterblad():
                regels = _parameter(blad)
            case Prognoseblad():
                regels = _prognose(blad)
            case Onderdeelblad():
                regels = _onderdeel(blad, self.h.jaar)
        kinderen = blad.leest if isinstance(blad, Onderdeelblad) else ()
        for regel in regels:
            yield from _breek(regel, self.breedte, inspringing + ("│ " if kinderen and niveau else ""), "  ")
        for k, lezing in enumerate(kinderen):
            tak, verder = ("└─ ", "   ") if k == len(kinderen) - 1 else ("├─ ", "│  ")
            yield from _breek(self._lezing(lezing), self.breedte, inspringing + tak, "  ", inspringing + verder)
            if lezing.uitleg and self._toont(lezing.uitleg, niveau + 1):
                yield from self._inhoud(lezing.uitleg, inspringing + verder, niveau + 1)

    def _toont(self, blad: Uitleg, niveau: int) -> bool:
        """Leaves are told in full wherever they are named; an element only above the last level."""
        return self.diepte is None or niveau < self.diepte or not isinstance(blad, Onderdeelblad)

    def _lezing(self, lezing: Lezing) -> str:
        """The line of one thing that is read: under which name, what it is, its value."""
        teken = _TEKEN.get(lezing.naam)
        kop = f"{teken} {lezing.id}" if teken else f"{lezing.naam} = {lezing.id}, {lezing.hoe}"
        match lezing.uitleg:
            case Onderdeelblad() as o:
                rest = f"{_waarde_jaar(o)}. {o.naam}"
            case Parameterblad() | Prognoseblad() as blad:
                rest = f"{blad.naam} ({blad.soort})"
            case None if lezing.elders:
                waarde = f"{getal(lezing.waarde)} in het jaar, " if teken and lezing.waarde is not None else ""
                rest = f"{waarde}zie {'hierboven' if (lezing.wat, lezing.id) in self.gehad else 'verderop'}"
            case None:
                return kop
        if not lezing.elders:
            self.gehad.add((lezing.wat, lezing.id))
        return f"{kop}: {rest}"


_TEKEN = {"erbij": "+", "eraf": "−"}
_REKENSTAP = ", rekenstap van het model"


def _onderdeel(o: Onderdeelblad, jaar: int) -> Iterator[str]:
    yield o.definitie
    yield f"Jaar: {_bekend(o)}, {o.jaarrekening}{'' if o.waarde is not None else _ONVOLLEDIG}."
    yield from gerealiseerd(o, jaar)
    if o.formule:
        yield from _formule(o.formule, jaar)
    if o.voorraad:
        yield from _voorraad(o.voorraad, next((lezing.id for lezing in o.leest if lezing.naam == "begin"), ""))


def _formule(f: Formuleblad, jaar: int) -> Iterator[str]:
    yield f"Maand: {f.betekenis}"
    yield from ("  " + stap for stap in f.stappen)
    for k, regel in enumerate(f.waarin):
        yield f"  {'waarin ' if not k else '       '}{regel}"
    kop = f"  {MAANDEN[f.maand - 1]} {jaar}: "
    for k, regel in enumerate(f.ingevuld):
        yield (kop if not k else " " * len(kop)) + regel


def _voorraad(jaren: tuple[Voorraadjaar, ...], begin: str) -> Iterator[str]:
    yield "Voorraad: wat er was, met wat erbij komt, zonder wat eraf gaat."
    for j in jaren:
        vanaf = f" ({begin})" if j is jaren[0] else ""
        erbij, eraf = sum(j.erbij.values()), sum(j.eraf.values())
        sinds = "" if j.vanaf.endswith("-01-01") else f", vanaf {dag_en_maand(date.fromisoformat(j.vanaf))}"
        yield f"  {j.jaar}{sinds}: {getal(j.begin)}{vanaf} + {getal(erbij)} − {getal(eraf)} = {getal(j.eind)} op 31 december"


def _parameter(p: Parameterblad) -> Iterator[str]:
    for waarden in _zelfde_herkomst(p.waarden):
        yield "; ".join(_waarde(w, p.eenheid) for w in waarden)
        yield _herkomst(waarden[0].bronnen, waarden[0].aanname)
    yield (
        f"Eigenaar {p.eigenaar}; geleverd door {_LEVERING[p.geleverd_door]}; kwaliteit {p.kwaliteit}, impact {p.impact}; "
        + "; ".join(_akkoord(a) for a in p.akkoord)
        + "."
    )


_LEVERING = {"ketenpartner": "de ketenpartner", "apm": "APM"}


def _zelfde_herkomst(waarden: tuple[Parameterwaarde, ...]) -> Iterator[list[Parameterwaarde]]:
    """The values in runs that rest on the same sources or assumption."""
    groep: list[Parameterwaarde] = []
    for w in waarden:
        if groep and (w.bronnen, w.aanname) != (groep[0].bronnen, groep[0].aanname):
            yield groep
            groep = []
        groep.append(w)
    if groep:
        yield groep


def _waarde(w: Parameterwaarde, eenheid: str) -> str:
    periode = "" if w.periode == "vast" else f"{als_periode(w.periode)}: "
    band = f" ({getal(w.onder)} tot {getal(w.boven)})" if w.laag is not None or w.hoog is not None else ""
    anders = "" if isclose(w.gebruikt, w.waarde) else f", in dit scenario {getal(w.gebruikt)}"
    return f"{periode}{getal(w.waarde)}{_eenheid(eenheid)}{band}{anders}"


def _prognose(p: Prognoseblad) -> Iterator[str]:
    yield f"De instroom die met een kans van {getal(100 * p.kans_lager)}% niet wordt overschreden."
    for j in p.jaren:
        delen = (
            f"{t.naam} (kans {getal(100 * t.kans)}%{nu(t) if j.gekomen is not None else ''}, {getal(t.verwachting)} ± {getal(t.spreiding)}"
            f"{', komt erbovenop' if t.soort == 'additief' else ''})"
            for t in j.toekomsten
        )
        yield f"{j.jaar}: {getal(j.instroom)} personen, uit {'; '.join(delen)}"
        if j.gekomen is not None and j.aandeel_gekomen is not None:
            yield (
                f"  Waarvan {getal(j.gekomen)} voor de peildatum, {getal(100 * j.aandeel_gekomen)}% van het seizoen; de rest komt in de "
                f"maanden erna: {getal((j.instroom - j.gekomen) / (1 - j.aandeel_gekomen))} in het tempo van een heel jaar."
            )
    yield from (f"{t.naam}: {_herkomst(t.bronnen, t.aanname)}" for t in p.jaren[-1].toekomsten)


def _herkomst(bronnen: tuple[Bronvermelding, ...], aanname: str | None) -> str:
    if bronnen:
        return "Bron: " + "; ".join(f"{b.uitgever}, {b.titel}, {b.datum}" for b in bronnen) + "."
    return f"Aanname: {aanname}"


def nu(t: Toekomst) -> str:
    """The probability of a future given what came of the year."""
    return f", na wat er al kwam {getal(100 * t.kans_gegeven)}%"


def gerealiseerd(o: Onderdeelblad, jaar: int) -> Iterator[str]:
    """What is told of the months before the peildatum: realised or estimated, spread or not, and by which source."""
    if o.volgt_uit:
        yield f"Voor de peildatum: realisatie, volgt uit die van {opsomming(o.volgt_uit)}."
    for d in o.gerealiseerd:
        eerste, laatste = (MAANDEN[maand - 1] for maand in (d.maanden[0], d.maanden[-1]))
        maanden = f"{eerste} tot en met {laatste}" if len(d.maanden) > 1 else eerste
        aantal = getal(d.waarde)
        if d.gespreid:
            aantal = f"samen {getal(sum(d.per_maand))} van de {aantal} over {d.sleutel}, gespreid"
        wat = "Geraamd" if d.geraamd else "Realisatie"
        yield f"{wat} {maanden} {jaar}, {aantal} ({d.reeks}). {_herkomst(d.bronnen, d.aanname)}"


def _akkoord(a: Instemming) -> str:
    wie = f" door {a.door}, {a.datum}" if a.door else ""
    wie = f", was van {a.door}, {a.datum}" if a.staat == "vervallen" else wie
    return f"akkoord {a.organisatie} {a.staat}{wie}" + (f" ({a.reden.rstrip('.')})" if a.reden else "")


def _waarde_jaar(o: Onderdeelblad) -> str:
    wanneer = {"stand": "op 31 december", "laatste maand": "in december"}.get(o.wijze, "in het jaar")
    return f"{_bekend(o)} {wanneer}"


def _bekend(o: Onderdeelblad) -> str:
    return NIET_BEKEND if o.waarde is None else f"{getal(o.waarde)}{_eenheid(o.eenheid)}"


def _eenheid(eenheid: str) -> str:
    return "" if eenheid in ("aandeel", "factor") else f" {eenheid}"


def _diepte(blad: Uitleg) -> int:
    """How many levels of elements there are under this one."""
    if not isinstance(blad, Onderdeelblad):
        return 0
    return 1 + max((_diepte(lezing.uitleg) for lezing in blad.leest if lezing.uitleg), default=0)


def _breek(tekst: str, breedte: int, eerste: str = "", hang: str = "", volgende: str | None = None) -> list[str]:
    """`tekst` in lines that begin with `eerste`, later ones with `volgende` (the same) and `hang`."""
    kaal = tekst.lstrip(" ")
    inspringing = " " * (len(tekst) - len(kaal))
    vervolg = (eerste if volgende is None else volgende) + inspringing + hang
    return textwrap.wrap(
        kaal,
        max(breedte, len(vervolg) + 30),
        initial_indent=eerste + inspringing,
        subsequent_indent=vervolg,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [eerste.rstrip()]
