"""The explanations: a page for each outcome, each parameter and each realisation of an edition, and one that lists them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mpp.getal.cijfers import n, r
from mpp.getal.getal import Getal, Naam
from mpp.getal.gevoeligheid import BAND, kans_in_band
from mpp.getal.scenariotabel import rand
from mpp.getal.tabellen import PARAMETERBESTAND, parameterwaarde
from mpp.getal.voorbehoud import voorbehouden
from mpp.herkomst.formule import uitdrukking
from mpp.herkomst.lezingen import Gelezen, lezingen, wijze
from mpp.parameters.dagen import als_periode
from mpp.parameters.schema import Realisatie
from mpp.productiemodel import keten
from mpp.productiemodel.onderdelen import Berekening
from mpp.uitkomsten.register import Indicator, indicatoren, niveau_van, register
from mpp.website import plekken
from mpp.website.aanwijzing import moment_in_woorden
from mpp.website.blad import Bladen
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from mpp.parameters.schema import Parameter, Reeks, Waarde
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

_SCENARIOS: Final = ("minimum", "medio", "maximum")
SOORTEN: Final = (
    "verschil", "editie", "prognose", "trekkingen", "gevoeligheid", "toets", "gepubliceerd", "akkoorden", "kennis", "variantie",
    "scenarios", "protocol", "correctie", "monitor", "agenda", "berekend",
)  # fmt: skip
"""The kinds of number that have no page of their own."""


@dataclass(frozen=True)
class Verwijzing:
    """Something that is explained elsewhere: what it is, its address from the folder of the explanations, how it is read."""

    wat: str | Naam
    adres: str
    naam: Naam | None = None
    hoe: Naam | None = None

    @property
    def tekst(self) -> str:
        """What it is, as a bare text."""
        return self.wat.tekst if isinstance(self.wat, Naam) else self.wat


@dataclass(frozen=True)
class Groep:
    """What an organisation has, in the list of all."""

    naam: str
    leden: Sequence[Verwijzing]


def uitleg(u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """Every page of the explanations by its path. Raises Fout with every problem in the texts and the layout."""
    return _Uitleg(u, status).bladen()


class _Uitleg:
    def __init__(self, u: Uitkomsten, status: Status):
        self.u, self.blad = u, Bladen(u, status)
        self.keten, self.getoond = keten(), indicatoren(niveau_van(u.editie.classificatie))
        rekenstappen = {id for id, i in register().items() if i.niveau == "model"}
        intern = register().keys() - self.getoond.keys() - rekenstappen
        self.realisaties = {id: reeks for id, reeks in u.ps.realisaties.items() if not _is_van(id, intern)}
        # what may be shown, and the steps between, without their numbers
        self._met_blad = [id for id in self.keten.onderdelen if id in self.getoond or id in rekenstappen]
        self.lezers: dict[tuple[str, str], list[str]] = defaultdict(list)
        for id in self._met_blad:
            for lezing in lezingen(self.keten, id):
                if id not in self.lezers[lezing.wat, lezing.id]:
                    self.lezers[lezing.wat, lezing.id].append(id)

    def bladen(self) -> dict[str, bytes]:
        ps = self.u.ps
        paginas = {plekken.van_indicator(id): self._uitkomst(register()[id]) for id in self._met_blad}
        paginas |= {plekken.van_parameter(id): self._parameter(parameter) for id, parameter in ps.parameters.items()}
        paginas |= {plekken.van_realisatie(id): self._realisatie(reeks) for id, reeks in self.realisaties.items()}
        paginas[plekken.OVERZICHT] = self._overzicht()
        self.blad.eis_goed()
        return {pad: html.encode() for pad, html in paginas.items()}

    def _uitkomst(self, i: Indicator) -> str:
        onderdeel, mag = self.keten.onderdelen[i.id], i.id in self.getoond
        return self.blad.vul(
            "uitkomst",
            plekken.van_indicator(i.id),
            i.naam,
            i=i,
            id=van_model(i.id, i.id),
            definitie=van_model(i.definitie, i.id),
            jaren=[Naam(str(jaar), "editie:jaren") for jaar in self.u.jaren],
            rijen=list(self._rijen(i.id)) if mag else [],
            kans_band=kans_in_band(),
            realisatie=f"realisaties/{i.id}.html" if mag and i.id in self.u.ps.realisaties else "",
            formule=_formule(onderdeel) if isinstance(onderdeel, Berekening) else None,
            wijze=wijze(self.keten, i.id).partition(" ")[0],
            leest=[self._leest(i.id, lezing) for lezing in lezingen(self.keten, i.id)],
            gelezen_door=self._gelezen_door("onderdeel", i.id),
        )

    def _rijen(self, id: str) -> Iterator[Mapping[str, object]]:
        jaren = self.u.jaren
        for scenario in _SCENARIOS:
            yield {"naam": scenario, "cellen": [(plekken.uitkomst(j, scenario), n(id, j, scenario, u=self.u)) for j in jaren]}
        for welke, kans in (("onder", BAND[0]), ("boven", BAND[-1])):
            yield {"naam": self.blad.tekst(f"uitkomst.{welke}"), "cellen": [("", rand(id, j, kans, u=self.u)) for j in jaren]}

    def _leest(self, id: str, lezing: Gelezen) -> Verwijzing:
        naam, hoe = van_model(lezing.naam, id), van_model(lezing.hoe, id)
        match lezing.wat:
            case "parameter":
                return Verwijzing(Naam(self.u.ps[lezing.id].label, PARAMETERBESTAND), f"parameters/{lezing.id}.html", naam, hoe)
            case "prognose":
                return Verwijzing(str(self.blad.tekst("uitleg.prognose")), "index.html#soort-prognose", naam, hoe)
            case "maand":
                return Verwijzing(lezing.id, "", naam, hoe)
        if lezing.id not in self._met_blad:
            return Verwijzing(str(self.blad.tekst("uitleg.rekenstap")), "", naam, hoe)
        return Verwijzing(register()[lezing.id].naam, f"{lezing.id}.html", naam, hoe)

    def _gelezen_door(self, wat: str, id: str) -> list[Verwijzing]:
        return [Verwijzing(register()[lezer].naam, f"{lezer}.html") for lezer in self.lezers[wat, id]]

    def _parameter(self, parameter: Parameter) -> str:
        kenmerken = [
            ("invoer.eenheid", parameter.eenheid),
            ("invoer.eigenaar", parameter.eigenaar),
            ("invoer.onderbouwing", parameter.kwaliteit),
            ("invoer.invloed", parameter.impact),
        ]
        waarden = list(self._waarden(parameter, lambda periode: "" if periode == "vast" else als_periode(periode)))
        lezers = self._gelezen_door("parameter", parameter.id)
        return self._invoer(plekken.van_parameter(parameter.id), parameter, kenmerken, waarden, lezers)

    def _realisatie(self, reeks: Realisatie) -> str:
        eigen = [Verwijzing(register()[reeks.id].naam, f"{reeks.id}.html")] if reeks.id in self.getoond else []
        kenmerken = [("invoer.eenheid", reeks.eenheid), ("invoer.eigenaar", reeks.eigenaar)]
        return self._invoer(plekken.van_realisatie(reeks.id), reeks, kenmerken, list(self._waarden(reeks, moment_in_woorden)), eigen)

    def _waarden(self, reeks: Parameter | Realisatie, in_woorden: Callable[[str], str]) -> Iterator[Mapping[str, object]]:
        vorige: tuple[object, ...] = ()
        for sleutel, waarde in reeks.waarden.items():
            herkomst = (bronnen := self.u.ps.herkomst(reeks, waarde), toelichting := waarde.toelichting or reeks.toelichting)
            nieuw, vorige = herkomst != vorige, herkomst
            yield {
                "id": plekken.waarde(sleutel),
                "periode": Naam(in_woorden(sleutel), "parameter:periode") if in_woorden(sleutel) else "",
                **self._getallen(reeks, sleutel, waarde),
                "bronnen": [self._bron(bron) for bron in bronnen[0]] if nieuw else [],
                "aanname": _tekst(bronnen[1]) if nieuw else None,
                "toelichting": _tekst(toelichting) if nieuw else None,
                "zonder": [f"Zonder {w.wat}." for w in voorbehouden(f"realisatie:{reeks.id}", sleutel, self.u.ps)],
            }

    def _getallen(self, reeks: Parameter | Realisatie, sleutel: str, waarde: Waarde) -> Mapping[str, Getal | None]:
        if isinstance(reeks, Realisatie):
            return {"waarde": r(reeks.id, sleutel, u=self.u), "laag": None}
        laag, hoog = (
            None if rand is None else parameterwaarde(reeks, f"{sleutel}|{kant}", rand)
            for kant, rand in (("laag", waarde.laag), ("hoog", waarde.hoog))
        )
        return {"waarde": parameterwaarde(reeks, sleutel, waarde.waarde), "laag": laag, "hoog": hoog}

    def _bron(self, sleutel: str) -> Mapping[str, object]:
        bron = self.u.ps.bronnen[sleutel]
        naam = Naam(f"{bron.uitgever}: {bron.titel}", f"bron:{sleutel}")
        return {"naam": naam, "url": bron.url, "dag": Naam(datum(bron.datum), "bron:datum")}

    def _invoer(
        self, pad: str, reeks: Reeks, kenmerken: Sequence[tuple[str, str]], waarden: Sequence[object], gelezen_door: Sequence[Verwijzing]
    ) -> str:
        alle = [*kenmerken, ("invoer.id", Naam(reeks.id, PARAMETERBESTAND))]
        velden = {"label": Naam(reeks.label, PARAMETERBESTAND), "kenmerken": alle, "waarden": waarden, "gelezen_door": gelezen_door}
        return self.blad.vul("invoer", pad, reeks.label.partition(" (")[0], **velden)

    def _overzicht(self) -> str:
        ps, uitkomsten = self.u.ps, [register()[id] for id in self._met_blad]
        delen = [
            ("uitkomsten", [(i.organisatie, Verwijzing(i.naam, f"{i.id}.html")) for i in uitkomsten]),
            ("invoer", _reeksen(ps.parameters, "parameters")),
            ("realisaties", _reeksen(self.realisaties, "realisaties")),
        ]
        velden = {"delen": [{"id": id, "groepen": _groepen(leden)} for id, leden in delen], "soorten": SOORTEN}
        return self.blad.vul("overzicht", plekken.OVERZICHT, str(self.blad.tekst("uitleg.kop")), **velden)


def van_model(tekst: str, id: str) -> Naam:
    """What the model itself says of one of its elements: what it is, its formula, what that reads and how."""
    return Naam(tekst, f"model:{id}")


def _is_van(reeks: str, ids: Collection[str]) -> bool:
    """Whether a realisation is of one of these indicators: of its years, or as in `id.halfjaar` of parts of them."""
    return any(reeks == id or reeks.startswith(f"{id}.") for id in ids)


def _reeksen(reeksen: Mapping[str, Reeks], map_: str) -> list[tuple[str, Verwijzing]]:
    return [(r.eigenaar, Verwijzing(Naam(r.label, PARAMETERBESTAND), f"{map_}/{r.id}.html")) for r in reeksen.values()]


def _groepen(leden: Iterable[tuple[str, Verwijzing]]) -> list[Groep]:
    per: dict[str, list[Verwijzing]] = defaultdict(list)
    for organisatie, lid in leden:
        per[organisatie].append(lid)
    return [Groep(organisatie, sorted(van, key=lambda lid: lid.tekst.casefold())) for organisatie, van in per.items()]


def _formule(b: Berekening) -> Mapping[str, object]:
    lezing = uitdrukking(b.formule)
    return {
        "betekenis": van_model(b.betekenis, b.id),
        "stappen": [van_model(stap, b.id) for stap in lezing.teksten],
        "waarin": [van_model(waarin, b.id) for waarin in lezing.waarin],
    }


def _tekst(tekst: str | None) -> Naam | None:
    return Naam(tekst, PARAMETERBESTAND) if tekst else None
