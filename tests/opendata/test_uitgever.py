"""Who publishes is filled in, or it says that nobody does: never an example in what anyone may read."""

import pytest

from mpp.controle.openbaar import toets_openbaar
from mpp.opendata import uitgever as uitgevermodule
from mpp.opendata.uitgever import toets_uitgever, uitgever
from mpp.problemen import Fout
from mpp.ronde.status import Status
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
        *(
            ("Analyse Proeftuin Migratieketen", f'"{naam}"', "uitgever.naam", 2)
            for naam in (
                *("Nader te bepalen", "n.t.b.", "TBD", "?", "-", "<naam>", "[naam]", "Naam organisatie", "Vul hier de naam in"),
                *("Test", " ", "{{uitgever}}", "…", "xxx", "Organisatie", "De uitgever", "N.v.t.", "X", "Geen uitgever", "Onbekend"),
            )
        ),
        *(
            ("https://data.mpp-proef.nl/mpp", f'"{adres}"', "basis", 1)
            for adres in (
                *("https://mijndomein.nl", "https://domein.nl/<edit>", "http://127.0.0.1/", "http://192.168.1.1/x", "http://[::1]/"),
                *("https://user:pw@data.mpp-proef.nl", "https://data.mpp proef.nl", "https://data", "ftp://data.mpp-proef.nl", " "),
                *("https://uw-organisatie.nl/mpp", "https://www.voorbeeld.nl", "https://example.overheid.nl", "https://x.nl:poort"),
            )
        ),
        *(
            ("vragen@mpp-proef.nl", f'"{adres}"', "contact.email", 3)
            for adres in (
                *("info@test.nl", "naam@organisatie.nl", "a b@x.nl", "a@b@c.nl", "mailto:vragen@mpp-proef.nl", "@mpp-proef.nl", "a@b"),
                *("voornaam.achternaam@mpp-proef.nl", "a@127.0.0.1", " "),
            )
        ),
        ("https://data.mpp-proef.nl/vragen", "https://example.net", "contact.url", 3),
        ("https://data.mpp-proef.nl/vragen", "javascript:alert(1)", "contact.url", 3),
        ("https://data.mpp-proef.nl/vragen", "mailto:vragen@mpp-proef.nl", "contact.url", 3),
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
    ("oud", "nieuw", "veld", "regel"),
    [
        ("Geen uitgever", "Analyse Proeftuin Migratieketen", "uitgever.naam", 2),
        ("Geen contactpunt", "Vragen over de MPP", "contact.naam", 3),
        ("LEESMIJ.md", "https://data.mpp-proef.nl/vragen", "contact.url", 3),
        ("LEESMIJ.md", "https://voorbeeld.nl/contact", "contact.url", 3),
    ],
)
def test_een_halve_uitgever_wordt_geweigerd(met_uitgever, u, oud, nieuw, veld, regel):
    met_uitgever(NIEMAND.replace(oud, nieuw))
    with pytest.raises(Fout) as fout:
        maak(u, OPENBAAR)
    assert [(p.code, p.gegevens["veld"], p.regel) for p in fout.value.problemen] == [("uitgever-half", veld, regel)]


@pytest.mark.parametrize("naam", ["IND", "DT&V", "Bureau 3", "Ministerie van Justitie en Veiligheid", "APM (Analyse Proeftuin)"])
def test_een_naam_van_een_organisatie_is_goed(met_uitgever, naam):
    met_uitgever(UITGEVER.replace("Analyse Proeftuin Migratieketen", f'"{naam}"'))
    assert list(toets_uitgever()) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "veld", "regel"),
    [
        ("basis: https://data.mpp-proef.nl/mpp\n", "", "basis", 1),
        ("https://data.mpp-proef.nl/mpp", "5", "basis", 1),
        ("https://data.mpp-proef.nl/mpp", "", "basis", 1),
        ("email: vragen@mpp-proef.nl, ", "", "contact.email", 3),
        ("email: vragen@mpp-proef.nl", "email: 2023", "contact.email", 3),
        ("email: vragen@mpp-proef.nl", "email: vragen@mpp-proef.nl, mail: x", "contact.mail", 3),
        ("{uri: https://data.mpp-proef.nl/id/apm, naam: Analyse Proeftuin Migratieketen}", "APM", "uitgever", 2),
        ("{uri: https://data.mpp-proef.nl/id/apm, naam: Analyse Proeftuin Migratieketen}", "[APM]", "uitgever", 2),
        (UITGEVER, "niets\n", "het bestand", 1),
        (UITGEVER, "", "het bestand", 1),
    ],
)
def test_een_andere_vorm_wordt_gemeld_met_regel(met_uitgever, u, oud, nieuw, veld, regel):
    """In a concept too: nothing can be made of it."""
    assert oud in UITGEVER
    met_uitgever(UITGEVER.replace(oud, nieuw))
    assert [(p.code, p.gegevens["veld"], p.regel) for p in toets_uitgever()] == [("uitgever-vorm", veld, regel)]
    with pytest.raises(Fout) as fout:
        maak(u, Status(True, ("geen slot",), "openbaar", "B"))
    assert [(p.code, p.bestand) for p in fout.value.problemen] == [("uitgever-vorm", "mpp/opendata/uitgever.yml")]


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
        ("mailto:vragen@voorbeeld.nl en https://mijndomein.nl/mpp", 2),
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
