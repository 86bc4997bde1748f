"""From documents to what is handed over: their state, the package, the manifest, and writing it all whole or not at all."""
