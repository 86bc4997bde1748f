"""What the partners deliver for a new round: the values of a trial round, filled in where the file asks for them."""

from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from mpp.parameters import Parameterset
from mpp.parameters.gerealiseerd import hoort_bij
from mpp.parameters.herschrijven import Herschrijving, blok
from mpp.parameters.schema import Realisatie
from mpp.parameters.te_leveren import TE_LEVEREN
from tests.peildatum.editie import _aanname

JULI = Path(__file__).parent.parent / "peildatum" / "juli_2023.yml"


_VERDER = {
    ("ind.regulier.arbeid.instroom", "2028"): 30800,
    ("ind.regulier.studie.instroom", "2028"): 23400,
    ("ind.regulier.gezin.instroom", "2028"): 49000,
    ("ind.regulier.overig.instroom", "2028"): 9300,
    ("ind.mvv.arbeid.productie", "2028"): 24020,
    ("ind.mvv.studie.productie", "2028"): 18250,
    ("ind.mvv.gezin.productie", "2028"): 31210,
    ("ind.mvv.overig.productie", "2028"): 2730,
    ("ind.vvr.arbeid.productie", "2028"): 8010,
    ("ind.vvr.studie.productie", "2028"): 6080,
    ("ind.vvr.gezin.productie", "2028"): 16810,
    ("ind.vvr.overig.productie", "2028"): 6380,
}
"""What the formulas of series give for the year that a round of 2024 adds."""
_NOG_EENS = {"ind.nareis.productie": "16.000, 18.000 en 20.000"}
"""What must be seen twice again when its neighbour has gone."""


_VAN_2024 = {"afname": "een spreiding van 4.000", "derdelanders": "30%", "turkije": "25%"}
_EERSTE = 2023


def vul(pad: Path, vorige: Parameterset, vastgesteld: date = date(2023, 9, 29)) -> None:
    """Fill in everything that the file asks for: what the trial round gives, and else what the last edition had."""
    agenda = pad.parent / "topberaad" / "agenda.yml"
    if agenda.is_file():
        agenda.write_text(agenda.read_text(encoding="utf-8").replace(f'"{vorige.editie.id}"', f'"{_id(pad)}"'), encoding="utf-8")
    ronde = YAML(typ="safe").load(JULI) if vastgesteld.year == _EERSTE else {"begin": {}, "geraamd": {}}
    werk = Herschrijving(pad.read_text(encoding="utf-8"))
    boom = werk.boom
    editie = boom["editie"]
    editie["vastgesteld"], editie["classificatie"] = vastgesteld, vorige.editie.classificatie
    del editie["akkoord_voor"]
    if editie["soort"] == TE_LEVEREN:
        editie["soort"], editie["voetregel"] = vorige.editie.soort, vorige.editie.voetregel
        editie["verklaring"] = vorige.editie.verklaring.replace(vorige.editie.naam, editie["naam"])
    oud = {s["id"]: s for s in vorige.bestand.prognose["scenarios"]}
    for s in boom["prognose"]["scenarios"]:
        s["naam"], s["aanname"] = oud[s["id"]]["naam"], oud[s["id"]]["aanname"]
        if s["id"] in _VAN_2024 and vastgesteld.year > _EERSTE:
            s["genoemd"] = _VAN_2024[s["id"]]
        for jaar in s["jaren"]:
            s["jaren"][jaar] = blok(dict(oud[s["id"]]["jaren"].get(str(jaar)) or list(oud[s["id"]]["jaren"].values())[-1]))
    for record in (*boom["parameters"], *boom["realisaties"]):
        for deel in (record, *record["waarden"].values()):
            if isinstance(deel, dict) and deel.get("later") == TE_LEVEREN:
                del deel["later"]
    for p in boom["parameters"]:
        if p["kwaliteit"] == TE_LEVEREN:
            p["kwaliteit"], p["impact"] = "rood", vorige[p["id"]].impact
        for periode, w in p["waarden"].items():
            if _open(w):
                toen = vorige[p["id"]].waarden
                eerder = toen.get(str(periode)) or list(toen.values())[-1]
                waarde = _VERDER.get((p["id"], str(periode))) or ronde["begin"].get(p["id"], eerder.waarde)
                band = (eerder.laag, eerder.hoog) if waarde == eerder.waarde and "volgt_uit" not in p else ()
                p["waarden"][periode] = _met_aanname(waarde, *band)
                p["kwaliteit"] = "oranje" if p["kwaliteit"] == "groen" else p["kwaliteit"]
        if p["id"] in _NOG_EENS:
            p["genoemd"] = _NOG_EENS[p["id"]]
    for r in boom["realisaties"]:
        for periode, w in r["waarden"].items():
            if _open(w):
                geraamd = ronde["geraamd"].get(hoort_bij(r["id"])) if r["periode"] == "halfjaar" else None
                laatste = geraamd if geraamd is not None else _een_jaar_eerder(vorige.realisaties[r["id"]], str(periode))
                r["waarden"][periode] = _met_aanname(laatste)
                if r["id"] == "gemeenten.taakstelling":  # set ahead, as its source tells
                    r["waarden"][periode] = blok(
                        {
                            "waarde": laatste,
                            "bron": "ind-2023-12" if str(periode).endswith("-1") else "ind-2024-02",
                            "genoemd": str(laatste),
                        }
                    )
    pad.write_text(werk.tekst(), encoding="utf-8")


def _id(pad: Path) -> str:
    return str(YAML(typ="safe").load(pad)["editie"]["id"])


def _open(waarde: Any) -> bool:
    return waarde == TE_LEVEREN or (isinstance(waarde, dict) and waarde.get("waarde") == TE_LEVEREN)


def _een_jaar_eerder(reeks: Realisatie, periode: str) -> float:
    return reeks.waarden[f"{int(periode[:4]) - 1}{periode[4:]}"].waarde


def _met_aanname(waarde: float, *band: float | None) -> Any:
    laag, hoog = band or (None, None)
    getallen = {rol: _kort(g) for rol, g in (("waarde", waarde), ("laag", laag), ("hoog", hoog)) if g is not None}
    return blok(getallen | {"aanname": " ".join(_aanname(getal) for getal in getallen.values())})


def _kort(getal: float) -> float:
    return int(getal) if float(getal).is_integer() else getal
