"""The document of a variant: what it assumes and what that does to every partner, beside the MPP and never in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from mpp.documenten.beelden import als_uri
from mpp.documenten.opmaak import TEKSTEN, Bladzijden, Opmaak, maak
from mpp.documenten.reeksen import reeksen
from mpp.documenten.teksten import Teksten
from mpp.getal.cijfers import p
from mpp.getal.correcties import herzien_op, herzieningen
from mpp.getal.getal import Getal
from mpp.getal.plaatshouders import maak_getallen
from mpp.lezen import Blok, regel_van
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.render.omslag import omslag
from mpp.uitkomsten import indicator, indicatoren
from mpp.varianten import BELEIDSCONTROLE, MAP, MERK, Variant, lees_variant, reken
from mpp.weergave.afronding import stap_ingevoerd
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.parameters import Parameterset
    from mpp.parameters.schema import Bron, Parameter
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

DOCUMENT: Final = "document"
"""The folder with what all variants share: layout, style and the standing texts."""
BRON: Final = "MPP-productiemodel; beleidscontrole, geen onderdeel van de MPP"
"""What the chart of a variant says it rests on."""
_MPP: Final = "mpp"
_GEEN: Final = "geen"
"""What a parameter with an open end is where it has no value yet."""


@dataclass(frozen=True)
class Verandering:
    """What a parameter is in the MPP and in the variant over some periods; in a doorloop, what it is in turn."""

    periode: str
    oud: Getal | str
    nieuw: tuple[Getal, ...]


@dataclass(frozen=True)
class Wijziging:
    """One changed parameter, as far as its changes have one and the same origin: `soort` is Aanname or Bron."""

    naam: str
    eenheid: str
    veranderingen: tuple[Verandering, ...]
    soort: str
    herkomst: str


@dataclass(frozen=True)
class Rij:
    """One indicator by year: in medio of the MPP, in the variant, and how far apart."""

    naam: str
    eenheid: str
    medio: tuple[Getal, ...]
    variant: tuple[Getal, ...]

    @property
    def verschil(self) -> tuple[Getal, ...]:
        """The variant minus medio."""
        return tuple(v - m for v, m in zip(self.variant, self.medio, strict=True))

    @property
    def sluit(self) -> bool:
        """Whether every difference is that of the two numbers as displayed."""
        delen = zip(self.verschil, self.variant, self.medio, strict=True)
        return all(abs(d.afgerond - (v.afgerond - m.afgerond)) < m.op / 2 for d, v, m in delen)


@dataclass(frozen=True)
class Reekstabel:
    """One indicator by year for each value of the parameter that is varied."""

    naam: str
    eenheid: str
    rijen: tuple[tuple[Getal, Rij], ...]


def variant(naam: str, u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The document of the variant `naam` on the edition of `u`, as PDF and as HTML.

    Raises Fout with every problem in its file, in the texts and in the layout.
    """
    return maak(f"{BELEIDSCONTROLE}-{naam}", bladzijden(naam, u, status, wortel))


def bladzijden(naam: str, u: Uitkomsten, status: Status, wortel: Path | None = None) -> Bladzijden:
    """The document before it is laid out. Raises Fout with every problem in its file."""
    wortel = wortel or u.ps.wortel
    opmaak = opmaak_in(wortel)
    gekozen = lees_variant(naam, wortel)
    if gekozen.kop.editie not in (None, u.editie.id):
        regel = regel_van(gekozen.boom, ("variant", "editie"))
        gegevens = {"naam": naam, "van": gekozen.kop.editie, "editie": u.editie.id}
        raise Fout([probleem("variant-andere-editie", bestand=gekozen.pad, regel=regel, **gegevens)])
    blad = _Blad(gekozen, u, opmaak)
    titel = f"Beleidscontrole: {gekozen.kop.titel} – {status.naam(u.editie)}"
    kaft = omslag(u, status, beleidscontrole=True)
    kaft = replace(kaft, dag=max(kaft.dag, herzien_op(gekozen.pad.name, u=u) or kaft.dag))
    return opmaak.bladzijden(titel, kaft, blad.eigen, blad.vast, kop=gekozen.kop.titel, **blad.velden())


def opmaak_in(wortel: Path) -> Opmaak:
    """The layout that all variants of a project share. Raises Fout for each file that is not there."""
    return Opmaak(wortel, f"{MAP}/{DOCUMENT}", "variant", ook=(TEKSTEN,))


class _Blad:
    """Everything that the layout shows of one variant."""

    def __init__(self, variant: Variant, u: Uitkomsten, opmaak: Opmaak):
        self.variant, self.kop, self.u = variant, variant.kop, u
        self.uitkomsten = reken(variant, u)
        doorloop = self.kop.doorloop
        self.hoofd = self.uitkomsten[f"{doorloop.uitgewerkt:g}" if doorloop else MERK]
        benoemd = variant.boom.get("getallen")
        benoemd = benoemd if isinstance(benoemd, Blok) else Blok()
        getallen = maak_getallen(benoemd, variant.pad.as_posix(), self.hoofd, {_MPP: u, **self.uitkomsten})
        self.eigen = Teksten(opmaak.wortel / variant.pad, getallen, opmaak.glossarium, u.ps, tak="teksten")
        self.vast = Teksten(opmaak.map / TEKSTEN, getallen, opmaak.glossarium, u.ps)

    def velden(self) -> dict[str, object]:
        """What the template is filled with."""
        svg, alt = self._figuur()
        tabel, afronding = self._tabel(), self.vast("afronding")
        return {
            "tekst": self.eigen,
            "aantal": self.eigen.aantal,
            "vast": self.vast,
            "aantal_vast": self.vast.aantal,
            "jaren": self.u.jaren,
            "herzien": herzieningen(self.variant.pad.name, u=self.u),
            "wijzigingen": tuple(_wijzigingen(self.variant, self.u, tuple(self.uitkomsten.values()))),
            "reeks": tuple(self._reekstabellen()),
            "partners": tabel,
            "afronding": "" if all(rij.sluit for rijen in tabel.values() for rij in rijen) else afronding,
            "figuur": svg,
            "figuur_alt": alt,
        }

    def _tabel(self) -> dict[str, tuple[Rij, ...]]:
        """The difference with medio, by partner in the order of the list of indicators."""
        ids = self.vast.namen("indicatoren")
        if onbekend := [i for i, id in enumerate(ids) if id not in indicatoren("extern")]:
            raise Fout(
                probleem(
                    "indicator-onbekend",
                    bestand=self.vast.bestand,
                    regel=self.vast.regels[f"indicatoren.{i}"],
                    id=ids[i],
                    suggestie=lijkt_op(ids[i], indicatoren("extern")),
                )
                for i in onbekend
            )
        groepen = groupby(ids, key=lambda id: indicator(id).organisatie)
        return {partner: tuple(self._rij(id, self.hoofd) for id in groep) for partner, groep in groepen}

    def _rij(self, id: str, variant: Uitkomsten) -> Rij:
        i = indicator(id)
        medio, ander = (reeksen(id, van)["medio"] for van in (self.u, variant))
        return Rij(i.naam, i.eenheid, medio, ander)

    def _reekstabellen(self) -> Iterator[Reekstabel]:
        for id in self.kop.doorloop.tabellen if self.kop.doorloop else ():
            rijen = tuple((self._graad(u), self._rij(id, u)) for u in self.uitkomsten.values())
            yield Reekstabel(indicator(id).naam, indicator(id).eenheid, rijen)

    def _graad(self, u: Uitkomsten) -> Getal:
        """The value that the varied parameter has in these results."""
        assert self.kop.doorloop is not None
        parameter = u.ps[self.kop.doorloop.parameter]
        return _exact(parameter, next(iter(parameter.waarden)), u)

    def _figuur(self) -> tuple[str, str]:
        from figures.stijl import svg
        from figures.stijl.vergeleken import alt, teken

        if self.kop.doorloop:
            reeksen = {self._graad(u).tekst: u for u in self.uitkomsten.values()}
        else:
            reeksen = {"medio": self.u, "variant": self.hoofd}
        beeld = svg(teken(reeksen, self.kop.figuur, BRON), self.kop.titel)
        return als_uri(beeld), alt(reeksen, self.kop.figuur)


def _wijzigingen(variant: Variant, u: Uitkomsten, varianten: Sequence[Uitkomsten]) -> Iterator[Wijziging]:
    """Every parameter of which the variant changes a value, in the order of its file."""
    for id in variant.gewijzigd:
        oud, nieuw = u.ps[id], [v.ps[id] for v in varianten]

        def wat(periode: str, oud: Parameter = oud, nieuw: Sequence[Parameter] = nieuw) -> tuple[object, ...] | None:
            """What is told of a period: the source of its new value and its values; nothing where it is as it was."""
            if all(p.waarden[periode] == oud.waarden.get(periode) for p in nieuw):
                return None
            waarden = (p.waarden[periode].waarde if periode in p.waarden else None for p in (oud, *nieuw))
            return _herkomst(varianten[-1].ps, nieuw[-1], periode), *waarden

        groepen = [list(groep) for anders, groep in groupby(nieuw[0].waarden, key=wat) if anders]
        for (soort, herkomst), delen in groupby(groepen, key=lambda groep: _herkomst(varianten[-1].ps, nieuw[-1], groep[0])):
            yield Wijziging(oud.label, oud.eenheid, tuple(_verandering(id, groep, u, varianten) for groep in delen), soort, herkomst)


def _verandering(id: str, perioden: Sequence[str], u: Uitkomsten, varianten: Sequence[Uitkomsten]) -> Verandering:
    eerste, laatste = perioden[0], perioden[-1]
    naam = "alle jaren" if eerste == "vast" else eerste if eerste == laatste else f"{eerste}–{laatste}"
    oud = _exact(u.ps[id], eerste, u) if eerste in u.ps[id].waarden else _GEEN
    return Verandering(naam, oud, tuple(_exact(v.ps[id], eerste, v) for v in varianten))


def _exact(parameter: Parameter, periode: str, u: Uitkomsten) -> Getal:
    """A parameter as it was entered, all its decimals."""
    return p(parameter.id, periode, op=stap_ingevoerd(parameter.waarden[periode].waarde, parameter.eenheid), u=u)


def _herkomst(ps: Parameterset, parameter: Parameter, periode: str) -> tuple[str, str]:
    """Whether a value is an assumption or comes from sources, and which."""
    waarde = parameter.waarden[periode]
    sleutels, aanname = ps.herkomst(parameter, waarde)
    if aanname:
        return "Aanname", aanname
    bronnen = "; ".join(_bron(ps.bronnen[sleutel]) for sleutel in sleutels)
    return "Bron", f"{bronnen}. {waarde.toelichting}" if waarde.toelichting else f"{bronnen}."


def _bron(bron: Bron) -> str:
    return f"{bron.uitgever}, {bron.titel}, {datum(bron.datum)}"
