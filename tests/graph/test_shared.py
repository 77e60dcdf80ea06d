"""Documents, agencies and persons: computed from all that articles state, whatever came first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pyoxigraph as ox

from ansinh.graph.admission import put_in, update_knowledge
from ansinh.graph.report import BuildReport
from ansinh.graph.soundness import triples_in_two_graphs
from ansinh.graph.terms import concept, name, node
from ansinh.model import Extraction, Policy
from ansinh.namespaces import ID
from ansinh.querying.running import run_saved
from tests.graph.made_up import COUNCIL, DIRECTOR, HEALTH, NEW, OLD, citation, line, made_up, store_of, value_of


def _told(store: ox.Store, subject: str, predicate: str) -> list[str]:
    return sorted(value_of(q.object) for q in store.quads_for_pattern(node(subject), name(predicate), None))


def _dated(identifier: str, day: date | None) -> Extraction:
    """An article that only cites the new resolution, with this date."""
    cited = citation("Resolution No. 7/2025/NQ-HDND", "7/2025/NQ-HDND", NEW, issued=day)
    return made_up(identifier, figures=(), citations=(cited,), relations=(), policies=(), agencies=(), persons=())


def test_a_document_has_what_its_citations_state() -> None:
    store = store_of(made_up())
    assert _told(store, NEW, "eli:id_local") == ["7/2025/NQ-HDND"]
    assert _told(store, NEW, "ans:searchKey") == ["7/2025/nq-hdnd"]
    assert _told(store, NEW, "eli:type_document") == [f"{ID}type/resolution"]
    assert _told(store, NEW, "eli:passed_by") == [f"{ID}issuer/provincial-peoples-council"]
    assert _told(store, NEW, "eli:jurisdiction") == [f"{ID}place/vn-13"]
    assert _told(store, NEW, "eli:date_document") == ["2025-03-01"]
    assert _told(store, NEW, "eli:amends") == [OLD]
    assert _told(store, OLD, "dcterms:title") == ["on health cards for the poor"]


def test_a_date_that_articles_disagree_on_is_a_finding() -> None:
    store = store_of(made_up(), _dated("other", date(2025, 3, 2)), _dated("silent", None))
    assert _told(store, NEW, "eli:date_document") == []
    finding = f"{NEW}/finding/date"
    assert _told(store, finding, "rdf:type") == [name("ans:Finding").value]
    assert "2025-03-01, 2025-03-02" in _told(store, finding, "rdfs:comment")[0]
    assert len(_told(store, finding, "ans:about")) == 3


def test_the_finding_goes_when_the_articles_agree_again() -> None:
    store = store_of(made_up(), _dated("other", date(2025, 3, 2)), _dated("other", date(2025, 3, 1)))
    assert _told(store, NEW, "eli:date_document") == ["2025-03-01"]
    assert not list(store.quads_for_pattern(None, name("ans:findingKind"), concept("finding", "statement")))


def test_the_order_of_articles_does_not_matter() -> None:
    articles = (made_up(), _dated("other", date(2025, 3, 2)), made_up("third", place="VN-05"))
    stores = {"\n".join(sorted(map(str, store_of(*order)))) for order in permutations(articles)}
    assert len(stores) == 1


def test_what_changed_is_computed_again_and_what_nothing_speaks_of_goes() -> None:
    store = store_of(made_up(), _dated("other", None))
    report = BuildReport()
    put_in(store, [[replace(_dated("made-up", None), article=made_up().article)]], report)
    assert report.replaced == ["made-up"]
    assert sorted(map(str, store)) == sorted(map(str, store_of(_dated("other", None), _dated("made-up", None))))
    for gone in (OLD, f"{OLD}/policy", COUNCIL, HEALTH, DIRECTOR):
        assert not list(store.quads_for_pattern(node(gone), None, None))


def test_no_triple_stands_in_two_graphs() -> None:
    programme = f"{ID}programme/national-target-programme-new-rural-development"
    policy = Policy(line("It amends"), "new rural development", (), (), (), "rural-development", programme)
    store = store_of(made_up(), made_up("second", policies=(policy,)), _dated("third", None))
    assert triples_in_two_graphs(store) == []
    assert _told(store, programme, "ans:field") == [f"{ID}field/rural-development"]
    store.add(ox.Quad(node(NEW), name("eli:id_local"), ox.Literal("7/2025/NQ-HDND"), node(f"{ID}graph/other")))
    assert [triple.predicate for triple in triples_in_two_graphs(store)] == [name("eli:id_local")]


def test_articles_that_only_cite_a_document_add_nothing_to_its_sums() -> None:
    store = store_of(made_up(), *(_dated(f"other-{i}", None) for i in range(3)))
    rows = list(run_saved(store, "document-outcomes", {"document": "7/2025/NQ-HDND"}).values)
    assert [(row[3], row[4]) for row in rows] == [(1200, 900_000_000), (300, 150_500_000)]
    [document] = [row for row in run_saved(store, "documents").values if row[0] == "7/2025/NQ-HDND"]
    assert document[6] == 4


def test_agencies_are_called_by_kind_and_place_persons_by_name() -> None:
    store = store_of(made_up())
    assert len(_told(store, HEALTH, "skos:prefLabel")) == 2
    assert _told(store, HEALTH, "skos:altLabel") == ["Department of Health", "the Department"]
    assert _told(store, HEALTH, "ans:place") == [f"{ID}place/vn-13"]
    assert _told(store, DIRECTOR, "foaf:name") == ["Tran Van B"]
    assert _told(store, DIRECTOR, "ans:role") == ["Director"]
    assert _told(store, DIRECTOR, "org:memberOf") == [HEALTH]


def test_a_document_that_an_article_does_not_identify_may_be_a_known_one() -> None:
    number, quote = "37-CT/TW", "Resolution No. 7/2025/NQ-HDND"
    known = f"{ID}document/vn/directive/37-ct-tw/2024-07-10"
    scoped = f"{ID}article/vague/document/directive/37-ct-tw"
    stated = {"type": "directive", "issuer": "party-secretariat"}
    empty = {"figures": (), "relations": (), "policies": (), "agencies": (), "persons": ()}
    dated = made_up("dated", citations=(citation(quote, number, known, issued=date(2024, 7, 10), **stated),), **empty)
    vague = made_up("vague", citations=(citation(quote, number, scoped, **stated),), **empty)
    for store in (store_of(dated, vague), store_of(vague, dated)):
        assert _told(store, scoped, "ans:possibly") == [known]
        assert _told(store, known, "ans:possibly") == []
    put_in(store, [[made_up("dated", citations=(), **empty)]], BuildReport())
    assert _told(store, scoped, "ans:possibly") == []


def test_what_the_vocabulary_takes_over_is_said_once() -> None:
    store = store_of(made_up())
    held = sorted(map(str, store))
    update_knowledge(store)
    assert sorted(map(str, store)) == held
