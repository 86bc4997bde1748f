"""The package of the edition in this repository, made twice in two folders, as on two machines."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from mpp.controle import verapdf
from mpp.documenten.agenda import lees_agenda
from mpp.herkomst.oorsprong import lees_oorsprong
from mpp.opendata.namen import genoemd
from mpp.parameters.slot import controleer_slot
from mpp.ronde.status import bepaal_status
from tests.editie import uitkomsten
from tests.ronde.oude_zinnen import FEITEN, teksten
from tests.ronde.project import ELDERS, hele_kopie
from tests.uitgave.test_plaatsen import inhoud
from tests.web.browser import axe_bron, chromium, gebreken

pytestmark = pytest.mark.lang

WORTEL = Path(__file__).parents[2]
_GETAL = re.compile(r'<data\b[^>]*?\bdata-bron="([^"]*)"(?:[^>]*?\bdata-sleutel="([^"]*)")?')


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A copy of the project as after publication, with its packages in `_output`, made as on another machine."""
    project = hele_kopie(tmp_path_factory.mktemp("elders") / "een ander pad" / "project")
    opdracht = [sys.executable, "-m", "mpp", "package"]
    uit = subprocess.run(opdracht, cwd=project, env={**os.environ, **ELDERS}, capture_output=True, text=True, check=False)
    assert uit.returncode == 0, uit.stdout + uit.stderr
    return project


@pytest.fixture(scope="module")
def pakketten(project) -> dict[str, bytes]:
    """The content of `_output`."""
    return inhoud(project / "_output")


def mpp(bestanden: dict[str, bytes]) -> dict[str, bytes]:
    """What is of the MPP itself, without the beleidscontroles beside it."""
    return {pad: inhoud for pad, inhoud in bestanden.items() if pad.startswith("mpp-")}


@pytest.fixture(scope="module")
def pakket(pakketten) -> dict[str, bytes]:
    return mpp(pakketten)


GETELD = re.compile(
    r"(akkoorden|kennis|scenarios|editie:(jaren|prognoses)|verschil:(bekeken|drempel)|toets:(\w+$|scorebord)|trekkingen:(aantal|band|marge|blijvend|waaier)|protocol"
    r"|variantie:vanaf|prognose:(grens|drempel)|gevoeligheid:[^:]*$)"
)
"""What is a count of rows, a mean over look backs that the data have, or a bound or the size of a change that a document chose."""
_BREEDTE = re.compile(r"trekkingen:[\w.]+\[\d{4}\]")
_KANS = re.compile(r"prognose:kans\[\d{4}\|(onder|boven (minimum|medio|maximum|\d+))")
"""What follows from the quantiles and the distribution, at a number that a text chose."""
WAT_ALS = re.compile(
    r"gevoeligheid:(prognose\*1\.1|ind\.nareis\.productie\*1\.1|dtv\.dossiers_per_afwijzing\*1\.1|gemeenten\.koppelduur\+2"
    r"|ind\.spoor4\.inwilligingspercentage-0\.05|ind\.spoor1\.productie\*0\.9(&\S+)?):"
)
"""The what-ifs that the chapter on uncertainties makes up: the data have those of the register of risks."""


def test_elk_getal_dat_in_een_document_staat_staat_in_de_open_data(pakket):
    """By its name: of a sum each of its parts."""
    in_map = {pad.partition("/")[2]: tekst for pad, tekst in pakket.items()}
    bekend = {f"{g.bron}[{g.sleutel}]" for g in genoemd(in_map)}
    parameters = {naam.partition("[")[0] for naam in bekend if naam.startswith("parameter:")}
    genoemde: set[str] = set()
    for pagina in (tekst.decode() for pad, tekst in pakket.items() if pad.endswith(".html")):
        for bron, sleutel in _GETAL.findall(pagina):
            if " in " not in bron:  # where a number lies says nothing that its parts do not say
                delen = lees_oorsprong(unescape(bron), unescape(sleutel)).verwijzingen
                genoemde |= {f"{v.soort}:{v.naam}[{v.sleutel}]" for v in delen if not GETELD.match(f"{v.soort}:{v.naam}")}
    ongewijzigd = {f"verschil:2022-2:{naam.partition(':')[2]}:parameter" for naam in parameters}
    ontbreekt = {naam for naam in genoemde - bekend if naam.partition("[")[0] not in parameters | ongewijzigd}
    assert len(genoemde) > 3000
    assert {naam for naam in ontbreekt if not any(vorm.match(naam) for vorm in (_BREEDTE, _KANS, WAT_ALS))} == set()


def test_elk_getal_in_het_pakket_en_in_de_beleidscontroles_is_verantwoord(project):
    opdracht = [sys.executable, "-m", "mpp", "check", "--pakket", "_output"]
    uitslag = subprocess.run(opdracht, cwd=project, capture_output=True, text=True, check=False)
    assert uitslag.returncode == 0, uitslag.stdout + uitslag.stderr
    assert uitslag.stdout.endswith("Elk getal is verantwoord.\n")
    regels = re.findall(r"([\d.]+) getallen, +([\d.]+) verantwoord", uitslag.stdout)
    assert all(gezien == verantwoord for gezien, verantwoord in regels)
    assert max(int(gezien.replace(".", "")) for gezien, _ in regels) > 50_000


def test_wat_is_veranderd_wordt_gevonden_waar_het_ook_staat(project):
    """One of each kind of change; `python -m tests.controle.pakket.wijzigen` makes as many as one likes."""
    opdracht = [sys.executable, "-m", "tests.controle.pakket.wijzigen", "_output/mpp-2023-1", "_output/beleidscontrole-2023-1"]
    omgeving = {**os.environ, "PYTHONPATH": str(WORTEL)}
    opdracht += ["--aantal", "14", "--zaad", "8"]
    uitslag = subprocess.run(opdracht, cwd=project, env=omgeving, capture_output=True, text=True, check=False)
    assert uitslag.stdout.splitlines()[-1].split() == ["samen", "14", "van", "14", "gevonden"], uitslag.stdout + uitslag.stderr


def test_geen_getal_van_een_variant_staat_in_het_pakket(pakket):
    assert [pad for pad, inhoud in pakket.items() if b"variant:" in inhoud] == []


def test_de_varianten_staan_ernaast_met_hun_eigen_manifest(pakketten):
    beleid = {pad: inhoud for pad, inhoud in pakketten.items() if pad.startswith("beleidscontrole-")}
    genoemd = {b["pad"] for b in json.loads(beleid["beleidscontrole-2023-1/manifest.json"])["bestanden"]}
    verwacht = {f"beleidscontrole-{pad.stem}{soort}" for pad in (WORTEL / "varianten").glob("*.yml") for soort in (".pdf", ".html")}
    assert genoemd == verwacht
    zip_ = "beleidscontrole-2023-1.zip"
    assert set(beleid) == {f"beleidscontrole-2023-1/{pad}" for pad in (*genoemd, "manifest.json")} | {zip_}


@pytest.mark.parametrize(
    "bestand",
    [
        "rapportage.pdf", "rapportage/index.html", "infographic.pdf", "infographic.html", "kamerbrief-bijlage.pdf",
        "kamerbrief-bijlage.html", "prognose.pdf", "prognose.html", "productiemodel.pdf", "productiemodel.html",
        "monitor.pdf", "monitor.html", "productiemodel.xlsx", "open-data/datapackage.json", "manifest.json",
    ],
)  # fmt: skip
def test_het_pakket_heeft_wat_is_afgesproken(pakket, bestand):
    assert pakket[f"mpp-2023-1/{bestand}"]


def test_het_manifest_noemt_alles_wat_er_is(pakket):
    genoemd = {b["pad"] for b in json.loads(pakket["mpp-2023-1/manifest.json"])["bestanden"]}
    assert {f"mpp-2023-1/{pad}" for pad in genoemd} | {"mpp-2023-1/manifest.json", "mpp-2023-1.zip"} == set(pakket)


def test_geen_bestand_kent_de_map_waarin_het_is_gemaakt(pakket, tmp_path_factory):
    map_ = str(tmp_path_factory.getbasetemp()).encode()
    assert [pad for pad, bytes_ in pakket.items() if map_ in bytes_ or str(WORTEL).encode() in bytes_] == []


def test_de_zip_is_heel(pakket):
    with zipfile.ZipFile(io.BytesIO(pakket["mpp-2023-1.zip"])) as zip_:
        assert zip_.testzip() is None
        assert set(zip_.namelist()) == set(pakket) - {"mpp-2023-1.zip"}


def test_elk_feit_van_deze_editie_staat_in_haar_documenten(pakket):
    """What a next round looks for, so as not to say it, is known by its words."""
    gelezen = " ".join(t for pad, inhoud in pakket.items() if pad.endswith(".html") and "open-data" not in pad for t in teksten(inhoud))
    assert [id for id, feit in FEITEN.items() if not feit.search(gelezen.replace("’", "'"))] == []


def test_elke_pdf_voldoet_aan_pdf_ua_en_pdf_a(project):
    """Of the annexes under their number one: all of them are in the one that has all. Of the variants, all made by one layout, one too."""
    mpp, genummerd, beleid = (sorted((project / "_output").glob(f"{map_}-*/*.pdf")) for map_ in ("mpp", "topberaad", "beleidscontrole"))
    bijlagen = len(lees_agenda(WORTEL).bijlagen)
    assert (len(mpp), len(genummerd)) == (bijlagen + 1, bijlagen)
    assert len(beleid) == len(list((WORTEL / "varianten").glob("*.yml")))
    uitslag = verapdf.toets([*mpp, genummerd[0], beleid[0]])
    if uitslag.niet_getoetst:
        pytest.skip(f"niet getoetst: {uitslag.niet_getoetst}")
    assert [str(p) for p in uitslag.problemen] == []


@pytest.fixture(scope="module")
def browser() -> Iterator:
    with chromium() as geopend:
        yield geopend


@pytest.mark.parametrize(
    "pad",
    [
        "rapportage/index.html", "rapportage/03-prognose.html", "rapportage/bijlage-b-parameters.html",
        "infographic.html", "kamerbrief-bijlage.html", "prognose.html", "productiemodel.html", "monitor.html",
        "open-data/gegevenswoordenboek.html",
        "open-data/index.html",
        "open-data/indicator/coa.bezetting.html",
        "../beleidscontrole-2023-1/beleidscontrole-taakstelling.html",
    ],
)  # fmt: skip
def test_axe_vindt_niets(project, browser, pad):
    pagina = browser.new_page(viewport={"width": 1280, "height": 900})
    pagina.goto((project / "_output" / "mpp-2023-1" / pad).as_uri(), wait_until="networkidle")
    gevonden, goed = gebreken(pagina, axe_bron())
    pagina.close()
    assert gevonden == []
    assert goed > 10


def test_de_editie_in_de_repository_is_vergrendeld_en_openbaar():
    u = uitkomsten()
    assert controleer_slot(u.ps) == ((), ())
    status = bepaal_status(u, definitief=True)
    assert (status.concept, status.staat, status.versie) == (False, "openbaar", "")
