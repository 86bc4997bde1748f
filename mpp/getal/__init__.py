"""The one way a number enters a document."""

from mpp.getal.begrippentabellen import tabel_afkortingen, tabel_begrippen
from mpp.getal.cijfers import aantal_jaren, editie, g, jaar, kans, n, p, peildatum, r, vastgesteld, vorige_editie
from mpp.getal.getal import Getal, InTekst, Naam, Woord
from mpp.getal.opmaak import datum, opmaak
from mpp.getal.tabel import Tabel
from mpp.getal.tabellen import (
    tabel_bronnen,
    tabel_gepubliceerd,
    tabel_indicatoren,
    tabel_parameters,
)
from mpp.getal.telwoorden import een_op, telwoord, van_de
from mpp.getal.verwijzing import bron, figuur
from mpp.getal.woorden import aandeel, groei, hoger_lager, keer, meer_minder, ongeveer, stijging_daling, stijgt_daalt, verschil

__all__ = [
    "Getal",
    "InTekst",
    "Naam",
    "Tabel",
    "Woord",
    "aandeel",
    "aantal_jaren",
    "bron",
    "datum",
    "editie",
    "een_op",
    "figuur",
    "g",
    "groei",
    "hoger_lager",
    "jaar",
    "kans",
    "keer",
    "meer_minder",
    "n",
    "ongeveer",
    "opmaak",
    "p",
    "peildatum",
    "r",
    "stijging_daling",
    "stijgt_daalt",
    "tabel_afkortingen",
    "tabel_begrippen",
    "tabel_bronnen",
    "tabel_gepubliceerd",
    "tabel_indicatoren",
    "tabel_parameters",
    "telwoord",
    "van_de",
    "vastgesteld",
    "verschil",
    "vorige_editie",
]
