"""An earlier edition as today's model reads it: what the model came to read since, given in one file beside her parameters.

Her own file stays as it was put away. `aanvulling.yml` holds, in the form of a parameter file, the lists `parameters` and
`realisaties` with only what she lacks, and the `bronnen` of those. What the model no longer reads is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mpp.edities.map import AANVULLING, INHOUD, Editiemap
from mpp.lezen import Blok, Rij, lees
from mpp.parameters import Parameterset
from mpp.parameters.laden import uit_boom
from mpp.problemen import Fout, Probleem, probleem
from mpp.productiemodel import keten

_LIJSTEN: Final = ("parameters", "realisaties")
_VORM: Final = {**dict.fromkeys(_LIJSTEN, Rij), "bronnen": Blok}
_NAMEN: Final = 6
"""So many names are told of what is missing."""


def zoals_het_model_leest(map_: Editiemap, ps: Parameterset) -> Parameterset:
    """The parameters `ps` of the edition in `map_` with what she lacks from `aanvulling.yml`.

    Raises Fout for a parameter that the model reads and neither gives, and with every problem in that file: something else than
    the lists, what she has herself, and whatever is wrong in any parameter file.
    """
    gelezen = keten().eenheden
    if map_.heeft(AANVULLING):
        ps = _aangevuld(map_, ps)
    if ontbreekt := [id for id in gelezen if id not in ps.parameters]:
        rest = len(ontbreekt) - _NAMEN
        namen = ", ".join(ontbreekt[:_NAMEN]) + (f" en {rest} andere" if rest > 0 else "")
        raise Fout([probleem("editie-parameter-ontbreekt", bestand=map_.naam(AANVULLING), editie=ps.editie.naam, namen=namen)])
    if not map_.heeft(INHOUD) or all(id in gelezen for id in ps.parameters):
        return ps
    over = [i for i, id in enumerate(ps.parameters) if id in gelezen]
    bestand = ps.bestand.model_copy(update={"parameters": tuple(ps.bestand.parameters[i] for i in over)})
    boom = _blok(ps.boom, {"parameters": _rij(ps.boom["parameters"], over)})
    return Parameterset(bestand, boom, ps.pad, wortel=ps.wortel, akkoorden=ps.akkoorden)


def _aangevuld(map_: Editiemap, ps: Parameterset) -> Parameterset:
    erbij = lees(map_.pad(AANVULLING), naam=map_.naam(AANVULLING))
    if problemen := list(_onjuist(erbij, map_, ps)):
        raise Fout(problemen)
    delen = {sectie: _rij(ps.boom[sectie], range(len(ps.boom[sectie])), erbij.get(sectie)) for sectie in _LIJSTEN}
    bronnen = _blok(ps.boom["bronnen"], erbij.get("bronnen", Blok()))
    vol = uit_boom(_blok(ps.boom, {**delen, "bronnen": bronnen}), map_.pad(AANVULLING), ps.wortel)
    return Parameterset(vol.bestand, vol.boom, ps.pad, wortel=ps.wortel, akkoorden=ps.akkoorden)


def _onjuist(erbij: object, map_: Editiemap, ps: Parameterset) -> Iterator[Probleem]:
    naam = map_.naam(AANVULLING)
    if not isinstance(erbij, Blok) or any(not isinstance(deel, _VORM.get(sectie, ())) for sectie, deel in erbij.items()):
        yield probleem("editie-aanvulling-onjuist", bestand=naam, regel=getattr(erbij, "regel", None))
        return
    dubbel = [(id, regel) for id, regel in erbij.get("bronnen", Blok()).regels.items() if id in ps.bronnen]
    for sectie, eigen in zip(_LIJSTEN, (set(ps.parameters), set(ps.realisaties)), strict=True):
        rij = erbij.get(sectie, Rij())
        ids = (record.get("id") if isinstance(record, Blok) else None for record in rij)
        dubbel += [(id, regel) for id, regel in zip(ids, rij.regels, strict=True) if id in eigen]
    for id, regel in dubbel:
        yield probleem("editie-aanvulling-dubbel", bestand=naam, regel=regel, id=id, editie=ps.editie.naam)


def _rij(rij: Rij, welke: range | list[int], erbij: Rij | None = None) -> Rij:
    """These records, and those that come behind them."""
    uit = Rij([rij[i] for i in welke] + list(erbij or ()))
    uit.regel, uit.regels = rij.regel, [rij.regels[i] for i in welke] + list(erbij.regels if erbij else ())
    return uit


def _blok(blok: Blok, anders: dict[str, object]) -> Blok:
    uit = Blok({**blok, **anders})
    uit.regel, uit.regels = blok.regel, {**getattr(anders, "regels", {}), **blok.regels}
    return uit
