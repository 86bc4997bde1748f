"""The register of risks: a closed form, each thing it names is there, and its effects are computed."""

import re
import shutil

import pytest

from mpp.getal.getal import Woord
from mpp.getal.risicos import tabel_risicos
from mpp.parameters import Parameterset
from mpp.problemen import Fout
from mpp.render.proza import controleer_project
from mpp.ronde.risicos import BESTAND, lees_risicos, risicos
from mpp.ronde.teksten import te_vernieuwen
from mpp.uitkomsten import bereken
from tests.editie import PROJECT

GOED = """\
risicos:
  - id: werving
    editie: "2023-1"
    partner: IND
    risico: De werving blijft achter bij het plan.
    kans: middelgroot
    aanname: Over de werving is niets bekend.
    anders:
      - {parameter: ind.spoor4.productie, maal: 0.9}
    effect: [ind.spoor4.voorraad, coa.bezetting]
"""


def in_map(ps, map_):
    return Parameterset(ps.bestand, ps.boom, ps.pad, wortel=map_)


@pytest.fixture
def met(ps, tmp_path):
    """The parameters of the edition in a project of which the register has this text."""

    def maak(tekst):
        (tmp_path / BESTAND).write_text(tekst, encoding="utf-8")
        return in_map(ps, tmp_path)

    return maak


@pytest.fixture(scope="module")
def ps():
    return PROJECT.laad()


def problemen(ps):
    with pytest.raises(Fout) as fout:
        risicos(ps)
    return [(p.code, p.plaats, p.wat, p.remedie) for p in fout.value.problemen]


def test_een_goed_register_geeft_wat_er_staat(met):
    (risico,) = risicos(met(GOED))
    assert (risico.partner, risico.kans, [w.merk for w in risico.wijzigingen]) == ("IND", "middelgroot", ["ind.spoor4.productie*0.9"])


def test_zonder_bestand_zijn_er_geen(ps, tmp_path):
    assert risicos(in_map(ps, tmp_path)) == ()


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "regel"),
    [
        ("kans: middelgroot", "kans: middelgroot\n    duur: lang", "parameters-sleutel-onbekend", 7),
        ("    partner: IND\n", "", "parameters-sleutel-ontbreekt", 2),
        ("partner: IND", "partner: Marine", "parameters-waarde-ongeldig", 4),
        ("kans: middelgroot", "kans: 30%", "parameters-waarde-ongeldig", 6),
        ("maal: 0.9", "maal: veel", "parameters-waarde-ongeldig", 9),
        ("aanname: Over de werving is niets bekend.", "later: Zo is het.", "risico-grond", 6),
        ("aanname: Over", "bron: protocol-2022\n    aanname: Over", "risico-grond", 6),
        ("maal: 0.9", "maal: 1", "risico-verandert-niets", 9),
        (", maal: 0.9", "", "risico-verandert-niets", 9),
        ("anders:\n      - {parameter: ind.spoor4.productie, maal: 0.9}", "anders: []", "risico-verandert-niets", 8),
        ("maal: 0.9", "maal: 0.9, naar: laag", "risico-verandert-niets", 9),
        ("ind.spoor4.productie", "ind.spoor4.productei", "risico-parameter-onbekend", 9),
        ("ind.spoor4.productie, maal: 0.9", "gemeenten.realisatiegraad, maal: 1.2", "risico-kan-niet", 9),
        ("ind.spoor4.productie, maal: 0.9", "ind.spoor4.inwilligingspercentage, plus: -0.9", "risico-kan-niet", 9),
        ("ind.spoor4.productie, maal: 0.9", "coa.bezettingspercentage, naar: laag", "risico-kan-niet", 9),
        ("coa.bezetting]", "coa.bezettng]", "indicator-onbekend", 10),
        ("aanname: Over de werving is niets bekend.", "bron: protocol-2020", "bron-onbekend", 7),
        ("aanname: Over de werving is niets bekend.", "bron: kamerbrief-2023-07", "risico-later", 7),
    ],
)
def test_wat_niet_klopt_heeft_een_plaats(met, oud, nieuw, code, regel):
    assert oud in GOED
    ((gevonden, plaats, wat, remedie),) = problemen(met(GOED.replace(oud, nieuw)))
    assert (gevonden, plaats) == (code, f"{BESTAND}:{regel}")
    assert not re.search(r"[{}]", wat + remedie)


def test_een_id_staat_er_een_keer(met):
    ((code, plaats, *_),) = problemen(met(GOED + GOED.removeprefix("risicos:\n")))
    assert (code, plaats) == ("risico-dubbel", f"{BESTAND}:11")


def test_een_latere_bron_mag_met_de_reden(met):
    tekst = GOED.replace(
        "aanname: Over de werving is niets bekend.", "bron: kamerbrief-2023-07\n    later: Het plan is niet eerder verteld."
    )
    assert len(risicos(met(tekst))) == 1


def test_een_getypt_getal_is_een_fout(tmp_path):
    for naam in ("_quarto.yml", "index.qmd", "chapters", "glossary.yml"):
        van = PROJECT.wortel / naam
        (shutil.copytree if van.is_dir() else shutil.copy)(van, tmp_path / naam)
    (tmp_path / BESTAND).write_text(GOED.replace("blijft achter", "blijft 500 mensen achter"), encoding="utf-8")
    assert [(p.code, p.bestand, p.regel) for p in controleer_project(tmp_path) if p.bestand == BESTAND] == [
        ("proza-getal-getypt", BESTAND, 2)
    ]


def test_in_een_andere_editie_staat_het_in_de_werkvoorraad_en_niet_in_het_document(met, ps):
    ander = met(GOED.replace('"2023-1"', '"2022-2"'))
    assert risicos(ander) == ()
    assert [(t.bestand, t.regel, t.naam) for t in te_vernieuwen(ander.wortel, "2023-1", ps.bronnen)] == [(BESTAND, 2, "werving")]


def test_de_meegeleverde_risicos_gaan_over_elke_organisatie_in_de_keten(ps):
    partners = {risico.partner for risico in risicos(ps)}
    assert partners >= {"IND", "BZ", "COA", "Gemeenten", "DT&V", "Nidos", "Politie", "RvdR", "RvS", "DJI"}
    assert len(lees_risicos(ps.wortel)) == len(risicos(ps))


def test_het_effect_is_dat_van_een_doorrekening(ps):
    u = bereken(ps)
    risico = next(r for r in risicos(ps) if r.id == "ind-werving")
    rij = tabel_risicos("IND", u.jaren[1], "asiel", u=u).rijen[0]
    productie = {p: w.waarde * 0.9 for p, w in ps["ind.spoor4.productie"].waarden.items()}
    apart = bereken(ps.met({"ind.spoor4.productie": productie}))
    verschillen = [deel for deel in rij[3].delen if isinstance(deel, Woord)]
    for verschil, id in zip(verschillen, risico.effect, strict=True):
        assert verschil.waarde == pytest.approx(apart.waarde(id, u.jaren[1]) - u.waarde(id, u.jaren[1]))
    assert rij[2].tekst == "prognoseplan: af te doen zaken in spoor 4 10% lager"
