"""Results with a value that can be told from its place: indicator number, scenario and year."""

import numpy as np
import pytest

from mpp.parameters import laad
from mpp.uitkomsten import Uitkomsten, register
from tests.parameters.test_laden import GOED

EXTRA = """\
realisaties:
  - {id: coa.bezetting, label: Bezetting, eenheid: personen, eigenaar: COA, periode: stand, bron: ind-2023,
     waarden: {2021-12-31: {waarde: 36566, genoemd: "36.566"}, 2022-12-31: {waarde: 51701, genoemd: "51.701"}}}
  - {id: instroom.nareis, label: Nareis, eenheid: personen, eigenaar: IND, periode: jaar, bron: ind-2023,
     waarden: {2022: {waarde: 10927, genoemd: "10.927"}}}
gepubliceerd:
  - {indicator: coa.bezetting, jaar: 2023, scenario: medio, waarde: 40, bron: ind-2023, toelichting: Stand van 31 december 2023.}
"""


@pytest.fixture
def proef(tmp_path) -> Uitkomsten:
    """Month m of indicator i in scenario s (0, 1, 2) is m + 100 s + i."""
    pad = tmp_path / "parameters.yml"
    tekst = GOED.replace("realisaties: []\ngepubliceerd: []\n", EXTRA).replace('id: "2023-1"', 'id: "2023-1", vorige: 2022-2')
    pad.write_text(tekst, encoding="utf-8")
    m = np.arange(1.0, 25.0)
    maanden = {id: np.stack([m + 100 * s + i for s in range(3)]) for i, id in enumerate(register())}
    return Uitkomsten(laad(pad), None, maanden)
