"""The three scenarios of an outcome in a sentence: one number when they read the same, and said aloud when the order is turned."""

import numpy as np
import pytest

from mpp.getal.scenarios import (
    aantal_omgekeerd,
    in_scenarios,
    omgekeerde_jaren,
    tabel_omgekeerd,
    uitleg_volgorde,
)
from mpp.uitkomsten import Uitkomsten, indicatoren
from mpp.weergave.opmaak import jarenreeks

HETEN = "De scenario's heten naar de instroom."


@pytest.fixture
def met(proef):
    """The results in which one indicator has these values at the end of 2023 and 2024 in each scenario."""

    def maak(id, minimum, medio, maximum):
        maanden = {i: proef.maanden(i, "medio") for i in indicatoren("model")}
        alle = {i: np.stack([w, w, w]) for i, w in maanden.items()}
        alle[id] = np.stack([np.repeat(jaren, 12).astype(float) for jaren in (minimum, medio, maximum)])
        return Uitkomsten(proef.ps, None, alle)

    return maak


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        ((100, 200, 300), "100 in het minimum, 200 in medio en 300 in het maximum"),
        ((200, 200, 200), "200 in elk scenario"),
        ((0, 0, 0), "0 in elk scenario"),
        ((201, 198, 204), "200 in elk scenario"),
        ((300, 200, 200), "300 in het minimum, 200 in medio en 200 in het maximum"),
    ],
)
def test_drie_gelijke_uitkomsten_zijn_een_getal(met, waarden, zin):
    u = met("coa.bezetting", *((w, w) for w in waarden))
    zinsdeel = in_scenarios("coa.bezetting", 2023, u=u)
    assert zinsdeel.tekst == zin
    assert 'data-bron="indicator:coa.bezetting"' in zinsdeel._repr_markdown_()


@pytest.mark.parametrize(
    ("minimum", "maximum", "jaren", "zin"),
    [
        ((100, 100), (200, 200), (), ""),
        ((200, 200), (200, 200), (), ""),
        ((203, 200), (201, 200), (), ""),
        ((300, 100), (200, 200), (2023,), f"{HETEN} Het minimum ligt boven het maximum bij bezetting COA in 2023."),
        ((300, 300), (200, 200), (2023, 2024), f"{HETEN} Het minimum ligt boven het maximum bij bezetting COA in 2023 en 2024."),
    ],
)
def test_een_minimum_boven_het_maximum_wordt_gezegd(met, minimum, maximum, jaren, zin):
    u = met("coa.bezetting", minimum, minimum, maximum)
    assert omgekeerde_jaren("coa.bezetting", u=u) == jaren
    assert uitleg_volgorde("coa.bezetting", u=u).tekst == zin
    assert [rij[0] for rij in tabel_omgekeerd(u=u).rijen] == (["Bezetting COA (personen)"] if jaren else [])
    assert aantal_omgekeerd(u=u).tekst.startswith(f"{len(jaren[:1])} van de ")


def test_medio_buiten_de_twee_andere_wordt_gezegd(met):
    u = met("coa.bezetting", (100, 100), (100, 400), (300, 300))
    assert uitleg_volgorde("nidos.pupillen", u=u).tekst == ""
    assert uitleg_volgorde("nidos.pupillen", "coa.bezetting", u=u).tekst == (
        f"{HETEN} Medio ligt buiten minimum en maximum bij bezetting COA in 2024."
    )


def test_de_reden_staat_er_met_haar_getallen_als_zij_geldt(met):
    u = met("ind.spoor4.beslissingen", (300, 300), (250, 250), (200, 200))
    zin = uitleg_volgorde("ind.spoor4.beslissingen", u=u).tekst
    assert zin.endswith("gaat naar spoor 4; in 2024 zijn daar 3.600 beslissingen in het minimum en 2.400 in het maximum.")


@pytest.mark.parametrize(
    ("jaren", "tekst"),
    [
        ((2024,), "2024"),
        ((2023, 2024), "2023 en 2024"),
        ((2023, 2025), "2023 en 2025"),
        ((2023, 2025, 2027), "2023, 2025 en 2027"),
        ((2024, 2025, 2026, 2027), "2024 tot en met 2027"),
    ],
)
def test_een_lange_rij_jaren_is_een_reeks(jaren, tekst):
    assert jarenreeks(jaren) == tekst
