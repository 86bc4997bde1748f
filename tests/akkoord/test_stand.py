"""A consent belongs to a value: it holds as long as that is what it was, and of what was said last counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mpp.parameters.akkoord import waardehash
from mpp.parameters.overlay import leg_over
from mpp.parameters.schema import Parameter
from mpp.ronde.akkoordstand import hash_van, is_rond, route, standen, standen_invoer, zonder_akkoord
from mpp.uitkomsten import register
from tests.akkoord.conftest import PARAMETERS, alles_ja, rij

EIGEN = next(id for id, i in register().items() if i.organisatie == "COA" and i.niveau == "extern" and i.eenheid == "personen")


def staat(u, organisatie="IND", parameter="ind.inwilliging") -> str:
    return next(s.staat for s in u.ps.akkoord(u.ps[parameter]) if s.organisatie == organisatie)


def test_zonder_bestand_is_elk_akkoord_open_en_vraagt_een_parameter_het_haar_eigenaar(u):
    assert [(s.organisatie, s.onderwerp, s.staat) for s in standen_invoer(u.ps)] == [
        ("IND", "ind.inwilliging", "open"),
        ("COA", "ind.inwilliging", "open"),
        ("IND", "ind.afwijzing", "open"),
    ]


def test_voor_een_hele_editie_is_te_zeggen_dat_niemand_is_gevraagd_en_wie_wel_iets_zei_telt(editie, u):
    stil = editie(akkoorden="niet_gevraagd: openbare reconstructie\n")
    assert {s.staat for s in standen(stil)} == {"niet gevraagd"}
    gezegd = editie(akkoorden=f"niet_gevraagd: openbare reconstructie\ninvoer:\n{rij(u.ps)}")
    assert (staat(gezegd), staat(gezegd, "COA")) == ("gegeven", "niet gevraagd")


@pytest.mark.parametrize(
    ("anders", "verwacht"),
    [({}, "gegeven"), ({"besluit": "nee", "opmerking": "te hoog"}, "geweigerd"), ({"hash": "0123456789abcdef"}, "vervallen")],
)
def test_een_akkoord_is_gegeven_geweigerd_of_vervallen(editie, u, anders, verwacht):
    assert staat(editie(akkoorden=f"invoer:\n{rij(u.ps, **anders)}")) == verwacht


def test_wat_een_organisatie_het_laatst_zei_telt(editie, u):
    nee = rij(u.ps, besluit="nee", opmerking="te hoog")
    assert staat(editie(akkoorden=f"invoer:\n{nee}{rij(u.ps, datum='2023-02-02')}")) == "gegeven"
    assert staat(editie(akkoorden=f"invoer:\n{rij(u.ps)}{nee}")) == "geweigerd"


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("waarde: 0.78", "waarde: 0.77"),
        ("laag: 0.7,", "laag: 0.6,"),
        ("hoog: 0.8,", "hoog: 0.81,"),
        (", laag: 0.7, hoog: 0.8", ', genoemd: "78%"'),
    ],
)
def test_een_andere_waarde_of_band_laat_elk_akkoord_vervallen_en_de_oude_herstelt_het(editie, u, van, naar):
    vol = alles_ja(u)
    assert is_rond(editie(akkoorden=vol).ps)
    ander = editie(PARAMETERS.replace(van, naar).replace("0.22", '{waarde: 0.23, genoemd: "23%"}' if "0.77" in naar else "0.22"))
    assert {staat(ander), staat(ander, "COA")} == {"vervallen"}
    assert not is_rond(ander.ps)
    assert staat(editie(), "COA") == "gegeven"


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("label: Inwilliging", "label: Ingewilligd"),
        ("kwaliteit: oranje", "kwaliteit: rood"),
        ("aanname: Verwacht wordt een daling.", "bron: ind-2023"),
        ("waarde: 0.78", "waarde: 0.780"),
    ],
)
def test_andere_woorden_laten_geen_akkoord_vervallen(editie, u, van, naar):
    editie(akkoorden=f"invoer:\n{rij(u.ps)}")
    assert staat(editie(PARAMETERS.replace(van, naar, 1))) == "gegeven"


def test_een_bewaard_hoofdstuk_hangt_af_van_elk_akkoord(editie, u):
    keer = ("", "niet_gevraagd: openbare reconstructie\n", f"invoer:\n{rij(u.ps)}", f"invoer:\n{rij(u.ps, datum='2023-02-02')}")
    assert len({editie(akkoorden=akkoorden).ps.akkoorden.hash for akkoorden in keer}) == len(keer)
    assert editie(akkoorden=f"# anders opgemaakt\ninvoer:\n{rij(u.ps)}").ps.akkoorden.hash == editie(akkoorden=keer[2]).ps.akkoorden.hash


getal = st.floats(0, 1e6)
waarden = st.dictionaries(st.sampled_from(["2023", "2024", "2025"]), st.tuples(getal, getal | st.none()), min_size=1)


@given(waarden, waarden)
def test_twee_parameters_hebben_dezelfde_hash_als_hun_getallen_gelijk_zijn_en_anders_niet(een, ander):
    def hash(van) -> str:
        cijfers = {periode: {"waarde": w, "laag": laag} for periode, (w, laag) in van.items()}
        vast = {"id": "a", "label": "A", "eenheid": "zaken", "eigenaar": "IND", "soort": "apm", "periode": "jaar"}
        return waardehash(Parameter.model_validate({**vast, "kwaliteit": "groen", "impact": "rood", "waarden": cijfers}))

    assert (hash(een) == hash(ander)) == (een == ander)


def test_een_wat_als_heeft_geen_akkoord_en_een_andere_editie_erft_er_geen(editie, u, tmp_path):
    ja = editie(akkoorden=f"invoer:\n{rij(u.ps)}")
    ander = ja.ps.met({"ind.inwilliging": {"2024": 0.71}})
    assert {s.staat for s in ander.akkoord(ander["ind.inwilliging"])} == {"vervallen", "open"}
    (tmp_path / "oud.yml").write_text('editie: {id: "2022-2", naam: MPP 2022-2, vorige: null}\n', encoding="utf-8")
    assert {s.staat for s in standen_invoer(leg_over(ja.ps, tmp_path / "oud.yml"))} == {"open"}


def uitkomsten_ja(u) -> str:
    eigen = [register()[s.onderwerp] for s in standen(u) if s.soort == "uitkomsten"]
    vast = "besluit: ja, door: A. Bakker, datum: 2023-03-01"
    rijen = [f"  - {{organisatie: {i.organisatie}, indicator: {i.id}, hash: '{hash_van(i, u)}', {vast}}}\n" for i in eigen]
    return f"uitkomsten:\n{''.join(rijen)}"


def test_route_a_is_akkoord_van_allen_op_de_invoer_en_op_de_uitkomsten(editie, u):
    assert route(standen(editie(akkoorden=alles_ja(u)))) == "B"
    vol = alles_ja(u) + uitkomsten_ja(u)
    assert (route(standen(editie(akkoorden=vol))), zonder_akkoord(standen(editie(akkoorden=vol)))) == ("A", ())
    zonder_een = vol.replace("besluit: ja", "besluit: nee, opmerking: te hoog", 1)
    assert (route(standen(editie(akkoorden=zonder_een))), zonder_akkoord(standen(editie(akkoorden=zonder_een)))) == ("B", ("IND",))


def test_een_akkoord_op_een_uitkomst_geldt_zolang_zij_er_zo_staat_als_zij_stond(editie, u):
    vol = alles_ja(u) + uitkomsten_ja(u)
    assert route(standen(editie(akkoorden=vol, maal=1.0 + 1e-9))) == "A"
    anders = {s.onderwerp: s.staat for s in standen(editie(akkoorden=vol, maal=2.0)) if s.soort == "uitkomsten"}
    assert anders[EIGEN] == "vervallen"
