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
    "attribute": "What was held against the annotation; `figure` for the number itself, with value and unit.",
    "bound": "How the printed number bounds the value: `exact`, `about`, `at-least`, `at-most`.",
    "cost_per_person_vnd": "Cost over people, rounded to a whole dong; empty where one of the two is not told.",
    "cost_vnd": "The cost in dong, where the outcome has exactly one reported amount.",
    "counted": "The noun that is counted, as printed.",
    "date": "The day of the document, where all articles that tell one agree.",
    "direction": "Of a change: `up` or `down`.",
    "document": "The number of the document, Đ written D.",
    "document_date": "The day of the document, where the articles agree on one.",
    "documents": "The numbers of the documents whose result this is.",
    "documents_with_outcome": "How many of them a figure of the article is a result of.",
    "end": "Where the printed words end in the article's text.",
    "error_percent": "Wrong over out of, in percent.",
    "field": "The policy field.",
    "figure": "The IRI of the figure; the query `evidence` takes it.",
    "figures": "How many figures there are: of the article, or read by the rule in this store.",
    "gap": "What is missing: a figure's `no-group`, `no-field` or `no-period`, a document's `no-outcome`,"
    " an outcome's `no-document`.",
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
    "out_of": "How many figures the rule read in the annotated articles.",
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
    "rule": "The rule that reads the figure.",
    "start": "Where the printed words start in the article's text, in code points from 0.",
    "statement": "The IRI of what the article says: the figure, citation, relation or mention.",
    "status": "`reported`, `estimated` or `planned`.",
    "text_sha256": "The SHA-256 of the text that the offsets speak of.",
    "thing": "The IRI of the figure, outcome or document.",
    "title": "What the document is on, where an article tells it.",
    "total_vnd": "The sum in dong of what may be added; empty where nothing may.",
    "type": "The type of the document.",
    "unit": "The unit of the value.",
    "url": "The address of the article.",
    "value": "The number in the base unit: 412 million is 412000000.",
    "with_document": "How many of its figures are a result of a document.",
    "with_field": "How many of its figures have a policy field.",
    "with_group": "How many of its figures tell of a group.",
    "with_period": "How many of its figures have a first or last day.",
    "wrong": "How many of those figures are not as annotated.",
}
_EXCEPTIONS: Mapping[tuple[str, str], str] = {
    ("agency-documents", "quotation"): "The passage in which the first article cites the document for the first time.",
    ("agency-documents", "article"): "The IRI of that article.",
    ("coverage", "documents"): "How many documents the article cites.",
    ("coverage", "quotation"): "The passage of its first figure, or of whatever it says first.",
    ("documents", "quotation"): "The passage in which the first article cites the document for the first time.",
    ("documents", "article"): "The IRI of that article.",
    ("error-rates", "printed"): "The first figure that the rule read in this store, as printed.",
    ("evidence", "printed"): "The number or name as printed.",
    ("field-spending", "article"): "The IRIs of the articles, with spaces between them.",
    ("gaps", "printed"): "The number as printed, of an outcome its first; or the document as cited.",
    ("plan-attainment", "unit"): "The unit of what is planned and reached.",
}


def meaning(query: str, column: str) -> str:
    """What a column of a query has; KeyError for one that nobody has described yet."""
    return _EXCEPTIONS.get((query, column)) or COLUMNS[column]
