"""Several accessible PDFs as one: their pages in order, one tree of tags, one outline, every link where it led."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Object, Pdf


@dataclass(frozen=True)
class Deel:
    """One PDF that goes in: its bytes, what its bookmark says, and the name by which a link in the first PDF leads to its first page."""

    inhoud: bytes
    titel: str
    anker: str


def voeg_samen(voorblad: bytes, delen: Sequence[Deel]) -> bytes:
    """One PDF (A-3a and UA-1, as each of them is): `voorblad` with its metadata, then the pages of every part.

    A link in `voorblad` to the anchor of a part leads to that part; the names of places and cells are made different by part, and
    what is attached to a part stays attached. The same parts give the same bytes.
    """
    import pikepdf

    with pikepdf.open(BytesIO(voorblad)) as pdf:
        boom = pdf.Root.StructTreeRoot
        wortel, ouders = boom.K[0], list[Any](boom.ParentTree.Nums)
        ankers: dict[str, Object] = {}
        bijlagen: list[Object] = []
        for nr, deel in enumerate(delen, 1):
            with pikepdf.open(BytesIO(deel.inhoud)) as bron:
                begin, plek = len(pdf.pages), len(ouders) // 2
                _onderscheid(bron, f"{nr}-", plek)
                pdf.add_pages_from(bron)
                eerste = pdf.pages[begin].obj
                van = pdf.copy_foreign(bron.Root.StructTreeRoot)
                for kind in van.K:
                    kind.P = wortel
                    wortel.K.append(kind)
                for nummer, ouder in _paren(van.ParentTree.Nums):
                    ouders += [int(nummer) + plek, ouder]
                ankers[deel.anker] = _boven(eerste)
                _zet_achter(pdf, _kop(pdf, deel.titel, eerste, pdf.copy_foreign(bron.Root.Outlines)))
                bijlagen += [pdf.copy_foreign(bijlage) for bijlage in bron.Root.get("/AF", [])]
        boom.ParentTree.Nums = pikepdf.Array(ouders)
        pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=_op_naam({**_plaatsen(pdf), **ankers})))
        if bijlagen:
            pdf.Root.AF = pikepdf.Array(bijlagen)
            pdf.Root.Names.EmbeddedFiles = pikepdf.Dictionary(Names=_op_naam({str(b.UF): b for b in bijlagen}))
        uit = BytesIO()
        pdf.save(uit, deterministic_id=True, fix_metadata_version=False, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return uit.getvalue()


def _plaatsen(pdf: Pdf) -> dict[str, Object]:
    """The named places of a PDF; where there are many, their tree has more than one leaf."""
    import pikepdf

    if "/Dests" not in pdf.Root.get("/Names", {}):
        return {}
    return {str(naam): doel for naam, doel in pikepdf.NameTree(pdf.Root.Names.Dests).items()}


def _paren(rij: Object) -> Iterator[tuple[Object, Object]]:
    """The pairs of a tree of names or numbers that is one leaf, as those of WeasyPrint are."""
    delen = list(rij)
    return zip(delen[::2], delen[1::2], strict=True)


def _kop(pdf: Pdf, titel: str, pagina: Object, onder: Object) -> Object:
    """A bookmark for a part, closed, with those of the part itself below it."""
    import pikepdf

    kop = pdf.make_indirect(pikepdf.Dictionary(Title=pikepdf.String(titel), Dest=_boven(pagina)))
    kop.First, kop.Last, kop.Count = onder.First, onder.Last, -_open(onder)
    kind: Object | None = onder.First
    while kind is not None:
        kind.Parent = kop
        kind = kind.get("/Next")
    return kop


def _open(onder: Object) -> int:
    """How many bookmarks there are at the top of an outline."""
    aantal, kind = 0, onder.get("/First")
    while kind is not None:
        aantal, kind = aantal + 1, kind.get("/Next")
    return aantal


def _zet_achter(pdf: Pdf, kop: Object) -> None:
    """Put a bookmark behind the last of the outline."""
    inhoud = pdf.Root.Outlines
    kop.Parent, kop.Prev = inhoud, inhoud.Last
    inhoud.Last.Next = kop
    inhoud.Last, inhoud.Count = kop, int(inhoud.Count) + 1


def _boven(pagina: Object) -> Object:
    """The top of a page, as a place to go to."""
    import pikepdf

    return pikepdf.Array([pagina, pikepdf.Name.XYZ, 0, pagina.MediaBox[3], 0])


def _op_naam(dingen: Mapping[str, Any]) -> Object:
    """A name tree of one leaf: names in the order of their bytes, as ISO 32000-1, 7.9.6 asks."""
    import pikepdf

    op_volgorde = sorted(dingen.items(), key=lambda paar: bytes(pikepdf.String(paar[0])))
    return pikepdf.Array([deel for naam, ding in op_volgorde for deel in (pikepdf.String(naam), ding)])


def _onderscheid(pdf: Pdf, merk: str, plek: int) -> None:
    """Give every name of a place and of a cell in a PDF the mark before it, and every number in the tree of tags its place."""
    import pikepdf

    if plaatsen := _plaatsen(pdf):
        pdf.Root.Names.Dests.Names = _op_naam({f"{merk}{naam}": doel for naam, doel in plaatsen.items()})
    for ding in pdf.objects:
        if not isinstance(ding, pikepdf.Dictionary):
            continue
        if ding.get("/Type") == "/StructElem":
            _onderscheid_cel(ding, merk)
        for sleutel in ("/StructParents", "/StructParent"):
            if sleutel in ding:
                ding[sleutel] = int(ding[sleutel]) + plek
        if isinstance(doel := ding.get("/Dest"), pikepdf.String):
            ding.Dest = pikepdf.String(f"{merk}{doel}")


def _onderscheid_cel(element: Object, merk: str) -> None:
    """The name of a cell, and the names of the cells that head it."""
    import pikepdf

    if "/ID" in element:
        element.ID = pikepdf.String(f"{merk}{element.ID}")
    kenmerken = element.get("/A")
    for deel in kenmerken if isinstance(kenmerken, pikepdf.Array) else [kenmerken]:
        if isinstance(deel, pikepdf.Dictionary) and "/Headers" in deel:
            deel.Headers = pikepdf.Array([pikepdf.String(f"{merk}{kop}") for kop in deel.Headers])
