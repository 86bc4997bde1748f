"""The package: all documents of an edition in one folder, with a manifest, and the same as one zip.

Beside it stand, each in a folder and a zip of its own, the annexes of the Topberaad under their numbers, and the documents of the
variants, which are no part of the MPP.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mpp import manifest
from mpp.documenten import topberaad
from mpp.documenten.agenda import BESTAND as AGENDA
from mpp.documenten.agenda import lees_agenda
from mpp.documenten.document import UITLEG, kies, varianten
from mpp.inpakken import inpakken
from mpp.plaatsen import plaats
from mpp.problemen import Fout, probleem
from mpp.render.vorken import ernaast
from mpp.ronde.status import MERK
from mpp.uitgave.bewaard import Bewaarplaats
from mpp.uitgave.eerder import Eerder, terzijde
from mpp.uitgave.samenstellen import maak, stel_samen, voeg_samen
from mpp.uitgave.voortgang import Stil, Voortgang
from mpp.website.blad import heeft_website
from mpp.website.samen import als_website

if TYPE_CHECKING:
    from mpp.documenten.document import Document
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten


def maak_pakket(u: Uitkomsten, status: Status, doel: Path, voortgang: Voortgang | None = None, opzij: Sequence[Eerder] = ()) -> Path:
    """Make the package of the edition in folder `doel`, with those for the Topberaad and of the beleidscontroles beside it; gives the
    path of the package's own folder. What was made of the same before is not made again.

    Of what stands there `opzij` is moved aside, unless it is what is made now.
    Raises Fout with every problem in the documents; then what was in `doel` has not changed.
    """
    voortgang = voortgang or Stil()
    documenten = (*_met_uitleg(kies(u.ps.wortel), u), *varianten(u.ps.wortel, u.editie.id).values())
    plek = Bewaarplaats(u, status)
    if not opzij and plek.staat_in(doel, documenten):
        return doel / pakketnaam("mpp", u, status)
    gemaakt = list(zip(documenten, maak(documenten, u, status, voortgang, verbonden=_heeft_site(u), bewaard=True), strict=True))
    voortgang.begin("pakket")
    van_mpp = _als_site(voeg_samen(b for d, b in gemaakt if not d.beleidscontrole), u, status)
    bestanden = _ingepakt_met_topberaad(van_mpp, u, status)
    if beleid := voeg_samen(b for d, b in gemaakt if d.beleidscontrole):
        bestanden |= ingepakt("beleidscontrole", beleid, u, status)
    _plaats(bestanden, doel, opzij)
    plek.is_gezet(documenten, bestanden)
    voortgang.klaar("pakket")
    return doel / pakketnaam("mpp", u, status)


def maak_openbaar(u: Uitkomsten, status: Status, doel: Path, voortgang: Voortgang | None = None, opzij: Sequence[Eerder] = ()) -> Path:
    """Make the package of what may be public, by the list in the agenda, in folder `doel`; gives the path of its own folder.

    Raises Fout for an edition that is not public or not final, and with every problem in the agenda and the documents; then what was in
    `doel` has not changed.
    """
    voortgang = voortgang or Stil()
    bestanden = ingepakt("openbaar", inhoud_van("openbaar", u, status, voortgang, bewaard=True), u, status)
    _plaats(bestanden, doel, opzij)
    return doel / pakketnaam("openbaar", u, status)


def inhoud_van(
    soort: manifest.Soort, u: Uitkomsten, status: Status, voortgang: Voortgang | None = None, *, bewaard: bool = False
) -> dict[str, bytes]:
    """The files of a package, its manifest left out, made anew unless `bewaard`. Raises Fout with every problem in the documents."""
    if soort == "beleidscontrole":
        return stel_samen(tuple(varianten(u.ps.wortel, u.editie.id).values()), u, status, voortgang)
    if soort == "openbaar":
        if not status.is_uitgave:
            raise Fout([probleem("openbaar-geen-uitgave", bestand=u.ps.pad.name, merken=", ".join(status.merken))])
        gekozen = _met_uitleg(kies(u.ps.wortel, lees_agenda(u.ps.wortel).openbaar), u)
        return _als_site(stel_samen(gekozen, u, status, voortgang, verbonden=_heeft_site(u), bewaard=bewaard), u, status)
    documenten = _met_uitleg(kies(u.ps.wortel), u)
    bestanden = _als_site(stel_samen(documenten, u, status, voortgang, verbonden=_heeft_site(u)), u, status)
    return topberaad.topberaadmap(bestanden, u, status) if soort == "topberaad" else _met_topberaad(bestanden, u, status)


def _heeft_site(u: Uitkomsten) -> bool:
    return heeft_website(u.ps.wortel)


def _met_uitleg(documenten: Sequence[Document], u: Uitkomsten) -> tuple[Document, ...]:
    """The documents with the explanations, where they are one site."""
    return (*documenten, UITLEG) if _heeft_site(u) else (*documenten,)


def _als_site(bestanden: dict[str, bytes], u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The documents as one site; a project without its texts and layout has none."""
    return als_website(bestanden, u, status) if _heeft_site(u) else bestanden


def _met_topberaad(bestanden: dict[str, bytes], u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The documents of the MPP with all annexes of the agenda in one PDF; a project without an agenda has none."""
    if not (u.ps.wortel / AGENDA).is_file():
        return bestanden
    bijeen = topberaad.topberaad_pdf(bestanden, u, status)
    return dict(sorted({**bestanden, status.bestandsnaam(f"{topberaad.NAAM}.pdf"): bijeen}.items()))


def _ingepakt_met_topberaad(van_mpp: dict[str, bytes], u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The package of the MPP with all annexes in one PDF, and that with the annexes under their numbers."""

    def van_topberaad() -> dict[str, bytes]:
        if not (u.ps.wortel / AGENDA).is_file():
            return {}
        return ingepakt("topberaad", topberaad.topberaadmap(van_mpp, u, status), u, status)

    def mpp() -> dict[str, bytes]:
        return ingepakt("mpp", _met_topberaad(van_mpp, u, status), u, status)

    genummerd, geheel = ernaast(van_topberaad, mpp)
    return {**geheel, **genummerd}


def _plaats(bestanden: Mapping[str, bytes], doel: Path, opzij: Sequence[Eerder]) -> None:
    """Put all of it in the folder, or nothing, with what stood there and must go moved aside."""
    with terzijde([eerder for eerder in opzij if not _is_zelfde(eerder, bestanden)], doel):
        plaats(bestanden, doel)


def _is_zelfde(eerder: Eerder, bestanden: Mapping[str, bytes]) -> bool:
    """Whether an earlier package is the one that is made now, by its manifest."""
    nieuw = bestanden.get(f"{eerder.naam}/{manifest.NAAM}")
    return nieuw is not None and hashlib.sha256(nieuw).hexdigest().startswith(eerder.merkteken)


def pakketnaam(soort: manifest.Soort, u: Uitkomsten, status: Status) -> str:
    """What a package of this edition is called, as in mpp-2023-1, mpp-2023-1.1 or beleidscontrole-2023-1-CONCEPT."""
    van_hier = status.voor(beleidscontrole=soort == "beleidscontrole")
    return "-".join((soort, status.versie_van(u.editie), *[MERK] * van_hier.concept))


def ingepakt(soort: manifest.Soort, bestanden: Mapping[str, bytes], u: Uitkomsten, status: Status) -> dict[str, bytes]:
    """The files with their manifest, in one folder, and the same as a zip."""
    alles = {**bestanden, manifest.NAAM: manifest.manifest(u.ps, status.voor(beleidscontrole=soort == "beleidscontrole"), bestanden, soort)}
    naam = pakketnaam(soort, u, status)
    in_map = {f"{naam}/{pad}": alles[pad] for pad in sorted(alles)}
    return {**in_map, f"{naam}.zip": inpakken(in_map, u.editie.vastgesteld)}
