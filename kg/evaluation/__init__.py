"""How good the facts are: gold facts against found ones, with intervals and the errors by name."""
