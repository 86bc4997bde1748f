import pytest

from mpp.controle.pakket.beelden import Beelden
from mpp.controle.pakket.benoemd import Benoemd
from mpp.controle.pakket.bronteksten import Bronteksten
from mpp.controle.pakket.nummering import nummering
from mpp.controle.pakket.pagina import Paginalezer
from mpp.controle.pakket.verslag import Verslag
from mpp.herkomst.narekenen import Narekening
from mpp.ronde.status import Status
from tests.editie import PROJECT

STATUS = Status(concept=False, redenen=(), classificatie="openbaar", route="A")


@pytest.fixture(scope="session")
def narekening(u) -> Narekening:
    return Narekening(u)


@pytest.fixture(scope="session")
def bronnen(u) -> Bronteksten:
    return Bronteksten(PROJECT.wortel, u, STATUS)


@pytest.fixture(scope="session")
def beelden(u) -> Beelden:
    return Beelden(u)


@pytest.fixture(scope="session")
def lees(narekening, bronnen):
    """Read pages (HTML of their main part, by path), and give the report on each."""
    from lxml import html

    lezer = Paginalezer(Benoemd(narekening, bronnen))

    def doe(*delen: str) -> list[Verslag]:
        bomen = {f"{nr}.html": html.document_fromstring(f"<main>{deel}</main>") for nr, deel in enumerate(delen)}
        nummers = nummering(bomen)
        verslagen = [Verslag(pad) for pad in bomen]
        for boom, verslag in zip(bomen.values(), verslagen, strict=True):
            lezer.lees(boom, verslag, nummers)
        return verslagen

    return doe


@pytest.fixture(scope="session")
def redenen(lees):
    """What is said of each number on a page that is not accounted for: the number and why."""

    def van(*delen: str) -> list[tuple[str, str]]:
        return [(p.gegevens["getal"], p.gegevens["reden"]) for verslag in lees(*delen) for p in verslag.problemen]

    return van
