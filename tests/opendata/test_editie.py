"""The edition of this repository: its own parameters, results and glossary make open data that hold."""

import pytest
from rdflib.namespace import DCAT, FOAF

from mpp.controle.openbaar import toets_openbaar
from mpp.opendata import opendata, uitgever
from tests.editie import PROJECT, uitkomsten
from tests.opendata.conftest import OPENBAAR
from tests.opendata.test_datapackage import fouten
from tests.opendata.test_dcat import BEREIK, EUROPEES, NEDERLANDS, lees, toets, vormen_nodig
from tests.opendata.test_woordenboek import test_elk_begrip_is_volledig_en_eenduidig as elk_begrip_is_volledig

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def editie() -> dict[str, bytes]:
    """Its files, with the publisher that this repository names."""
    with pytest.MonkeyPatch.context() as proef:
        proef.setattr(uitgever, "_BESTAND", PROJECT.wortel / "mpp" / "opendata" / "uitgever.yml")
        uitgever.uitgever.cache_clear()
        gemaakt = opendata(uitkomsten(), OPENBAAR)
    uitgever.uitgever.cache_clear()
    return {naam.removeprefix("open-data/"): inhoud for naam, inhoud in gemaakt.items()}


def test_de_tabellen_kloppen_met_hun_schema_en_verwijzingen(editie, tmp_path):
    frictionless = pytest.importorskip("frictionless")
    for naam, inhoud in editie.items():
        if "/" not in naam:
            (tmp_path / naam).write_bytes(inhoud)
    assert fouten(frictionless, tmp_path) == set()


@vormen_nodig
@pytest.mark.parametrize("vorm", [EUROPEES, NEDERLANDS, BEREIK])
def test_de_metadata_zijn_geldig(editie, vorm):
    assert toets(lees(editie["dcat.ttl"]), vorm) == []


def test_het_woordenboek_is_volledig_en_eenduidig(editie):
    elk_begrip_is_volledig(lees(editie["gegevenswoordenboek.ttl"]))


def test_niets_is_intern_te_fijn_of_een_voorbeeld(editie):
    assert toets_openbaar(editie) == []


def test_de_reconstructie_zegt_dat_niemand_haar_uitgeeft(editie):
    """No address of another, and none that only serves as an example: they hold from the folder of the files."""
    g = lees(editie["dcat.ttl"])
    assert {str(o) for o in g.objects(None, FOAF.name)} == {"Geen uitgever: niet uitgegeven door een overheidsorganisatie"}
    adressen = {str(o).rpartition("/")[2] for o in g.objects(None, DCAT.downloadURL)}
    assert adressen <= editie.keys()
    assert b"<uitkomsten.csv>" in editie["dcat.ttl"]
    assert b"mailto:" not in editie["dcat.ttl"]
    assert "Niemand geeft deze dataset uit" in editie["LEESMIJ.md"].decode()
