"""Documents of a few bytes, to try the making of a package with."""

from mpp.problemen import Fout, probleem


def een(u, status):
    return {"een.txt": b"een", "een/blad.txt": f"{u.editie.naam}".encode()}


def twee(u, status):
    return {"twee.txt": status.route.encode()}


def ook_twee(u, status):
    return {"twee.txt": b"nog een"}


def proefvariant(naam, u, status):
    return {f"beleidscontrole-{naam}.txt": naam.encode()}


def kapotte_variant(naam, u, status):
    raise Fout([_onbekend(naam)])


def fout(u, status):
    raise Fout([_onbekend("x"), _onbekend("y")])


def nog_een_fout(u, status):
    raise Fout([_onbekend("y"), _onbekend("z")])


def onze_fout(u, status):
    raise ZeroDivisionError("telt nergens op")


def _onbekend(id):
    return probleem("parameter-onbekend", bestand="a.qmd", id=id, suggestie="niets")


def met_een_restant(u, status):
    return {
        "restant.html": b"<!doctype html><html lang='nl'><title>Blad</title><body><main><p>In {python} jaar(1)</p></main></body></html>"
    }


def zonder_editie(u, status):
    """A page that does not say what it is a page of."""
    return {"blad.html": b'<!DOCTYPE html><html lang="nl"><head><title>Blad</title></head><body><h1>Blad</h1></body></html>'}


def uit_de_teksten(u, status):
    """What a chapter says."""
    tekst = (u.ps.wortel / "chapters" / "a.qmd").read_text(encoding="utf-8")
    return {"tekst.md": tekst.encode()}
