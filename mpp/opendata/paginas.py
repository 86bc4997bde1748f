"""The pages of the dataset: one to land on, and one for each indicator. They need no program, and no other server than of files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from mpp.lezen import lees
from mpp.opendata.bestanden import Rij
from mpp.opendata.grafiek import grafiek
from mpp.opendata.sets import CC0
from mpp.opendata.tabel import HIER, codelijsten, tabellen
from mpp.opendata.uitgever import editienaam, uitgever
from mpp.sjabloon import vul
from mpp.uitkomsten.banden import BAND
from mpp.uitkomsten.register import Indicator, indicatoren
from mpp.weergave.afronding import getoond, stap
from mpp.weergave.opmaak import opmaak

if TYPE_CHECKING:
    from mpp.opendata.publicatie import Publicatie

MAP: Final = "indicator"
_VOORAAN: Final = ("instroom.totaal", "coa.bezetting")
"""The indicators of which the first page has the charts."""
_GRENZEN: Final = ("ondergrens", "bovengrens")
_STIJL: Final = "pagina.css"


def paginas(p: Publicatie, rijen: Mapping[str, Sequence[Rij]]) -> dict[str, bytes]:
    """Every page by its name, from the rows of the tables, with the style that they share."""
    per_indicator = {str(id): list(deel) for id, deel in groupby(rijen["uitkomsten"], key=lambda rij: rij["indicator"])}
    alle = indicatoren("extern")
    eenheden = lees(HIER / "eenheden.yml")
    uit = {"index.html": _begin(p, rijen, per_indicator)}
    for id, deel in per_indicator.items():
        uit[f"{MAP}/{id}.html"] = _pagina(p, alle[id], deel, eenheden[alle[id].eenheid])
    return {**{naam: tekst.encode() for naam, tekst in uit.items()}, _STIJL: (HIER / _STIJL).read_bytes()}


def _begin(p: Publicatie, rijen: Mapping[str, Sequence[Rij]], per_indicator: Mapping[str, Sequence[Rij]]) -> str:
    alle = [indicatoren("extern")[id] for id in per_indicator]
    organisaties = groupby(sorted(alle, key=lambda i: i.organisatie), key=lambda i: i.organisatie)
    return vul(
        HIER / "index.html.j2",
        bondig=True,
        p=p,
        titel=f"Open data {p.titel}",
        terug="",
        beschrijving=_als_dataset(p),
        grafieken=[(indicatoren("extern")[id], grafiek(indicatoren("extern")[id], per_indicator[id])) for id in _VOORAAN],
        tabellen=[(tabellen()[naam], f"{len(inhoud):,}".replace(",", ".")) for naam, inhoud in rijen.items()],
        organisaties=[(naam, list(leden)) for naam, leden in organisaties],
    )


def _pagina(p: Publicatie, i: Indicator, rijen: Sequence[Rij], eenheid: str) -> str:
    alle = indicatoren("extern")
    scenarios = list(dict.fromkeys(str(rij["scenario"]) for rij in rijen))
    return vul(
        HIER / "indicator.html.j2",
        bondig=True,
        p=p,
        i=i,
        titel=f"{i.naam}: {p.titel}",
        terug="../",
        beschrijving="",
        grafiek=grafiek(i, rijen),
        koppen=[*scenarios, "ondergrens band", "bovengrens band"],
        rijen=list(_rijen(i, rijen, scenarios)),
        eenheid=eenheid,
        soort=codelijsten()["indicatorsoort"][i.soort][0],
        delen=[alle[id] for id in i.delen if id in alle],
        totalen=[t for t in alle.values() if i.id in t.delen],
        jaar=str(rijen[0]["periode"])[:4],
        uitgever=uitgever(),
        adres=uitgever().bestand(p.versie, f"{MAP}/{i.id}.html") if uitgever().basis else "",
    )


def _rijen(i: Indicator, rijen: Sequence[Rij], scenarios: Sequence[str]) -> Iterator[tuple[str, list[Markup]]]:
    """A year with the number of each scenario and the ends of the band, each under its origin."""
    for jaar in dict.fromkeys(str(rij["periode"])[:4] for rij in rijen):
        van = {str(rij["scenario"]): rij for rij in rijen if str(rij["periode"])[:4] == jaar}
        cellen = [_getal(i, van[scenario]["waarde"], "indicator", f"{jaar}|{scenario}") for scenario in scenarios]
        eerste = van[scenarios[0]]
        cellen += [_getal(i, eerste[kant], "trekkingen", f"{jaar}|{kans}") for kant, kans in zip(_GRENZEN, BAND, strict=True)]
        yield jaar, cellen


def _getal(i: Indicator, waarde: Any, soort: str, sleutel: str) -> Markup:
    op = stap(i.eenheid)
    return Markup('<data class="getal" value="{}" data-bron="{}:{}" data-sleutel="{}" data-afronding="{:g}">{}</data>').format(
        getoond(float(waarde), op), soort, i.id, sleutel, op, opmaak(float(waarde), i.eenheid)
    )


def _als_dataset(p: Publicatie) -> Markup:
    """The dataset for search engines, as schema.org has it; where nobody publishes it has no address."""
    u = uitgever()
    inhoud = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": p.titel,
        "description": f"{p.omschrijving} {p.verklaring}",
        "inLanguage": "nl",
        "version": p.versie,
        "datePublished": p.editie.vastgesteld.isoformat(),
        "dateModified": p.gewijzigd.isoformat(),
        "temporalCoverage": f"{p.editie.jaren[0]}/{p.editie.jaren[-1]}",
        "publisher": {"@type": "Organization", "name": u.naam, **({"url": u.uri} if u.basis else {})},
        **({"license": f"http://creativecommons.org/{CC0}"} if p.openbaar else {}),
        **({"url": u.bestand(p.versie, ""), "identifier": u.id("dataset", editienaam(p.versie))} if u.basis else {}),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": u.bestand(p.versie, f"{naam}.csv")}
            for naam in ("uitkomsten", "banden", "realisaties", "parameters")
        ],
    }
    return Markup(json.dumps(inhoud, ensure_ascii=False, indent=1).replace("</", "<\\/"))
