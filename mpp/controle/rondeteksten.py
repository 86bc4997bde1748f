"""What a text of a round may not say of itself: the year, the round or the kind of edition that it should follow."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from mpp.bronbestanden import opmaakmappen
from mpp.documenten.oplegnota import OVERWEGING
from mpp.documenten.opmaak import GETALLEN, TEKSTEN
from mpp.getal.feiten import UITDRUKKING
from mpp.lezen import Blok, lees, regel_van
from mpp.parameters import Parameterset
from mpp.problemen import Fout, Probleem, probleem
from mpp.render.feitteksten import GEVRAAGD
from mpp.render.project import BESTAND as BOEK
from mpp.render.project import VARIABELEN, lees_project
from mpp.render.qmd import Qmd, Regel, lees_qmd
from mpp.ronde.feiten import BESTAND as FEITEN
from mpp.ronde.feiten import lees_feiten
from mpp.ronde.teksten import later_bekend
from mpp.taal.tijd import dag_van_een_ronde, deel_van_een_ronde, jaren
from mpp.varianten import MAP as VARIANTEN
from mpp.varianten import lees_variant, namen

_PROZA: Final = (BOEK, VARIABELEN, "glossary.yml")
_VARIANTEN: Final = f"{VARIANTEN}/document"
"""The layout and the standing texts of the documents of the variants."""
_SOORT: Final = re.compile(r"\b(?:openbare )?reconstructie\w*", re.IGNORECASE)
"""What only an edition that is a reconstruction may say of itself."""
_IN_HOOFDSTUK: Final = re.compile(r"`\{python\}[^`]*`|\{[^{}]*\}|\]\([^)]*\)|@[\w-]+|https?://\S+")
_IN_YAML: Final = re.compile(r"https?://[^\s\"]+|(?:^|\s)#.*$")
"""What in a line is no text that a reader gets."""
_VANUIT_NU: Final = re.compile(
    r"\b(?:(?:in|van|voor) het (?:eerste|laatste) jaar(?! van)|(?:dit|vorig|volgend) (?:half)?jaar"
    r"|(?:deze|vorige|volgende) (?:ronde|editie)|(?:is|zijn) nu|op dit moment)\b",
    re.IGNORECASE,
)
"""What names a time as seen from the round in which it is written."""
_UITLEG: Final = ("aanname", "toelichting", "klopt")
_BLIKKEN: Final = re.compile(r"^(?:toetsjaar|terug\w*|dichtbij|welke_dichtbij|tabel_(?:terugblik|redenen|later_bekend|niet_vergeleken))$")
"""The words of a chapter that name a look back by its id, which is a year."""
_EDITIES: Final = ("eerder", "eerdere_editie")
"""Those that name an earlier edition by its id: which one that is, is a matter of the round."""


def toets_teksten_van_ronde(ps: Parameterset) -> Iterator[Probleem]:
    """What a text may not say of itself, as it would stop being true with the edition, and every fact that no text asks for.

    That is a year where only history stands typed, a round that is named by its id, and what kind of edition this is.

    History is what lies before the last realised year; a fact of `feiten.yml` and a variant of this edition say what they want.
    """
    wortel, vanaf = ps.wortel, ps.editie.jaren[0] - 1
    gevraagd: set[str] = set()
    for qmd in _hoofdstukken(wortel):
        gevraagd |= {id for deel in qmd.delen for regel in getattr(deel, "regels", ()) for id in GEVRAAGD.findall(regel.tekst)}
        yield from _in_hoofdstuk(qmd, vanaf)
    mappen = opmaakmappen(wortel)
    opmaak = (pad.relative_to(wortel).as_posix() for map_ in (*mappen, _VARIANTEN) for pad in sorted((wortel / map_).glob("*.j2")))
    for bestand in (*_PROZA, *(f"{map_}/{TEKSTEN}" for map_ in (*mappen, _VARIANTEN)), *opmaak):
        yield from _in_regels(wortel / bestand, bestand, vanaf)
    yield from _in_labels(ps, vanaf)
    yield from _in_uitleg(ps)
    for bestand in (f"{map_}/{GETALLEN}" for map_ in mappen):
        boom = _blok(lees(wortel / bestand, naam=bestand) if (wortel / bestand).is_file() else None)
        gevraagd |= {str(spec["feit"]) for spec in boom.values() if isinstance(spec, Blok) and "feit" in spec}
        yield from _in_getallen(boom, bestand, vanaf)
    for variant in (lees_variant(naam, wortel) for naam in namen(wortel)):
        if variant.kop.editie is None:
            yield from _in_regels(wortel / variant.pad, variant.pad.as_posix(), vanaf)
        else:
            yield from _in_getallen(_blok(variant.boom.get("getallen")), variant.pad.as_posix(), vanaf)
    for feit in lees_feiten(wortel).values():
        if feit.id not in gevraagd and not feit.id.startswith(OVERWEGING):
            yield probleem("feit-ongebruikt", bestand=FEITEN, regel=feit.regel, id=feit.id)
        if feit.editie == ps.editie.id and feit.gelezen and feit.gelezen < ps.editie.peildatum:
            gegevens = {"id": feit.id, "dag": feit.gelezen, "peildatum": ps.editie.peildatum}
            yield probleem("feit-te-vroeg-gelezen", bestand=FEITEN, regel=feit.regel, **gegevens)
    for feit, dag in later_bekend(ps):
        if feit.sinds and not feit.later:
            gegevens = {"id": feit.id, "dag": dag, "vastgesteld": ps.editie.vastgesteld}
            yield probleem("feit-later", bestand=FEITEN, regel=feit.regel, **gegevens)


def _hoofdstukken(wortel: Path) -> Iterator[Qmd]:
    """The chapters that can be read; making the book tells what is wrong with the others, and that there is none."""
    for pad in lees_project(wortel).bestanden if (wortel / BOEK).is_file() else ():
        with suppress(Fout):
            yield lees_qmd(wortel, pad)


def _in_hoofdstuk(qmd: Qmd, vanaf: int) -> Iterator[Probleem]:
    for regel in qmd.tekstregels():
        yield from _in_proza(regel, _IN_HOOFDSTUK, vanaf)
        for m in UITDRUKKING.finditer(regel.tekst):
            yield from _in_code(m[1], (regel,), vanaf)
    for cel in qmd.cellen():
        yield from _in_code(cel.broncode, cel.code, vanaf)


def _in_regels(pad: Path, bestand: str, vanaf: int) -> Iterator[Probleem]:
    for nummer, tekst in enumerate(pad.read_text(encoding="utf-8").splitlines() if pad.is_file() else (), start=1):
        yield from _in_proza(Regel(tekst, bestand, nummer), _IN_YAML, vanaf)


def _blok(boom: object) -> Blok:
    return boom if isinstance(boom, Blok) else Blok()


def _in_getallen(boom: Blok, bestand: str, vanaf: int) -> Iterator[Probleem]:
    for naam, spec in boom.items():
        for sleutel in ("moment", "periode"):
            if isinstance(spec, Blok) and (tijd := _niet_voorbij(str(spec.get(sleutel, "")), vanaf)):
                yield probleem("ronde-jaar-getypt", bestand=bestand, regel=boom.regels[naam], tijd=tijd, relatief="jaar: 0 of jaar: 1")


def _in_proza(regel: Regel, weg: re.Pattern[str], vanaf: int) -> Iterator[Probleem]:
    tekst = weg.sub(lambda m: " " * len(m[0]), regel.tekst)
    if tijd := _niet_voorbij(tekst, vanaf):
        yield regel.probleem("ronde-jaar-getypt", tijd=tijd, relatief="jaar(0), jaar(1), editie() of vorige_editie()")
    elif tijd := dag_van_een_ronde(tekst) or deel_van_een_ronde(regel.tekst):
        yield regel.probleem("ronde-jaar-getypt", tijd=tijd, relatief="peildatum(), standdatum() of vanaf_begin()")
    if soort := _SOORT.search(tekst):
        yield regel.probleem("ronde-soort-getypt", woord=soort[0])


def _in_code(code: str, regels: tuple[Regel, ...], vanaf: int) -> Iterator[Probleem]:
    """Years in the literals of code, but for what names a source, a fact or a look back; and what names an earlier edition."""
    try:
        boom = ast.parse(code.strip())
    except SyntaxError:
        return  # running it tells
    aanroepen = (knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.Call) and knoop.args)
    eerste = [(a.func.id, a.args[0]) for a in aanroepen if isinstance(a.func, ast.Name)]
    vast = {id(arg) for woord, arg in eerste if woord in ("bron", "feit") or _BLIKKEN.match(woord)}
    edities = {id(arg) for woord, arg in eerste if woord in _EDITIES}
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, (str, int)) and id(knoop) not in vast:
            regel = regels[min(knoop.lineno, len(regels)) - 1]
            if soort := _SOORT.search(str(knoop.value)):
                yield regel.probleem("ronde-soort-getypt", woord=soort[0])
            if tijd := _niet_voorbij(str(knoop.value), 0 if id(knoop) in edities else vanaf):
                yield regel.probleem("ronde-jaar-getypt", tijd=tijd, relatief="V, J[0] en verder, laatst of vorige_editie")


def _in_labels(ps: Parameterset, vanaf: int) -> Iterator[Probleem]:
    """Names of parameters, which stay from round to round: a day or a year in them is written out of the edition."""
    for i, p in enumerate(ps.bestand.parameters):
        if tijd := _niet_voorbij(p.label, vanaf) or dag_van_een_ronde(p.label):
            regel, relatief = regel_van(ps.boom, ("parameters", i, "label")), "{peildatum} of {jaar_ervoor}"
            yield probleem("ronde-jaar-getypt", bestand=ps.naam, regel=regel, tijd=tijd, relatief=relatief)


def _in_uitleg(ps: Parameterset) -> Iterator[Probleem]:
    """What is said of values that a next round may keep: a time that is named from this round would be another one then."""
    for i, p in enumerate(ps.bestand.parameters):
        if p.per_ronde or p.peildatum == ps.editie.begin:
            continue  # that is asked for anew, with what is said of it
        plaatsen = [((), p), *((("waarden", periode), waarde) for periode, waarde in p.waarden.items())]
        for pad, deel in plaatsen:
            for veld in _UITLEG:
                if tijd := _VANUIT_NU.search(getattr(deel, veld, None) or ""):
                    regel = regel_van(ps.boom, ("parameters", i, *pad, veld))
                    yield probleem("ronde-tijd-relatief", bestand=ps.naam, regel=regel, id=p.id, tijd=tijd[0])


def _niet_voorbij(tekst: str, vanaf: int) -> str:
    """The first year in a text from `vanaf` on, as it stands there; empty when there is none."""
    return next((genoemd for genoemd, jaar in jaren(tekst) if jaar >= vanaf), "")
