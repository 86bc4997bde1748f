"""The desk in the browser, for this machine only."""

from __future__ import annotations

import mimetypes
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from mpp.redactie.bureau import Bureau

ADRES = "127.0.0.1"
_NIET_BEWAREN = {"Cache-Control": "no-store"}


class Server(uvicorn.Server):
    """Closes the desk before it waits for the browsers to go: they stay for as long as there may be news."""

    def __init__(self, bureau: Bureau, map_: Path):
        super().__init__(uvicorn.Config(maak_app(bureau, map_), log_level="warning", timeout_graceful_shutdown=2))
        self._bureau = bureau

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what is going on and close the connections."""
        self._bureau.sluit()
        await super().shutdown(sockets)


def maak_app(bureau: Bureau, map_: Path) -> Starlette:
    """The web application of `bureau`, which watches the project folder `map_`."""

    @asynccontextmanager
    async def leven(app: Starlette) -> AsyncIterator[None]:
        async with bureau.open(map_):
            yield

    async def blad(verzoek: Request) -> Response:
        return HTMLResponse(Path(__file__).with_name("blad.html").read_text(encoding="utf-8"), headers=_NIET_BEWAREN)

    async def stand(verzoek: Request) -> Response:
        return JSONResponse(bureau.stand(), headers=_NIET_BEWAREN)

    async def pagina(verzoek: Request) -> Response:
        nummer = verzoek.path_params["nummer"]
        if not 1 <= nummer <= len(bureau.goed.paginas):
            return Response(status_code=404)
        return Response(bureau.goed.paginas[nummer - 1], media_type="image/png", headers=_NIET_BEWAREN)

    async def bestand(verzoek: Request) -> Response:
        pad = verzoek.path_params["pad"]
        if pad not in bureau.goed.bestanden:
            return Response(status_code=404)
        soort = mimetypes.guess_type(pad)[0] or "application/octet-stream"
        return Response(bureau.goed.bestanden[pad], media_type=soort, headers=_NIET_BEWAREN)

    async def nieuws(verzoek: Request) -> Response:
        async def regels() -> AsyncIterator[str]:
            async for versie in bureau.nieuws():
                yield f"data: {versie}\n\n"

        return StreamingResponse(regels(), media_type="text/event-stream", headers=_NIET_BEWAREN)

    return Starlette(
        routes=[
            Route("/", blad),
            Route("/stand", stand),
            Route("/nieuws", nieuws),
            Route("/pagina/{nummer:int}.png", pagina),
            Route("/bestand/{pad:path}", bestand),
        ],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=[ADRES, "localhost"])],
        lifespan=leven,
    )
