"""The documents of the edition in this repository, as readers get them: in a browser and by the law's own checks."""

import subprocess
import sys
from pathlib import Path

import pytest

from mpp.controle import verapdf

WORTEL = Path(__file__).parents[2]
BLADZIJDEN = (
    "rapportage/index.html", "rapportage/03-prognose.html", "rapportage/bijlage-b-parameters.html",
    "infographic.html", "kamerbrief-bijlage.html", "productiemodel.html", "open-data/gegevenswoordenboek.html",
    "../beleidscontrole/beleidscontrole-taakstelling.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def uitgave(tmp_path_factory) -> Path:
    """The folder with the package; beside it, as `beleidscontrole`, the one with the variants."""
    doel = tmp_path_factory.mktemp("uitgave")
    subprocess.run([sys.executable, "-m", "mpp", "package", "--output", str(doel)], cwd=WORTEL, check=True, capture_output=True)
    beleid, map_ = sorted(pad for pad in doel.iterdir() if pad.is_dir())
    beleid.rename(doel / "beleidscontrole")
    return map_


def test_elke_pdf_voldoet_aan_pdf_ua_en_pdf_a(uitgave):
    beleid = sorted(uitgave.parent.glob("beleidscontrole/*.pdf"))
    uitslag = verapdf.toets([*sorted(uitgave.glob("*.pdf")), *beleid])
    if uitslag.niet_getoetst:
        pytest.skip(f"niet getoetst: {uitslag.niet_getoetst}")
    assert [str(p) for p in uitslag.problemen] == []
    assert len(list(uitgave.glob("*.pdf"))) == 4
    assert len(beleid) == len(list((WORTEL / "varianten").glob("*.yml")))


@pytest.mark.parametrize("pad", BLADZIJDEN)
def test_axe_vindt_niets(uitgave, browser, axe, pad):
    pagina = browser.new_page(viewport={"width": 1280, "height": 900})
    pagina.goto((uitgave / pad).as_uri(), wait_until="networkidle")
    pagina.evaluate(axe)
    uitslag = pagina.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")
    pagina.close()
    assert [(g["id"], [plek["html"][:120] for plek in g["nodes"][:3]]) for g in uitslag["violations"]] == []
    assert len(uitslag["passes"]) > 10
