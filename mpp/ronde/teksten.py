"""The texts of a round: which were written for another one, taken over from it, or know what was known only later."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mpp.edities.map import Editiemap, eerdere_mappen
from mpp.lezen import regel_van
from mpp.padnamen import PARAMETERS
from mpp.parameters import Parameterset
from mpp.parameters.dagen import datum
from mpp.parameters.schema import Bron, Parameter
from mpp.parameters.tijd import overgeslagen
from mpp.ronde.feiten import BESTAND as FEITEN
from mpp.ronde.feiten import Feit, lees_feiten
from mpp.ronde.overgenomen import opnieuw_te_lezen, zonder_band
from mpp.ronde.risicos import BESTAND as RISICOS
from mpp.ronde.risicos import lees_risicos
from mpp.varianten import lees_variant, namen


@dataclass(frozen=True)
class Tekst:
    """A text that was written for another edition: where it stands, for which, what it says, and since when that was known."""

    bestand: str
    regel: int
    naam: str
    editie: str
    tekst: str
    sinds: datetime.date | None = None


def te_vernieuwen(wortel: Path, editie: str, bronnen: Mapping[str, Bron]) -> tuple[Tekst, ...]:
    """Every text of the project in `wortel` that was written for another edition than this, and is in none of its documents.

    Facts come first, then risks and variants; since when a fact is known follows from its sources among `bronnen`.
    """
    feiten = [
        Tekst(FEITEN, f.regel, f.id, f.editie, f.tekst or f.vervalt, f.bekend(bronnen))
        for f in lees_feiten(wortel).values()
        if f.editie != editie
    ]
    varianten = [
        Tekst(v.pad.as_posix(), regel_van(v.boom, ("variant", "editie")) or 1, v.naam, v.kop.editie, v.kop.titel)
        for v in (lees_variant(naam, wortel) for naam in namen(wortel))
        if v.kop.editie not in (None, editie) and v.kop.editie
    ]
    risicos = [Tekst(RISICOS, regel, r.id, r.editie, r.risico) for r, regel in lees_risicos(wortel) if r.editie != editie]
    return (*feiten, *risicos, *varianten)


def overgenomen(wortel: Path, editie: str, vorige: str | None) -> tuple[Tekst, ...]:
    """The facts of this edition that say what they said in the one before, and that nobody says to have read again."""
    toen = lees_feiten(Editiemap(wortel, vorige).map) if vorige else {}
    return tuple(
        Tekst(FEITEN, f.regel, f.id, str(vorige), f.tekst or f.vervalt)
        for f in lees_feiten(wortel).values()
        if f.editie == editie and f.id in toen and f.gelezen is None and f.inhoud == toen[f.id].inhoud
    )


def later_bekend(ps: Parameterset) -> tuple[tuple[Feit, datetime.date], ...]:
    """The facts of an edition that became known only after it was adopted, and when."""
    dagen = ((f, f.bekend(ps.bronnen)) for f in lees_feiten(ps.wortel).values() if f.geldt(ps.editie.id))
    return tuple((f, dag) for f, dag in dagen if dag and dag > ps.editie.vastgesteld)


def vorige_parameters(wortel: Path, vorige: object) -> Parameterset | None:
    """The parameters of the edition before, as far as the project keeps them."""
    map_ = eerdere_mappen(wortel).get(str(vorige))
    return map_.laad() if map_ and map_.heeft(PARAMETERS) else None


def zonder_ronde(vorige: str | None, id: str) -> Iterator[str]:
    """That there are rounds between an edition and the last, of which nothing is known here."""
    if tussen := overgeslagen(vorige, id):
        yield f"tussen {vorige} en {id} is overgeslagen: {', '.join(tussen)}; vergeleken wordt met {vorige}"


def sinds_de_vorige(ps: Parameterset) -> Iterator[str]:
    """What is to be told beside the last round: which were passed over, how many parameters nobody read again, which lost their band."""
    yield from zonder_ronde(ps.editie.vorige, ps.editie.id)
    vorige = vorige_parameters(ps.wortel, ps.editie.vorige)
    if te_lezen := list(opnieuw_te_lezen(ps.boom, vorige)):
        yield f"parameters die staan zoals in {ps.editie.vorige} en niet zijn nagelezen: {len(te_lezen)} (mpp werkvoorraad toont ze)"
    if kaal := [f"{o.id} ({o.tekst})" for o in zonder_band(ps.boom, vorige)]:
        yield f"waarden die in {ps.editie.vorige} een band hadden en nu niet: {', '.join(kaal)}"


def oude_dagen(ps: Parameterset) -> tuple[str, ...]:
    """The parameters of the day with which the model begins of which the text names the day with which the last edition began."""
    vorige = vorige_parameters(ps.wortel, ps.editie.vorige)
    if vorige is None or (toen := vorige.editie.begin) == ps.editie.begin:
        return ()

    def noemt(p: Parameter) -> bool:
        teksten = (p.toelichting, p.aanname, *(deel for w in p.waarden.values() for deel in (w.toelichting, w.aanname)))
        return any(datum(toen) in tekst for tekst in teksten if tekst)

    return tuple(p.id for p in ps.bestand.parameters if p.peildatum == ps.editie.begin and noemt(p))
