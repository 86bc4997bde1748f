"""A CKAN as a portal, by its Action API: private first, public last, and never half."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from mpp.opendata.portaal.aanroep import TOKEN, Aanroep, NietGevonden
from mpp.opendata.portaal.zending import Bestand, Meld, Plan, Zending
from mpp.opendata.uitgever import editienaam
from mpp.problemen import Fout, probleem

_INHOUD: Final = "mpp_inhoud"
"""Under this name a dataset has the hash of all that was published: that tells whether there is anything to do, and no date does."""
_LICENTIES: Final = {"publicdomain/zero/1.0": "cc-zero", "licenses/by/4.0": "CC-BY-4.0"}
"""What CKAN calls a licence, by a part of its address."""


class Ckan:
    """The datasets of one organisation in a CKAN."""

    def __init__(self, aanroep: Aanroep, organisatie: str):
        self._vraag, self._organisatie, self.waar = aanroep, organisatie, aanroep.adres

    def plan(self, zending: Zending) -> Plan:
        """What publishing would change; the token is tried first, for one that is wrong can still read."""
        mag = self._vraag.doe("organization_list_for_user", {"permission": "create_dataset"})
        if self._organisatie not in {deel for o in mag for deel in (o["name"], o["id"])}:
            gegevens: dict[str, Any] = {
                "waar": self.waar,
                "stap": "te publiceren",
                "code": 403,
                "token": TOKEN,
                "organisatie": self._organisatie,
            }
            mag_ = ", ".join(o["name"] for o in mag) or "geen"
            raise Fout([probleem("portaal-geweigerd", melding=f"het token geeft recht voor: {mag_}", stand=self._vraag.stand, **gegevens)])
        er = self._dataset(zending)
        if er is None:
            return Plan("nieuw", tuple(b.naam for b in zending.bestanden))
        zou, staat_er = {b.naam: b.sha256 for b in zending.bestanden}, {r["name"]: r.get("hash") for r in er["resources"]}
        nieuw, weg = (tuple(naam for naam in a if naam not in b) for a, b in ((zou, staat_er), (staat_er, zou)))
        anders = tuple(naam for naam in zou if naam in staat_er and zou[naam] != staat_er[naam])
        if er["private"]:
            return Plan("verder", nieuw, anders, weg)
        gelijk = not (nieuw or weg or anders) and _extras(er).get(_INHOUD) == zending.inhoud and er["state"] == "active"
        return Plan("niets") if gelijk else Plan("vervangt", nieuw, anders, weg)

    def publiceer(self, zending: Zending, plan: Plan, meld: Meld) -> None:
        """Make the dataset where nobody sees it, send its files, then show it; one that is seen already is replaced in one go."""
        if plan.actie == "vervangt":
            self._vervang(zending)
            meld(f"{self.waar}: {_naam(zending)} is vervangen.")
            return
        if plan.actie == "nieuw":
            self._vraag.doe("package_create", {**self._beschrijving(zending), "private": True})
        else:
            self._vraag.doe("package_patch", {**self._beschrijving(zending), "id": _naam(zending)})
        self._vraag.stand = "Wat er al staat, is voor niemand te zien."
        self._zend(zending, meld)
        self._toon(zending)
        meld(f"{self.waar}: {_naam(zending)} is openbaar.")

    def _dataset(self, zending: Zending) -> Any | None:
        try:
            return self._vraag.doe("package_show", {"id": _naam(zending)})
        except NietGevonden:
            return None

    def _zend(self, zending: Zending, meld: Meld) -> None:
        """Send the files that are not there as they are, one by one: a next time goes on with the others."""
        er = {r["name"]: r for r in self._moet_er_zijn(zending)["resources"]}
        for bestand in zending.bestanden:
            oud = er.get(bestand.naam)
            if oud and oud.get("hash") == bestand.sha256:
                continue
            actie, doel = ("resource_patch", {"id": oud["id"]}) if oud else ("resource_create", {"package_id": _naam(zending)})
            self._vraag.doe(actie, {**doel, **_veld(bestand)}, {"upload": (bestand.naam, bestand.inhoud)})
            meld(f"{self.waar}: {bestand.naam} ({len(bestand.inhoud)} bytes).")
        for naam in er.keys() - {b.naam for b in zending.bestanden}:
            self._vraag.doe("resource_delete", {"id": er[naam]["id"]})

    def _toon(self, zending: Zending) -> None:
        """Show the dataset, when all files are there and nobody changed it meanwhile."""
        er = self._moet_er_zijn(zending)
        if {r["name"]: r.get("hash") for r in er["resources"]} != {b.naam: b.sha256 for b in zending.bestanden}:
            gegevens: dict[str, Any] = {"waar": self.waar, "stap": "package_revise", "code": 200, "stand": self._vraag.stand}
            raise Fout([probleem("portaal-fout", melding="er staan andere bestanden dan er zijn gestuurd", **gegevens)])
        bij = {"match": {"id": er["id"], "metadata_modified": er["metadata_modified"]}, "update": {"private": False}}
        self._vraag.doe("package_revise", bij)

    def _vervang(self, zending: Zending) -> None:
        """Exchange description and files in one transaction, unless someone else changed the dataset meanwhile."""
        er = self._moet_er_zijn(zending)
        oud = {r["name"]: r for r in er["resources"]}
        delen, bestanden = [], {}
        for nr, bestand in enumerate(zending.bestanden):
            zelfde = bestand.naam in oud and oud[bestand.naam].get("hash") == bestand.sha256
            delen.append(
                {**({"id": oud[bestand.naam]["id"], "url": oud[bestand.naam]["url"]} if bestand.naam in oud else {}), **_veld(bestand)}
            )
            if not zelfde:
                bestanden[f"update__resources__{nr}__upload"] = bestand.naam, bestand.inhoud
        match = {"match__id": er["id"], "match__metadata_modified": er["metadata_modified"]}
        velden = {**self._beschrijving(zending), "private": False, "state": "active", "resources": delen}
        nieuw = {f"update__{naam}": waarde if isinstance(waarde, str) else json.dumps(waarde) for naam, waarde in velden.items()}
        self._vraag.stand = "Wat er openbaar was, is niet veranderd."
        self._vraag.doe("package_revise", {**match, **nieuw}, bestanden)

    def _moet_er_zijn(self, zending: Zending) -> Any:
        try:
            return self._vraag.doe("package_show", {"id": _naam(zending)})
        except NietGevonden:
            gegevens: dict[str, Any] = {"waar": self.waar, "stap": "package_show", "code": 404, "stand": self._vraag.stand}
            raise Fout([probleem("portaal-fout", melding="de gegevensset is weg", **gegevens)]) from None

    def _beschrijving(self, zending: Zending) -> dict[str, Any]:
        """The dataset without its files: what CKAN has a field for, and the rest under the names that its DCAT extension reads."""
        g = zending.gegevens
        extra = {naam: waarde for naam, waarde in g.items() if naam not in _VELDEN} | {_INHOUD: zending.inhoud}
        return {
            "name": _naam(zending),
            **{veld: g[veld] for veld in _VELDEN if veld in g and veld != "license"},
            "license_id": _licentie(g["license"]),
            "owner_org": self._organisatie,
            "tags": [{"name": woord} for woord in zending.trefwoorden],
            "extras": [{"key": naam, "value": waarde} for naam, waarde in sorted(extra.items())],
        }


_VELDEN: Final = ("title", "notes", "version", "url", "author", "maintainer", "maintainer_email", "license")


def _naam(zending: Zending) -> str:
    """The name of the dataset, without the point that CKAN does not take: mpp-2023-1-1 is version 2023-1.1."""
    return editienaam(zending.versie).lower().replace(".", "-")


def _veld(bestand: Bestand) -> dict[str, str]:
    """What CKAN is told of a file; of one that is sent again it does not count the hash itself."""
    return {
        "name": bestand.naam,
        "description": f"{bestand.titel}. {bestand.omschrijving}",
        "format": bestand.formaat,
        "mimetype": bestand.mediatype,
        "license": bestand.licentie,
        "hash": bestand.sha256,
        "hash_algorithm": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256",
    }


def _extras(dataset: Mapping[str, Any]) -> dict[str, str]:
    return {extra["key"]: extra["value"] for extra in dataset.get("extras", ())}


def _licentie(adres: str) -> str:
    return next((naam for deel, naam in _LICENTIES.items() if deel in adres), adres)
