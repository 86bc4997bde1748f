"""A named number taken from another year, scenario, moment or indicator than its text says does not get into a document."""

from collections import defaultdict

import pytest

from tests.editie import PROJECT, uitkomsten
from tests.taal.verwisselen import Document, Verwisseling, documenten, verwisselingen

#: One of every kind, and those that look most like the numbers that the texts show.
INDICATOREN = (
    "instroom.eerste_aanvragen",
    "instroom.nareis",
    "ind.spoor1.voorraad",
    "ind.spoor4.beslissingen",
    "ind.spoor4.inwilligingspercentage",
    "ind.amv.voorraad",
    "bz.mvv_nareis",
    "coa.bezetting_vertrek",
    "coa.capaciteit",
    "gemeenten.achterstand",
    "dtv.caseload",
    "nidos.pupillen",
    "rvdr.bntb_instroom",
    "dji.bezetting",
)


@pytest.fixture(scope="module")
def alle() -> list[Document]:
    return list(documenten(PROJECT.wortel, uitkomsten()))


@pytest.fixture(scope="module")
def uitslag(alle) -> dict[str, dict[bool, list[Verwisseling]]]:
    """The changes by kind: those found and those not."""
    uit: dict[str, dict[bool, list[Verwisseling]]] = defaultdict(lambda: {True: [], False: []})
    for document in alle:
        for verwisseling in verwisselingen(document, INDICATOREN):
            if (gevonden := verwisseling.wordt_gevonden()) is not None:
                uit[verwisseling.soort][gevonden].append(verwisseling)
    return uit


def test_zoals_zij_zijn_spreekt_geen_tekst_zijn_getallen_tegen(alle):
    assert {document.bestand.name: document.tegenspraken(document.getallen) for document in alle} == {d.bestand.name: [] for d in alle}


@pytest.mark.parametrize("soort", ["jaar", "scenario", "moment", "kans", "andere eenheid"])
def test_elke_verwisseling_wordt_gevonden(uitslag, soort):
    gemist = [(v.document.bestand.name, v.naam, v.spec) for v in uitslag[soort][False]]
    assert uitslag[soort][True]
    assert gemist == []


def test_van_dezelfde_eenheid_bijna_elke(uitslag):
    """Where a text names more than one thing of the same unit, either may stand there."""
    gevonden, gemist = (len(uitslag["zelfde eenheid"][ja]) for ja in (True, False))
    assert gevonden > 0.95 * (gevonden + gemist)
