"""Totals that do not add up say why."""

import pytest

from mpp.controle.pakket import totalen
from mpp.controle.pakket.verslag import Verslag
from mpp.getal.totalen import GEREALISEERD
from mpp.uitkomsten.register import register


@pytest.fixture
def fouten():
    from lxml import html

    totaal = next(i for i in register().values() if len(i.delen) == 2)

    def van(som: str, delen: list[str], noot: str = "", soort: str = "indicator") -> list[str]:
        rijen = "".join(
            f'<tr><td><data data-bron="{soort}:{id}" data-sleutel="2023|medio">{tekst}</data></td></tr>'
            for id, tekst in zip((totaal.id, *totaal.delen), (som, *delen), strict=True)
        )
        verslag = Verslag("pagina")
        totalen.toets(html.fromstring(f"<main><section><table>{rijen}</table><p>{noot}</p></section></main>"), verslag)
        return [p.code for p in verslag.problemen]

    return van


def test_delen_tellen_op_of_er_staat_waarom_niet(fouten):
    assert fouten("1.230", ["1.000", "230"]) == []
    assert fouten("1.230", ["1.000", "220"]) == ["pakket-telt-niet-op"]
    assert fouten("1.230", ["1.000", "220"], "Door afronding tellen de delen niet overal op tot het totaal.") == []
    assert fouten("−10", ["−20", "10"]) == []
    assert fouten("1.230", ["1.000", "·"]) == []


def test_ook_gerealiseerde_delen_tellen_op_of_er_staat_waarom_niet(fouten):
    assert fouten("1.230", ["1.000", "230"], soort="realisatie") == []
    assert fouten("1.230", ["1.000", "220"], soort="realisatie") == ["pakket-telt-niet-op"]
    assert fouten("1.230", ["1.000", "220"], "Door afronding.", soort="realisatie") == ["pakket-telt-niet-op"]
    assert fouten("1.230", ["1.000", "220"], GEREALISEERD, soort="realisatie") == []
