"""The tree of tags of a PDF, flat and in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_NERGENS = (0, (0.0, 0.0))


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
    paginas = {pagina.obj.objgen: (nummer, _maat(pagina)) for nummer, pagina in enumerate(pdf.pages, start=1)}
    if "/StructTreeRoot" in pdf.Root:
        yield from _loop(_elementen(pdf.Root.StructTreeRoot.get("/K")), paginas)


def _maat(pagina: pikepdf.Page) -> tuple[float, float]:
    links, onder, rechts, boven = (float(maat) for maat in pagina.mediabox)
    return rechts - links, boven - onder


def _loop(wortels: list[Any], paginas: Mapping[Any, tuple[int, tuple[float, float]]]) -> Iterator[Tag]:
    wachtend = [(element, _soort(element), False) for element in reversed(wortels)]
    while wachtend:
        element, soort, in_tabelkop = wachtend.pop()
        in_kop = in_tabelkop or soort == "THead"
        nummer, maat = paginas.get(element.Pg.objgen, _NERGENS) if "/Pg" in element else _NERGENS
        kinderen = [(kind, _soort(kind), in_kop) for kind in _elementen(element.get("/K"))]
        yield Tag(
            soort=soort,
            id=bytes(element.get("/ID", b"")),
            alt=str(element.get("/Alt", "")),
            kenmerken=_kenmerken(element),
            kinderen=tuple(soort for _, soort, _ in kinderen),
            pagina=nummer,
            paginamaat=maat,
            in_tabelkop=in_kop,
        )
        wachtend += reversed(kinderen)


def _soort(element: Any) -> str:
    return str(element.S).lstrip("/")


def _elementen(knoop: Any) -> list[Any]:
    import pikepdf

    kinderen = list(knoop) if isinstance(knoop, pikepdf.Array) else [knoop]
    return [kind for kind in kinderen if isinstance(kind, pikepdf.Dictionary) and "/S" in kind]


def _kenmerken(element: Any) -> dict[str, Any]:
    import pikepdf

    groepen = element.get("/A", [])
    groepen = [groepen] if isinstance(groepen, pikepdf.Dictionary) else groepen
    return {sleutel: waarde for groep in groepen for sleutel, waarde in groep.items()}
