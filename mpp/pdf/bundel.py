"""The closed world a document is made in: what is in the bundle exists, everything else is refused."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from mpp import stijl

# .invalid never resolves (RFC 2606). One fixed address for all documents: WeasyPrint names raster images by their
# absolute URL (issue 1553), so a path of this machine would end up in the bytes.
BASIS = "https://mpp.invalid/"

_MIME = {".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}


class Bundel(URLFetcher):
    """Serves `bronnen`, the house's style sheets and `data:` addresses; nothing else.

    `geweigerd` lists every address that was asked for and is not there.
    """

    def __init__(self, bronnen: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._bronnen = {**stijl.bestanden(), **bronnen}
        self.geweigerd: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The content at `url`. Raises ValueError for an address outside the bundle."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        pad = unquote(url.removeprefix(BASIS)) if url.startswith(BASIS) else None
        if pad is None or pad not in self._bronnen:
            self.geweigerd.append(url)
            raise ValueError("not in the bundle")
        mime = _MIME.get(PurePosixPath(pad).suffix, "application/octet-stream")
        return URLFetcherResponse(url, self._bronnen[pad], {"Content-Type": mime})
