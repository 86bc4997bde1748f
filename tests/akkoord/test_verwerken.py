"""Taking a form over: consents recorded, proposed values in the parameter file with all that stands around them; all or nothing."""

import datetime
import difflib
import re

import pytest

from mpp.akkoord.lezen import lees_formulier
from mpp.akkoord.opstellen import stel_op
from mpp.akkoord.verwerken import verwerk
from mpp.parameters import laad
from mpp.parameters.akkoordbestand import NAAM
from mpp.parameters.later import reden_van
from mpp.problemen import Fout
from mpp.ronde.akkoordstand import standen, standen_invoer
from tests.akkoord.conftest import PARAMETERS, VANDAAG, alles_ja, plek
from tests.akkoord.test_formulier import INWILLIGING
from tests.akkoord.test_stand import EIGEN
from tests.editie import proefuitkomsten

JA, WAAROM = "Akkoord (ja of nee)", "Opmerking"
VOORSTEL, LAAG, HOOG = "Voorgestelde waarde", "Voorgesteld laag", "Voorgesteld hoog"
REDEN, BRON, BRONDAG = "Reden van het voorstel", "Bron van het voorstel", "Datum van die bron (als 2023-01-31)"
FEBRUARI = datetime.date(2023, 2, 6)
OPMERKINGEN = PARAMETERS.replace("schema: 1\n", "# het begin\nschema: 1\n").replace(
    "aanname: Verwacht wordt een daling.}\n", "aanname: Verwacht wordt een daling.}  # besproken\n"
)
VERSCHUIVING = {
    (VOORSTEL, INWILLIGING, "2024"): 0.75,
    (REDEN, INWILLIGING, "2024"): "de samenstelling verandert",
    (BRON, INWILLIGING, "2024"): "IND, analyse van februari",
    (BRONDAG, INWILLIGING, "2024"): FEBRUARI,
    (VOORSTEL, "ind.afwijzing", "2024"): 0.25,
    (REDEN, "ind.afwijzing", "2024"): "de samenstelling verandert",
    (BRON, "ind.afwijzing", "2024"): "IND, analyse van februari",
    (BRONDAG, "ind.afwijzing", "2024"): FEBRUARI,
}
"""Two proposals that only fit together: the shares add up to one."""


def met_bron(sleutel: str) -> dict:
    """The same with a source that is known."""
    return {waar: sleutel if waar[0] == BRON else wat for waar, wat in VERSCHUIVING.items() if waar[0] != BRONDAG}


def staten(u) -> dict[tuple[str, str], str]:
    return {(s.organisatie, s.onderwerp): s.staat for s in standen_invoer(u.ps)}


def gelezen(u, formulier, vul, partner="IND"):
    return lees_formulier(formulier(u, vul, partner))


def test_ja_en_nee_worden_vastgelegd_met_naam_datum_en_opmerking(editie, u, neem_over):
    uit = neem_over(u, {(JA, INWILLIGING): "ja", (JA, "ind.afwijzing"): "nee", (WAAROM, "ind.afwijzing"): "de rest is onbekend"})
    assert list(uit.bestanden) == [NAAM]
    ja, nee = uit.akkoorden
    assert (ja.besluit, ja.door, ja.datum, ja.opmerking) == ("ja", "A. Bakker", datetime.date(2023, 2, 10), None)
    assert (nee.besluit, nee.opmerking) == ("nee", "de rest is onbekend")
    assert staten(editie()) == {
        ("IND", INWILLIGING): "gegeven",
        ("COA", INWILLIGING): "open",
        ("IND", "ind.afwijzing"): "geweigerd",
    }


def test_wat_er_al_stond_blijft_staan_en_hetzelfde_formulier_voegt_niets_toe(editie, u, neem_over, tmp_path):
    u = editie(akkoorden="# van de werkgroep\ninvoer: []\n")
    neem_over(u, {(JA, INWILLIGING): "ja"})
    eerst = (tmp_path / NAAM).read_text(encoding="utf-8")
    assert "# van de werkgroep" in eerst
    assert "&" not in eerst
    assert neem_over(editie(), {(JA, INWILLIGING): "ja"}).bestanden == {}
    neem_over(editie(), {(JA, INWILLIGING): "ja"}, "COA")
    assert (tmp_path / NAAM).read_text(encoding="utf-8").startswith(eerst)


def test_een_voorstel_komt_met_reden_en_bron_in_het_parameterbestand_en_al_het_andere_blijft(editie, neem_over, tmp_path):
    neem_over(editie(OPMERKINGEN), VERSCHUIVING)
    nieuw = (tmp_path / "parameters.yml").read_text(encoding="utf-8")
    verschil = [r for r in difflib.ndiff(OPMERKINGEN.splitlines(), nieuw.splitlines()) if r[0] in "+-"]
    assert [r[0] for r in verschil].count("-") == 2
    assert [r[0] for r in verschil].count("+") == 3
    assert re.search(r"0\.75, .*\} +# besproken\n", nieuw)
    assert "# het begin\n" in nieuw
    ps = editie(nieuw).ps
    w = ps[INWILLIGING].waarden["2024"]
    bron = ps.bronnen[w.bronnen[0]]
    assert (w.waarde, w.toelichting) == (0.75, "Voorstel van IND: de samenstelling verandert")
    assert (bron.titel, bron.uitgever, bron.datum) == ("IND, analyse van februari", "IND", FEBRUARI)
    assert ps["ind.afwijzing"].waarden["2024"].bronnen == w.bronnen
    assert ps["ind.afwijzing"].waarden["2023"].waarde == 0.22


def test_een_voorstel_mag_een_bekende_bron_noemen(editie, neem_over):
    uit = neem_over(editie(), met_bron("ind-2023"))
    assert list(editie(uit.bestanden["parameters.yml"].decode()).ps.bronnen) == ["ind-2023"]


def test_wie_voorstelt_is_het_ermee_eens_en_wie_eerder_akkoord_was_wordt_opnieuw_gevraagd(editie, u, neem_over):
    u = editie(akkoorden=alles_ja(u))
    uit = neem_over(u, VERSCHUIVING)
    assert [(s.organisatie, s.onderwerp) for s in uit.vervallen] == [("COA", INWILLIGING)]
    nu = editie(uit.bestanden["parameters.yml"].decode())
    assert staten(nu) == {("IND", INWILLIGING): "gegeven", ("COA", INWILLIGING): "vervallen", ("IND", "ind.afwijzing"): "gegeven"}


ONDERBOUWD = {(REDEN, INWILLIGING): "nieuwe telling", (BRON, INWILLIGING): "IND", (BRONDAG, INWILLIGING): "2023"}


@pytest.mark.parametrize(
    ("vul", "code", "kolom"),
    [
        ({(JA, INWILLIGING): "nee"}, "formulier-nee-zonder-reden", WAAROM),
        ({(WAAROM, INWILLIGING): "wij denken na"}, "formulier-opmerking-zonder-besluit", WAAROM),
        ({**ONDERBOUWD, (VOORSTEL, INWILLIGING): 0.76, (BRONDAG, INWILLIGING): None}, "formulier-voorstel-onvolledig", BRONDAG),
        ({**ONDERBOUWD, (VOORSTEL, INWILLIGING): 0.76, (BRONDAG, INWILLIGING): "2023-03"}, "formulier-brondatum", BRONDAG),
        ({**ONDERBOUWD, (BRON, INWILLIGING): "ind-2023", (VOORSTEL, INWILLIGING): 0.76}, "formulier-brondatum", BRONDAG),
        (
            {(VOORSTEL, INWILLIGING): 0.76, (BRON, INWILLIGING): "IND", (BRONDAG, INWILLIGING): "2023"},
            "formulier-voorstel-onvolledig",
            REDEN,
        ),
        ({(VOORSTEL, INWILLIGING): 0.76, (REDEN, INWILLIGING): "nieuwe telling"}, "formulier-voorstel-onvolledig", BRON),
        (ONDERBOUWD, "formulier-voorstel-onvolledig", VOORSTEL),
        ({**ONDERBOUWD, (JA, INWILLIGING): "ja", (VOORSTEL, INWILLIGING): 0.76}, "formulier-ja-en-voorstel", JA),
        ({**ONDERBOUWD, (VOORSTEL, INWILLIGING): 0.76}, "formulier-voorstel-past-niet", VOORSTEL),
        ({**ONDERBOUWD, (VOORSTEL, INWILLIGING): 78}, "formulier-voorstel-past-niet", VOORSTEL),
        ({**ONDERBOUWD, (HOOG, INWILLIGING): 0.75}, "formulier-voorstel-past-niet", HOOG),
        ({**ONDERBOUWD, (LAAG, INWILLIGING): 0.79}, "formulier-voorstel-past-niet", LAAG),
    ],
)
def test_wat_niet_kan_worden_overgenomen_staat_bij_zijn_cel_en_er_wordt_niets_geschreven(u, formulier, tmp_path, vul, code, kolom):
    a = gelezen(u, formulier, vul)
    with pytest.raises(Fout) as fout:
        verwerk(a, u, VANDAAG)
    assert {p.code for p in fout.value.problemen} == {code}
    cellen = {str(p.gegevens["plek"]).rpartition(" ")[2] for p in fout.value.problemen}
    assert plek(tmp_path / "formulier.xlsx", kolom, INWILLIGING) in cellen
    assert not (tmp_path / NAAM).exists()
    assert (tmp_path / "parameters.yml").read_text(encoding="utf-8") == PARAMETERS


@pytest.mark.parametrize(
    ("datum", "reden"),
    [
        (datetime.date(2023, 4, 29), ("vaststelling", "vastgesteld in het parameterbestand")),
        (datetime.date(2023, 3, 2), ("de klok van deze computer", "--datum")),
        (datetime.date(2021, 12, 1), ("peildatum", "nieuw formulier")),
    ],
)
def test_een_datum_waarop_niemand_akkoord_kan_hebben_gegeven(u, formulier, datum, reden):
    a = gelezen(u, formulier, {(JA, INWILLIGING): "ja", "B6": datum})
    with pytest.raises(Fout) as fout:
        verwerk(a, u, VANDAAG)
    assert {p.code for p in fout.value.problemen} == {"formulier-datum"}
    assert any((reden[0] in p.wat and reden[1] in p.remedie) for p in fout.value.problemen)


STAND = PARAMETERS.replace("    periode: jaar\n    waarden: {2023: 0.22, 2024: 0.3}\n", "    periode: jaar\n    peildatum: 2023-01-01\n"
                           "    waarden: {2023: 0.22, 2024: 0.3}\n")  # fmt: skip


def test_een_antwoord_van_voor_de_dag_van_een_stand_wordt_geweigerd_en_dat_op_een_plan_niet(editie, formulier, tmp_path):
    u = editie(STAND)
    vul = {(JA, INWILLIGING): "ja", (JA, "ind.afwijzing"): "ja", "B6": datetime.date(2022, 12, 20)}
    with pytest.raises(Fout) as fout:
        verwerk(gelezen(u, formulier, vul), u, VANDAAG)
    (p,) = fout.value.problemen
    assert (p.code, p.bestand) == ("formulier-te-vroeg", (tmp_path / "formulier.xlsx").as_posix())
    assert f"cel {plek(tmp_path / 'formulier.xlsx', JA, 'ind.afwijzing')}: op 2022-12-20 kon niemand" in p.wat
    assert "het is de stand van 2023-01-01" in p.wat
    assert "cel B6" in p.remedie
    zonder = {waar: wat for waar, wat in vul.items() if "ind.afwijzing" not in waar}
    assert [k.onderwerp for k in verwerk(gelezen(u, formulier, zonder), u, VANDAAG).akkoorden] == [INWILLIGING]


def test_een_antwoord_van_voor_een_later_antwoord_komt_te_laat(editie, u, neem_over, formulier):
    neem_over(u, {(JA, INWILLIGING): "ja"})
    u = editie()
    ander = {(JA, "ind.afwijzing"): "ja", "B6": datetime.date(2023, 2, 9)}
    a = gelezen(u, formulier, {(JA, INWILLIGING): "nee", (WAAROM, INWILLIGING): "toch niet", **ander})
    with pytest.raises(Fout) as fout:
        verwerk(a, u, VANDAAG)
    (p,) = fout.value.problemen
    assert (p.code, f"cel {plek(u.ps.pad.with_name('formulier.xlsx'), JA, INWILLIGING)}: " in p.wat) == ("formulier-later-antwoord", True)
    assert "van 2023-02-10; dit formulier is van 2023-02-09" in p.wat
    assert f"maak de rijen van {INWILLIGING} dan leeg" in p.remedie
    assert [k.onderwerp for k in verwerk(gelezen(u, formulier, ander), u, VANDAAG).akkoorden] == ["ind.afwijzing"]


def test_een_formulier_van_een_andere_editie_of_organisatie(editie, u, formulier):
    a = gelezen(u, formulier, {(JA, INWILLIGING): "ja"})
    ander = editie(PARAMETERS.replace('id: "2023-1", naam: MPP 2023-1', 'id: "2023-2", naam: MPP 2023-2'))
    for edit, wie, verwacht in ((ander, None, "2023-2"), (u, "COA", "COA")):
        with pytest.raises(Fout) as fout:
            verwerk(a, edit, VANDAAG, wie)
        assert [p.code for p in fout.value.problemen] == ["formulier-ander"]
        assert verwacht in fout.value.problemen[0].wat


def test_wie_niet_meer_over_een_parameter_gaat(editie, u, formulier):
    a = gelezen(u, formulier, {(JA, INWILLIGING): "ja"}, "COA")
    with pytest.raises(Fout) as fout:
        verwerk(a, editie(PARAMETERS.replace("akkoord: [IND, COA]", "akkoord: [IND]")), VANDAAG)
    assert [p.code for p in fout.value.problemen] == ["formulier-onderwerp"]


def test_een_akkoord_op_een_waarde_die_inmiddels_anders_is_geldt_niet_voor_die_waarde(editie, u, formulier):
    ja, voorstel = gelezen(u, formulier, {(JA, INWILLIGING): "ja"}), gelezen(u, formulier, VERSCHUIVING)
    later = editie(PARAMETERS.replace("laag: 0.7,", "laag: 0.6,"))
    uit = verwerk(ja, later, VANDAAG)
    assert uit.achterhaald == (INWILLIGING,)
    (u.ps.pad.parent / NAAM).write_bytes(uit.bestanden[NAAM])
    assert staten(editie(PARAMETERS.replace("laag: 0.7,", "laag: 0.6,")))["IND", INWILLIGING] == "vervallen"
    with pytest.raises(Fout) as fout:
        verwerk(voorstel, later, VANDAAG)
    assert [p.code for p in fout.value.problemen] == ["formulier-voorstel-achterhaald"]


def test_akkoord_op_de_uitkomsten_komt_na_dat_op_de_invoer(editie, u, neem_over, formulier):
    u = editie(akkoorden=alles_ja(u))
    vul = {("Akkoord (ja of nee)", EIGEN): "ja", "B6": datetime.date(2023, 1, 31)}
    a = lees_formulier(formulier(u, vul, "COA", "uitkomsten"))
    with pytest.raises(Fout) as fout:
        verwerk(a, u, VANDAAG)
    assert [p.code for p in fout.value.problemen] == ["formulier-datum"]
    neem_over(u, {(JA, EIGEN): "ja"}, "COA", "uitkomsten")
    gegeven = [s.onderwerp for s in standen(editie()) if s.soort == "uitkomsten" and s.staat == "gegeven"]
    assert gegeven == [EIGEN]
    opnieuw = editie(PARAMETERS.replace("laag: 0.7,", "laag: 0.6,"))
    with pytest.raises(Fout) as fout:
        verwerk(a, opnieuw, VANDAAG)
    assert {(p.code, p.bestand) for p in fout.value.problemen} == {("akkoord-eerst-invoer", a.bestand)}


# ---- later knowledge ----

LATER = PARAMETERS.replace(
    "    waarden: {2023: 0.22, 2024: 0.3}\n    aanname: De rest.\n",
    "    waarden: {2023: 0.22, 2024: 0.3}\n    aanname: De rest.\n    later: Uit een brief van juli.\n",
).replace("daling.}", "daling., later: Uit een brief van juli.}")
LATERE_BRON = LATER.replace(
    "soort: officieel}\n", "soort: officieel}\n  ind-2024: {titel: Later, uitgever: IND, datum: 2024-01-11, soort: officieel}\n"
)


def redenen(ps, id: str) -> dict[str, str | None]:
    return {periode: reden_van(ps[id], periode) for periode in ps[id].waarden}


def test_een_voorstel_uit_de_tijd_zelf_rust_niet_meer_op_latere_kennis_en_de_andere_waarden_wel(editie, neem_over):
    uit = neem_over(editie(LATER), VERSCHUIVING)
    assert uit.niet_later == ((INWILLIGING, "2024"), ("ind.afwijzing", "2024"))
    ps = editie(uit.bestanden["parameters.yml"].decode()).ps
    assert redenen(ps, INWILLIGING) == {"2023": None, "2024": None}
    assert redenen(ps, "ind.afwijzing") == {"2023": "Uit een brief van juli.", "2024": None}


def test_een_voorstel_met_een_latere_bron_blijft_latere_kennis(editie, neem_over):
    vul = met_bron("ind-2024")
    uit = neem_over(editie(LATERE_BRON), vul)
    ps = editie(uit.bestanden["parameters.yml"].decode()).ps
    assert redenen(ps, "ind.afwijzing") == {"2023": "Uit een brief van juli.", "2024": "Uit een brief van juli."}
    assert ("ind.afwijzing", "2024") not in uit.niet_later


def test_wat_volgt_uit_een_waarde_die_niet_meer_later_is_en_dat_nog_zegt_wordt_genoemd(editie, neem_over):
    volgt = LATER.replace("    aanname: De rest.\n", "    aanname: De rest.\n    volgt_uit: 1 - ind.inwilliging\n")
    vul = {(kolom, INWILLIGING, "2024"): VERSCHUIVING[kolom, INWILLIGING, "2024"] for kolom in (REDEN, BRON, BRONDAG)}
    uit = neem_over(editie(volgt), {**vul, (VOORSTEL, INWILLIGING, "2024"): 0.7})
    assert (uit.niet_later, uit.nog_later) == (((INWILLIGING, "2024"),), (("ind.afwijzing", "2024"),))


# ---- where it is written ----


def test_een_ander_parameterbestand_heeft_eigen_akkoorden(editie, u, formulier, tmp_path):
    editie(akkoorden=alles_ja(u))
    (tmp_path / "ander.yml").write_text(PARAMETERS, encoding="utf-8")
    ander = proefuitkomsten(laad(tmp_path / "ander.yml"))
    assert set(staten(ander).values()) == {"open"}
    uit = verwerk(gelezen(ander, formulier, {(JA, INWILLIGING): "ja"}), ander, VANDAAG)
    assert list(uit.bestanden) == ["ander.akkoorden.yml"]
    (tmp_path / "ander.akkoorden.yml").write_bytes(uit.bestanden["ander.akkoorden.yml"])
    ps = laad(tmp_path / "ander.yml")
    assert [k.onderwerp for k in ps.akkoorden.laatste.values()] == [INWILLIGING]
    (tmp_path / "ander.akkoorden.yml").write_text("schema: 1\neditie: 2022-2\n", encoding="utf-8")
    with pytest.raises(Fout) as fout:
        laad(tmp_path / "ander.yml")
    assert {p.bestand for p in fout.value.problemen} == {"ander.akkoorden.yml"}


def test_een_editie_die_is_weggelegd_geeft_geen_formulier_en_neemt_geen_akkoord_aan(editie, u, formulier, tmp_path):
    a = gelezen(u, formulier, {(JA, INWILLIGING): "ja"})
    pad = tmp_path / "edities" / "2023-1" / "parameters.yml"
    pad.parent.mkdir(parents=True)
    pad.write_text(PARAMETERS, encoding="utf-8")
    weg = proefuitkomsten(laad(pad, tmp_path))
    for doe in (lambda: stel_op(weg, "IND", "invoer", None), lambda: verwerk(a, weg, VANDAAG)):
        with pytest.raises(Fout) as fout:
            doe()
        assert [(p.code, p.bestand) for p in fout.value.problemen] == [("editie-weggelegd", "edities/2023-1/parameters.yml")]


def test_een_bezwaar_staat_bij_het_voorstel_van_die_parameter_en_die_periode(u, formulier, tmp_path):
    van_2023 = {(kolom, id, "2023"): wat for (kolom, id, _), wat in VERSCHUIVING.items()}
    with pytest.raises(Fout) as fout:
        verwerk(gelezen(u, formulier, {**van_2023, **VERSCHUIVING, (VOORSTEL, "ind.afwijzing", "2024"): -0.25}), u, VANDAAG)
    (p,) = (p for p in fout.value.problemen if "ind.afwijzing" in p.wat and "negatief" in p.wat)
    assert f"cel {plek(tmp_path / 'formulier.xlsx', VOORSTEL, 'ind.afwijzing', '2024')}: " in p.wat
    assert "zet de waarde zelf in het parameterbestand" in p.remedie
