"""Putting an edition away: the folder in which the edition at the root stands whole, when the next one takes its place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from mpp.edities.map import AKKOORDEN, CORRECTIES, FEITEN, GEPUBLICEERD, INHOUD, JOURNAAL, RISICOS, SLOT, UITKOMSTEN, Editiemap, hashes
from mpp.edities.slot import toets_slot
from mpp.edities.uitkomsten import schrijf_uitkomsten
from mpp.padnamen import EDITIES, MONITOR, PARAMETERS, REALISATIES, naast
from mpp.parameters import Parameterset
from mpp.parameters.schema import Editie
from mpp.parameters.slot import slotpad
from mpp.plaatsen import plaats
from mpp.problemen import Fout, probleem
from mpp.ronde.journaal import Journaalregel, lees_journaal
from mpp.uitkomsten import Uitkomsten


def eigen_stukken(ps: Parameterset) -> Mapping[str, Path]:
    """Where each piece stands that is of an edition alone, by what it is called in a folder of its own: beside its parameter file,
    and what its monitor was made of.
    """
    stukken = {SLOT: slotpad(ps), **{stuk: naast(ps.pad, stuk) for stuk in (GEPUBLICEERD, JOURNAAL, AKKOORDEN, CORRECTIES)}}
    return stukken | {REALISATIES: ps.wortel / MONITOR / REALISATIES}


def bewaar(u: Uitkomsten) -> Path:
    """Copy an edition, of which `u` are the results, into a folder of its own; gives that folder.

    What was published, parameters, lock, journal, consents, corrections, facts and risks go along as they stand; an edition of which nobody
    told anything yet gets the head of `gepubliceerd.yml`. Its results go along as data when its journal says that it was adopted: of a
    concept no outcome stands. Where it stood is left as it is. All of it is written, or nothing. Raises Fout for an edition that was put
    away before, for one that is not locked as it stands, for a journal that is not as it was written, and when nothing can be written.
    """
    ps = u.ps
    hier, daar = eigen_stukken(ps), Editiemap(ps.wortel, ps.editie.id)
    if daar.map.exists():
        raise Fout([probleem("editie-bestaat", map=f"{EDITIES}/{daar.id}", editie=ps.editie.naam)])
    if not hier[SLOT].exists():
        raise Fout([probleem("editie-niet-vergrendeld", bestand=ps.naam, editie=ps.editie.naam)])
    if problemen := list(toets_slot(ps)):
        raise Fout(problemen)
    stukken = {stuk: pad.read_bytes() for stuk, pad in hier.items() if pad.is_file()}
    stukken |= {f"{CORRECTIES}/{pad.name}": pad.read_bytes() for pad in sorted(hier[CORRECTIES].glob("*")) if pad.is_file()}
    stukken |= {naam: pad.read_bytes() for naam in (FEITEN, RISICOS) if (pad := ps.wortel / naam).is_file()}
    stukken[PARAMETERS] = ps.pad.read_bytes()
    journaal = lees_journaal(ps)
    if journaal.is_vast:
        stukken[UITKOMSTEN] = schrijf_uitkomsten(u)
    if GEPUBLICEERD not in stukken:
        stukken[GEPUBLICEERD] = _kop(ps.editie, journaal.van("openbaar")).encode()
    stukken[INHOUD] = (json.dumps(hashes(stukken), indent=1) + "\n").encode()
    plaats({f"{daar.id}/{naam}": inhoud for naam, inhoud in stukken.items()}, ps.wortel / EDITIES)
    return daar.map


def _kop(e: Editie, openbaar: Journaalregel | None) -> str:
    dag = f", openbaar: {openbaar.datum}" if openbaar else ""
    return f'editie: {{id: "{e.id}", naam: "{e.naam}"{dag}}}\ncijfers: []\n'
