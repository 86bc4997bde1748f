"""A final book is fixed: whatever a chapter reads is locked, or is refused with the line that reads it."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from mpp import bronbestanden as bronmodule
from mpp.bronbestanden import bronbestanden
from mpp.documenten import rapportage
from mpp.problemen import Fout
from mpp.render import boek as boekmodule
from mpp.render.vast import losse_einden, maak_vast
from mpp.ronde.status import Status

from .conftest import plaatsen, schrijf

TITEL = "# Een {#sec-een}\n\n"
GEGEVENS = {
    "chapters/vast.txt": "a",
    "data/los.txt": "a",
    "data/genoemd.txt": "a",
    "_data/genoemd.txt": "a",
    ".data/genoemd.txt": "a",
    "_delen/_tekst.qmd": "Een deel.\n",
    "hulp.py": "from pathlib import Path\n\n\ndef lees(naam):\n    return Path('data', naam).read_text()\n",
    "nu.py": "import datetime\n\n\ndef nu():\n    return datetime.date.today()\n",
    "los/onder.py": "X = 'a'\n",
}


def cel(*regels: str) -> str:
    return TITEL + "```{python}\n#| output: asis\n" + "\n".join(regels) + "\n```\n"


@pytest.fixture
def los(maak, tmp_path):
    """What keeps a book with this chapter from being final: code and place of each problem."""

    def _los(bron: str, **ander: str) -> list[tuple[str, str]]:
        boek = maak({"index.qmd": "# Vooraf {.unnumbered}\n", "chapters/een.qmd": bron, **GEGEVENS, **ander})
        return [(p.code, p.plaats) for p in losse_einden(boek, tmp_path)]

    return _los


@pytest.mark.parametrize(
    "bron",
    [
        cel("print(open('chapters/vast.txt').read())"),
        cel("import os", "print(sorted(os.listdir('chapters')))"),
        cel("print(open('data/genoemd.txt').read())"),
        cel("from pathlib import Path", "print(Path('_data/genoemd.txt').read_text())"),
        cel("from pathlib import Path", "print((Path('.data') / 'genoemd.txt').resolve().read_text())"),
        cel("import hulp", "print(hulp.lees('genoemd.txt'))"),
        TITEL + "{{< include ../_delen/_tekst.qmd >}}\n",
        cel("import pandas as pd", "print(pd.read_csv('data/genoemd.txt').columns[0])"),
        cel("import numpy as np", "print(np.random.default_rng(1).integers(5))"),
        cel("import random", "trekking = random.Random(3)", "print(trekking.random())"),
        cel("import pandas as pd", "print(len(pd.Series([1, 2]).sample(1, random_state=1)))"),
        cel("import re", "import datetime", "from urllib.parse import quote", "print(re.compile('a').pattern, datetime.date(2023, 1, 1))"),
        cel("id = 'a'", "today = 'b'", "print(id, today)"),
        cel("from los import onder", "print(onder.X)"),
    ],
)
def test_wat_vergrendeld_wordt_en_vaststaat_mag(los, bron):
    assert los(bron) == []


def test_het_slot_het_journaal_dat_het_kent_en_de_akkoorden_mogen_worden_gelezen(los):
    bron = cel("for naam in ('journaal' + '.yml', 'parameters' + '.lock', 'akkoorden' + '.yml'):", "    print(open(naam).read())")
    assert los(bron, **{"journaal.yml": "a\n", "parameters.lock": "a\n", "akkoorden.yml": "a\n"}) == []


@pytest.mark.parametrize(
    ("bron", "code", "plaats"),
    [
        (cel("print('a')", "print(open('data/lo' + 's.txt').read())"), "vast-los", "chapters/een.qmd:6"),
        (cel("import hulp", "print(hulp.lees('los' + '.txt'))"), "vast-los", "hulp.py:5"),
        (cel("import importlib.util", "print('a')"), "vast-onkenbaar", "chapters/een.qmd:5"),
        (TITEL + "`{python} 'a' if open('data/lo' + 's.txt').read() else 'b'`\n", "vast-los", "chapters/een.qmd:3"),
        (cel("import os", "print(os.listdir('data'))"), "vast-map", "chapters/een.qmd:6"),
        (cel("from pathlib import Path", "print(*[p.name for p in Path('data').glob('*.csv')], 'a')"), "vast-map", "chapters/een.qmd:6"),
        (cel("import os", "print('a' if os.path.exists('data/lo' + 's.txt') else 'b')"), "vast-los", "chapters/een.qmd:6"),
        (cel("import datetime", "print(datetime.datetime.now().year)"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("import nu", "print(nu.nu())"), "vast-onkenbaar", "nu.py:5"),
        (cel("import time", "print(time.time())"), "vast-onkenbaar", "chapters/een.qmd:5"),
        (cel("import pandas as pd", "print(pd.Timestamp('now').year)"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("import os", "print(os.environ.get('HOME'))"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("from os import getenv", "print(getenv('HOME'))"), "vast-onkenbaar", "chapters/een.qmd:5"),
        (cel("from pathlib import Path", "print(Path.cwd().name)"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("import sys", "print(sys.version_info.major)"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("import random", "print(random.random())"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("import numpy as np", "print(np.random.default_rng().integers(5))"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("import numpy as np", "print(np.random.normal())"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("import pandas as pd", "print(len(pd.Series([1, 2]).sample(1)))"), "vast-onkenbaar", "chapters/een.qmd:6"),
        (cel("print(hash('a'))"), "vast-onkenbaar", "chapters/een.qmd:5"),
        (cel("print(eval('1'))"), "vast-onkenbaar", "chapters/een.qmd:5"),
        (cel("!echo a"), "vast-onkenbaar", "chapters/een.qmd:5"),
        (cel("import lxml.etree", "print('a')"), "vast-onkenbaar", "chapters/een.qmd:5"),
        (TITEL + "`{python} 'a' if __import__('os') else 'b'`\n", "vast-onkenbaar", "chapters/een.qmd:3"),
    ],
)
def test_wat_niet_vaststaat_wordt_geweigerd_waar_het_staat(los, bron, code, plaats):
    assert los(bron) == [(code, plaats)]


def test_een_ander_proces_wordt_geweigerd_waar_het_begint(los):
    gevonden = los(cel("import os", "print(os.popen('echo a').read())"))
    assert ("vast-onkenbaar", "chapters/een.qmd:6") in gevonden


@pytest.mark.parametrize(
    "lezing",
    ["print(open(PAD).read())", "print(Path(PAD).read_text())", "print(pd.read_csv(PAD).columns[0])", "print(np.loadtxt(PAD, dtype=str))"],
)
@pytest.mark.parametrize("waar", ["../buiten.txt", "tmp"])
def test_wat_buiten_het_project_staat_wordt_geweigerd(los, tmp_path, lezing, waar):
    """A path upward and a whole one; the system's own folders are no exception for who asks by name."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as los_bestand:
        los_bestand.write("a")
        los_bestand.flush()
        pad = los_bestand.name if waar == "tmp" else os.path.relpath(los_bestand.name, tmp_path)
        bron = cel("from pathlib import Path", "import numpy as np", "import pandas as pd", f"PAD = {pad!r}", lezing)
        assert los(bron) == [("vast-buiten", "chapters/een.qmd:9")]


def test_een_insluiting_van_buiten_het_project_wordt_geweigerd(maak, tmp_path):
    (tmp_path.parent / "buiten.qmd").write_text("Van buiten.\n", encoding="utf-8")
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": "# Vooraf\n", "chapters/een.qmd": TITEL + "{{< include ../../buiten.qmd >}}\n"})
    assert plaatsen(fout.value) == [("insluiting-buiten", "chapters/een.qmd:3")]


@pytest.mark.parametrize("map_", ["beeld", "_beeld"])
def test_een_afbeelding_valt_onder_het_slot_of_wordt_geweigerd(los, map_):
    assert los(TITEL + f'![](../{map_}/lijn.svg){{fig-alt="Lijn"}}\n', **{f"{map_}/lijn.svg": "<svg/>"}) == []
    los_beeld = TITEL + '![](../beeld/een%20lijn.svg){fig-alt="Lijn"}\n'
    assert los(los_beeld, **{"beeld/een lijn.svg": "<svg/>"}) == [("vast-los", "chapters/een.qmd:3")]


def test_zonder_eigen_proces_is_niet_te_zien_wat_er_wordt_gelezen(los, monkeypatch):
    monkeypatch.setattr(boekmodule, "kan_vorken", lambda: False)
    assert ("vast-ongezien", "chapters/een.qmd:1") in los(TITEL + "Tekst.\n")


@pytest.mark.parametrize("concept", [True, False])
def test_alleen_een_definitieve_uitgave_moet_vaststaan(uitkomsten, tmp_path, monkeypatch, concept):
    monkeypatch.setattr(rapportage, "controleer_project", lambda wortel: [])
    schrijf(tmp_path, {"index.qmd": "# Vooraf\n", "een.qmd": cel("import datetime", "print('Dag', datetime.date.today())")})
    status = Status(concept, (), "openbaar", "A")
    if concept:
        assert rapportage.gekeurd_boek(uitkomsten, status)
        return
    with pytest.raises(Fout) as fout:
        rapportage.gekeurd_boek(uitkomsten, status)
    assert plaatsen(fout.value) == [("vast-onkenbaar", "een.qmd:6")]


def test_wat_met_naam_is_genoemd_valt_onder_het_slot(tmp_path):
    """What stands in a folder that is set aside is named with that folder."""
    bron = "{{< include ../_delen/_a.qmd >}}\n`{python} lees('_data/b.csv')` `{python} lees(Path('.data') / 'c.csv')`\n"
    schrijf(tmp_path, {"chapters/een.qmd": bron, "_delen/_a.qmd": "`{python} lees('d.csv')`\n"})
    erbij = {"_delen/_a.qmd", "_data/b.csv", ".data/c.csv", "gegevens/d.csv"}
    los = {"_ander/b.csv", ".ander/c.csv", "_data/e.csv", ".git/c.csv", "_output/d.csv"}
    for naam in erbij | los:
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        if not (tmp_path / naam).exists():
            (tmp_path / naam).write_text("a")
    assert {naam for naam in bronbestanden("teksten", tmp_path) if naam in erbij | los} == erbij


def teken(pad: Path, regel: str) -> Callable[[], Mapping[str, bytes]]:
    """What makes a document with a chart whose code stands in `pad`."""
    code = compile("\n\n" + regel, str(pad), "exec")
    return lambda: exec(code, {}) or {"een.txt": b"a"}


@pytest.mark.parametrize("naam", ["gepubliceerd.yml", "edities/2022-2/parameters.yml", "edities/2022-2/uitkomsten.csv"])
def test_wat_edities_publiceerden_valt_onder_het_slot(tmp_path, naam):
    schrijf(tmp_path, {"index.qmd": "# Vooraf\n", naam: "a"})
    kaart = tmp_path / "figures" / "kaart.py"
    assert maak_vast(teken(kaart, f"open({str(tmp_path / naam)!r}).close()"), tmp_path) == {"een.txt": b"a"}


def test_een_grafiek_in_een_ander_document_leest_alleen_wat_vergrendeld_is(tmp_path):
    schrijf(tmp_path, {"index.qmd": "# Vooraf\n", "edities/2022-2/gepubliceerd.yml": "a", "data/los.txt": "a"})
    pad = tmp_path / "figures" / "kaart.py"
    assert maak_vast(teken(pad, f"open({str(tmp_path / 'edities/2022-2/gepubliceerd.yml')!r}).close()"), tmp_path) == {"een.txt": b"a"}
    with pytest.raises(Fout) as fout:
        maak_vast(teken(pad, f"open({str(tmp_path / 'data' / 'los.txt')!r}).close()"), tmp_path)
    assert plaatsen(fout.value) == [("vast-los", "figures/kaart.py:3")]
    with pytest.raises(Fout) as fout:
        maak_vast(teken(pad, "open('/etc/hostname').close()"), tmp_path)
    assert plaatsen(fout.value) == [("vast-buiten", "figures/kaart.py:3")]


def test_een_grafiek_is_elke_keer_gelijk(tmp_path, monkeypatch):
    kaart = "import datetime\n\nNU = datetime.datetime.now()\n"
    schrijf(tmp_path, {"figures/kaart.py": kaart, "figures/__init__.py": "import importlib\n"})
    assert maak_vast(lambda: {}, tmp_path) == {}
    monkeypatch.setattr(bronmodule, "_PROGRAMMA", tmp_path)
    with pytest.raises(Fout) as fout:
        maak_vast(lambda: {}, tmp_path)
    assert plaatsen(fout.value) == [("vast-onkenbaar", "figures/kaart.py:3")]
