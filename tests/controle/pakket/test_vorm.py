"""A chapter is made of what the house makes, and nothing else."""

import pytest
from lxml.html import fragment_fromstring

from mpp.controle.pakket import vorm
from mpp.controle.pakket.verslag import Verslag

TABEL = '<table class="cijfers"><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>{}</tbody></table>'


def wat(html: str) -> list[str]:
    verslag = Verslag("hoofdstuk.html")
    vorm.toets(fragment_fromstring(html, create_parent="article"), verslag)
    return [p.gegevens["wat"] for p in verslag.problemen]


def test_een_gewoon_hoofdstuk():
    rij = '<tr><th scope="row">x</th><td style="text-align: right;">1</td></tr>'
    assert (
        wat(f'<h1>T</h1><p>Een <span class="naam" data-bron="editie:naam">MPP</span>.</p>{TABEL.format(rij)}<ol type="1"><li>x</li></ol>')
        == []
    )


@pytest.mark.parametrize(
    "vreemd",
    [
        "<style>p::after{content:'99'}</style>",
        '<input value="99">',
        '<iframe srcdoc="99"></iframe>',
        '<li value="9">x</li>',
        '<p title="99">x</p>',
        '<p style="display: none">x</p>',
        '<p class="weg">x</p>',
        '<img src="beelden/a.svg" srcset="b.svg" alt="x">',
        '<img src="https://elders/a.svg" alt="x">',
        '<div aria-label="Tabel 9.9 en meer">x</div>',
        "<!-- 99 -->",
        "<svg><text>99</text></svg>",
    ],
)
def test_iets_dat_de_code_nooit_maakt(vreemd):
    assert [tekst.endswith("en dat maakt de code nooit") for tekst in wat(f"<div>{vreemd}</div>")][:1] == [True]


def test_een_rij_met_een_cel_te_veel():
    rij = '<tr><th scope="row">x</th><td colspan="2">1</td></tr>'
    assert wat(TABEL.format(rij)) == ["heeft een tabel met rijen van 2 en van 3 cellen"]
