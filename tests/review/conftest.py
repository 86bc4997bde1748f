"""The small book in a folder of its own, its Word document, and reading what comes back of it."""

import shutil
from pathlib import Path

import pytest

from mpp.review.lezen import lees_reviews
from tests.cli.conftest import mpp  # noqa: F401  the command line
from tests.review.wijzigen import Document
from tests.web.conftest import axe, browser  # noqa: F401
from tests.word.proef import als_docx, maak

GLOSSARIUM = Path(__file__).parents[2] / "glossary.yml"


@pytest.fixture(scope="session")
def gemaakt(tmp_path_factory, u) -> bytes:
    return als_docx(maak(tmp_path_factory.mktemp("boek")), u)


@pytest.fixture
def document(gemaakt) -> Document:
    return Document(gemaakt)


@pytest.fixture
def project(tmp_path) -> Path:
    """The sources of the book."""
    from tests.render.conftest import schrijf
    from tests.word.proef import bestanden

    schrijf(tmp_path / "project", bestanden())
    shutil.copyfile(GLOSSARIUM, tmp_path / "project/glossary.yml")
    return tmp_path / "project"


@pytest.fixture
def lees(tmp_path, u):
    """What is found in documents that came back."""

    def _lees(*documenten):
        paden = []
        for nummer, document in enumerate(documenten):
            paden.append(tmp_path / f"commentaar{nummer}.docx")
            paden[-1].write_bytes(document.bewaar() if isinstance(document, Document) else document)
        return lees_reviews(paden, u.ps)

    return _lees
