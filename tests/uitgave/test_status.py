"""An edition is a concept until its lock holds, and takes route B until every partner consents."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from mpp import omgeving
from mpp.parameters import laad
from mpp.parameters.slot import schrijf_slot
from mpp.problemen import Fout
from mpp.render.omslag import omslag
from tests.parameters.test_laden import GOED
from tests.ronde.stappen import anders, status_van, stel_vast


def test_zonder_slot_is_het_een_concept_en_staat_er_waarom(ps):
    status = status_van(ps)
    assert status.concept
    assert "parameters.lock" in status.redenen[0]


def test_met_alleen_een_slot_is_het_nog_een_concept(ps):
    schrijf_slot(ps)
    status = status_van(ps)
    assert (status.concept, status.gewijzigd, "nog niet vastgesteld" in status.redenen[0]) == (True, False, True)
    with pytest.raises(Fout) as fout:
        status_van(ps, definitief=True)
    assert [p.code for p in fout.value.problemen] == ["niet-vastgesteld"]


def test_met_de_stap_in_het_journaal_is_het_geen_concept(ps):
    schrijf_slot(ps)
    stel_vast(ps, "openbaar", "2023-05-01")
    status = status_van(ps, definitief=True)
    assert (status.concept, status.redenen, status.classificatie, status.staat) == (False, (), "openbaar", "openbaar")
    assert status.merken == ("openbaar",)


def test_wat_na_de_vaststelling_is_gewijzigd_is_concept_en_elke_pagina_zegt_dat(ps):
    schrijf_slot(ps)
    stel_vast(ps, "openbaar", "2023-05-01")
    status = status_van(anders(ps, "laag: 0.7,", "laag: 0.71,"))
    assert status.merken == ("CONCEPT", "gewijzigd na vaststelling", "openbaar")
    assert status.redenen[0].startswith("openbaar, en daarna gewijzigd: ")
    assert "ind.inwilliging" in status.redenen[0]


def test_de_kop_noemt_hoever_een_editie_is_en_wie_haar_mag_lezen(vast):
    intern = replace(vast, staat="vastgesteld Topberaad", classificatie="Dep. VERTROUWELIJK")
    assert intern.merken == ("vastgesteld Topberaad", "Dep. VERTROUWELIJK")
    assert replace(vast, staat="openbaar").merken == ("openbaar",)
    assert intern.voor(beleidscontrole=True).merken == ("Dep. VERTROUWELIJK",)


@pytest.mark.parametrize(
    ("soort", "titel", "versie"),
    [
        ("officieel", "MPP 2023-1", "MPP 2023-1.1"),
        ("openbare reconstructie", "MPP 2023-1 (openbare reconstructie)", "MPP 2023-1.1 (openbare reconstructie)"),
    ],
)
def test_een_versie_staat_in_de_naam_van_de_editie(ps, vast, soort, titel, versie):
    editie = ps.editie.model_copy(update={"soort": soort})
    assert vast.titel(editie) == titel
    assert replace(vast, versie="2023-1.1").titel(editie) == versie


def test_de_voetregel_en_de_verklaring_zijn_van_de_editie(u, vast):
    assert omslag(u, vast).verklaring == "Geen publicatie van de overheid."
    eigen = SimpleNamespace(editie=u.editie.model_copy(update={"voetregel": "Alleen voor de keten"}))
    assert omslag(eigen, vast).verklaring == "Alleen voor de keten"


@pytest.mark.parametrize(
    ("voetregel", "verwacht"),
    [
        ("Alleen voor de keten", "Alleen voor de keten · MPP 2023-1.1"),
        ("MPP 2023-1", "MPP 2023-1.1"),
        ("Prognose van de keten, MPP 2023-1", "Prognose van de keten, MPP 2023-1.1"),
    ],
)
def test_de_voetregel_noemt_de_versie_eenmaal(u, vast, voetregel, verwacht):
    eigen = SimpleNamespace(editie=u.editie.model_copy(update={"voetregel": voetregel}))
    assert omslag(eigen, vast).verklaring == voetregel
    assert omslag(eigen, replace(vast, versie="2023-1.1")).verklaring == verwacht


def test_de_regel_boven_een_pagina_noemt_niets_tweemaal(u, vast):
    eigen = SimpleNamespace(editie=u.editie.model_copy(update={"soort": "officieel", "voetregel": "MPP 2023-1"}))
    assert omslag(eigen, vast).regel == "MPP 2023-1 · openbaar"


def test_een_definitieve_uitgave_van_een_gebroken_slot_wordt_geweigerd_met_wat_er_wijzigde(ps):
    schrijf_slot(ps)
    ps.pad.write_text(GOED.replace("laag: 0.7,", "laag: 0.71,"), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        status_van(laad(ps.pad), definitief=True)
    assert [p.code for p in fout.value.problemen] == ["slot-verbroken"]
    assert "parameters" in fout.value.problemen[0].wat


def test_een_gewijzigde_variant_raakt_alleen_de_beleidscontroles(ps, tmp_path):
    schrijf_slot(ps)
    stel_vast(ps, "openbaar", "2023-05-01")
    (tmp_path / "varianten").mkdir()
    (tmp_path / "varianten" / "baa.yml").write_text("variant: {}\n", encoding="utf-8")
    status = status_van(ps, definitief=True)
    assert not status.concept
    assert not status.voor(beleidscontrole=False).concept
    assert status.voor(beleidscontrole=True).concept
    assert "varianten/baa.yml" in status.voor(beleidscontrole=True).redenen[0]
    with pytest.raises(Fout) as fout:
        status_van(ps, definitief=True, beleidscontrole=True)
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
def test_met_andere_pakketten_is_het_een_concept(ps, monkeypatch, anders, genoemd):
    """What a page looks like follows from the versions that are installed, whatever the lock says."""
    schrijf_slot(ps)
    stel_vast(ps, "openbaar", "2023-05-01")
    vast, versie = omgeving.pakketten(), omgeving._versie
    monkeypatch.setattr(omgeving, "_versie", lambda naam: anders.get(naam) or versie(naam))
    (reden,) = status_van(ps).redenen
    assert not status_van(ps).gewijzigd
    assert reden.endswith(genoemd.format(**vast))
    with pytest.raises(Fout) as fout:
        status_van(ps, definitief=True)
    assert [p.code for p in fout.value.problemen] == ["slot-verbroken"]


def test_ontbrekend_akkoord_is_route_b_met_naam_van_de_partner(ps):
    status = status_van(ps)
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
