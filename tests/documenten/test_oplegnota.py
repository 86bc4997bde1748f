"""The cover note: what is asked along which route, who did not consent to what and why, what was weighed, what goes along."""

import io
from copy import copy
from dataclasses import replace

import pytest
from lxml import html
from pypdf import PdfReader

from mpp.documenten.agenda import lees_agenda
from mpp.documenten.oplegnota import OVERWEGING, bladzijden, oplegnota
from mpp.parameters import Parameterset
from mpp.parameters.akkoord import waardehash
from mpp.parameters.akkoordbestand import lees_akkoorden
from mpp.problemen import Fout
from mpp.ronde.feiten import lees_feiten
from mpp.ronde.status import Status
from tests.akkoord.conftest import KOP
from tests.documenten.proef import kopie, vervang
from tests.editie import PROJECT

B = Status(concept=False, redenen=(), classificatie="openbaar", route="B")
A = replace(B, route="A")


@pytest.fixture
def met_akkoorden(u, tmp_path):
    """The shipped edition with these consents."""

    def maak(*rijen: str):
        pad = tmp_path / "akkoorden.yml"
        pad.write_text(f"{KOP}invoer:\n{''.join(rijen)}" if rijen else KOP, encoding="utf-8")
        anders = copy(u)
        anders.ps = Parameterset(
            u.ps.bestand, u.ps.boom, u.ps.pad, akkoorden=lees_akkoorden(tmp_path / "parameters.yml", tmp_path, u.ps.bestand)
        )
        return anders

    return maak


def pagina(u, status, wortel=None):
    return html.fromstring(bladzijden(u, status, wortel).goed().web)


def woorden(element) -> str:
    return " ".join(element.text_content().split())


def onder(boom, kop: str) -> list[str]:
    """The items of the list under a heading."""
    (h2,) = [h for h in boom.iter("h2") if woorden(h) == kop]
    return [woorden(li) for li in h2.getnext().iter("li")]


def test_zij_telt_twee_bladzijden(u):
    assert len(PdfReader(io.BytesIO(oplegnota(u, B)["oplegnota.pdf"])).pages) == 2


def test_langs_route_b_is_zij_van_apm_met_alle_overwegingen_en_vraagt_een_besluit_daarover(u):
    boom = pagina(u, B)
    feiten = [f for f in lees_feiten(PROJECT.wortel).values() if f.id.startswith(OVERWEGING)]
    assert "NamensAPM" in woorden(boom)
    assert len(onder(boom, "Overwegingen en discussiepunten")) == len(feiten) > 0
    assert "de overwegingen en discussiepunten" in onder(boom, "Wat het Topberaad wordt gevraagd")[0]


def test_langs_route_a_is_zij_van_de_werkgroep_en_zonder_overwegingen(u):
    boom = pagina(u, A)
    assert "NamensDe MPP-werkgroep" in woorden(boom)
    assert "Overwegingen" not in woorden(boom)
    assert onder(boom, "Wat het Topberaad wordt gevraagd")[0].endswith("als gedeeld verwachtingsbeeld van de keten.")


def test_wie_waarmee_niet_instemt_staat_er_met_de_reden_en_de_dag(met_akkoorden, u):
    id = "coa.bezettingspercentage"
    velden = f"organisatie: COA, parameter: {id}, hash: {waardehash(u.ps[id])}, besluit: nee, opmerking: te hoog"
    nee = f"  - {{{velden}, door: C. Smit, datum: 2023-02-01}}\n"
    boom = pagina(met_akkoorden(nee), B)
    assert onder(boom, "Waarmee niet is ingestemd") == [f"COA, over {u.ps[id].label} (1 februari 2023): te hoog"]
    (rij_coa,) = [tr for tr in boom.iter("tr") if woorden(tr).startswith("COAinvoer")]
    assert [woorden(td) for td in rij_coa.iter("td")][1:3] == ["0", "1"]
    assert "Smit" not in woorden(boom)


def test_waar_niemand_is_gevraagd_staat_waarom_en_geen_tabel(u):
    boom = pagina(u, B)
    assert "Om akkoord is niet gevraagd" in woorden(boom)
    assert "Akkoord per organisatie" not in woorden(boom)


def test_de_bijlagen_zijn_die_van_de_agenda_zonder_haarzelf(u):
    rijen = [woorden(tr) for tr in pagina(u, B).find_class("bijlagen")[0].iter("tr")][1:]
    assert rijen == [f"{b.merk}{b.van.titel}" for b in lees_agenda(PROJECT.wortel).bijlagen if b.document != "oplegnota"]


def test_een_definitieve_langs_route_b_zonder_overwegingen_is_een_fout_en_een_concept_zegt_dat_zij_er_nog_niet_zijn(u, tmp_path):
    wortel = kopie(tmp_path, "oplegnota")
    kopie(tmp_path, "topberaad")
    with pytest.raises(Fout) as fout:
        bladzijden(u, B, wortel)
    assert [p.code for p in fout.value.problemen] == ["oplegnota-zonder-overwegingen"]
    assert "nog geen overwegingen" in woorden(pagina(u, replace(B, concept=True), wortel))
    assert "overwegingen" not in woorden(pagina(u, A, wortel)).lower().replace("overwegingen en discussiepunten erbij", "")


def test_een_getypt_getal_in_de_tekst_is_een_fout_met_regel_ook_van_de_andere_route(u, tmp_path):
    wortel = kopie(tmp_path, "oplegnota")
    kopie(tmp_path, "topberaad")
    vervang(
        wortel / "oplegnota" / "teksten.yml",
        ("vast te stellen als gedeeld verwachtingsbeeld", "met 66.940 mensen vast te stellen als beeld"),
    )
    problemen = bladzijden(u, replace(B, concept=True), wortel).problemen
    assert [(p.code, p.bestand) for p in problemen] == [("tekst-cijfer-getypt", "oplegnota/teksten.yml")]
    assert all(p.regel for p in problemen)
