"""The lock holds until something that decides the numbers changes, and then says what."""

import json
from pathlib import Path

import pytest

from mpp import bronbestanden
from mpp.parameters import laad, slot
from tests.parameters.test_laden import GOED


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED, encoding="utf-8")
    return pad


def test_zonder_slot_geen_vergrendeling(pad):
    assert slot.controleer_slot(laad(pad)).alles == ("er is geen parameters.lock; de parameters zijn niet vergrendeld",)


def test_een_vers_slot_houdt_ook_na_een_andere_opmaak(pad):
    slot.schrijf_slot(laad(pad))
    pad.write_text("# opmerking\n" + GOED, encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == ((), ())


def test_een_gewijzigde_parameter_verbreekt_het_slot(pad):
    slot.schrijf_slot(laad(pad))
    pad.write_text(GOED.replace("laag: 0.7,", "laag: 0.71,"), encoding="utf-8")
    assert slot.controleer_slot(laad(pad)).alles == ("de parameters zijn gewijzigd na het vergrendelen; anders: ind.inwilliging",)


def test_het_slot_zegt_wat_er_is_bijgekomen_en_wat_weg_is(pad):
    slot.schrijf_slot(laad(pad))
    anders = GOED.replace("id: ind.afwijzing", "id: ind.afgewezen").replace("[ind.afwijzing]", "[ind.afgewezen]")
    bron = "bronnen:\n  ind-2022: {titel: a, uitgever: b, datum: 2022, soort: ngo}"
    pad.write_text(anders.replace("bronnen:", bron), encoding="utf-8")
    (reden,) = slot.controleer_slot(laad(pad)).alles
    assert reden.endswith("; anders: bronnen, ind.inwilliging; nieuw: ind.afgewezen; verwijderd: ind.afwijzing")


def test_van_een_lange_lijst_worden_de_eerste_genoemd(pad):
    slot.schrijf_slot(laad(pad))
    realisaties = "".join(
        f"\n  - {{id: dtv.r{i}, label: Dossiers, eenheid: dossiers, eigenaar: DT&V, periode: jaar, aanname: '1', waarden: {{2022: 1}}}}"
        for i in range(20)
    )
    pad.write_text(GOED.replace("realisaties: []", f"realisaties:{realisaties}"), encoding="utf-8")
    (reden,) = slot.controleer_slot(laad(pad)).alles
    assert reden.endswith("realisatie:dtv.r10, realisatie:dtv.r11 en 8 andere")


def test_een_andere_versie_verbreekt_het_slot(pad, monkeypatch):
    slot.schrijf_slot(laad(pad))
    monkeypatch.setattr(slot, "__version__", "0.0.1")
    assert slot.controleer_slot(laad(pad)).alles == ("de versie van mpp is anders dan bij het vergrendelen",)


@pytest.mark.parametrize(
    ("naam", "reden"),
    [
        ("gepubliceerd.yml", "de akkoorden, de eerdere edities, de terugblikken of de correcties"),
        ("edities/2022-2/gepubliceerd.yml", "de akkoorden, de eerdere edities, de terugblikken of de correcties"),
        ("edities/2022-2/parameters.yml", "de akkoorden, de eerdere edities, de terugblikken of de correcties"),
        ("toetsing/2022.yml", "de akkoorden, de eerdere edities, de terugblikken of de correcties"),
        ("correcties/2023-1.1.yml", "de akkoorden, de eerdere edities, de terugblikken of de correcties"),
        ("infographic/getallen.yml", "de teksten of de opmaak"),
        ("kamerbrief/kamerbrief.css", "de teksten of de opmaak"),
        ("chapters/beeld/keten.svg", "de teksten of de opmaak"),
        ("glossary.yml", "de teksten of de opmaak"),
        ("_variables.yml", "de teksten of de opmaak"),
    ],
)
def test_een_ander_bestand_verbreekt_het_slot_en_wordt_genoemd(pad, tmp_path, naam, reden):
    (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
    slot.schrijf_slot(laad(pad))
    for inhoud, wat in (("cijfers: []\n", "nieuw"), ("cijfers: {}\n", "anders")):
        (tmp_path / naam).write_text(inhoud, encoding="utf-8")
        assert slot.controleer_slot(laad(pad)).alles == (f"{reden} zijn gewijzigd na het vergrendelen; {wat}: {naam}",)
        slot.schrijf_slot(laad(pad))
        assert slot.controleer_slot(laad(pad)) == ((), ())
    (tmp_path / naam).unlink()
    assert slot.controleer_slot(laad(pad)).alles == (f"{reden} zijn gewijzigd na het vergrendelen; verwijderd: {naam}",)


def test_wat_een_hoofdstuk_noemt_hoort_bij_zijn_tekst(pad, tmp_path):
    """Data that it reads, a helper that it imports, a text that it includes; and what those name in turn."""
    gelezen = {
        "chapters/a.qmd": "{{< include /delen/b.qmd >}}\nimport hulp\n",
        "delen/b.qmd": "`{python} lees('cijfers.csv')`\n",
        "hulp.py": "from rekenen import verdubbel\n",
        "rekenen.py": "",
        "gegevens/cijfers.csv": "a\n1\n",
    }
    los = {"aantekening.txt": "a", "uitkomst.csv": "a", "_output/cijfers.csv": "a", ".cache/cijfers.csv": "a"}
    for naam, inhoud in (gelezen | los).items():
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text(inhoud, encoding="utf-8")
    slot.schrijf_slot(laad(pad))
    for naam in gelezen | los:
        eerder = (tmp_path / naam).read_text(encoding="utf-8")
        (tmp_path / naam).write_text(f"{eerder}#", encoding="utf-8")
        redenen = slot.controleer_slot(laad(pad)).alles
        assert [r.endswith(f"; anders: {naam}") for r in redenen] == [True] * (naam in gelezen), naam
        (tmp_path / naam).write_text(eerder, encoding="utf-8")


def test_wat_python_of_een_tekstverwerker_achterlaat_verbreekt_het_slot_niet(pad, tmp_path):
    slot.schrijf_slot(laad(pad))
    for naam in ("chapters/__pycache__/a.pyc", "chapters/.DS_Store", "chapters/.a.qmd.swp", "chapters/a.qmd~"):
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_bytes(b"x")
    assert slot.controleer_slot(laad(pad)) == ((), ())


def test_elke_regel_van_het_slot_heeft_haar_reden(pad):
    """Of each thing that the lock records a change is told; which values changed is told with the parameters."""
    ps = laad(pad)
    vast = slot.inhoud(ps)
    redenen = set()
    for sleutel in vast.keys() - {"waarden", "cijfers", "prognose", "bestanden", "journaal"}:
        slot.slotpad(ps).write_text(json.dumps({**vast, sleutel: "iets anders"}), encoding="utf-8")
        (reden,) = slot.controleer_slot(ps).alles
        redenen.add(reden)
    for groep, bestanden in vast["bestanden"].items():
        anders = {**vast["bestanden"], groep: {**bestanden, "sha256": "iets anders"}}
        slot.slotpad(ps).write_text(json.dumps({**vast, "bestanden": anders}), encoding="utf-8")
        ((reden,),) = filter(None, slot.controleer_slot(ps))
        redenen.add(reden)
    assert len(redenen) == len(vast) - 5 + len(vast["bestanden"])


def test_een_variant_verbreekt_alleen_het_slot_van_de_beleidscontrole(pad, tmp_path):
    slot.schrijf_slot(laad(pad))
    (tmp_path / "varianten").mkdir()
    (tmp_path / "varianten" / "baa.yml").write_text("variant: {}\n", encoding="utf-8")
    assert slot.controleer_slot(laad(pad)) == ((), ("de varianten zijn gewijzigd na het vergrendelen; nieuw: varianten/baa.yml",))


def test_een_onleesbaar_slot_telt_niet(pad):
    slot.slotpad(laad(pad)).write_text("geen json", encoding="utf-8")
    assert slot.controleer_slot(laad(pad)).alles == ("parameters.lock is geen slot van deze versie van mpp",)
    vast = slot.inhoud(laad(pad))
    for vorm in ([], {**vast, "bestanden": []}, {**vast, "waarden": 1}, {**vast, "bestanden": {**vast["bestanden"], "teksten": "x"}}):
        slot.slotpad(laad(pad)).write_text(json.dumps(vorm), encoding="utf-8")
        assert slot.controleer_slot(laad(pad)).alles == ("parameters.lock is geen slot van deze versie van mpp",)


def test_twee_keer_vergrendelen_geeft_dezelfde_bytes(pad):
    eerste = slot.schrijf_slot(laad(pad)).read_bytes()
    assert slot.schrijf_slot(laad(pad)).read_bytes() == eerste


def test_een_slot_op_niets_is_geen_slot(pad, monkeypatch, tmp_path):
    monkeypatch.setattr(bronbestanden, "_PROGRAMMA", tmp_path / "mpp")
    with pytest.raises(FileNotFoundError):
        slot.inhoud(laad(pad))
