"""No file is written or packed outside its folder, or under a name that another machine does not know."""

import datetime
import json

import pytest

from mpp.documenten import document as documenten
from mpp.inpakken import inpakken
from mpp.padnamen import eis_paden
from mpp.parameters import laad
from mpp.pdf import Bijlage, PdfMeta, maak_pdf
from mpp.plaatsen import plaats
from mpp.problemen import Fout
from mpp.uitgave.pakket import maak_pakket
from mpp.uitkomsten.register import register
from mpp.varianten import namen
from tests.parameters.test_laden import GOED

BUITEN = [
    "../elders.txt",
    "a/../../elders.txt",
    "..",
    ".",
    "a/./b.txt",
    "/etc/elders.txt",
    "//server/deel.txt",
    "",
    "a//b.txt",
    "a/",
    "..\\elders.txt",
    "a\\b.txt",
    "C:/elders.txt",
    "C:elders.txt",
    "a.txt:stroom",
    "a\0.txt",
    "a\n.txt",
    "a\u202etxt.exe",
    "a\udc80.txt",
    "nul",
    "map/CON.txt",
    "aux .csv",
    "Lpt1.pdf",
    "com¹",
    "a.",
    "map /b.txt",
    " a.txt",
    "a?.txt",
    "a*.txt",
    "a" * 300,
]
DAG = datetime.date(2023, 4, 28)


@pytest.mark.parametrize("pad", BUITEN)
def test_een_pad_dat_naar_buiten_leidt_of_ergens_geen_naam_is_wordt_geweigerd(pad, tmp_path):
    doel = tmp_path / "a" / "b" / "uit"
    for doe in (lambda: plaats({"goed.txt": b"1", pad: b"2"}, doel), lambda: inpakken({"goed.txt": b"1", pad: b"2"}, DAG)):
        with pytest.raises(Fout) as fout:
            doe()
        assert {p.code for p in fout.value.problemen} == {"uitvoer-naam"}
        assert all(p.wat.isprintable() for p in fout.value.problemen)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "paden",
    [("a.txt", "A.txt"), ("map/a.txt", "Map/b.txt"), ("één", "e\u0301e\u0301n"), ("straße", "STRASSE"), ("a", "a/b"), ("a/b", "a")],
)
def test_twee_paden_die_op_een_andere_computer_hetzelfde_zijn_worden_geweigerd(paden, tmp_path):
    with pytest.raises(Fout) as fout:
        plaats(dict.fromkeys(paden, b""), tmp_path)
    assert [p.code for p in fout.value.problemen] == ["uitvoer-naam"]


def test_gewone_namen_mogen():
    eis_paden(["rapportage/één hoofdstuk.html", "rapportage/index.html", "[Content_Types].xml", "_rels/.rels", "a/console.txt", "x/com10"])


@pytest.mark.parametrize("naam", ["../elders.csv", "/elders.csv", ""])
def test_een_bijlage_van_een_pdf_heeft_ook_een_gewone_naam(naam):
    meta = PdfMeta(titel="Proef", onderwerp="Proef", auteur="mpp", datum=DAG)
    with pytest.raises(Fout) as fout:
        maak_pdf("<html lang='nl'><title>Proef</title><p>a", meta=meta, bijlagen=[Bijlage(naam, b"", "text/csv", "cijfers")])
    assert [p.code for p in fout.value.problemen] == ["uitvoer-naam"]


@pytest.mark.parametrize("id", ["x/../../elders", "../x", "2023/1", "2023 1", "", "2023-1-CONCEPT", "2023.1", "één", "2023-1\n", "-1"])
@pytest.mark.parametrize("veld", ["id", "vorige"])
def test_de_id_van_een_editie_heeft_een_gesloten_vorm(tmp_path, id, veld):
    pad = tmp_path / "parameters.yml"
    geschreven = json.dumps(id, ensure_ascii=False)
    nieuw = f"id: {geschreven}," if veld == "id" else f'id: "2023-1", vorige: {geschreven},'
    pad.write_text(GOED.replace('id: "2023-1",', nieuw), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        laad(pad)
    (p,) = fout.value.problemen
    assert (p.code, p.regel, p.gegevens["sleutel"]) == ("parameters-waarde-ongeldig", 2, veld)
    assert "koppeltekens" in p.oorzaak


def test_wie_het_ook_vraagt_een_pakket_komt_niet_buiten_zijn_map(u, vast, met_documenten, tmp_path):
    """Also when the id did not come from a file that was held against its form."""
    met_documenten("een")
    u.editie = u.editie.model_copy(update={"id": "x/../../../../elders"})
    with pytest.raises(Fout) as fout:
        maak_pakket(u, vast, tmp_path / "a" / "b" / "c" / "uit")
    assert {p.code for p in fout.value.problemen} == {"uitvoer-naam"}
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize("naam", ["Baa", "b a a", "één", "a.b", "varianten", "rapportage", "open-data", "baa-CONCEPT"])
def test_de_naam_van_een_variant_heeft_een_gesloten_vorm(tmp_path, naam):
    (tmp_path / "varianten").mkdir()
    (tmp_path / "varianten" / f"{naam}.yml").write_text("variant: {}\n", encoding="utf-8")
    (tmp_path / "varianten" / "goed-2.yml").write_text("variant: {}\n", encoding="utf-8")
    with pytest.raises(Fout) as fout:
        documenten.varianten(tmp_path)
    (p,) = fout.value.problemen
    assert (p.code, p.bestand) == ("variant-naam", f"varianten/{naam}.yml")
    (tmp_path / "varianten" / f"{naam}.yml").unlink()
    assert namen(tmp_path) == ("goed-2",)


def test_documenten_indicatoren_en_partners_heten_zo_dat_een_bestand_ernaar_kan_heten():
    eis_paden([f"{naam}.csv" for naam in (*documenten.DOCUMENTEN, *register(), *{i.organisatie for i in register().values()})])
