"""A correction says what, why and when; what changed is computed; it makes a version that every document names."""

import pytest

from mpp.getal.correcties import correcties, versie
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.oorsprong import OnbekendeOorsprong
from mpp.parameters import laad, slot
from mpp.problemen import Fout
from mpp.render.omslag import omslag
from mpp.ronde.correctie import corrigeer, lees_correcties
from mpp.ronde.journaal import lees_journaal
from mpp.ronde.vergrendelen import vergrendel
from mpp.uitgave.pakket import pakketnaam
from tests.ronde.stappen import OFFICIEEL, VANDAAG, anders, dag, editie, status_van, stel_vast, tot_topberaad


class Uitkomst:
    """As much of the results as these need."""

    def __init__(self, ps):
        self.ps, self.editie = ps, ps.editie


def verbeter(ps, datum: str = "2023-06-01", soort: str = "correctie"):
    return corrigeer(ps, soort, "De inwilliging in 2024 is 0,6", "De IND leverde een ander cijfer.", dag(datum), "APM", VANDAAG)


def gewijzigd(map_):
    return anders(tot_topberaad(map_), "{waarde: 0.7, aanname", "{waarde: 0.6, aanname", "2024: 0.3}", "2024: 0.4}")


def geweigerd(ps, datum: str = "2023-06-01") -> list[str]:
    with pytest.raises(Fout) as fout:
        verbeter(ps, datum)
    return [p.code for p in fout.value.problemen]


def test_wat_er_is_gewijzigd_wordt_berekend_uit_het_slot(tmp_path):
    ps = gewijzigd(tmp_path)
    (tmp_path / "glossary.yml").write_text("begrippen: []\n", encoding="utf-8")
    correctie, pad = verbeter(ps)
    assert pad == tmp_path / "correcties" / "2023-1.1.yml"
    assert [(c.reeks, c.periode, c.oud, c.nieuw) for c in correctie.cijfers] == [
        ("ind.inwilliging", "2024", 0.7, 0.6),
        ("ind.afwijzing", "2024", 0.3, 0.4),
    ]
    assert correctie.bestanden == ("glossary.yml",)
    assert lees_correcties(ps, lees_journaal(ps)) == (correctie,)


def test_wie_daarna_vergrendelt_leest_de_dag_van_de_vaststelling_en_niet_die_van_de_correctie(tmp_path):
    ps = gewijzigd(tmp_path)
    verbeter(ps)
    with pytest.raises(Fout) as fout:
        vergrendel(anders(ps, "laag: 0.7,", "laag: 0.71,"))
    (gevonden,) = fout.value.problemen
    assert (gevonden.code, gevonden.gegevens["datum"]) == ("lock-vastgesteld", dag("2023-04-28"))


def test_een_wijziging_die_geen_waarde_is_wordt_bij_naam_genoemd(tmp_path):
    ps = anders(tot_topberaad(tmp_path), "Verwacht wordt een daling.", "Verwacht wordt een lichte daling.")
    correctie, _ = verbeter(ps)
    assert (correctie.cijfers, correctie.onderdelen) == ((), ("ind.inwilliging",))


def test_een_waarde_die_erbij_komt_had_geen_eerdere(tmp_path):
    reeks = "{id: ind.x, label: Zaken, eenheid: zaken, eigenaar: IND, periode: jaar, bron: ind-2023, genoemd: '1', waarden: {2022: 1}}"
    ps = anders(tot_topberaad(tmp_path), "realisaties: []", f"realisaties:\n  - {reeks}")
    (cijfer,) = verbeter(ps)[0].cijfers
    assert (cijfer.reeks, cijfer.oud, cijfer.nieuw) == ("realisatie:ind.x", None, 1)


def test_een_correctie_maakt_een_versie_en_daarna_is_de_editie_weer_definitief(tmp_path):
    ps = gewijzigd(tmp_path)
    eerst = status_van(ps)
    assert (eerst.concept, eerst.gewijzigd, eerst.versie) == (True, True, "")
    verbeter(ps)
    status = status_van(ps, definitief=True)
    assert (status.concept, status.staat, status.versie) == (False, "vastgesteld Topberaad", "2023-1.1")
    regel = lees_journaal(ps).laatste
    assert (regel.stap, regel.versie, regel.door) == ("correctie", "2023-1.1", "APM")


def test_de_versie_staat_op_elke_pagina_in_namen_en_in_de_naam_van_het_pakket(tmp_path):
    ps = gewijzigd(tmp_path)
    verbeter(ps)
    u, status = Uitkomst(ps), status_van(ps)
    kaft = omslag(u, status)
    assert (kaft.editie, kaft.staat) == ("MPP 2023-1.1", "vastgesteld Topberaad · voor intern gebruik")
    assert kaft.dag == dag("2023-06-01")
    assert [c.tekst for c in kaft.correcties] == [
        "Versie 2023-1.1 (correctie, 1 juni 2023): De inwilliging in 2024 is 0,6. Waarom: De IND leverde een ander cijfer."
    ]
    assert status.bestandsnaam("rapportage.pdf") == "rapportage-2023-1.1.pdf"
    assert status.bestandsnaam("rapportage/index.html") == "rapportage-2023-1.1/index.html"
    assert status.bestandsnaam("rapportage-2023-1.1/index.html") == "rapportage-2023-1.1/index.html"
    assert pakketnaam("mpp", u, status) == "mpp-2023-1.1"


def test_de_bladzijde_met_correcties_noemt_wat_waarom_wanneer_en_de_waarden(tmp_path):
    ps = gewijzigd(tmp_path)
    assert correcties(u=Uitkomst(ps))._repr_markdown_() == "Er zijn geen correcties."
    verbeter(ps)
    tekst = correcties(u=Uitkomst(ps))._repr_markdown_()
    for deel in ("2023-1.1", "1 juni 2023", "een ander cijfer", 'value="0.7"', 'value="0.6"', 'data-bron="correctie:2023-1.1"'):
        assert deel in tekst
    assert versie(u=Uitkomst(ps)).tekst == "2023-1.1"


def test_elk_getal_op_die_bladzijde_is_na_te_rekenen(tmp_path):
    ps = gewijzigd(tmp_path)
    verbeter(ps)
    narekening = Narekening(Uitkomst(ps))
    waarden = [narekening.waarde("correctie:2023-1.1", f"ind.inwilliging|2024|{kant}") for kant in ("oud", "nieuw")]
    assert waarden == [0.7, 0.6]
    for sleutel in ("ind.inwilliging|2023|oud", "ind.inwilliging|2024"):
        with pytest.raises(OnbekendeOorsprong):
            narekening.waarde("correctie:2023-1.1", sleutel)


def test_een_tweede_correctie_komt_erbij_en_staat_bovenaan(tmp_path):
    ps = gewijzigd(tmp_path)
    verbeter(ps)
    ps = anders(
        ps, "{waarde: 0.6, aanname", "{waarde: 0.65, genoemd: '65%', aanname", "2024: 0.4}", "2024: {waarde: 0.35, genoemd: '35%'}}"
    )
    verbeter(ps, "2023-07-01", "addendum")
    status = status_van(ps)
    assert ([c.versie for c in status.correcties], status.versie) == (["2023-1.1", "2023-1.2"], "2023-1.2")
    tekst = correcties(u=Uitkomst(ps))._repr_markdown_()
    assert tekst.index("Versie 2023-1.2 (addendum, 1 juli 2023)") < tekst.index("Versie 2023-1.1 (correctie, 1 juni 2023)")


def test_een_correctie_die_het_journaal_niet_noemt_houdt_alles_tegen(tmp_path):
    ps = gewijzigd(tmp_path)
    verbeter(ps)
    slot.journaalpad(ps).unlink()
    slot.slotpad(ps).unlink()
    with pytest.raises(Fout) as fout:
        status_van(ps)
    (p,) = fout.value.problemen
    assert (p.code, p.bestand) == ("correctie-zonder-regel", "correcties/2023-1.1.yml")


def test_zonder_wijziging_geen_correctie(tmp_path):
    assert geweigerd(tot_topberaad(tmp_path)) == ["correctie-zonder-wijziging"]


def test_een_editie_die_niet_is_vastgesteld_wordt_gewoon_gewijzigd(tmp_path):
    assert geweigerd(editie(tmp_path, OFFICIEEL)) == ["correctie-niet-vastgesteld"]


@pytest.mark.parametrize(("datum", "code"), [("2023-04-27", "datum-voor-vorige-stap"), ("2024-01-01", "datum-in-toekomst")])
def test_de_dag_van_een_correctie_moet_kunnen(tmp_path, datum, code):
    assert geweigerd(gewijzigd(tmp_path), datum) == [code]
    assert not (tmp_path / "correcties").exists()


def test_wie_buiten_mpp_om_vergrendelt_maakt_de_editie_concept_en_kan_niet_corrigeren(tmp_path):
    ps = gewijzigd(tmp_path)
    slot.schrijf_slot(ps)
    status = status_van(ps)
    assert (status.concept, status.gewijzigd) == (True, True)
    assert geweigerd(ps) == ["slot-niet-vastgesteld"]


@pytest.mark.parametrize(
    ("verander", "code", "regel"),
    [
        (lambda pad: pad.unlink(), "correctie-ontbreekt", None),
        (lambda pad: pad.write_text(pad.read_text(encoding="utf-8").replace("wat:", "wie:"), encoding="utf-8"), "correctie-onjuist", 2),
        (lambda pad: pad.write_text(pad.read_text(encoding="utf-8").replace('"2023-1.1"', '"2023-1.2"'), encoding="utf-8"),
         "correctie-onjuist", 2),
    ],
)  # fmt: skip
def test_een_correctie_die_weg_of_veranderd_is_wordt_geweigerd(tmp_path, verander, code, regel):
    ps = gewijzigd(tmp_path)
    verander(verbeter(ps)[1])
    with pytest.raises(Fout) as fout:
        status_van(ps)
    assert [(p.code, p.bestand, p.regel) for p in fout.value.problemen] == [(code, "correcties/2023-1.1.yml", regel)]


def test_een_andere_tekst_in_een_correctie_verbreekt_het_slot(tmp_path):
    ps = gewijzigd(tmp_path)
    _, pad = verbeter(ps)
    pad.write_text(pad.read_text(encoding="utf-8").replace("ander cijfer", "beter cijfer"), encoding="utf-8")
    status = status_van(ps)
    assert (status.concept, "correcties/2023-1.1.yml" in status.redenen[0]) == (True, True)


def test_een_vastgelegde_correctie_verandert_niet_met_een_volgende(tmp_path):
    ps = gewijzigd(tmp_path)
    _, pad = verbeter(ps)
    pad.write_text(pad.read_text(encoding="utf-8").replace("ander cijfer", "beter cijfer"), encoding="utf-8")
    assert geweigerd(ps) == ["correctie-gewijzigd"]
    pad.unlink()
    assert geweigerd(ps) == ["correctie-ontbreekt"]


def test_de_voetregel_noemt_de_versie(tmp_path):
    ps = gewijzigd(tmp_path)
    verbeter(ps)
    assert omslag(Uitkomst(ps), status_van(ps)).verklaring.endswith(" · MPP 2023-1.1")


def test_een_ander_parameterbestand_heeft_eigen_correcties(tmp_path):
    verbeter(gewijzigd(tmp_path))
    van_ps = (tmp_path / "correcties" / "2023-1.1.yml").read_bytes()
    (tmp_path / "ander.yml").write_text(OFFICIEEL, encoding="utf-8")
    ander = laad(tmp_path / "ander.yml")
    slot.schrijf_slot(ander)
    stel_vast(ander, "werkgroep", "2023-04-01")
    stel_vast(ander, "topberaad", "2023-04-28")
    assert geweigerd(ander) == ["correctie-zonder-wijziging"]
    ander = anders(ander, "Verwacht wordt een daling.", "Verwacht wordt een lichte daling.")
    _, pad = verbeter(ander)
    assert pad == tmp_path / "ander.correcties" / "2023-1.1.yml"
    assert (tmp_path / "correcties" / "2023-1.1.yml").read_bytes() == van_ps
    assert status_van(laad(ander.pad)).versie == "2023-1.1"
    pad.write_text(pad.read_text(encoding="utf-8").replace("ander cijfer", "beter cijfer"), encoding="utf-8")
    assert "anders: ander.correcties/2023-1.1.yml" in status_van(laad(ander.pad)).redenen[0]
    assert geweigerd(ander) == ["correctie-gewijzigd"]
    pad.unlink()
    with pytest.raises(Fout) as fout:
        status_van(laad(ander.pad))
    assert [(p.code, p.bestand) for p in fout.value.problemen] == [("correctie-ontbreekt", "ander.correcties/2023-1.1.yml")]
