"""Run every benchmark."""

from __future__ import annotations

import sys

from benchmarks import language

language.main(sys.argv[1:])
