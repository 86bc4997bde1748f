"""In the open data the months before the peildatum are no forecast, and a month of which nothing is known is not there."""

from mpp.edities.vergelijking import HOOFDINDICATOREN
from mpp.opendata.rijen.uitkomsten import maanden


def test_de_maanden_voor_de_peildatum_zijn_geteld_of_geraamd_en_niet_voorspeld(juli):
    rijen = list(maanden(juli))
    per_status = {rij["status"] for rij in rijen if str(rij["periode"]) < "2023-07-01"}
    assert per_status <= {"realisatie", "raming"}
    assert {rij["status"] for rij in rijen if str(rij["periode"]) >= "2023-07-01"} == {"prognose"}
    eerste = {str(rij["indicator"]): str(rij["periode"])[:7] for rij in reversed(rijen)}
    assert eerste["instroom.totaal"] == "2023-01"
    assert set(eerste) <= set(HOOFDINDICATOREN)
    assert "2023-07" in eerste.values()
