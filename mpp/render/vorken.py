"""Work in forked processes, two at a time: each piece of work isolated, none started afresh."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

T = TypeVar("T")
S = TypeVar("S")


class Weggevallen(RuntimeError):
    """The process of a task ended before it had a result."""


def kan_vorken() -> bool:
    """Whether this system can fork."""
    return hasattr(os, "fork") and "fork" in multiprocessing.get_all_start_methods()


def in_vorken(
    taken: Mapping[str, Callable[[], T]],
    tegelijk: int = 2,
    intussen: Callable[[], None] | None = None,
    anders: Callable[[str], T] | None = None,
) -> dict[str, T]:
    """The result of each task by its name; each runs in a process forked from this one.

    `intussen` is done in this process while the first tasks run: the others find it done.
    An exception in a task is raised here, after the others have ended. For a task whose process falls away `anders`
    gives the result by its name; without it Weggevallen is raised.
    """
    gc.freeze()  # or the first collection in each fork would copy all memory it shares with this process
    try:
        gevolg = _draai(taken, tegelijk, intussen)
    finally:
        gc.unfreeze()
    for naam in taken:
        if anders and isinstance(gevolg[naam], Weggevallen):
            gevolg[naam] = anders(naam)
        if isinstance(gevolg[naam], BaseException):
            raise gevolg[naam]
    return {naam: gevolg[naam] for naam in taken}


def ernaast(taak: Callable[[], T], hier: Callable[[], S]) -> tuple[T, S]:
    """What both give: `taak` in a process forked from this one, `hier` in this process meanwhile; one after the other where none forks.

    An exception in either is raised here. Raises Weggevallen when the process of `taak` falls away.
    """
    if not kan_vorken():
        return taak(), hier()
    gc.freeze()
    hoort, proces = _begin("ernaast", taak)
    try:
        gedaan = hier()
        uit = _hoor(hoort, "ernaast")
    except BaseException:
        proces.terminate()
        raise
    finally:
        proces.join()
        hoort.close()
        gc.unfreeze()
    if isinstance(uit, BaseException):
        raise uit
    return uit, gedaan


def _begin(naam: str, taak: Callable[[], Any]) -> tuple[Connection, Any]:
    """The process of a task, begun, and where its result will come."""
    context = multiprocessing.get_context("fork")
    hier, daar = context.Pipe(duplex=False)
    proces = context.Process(target=_doe, args=(taak, daar), name=naam)
    proces.start()
    daar.close()
    return hier, proces


def _hoor(klaar: Connection, naam: str) -> Any:
    """The result of a task, or the exception it ended with."""
    try:
        return klaar.recv()
    except EOFError:
        return Weggevallen(f"the process of {naam} ended without a result")


def _draai(taken: Mapping[str, Callable[[], T]], tegelijk: int, intussen: Callable[[], None] | None) -> dict[str, Any]:
    """The result of each task, or the exception it ended with."""
    wachtend = list(taken.items())[::-1]
    lopend: dict[Connection, tuple[str, Any]] = {}
    gevolg: dict[str, Any] = {}
    while wachtend or lopend:
        while wachtend and len(lopend) < tegelijk:
            naam, taak = wachtend.pop()
            hier, proces = _begin(naam, taak)
            lopend[hier] = (naam, proces)
        if intussen and wachtend:
            intussen()
            gc.freeze()
            intussen = None
        for klaar in wait(list(lopend)):
            assert isinstance(klaar, Connection)
            naam, proces = lopend.pop(klaar)
            gevolg[naam] = _hoor(klaar, naam)
            klaar.close()
            proces.join()
    return gevolg


def _doe(taak: Callable[[], Any], uit: Connection) -> None:
    try:
        uit.send(taak())
    except Exception as fout:
        fout.add_note("in a forked process")
        uit.send(fout)
    finally:
        uit.close()
