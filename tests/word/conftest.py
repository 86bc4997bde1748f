"""The small book, made once."""

import pytest

from mpp.render.boek import Boek
from tests.word.proef import als_docx, maak


@pytest.fixture(scope="session")
def boek(tmp_path_factory) -> Boek:
    return maak(tmp_path_factory.mktemp("boek"))


@pytest.fixture(scope="session")
def inhoud(boek, u) -> bytes:
    return als_docx(boek, u)
