"""The cases of gevallen.yml, worked out by hand."""

import inspect
from pathlib import Path

import numpy as np
import pytest
from ruamel.yaml import YAML

from mpp.productiemodel import doorrekenen
from mpp.uitkomsten import register

GEVALLEN = YAML(typ="safe").load(Path(__file__).with_name("gevallen.yml"))


@pytest.mark.parametrize("geval", GEVALLEN["formules"], ids=lambda g: g["geval"])
def test_formule(keten, geval):
    formule = keten.berekeningen[geval["onderdeel"]].formule
    reeksen = {
        naam: np.array([float(w)]) if soort.annotation == "Reeks" else float(w)
        for naam, w, soort in ((n, geval["gegeven"][n], s) for n, s in inspect.signature(formule).parameters.items())
    }
    assert geval["gegeven"].keys() == reeksen.keys()
    assert formule(**reeksen) == pytest.approx(geval["verwacht"])


@pytest.mark.parametrize("geval", GEVALLEN["keten"], ids=lambda g: g["geval"])
def test_keten(ps, geval):
    verwacht = geval["verwacht"]
    maanden = doorrekenen(ps.met(geval.get("parameters", {})), np.array([geval["instroom"]]))[verwacht["indicator"]][0]
    jaar = maanden.reshape(-1, 12)[ps.editie.jaren.index(verwacht["jaar"])]
    voorraad = register()[verwacht["indicator"]].soort == "voorraad"
    assert (jaar[-1] if voorraad else jaar.sum()) == pytest.approx(verwacht["waarde"])
