"""The edition of this repository: its own parameters, results and glossary make open data that hold."""

from pathlib import Path

import pytest

from mpp.opendata import opendata
from mpp.parameters import laad
from mpp.uitkomsten import bereken
from tests.opendata.conftest import OPENBAAR
from tests.opendata.test_datapackage import fouten
from tests.opendata.test_dcat import BEREIK, EUROPEES, NEDERLANDS, lees, toets, vormen_nodig
from tests.opendata.test_woordenboek import test_elk_begrip_is_volledig_en_eenduidig as elk_begrip_is_volledig

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def editie() -> dict[str, bytes]:
    u = bereken(laad(Path(__file__).parents[2] / "parameters.yml"))
    return {naam.removeprefix("open-data/"): inhoud for naam, inhoud in opendata(u, OPENBAAR).items()}


def test_de_tabellen_kloppen_met_hun_schema_en_verwijzingen(editie, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    for naam, inhoud in editie.items():
        (tmp_path / naam).write_bytes(inhoud)
    assert fouten(frictionless, tmp_path) == set()


@vormen_nodig
@pytest.mark.parametrize("vorm", [EUROPEES, NEDERLANDS, BEREIK])
def test_de_metadata_zijn_geldig(editie, vorm):
    assert toets(lees(editie["dcat.ttl"]), vorm) == []


def test_het_woordenboek_is_volledig_en_eenduidig(editie):
    elk_begrip_is_volledig(lees(editie["gegevenswoordenboek.ttl"]))
