"""A folder that any web server can show: every edition at its own address, and beside them the catalogue of all."""

from __future__ import annotations

from collections.abc import Iterator
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

_METADATA: Final = "open-data/dcat.ttl"


class Map:
    """A folder as a portal. The catalogue comes last: until it is there nothing leads to a new edition."""

    def __init__(self, doel: Path):
        self.doel, self.waar = doel, doel.as_posix()

    def plan(self, zending: Zending) -> Plan:
        """What publishing would change in the folder."""
        zou, staat_er = zending.alles, self._staat_er(zending.versie)
        nieuw, weg = sorted(zou.keys() - staat_er.keys()), sorted(staat_er.keys() - zou.keys())
        anders = sorted(pad for pad in zou.keys() & staat_er.keys() if zou[pad] != staat_er[pad])
        if not staat_er:
            return Plan("nieuw", tuple(nieuw))
        if nieuw or anders or weg:
            return Plan("vervangt", tuple(nieuw), tuple(anders), tuple(weg))
        anders = sorted(naam for naam, inhoud in self._geheel(zending).items() if _lees(self.doel / naam) != inhoud)
        return Plan("verder", (), tuple(anders)) if anders else Plan("niets")

    def publiceer(self, zending: Zending, plan: Plan, meld: Meld) -> None:
        """Put the edition in place, whole, then what leads to it."""
        naam = editienaam(zending.versie)
        plaats({f"{naam}/{pad}": inhoud for pad, inhoud in zending.alles.items()}, self.doel)
        meld(f"{self.doel / naam}: {len(zending.alles)} bestanden.")
        geheel = self._geheel(zending)
        plaats(geheel, self.doel)
        meld(f"{', '.join(geheel)}: de catalogus van alle edities in {self.doel}.")

    def _staat_er(self, versie: str) -> dict[str, bytes]:
        map_ = self.doel / editienaam(versie)
        try:
            return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}
        except OSError as fout:
            raise Fout([probleem("uitvoer-onschrijfbaar", pad=self.doel, melding=waarom_niet(fout))]) from fout

    def _geheel(self, zending: Zending) -> dict[str, bytes]:
        """What there is of all editions together, with this one."""
        metadata = {**dict(self._edities()), zending.versie: zending.alles[_METADATA]}
        g = verzamel(metadata)
        versies = sorted(metadata, key=volgorde, reverse=True)
        pagina = vul(HIER / "portaal" / "index.html.j2", bondig=True, versies=versies, uitgever=uitgever(), naam=editienaam)
        metadata_ = {"catalogus.jsonld": jsonld(g), "catalogus.ttl": turtle(g), "oogst.ttl": turtle(voor_oogst(g))}
        return {**metadata_, "index.html": pagina.encode()}

    def _edities(self) -> Iterator[tuple[str, bytes]]:
        """The metadata of each edition that stands there."""
        for pad in sorted(self.doel.glob(f"mpp-*/{_METADATA}")):
            yield pad.parent.parent.name.removeprefix("mpp-"), pad.read_bytes()


def _lees(pad: Path) -> bytes | None:
    return pad.read_bytes() if pad.is_file() else None
