import shutil
from pathlib import Path

import pytest

from mpp.documenten.document import varianten
from mpp.ronde.status import Status
from mpp.uitgave.samenstellen import stel_samen
from tests.editie import PROJECT

STATUS = Status(concept=False, redenen=(), classificatie="openbaar", route="A")


@pytest.fixture(scope="session")
def bestanden(u) -> dict[str, bytes]:
    """The files of every variant of the project, as they are handed over."""
    return stel_samen(tuple(varianten(PROJECT.wortel).values()), u, STATUS)


@pytest.fixture
def wortel(tmp_path) -> Path:
    """A project folder with the variants and what their documents need."""
    shutil.copytree(PROJECT.wortel / "varianten", tmp_path / "varianten")
    shutil.copy(PROJECT.wortel / "glossary.yml", tmp_path)
    return tmp_path
