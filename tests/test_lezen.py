"""What is read from a YAML file: the values of YAML 1.2, each with its line."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from mpp.lezen import getallen, lees, regel_van
from mpp.problemen import Fout

WORTEL = Path(__file__).parents[1]
BESTANDEN = sorted(
    p for map_ in ("", "edities", "toetsing", "varianten", "mpp") for p in (WORTEL / map_).glob("**/*.yml" if map_ else "*.yml")
)


def kaal(boom):
    if isinstance(boom, dict):
        return {str(sleutel): kaal(waarde) for sleutel, waarde in boom.items()}
    return [kaal(deel) for deel in boom] if isinstance(boom, list) else boom


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_elk_bestand_van_het_project_is_wat_een_volledige_lezer_ervan_maakt(pad):
    assert kaal(lees(pad)) == kaal(YAML(typ="safe").load(pad))


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [("no", "no"), ("on", "on"), ("012", 12), ("1:30", "1:30"), ("true", True), ("1e3", 1000.0), ('"1"', "1"), ("'no'", "no"), ("", None)],
)
def test_een_kaal_woord_is_wat_yaml_1_2_ervan_zegt(tmp_path, tekst, waarde):
    (tmp_path / "x.yml").write_text(f"a: {tekst}\n", encoding="utf-8")
    gelezen = lees(tmp_path / "x.yml")["a"]
    assert gelezen == waarde
    assert type(gelezen) is type(waarde)


def test_elke_waarde_weet_haar_regel(tmp_path):
    (tmp_path / "x.yml").write_text("# kop\na: 1\nb:\n  - c: {d: 2}\n  - 3\n", encoding="utf-8")
    boom = lees(tmp_path / "x.yml")
    assert [regel_van(boom, pad) for pad in (("a",), ("b",), ("b", 0, "c", "d"), ("b", 1))] == [2, 3, 4, 5]


@pytest.mark.parametrize(("tekst", "regel"), [("a: 1\na: 2\n", 2), ("a: [1\nb: 2\n", 2), ("a: 1\n\tb: 2\n", 2)])
def test_wat_geen_yaml_is_wordt_met_de_regel_gemeld(tmp_path, tekst, regel):
    (tmp_path / "x.yml").write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees(tmp_path / "x.yml")
    assert [(p.code, p.regel) for p in fout.value.problemen] == [("yaml-ongeldig", regel)]


@pytest.mark.parametrize(
    ("tekst", "code", "regel", "woord"),
    [
        ("a: 1\nb: 2023-02-30\n", "dag-bestaat-niet", 2, "2023-02-30"),
        ("a: 1\nb: 2023-13-01\n", "dag-bestaat-niet", 2, "2023-13-01"),
        ("a: 1\nb: " + "9" * 5000 + "\n", "getal-onleesbaar", 2, "999"),
        ("a:\n  {b: 0,78}\n", "getal-met-komma", 2, "0.78"),
        ("a:\n  {b: 67.000,5, c: 1}\n", "getal-met-komma", 2, "67000.5"),
        ("a: 1\nb: &x [1, *x]\n", "yaml-ongeldig", 2, "waar het zelf in staat"),
        ("a: 1\nb: &x {c: {d: *x}}\n", "yaml-ongeldig", 2, "waar het zelf in staat"),
        ("a: 1\nb: *nergens\n", "yaml-ongeldig", 2, "anker"),
        ("a: 1\nb: " + "[" * 3000 + "]" * 3000, "yaml-ongeldig", 2, "lagen"),
        ("a: 1\n---\nb: 2\n", "yaml-ongeldig", 2, "tweede document"),
        ("a: 1\n\tb: 2\n", "yaml-ongeldig", 2, "tab"),
        ("a: 1\nb: 'x\nc: 2\n", "yaml-ongeldig", 2, "aanhalingsteken"),
        ("a: 1\nb: c: d\n", "yaml-ongeldig", 2, "dubbele punt"),
        ("a: 1\nb: @x\n", "yaml-ongeldig", 2, "aanhalingstekens"),
        ("a: 1\n? [b]\n: 2\n", "yaml-ongeldig", 2, "sleutel"),
        ("a: 1\nb: \x00\n", "yaml-ongeldig", 2, "teken"),
    ],
)
def test_wat_niet_te_lezen_is_wordt_gemeld_met_de_regel_en_de_gedachte(tmp_path, tekst, code, regel, woord):
    (tmp_path / "x.yml").write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees(tmp_path / "x.yml")
    (p,) = fout.value.problemen
    assert (p.code, p.regel) == (code, regel)
    assert woord in str(p)


def test_een_verwijzing_die_zich_vermenigvuldigt_wordt_geweigerd(tmp_path):
    lagen = [f"l{i + 1}: &l{i + 1} [{', '.join([f'*l{i}'] * 10)}]" for i in range(9)]
    (tmp_path / "x.yml").write_text("\n".join(["l0: &l0 [1, 2]", *lagen]), encoding="utf-8")
    with pytest.raises(Fout) as fout:
        lees(tmp_path / "x.yml")
    assert [p.code for p in fout.value.problemen] == ["yaml-ongeldig"]


def test_een_anker_dat_wordt_herhaald_is_dezelfde_waarde(tmp_path):
    (tmp_path / "x.yml").write_text("a: &x {b: 1.250}\nc: *x\nd: &y 3.125\ne: [*y]\n", encoding="utf-8")
    boom = lees(tmp_path / "x.yml")
    assert boom == {"a": {"b": 1.25}, "c": {"b": 1.25}, "d": 3.125, "e": [3.125]}
    assert dict(getallen(boom)) == {("a", "b"): "1.250", ("c", "b"): "1.250", ("d",): "3.125", ("e", 0): "3.125"}


def test_van_een_getal_blijft_bekend_hoe_het_is_geschreven(tmp_path):
    (tmp_path / "x.yml").write_text("a: {b: 47.991, c: '47.991', d: [1.500, x]}\ne: true\n", encoding="utf-8")
    assert dict(getallen(lees(tmp_path / "x.yml"))) == {("a", "b"): "47.991", ("a", "d", 0): "1.500"}
