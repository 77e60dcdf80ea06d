"""The whole way from a text to its records."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from ansinh.model import Agency, Article, Citation, Extraction, Figure, Person, Policy, Relation, Span
from ansinh.reading.page import Page, read
from ansinh.reading.text import decode
from ansinh.recognising import metadata
from ansinh.recognising.citations import Mention, citations, full_numbers
from ansinh.recognising.ledger import Ledger
from ansinh.recognising.organisations import Holder, Organisation, holders, mentions, organisations
from ansinh.recognising.periods import times
from ansinh.recognising.quantities import quantities
from ansinh.relating.drafts import Draft, drafts
from ansinh.relating.identity import agency_iri, article_id, document_iri, person_iri
from ansinh.relating.kinds import set_kinds
from ansinh.relating.measures import set_measures
from ansinh.relating.outcomes import set_outcomes, share_attributes
from ansinh.relating.policies import policies
from ansinh.relating.relations import relations
from ansinh.relating.results import set_documents
from ansinh.relating.statuses import set_statuses
from ansinh.relating.subjects import fill_groups, set_fields, set_groups
from ansinh.relating.timing import headline_period, set_periods


def extract_text(file: str, data: bytes) -> Extraction:
    """Read one article, given as bytes; `file` is the name that its records carry.

    Raises ArticleError when the bytes are no UTF-8 text.
    """
    text = decode(file, data)
    page = read(file, text)
    article = _article(page, data)
    if article.language == "vi":
        return _unread(article, page)
    ledger = Ledger(page)
    ledger.claim_furniture()
    cited = citations(page)
    for mention in cited:
        ledger.claim(mention.span, "citation", f"the number of a {mention.type}")
        if mention.claimed > mention.span.end:
            ledger.claim(Span(mention.span.end, mention.claimed), "date", "the date of a document")
    ledger.claim_names()
    spoken = times(page, ledger.claimed, article.issued)
    for time in spoken:
        ledger.claim(time.span, "date", f"a date or period ({time.role})")
    documents = _citations(page, cited, article)
    related, objects = relations(page, documents)
    told = policies(page, documents, article.id)
    made = drafts(page, quantities(page, ledger.claimed))
    set_statuses(page, made)
    set_kinds(page, made)
    set_measures(page, made)
    set_groups(page, made)
    set_fields(page, made)
    set_periods(page, made, spoken, headline_period(page, metadata.headline(page), article.issued))
    set_documents(page, made, documents, objects)
    fill_groups(page, made, _targets(told, related))
    set_outcomes(page, made)
    share_attributes(page, made)
    figures = tuple(_figure(page, draft, made) for draft in made)
    for figure in figures:
        ledger.claim(figure.span, "figure", f"read by the rule {figure.rule}")
    named = tuple(mentions(page))
    return Extraction(
        article=article,
        text=text,
        figures=figures,
        citations=documents,
        relations=related,
        policies=told,
        agencies=tuple(_agency(page, o, article) for o in organisations(page, named)),
        persons=tuple(_person(page, h, article) for h in holders(page, named)),
        numbers=tuple(ledger.entries()),
    )


def _unread(article: Article, page: Page) -> Extraction:
    """A text in a language that is not read yet: known as an article, its numbers accounted for as unread."""
    ledger = Ledger(page)
    ledger.claim_all("unread", "the text is Vietnamese, which is not read yet")
    return Extraction(article, page.text, (), (), (), (), (), (), tuple(ledger.entries()))


def _article(page: Page, data: bytes) -> Article:
    address, day = metadata.source(page), metadata.issued(page)
    title = metadata.headline(page)
    return Article(
        file=page.file,
        id=article_id(page.file, address),
        title=page.text[title.start : title.end] if title else None,
        publisher=metadata.publisher(page),
        issued=day,
        language=metadata.language(page.text),
        source=address,
        place=metadata.place(page, address, day),
        sha256=sha256(data).hexdigest(),
        text_sha256=sha256(page.text.encode()).hexdigest(),
    )


def _evidence(page: Page, span: Span) -> Span:
    sentence = page.sentence_at(span.start)
    return sentence.evidence(*span) if sentence else span


def _citations(page: Page, cited: Sequence[Mention], article: Article) -> tuple[Citation, ...]:
    by_number = {(mention.type, mention.number): mention for mention in cited}
    meant = {short: by_number[short.type, number] for short, number in full_numbers(cited).items()}
    return tuple(
        Citation(
            span=mention.span,
            quote=page.text[mention.span.start : mention.span.end],
            evidence=_evidence(page, mention.span),
            type=mention.type,
            number=mention.number,
            issued=mention.issued,
            issuer=mention.issuer,
            title=None,
            id=document_iri(meant.get(mention, mention), article.place, article.id),
        )
        for mention in cited
    )


def _figure(page: Page, draft: Draft, made: Sequence[Draft]) -> Figure:
    quantity = draft.quantity
    return Figure(
        span=quantity.span,
        quote=page.text[quantity.span.start : quantity.span.end],
        evidence=draft.sentence.evidence(*quantity.span),
        value=quantity.value,
        unit=draft.unit,
        counted=page.text[quantity.noun.start : quantity.noun.end] if quantity.noun else None,
        kind=draft.kind,
        measure=draft.measure,
        bound=draft.bound,
        status=draft.status,
        direction=draft.direction,
        field=draft.field,
        beneficiary=draft.beneficiary,
        place=draft.place,
        period=draft.period,
        documents=draft.documents,
        document_ids=draft.document_ids,
        outcome=str(made[draft.outcome].quantity.span.start),
        part_of=str(made[draft.part_of].quantity.span.start) if draft.part_of is not None else None,
        rule=draft.rule,
        found=dict(sorted(draft.found.items())),
    )


def _targets(told: Sequence[Policy], related: Sequence[Relation]) -> dict[str, tuple[str, ...]]:
    """Whom each document is for: the groups of the policy that it sets out, or of the one that it amends."""
    targets = {identifier: policy.targets for policy in told for identifier in policy.document_ids if policy.targets}
    for relation in related:
        if relation.object_id in targets and relation.predicate in ("amends", "implements", "replaces"):
            targets.setdefault(relation.subject_id, targets[relation.object_id])
    return targets


def _agency(page: Page, organisation: Organisation, article: Article) -> Agency:
    return Agency(
        name=organisation.name,
        forms=organisation.forms,
        id=agency_iri(organisation.concept, organisation.name, article.place),
        concept=organisation.concept,
        mentions=tuple(_evidence(page, span) for span in organisation.spans),
    )


def _person(page: Page, holder: Holder, article: Article) -> Person:
    body = holder.organisation
    return Person(
        name=holder.name,
        role=holder.role,
        organisation=page.text[body.start : body.end] if body else None,
        id=person_iri(holder.name, article.place),
        agency_id=None,
        mentions=tuple(_evidence(page, span) for span in holder.spans),
    )
