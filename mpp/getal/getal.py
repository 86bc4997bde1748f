"""A number that knows what it is, how it is rounded and where it comes from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final

from mpp.problemen import Fout, probleem
from mpp.weergave.afronding import eenheid_verschil, getoond, rond, stap
from mpp.weergave.opmaak import opmaak

_APOSTROF = "\N{RIGHT SINGLE QUOTATION MARK}"  # as Markdown sets it in the text around it
VERVALLEN: Final = "<!-- feit van een andere editie -->"
"""What stands where a fact is not told; the filter `feiten.lua` takes it out with the space beside it and what it leaves empty."""
_IN_MARKDOWN = str.maketrans({"|": "&#124;", "`": "&#96;"})  # what would end the cell of a table, or the HTML


class InTekst(ABC):
    """Something that can stand in a text: as Markdown in a chapter, as HTML in a template, never as a bare string."""

    klassen: tuple[str, ...]

    @property
    @abstractmethod
    def tekst(self) -> str:
        """What the reader sees."""

    @property
    @abstractmethod
    def kenmerken(self) -> Mapping[str, str]:
        """The attributes that tell the origin."""

    def _repr_markdown_(self) -> str:
        """As HTML, which Markdown passes on as it is: of a span with attributes the reading takes three times as long."""
        return f"`{self.__html__().translate(_IN_MARKDOWN)}`{{=html}}"

    def __html__(self) -> str:
        kenmerken = {("value" if n == "waarde" else f"data-{n}"): w for n, w in self.kenmerken.items()}
        lijst = "".join(f' {naam}="{escape(waarde)}"' for naam, waarde in kenmerken.items())
        element = "data" if "value" in kenmerken else "span"
        tekst = escape(self.tekst).replace("&#x27;", _APOSTROF)
        return f'<{element} class="{" ".join(self.klassen)}"{lijst}>{tekst}</{element}>'

    def __str__(self) -> str:
        raise TypeError("a number enters a text through its own markup, never as a bare string")


@dataclass(frozen=True)
class Getal(InTekst):
    """A value with unit, rounding step and origin.

    `bron` names what it rests on (`indicator:coa.bezetting`, `parameter:…`, `realisatie:…`, `prognose:…`),
    `sleutel` which of it (`2024|medio`); for a computed number `bron` is the formula over both. `fijnst` is the finest step
    that it may be shown at, nought for any; unless given that is `op`. Raises Fout when `op` is finer.
    """

    waarde: float
    eenheid: str
    op: float
    bron: str
    sleutel: str = ""
    fijnst: float | None = field(default=None, compare=False, repr=False)

    klassen = ("getal",)

    def __post_init__(self) -> None:
        self.eis(self.op)

    @property
    def grens(self) -> float:
        """The finest step that it may be shown at."""
        return self.op if self.fijnst is None else self.fijnst

    def eis(self, op: float) -> None:
        """Raises Fout when a step is finer than this number may be shown at."""
        if op < self.grens:
            raise Fout([probleem("getal-te-fijn", bron=self.herkomst, op=f"{op:g}", fijnst=f"{self.grens:g}")])

    @property
    def tekst(self) -> str:
        """The number as it is displayed."""
        return opmaak(self.waarde, self.eenheid, self.op)

    @property
    def kenmerken(self) -> Mapping[str, str]:
        """Value as it is shown, origin, key and rounding step: no file says more of a number than its text does."""
        return {"waarde": getoond(self.waarde, self.op), "bron": self.bron, "sleutel": self.sleutel, "afronding": f"{self.op:g}"}

    @property
    def afgerond(self) -> float:
        """The value as displayed, as a number."""
        return float(rond(self.waarde, self.op))

    @property
    def herkomst(self) -> str:
        """Origin and key as one term of a formula."""
        return f"{self.bron}[{self.sleutel}]" if self.sleutel else f"({self.bron})"

    def __add__(self, ander: Getal) -> Getal:
        return self._samen(ander, "+", self.waarde + ander.waarde, self._zelfde(ander))

    def __sub__(self, ander: Getal) -> Getal:
        return self._samen(ander, "-", self.waarde - ander.waarde, eenheid_verschil(self._zelfde(ander)))

    def __truediv__(self, ander: Getal) -> Getal:
        grens = stap("factor") if self.grens or ander.grens else 0.0
        bron = f"{self.herkomst} / {ander.herkomst}"
        return Getal(self.waarde / ander.waarde, "factor", stap("factor"), bron, fijnst=grens)

    def __abs__(self) -> Getal:
        return Getal(abs(self.waarde), self.eenheid, self.op, f"abs {self.herkomst}", fijnst=self.grens)

    def met(self, *, eenheid: str | None = None, op: float | None = None) -> Getal:
        """The same number shown in another unit or rounding. Raises Fout for a rounding that is too fine."""
        grens = stap(eenheid) if self.grens and eenheid not in (None, self.eenheid) else self.grens
        return Getal(self.waarde, eenheid or self.eenheid, op or self.op, self.bron, self.sleutel, grens)

    def _zelfde(self, ander: Getal) -> str:
        if self.eenheid != ander.eenheid:
            raise TypeError(f"{self.eenheid} and {ander.eenheid} cannot be added or subtracted")
        return self.eenheid

    def _samen(self, ander: Getal, teken: str, waarde: float, eenheid: str) -> Getal:
        bron, grens = f"{self.herkomst} {teken} {ander.herkomst}", max(self.grens, ander.grens)
        return Getal(waarde, eenheid, max(self.op, ander.op), bron, fijnst=grens)


@dataclass(frozen=True)
class Woord(InTekst):
    """A word or phrase that follows from numbers: hoger, ruim 67.000, bijna 2 keer zo veel.

    `op` is the rounding step of the number that it speaks of.
    """

    woorden: str
    waarde: float
    bron: str
    op: float = 1.0

    klassen = ("getal", "woord")

    @property
    def tekst(self) -> str:
        """The words themselves."""
        return self.woorden

    @property
    def kenmerken(self) -> Mapping[str, str]:
        """The number the word speaks of, no finer than the numbers beside it, its origin and rounding step."""
        return {"waarde": getoond(self.waarde, self.op), "bron": self.bron, "afronding": f"{self.op:g}"}


@dataclass(frozen=True)
class Naam(InTekst):
    """A name or date with digits in it that comes from the edition: MPP 2023-1, 2024, 1 januari 2023.

    So is a text from another file than the document's own: its digits are not of the hand that wrote the document.
    """

    naam: str
    bron: str

    klassen = ("naam",)

    @property
    def tekst(self) -> str:
        """The name itself."""
        return self.naam

    @property
    def kenmerken(self) -> Mapping[str, str]:
        """Where the name comes from."""
        return {"bron": self.bron}


@dataclass(frozen=True)
class Vervallen(InTekst):
    """The place of what this edition does not say, as a fact of another one: nothing."""

    klassen = ()

    @property
    def tekst(self) -> str:
        """Nothing."""
        return ""

    @property
    def kenmerken(self) -> Mapping[str, str]:
        """None."""
        return {}

    def _repr_markdown_(self) -> str:
        return f"`{VERVALLEN}`{{=html}}"

    def __html__(self) -> str:
        return ""


@dataclass(frozen=True)
class Zinsdeel(InTekst):
    """Numbers and words that stand together as one part of a sentence, each with its own origin."""

    delen: tuple[InTekst | str, ...]

    klassen = ("zinsdeel",)

    @property
    def tekst(self) -> str:
        """The whole as it is read."""
        return "".join(deel if isinstance(deel, str) else deel.tekst for deel in self.delen)

    @property
    def kenmerken(self) -> Mapping[str, str]:
        """None of its own: the parts have theirs."""
        return {}

    def _repr_markdown_(self) -> str:
        return "".join(deel if isinstance(deel, str) else deel._repr_markdown_() for deel in self.delen)

    def __html__(self) -> str:
        return "".join(escape(deel) if isinstance(deel, str) else deel.__html__() for deel in self.delen)


def opgesomd(delen: Sequence[Zinsdeel], tussen: str = ", ", laatste: str = " en ") -> Zinsdeel:
    """Parts of a sentence as a list in it: a, b en c."""
    leden = [*[tussen] * (len(delen) - 2), *[laatste] * (len(delen) > 1), ""]
    return Zinsdeel(tuple(stuk for deel, lid in zip(delen, leden, strict=False) for stuk in (*deel.delen, lid) if stuk != ""))
