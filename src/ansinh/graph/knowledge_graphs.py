"""The graphs that no article changes: the vocabularies, the links to other data, the data set's own description."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

import pyoxigraph as ox

from ansinh.graph.terms import graph, name, node, quad, text, type_
from ansinh.knowledge import folder
from ansinh.namespaces import ID

VOCABULARY = graph("vocabulary")
LINKS = graph("links")
DATASET = graph("dataset")
KNOWLEDGE = (VOCABULARY, LINKS, DATASET)

# words and guesses that the extractor needs and that say nothing of the world
_NOT_SAID = {"cues", "usual"}

# what the data set holds of an article, and what it does not
_RIGHTS = {
    "en": (
        "The text of an article is its publisher's. The data set has facts, each with the passage that says it, of at"
        " most 300 characters; it does not have the texts. Persons are holders of an office; private citizens are not"
        " taken, but a passage is quoted as it stands."
    ),
    "vi": (
        "Nội dung bài báo thuộc về đơn vị xuất bản. Bộ dữ liệu chỉ gồm thông tin kèm đoạn trích nêu thông tin đó, mỗi"
        " đoạn không quá 300 ký tự, không chứa toàn văn. Cá nhân được ghi nhận là người giữ chức vụ; không ghi nhận"
        " công dân bình thường, nhưng đoạn trích được giữ nguyên văn."
    ),
}


@cache
def knowledge_quads() -> frozenset[ox.Quad]:
    """What `ontology/` says, and the description of the data set.

    Blank nodes stay out: they are axioms for a reasoner, which reads the files themselves, and have no stable name.
    """
    return frozenset((*_vocabulary(), *_dataset()))


def _vocabulary() -> Iterator[ox.Quad]:
    said: set[ox.Triple] = set()
    for path in sorted(folder("ontology").glob("*.ttl")):
        if path.stem in _NOT_SAID:
            continue
        within = LINKS if path.stem == "links" else VOCABULARY
        for quad_ in ox.parse(path=path, format=ox.RdfFormat.TURTLE):
            named = isinstance(quad_.subject, ox.NamedNode) and not isinstance(quad_.object, ox.BlankNode)
            if named and quad_.triple not in said:
                said.add(quad_.triple)
                yield ox.Quad(quad_.subject, quad_.predicate, quad_.object, within)


def _dataset() -> Iterator[ox.Quad]:
    within = DATASET
    released = version("ansinh")
    dataset, program = node(f"{ID}dataset"), node(f"{ID}run/{released}")
    yield quad(dataset, type_, name("schema:Dataset"), within)
    yield quad(dataset, name("dcterms:title"), text("ansinh: provincial social policy in the news", "en"), within)
    for language, told in _RIGHTS.items():
        yield quad(dataset, name("dcterms:rights"), text(told, language), within)
    yield quad(dataset, name("prov:wasGeneratedBy"), program, within)
    yield quad(program, type_, name("prov:Activity"), within)
    yield quad(program, name("schema:softwareVersion"), text(released), within)
