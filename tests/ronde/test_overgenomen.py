"""What a round took over of the last one: read again, still with its band, and as well founded as it says."""

import datetime
import re

import pytest

from mpp.lezen import lees
from mpp.parameters import laad
from mpp.problemen import Fout
from mpp.ronde.nieuw import volgende
from mpp.ronde.overgenomen import gebleven, opnieuw_te_lezen, zonder_band
from mpp.ronde.verplaatsen import verplaatst
from tests.editie import PROJECT

VORIGE = PROJECT.laad()
KOP = "- id: ind.spoor2.behandelduur\n"


def _boom(tmp_path, *anders: tuple[str, str]):
    """The shipped file as if it were of the next round, with these pieces of text in another form."""
    tekst = PROJECT.parameters.read_text(encoding="utf-8")
    for oud, nieuw in anders:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw, 1)
    pad = tmp_path / "parameters.yml"
    pad.write_text(tekst, encoding="utf-8")
    return lees(pad)


def test_wat_van_de_vorige_ronde_spreekt_wordt_opnieuw_gelezen_tot_het_is_nagelezen_of_herschreven(tmp_path):
    voor = {o.id for o in opnieuw_te_lezen(_boom(tmp_path), VORIGE)}
    gelezen = (KOP, f"{KOP}    gelezen: {{door: APM, datum: 2023-09-01}}\n")
    anders = (
        "in totaal waren er in 2022 19.830 ingebrekestellingen, nareis",
        "in totaal kwamen er 19.830 ingebrekestellingen in 2022, nareis",
    )
    boom = _boom(
        tmp_path, gelezen, anders, ("Afgestemd op de raming van 20.000 BNTB, die", "Afgestemd op de raming van 20.000 beroepen, die")
    )
    na = {o.id for o in opnieuw_te_lezen(boom, VORIGE)}
    assert voor - na == {"ind.spoor2.behandelduur", "ind.aandeel_ingebrekestelling"}
    assert na < voor


def test_een_reden_die_in_elk_jaar_geldt_hoeft_niet_opnieuw(tmp_path):
    boom = _boom(tmp_path)
    te_lezen = {o.id for o in opnieuw_te_lezen(boom, VORIGE)}
    assert {"nidos.aandeel_nareis", "coa.aandeel_herhaald"} <= set(gebleven(boom, VORIGE)) - te_lezen
    assert {"coa.verblijfsduur_vertrek", "ind.beslistermijn", "ind.spoor2.behandelduur"} <= te_lezen  # an outcome, a source, a day


def test_een_aanname_met_een_andere_waarde_is_niet_gebleven(tmp_path):
    boom = _boom(tmp_path, ("vast: {waarde: 30.4, laag: 21, hoog: 31}", "vast: {waarde: 30, laag: 21, hoog: 31}"))
    assert "politie.dagen_per_maand" in set(gebleven(_boom(tmp_path), VORIGE)) - set(gebleven(boom, VORIGE))


def test_een_band_die_er_niet_meer_is_wordt_gezegd_maar_niet_van_een_goed_onderbouwde_waarde(tmp_path):
    assert list(zonder_band(_boom(tmp_path), VORIGE)) == []
    boom = _boom(tmp_path, ("vast: {waarde: 31470, laag: 30500, hoog: 32000}", "vast: 31470"))
    (kaal,) = zonder_band(boom, VORIGE)
    assert (kaal.id, kaal.tekst) == ("ind.spoor4.beginvoorraad", "vast")
    groen = ("      vast: 31470\n    kwaliteit: oranje", "      vast: 31470\n    kwaliteit: groen")
    assert list(zonder_band(_boom(tmp_path, ("vast: {waarde: 31470, laag: 30500, hoog: 32000}", "vast: 31470"), groen), VORIGE)) == []


@pytest.mark.parametrize(
    ("gelezen", "code"),
    [("{door: APM, datum: 2019-09-01}", "tijd-kan-niet"), ("{door: nvt, datum: 2023-09-01}", "parameters-waarde-ongeldig")],
)
def test_wat_in_een_andere_tijd_of_door_niemand_is_gelezen_telt_niet(tmp_path, gelezen, code):
    _boom(tmp_path, (KOP, f"{KOP}    gelezen: {gelezen}\n"))
    with pytest.raises(Fout) as fout:
        laad(tmp_path / "parameters.yml")
    assert [p.code for p in fout.value.problemen] == [code]


def test_een_lezing_geldt_niet_voor_de_ronde_erna(tmp_path):
    _boom(tmp_path, (KOP, f"{KOP}    gelezen: {{door: APM, datum: 2023-02-01}}\n"))
    ps = laad(tmp_path / "parameters.yml")
    assert "gelezen:" not in verplaatst(ps, volgende(ps, "2023-2", datetime.date(2023, 7, 1)))


def test_een_aanname_is_niet_groen(tmp_path):
    _boom(
        tmp_path,
        (
            "vast: {waarde: 30.4, laag: 21, hoog: 31}\n    kwaliteit: oranje",
            "vast: {waarde: 30.4, laag: 21, hoog: 31}\n    kwaliteit: groen",
        ),
    )
    with pytest.raises(Fout) as fout:
        laad(tmp_path / "parameters.yml")
    (p,) = fout.value.problemen
    assert (p.code, p.gegevens["id"], p.gegevens["perioden"]) == ("parameter-kwaliteit", "politie.dagen_per_maand", "vast")
    assert (tmp_path / "parameters.yml").read_text(encoding="utf-8").splitlines()[p.regel - 1] == "    kwaliteit: groen"


def test_geen_parameter_heet_naar_een_jaar():
    """In the next round it would be that of another."""
    assert [p.id for p in VORIGE.bestand.parameters if re.search(r"(?:19|20)\d\d", p.id)] == []
