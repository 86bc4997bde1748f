"""The one way a number enters a document."""

from mpp.getal.akkoorden import met_akkoord, tabel_akkoorden
from mpp.getal.begrippentabellen import tabel_afkortingen, tabel_begrippen
from mpp.getal.cijfers import aantal_jaren, editie, g, jaar, kans, n, p, peildatum, r, vastgesteld, vorige_editie
from mpp.getal.getal import Getal, InTekst, Naam, Woord, Zinsdeel
from mpp.getal.opmaak import datum, opmaak
from mpp.getal.scenarios import in_scenarios
from mpp.getal.tabel import Tabel
from mpp.getal.tabellen import (
    tabel_bronnen,
    tabel_gepubliceerd,
    tabel_indicatoren,
    tabel_parameters,
)
from mpp.getal.telwoorden import een_op, telwoord, van_de
from mpp.getal.verwijzing import bron, figuur
from mpp.getal.woorden import (
    aandeel,
    groei,
    hoger_lager,
    hoger_lager_dan,
    keer,
    ligging,
    meer_minder,
    met_teken,
    ongeveer,
    stijging_daling,
    stijgt_daalt,
    verandering,
    verschil,
)

__all__ = [
    "Getal",
    "InTekst",
    "Naam",
    "Tabel",
    "Woord",
    "Zinsdeel",
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
    "hoger_lager_dan",
    "in_scenarios",
    "jaar",
    "kans",
    "keer",
    "ligging",
    "meer_minder",
    "met_akkoord",
    "met_teken",
    "n",
    "ongeveer",
    "opmaak",
    "p",
    "peildatum",
    "r",
    "stijging_daling",
    "stijgt_daalt",
    "tabel_afkortingen",
    "tabel_akkoorden",
    "tabel_begrippen",
    "tabel_bronnen",
    "tabel_gepubliceerd",
    "tabel_indicatoren",
    "tabel_parameters",
    "telwoord",
    "van_de",
    "vastgesteld",
    "verandering",
    "verschil",
    "vorige_editie",
]
