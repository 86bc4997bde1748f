"""The explanations: every outcome, parameter and realisation has a page, and no number on it is another than the results have."""

import re

import pytest
from lxml import html

from mpp.controle.keuring import keur
from mpp.controle.openbaar import toets_openbaar
from mpp.controle.pakket.keuring import Keuring
from mpp.documenten.document import UITLEG
from mpp.render.omslag import omslag
from mpp.uitkomsten.register import indicatoren, register
from mpp.website.samen import pagina_zonder_website
from mpp.website.uitleg import _is_van


def test_elke_uitkomst_parameter_en_realisatie_heeft_een_blad(uitlegbladen, u):
    bladen = {f"uitleg/{id}.html" for id in indicatoren("extern")}
    bladen |= {f"uitleg/parameters/{id}.html" for id in u.ps.parameters}
    bladen |= {f"uitleg/realisaties/{id}.html" for id in u.ps.realisaties}
    assert bladen <= uitlegbladen.keys()


def test_wat_intern_is_heeft_er_geen(uitlegbladen):
    assert not [id for id, i in register().items() if i.niveau == "intern" and f"uitleg/{id}.html" in uitlegbladen]


def test_ook_geen_realisatie_van_wat_intern_is():
    assert _is_van("ind.spoor4.verschoven_capaciteit.halfjaar", {"ind.spoor4.verschoven_capaciteit"})
    assert not _is_van("ind.spoor4.voorraad", {"ind.spoor4.verschoven_capaciteit"})


def test_de_bladen_zijn_goed_zoals_elk_document(uitlegbladen, u, status):
    assert keur(uitlegbladen, omslag(u, status), "extern", UITLEG.leidt_naar) == []
    assert toets_openbaar(uitlegbladen) == []


def test_elk_getal_op_de_bladen_is_verantwoord(uitlegbladen, u, status):
    """Of one in four of them, each of a kind among those; what they have typed is seen on all of them."""
    bladen = dict([*uitlegbladen.items()][::4])
    bomen = {pad: html.document_fromstring(pagina_zonder_website(inhoud)) for pad, inhoud in bladen.items()}
    verslagen = Keuring(u, status)._paginas(bladen, bladen, bomen)
    assert [p for verslag in verslagen for p in verslag.problemen] == []
    assert sum(verslag.verantwoord for verslag in verslagen) > 2_500


@pytest.mark.parametrize(("pad", "waarden"), [("coa.bezetting", "2023"), ("parameters/ind.spoor4.productie", "waarde-2023")])
def test_een_getal_is_op_zijn_blad_te_vinden(uitlegbladen, pad, waarden):
    assert re.search(rf'id="(?:medio-)?{waarden}"', uitlegbladen[f"uitleg/{pad}.html"].decode())


def test_van_een_uitkomst_leidt_een_weg_naar_een_bron(uitlegbladen):
    """From reception to the stock of the peildatum, and from there to what was published."""
    blad = uitlegbladen["uitleg/coa.bezetting.html"].decode()
    assert 'href="coa.bezetting_vergunninghouders.html"' in blad
    deel = uitlegbladen["uitleg/coa.bezetting_vergunninghouders.html"].decode()
    assert 'href="parameters/coa.begin_vergunninghouders.html"' in deel
    assert "AIDA" in uitlegbladen["uitleg/parameters/coa.begin_vergunninghouders.html"].decode()
