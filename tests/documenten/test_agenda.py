"""The agenda of the Topberaad: numbers and order from one small file, and what is wrong in it by line."""

import pytest

from mpp.documenten.agenda import BESTAND, lees_agenda
from mpp.documenten.document import DOCUMENTEN
from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.ronde.status import Status, bepaal_status
from mpp.ronde.werkvoorraad import werkvoorraad
from tests.editie import PROJECT

GOED = """editie: "2023-1"
vergadering: Topberaad
bijlagen:
  - {nummer: "2a", document: oplegnota}
  - {nummer: "2a.1", document: rapportage}
openbaar: [rapportage, open-data]
"""


def agenda(tmp_path, *vervangingen: tuple[str, str]):
    tekst = GOED
    for oud, nieuw in vervangingen:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    pad = tmp_path / BESTAND
    pad.parent.mkdir(exist_ok=True)
    pad.write_text(tekst, encoding="utf-8")
    return lees_agenda(tmp_path)


def test_zij_geeft_elk_document_zijn_nummer_in_de_volgorde_van_het_bestand(tmp_path):
    assert [(b.merk, b.van.naam) for b in agenda(tmp_path).bijlagen] == [("bijlage ad 2a", "oplegnota"), ("bijlage ad 2a.1", "rapportage")]


def test_die_van_deze_editie_noemt_elk_document_met_bladzijden():
    eigen = lees_agenda(PROJECT.wortel)
    assert {b.document for b in eigen.bijlagen} == {naam for naam, d in DOCUMENTEN.items() if d.toonbaar}
    assert not any(DOCUMENTEN[naam].besloten for naam in eigen.openbaar)


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "regel"),
    [
        ("document: rapportage", "document: raportage", "agenda-document-onbekend", 5),
        ("[rapportage, open-data]", "[rapportage, cijfers]", "agenda-document-onbekend", 6),
        ("[rapportage, open-data]", "[rapportage, oplegnota]", "agenda-besloten", 6),
        ("document: rapportage", "document: open-data", "agenda-zonder-bladzijden", 5),
        ('"2a.1"', '"2a"', "agenda-dubbel", 5),
        ("document: rapportage", "document: oplegnota", "agenda-dubbel", 5),
        ('"2a.1"', '"bijlage 3"', "agenda-nummer", 5),
        ('"2a.1"', '"../2a"', "agenda-nummer", 5),
        ('"2a.1"', "2.1", "agenda-nummer", 5),
        ("vergadering: Topberaad\n", "vergaderring: Topberaad\n", "parameters-sleutel-onbekend", 2),
    ],
)
def test_een_fout_heeft_haar_regel(tmp_path, oud, nieuw, code, regel):
    with pytest.raises(Fout) as fout:
        agenda(tmp_path, (oud, nieuw))
    assert (code, BESTAND, regel) in [(p.code, p.bestand, p.regel) for p in fout.value.problemen]
    assert all(str(p) for p in fout.value.problemen)


def test_een_onbekend_document_noemt_wat_erop_lijkt(tmp_path):
    with pytest.raises(Fout, match="bedoeld is misschien rapportage"):
        agenda(tmp_path, ("document: rapportage", "document: raportage"))


@pytest.mark.parametrize("tekst", ["", "bijlagen: []\nvergadering: x\n", "- a\n"])
def test_een_leeg_of_ander_bestand_is_een_fout(tmp_path, tekst):
    pad = tmp_path / BESTAND
    pad.parent.mkdir()
    pad.write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees_agenda(tmp_path)
    assert all(str(p) for p in fout.value.problemen)


def test_zonder_bestand_wordt_het_genoemd(tmp_path):
    with pytest.raises(Fout, match=BESTAND):
        lees_agenda(tmp_path)


def test_een_document_dat_de_editie_niet_heeft_valt_weg_en_de_andere_houden_hun_nummer(u, tmp_path, monkeypatch):
    monkeypatch.setattr("mpp.documenten.monitor.ontbreekt", lambda u, status: "er zijn geen cijfers")
    tekst = ('{nummer: "2a", document: oplegnota}', '{nummer: "2a", document: monitor}')
    status = Status(concept=True, redenen=(), classificatie="openbaar", route="B")
    assert [(b.nummer, b.document) for b in agenda(tmp_path, tekst).voor(u, status).bijlagen] == [("2a.1", "rapportage")]


def test_die_van_een_andere_ronde_wordt_geweigerd_en_staat_in_de_werkvoorraad(tmp_path):
    u = PROJECT.bereken()
    met = agenda(tmp_path, ('editie: "2023-1"', 'editie: "2022-2"'))
    with pytest.raises(Fout) as fout:
        met.voor(u, bepaal_status(u))
    assert [(p.code, p.gegevens["van"]) for p in fout.value.problemen] == [("agenda-andere-editie", "2022-2")]
    (tmp_path / "parameters.yml").write_text('editie: {id: "2023-1"}\n', encoding="utf-8")
    (post,) = werkvoorraad(Projectmap(tmp_path, tmp_path / "parameters.yml"))
    assert (post.bestand, post.vorige, post.bron) == (BESTAND, "Topberaad: 2a, 2a.1", "2022-2")
    assert post.regel == 1
