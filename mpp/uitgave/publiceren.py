"""From an edition to what is published of it, refused where it is not ready for that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from mpp.documenten.agenda import lees_agenda
from mpp.documenten.document import DOCUMENTEN
from mpp.opendata.dcat import TREFWOORDEN
from mpp.opendata.keuring import gebreken
from mpp.opendata.portaal.zending import Bestand, Portaal, Zending
from mpp.opendata.publicatie import Publicatie
from mpp.opendata.rdf import graaf, verwijzing, voluit
from mpp.opendata.sets import CC_BY
from mpp.opendata.uitgever import editienaam, toets_uitgever, uitgever
from mpp.problemen import Fout, probleem
from mpp.uitgave.pakket import inhoud_van
from mpp.uitgave.voortgang import Voortgang

if TYPE_CHECKING:
    from mpp.opendata.portaal.zending import Plan
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

_DATA: Final = "open-data/"
_PUBLICATIES: Final = {
    "pdf": ("PDF", "application/pdf"),
    "html": ("HTML", "text/html"),
    "xlsx": ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": ("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}
_ENKEL: Final = {"issued": "dct:issued", "modified": "dct:modified", "version_notes": "adms:versionNotes", "theme": "dcat:theme"}
_LIJST: Final = frozenset({"theme", "language", "conforms_to"})
"""What the DCAT extension of a portal reads as a list."""
_ADRESSEN: Final = {
    "language": "dct:language",
    "frequency": "dct:accrualPeriodicity",
    "access_rights": "dct:accessRights",
    "spatial_uri": "dct:spatial",
    "conforms_to": "dct:conformsTo",
    "publisher_uri": "dct:publisher",
    "in_series": "dcat:inSeries",
}
"""What an extension of a portal reads under which name, and where the metadata have it."""


def eis_uitgever() -> None:
    """Raises Fout where nobody publishes the data, and for each field of the publisher that is only an example."""
    problemen = list(toets_uitgever())
    if not problemen and not uitgever().basis:
        problemen = [probleem("publicatie-geen-uitgever")]
    if problemen:
        raise Fout(problemen)


def maak_zending(u: Uitkomsten, status: Status, voortgang: Voortgang | None = None) -> Zending:
    """What is published of the edition: the documents that the agenda lists, and the open data.

    Raises Fout for an edition that is not public or not final, as `eis_uitgever` does, and for metadata that do not say what there is.
    """
    eis_uitgever()
    alles = inhoud_van("openbaar", u, status, voortgang, bewaard=True)
    return zending_van(alles, u, status, lees_agenda(u.ps.wortel).openbaar)


def zending_van(alles: Mapping[str, bytes], u: Uitkomsten, status: Status, documenten: Iterable[str]) -> Zending:
    """The same of files that were made, with these documents. Raises Fout for metadata that do not say what there is."""
    g = graaf()
    g.parse(data=alles[f"{_DATA}dcat.ttl"], format="turtle")
    data = {pad.removeprefix(_DATA): inhoud for pad, inhoud in alles.items() if pad.startswith(_DATA)}
    if fout := list(gebreken(g, data)):
        raise Fout(probleem("publicatie-metadata", gebrek=gebrek) for gebrek in fout)
    p = Publicatie.van(u, status)
    bestanden = (*_publicaties(alles, u, documenten), *_van_data(data, g))
    return Zending(p.versie, dict(_gegevens(p, g)), TREFWOORDEN, bestanden, alles)


def publiceerbaar(zending: Zending, portaal: Portaal, *, vervang: bool) -> Plan:
    """What the portal would do. Raises Fout where an edition stands there with other content, unless it may be replaced."""
    plan = portaal.plan(zending)
    if plan.actie == "vervangt" and not vervang:
        gegevens: dict[str, Any] = {"naam": editienaam(zending.versie), "waar": portaal.waar, "verschil": plan.verschil}
        raise Fout([probleem("publicatie-anders", **gegevens)])
    return plan


def _gegevens(p: Publicatie, g: Any) -> Iterator[tuple[str, str]]:
    """What a portal tells of the edition: its own fields, and addresses of the controlled lists as they are."""
    u = uitgever()
    dataset = verwijzing(u.id("dataset", editienaam(p.versie)))
    yield from (("title", p.titel), ("notes", f"{p.omschrijving} {p.verklaring}"), ("version", p.versie))
    yield from (("url", u.bestand(p.versie, "")), ("identifier", str(dataset)), ("uri", str(dataset)))
    yield from (("author", u.naam), ("maintainer", u.contact.naam), ("maintainer_email", u.contact.email))
    yield from (("publisher_name", u.naam), ("contact_uri", u.contact.url))
    yield "license", _waarden(g, None, "dct:license")[0]
    for naam, term in {**_ENKEL, **_ADRESSEN}.items():
        if waarden := _waarden(g, dataset, term):
            yield naam, f"[{', '.join(f'{chr(34)}{w}{chr(34)}' for w in waarden)}]" if naam in _LIJST else waarden[0]


def _waarden(g: Any, onderwerp: Any, term: str) -> list[str]:
    return sorted({str(waarde) for waarde in g.objects(onderwerp, voluit(term))}, reverse=term == "dct:license")


def _van_data(data: Mapping[str, bytes], g: Any) -> Iterator[Bestand]:
    """The distributions of the dataset, as the metadata tell of them, and the metadata themselves."""
    for distributie, adres in sorted(g.subject_objects(voluit("dcat:downloadURL")), key=str):
        naam = str(adres).rpartition("/")[2]
        wat = (_tekst(g, distributie, term) for term in ("dct:title", "dct:description", "dct:format", "dcat:mediaType", "dct:license"))
        titel, omschrijving, formaat, mediatype, licentie = wat
        soort = mediatype.partition("media-types/")[2]
        yield Bestand(f"{_DATA}{naam}", data[naam], titel, omschrijving, formaat.rpartition("/")[2], soort, licentie)


def _tekst(g: Any, onderwerp: Any, term: str) -> str:
    return str(g.value(onderwerp, voluit(term)))


def _publicaties(alles: Mapping[str, bytes], u: Uitkomsten, documenten: Iterable[str]) -> Iterator[Bestand]:
    """The documents that are one file each, in the order of the agenda."""
    for naam in documenten:
        document = DOCUMENTEN[naam]
        for soort, (formaat, mediatype) in _PUBLICATIES.items():
            pad = f"{document.bestandsstam}.{soort}"
            if pad in alles:
                titel = f"{document.titel} ({formaat})"
                wat = f"{document.titel} van {u.editie.titel}."
                yield Bestand(pad, alles[pad], titel, wat, formaat, mediatype, f"http://creativecommons.org/{CC_BY}")
