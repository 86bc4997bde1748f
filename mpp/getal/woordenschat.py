"""What a text may call: every number, word and table by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from inspect import signature
from typing import Any, Final

from mpp.getal import (
    akkoorden,
    begrippentabellen,
    bijstellingen,
    cijfers,
    correcties,
    eerder,
    feiten,
    getal,
    gevoeligheid,
    gevonden,
    gewijzigd,
    kennis,
    prognosetabellen,
    protocol,
    risicos,
    scenarios,
    scenariotabel,
    tabel,
    tabellen,
    telwoorden,
    terugblik,
    verwijzing,
    voorbehoud,
    woorden,
)
from mpp.uitkomsten import Uitkomsten, wijzigingen
from mpp.weergave import opmaak

WOORDEN: Final[Mapping[str, Callable[..., Any]]] = {
    woord.__name__: woord
    for woord in (
        # numbers and names
        *(cijfers.n, cijfers.p, cijfers.naar_jaar, cijfers.r, cijfers.g, cijfers.kans, scenarios.in_scenarios, protocol.drempel_monitor),
        *(cijfers.editie, cijfers.editie_voluit, cijfers.verklaring, cijfers.vorige_editie, cijfers.jaar, cijfers.aantal_jaren),
        *(cijfers.peildatum, cijfers.vastgesteld, cijfers.standdatum, cijfers.rekenbegin, cijfers.vanaf_begin),
        *(opmaak.datum, opmaak.opmaak, telwoorden.een_op, telwoorden.telwoord, telwoorden.van_de, verwijzing.bron),
        *(gevonden.laatst, gevonden.laatste_jaar, gevonden.wanneer, gevonden.bron_van),
        voorbehoud.zonder,
        # what is said of them
        *(woorden.aandeel, woorden.groei, woorden.hoger_lager, woorden.hoger_lager_dan, woorden.keer, woorden.ligging),
        *(woorden.meer_minder, woorden.met_teken, woorden.ongeveer, woorden.stijging_daling, woorden.stijgt_daalt),
        *(woorden.verandering, woorden.verschil),
        *(scenarios.aantal_omgekeerd, scenarios.uitleg_volgorde, akkoorden.met_akkoord, akkoorden.waarom_route, kennis.met_latere_kennis),
        # what holds in this edition alone
        feiten.feit,
        # versions and earlier editions
        *(correcties.versie, correcties.correcties),
        *(eerder.eerder, eerder.eerdere_editie, bijstellingen.vorig, bijstellingen.p_vorig, bijstellingen.gepubliceerd_vorig),
        *(bijstellingen.bijstelling, bijstellingen.relatief, bijstellingen.effect, bijstellingen.uit_realisatie),
        bijstellingen.herrekening,
        *(bijstellingen.al_dan_niet, bijstellingen.niet_significant, bijstellingen.drempel, bijstellingen.aantal_bekeken),
        # looks back and uncertainty
        *(terugblik.terug, terugblik.teruggezien, terugblik.toetsjaar, terugblik.grens, terugblik.dichtbij, terugblik.welke_dichtbij),
        *(wijzigingen.Wijziging, gevoeligheid.omvang, gevoeligheid.gevolgen, gevoeligheid.aantal_trekkingen, gevoeligheid.kans_in_band),
        *(gevoeligheid.kans_in_marge, gevoeligheid.blijvend_deel),
        *(gevoeligheid.smalste_band, gevoeligheid.breedste_band),
        # tables
        *(scenariotabel.tabel_scenarios, risicos.tabel_risicos),
        *(tabellen.tabel_indicatoren, tabellen.tabel_gepubliceerd, tabellen.tabel_parameters),
        *(tabellen.tabel_bronnen, akkoorden.tabel_akkoorden, kennis.tabel_kennis, kennis.tabel_latere_kennis),
        *(begrippentabellen.tabel_afkortingen, begrippentabellen.tabel_begrippen),
        *(prognosetabellen.tabel_toekomstscenarios, prognosetabellen.tabel_kansen, scenarios.tabel_omgekeerd, eerder.tabel_eerder),
        *(bijstellingen.tabel_significant, bijstellingen.tabel_oorzaken, gewijzigd.tabel_gewijzigd),
        *(gevoeligheid.tabel_gevoeligheid, gevoeligheid.tabel_aandelen),
        *(
            terugblik.tabel_scorebord,
            terugblik.score_van,
            terugblik.kans_in_scorebord,
            terugblik.tabel_terugblik,
            terugblik.tabel_redenen,
            terugblik.tabel_later_bekend,
            terugblik.tabel_niet_vergeleken,
        ),
        # what a chapter makes itself
        *(getal.Getal, getal.Naam, getal.Woord, getal.Zinsdeel, tabel.Tabel),
    )
}


def gebonden(naam: str, uitkomsten: Callable[[], Uitkomsten]) -> Callable[..., Any]:
    """The word `naam` bound to the results, which are asked for when it speaks of them; a fact gets the other words with it."""
    vraagt = signature(WOORDEN[naam]).parameters
    mee: dict[str, Any] = {"u": uitkomsten()} if "u" in vraagt else {}
    if "hoofdstukwoorden" in vraagt:
        mee["hoofdstukwoorden"] = {ander: gebonden(ander, uitkomsten) for ander in WOORDEN if ander != naam}
    return partial(WOORDEN[naam], **mee) if mee else WOORDEN[naam]
