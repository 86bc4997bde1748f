"""Taking a change over into the chapter that it is about: the words, never the markup, and never a number."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import Any, Final

from mpp.glossarium import lees_glossarium
from mpp.problemen import Fout, Probleem, probleem
from mpp.problemen.waarom import waarom_niet
from mpp.render.proza import controleer
from mpp.render.qmd import lees_qmd
from mpp.review.gelijk import Verschil, verschillen
from mpp.review.vondst import Vondst
from mpp.review.zichtbaar import Zichtbaar, zichtbaar
from mpp.word.kaart import TEKEN, Alinea

_BIJZONDER: Final = re.compile(r"[\\`*_{}\[\]<>#|@^~$]")
_CELGRENS: Final = re.compile(r"((?<!\\)\s*\|\s*)")
_GELIJKEND: Final = 0.5
"""A piece of source with less of the words of a paragraph is not that paragraph."""


def neem_over(nummers: Sequence[int], vondsten: Sequence[Vondst], wortel: Path) -> tuple[str, ...]:
    """Write the changes with these numbers into the chapters; gives the place of each.

    Raises Fout with every one that cannot be taken over; then no file has changed.
    """
    per_nummer = {vondst.nummer: vondst for vondst in vondsten}
    teksten: dict[str, str] = {}
    plekken: list[str] = []
    problemen: list[Probleem] = []
    for nummer in dict.fromkeys(nummers):
        vondst = per_nummer.get(nummer)
        if vondst is None:
            problemen.append(probleem("review-nummer-onbekend", nummer=nummer, laatste=len(vondsten)))
            continue
        try:
            plekken.append(_neem_een(vondst, teksten, wortel))
        except Fout as fout:
            problemen += fout.problemen
    problemen += [] if problemen else _proza(teksten, wortel)
    if problemen:
        raise Fout(problemen)
    _schrijf(teksten, wortel)
    return tuple(plekken)


def _schrijf(teksten: dict[str, str], wortel: Path) -> None:
    """Each chapter whole: beside it first, then in its place. Raises Fout when that cannot be; then none has changed."""
    nieuw = {wortel / pad: (wortel / pad).with_name(f".{PurePosixPath(pad).name}.nieuw") for pad in teksten}
    try:
        for tekst, ernaast in zip(teksten.values(), nieuw.values(), strict=True):
            ernaast.write_text(tekst, encoding="utf-8", newline="")
        for pad, ernaast in nieuw.items():
            ernaast.replace(pad)
    except OSError as fout:
        for ernaast in nieuw.values():
            ernaast.unlink(missing_ok=True)
        raise Fout([probleem("uitvoer-onschrijfbaar", pad=wortel, melding=waarom_niet(fout))]) from fout


def _neem_een(vondst: Vondst, teksten: dict[str, str], wortel: Path) -> str:
    """Change the text of the chapter of one find, in `teksten`; gives its place. Raises Fout when that cannot be."""
    if vondst.gevolg == "vraag":
        raise _niet(vondst, "review-getal", aan="; ".join(vondst.aan))
    if vondst.gevolg != "over te nemen" or vondst.alinea is None or not vondst.alinea.herkomst:
        raise _niet(vondst, "review-niet-over-te-nemen", waarom=vondst.waarom or "dit is geen wijziging van tekst in een hoofdstuk")
    bestand = vondst.alinea.herkomst[0].bestand
    if bestand not in teksten:
        teksten[bestand] = _lees(vondst, bestand, wortel)
    regels = teksten[bestand].split("\n")
    eerste, laatste = _waar(vondst, vondst.alinea, regels)
    regel = "\n".join(regels[eerste:laatste])
    voor, bron, na = _cel(vondst.alinea, regel) if vondst.alinea.soort == "cel" else ("", regel, "")
    nieuw = _gewijzigd(vondst, vondst.alinea, bron)
    teksten[bestand] = "\n".join([*regels[:eerste], *f"{voor}{nieuw}{na}".split("\n"), *regels[laatste:]])
    return f"{bestand}:{eerste + bron[: _eerste_verschil(bron, nieuw)].count(chr(10)) + 1}"


def _cel(alinea: Alinea, regel: str) -> tuple[str, str, str]:
    """The row of a table around the cell that is most like the paragraph: what is before it, the cell, what is after it."""
    delen = _CELGRENS.split(regel)
    kans = [SequenceMatcher(None, zichtbaar(deel).tekst, _gedacht(alinea)).ratio() for deel in delen]
    beste = kans.index(max(kans))
    return "".join(delen[:beste]), delen[beste], "".join(delen[beste + 1 :])


def _lees(vondst: Vondst, bestand: str, wortel: Path) -> str:
    try:
        return (wortel / bestand).read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        raise _niet(vondst, "review-bron-anders") from None


def _waar(vondst: Vondst, alinea: Alinea, regels: Sequence[str]) -> tuple[int, int]:
    """The lines (from 0, the last not included) that hold the paragraph now: where it stood, else where the text is most alike."""
    nummers = [vanaf.regel for vanaf in alinea.herkomst if vanaf.bestand == alinea.herkomst[0].bestand]
    begin, eind = min(nummers) - 1, max(nummers)
    if regels[begin : begin + 1] and regels[begin].lstrip().startswith("```"):
        raise _niet(vondst, "review-niet-over-te-nemen", waarom="deze tekst wordt door code gemaakt")
    lang = eind - begin
    plekken = sorted(range(max(1, len(regels) - lang + 1)), key=lambda plek: abs(plek - begin))
    gezocht = set(_gedacht(alinea).split())

    def deel(plek: int) -> float:
        woorden = set(zichtbaar("\n".join(regels[plek : plek + lang])).tekst.split())
        return len(gezocht & woorden) / max(1, len(gezocht | woorden))

    beste = begin if deel(begin) >= _GELIJKEND else max(plekken, key=deel)
    if deel(beste) < _GELIJKEND:
        raise _niet(vondst, "review-bron-anders")
    return beste, beste + lang


def _gedacht(alinea: Alinea) -> str:
    """The paragraph with one sign for each thing that is computed."""
    return "".join(TEKEN if deel.bron else deel.tekst for deel in alinea.delen if deel.bron != "nummer").strip()


def _gewijzigd(vondst: Vondst, alinea: Alinea, bron: str) -> str:
    """The source with the change in it. Raises Fout when its words are not there as they were, or markup stands in between."""
    begin, eind = _in_gedacht(alinea, vondst.begin), _in_gedacht(alinea, vondst.begin + len(vondst.weg))
    nu = zichtbaar(bron)
    anders = verschillen(_gedacht(alinea), nu.tekst)
    if _is_al_zo(vondst, begin, eind, anders):
        raise _niet(vondst, "review-al-overgenomen")
    plek = _overgezet(begin, eind, anders)
    if plek is None or nu.tekst[slice(*plek)].translate(_RECHT) != vondst.weg.translate(_RECHT):
        raise _niet(vondst, "review-bron-anders")
    stuk = nu.bron(*plek)
    if stuk is None:
        raise _niet(vondst, "review-opmaak-ertussen")
    nieuw = bron[: stuk[0]] + _als_bron(vondst.erbij) + bron[stuk[1] :]
    _eis_zelfde_code(vondst, bron, nieuw, nu, plek)
    return nieuw


_RECHT: Final = str.maketrans({"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u202f": " "})


def _in_gedacht(alinea: Alinea, teken: int) -> int:
    """A place in the text of a paragraph as one in the text with a sign for each computed thing."""
    plaats = 0
    for begin, eind, deel in alinea.met_plaatsen():
        if teken <= begin:
            break
        if not deel.bron:
            plaats += min(teken, eind) - begin
        elif deel.bron != "nummer":
            plaats += 1
    tekst = "".join(TEKEN if deel.bron else deel.tekst for deel in alinea.delen if deel.bron != "nummer")
    return plaats - (len(tekst) - len(tekst.lstrip()))


def _overgezet(begin: int, eind: int, anders: Sequence[Verschil]) -> tuple[int, int] | None:
    """A piece of the text as it was, in the text as it is now; None when that changed there."""
    verschuiving = 0
    for v in anders:
        if v.begin >= eind and not (v.begin == v.eind == begin == eind):
            break
        if v.eind > begin or v.begin == v.eind == begin == eind:
            return None
        verschuiving += len(v.erbij) - (v.eind - v.begin)
    return begin + verschuiving, eind + verschuiving


def _is_al_zo(vondst: Vondst, begin: int, eind: int, anders: Sequence[Verschil]) -> bool:
    return any(begin <= v.begin and v.eind <= eind and v.erbij.strip() and v.erbij.strip() in vondst.erbij for v in anders) or any(
        (v.begin, v.eind, v.erbij) == (begin, eind, vondst.erbij) for v in anders
    )


def _als_bron(tekst: str) -> str:
    """Typed words as Markdown that reads as them."""
    return _BIJZONDER.sub(lambda m: f"\\{m[0]}", tekst.translate(_RECHT).replace("\n", " ").replace("\t", " "))


def _eis_zelfde_code(vondst: Vondst, bron: str, nieuw: str, nu: Zichtbaar, plek: tuple[int, int]) -> None:
    """Raises Fout unless the change is the only one: what is computed is as it was, and the text reads as the reviewer wrote it."""
    zou = f"{nu.tekst[: plek[0]]}{vondst.erbij}{nu.tekst[plek[1] :]}"
    daarna = zichtbaar(nieuw).tekst
    if bron.count("`") != nieuw.count("`") or " ".join(daarna.translate(_RECHT).split()) != " ".join(zou.translate(_RECHT).split()):
        raise _niet(vondst, "review-opmaak-ertussen")


def _proza(teksten: dict[str, str], wortel: Path) -> Iterator[Probleem]:
    """What the checks of prose say of the chapters with the changes in them, and did not say of them before."""
    glossarium = lees_glossarium(wortel / "glossary.yml")
    for pad in teksten:
        with tempfile.TemporaryDirectory(prefix="mpp-") as map_:
            for naam in lees_qmd(wortel, pad).bronnen:
                (Path(map_) / naam).parent.mkdir(parents=True, exist_ok=True)
                (Path(map_) / naam).write_text(teksten.get(naam) or (wortel / naam).read_text("utf-8"), encoding="utf-8", newline="")
            eerst = {str(replace(p, regel=None)) for p in controleer(lees_qmd(wortel, pad), glossarium)}
            yield from (p for p in controleer(lees_qmd(Path(map_), pad), glossarium) if str(replace(p, regel=None)) not in eerst)


def _eerste_verschil(een: str, ander: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b), min(len(een), len(ander)))


def _niet(vondst: Vondst, code: str, **gegevens: Any) -> Fout:
    return Fout([probleem(code, **vondst.vindplaats, nummer=vondst.nummer, wat=vondst.wat, **gegevens)])
