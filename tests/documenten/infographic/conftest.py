"""A project folder of one's own, in which texts can be spoiled."""

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

import figures
from mpp.documenten.infographic import infographic
from mpp.problemen import Fout, Probleem
from mpp.ronde.status import Status
from tests.documenten.proef import kopie, vervang

STATUS = Status(concept=False, redenen=(), classificatie="openbaar", route="A")


@pytest.fixture(autouse=True, scope="session")
def getekend():
    """Each chart is drawn once for all these tests: it is the texts that differ."""
    with pytest.MonkeyPatch.context() as zolang:
        zolang.setattr(figures, "svg", functools.cache(figures.svg))
        yield


@pytest.fixture
def wortel(tmp_path) -> Path:
    return kopie(tmp_path, "infographic")


@pytest.fixture
def problemen(wortel, u) -> Callable[..., list[Probleem]]:
    """What is wrong with the infographic after replacing pieces of its texts."""

    def maak(*vervangingen: tuple[str, str]) -> list[Probleem]:
        vervang(wortel / "infographic" / "teksten.yml", *vervangingen)
        with pytest.raises(Fout) as fout:
            infographic(u, STATUS, wortel)
        return fout.value.problemen

    return maak
