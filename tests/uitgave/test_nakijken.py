"""Looking through the sources finds every problem, also when there is nothing to compute with."""

from types import SimpleNamespace

import pytest

from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.uitgave.nakijken import kijk_na


@pytest.fixture
def project(u):
    """The project of the results `u`."""
    return SimpleNamespace(wortel=u.ps.wortel, bereken=lambda: u)


def codes(project) -> list[str]:
    with pytest.raises(Fout) as fout:
        kijk_na(project)
    return [p.code for p in fout.value.problemen]


def test_zonder_rekenbare_parameters_worden_de_andere_bronnen_toch_nagekeken(tmp_path):
    (tmp_path / "parameters.yml").write_text("schema: 1\n", encoding="utf-8")
    gevonden = codes(Projectmap(tmp_path, tmp_path / "parameters.yml"))
    assert {"parameters-sectie-ontbreekt", "bestand-ontbreekt", "project-ontbreekt"} <= set(gevonden)


def test_de_documenten_worden_gemaakt_maar_niet_geschreven(tmp_path, project, met_documenten):
    def bestanden():
        return sorted(pad for pad in tmp_path.rglob("*") if ".mpp-cache" not in pad.parts)

    met_documenten("een", "fout")
    eerder = bestanden()
    assert codes(project) == ["parameter-onbekend", "parameter-onbekend"]
    assert bestanden() == eerder


def test_zonder_problemen_komt_de_staat_van_de_editie(project, met_documenten):
    met_documenten("een", "twee")
    assert kijk_na(project).concept


def test_ook_de_varianten_worden_nagekeken(project, met_documenten, met_varianten):
    met_documenten("een")
    met_varianten("baa", maker="kapotte_variant")
    assert codes(project) == ["parameter-onbekend"]


def test_ook_eerdere_edities_en_terugblikken_worden_nagekeken(tmp_path, project, met_documenten):
    """Also those that no chapter reads, each with its place in the project; beside what is wrong in a document."""
    met_documenten("een", "nog_een_fout")
    for naam, tekst in {
        "edities/2020-1/gepubliceerd.yml": "cijfers: []\n",
        "edities/2020-1/parameters.yml": "schema: 1\n",
        "edities/2019-2.yml": "cijfers: []\n",
        "toetsing/2019.yml": "toets: {naam: Proef, cijfers: 3}\n",
    }.items():
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
    with pytest.raises(Fout) as fout:
        kijk_na(project)
    assert {(p.code, p.bestand, p.regel) for p in fout.value.problemen} == {
        ("eerder-onjuist", "edities/2020-1/gepubliceerd.yml", 1),
        ("parameters-sectie-ontbreekt", "edities/2020-1/parameters.yml", 1),
        ("editie-los-bestand", "edities/2019-2.yml", None),
        ("toets-onjuist", "toetsing/2019.yml", 1),
        ("parameter-onbekend", "a.qmd", None),
    }
