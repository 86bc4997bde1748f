"""A project folder of one's own, in which texts can be spoiled."""

import functools
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import figures
from mpp.documenten.infographic import infographic
from mpp.problemen import Fout, Probleem
from mpp.ronde.status import Status
from tests.editie import PROJECT

STATUS = Status(concept=False, redenen=(), classificatie="openbaar", route="A")


@pytest.fixture(autouse=True, scope="session")
def getekend():
    """Each chart is drawn once for all these tests: it is the texts that differ."""
    with pytest.MonkeyPatch.context() as zolang:
        zolang.setattr(figures, "svg", functools.cache(figures.svg))
        yield


@pytest.fixture
def wortel(tmp_path) -> Path:
    shutil.copytree(PROJECT.wortel / "infographic", tmp_path / "infographic")
    shutil.copy(PROJECT.wortel / "glossary.yml", tmp_path)
    return tmp_path


@pytest.fixture
def problemen(wortel, u) -> Callable[..., list[Probleem]]:
    """What is wrong with the infographic after replacing pieces of its texts."""

    def maak(*vervangingen: tuple[str, str]) -> list[Probleem]:
        pad = wortel / "infographic" / "teksten.yml"
        tekst = pad.read_text(encoding="utf-8")
        for oud, nieuw in vervangingen:
            assert oud in tekst, oud
            tekst = tekst.replace(oud, nieuw, 1)
        pad.write_text(tekst, encoding="utf-8")
        with pytest.raises(Fout) as fout:
            infographic(u, STATUS, wortel)
        return fout.value.problemen

    return maak
