"""What the columns of the saved queries have: a name means the same in all, but for exceptions."""

from __future__ import annotations

from collections.abc import Mapping

_QUOTED = "The passage that says it, word for word; of several, in the order of the text."

COLUMNS: Mapping[str, str] = {
    "added": "How many amounts the total adds up.",
    "agency": "The body that issued the document.",
    "article": "The IRI of the article.",
    "articles": "How many articles cite the document.",
    "attainment_percent": "The share of the plan, as printed, where the outcome has one such figure.",
    "bound": "How the printed number bounds the value: `exact`, `about`, `at-least`, `at-most`.",
    "cost_per_person_vnd": "Cost over people, rounded to a whole dong; empty where one of the two is not told.",
    "cost_vnd": "The cost in dong, where the outcome has exactly one reported amount.",
    "counted": "The noun that is counted, as printed.",
    "date": "The day of the document, where all articles that tell one agree.",
    "direction": "Of a change: `up` or `down`.",
    "document": "The number of the document, Đ written D.",
    "document_date": "The day of the document, where the articles agree on one.",
    "documents": "The numbers of the documents whose result this is.",
    "end": "Where the printed words end in the article's text.",
    "field": "The policy field.",
    "figure": "The IRI of the figure; the query `evidence` takes it.",
    "group": "The groups that the figure or outcome tells of.",
    "headline": "The headline of the article.",
    "households": "The number of households, where the outcome has exactly one such reported count.",
    "issuer": "The kind of body that issued the document.",
    "kind": "The kind of figure: `count`, `amount`, `rate`, `change`, `attainment`, `standard`.",
    "left_out": "How many amounts the total leaves out.",
    "left_out_why": "Why they are left out, each reason with its number.",
    "measure": "What is measured.",
    "other": "The number of the document that something is done to.",
    "other_date": "The day of that other document.",
    "part_of": "The IRI of the outcome that this one is a part of.",
    "people": "The number of people, where the outcome has exactly one such reported count.",
    "period_end": "The last day that it speaks of; of a state, the day at which it held.",
    "period_start": "The first day that it speaks of.",
    "place": "The province, city or country.",
    "planned": "The planned number, where the outcome has exactly one in this unit.",
    "printed": "The number as printed.",
    "published": "The day on which the article was published.",
    "publisher": "Who published the article.",
    "quotation": _QUOTED,
    "quotation_end": "Where the passage ends in the article's text.",
    "quotation_start": "Where the passage starts in the article's text.",
    "reached": "The reported number, where the outcome has exactly one in this unit.",
    "relation": "What the document does to the other one.",
    "start": "Where the printed words start in the article's text, in code points from 0.",
    "statement": "The IRI of what the article says: the figure, citation, relation or mention.",
    "status": "`reported`, `estimated` or `planned`.",
    "text_sha256": "The SHA-256 of the text that the offsets speak of.",
    "title": "What the document is on, where an article tells it.",
    "total_vnd": "The sum in dong of what may be added; empty where nothing may.",
    "type": "The type of the document.",
    "unit": "The unit of the value.",
    "url": "The address of the article.",
    "value": "The number in the base unit: 412 million is 412000000.",
}
_EXCEPTIONS: Mapping[tuple[str, str], str] = {
    ("agency-documents", "quotation"): "The passage in which the first article cites the document for the first time.",
    ("agency-documents", "article"): "The IRI of that article.",
    ("documents", "quotation"): "The passage in which the first article cites the document for the first time.",
    ("documents", "article"): "The IRI of that article.",
    ("evidence", "printed"): "The number or name as printed.",
    ("field-spending", "article"): "The IRIs of the articles, with spaces between them.",
    ("plan-attainment", "unit"): "The unit of what is planned and reached.",
}


def meaning(query: str, column: str) -> str:
    """What a column of a query has; KeyError for one that nobody has described yet."""
    return _EXCEPTIONS.get((query, column)) or COLUMNS[column]
