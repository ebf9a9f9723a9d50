"""Run every benchmark."""

from __future__ import annotations

import sys

from benchmarks import asking, incremental, language, page

language.main(sys.argv[1:])
page.main()
asking.main()
incremental.main(sys.argv[1:])
