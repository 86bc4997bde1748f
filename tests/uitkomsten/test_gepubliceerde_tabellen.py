"""What the project publishes, as it reads: a change of a number shows here as a diff."""

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from mpp.cli.backtest import backtest
from mpp.cli.diff import diff
from mpp.uitkomsten import SCENARIOS, bereken, indicatoren
from mpp.varianten import lees_variant, namen
from mpp.weergave.opmaak import opmaak
from tests.editie import PROJECT

BAND = {"ondergrens": 0.125, "midden": 0.5, "bovengrens": 0.875}


class Tekst(SingleFileSnapshotExtension):
    """One readable file a table."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


def tabel(jaren, rijen):
    """A line per indicator, a column per year; `rijen` gives the id, the unit and the values."""
    kop = f"{'':56}" + "".join(f"{jaar:>11}" for jaar in jaren)
    regels = [f"{f'{id} ({eenheid})':56}" + "".join(f"{opmaak(w, eenheid):>11}" for w in waarden) for id, eenheid, waarden in rijen]
    return "\n".join([kop, *regels, ""])


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_alle_indicatoren_per_jaar(u, scenario, snapshot):
    rijen = [(i.id, i.eenheid, u.reeks(i.id, scenario).tolist()) for i in indicatoren("intern").values()]
    assert tabel(u.jaren, rijen) == snapshot(extension_class=Tekst)


def test_waar_elke_indicator_mag_staan(snapshot):
    rijen = [f"{i.niveau:8}{i.soort:12}{f'{i.id} ({i.eenheid})':60}{i.organisatie}" for i in indicatoren("intern").values()]
    assert "\n".join([*rijen, ""]) == snapshot(extension_class=Tekst)


@pytest.mark.parametrize("grens", BAND)
def test_de_band_van_elke_indicator(u, grens, snapshot):
    band = u.met_trekkingen
    rijen = [(i.id, i.eenheid, [band.banden(i.id, jaar, [BAND[grens]]).item() for jaar in u.jaren]) for i in indicatoren("intern").values()]
    assert tabel(u.jaren, rijen) == snapshot(extension_class=Tekst)


@pytest.mark.parametrize("naam", namen(PROJECT.wortel))
def test_elke_variant_in_medio(u, naam, snapshot):
    variant = lees_variant(naam, PROJECT.wortel)
    doorloop = variant.kop.doorloop
    uit = bereken(variant.parameters(u.ps, doorloop.uitgewerkt if doorloop else None))
    rijen = [
        (i.id, i.eenheid, uit.reeks(i.id).tolist())
        for i in indicatoren("intern").values()
        if uit.reeks(i.id).tolist() != pytest.approx(u.reeks(i.id).tolist(), abs=1e-9)
    ]
    assert tabel(u.jaren, rijen) == snapshot(extension_class=Tekst)


@pytest.mark.parametrize("naam", [n for n in namen(PROJECT.wortel) if lees_variant(n, PROJECT.wortel).kop.doorloop])
def test_elke_reeks_van_een_variant(u, naam, snapshot):
    variant = lees_variant(naam, PROJECT.wortel)
    doorloop = variant.kop.doorloop
    tabellen = []
    for waarde in doorloop.waarden:
        uit = bereken(variant.parameters(u.ps, waarde))
        rijen = [(id, indicatoren("intern")[id].eenheid, uit.reeks(id).tolist()) for id in doorloop.tabellen]
        tabellen.append(f"{doorloop.parameter} = {waarde:g}\n{tabel(u.jaren, rijen)}")
    assert "\n".join(tabellen) == snapshot(extension_class=Tekst)


def test_wat_de_uitkomsten_het_meest_verandert(u, snapshot):
    """The tornado and the shares of the variance: every uncertainty that moves one of these by at least 1% of its medio."""
    regels = []
    for id in ("coa.bezetting", "ind.asiel.voorraad", "rvdr.bntb_instroom"):
        eenheid = indicatoren("extern")[id].eenheid
        for i in u.met_trekkingen.gevoeligheid.invloeden(id, u.jaren[1]):
            if i.grootste >= 0.01 * u.waarde(id, u.jaren[1]):
                laag, hoog = (f"{opmaak(w, eenheid):>10}" for w in (i.laag, i.hoog))
                regels.append(f"{f'{id}: {i.onzekerheid}':72}{laag}{hoog}{opmaak(i.aandeel, 'aandeel'):>7}")
    assert "\n".join([*regels, ""]) == snapshot(extension_class=Tekst)


@pytest.mark.parametrize("opdracht", [lambda: diff("2022-2", "2023-1"), backtest], ids=["diff", "backtest"])
def test_de_vergelijking_met_de_vorige_editie_en_met_wat_gebeurde(opdracht, snapshot, capsys, monkeypatch):
    monkeypatch.chdir(PROJECT.wortel)
    monkeypatch.setenv("COLUMNS", "120")
    opdracht()
    assert capsys.readouterr().out == snapshot(extension_class=Tekst)
