"""The document of the shipped edition, made once, and that of a round half a year later."""

import pytest
from lxml import html

from mpp.documenten.prognose import prognose
from mpp.ronde.status import Status
from mpp.uitkomsten import Uitkomsten, bereken
from tests.peildatum.editie import boom, lees

STATUS = Status(concept=False, redenen=(), classificatie="openbaar", route="A")


@pytest.fixture(scope="session")
def gemaakt(u) -> dict[str, bytes]:
    return prognose(u, STATUS)


@pytest.fixture(scope="session")
def pagina(gemaakt):
    return html.document_fromstring(gemaakt["prognose.html"])


@pytest.fixture(scope="session")
def juli(tmp_path_factory) -> Uitkomsten:
    """The round of 1 July 2023: of its first year half has come."""
    return bereken(lees(boom(), tmp_path_factory.mktemp("juli")))


@pytest.fixture(scope="session")
def gemaakt_juli(juli) -> dict[str, bytes]:
    return prognose(juli, STATUS)


@pytest.fixture(scope="session")
def pagina_juli(gemaakt_juli):
    return html.document_fromstring(gemaakt_juli["prognose.html"])
