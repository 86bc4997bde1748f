"""A chapter is made again when anything it depends on has changed, and only then; what is kept gives the same bytes."""

import errno
import json
from pathlib import Path

import pytest

from mpp.parameters.akkoord import Akkoorden
from mpp.render import boek as boekmodule
from mpp.render import cache
from mpp.render.boek import maak_boek
from mpp.render.omslag import Omslag
from mpp.render.site import maak_site
from tests.editie import VASTGESTELD

from .conftest import schrijf, uitkomsten_van

BESTANDEN = {
    "index.qmd": "# Vooraf\n\n{{< include _deel.qmd >}}\n\nZie @sec-een.\n",
    "een.qmd": '# Een {#sec-een}\n\n::: {#fig-a}\n![](lijn.svg){fig-alt="Lijn"}\n\nBijschrift.\n:::\n\n{{< var naam >}}\n',
    "_deel.qmd": "Deel.\n",
    "_variables.yml": "naam: Piet\n",
    "lijn.svg": "<svg/>",
    "figures/lijn.py": "x = 1\n",
    "figures/kaart.txt": "x",
    "varianten/baa.yml": "x: 1\n",
    "glossary.yml": "a: b\n",
    "gepubliceerd.yml": "a: b\n",
    "edities/2022-2/parameters.yml": "a: b\n",
}
OMSLAG = Omslag("MPP", "openbaar", False, "Reconstructie", VASTGESTELD)


@pytest.fixture
def gemaakte(tmp_path, uitkomsten, monkeypatch):
    """The chapters that are made, not taken from the cache, each time the book is."""
    schrijf(tmp_path, BESTANDEN)
    maak_alle = boekmodule._maak_alle
    gemaakt: list[str] = []
    monkeypatch.setattr(boekmodule, "_maak_alle", lambda qmds, *rest: gemaakt.extend(q.pad for q in qmds) or maak_alle(qmds, *rest))

    def _gemaakte(**opties):
        gemaakt.clear()
        boek = maak_boek(uitkomsten, **opties)
        return sorted(gemaakt), maak_site(boek, OMSLAG)

    return _gemaakte


def test_wat_bewaard_is_wordt_niet_opnieuw_gemaakt_en_is_gelijk(gemaakte):
    eerst, bytes_eerst = gemaakte()
    dan, bytes_dan = gemaakte()
    assert (eerst, dan) == (["een.qmd", "index.qmd"], [])
    assert bytes_eerst == bytes_dan


def test_een_definitieve_uitgave_gebruikt_niets_van_eerder(gemaakte):
    gemaakte()
    assert gemaakte(bewaard=False)[0] == ["een.qmd", "index.qmd"]


@pytest.mark.parametrize(
    ("bestand", "opnieuw"),
    [
        ("een.qmd", ["een.qmd"]),
        ("_deel.qmd", ["index.qmd"]),
        ("lijn.svg", ["een.qmd"]),
        ("_variables.yml", ["een.qmd", "index.qmd"]),
        ("figures/lijn.py", ["een.qmd", "index.qmd"]),
        ("figures/kaart.txt", ["een.qmd", "index.qmd"]),
        ("varianten/baa.yml", ["een.qmd", "index.qmd"]),
        ("gepubliceerd.yml", ["een.qmd", "index.qmd"]),
        ("edities/2022-2/parameters.yml", ["een.qmd", "index.qmd"]),
        ("glossary.yml", ["een.qmd", "index.qmd"]),
    ],
)
def test_wat_veranderd_is_wordt_opnieuw_gemaakt(gemaakte, tmp_path, bestand, opnieuw):
    gemaakte()
    (tmp_path / bestand).write_text(BESTANDEN[bestand] + "\n")
    assert gemaakte()[0] == opnieuw
    assert gemaakte()[0] == []


def test_een_veranderde_parameter_maakt_alles_opnieuw(gemaakte, uitkomsten):
    gemaakte()
    uitkomsten.ps.hash = "anders"
    assert gemaakte()[0] == ["een.qmd", "index.qmd"]


def test_een_veranderd_akkoord_maakt_alles_opnieuw(gemaakte, uitkomsten):
    gemaakte()
    uitkomsten.ps.akkoorden = Akkoorden("openbare reconstructie")
    assert gemaakte()[0] == ["een.qmd", "index.qmd"]


def test_veranderde_code_maakt_alles_opnieuw(gemaakte, monkeypatch):
    gemaakte()
    monkeypatch.setattr(cache, "_code", lambda: [("mpp/getal.py", b"anders")])
    assert gemaakte()[0] == ["een.qmd", "index.qmd"]


def test_een_ander_nummer_maakt_het_hoofdstuk_opnieuw(gemaakte, tmp_path):
    gemaakte()
    (tmp_path / "index.qmd").write_text(BESTANDEN["index.qmd"].replace("# Vooraf", "# Vooraf {.unnumbered}"))
    assert gemaakte()[0] == ["een.qmd", "index.qmd"]


@pytest.mark.parametrize("inhoud", ['{"sleutel": ', "5", "[]", "null", '"tekst"', "{}"])
def test_een_onleesbaar_bewaard_bestand_telt_niet(gemaakte, tmp_path, inhoud):
    gemaakte()
    (tmp_path / cache.MAP / "hoofdstukken" / "een.json").write_text(inhoud)
    assert gemaakte()[0] == ["een.qmd"]


@pytest.mark.parametrize("gelezen", [None, 5, {"lijn.svg": 5}])
def test_een_bewaard_hoofdstuk_dat_niet_zegt_wat_het_las_telt_niet(gemaakte, tmp_path, gelezen):
    gemaakte()
    pad = tmp_path / cache.MAP / "hoofdstukken" / "een.json"
    pad.write_text(json.dumps({**json.loads(pad.read_text()), "gelezen": gelezen}))
    assert gemaakte()[0] == ["een.qmd"]


def cel(code: str) -> str:
    return f"# Een {{#sec-een}}\n\n```{{python}}\n#| output: asis\n{code}\n```\n"


LEZERS = {
    "open": "print(open('lijst.csv').read())",
    "Path": "from pathlib import Path\nprint(Path('data/../lijst.csv').read_text())",
    "pandas": "import pandas as pd\nprint(pd.read_csv('lijst.csv').columns[0])",
    "numpy": "import numpy as np\nprint(np.loadtxt('lijst.csv', dtype=str))",
    "hulp": "import hulp\nprint(hulp.tekst())",
    "hulp in een map": "from pakket.diep import tekst\nprint(tekst())",
    "of het er is": "import os\nprint('ja' if os.path.exists('later.csv') else 'nee')",
    "of het er is, anders": "from pathlib import Path\nprint('ja' if Path('later.csv').is_file() else 'nee')",
    "proberen": "try:\n    print(open('later.csv').read())\nexcept OSError:\n    print('nee')",
    "lijst van een map": "import os\nprint(' '.join(sorted(os.listdir('data'))))",
    "alles in een map": "from pathlib import Path\nprint(' '.join(sorted(p.name for p in Path('data').glob('*.txt'))))",
}
NIEUW = {
    "hulp": ("hulp.py", "def tekst():\n    return 'nieuw'\n"),
    "hulp in een map": ("pakket/woord.py", "WOORD = 'nieuw'\n"),
    "of het er is": ("later.csv", "nieuw"),
    "of het er is, anders": ("later.csv", "nieuw"),
    "proberen": ("later.csv", "nieuw"),
    "lijst van een map": ("data/nieuw.txt", ""),
    "alles in een map": ("data/nieuw.txt", ""),
}


@pytest.mark.parametrize("hoe", LEZERS)
def test_wat_de_code_leest_hoort_erbij(gemaakte, tmp_path, hoe):
    bestanden = {
        "lijst.csv": "oud\n",
        "data/oud.txt": "",
        "hulp.py": "def tekst():\n    return open('lijst.csv').read()\n",
        "pakket/__init__.py": "",
        "pakket/diep.py": "from . import woord\n\n\ndef tekst():\n    return woord.WOORD\n",
        "pakket/woord.py": "WOORD = 'oud'\n",
    }
    schrijf(tmp_path, {**BESTANDEN, **bestanden, "een.qmd": cel(LEZERS[hoe])})
    _, eerst = gemaakte()
    assert gemaakte()[0] == []
    naam, inhoud = NIEUW.get(hoe, ("lijst.csv", "nieuw\n"))
    (tmp_path / naam).write_text(inhoud)
    opnieuw, dan = gemaakte()
    assert opnieuw == ["een.qmd"]
    assert eerst["een.html"] != dan["een.html"]
    assert ("nieuw" if "er is" not in hoe else "ja") in dan["een.html"].decode()
    assert gemaakte()[0] == []


@pytest.mark.parametrize(
    "code",
    [
        "import datetime\nprint(datetime.date.today())",
        "import os\nprint(os.environ.get('MPP_PROEF', '-'))",
        "import numpy as np\nprint(np.random.default_rng().integers(5))",
        "import subprocess\nprint(subprocess.run(['cat', 'glossary.yml'], capture_output=True, text=True).stdout)",
        "import os\nprint(os.popen('cat glossary.yml').read())",
        "!cat glossary.yml",
        "import lxml.etree\nprint(lxml.etree.parse('lijn.svg').getroot().tag)",
        "open('gevolg.txt', 'w').write('x')\nprint('x')",
        "print(eval('1'))",
        "%run figures/lijn.py\nprint(x)",
    ],
)
def test_waarvan_niet_te_zien_is_wat_het_leest_wordt_niet_bewaard(gemaakte, tmp_path, code):
    schrijf(tmp_path, {**BESTANDEN, "een.qmd": cel(code)})
    gemaakte()
    assert gemaakte()[0] == ["een.qmd"]


@pytest.mark.parametrize(
    ("beeld", "verwijzing"),
    [
        ("lijn.SVG", "![](lijn.SVG){}"),
        ("mijn lijn.svg", "![](mijn%20lijn.svg){}"),
        ("lijn.svg", "![][lijn]{}\n\n[lijn]: lijn.svg"),
        ("beeld/lijn.svg", "![](/beeld/lijn.svg){}"),
        ("lijn(2).svg", "![](<lijn(2).svg>){}"),
    ],
)
def test_een_beeld_hoort_erbij_hoe_het_ook_wordt_genoemd(gemaakte, tmp_path, beeld, verwijzing):
    schrijf(tmp_path, {**BESTANDEN, "een.qmd": "# Een {#sec-een}\n\n" + verwijzing.format('{fig-alt="Lijn"}') + "\n", beeld: "<svg/>"})
    gemaakte()
    assert gemaakte()[0] == []
    (tmp_path / beeld).write_text("<svg><g/></svg>")
    opnieuw, site = gemaakte()
    assert opnieuw == ["een.qmd"]
    assert b"<svg><g/></svg>" in site.values()


def test_een_map_die_er_niet_kan_zijn_houdt_niets_tegen(gemaakte, tmp_path):
    (tmp_path / cache.MAP).write_text("geen map")
    eerst, bytes_eerst = gemaakte()
    dan, bytes_dan = gemaakte()
    assert eerst == dan == ["een.qmd", "index.qmd"]
    assert bytes_eerst == bytes_dan
    assert (tmp_path / cache.MAP).read_text() == "geen map"


def test_een_bestand_dat_er_niet_kan_zijn_houdt_niets_tegen(gemaakte, tmp_path):
    (tmp_path / cache.MAP / "hoofdstukken" / "een.json" / "x").mkdir(parents=True)
    gemaakte()
    assert gemaakte()[0] == ["een.qmd"]


def test_een_volle_schijf_houdt_niets_tegen_en_er_blijft_niets_half_staan(gemaakte, tmp_path, monkeypatch):
    echt = Path.write_bytes

    def vol(pad: Path, inhoud: bytes) -> int:
        echt(pad, inhoud[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as even:
        even.setattr(Path, "write_bytes", vol)
        _, bytes_eerst = gemaakte()
    assert list((tmp_path / cache.MAP / "hoofdstukken").iterdir()) == []
    opnieuw, bytes_dan = gemaakte()
    assert opnieuw == ["een.qmd", "index.qmd"]
    assert bytes_eerst == bytes_dan


def test_twee_mappen_geven_dezelfde_bytes(tmp_path):
    mappen = [schrijf(tmp_path / naam, BESTANDEN) for naam in ("a", "een-langere-map")]
    een, ander = (maak_site(maak_boek(uitkomsten_van(map_), bewaard=False), OMSLAG) for map_ in mappen)
    assert een == ander
