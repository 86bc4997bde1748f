"""Who publishes and under which addresses: the one place where web addresses are made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from urllib.parse import quote

from mpp.adressen import bezwaar_tegen_mailadres, bezwaar_tegen_webadres
from mpp.lezen import Blok, lees, regel_van
from mpp.opendata.tabel import HIER
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

_BESTAND: Final = HIER / "uitgever.yml"
_NAAM: Final = "mpp/opendata/uitgever.yml"
_VORM: Final[Mapping[str, tuple[str, ...]]] = {"basis": (), "uitgever": ("uri", "naam"), "contact": ("naam", "email", "url")}
"""The fields of the file; under those with names stand these."""

#: How it is said that nobody publishes: these beginnings, and this file of the package.
_NIEMAND: Final[Mapping[tuple[str, ...], str]] = {
    ("uitgever", "naam"): "Geen uitgever",
    ("contact", "naam"): "Geen contactpunt",
    ("contact", "url"): "LEESMIJ.md",
}

_NAAMTEKENS: Final = re.compile(r"[^\W_][\w .,;:&'’()/+–-]*")
_IN_TE_VULLEN: Final = re.compile(
    r"voorbeeld|example|\b(?:naam|name|invullen|in te vullen|vul(?:t|len)?\b.*\bin|nog te|nader te|nader bepalen|to be|todo|fixme|tests?"
    r"|dummy|placeholder|sample|lorem|ipsum|onbekend|unknown|anoniem|geen|niemand|tijdelijk|x{2,}|titel|tekst)\b",
    re.IGNORECASE,
)
_AFKORTINGEN: Final = {"na", "nb", "nn", "nnb", "nnt", "ntb", "nvt", "tba", "tbc", "tbd", "ntbb", "ntk", "nto", "wip"}
_ZONDER_NAAM: Final = {
    *("afdeling", "bedrijf", "contact", "contactpersoon", "contactpunt", "de", "een", "eigenaar", "het", "hier", "instantie", "instelling"),
    *("jouw", "mijn", "onze", "organisatie", "organisation", "organization", "partij", "persoon", "publisher", "uitgever", "uw", "van"),
    *("your",),
}
"""Words that say what kind of party it is, and not which."""


@dataclass(frozen=True)
class Contact:
    """Where questions go; `email` is empty where there is none."""

    naam: str
    email: str
    url: str


@dataclass(frozen=True)
class Uitgever:
    """The publisher, its contact and the base of every address in the metadata.

    Without a `basis` nobody publishes: then addresses are relative to the folder of the files.
    """

    basis: str
    naam: str
    uri: str
    contact: Contact

    def id(self, *delen: str) -> str:
        """The identifier of a thing: `basis`/id/…, every part escaped; without a base one within the file that names it."""
        pad = "/".join(quote(deel, safe="") for deel in delen)
        return f"{self.basis}/id/{pad}" if self.basis else f"#{pad}"

    def bestand(self, editie: str, naam: str) -> str:
        """Where the file `naam` of an edition is downloaded; the folder itself without a name."""
        return f"{self.basis}/{editienaam(editie)}/open-data/{quote(naam)}" if self.basis else quote(naam) or "./"


def editienaam(versie: str) -> str:
    """What a version of an edition is called in data and addresses: no spreadsheet takes mpp-2023-1 for a date, as it does 2023-1."""
    return f"mpp-{versie}"


@cache
def uitgever() -> Uitgever:
    """The publisher as declared in uitgever.yml. Raises Fout with each field that is missing or of another form."""
    vorm = lees(_BESTAND, naam=_NAAM)
    if vormfouten := list(_vormfouten(vorm)):
        raise Fout(vormfouten)
    basis, wie, contact = vorm["basis"].rstrip("/"), vorm["uitgever"], vorm["contact"]
    return Uitgever(basis, wie["naam"], wie["uri"] or "#uitgever", Contact(contact["naam"], contact["email"], contact["url"]))


def toets_uitgever() -> Iterator[Probleem]:
    """Every field of uitgever.yml that is not filled in or only an example, with its line.

    Where basis, uri and e-mail address are empty nobody publishes, and then all of the file says so.
    """
    vorm = lees(_BESTAND, naam=_NAAM)
    if vormfouten := list(_vormfouten(vorm)):
        yield from vormfouten
        return
    velden: dict[tuple[str, ...], str] = {("basis",): vorm["basis"]}
    velden |= {(boven, onder): vorm[boven][onder] for boven, namen in _VORM.items() for onder in namen}
    niemand = not any(velden[pad] for pad in (("basis",), ("uitgever", "uri"), ("contact", "email")))
    for pad, waarde in velden.items():
        regel, veld, getoond = regel_van(vorm, pad), ".".join(pad), waarde.strip() or "leeg"
        if niemand and not waarde.startswith(hoort := _NIEMAND.get(pad, "")):
            yield probleem("uitgever-half", bestand=_NAAM, regel=regel, veld=veld, waarde=getoond, hoort=hoort)
        elif not niemand and (bezwaar := _bezwaar(pad[-1], waarde)):
            yield probleem("uitgever-voorbeeld", bestand=_NAAM, regel=regel, veld=veld, waarde=getoond, bezwaar=bezwaar)


def _vormfouten(vorm: Any) -> Iterator[Probleem]:
    """What is missing from the file, does not belong in it or is no text."""
    if not isinstance(vorm, Blok):
        yield probleem("uitgever-vorm", bestand=_NAAM, regel=1, veld="het bestand", wat="heeft geen velden")
        return
    yield from _velden(vorm, vorm, (), _VORM)
    for boven, namen in _VORM.items():
        if namen and isinstance(vorm.get(boven), Blok):
            yield from _velden(vorm, vorm[boven], (boven,), namen)
        elif boven in vorm and (namen or not isinstance(vorm[boven], str)):
            wat = f"hoort een blok te zijn met {', '.join(namen)}" if namen else "is geen tekst"
            yield probleem("uitgever-vorm", bestand=_NAAM, regel=regel_van(vorm, (boven,)), veld=boven, wat=wat)


def _velden(vorm: Blok, blok: Blok, pad: tuple[str, ...], namen: Mapping[str, Any] | tuple[str, ...]) -> Iterator[Probleem]:
    for naam in dict.fromkeys((*namen, *blok)):
        veld, regel = ".".join((*pad, naam)), regel_van(vorm, (*pad, naam) if naam in blok else pad) or 1
        if naam not in blok:
            yield probleem("uitgever-vorm", bestand=_NAAM, regel=regel, veld=veld, wat="ontbreekt")
        elif naam not in namen:
            yield probleem("uitgever-vorm", bestand=_NAAM, regel=regel, veld=veld, wat=f"hoort hier niet; {lijkt_op(naam, namen)}")
        elif pad and not isinstance(blok[naam], str):
            yield probleem("uitgever-vorm", bestand=_NAAM, regel=regel, veld=veld, wat="is geen tekst")


def _bezwaar(veld: str, waarde: str) -> str:
    """Why the value of a field cannot be a publisher's, in Dutch; empty when it can."""
    if veld == "naam":
        return _bezwaar_tegen_naam(waarde)
    return bezwaar_tegen_mailadres(waarde) if veld == "email" else bezwaar_tegen_webadres(waarde)


def _bezwaar_tegen_naam(naam: str) -> str:
    if not naam.strip():
        return "er staat niets"
    woorden = re.findall(r"[^\W\d_]+", naam.lower())
    letters = "".join(woorden)
    if not _NAAMTEKENS.fullmatch(naam) or len(set(letters)) < 2:
        return "een naam begint met een letter of cijfer, en bestaat uit woorden zonder haken of strepen"
    if _IN_TE_VULLEN.search(naam) or letters in _AFKORTINGEN or _ZONDER_NAAM.issuperset(woorden):
        return "dat is niet de naam van een organisatie"
    return ""
