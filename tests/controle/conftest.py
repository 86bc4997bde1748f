import pytest

from mpp.pdf import maak_pdf
from tests.pdf import voorbeeld


@pytest.fixture(scope="session")
def rapport() -> bytes:
    """The sample report as a reader gets it."""
    return maak_pdf(voorbeeld.document(), meta=voorbeeld.META, bijlagen=voorbeeld.BIJLAGEN)
