"""A small book with the pages that Quarto makes of it."""

import pytest

from mpp.render.project import lees_project
from tests.render.conftest import PROJECT, schrijf
from tests.render.quarto.bladen import CIJFERS, EEN, INDEX, gelezen


@pytest.fixture
def project(tmp_path):
    instelling = PROJECT.format(hoofdstukken="index.qmd, h/een.qmd").replace("lang:", "  appendices: [h/cijfers.qmd]\nlang:")
    schrijf(
        tmp_path,
        {
            "_quarto.yml": instelling,
            "index.qmd": "# Vooraf {.unnumbered}\n",
            "h/een.qmd": "# Een {#sec-een}\n",
            "h/cijfers.qmd": "# Cijfers *en meer* {#sec-cijfers}\n",
            "glossary.yml": "afkortingen: []\nbegrippen: []\n",
            "_book/index.html": INDEX,
            "_book/h/een.html": EEN,
            "_book/h/cijfers.html": CIJFERS,
        },
    )
    return lees_project(tmp_path)


@pytest.fixture
def boek(project):
    return gelezen(project)
