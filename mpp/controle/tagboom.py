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
    """One structure element: its kind, its attributes, where it stands and what it holds.

    `kinderen` and `ouder` are kinds of elements, `merken` the numbers of what is marked on the page, `annotaties` the objects
    of the annotations, and `eerste` whether it is the first of its parent.
    """

    soort: str
    id: bytes
    alt: str
    kenmerken: Mapping[str, Any]
    kinderen: tuple[str, ...]
    pagina: int
    paginamaat: tuple[float, float]
    in_tabelkop: bool
    ouder: str = ""
    eerste: bool = False
    merken: tuple[int, ...] = ()
    annotaties: tuple[tuple[int, int], ...] = ()

    @property
    def koppen(self) -> tuple[bytes, ...]:
        """The IDs of the header cells of a table cell."""
        return tuple(bytes(kop) for kop in self.kenmerken.get("/Headers", []))


def tagboom(pdf: pikepdf.Pdf) -> Iterator[Tag]:
    """Every structure element of `pdf`, parents before children."""
    paginas = {pagina.obj.objgen: (nummer, _maat(pagina)) for nummer, pagina in enumerate(pdf.pages, start=1)}
    if "/StructTreeRoot" in pdf.Root:
        yield from _loop(_inhoud(pdf.Root.StructTreeRoot.get("/K"))[0], paginas)


def _maat(pagina: pikepdf.Page) -> tuple[float, float]:
    links, onder, rechts, boven = (float(maat) for maat in pagina.mediabox)
    return rechts - links, boven - onder


def _loop(wortels: list[Any], paginas: Mapping[Any, tuple[int, tuple[float, float]]]) -> Iterator[Tag]:
    wachtend = [(element, _soort(element), False, "", plek == 0) for plek, element in reversed(list(enumerate(wortels)))]
    while wachtend:
        element, soort, in_tabelkop, ouder, eerste = wachtend.pop()
        in_kop = in_tabelkop or soort == "THead"
        nummer, maat = paginas.get(element.Pg.objgen, _NERGENS) if "/Pg" in element else _NERGENS
        elementen, merken, annotaties = _inhoud(element.get("/K"))
        kinderen = [(kind, _soort(kind), in_kop, soort, plek == 0) for plek, kind in enumerate(elementen)]
        yield Tag(
            soort=soort,
            id=bytes(element.get("/ID", b"")),
            alt=str(element.get("/Alt", "")),
            kenmerken=_kenmerken(element),
            kinderen=tuple(kind[1] for kind in kinderen),
            pagina=nummer,
            paginamaat=maat,
            in_tabelkop=in_kop,
            ouder=ouder,
            eerste=eerste,
            merken=tuple(merken),
            annotaties=tuple(annotaties),
        )
        wachtend += reversed(kinderen)


def _soort(element: Any) -> str:
    return str(element.S).lstrip("/")


def _inhoud(knoop: Any) -> tuple[list[Any], list[int], list[tuple[int, int]]]:
    """What an element holds: other elements, the numbers of what is marked on its page, and annotations."""
    import pikepdf

    elementen, merken, annotaties = [], [], []
    for deel in knoop if isinstance(knoop, pikepdf.Array) else [knoop]:
        if isinstance(deel, int):
            merken.append(deel)
        elif isinstance(deel, pikepdf.Dictionary):
            if "/S" in deel:
                elementen.append(deel)
            elif "/Obj" in deel:
                annotaties.append(deel.Obj.objgen)
    return elementen, merken, annotaties


def _kenmerken(element: Any) -> dict[str, Any]:
    import pikepdf

    groepen = element.get("/A", [])
    groepen = [groepen] if isinstance(groepen, pikepdf.Dictionary) else groepen
    return {sleutel: waarde for groep in groepen for sleutel, waarde in groep.items()}
