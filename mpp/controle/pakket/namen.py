"""Whether a name, a date or a text that a document shows is one of the edition, and stands so where it says that it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING, Final

from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.controle.pakket.tekens import getallen
from mpp.documenten.agenda import lees_agenda
from mpp.getal.akkoorden import namen
from mpp.getal.gevonden import GEEN_BRON
from mpp.herkomst.formule import uitdrukking
from mpp.herkomst.lezingen import lezingen
from mpp.parameters.dagen import als_periode
from mpp.productiemodel import keten
from mpp.productiemodel.onderdelen import Berekening
from mpp.uitkomsten.register import register
from mpp.website.aanwijzing import moment_in_woorden
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.ronde.journaal import Journaalregel
    from mpp.uitkomsten import Uitkomsten
    from mpp.uitkomsten.toetsing import Terugblik

_TERUG: Final = 10
"""So many years before its first an edition speaks of."""
_JAREN: Final = re.compile(r"\d{4}(?:(?:, | en |–| tot en met )\d{4})*")
_VAN_EDITIE: Final = ("jaren", "naam", "peildatum", "soort", "vastgesteld", "verklaring", "vorige")
_VAN_AKKOORD: Final = ("datum", "laatste", "niet_gevraagd", "opmerking")
_VAN_MONITOR: Final = ("bron", "periode", "stand")
_VAST: Final = (
    *(
        "agenda",
        "begrippenlijst",
        "gepubliceerd:jaar",
        "overlay",
        "parameter:periode",
        "parameterbestand",
        "realisatie:jaar",
        "realisatie:periode",
    ),
)


@cache
def _van_model(id: str) -> frozenset[str]:
    """What the model says of one of its elements: what it is, its formula, what that reads and how."""
    onderdeel, teksten = keten().onderdelen[id], [id, register()[id].definitie]
    if isinstance(onderdeel, Berekening):
        formule = uitdrukking(onderdeel.formule)
        teksten += [onderdeel.betekenis, *formule.teksten, *formule.waarin]
    teksten += [deel for lezing in lezingen(keten(), id) for deel in (lezing.naam, lezing.hoe)]
    return frozenset(map(_gedrukt, teksten))


def _gedrukt(tekst: str) -> str:
    """A text as a page has it."""
    return " ".join(tekst.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").split())


class Namen:
    """The names of the edition of which `u` are the results: of its sources, look backs (`blikken`, by id), consents and corrections."""

    def __init__(self, u: Uitkomsten, blikken: Mapping[str, Terugblik], bronnen: Bronteksten):
        self.u, self.blikken, self.bronnen = u, blikken, bronnen

    def toets(self, tekst: str, bron: str) -> str:
        """Why `tekst` is not the name, date or text of this origin; empty when it is."""
        u = self.u
        soort, _, welke = bron.partition(":")
        if tekst == GEEN_BRON and self._is_aanname(bron):
            return ""
        if bron not in _VAST and not self._bestaat(soort, welke):
            return f"een oorsprong {bron} bestaat niet"
        if bron == "editie:jaren" and (delen := _JAREN.fullmatch(tekst)):
            mag = range(u.jaren[0] - _TERUG, u.jaren[-1] + 1)
            return "" if all(int(jaar) in mag for jaar in re.findall(r"\d+", delen[0])) else "de editie kent dat jaar niet"
        if soort == "bron" and welke in u.ps.bronnen:
            gekozen = u.ps.bronnen[welke]
            goed: tuple[str, ...] = (welke, f"{gekozen.uitgever}, {datum(gekozen.datum)}", _gedrukt(f"{gekozen.uitgever}: {gekozen.titel}"))
        elif bron == "bron:datum":
            goed = tuple(datum(b.datum) for b in u.ps.bronnen.values())
        elif soort == "akkoord":
            goed = tuple(tekst for akkoord in u.ps.akkoorden.laatste.values() for tekst in namen(akkoord))
        elif bron in ("editie:naam", "editie:vorige", "editie:peildatum", "editie:vastgesteld"):
            goed = (*self.bronnen.namen,)
        elif bron in ("editie:soort", "editie:verklaring"):
            return "" if tekst == (u.editie.titel if welke == "soort" else u.editie.verklaring) else f"zo staat het niet in {bron}"
        elif soort == "monitor":
            goed = self._van_monitor
        elif soort == "model":
            return "" if tekst in _van_model(welke) else f"zo rekent het model {welke} niet"
        elif bron == "agenda":
            goed = tuple(bijlage.merk for bijlage in lees_agenda(u.ps.wortel).bijlagen)
        elif soort == "herziening":
            goed = tuple(regel.zin for regel in self._herzieningen if str(regel.nummer) == welke)
        elif soort == "correctie":
            goed = tuple(tekst for c in self.bronnen.correcties if c.versie == welke for tekst in c.teksten)
        else:
            goed = ()
        if tekst in goed or (soort != "bron" and (self._uit_bronnen(tekst) or self._van_een_editie(tekst))):
            return ""
        return f"zo staat het niet in {bron}"

    @cached_property
    def _van_monitor(self) -> tuple[str, ...]:
        """What the realisations that ship with the edition say in words. Raises Fout when their file cannot be read."""
        from mpp.monitor.getallen import Nagerekend

        return (*Nagerekend(self.u).teksten,)

    @property
    def _herzieningen(self) -> tuple[Journaalregel, ...]:
        """The steps in which variants were other than when the edition was adopted."""
        from mpp.ronde.journaal import lees_journaal

        return tuple(regel for regel in lees_journaal(self.u.ps).regels if regel.varianten)

    def _is_aanname(self, bron: str) -> bool:
        """Whether a parameter or a realisation has a value that is an assumption."""
        ps, (soort, _, id) = self.u.ps, bron.partition(":")
        reeks = (ps.parameters if soort == "parameter" else ps.realisaties).get(id) if soort in ("parameter", "realisatie") else None
        return reeks is not None and any(ps.herkomst(reeks, w)[1] for w in reeks.waarden.values())

    def _van_een_editie(self, tekst: str) -> bool:
        """Whether a text has no numbers but in the names of editions and in the day with which this one begins."""
        from mpp.edities.eerder import eerdere_edities

        u = self.u
        for naam in (*self.bronnen.namen, *(e.editie.naam for e in eerdere_edities(u.ps).values()), datum(u.editie.begin)):
            tekst = tekst.replace(naam, "")
        return not any(True for _ in getallen(tekst))

    def _bestaat(self, soort: str, welke: str) -> bool:
        """Whether this may come after the kind of an origin that a name, a date or a text has."""
        from mpp.edities.eerder import eerdere_edities

        u = self.u
        match soort:
            case "model":
                return welke in keten().onderdelen
            case "bron":
                return welke in u.ps.bronnen or welke == "datum"
            case "akkoord":
                return welke in _VAN_AKKOORD
            case "monitor":
                return welke in _VAN_MONITOR
            case "herziening":
                return any(str(regel.nummer) == welke for regel in self._herzieningen)
            case "correctie":
                return any(correctie.versie == welke for correctie in self.bronnen.correcties)
            case "toets":
                return welke in self.blikken
            case "prognose":
                return any(scenario.id == welke for scenario in u.prognose.sectie.scenarios)
            case "onzekerheid":
                return welke in u.ps.parameters or welke == "prognose"
            case "editie":
                return welke in (*_VAN_EDITIE, u.editie.id, u.editie.vorige) or welke in eerdere_edities(u.ps)
        return False

    def _uit_bronnen(self, tekst: str) -> bool:
        """Whether each part of the text stands so in a source, or is a source named by publisher, title and date."""
        return self.bronnen.bevat(tekst) or all(
            self.bronnen.bevat(deel) or deel in self._aangehaald or deel in self._perioden
            for deel in re.split(r"(?<=[.;)]) |(?<=\d)–(?=\d)| \((?=\w+(?: \w+)*\)$)|\)$|; |\.$", tekst)
            if deel and any(True for _ in getallen(deel))
        )

    @cached_property
    def _aangehaald(self) -> frozenset[str]:
        """Every source as a text cites it."""
        from mpp.edities.eerder import eerdere_edities

        ps = self.u.ps
        bronnen = [*ps.bronnen.values(), *(b for editie in eerdere_edities(ps).values() for b in editie.bronnen.values())]
        lang = {f"{b.uitgever}, {b.titel}, {datum(b.datum)}" for b in bronnen} | {f"{b.uitgever}, {datum(b.datum)}" for b in bronnen}
        return frozenset(tekst + slot for tekst in lang for slot in ("", ".", ";"))

    @cached_property
    def _perioden(self) -> frozenset[str]:
        ps = self.u.ps
        sleutels = {periode for reeks in (*ps.parameters.values(), *ps.realisaties.values()) for periode in reeks.waarden}
        return frozenset(sleutels | {woorden(sleutel) for sleutel in sleutels for woorden in (als_periode, moment_in_woorden)})
