"""The documents of this edition say what their numbers say, whatever those become.

All cases take minutes: `python -m tests.perturbatie` goes through them. Here is the one that turns most.
"""

import pytest

from mpp.render.project import lees_project
from tests.editie import PROJECT
from tests.perturbatie.gevallen import GEVALLEN
from tests.perturbatie.verslag import doe, verslag
from tests.render.conftest import schrijf

pytestmark = pytest.mark.lang

HIER = ("instroom daalt",)


def test_er_zijn_er_genoeg():
    assert len(GEVALLEN) >= 30
    assert set(HIER) <= GEVALLEN.keys()


def test_elke_zin_klopt_ook_met_andere_parameters():
    namen = ("infographic", "kamerbrief", "prognose", "monitor")
    bestanden = (*lees_project(PROJECT.wortel).bestanden, *(f"{naam}/teksten.yml" for naam in namen))
    vondsten, mislukt = doe(PROJECT.wortel, HIER, bestanden)
    assert not vondsten, verslag(vondsten, mislukt)
    assert not mislukt, verslag(vondsten, mislukt)


def test_een_zin_die_niet_meer_klopt_wordt_met_bestand_en_regel_verteld(tmp_path):
    """A chapter with a conclusion typed by hand beside one that is computed."""
    schrijf(tmp_path, {"index.qmd": HOOFDSTUK})
    (tmp_path / "parameters.yml").symlink_to(PROJECT.wortel / "parameters.yml")
    vondsten, mislukt = doe(tmp_path, ("instroom gehalveerd",), ("index.qmd",))
    assert mislukt == []
    assert [(v.bestand, v.plaats, v.soort) for v in vondsten] == [("index.qmd", "10", "volgorde")]
    assert "index.qmd:10 [volgorde] stijgt" in verslag(vondsten, mislukt)


HOOFDSTUK = """\
# Proef {#sec-proef}

```{python}
#| include: false
from mpp.hoofdstuk import *
van, tot = r("instroom.totaal", 2022), n("instroom.totaal", 2023)
```

De instroom `{python} stijgt_daalt(van, tot)`: van `{python} van` naar `{python} tot`.
De instroom stijgt van `{python} van` naar `{python} tot`.
"""
