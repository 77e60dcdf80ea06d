"""Mutants: for every constraint of every shape an edit of a valid graph that breaks it.

An edit is a text of `facts.ttl` or `vocabulary.ttl` and what stands there instead; the first place of it is edited.
"""

from __future__ import annotations

from typing import NamedTuple

_DOCUMENT = "<https://w3id.org/ansinh/id/document/vn-13/resolution/35-2024-nq-hdnd>"
_AMENDED = "<https://w3id.org/ansinh/id/document/vn-13/resolution/21-2021-nq-hdnd>"
_ARTICLE = "https://w3id.org/ansinh/id/article/one"
_QUOTATION = f"<{_ARTICLE}#char=100,299>"
_WHOLE = f"<{_ARTICLE}/outcome/160>"
_PART = f"<{_ARTICLE}/outcome/277>"
_AGENCY = "<https://w3id.org/ansinh/id/agency/vn-13/provincial-peoples-committee>"
_PERSON = "<https://w3id.org/ansinh/id/person/vn-13/dang-ngoc-hau>"
_POLICY = "<https://w3id.org/ansinh/id/document/vn-13/resolution/35-2024-nq-hdnd/policy>"
_NOTHING = "<urn:ansinh:nothing>"


class Mutant(NamedTuple):
    """The constraint that is broken: its shape and component; and the edits that break it."""

    shape: str
    component: str
    edits: tuple[tuple[str, str], ...]


def _one(shape: str, component: str, old: str, new: str) -> Mutant:
    return Mutant(shape, component, ((old, new),))


def _needed(shape: str, text: str) -> Mutant:
    return _one(shape, "MinCount", text, "")


def _single(shape: str, text: str, other: str) -> Mutant:
    return _one(shape, "MaxCount", text, f"{text} , {other}")


def _listed(shape: str, text: str, value: str, other: str) -> list[Mutant]:
    """A value that is needed, single and of a class."""
    line = f"{text} {value}"
    return [
        _needed(shape, f"    {line} ;\n"),
        _single(shape, line, other),
        _one(shape, "Class", line, f"{text} {_NOTHING}"),
    ]


def _optional(shape: str, text: str, value: str, other: str) -> list[Mutant]:
    """A value that is single and of a class, where there is one."""
    return _listed(shape, text, value, other)[1:]


def _class(shape: str, text: str, value: str) -> Mutant:
    return _one(shape, "Class", f"{text} {value}", f"{text} {_NOTHING}")


def _text(shape: str, text: str, value: str, other: str, wrong: str) -> list[Mutant]:
    """A literal that is single and of a datatype."""
    line = f"{text} {value}"
    return [_single(shape, line, other), _one(shape, "Datatype", line, f"{text} {wrong}")]


def _places(name: str, start: str, end: str, first: str) -> list[Mutant]:
    """The printed text and its place, of a figure or a citation. `first` is the line before the start."""
    return [
        _one(f"{name}-start", "MinCount", f"{first}    ans:start {start} ;\n", first),
        _one(f"{name}-start", "MaxCount", f"{first}    ans:start {start}", f"{first}    ans:start {start} , 0"),
        _one(f"{name}-start", "Datatype", f"{first}    ans:start {start}", f"{first}    ans:start {start}.0"),
        _one(f"{name}-start", "MinInclusive", f"{first}    ans:start {start}", f"{first}    ans:start -1"),
        _one(f"{name}-start", "LessThan", f"{first}    ans:start {start}", f"{first}    ans:start 9999"),
        _needed(f"{name}-end", f"    ans:end {end} ;\n"),
        _single(f"{name}-end", f"ans:end {end}", "999"),
        _one(f"{name}-end", "Datatype", f"ans:end {end}", f"ans:end {end}.0"),
    ]


_FIGURE = [
    _needed("Figure-value", "    ans:value 359.0 ;\n"),
    *_text("Figure-value", "ans:value", "359.0", "360.0", "359"),
    _one("Figure-value-sign", "MinInclusive", "ans:value 359.0", "ans:value -359.0"),
    *_listed("Figure-unit", "ans:unit", "unit:person", "unit:household"),
    *_listed("Figure-kind", "ans:kind", "kind:count", "kind:amount"),
    *_listed("Figure-measure", "ans:measure", "measure:recipients", "measure:jobs"),
    *_listed("Figure-bound", "ans:bound", "bound:exact", "bound:about"),
    *_listed("Figure-status", "ans:status", "status:reported", "status:planned"),
    *_text("Figure-counted", "ans:counted", '"people"@en', '"persons"@en', '"people"'),
    *_optional(
        "Figure-direction",
        "ans:direction",
        "<https://w3id.org/ansinh/id/direction/up>",
        "<https://w3id.org/ansinh/id/direction/down>",
    ),
    *_text("Figure-period-start", "ans:periodStart", '"2025-01-01"^^xsd:date', '"2025-01-02"^^xsd:date', "2025"),
    _one("Figure-period-start", "LessThanOrEquals", 'periodStart "2025-01-01"', 'periodStart "2025-07-01"'),
    *_text("Figure-period-end", "ans:periodEnd", '"2025-06-30"^^xsd:date', '"2025-07-01"^^xsd:date', "2025"),
    *_optional("Figure-field", "ans:field", "field:health-insurance", "field:housing"),
    _class("Figure-beneficiary", "ans:beneficiary", "group:poor-household"),
    _one(
        "Figure-place",
        "MaxCount",
        "    ans:place place:vn-13 ;\n    ans:resultOf",
        "    ans:place place:vn-13 , place:vn ;\n    ans:resultOf",
    ),
    _one(
        "Figure-place",
        "Class",
        "    ans:place place:vn-13 ;\n    ans:resultOf",
        "    ans:place group:worker ;\n    ans:resultOf",
    ),
    _class("Figure-result-of", "ans:resultOf", _DOCUMENT),
    *_optional("Figure-part-of", "ans:partOf", _WHOLE, _PART),
    _one("Figure-outcome", "MinCount", f"    ans:figure <{_ARTICLE}/figure/277> ;\n", ""),
    _single("Figure-outcome", f"ans:figure <{_ARTICLE}/figure/277>", f"<{_ARTICLE}/figure/160>"),
    _one("Figure-outcome", "Class", f"{_PART} a ans:Outcome ;", f"{_PART}"),
    _needed("Figure-rule", "    ans:rule rule:count ;\n"),
    _single("Figure-rule", "ans:rule rule:count", "rule:rate"),
    _one("Figure-rule", "NodeKind", "ans:rule rule:count", 'ans:rule "count"'),
    _one("Figure-rule", "Pattern", "ans:rule rule:count", f"ans:rule {_NOTHING}"),
    _one("Figure-quotation", "MinCount", f"rule:count ;\n    ans:quotation {_QUOTATION} .", "rule:count ."),
    _single("Figure-quotation", f"ans:quotation {_QUOTATION}", _NOTHING),
    _class("Figure-quotation", "ans:quotation", _QUOTATION),
    _needed("Figure-printed", '    ans:printed "359" ;\n'),
    *_text("Figure-printed", "ans:printed", '"359"', '"360"', '"359"@en'),
    _one("Figure-printed", "MinLength", 'ans:printed "359"', 'ans:printed ""'),
    *_places("Figure", "160", "163", '    ans:printed "359" ;\n'),
    _needed("Figure-field-told", "    ans:field field:health-insurance ;\n"),
    _one("Figure-place-told", "MinCount", "    ans:place place:vn-13 ;\n    ans:resultOf", "    ans:resultOf"),
    _one(
        "Figure-period-told",
        "MinCount",
        '    ans:periodStart "2025-01-01"^^xsd:date ;\n    ans:periodEnd "2025-06-30"^^xsd:date ;\n',
        "",
    ),
    _one("Figure-address", "Pattern", f"<{_ARTICLE}/figure/160> a ans:Figure", "article:160 a ans:Figure"),
    _needed("Figure-change", "    ans:direction <https://w3id.org/ansinh/id/direction/up> ;\n"),
    _one("Figure-no-change", "HasValue", "ans:kind kind:change", "ans:kind kind:count"),
    _one("Figure-rate", "MaxInclusive", "ans:value 96.3", "ans:value 963.0"),
    _one("Figure-people", "SPARQL", "ans:value 359.0", "ans:value 121400000.0"),
    _one("Figure-evidence", "SPARQL", 'ans:printed "359"', 'ans:printed "395"'),
]

_OUTCOME = [
    *_listed("Outcome-article", f"{_WHOLE} a ans:Outcome ;\n    ans:article", "article:one", _NOTHING)[1:],
    _one(
        "Outcome-article",
        "MinCount",
        f"{_PART} a ans:Outcome ;\n    ans:article article:one ;",
        f"{_PART} a ans:Outcome ;",
    ),
    _needed("Outcome-figure", f"    ans:figure <{_ARTICLE}/figure/277> ;\n"),
    _class("Outcome-figure", "ans:figure", f"<{_ARTICLE}/figure/277>"),
    *_optional(
        "Outcome-field",
        f"ans:figure <{_ARTICLE}/figure/277> ;\n    ans:field",
        "field:health-insurance",
        "field:housing",
    ),
    _one(
        "Outcome-beneficiary",
        "Class",
        "ans:beneficiary group:woman ;\n    ans:place place:vn-13 ;\n    ans:partOf " + _WHOLE + " .",
        "ans:beneficiary group:nobody .",
    ),
    _one(
        "Outcome-place",
        "MaxCount",
        "ans:place place:vn-13 ;\n    ans:partOf " + _WHOLE + " .",
        "ans:place place:vn-13 , place:vn .",
    ),
    _one(
        "Outcome-place", "Class", "ans:place place:vn-13 ;\n    ans:partOf " + _WHOLE + " .", "ans:place group:worker ."
    ),
    _one("Outcome-result-of", "Class", f"ans:resultOf {_DOCUMENT} .", f"ans:resultOf {_NOTHING} ."),
    _one("Outcome-part-of", "MaxCount", f"ans:partOf {_WHOLE} .", f"ans:partOf {_WHOLE} , {_PART} ."),
    _one("Outcome-part-of", "Class", f"ans:partOf {_WHOLE} .", f"ans:partOf {_NOTHING} ."),
    _one("Outcome-address", "Pattern", f"{_PART} a ans:Outcome", "article:277 a ans:Outcome"),
    _one("Outcome-own-part", "SPARQL", f"ans:resultOf {_DOCUMENT} .", f"ans:partOf {_PART} ."),
]

_QUOTED = [
    _one("Quotation-article", "MinCount", "a ans:Quotation ;\n    ans:article article:one ;", "a ans:Quotation ;"),
    _one(
        "Quotation-article",
        "MaxCount",
        "a ans:Quotation ;\n    ans:article article:one",
        f"a ans:Quotation ;\n    ans:article article:one , {_NOTHING}",
    ),
    _one(
        "Quotation-article",
        "Class",
        "a ans:Quotation ;\n    ans:article article:one",
        f"a ans:Quotation ;\n    ans:article {_NOTHING}",
    ),
    _one("Quotation-exact", "MinCount", "    oa:exact ", "    rdfs:comment "),
    _one("Quotation-exact", "MaxCount", "    oa:exact ", '    oa:exact "more" , '),
    _one("Quotation-exact", "Datatype", 'women." ;', 'women."@en ;'),
    _one("Quotation-exact", "MinLength", "    oa:exact ", '    oa:exact "" ; rdfs:comment '),
    _one("Quotation-exact", "MaxLength", "    oa:exact ", f'    oa:exact "{"x" * 301}" ; rdfs:comment '),
    _needed("Quotation-start", "    oa:start 100 ;\n"),
    *_text("Quotation-start", "oa:start", "100", "101", "100.0"),
    _one("Quotation-start", "MinInclusive", "oa:start 100", "oa:start -1"),
    _one("Quotation-start", "LessThan", "oa:start 100", "oa:start 300"),
    _needed("Quotation-end", "    oa:end 299 ;\n"),
    *_text("Quotation-end", "oa:end", "299", "300", "299.0"),
    _one("Quotation-mentions", "NodeKind", f"schema:mentions {_AGENCY}", 'schema:mentions "a name"'),
    _one("Quotation-mentions", "Or", f"schema:mentions {_AGENCY}", f"schema:mentions {_NOTHING}"),
    _one("Quotation-address", "Pattern", f"{_QUOTATION} a ans:Quotation", "article:quotation a ans:Quotation"),
    _one("Quotation-length", "SPARQL", "oa:end 299", "oa:end 298"),
]

_CITED = [
    *_listed("Citation-document", "ans:document", _DOCUMENT, _AMENDED),
    *_optional("Citation-stated-type", "ans:statedType", "type:resolution", "type:plan"),
    *_text("Citation-stated-number", "ans:statedNumber", '"35/2024/NQ-HDND"', '"36/2024/NQ-HDND"', "35"),
    *_text("Citation-stated-date", "ans:statedDate", '"2024-12-10"^^xsd:date', '"2024-12-11"^^xsd:date', "2024"),
    *_optional("Citation-stated-issuer", "ans:statedIssuer", "issuer:provincial-peoples-council", "issuer:government"),
    *_text("Citation-stated-title", "ans:statedTitle", '"support for poor households"@en', '"help"@en', '"help"'),
    _one("Citation-quotation", "MinCount", f"ans:end 157 ;\n    ans:quotation {_QUOTATION} .", "ans:end 157 ."),
    _one(
        "Citation-quotation",
        "MaxCount",
        f"ans:end 157 ;\n    ans:quotation {_QUOTATION}",
        f"ans:end 157 ;\n    ans:quotation {_QUOTATION} , {_NOTHING}",
    ),
    _one(
        "Citation-quotation",
        "Class",
        f"ans:end 157 ;\n    ans:quotation {_QUOTATION}",
        f"ans:end 157 ;\n    ans:quotation {_NOTHING}",
    ),
    _needed("Citation-printed", '    ans:printed "Resolution No. 35/2024/NQ-HDND" ;\n'),
    *_text("Citation-printed", "ans:printed", '"Resolution No. 35/2024/NQ-HDND"', '"Plan"', '"Plan"@en'),
    _one("Citation-printed", "MinLength", 'ans:printed "Resolution No. 35/2024/NQ-HDND"', 'ans:printed ""'),
    *_places("Citation", "127", "157", '    ans:printed "Resolution No. 35/2024/NQ-HDND" ;\n'),
    _one("Citation-address", "Pattern", f"<{_ARTICLE}/citation/127> a", "article:127 a"),
    _one("Citation-evidence", "SPARQL", 'ans:printed "Resolution No. 35', 'ans:printed "Resolution No. 36'),
]

_RELATED = [
    *_listed("Relation-subject", "ans:subject", _DOCUMENT, _NOTHING),
    _one("Relation-subject", "Disjoint", f"ans:subject {_DOCUMENT}", f"ans:subject {_AMENDED}"),
    _needed("Relation-predicate", "    ans:predicate eli:amends ;\n"),
    _single("Relation-predicate", "ans:predicate eli:amends", "eli:repeals"),
    _one("Relation-predicate", "In", "ans:predicate eli:amends", "ans:predicate eli:cites"),
    *_listed("Relation-object", "ans:object", _AMENDED, _NOTHING),
    _one(
        "Relation-quotation",
        "MinCount",
        f"ans:object {_AMENDED} ;\n    ans:quotation {_QUOTATION} .",
        f"ans:object {_AMENDED} .",
    ),
    _one(
        "Relation-quotation",
        "Class",
        f"ans:object {_AMENDED} ;\n    ans:quotation {_QUOTATION}",
        f"ans:object {_AMENDED} ;\n    ans:quotation {_NOTHING}",
    ),
]

_MENTIONED = [
    _needed("Mention-mentioned", f"    ans:mentioned {_AGENCY} ;\n"),
    _single("Mention-mentioned", f"ans:mentioned {_AGENCY}", _PERSON),
    _one("Mention-mentioned", "NodeKind", f"ans:mentioned {_AGENCY}", 'ans:mentioned "a name"'),
    _one("Mention-mentioned", "Or", f"ans:mentioned {_AGENCY}", f"ans:mentioned {_NOTHING}"),
    _needed("Mention-label", '    ans:statedLabel "Provincial People\'s Committee"@en ;\n'),
    _single("Mention-label", 'ans:statedLabel "Provincial People\'s Committee"@en', '"PPC"@en'),
    _one("Mention-quotation", "MinCount", f'Committee"@en ;\n    ans:quotation {_QUOTATION} .', 'Committee"@en .'),
    _one(
        "Mention-quotation",
        "Class",
        f'Committee"@en ;\n    ans:quotation {_QUOTATION}',
        f'Committee"@en ;\n    ans:quotation {_NOTHING}',
    ),
]

_OF_DOCUMENT = [
    *_text("LegalDocument-number", "eli:id_local", '"35/2024/NQ-HDND"', '"36/2024/NQ-HDND"', "35"),
    *_optional("LegalDocument-type", "eli:type_document", "type:resolution", "type:plan"),
    *_optional("LegalDocument-issuer", "eli:passed_by", "issuer:provincial-peoples-council", "issuer:government"),
    *_optional("LegalDocument-jurisdiction", "eli:jurisdiction", "place:vn-13", "place:vn"),
    _single("LegalDocument-title", 'dcterms:title "support for poor households"@en', '"help"@en'),
    *_text("LegalDocument-date", "eli:date_document", '"2024-12-10"^^xsd:date', '"2024-12-11"^^xsd:date', "2024"),
    _class("LegalDocument-possibly", "ans:possibly", _DOCUMENT),
    Mutant("LegalDocument-cited", "MinCount", ((f"    ans:object {_AMENDED} ;\n", ""),)),
    _needed("LegalDocument-type-told", "    eli:type_document type:resolution ;\n"),
    _needed("LegalDocument-issuer-told", "    eli:passed_by issuer:provincial-peoples-council ;\n"),
    _one("LegalDocument-relation", "SPARQL", "ans:predicate eli:amends", "ans:predicate eli:repeals"),
]

_OF_POLICY = [
    _needed("Policy-label", '    rdfs:label "health insurance support policy"@en ;\n'),
    _class("Policy-established-by", "ans:establishedBy", _DOCUMENT),
    _class("Policy-targets", "ans:targets", "group:poor-household"),
    _one("Policy-field", "Class", "ans:field field:health-insurance .", f"ans:field {_NOTHING} ."),
    Mutant("Policy-mentioned", "MinCount", ((f"        {_POLICY} ,\n", ""), (f"    ans:mentioned {_POLICY} ;\n", ""))),
]

_OF_ARTICLE = [
    *_text("Article-headline", "schema:headline", '"Health insurance for poor households"@en', '"News"@en', '"News"'),
    _needed("Article-headline-told", '    schema:headline "Health insurance for poor households"@en ;\n'),
    *_text("Article-publisher", "schema:publisher", '"Báo Quảng Ninh"', '"VnExpress"', "1"),
    *_text("Article-published", "schema:datePublished", '"2025-07-10"^^xsd:date', '"2025-07-11"^^xsd:date', "2025"),
    _needed("Article-language", '    schema:inLanguage "en" ;\n'),
    _single("Article-language", 'schema:inLanguage "en"', '"vi"'),
    _one("Article-language", "In", 'schema:inLanguage "en"', 'schema:inLanguage "fr"'),
    *_text("Article-url", "schema:url", '"https://example.org/one.html"^^xsd:anyURI', '"x:y"^^xsd:anyURI', '"x:y"'),
    _one("Article-sha256", "MinCount", "    schema:sha256 ", "    rdfs:comment "),
    _one("Article-sha256", "MaxCount", "    schema:sha256 ", f'    schema:sha256 "{"0" * 64}" , '),
    _one("Article-sha256", "Pattern", 'schema:sha256 "0123', 'schema:sha256 "'),
    _one("Article-text-sha256", "MinCount", "    ans:textSha256 ", "    rdfs:comment "),
    _one("Article-text-sha256", "MaxCount", "    ans:textSha256 ", f'    ans:textSha256 "{"0" * 64}" , '),
    _one("Article-text-sha256", "Pattern", 'ans:textSha256 "abc', 'ans:textSha256 "'),
    _needed("Article-file", '    ans:file "one.txt" ;\n'),
    *_text("Article-file", "ans:file", '"one.txt"', '"two.txt"', '"one.txt"@en'),
    *_optional("Article-place", "ans:place", "place:vn-13", "place:vn"),
    _needed("Article-publisher-told", '    schema:publisher "Báo Quảng Ninh" ;\n'),
    _needed("Article-published-told", '    schema:datePublished "2025-07-10"^^xsd:date ;\n'),
    _one("Article-place-told", "MinCount", '"one.txt" ;\n    ans:place place:vn-13 .', '"one.txt" .'),
]

_OF_ACTORS = [
    _needed("Agency-label", '    skos:prefLabel "Provincial People\'s Committee"@en ;\n'),
    _one("Agency-label", "UniqueLang", "    skos:prefLabel ", '    skos:prefLabel "PPC"@en , '),
    _one(
        "Agency-place",
        "MaxCount",
        "ans:place place:vn-13 .\n\n<https://w3id.org/ansinh/id/person",
        "ans:place place:vn-13 , place:vn .\n\n<https://w3id.org/ansinh/id/person",
    ),
    _one(
        "Agency-place",
        "Class",
        "ans:place place:vn-13 .\n\n<https://w3id.org/ansinh/id/person",
        "ans:place group:worker .\n\n<https://w3id.org/ansinh/id/person",
    ),
    *_optional("Agency-kind", "ans:kindOfAgency", "agency:provincial-peoples-committee", "agency:government"),
    _class("Agency-replaced-by", "dcterms:isReplacedBy", "agency:provincial-peoples-committee"),
    Mutant(
        "Agency-mentioned",
        "MinCount",
        (
            (f"schema:mentions {_AGENCY} ,\n       ", "schema:mentions"),
            (f"    ans:mentioned {_AGENCY} ;\n", ""),
            (f"    ans:statedAgency {_AGENCY} ;\n", ""),
        ),
    ),
    _needed("Person-name", '    foaf:name "Dang Ngoc Hau" ;\n'),
    _single("Person-name", 'foaf:name "Dang Ngoc Hau"', '"D. N. Hau"'),
    _needed("Person-role", '    ans:role "Vice Chairman"@en ;\n'),
    _class("Person-member-of", "org:memberOf", _AGENCY),
    Mutant(
        "Person-mentioned", "MinCount", ((f" ,\n        {_PERSON} .", " ."), (f"    ans:mentioned {_PERSON} ;\n", ""))
    ),
    *_listed("Finding-kind", "ans:findingKind", "finding:statement", "finding:parts"),
    *_listed("Finding-verdict", "ans:verdict", "verdict:off", "verdict:holds"),
    _needed("Finding-about", f"    ans:about {_DOCUMENT} ;\n"),
    _one("Finding-about", "NodeKind", f"ans:about {_DOCUMENT}", 'ans:about "a resolution"'),
    *_optional("Finding-judges", "ans:judges", f"<{_ARTICLE}/figure/160>", f"<{_ARTICLE}/figure/277>"),
    *_text("Finding-off-by", "ans:offBy", "1.5", "2.5", "2"),
    _one("Finding-off-by", "MinInclusive", "ans:offBy 1.5", "ans:offBy -1.5"),
    _one("Finding-words", "UniqueLang", '"các bài báo nêu ngày khác nhau"@vi', '"ngày"@vi , "khác nhau"@vi'),
    _one("Finding-words", "LanguageIn", '"các bài báo nêu ngày khác nhau"@vi', '"ngày"@vi , "verschieden"@de'),
    _one("Finding-words-en", "QualifiedMinCount", '"the articles state different dates"@en ,\n        ', ""),
    _one("Finding-words-vi", "QualifiedMinCount", ' ,\n        "các bài báo nêu ngày khác nhau"@vi', ""),
]

_PART_FIGURE = f"<{_ARTICLE}/figure/277>"
_DECISION = f"<{_ARTICLE}/figure/277/decision>"
_REJECTED = f"<{_ARTICLE}/figure/121>"
_REJECTION = f"<{_ARTICLE}/figure/121/decision>"
_KEPT = f"    ans:quotation {_QUOTATION} ;\n    ans:reviewedBy"

_DECIDED = [
    *_optional("Figure-decision", f"{_PART_FIGURE} ans:reviewedBy", _DECISION, _REJECTION),
    _needed("Decision-judgement", '    ans:judgement "amended" ;\n'),
    _single("Decision-judgement", 'ans:judgement "amended"', '"accepted"'),
    _one("Decision-judgement", "In", 'ans:judgement "amended"', 'ans:judgement "amend"'),
    _needed("Decision-who", '    schema:author "Lan" ;\n'),
    *_text("Decision-who", "schema:author", '"Lan"', '"Minh"', '"Lan"@vi'),
    _one("Decision-who", "MinLength", 'schema:author "Lan"', 'schema:author ""'),
    _needed("Decision-when", '    schema:dateCreated "2025-08-01T09:30:00+07:00"^^xsd:dateTime ;\n'),
    *_text(
        "Decision-when",
        "schema:dateCreated",
        '"2025-08-01T09:30:00+07:00"^^xsd:dateTime',
        '"2025-08-02T09:30:00+07:00"^^xsd:dateTime',
        '"2025-08-01"',
    ),
    *_text("Decision-why", "rdfs:comment", '"the sentence says women"', '"so it is"', '"so it is"@en'),
    _class("Decision-amendment", "ans:amendment", f"<{_ARTICLE}/figure/277/decision/beneficiary>"),
    _one("Decision-figure", "MinCount", f"{_PART_FIGURE} ans:reviewedBy {_DECISION} .\n", ""),
    _one(
        "Decision-figure",
        "MaxCount",
        f"{_PART_FIGURE} ans:reviewedBy {_DECISION} .",
        f"{_PART_FIGURE} ans:reviewedBy {_DECISION} . <{_ARTICLE}/figure/160> ans:reviewedBy {_DECISION} .",
    ),
    _one("Decision-figure", "Or", f"{_REJECTED} a ans:RejectedFigure", f"{_REJECTED} a ans:Finding"),
    _one("Decision-address", "Pattern", f"{_DECISION} a ans:Decision", "article:decision a ans:Decision"),
    _needed("Amendment-attribute", '    ans:attribute "beneficiary" ;\n'),
    _single("Amendment-attribute", 'ans:attribute "beneficiary"', '"place"'),
    _one("Amendment-attribute", "In", 'ans:attribute "beneficiary"', 'ans:attribute "group"'),
    *_text("Amendment-read", "ans:readAs", '"poor-household"', '"worker"', '"poor-household"@en'),
    _one("Amendment-read", "Disjoint", 'ans:readAs "poor-household"', 'ans:readAs "woman"'),
    *_text("Amendment-decided", "ans:decidedAs", '"woman"', '"worker"', '"woman"@en'),
    _one("Amendment-decision", "MinCount", "    ans:amendment ", "    rdfs:seeAlso "),
    _one(
        "Amendment-decision",
        "MaxCount",
        f"{_REJECTION} a ans:Decision ;",
        f"{_REJECTION} a ans:Decision ; ans:amendment <{_ARTICLE}/figure/277/decision/beneficiary> ;",
    ),
    _one("Amendment-decision", "Class", f"{_DECISION} a ans:Decision", f"{_DECISION} a ans:Finding"),
    _one("RejectedFigure-decision", "MinCount", f" ;\n    ans:reviewedBy {_REJECTION} .", " ."),
    *_optional("RejectedFigure-decision", "ans:reviewedBy", _REJECTION, _DECISION),
    _one("RejectedFigure-value", "MaxCount", "ans:start 121", "ans:value 2025.0 ; ans:start 121"),
    _one(
        "RejectedFigure-outcome",
        "MaxCount",
        f"ans:figure <{_ARTICLE}/figure/277> ;",
        f"ans:figure <{_ARTICLE}/figure/277> , {_REJECTED} ;",
    ),
    _one("RejectedFigure-quotation", "MinCount", f"    ans:quotation {_QUOTATION} ;\n", ""),
    _one("RejectedFigure-quotation", "MaxCount", _KEPT, _KEPT.replace(" ;\n", f" , {_NOTHING} ;\n")),
    _one("RejectedFigure-quotation", "Class", _KEPT, f"    ans:quotation {_NOTHING} ;\n    ans:reviewedBy"),
    _needed("RejectedFigure-printed", '    ans:printed "2025" ;\n'),
    *_text("RejectedFigure-printed", "ans:printed", '"2025"', '"2024"', '"2025"@en'),
    _needed("RejectedFigure-start", "    ans:start 121 ;\n"),
    *_text("RejectedFigure-start", "ans:start", "121", "120", "121.0"),
    _one("RejectedFigure-start", "LessThan", "ans:start 121", "ans:start 126"),
    _needed("RejectedFigure-end", "    ans:end 125 ;\n"),
    *_text("RejectedFigure-end", "ans:end", "125", "126", "125.0"),
    _one("RejectedFigure-rule", "MinCount", f"    ans:rule rule:count ;\n{_KEPT}", _KEPT),
    _one(
        "RejectedFigure-rule",
        "MaxCount",
        f"    ans:rule rule:count ;\n{_KEPT}",
        f"    ans:rule rule:count , rule:rate ;\n{_KEPT}",
    ),
    _one("RejectedFigure-rule", "NodeKind", f"    ans:rule rule:count ;\n{_KEPT}", f'    ans:rule "count" ;\n{_KEPT}'),
]

FACTS = (
    *_FIGURE,
    *_OUTCOME,
    *_QUOTED,
    *_CITED,
    *_RELATED,
    *_MENTIONED,
    *_OF_DOCUMENT,
    *_OF_POLICY,
    *_OF_ARTICLE,
    *_OF_ACTORS,
    *_DECIDED,
)

_WORKER = 'skos:prefLabel "worker"@en , "người lao động"@vi'

VOCABULARY = (
    _needed("Concept-notation", '    skos:notation "worker" ;\n'),
    *_text("Concept-notation", "skos:notation", '"worker"', '"labourer"', '"worker"@en'),
    _one("Concept-notation", "MinLength", 'skos:notation "worker"', 'skos:notation ""'),
    _one("Concept-label", "MinCount", f" ;\n    {_WORKER} .", " ."),
    _one("Concept-label", "UniqueLang", _WORKER, f'{_WORKER} , "labourer"@en'),
    _one("Concept-label", "LanguageIn", _WORKER, f'{_WORKER} , "travailleur"@fr'),
    _one("Concept-label-en", "QualifiedMinCount", _WORKER, 'skos:prefLabel "người lao động"@vi'),
    _one("Concept-label-vi", "QualifiedMinCount", _WORKER, 'skos:prefLabel "worker"@en'),
    *_listed("Concept-scheme", "skos:inScheme", "id:group", "id:place"),
    _class("Concept-broader", "skos:broader", "group:worker"),
    _needed("Place-notation", '    skos:notation "VN-02" ;\n'),
    _single("Place-notation", 'skos:notation "VN-02"', '"VN-03"'),
    _one("Place-notation", "Pattern", 'skos:notation "VN-02"', 'skos:notation "Lao Cai"'),
    _single("Place-statistics-code", 'ans:statisticsCode "10"', '"15"'),
    _one("Place-statistics-code", "Pattern", 'ans:statisticsCode "10"', 'ans:statisticsCode "1"'),
    *_text("Place-population", "ans:population", "792210", "792211", "792210.0"),
    _one("Place-population", "MinInclusive", "ans:population 792210", "ans:population 0"),
    *_text("Place-era-start", "ans:eraStart", '"1991-01-01"^^xsd:date', '"1991-01-02"^^xsd:date', "1991"),
    _one("Place-era-start", "LessThan", '"1991-01-01"', '"2025-06-30"'),
    *_text("Place-era-end", "ans:eraEnd", '"2025-06-30"^^xsd:date', '"2025-06-29"^^xsd:date', "2025"),
    *_optional("Place-replaced-by", "dcterms:isReplacedBy", "place:vn-2025-15", "place:vn-02"),
    _class("Place-replaces", "dcterms:replaces", "place:vn-02"),
    _one(
        "Place-same-as", "MaxCount", "ans:population 792210", "<http://www.w3.org/2002/07/owl#sameAs> place:vn-2025-15"
    ),
    _one("Place-ended", "Or", " ;\n    dcterms:isReplacedBy place:vn-2025-15 .", " ."),
)
