"""Documents are made together: all their files, or all their problems."""

import pytest

from mpp.documenten.document import DOCUMENTEN, kies
from mpp.problemen import Fout, probleem
from mpp.uitgave import samenstellen
from mpp.uitgave.samenstellen import stel_samen


class Opgeschreven:
    def __init__(self):
        self.stappen = []

    def begin(self, stap):
        self.stappen.append(("begin", stap))

    def klaar(self, stap):
        self.stappen.append(("klaar", stap))


def test_alle_bestanden_komen_er_in_volgorde_van_pad_uit(u, vast, met_documenten):
    bestanden = stel_samen(met_documenten("twee", "een"), u, vast)
    assert list(bestanden.items()) == [
        ("een.txt", b"een"),
        ("een/blad.txt", b"MPP 2023-1"),
        ("twee.txt", b"A"),
    ]


def test_een_concept_krijgt_het_merk_in_elke_bestandsnaam(u, concept, met_documenten):
    bestanden = stel_samen(met_documenten("een", "twee"), u, concept)
    assert list(bestanden) == ["een-CONCEPT.txt", "een-CONCEPT/blad.txt", "twee-CONCEPT.txt"]


def test_de_problemen_van_alle_documenten_komen_samen_en_elk_een_keer(u, vast, met_documenten):
    with pytest.raises(Fout) as fout:
        stel_samen(met_documenten("fout", "een", "nog_een_fout"), u, vast)
    assert [p.gegevens["id"] for p in fout.value.problemen] == ["x", "y", "z"]


def test_alleen_wat_definitief_is_moet_vaststaan(u, vast, concept, met_documenten, monkeypatch):
    def niet_vast(maak, wortel):
        raise Fout([probleem("vast-los", bestand="figures/kaart.py", regel=3, pad="los.txt")])

    monkeypatch.setattr(samenstellen, "maak_vast", niet_vast)
    assert stel_samen(met_documenten("een"), u, concept)
    with pytest.raises(Fout) as fout:
        stel_samen(met_documenten("een"), u, vast)
    assert [(p.code, p.plaats) for p in fout.value.problemen] == [("vast-los", "figures/kaart.py:3")]


@pytest.mark.parametrize("namen", [("onze_fout",), ("onze_fout", "een")])
def test_een_fout_van_ons_blijft_herkenbaar(u, vast, met_documenten, namen):
    with pytest.raises(ZeroDivisionError, match="telt nergens op"):
        stel_samen(met_documenten(*namen), u, vast)


def test_twee_documenten_met_hetzelfde_bestand_wordt_niet_stil_een(u, vast, met_documenten):
    with pytest.raises(ValueError, match=r"twee\.txt"):
        stel_samen(met_documenten("twee", "ook_twee"), u, vast)


def test_van_elke_stap_wordt_begin_en_eind_gemeld(u, vast, met_documenten):
    voortgang = Opgeschreven()
    stel_samen(met_documenten("een", "twee"), u, vast, voortgang)
    assert sorted(voortgang.stappen) == [("begin", "een"), ("begin", "twee"), ("klaar", "een"), ("klaar", "twee")]


def test_een_onbekend_document_wordt_genoemd_met_wat_er_op_lijkt(tmp_path):
    with pytest.raises(Fout) as fout:
        kies(tmp_path, ["infografic", "open-data"])
    (probleem,) = fout.value.problemen
    assert probleem.code == "document-onbekend"
    assert "infographic" in probleem.remedie


def test_alleen_de_rapportage_is_er_als_word_document(tmp_path):
    assert [d.functie for d in kies(tmp_path, vorm="docx")] == ["mpp.documenten.rapportage:rapportage_docx"]
    with pytest.raises(Fout) as fout:
        kies(tmp_path, ["rapportage", "kamerbrief"], vorm="docx")
    (probleem,) = fout.value.problemen
    assert (probleem.code, probleem.gegevens["naam"]) == ("document-vorm", "kamerbrief")


@pytest.mark.parametrize("document", DOCUMENTEN.values(), ids=lambda d: d.naam)
def test_van_elk_document_bestaat_de_functie(document):
    assert callable(document.maker())


def test_wat_een_lezer_niet_mag_zien_houdt_het_document_tegen(u, concept, met_documenten):
    with pytest.raises(Fout) as fout:
        stel_samen(met_documenten("met_een_restant"), u, concept)
    codes = {p.code for p in fout.value.problemen}
    assert {"controle-html-restant", "controle-html-staat", "controle-html-getal"} <= codes


def test_een_document_dat_de_keuring_niet_haalt_wordt_niet_uitgegeven(u, vast, met_documenten):
    with pytest.raises(Fout) as fout:
        stel_samen(met_documenten("een", "zonder_editie"), u, vast)
    assert {p.bestand for p in fout.value.problemen} == {"blad.html"}
