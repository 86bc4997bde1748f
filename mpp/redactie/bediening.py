"""Opening and closing the desk."""

from __future__ import annotations

import socket
from contextlib import suppress
from functools import partial
from typing import Final

from mpp.problemen import Fout, lijkt_op, probleem

POORT: Final = 8765


def voorvertoning(document: str, poort: int = POORT) -> None:
    """Show `document` in the browser and make it again at every save, until Ctrl-C.

    Only this machine can see it. Raises Fout in no project, for a document that cannot be shown and a port that is in use.
    """
    from mpp.documenten.document import DOCUMENTEN
    from mpp.projectmap import Projectmap
    from mpp.redactie.bureau import Bureau
    from mpp.redactie.maker import maak
    from mpp.redactie.server import ADRES, Server
    from mpp.varianten import namen

    project = Projectmap.hier()
    project.eis_parameters()
    alle = (*(d.naam for d in DOCUMENTEN.values() if d.toonbaar), *namen(project.wortel))
    if document not in alle:
        raise Fout([probleem("voorvertoning-document", document=document, alle=", ".join(alle), suggestie=lijkt_op(document, alle))])
    deur = _deur(ADRES, poort)
    server = Server(Bureau(document, partial(maak, document, project)), project.wortel)
    print(f"{document} staat op http://{ADRES}:{deur.getsockname()[1]}/ - stoppen met Ctrl-C")
    with deur, suppress(KeyboardInterrupt):
        server.run(sockets=[deur])


def _deur(adres: str, poort: int) -> socket.socket:
    deur = socket.socket()
    deur.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        deur.bind((adres, poort))
        deur.listen()
    except OSError:
        deur.close()
        raise Fout([probleem("voorvertoning-poort", poort=poort)]) from None
    return deur
