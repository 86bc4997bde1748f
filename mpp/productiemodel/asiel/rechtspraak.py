"""Rechtspraak: appeals at the courts (RvdR), for want of a timely decision too, and at the Raad van State."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.bouwstenen import Vervolg, afdoening, uitspraken
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import ALLE_MAANDEN, P, S, Som, V

deel = Deel()

deel.voorraad(
    "rvdr.bntb_voorraad",
    laag="rechtspraak",
    begin="rvdr.begin_bntb",
)
deel.voorraad(
    "rvdr.beroepen_voorraad",
    laag="rechtspraak",
    begin="rvdr.begin_beroepen",
)
deel.voorraad(
    "rvs.hoger_beroep_voorraad",
    laag="rechtspraak",
    begin="rvs.begin_hoger_beroep",
)


@deel.stroom("rvdr.bntb_instroom", naar="rvdr.bntb_voorraad")
def bntb_instroom(ingebrekestellingen: Reeks = S("ind.ingebrekestellingen"), aandeel: float = P("rvdr.aandeel_bntb", "aandeel")) -> Reeks:
    """Beroepen niet tijdig beslissen: een deel van wie de IND in gebreke stelt, gaat naar de rechter."""
    return ingebrekestellingen * aandeel


@deel.stroom("rvdr.bntb_afgedaan", van="rvdr.bntb_voorraad")
def bntb_afgedaan(
    voorraad: Reeks = V("rvdr.bntb_voorraad"),
    instroom: Reeks = S("rvdr.bntb_instroom"),
    duur: float = P("rvdr.bntb_behandelduur", "maanden"),
    capaciteit: float = P("rvdr.capaciteit", "zaken"),
    zwaarte: float = P("rvdr.bntb_zwaarte", "aandeel"),
) -> Reeks:
    """Afgedane BNTB, bij de gemiddelde behandelduur; zij gaan voor op inhoudelijke beroepen, zolang er capaciteit
    is.
    """
    return np.minimum((voorraad + instroom) / duur, capaciteit / 12 / zwaarte)


@deel.grootheid("ind.dwangsommen")
def dwangsommen(bntb: Reeks = S("rvdr.bntb_afgedaan"), bedrag: float = P("ind.dwangsom_per_bntb", "euro")) -> Reeks:
    """Dwangsommen in miljoen euro: het gemiddelde bedrag per afgedane BNTB."""
    return bntb * bedrag / 1e6


@deel.grootheid("rvdr.bntb_instroom_cumulatief")
def bntb_cumulatief(eerder: Reeks = Som("rvdr.bntb_instroom", ALLE_MAANDEN), nu: Reeks = S("rvdr.bntb_instroom")) -> Reeks:
    """BNTB sinds het begin van de prognose."""
    return eerder + nu


@deel.grootheid("ind.dwangsommen_cumulatief")
def dwangsommen_cumulatief(eerder: Reeks = Som("ind.dwangsommen", ALLE_MAANDEN), nu: Reeks = S("ind.dwangsommen")) -> Reeks:
    """Dwangsommen in miljoen euro sinds het begin van de prognose."""
    return eerder + nu


@deel.stroom("rvdr.beroepen_instroom", naar="rvdr.beroepen_voorraad")
def beroepen_instroom(
    spoor1: Reeks = S("ind.spoor1.afwijzingen"),
    spoor2: Reeks = S("ind.spoor2.afwijzingen"),
    spoor4: Reeks = S("ind.spoor4.afwijzingen"),
    kans1: float = P("rvdr.beroep_per_afwijzing_spoor1", "factor"),
    kans2: float = P("rvdr.beroep_per_afwijzing_spoor2", "factor"),
    kans4: float = P("rvdr.beroep_per_afwijzing_spoor4", "factor"),
) -> Reeks:
    """Beroepen tegen afwijzingen en Dublinbeslissingen."""
    return spoor1 * kans1 + spoor2 * kans2 + spoor4 * kans4


@deel.grootheid("rvdr.beroepen_afgedaan")
def beroepen_afgedaan(
    voorraad: Reeks = V("rvdr.beroepen_voorraad"),
    instroom: Reeks = S("rvdr.beroepen_instroom"),
    bntb: Reeks = S("rvdr.bntb_afgedaan"),
    capaciteit: float = P("rvdr.capaciteit", "zaken"),
    zwaarte: float = P("rvdr.bntb_zwaarte", "aandeel"),
    duur: float = P("rvdr.beroep_behandelduur", "maanden"),
) -> Reeks:
    """Afgedane beroepen: de capaciteit die BNTB overlaten, maar niet sneller dan de behandelduur zonder wachttijd."""
    return np.minimum(np.maximum(capaciteit / 12 - bntb * zwaarte, 0), (voorraad + instroom) / duur)


deel.met(
    uitspraken(
        "rvdr.",
        voorraad="rvdr.beroepen_voorraad",
        afgedaan="rvdr.beroepen_afgedaan",
        wat="beroepen",
        gevolg="de zaak gaat terug naar de IND",
        vervolg=Vervolg(
            "rvs.hoger_beroep_instroom", "rvs.hoger_beroep_voorraad", "rvs.hoger_beroep_per_uitspraak", "factor", "Hogere beroepen"
        ),
    )
)
deel.met(
    afdoening(
        "rvs.hoger_beroep_afgedaan",
        voorraad="rvs.hoger_beroep_voorraad",
        instroom="rvs.hoger_beroep_instroom",
        plan="rvs.capaciteit",
        eenheid="zaken",
        duur="rvs.hoger_beroep_behandelduur",
        wat="hogere beroepen",
        volgens="de capaciteit",
    )
)
deel.met(
    uitspraken(
        "rvs.",
        voorraad="rvs.hoger_beroep_voorraad",
        afgedaan="rvs.hoger_beroep_afgedaan",
        wat="hogere beroepen",
        gevolg="de zaak gaat terug naar de IND",
    )
)
