"""The Word document of the book, made again from the pages that stand beside it: the same text, numbers, origins and charts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from mpp.controle.pakket import gegevens
from mpp.controle.pakket.tekens import getallen
from mpp.controle.pakket.verslag import Verslag
from mpp.inpakken import ONLEESBAAR
from mpp.problemen.waarom import Onbruikbaar, waarom_niet
from mpp.render.bronregels import Herkomst, tekstblokken
from mpp.render.nabewerking import ontleed
from mpp.word.kaart import GeenKaart, Kaart
from mpp.word.onderdelen import KAART
from mpp.word.schrijven import docx

if TYPE_CHECKING:
    from mpp.render.boek import Boek
    from mpp.render.omslag import Omslag
    from mpp.word.schrijven import Voorblad


def toets(gevonden: bytes, boek: Boek, omslag: Omslag, voorblad: Voorblad, regels: Mapping[str, int], verslag: Verslag) -> None:
    """Account for all that the document shows and holds, by the pages of `boek`.

    Where its paragraphs come from only its own map tells: each line must be one of the sources, of which `regels` counts the lines.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(gevonden)) as zip_:
            hier = {naam: zip_.read(naam) for naam in zip_.namelist()}
        kaart = Kaart.lees(hier[KAART])
        verwacht = docx(_met_herkomst(boek, kaart), omslag, voorblad)
    except (*ONLEESBAAR, KeyError, GeenKaart) as fout:
        verslag.fout("pakket-bestand", pad=verslag.bestand, wat=f"is niet zoals de code het maakt ({waarom_niet(fout)})")
        return
    if gevonden == verwacht:
        verslag.goed(sum(1 for alinea in kaart.alineas for _ in getallen(alinea.tekst)))
    else:
        _verschil(hier, verwacht, verslag)
    buiten = {f"{v.bestand}:{v.regel}" for a in kaart.alineas for v in a.herkomst if not 0 < v.regel <= regels.get(v.bestand, 0)}
    for plek in sorted(buiten):
        verslag.fout("pakket-bestand", 0, pad=f"de plaats {plek} in {verslag.bestand}", wat="is er niet")


def _verschil(hier: Mapping[str, bytes], verwacht: bytes, verslag: Verslag) -> None:
    """What differs, part by part."""
    voor = len(verslag.problemen)
    with zipfile.ZipFile(io.BytesIO(verwacht)) as zip_:
        daar = {naam: zip_.read(naam) for naam in zip_.namelist()}
    for naam in sorted(hier.keys() ^ daar.keys()):
        verslag.fout("pakket-bestand", pad=f"{naam} in {verslag.bestand}", wat="ontbreekt" if naam in daar else "hoort er niet in")
    for naam in (naam for naam in daar if naam in hier and hier[naam] != daar[naam]):
        if naam.endswith(".xml"):
            gegevens.vergelijk(f"{naam}.csv", _op_regels(hier[naam]), _op_regels(daar[naam]), verslag)
        else:
            verslag.fout("pakket-bestand", pad=f"{naam} in {verslag.bestand}", wat="is een ander bestand dan de code maakt")
    if len(verslag.problemen) == voor:
        verslag.fout("pakket-bestand", pad=verslag.bestand, wat="is anders ingepakt dan mpp het doet")


def _op_regels(xml: bytes) -> bytes:
    return xml.replace(b"<", b"\n<")


def _met_herkomst(boek: Boek, kaart: Kaart) -> Boek:
    """The book with the lines that the map tells. Raises ValueError when it has more or fewer texts than the map."""
    herkomst = _herkomst(kaart)
    hoofdstukken = []
    for hoofdstuk in boek.hoofdstukken:
        aantal = sum(1 for _ in tekstblokken(ontleed(hoofdstuk.gemaakt.html)))
        eigen = tuple(islice(herkomst, aantal))
        if len(eigen) != aantal:
            raise Onbruikbaar("een tekst op de pagina's staat er niet in")
        hoofdstukken.append(replace(hoofdstuk, gemaakt=replace(hoofdstuk.gemaakt, herkomst=eigen)))
    if next(herkomst, None) is not None:
        raise Onbruikbaar("er staat een tekst in die niet op de pagina's staat")
    return replace(boek, hoofdstukken=tuple(hoofdstukken))


def _herkomst(kaart: Kaart) -> Iterator[Herkomst]:
    return (a.herkomst for a in kaart.alineas if a.soort not in ("voorblad", "figuur") and a.tekst.strip())
