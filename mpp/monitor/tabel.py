"""What is followed between two rounds, with what came so far, as the rapportage tells it."""

from __future__ import annotations

from mpp.getal.getal import InTekst, Naam, Vervallen, Zinsdeel, opgesomd
from mpp.getal.tabel import Cel, Tabel
from mpp.monitor.bestand import Realisaties, lees_realisaties
from mpp.monitor.getallen import Cijfers
from mpp.monitor.keuze import REALISATIES
from mpp.monitor.lijst import Onderwerp, lees_lijst
from mpp.monitor.vergelijken import Vergelijking, eis_vergelijkbaar, vergelijk
from mpp.monitor.verwachting import VanModel
from mpp.uitkomsten import Uitkomsten
from mpp.uitkomsten.register import register
from mpp.weergave.opmaak import datum, in_een_zin

_KIJKEN = "kijken"
_GEEN = "Gevolgd, en nog geen realisatie bekend over maanden die deze editie raamt: "


def tabel_monitor(*, u: Uitkomsten) -> Tabel:
    """Every indicator that the monitor follows: who delivers it, and when something came how far that lies from medio.

    Raises Fout with every problem in the list of indicators and in the file of realisations.
    """
    lijst, gekomen = lees_lijst(u.ps.wortel), gekomen_sinds(u)
    onderwerpen = [o for van in lijst.domeinen.values() for o in van]
    if gekomen is None:
        return Tabel(["Indicator", "Organisatie"], [[_naam(o), _van(o)] for o in onderwerpen], [70, 30], cijfers=False)
    alle = [vergelijk(o, gekomen, VanModel(u)) for o in onderwerpen]
    rijen = [_rij(v, u) for v in alle if v.te_vergelijken]
    zonder = [Zinsdeel((f"{in_een_zin(v.onderwerp.naam)} ({_van(v.onderwerp)})",)) for v in alle if not v.te_vergelijken]
    noten = (Zinsdeel((_GEEN, *opgesomd(zonder).delen, ".")),) if zonder else ()
    koppen = ["Indicator", "Organisatie", "Periode", "Realisatie", "Medio", "Afwijking", "Merk"]
    return Tabel(koppen, rijen, [35, 12, 19, 10, 9, 10, 8], noten=noten, tekstkolommen=frozenset({1, 2, 6}))


def stand_van_de_monitor(*, u: Uitkomsten) -> InTekst:
    """On which day the realisations stood and which indicators have the mark; nothing when none came since the adoption."""
    gekomen = gekomen_sinds(u)
    if gekomen is None:
        return Vervallen()
    alle = [vergelijk(o, gekomen, VanModel(u)) for van in lees_lijst(u.ps.wortel).domeinen.values() for o in van]
    gemerkt = [Zinsdeel((in_een_zin(v.onderwerp.naam),)) for v in alle if v.reden_om_te_kijken]
    begin = ("De realisaties zijn die van ", Naam(datum(gekomen.stand), "monitor:stand"), ". ")
    if not gemerkt:
        return Zinsdeel((*begin, "Bij geen indicator is de afwijking een reden om te kijken."))
    return Zinsdeel((*begin, "Een reden om te kijken is de afwijking bij ", *opgesomd(gemerkt).delen, "."))


def gekomen_sinds(u: Uitkomsten) -> Realisaties | None:
    """The realisations that ship with the edition when they are of after its adoption; None when there are none."""
    wortel = u.ps.wortel
    if not (wortel / REALISATIES).is_file():
        return None
    realisaties = lees_realisaties(wortel / REALISATIES, lees_lijst(wortel), wortel)
    if realisaties.stand < u.editie.vastgesteld:
        return None
    eis_vergelijkbaar(realisaties, VanModel(u))
    return realisaties


def _naam(o: Onderwerp) -> str:
    return f"{o.naam} ({o.eenheid})"


def _van(o: Onderwerp) -> str:
    return register()[o.delen[0]].organisatie


def _rij(v: Vergelijking, u: Uitkomsten) -> list[Cel]:
    cijfers, merk = Cijfers(v, u), _KIJKEN if v.reden_om_te_kijken else ""
    periode = Naam(v.periode, "monitor:periode")
    return [_naam(v.onderwerp), _van(v.onderwerp), periode, cijfers.gekomen, cijfers.verwacht(), cijfers.afwijking, merk]
