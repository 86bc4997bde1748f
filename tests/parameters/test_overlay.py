"""A file laid over the parameters says only what differs, and is held to the same rules."""

from pathlib import Path

import pytest

from mpp.parameters import Parameterset, laad
from mpp.parameters.overlay import leg_over
from mpp.problemen import Fout, Probleem
from mpp.uitkomsten import bereken
from tests.editie import PROJECT
from tests.parameters.test_laden import GOED

WIJZIGING = """\
wijzigingen:
  - parameter: ind.inwilliging
    aanname: Minder kansrijke aanvragen.
    waarden:
      2024: {waarde: 0.6, laag: 0.5, hoog: 0.7}
  - parameter: ind.afwijzing
    bron: ind-2023
    waarden: {2024: 0.4}
"""

ANDERE_JAREN = """\
editie: {id: "2021-1", naam: MPP 2021-1, vastgesteld: 2021-02-26, peildatum: 2021-01-01, jaren: [2021, 2022, 2023]}
prognose: {}
wijzigingen:
  - parameter: ind.inwilliging
    aanname: Zoals toen bekend.
    waarden: {2021: 0.5}
  - {parameter: ind.afwijzing, aanname: "De rest: 50%.", waarden: {2021: 0.5}}
"""


@pytest.fixture
def ps(tmp_path):
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED, encoding="utf-8")
    return laad(pad)


def test_wat_over_een_variant_wordt_gelegd_blijft_die_variant(ps, schrijf):
    gemerkt = Parameterset(ps.bestand, ps.boom, ps.pad, merk="variant:proef")
    assert leg_over(gemerkt, schrijf(WIJZIGING)).merk == "variant:proef"
    assert leg_over(ps, schrijf(WIJZIGING)).merk == ""


@pytest.fixture
def schrijf(tmp_path):
    def als(tekst: str) -> Path:
        pad = tmp_path / "overlay.yml"
        pad.write_text(tekst, encoding="utf-8")
        return pad

    return als


def test_ook_over_een_wat_als_wordt_gezegd_wat_niet_kan(ps, schrijf):
    """What breaks the rule stands on no line: the overlay does not give it."""
    anders = ps.met({"ind.afwijzing": {"2023": 0.9}})
    overlay = "bronnen:\n  ind-2024: {titel: a, uitgever: b, datum: 2024, soort: ngo}\n"
    assert [(p.code, p.regel) for p in _problemen(anders, schrijf(overlay))] == [("parameter-som", None)]


def _problemen(ps, pad) -> list[Probleem]:
    with pytest.raises(Fout) as fout:
        leg_over(ps, pad)
    for p in fout.value.problemen:
        assert p.bestand == "overlay.yml"
        assert str(p)
    return fout.value.problemen


def _regel(tekst: str, stuk: str) -> int:
    return next(i for i, regel in enumerate(tekst.split("\n"), start=1) if stuk in regel)


def test_alleen_wat_het_bestand_geeft_is_anders(ps, schrijf):
    ander = leg_over(ps, schrijf(WIJZIGING))
    assert ander.jaren("ind.inwilliging").tolist() == [0.78, 0.6]
    assert ander.jaren("ind.afwijzing").tolist() == [0.22, 0.4]
    assert ps.jaren("ind.inwilliging").tolist() == [0.78, 0.7]
    assert (ander.editie, ander.bronnen, ander.prognose) == (ps.editie, ps.bronnen, ps.prognose)


def test_een_gewijzigde_waarde_draagt_de_herkomst_van_het_bestand(ps, schrijf):
    ander = leg_over(ps, schrijf(WIJZIGING))
    inwilliging, afwijzing = ander["ind.inwilliging"], ander["ind.afwijzing"]
    assert ander.herkomst(inwilliging, inwilliging.waarden["2023"]) == (("ind-2023",), None)
    assert ander.herkomst(inwilliging, inwilliging.waarden["2024"]) == ((), "Minder kansrijke aanvragen.")
    assert ander.herkomst(afwijzing, afwijzing.waarden["2023"]) == ((), "De rest.")
    assert ander.herkomst(afwijzing, afwijzing.waarden["2024"]) == (("ind-2023",), None)
    assert (inwilliging.waarden["2024"].laag, inwilliging.waarden["2024"].hoog) == (0.5, 0.7)


def test_een_waarde_gaat_met_haar_eigen_herkomst_voor_die_van_de_wijziging(ps, schrijf):
    bronnen = "bronnen: {nieuw: {titel: T, uitgever: IND, datum: 2024, soort: pers}}\n"
    ander = leg_over(ps, schrijf(bronnen + WIJZIGING.replace("hoog: 0.7}", "hoog: 0.7, bron: nieuw}")))
    assert ander.herkomst(ander["ind.inwilliging"], ander["ind.inwilliging"].waarden["2024"]) == (("nieuw",), None)
    assert ander.bronnen["nieuw"].uitgever == "IND"


def test_de_regel_is_die_van_het_bestand_en_ontbreekt_voor_wat_het_niet_wijzigt(ps, schrijf):
    pad = schrijf(WIJZIGING)
    ander = leg_over(ps, pad)
    assert ander.pad == pad
    assert ander.regel(ander["ind.afwijzing"]) == _regel(WIJZIGING, "ind.afwijzing")
    alleen_band = "wijzigingen: [{parameter: ind.inwilliging, aanname: Onzeker., waarden: {2024: {waarde: 0.7, laag: 0.7, hoog: 0.9}}}]\n"
    assert leg_over(ps, schrijf(alleen_band)).regel(ps["ind.afwijzing"]) is None


def test_lagen_over_elkaar_gelden_allebei(ps, schrijf):
    eerst = leg_over(ps, schrijf(WIJZIGING))
    daarna = leg_over(
        eerst, schrijf(WIJZIGING.replace("2024: {waarde: 0.6, laag: 0.5, hoog: 0.7}", "2023: 0.5").replace("2024: 0.4", "2023: 0.5"))
    )
    assert daarna.jaren("ind.inwilliging").tolist() == [0.5, 0.6]


def test_andere_jaren_nemen_een_niet_gegeven_waarde_van_het_dichtstbijzijnde_jaar(ps, schrijf):
    ander = leg_over(ps, schrijf(ANDERE_JAREN))
    assert ander.editie.titel == "MPP 2021-1 (openbare reconstructie)"
    assert ander.jaren("ind.inwilliging").tolist() == [0.5, 0.78, 0.78]
    waarden = ander["ind.inwilliging"].waarden
    assert ander.herkomst(ander["ind.inwilliging"], waarden["2022"]) == ((), "Overgenomen van 2023 uit MPP 2023-1.")
    assert ander.herkomst(ander["ind.inwilliging"], waarden["2023"]) == (("ind-2023",), None)


PROGNOSE = """\
prognose:
  {omschrijving: proef, verdeling: normaal, zaad: 1, samenhang_jaren: 0.5,
   scenarios: [{id: een, naam: Een, soort: uitsluitend, aanname: Proef., jaren: {JAREN}}]}
"""


def _voor_jaren(*jaren: int) -> str:
    kansen = ", ".join(f"{jaar}: {{kans: 1, verwachting: 40000, spreiding: 3000}}" for jaar in jaren)
    editie = f"editie: {{naam: MPP proef, vastgesteld: {jaren[0]}-02-28, peildatum: {jaren[0]}-01-01, jaren: {list(jaren)}}}\n"
    return editie + PROGNOSE.replace("{JAREN}", f"{{{kansen}}}")


def test_het_hele_project_is_in_andere_jaren_door_te_rekenen_en_wordt_met_niets_gepubliceerds_vergeleken(schrijf):
    ps = PROJECT.laad()
    ander = leg_over(ps, schrijf(_voor_jaren(2022, 2023, 2024)))
    assert ps.gepubliceerd
    assert ander.gepubliceerd == ()
    assert bereken(ander).jaren == (2022, 2023, 2024)


def test_wat_in_de_editie_nog_open_is_blijft_open_en_wat_vaststaat_geldt_ook_voor_eerdere_jaren(schrijf):
    ps = PROJECT.laad()
    vast = ps["gemeenten.taakstelling_vastgesteld"].waarden
    assert "2023-1" in vast
    assert "2027-1" not in vast
    ander = leg_over(ps, schrijf(_voor_jaren(2022, 2023, 2024)))["gemeenten.taakstelling_vastgesteld"].waarden
    assert ander["2022-1"].waarde == vast["2023-1"].waarde
    assert "2024-1" not in ander


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "stuk"),
    [
        ("ind.afwijzing", "ind.afwijzingen", "overlay-parameter-onbekend", "ind.afwijzingen"),
        ("ind.afwijzing", "ind.inwilliging  # weer", "parameter-dubbel", "# weer"),
        ("2024: {waarde: 0.6,", "2025: {waarde: 0.6,", "parameter-periode-onbekend", "2025"),
        ("waarde: 0.6, laag: 0.5, hoog: 0.7", "waarde: 60, laag: 50, hoog: 70", "parameter-aandeel-boven-1", "waarde: 60"),
        ("waarde: 0.6, laag: 0.5, hoog: 0.7", "waarde: '0,6'", "parameter-waarde-geen-getal", "0,6"),
        ("waarde: 0.6, laag: 0.5", "waarde: 0.6, laag: 0.65", "parameter-laag-hoog", "0.65"),
        ("waarde: 0.6, laag", "waarde: 0.5, laag", "parameter-som", "waarde: 0.5"),
        ("    aanname: Minder kansrijke aanvragen.\n", "", "parameter-herkomst-ontbreekt", "waarde: 0.6"),
        ("    bron: ind-2023\n", "    bron: ind-2023\n    aanname: Ook.\n", "parameter-herkomst-dubbel", "ind.afwijzing"),
        ("hoog: 0.7}", "hoog: 0.7, bron: ind-2023, aanname: Ook.}", "parameter-herkomst-dubbel", "waarde: 0.6"),
        ("    bron: ind-2023\n", "    bron: ind-2032\n", "parameter-bron-onbekend", "ind-2032"),
        ("hoog: 0.7}", "hoog: 0.7, bron: ind-2032}", "parameter-bron-onbekend", "ind-2032"),
        ("    waarden: {2024: 0.4}", "    waarde: {2024: 0.4}", "parameters-sleutel-onbekend", "waarde: {"),
        ("    waarden: {2024: 0.4}\n", "", "parameters-sleutel-ontbreekt", "ind.afwijzing"),
        ("wijzigingen:\n", "editie: {kleur: rood}\nwijzigingen:\n", "parameters-sleutel-onbekend", "kleur"),
        ("wijzigingen:\n", "editie: {jaren: veel}\nwijzigingen:\n", "parameters-waarde-ongeldig", "veel"),
        (
            "wijzigingen:\n",
            "bronnen:\n  ind-2023: {titel: T, uitgever: U, datum: 2024, soort: pers}\nwijzigingen:\n",
            "overlay-bron-dubbel",
            "ind-2023: {",
        ),
        ("wijzigingen:\n", "editie: {jaren: [2024, 2025]}\nwijzigingen:\n", "overlay-prognose-ontbreekt", "jaren: ["),
    ],
)
def test_elke_fout_staat_op_haar_regel_van_het_bestand(ps, schrijf, oud, nieuw, code, stuk):
    assert oud in WIJZIGING, "the case no longer fits the file it changes"
    tekst = WIJZIGING[: WIJZIGING.rindex(oud)] + nieuw + WIJZIGING[WIJZIGING.rindex(oud) + len(oud) :]
    gevonden = [(p.code, p.regel) for p in _problemen(ps, schrijf(tekst))]
    assert (code, _regel(tekst, stuk)) in gevonden


def test_een_gebroken_regel_tussen_parameters_wijst_naar_de_wijziging_en_niet_naar_wie_de_regel_heeft(ps, schrijf):
    tekst = "wijzigingen:\n  - parameter: ind.afwijzing\n    aanname: Meer.\n    waarden:\n      2023: 0.22\n      2024: 0.5\n"
    assert [(p.code, p.regel) for p in _problemen(ps, schrijf(tekst))] == [("parameter-som", 6)]


def test_een_onbekende_parameter_krijgt_de_namen_die_erop_lijken(ps, schrijf):
    (fout,) = _problemen(ps, schrijf("wijzigingen:\n  - {parameter: ind.inwiliging, aanname: A., waarden: {2024: 0.5}}\n"))
    assert "bedoeld is misschien ind.inwilliging" in str(fout)
    assert fout.regel == 2


def test_alle_fouten_komen_in_een_keer(ps, schrijf):
    tekst = WIJZIGING.replace("waarde: 0.6, laag: 0.5, hoog: 0.7", "waarde: -0.6").replace("bron: ind-2023", "bron: ind-2032")
    assert {p.code for p in _problemen(ps, schrijf(tekst))} == {"parameter-negatief", "parameter-som", "parameter-bron-onbekend"}


@pytest.mark.parametrize("tekst", ["", "- een\n", "wijziging: []\n", "variant: {titel: Niets}\n"])
def test_een_bestand_dat_niets_wijzigt_is_een_fout(ps, schrijf, tekst):
    assert [p.code for p in _problemen(ps, schrijf(tekst))] == ["overlay-wijzigt-niets"]


def test_andere_secties_zijn_van_wie_het_bestand_leest(ps, schrijf):
    assert leg_over(ps, schrijf("variant: {titel: Proef}\n" + WIJZIGING)).jaren("ind.afwijzing").tolist() == [0.22, 0.4]
