"""What a realisation leaves out is said wherever it stands, in every edition that shows it, and nothing is said of any other."""

import pytest
from lxml import html

from mpp.getal.cijfers import n, r
from mpp.getal.getal import Zinsdeel
from mpp.getal.tabellen import tabel_indicatoren
from mpp.getal.totalen import GEREALISEERD, gerealiseerd_telt_op
from mpp.getal.voorbehoud import noten, zonder
from mpp.getal.woorden import ongeveer, verandering
from mpp.taal.voorbehoud import ongezegd

DELEN = ["instroom.eerste_aanvragen", "instroom.herhaald", "instroom.nareis", "instroom.hervestiging_relocatie", "instroom.totaal"]


def als_tekst(cel) -> str:
    return cel if isinstance(cel, str) else cel.tekst


def test_achter_het_getal(u):
    assert zonder(r("instroom.totaal", 2022, u=u), u=u).tekst == ", zonder hervestiging en relocatie"
    assert zonder(r("instroom.totaal", 2021, u=u), u=u).tekst == ""
    assert zonder(n("instroom.totaal", 2023, u=u), u=u).tekst == ""


def test_onder_een_tabel_van_elke_reeks_die_zij_toont(u):
    noot = "Totale asielinstroom, realisatie 2022: zonder hervestiging en relocatie."
    for jaren in ([2022], [2021, 2022]):
        assert noot in [als_tekst(n) for n in tabel_indicatoren(DELEN, realisaties=jaren, u=u).noten]
    for ids, jaren in ((DELEN, [2021]), (DELEN, []), (DELEN[:-1], [2022])):
        assert noot not in [als_tekst(n) for n in tabel_indicatoren(ids, realisaties=jaren, u=u).noten]


def test_ook_van_wat_van_het_getal_is_afgeleid_en_niet_van_wat_er_bij_is_geteld(u):
    getal = r("instroom.totaal", 2022, u=u)
    erbij = getal + r("instroom.hervestiging_relocatie", 2022, u=u)
    cellen = [ongeveer(getal, 1000), verandering(r("instroom.totaal", 2021, u=u), getal), Zinsdeel((getal, " en meer"))]
    for cel in cellen:
        assert len(noten([[cel]], u)) == 1
    assert noten([[erbij, r("instroom.totaal", 2021, u=u), "47.990"]], u) == []


# ---- where it is not said ----


@pytest.fixture
def over(u):
    """The numbers on a page of which it is not said: `{}` is 2022, `{erbij}` with what was left out, `{woord}` what follows from it."""
    getal = r("instroom.totaal", 2022, u=u)
    weg = {"zonder": "zonder hervestiging en relocatie"}
    cijfers = {
        "erbij": getal + r("instroom.hervestiging_relocatie", 2022, u=u),
        "woord": ongeveer(getal, 1000),
        "anders": r("instroom.totaal", 2021, u=u),
    }

    def _over(blad: str) -> list[str]:
        boom = html.fragment_fromstring(
            blad.format(getal.__html__(), **weg, **{n: c.__html__() for n, c in cijfers.items()}), create_parent="div"
        )
        return [fout.gegevens["getal"] for fout in ongezegd(boom, u.ps)]

    return _over


def test_het_staat_in_dezelfde_alinea(over):
    assert over("<p>Er kwamen {} personen.</p><p>Dat is {zonder}.</p>") == ["47.990"]
    assert over("<p>Er kwamen {} personen, {zonder}.</p>") == []
    assert over("<p>Er kwamen {woord} personen.</p>") == ["bijna 48.000"]
    assert over("<ul><li>Er kwamen {}.</li><li>Zonder hervestiging en relocatie.</li></ul>") == ["47.990"]
    assert over("<p>In 2021 kwamen er {anders}.</p>") == []


def test_een_getal_dat_los_staat_wordt_gelezen_met_wat_eromheen_staat(over):
    assert over("<div><h2>Vorig jaar</h2><p>{}</p><p>Dat is {zonder}.</p></div>") == []
    assert over("<div><h2>Vorig jaar</h2><p>{}</p></div>") == ["47.990"]


def test_bij_een_tabel_mag_het_in_de_noot_en_bij_het_bijschrift(over):
    tabel = "<table><caption>Instroom</caption><tr><td>{}</td></tr></table>"
    assert over(tabel) == ["47.990"]
    assert over(tabel.replace("Instroom", "Instroom {zonder}")) == []
    assert over(f"<div id='tbl-x'><div>{tabel}</div><p>2022 is {{zonder}}.</p></div>") == []
    assert over(f"<div id='tbl-x'><div>{tabel}</div></div><p>2022 is {{zonder}}.</p>") == ["47.990"]


def test_is_er_bij_geteld_wat_ontbrak_dan_staat_er_wat(over):
    assert over("<p>Er kwamen {erbij} personen.</p>") == ["49.490"]
    assert over("<p>Met hervestiging en relocatie kwamen er {erbij}.</p>") == []
    assert over("<p>Met hervestiging en relocatie kwamen er {}.</p>") == ["47.990"]


def test_een_tabel_waarvan_de_gerealiseerde_delen_niet_optellen_zegt_dat(u):
    assert not gerealiseerd_telt_op(u, DELEN, [2022])
    assert GEREALISEERD in tabel_indicatoren(DELEN, realisaties=[2021, 2022], u=u).noten
    assert GEREALISEERD not in tabel_indicatoren(DELEN[:-1], realisaties=[2021, 2022], u=u).noten
    assert GEREALISEERD not in tabel_indicatoren(DELEN, u=u).noten
