"""Readers of sources, one module a format: each yields articles and, for what gave none, the reason."""
