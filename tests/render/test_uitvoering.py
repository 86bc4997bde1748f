"""Running chapters: each on its own, in order, in the project folder; errors at their source line."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mpp.problemen import Fout
from mpp.render.draaier import Mislukt, Vertoning
from mpp.render.draaier.kern import Kern
from mpp.render.hoofdstuk import maak as maak_hoofdstuk
from mpp.render.project import lees_project
from mpp.render.qmd import lees_qmd
from mpp.render.vorken import ernaast, in_vorken

from .conftest import plaatsen, schrijf

WOORD = """```{python}
#| include: false
class Woord:
    def __init__(self, tekst):
        self.tekst = tekst
    def _repr_markdown_(self):
        return f"*{self.tekst}*"
x = Woord("cursief")
```

"""


def test_een_hoofdstuk_rekent_in_volgorde_en_toont_markdown(html):
    uit = html(
        WOORD
        + """`{python} x` en `{python} y if 'y' in globals() else 'niets'`.

```{python}
y = Woord('later')
x
```

`{python} y`
"""
    )
    assert "<em>cursief</em> en niets." in uit
    assert "<em>later</em>" in uit


def test_hoofdstukken_zien_elkaar_niet(maak):
    een = "# Een\n\n```{python}\n#| include: false\nimport sys, os\nsys.geheim = 1\nos.environ['GEHEIM'] = 'ja'\n```\n\nTekst.\n"
    twee = """# Twee

```{python}
#| include: false
import sys, os
```

`{python} 'gelekt' if hasattr(sys, 'geheim') or 'GEHEIM' in os.environ else 'schoon'`
"""
    boek = maak({"index.qmd": een, "twee.qmd": twee})
    assert "<p>schoon</p>" in boek.hoofdstukken[1].gemaakt.html


def test_code_draait_in_de_map_van_het_project(html, tmp_path):
    bron = "```{python}\n#| include: false\nfrom pathlib import Path\n```\n\n`{python} Path('gegeven.txt').read_text()`\n"
    assert "<p>inhoud</p>" in html(bron, **{"gegeven.txt": "inhoud"})


@pytest.mark.parametrize(
    ("bron", "verwacht"),
    [
        ("```{python}\n#| echo: false\nx = 1\nx / 0\n```\n", ("cel-fout", 6)),
        ("```{python}\ndef f():\n    return 1 / 0\nx = 1\nf()\n```\n", ("cel-fout", 5)),
        ("```{python}\nx = (1\n```\n", ("cel-fout", 4)),
        ("Tekst.\n\n`{python} onbekend`\n", ("inline-fout", 5)),
        ("`{python} 1 +`\n", ("inline-fout", 3)),
        ("```{python}\nimport sys\nsys.exit(3)\n```\n", ("cel-fout", 5)),
    ],
)
def test_een_fout_staat_op_zijn_regel(maak, bron, verwacht):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Een\n\n" + bron})
    assert [(p.code, p.regel) for p in fout.value.problemen] == [verwacht]


def test_na_een_mislukte_cel_wordt_de_rest_van_het_hoofdstuk_niet_berekend(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Een\n\n```{python}\nx = 1 / 0\n```\n\n`{python} x`\n", "twee.qmd": "# Twee\n\n`{python} y`\n"})
    assert plaatsen(fout.value) == [("cel-fout", "index.qmd:4"), ("inline-fout", "twee.qmd:3")]


def test_code_die_het_proces_beeindigt_is_een_probleem_en_geen_storing(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Een\n\nTekst.\n", "twee.qmd": "# Twee\n\n```{python}\nimport os\nos._exit(0)\n```\n"})
    assert plaatsen(fout.value) == [("cel-gestopt", "twee.qmd:5")]


@pytest.mark.parametrize(
    ("eind", "regel"),
    [
        ("```{python}\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n```", 9),
        ("```{python}\nimport signal\nsignal.raise_signal(signal.SIGKILL)\n```", 7),
        ("Tekst.\n\n`{python} __import__('os')._exit(3)`", 9),
        ("Tekst.\n\n`{python} __import__('sys').exit(3)`", 9),
    ],
)
def test_wat_het_proces_beeindigt_is_de_cel_of_uitdrukking_die_draaide(maak, eind, regel):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Een\n\n```{python}\nx = 1\n```\n\n" + eind + "\n"})
    assert plaatsen(fout.value) == [("cel-gestopt", f"index.qmd:{regel}")]


def test_ook_een_kern_die_stopt_is_een_probleem(tmp_path, uitkomsten, lees):
    (cel,) = lees("# A\n\n```{python}\nimport os\nos._exit(0)\n```\n").cellen()
    kern = Kern(tmp_path, uitkomsten)
    try:
        with pytest.raises(Mislukt) as fout:
            kern.cel(cel)
    finally:
        kern.sluit()
    assert [(p.code, p.plaats) for p in fout.value.problemen] == [("cel-gestopt", "een.qmd:3")]


def test_een_koppeling_die_code_schreef_moet_ergens_heen_gaan(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# A\n\n```{python}\n#| output: asis\nprint('[daar](één.qmd)')\n```\n"})
    assert plaatsen(fout.value) == [("koppeling-onbekend", "index.qmd:5")]


def test_problemen_van_mpp_zelf_krijgen_de_plaats_in_de_tekst(maak):
    bron = """# Een

```{python}
#| include: false
from mpp.problemen import Fout, probleem
def n(naam):
    raise Fout([probleem("bron-onbekend", bron=naam, suggestie="geen")])
```

Tekst `{python} n("a")`.
"""
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": bron})
    assert plaatsen(fout.value) == [("bron-onbekend", "index.qmd:10")]


def test_een_waarschuwing_van_python_is_een_probleem(maak):
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Een\n\n```{python}\nimport warnings\nwarnings.warn('verouderd')\n```\n"})
    assert plaatsen(fout.value) == [("cel-waarschuwing", "index.qmd:3")]


def test_een_getoonde_tussenuitkomst_en_print_komen_in_volgorde(html):
    uit = html(
        WOORD
        + """```{python}
#| output: asis
from IPython.display import display
print('eerst\\n')
display(Woord('dan'))
print('\\nlaatst')
```
"""
    )
    assert uit.index("eerst") < uit.index("<em>dan</em>") < uit.index("laatst")


def test_een_puntkomma_aan_het_eind_houdt_de_uitkomst_achter_zoals_in_een_kern(html):
    uit = html(WOORD + "```{python}\nWoord('verzwegen');\n```\n\n```{python}\nWoord('getoond')  # en klaar;\n```\n")
    assert "getoond" in uit
    assert "verzwegen" not in uit


def test_zonder_vorken_doet_een_kern_hetzelfde(tmp_path, uitkomsten):
    bron = "# Een\n\n" + WOORD + "`{python} x` en `{python} 'tekst [1]'`\n"
    schrijf(tmp_path, {"index.qmd": bron, "fout.qmd": "# Twee\n\n```{python}\nx = 1\nx / 0\n```\n"})
    project = lees_project(tmp_path)
    gemaakt, problemen = maak_hoofdstuk(lees_qmd(tmp_path, "index.qmd"), project, "1", Kern(tmp_path, uitkomsten), uitkomsten.ps)
    assert problemen == []
    assert "<p><em>cursief</em> en tekst [1]</p>" in gemaakt.html
    _, problemen = maak_hoofdstuk(lees_qmd(tmp_path, "fout.qmd"), project, "2", Kern(tmp_path, uitkomsten), uitkomsten.ps)
    assert [(p.code, p.regel) for p in problemen] == [("cel-fout", 5)]


def test_een_kern_zegt_welke_uitdrukking_mislukt(tmp_path, uitkomsten, lees):
    regel = next(lees("`{python} weg`").tekstregels())
    kern = Kern(tmp_path, uitkomsten)
    try:
        assert kern.uitdrukking("1 + 1", regel) == Vertoning({"text/plain": "2"})
        with pytest.raises(Exception, match="NameError"):
            kern.uitdrukking("weg", regel)
    finally:
        kern.sluit()


def test_werk_in_vorken_geeft_elk_zijn_uitkomst():
    assert in_vorken({str(i): lambda i=i: i * i for i in range(5)}) == {str(i): i * i for i in range(5)}


def test_wat_intussen_gebeurt_vinden_de_latere_vorken_gedaan():
    gedaan = []
    taken = {naam: lambda: list(gedaan) for naam in "abc"}
    assert in_vorken(taken, tegelijk=1, intussen=lambda: gedaan.append("ja")) == {"a": [], "b": ["ja"], "c": ["ja"]}


def test_een_fout_in_een_vork_komt_naar_boven():
    def stuk():
        raise Fout([])

    with pytest.raises(Fout):
        in_vorken({"a": lambda: 1, "b": stuk})


def test_een_vork_die_wegvalt_wordt_gemerkt():
    import os

    with pytest.raises(RuntimeError, match="without a result"):
        in_vorken({"a": lambda: os._exit(1)})


def test_wat_ernaast_gebeurt_en_wat_hier_gebeurt_komen_beide():
    gedaan = []
    assert ernaast(lambda: list(gedaan), lambda: gedaan.append("ja")) == ([], None)
    assert gedaan == ["ja"]


@pytest.mark.parametrize(("taak", "hier"), [(lambda: 1 // 0, lambda: 1), (lambda: time.sleep(60), lambda: 1 // 0)])
def test_een_fout_ernaast_of_hier_komt_naar_boven(taak, hier):
    with pytest.raises(ZeroDivisionError):
        ernaast(taak, hier)


VERS = """
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from mpp.render import boek
u = SimpleNamespace(ps=SimpleNamespace(hash="p", akkoorden=SimpleNamespace(hash="a"), pad=Path("parameters.yml"), wortel=Path.cwd()))
assert "matplotlib" not in sys.modules
print(boek.maak_boek(u).hoofdstukken[0].gemaakt.html)
"""


@pytest.mark.parametrize("map_", ["MPLCONFIGDIR", "IPYTHONDIR", "HOME", "XDG_CACHE_HOME"])
def test_een_map_van_een_bibliotheek_die_niet_te_gebruiken_is_houdt_niets_tegen(tmp_path, map_):
    cel = "# Een\n\n```{python}\n#| include: false\nimport matplotlib.pyplot as plt\nplt.figure().text(0, 0, 'x')\n```\n\nTekst.\n"
    schrijf(tmp_path, {"index.qmd": cel, "geen-map": ""})
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in ("MPLCONFIGDIR", "IPYTHONDIR", "XDG_CACHE_HOME")}
    omgeving |= {map_: str(tmp_path / "geen-map"), "PYTHONPATH": str(Path(__file__).parents[2])}
    klaar = subprocess.run([sys.executable, "-c", VERS], cwd=tmp_path, env=omgeving, capture_output=True, text=True)
    assert (klaar.returncode, klaar.stderr) == (0, "")
    assert "<p>Tekst.</p>" in klaar.stdout
