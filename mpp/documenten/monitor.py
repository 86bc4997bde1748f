"""The monitor: what came since the edition was adopted, beside what it expected of the same part of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from mpp.documenten.beelden import als_uri
from mpp.documenten.opmaak import GETALLEN, TEKSTEN, Bladzijden, Opmaak, maak
from mpp.documenten.teksten import Teksten
from mpp.getal.getal import InTekst, Naam, Vervallen
from mpp.getal.plaatshouders import lees_getallen
from mpp.getal.protocol import drempel_monitor
from mpp.lezen import Blok, lees
from mpp.monitor.bestand import Realisaties, Rij, lees_realisaties
from mpp.monitor.getallen import Cijfers, bronnen
from mpp.monitor.keuze import REALISATIES, eis_na_vaststelling, kies_editie, waarom_geen
from mpp.monitor.lijst import Lijst, lees_lijst
from mpp.monitor.vergelijken import Vergelijking, eis_vergelijkbaar, tot_en_met, vergelijk
from mpp.monitor.verwachting import VanModel, Verwachting
from mpp.render.omslag import Omslag, omslag
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "monitor"
_PROGNOSE: Final = "prognose MPP-productiemodel"
_GEPUBLICEERD: Final = "prognose zoals gepubliceerd"
_GEEN: Final = "realisatie niet bekend"
_SOMS: Final = ("overzicht", "vast")
"""The texts that stand in some monitors only; all are checked."""


@dataclass(frozen=True)
class Opdracht:
    """What a monitor is made of: realisations, the edition they are held against, and the texts of the analyst.

    It is the `eigen` one of an edition when both ship with it: only then do the facts of the edition stand in it.
    """

    realisaties: Realisaties
    verwachting: Verwachting
    teksten: Path
    eigen: bool = False


class Deel:
    """One subject as the layout shows it: its numbers, its chart and what the analyst tells of it."""

    def __init__(self, v: Vergelijking, u: Uitkomsten, kop: str):
        self.v, self.onderwerp, self.cijfers, self._u, self._kop = v, v.onderwerp, Cijfers(v, u), u, kop

    @property
    def voet(self) -> str:
        """The line under the chart: who published what came, and what the forecast is of."""
        realisatie = "; ".join(f"realisatie {naam.tekst}" for naam in self.bronnen) or _GEEN
        prognose = _PROGNOSE if isinstance(self.v.verwachting, VanModel) else _GEPUBLICEERD
        return f"Bron: {realisatie}; {prognose}. {self._kop}."

    @property
    def bronnen(self) -> Sequence[Naam]:
        """The sources of what is shown."""
        return bronnen(self.v.bekend)

    @property
    def onbekend(self) -> Sequence[Rij]:
        """The periods of which the file says that they are not known."""
        return tuple(rij for rij in self.v.rijen if rij.waarde is None)

    @property
    def als_som(self) -> bool:
        """Whether of some months only their sum is known."""
        return any(rij.periode.is_som for rij in self.v.bekend)

    @property
    def omgekeerd(self) -> bool:
        """Whether the scenarios stand in another order than their names say, as they are shown."""
        band = self.cijfers.band
        return band is not None and self.v.band is not None and self.v.band[0] == "maximum"

    @property
    def verwacht_iets(self) -> bool:
        """Whether the edition tells anything of it."""
        from figures.stijl.monitor import reeksen

        return bool(reeksen(self.v))

    @cached_property
    def beeld(self) -> str:
        """The chart as an address that holds it."""
        from figures.stijl import svg
        from figures.stijl.monitor import teken

        return als_uri(svg(teken(self.v, self._u, self.voet), self.onderwerp.naam))

    @property
    def alt(self) -> str:
        """What the chart shows, in words."""
        from figures.stijl.monitor import alt

        return alt(self.v)


def monitor(u: Uitkomsten, status: Status, wortel: Path | None = None) -> dict[str, bytes]:
    """The monitor that ships with the edition, as PDF and as HTML; nothing for an edition that has none, see `ontbreekt`.

    Raises Fout with every problem in the file of realisations, in the texts and in the pages.
    """
    return {} if ontbreekt(u, status, wortel) else maak(NAAM, bladzijden(u, status, wortel))


def ontbreekt(u: Uitkomsten, status: Status, wortel: Path | None = None) -> str:
    """Why the edition has no monitor, in Dutch; empty when it has one."""
    return waarom_geen(u, status, wortel or u.ps.wortel)


def bladzijden(u: Uitkomsten, status: Status, wortel: Path | None = None) -> Bladzijden:
    """The monitor before it is laid out. Raises Fout with every problem in the file of realisations."""
    wortel = wortel or u.ps.wortel
    lijst = lees_lijst(wortel)
    realisaties = lees_realisaties(wortel / REALISATIES, lijst, wortel)
    return gevuld(Opdracht(realisaties, VanModel(u), wortel / NAAM / TEKSTEN, eigen=True), lijst, u, omslag(u, status), wortel)


def van_bestand(bestand: Path, editie: str | None, teksten: Path | None, u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The monitor of a delivered file, as PDF and as HTML, named as the state has it.

    It is held against the edition of the results `u`, or against the earlier one `editie`, with the texts of the project unless others
    are given. Raises Fout with every problem: in the file, an edition that was not adopted or is not there, in the texts, in the pages.
    """
    wortel = u.ps.wortel
    lijst, verwachting = lees_lijst(wortel), kies_editie(editie, u, status)
    realisaties = lees_realisaties(bestand, lijst, wortel)
    kaft = omslag(u, status)
    if isinstance(verwachting, VanModel):
        eis_na_vaststelling(realisaties, u)
    else:
        kaft = replace(kaft, editie=f"{verwachting.naam} (zoals gepubliceerd)", naam=verwachting.naam)
    eigen = isinstance(verwachting, VanModel) and teksten is None and bestand.absolute() == wortel / REALISATIES
    opdracht = Opdracht(realisaties, verwachting, teksten or wortel / NAAM / TEKSTEN, eigen)
    bestanden = maak(NAAM, gevuld(opdracht, lijst, u, kaft, wortel))
    return {status.bestandsnaam(pad): inhoud for pad, inhoud in bestanden.items()}


def gevuld(opdracht: Opdracht, lijst: Lijst, u: Uitkomsten, kaft: Omslag, wortel: Path) -> Bladzijden:
    """Any monitor before it is laid out. Raises Fout when the realisations are not of a year of the edition."""
    realisaties, verwachting = opdracht.realisaties, opdracht.verwachting
    eis_vergelijkbaar(realisaties, verwachting)
    opmaak = Opmaak(wortel, NAAM, NAAM)
    kaft = replace(kaft, dag=realisaties.stand)
    peildatum = f", peildatum {datum(u.editie.peildatum)}" if isinstance(verwachting, VanModel) else ""
    delen = {
        domein: tuple(Deel(vergelijk(o, realisaties, verwachting), u, f"{kaft.editie}{peildatum}") for o in onderwerpen)
        for domein, onderwerpen in lijst.domeinen.items()
    }
    alle = [deel for van in delen.values() for deel in van]
    teksten = Teksten(opdracht.teksten, _getallen(opdracht, alle, u, wortel), opmaak.glossarium)
    for naam in teksten.regels:
        if naam.partition(".")[0] in _SOMS:
            teksten(naam)
    velden = {
        "tekst": teksten,
        "aantal": teksten.aantal,
        "delen": delen,
        "duiding": {deel.onderwerp.id: _duiding(teksten, deel) for deel in alle},
        "rijen": _rijen(realisaties, verwachting, u),
        "jaar": Naam(str(realisaties.jaar), "editie:jaren"),
        "tegen": _naam(opdracht, u),
    }
    titel = f"Monitor – {kaft.naam}"
    return opmaak.bladzijden(titel, kaft, teksten, **velden)


def _duiding(teksten: Teksten, deel: Deel) -> Sequence[object]:
    """What the analyst tells of a subject; nothing where there is nothing to compare. All texts are asked for, so that all are checked."""
    naam = f"duiding.{deel.onderwerp.id}"
    alinea_s = [teksten(sleutel) for sleutel in teksten.regels if sleutel.rpartition(".")[0] == naam]
    return [alinea for alinea in alinea_s if alinea] if deel.v.te_vergelijken else ()


def _naam(opdracht: Opdracht, u: Uitkomsten) -> Naam:
    return Naam(opdracht.verwachting.naam, "editie:naam" if isinstance(opdracht.verwachting, VanModel) else f"editie:{u.editie.id}")


def _getallen(opdracht: Opdracht, delen: Sequence[Deel], u: Uitkomsten, wortel: Path) -> dict[str, InTekst]:
    """What the texts can name: the numbers of the document, the facts of its edition, and those of every comparison."""
    pad = wortel / NAAM / GETALLEN
    getallen = lees_getallen(pad, u)
    if not opdracht.eigen:
        boom = lees(pad)
        feiten = [naam for naam, vorm in boom.items() if "feit" in vorm] if isinstance(boom, Blok) else []
        getallen |= dict.fromkeys(feiten, Vervallen())
    stand = Naam(datum(opdracht.realisaties.stand), "monitor:stand")
    tijd = {"stand": stand, "tot_en_met": Naam(tot_en_met(opdracht.realisaties), "monitor:periode")}
    getallen |= {"editie": _naam(opdracht, u), "drempel": drempel_monitor(), **tijd}
    return getallen | {naam: deel for van in delen for naam, deel in van.cijfers.namen()}


def _rijen(realisaties: Realisaties, verwachting: Verwachting, u: Uitkomsten) -> Sequence[tuple[Rij, InTekst | None, Naam]]:
    """Every row of the file with its number, and its source."""
    rijen: list[tuple[Rij, InTekst | None, Naam]] = []
    for van in realisaties.rijen.values():
        cijfers = Cijfers(vergelijk(van[0].onderwerp, realisaties, verwachting), u)
        rijen += [(rij, None if rij.waarde is None else cijfers.van(rij), bronnen([rij])[0]) for rij in van]
    return rijen
