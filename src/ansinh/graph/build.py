"""Articles -> store: each file read, extracted, validated and put in; what cannot be is reported, the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from ansinh.errors import ArticleError
from ansinh.graph.admission import put_in
from ansinh.graph.decided import Decisions
from ansinh.graph.decision_file import decided
from ansinh.graph.files import MAX_BYTES, read_original
from ansinh.graph.report import BuildReport
from ansinh.graph.store import rewriting
from ansinh.model import Article, Extraction, Original
from ansinh.namespaces import slug
from ansinh.relating import extract_original

# articles that are validated together: their quads are what a build holds in memory
BATCH = 16


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """How to build: `fresh` starts from an empty store, `progress` is told of every file when it has been read.

    `decisions` is the file of what people decided; without it, the one beside the store if it is there. `read` gives
    the bytes of a source, at most so many; without it sources are files.
    """

    fresh: bool = False
    max_bytes: int = MAX_BYTES
    progress: Callable[[str], None] = lambda _: None
    decisions: str | Path | None = None
    read: Callable[[str, int], Original] | None = None


@dataclass(slots=True)
class _Seen:
    """The articles of this call by id and by the hash of their bytes."""

    ids: dict[str, Article] = field(default_factory=dict)
    bytes: dict[str, Article] = field(default_factory=dict)


def build(paths: Iterable[str | Path], folder: str | Path, options: BuildOptions | None = None) -> BuildReport:
    """Put articles into the store of a folder, made if it is not there; the whole build is one step for its readers.

    The order of the paths does not matter. An article that the store has is replaced as a whole. What people decided
    about figures is applied before anything else uses them. Raises StoreError when the store cannot be changed, and
    ReviewError for a file of decisions that cannot be read; what is wrong with a single file stands in the report.
    """
    chosen = options or BuildOptions()
    decisions = Decisions(decided(chosen.decisions, folder))
    with rewriting(folder, fresh=chosen.fresh) as rewrite:
        report = _put_in(rewrite.store, paths, chosen, decisions)
        report.lost += decisions.homeless(rewrite.store)
        if not report.changed:
            rewrite.discard()
    return report


def build_aside(paths: Iterable[str | Path], options: BuildOptions | None = None) -> tuple[ox.Store, BuildReport]:
    """A store in memory of some articles, made in the same way and kept nowhere; of decisions only a named file's."""
    chosen, store = options or BuildOptions(), ox.Store()
    known = decided(chosen.decisions, "") if chosen.decisions else []
    return store, _put_in(store, paths, chosen, Decisions(known))


def _put_in(store: ox.Store, paths: Iterable[str | Path], options: BuildOptions, decisions: Decisions) -> BuildReport:
    report = BuildReport()
    read = decisions.applied(_extractions(_in_order(paths), options, report), report)
    put_in(store, _batches(read), report)
    return report


def _in_order(paths: Iterable[str | Path]) -> list[str]:
    """The paths in the order of the ids that their names give: of two files with the same bytes the first is kept."""
    return sorted({str(path) for path in paths}, key=lambda path: (slug(Path(path).stem), path))


def _extractions(paths: Iterable[str], options: BuildOptions, report: BuildReport) -> Iterator[Extraction]:
    seen, read = _Seen(), options.read or read_original
    for path in paths:
        try:
            extraction = extract_original(path, read(path, options.max_bytes))
            if _is_first(extraction.article, seen, report):
                if extraction.article.language == "vi":
                    report.unread.append(str(path))
                yield extraction
        except ArticleError as error:
            report.failed.append(str(error))
        options.progress(path)


def _is_first(article: Article, seen: _Seen, report: BuildReport) -> bool:
    """Whether the article is new to this call; ArticleError where two different files claim to be the same one."""
    twin = seen.bytes.get(article.sha256)
    if twin:
        report.same.append(f"{article.file}: the same bytes as {twin.file}, which is article {twin.id}")
        return False
    other = seen.ids.get(article.id)
    if other:
        raise ArticleError(
            f"{article.file}: has the name or address of {other.file} (article {article.id}) but another text;"
            " rename it, or build it by itself to replace that article"
        )
    seen.ids[article.id] = seen.bytes[article.sha256] = article
    return True


def _batches(extractions: Iterable[Extraction]) -> Iterator[list[Extraction]]:
    batch: list[Extraction] = []
    for extraction in extractions:
        batch.append(extraction)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
