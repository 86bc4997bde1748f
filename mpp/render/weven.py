"""Weaving: the Markdown of a chapter with the results of its code in place, each line knowing its source line."""

from __future__ import annotations

import ast
import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from mpp.problemen import Probleem, lijkt_op
from mpp.render.codecellen import SHORTCODE
from mpp.render.draaier import Draaier, Mislukt, Stroom, Vertoning
from mpp.render.nabewerking import beeldnaam
from mpp.render.project import Project
from mpp.render.qmd import Cel, Qmd, Regel, Tekst, hek_na
from mpp.render.subset import INLINE

_IN_TEKST = re.compile(f"(?P<inline>{INLINE.pattern})|(?P<kort>{SHORTCODE.pattern})")
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)[^\n]*?(?<!`)\1(?!`)(?!\{=html\})")
_DATA_URI = re.compile(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)")
_MARKDOWN_TEKENS = re.compile(r"([\\`*_{}\[\]()>#+,\-.!])")  # those Quarto escapes in a plain str
_NIET_VEILIG = re.compile(r"[<$@~^|&\\]")  # those Quarto leaves as they are; a backslash it escapes twice


@dataclass
class Weefsel:
    """The woven Markdown, the source line of each of its lines, its images (name to bytes) and its problems."""

    regels: list[str] = field(default_factory=lambda: [""])
    herkomst: list[Regel | None] = field(default_factory=lambda: [None])
    beelden: dict[str, bytes] = field(default_factory=dict)
    problemen: list[Probleem] = field(default_factory=list)

    @property
    def tekst(self) -> str:
        """The woven Markdown."""
        return "\n".join(self.regels) + "\n"

    def schrijf(self, tekst: str, regel: Regel) -> None:
        """Append `tekst` that comes from source line `regel`."""
        eerste, *rest = tekst.split("\n")
        self.regels[-1] += eerste
        self.herkomst[-1] = self.herkomst[-1] or regel
        self.regels += rest
        self.herkomst += [regel] * len(rest)

    def nieuwe_regel(self) -> None:
        """End the line."""
        self.regels.append("")
        self.herkomst.append(None)

    def blok(self, tekst: str, regel: Regel) -> None:
        """Append `tekst` as a block of its own."""
        self.schrijf("\n" + tekst + "\n\n", regel)

    def bewaar_beelden(self, markdown: str) -> str:
        """`markdown` with each SVG given as data URI replaced by the name of a file in `beelden`."""
        return _DATA_URI.sub(lambda m: self.bewaar(base64.b64decode(m[1])), markdown)

    def bewaar(self, svg: bytes) -> str:
        """Keep an SVG and give its file name, which follows from its content."""
        naam = beeldnaam(svg, ".svg")
        self.beelden[naam] = svg
        return naam

    def bron_van(self, nummer: int) -> Regel | None:
        """The source line of woven line `nummer` (from 1)."""
        return self.herkomst[nummer - 1] if 0 < nummer <= len(self.herkomst) else None

    def tekstregels(self) -> Iterator[tuple[int, str]]:
        """Every woven line outside code blocks, with its number (from 1)."""
        hek: str | None = None
        for nummer, tekst in enumerate(self.regels, start=1):
            hek = hek_na(hek, tekst)
            if not hek:
                yield nummer, tekst

    def plaats_van(self, naald: str) -> int | None:
        """The number (from 1) of the first woven line with `naald` as it is, outside code and no backslash before it; else None.

        A single sign must stand on its own.
        """
        vorm = re.escape(naald) if len(naald) > 1 else rf"(?<!\S){re.escape(naald)}(?!\S)"
        patroon = re.compile(rf"(?<!\\){vorm}")
        return next((nummer for nummer, tekst in self.tekstregels() if patroon.search(_CODE.sub("", tekst.expandtabs(4)))), None)


def weef(qmd: Qmd, project: Project, draaier: Draaier) -> Weefsel:
    """Run the chapter and weave it. Never raises Mislukt: problems are in the result, all of them."""
    weefsel = Weefsel()
    stuk = False
    if titel := qmd.kop.get("title"):
        weefsel.blok(f"# {titel}", Regel(titel, qmd.pad, qmd.kopregels["title"]))
    for deel in qmd.delen:
        if isinstance(deel, Tekst):
            _weef_tekst(weefsel, deel, qmd, project, draaier, stuk)
        elif not stuk:
            try:
                _weef_cel(weefsel, deel, project, draaier)
            except Mislukt as fout:
                weefsel.problemen += fout.problemen
                stuk = True
    return weefsel


def _weef_tekst(weefsel: Weefsel, deel: Tekst, qmd: Qmd, project: Project, draaier: Draaier, stuk: bool) -> None:
    """Text with expressions and shortcodes filled in; after a failed cell (`stuk`) nothing is computed any more."""
    bron = "\n".join(regel.tekst for regel in deel.regels)
    positie, nummer = 0, 0
    for m in _IN_TEKST.finditer(bron):
        nummer = _kopieer(weefsel, deel, bron[positie : m.start()], nummer)
        regel = deel.regels[nummer]
        if m["inline"]:
            if not stuk:
                weefsel.schrijf(_inline(weefsel, m[3].strip(), regel, draaier), regel)
        else:
            weefsel.schrijf(_shortcode(weefsel, m[5], m[6], regel, qmd, project), regel)
        nummer += m[0].count("\n")
        positie = m.end()
    _kopieer(weefsel, deel, bron[positie:], nummer)
    weefsel.nieuwe_regel()


def _kopieer(weefsel: Weefsel, deel: Tekst, tekst: str, nummer: int) -> int:
    for i, stuk in enumerate(tekst.split("\n")):
        if i:
            weefsel.nieuwe_regel()
            nummer += 1
        weefsel.schrijf(stuk, deel.regels[nummer])
    return nummer


def _inline(weefsel: Weefsel, uitdrukking: str, regel: Regel, draaier: Draaier) -> str:
    try:
        vormen = draaier.uitdrukking(uitdrukking, regel).vormen
    except Mislukt as fout:
        weefsel.problemen += fout.problemen
        return ""
    markdown = vormen.get("text/markdown")
    if markdown is not None:
        if not markdown.strip():
            weefsel.problemen.append(regel.probleem("inline-leeg", uitdrukking=uitdrukking))
        return weefsel.bewaar_beelden(markdown)
    tekst, code = _platte_tekst(vormen.get("text/plain", "None"))
    if code:
        weefsel.problemen.append(regel.probleem(code, uitdrukking=uitdrukking, waarde=vormen.get("text/plain", "")[:40]))
    return _MARKDOWN_TEKENS.sub(r"\\\1", tekst)


def _platte_tekst(weergave: str) -> tuple[str, str]:
    """The str behind a repr, and the code of the problem when it may not stand in a text."""
    try:
        waarde: Any = ast.literal_eval(re.sub(r"^(?:np|numpy)\.\w+\((.*)\)$", r"\1", weergave))
    except (ValueError, SyntaxError):
        return "", "inline-geen-tekst"
    if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
        return "", "inline-kaal-getal"
    if waarde is None or waarde == "":
        return "", "inline-leeg"
    if not isinstance(waarde, str):
        return "", "inline-geen-tekst"
    if not waarde.isprintable() or weergave.strip("'\"") != waarde.strip("'\"") or _NIET_VEILIG.search(waarde):
        return "", "inline-opmaak"  # Quarto shows the repr without its quotes
    return waarde, ""


def _shortcode(weefsel: Weefsel, naam: str, argument: str, regel: Regel, qmd: Qmd, project: Project) -> str:
    if naam == "pagebreak":
        return "::: {.pagina-einde}\n:::"
    tabel = project.variabelen if naam == "var" else qmd.kop
    waarde = _opzoeken(tabel, argument)
    if waarde is None:
        code = "var-onbekend" if naam == "var" else "meta-onbekend"
        weefsel.problemen.append(regel.probleem(code, naam=argument, lijkt_op=lijkt_op(argument, tabel)))
        return ""
    return str(waarde)


def _opzoeken(tabel: Mapping[str, Any], naam: str) -> Any:
    waarde: Any = tabel
    for stap in naam.split("."):
        waarde = waarde.get(stap) if isinstance(waarde, Mapping) else None
    return None if isinstance(waarde, (Mapping, list)) else waarde


def _weef_cel(weefsel: Weefsel, cel: Cel, project: Project, draaier: Draaier) -> None:
    optie = cel.opties.get
    uit = draaier.cel(cel) if optie("eval", True) else []
    zichtbaar = optie("include", True)
    if zichtbaar and optie("echo", project.echo):
        weefsel.blok("```{.python .cell-code}\n" + cel.broncode + "\n```", cel.hekregel)
    blokken = [blok for stuk in uit if (blok := _uitvoer(weefsel, stuk, cel, project))]
    if optie("output") == "asis" and _aaneen(uit):
        weefsel.problemen.append(cel.hekregel.probleem("cel-aaneen"))
    label = str(optie("label", ""))
    is_float = label.startswith(("fig-", "tbl-"))
    if is_float and not blokken and not weefsel.problemen:
        weefsel.problemen.append(cel.hekregel.probleem("cel-toont-niets", label=label))
    if not zichtbaar or optie("output", True) is False or not blokken:
        return
    inhoud = "\n\n".join(blokken)
    if is_float:
        bijschrift = optie("fig-cap" if label.startswith("fig-") else "tbl-cap", "")
        inhoud = f"::: {{#{label}}}\n{inhoud}\n\n{bijschrift}\n:::"
    weefsel.blok(inhoud, cel.hekregel)


def _aaneen(uit: list[Stroom | Vertoning]) -> bool:
    """Whether what a cell prints as it is and what it shows stand without a blank line between: Quarto makes one text of it."""
    for vorige, volgende in pairwise(uit):
        begin = isinstance(volgende, Stroom) and volgende.tekst.startswith("\n")
        eind = isinstance(vorige, Stroom) and vorige.tekst.endswith("\n\n")
        if isinstance(vorige, Stroom) != isinstance(volgende, Stroom) and not begin and not eind:
            return True
    return False


def _uitvoer(weefsel: Weefsel, stuk: Stroom | Vertoning, cel: Cel, project: Project) -> str:
    """One output of a cell as Markdown; what no reader may see becomes a problem."""
    getoond = cel.opties.get("include", True) and cel.opties.get("output", True) is not False
    if isinstance(stuk, Stroom):
        if stuk.naam == "stderr":
            if cel.opties.get("warning", project.warning):
                weefsel.problemen.append(cel.hekregel.probleem("cel-waarschuwing", melding=_laatste_regel(stuk.tekst)))
            return ""
        if cel.opties.get("output") == "asis":
            return weefsel.bewaar_beelden(stuk.tekst)
        return "```{.cell-output}\n" + stuk.tekst.rstrip("\n") + "\n```" if stuk.tekst.strip() else ""
    if "text/markdown" in stuk.vormen:
        return weefsel.bewaar_beelden(stuk.vormen["text/markdown"])
    if "image/svg+xml" in stuk.vormen:
        alt = str(cel.opties.get("fig-alt", "")).replace("\\", "\\\\").replace('"', '\\"')
        return f'![]({weefsel.bewaar(stuk.vormen["image/svg+xml"].encode())}){{fig-alt="{alt}"}}'
    if getoond:
        soort = "text/html" if "text/html" in stuk.vormen else "text/plain"
        weefsel.problemen.append(cel.hekregel.probleem("cel-uitvoer", soort=soort))
    return ""


def _laatste_regel(tekst: str) -> str:
    return (tekst.strip().splitlines() or [""])[-1][:120]
