"""The three scenarios of an outcome in a sentence: one number when they read the same, and said aloud when the order is turned."""

import numpy as np
import pytest

from mpp.getal.scenarios import (
    aantal_omgekeerd,
    in_scenarios,
    in_volgorde,
    jaar_van_volgorde,
    omgekeerde_jaren,
    tabel_omgekeerd,
    volgorde,
)
from mpp.uitkomsten import Uitkomsten, indicatoren
from mpp.weergave.opmaak import jarenreeks


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
        ((100, 100), (200, 200), (), "in geen van de jaren boven het maximum"),
        ((200, 200), (200, 200), (), "in geen van de jaren boven het maximum"),
        ((203, 200), (201, 200), (), "in geen van de jaren boven het maximum"),
        ((300, 100), (200, 200), (2023,), "in 2023 boven het maximum"),
        ((300, 300), (200, 200), (2023, 2024), "in 2023 en 2024 boven het maximum"),
    ],
)
def test_een_minimum_boven_het_maximum_wordt_gezegd(met, minimum, maximum, jaren, zin):
    u = met("coa.bezetting", minimum, minimum, maximum)
    assert omgekeerde_jaren("coa.bezetting", u=u) == jaren
    assert volgorde("coa.bezetting", u=u).tekst == zin
    laat_zien = jaren[-1] if jaren else 2024
    assert jaar_van_volgorde("coa.bezetting", u=u).tekst == str(laat_zien)
    assert in_volgorde("coa.bezetting", u=u).tekst == in_scenarios("coa.bezetting", laat_zien, u=u).tekst
    assert [rij[0] for rij in tabel_omgekeerd(u=u).rijen] == (["Bezetting COA (personen)"] if jaren else [])
    assert aantal_omgekeerd(u=u).tekst.startswith(f"{len(jaren[:1])} van de ")


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
