"""Why the graph says what it says: facts with their sentences and rules, and what the program sees in a sentence."""
