"""The agenda of the Topberaad: which documents go along, in which order and under which number, and which may be public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import Field, StrictStr, ValidationError

from mpp.documenten.document import DOCUMENTEN, Document
from mpp.lezen import Blok, lees, regel_van
from mpp.padnamen import AGENDA
from mpp.parameters.schema import Record
from mpp.parameters.velden import Naamdeel, Tekst
from mpp.parameters.vormfouten import vertaal
from mpp.problemen import Fout, Probleem, lijkt_op, probleem

if TYPE_CHECKING:
    from mpp.ronde.status import Status
    from mpp.uitkomsten import Uitkomsten

BESTAND: Final = AGENDA
_NUMMER: Final = r"^[1-9][0-9]?[a-z]?(?:\.[1-9][0-9]?)?$"


class Bijlage(Record):
    """A document of the agenda and its number: 2a, or 2a.1."""

    nummer: Annotated[StrictStr, Field(pattern=_NUMMER)]
    document: Tekst

    @property
    def van(self) -> Document:
        """What the document is."""
        return DOCUMENTEN[self.document]

    @property
    def merk(self) -> str:
        """How its number stands on every page and in the list: bijlage ad 2a.1."""
        return f"bijlage ad {self.nummer}"


class Agenda(Record):
    """The meeting for an edition, the documents that go along in order, and the names of those that may be public."""

    editie: Naamdeel
    vergadering: Tekst
    bijlagen: tuple[Bijlage, ...] = Field(min_length=1)
    openbaar: tuple[Tekst, ...] = ()

    def voor(self, u: Uitkomsten, status: Status) -> Agenda:
        """The same without the documents that the edition does not have; the others keep their numbers.

        Raises Fout for the agenda of another edition.
        """
        if self.editie != u.editie.id:
            raise Fout([probleem("agenda-andere-editie", bestand=BESTAND, regel=None, van=self.editie, editie=u.editie.id)])
        return self.model_copy(update={"bijlagen": tuple(b for b in self.bijlagen if not b.van.ontbreekt(u, status))})


def lees_agenda(wortel: Path) -> Agenda:
    """The agenda of the project in `wortel`. Raises Fout with every problem in its file, and when it is not there."""
    pad = wortel / BESTAND
    if not pad.is_file():
        raise Fout([probleem("bronbestand-ontbreekt", pad=BESTAND)])
    boom = lees(pad, naam=BESTAND)
    try:
        agenda = Agenda.model_validate(boom)
    except ValidationError as fout:
        raise Fout(_vormfout(f, boom) for f in fout.errors()) from None
    if problemen := list(_toets(agenda, boom)):
        raise Fout(problemen)
    return agenda


def _vormfout(fout: Any, boom: object) -> Probleem:
    loc = fout["loc"]
    if not isinstance(boom, Blok) or loc[-1:] == ("nummer",):
        gegeven = fout["input"] if loc[-1:] == ("nummer",) else "niets"
        return probleem("agenda-nummer", bestand=BESTAND, regel=regel_van(boom, loc), nummer=gegeven)
    return vertaal(fout, boom, BESTAND, {"bijlagen": Bijlage})


def _toets(agenda: Agenda, boom: Any) -> Iterator[Probleem]:
    """Documents that do not exist, stand there twice or may never be public; numbers that do."""
    genoemd: list[tuple[tuple[str | int, ...], str]] = [(("bijlagen", i, "document"), b.document) for i, b in enumerate(agenda.bijlagen)]
    genoemd += [(("openbaar", i), naam) for i, naam in enumerate(agenda.openbaar)]
    for weg, naam in genoemd:
        regel = regel_van(boom, weg)
        if naam not in DOCUMENTEN:
            gegevens = {"naam": naam, "alle": ", ".join(DOCUMENTEN), "suggestie": lijkt_op(naam, DOCUMENTEN)}
            yield probleem("agenda-document-onbekend", bestand=BESTAND, regel=regel, **gegevens)
        elif weg[0] == "openbaar" and DOCUMENTEN[naam].besloten:
            yield probleem("agenda-besloten", bestand=BESTAND, regel=regel, naam=naam)
        elif weg[0] == "bijlagen" and not DOCUMENTEN[naam].toonbaar:
            yield probleem("agenda-zonder-bladzijden", bestand=BESTAND, regel=regel, naam=naam)
    for veld in ("nummer", "document"):
        waarden = [getattr(b, veld) for b in agenda.bijlagen]
        for i, waarde in enumerate(waarden):
            if Counter(waarden)[waarde] > 1 and waarde in waarden[:i]:
                regel = regel_van(boom, ("bijlagen", i, veld))
                yield probleem("agenda-dubbel", bestand=BESTAND, regel=regel, wat=f"{veld} {waarde}")
