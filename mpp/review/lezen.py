"""Everything that reviewers left in documents: comments, changes that Word kept, and changes that it did not keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mpp.getal.getypt import getypt
from mpp.problemen import Fout, Probleem
from mpp.review.alineas import Gelezen, Spoor, lees_alineas, wie
from mpp.review.bestand import Document, open_document
from mpp.review.eigenaar import eigenaren
from mpp.review.gelijk import Paar, Verschil, is_zelfde, paren, verplaats, verschillen
from mpp.review.vondst import Gevolg, Soort, Vondst
from mpp.word.kaart import TEKEN, Deel
from mpp.word.ooxml import Element, q

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_ROND: Final = 60
"""So many signs around a change are shown."""
_NIEMAND: Final = "onbekend"


def lees_reviews(paden: Sequence[Path], ps: Parameterset) -> tuple[Vondst, ...]:
    """What is left in the documents, numbered in the order of the files and the text. Raises Fout with every file that cannot be read."""
    documenten: list[Document] = []
    problemen: list[Probleem] = []
    for pad in paden:
        try:
            documenten.append(open_document(pad, ps))
        except Fout as fout:
            problemen += fout.problemen
    if problemen:
        raise Fout(problemen)
    alle = (vondst for document in documenten for vondst in _in_document(document, ps))
    return tuple(replace(vondst, nummer=nummer) for nummer, vondst in enumerate(alle, start=1))


def _in_document(document: Document, ps: Parameterset) -> Iterator[Vondst]:
    kaart = document.kaart.alineas
    opmerkingen = dict(_opmerkingen(document))
    lopend = [*paren([a for a in kaart if a.soort != "noot"], lees_alineas(document.tekst))]
    noten = [a for a in kaart if a.soort == "noot"]
    lopend += [] if document.noten is None else paren(noten, _van_noten(document.noten))
    for paar in lopend:
        for vondst in _in_alinea(document.naam, paar, opmerkingen):
            yield _beoordeeld(vondst, ps)
    for auteur, datum, tekst, _ in opmerkingen.values():
        yield Vondst(0, document.naam, auteur, datum, "opmerking", None, 0, tekst=tekst, waarom="de plaats is niet te vinden")


def _van_noten(wortel: Element) -> list[Gelezen]:
    alineas = []
    for noot in wortel.iter(q("w:footnote")):
        if noot.get(q("w:type")) in (None, "normal"):
            alineas += [_zonder_spatie(gelezen) for gelezen in lees_alineas(noot)]
    return alineas


def _zonder_spatie(gelezen: Gelezen) -> Gelezen:
    """The note without the space after its mark."""
    over = len(gelezen.basis) - len(gelezen.basis.lstrip())
    gelezen.basis = gelezen.basis[over:]
    gelezen.sporen = [replace(s, begin=max(0, s.begin - over)) for s in gelezen.sporen]
    gelezen.opmerkingen = [(id, max(0, begin - over), max(0, eind - over)) for id, begin, eind in gelezen.opmerkingen]
    return gelezen


def _opmerkingen(document: Document) -> Iterator[tuple[str, tuple[str, str, str, bool]]]:
    """Every comment by its id: author, day, text, and whether it answers another."""
    if document.opmerkingen is None:
        return
    antwoorden = set()
    if document.draden is not None:
        antwoorden = {e.get(f"{_W15}paraId") for e in document.draden if e.get(f"{_W15}paraIdParent")}
    for element in document.opmerkingen.iter(q("w:comment")):
        alineas = list(element.iter(q("w:p")))
        tekst = " ".join(" ".join("".join(t.text or "" for t in alinea.iter(q("w:t"))) for alinea in alineas).split())
        maker = wie(element)
        is_antwoord = any(alinea.get(f"{_W14}paraId") in antwoorden for alinea in alineas)
        yield element.get(q("w:id")), (maker.auteur, maker.datum, tekst, is_antwoord)


def _in_alinea(naam: str, paar: Paar, opmerkingen: dict[str, tuple[str, str, str, bool]]) -> Iterator[Vondst]:
    alinea, gelezen = paar
    if gelezen is None:
        if alinea is not None:
            yield Vondst(0, naam, _NIEMAND, "", "niet bijgehouden", alinea, 0, weg=alinea.tekst, ongemerkt=True)
        return
    anders: list[Verschil] = []
    if alinea is None:
        if gelezen.basis.strip():
            yield Vondst(0, naam, _NIEMAND, "", "niet bijgehouden", None, 0, erbij=gelezen.basis, ongemerkt=True)
    elif not is_zelfde(alinea.tekst, gelezen.basis):
        anders = verschillen(alinea.tekst, gelezen.basis)
        for v in anders:
            weg = alinea.tekst[v.begin : v.eind]
            yield Vondst(0, naam, _NIEMAND, "", "niet bijgehouden", alinea, v.begin, weg, v.erbij, ongemerkt=True)
    for spoor in gelezen.sporen:
        yield Vondst(
            0, naam, spoor.wie.auteur, spoor.wie.datum, _soort(spoor), alinea, verplaats(spoor.begin, anders), spoor.weg, spoor.erbij
        )
    for vorm in gelezen.vormen:
        om = f": ‘{gelezen.basis[vorm.begin : vorm.eind]}’" if vorm.eind > vorm.begin else ""
        plek = verplaats(vorm.begin, anders)
        yield Vondst(0, naam, vorm.wie.auteur, vorm.wie.datum, vorm.soort, alinea, plek, tekst=f"{vorm.wat}{om}")
    if gelezen.alineateken is not None:
        wat = "een alinea gesplitst of toegevoegd" if gelezen.alineateken[0] == "erbij" else "een alinea samengevoegd met de volgende"
        maker = gelezen.alineateken[1]
        yield Vondst(0, naam, maker.auteur, maker.datum, "alinea", alinea, max(0, len(gelezen.basis) - 1), tekst=wat)
    for id, begin, eind in gelezen.opmerkingen:
        if id in opmerkingen:
            auteur, datum, tekst, is_antwoord = opmerkingen.pop(id)
            over = gelezen.basis[begin:eind]
            plek = verplaats(begin, anders)
            yield Vondst(0, naam, auteur, datum, "antwoord" if is_antwoord else "opmerking", alinea, plek, weg=over, tekst=tekst)


def _soort(spoor: Spoor) -> Soort:
    if spoor.wie.verplaatst:
        return "verplaatsing"
    return "vervanging" if spoor.weg and spoor.erbij else "verwijdering" if spoor.weg else "invoeging"


def _beoordeeld(vondst: Vondst, ps: Parameterset) -> Vondst:
    """The find with the words around it, whether it can be taken over and why not, and to whom it is a question."""
    alinea = vondst.alinea
    vondst = replace(vondst, zin=_zin(vondst))
    if vondst.soort in ("opmerking", "antwoord", "opmaak", "alinea", "tabel"):
        getallen = _geraakt(vondst) if vondst.soort == "opmerking" else []
        wie_antwoordt = eigenaren(getallen, ps) if getallen else ()
        return replace(vondst, gevolg="vraag" if getallen else "lezen", aan=wie_antwoordt, waarom=_ZONDER_TEKST.get(vondst.soort, ""))
    if alinea is None:
        return replace(vondst, waarom="de alinea is er in de bron niet")
    vast = _vast(vondst)
    if getallen := [deel for deel in vast if deel.is_getal and alinea.soort != "voorblad"]:
        waarom = "dit getal is berekend; het verandert alleen met de parameters"
        return replace(vondst, gevolg="vraag", waarom=waarom, aan=eigenaren(getallen, ps), raakt_getal=True)
    if vast:
        return replace(vondst, waarom=_WAAROM_VAST.get(vast[0].bron.partition(":")[0], "dit volgt uit de editie"))
    if any(True for _ in getypt(vondst.erbij)) or any(teken.isdigit() for teken in vondst.erbij):
        buren = [deel for deel in alinea.delen if deel.is_getal]
        waarom = "er is een getal getypt, en een getal in de tekst is berekend"
        return replace(vondst, gevolg="vraag", waarom=waarom, aan=eigenaren(buren, ps), raakt_getal=vondst.ongemerkt)
    if vondst.soort == "verplaatsing":
        return replace(vondst, waarom="een verplaatsing heeft twee plaatsen: verplaats de tekst zelf")
    if TEKEN in vondst.weg + vondst.erbij:
        return replace(vondst, waarom="er staat een noot of een figuur in")
    gevolg: Gevolg = "over te nemen"
    return replace(vondst, gevolg=gevolg)


_ZONDER_TEKST: Final = {
    "opmaak": "de opmaak volgt uit de stijl van het document",
    "alinea": "waar een alinea begint, staat in de bron",
    "tabel": "de vorm van een tabel staat in de bron",
}
_WAAROM_VAST: Final = {
    "nummer": "het nummer volgt uit de volgorde",
    "verwijzing": "de verwijzing volgt uit haar doel",
    "noot": "er staat een noot in",
    "figuur": "een figuur komt uit de code",
}


def _vast(vondst: Vondst) -> list[Deel]:
    """What is computed and was changed: a piece of which something went, or in which something came."""
    if vondst.alinea is None:
        return []
    begin, eind = vondst.begin, vondst.begin + len(vondst.weg)
    if begin == eind:
        return [deel for van, tot, deel in vondst.alinea.met_plaatsen() if deel.bron and van < begin < tot]
    return [deel for van, tot, deel in vondst.alinea.met_plaatsen() if deel.bron and van < eind and begin < tot]


def _geraakt(vondst: Vondst) -> list[Deel]:
    """The numbers that a comment is about."""
    return [deel for deel in _vast(vondst) if deel.is_getal] if vondst.weg and vondst.alinea and vondst.alinea.soort != "voorblad" else []


def _zin(vondst: Vondst) -> str:
    if vondst.alinea is None:
        return ""
    tekst = vondst.alinea.tekst
    begin, eind = max(0, vondst.begin - _ROND), min(len(tekst), vondst.begin + len(vondst.weg) + _ROND)
    voor, na = "…" if begin else "", "…" if eind < len(tekst) else ""
    return f"{voor}{tekst[begin:eind].replace(TEKEN, '').strip()}{na}"


def gewijzigde_getallen(vondsten: Iterable[Vondst]) -> list[Vondst]:
    """The numbers that were changed while Word did not keep track: somebody took the lock away."""
    return [vondst for vondst in vondsten if vondst.ongemerkt and vondst.raakt_getal]
