"""A folder that any web server can show: every edition at its own address, and beside them the catalogue of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from mpp.opendata.portaal.verzameling import verzamel, volgorde, voor_oogst
from mpp.opendata.portaal.zending import Meld, Plan, Zending
from mpp.opendata.rdf import jsonld, turtle
from mpp.opendata.tabel import HIER
from mpp.opendata.uitgever import editienaam, uitgever
from mpp.plaatsen import plaats
from mpp.problemen import Fout, probleem
from mpp.problemen.waarom import waarom_niet
from mpp.sjabloon import vul

DATA: Final = "open-data"
PUBLICATIES: Final = "publicaties"


class Map:
    """A folder as a portal. The catalogue comes last: until it is there nothing leads to a new edition."""

    def __init__(self, doel: Path):
        self.doel, self.waar = doel, doel.as_posix()

    def plan(self, zending: Zending) -> Plan:
        """What publishing would change in the folder."""
        zou, staat_er = _plaatsen(zending), self._staat_er(zending.versie)
        nieuw, weg = sorted(zou.keys() - staat_er.keys()), sorted(staat_er.keys() - zou.keys())
        anders = sorted(pad for pad in zou.keys() & staat_er.keys() if zou[pad] != staat_er[pad])
        if not staat_er:
            return Plan("nieuw", tuple(nieuw))
        if anders or weg or (nieuw and f"{DATA}/{editienaam(zending.versie)}/dcat.ttl" in staat_er):
            return Plan("vervangt", tuple(nieuw), tuple(anders), tuple(weg))
        if nieuw:
            return Plan("verder", tuple(nieuw))
        anders = sorted(naam for naam, inhoud in self._geheel(zending).items() if _lees(self.doel / naam) != inhoud)
        return Plan("verder", (), tuple(anders)) if anders else Plan("niets")

    def publiceer(self, zending: Zending, plan: Plan, meld: Meld) -> None:
        """Put the publications in place, then the data, then what leads to them."""
        zou = _plaatsen(zending)
        for map_ in (PUBLICATIES, DATA):
            deel = {pad.partition("/")[2]: inhoud for pad, inhoud in zou.items() if pad.startswith(f"{map_}/")}
            if deel:
                plaats(deel, self.doel / map_)
                meld(f"{self.doel / map_ / editienaam(zending.versie)}: {len(deel)} bestanden.")
        geheel = self._geheel(zending)
        plaats(geheel, self.doel)
        meld(f"{', '.join(geheel)}: de catalogus van alle edities in {self.doel}.")

    def _staat_er(self, versie: str) -> dict[str, bytes]:
        mappen = (self.doel / map_ / editienaam(versie) for map_ in (DATA, PUBLICATIES))
        try:
            return {pad.relative_to(self.doel).as_posix(): pad.read_bytes() for map_ in mappen for pad in map_.rglob("*") if pad.is_file()}
        except OSError as fout:
            raise Fout([probleem("uitvoer-onschrijfbaar", pad=self.doel, melding=waarom_niet(fout))]) from fout

    def _geheel(self, zending: Zending) -> dict[str, bytes]:
        """What there is of all editions together, with this one."""
        metadata = {**dict(self._edities()), zending.versie: zending.alles[f"{DATA}/dcat.ttl"]}
        g = verzamel(metadata)
        versies = sorted(metadata, key=volgorde, reverse=True)
        pagina = vul(HIER / "portaal" / "index.html.j2", bondig=True, versies=versies, uitgever=uitgever(), naam=editienaam)
        metadata_ = {"catalogus.jsonld": jsonld(g), "catalogus.ttl": turtle(g), "oogst.ttl": turtle(voor_oogst(g))}
        return {**metadata_, "index.html": pagina.encode()}

    def _edities(self) -> Iterator[tuple[str, bytes]]:
        """The metadata of each edition that stands there."""
        for pad in sorted((self.doel / DATA).glob("mpp-*/dcat.ttl")):
            yield pad.parent.name.removeprefix("mpp-"), pad.read_bytes()


def _plaatsen(zending: Zending) -> Mapping[str, bytes]:
    """Where each file of an edition comes."""
    naam = editienaam(zending.versie)
    return {
        f"{DATA}/{naam}/{pad.partition('/')[2]}" if pad.startswith(f"{DATA}/") else f"{PUBLICATIES}/{naam}/{pad}": inhoud
        for pad, inhoud in zending.alles.items()
    }


def _lees(pad: Path) -> bytes | None:
    return pad.read_bytes() if pad.is_file() else None
