"""Providers of language models on this machine: they speak the published protocols, and misbehave in every way that was imagined."""
