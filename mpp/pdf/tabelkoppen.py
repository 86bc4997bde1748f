"""Which headers belong to which cell of a table.

WeasyPrint counts columns without the cells that reach down from rows above, so that under a two-level head the headers
shift (no issue upstream yet; umbrella issue 2482), and it writes no Scope (issue 2508; ISO 14289-1, clause 7.5).
veraPDF notices neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

from mpp.pdf.merk import is_sierwerk

RIJ = ("row", "rowgroup")


def scope(cel: Any, in_kop: bool) -> str:
    """The direction a header cell heads: its own `scope`, else down in the table's head or beyond the first column."""
    eigen = (cel.element.get("scope") or "").lower()
    if eigen:
        return "/Row" if eigen in RIJ and not _tussenkop(cel) else "/Column"
    return "/Column" if in_kop or cel.grid_x else "/Row"


def koppel(delen: Sequence[Any], nummer: int) -> None:
    """Write Scope and ID of every header cell in a table that is laid out in `delen`, one a page, and Headers of every other cell.

    `nummer` is the table's object number and makes the IDs unique in the file. A header cell that spans the whole table
    between the rows heads all rows down to the next one.
    """
    breedte = max((cel.grid_x + cel.colspan for _, _, cel in _cellen(delen)), default=0)
    kolommen: dict[int, list[tuple[int, str]]] = {}
    rijen: dict[int, list[str]] = {}
    tussenkoppen: list[tuple[int, str]] = []
    cellen = list(_cellen(delen))
    for rij, in_kop, cel in cellen:
        if cel.element_tag != "th":
            continue
        sleutel = pydyf.String(f"{nummer}-{rij}-{cel.grid_x}")
        cel.mark["ID"] = sleutel
        cel.mark["A"]["Scope"] = scope(cel, in_kop)
        if cel.mark["A"]["Scope"] == "/Row":
            for lager in range(cel.rowspan):
                rijen.setdefault(rij + lager, []).append(sleutel)
        elif not in_kop and cel.colspan == breedte:
            tussenkoppen.append((rij, sleutel))
        else:
            for kolom in range(cel.grid_x, cel.grid_x + cel.colspan):
                kolommen.setdefault(kolom, []).append((rij, sleutel))
    for rij, _, cel in cellen:
        if cel.element_tag != "td":
            continue
        koppen = [kop for lager in range(cel.rowspan) for kop in rijen.get(rij + lager, [])]
        for kolom in range(cel.grid_x, cel.grid_x + cel.colspan):
            koppen += [kop for hoger, kop in kolommen.get(kolom, []) if hoger < rij]
        koppen += [kop for hoger, kop in tussenkoppen if hoger < rij][-1:]
        cel.mark["A"].pop("Headers", None)
        if koppen:
            cel.mark["A"]["Headers"] = pydyf.Array(_uniek(koppen))


def _tussenkop(cel: Any) -> bool:
    return bool(cel.grid_x == 0 and cel.colspan > 1)


def _cellen(delen: Sequence[Any]) -> Iterator[tuple[int, bool, Any]]:
    """The cells with the number of their row and whether it is in the head; a row over two pages is one row, a repeated head none."""
    nummers: dict[int, int] = {}
    for groep in (groep for deel in delen for groep in deel.children if not is_sierwerk(groep)):
        for rij in groep.children:
            nummer = nummers.setdefault(id(rij.element), len(nummers))
            for cel in rij.children:
                if cel.element is not None and hasattr(cel, "mark"):
                    yield nummer, groep.is_header, cel


def _uniek(koppen: list[Any]) -> list[Any]:
    return [kop for plaats, kop in enumerate(koppen) if all(kop is not eerder for eerder in koppen[:plaats])]
