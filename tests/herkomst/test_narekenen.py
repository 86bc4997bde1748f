"""A number is computed again from the origin it carries."""

import pytest

from mpp.getal.bijstellingen import bijstelling, drempel, effect, gepubliceerd_vorig, herrekening, p_vorig, vorig
from mpp.getal.cijfers import kans, n, p, r
from mpp.getal.eerder import eerder
from mpp.getal.gevoeligheid import aantal_trekkingen, blijvend_deel, effecten, kans_in_band, kans_in_marge, omvang
from mpp.getal.protocol import drempel_monitor
from mpp.getal.terugblik import kans_in_scorebord, terug
from mpp.getal.woorden import aandeel, groei, verschil
from mpp.herkomst.narekenen import Narekening
from mpp.herkomst.oorsprong import OnbekendeOorsprong, lees_oorsprong
from mpp.uitkomsten.wijzigingen import Wijziging
from mpp.varianten import met_variant
from tests.editie import PROJECT


@pytest.fixture(scope="module")
def narekening(u) -> Narekening:
    return Narekening(u)


def test_elke_soort_getal_is_na_te_rekenen(u, narekening):
    jaar, vorig_jaar = u.jaren[0], u.jaren[0] - 1
    stand = f"{vorig_jaar}-12-31"
    een, twee = n("coa.bezetting", jaar, u=u), n("coa.bezetting", u.jaren[-1], "minimum", u=u)
    samen = [Wijziging("prognose", maal=1.1), Wijziging("dtv.behandelduur", naar="hoog")]
    getallen = [
        een,
        twee - een,
        abs(een - twee),
        een + twee,
        een / twee,
        aandeel(een, twee),
        groei(twee, een),
        verschil(een, twee),
        p("ind.spoor4.productie", jaar, u=u),
        r("coa.bezetting", stand, u=u),
        (r("coa.bezetting", stand, u=u) + een) / twee,
        kans(jaar, boven="minimum", u=u),
        kans(jaar, onder=30_000, u=u),
        kans(jaar, boven="minimum", u=u) - kans(jaar, boven="maximum", u=u),
        eerder("2021-2", "instroom.totaal", 2022, u=u),
        drempel(),
        drempel_monitor(),
        vorig("instroom.totaal", jaar, u=u),
        gepubliceerd_vorig("coa.capaciteit", jaar, u=u),
        herrekening("coa.capaciteit", jaar, u=u),
        bijstelling("coa.bezetting", jaar, u=u),
        effect("coa.bezetting", jaar, "prognose", u=u),
        effect("coa.bezetting", jaar, "model", u=u),
        p_vorig("coa.begin_procedure", u=u),
        terug("2022", "coa.bezetting", 2022, u=u),
        terug("2022", "coa.bezetting", 2022, achteraf=True, u=u),
        aantal_trekkingen(u=u),
        omvang(Wijziging("ind.spoor4.productie", maal=1.1), u=u),
        omvang(Wijziging("gemeenten.realisatiegraad", plus=-0.3), u=u),
        *effecten([samen], ["coa.bezetting", "dtv.caseload"], jaar, u=u)[0],
    ]
    for getal in getallen:
        assert narekening.waarde(getal.bron, getal.sleutel) == pytest.approx(getal.waarde, rel=1e-12), getal.bron


def test_ook_wat_iets_telt(u, narekening):
    ps = u.ps
    partners = {p.eigenaar for p in ps.parameters.values()}
    assert narekening.waarde("akkoorden:aantal", "invoer|alle") == len(ps.parameters)
    assert narekening.waarde("akkoorden:aantal", "invoer|gegeven") == 0
    assert sum(narekening.waarde("akkoorden:aantal", f"invoer|{p}|niet gevraagd") for p in partners) == len(ps.parameters)
    assert narekening.waarde("scenarios:omgekeerd") < narekening.waarde("scenarios:alle")
    assert narekening.waarde("editie:jaren") == len(u.jaren)


@pytest.mark.parametrize("kans", [kans_in_band, kans_in_marge, blijvend_deel, kans_in_scorebord])
def test_een_kans_waarmee_is_getrokken_is_na_te_rekenen_en_gaat_niet_door_voor_een_andere(narekening, kans):
    getal = kans()
    assert narekening.waarde(getal.bron, getal.sleutel) == getal.waarde
    assert (getal.bron != kans_in_band().bron) == (kans is not kans_in_band)


def test_een_getal_van_een_variant_ook(u, narekening):
    from mpp.uitkomsten import bereken

    van_variant = bereken(met_variant(u.ps, "taakstelling=0.5", PROJECT.wortel))
    anders, zelfde = n("coa.bezetting", u.jaren[-1], u=van_variant), n("coa.bezetting", u.jaren[-1], u=u)
    assert anders.waarde != zelfde.waarde
    assert narekening.waarde(anders.bron, anders.sleutel) == anders.waarde
    assert narekening.waarde((anders - zelfde).bron) == pytest.approx(anders.waarde - zelfde.waarde)


@pytest.mark.parametrize(
    ("bron", "sleutel"),
    [
        ("indicator:coa.bezet", "2023|medio"),
        ("indicator:coa.bezetting", "2099|medio"),
        ("indicator:coa.bezetting", "2023|midden"),
        ("parameter:bestaat.niet", "2023"),
        ("realisatie:coa.bezetting", "1900"),
        ("verschil:1999-1:coa.bezetting:totaal", "2023|medio"),
        ("variant:bestaat-niet:indicator:coa.bezetting", "2023|medio"),
        ("toets:1990:coa.bezetting", "1990"),
        ("zomaar:iets", ""),
        ("indicator:coa.bezetting[2023|medio] -", ""),
        ("(indicator:coa.bezetting[2023|medio]", ""),
        ("indicator:coa.bezetting[2023|medio] / 0", ""),
        ("", ""),
    ],
)
def test_wat_niet_bestaat_of_niet_te_lezen_is_wordt_niet_geraden(narekening, bron, sleutel):
    with pytest.raises(OnbekendeOorsprong):
        narekening.waarde(bron, sleutel)


def test_een_oorsprong_wordt_gelezen_zoals_een_som():
    waarden = {"a:x": 8.0, "b:y": 2.0}

    def reken(bron: str) -> float:
        return lees_oorsprong(bron).reken(lambda v: waarden[f"{v.soort}:{v.naam}"])

    assert reken("a:x[1] - b:y[2] - b:y[2]") == 4
    assert reken("a:x[1] - (b:y[2] - b:y[2])") == 8
    assert reken("a:x[1] / b:y[2] - 1") == 3
    assert reken("abs (b:y[2] - a:x[1])") == 6
    assert reken("(abs (b:y[2] - a:x[1])) / b:y") == 3


def test_een_oorsprong_noemt_haar_indicatoren():
    oorsprong = lees_oorsprong("variant:baa:indicator:coa.bezetting[2023|medio] - parameter:coa.bezetting[vast]")
    assert [(v.variant, v.soort, v.indicatoren) for v in oorsprong.verwijzingen] == [
        ("baa", "indicator", ("coa.bezetting",)),
        ("", "parameter", ()),
    ]
