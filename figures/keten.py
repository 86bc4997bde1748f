"""The asylum chain as a picture: a card per partner with its stock, arrows with the year's flows.

Where a card or arrow lies is set here; which flows an arrow stands for follows from the declaration of the model. An
arrow between cards that no flow links, or a card of a stock that is gone, is an error.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
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
from figures.stijl.rekening import rekening
from figures.stijl.schema import RASTER, Tekening, tekening
from figures.stijl.vel import HEEL, MM, Vel
from mpp.parameters.dagen import dag_en_maand

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame

    from mpp.uitkomsten import Uitkomsten

TITEL = "De asielketen in één jaar"
ONDERTITEL = "Scenario medio, {eerste}: stroom in het jaar, stand op 31 december. Hoe dikker de pijl, hoe groter de stroom"
BRON = (
    "MPP-productiemodel. Onder een stand staat de berekening, elk deel afgerond: de stand op {begin}, plus wat er bij kwam, min wat er "
    "afging. Niet alles wat afgaat, is als pijl getekend; mensen, aanvragen en dossiers zijn verschillende eenheden"
)
HOOGTE = 164.0

KAARTEN = {
    "instroom": ("instroom.totaal",),
    "IND": ("ind.asiel.voorraad",),
    "nareis": ("ind.nareis.voorraad", "ind.nareis.wacht_op_mvv", "ind.nareis.nog_niet_ingereisd"),
    "rechtspraak": ("rvdr.beroepen_voorraad",),
    "DT&V": ("dtv.caseload",),
    "Nidos": ("nidos.pupillen",),
    "COA": ("coa.bezetting",),
    "gemeenten": ("gemeenten.gehuisvest",),
}
"""Per card the stocks it shows, or what it counts; the first is its large number."""


@dataclass(frozen=True)
class Pijl:
    """An arrow between two cards: what flows, its route, where its number stands.

    Its words stand below the number, or below `onder`; with `midden` both are centred.
    """

    van: str
    naar: str
    naam: str
    kleur: str
    punten: tuple[tuple[float, float], ...]
    getal: tuple[float, float]
    woorden: tuple[str, ...]
    onder: float | None = None
    midden: bool = False


PIJLEN = (
    Pijl("instroom", "IND", "zaken naar de IND", BLAUWTINT, ((54, 139), (71, 139)), (62, 146), ("zaken", "naar de IND"), 133.6, True),
    Pijl("IND", "nareis", "aanvragen nareis", OKERTINT, ((84, 111), (84, 91)), (88.5, 102), ("aanvragen",)),
    Pijl("nareis", "instroom", "ingereisde nareizigers", OKERTINT, ((72, 76), (47, 76), (47, 110)), (50.6, 88), ("reizen in",)),
    Pijl("instroom", "COA", "mensen naar de opvang", BLAUWTINT, ((34, 111), (34, 47)), (42.5, 58.5), ("naar de opvang",)),
    Pijl("instroom", "Nidos", "nieuwe pupillen", BLAUWTINT, ((12, 111), (12, 91)), (14.8, 102), ("nieuwe", "pupillen")),
    Pijl("IND", "rechtspraak", "beroepen", BRUINTINT, ((112, 151), (135, 151)), (123, 153.6), ("in beroep",), 150.0, True),
    Pijl(
        "rechtspraak",
        "IND",
        "terug na gegrond beroep",
        BLAUWTINT,
        ((136, 135), (113, 135)),
        (124, 137.6),
        ("terug na", "gegrond beroep"),
        134.0,
        True,
    ),
    Pijl("IND", "DT&V", "dossiers naar de DT&V", BRUINTINT, ((112, 117), (123, 117), (123, 84), (135, 84)), (125.4, 108), ("dossiers",)),
    Pijl(
        "COA",
        "gemeenten",
        "gehuisvest, ook rechtstreeks",
        OKERTINT,
        ((112, 28), (135, 28)),
        (123.5, 33),
        ("gehuisvest, ook", "rechtstreeks"),
        24.8,
        True,
    ),
)

DELEN = {
    "instroom.eerste_aanvragen": ("eerste aanvragen", INKT),
    "instroom.herhaald": ("herhaalde aanvragen", INKT),
    "instroom.nareis": ("nareis", INKT),
    "instroom.hervestiging_relocatie": ("hervestiging, relocatie", INKT),
    "ind.spoor4.inwilligingen": ("inwilliging", OKER),
    "ind.spoor4.afwijzingen": ("afwijzing", BRUIN),
    "ind.spoor4.overig": ("overig", LILA),
    "coa.bezetting_procedure": ("in procedure", PROCEDURE),
    "coa.bezetting_vertrek": ("vertrek", VERTREK),
    "coa.bezetting_vergunninghouders": ("vergunninghouders", VERGUNNINGHOUDERS),
}
"""The words and the colour of each part of a total."""

STROMEN = {
    "totale asielinstroom": "instroom.totaal",
    "beslissingen spoor 4": "ind.spoor4.beslissingen",
    "instroom DT&V totaal": "dtv.instroom",
    "dossiers afgesloten bij de DT&V": "dtv.uitstroom",
    "uitstroom COA": "coa.uitstroom",
    "taakstelling": "gemeenten.taakstelling",
}
STANDEN = {
    "openstaande asielaanvragen bij de IND": "ind.asiel.voorraad",
    "openstaande aanvragen nareis": "ind.nareis.voorraad",
    "openstaande beroepen": "rvdr.beroepen_voorraad",
    "openstaande beroepen niet tijdig beslissen": "rvdr.bntb_voorraad",
    "openstaande zaken in hoger beroep bij de RvS": "rvs.hoger_beroep_voorraad",
    "caseload DT&V": "dtv.caseload",
    "bezetting COA": "coa.bezetting",
    "benodigde plekken": "coa.capaciteit",
    "achterstand huisvesting": "gemeenten.achterstand",
    "pupillen Nidos": "nidos.pupillen",
}


REKENINGEN = {
    naam: id
    for naam, id in STANDEN.items()
    if id in ("ind.asiel.voorraad", "ind.nareis.voorraad", "rvdr.beroepen_voorraad", "dtv.caseload", "coa.bezetting", "nidos.pupillen")
}
"""The stocks under which the picture shows how they came about."""


def delen(totaal: str) -> tuple[str, ...]:
    """The parts of a total that the picture splits, as the register has them."""
    from mpp.uitkomsten import indicator

    return indicator(totaal).delen


@cache
def pijlstromen() -> dict[Pijl, tuple[str, ...]]:
    """The flows each arrow stands for.

    Raises LookupError for a stock that the model does not have, and for an arrow between cards that no flow links.
    """
    from mpp.herkomst.schakels import groep, schakels
    from mpp.productiemodel import keten

    links = schakels(keten(), {naam: groep(keten(), *ids) for naam, ids in KAARTEN.items()})
    stromen = {p: tuple(id for id, (naar, van) in links.items() if naar == p.naar and p.van in van) for p in PIJLEN}
    if los := [f"{p.van} to {p.naar}" for p, ids in stromen.items() if not ids]:
        raise LookupError(f"no flow of the model goes from {', '.join(los)}")
    return stromen


class _Jaar:
    """The values of the first year in medio, as numbers and as text."""

    def __init__(self, u: Uitkomsten):
        self.u, self.jaar = u, u.jaren[0]

    def __call__(self, indicator: str) -> float:
        return self.u.waarde(indicator, self.jaar, "medio")

    def pijl(self, p: Pijl, scenario: str = "medio") -> float:
        return sum(self.u.waarde(id, self.jaar, scenario) for id in pijlstromen()[p])

    def tekst(self, indicator: str) -> str:
        return cijfer(self(indicator))

    def rekening(self, stand: str) -> str:
        return rekening(self.u, stand).tekst


def teken(u: Uitkomsten, breedte: float = HEEL, kop: bool = True) -> Figure:
    """The picture, `breedte` inches wide."""
    vel = Vel(u, TITEL, ONDERTITEL, BRON, breedte=breedte, hoogte=HOOGTE * breedte / MM / RASTER, kop=kop)
    w = _Jaar(u)
    t = tekening(vel, HOOGTE, max(w.pijl(p) for p in PIJLEN))
    _pijlen(t, w)
    _instroom(t, w)
    _ind(t, w)
    _beroep_en_vertrek(t, w)
    _opvang(t, w)
    return vel.figuur


BOVEN, MIDDEN, ONDER = 164.0, 90.0, 46.0
"""The upper edges of the three lanes."""


def _pijlen(t: Tekening, w: _Jaar) -> None:
    for p in PIJLEN:
        (x, y), ha = p.getal, "center" if p.midden else "left"
        t.pijl(p.punten, w.pijl(p), p.kleur)
        t.schrijf(x, y, cijfer(w.pijl(p)), punt=9, gewicht=600, ha=ha)
        for k, woord in enumerate(p.woorden, start=1):
            t.schrijf(x, (p.onder or y) - 3.4 * k, woord, punt=7.8, kleur=STIL, ha=ha)


def _instroom(t: Tekening, w: _Jaar) -> None:
    t.kaart(0, BOVEN - 53, 54, 53, INKT)
    t.voorraad(4.5, BOVEN, "Instroom", f"mensen in {w.jaar}", w.tekst("instroom.totaal"), groot=21)
    for k, deel in enumerate(sorted(delen("instroom.totaal"), key=w, reverse=True)):
        t.rij(4.5, BOVEN - 28.0 - k * 6.4, 45.5, DELEN[deel][0], w.tekst(deel))
    t.kaart(0, MIDDEN - 24, 27, 24, BLAUW)
    t.voorraad(4.0, MIDDEN, "Nidos", "pupillen", w.tekst("nidos.pupillen"), groot=14)
    begin, _, rest = w.rekening("nidos.pupillen").partition(" + ")
    t.rekening(4.0, MIDDEN - 19.2, begin)
    t.rekening(4.0, MIDDEN - 22.2, f"+ {rest}")


def _ind(t: Tekening, w: _Jaar) -> None:
    t.kaart(72, BOVEN - 53, 40, 53, PROCEDURE)
    t.voorraad(76.5, BOVEN, "IND", "openstaande aanvragen", w.tekst("ind.asiel.voorraad"), groot=21)
    t.rekening(76.5, BOVEN - 20.8, w.rekening("ind.asiel.voorraad"))
    t.rij(76.5, BOVEN - 26.4, 31.5, "beslist (spoor 4)", w.tekst("ind.spoor4.beslissingen"))
    beslist = delen("ind.spoor4.beslissingen")
    t.balk(76.5, BOVEN - 31.4, 31.5, 3.2, [(w(deel), DELEN[deel][1]) for deel in beslist])
    for k, deel in enumerate(beslist):
        (naam, kleur), y = DELEN[deel], BOVEN - 37.2 - k * 5.0
        t.vlak(76.5, y, kleur)
        t.rij(79.6, y, 28.4, naam, w.tekst(deel))
    t.kaart(72, MIDDEN - 24, 40, 24, VERGUNNINGHOUDERS)
    t.voorraad(76.5, MIDDEN, "IND nareis", "openstaande aanvragen", w.tekst("ind.nareis.voorraad"), groot=14)
    t.rekening(76.5, MIDDEN - 20.2, w.rekening("ind.nareis.voorraad"))


def _beroep_en_vertrek(t: Tekening, w: _Jaar) -> None:
    t.kaart(136, BOVEN - 36, 42, 36, BRUIN)
    t.voorraad(140.5, BOVEN, "Rechtspraak", "openstaande beroepen", w.tekst("rvdr.beroepen_voorraad"), groot=14)
    t.rekening(140.5, BOVEN - 19.4, w.rekening("rvdr.beroepen_voorraad"))
    t.rij(140.5, BOVEN - 25.6, 33, "niet tijdig beslist", w.tekst("rvdr.bntb_voorraad"))
    t.rij(140.5, BOVEN - 31.0, 33, "hoger beroep (RvS)", w.tekst("rvs.hoger_beroep_voorraad"))
    dtv = MIDDEN + 12
    t.kaart(136, dtv - 36, 42, 36, VERTREK)
    t.voorraad(140.5, dtv, "DT&V", "caseload", w.tekst("dtv.caseload"), groot=14)
    t.rekening(140.5, dtv - 19.4, w.rekening("dtv.caseload"))
    t.rij(140.5, dtv - 25.6, 33, "instroom totaal", w.tekst("dtv.instroom"))
    t.rij(140.5, dtv - 31.0, 33, "afgesloten", w.tekst("dtv.uitstroom"))


def _opvang(t: Tekening, w: _Jaar) -> None:
    t.kaart(0, 0, 112, ONDER, BLAUW)
    t.voorraad(4.5, ONDER, "COA", "mensen in de opvang", w.tekst("coa.bezetting"), groot=21)
    t.rekening(4.5, ONDER - 21.2, w.rekening("coa.bezetting"))
    t.rij(68, 36.8, 39.5, "benodigde plekken", w.tekst("coa.capaciteit"))
    t.rij(68, 31.0, 39.5, "uitstroom in het jaar", w.tekst("coa.uitstroom"))
    bewoners = [deel for deel in DELEN if deel in delen("coa.bezetting")]
    begin = t.balk(4.5, 14.5, 103, 7.5, [(w(deel), DELEN[deel][1]) for deel in bewoners])
    rechts = 107.5
    for deel, van in reversed(list(zip(bewoners, begin, strict=True))):
        naam, kleur = DELEN[deel]
        x = min(van, rechts - max(t.breed(naam, 7.8), t.breed(w.tekst(deel), 9, 600)))
        rechts = x - 3
        t.schrijf(x, 8.9, w.tekst(deel), punt=9, gewicht=600, kleur=kleur)
        t.schrijf(x, 5.2, naam, punt=7.8, kleur=STIL)
    t.kaart(136, ONDER - 36, 42, 36, VERGUNNINGHOUDERS)
    t.voorraad(140.5, ONDER, "Gemeenten", "gehuisvest in het jaar", w.tekst("gemeenten.gehuisvest"), groot=14)
    t.rij(140.5, 21.2, 33, "taakstelling", w.tekst("gemeenten.taakstelling"))
    t.rij(140.5, 15.4, 33, "achterstand", w.tekst("gemeenten.achterstand"))


def alt(u: Uitkomsten) -> str:
    """What the picture shows, in words with every number in it."""
    w = _Jaar(u)

    def gesplitst(naam: str, indicator: str) -> str:
        waarvan = ", ".join(f"{DELEN[deel][0]} {w.tekst(deel)}" for deel in delen(indicator) if deel in DELEN)
        return f"{naam} {w.tekst(indicator)}" + (f", waarvan {waarvan}" if waarvan else "")

    pijlen = "; ".join(f"van {p.van} naar {p.naar}: {p.naam} {cijfer(w.pijl(p))}" for p in PIJLEN)
    stromen = "; ".join(gesplitst(naam, id) for naam, id in STROMEN.items())
    standen = "; ".join(gesplitst(naam, id) for naam, id in STANDEN.items())
    rekeningen = "; ".join(
        f"{naam} {cijfer(r.begin)}, erbij {cijfer(r.erbij)}, eraf {cijfer(r.eraf)}"
        for naam, r in ((naam, rekening(u, id)) for naam, id in REKENINGEN.items())
    )
    return (
        f"Schema van de asielketen in {w.jaar}, scenario medio. Pijlen met de stroom in het jaar, {pijlen}. "
        f"Gemeenten huisvesten ook mensen die niet bij het COA hebben gewoond. "
        f"In het jaar: {stromen}. Op 31 december: {standen}. "
        f"Hoe de standen ontstaan, met de stand op {dag_en_maand(u.editie.begin)} en wat er daarna in het jaar bij kwam en afging: "
        f"{rekeningen}."
    )


def gegevens(u: Uitkomsten) -> DataFrame:
    """The numbers in the picture, unrounded, for the first year: soort, naam, indicator, minimum, medio, maximum.

    Of an arrow, `indicator` names all flows it is the sum of.
    """
    from pandas import DataFrame

    w = _Jaar(u)
    rijen = [("pijl", p.naam, " + ".join(pijlstromen()[p]), *(w.pijl(p, s) for s in u.scenarios)) for p in PIJLEN]
    for naam, id in REKENINGEN.items():
        per_scenario = [rekening(u, id, s) for s in u.scenarios]
        rijen += [("rekening", f"{naam}: {deel}", id, *(getattr(r, deel) for r in per_scenario)) for deel in ("begin", "erbij", "eraf")]
    namen = [(soort, naam, id) for soort, lijst in (("stroom", STROMEN), ("stand", STANDEN)) for naam, id in lijst.items()]
    for soort, naam, id in namen:
        for deelnaam, deel in ((naam, id), *((DELEN[d][0], d) for d in delen(id) if d in DELEN)):
            rijen.append((soort, deelnaam, deel, *(u.waarde(deel, u.jaren[0], s) for s in u.scenarios)))
    return DataFrame(rijen, columns=["soort", "naam", "indicator", *u.scenarios])
