import pytest

from mpp.pdf import maak_pdf
from mpp.problemen import Fout
from tests.pdf import voorbeeld


@pytest.fixture(scope="session")
def rapport() -> bytes:
    """The sample report as a reader gets it."""
    return maak_pdf(voorbeeld.document(), meta=voorbeeld.META, bijlagen=voorbeeld.BIJLAGEN)


@pytest.fixture
def maak():
    """A PDF of a body, with every default in place."""

    def maak(lichaam: str, *, kop: str = "<title>Proef</title>", taal: str = "nl", **rest) -> bytes:
        html = f'<!DOCTYPE html><html lang="{taal}"><head>{kop}</head><body>{lichaam}</body></html>'
        return maak_pdf(html, meta=voorbeeld.META, **rest)

    return maak


@pytest.fixture
def fout_bij(maak):
    """The problems that making a PDF of a body gives, as code -> what."""

    def fout_bij(lichaam: str, **rest) -> dict[str, str]:
        with pytest.raises(Fout) as fout:
            maak(lichaam, **rest)
        return {probleem.code: probleem.wat for probleem in fout.value.problemen}

    return fout_bij
