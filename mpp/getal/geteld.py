"""What is counted: the words behind a number that say of what there are so many.

What this house counts or measures in is known by its name, the last part of a compound being enough (opvanglocaties); people by
the ending of the word (verzorgers). Anything else of which there are a few in a sentence is of the text itself or of the
institutions it speaks of (drie scenario's, twee directies), of which nobody makes a prognosis.
"""

from __future__ import annotations

from typing import Final

EENHEID: Final = r"miljoen|miljard|mln\.?|mld\.?|euro|procent|procentpunt(?:en)?|promille|fte|uur|ton"
"""Units that never stand behind a year."""

_GEBEURTENISSEN: Final = (
    r"\w*(?:aanvragen|beslissingen|beschikkingen|meldingen|verzoeken|besluiten|uitspraken|vonnissen|veroordelingen|zittingen|overdrachten|"
    r"registraties|vertrekken|uitzettingen|plaatsingen|aanhoudingen|staandehoudingen|inbewaringstellingen|hervestigingen|huisvestingen|"
    r"inwilligingen|afwijzingen|intrekkingen|verleningen|toekenningen|herenigingen|beroepen|bezwaren|naturalisaties|vergunningen|"
    r"gehoren|controles|aangiften|vluchten)"
)
_MENSEN: Final = (
    r"(?!bewinds)\w*(?:personen|mensen|pupillen|vreemdelingen|vluchtelingen|leerlingen|ontheemden|migranten|kinderen|jongeren|bewoners|"
    r"gezinnen|huishoudens|gedetineerden|studenten|vertrekkers|medewerkers|ambtenaren|tolken|rechters|zoekers|houders|reizigers|"
    r"gezinsleden|familieleden|voogden|statelozen|asielkinderen|veiligelanders)|amv(?:['’]s)?"
)
_DINGEN: Final = (
    r"(?!oor|hoofd|bij)\w*(?:zaken|dossiers|plekken|plaatsen|woningen|locaties|bedden|schepen)|(?-i:kamers)|visa|"
    r"\w*(?:jaren|maanden|weken|dagen|kwartalen)|halfjaren|jaar"
)
GETELD: Final = rf"{EENHEID}|{_GEBEURTENISSEN}|{_MENSEN}|{_DINGEN}"
"""What the documents count, and in which units."""

_VERLEDEN_TIJD: Final = (
    r"(?:ken|tel|zorg|leid|eindig|toon|volg|maak|haal|daal|piek|start|bepaal|vorm|noem|meld|behandel|beteken|bereik|gebruik|eis)[dt]e"
)
BIJVOEGLIJK: Final = rf"(?:(?!(?:{_VERLEDEN_TIJD})\b)(?:meer|minder|extra|open|eigen|\w+[^\Waeiou]e|\w+[io]ge?) ){{0,3}}"
"""The adjectives, three at most, between a number and what is counted; not the verb of a year (2023 kende minder aanvragen)."""

_GEEN_MEERVOUD: Final = (
    r"als|is|was|een|geen|anderen|alleen|anders|binnen|boven|buiten|dagelijks|dus|eens|elders|even(?:eens)?|ge\w+en|immers|intussen|jaarlijks|"
    r"jegens|langs|maandelijks|meteen|nergens|onlangs|overigens|samen|sinds|slechts|soms|steeds|tegen|tegens|telkens|ten|tenminste|tenslotte|tevens|"
    r"thans|tijdens|trouwens|tussen|vervolgens|volgens|wegens|wekelijks|zoals|zijn|waren|worden|werden|hebben|hadden|kunnen|konden|"
    r"zullen|zouden|moeten|moesten|mogen|mochten|willen|gaan|gingen|komen|kwamen|staan|stonden|vallen|vielen|liggen|lagen|hangen|lopen|"
    r"liepen|blijven|bleven|verschillen|krijgen|kregen|ontvingen|laten|vingen|dwingen|dringen|springen|tellen|dalen|stijgen|open|eigen"
)
"""Words that end as a plural does and are none: adverbs, prepositions, participles, verbs."""

VAN_DE_TEKST: Final = (
    r"\w*(?:scenario[’']s|varianten|domeinen|soorten|producten|oorzaken|redenen|groepen|stromen|sporen|organisaties|partners|"
    r"eigenschappen|vormen|stappen|delen|dingen|kolommen|rijen|tabellen|figuren|grafieken|graphics|beelden|kaarten|hoofdstukken|"
    r"paragrafen|bijlagen|vragen|antwoorden|punten|kanten|zijden|manieren|wijzen|helften|rond(?:es|en)|doel(?:en|stellingen)|kansen|"
    r"edities|modellen|methoden?s?|bronnen|factoren|categorieën|typen|types|niveaus|momenten|period(?:en|es)|fasen?s?|procedures|"
    r"regelingen|regels|wetten|artikelen|verdragen|maatregelen|voorwaarden|criteria|eisen|aannam(?:es|en)|veronderstellingen|"
    r"beperkingen|kanttekeningen|onzekerheden|risico[’']s|gevolgen|effecten|verschillen|overeenkomsten|conclusies|aanbevelingen|"
    r"voorbeelden|begrippen|definities|termen|betekenissen|woorden|zinnen|alinea[’']s|taken|rollen|functies|ministeries|"
    r"departementen|ministers|staatssecretarissen|bewindspersonen|bewindslieden|partijen|instanties|diensten|instellingen|landen|"
    r"lidstaten|provincies|commissies|grenzen|lijnen|kleuren|balken|vlakken|assen|getallen|cijfers|indicatoren|parameters|waarden|"
    r"reeksen|uitkomsten|richtingen|uitersten|benaderingen|berekeningen|metingen|ramingen|prognoses|schattingen|opties|"
    r"mogelijkheden|keuzen?s?|alternatieven|invalshoeken|pijlers|thema[’']s|onderwerpen|terreinen|trajecten|routes|wegen|processen|"
    r"systemen|bestanden|instrumenten|rapporten|rapportages|publicaties|brieven|moties|lagen|blokken|kaders|bouwstenen|sleutels|"
    r"namen|kwesties|gevallen|ontwikkelingen|veranderingen|wijzigingen|verklaringen|opmerkingen|uitzonderingen)"
)
"""What a text, a model or an institution has so many of, of which nobody makes a prognosis."""

_BEPAALD: Final = (
    "de", "deze", "die", "alle", "beide", "onze", "hun", "haar", "zijn", "eerste", "laatste", "andere", "overige", "volgende", "genoemde",
)  # fmt: skip
ONBEPAALD: Final = "".join(rf"(?<!\b{woord} )" for woord in _BEPAALD)
"""No article or the like before it: with one, a number in words points back at what was named (de twee stromen)."""

_WEL: Final = rf"(?!(?:{_GEEN_MEERVOUD}|{VAN_DE_TEKST})\b)[^\W\d_]"
_GEEN_MENSEN: Final = (
    r"\w*(?:meters|nummers|letters|filters|computers|servers|clusters|registers|papers|folders|pijlers|vensters|anders|kamers)"
)
MENSEN: Final = rf"(?!{_GEEN_MENSEN}\b){_WEL}{{2,}}(?:ers|aars|eurs|isten)"
"""People, by the ending of the word."""
MEERVOUD: Final = rf"{_WEL}{{2,}}(?:en|s)"
"""A plural, by its form."""
ZEKER_MEERVOUD: Final = rf"(?:{MENSEN}|{_WEL}+(?:ingen|heden|teiten))"
"""The same where a verb in the plural could stand as well: with an ending that no verb has."""
