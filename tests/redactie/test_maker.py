"""What the desk makes of a document, in a process of its own."""

import pytest

from mpp.problemen import Fout
from mpp.redactie.maker import _document
from tests.editie import PROJECT


def test_een_document_dat_de_editie_niet_heeft_wordt_met_de_reden_geweigerd(monkeypatch):
    monkeypatch.setattr("mpp.documenten.monitor.waarom_geen", lambda *_: "MPP 2023-1 heeft geen realisaties")
    with pytest.raises(Fout) as fout:
        _document("monitor", PROJECT)
    (p,) = fout.value.problemen
    assert (p.code, p.wat, p.oorzaak) == ("document-ontbreekt", "Deze editie heeft geen monitor.", "MPP 2023-1 heeft geen realisaties.")
