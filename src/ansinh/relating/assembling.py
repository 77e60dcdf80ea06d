"""What was found -> the records of the model, with their identities and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from ansinh.model import Agency, Article, Citation, Figure, Person, Policy, Span
from ansinh.reading.content import Content
from ansinh.reading.page import Page
from ansinh.recognising import metadata
from ansinh.recognising.citations import Mention, full_mentions
from ansinh.recognising.organisations import Holder, Organisation
from ansinh.relating.drafts import Draft
from ansinh.relating.identity import agency_iri, article_id, document_iri, person_iri


def article_record(page: Page, told: Content, data: bytes) -> Article:
    """The article, with the hashes of its bytes and of its text: what its file tells, else what its text does."""
    address = told.source or metadata.source(page)
    day = told.issued or _day(page, told)
    title = metadata.headline(page)
    return Article(
        file=page.file,
        id=article_id(page.file, address),
        title=told.title or (_shown(page, title) if title else None),
        publisher=told.publisher or metadata.publisher(page) or metadata.publisher_around(told.around),
        issued=day,
        language=told.language or metadata.language(page.text),
        source=address,
        place=metadata.place(page, address, day),
        sha256=sha256(data).hexdigest(),
        text_sha256=sha256(page.text.encode()).hexdigest(),
    )


def _day(page: Page, told: Content) -> date | None:
    """The day that is printed; of a web page below its headline, where its paragraphs are no lines of its head."""
    if told.around:
        return metadata.issued_around(told.around, told.title) or metadata.reported(page)
    return metadata.issued(page)


def _shown(page: Page, title: Span) -> str:
    """A headline without the marks that Markdown puts before it."""
    printed = page.text[title.start : title.end]
    return printed.lstrip("# ") if page.file.lower().endswith((".md", ".markdown")) else printed


def citation_records(page: Page, cited: Sequence[Mention], article: Article) -> tuple[Citation, ...]:
    """The citations with the IRIs of their documents; a bare number stands for the full one that it is short for."""
    meant = full_mentions(cited)
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


def with_titles(documents: Sequence[Citation], told: Sequence[Policy]) -> tuple[Citation, ...]:
    """The citations with what their document is on: the label of the policy that it sets out."""
    titles = {policy.id.removesuffix("/policy"): policy.label for policy in told}
    return tuple(replace(c, title=titles[c.id]) if c.id in titles else c for c in documents)


def figure_records(page: Page, made: Sequence[Draft], ages: Sequence[Draft]) -> tuple[Figure, ...]:
    """The figures and the ages in text order; an outcome is named by where its first figure stands."""
    return tuple(sorted((_figure(page, draft, made) for draft in (*made, *ages)), key=lambda figure: figure.span))


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


def agency_records(page: Page, bodies: Sequence[Organisation], article: Article) -> tuple[Agency, ...]:
    """The organisations with their IRIs and the passages that name them."""
    return tuple(
        Agency(
            name=body.name,
            forms=body.forms,
            id=agency_iri(body.concept, body.name, article.place),
            concept=body.concept,
            mentions=_passages(page, body.spans),
            spans=body.spans,
        )
        for body in bodies
    )


def person_records(
    page: Page, named: Sequence[Holder], bodies: Sequence[Organisation], article: Article
) -> tuple[Person, ...]:
    """The holders of office with their IRIs and those of the bodies that they serve."""
    held = {holder.organisation for holder in named}
    served = {
        span: agency_iri(body.concept, body.name, article.place)
        for body in bodies
        for span in held.intersection(body.spans)
    }
    return tuple(
        Person(
            name=holder.name,
            role=holder.role,
            organisation=page.text[holder.organisation.start : holder.organisation.end]
            if holder.organisation
            else None,
            id=person_iri(holder.name, article.place),
            agency_id=served.get(holder.organisation) if holder.organisation else None,
            mentions=_passages(page, holder.spans),
            spans=holder.spans,
        )
        for holder in named
    )


def _evidence(page: Page, span: Span) -> Span:
    sentence = page.sentence_at(span.start)
    return sentence.evidence(*span) if sentence else span


def _passages(page: Page, spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(_evidence(page, span) for span in spans))
