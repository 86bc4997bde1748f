"""Of every value the date of its source, and which rest on what became known only after the edition."""

from datetime import date

import pytest

from mpp.getal.kennis import met_latere_kennis, tabel_kennis, tabel_latere_kennis
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.oorsprong import OnbekendeOorsprong
from mpp.parameters import laad
from mpp.ronde.kennis import SOORTEN, latere_kennis, telling, wat_bekend_was
from tests.editie import PROJECT, uitkomsten
from tests.parameters.test_laden import GOED

BRONNEN = """\
bronnen:
  vroeg: {titel: x, uitgever: IND, datum: 2023-02-10, soort: officieel}
  op-de-dag: {titel: x, uitgever: IND, datum: 2023-04-28, soort: officieel}
  laat: {titel: x, uitgever: IND, datum: 2023-07-13, soort: officieel}
  april: {titel: x, uitgever: IND, datum: 2023-04, soort: officieel}
  maart: {titel: x, uitgever: IND, datum: 2023-03, soort: officieel}
  jaar: {titel: x, uitgever: IND, datum: 2023, soort: officieel}
"""
PROGNOSE = """\
prognose:
  omschrijving: x
  verdeling: normaal
  zaad: 1
  samenhang_jaren: 0.5
  scenarios:
    - {id: eerst, naam: Eerst, soort: uitsluitend, aanname: x, genoemd: '900 en 90', jaren: {
       2023: {kans: 1, verwachting: 900, spreiding: 90}, 2024: {kans: 1, verwachting: 900, spreiding: 90}}}
    - {id: ook, naam: Ook, soort: additief, bron: laat, genoemd: '90, 9 en 0,5', jaren: {2023: {kans: 0.5, verwachting: 90, spreiding: 9},
       2024: {kans: 0.5, verwachting: 90, spreiding: 9}}}
"""


def parameter(id: str, herkomst: str, waarde: str = "50", extra: str = "") -> str:
    return (
        f"  - {{id: {id}, label: x, eenheid: zaken, soort: apm, eigenaar: IND, periode: vast, {herkomst},\n"
        f"     genoemd: '50', waarden: {{vast: {waarde}}},\n"
        f"     kwaliteit: oranje, impact: groen{extra}}}\n"
    )


def bekend(tmp_path, parameters: str, realisaties: str = "", prognose: str = PROGNOSE):
    """What was known of each parameter, by id."""
    kop, _, _ = GOED.partition("bronnen:\n")
    komst = f"realisaties:\n{realisaties}" if realisaties else "realisaties: []\n"
    pad = tmp_path / "parameters.yml"
    pad.write_text(f"{kop}{BRONNEN}{prognose}parameters:\n{parameters}{komst}gepubliceerd: []\n", encoding="utf-8")
    return {k.id: k for k in wat_bekend_was(laad(pad))}


@pytest.mark.parametrize(
    ("bron", "sinds", "later"),
    [
        ("vroeg", date(2023, 2, 10), False),
        ("op-de-dag", date(2023, 4, 28), False),
        ("laat", date(2023, 7, 13), True),
        ("maart", date(2023, 3, 31), False),  # a month counts by its end
        ("april", date(2023, 4, 30), True),
        ("jaar", date(2023, 12, 31), True),  # and so does a year
        ("[vroeg, laat]", date(2023, 7, 13), True),  # of more sources the last
    ],
)
def test_een_waarde_is_latere_kennis_als_haar_bron_van_na_de_vaststelling_is(tmp_path, bron, sinds, later):
    k = bekend(tmp_path, parameter("a.b", f"bron: {bron}"))["a.b"]
    assert (k.sinds, k.na_vaststelling, k.later) == (sinds, later, later)


def test_een_stand_van_de_peildatum_die_voor_de_vaststelling_is_gepubliceerd_is_geen_latere_kennis(tmp_path):
    assert not bekend(tmp_path, parameter("a.b", "bron: vroeg, peildatum: 2023-01-01"))["a.b"].later


def test_een_aanname_is_alleen_latere_kennis_als_het_bestand_het_zegt(tmp_path):
    zonder = bekend(tmp_path, parameter("a.b", "aanname: In mei 2023 waren het er 50"))["a.b"]
    assert (zonder.later, zonder.sinds) == (False, None)
    met = bekend(tmp_path, parameter("a.b", "aanname: In mei 2023 waren het er 50, later: geteld in mei"))["a.b"]
    assert (met.later, met.reden) == (True, "geteld in mei")


def test_een_reden_bij_de_waarde_gaat_voor_die_bij_de_parameter(tmp_path):
    k = bekend(tmp_path, parameter("a.b", "aanname: x, later: van alle", "{waarde: 50, later: van deze}"))["a.b"]
    assert k.reden == "van deze"


def test_wat_uit_latere_kennis_volgt_is_het_ook_tot_waar_een_eigen_bron_staat(tmp_path):
    reeks = "  - {id: x.y, label: x, eenheid: zaken, eigenaar: IND, periode: jaar, bron: laat, genoemd: '50', waarden: {2022: 50}}\n"
    wat = bekend(
        tmp_path,
        parameter("a.een", "aanname: x, volgt_uit: 'x.y[2022]'")
        + parameter("a.twee", "aanname: x, volgt_uit: a.een")
        + parameter("a.drie", "bron: vroeg, volgt_uit: a.een")
        + parameter("a.vier", "aanname: x, volgt_uit: a.drie"),
        reeks,
    )
    assert {id: k.uit for id, k in wat.items() if id.startswith("a.")} == {
        "a.een": ("x.y",),
        "a.twee": ("a.een",),
        "a.drie": (),
        "a.vier": (),
    }


def test_formules_die_naar_elkaar_verwijzen_lopen_niet_rond(tmp_path):
    wat = bekend(tmp_path, parameter("a.een", "aanname: x, volgt_uit: a.twee") + parameter("a.twee", "aanname: x, volgt_uit: a.een"))
    assert not wat["a.een"].later


def test_ook_van_een_toekomstscenario_is_de_datum_van_de_bron_bekend(tmp_path):
    wat = bekend(tmp_path, parameter("a.b", "bron: vroeg"))
    assert (wat["ook"].later, wat["eerst"].later) == (True, False)
    met = PROGNOSE.replace("aanname: x, genoemd", "aanname: x, later: omdat, genoemd")
    assert bekend(tmp_path, parameter("a.b", "bron: vroeg"), prognose=met)["eerst"].reden == "omdat"


# The shipped edition.

_PS = PROJECT.laad()


def test_elke_waarde_van_de_editie_is_een_keer_geteld():
    sleutels = [(k.soort, k.id, k.label, k.periode) for k in wat_bekend_was(_PS)]
    assert len(sleutels) == len(set(sleutels)) == sum(t.alle for t in telling(_PS).values())


def test_in_de_invoer_van_de_editie_staat_bij_elke_waarde_met_een_latere_bron_waarom():
    assert [k.id for k in latere_kennis(_PS, "parameter", "prognose") if not (k.reden or k.uit)] == []


def test_opeenvolgende_perioden_met_dezelfde_reden_zijn_samen_genoemd():
    (k,) = (k for k in latere_kennis(_PS, "parameter") if k.id == "ind.beslistermijn")
    jaren = _PS.editie.jaren
    assert k.periode == f"{jaren[0]}–{jaren[-1]}"


def test_de_tabellen_noemen_elke_waarde_en_hun_aantallen_zijn_na_te_rekenen():
    u = uitkomsten()
    assert len(tabel_latere_kennis(*SOORTEN, u=u).rijen) == len(latere_kennis(u.ps))
    narekening, geteld = Narekening(u), telling(u.ps)
    for rij, soort in zip(tabel_kennis(u=u).rijen, SOORTEN, strict=True):
        for cel in rij[1:]:
            assert narekening.waarde(cel.bron, cel.sleutel) == cel.waarde
        assert rij[2].waarde == geteld[soort].later
        assert met_latere_kennis(soort, u=u).tekst == f"{geteld[soort].later} van de {geteld[soort].alle} waarden"


@pytest.mark.parametrize(("bron", "sleutel"), [("kennis:parameter", "nooit"), ("kennis:waarheid", "alle")])
def test_een_telling_die_er_niet_is_is_niet_na_te_rekenen(bron, sleutel):
    with pytest.raises(OnbekendeOorsprong):
        Narekening(uitkomsten()).waarde(bron, sleutel)
