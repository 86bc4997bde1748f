"""An edition is a concept until its lock holds, and takes route B until every partner consents."""

from types import SimpleNamespace

import pytest

from mpp.parameters import laad
from mpp.parameters.slot import schrijf_slot
from mpp.problemen import Fout
from mpp.uitgave import omgeving
from mpp.uitgave.status import bepaal_status
from tests.parameters.test_laden import GOED


def test_zonder_slot_is_het_een_concept_en_staat_er_waarom(u):
    status = bepaal_status(u)
    assert status.concept
    assert "parameters.lock" in status.redenen[0]


def test_met_slot_is_het_geen_concept(u):
    schrijf_slot(u.ps)
    status = bepaal_status(u, definitief=True)
    assert (status.concept, status.redenen, status.classificatie) == (False, (), "openbaar")


def test_een_definitieve_uitgave_van_een_gebroken_slot_wordt_geweigerd_met_wat_er_wijzigde(u):
    schrijf_slot(u.ps)
    u.ps.pad.write_text(GOED.replace("laag: 0.7,", "laag: 0.71,"), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        bepaal_status(SimpleNamespace(ps=laad(u.ps.pad), editie=u.editie), definitief=True)
    assert [p.code for p in fout.value.problemen] == ["slot-verbroken"]
    assert "parameters" in fout.value.problemen[0].wat


def test_een_gewijzigde_variant_raakt_alleen_de_beleidscontroles(u, tmp_path):
    schrijf_slot(u.ps)
    (tmp_path / "varianten").mkdir()
    (tmp_path / "varianten" / "baa.yml").write_text("variant: {}\n", encoding="utf-8")
    status = bepaal_status(u, definitief=True)
    assert not status.concept
    assert not status.voor(beleidscontrole=False).concept
    assert status.voor(beleidscontrole=True).concept
    assert "varianten/baa.yml" in status.voor(beleidscontrole=True).redenen[0]
    with pytest.raises(Fout) as fout:
        bepaal_status(u, definitief=True, beleidscontrole=True)
    assert [p.code for p in fout.value.problemen] == ["slot-verbroken"]


def test_in_de_omgeving_die_is_vastgelegd_zijn_geen_andere_pakketten():
    assert omgeving.anders_dan_vastgezet() == {}


@pytest.mark.parametrize(
    ("anders", "genoemd"),
    [
        ({"weasyprint": "69.0"}, "anders: weasyprint 69.0 (vastgelegd: {weasyprint})"),
        ({"numpy": "1.0", "scipy": "niet vastgesteld"}, "numpy 1.0 (vastgelegd: {numpy}), scipy niet vastgesteld (vastgelegd: {scipy})"),
    ],
)
def test_met_andere_pakketten_is_het_een_concept(u, monkeypatch, anders, genoemd):
    """What a page looks like follows from the versions that are installed, whatever the lock says."""
    schrijf_slot(u.ps)
    vast, versie = omgeving.pakketten(), omgeving._versie
    monkeypatch.setattr(omgeving, "_versie", lambda naam: anders.get(naam) or versie(naam))
    (reden,) = bepaal_status(u).redenen
    assert reden.endswith(genoemd.format(**vast))
    with pytest.raises(Fout) as fout:
        bepaal_status(u, definitief=True)
    assert [p.code for p in fout.value.problemen] == ["slot-verbroken"]


def test_ontbrekend_akkoord_is_route_b_met_naam_van_de_partner(u):
    status = bepaal_status(u)
    assert status.route == "B"
    assert "IND" in status.zonder_akkoord


@pytest.mark.parametrize(
    ("pad", "naam"),
    [
        ("rapportage.pdf", "rapportage-CONCEPT.pdf"),
        ("rapportage/index.html", "rapportage-CONCEPT/index.html"),
        ("open-data/reeks-CONCEPT.csv", "open-data-CONCEPT/reeks-CONCEPT.csv"),
        ("rapportage-CONCEPT.pdf", "rapportage-CONCEPT.pdf"),
        ("mpp-2023-1", "mpp-2023-1-CONCEPT"),
    ],
)
def test_een_concept_is_aan_de_bestandsnaam_te_zien(concept, vast, pad, naam):
    assert concept.bestandsnaam(pad) == naam
    assert vast.bestandsnaam(pad) == pad
