"""A portal on this machine that answers as a CKAN does, as far as publishing asks; and that can be made to fail."""

from __future__ import annotations

import hashlib
import json
import re
import threading
import time
from collections.abc import Callable
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

TOKEN = "een-geheim"
ORGANISATIE = "apm"


class Portaal:
    """Datasets in memory. `storing` is called with the action and its number before each; what it gives is the answer instead."""

    def __init__(self) -> None:
        self.datasets: dict[str, dict[str, Any]] = {}
        self.acties: list[str] = []
        self.storing: Callable[[str, int], Any] = lambda actie, nr: None
        self.gezien: list[Any] = []
        """After each action, what anyone sees: names, hashes of files and the hash of all, of what is public."""
        self._tel = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def sluit(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def openbaar(self) -> dict[str, dict[str, str]]:
        """What an anonymous visitor sees: of each dataset its files by their real hash."""
        return {
            naam: {r["name"]: hashlib.sha256(r["inhoud"]).hexdigest() for r in d["resources"]}
            for naam, d in self.datasets.items()
            if not d["private"] and d["state"] == "active"
        }

    def doe(self, actie: str, token: str, gegevens: dict[str, Any], bestanden: dict[str, bytes]) -> tuple[int, Any]:
        if actie == "organization_list_for_user":
            return 200, [{"name": ORGANISATIE, "id": "o-1"}] if token == TOKEN else []
        schrijft = actie != "package_show"
        if schrijft and token != TOKEN:
            return 403, {"__type": "Authorization Error", "message": "Access denied"}
        antwoord: tuple[int, Any] = getattr(self, f"_{actie}")(gegevens, bestanden, token)
        if schrijft:
            self.gezien.append(self.openbaar())
        return antwoord

    def _package_show(self, g: dict[str, Any], b: dict[str, bytes], token: str) -> tuple[int, Any]:
        d = self._zoek(g["id"])
        if d is None:
            return 404, {"__type": "Not Found Error", "message": "Not found"}
        if d["private"] and token != TOKEN:
            return 403, {"__type": "Authorization Error", "message": "Access denied"}
        return 200, _zonder_inhoud(d)

    def _package_create(self, g: dict[str, Any], b: dict[str, bytes], token: str) -> tuple[int, Any]:
        if not re.fullmatch(r"[a-z0-9_-]{2,100}", g["name"]):
            return 409, {"__type": "Validation Error", "name": ["Must be purely lowercase alphanumeric"]}
        if g["name"] in self.datasets:
            return 409, {"__type": "Validation Error", "name": ["That URL is already in use."]}
        if g["owner_org"] != ORGANISATIE:
            return 409, {"__type": "Validation Error", "owner_org": ["Organization does not exist"]}
        self.datasets[g["name"]] = {"state": "active", "private": False, "resources": [], **g, "id": self._nummer()}
        return 200, _zonder_inhoud(self._gewijzigd(self.datasets[g["name"]]))

    def _package_patch(self, g: dict[str, Any], b: dict[str, bytes], token: str) -> tuple[int, Any]:
        d = self._zoek(g.pop("id"))
        d.update(g)
        return 200, _zonder_inhoud(self._gewijzigd(d))

    def _package_revise(self, g: dict[str, Any], b: dict[str, bytes], token: str) -> tuple[int, Any]:
        match = g.get("match") or {naam.removeprefix("match__"): w for naam, w in g.items() if naam.startswith("match__")}
        update = g.get("update") or {n.removeprefix("update__"): w for n, w in g.items() if n.startswith("update__")}
        d = self._zoek(match["id"])
        if d["metadata_modified"] != match["metadata_modified"]:
            return 409, {"__type": "Validation Error", "match": ["metadata_modified"]}
        update = {
            n: json.loads(w) if n in ("resources", "tags", "extras", "private") and isinstance(w, str) else w for n, w in update.items()
        }
        oud = {r["id"]: r for r in d["resources"]}
        if "resources" in update:
            update["resources"] = [
                {
                    **({"id": self._nummer(), "url": "x"} if "id" not in r else oud[r["id"]]),
                    **r,
                    **_met(b.get(f"update__resources__{nr}__upload")),
                }
                for nr, r in enumerate(update["resources"])
            ]
        d.update(update)
        return 200, _zonder_inhoud(self._gewijzigd(d))

    def _resource_create(self, g: dict[str, Any], b: dict[str, bytes], token: str) -> tuple[int, Any]:
        d = self._zoek(g.pop("package_id"))
        d["resources"].append({"id": self._nummer(), "url": "x", **g, "inhoud": b["upload"]})
        self._gewijzigd(d)
        return 200, {}

    def _resource_patch(self, g: dict[str, Any], b: dict[str, bytes], token: str) -> tuple[int, Any]:
        d, r = self._bron(g["id"])
        r.update({**g, "inhoud": b["upload"]})
        self._gewijzigd(d)
        return 200, {}

    def _resource_delete(self, g: dict[str, Any], b: dict[str, bytes], token: str) -> tuple[int, Any]:
        d, r = self._bron(g["id"])
        d["resources"].remove(r)
        self._gewijzigd(d)
        return 200, None

    def _zoek(self, id: str) -> Any:
        return next((d for naam, d in self.datasets.items() if id in (naam, d["id"])), None)

    def _bron(self, id: str) -> Any:
        return next((d, r) for d in self.datasets.values() for r in d["resources"] if r["id"] == id)

    def _nummer(self) -> str:
        self._tel += 1
        return f"id-{self._tel}"

    def _gewijzigd(self, d: dict[str, Any]) -> dict[str, Any]:
        self._tel += 1
        d["metadata_modified"] = f"2023-05-01T00:00:{self._tel:06}"
        return d


def _met(inhoud: bytes | None) -> dict[str, Any]:
    return {} if inhoud is None else {"inhoud": inhoud}


def _zonder_inhoud(d: dict[str, Any]) -> dict[str, Any]:
    return {**d, "resources": [{naam: w for naam, w in r.items() if naam != "inhoud"} for r in d["resources"]]}


def _handler(portaal: Portaal) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            tekst = self.rfile.read(int(self.headers["Content-Length"]))
            actie = self.path.rpartition("/")[2]
            portaal.acties.append(actie)
            storing = portaal.storing(actie, portaal.acties.count(actie))
            if storing == "stil":
                time.sleep(1.5)
                return
            if storing == "weg":
                self.connection.close()
                return
            if isinstance(storing, bytes):
                self._antwoord(200, storing, "text/html")
                return
            code, uit = storing or portaal.doe(actie, self.headers["Authorization"], *_lees(self.headers, tekst))
            veld = {"result": uit} if code == 200 else {"error": uit}
            self._antwoord(code, json.dumps({"success": code == 200, **veld}).encode(), "application/json")

        def _antwoord(self, code: int, tekst: bytes, soort: str) -> None:
            self.send_response(code)
            self.send_header("Content-Type", soort)
            self.send_header("Content-Length", str(len(tekst)))
            self.end_headers()
            self.wfile.write(tekst)

        def log_message(self, *args: Any) -> None:
            pass

    return Handler


def _lees(koppen: Any, tekst: bytes) -> tuple[dict[str, Any], dict[str, bytes]]:
    if not koppen["Content-Type"].startswith("multipart/"):
        return json.loads(tekst), {}
    velden: dict[str, Any] = {}
    bestanden: dict[str, bytes] = {}
    bericht = BytesParser().parsebytes(b"Content-Type: " + koppen["Content-Type"].encode() + b"\r\n\r\n" + tekst)
    for deel in bericht.get_payload():
        naam = str(deel.get_param("name", header="content-disposition"))
        inhoud = deel.get_payload(decode=True)
        if deel.get_filename():
            bestanden[naam] = inhoud
        else:
            velden[naam] = inhoud.decode()
    return velden, bestanden
