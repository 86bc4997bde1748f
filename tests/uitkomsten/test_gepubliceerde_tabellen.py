"""What the edition publishes, as it reads: a change of a number shows here as a diff."""

from pathlib import Path

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from mpp.getal import opmaak
from mpp.parameters import laad
from mpp.uitkomsten import SCENARIOS, bereken, register

EDITIE = Path(__file__).parents[2] / "parameters.yml"


class Tekst(SingleFileSnapshotExtension):
    """One readable file a table."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"


@pytest.fixture(scope="module")
def u():
    return bereken(laad(EDITIE))


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_alle_indicatoren_per_jaar(u, scenario, snapshot):
    kop = f"{'':52}" + "".join(f"{jaar:>11}" for jaar in u.jaren)
    regels = [
        f"{f'{i.id} ({i.eenheid})':52}" + "".join(f"{opmaak(w, i.eenheid):>11}" for w in u.reeks(i.id, scenario).tolist())
        for i in register().values()
    ]
    assert "\n".join([kop, *regels, ""]) == snapshot(extension_class=Tekst)
