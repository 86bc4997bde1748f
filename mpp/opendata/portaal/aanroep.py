"""Calls of the Action API of a CKAN: JSON, or files with fields; every way in which it can fail told in words."""

from __future__ import annotations

import hashlib
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any, Final, NoReturn

from mpp.problemen import Fout, probleem

TOKEN: Final = "MPP_CKAN_TOKEN"
"""What the token is called in the environment: it stands in no file and on no command line."""
_WACHT: Final = 30.0
_WACHT_BESTAND: Final = 120.0
_GROOTSTE: Final = 50_000_000
"""No answer is longer than this."""
_MELDING: Final = 300


class NietGevonden(LookupError):
    """What was asked for is not there."""


class Aanroep:
    """The calls of one portal; `stand` tells in what state it is left when one fails."""

    def __init__(self, adres: str, token: str, organisatie: str, wacht: float = _WACHT):
        self.adres, self._token, self._organisatie, self._wacht = adres.rstrip("/"), token, organisatie, wacht
        self.stand = "Er is niets gepubliceerd."

    def doe(self, actie: str, gegevens: Mapping[str, Any], bestanden: Mapping[str, tuple[str, bytes]] | None = None) -> Any:
        """The result of an action; with files (name and content, by field) every value is a text.

        Raises NietGevonden for what is not there, and Fout for everything else that goes wrong.
        """
        if bestanden:
            inhoud, soort = _met_bestanden({naam: str(waarde) for naam, waarde in gegevens.items()}, bestanden)
        else:
            inhoud, soort = json.dumps(gegevens).encode(), "application/json"
        if not self.adres.startswith(("http://", "https://")):
            self._niet_bereikt(actie, "dit is geen webadres")
        koppen = {"Authorization": self._token, "Content-Type": soort, "Accept": "application/json"}
        vraag = urllib.request.Request(f"{self.adres}/api/3/action/{actie}", data=inhoud, headers=koppen, method="POST")
        wacht = max(self._wacht, _WACHT_BESTAND) if bestanden and self._wacht == _WACHT else self._wacht
        try:
            with _OPENER.open(vraag, timeout=wacht) as antwoord:
                code, tekst = antwoord.status, antwoord.read(_GROOTSTE)
        except urllib.error.HTTPError as fout:
            code, tekst = fout.code, fout.read(_GROOTSTE)
        except (OSError, ValueError, HTTPException) as fout:  # a time limit, a line that breaks, an address that is none
            self._niet_bereikt(actie, str(getattr(fout, "reason", fout)) or type(fout).__name__)
        return self._gelezen(actie, code, tekst)

    def _niet_bereikt(self, actie: str, melding: str) -> NoReturn:
        raise Fout([probleem("portaal-niet-bereikt", waar=self.adres, stap=actie, melding=melding, stand=self.stand)])

    def _gelezen(self, actie: str, code: int, tekst: bytes) -> Any:
        try:
            antwoord = json.loads(tekst)
            if code == 200 and antwoord["success"]:
                return antwoord["result"]
            fout = antwoord["error"] if "error" in antwoord else antwoord["result"]
        except (ValueError, TypeError, KeyError):
            raise Fout([probleem("portaal-geen-ckan", waar=self.adres, stap=actie, code=code, stand=self.stand)]) from None
        if code == 404:
            raise NietGevonden(actie)
        gegevens: dict[str, Any] = {"waar": self.adres, "stap": actie, "code": code, "melding": _melding(fout), "stand": self.stand}
        if code in (401, 403):
            raise Fout([probleem("portaal-geweigerd", token=TOKEN, organisatie=self._organisatie, **gegevens)])
        raise Fout([probleem("portaal-fout", **gegevens)])


class _GeenOmleiding(urllib.request.HTTPRedirectHandler):
    """A redirect is not followed: the token is for this address alone."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_OPENER: Final = urllib.request.build_opener(_GeenOmleiding)


def _melding(fout: Any) -> str:
    """What the portal says, on a line."""
    if isinstance(fout, dict):
        delen = [f"{veld}: {wat}" if veld != "message" else str(wat) for veld, wat in fout.items() if not veld.startswith("__")]
        fout = "; ".join(delen)
    return " ".join(str(fout).split()).rstrip(".")[:_MELDING] or "zonder reden"


def _met_bestanden(velden: Mapping[str, str], bestanden: Mapping[str, tuple[str, bytes]]) -> tuple[bytes, str]:
    """A form with fields and files, and its type. What parts them follows from the content, and so does not stand in it."""
    som = hashlib.sha256(b"".join([*(waarde.encode() for waarde in velden.values()), *(inhoud for _, inhoud in bestanden.values())]))
    grens = f"mpp-{som.hexdigest()}"
    delen = [(f'Content-Disposition: form-data; name="{naam}"', waarde.encode()) for naam, waarde in velden.items()]
    delen += [
        (f'Content-Disposition: form-data; name="{veld}"; filename="{naam}"\r\nContent-Type: application/octet-stream', inhoud)
        for veld, (naam, inhoud) in bestanden.items()
    ]
    tekst = b"".join(f"--{grens}\r\n{kop}\r\n\r\n".encode() + inhoud + b"\r\n" for kop, inhoud in delen)
    return tekst + f"--{grens}--\r\n".encode(), f"multipart/form-data; boundary={grens}"
