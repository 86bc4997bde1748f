from pathlib import Path
from types import SimpleNamespace

import pytest

from mpp.documenten import document as documenten
from mpp.documenten.document import Document
from mpp.parameters import laad
from mpp.parameters.akkoord import Stand
from mpp.ronde.status import Status
from tests.parameters.test_laden import GOED


@pytest.fixture
def ps(tmp_path: Path):
    pad = tmp_path / "parameters.yml"
    pad.write_text(GOED, encoding="utf-8")
    return laad(pad)


@pytest.fixture
def u(ps):
    return SimpleNamespace(ps=ps, editie=ps.editie)


@pytest.fixture
def vast() -> Status:
    return Status(concept=False, redenen=(), classificatie="openbaar", route="A")


@pytest.fixture
def concept() -> Status:
    open_ = Stand("invoer", "IND", "ind.inwilliging", "open")
    return Status(
        concept=True, redenen=("er is geen slot",), classificatie="openbaar", route="B", zonder_akkoord=("IND",), standen=(open_,)
    )


@pytest.fixture
def met_documenten(monkeypatch):
    """Let these functions of `proefdocumenten` be the documents there are."""

    def zet(*namen: str) -> tuple[Document, ...]:
        register = {naam: Document(naam, f"tests.uitgave.proefdocumenten:{naam}") for naam in namen}
        monkeypatch.setattr(documenten, "DOCUMENTEN", register)
        return tuple(register.values())

    return zet


@pytest.fixture
def met_varianten(monkeypatch):
    """Let there be variants with these names, each made by a function of `proefdocumenten`."""

    def zet(*namen: str, maker: str = "proefvariant") -> None:
        register = {naam: Document(naam, f"tests.uitgave.proefdocumenten:{maker}", beleidscontrole=True) for naam in namen}
        for module in ("mpp.documenten.document", "mpp.uitgave.pakket", "mpp.uitgave.nakijken"):
            monkeypatch.setattr(f"{module}.varianten", lambda wortel, editie="": register)

    return zet
