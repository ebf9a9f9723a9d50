"""Asking the graph: SPARQL that only reads, within limits, over a built folder, a file or an endpoint."""
