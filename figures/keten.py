"""The asylum chain as a picture: a card per partner with its stock, arrows with the year's flows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures.stijl.kleuren import (
    BLAUW,
    BLAUWTINT,
    BRUIN,
    BRUINTINT,
    INKT,
    LILA,
    OKER,
    OKERTINT,
    PROCEDURE,
    STIL,
    VERGUNNINGHOUDERS,
    VERTREK,
)
from figures.stijl.labels import cijfer
from figures.stijl.schema import RASTER, Tekening, tekening
from figures.stijl.vel import HEEL, MM, Vel

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "De asielketen in één jaar"
ONDERTITEL = "Scenario medio, {eerste}: stroom in het jaar, stand op 31 december. Hoe dikker de pijl, hoe groter de stroom"
BRON = "MPP-productiemodel"
HOOGTE = 164.0

STROMEN = {
    "totale asielinstroom": "instroom.totaal",
    "eerste aanvragen": "instroom.eerste_aanvragen",
    "nareis": "instroom.nareis",
    "herhaalde aanvragen": "instroom.herhaald",
    "hervestiging, relocatie": "instroom.hervestiging_relocatie",
    "beslissingen spoor 4": "ind.spoor4.beslissingen",
    "waarvan inwilliging": "ind.spoor4.inwilligingen",
    "aanvragen nareis": "ind.nareis.aanvragen",
    "beroepen": "rvdr.beroepen_instroom",
    "naar de DT&V": "dtv.instroom_ind",
    "dossiers afgesloten": "dtv.uitstroom",
    "nieuwe pupillen bij Nidos": "nidos.instroom",
    "naar de opvang": "coa.instroom",
    "gehuisvest, ook rechtstreeks": "gemeenten.gehuisvest",
}
STANDEN = {
    "openstaande asielaanvragen bij de IND": "ind.asiel.voorraad",
    "openstaande aanvragen nareis": "ind.nareis.voorraad",
    "openstaande beroepen": "rvdr.beroepen_voorraad",
    "openstaande zaken in hoger beroep bij de RvS": "rvs.hoger_beroep_voorraad",
    "caseload DT&V": "dtv.caseload",
    "bezetting COA": "coa.bezetting",
    "in procedure": "coa.bezetting_procedure",
    "vertrek uit de opvang": "coa.bezetting_vertrek",
    "vergunninghouders in de opvang": "coa.bezetting_vergunninghouders",
    "benodigde plekken": "coa.capaciteit",
    "achterstand huisvesting": "gemeenten.achterstand",
    "pupillen Nidos": "nidos.pupillen",
}
_SPOREN = ("ind.spoor1.instroom", "ind.spoor2.instroom", "ind.spoor4.instroom")


class _Jaar:
    """The values of the first year in medio, as numbers and as text."""

    def __init__(self, u: Uitkomsten):
        self.u, self.jaar = u, u.jaren[0]

    def __call__(self, *indicatoren: str) -> float:
        return sum(self.u.waarde(i, self.jaar, "medio") for i in indicatoren)

    def tekst(self, *indicatoren: str) -> str:
        return cijfer(self(*indicatoren))


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The picture, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=HOOGTE * breedte / MM / RASTER, kop=kop)
    t, w = tekening(vel, HOOGTE), _Jaar(u)
    _pijlen(t, w)
    _instroom(t, w)
    _ind(t, w)
    _beroep_en_vertrek(t, w)
    _opvang(t, w)
    return vel.figuur


BOVEN, MIDDEN, ONDER = 164.0, 90.0, 46.0
"""The upper edges of the three lanes."""


def _pijlen(t: Tekening, w: _Jaar) -> None:
    t.pijl([(54, 139), (71, 139)], w(*_SPOREN), BLAUWTINT)
    t.stroom(62, 146, w.tekst(*_SPOREN), "", ha="center")
    t.schrijf(62, 130.2, "zaken", punt=7.8, kleur=STIL, ha="center")
    t.schrijf(62, 126.8, "naar de IND", punt=7.8, kleur=STIL, ha="center")
    t.pijl([(84, 111), (84, 91)], w("ind.nareis.aanvragen"), OKERTINT)
    t.stroom(88.5, 102, w.tekst("ind.nareis.aanvragen"), "aanvragen")
    t.pijl([(72, 76), (47, 76), (47, 110)], w("instroom.nareis"), OKERTINT)
    t.stroom(50.6, 88, w.tekst("instroom.nareis"), "reizen in")
    t.pijl([(34, 111), (34, 47)], w("coa.instroom"), BLAUWTINT)
    t.stroom(42.5, 58.5, w.tekst("coa.instroom"), "naar de opvang")
    t.pijl([(12, 111), (12, 91)], w("nidos.instroom"), BLAUWTINT)
    t.stroom(14.8, 102, w.tekst("nidos.instroom"), "nieuwe")
    t.schrijf(14.8, 94.8, "pupillen", punt=7.8, kleur=STIL)
    t.pijl([(112, 148), (135, 148)], w("rvdr.beroepen_instroom"), BRUINTINT)
    t.stroom(123, 150.8, w.tekst("rvdr.beroepen_instroom"), "", ha="center")
    t.schrijf(123, 143.4, "in beroep", punt=7.8, kleur=STIL, ha="center")
    t.pijl([(112, 121), (123, 121), (123, 84), (135, 84)], w("dtv.instroom_ind"), BRUINTINT)
    t.stroom(125.4, 112, w.tekst("dtv.instroom_ind"), "dossiers")
    t.pijl([(112, 28), (135, 28)], w("gemeenten.gehuisvest"), OKERTINT)
    t.stroom(122.5, 33, w.tekst("gemeenten.gehuisvest"), "", ha="center")
    t.schrijf(124, 21.4, "gehuisvest, ook", punt=7.8, kleur=STIL, ha="center")
    t.schrijf(124, 18.0, "rechtstreeks", punt=7.8, kleur=STIL, ha="center")


def _instroom(t: Tekening, w: _Jaar) -> None:
    t.kaart(0, BOVEN - 53, 54, 53, INKT)
    t.voorraad(4.5, BOVEN, "Instroom", f"mensen in {w.jaar}", w.tekst("instroom.totaal"), groot=21)
    for k, naam in enumerate(("eerste aanvragen", "nareis", "herhaalde aanvragen", "hervestiging, relocatie")):
        t.rij(4.5, BOVEN - 28.0 - k * 6.4, 45.5, naam, w.tekst(STROMEN[naam]))
    t.kaart(0, MIDDEN - 24, 27, 24, BLAUW)
    t.voorraad(4.0, MIDDEN, "Nidos", "pupillen", w.tekst("nidos.pupillen"), groot=14)


def _ind(t: Tekening, w: _Jaar) -> None:
    t.kaart(72, BOVEN - 53, 40, 53, PROCEDURE)
    t.voorraad(76.5, BOVEN, "IND", "openstaande aanvragen", w.tekst("ind.asiel.voorraad"), groot=21)
    t.rij(76.5, BOVEN - 25.4, 31.5, "beslist (spoor 4)", w.tekst("ind.spoor4.beslissingen"))
    delen = (
        ("inwilliging", "ind.spoor4.inwilligingen", OKER),
        ("afwijzing", "ind.spoor4.afwijzingen", BRUIN),
        ("overig", "ind.spoor4.overig", LILA),
    )
    t.balk(76.5, BOVEN - 31.4, 31.5, 3.2, [(w(i), kleur) for _, i, kleur in delen])
    for k, (naam, indicator, kleur) in enumerate(delen):
        y = BOVEN - 37.2 - k * 5.0
        t.vlak(76.5, y, kleur)
        t.rij(79.6, y, 28.4, naam, w.tekst(indicator))
    t.kaart(72, MIDDEN - 24, 40, 24, VERGUNNINGHOUDERS)
    t.voorraad(76.5, MIDDEN, "IND nareis", "openstaande aanvragen", w.tekst("ind.nareis.voorraad"), groot=14)


def _beroep_en_vertrek(t: Tekening, w: _Jaar) -> None:
    t.kaart(136, BOVEN - 36, 42, 36, BRUIN)
    t.voorraad(140.5, BOVEN, "Rechtspraak", "openstaande beroepen", w.tekst("rvdr.beroepen_voorraad"), groot=14)
    t.rij(140.5, BOVEN - 24.8, 33, "niet tijdig beslist", w.tekst("rvdr.bntb_voorraad"))
    t.rij(140.5, BOVEN - 30.6, 33, "hoger beroep (RvS)", w.tekst("rvs.hoger_beroep_voorraad"))
    dtv = MIDDEN + 12
    t.kaart(136, dtv - 36, 42, 36, VERTREK)
    t.voorraad(140.5, dtv, "DT&V", "caseload", w.tekst("dtv.caseload"), groot=14)
    t.rij(140.5, dtv - 24.8, 33, "instroom totaal", w.tekst("dtv.instroom"))
    t.rij(140.5, dtv - 30.6, 33, "afgesloten", w.tekst("dtv.uitstroom"))


def _opvang(t: Tekening, w: _Jaar) -> None:
    t.kaart(0, 0, 112, ONDER, BLAUW)
    t.voorraad(4.5, ONDER, "COA", "mensen in de opvang", w.tekst("coa.bezetting"), groot=21)
    t.rij(68, 36.8, 39.5, "benodigde plekken", w.tekst("coa.capaciteit"))
    t.rij(68, 31.0, 39.5, "uitstroom in het jaar", w.tekst("coa.uitstroom"))
    delen = (
        ("in procedure", "coa.bezetting_procedure", PROCEDURE),
        ("vertrek", "coa.bezetting_vertrek", VERTREK),
        ("vergunninghouders", "coa.bezetting_vergunninghouders", VERGUNNINGHOUDERS),
    )
    begin = t.balk(4.5, 14.5, 103, 7.5, [(w(i), kleur) for _, i, kleur in delen])
    rechts = 107.5
    for (naam, indicator, kleur), van in reversed(list(zip(delen, begin, strict=True))):
        x = min(van, rechts - max(t.breed(naam, 7.8), t.breed(w.tekst(indicator), 9, 600)))
        rechts = x - 3
        t.schrijf(x, 8.9, w.tekst(indicator), punt=9, gewicht=600, kleur=kleur)
        t.schrijf(x, 5.2, naam, punt=7.8, kleur=STIL)
    t.kaart(136, ONDER - 36, 42, 36, VERGUNNINGHOUDERS)
    t.voorraad(140.5, ONDER, "Gemeenten", "gehuisvest in het jaar", w.tekst("gemeenten.gehuisvest"), groot=14)
    t.rij(140.5, 21.2, 33, "taakstelling", w.tekst("gemeenten.taakstelling"))
    t.rij(140.5, 15.4, 33, "achterstand", w.tekst("gemeenten.achterstand"))


def alt(u: Uitkomsten) -> str:
    """What the picture shows, in words with every number in it."""
    w = _Jaar(u)
    stromen = "; ".join(f"{naam} {w.tekst(indicator)}" for naam, indicator in STROMEN.items())
    standen = "; ".join(f"{naam} {w.tekst(indicator)}" for naam, indicator in STANDEN.items())
    return (
        f"Schema van de asielketen in {w.jaar}, scenario medio. Van de instroom gaan pijlen naar de IND, het COA en Nidos; van de IND "
        f"naar de rechtspraak, de DT&V en de nareis, die weer instroom wordt; van het COA naar de gemeenten. "
        f"Naar de IND gaan {w.tekst(*_SPOREN)} zaken. Gemeenten huisvesten ook mensen die niet bij het COA hebben gewoond. "
        f"In het jaar: {stromen}. Op 31 december: {standen}."
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers in the picture, unrounded, for the first year: soort, naam, indicator, minimum, medio, maximum."""
    from pandas import DataFrame

    rijen = [
        (soort, naam, indicator, *(u.waarde(indicator, u.jaren[0], scenario) for scenario in u.scenarios))
        for soort, namen in (("stroom", STROMEN), ("stand", STANDEN))
        for naam, indicator in namen.items()
    ]
    return DataFrame(rijen, columns=["soort", "naam", "indicator", *u.scenarios])
