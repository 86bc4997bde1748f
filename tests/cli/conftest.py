import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from mpp.cli import main
from mpp.projectmap import OMGEVING


class Uitslag(NamedTuple):
    """How a command ended: exit code, standard output and standard error."""

    code: int
    uit: str
    fout: str


@pytest.fixture
def mpp(monkeypatch, capsys) -> Callable[..., Uitslag]:
    """Run a command as from the shell, where what the environment names for Quarto is nothing to it."""
    monkeypatch.setenv(OMGEVING, "bestaat-niet.yml")
    monkeypatch.setenv("COLUMNS", "100")

    def roep(*argumenten: object) -> Uitslag:
        monkeypatch.setattr(sys, "argv", ["mpp", *map(str, argumenten)])
        with pytest.raises(SystemExit) as einde:
            main()
        gezien = capsys.readouterr()
        return Uitslag(einde.value.code, gezien.out, gezien.err)

    return roep
