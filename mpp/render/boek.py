"""The book: every chapter made (in parallel, or from the cache), with references that cross chapters resolved."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from itertools import count
from pathlib import Path, PurePosixPath

from markupsafe import Markup, escape

from mpp.problemen import Fout, Probleem
from mpp.render import cache, feitteksten, labels, subset
from mpp.render.draaier.spoor import Spoor
from mpp.render.hoofdstuk import Gemaakt, maak_in_vork, maak_met_kern
from mpp.render.nabewerking import Kop
from mpp.render.project import Project, lees_project
from mpp.render.qmd import Qmd, Regel, lees_qmd
from mpp.render.vindplaats import vindplaats
from mpp.render.vorken import in_vorken, kan_vorken
from mpp.ronde.risicos import risicos
from mpp.uitkomsten import Uitkomsten

_VERWIJZING = re.compile(r'<a href="#([\w-]+)" class="verwijzing"( data-kaal="1")?>(.*?)\?@\1</a>')
_LABELADRES = re.compile(r'href="#((?:fig|tbl|sec)-[\w-]+)"')
_ID = re.compile(r'(\s(?:id|aria-labelledby)="|href="#)([^"]+)"')
_EINDE = re.compile(r"\b(?:_?exit|quit|abort|kill)\(")
_QMDADRES = re.compile(r'href="([^":#]+\.qmd)(#[\w-]*)?"')


@dataclass(frozen=True)
class Hoofdstuk:
    """A chapter of the book: source path, name (of its page), and what was made of it."""

    pad: str
    gemaakt: Gemaakt

    @property
    def naam(self) -> str:
        """The file name without extension, also that of its page."""
        return PurePosixPath(self.pad).stem

    @property
    def is_bijlage(self) -> bool:
        """Whether it is an appendix: those have a letter."""
        return self.koppen[0].nummer.isalpha()

    @property
    def is_genummerd(self) -> bool:
        """Whether the chapter has a number or a letter."""
        return bool(self.koppen[0].nummer)

    @property
    def koppen(self) -> tuple[Kop, ...]:
        """Its headings, the chapter's own first."""
        return self.gemaakt.koppen

    def koptekst(self, label: str) -> str:
        """The heading with this label as others name it in full: "3.4 Eerdere edities", "Bijlage C — Vergelijking"."""
        kop = next(k for k in self.koppen if k.id == label)
        nummer = f"Bijlage\u00a0{kop.nummer} — " if self.is_bijlage and kop.niveau == 1 else f"{kop.nummer}\u00a0"
        return f"{nummer}{escape(Markup(kop.titel).striptags())}"

    def met_eigen_ids(self) -> Hoofdstuk:
        """The same chapter, each id that is not a label with the chapter's name before it."""

        def eigen(id: str) -> str:
            return id if is_label(id) else f"{self.naam}-{id}"

        koppen = tuple(replace(kop, id=eigen(kop.id)) for kop in self.koppen)
        html = _ID.sub(lambda m: f'{m[1]}{eigen(m[2])}"', self.gemaakt.html)
        return replace(self, gemaakt=replace(self.gemaakt, id=koppen[0].id, html=html, koppen=koppen))


@dataclass(frozen=True)
class Boek:
    """Chapters in order, and where each label stands (label to chapter name)."""

    titel: str
    ondertitel: str
    hoofdstukken: tuple[Hoofdstuk, ...]

    def plaatsen(self) -> Mapping[str, Hoofdstuk]:
        """The chapter each label and each source path stands in."""
        ids = ((id, h) for h in self.hoofdstukken for id in (*h.gemaakt.aanduidingen, *(kop.id for kop in h.koppen)))
        return {**{id: h for id, h in ids if is_label(id)}, **{h.pad: h for h in self.hoofdstukken}}

    def met_eigen_ids(self) -> Boek:
        """The same book with every id unique in all of it: labels are, others get the chapter's name before them."""
        return replace(self, hoofdstukken=tuple(h.met_eigen_ids() for h in self.hoofdstukken))

    def beelden(self) -> dict[str, bytes]:
        """Every image of the book by name."""
        return {naam: inhoud for h in self.hoofdstukken for naam, inhoud in h.gemaakt.beelden.items()}

    def html(self, hoofdstuk: Hoofdstuk, adres: Callable[[Hoofdstuk, str], str]) -> str:
        """The chapter's HTML with references filled in; `adres(chapter, label)` is where a label is to be found.

        From a chapter without a number a section is named in full, as Quarto does.
        """
        plaatsen = self.plaatsen()

        def verwijs(m: re.Match[str]) -> str:
            doel = plaatsen[m[1]]
            if m[1].startswith("sec-") and not hoofdstuk.is_genummerd:
                tekst = doel.koptekst(m[1])
            else:
                aanduiding = doel.gemaakt.aanduidingen[m[1]]
                tekst = aanduiding.rpartition("\u00a0")[2] if m[2] else aanduiding
            return f'<a href="{adres(doel, m[1])}" class="verwijzing">{m[3]}{tekst}</a>'

        def label(m: re.Match[str]) -> str:
            return f'href="{adres(plaatsen[m[1]], m[1])}"' if m[1] in plaatsen else m[0]

        def qmd(m: re.Match[str]) -> str:
            return f'href="{adres(plaatsen[_bronpad(hoofdstuk, m[1])], (m[2] or "").lstrip("#"))}"'

        html = _LABELADRES.sub(label, _VERWIJZING.sub(verwijs, hoofdstuk.gemaakt.html))
        return _QMDADRES.sub(qmd, html)


def is_label(id: str) -> bool:
    """Whether an id is a label: unique in the book, and to be referred to."""
    return id.startswith(("fig-", "tbl-", "sec-"))


def maak_boek(u: Uitkomsten, *, bewaard: bool = True) -> Boek:
    """The book of the project of the results `u`; `bewaard` uses and fills the cache.

    Raises Fout with every problem of the sources and every problem met while running the chapters that can be run.
    """
    wortel = u.ps.wortel
    project = lees_project(wortel)
    try:
        qmds = _lees_alle(project)
    except Fout as fout:
        raise Fout([*fout.problemen, *_bij_het_draaien(project, u)]) from None
    nummers = _nummers(qmds, project)
    gemeen = cache.gemeen(project, f"{u.ps.hash} {u.ps.akkoorden.hash}") if bewaard else ""
    sleutels = {q.pad: cache.sleutel(q, project, nummers[q.pad], gemeen) for q in qmds} if bewaard else {}
    gemaakt = {q.pad: g for q in qmds if bewaard and (g := cache.lees(wortel, q, sleutels[q.pad]))}
    rest = [q for q in qmds if q.pad not in gemaakt]
    if len(rest) > 1:
        _bereid(u)
    problemen: list[Probleem] = []
    for qmd, (nieuw, fouten) in zip(rest, _maak_alle(rest, project, nummers, u), strict=True):
        problemen += fouten
        gemaakt[qmd.pad] = nieuw
        if bewaard and not fouten:
            cache.bewaar(wortel, qmd, sleutels[qmd.pad], nieuw)
    boek = Boek(project.titel, project.ondertitel, tuple(Hoofdstuk(q.pad, gemaakt[q.pad]) for q in qmds))
    if not problemen:
        problemen = _verwijsproblemen(boek, qmds)
    if problemen:
        raise Fout(problemen)
    return boek


def _bereid(u: Uitkomsten) -> None:
    """Compute once what more than one chapter asks for, so that the processes that are forked after find it."""
    with suppress(Fout):  # the chapter that asks for the register tells what is wrong in it
        if gevallen := [risico.wijzigingen for risico in risicos(u.ps)]:
            u.wat_als.reken(gevallen)
            _ = u.met_trekkingen  # for the bands beside the scenarios


def controleer_bronnen(wortel: Path) -> Project:
    """The project in `wortel`, its sources checked and none run. Raises Fout with every problem that shows in them."""
    project = lees_project(wortel)
    _lees_alle(project)
    return project


def _lees_alle(project: Project) -> list[Qmd]:
    qmds: list[Qmd] = []
    problemen: list[Probleem] = []
    for pad in project.bestanden:
        try:
            qmds.append(lees_qmd(project.wortel, pad))
        except Fout as fout:
            problemen += fout.problemen
    for qmd in qmds:
        problemen += subset.controleer(qmd)
    problemen += feitteksten.buiten_deelverzameling(project.wortel)
    problemen += labels.controleer_koppelingen(qmds, project.bestanden)
    if len(qmds) == len(project.bestanden):
        problemen += labels.controleer_labels(qmds)
    if problemen:
        raise Fout(problemen)
    return qmds


def _bij_het_draaien(project: Project, u: Uitkomsten) -> list[Probleem]:
    """What goes wrong in running the chapters that can be read and keep to the subset, though others do not."""
    qmds: list[Qmd] = []
    for pad in project.bestanden:
        with suppress(Fout):
            qmd = lees_qmd(project.wortel, pad)
            qmds += [] if subset.controleer(qmd) else [qmd]
    nummers = dict.fromkeys((qmd.pad for qmd in qmds), "")
    return [p for _, problemen in _maak_alle(qmds, project, nummers, u) for p in problemen]


def _nummers(qmds: list[Qmd], project: Project) -> dict[str, str]:
    """The number of each chapter ("1"), the letter of each appendix ("A"); empty for one without."""
    nummers, tellers = {}, {True: count(1), False: count(1)}
    for qmd in qmds:
        bijlage = qmd.pad in project.bijlagen
        volgende = next(tellers[bijlage]) if labels.is_genummerd(qmd) else 0
        nummers[qmd.pad] = (chr(ord("A") + volgende - 1) if bijlage else str(volgende)) if volgende else ""
    return nummers


def _maak_alle(qmds: list[Qmd], project: Project, nummers: Mapping[str, str], u: Uitkomsten) -> list[tuple[Gemaakt, list[Probleem]]]:
    if not qmds:
        return []
    if not kan_vorken():
        return [maak_met_kern(q, project, nummers[q.pad], u) for q in qmds]
    _laad_vooraf()
    zwaarste_eerst = sorted(qmds, key=lambda q: _zwaarte(q, project), reverse=True)
    sporen = {q.pad: Spoor() for q in qmds}
    taken = {q.pad: partial(maak_in_vork, q, project, nummers[q.pad], u, sporen[q.pad]) for q in zwaarste_eerst}
    per_pad = {q.pad: q for q in qmds}
    intussen = _laad_tekenaar if any(map(_tekent, qmds)) else None
    gevolg = in_vorken(taken, intussen=intussen, anders=lambda pad: (Gemaakt(), [_weggevallen(per_pad[pad], sporen[pad])]))
    return [gevolg[q.pad] for q in qmds]


def _weggevallen(qmd: Qmd, spoor: Spoor) -> Probleem:
    """Code of the chapter ended its process: at the cell or expression that ran, in a cell at the line that names an exit."""
    bestand, nummer = spoor.laatste() or (qmd.pad, 1)
    cel = next((cel for cel in qmd.cellen() if (cel.hekregel.bestand, cel.hekregel.nummer) == (bestand, nummer)), None)
    regel = next((r for r in cel.code if _EINDE.search(r.tekst)), None) if cel else None
    return (regel or Regel("", bestand, nummer)).probleem("cel-gestopt")


def _zwaarte(qmd: Qmd, project: Project) -> tuple[bool, int]:
    """What takes longest: the tables of the appendices, which need no charts loaded, then the longest text."""
    lengte = sum(len(regel.tekst) for regel in qmd.tekstregels())
    return qmd.pad in project.bijlagen and not _tekent(qmd), lengte


def _tekent(qmd: Qmd) -> bool:
    return bool(qmd.regel_met("figuur("))


def _laad_vooraf() -> None:
    """Import once what every fork would."""
    import mpp.hoofdstuk
    import mpp.render.draaier.schil  # noqa: F401


def _laad_tekenaar() -> None:
    """Import once what every fork with a chart would; forks without need not wait for it."""
    import matplotlib.backends.backend_svg
    import matplotlib.figure  # noqa: F401


def _verwijsproblemen(boek: Boek, qmds: list[Qmd]) -> list[Probleem]:
    """References to a label that has no number and links to a chapter that is not there, those that code wrote included."""
    plaatsen = boek.plaatsen()
    aanduidingen = {label for h in boek.hoofdstukken for label in h.gemaakt.aanduidingen}
    problemen = []
    for hoofdstuk, qmd in zip(boek.hoofdstukken, qmds, strict=True):
        for label in sorted({m[1] for m in _VERWIJZING.finditer(hoofdstuk.gemaakt.html)} - aanduidingen):
            regel = qmd.regel_met(f"@{label}") or vindplaats(qmd, label)
            problemen.append(regel.probleem("verwijzing-ongenummerd", label=label))
        for adres in sorted({m[1] for m in _QMDADRES.finditer(hoofdstuk.gemaakt.html)}):
            if _bronpad(hoofdstuk, adres) not in plaatsen:
                problemen.append(vindplaats(qmd, adres).probleem("koppeling-onbekend", adres=adres))
    return problemen


def _bronpad(hoofdstuk: Hoofdstuk, adres: str) -> str:
    """The source path that a link in a chapter names."""
    return os.path.normpath(PurePosixPath(hoofdstuk.pad).parent / adres)
