"""The colours of every chart, by what they mean.

Source: STYLE.md of the design, where contrast on white and the distance under colour-blindness were computed.
"""

INKT, BRUIN, BLAUW, OKER, LILA = "#0b2f62", "#713704", "#385ca6", "#a16c12", "#9184e5"
TEKST, STIL, REST, LIJN, VLAK = "#1c2127", "#565e68", "#b9c0c8", "#d9dce1", "#f4f6f8"

REALISATIE = INKT
MEDIO = BLAUW
BAND, BANDRAND = "#d7dff0", "#8fa4d0"
KANSBANDEN = {0.95: "#e3e9f5", 0.75: "#c3d0ea", 0.5: "#9db1dc"}
"""The band in which an outcome falls with this probability, widest first."""
PROCEDURE, VERGUNNINGHOUDERS, VERTREK = BLAUW, OKER, BRUIN

BLAUWTINT, OKERTINT, BRUINTINT = "#c9d5ec", "#ead8b7", "#d9c6b6"
"""Light areas of the same meaning, never with text on them that needs contrast."""


def leesbaar(kleur: str) -> str:
    """The colour for words that belong to something drawn in `kleur`: lila and the greys are too light for text."""
    return TEKST if kleur in (LILA, REST) else kleur
