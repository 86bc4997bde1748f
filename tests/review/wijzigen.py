"""Writing in a Word document as a reviewer does: comments, and changes that Word keeps or does not keep."""

from __future__ import annotations

import copy
import io
import zipfile
from itertools import count

from lxml import etree

from tests.word.proef import NS, W, tekst

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_nummers = count(9000)


class Document:
    """A document that is changed: its text, its notes, and the comments that are put to it."""

    def __init__(self, inhoud: bytes):
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            self.delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
        self.tekst = etree.fromstring(self.delen["word/document.xml"])
        self.noten = etree.fromstring(self.delen["word/footnotes.xml"])
        self.opmerkingen = etree.Element(f"{W}comments", nsmap=NS)
        self.draden = etree.Element(f"{{{_W15}}}commentsEx")

    def alinea(self, met: str):
        """The paragraph that is these words, else the last that holds them: the contents come first."""
        alle = [p for wortel in (self.noten, self.tekst) for p in wortel.iter(f"{W}p") if met in tekst(p)]
        return next((p for p in reversed(alle) if tekst(p) == met), alle[-1])

    def run(self, woorden: str, in_alinea: str = ""):
        """The words as a run of their own."""
        for r in self.alinea(in_alinea or woorden).iter(f"{W}r"):
            t = r.find("w:t", NS)
            if t is None or woorden not in t.text:
                continue
            voor, _, na = t.text.partition(woorden)
            for inhoud, plek in ((voor, r.addprevious), (na, r.addnext)):
                if inhoud:
                    ander = copy.deepcopy(r)
                    _zet(ander.find("w:t", NS), inhoud)
                    plek(ander)
            _zet(t, woorden)
            return r
        raise LookupError(woorden)

    def weg(self, woorden: str, in_alinea: str = "", wie: str = "Jansen", hoe: str = "del"):
        """Words that go while Word keeps track."""
        run = self.run(woorden, in_alinea)
        spoor = _spoor(hoe, wie)
        run.addprevious(spoor)
        for t in run.findall("w:t", NS):
            t.tag = f"{W}delText"
        spoor.append(run)
        return spoor

    def erbij(self, na, nieuw: str, wie: str = "Jansen", hoe: str = "ins"):
        """Words that come behind an element while Word keeps track."""
        spoor = _spoor(hoe, wie)
        spoor.append(_run(nieuw))
        na.addnext(spoor)
        return spoor

    def vervang(self, oud: str, nieuw: str, in_alinea: str = "", wie: str = "Jansen"):
        """One for the other, while Word keeps track."""
        return self.erbij(self.weg(oud, in_alinea, wie), nieuw, wie)

    def typ(self, oud: str, nieuw: str, in_alinea: str = ""):
        """One for the other, while Word does not keep track."""
        _zet(self.run(oud, in_alinea).find("w:t", NS), nieuw)

    def opmerking(self, woorden: str, wat: str, wie: str = "Pieters", op: int | None = None, in_alinea: str = "") -> int:
        """A comment on these words; `op` is the comment that it answers."""
        nummer = len(self.opmerkingen)
        run = self.run(woorden, in_alinea)
        begin, eind, verwijzing = (etree.Element(f"{W}{n}") for n in ("commentRangeStart", "commentRangeEnd", "r"))
        for element in (begin, eind):
            element.set(f"{W}id", str(nummer))
        etree.SubElement(verwijzing, f"{W}commentReference").set(f"{W}id", str(nummer))
        run.addprevious(begin)
        run.addnext(eind)
        eind.addnext(verwijzing)
        opmerking = etree.SubElement(self.opmerkingen, f"{W}comment")
        for naam, waarde in (("id", nummer), ("author", wie), ("date", "2023-05-02T09:30:00Z")):
            opmerking.set(f"{W}{naam}", str(waarde))
        alinea = etree.SubElement(opmerking, f"{W}p")
        alinea.set(f"{{{_W14}}}paraId", f"{nummer + 1:08X}")
        alinea.append(_run(wat))
        draad = etree.SubElement(self.draden, f"{{{_W15}}}commentEx")
        draad.set(f"{{{_W15}}}paraId", f"{nummer + 1:08X}")
        if op is not None:
            draad.set(f"{{{_W15}}}paraIdParent", f"{op + 1:08X}")
        return nummer

    def bewaar(self) -> bytes:
        """The document as it is sent back."""
        delen = {
            **self.delen,
            "word/document.xml": etree.tostring(self.tekst),
            "word/footnotes.xml": etree.tostring(self.noten),
            "word/comments.xml": etree.tostring(self.opmerkingen),
            "word/commentsExtended.xml": etree.tostring(self.draden),
        }
        uit = io.BytesIO()
        with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
            for naam, inhoud in delen.items():
                zip_.writestr(naam, inhoud)
        return uit.getvalue()

    def met_relaties(self) -> bytes:
        """The same with the comments among the relations, as a word processor asks."""
        relaties = self.delen["word/_rels/document.xml.rels"].decode()
        soort = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        self.delen["word/_rels/document.xml.rels"] = relaties.replace(
            "</Relationships>", f'<Relationship Id="opm" Type="{soort}" Target="comments.xml"/></Relationships>'
        ).encode()
        typen = self.delen["[Content_Types].xml"].decode()
        word = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
        self.delen["[Content_Types].xml"] = typen.replace(
            "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{word}"/></Types>'
        ).encode()
        return self.bewaar()


def merk(element, hoe: str, wie: str = "Jansen"):
    """A mark of a change, in the properties of a run, paragraph or row."""
    spoor = _spoor(hoe, wie)
    element.append(spoor)
    return spoor


def _spoor(hoe: str, wie: str):
    spoor = etree.Element(f"{W}{hoe}")
    for naam, waarde in (("id", next(_nummers)), ("author", wie), ("date", "2023-05-01T10:00:00Z")):
        spoor.set(f"{W}{naam}", str(waarde))
    return spoor


def _run(inhoud: str):
    run = etree.Element(f"{W}r")
    _zet(etree.SubElement(run, f"{W}t"), inhoud)
    return run


def _zet(t, inhoud: str) -> None:
    t.text = inhoud
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
