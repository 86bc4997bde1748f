"""What is read from a YAML file: the values of YAML 1.2, each with its line."""

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from mpp.lezen import lees, regel_van
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
