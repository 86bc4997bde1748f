"""Taking a form over: consents recorded, proposed values in the parameter file with all that stands around them; all or nothing."""

import datetime
import difflib
import re

import pytest

from mpp.akkoord.lezen import lees_formulier
from mpp.akkoord.verwerken import verwerk
from mpp.getal.akkoordstand import standen, standen_invoer
from mpp.parameters.akkoordbestand import NAAM
from mpp.problemen import Fout
from tests.akkoord.conftest import PARAMETERS, VANDAAG, alles_ja, plek
from tests.akkoord.test_formulier import INWILLIGING
from tests.akkoord.test_stand import EIGEN

JA, WAAROM = "Akkoord (ja of nee)", "Opmerking"
VOORSTEL, LAAG, HOOG = "Voorgestelde waarde", "Voorgesteld laag", "Voorgesteld hoog"
REDEN, BRON = "Reden van het voorstel", "Bron van het voorstel"
OPMERKINGEN = PARAMETERS.replace("schema: 1\n", "# het begin\nschema: 1\n").replace(
    "aanname: Verwacht wordt een daling.}\n", "aanname: Verwacht wordt een daling.}  # besproken\n"
)
VERSCHUIVING = {
    (VOORSTEL, INWILLIGING, "2024"): 0.75,
    (REDEN, INWILLIGING, "2024"): "de samenstelling verandert",
    (BRON, INWILLIGING, "2024"): "IND, analyse van februari",
    (VOORSTEL, "ind.afwijzing", "2024"): 0.25,
    (REDEN, "ind.afwijzing", "2024"): "de samenstelling verandert",
    (BRON, "ind.afwijzing", "2024"): "IND, analyse van februari",
}
"""Two proposals that only fit together: the shares add up to one."""


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
    assert (bron.titel, bron.uitgever, bron.datum) == ("IND, analyse van februari", "IND", datetime.date(2023, 2, 10))
    assert ps["ind.afwijzing"].waarden["2024"].bronnen == w.bronnen
    assert ps["ind.afwijzing"].waarden["2023"].waarde == 0.22


def test_een_voorstel_mag_een_bekende_bron_noemen(editie, neem_over):
    uit = neem_over(editie(), {waar: "ind-2023" if waar[0] == BRON else wat for waar, wat in VERSCHUIVING.items()})
    assert list(editie(uit.bestanden["parameters.yml"].decode()).ps.bronnen) == ["ind-2023"]


def test_wie_voorstelt_is_het_ermee_eens_en_wie_eerder_akkoord_was_wordt_opnieuw_gevraagd(editie, u, neem_over):
    u = editie(akkoorden=alles_ja(u))
    uit = neem_over(u, VERSCHUIVING)
    assert [(s.organisatie, s.onderwerp) for s in uit.vervallen] == [("COA", INWILLIGING)]
    nu = editie(uit.bestanden["parameters.yml"].decode())
    assert staten(nu) == {("IND", INWILLIGING): "gegeven", ("COA", INWILLIGING): "vervallen", ("IND", "ind.afwijzing"): "gegeven"}


ONDERBOUWD = {(REDEN, INWILLIGING): "nieuwe telling", (BRON, INWILLIGING): "IND"}


@pytest.mark.parametrize(
    ("vul", "code", "kolom"),
    [
        ({(JA, INWILLIGING): "nee"}, "formulier-nee-zonder-reden", WAAROM),
        ({(WAAROM, INWILLIGING): "wij denken na"}, "formulier-opmerking-zonder-besluit", WAAROM),
        ({(VOORSTEL, INWILLIGING): 0.76, (BRON, INWILLIGING): "IND"}, "formulier-voorstel-onvolledig", REDEN),
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
        (datetime.date(2023, 4, 29), "vastgesteld"),
        (datetime.date(2023, 3, 2), "de klok van deze computer"),
        (datetime.date(2021, 12, 1), "peildatum"),
    ],
)
def test_een_datum_waarop_niemand_akkoord_kan_hebben_gegeven(u, formulier, datum, reden):
    a = gelezen(u, formulier, {(JA, INWILLIGING): "ja", "B6": datum})
    with pytest.raises(Fout) as fout:
        verwerk(a, u, VANDAAG)
    assert {p.code for p in fout.value.problemen} == {"formulier-datum"}
    assert any(reden in p.wat for p in fout.value.problemen)


def test_een_antwoord_van_voor_een_later_antwoord_komt_te_laat(editie, u, neem_over, formulier):
    neem_over(u, {(JA, INWILLIGING): "ja"})
    u = editie()
    a = gelezen(u, formulier, {(JA, INWILLIGING): "nee", (WAAROM, INWILLIGING): "toch niet", "B6": datetime.date(2023, 2, 9)})
    with pytest.raises(Fout) as fout:
        verwerk(a, u, VANDAAG)
    assert [p.code for p in fout.value.problemen] == ["formulier-datum"]
    assert "2023-02-10" in fout.value.problemen[0].wat


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
    assert {p.code for p in fout.value.problemen} == {"akkoord-eerst-invoer"}
