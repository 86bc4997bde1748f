"""The desk answers this machine only, and stops when asked."""

import json
import socket
import threading
import urllib.error
import urllib.request

import pytest

from mpp.problemen import Fout
from mpp.projectmap import Projectmap
from mpp.redactie import voorvertoning
from mpp.redactie.bediening import _deur
from mpp.redactie.bureau import Bureau
from mpp.redactie.maker import Uitslag, maak, paginas
from mpp.redactie.server import ADRES, Server
from tests.editie import PROJECT

WACHT = 20.0
GOED = Uitslag(paginas=(b"een", b"twee"), bestanden={"rapportage/index.html": b"<p>hoi</p>", "rapportage/stijl/a.css": b"p{}"})


@pytest.fixture
def adres(tmp_path):
    """A running desk with one good version on it."""
    server = Server(Bureau("rapportage", lambda stop: GOED), tmp_path)
    deur = _deur(ADRES, 0)
    draad = threading.Thread(target=server.run, kwargs={"sockets": [deur]})
    draad.start()
    adres = f"http://{ADRES}:{deur.getsockname()[1]}"
    with urllib.request.urlopen(f"{adres}/nieuws", timeout=WACHT) as nieuws:
        while b"data: 1" not in nieuws.readline():
            pass
        yield adres
        server.should_exit = True  # with a browser still looking
        draad.join(WACHT)
    deur.close()
    assert not draad.is_alive()


def haal(adres, **kop):
    with urllib.request.urlopen(urllib.request.Request(adres, headers=kop), timeout=WACHT) as antwoord:
        return antwoord.read(), antwoord.headers


def test_toont_stand_paginas_en_bestanden(adres):
    stand = json.loads(haal(f"{adres}/stand")[0])
    assert stand == {"document": "rapportage", "versie": 1, "bezig": False, "paginas": 2, "web": "rapportage/index.html", "problemen": []}
    assert haal(f"{adres}/pagina/2.png")[0] == b"twee"
    inhoud, kop = haal(f"{adres}/bestand/rapportage/stijl/a.css")
    assert (inhoud, kop.get_content_type()) == (b"p{}", "text/css")
    blad = haal(f"{adres}/")[0].decode()
    assert "EventSource" in blad
    assert "http" not in blad.replace("http-equiv", "")


def test_wat_er_niet_is_is_er_niet(adres):
    for pad in ("pagina/3.png", "pagina/0.png", "bestand/../mpp/__init__.py", "bestand/parameters.yml"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            haal(f"{adres}/{pad}")


def test_een_andere_naam_voor_deze_machine_wordt_geweigerd(adres):
    with pytest.raises(urllib.error.HTTPError, match="400"):
        haal(f"{adres}/stand", Host="elders.example")


def test_luistert_alleen_op_deze_machine():
    with _deur(ADRES, 0) as deur:
        assert deur.getsockname()[0] == "127.0.0.1"


def test_een_bezette_poort():
    with socket.socket() as ander:
        ander.bind((ADRES, 0))
        ander.listen()
        with pytest.raises(Fout) as fout:
            voorvertoning("infographic", ander.getsockname()[1])
    assert fout.value.problemen[0].code == "voorvertoning-poort"


def test_een_document_dat_niet_te_bekijken_is():
    with pytest.raises(Fout) as fout:
        voorvertoning("open-data")
    assert "nareis" in str(fout.value)
    assert fout.value.problemen[0].code == "voorvertoning-document"


def test_de_echte_infographic_als_vier_beelden():
    uitslag = maak("infographic", PROJECT, threading.Event())
    assert uitslag.problemen == ()
    assert len(uitslag.paginas) == 4
    assert all(beeld.startswith(b"\x89PNG") for beeld in uitslag.paginas)
    assert paginas(next(v for k, v in uitslag.bestanden.items() if k.endswith(".pdf")))[0] == uitslag.paginas[0]


def test_ook_een_variant_is_te_bekijken():
    uitslag = maak("nareis", PROJECT, threading.Event())
    assert uitslag.problemen == ()
    assert {pad.rpartition(".")[2] for pad in uitslag.bestanden} == {"pdf", "html"}
    assert uitslag.paginas


def test_een_probleem_komt_terug_uit_het_andere_proces(tmp_path):
    (p,) = maak("infographic", Projectmap(tmp_path, tmp_path / "geen.yml"), threading.Event()).problemen
    assert p.code == "parameters-ontbreken"


def test_een_fout_van_ons_wordt_gezegd():
    (p,) = maak("bestaat-niet", PROJECT, threading.Event()).problemen
    assert p.code == "voorvertoning-onverwacht", p
    assert p.gegevens["soort"] == "KeyError"


def test_te_lang_of_gestopt_wordt_afgebroken():
    (p,) = maak("infographic", PROJECT, threading.Event(), tijd=0.0).problemen
    assert p.code == "voorvertoning-afgebroken"
    stop = threading.Event()
    stop.set()
    (p,) = maak("infographic", PROJECT, stop).problemen
    assert p.code == "voorvertoning-afgebroken"
