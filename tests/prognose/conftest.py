"""The prognosis of the edition, and small ones made by hand."""

import pytest
from ruamel.yaml import YAML

from mpp.lezen import lees
from mpp.prognose import Prognose
from mpp.prognose.schema import lees_sectie
from tests.editie import PROJECT


@pytest.fixture(scope="session")
def ps():
    return PROJECT.laad()


@pytest.fixture(scope="session")
def prognose(ps):
    return Prognose.uit(ps)


def _getallen(scenario):
    """The numbers of a scenario in words, as its source would have them."""
    jaren = [jaar for jaar in scenario.get("jaren", {}).values() if isinstance(jaar, dict)]
    getallen = [(naam, w) for jaar in jaren for naam, w in jaar.items() if isinstance(w, (int, float))]
    return ", ".join(f"{abs(w) * 100:g}%" if naam == "kans" else f"{abs(w):.0f}" for naam, w in getallen)


@pytest.fixture
def maak(tmp_path):
    """Reads a section `prognose` of one year, 2023, given as Python values."""

    def van(scenarios, **velden):
        sectie = {"omschrijving": "proef", "verdeling": "normaal", "zaad": 1, "samenhang_jaren": 0.5} | velden
        sectie["scenarios"] = [{"naam": s["id"], "aanname": "proef", "genoemd": _getallen(s)} | s for s in scenarios]
        pad = tmp_path / "prognose.yml"
        with pad.open("w", encoding="utf-8") as bestand:
            YAML(typ="safe").dump(sectie, bestand)
        return lees_sectie(lees(pad), (2023,), {"bekend-2023": object()}, pad.name)

    return van
