"""What the partners deliver for a new round: the values of a trial round, filled in where the file asks for them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from mpp.parameters import Parameterset
from mpp.parameters.gerealiseerd import hoort_bij
from mpp.parameters.herschrijven import Herschrijving, blok
from mpp.parameters.te_leveren import TE_LEVEREN
from tests.peildatum.editie import _aanname

JULI = Path(__file__).parent.parent / "peildatum" / "juli_2023.yml"


def vul(pad: Path, vorige: Parameterset, geleverd: Mapping[str, Any] | None = None) -> None:
    """Fill in everything that the file asks for: what the trial round gives, and else what the last edition had."""
    ronde = geleverd or YAML(typ="safe").load(JULI)
    werk = Herschrijving(pad.read_text(encoding="utf-8"))
    boom = werk.boom
    boom["editie"]["vastgesteld"] = ronde["editie"]["vastgesteld"]
    oud = {s["id"]: s for s in vorige.bestand.prognose["scenarios"]}
    for s in boom["prognose"]["scenarios"]:
        s["aanname"] = oud[s["id"]]["aanname"]
        for jaar in s["jaren"]:
            s["jaren"][jaar] = blok(dict(oud[s["id"]]["jaren"].get(str(jaar)) or list(oud[s["id"]]["jaren"].values())[-1]))
    for p in boom["parameters"]:
        for periode, w in p["waarden"].items():
            if w == TE_LEVEREN:
                eerder = list(vorige[p["id"]].waarden.values())[-1]
                p["waarden"][periode] = _met_aanname(ronde["begin"].get(p["id"], eerder.waarde))
    for r in boom["realisaties"]:
        for periode, w in r["waarden"].items():
            if w == TE_LEVEREN:
                r["waarden"][periode] = _met_aanname(ronde["geraamd"][hoort_bij(r["id"])])
    pad.write_text(werk.tekst(), encoding="utf-8")


def _met_aanname(waarde: float) -> Any:
    return blok({"waarde": int(waarde) if float(waarde).is_integer() else waarde, "aanname": _aanname(waarde)})
