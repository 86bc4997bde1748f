"""The tree of tags of a PDF, flat and in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf


@dataclass(frozen=True)
class Tag:
    """One structure element: its kind, its attributes, where it stands and the kinds of its children."""

    soort: str
    id: bytes
    alt: str
    kenmerken: Mapping[str, Any]
    kinderen: tuple[str, ...]
    pagina: int
    paginamaat: tuple[float, float]
    in_tabelkop: bool

    @property
    def koppen(self) -> tuple[bytes, ...]:
        """The IDs of the header cells of a table cell."""
        return tuple(bytes(kop) for kop in self.kenmerken.get("/Headers", []))


def tagboom(pdf: pikepdf.Pdf) -> Iterator[Tag]:
    """Every structure element of `pdf`, parents before children."""
    paginas = {pagina.obj.objgen: (nummer, pagina) for nummer, pagina in enumerate(pdf.pages, start=1)}
    if "/StructTreeRoot" in pdf.Root:
        yield from _loop(pdf.Root.StructTreeRoot.get("/K"), paginas, in_tabelkop=False)


def _loop(knoop: Any, paginas: Mapping[Any, Any], in_tabelkop: bool) -> Iterator[Tag]:
    for element in _elementen(knoop):
        soort = str(element.S).lstrip("/")
        in_kop = in_tabelkop or soort == "THead"
        nummer, pagina = paginas.get(element.Pg.objgen, (0, None)) if "/Pg" in element else (0, None)
        maten = [float(maat) for maat in pagina.mediabox] if pagina else [0.0] * 4
        yield Tag(
            soort=soort,
            id=bytes(element.get("/ID", b"")),
            alt=str(element.get("/Alt", "")),
            kenmerken=_kenmerken(element),
            kinderen=tuple(str(kind.S).lstrip("/") for kind in _elementen(element.get("/K"))),
            pagina=nummer,
            paginamaat=(maten[2] - maten[0], maten[3] - maten[1]),
            in_tabelkop=in_kop,
        )
        yield from _loop(element.get("/K"), paginas, in_kop)


def _elementen(knoop: Any) -> list[Any]:
    import pikepdf

    kinderen = list(knoop) if isinstance(knoop, pikepdf.Array) else [knoop]
    return [kind for kind in kinderen if isinstance(kind, pikepdf.Dictionary) and "/S" in kind]


def _kenmerken(element: Any) -> dict[str, Any]:
    import pikepdf

    groepen = element.get("/A", [])
    groepen = [groepen] if isinstance(groepen, pikepdf.Dictionary) else groepen
    return {sleutel: waarde for groep in groepen for sleutel, waarde in groep.items()}
