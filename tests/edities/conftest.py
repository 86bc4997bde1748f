"""The project in which the shipped edition was put away and the next one stands at the root, made once."""

import pytest

from mpp.projectmap import Projectmap
from mpp.uitkomsten import Uitkomsten
from tests.cli.conftest import mpp
from tests.edities.volgende import kopie, zet_voort
from tests.peildatum.conftest import juli, ronde

__all__ = ["juli", "mpp", "ronde"]


@pytest.fixture(scope="session")
def volgende(tmp_path_factory) -> Projectmap:
    project = kopie(tmp_path_factory.mktemp("volgende"))
    zet_voort(project)
    return project


@pytest.fixture(scope="session")
def later(volgende) -> Uitkomsten:
    """The results of the edition at the root of that project."""
    return volgende.bereken()
