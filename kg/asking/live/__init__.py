"""What the network page asks of ``kg serve`` where its file does not hold the whole graph."""
