"""Asking the organisations for their consent: a form for each, and what comes back of it."""
