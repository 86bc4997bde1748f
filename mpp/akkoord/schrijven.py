"""Writing in the files of the edition what a form says: their comments, order and layout stay."""

from __future__ import annotations

import io
from bisect import bisect
from collections.abc import Sequence
from copy import deepcopy
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Final

from mpp.akkoord.voorstel import Voorstel
from mpp.parameters.akkoord import Soort
from mpp.parameters.akkoordbestand import NAAM, leeg
from mpp.parameters.akkoordvorm import Akkoord
from mpp.parameters.schema import Bron

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

_VELDEN: Final = ("organisatie", "parameter", "indicator", "hash", "besluit", "door", "datum", "opmerking")


def met_akkoorden(ps: Parameterset, soort: Soort, nieuwe: Sequence[Akkoord]) -> str:
    """The text of `akkoorden.yml` with these consents after what it holds; a new one when there is none."""
    pad = ps.pad.parent / NAAM
    tekst = pad.read_text(encoding="utf-8") if pad.is_file() else leeg(ps.editie.id)
    if not nieuwe:
        return tekst
    yaml, boom, voor = _gelezen(tekst)
    if soort not in boom:
        boom[soort] = _rij()
    rij = boom[soort]
    rij.fa.set_block_style()
    for akkoord in nieuwe:
        rij.append(_blok({veld: waarde for veld in _VELDEN if (waarde := getattr(akkoord, veld, None)) is not None}))
    return _verwerkt(tekst, voor, _geschreven(yaml, boom))


def met_voorstellen(ps: Parameterset, voorstellen: Sequence[Voorstel]) -> str:
    """The text of the parameter file with these values in place of what stood there, and their sources among the others."""
    tekst = ps.pad.read_text(encoding="utf-8")
    yaml, boom, voor = _gelezen(tekst)
    records = {record["id"]: record for record in boom["parameters"]}
    for v in voorstellen:
        bron = _bron(boom["bronnen"], v)
        waarden = records[v.parameter]["waarden"]
        sleutel = next(sleutel for sleutel in waarden if str(sleutel) == v.periode)
        nieuw: dict[str, Any] = {rol: _kort(getal) for rol, getal in v.getallen.items()}
        nieuw |= {"bron": bron, "genoemd": v.genoemd, "toelichting": f"Voorstel van {v.partner}: {v.reden}"}
        waarden[sleutel] = _blok(nieuw)
    return _verwerkt(tekst, voor, _geschreven(yaml, boom))


def _bron(bronnen: Any, v: Voorstel) -> str:
    """The key of the source of a proposal: the one that it names, or a new record that says what the organisation gave."""
    if v.bron in bronnen:
        return v.bron
    gegevens = {"titel": v.bron, "uitgever": v.partner, "datum": v.datum, "soort": "officieel"}
    bestaand = next((s for s, b in bronnen.items() if {veld: b.get(veld) for veld in gegevens} == gegevens), None)
    if bestaand:
        return str(bestaand)
    Bron.model_validate(gegevens)
    stam = f"{''.join(t for t in v.partner.lower() if t.isalnum())}-{v.datum:%Y-%m-%d}"
    sleutel = next(s for n in range(1, len(bronnen) + 2) if (s := stam if n == 1 else f"{stam}-{n}") not in bronnen)
    namen = [str(s) for s in bronnen]
    bronnen.insert(min(bisect(namen, sleutel), max(len(namen) - 1, 0)), sleutel, _blok(gegevens))  # after the last stands what follows
    return sleutel


def _kort(getal: float) -> int | float:
    return int(getal) if getal.is_integer() else getal


def _verwerkt(tekst: str, voor: str, na: str) -> str:
    """The lines that differ between `voor` and `na`, changed in `tekst`, of which `voor` is the same as ruamel lays it out.

    What a person broke off over lines stays so; only where a change lies in such a part, all is as ruamel has it.
    """
    oud, basis, nieuw = (t.splitlines(keepends=True) for t in (tekst, voor, na))
    plek = {a + i: b + i for a, b, n in SequenceMatcher(None, basis, oud, autojunk=False).get_matching_blocks() for i in range(n)}
    for soort, i1, i2, j1, j2 in reversed(SequenceMatcher(None, basis, nieuw, autojunk=False).get_opcodes()):
        begin = plek.get(i1, -1)
        if soort != "equal":
            if any(plek.get(i1 + i) != begin + i for i in range(max(i2 - i1, 1))):
                return na
            oud[begin : begin + i2 - i1] = nieuw[j1:j2]
    return "".join(oud)


def _gelezen(tekst: str) -> tuple[Any, Any, str]:
    """The parser, the tree, and the tree as it is written before anything changes."""
    yaml = _yaml()
    boom = yaml.load(tekst)
    return yaml, boom, _geschreven(yaml, boom)


def _yaml() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes, yaml.width, yaml.brace_single_entry_mapping_in_flow_sequence = True, 1_000_000, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _blok(gegevens: dict[str, Any]) -> Any:
    from ruamel.yaml.comments import CommentedMap

    blok = CommentedMap({sleutel: deepcopy(waarde) for sleutel, waarde in gegevens.items()})  # one day twice would become an anchor
    blok.fa.set_flow_style()
    return blok


def _rij() -> Any:
    from ruamel.yaml.comments import CommentedSeq

    return CommentedSeq()


def _geschreven(yaml: Any, boom: Any) -> str:
    uit = io.StringIO()
    yaml.dump(boom, uit)
    return uit.getvalue()
