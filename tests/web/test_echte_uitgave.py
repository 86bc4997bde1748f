"""The documents of the edition in this repository, as readers get them: in a browser and by the law's own checks."""

import subprocess
import sys
from pathlib import Path

import pytest

from mpp.controle import verapdf

WORTEL = Path(__file__).parents[2]
BLADZIJDEN = (
    "rapportage/index.html", "rapportage/03-prognose.html", "rapportage/bijlage-b-parameters.html",
    "infographic.html", "kamerbrief-bijlage.html", "open-data/gegevenswoordenboek.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def uitgave(tmp_path_factory) -> Path:
    """The folder with the package."""
    doel = tmp_path_factory.mktemp("uitgave")
    subprocess.run([sys.executable, "-m", "mpp", "package", "--output", str(doel)], cwd=WORTEL, check=True, capture_output=True)
    (map_,) = (pad for pad in doel.iterdir() if pad.is_dir())
    return map_


def test_elke_pdf_voldoet_aan_pdf_ua_en_pdf_a(uitgave):
    uitslag = verapdf.toets(sorted(uitgave.glob("*.pdf")))
    if uitslag.niet_getoetst:
        pytest.skip(f"niet getoetst: {uitslag.niet_getoetst}")
    assert [str(p) for p in uitslag.problemen] == []
    assert len(list(uitgave.glob("*.pdf"))) == 3


@pytest.mark.parametrize("pad", BLADZIJDEN)
def test_axe_vindt_niets(uitgave, browser, axe, pad):
    pagina = browser.new_page(viewport={"width": 1280, "height": 900})
    pagina.goto((uitgave / pad).as_uri(), wait_until="networkidle")
    pagina.evaluate(axe)
    uitslag = pagina.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")
    pagina.close()
    assert [(g["id"], [plek["html"][:120] for plek in g["nodes"][:3]]) for g in uitslag["violations"]] == []
    assert len(uitslag["passes"]) > 10
