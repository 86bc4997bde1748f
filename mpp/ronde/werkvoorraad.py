"""What is left to do in a round: derived from the files, so that it is never out of date.

Per organisation the values that are to be delivered, with the last value and its source, and the texts to write again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, get_args

from mpp.lezen import Blok, lees, regel_van
from mpp.padnamen import AGENDA, bestandsnaam
from mpp.parameters.gerealiseerd import hoort_bij
from mpp.parameters.schema import Eigenaar, Parameter
from mpp.parameters.set import met_datum
from mpp.parameters.te_leveren import APM, BAND, Open, te_leveren
from mpp.ronde.overgenomen import gebleven as gebleven_parameters
from mpp.ronde.overgenomen import opnieuw_te_lezen
from mpp.ronde.teksten import Tekst, overgenomen, te_vernieuwen, vorige_parameters, zonder_ronde
from mpp.weergave.afronding import stap_ingevoerd
from mpp.weergave.opmaak import opmaak

if TYPE_CHECKING:
    from mpp.parameters import Parameterset
    from mpp.parameters.schema import Reeks
    from mpp.projectmap import Projectmap

_BEGIN: Final = 90
"""So many letters of a text are shown."""
ORGANISATIES: Final[tuple[str, ...]] = get_args(Eigenaar)
_EDITIE: Final = {
    "vastgesteld": "De dag waarop de editie wordt vastgesteld",
    "akkoord_voor": "De dag waarvoor akkoord wordt gevraagd",
    "classificatie": "De classificatie waarmee de ronde begint",
    "soort": "Wat voor editie dit is: officieel of openbare reconstructie",
    "verklaring": "Wat elke bladzijde en het colofon van de editie verklaart",
    "voetregel": "De regel onder elke bladzijde",
}
_VAN_DE_PROGNOSE: Final = ("verdeling", "zaad", "samenhang_jaren")
_VELDEN: Final = {"later": "waarom op latere kennis, of haal later weg"}


@dataclass(frozen=True)
class Post:
    """One thing to do: by whom, what it is, where it stands in which file, and what the last round had there from which source."""

    wie: str
    sectie: str
    id: str
    label: str
    periode: str
    bestand: str
    regel: int | None
    vorige: str = ""
    bron: str = ""

    @property
    def zin(self) -> str:
        """The same on one line."""
        waar = f"{self.bestand}:{self.regel}" if self.regel else self.bestand
        naam = self.label if self.id == self.label else f"{self.label} ({self.id})"
        periode = "" if self.periode in ("", "vast") else f" {self.periode}"
        eerder = f"; was {self.vorige}{f', {self.bron}' if self.bron else ''}" if self.vorige else ""
        return f"{waar}: {naam}{periode}{eerder}"


def per_organisatie(posten: Iterable[Post]) -> dict[str, list[Post]]:
    """The same by organisation, APM first and the others by name."""
    per: dict[str, list[Post]] = {}
    for post in posten:
        per.setdefault(post.wie, []).append(post)
    return dict(sorted(per.items(), key=lambda p: (p[0] != APM, p[0].casefold())))


def werkvoorraad(project: Projectmap) -> list[Post]:
    """Everything that is left to do in the round of `project`: values in the order of the file, then texts.

    Raises Fout when a file cannot be read.
    """
    project.eis_parameters()
    boom = lees(project.parameters, code="parameters-geen-yaml")
    boom = boom if isinstance(boom, Blok) else Blok()
    editie = boom["editie"] if isinstance(boom.get("editie"), Blok) else Blok()
    vorige = vorige_parameters(project.wortel, editie.get("vorige"))
    naam = bestandsnaam(project.parameters, project.wortel)
    id = str(editie.get("id"))
    teksten = te_vernieuwen(project.wortel, id, vorige.bronnen if vorige else {})
    posten = [*(_post(open_, naam, boom, vorige) for open_ in te_leveren(boom)), *map(_tekst, teksten)]
    posten += _agenda(project, id)
    posten += [_tekst(t, "Ongewijzigd overgenomen uit") for t in overgenomen(project.wortel, id, vorige.editie.id if vorige else None)]
    lezen = opnieuw_te_lezen(boom, vorige)
    return posten + [Post(APM, "lezen", o.id, f"Opnieuw lezen: {_kort(o.tekst)}", "", naam, o.regel) for o in lezen]


def _agenda(project: Projectmap, editie: str) -> Iterator[Post]:
    """The numbers of the annexes, when they are still those of another round."""
    boom = lees(pad, naam=AGENDA) if (pad := project.wortel / AGENDA).is_file() else None
    if isinstance(boom, Blok) and boom.get("editie") != editie:
        nummers = ", ".join(str(bijlage.get("nummer")) for bijlage in boom.get("bijlagen") or () if isinstance(bijlage, Blok))
        label = "De vergadering van het Topberaad en de nummers van de bijlagen"
        was = f"{boom.get('vergadering')}: {nummers}"
        yield Post(APM, "agenda", label, label, "", AGENDA, regel_van(boom, ("editie",)), was, str(boom.get("editie", "")))


def opmerkingen(project: Projectmap) -> list[str]:
    """What there is to know of a round beside what is to be done: which rounds were passed over."""
    editie = lees(project.parameters, code="parameters-geen-yaml")["editie"]
    return list(zonder_ronde(editie.get("vorige"), str(editie.get("id"))))


def gebleven(project: Projectmap) -> dict[str, list[str]]:
    """What stands as in the last round without being asked for, by organisation: parameters, and how the prognosis is drawn.

    Raises Fout when a file cannot be read.
    """
    boom = lees(project.parameters, code="parameters-geen-yaml")
    vorige = vorige_parameters(project.wortel, boom["editie"].get("vorige")) if isinstance(boom, Blok) else None
    per: dict[str, list[str]] = {}
    if vorige is None:
        return per
    for id in gebleven_parameters(boom, vorige):
        per.setdefault(vorige[id].eigenaar, []).append(id)
    for veld in _VAN_DE_PROGNOSE:
        if vorige.prognose.get(veld) == boom["prognose"].get(veld):
            per.setdefault(APM, []).append(f"prognose.{veld} ({boom['prognose'].get(veld)})")
    return per


def _tekst(tekst: Tekst, wat: str = "Tekst van") -> Post:
    """A text to be read again: written anew for this edition, with the reason why there is nothing to tell, or said to hold as it is."""
    return Post(APM, "teksten", tekst.naam, f"{wat} {tekst.editie}: {_kort(tekst.tekst)}", "", tekst.bestand, tekst.regel)


def _post(open_: Open, bestand: str, boom: Blok, vorige: Parameterset | None) -> Post:
    waarde = bron = ""
    label = _EDITIE.get(open_.id, open_.id) if open_.sectie == "editie" else open_.id
    if vorige and open_.sectie == "prognose":
        label, waarde, bron = _uit_prognose(vorige, open_)
    elif open_.sectie not in ("editie", "prognose"):
        label, reeks = _eigen_label(open_, boom), _eerder(open_, vorige)
        if vorige and reeks:
            label = reeks.label if label == open_.id else label
            waarde, bron = _laatste(vorige, reeks, open_.periode)
        if open_.veld and open_.veld != BAND:
            label, bron = f"{label}: {_VELDEN.get(open_.veld, open_.veld)}", ""
            waarde = _kort(_later(reeks, open_.periode)) if open_.veld == "later" else _oordeel(reeks)
    return Post(open_.wie, open_.sectie, open_.id, label, open_.periode, bestand, open_.regel, waarde, bron)


def _later(reeks: Reeks | None, periode: str) -> str:
    """Why a value rested on later knowledge in the last round, as its file said it."""
    waarde = reeks.waarden.get(periode) if reeks else None
    return (waarde and waarde.later) or (reeks and reeks.later) or ""


def _oordeel(reeks: Reeks | None) -> str:
    """How a parameter was judged in the last round."""
    return f"kwaliteit {reeks.kwaliteit}, impact {reeks.impact}" if isinstance(reeks, Parameter) else ""


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _BEGIN else f"{tekst[:_BEGIN].rsplit(' ', 1)[0]} …"


def _eerder(open_: Open, vorige: Parameterset | None) -> Reeks | None:
    """What the last round had under the same name."""
    if vorige is None:
        return None
    if open_.sectie == "realisaties":
        reeksen: Mapping[str, Reeks] = vorige.realisaties
        return reeksen.get(open_.id) or next((r for id, r in reeksen.items() if hoort_bij(id) == hoort_bij(open_.id)), None)
    return vorige.parameters.get(open_.id)


def _laatste(vorige: Parameterset, reeks: Reeks, periode: str) -> tuple[str, str]:
    """The value of a period with its band, or else the last one with the period that it is of; and its sources, or that it was assumed."""
    wanneer = periode if periode in reeks.waarden else list(reeks.waarden)[-1]
    waarde = reeks.waarden[wanneer]
    bronnen, aanname = vorige.herkomst(reeks, waarde)
    getal, *band = (opmaak(g, reeks.eenheid, stap_ingevoerd(g, reeks.eenheid)) for g in (waarde.waarde, waarde.onderkant, waarde.bovenkant))
    erbij = [f"laag {band[0]}, hoog {band[1]}"] * waarde.heeft_band + [wanneer] * (wanneer not in (periode, "vast"))
    return f"{getal} ({'; '.join(erbij)})" if erbij else getal, ", ".join(bronnen) or ("aanname" if aanname else "")


def _uit_prognose(vorige: Parameterset, open_: Open) -> tuple[str, str, str]:
    """The name of a future, what the last round expected of it in this year or else in its last one, and where that came from."""
    toekomsten = {s["id"]: s for s in vorige.bestand.prognose["scenarios"]}
    if (s := toekomsten.get(open_.id)) is None:
        return open_.id, "", ""
    if open_.veld == "naam":
        return "De naam van een toekomstscenario", s["naam"], ""
    jaar = open_.periode if open_.periode in s["jaren"] else list(s["jaren"])[-1]
    waarde = f"{opmaak(s['jaren'][jaar]['verwachting'], 'personen', 1)} ({jaar})" if open_.periode else ""
    return s["naam"], waarde, "aanname" if "aanname" in s else ""


def _eigen_label(open_: Open, boom: Blok) -> str:
    """What a record is called in the file itself, with its dates written out."""
    records: Sequence[Blok] = boom.get(open_.sectie, ())
    record = next((r for r in records if open_.id in (r.get("id"), r.get("parameter"))), None)
    if record is None or "label" not in record:
        return open_.id
    label, editie = str(record["label"]), boom.get("editie")
    dag, jaren = record.get("peildatum"), editie.get("jaren") if isinstance(editie, Blok) else None
    return met_datum(label, dag, jaren[0]) if isinstance(dag, date) and jaren else label
