"""The texts of communications: one YAML file, every text under a name, filled in and checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from lxml import html
from markupsafe import Markup

from mpp.getal.getal import InTekst, Vervallen
from mpp.getal.plaatshouders import vul_tekst
from mpp.glossarium import Glossarium
from mpp.lezen import Blok, Rij, lees
from mpp.parameters import Parameterset
from mpp.problemen import Fout, Probleem, lijkt_op, probleem
from mpp.render.vergissingen import vreemde_tekens

_PLAATSHOUDER = re.compile(r"\{\{.*?\}\}", re.S)


class Teksten:
    """The texts of a document by name (`pagina_1.titel`, `vragen.0.vraag`), with the problems met in them.

    A layout asks for each text by its name; what it did not ask for, and what it asked for in vain, are problems.
    With `tak` they are only what stands under that key of the file. Those under `vergelijkt` are about numbers that stand beside
    them: there nothing is claimed without being computed, with a number in the sentence or without.
    """

    def __init__(
        self, pad: Path, getallen: Mapping[str, InTekst], glossarium: Glossarium, ps: Parameterset, tak: str = "", vergelijkt: str = ""
    ):
        self._ps = ps
        self.bestand = f"{pad.parent.name}/{pad.name}"
        self._getallen, self._glossarium, self._vergelijkt = getallen, glossarium, vergelijkt
        boom = lees(pad, naam=self.bestand)
        boom = boom.get(tak) if tak and isinstance(boom, Blok) else boom
        self._bron = pad.read_text(encoding="utf-8").splitlines()
        self.regels: dict[str, int] = {}
        self._takken: dict[str, int] = {}
        self._rijen: dict[str, int] = {}
        self._ruw: dict[str, Any] = {}
        self._plat(boom if isinstance(boom, Blok) else Blok(), "", 1)
        self._gevuld: dict[str, Markup] = {}
        self._problemen: list[Probleem] = []

    def _plat(self, tak: Any, naam: str, regel: int) -> None:
        """Note every text below `tak` under its full name."""
        self._takken[naam] = regel
        if isinstance(tak, Blok):
            for sleutel, waarde in tak.items():
                self._plat(waarde, f"{naam}.{sleutel}" if naam else sleutel, tak.regels[sleutel])
        elif isinstance(tak, Rij):
            over = [(waarde, nummer) for waarde, nummer in zip(tak, tak.regels, strict=True) if not self._is_weg(waarde)]
            self._rijen[naam] = len(over)
            for i, (waarde, nummer) in enumerate(over):
                self._plat(waarde, f"{naam}.{i}", nummer or regel)
        else:
            self._ruw[naam], self.regels[naam] = tak, regel

    def __call__(self, naam: str) -> Markup:
        """The text called `naam` with its numbers filled in, as HTML; empty when something is wrong with it."""
        if naam not in self._gevuld:
            self._gevuld[naam] = Markup("")
            try:
                self._gevuld[naam] = self._vul(naam)
            except Fout as fout:
                self._problemen += [self._op_de_regel(p) for p in fout.problemen]
        return self._gevuld[naam]

    def aantal(self, naam: str) -> int:
        """How many items the list called `naam` has; none when it is not there, which is a problem."""
        if naam not in self._rijen:
            self._problemen.append(self._ontbreekt(naam))
        return self._rijen.get(naam, 0)

    def laat_weg(self, tak: str) -> None:
        """Count what stands under `tak` as asked for, and show none of it: this edition has no reason to say it.

        A name that does not exist and a typed number in it are problems as everywhere.
        """
        for naam in [n for n in self._ruw if n == tak or n.startswith(f"{tak}.")]:
            self(naam)
            self._gevuld[naam] = Markup("")

    def _is_weg(self, tekst: Any) -> bool:
        """Whether a text is no more than facts of another edition."""
        namen = [m.strip("{} ") for m in _PLAATSHOUDER.findall(tekst)] if isinstance(tekst, str) else []
        return bool(namen) and not _PLAATSHOUDER.sub("", tekst).strip() and all(isinstance(self._getallen.get(n), Vervallen) for n in namen)

    def _ontbreekt(self, naam: str) -> Probleem:
        """That there is no such text, at the line of what it should stand under."""
        boven = naam
        while boven and boven not in self._takken:
            boven = boven.rpartition(".")[0]
        return probleem("tekst-ontbreekt", bestand=self.bestand, regel=self._takken[boven], sleutel=naam)

    def namen(self, naam: str) -> list[str]:
        """The list called `naam` as bare names (of indicators, of notes), which are no texts themselves."""
        delen = [f"{naam}.{i}" for i in range(self.aantal(naam))]
        self._gevuld |= dict.fromkeys(delen, Markup(""))
        return [str(self._ruw.get(deel)) for deel in delen]

    def _vul(self, naam: str) -> Markup:
        if naam not in self._ruw:
            raise Fout([self._ontbreekt(naam)])
        tekst, regel = self._ruw[naam], self.regels[naam]
        if not isinstance(tekst, str) or not tekst.strip():
            raise Fout([probleem("tekst-leeg", bestand=self.bestand, regel=regel, sleutel=naam)])
        self._problemen += [
            self._op_de_regel(probleem("afkorting-onbekend", bestand=self.bestand, regel=regel, afkorting=afkorting))
            for afkorting in self._glossarium.onbekend(_PLAATSHOUDER.sub(" ", tekst))
        ]
        self._problemen += [
            probleem("teken-vreemd", bestand=self.bestand, regel=regel, waarover=waarover) for waarover in vreemde_tekens(tekst)
        ]
        return vul_tekst(tekst.strip(), self._getallen, bestand=self.bestand, regel=regel, sleutel=naam)

    def _op_de_regel(self, p: Probleem) -> Probleem:
        """`p` with the line of the very word it is about, where its text runs over several lines."""
        woord = next((str(p.gegevens[veld]) for veld in ("naam", "stukje", "afkorting") if veld in p.gegevens), None)
        if woord is None or p.regel is None:
            return p
        eind = min((r for r in self.regels.values() if r > p.regel), default=len(self._bron) + 1)
        regels = range(p.regel, eind)
        return replace(p, regel=next((r for r in regels if woord in self._bron[r - 1]), p.regel))

    @property
    def gemeld(self) -> tuple[Probleem, ...]:
        """What was wrong with the texts that were asked for so far."""
        return tuple(self._problemen)

    def problemen(self) -> Iterator[Probleem]:
        """Everything that is wrong once the layout has asked for all it shows."""
        yield from self._problemen
        yield from self._tegenspraken()
        yield from self._ongezegd()
        yield from self._claims()
        gevraagd = self._gevuld.keys()
        for naam in self._ruw.keys() - gevraagd:
            yield probleem(
                "tekst-ongebruikt",
                bestand=self.bestand,
                regel=self.regels[naam],
                sleutel=naam,
                suggestie=lijkt_op(naam, gevraagd - self._ruw.keys()),
            )

    def _tegenspraken(self) -> Iterator[Probleem]:
        """The numbers that are not of the year, scenario, moment, unit or subject that their text speaks of."""
        from mpp.taal.teksten import tegenspraken_in

        op_volgorde = {naam: str(self._gevuld[naam]) for naam in self._ruw if naam in self._gevuld}
        for sleutel, nummer, fout in tegenspraken_in(op_volgorde):
            plaatshouders = _PLAATSHOUDER.findall(self._ruw[sleutel])
            naam = plaatshouders[min(nummer, len(plaatshouders) - 1)].strip("{} ")  # a fact may hold more than one number
            gegevens = {"sleutel": sleutel, "naam": naam, **fout.gegevens}
            yield self._op_de_regel(probleem("tekst-tegenspraak", bestand=self.bestand, regel=self.regels[sleutel], **gegevens))

    def _ongezegd(self) -> Iterator[Probleem]:
        """The numbers of realisations that leave something out, where the text does not say so."""
        from mpp.taal.voorbehoud import ongezegd

        for namen in self._samen():
            blad = html.fromstring("".join(f'<p id="{naam}">{self._gevuld[naam]}</p>' for naam in namen).join(("<div>", "</div>")))
            for fout in ongezegd(blad, self._ps):
                sleutel = fout.element.xpath("string(ancestor::p/@id)")
                plaatshouders = [m.strip("{} ") for m in _PLAATSHOUDER.findall(self._ruw[sleutel])]
                naam = next((n for n in plaatshouders if fout.gegevens["getal"] in self._getallen[n].tekst), plaatshouders[0])
                gegevens = {**fout.gegevens, "sleutel": sleutel, "naam": naam}
                yield self._op_de_regel(probleem("tekst-voorbehoud", bestand=self.bestand, regel=self.regels[sleutel], **gegevens))

    def _samen(self) -> Iterator[list[str]]:
        """The names of texts that are read together: those of one item, the texts of a list and of a page each by themselves."""
        gevuld = [naam for naam in self._ruw if self._gevuld.get(naam)]
        for tak, namen in groupby(gevuld, key=lambda naam: naam.rpartition(".")[0]):
            samen = list(namen)
            yield from [samen] if tak.rpartition(".")[2].isdigit() else ([naam] for naam in samen)

    def _claims(self) -> Iterator[Probleem]:
        """What a text claims of numbers by typing it: it would stay where it is when they change."""
        from mpp.taal.claims import getypte_claims
        from mpp.taal.teksten import zinnen_van

        for naam, regel in self.regels.items():
            overal = bool(self._vergelijkt) and naam.startswith(f"{self._vergelijkt}.")
            for zin in zinnen_van(str(self._gevuld.get(naam, ""))):
                for claim in getypte_claims(zin, ook_los=True, overal=overal):
                    yield probleem("tekst-claim-getypt", bestand=self.bestand, regel=regel, sleutel=naam, claim=claim)

    def ruw(self) -> Iterator[str]:
        """Every text as written, with the names that its placeholders stand for filled in as bare words."""
        for tekst in self._ruw.values():
            if isinstance(tekst, str):
                yield _PLAATSHOUDER.sub(self._kaal, tekst)

    def _kaal(self, treffer: re.Match[str]) -> str:
        getal = self._getallen.get(treffer.group().strip("{} "))
        return getal.tekst if getal is not None else ""
