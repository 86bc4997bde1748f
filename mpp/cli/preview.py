"""`mpp preview`: the pages of a document in the browser, made again at every save."""

from __future__ import annotations

from typing import Annotated

import typer


def preview(
    document: Annotated[
        str,
        typer.Argument(
            metavar="DOCUMENT",
            help="rapportage, infographic, kamerbrief, prognose, productiemodel, monitor of een variant.",
            show_default=False,
        ),
    ] = "infographic",
) -> None:
    """Toon een document in de browser. Wordt opnieuw gemaakt zodra u een tekst opslaat."""
    from mpp.redactie import voorvertoning

    voorvertoning(document)
