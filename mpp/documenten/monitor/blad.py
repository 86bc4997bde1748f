"""The pages of a monitor: its layout filled with comparisons and with the texts of the analyst."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from mpp.documenten.monitor.deel import Deel
from mpp.documenten.opmaak import GETALLEN, Bladzijden, Opmaak
from mpp.documenten.teksten import Teksten
from mpp.getal.cijfers import peildatum
from mpp.getal.getal import InTekst, Naam, Vervallen, Zinsdeel
from mpp.getal.plaatshouders import lees_getallen
from mpp.getal.protocol import drempel_monitor
from mpp.glossarium import Glossarium
from mpp.lezen import Blok, lees
from mpp.monitor.bestand import Realisaties, Rij
from mpp.monitor.getallen import Cijfers, bronnen
from mpp.monitor.lijst import Lijst
from mpp.monitor.vergelijken import eis_vergelijkbaar, tot_en_met, vergelijk
from mpp.monitor.verwachting import VanModel, Verwachting
from mpp.weergave.opmaak import datum

if TYPE_CHECKING:
    from pathlib import Path

    from mpp.render.omslag import Omslag
    from mpp.uitkomsten import Uitkomsten

NAAM: Final = "monitor"
_DUIDING: Final = "duiding"
"""What the analyst tells of each subject."""
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
    lijst: Lijst
    eigen: bool = False


def gevuld(opdracht: Opdracht, u: Uitkomsten, kaft: Omslag, wortel: Path) -> Bladzijden:
    """A monitor before it is laid out. Raises Fout when the realisations are not of a year of the edition."""
    eis_vergelijkbaar(opdracht.realisaties, opdracht.verwachting)
    opmaak = Opmaak(wortel, NAAM, NAAM)
    kaft = replace(kaft, dag=opdracht.realisaties.stand)
    delen = _delen(opdracht, u, _kop(opdracht, u, kaft))
    alle = [deel for van in delen.values() for deel in van]
    teksten = teksten_van(opdracht, u, wortel, opmaak.glossarium)
    for naam in teksten.regels:
        if naam.partition(".")[0] in _SOMS:
            teksten(naam)
    velden = {
        "tekst": teksten,
        "aantal": teksten.aantal,
        "delen": delen,
        "duiding": {deel.onderwerp.id: _duiding(teksten, deel) for deel in alle},
        "rijen": _rijen(opdracht, u),
        "jaar": Naam(str(opdracht.realisaties.jaar), "editie:jaren"),
    }
    return opmaak.bladzijden(f"Monitor – {kaft.naam}", kaft, teksten, **velden)


def teksten_van(opdracht: Opdracht, u: Uitkomsten, wortel: Path, glossarium: Glossarium) -> Teksten:
    """The texts of a monitor with what they can name: the facts of its edition, and the numbers of every comparison."""
    pad = wortel / NAAM / GETALLEN
    getallen = lees_getallen(pad, u)
    if not opdracht.eigen:
        boom = lees(pad)
        feiten = [naam for naam, vorm in boom.items() if "feit" in vorm] if isinstance(boom, Blok) else []
        getallen |= dict.fromkeys(feiten, Vervallen())
    stand = Naam(datum(opdracht.realisaties.stand), "monitor:stand")
    tijd = {"stand": stand, "tot_en_met": Naam(tot_en_met(opdracht.realisaties), "monitor:periode")}
    getallen |= {"editie": _naam(opdracht, u), "drempel": drempel_monitor(), **tijd}
    onderwerpen = (o for van in opdracht.lijst.domeinen.values() for o in van)
    alle = (Cijfers(vergelijk(o, opdracht.realisaties, opdracht.verwachting), u) for o in onderwerpen)
    getallen |= {naam: deel for cijfers in alle for naam, deel in cijfers.namen()}
    return Teksten(opdracht.teksten, getallen, glossarium, u.ps, vergelijkt=_DUIDING)


def _delen(opdracht: Opdracht, u: Uitkomsten, kop: InTekst) -> dict[str, tuple[Deel, ...]]:
    """The subjects of each domain, with the edition as `kop` names it."""
    return {
        domein: tuple(Deel(vergelijk(o, opdracht.realisaties, opdracht.verwachting), u, kop) for o in onderwerpen)
        for domein, onderwerpen in opdracht.lijst.domeinen.items()
    }


def _duiding(teksten: Teksten, deel: Deel) -> Sequence[object]:
    """What the analyst tells of a subject; nothing where there is nothing to compare. All texts are asked for, so that all are checked."""
    naam = f"{_DUIDING}.{deel.onderwerp.id}"
    alineas = [teksten(sleutel) for sleutel in teksten.regels if sleutel.rpartition(".")[0] == naam]
    return [alinea for alinea in alineas if alinea] if deel.v.te_vergelijken else ()


def _kop(opdracht: Opdracht, u: Uitkomsten, kaft: Omslag) -> InTekst:
    """The edition as the line under a chart names it."""
    naam = Naam(kaft.editie, _naam(opdracht, u).bron)
    return Zinsdeel((naam, ", peildatum ", peildatum(u=u))) if isinstance(opdracht.verwachting, VanModel) else naam


def _naam(opdracht: Opdracht, u: Uitkomsten) -> Naam:
    return Naam(opdracht.verwachting.naam, "editie:naam" if isinstance(opdracht.verwachting, VanModel) else f"editie:{u.editie.id}")


def _rijen(opdracht: Opdracht, u: Uitkomsten) -> Sequence[tuple[Rij, InTekst | None, Naam]]:
    """Every row of the file with its number, and its source."""
    rijen: list[tuple[Rij, InTekst | None, Naam]] = []
    for van in opdracht.realisaties.rijen.values():
        cijfers = Cijfers(vergelijk(van[0].onderwerp, opdracht.realisaties, opdracht.verwachting), u)
        rijen += [(rij, None if rij.waarde is None else cijfers.van(rij), bronnen([rij])[0]) for rij in van]
    return rijen
