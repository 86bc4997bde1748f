"""Tables hold numbers with their origin, notes where parts do not add up, and name what is missing."""

import re

import pytest

from mpp.getal.getal import Getal, Naam
from mpp.getal.tabellen import tabel_bronnen, tabel_gepubliceerd, tabel_indicatoren, tabel_parameters
from mpp.parameters.dagen import als_periode


def kaal(tabel) -> list[list[str]]:
    return [[c.tekst if isinstance(c, (Getal, Naam)) else c for c in rij] for rij in [tabel.koppen, *tabel.rijen]]


def test_indicatoren_per_jaar_na_de_realisatie(proef):
    rijen = kaal(tabel_indicatoren(["coa.bezetting", "coa.instroom"], realisaties=(2021, 2022), u=proef))
    assert rijen[0] == ["Personen", "2021 (realisatie)", "2022 (realisatie)", "2023", "2024"]
    assert rijen[1][:3] == ["Bezetting COA", "36.570", "51.700"]
    assert rijen[2][:3] == ["Instroom COA", "·", "·"]


@pytest.mark.parametrize("moment", ["2022-12-31", "2023-01-01", "2023-01-02"])
def test_de_stand_aan_het_eind_van_het_jaar_is_ook_die_van_het_begin_van_het_volgende(proef, moment):
    """Where the source gives it on the first days of January."""
    reeks = proef.ps.realisaties["coa.bezetting"]
    reeks.waarden[moment] = reeks.waarden.pop("2022-12-31")
    rijen = kaal(tabel_indicatoren(["coa.bezetting"], realisaties=(2021, 2022), u=proef))
    assert rijen[1][1:3] == ["36.570", "51.700"]


def test_wat_niet_is_gepubliceerd_staat_in_een_noot(proef):
    assert "· Niet gepubliceerd." in tabel_indicatoren(["coa.instroom"], realisaties=(2022,), u=proef).noten
    assert tabel_indicatoren(["coa.instroom"], u=proef).noten == ()


def test_een_totaal_dat_niet_sluit_krijgt_een_noot(proef):
    ids = ["coa.bezetting_procedure", "coa.bezetting_vergunninghouders", "coa.bezetting_vertrek", "coa.bezetting"]
    tabel = tabel_indicatoren(ids, u=proef)
    assert tabel.noten == ("Door afronding tellen de delen niet overal op tot het totaal.",)
    assert tabel.totalen == {3}


def test_verschillende_eenheden_staan_bij_de_rij(proef):
    rijen = kaal(tabel_indicatoren(["coa.bezetting", "coa.capaciteit"], u=proef))
    assert rijen[0][0] == "Indicator"
    assert [rij[0] for rij in rijen[1:]] == ["Bezetting COA (personen)", "Benodigde opvangcapaciteit (plekken)"]


def zichtbaar(cel: str) -> str:
    return re.sub(r"`<.*?>(.*?)</\w+>`\{=html\}", r"\1", cel)


def test_parameters_tonen_exact_wat_is_ingevoerd_met_hun_herkomst(proef):
    (inwilliging, afwijzing) = tabel_parameters("IND", u=proef).rijen
    assert [zichtbaar(cel) for cel in inwilliging] == [
        "Inwilliging (aandeel)",
        "2023: 78% (70% tot 80%); 2024: 70% *APM; onderbouwing oranje, invloed rood; akkoord open*",
        "2023: Bron: ind-2023. 2024: Aanname: Verwacht wordt een daling.",
    ]
    assert zichtbaar(afwijzing[2]) == "Aanname: De rest."


def test_een_half_jaar_leest_niet_als_de_naam_van_een_ronde(u):
    (taakstelling,) = (rij for rij in tabel_parameters("Gemeenten", u=u).rijen if "astgestelde taakstelling" in rij[0])
    assert "1e halfjaar 2023: 21.200; 2e halfjaar 2023: 27.300" in zichtbaar(taakstelling[1])
    assert "1e halfjaar 2023: Bron: " in zichtbaar(taakstelling[2])


@pytest.mark.parametrize(
    ("sleutel", "tekst"),
    [
        ("2023-1", "1e halfjaar 2023"),
        ("2022-2–2023-1", "2e halfjaar 2022–1e halfjaar 2023"),
        ("2022K3", "3e kwartaal 2022"),
        ("2022-12", "2022-12"),
        ("2022-12-31", "2022-12-31"),
        ("2023–2027", "2023–2027"),
    ],
)
def test_een_deel_van_een_jaar_staat_er_in_woorden(sleutel, tekst):
    assert als_periode(sleutel) == tekst


def test_gepubliceerd_tegen_model_met_afwijking(proef):
    (rij,) = tabel_gepubliceerd(u=proef).rijen
    gepubliceerd, model, afwijking = rij[2:5]
    assert gepubliceerd.waarde == 40
    assert afwijking.waarde == model.waarde / 40 - 1


def test_een_tabel_is_een_pijptabel_met_de_herkomst_van_elk_getal(proef):
    md = tabel_indicatoren(["coa.bezetting"], u=proef)._repr_markdown_()
    assert md.startswith("::: {.cijfers}")
    regels = [r for r in md.split("\n") if r.startswith("|")]
    assert len(regels) == 3
    assert all(re.search(r'<data class="getal" value="', r) for r in regels[2:])
    assert len(tabel_bronnen(u=proef).rijen) == 1
