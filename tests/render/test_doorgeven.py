"""The results that a document is made of are those that were handed over, down to the last cell of a chapter."""

import re
import shutil
from collections.abc import Callable

import pytest

from mpp.documenten.rapportage import rapportage
from mpp.getal.begrippentabellen import tabel_afkortingen
from mpp.getal.bijstellingen import bijstelling
from mpp.getal.cijfers import kans, n, p
from mpp.getal.eerder import eerder
from mpp.getal.gevoeligheid import aantal_trekkingen
from mpp.getal.terugblik import tabel_niet_vergeleken
from mpp.herkomst.narekenen import Narekening
from mpp.parameters.wat_als import stel
from mpp.projectmap import OMGEVING, Projectmap
from mpp.render import boek as boekmodule
from mpp.render.boek import Boek, maak_boek
from mpp.render.draaier.kern import Kern
from mpp.ronde.status import Status
from mpp.uitkomsten import Uitkomsten, bereken
from mpp.varianten import WAT_ALS
from tests.editie import PROJECT

from .conftest import schrijf

CONCEPT = Status(concept=True, redenen=("een proef",), classificatie="openbaar", route="B")
HOOFDSTUK = """\
# Een {#sec-een}

```{python}
#| include: false
from mpp.hoofdstuk import *
J = u.jaren
```

Eind `{python} jaar(2)` is de bezetting `{python} n("coa.bezetting", J[1])` bij `{python} p("ind.spoor4.productie", J[1])` beslissingen,
een bijstelling van `{python} bijstelling("coa.bezetting", J[1])`, uit `{python} aantal_trekkingen()` trekkingen.
De kans op een hogere instroom is `{python} kans(J[1], boven="medio")`.
Eerder werden er `{python} eerder("2021-2", "instroom.totaal", J[0] - 1)` verwacht.

```{python}
#| label: tbl-bezetting
#| tbl-cap: De bezetting.
tabel_indicatoren(["coa.bezetting"])
```
"""
EIGEN = {
    "edities/2021-2/gepubliceerd.yml": ('34370, genoemd: "34.370"', '34450, genoemd: "34.450"'),
    "toetsing/2020.yml": ("Invoer: zoals zij kwamen.", "Alleen in dit project."),
    "glossary.yml": ("Algemene Asielprocedure", "Andere Afkorting"),
}
"""What stands in the project of these tests in the place of what stands in this one."""


def verwacht(u: Uitkomsten) -> list[str]:
    """The numbers that the chapter shows of these results, as they stand on its page."""
    eerste, jaar = u.jaren[:2]
    getallen = [
        *(n("coa.bezetting", jaar, u=u), p("ind.spoor4.productie", jaar, u=u), bijstelling("coa.bezetting", jaar, u=u)),
        *(aantal_trekkingen(u=u), kans(jaar, boven="medio", u=u), eerder("2021-2", "instroom.totaal", eerste - 1, u=u)),
        *(n("coa.bezetting", jaar, u=u) for jaar in u.jaren),
    ]
    return [getal.__html__() for getal in getallen]


def getoond(html: str) -> list[str]:
    """The numbers on a page."""
    return re.findall("<data .*?</data>", html)


@pytest.fixture
def project(tmp_path, monkeypatch) -> Projectmap:
    """A project of one chapter, with the parameters of this one and beside them what is its own.

    Where one stands and what the environment names is another project, that cannot be computed with.
    """
    elders = schrijf(tmp_path / "elders", {"parameters.yml": "schema: 1\n"})
    monkeypatch.chdir(elders)
    monkeypatch.setenv(OMGEVING, str(elders / "parameters.yml"))
    wortel = schrijf(tmp_path / "project", {"index.qmd": HOOFDSTUK})
    shutil.copy(PROJECT.parameters, wortel)
    shutil.copytree(PROJECT.wortel / "edities", wortel / "edities")
    shutil.copytree(PROJECT.wortel / "toetsing", wortel / "toetsing")
    for naam, (hier, daar) in EIGEN.items():
        tekst = (PROJECT.wortel / naam).read_text(encoding="utf-8")
        assert hier in tekst, "the case no longer fits the file it changes"
        (wortel / naam).write_text(tekst.replace(hier, daar), encoding="utf-8")
    return Projectmap(wortel, wortel / "parameters.yml")


@pytest.fixture
def editie(project) -> Uitkomsten:
    """The results of the project, with fewer draws than are made for an edition."""
    return bereken(project.laad(), trekkingen=50)


@pytest.fixture
def anders(editie) -> Uitkomsten:
    """Results that stand in no file: of one parameter changed, and of other draws."""
    return bereken(stel(editie.ps, ["ind.spoor4.productie@2024=30000"], WAT_ALS), trekkingen=60)


@pytest.fixture(params=["schil", "kern"])
def boek(request, monkeypatch) -> Callable[[Uitkomsten], Boek]:
    """Make the book of these results: each chapter in a fork, and with a kernel where there are no forks."""
    if request.param == "kern":
        monkeypatch.setattr(boekmodule, "kan_vorken", lambda: False)
    return lambda u: maak_boek(u, bewaard=False)


def bladzijde(boek: Boek) -> str:
    return boek.hoofdstukken[0].gemaakt.html


def test_een_hoofdstuk_toont_de_getallen_van_de_uitkomsten_die_het_kreeg(boek, editie, anders):
    """Not those of the parameter file, and none that it computed itself: of these draws no other process knows."""
    assert not set(verwacht(editie)[:4]) & set(verwacht(anders))
    for u in (anders, editie):
        assert getoond(bladzijde(boek(u))) == verwacht(u)


def test_een_kern_die_zijn_uitkomsten_niet_kan_overnemen_maakt_geen_hoofdstuk(tmp_path):
    """It would speak of those of the project instead."""

    class Onleesbaar:
        def __reduce__(self):
            return int, ("geen getal",)

    with pytest.raises(RuntimeError, match="did not take the results: ValueError"):
        Kern(tmp_path, Onleesbaar())


def test_een_bewaard_hoofdstuk_is_er_alleen_voor_dezelfde_parameters(editie, anders):
    for u in (editie, anders, editie, editie):
        assert getoond(bladzijde(maak_boek(u))) == verwacht(u)


def test_ook_de_hele_rapportage_spreekt_van_wat_zij_kreeg(anders):
    bestanden = rapportage(anders, CONCEPT)
    assert getoond(bestanden["rapportage/index.html"].decode()) == verwacht(anders)
    assert bestanden["rapportage.pdf"].startswith(b"%PDF")


def test_wat_bij_een_editie_hoort_komt_uit_haar_eigen_project(editie, u):
    """Earlier editions, looks back, the glossary: those of two projects in one process are never taken for one another."""
    for van, kant in ((editie, 1), (u, 0), (editie, 1)):
        toen = eerder("2021-2", "instroom.totaal", 2022, u=van)
        assert toen.tekst in EIGEN["edities/2021-2/gepubliceerd.yml"][kant]
        assert Narekening(van).waarde(toen.bron, toen.sleutel) == toen.waarde
        assert EIGEN["toetsing/2020.yml"][kant] in {reden.tekst for _, reden in tabel_niet_vergeleken("2020", u=van).rijen}
        assert tabel_afkortingen(u=van).rijen[0][1] == EIGEN["glossary.yml"][kant]
