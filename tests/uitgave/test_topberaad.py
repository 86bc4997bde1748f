"""The annexes of the Topberaad: under their numbers, all in one PDF, and only what may be public."""

import io
import re
from dataclasses import replace

import pytest
from lxml import html
from pypdf import PdfReader

from mpp.documenten import topberaad
from mpp.documenten.agenda import lees_agenda
from mpp.documenten.infographic import infographic
from mpp.documenten.kamerbrief import kamerbrief
from mpp.documenten.topberaad import topberaad_pdf, topberaadmap
from mpp.problemen import Fout
from mpp.ronde.status import Status
from mpp.uitgave.pakket import inhoud_van
from mpp.website.samen import zonder_website
from tests.editie import uitkomsten

VAST = Status(concept=False, redenen=(), classificatie="openbaar", route="A", staat="openbaar")
CONCEPT = replace(VAST, concept=True, classificatie="voor intern gebruik", staat="concept")
AGENDA = """editie: "2023-1"
vergadering: Topberaad
bijlagen: [{nummer: "2a", document: infographic}, {nummer: "2a.1", document: kamerbrief}]
openbaar: [infographic]
"""


@pytest.fixture(scope="module")
def u():
    return uitkomsten()


@pytest.fixture(scope="module")
def bestanden(u):
    return {**infographic(u, VAST), **kamerbrief(u, VAST), "productiemodel.xlsx": b"x"}


@pytest.fixture(autouse=True)
def agenda(monkeypatch, tmp_path):
    """An agenda of two documents in the place of that of the project."""
    from mpp.documenten import agenda

    pad = tmp_path / agenda.BESTAND
    pad.parent.mkdir()
    pad.write_text(AGENDA, encoding="utf-8")
    gelezen = lees_agenda(tmp_path)
    for module in (topberaad, agenda):
        monkeypatch.setattr(module, "lees_agenda", lambda wortel: gelezen)
    monkeypatch.setattr("mpp.uitgave.pakket.lees_agenda", lambda wortel: gelezen)


def bladen(inhoud: bytes) -> list[str]:
    return [" ".join(blad.extract_text().split()) for blad in PdfReader(io.BytesIO(inhoud)).pages]


def test_elk_document_staat_er_onder_zijn_nummer_en_draagt_dat_met_de_classificatie_op_elke_bladzijde(bestanden, u):
    stukken = topberaadmap(bestanden, u, VAST)
    assert list(stukken) == ["bijlage-ad-2a-infographic.pdf", "bijlage-ad-2a.1-kamerbrief.pdf", "index.html"]
    for naam, merk in (("bijlage-ad-2a-infographic.pdf", "bijlage ad 2a"), ("bijlage-ad-2a.1-kamerbrief.pdf", "bijlage ad 2a.1")):
        assert all(f"{merk} · openbaar" in blad for blad in bladen(stukken[naam]))


def test_de_index_noemt_titel_bladzijden_staat_en_classificatie_en_leidt_naar_elk_bestand(bestanden, u):
    stukken = topberaadmap(bestanden, u, VAST)
    boom = html.fromstring(stukken["index.html"])
    rijen = [[" ".join(cel.text_content().split()) for cel in rij] for rij in boom.find(".//tbody")]
    aantallen = [str(len(bladen(stukken[naam]))) for naam in list(stukken)[:2]]
    assert rijen == [
        ["bijlage ad 2a", "Infographic", aantallen[0], "openbaar"],
        ["bijlage ad 2a.1", "Bijlage bij de Kamerbrief", aantallen[1], "openbaar"],
    ]
    assert [a.get("href") for a in boom.iter("a")] == list(stukken)[:2]
    assert "Stand van de editie: openbaar" in " ".join(boom.text_content().split())


def test_van_een_concept_zeggen_naam_en_bladzijde_dat(u):
    gemaakt = {CONCEPT.bestandsnaam(pad): inhoud for pad, inhoud in {**infographic(u, CONCEPT), **kamerbrief(u, CONCEPT)}.items()}
    stukken = topberaadmap(gemaakt, u, CONCEPT)
    assert "bijlage-ad-2a-infographic-CONCEPT.pdf" in stukken
    assert all("voor intern gebruik" in blad for blad in bladen(stukken["bijlage-ad-2a-infographic-CONCEPT.pdf"]))


def test_alles_in_een_begint_met_de_inhoud_en_telt_door(bestanden, u):
    geheel = topberaad_pdf(bestanden, u, VAST)
    gelezen = bladen(geheel)
    los = [len(bladen(bestanden[naam])) for naam in ("infographic.pdf", "kamerbrief-bijlage.pdf")]
    assert len(gelezen) == 1 + sum(los)
    assert all(
        blad.endswith(f"blad {nr} van {len(gelezen)}") or f"blad {nr} van {len(gelezen)}" in blad for nr, blad in enumerate(gelezen, 1)
    )
    lezer = PdfReader(io.BytesIO(geheel))
    op_top = [b.title for b in lezer.outline if not isinstance(b, list)]
    assert op_top[1:] == ["Bijlage ad 2a – Infographic", "Bijlage ad 2a.1 – Bijlage bij de Kamerbrief"]
    doelen = {naam: lezer.get_destination_page_number(doel) for naam, doel in lezer.named_destinations.items()}
    assert (doelen["ad-2a"], doelen["ad-2a.1"]) == (1, 1 + los[0])
    assert f"{2 + los[0]}" in gelezen[0]
    assert topberaad_pdf(bestanden, u, VAST) == geheel


def test_waar_een_bijlage_begint_volgt_uit_de_bladzijden_van_de_inhoud(bestanden, u, monkeypatch):
    gewoon = topberaad._voorblad

    def langer(*gegevens):
        blad = gewoon(*gegevens)
        return replace(blad, druk=blad.druk.replace("<main>", '<main><p style="break-after: page">Vooraf.</p>'))

    monkeypatch.setattr(topberaad, "_voorblad", langer)
    lezer = PdfReader(io.BytesIO(topberaad_pdf(bestanden, u, VAST)))
    inhoud = " ".join(lezer.pages[1].extract_text().split())
    assert re.findall(r"bijlage ad 2a Infographic (\d+) (\d+)", inhoud) == [("4", "3")]
    assert lezer.get_destination_page_number(lezer.named_destinations["ad-2a"]) == 2


def test_in_een_pakket_voor_openbaarmaking_staat_alleen_wat_de_agenda_openbaar_noemt(u):
    assert {pad.partition(".")[0] for pad in zonder_website(inhoud_van("openbaar", u, VAST))} == {"infographic"}


@pytest.mark.parametrize("status", [CONCEPT, replace(VAST, classificatie="voor intern gebruik")])
def test_een_concept_en_wat_niet_openbaar_is_krijgt_geen_pakket_voor_openbaarmaking(u, status):
    with pytest.raises(Fout) as fout:
        inhoud_van("openbaar", u, status)
    assert [p.code for p in fout.value.problemen] == ["openbaar-geen-uitgave"]
