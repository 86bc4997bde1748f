"""The site of the shipped edition, of its documents as far as they are pages of fixed layout; and the browser that opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mpp.documenten.document import DOCUMENTEN
from mpp.ronde.status import Status
from mpp.website.samen import als_website, met_uitleg
from mpp.website.uitleg import uitleg
from tests.web.browser import axe_bron, chromium


@pytest.fixture(scope="package")
def status() -> Status:
    return Status(concept=False, redenen=(), classificatie="openbaar", route="B", staat="openbaar")


@pytest.fixture(scope="package")
def documenten(u, status) -> dict[str, bytes]:
    """The pages of three documents, by path."""
    gekozen = (DOCUMENTEN[naam] for naam in ("kamerbrief", "oplegnota", "productiemodel"))
    return {f"{d.bestandsstam}.html": d.vuller()(u, status).goed().web.encode() for d in gekozen}


@pytest.fixture(scope="package")
def uitlegbladen(u, status) -> dict[str, bytes]:
    return uitleg(u, status)


@pytest.fixture(scope="package")
def site(documenten, uitlegbladen, u, status) -> dict[str, bytes]:
    return als_website({**met_uitleg(documenten, u, status), **uitlegbladen}, u, status)


@pytest.fixture(scope="package")
def map_(site, tmp_path_factory) -> Path:
    """The site in a folder."""
    map_ = tmp_path_factory.mktemp("website")
    for pad, inhoud in site.items():
        (map_ / pad).parent.mkdir(parents=True, exist_ok=True)
        (map_ / pad).write_bytes(inhoud)
    return map_


@pytest.fixture(scope="package")
def browser() -> Iterator:
    with chromium() as geopend:
        yield geopend


@pytest.fixture(scope="session")
def axe() -> str:
    return axe_bron()
