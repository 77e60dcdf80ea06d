"""The whole way from a text to its records."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from ansinh.model import Article, Extraction, Original, Policy, Relation, Span
from ansinh.reading.opening import open_content
from ansinh.reading.page import Page, read
from ansinh.recognising import metadata
from ansinh.recognising.citations import Mention, citations
from ansinh.recognising.ledger import Ledger
from ansinh.recognising.organisations import holders, mentions, organisations
from ansinh.recognising.periods import Time, times
from ansinh.recognising.quantities import quantities
from ansinh.relating.ages import age_drafts, drafts_and_ages
from ansinh.relating.assembling import (
    agency_records,
    article_record,
    citation_records,
    figure_records,
    person_records,
    with_titles,
)
from ansinh.relating.drafts import Draft
from ansinh.relating.fields import set_fields
from ansinh.relating.groups import fill_groups, set_groups
from ansinh.relating.kinds import set_kinds
from ansinh.relating.measures import set_measures
from ansinh.relating.outcomes import set_outcomes
from ansinh.relating.places import set_places
from ansinh.relating.policies import policies
from ansinh.relating.relations import relations
from ansinh.relating.results import set_documents
from ansinh.relating.sharing import share_attributes
from ansinh.relating.statuses import set_statuses
from ansinh.relating.timing import headline_period, set_periods


def extract_text(file: str, data: bytes) -> Extraction:
    """Read one article, given as bytes; `file` is the name that its records carry.

    Raises ArticleError when the bytes cannot be read as an article.
    """
    return extract_original(file, Original(data))


def extract_original(file: str, original: Original) -> Extraction:
    """The same, of bytes of which is known where on the web they come from."""
    with _no_collection():
        return _read_text(file, original)


def _read_text(file: str, original: Original) -> Extraction:
    told = open_content(file, original)
    page = read(file, told.text, told.start)
    article = article_record(page, told, original.data)
    ledger = Ledger(page)
    if article.language == "vi":
        ledger.claim_all("unread", "the text is Vietnamese, which is not read yet")
        return Extraction(article, page.text, (), (), (), (), (), (), tuple(ledger.entries()))
    return _extraction(page, article, ledger)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector back: reading makes many small things, none of them in a cycle."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _extraction(page: Page, article: Article, ledger: Ledger) -> Extraction:
    cited, spoken = _claimed(page, article, ledger)
    documents = citation_records(page, cited, article)
    related, objects = relations(page, documents)
    told = policies(page, documents, article.id)
    made, ages = drafts_and_ages(page, quantities(page, ledger.claimed))
    _describe(page, made)
    set_periods(page, made, spoken, headline_period(page, metadata.headline(page), article.issued))
    set_documents(page, made, documents, objects)
    set_places(page, made, article.place, article.issued)
    fill_groups(page, made, _targets(told, related))
    set_outcomes(page, made)
    share_attributes(page, made)
    figures = figure_records(page, made, age_drafts(ages, made))
    for figure in figures:
        ledger.claim(figure.span, "figure", f"read by the rule {figure.rule}")
    named = tuple(mentions(page))
    bodies = organisations(page, named)
    return Extraction(
        article=article,
        text=page.text,
        figures=figures,
        citations=with_titles(documents, told),
        relations=related,
        policies=told,
        agencies=agency_records(page, bodies, article),
        persons=person_records(page, holders(page, named), bodies, article),
        numbers=tuple(ledger.entries()),
    )


def _claimed(page: Page, article: Article, ledger: Ledger) -> tuple[Sequence[Mention], Sequence[Time]]:
    """The documents and times of a page; with its furniture and its names they claim their digits before any figure."""
    ledger.claim_furniture()
    cited = citations(page)
    for mention in cited:
        ledger.claim(mention.span, "citation", f"the number of a document ({mention.type})")
        if mention.claimed > mention.span.end:
            ledger.claim(Span(mention.span.end, mention.claimed), "date", "the date of a document")
    ledger.claim_names()
    spoken = times(page, ledger.claimed, article.issued)
    for time in spoken:
        ledger.claim(time.span, "date", f"a date or period ({time.role})")
    return cited, spoken


def _describe(page: Page, made: Sequence[Draft]) -> None:
    """What each figure is by its own words, one attribute building on those before."""
    for step in (set_statuses, set_kinds, set_measures, set_groups, set_fields):
        step(page, made)


def _targets(told: Sequence[Policy], related: Sequence[Relation]) -> dict[str, tuple[str, ...]]:
    """Whom each document is for: the groups of the policy that it sets out, or of the one that it amends."""
    targets = {identifier: policy.targets for policy in told for identifier in policy.document_ids if policy.targets}
    for relation in related:
        if relation.object_id in targets and relation.predicate in ("amends", "implements", "replaces"):
            targets.setdefault(relation.subject_id, targets[relation.object_id])
    return targets
