"""The state of an edition: concept or locked, with every partner's consent or without."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from mpp.omgeving import anders_dan_vastgezet
from mpp.problemen import Fout, probleem
from mpp.uitkomsten.register import OPENBAAR

if TYPE_CHECKING:
    import datetime

    from mpp.parameters.akkoord import Stand
    from mpp.parameters.schema import Editie
    from mpp.ronde.correctie import Correctie
    from mpp.ronde.journaal import Staat
    from mpp.uitkomsten import Uitkomsten

MERK = "CONCEPT"
GEWIJZIGD = "gewijzigd na vaststelling"
"""What every page says of an edition that is no longer what was adopted."""
_NAAM = re.compile(r"(.*?)((?:\.[a-z]+)?)")
"""A name and its extension; the point in the name of a version begins none."""

#: So many packages that differ are told of.
_GENOEMD = 6


@dataclass(frozen=True)
class Status:
    """What every page, every file name and the manifest say about the state of the edition.

    `staat` is how far the edition is adopted, by its journal, and `gewijzigd` that it is no longer what was adopted then;
    `redenen`: why it is a concept. `versie` is that of the last correction, empty while there is none, and `correcties` are all.
    `route`: A when every organisation agreed to its parameters and outcomes, else B; of an adopted edition as it was then.
    `zonder_akkoord` are those that do not agree to all as it is now; `standen` is how it stands with each consent.
    `redenen_varianten`: why the documents of the variants are a concept though those of the MPP need not be.
    """

    concept: bool
    redenen: tuple[str, ...]
    classificatie: str
    route: Literal["A", "B"]
    zonder_akkoord: tuple[str, ...] = ()
    redenen_varianten: tuple[str, ...] = ()
    standen: tuple[Stand, ...] = ()
    staat: Staat = "concept"
    gewijzigd: bool = False
    versie: str = ""
    correcties: tuple[Correctie, ...] = ()

    @property
    def is_uitgave(self) -> bool:
        """Whether what is made goes out as it is: final, and for anyone to read."""
        return not self.concept and self.classificatie == OPENBAAR

    @property
    def merken(self) -> tuple[str, ...]:
        """What the head of every page says: that it is a concept and why, how far it is adopted, who may read it."""
        concept = (MERK, GEWIJZIGD) if self.gewijzigd else (MERK,)
        staat = () if self.concept or self.staat == "concept" else (self.staat,)
        return tuple(dict.fromkeys((*(concept if self.concept else staat), self.classificatie)))

    def voet(self, editie: Editie) -> str:
        """The line at the foot of every page, with the version that corrections made: in the name of the edition where it has that."""
        if not self.versie:
            return editie.voet
        naam = self.naam(editie)
        return editie.voet.replace(editie.naam, naam) if editie.naam in editie.voet else f"{editie.voet} · {naam}"

    def titel(self, editie: Editie) -> str:
        """The edition as it is named on every page, with its version."""
        return editie.titel_van(self.versie_van(editie))

    def naam(self, editie: Editie) -> str:
        """The name of the edition with its version, as it ends the title of a document."""
        return editie.naam_van(self.versie_van(editie))

    def datum(self, editie: Editie) -> datetime.date:
        """The day of the version: that of the adoption while it was not corrected."""
        return self.correcties[-1].datum if self.correcties else editie.vastgesteld

    def versie_van(self, editie: Editie) -> str:
        """The version of the edition: its own id while it was not corrected."""
        return self.versie or editie.id

    def vastgesteld(self, editie: Editie) -> datetime.date | None:
        """When the edition was adopted: of a reconstruction the edition that it rebuilds, of another by its journal, or not yet."""
        from mpp.ronde.journaal import VAST

        is_vast = editie.is_reconstructie or (self.staat in VAST and not self.concept)
        return editie.vastgesteld if is_vast else None

    def voor(self, *, beleidscontrole: bool) -> Status:
        """The state of the documents of the variants, which no one adopts, or of those of the MPP."""
        if not beleidscontrole:
            return replace(self, redenen_varianten=())
        redenen = (*self.redenen, *self.redenen_varianten)
        return replace(self, concept=bool(redenen) or self.concept, redenen=redenen, redenen_varianten=(), staat="concept")

    def bestandsnaam(self, pad: str) -> str:
        """The path `pad` as it is handed over: its first part carries the version, and the mark of a concept."""
        eerste, streep, rest = pad.partition("/")
        merk = "-".join(filter(None, (self.versie, MERK if self.concept else "")))
        stam, soort = _NAAM.fullmatch(eerste).groups()  # type: ignore[union-attr]
        gemerkt = f"{stam}-{merk}" if merk and not stam.endswith(f"-{merk}") else stam
        return f"{gemerkt}{soort}{streep}{rest}"


def bepaal_status(u: Uitkomsten, *, definitief: bool = False, beleidscontrole: bool = False) -> Status:
    """The state of the edition of which `u` are the results: what its journal says, while it is what was adopted then.

    It is a concept too where other packages are installed than those that are pinned.
    Raises Fout for a journal that is not as it was written, for consents of a day on which nobody can have given them, and when
    `definitief` is asked of a concept with everything that makes it one, for the variants too when it is asked of a `beleidscontrole`.
    """
    from mpp.parameters import slot
    from mpp.ronde.akkoorddagen import toets_akkoorddagen
    from mpp.ronde.akkoordstand import route, standen, zonder_akkoord
    from mpp.ronde.correctie import lees_correcties
    from mpp.ronde.journaal import lees_journaal

    ps, alle = u.ps, standen(u)
    journaal = lees_journaal(ps)
    if problemen := list(toets_akkoorddagen(ps)):
        raise Fout(problemen)
    redenen, van_varianten = slot.controleer_slot(ps)
    if not redenen and journaal.slot and slot.is_ander_slot(ps, journaal.slot):
        redenen = (f"{slot.slotpad(ps).name} is niet meer het slot waarmee de editie is vastgesteld",)
    gewijzigd = bool(redenen) and journaal.staat != "concept"
    elders = _andere_pakketten()
    if definitief and (verbroken := (*redenen, *elders, *(van_varianten if beleidscontrole else ()))):
        raise Fout([probleem("slot-verbroken", bestand=ps.pad.name, reden=reden, herstel=journaal.herstel) for reden in verbroken])
    if definitief and journaal.staat == "concept":
        raise Fout([probleem("niet-vastgesteld", bestand=slot.journaalpad(ps).name, editie=ps.editie.naam)])
    if gewijzigd:
        redenen = tuple(f"{journaal.staat}, en daarna gewijzigd: {reden}" for reden in redenen)
    elif not redenen and journaal.staat == "concept":
        redenen = ("de editie is vergrendeld, maar nog niet vastgesteld (mpp vaststellen)",)
    redenen += elders
    return Status(
        concept=bool(redenen),
        redenen=redenen,
        classificatie=ps.editie.classificatie,
        route=journaal.route or route(alle),
        zonder_akkoord=zonder_akkoord(alle),
        redenen_varianten=van_varianten,
        standen=alle,
        staat=journaal.staat,
        gewijzigd=gewijzigd,
        versie=journaal.versies[-1] if journaal.versies else "",
        correcties=lees_correcties(ps, journaal),
    )


def _andere_pakketten() -> tuple[str, ...]:
    """Why what is installed makes this a concept: other versions may print other characters than the edition was locked with."""
    anders = anders_dan_vastgezet()
    if not anders:
        return ()
    genoemd = [f"{naam} {hier} (vastgelegd: {vast})" for naam, (hier, vast) in list(anders.items())[:_GENOEMD]]
    rest = f" en {len(anders) - _GENOEMD} andere" if len(anders) > _GENOEMD else ""
    return (f"er zijn andere pakketten geïnstalleerd dan in requirements.txt vastliggen; anders: {', '.join(genoemd)}{rest}",)
