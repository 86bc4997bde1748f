"""The open data of an edition: tables, data dictionary, and the metadata a data portal reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

__all__ = ["opendata"]

MAP = "open-data"


def opendata(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """Every file of the open data of the edition `u`, by its path under the package (`open-data/…`).

    Tables as CSV (one for software, one for a Dutch spreadsheet) and JSON, the data dictionary as HTML, Turtle and JSON-LD, a Data
    Package descriptor, CSVW and DCAT-AP-NL 3.0 metadata, pages to read, and a readme. The same results give the same bytes. Raises
    Fout when the glossary cannot be read, and for a publisher that is only an example in a final edition that anyone may read.
    """
    from mpp.opendata import bladen, rdf
    from mpp.opendata.bestanden import als_json, csv_vormen, json_bytes
    from mpp.opendata.csvw import csvw
    from mpp.opendata.datapackage import datapackage
    from mpp.opendata.dcat import catalogus
    from mpp.opendata.paginas import paginas
    from mpp.opendata.publicatie import Publicatie
    from mpp.opendata.rijen import alle_rijen
    from mpp.opendata.rijen.eerder import in_het_kort
    from mpp.opendata.rijen.lijsten import alle_bronnen
    from mpp.opendata.sets import tabelset, woordenboekset
    from mpp.opendata.skos import begrippenkader
    from mpp.opendata.tabel import tabellen
    from mpp.opendata.uitgever import toets_uitgever
    from mpp.opendata.woordenboek import begrippen
    from mpp.problemen import Fout

    if status.is_uitgave and (gebreken := list(toets_uitgever())):
        raise Fout(gebreken)
    p = Publicatie.van(u, status)
    tabelrijen = alle_rijen(u, p)
    sets = []
    for naam, rijen in tabelrijen.items():
        tabel = tabellen()[naam]
        vormen = {f"{naam}.{vorm}": inhoud for vorm, inhoud in csv_vormen(tabel, rijen).items()}
        vormen[f"{naam}.json"] = als_json(tabel, rijen, p.kop(tabel.titel))
        sets.append(tabelset(naam, rijen, vormen, p))
    woorden = begrippen(tabelrijen, u.ps.wortel / "glossary.yml")
    kader = begrippenkader(woorden, p)
    woordenboek = {
        "gegevenswoordenboek.html": bladen.woordenboek(p, woorden),
        "gegevenswoordenboek.ttl": rdf.turtle(kader),
        "gegevenswoordenboek.jsonld": rdf.jsonld(kader),
    }
    sets.append(woordenboekset(woordenboek))
    metadata = catalogus(p, sets, in_het_kort(tabelrijen.get("bijstellingen", ()), u))
    bestanden = {
        **{naam: inhoud for s in sets for naam, inhoud in s.bestanden.items()},
        "datapackage.json": json_bytes(datapackage(p, alle_bronnen(u).values(), sets)),
        "csv-metadata.json": json_bytes(csvw(tabelrijen, p)),
        "dcat.ttl": rdf.turtle(metadata),
        "dcat.jsonld": rdf.jsonld(metadata),
        **paginas(p, tabelrijen),
        "LEESMIJ.md": bladen.leesmij(p, tabelrijen),
    }
    return {f"{MAP}/{naam}": inhoud for naam, inhoud in bestanden.items()}
