"""Wrong input ends with exit code 2 and, for each problem, file, line, cause and remedy in Dutch; nothing is written."""

import pytest

from tests.parameters.test_laden import GOED
from tests.uitgave.test_plaatsen import inhoud

AFWIJZING = "    waarden: {2023: 0.22, 2024: 0.3}"
VOORRAAD = """
    label: Voorraad
    eenheid: personen
    soort: apm
    eigenaar: IND
    periode: jaar
    waarden: {2023: -22, 2024: 3}
    aanname: De rest.
    kwaliteit: oranje
    impact: rood
realisaties: []
"""

# What is wrong; what is replaced by what; the line with the problem; what the message must name.
SLECHT = {
    "geen YAML": ("jaren: [2023, 2024]", "jaren: [2023, 2024", "  jaren: ", "geen geldige YAML"),
    "jaar ontbreekt": (AFWIJZING, "    waarden: {2023: 0.22}", "    waarden: {2023: 0.22}", "geen waarde voor 2024"),
    "aandeel boven 1": ("0.22, 2024: 0.3}", "0.22, 2024: 1.3}", "    waarden: {2023: 0.22, 2024: 1.3}", "1.3"),
    "aandelen tellen niet op": (
        AFWIJZING,
        AFWIJZING.replace("0.3", "0.2"),
        "      2024: {waarde: 0.7, aanname: Verwacht wordt een daling.}",
        "niet tot",
    ),
    "onbekende eenheid": ("eenheid: aandeel", "eenheid: aandelen", "    eenheid: aandelen", "aandelen"),
    "onbekende sleutel": ("    aanname: De rest.", "    aaname: De rest.", "    aaname: De rest.", "aaname"),
    "negatieve voorraad": ("\nrealisaties: []\n", "\n  - id: coa.voorraad" + VOORRAAD, "    waarden: {2023: -22, 2024: 3}", "negatief"),
}


def regels(tekst: str) -> list[str]:
    return [regel for regel in tekst.splitlines() if regel.startswith("slecht.yml")]


@pytest.mark.parametrize(("goed", "slecht", "regel", "genoemd"), SLECHT.values(), ids=SLECHT)
@pytest.mark.parametrize("opdracht", ["run", "render", "check", "lock"])
def test_elk_probleem_komt_met_plaats_oorzaak_en_oplossing(mpp, tmp_path, monkeypatch, opdracht, goed, slecht, regel, genoemd):
    monkeypatch.chdir(tmp_path)
    tekst = GOED.replace(goed, slecht)
    (tmp_path / "slecht.yml").write_text(tekst, encoding="utf-8")
    eerder = inhoud(tmp_path)

    uitslag = mpp(opdracht, "--parameters", "slecht.yml")

    assert uitslag.code == 2
    nummer = next(i for i, r in enumerate(tekst.splitlines(), start=1) if r.startswith(regel))
    assert [r for r in regels(uitslag.fout) if r.startswith(f"slecht.yml:{nummer}: ") and genoemd in r]
    assert "  Oorzaak: " in uitslag.fout
    assert "  Oplossing: " in uitslag.fout
    assert "Traceback" not in uitslag.fout
    assert inhoud(tmp_path) == eerder


def test_alle_problemen_komen_in_een_keer(mpp, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    tekst = GOED.replace("2024: 0.3}", "2024: 1.3}").replace("hoog: 0.8,", "hoog: 0.1,").replace("bron: ind-2023}", "bron: cbs}")
    (tmp_path / "slecht.yml").write_text(tekst, encoding="utf-8")
    uitslag = mpp("run", "--parameters", "slecht.yml")
    assert len(regels(uitslag.fout)) >= 3
    assert f"{len(regels(uitslag.fout))} problemen gevonden." in uitslag.fout


def test_een_bestand_dat_er_niet_is(mpp, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    uitslag = mpp("run", "--parameters", "weg.yml")
    assert (uitslag.code, "weg.yml" in uitslag.fout) == (2, True)


def test_een_onbekend_document(mpp):
    uitslag = mpp("render", "infografic")
    assert (uitslag.code, "infographic" in uitslag.fout) == (2, True)
