"""The folder in which a build keeps what it remembers, inside its output."""

STATE = ".khabar"
