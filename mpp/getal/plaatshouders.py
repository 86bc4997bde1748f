"""Named numbers for the texts of communications, and the texts they are filled into.

APM declares the numbers in `getallen.yml`; the texts name them between double braces. A text can hold no
expression and no typed number, so that a number cannot be mistyped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from mpp.getal import cijfers, eerdere_prognoses, prognosecijfers, telwoorden, woorden
from mpp.getal.getal import Getal, InTekst
from mpp.getal.getypt import getypt
from mpp.getal.voorbehoud import zonder
from mpp.getal.woordenschat import gebonden
from mpp.lezen import Blok, lees
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.prognose.prognose import KWANTIELEN
from mpp.uitkomsten import Uitkomsten, indicator

_PLAATSHOUDER = re.compile(r"\{\{(.*?)\}\}", re.S)
_NAAM = re.compile(r"[a-z][a-z0-9_]*")
_EROMHEEN = "voor het jaar ervoor of het laatste jaar"

#: Kinds of named numbers that rest on other named numbers: key -> how many, and what makes it.
_UIT_ANDERE: dict[str, tuple[int, Callable[..., InTekst]]] = {
    "verschil": (2, woorden.verschil),
    "aandeel": (2, woorden.aandeel),
    "groei": (2, woorden.groei),
    "keer": (2, woorden.keer),
    "hoger_lager": (2, woorden.hoger_lager),
    "hoger_lager_dan": (2, woorden.hoger_lager_dan),
    "ligging": (3, woorden.ligging),
    "meer_minder": (2, woorden.meer_minder),
    "stijgt_daalt": (2, woorden.stijgt_daalt),
    "stijging_daling": (2, woorden.stijging_daling),
    "ongeveer": (1, woorden.ongeveer),
    "een_op": (1, telwoorden.een_op),
    "van_de": (1, telwoorden.van_de),
}
#: Kinds that rest on the edition itself: key -> the further keys it takes.
_UIT_EDITIE: dict[str, frozenset[str]] = {
    "indicator": frozenset({"jaar", "scenario", "op"}),
    "parameter": frozenset({"jaar", "periode", "op"}),
    "realisatie": frozenset({"jaar", "moment", "op"}),
    "gepubliceerd": frozenset({"jaar", "scenario", "op"}),
    "feit": frozenset(),
    "zonder": frozenset({"jaar"}),
    "kans_boven": frozenset({"jaar"}),
    "kans_onder": frozenset({"jaar"}),
    "kans_interval": frozenset(),
    "prognose": frozenset({"jaar", "vooraf"}),
    "gekomen": frozenset(),
    "eerdere_prognoses": frozenset(),
}


def lees_getallen(pad: Path, u: Uitkomsten) -> dict[str, InTekst]:
    """Every named number of the file `pad`, computed for the results `u`, with the names of the edition beside them.

    The edition gives `editie`, `editie_voluit`, `verklaring`, `vorige_editie`, `peildatum`, `rekenbegin`, `begindag`, `vastgesteld`,
    `jaar_0` (the last realised year), `jaar_1` and so on, and `jaar_laatste`. Raises Fout with every problem, each with its line.
    """
    boom = lees(pad)
    return maak_getallen(boom if isinstance(boom, Blok) else Blok(), f"{pad.parent.name}/{pad.name}", u)


def maak_getallen(boom: Blok, bestand: str, u: Uitkomsten, andere: Mapping[str, Uitkomsten] | None = None) -> dict[str, InTekst]:
    """The same for numbers read before from `bestand`; with `van: naam` a number is one of the `andere` results."""
    return _Lezer(boom, bestand, u, andere or {}).alle()


class _Lezer:
    def __init__(self, boom: Blok, bestand: str, u: Uitkomsten, andere: Mapping[str, Uitkomsten]):
        self.boom, self.bestand, self.u, self.andere = boom, bestand, u, andere
        self.klaar: dict[str, InTekst] = {
            "editie": cijfers.editie(u=u),
            "editie_voluit": cijfers.editie_voluit(u=u),
            "verklaring": cijfers.verklaring(u=u),
            "vorige_editie": cijfers.vorige_editie(u=u),
            "peildatum": cijfers.peildatum(u=u),
            "rekenbegin": cijfers.rekenbegin(u=u),
            "begindag": cijfers.begindag(u=u),
            "vastgesteld": cijfers.vastgesteld(u=u),
            **{f"jaar_{i}": cijfers.jaar(i, u=u) for i in range(len(u.jaren) + 1)},
            "jaar_laatste": cijfers.jaar(-1, u=u),
        }
        self.problemen: list[Probleem] = []

    def alle(self) -> dict[str, InTekst]:
        for naam in self.boom:
            try:
                self.maak(naam, ())
            except Fout as fout:
                nieuw = [Probleem(p.code, self.bestand, p.regel or self.boom.regels[naam], p.gegevens) for p in fout.problemen]
                self.problemen += [p for p in nieuw if p not in self.problemen]
        if self.problemen:
            raise Fout(self.problemen)
        return self.klaar

    def maak(self, naam: str, onderweg: tuple[str, ...]) -> InTekst:
        if naam in self.klaar:
            return self.klaar[naam]
        if naam in onderweg:
            raise Fout([probleem("getallen-kringverwijzing", regel=self.boom.regels[naam], kring=" naar ".join((*onderweg, naam)))])
        if naam not in self.boom:
            regel = self.boom.regels[onderweg[-1]]
            raise Fout(
                [probleem("tekst-plaatshouder-onbekend", regel=regel, naam=naam, suggestie=lijkt_op(naam, [*self.boom, *self.klaar]))]
            )
        self.klaar[naam] = self._bereken(naam, onderweg)
        return self.klaar[naam]

    def _bereken(self, naam: str, onderweg: tuple[str, ...]) -> InTekst:
        spec = self.boom[naam]
        soorten = [k for k in spec if k in _UIT_EDITIE or k in _UIT_ANDERE] if isinstance(spec, Blok) else []
        if len(soorten) != 1:
            raise self._onjuist(naam, "er hoort precies een soort bij", "een van: " + ", ".join((*_UIT_EDITIE, *_UIT_ANDERE)))
        soort, van = soorten[0], str(spec.get("van", ""))
        toegestaan = _UIT_EDITIE.get(soort, frozenset({"op"}))
        if self.andere and soort in _UIT_EDITIE:
            toegestaan |= {"van"}
        if vreemd := [k for k in spec if k != soort and k not in toegestaan]:
            raise self._onjuist(naam, f"de sleutel {vreemd[0]} hoort niet bij {soort}", lijkt_op(vreemd[0], toegestaan))
        if van and van not in self.andere:
            raise self._onjuist(naam, f"er zijn geen uitkomsten {van}", lijkt_op(van, self.andere))
        op, u = spec.get("op"), self.andere.get(van, self.u)
        try:
            match soort:
                case "indicator":
                    indicator(spec[soort], "extern")
                    return cijfers.n(spec[soort], self._jaar(naam, spec), spec.get("scenario", "medio"), op=op, u=u)
                case "parameter":
                    return cijfers.p(spec[soort], self._moment(naam, spec, "periode") or "vast", op=op, u=u)
                case "realisatie":
                    return cijfers.r(spec[soort], self._moment(naam, spec, "moment") or spec["moment"], op=op, u=u)
                case "gepubliceerd":
                    return cijfers.g(spec[soort], self._jaar(naam, spec), spec.get("scenario", "medio"), op=op, u=u)
                case "feit":
                    feit: InTekst = gebonden("feit", lambda: u)(spec[soort])
                    return feit
                case "zonder":
                    return zonder(cijfers.r(spec[soort], self._jaar(naam, spec), u=u), u=u)
                case "kans_boven":
                    return cijfers.kans(self._jaar(naam, spec), boven=self._grens(naam, spec[soort], onderweg), u=u)
                case "kans_onder":
                    return cijfers.kans(self._jaar(naam, spec), onder=self._grens(naam, spec[soort], onderweg), u=u)
                case "kans_interval":
                    return prognosecijfers.in_interval(self._jaar(naam, Blok({"jaar": spec[soort]})), u=u)
                case "prognose":
                    wat = self._een_van(naam, spec[soort], prognosecijfers.VAN_JAAR)
                    return prognosecijfers.van_jaar(wat, self._jaar(naam, spec), vooraf=bool(spec.get("vooraf")), u=u)
                case "gekomen":
                    return prognosecijfers.gekomen(self._een_van(naam, spec[soort], prognosecijfers.GEKOMEN), u=u)
                case "eerdere_prognoses":
                    return eerdere_prognoses.aantal(self._een_van(naam, spec[soort], eerdere_prognoses.TELLINGEN), u=u)
        except KeyError as fout:
            raise self._onjuist(naam, f"de sleutel {fout.args[0]} ontbreekt", f"voeg {fout.args[0]} toe") from None
        return self._uit_andere(naam, soort, spec, op, onderweg)

    def _jaar(self, naam: str, spec: Blok) -> int:
        """The year of a number, given by its place in the edition: 1 is the first, 0 the one before it, -1 the last."""
        nummer, aantal = spec["jaar"], len(self.u.jaren)
        if isinstance(nummer, bool) or not isinstance(nummer, int) or not -1 <= nummer <= aantal:
            waarde = "het jaar staat er vast" if isinstance(nummer, int) and nummer > 1000 else "het jaar is geen van die van de editie"
            raise self._onjuist(
                naam, f"{waarde} ({nummer})", f"schrijf 1 tot en met {aantal} voor de jaren van de prognose, 0 of -1 {_EROMHEEN}"
            )
        return self.u.jaren[-1] if nummer == -1 else self.u.jaren[0] + nummer - 1

    def _grens(self, naam: str, grens: str, onderweg: tuple[str, ...]) -> float | str:
        """What a chance is of: a scenario of the edition, or a named number."""
        getal = self.maak(grens, (*onderweg, naam)) if grens in self.boom and grens not in KWANTIELEN else None
        return getal.waarde if isinstance(getal, Getal) else grens

    def _een_van(self, naam: str, wat: object, alle: Sequence[str]) -> Any:
        if wat not in alle:
            raise self._onjuist(naam, f"{wat} bestaat niet", f"kies uit {', '.join(alle)}")
        return wat

    def _moment(self, naam: str, spec: Blok, sleutel: str) -> str | int | None:
        """The period of a parameter or the moment of a realisation: that of a year of the edition, or the one given."""
        if "jaar" not in spec:
            return spec.get(sleutel)
        jaar, reeks = self._jaar(naam, spec), self.u.ps.realisaties.get(spec.get("realisatie", ""))
        return (reeks.moment_van(jaar) if reeks else None) or jaar

    def _uit_andere(self, naam: str, soort: str, spec: Blok, op: float | None, onderweg: tuple[str, ...]) -> InTekst:
        aantal, maak = _UIT_ANDERE[soort]
        namen = spec[soort] if isinstance(spec[soort], list) else [spec[soort]]
        if len(namen) != aantal:
            raise self._onjuist(naam, f"{soort} vraagt {aantal} namen", f"noem {aantal} benoemde getallen")
        delen = [self.maak(str(n), (*onderweg, naam)) for n in namen]
        if not all(isinstance(deel, Getal) for deel in delen):
            raise self._onjuist(
                naam, f"{soort} rust op getallen, niet op woorden of namen", "verwijs naar een indicator, parameter of realisatie"
            )
        try:
            uit = maak(*delen, **({"op": op} if soort == "ongeveer" else {}))
        except TypeError:
            raise self._onjuist(naam, "de getallen hebben verschillende eenheden", "vergelijk getallen met dezelfde eenheid") from None
        except ValueError:
            raise self._onjuist(naam, f"het getal is niet te schrijven als {soort}", "gebruik het getal zelf, als percentage") from None
        return uit.met(op=op) if op and isinstance(uit, Getal) else uit

    def _onjuist(self, naam: str, melding: str, suggestie: str) -> Fout:
        return Fout([probleem("getallen-onjuist", regel=self.boom.regels[naam], naam=naam, melding=melding, suggestie=suggestie)])


def vul_tekst(tekst: str, getallen: Mapping[str, Any], *, bestand: str, regel: int | None, sleutel: str) -> Markup:
    """`tekst` as HTML with every placeholder filled in; all else is escaped.

    Raises Fout for an unknown name, anything but a name between braces, or a typed number; `bestand`,
    `regel` (first line of the text) and `sleutel` say where.
    """
    problemen: list[Probleem] = []
    delen: list[Markup] = []
    eind = 0
    for treffer in _PLAATSHOUDER.finditer(tekst):
        plek = None if regel is None else regel + tekst.count("\n", 0, treffer.start())
        naam = treffer.group(1).strip()
        if not _NAAM.fullmatch(naam):
            problemen.append(probleem("tekst-plaatshouder-onjuist", bestand=bestand, regel=plek, stukje=treffer.group()))
        elif naam not in getallen:
            problemen.append(
                probleem("tekst-plaatshouder-onbekend", bestand=bestand, regel=plek, naam=naam, suggestie=lijkt_op(naam, getallen))
            )
        else:
            delen += [escape(tekst[eind : treffer.start()]), Markup(getallen[naam].__html__())]
        eind = treffer.end()
    delen.append(escape(tekst[eind:]))
    kaal = _PLAATSHOUDER.sub(lambda m: "\n" * m.group().count("\n"), tekst)
    for i, lijn in enumerate(kaal.split("\n")):
        plek = None if regel is None else regel + i
        if cijfers := re.search(r"\S*\d\S*", lijn):
            problemen.append(probleem("tekst-cijfer-getypt", bestand=bestand, regel=plek, sleutel=sleutel, stukje=cijfers.group()))
        if re.search(r"\{\{?|\}\}?|\{%|%\}", lijn):
            problemen.append(probleem("tekst-plaatshouder-onjuist", bestand=bestand, regel=plek, stukje=lijn.strip()))
    for woord in (v for v in getypt(kaal) if not re.search(r"\d", v.tekst)):
        plek = None if regel is None else regel + kaal.count("\n", 0, woord.begin)
        problemen.append(probleem("tekst-cijfer-getypt", bestand=bestand, regel=plek, sleutel=sleutel, stukje=woord.tekst))
    if problemen:
        raise Fout(problemen)
    return Markup("").join(delen)
