"""`make fuzz`: any bytes, guided by the code that they reach, for so many seconds; a traceback or a hang ends the run.

The inputs begin with the annotated articles and with pieces of the genre. A text that breaks something is left in
`.fuzz/` beside the corpus that the run has found.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["ansinh"]):
    from ansinh.auditing.auditing import audit
    from ansinh.errors import ArticleError
    from ansinh.records import records
    from ansinh.relating import extract_text

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / ".fuzz" / "corpus"
SLOWEST = 20  # seconds for one input
LARGEST = 20_000  # bytes


def one_input(data: bytes) -> None:
    """Read it as an article and audit it: records whose quotations hold, or the one clear error."""
    try:
        extraction = extract_text("a.txt", data)
    except ArticleError:
        return
    audit(extraction)
    for record in records(extraction):
        if "quote" in record and extraction.text[record["start"] : record["end"]] != record["quote"]:
            raise AssertionError(record)


def main() -> None:
    """Fill the corpus and start the fuzzer."""
    CORPUS.mkdir(parents=True, exist_ok=True)
    for folder in ("seeds", "tests/gold/dev/texts", "tests/gold/passages/texts"):
        for path in (ROOT / folder).glob("*.txt"):
            (CORPUS / path.name).write_bytes(path.read_bytes()[:LARGEST])
    seconds = sys.argv[1] if len(sys.argv) > 1 else "3600"
    arguments = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-max_len={LARGEST}", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *arguments, f"-artifact_prefix={ROOT / '.fuzz'}/", str(CORPUS)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
