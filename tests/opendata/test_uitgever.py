"""Who publishes is filled in, or it says that nobody does: never an example in what anyone may read."""

import pytest

from mpp.controle.openbaar import toets_openbaar
from mpp.opendata import uitgever as uitgevermodule
from mpp.opendata.uitgever import toets_uitgever, uitgever
from mpp.problemen import Fout
from mpp.uitgave.status import Status
from tests.opendata.conftest import OPENBAAR, UITGEVER, maak

NIEMAND = 'basis: ""\nuitgever: {uri: "", naam: Geen uitgever}\ncontact: {naam: Geen contactpunt, email: "", url: LEESMIJ.md}\n'


@pytest.fixture
def met_uitgever(tmp_path, monkeypatch):
    """Let the publisher be what this file says."""

    def zet(tekst: str) -> None:
        pad = tmp_path / "uitgever.yml"
        pad.write_text(tekst, encoding="utf-8")
        monkeypatch.setattr(uitgevermodule, "_BESTAND", pad)
        uitgever.cache_clear()

    yield zet
    uitgever.cache_clear()


@pytest.mark.parametrize("tekst", [UITGEVER, NIEMAND])
def test_een_ingevulde_uitgever_is_goed_en_geen_uitgever_ook(met_uitgever, u, tekst):
    met_uitgever(tekst)
    assert list(toets_uitgever()) == []
    assert toets_openbaar(maak(u)) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "veld", "regel"),
    [
        ("https://data.mpp-proef.nl/mpp", "https://example.org/mpp", "basis", 1),
        ("https://data.mpp-proef.nl/mpp", "https://www.example.com/mpp", "basis", 1),
        ("https://data.mpp-proef.nl/mpp", "https://mpp.invalid", "basis", 1),
        ("https://data.mpp-proef.nl/mpp", "http://localhost:8000", "basis", 1),
        ("https://data.mpp-proef.nl/mpp", "/mpp", "basis", 1),
        ("https://data.mpp-proef.nl/mpp", '""', "basis", 1),
        ("https://data.mpp-proef.nl/id/apm", "https://portaal.test/apm", "uitgever.uri", 2),
        ("https://data.mpp-proef.nl/id/apm", '""', "uitgever.uri", 2),
        ("Analyse Proeftuin Migratieketen", "Voorbeelduitgever", "uitgever.naam", 2),
        ("Analyse Proeftuin Migratieketen", "In te vullen door de publicerende organisatie", "uitgever.naam", 2),
        ("Analyse Proeftuin Migratieketen", '""', "uitgever.naam", 2),
        ("Vragen over de MPP", "TODO", "contact.naam", 3),
        ("vragen@mpp-proef.nl", "opendata@example.org", "contact.email", 3),
        ("vragen@mpp-proef.nl", "vragen", "contact.email", 3),
        ("vragen@mpp-proef.nl", '""', "contact.email", 3),
        ("https://data.mpp-proef.nl/vragen", "https://example.net", "contact.url", 3),
        ("https://data.mpp-proef.nl/vragen", "LEESMIJ.md", "contact.url", 3),
    ],
)
def test_een_voorbeeld_wordt_geweigerd_in_een_definitieve_openbare_editie(met_uitgever, u, oud, nieuw, veld, regel):
    assert oud in UITGEVER
    met_uitgever(UITGEVER.replace(oud, nieuw))
    with pytest.raises(Fout) as fout:
        maak(u, OPENBAAR)
    assert [(p.code, p.gegevens["veld"], p.regel) for p in fout.value.problemen] == [("uitgever-voorbeeld", veld, regel)]


@pytest.mark.parametrize(
    "status",
    [Status(True, ("geen slot",), "openbaar", "B"), Status(False, (), "voor intern gebruik", "A"), Status(False, (), "concept", "A")],
)
def test_wat_nog_niet_naar_buiten_gaat_kan_worden_gemaakt(met_uitgever, u, status):
    met_uitgever(UITGEVER.replace("mpp-proef.nl", "example.org"))
    assert maak(u, status)


@pytest.mark.parametrize(
    ("tekst", "aantal"),
    [
        ("Zie https://example.org/mpp/id/uitgever.", 1),
        ("mailto:opendata@example.org", 1),
        ("https://mpp.invalid/x en https://www.example.com/", 2),
        ("Voorbeelduitgever (in te vullen door de publicerende organisatie)", 1),
        ("Bijvoorbeeld een voorbeeld.org of een contrastest in te vullen.", 0),
    ],
)
def test_het_hele_pakket_wordt_nagezocht(tekst, aantal):
    for naam in ("a.html", "b.ttl", "c.json", "LEESMIJ.md"):
        problemen = toets_openbaar({naam: tekst.encode() if naam != "c.json" else f'"{tekst}"'.encode()})
        assert [p.code for p in problemen] == ["openbaar-voorbeeld"] * aantal
    assert toets_openbaar({"a.html": tekst.encode()}, definitief=False) == []


def test_check_zegt_het_ook_waar_het_nog_mag(met_uitgever, monkeypatch, capsys):
    from mpp.cli.check import check
    from mpp.uitgave import nakijken

    met_uitgever(UITGEVER.replace("vragen@mpp-proef.nl", "vragen@example.org"))
    monkeypatch.setattr(nakijken, "kijk_na", lambda project, stappen: Status(True, ("geen slot",), "openbaar", "B", (), ("een variant",)))
    check()
    uitvoer = capsys.readouterr().out
    assert "Let op: mpp/opendata/uitgever.yml:3: Bij de uitgever van de open data is contact.email" in uitvoer
    assert "Concept: geen slot\nConcept, alleen de beleidscontroles: een variant\n" in uitvoer
