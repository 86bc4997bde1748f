"""Reading a PDF back, for tests."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from mpp.controle.tagboom import Tag, tagboom


def tags(pdf: bytes) -> list[Tag]:
    with pikepdf.open(BytesIO(pdf)) as geopend:
        return list(tagboom(geopend))


def soorten(pdf: bytes) -> list[str]:
    return [tag.soort for tag in tags(pdf)]


def elementen(pdf: pikepdf.Pdf, soort: str) -> Iterator[pikepdf.Dictionary]:
    """The structure elements of one kind, as they stand in the file."""
    for ding in pdf.objects:
        if isinstance(ding, pikepdf.Dictionary) and ding.get("/Type") == "/StructElem" and f"/{soort}" == ding.S:
            yield ding
