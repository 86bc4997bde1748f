"""Web and e-mail addresses that a reader can reach: whole, on the public internet, and not kept for examples."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

#: Last parts of names that are kept for examples, tests and inner networks (RFC 2606, 6761, 6762, 7686, 8375).
_BESLOTEN: Final = {
    *("arpa", "corp", "example", "home", "internal", "intranet", "invalid"),
    *("lan", "local", "localdomain", "localhost", "onion", "test"),
}
#: Domains that stand for one's own in examples, by the part before the last.
_INVULNAMEN: Final = {
    *("adres", "bedrijf", "bedrijfsnaam", "company", "domain", "domein", "domeinnaam", "dummy", "eigendomein", "example", "foo"),
    *("hostname", "jouwdomein", "jouwsite", "jouworganisatie", "mijndomein", "mijnorganisatie", "mijnsite", "mijnwebsite", "mydomain"),
    *("mysite", "mywebsite", "naam", "name", "organisatie", "organisatienaam", "organisation", "organization", "placeholder", "site"),
    *("test", "todo", "uitgever", "uw-organisatie", "uwdomein", "uworganisatie", "uwsite", "uwwebsite", "voorbeeld", "website", "xxx"),
    *("your-domain", "yourcompany", "yourdomain", "yoursite", "yourwebsite"),
}
#: What stands before the at sign of an address that has not been filled in.
_INVULPOST: Final = {
    *("e-mail", "email", "example", "gebruiker", "jouwnaam", "mail", "naam", "name", "test", "user", "username", "uwnaam"),
    *("voorbeeld", "voornaam", "voornaam.achternaam", "xxx"),
}
_DEEL: Final = r"[^\W_](?:[^\W_]|-)*"
_DOMEIN: Final = re.compile(rf"(?:{_DEEL}\.)+[^\W\d_]{{2,}}")
_POST: Final = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*", re.ASCII)
_KAN_NIET: Final = re.compile(r"[\s<>\"\\^`{|}\[\]\x00-\x1f\x7f]")

_VOORBEELD: Final = "dat is alleen een voorbeeld"
_GEEN_DOMEIN: Final = "na // hoort de naam van een website op het internet, zoals www.rijksoverheid.nl"


def bezwaar_tegen_webadres(adres: str) -> str:
    """Why `adres` is no address of a page that anyone can open, in Dutch; empty when it is one."""
    if not adres.strip():
        return "er staat niets"
    if teken := _KAN_NIET.search(adres):
        return "er staat een spatie of regeleinde in" if teken[0].isspace() else f"er staat een teken in dat daar niet kan: {teken[0]}"
    try:
        delen = urlsplit(adres)
        delen.port  # noqa: B018
    except ValueError:
        return _GEEN_DOMEIN
    if delen.scheme not in ("http", "https"):
        return "een webadres begint met https:// of http://"
    if "@" in delen.netloc:
        return "er staat een naam of wachtwoord in"
    return _bezwaar_tegen_domein(delen.hostname or "", _GEEN_DOMEIN)


def bezwaar_tegen_mailadres(adres: str) -> str:
    """Why `adres` is no e-mail address that can be written to, in Dutch; empty when it is one."""
    if not adres.strip():
        return "er staat niets"
    if re.match(r"mailto:", adres, re.IGNORECASE):
        return "er hoort alleen het adres, zonder mailto:"
    wie, apenstaart, domein = adres.rpartition("@")
    if not apenstaart or not _POST.fullmatch(wie):
        return "een e-mailadres is een naam, een apenstaartje en een domein, zonder spaties"
    if wie.lower() in _INVULPOST:
        return _VOORBEELD
    return _bezwaar_tegen_domein(domein, "na het apenstaartje hoort een domein op het internet, zoals minjenv.nl")


def is_voorbeelddomein(domein: str) -> bool:
    """Whether a domain is kept for examples, or stands for one's own in them: nothing of a publisher is ever found there."""
    *voor, eind = domein.lower().rstrip(".").split(".")
    return eind in _BESLOTEN or not _INVULNAMEN.isdisjoint(voor[-1:]) or not {"example", "voorbeeld"}.isdisjoint(voor)


def _bezwaar_tegen_domein(domein: str, geen: str) -> str:
    if is_voorbeelddomein(domein):
        return _VOORBEELD
    return "" if _DOMEIN.fullmatch(domein) else geen
