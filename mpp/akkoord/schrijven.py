"""Writing in the files of the edition what a form says: their comments, order and layout stay."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any, Final

from mpp.akkoord.voorstel import Voorstel
from mpp.parameters.akkoord import Soort
from mpp.parameters.akkoordbestand import akkoordpad, leeg
from mpp.parameters.akkoordvorm import Akkoord
from mpp.parameters.herschrijven import Herschrijving, blok

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

_VELDEN: Final = ("organisatie", "parameter", "indicator", "hash", "besluit", "door", "datum", "opmerking")


def met_akkoorden(ps: Parameterset, soort: Soort, nieuwe: Sequence[Akkoord]) -> str:
    """The text of the file of consents with these consents after what it holds; a new one when there is none."""
    pad = akkoordpad(ps.pad)
    tekst = pad.read_text(encoding="utf-8") if pad.is_file() else leeg(ps.editie.id)
    if not nieuwe:
        return tekst
    werk = Herschrijving(tekst)
    if soort not in werk.boom:
        werk.boom[soort] = _rij()
    rij = werk.boom[soort]
    rij.fa.set_block_style()
    for akkoord in nieuwe:
        rij.append(blok({veld: waarde for veld in _VELDEN if (waarde := getattr(akkoord, veld, None)) is not None}))
    return werk.tekst()


def met_voorstellen(ps: Parameterset, voorstellen: Sequence[Voorstel]) -> str:
    """The text of the parameter file with these values in place of what stood there, and their sources among the others.

    Why a whole record rests on later knowledge is said by value where a new one does not.
    """
    werk = Herschrijving(ps.pad.read_text(encoding="utf-8"))
    records = {record["id"]: record for record in werk.boom["parameters"]}
    for v in voorstellen:
        bron = _bron(werk.boom["bronnen"], v)
        waarden = records[v.parameter]["waarden"]
        sleutel = next(sleutel for sleutel in waarden if str(sleutel) == v.periode)
        nieuw: dict[str, Any] = {rol: _kort(getal) for rol, getal in v.getallen.items()}
        nieuw |= {"bron": bron, "genoemd": v.genoemd, "toelichting": f"Voorstel van {v.partner}: {v.reden}"}
        waarden[sleutel] = blok(nieuw)
        if v.van_de_tijd and "later" in records[v.parameter]:
            _alleen_later(records[v.parameter], [w.periode for w in voorstellen if w.parameter == v.parameter and w.van_de_tijd])
    return werk.tekst()


def _alleen_later(record: Any, niet: Collection[str]) -> None:
    """Let the reason why a record rests on later knowledge stand by each value that has none of its own, but for those in `niet`."""
    ervoor = list(record)[list(record).index("later") - 1]
    reden, opmerking = record.pop("later"), record.ca.items.pop("later", None)
    if opmerking:  # what stands after the reason stays where it is
        record.ca.items.setdefault(ervoor, opmerking)
    for sleutel, waarde in record["waarden"].items():
        if str(sleutel) not in niet:
            gegevens = waarde if isinstance(waarde, dict) else blok({"waarde": waarde})
            gegevens.setdefault("later", reden)
            record["waarden"][sleutel] = gegevens


def _bron(bronnen: Any, v: Voorstel) -> str:
    """The key of the source of a proposal: the one that it names, or a new record that says what the organisation gave."""
    if v.nieuwe_bron is None:
        return v.bron
    gegevens = v.nieuwe_bron.model_dump(exclude_none=True)
    bestaand = next((s for s, b in bronnen.items() if {veld: b.get(veld) for veld in gegevens} == gegevens), None)
    if bestaand:
        return str(bestaand)
    stam = f"{''.join(t for t in v.partner.lower() if t.isalnum())}-{v.nieuwe_bron.datum}"
    sleutel = next(s for n in range(1, len(bronnen) + 2) if (s := stam if n == 1 else f"{stam}-{n}") not in bronnen)
    namen = [str(s) for s in bronnen]
    bronnen.insert(min(bisect(namen, sleutel), max(len(namen) - 1, 0)), sleutel, blok(gegevens))  # after the last stands what follows
    return sleutel


def _kort(getal: float) -> int | float:
    return int(getal) if getal.is_integer() else getal


def _rij() -> Any:
    from ruamel.yaml.comments import CommentedSeq

    return CommentedSeq()
