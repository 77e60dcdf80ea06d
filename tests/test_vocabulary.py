"""The vocabularies: every identifier that records may use, in two languages, and no word that means two things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
import pytest

from ansinh.errors import KnowledgeError
from ansinh.knowledge import folder
from ansinh.namespaces import ID, PREFIXES, fold, slug
from ansinh.vocabulary import Concept, by_iri, concepts, vocabulary
from ansinh.words.splitting import stems

# the identifiers of docs/reference and of the records, scheme by scheme
IDENTIFIERS = {
    "unit": (
        "person household VND VND/month VND/year USD percent percentage-point percentage-point/year day month "
        "year hour item"
    ),
    "kind": "count amount rate change attainment standard",
    "measure": (
        "poverty-rate poor-population coverage participants recipients payment collection debt allocation "
        "lending benefit-level price income jobs trainees trained-rate unemployment-rate houses gifts cards "
        "facilities documents events tasks visits violations records time population organisations other"
    ),
    "bound": "exact about at-least at-most",
    "status": "reported estimated planned",
    "direction": "up down",
    "relation": "amends replaces implements based-on summarises",
    "field": (
        "meritorious-services poverty-reduction employment overseas-labour vocational-education "
        "social-insurance unemployment-insurance health-insurance social-assistance housing education "
        "healthcare child-protection gender-equality elderly-care social-evils-prevention occupational-safety "
        "communication digital-services ethnic-affairs disaster-relief credit rural-development governance "
        "economy"
    ),
    "group": (
        "people meritorious-person meritorious-relative policy-family war-invalid martyr-family "
        "poor-household near-poor-household escaped-poverty-household average-income-household "
        "ethnic-minority worker unemployed-worker overseas-worker rural-worker trained-worker enterprise "
        "cooperative business-household social-protection-beneficiary disadvantaged-person elderly-person "
        "person-with-disability orphan child woman female-headed-household student boarding-student pensioner "
        "social-insurance-participant voluntary-insurance-participant unemployment-insurance-participant "
        "health-insurance-participant official social-collaborator village-head teacher disaster-victim "
        "borrower"
    ),
    "type": (
        "law ordinance resolution decree decision directive plan official-dispatch circular conclusion notice "
        "programme project report submission regulation guidance joint-circular joint-resolution "
        "consolidated-text official-letter"
    ),
    "issuer": (
        "national-assembly national-assembly-standing-committee president government prime-minister ministry "
        "politburo party-central-committee party-secretariat provincial-party-committee "
        "provincial-party-standing-committee provincial-party-congress provincial-peoples-council "
        "provincial-peoples-committee provincial-department district commune social-insurance-agency other"
    ),
}
CLASSES = {
    "group": "BeneficiaryGroup",
    "field": "PolicyField",
    "measure": "Measure",
    "unit": "Unit",
    "kind": "Kind",
    "bound": "Bound",
    "status": "Status",
    "direction": "Direction",
    "type": "DocumentType",
    "issuer": "Issuer",
    "relation": "RelationKind",
    "programme": "Programme",
    "place": "Place",
    "agency": "Agency",
}
SEARCHED = ("group", "field", "type", "programme", "agency", "place")
ONE_MEANING = ("group", "field", "type", "issuer", "agency")
# what holds an IRI is a link to another thing of the vocabularies
LINKS = ("broader", "isReplacedBy", "replaces", "isPartOf", "field", "subOrganizationOf")
SKOS = PREFIXES["skos"]


def statements() -> Iterator[ox.Quad]:
    for path in sorted(folder("ontology").glob("*.ttl")):
        yield from ox.parse(path=path, format=ox.RdfFormat.TURTLE)


def labels(*languages: str) -> dict[str, set[str]]:
    """All labels of all concepts in the languages, by IRI."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in statements():
        label = quad.predicate.value.startswith(SKOS) and quad.predicate.value.endswith("Label")
        if label and isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.Literal):
            found[quad.subject.value] |= {quad.object.value} if quad.object.language in languages else set()
    return found


def units(until_june_2025: bool) -> list[Concept]:
    """The provinces of an era."""
    gone = "eraEnd" if not until_june_2025 else "eraStart"
    return [c for n, c in concepts("place").items() if n != "VN" and gone not in c.links]


@pytest.mark.parametrize("scheme", IDENTIFIERS)
def test_every_identifier_is_there_and_no_other(scheme: str) -> None:
    assert set(concepts(scheme)) == set(IDENTIFIERS[scheme].split())


@pytest.mark.parametrize("scheme", CLASSES)
def test_a_concept_is_of_its_class_and_in_its_scheme(scheme: str) -> None:
    for notation, concept in concepts(scheme).items():
        assert f"{PREFIXES['ans']}{CLASSES[scheme]}" in concept.links["type"], notation
        assert concept.links["inScheme"] == (f"{ID}{scheme}",)


@pytest.mark.parametrize("scheme", CLASSES)
def test_an_iri_is_made_of_the_notation(scheme: str) -> None:
    for notation, concept in concepts(scheme).items():
        assert concept.iri == f"{ID}{scheme}/{slug(notation)}"


@pytest.mark.parametrize("scheme", sorted(set(CLASSES) - {"agency"}))
def test_a_concept_has_a_label_in_vietnamese(scheme: str) -> None:
    """Agencies may lack one: a name that no source shows with its diacritics is not made up."""
    assert all(concept.label_vi for concept in concepts(scheme).values())


@pytest.mark.parametrize("scheme", CLASSES)
def test_a_scheme_has_labels_itself(scheme: str) -> None:
    assert labels("en")[f"{ID}{scheme}"]
    assert labels("vi")[f"{ID}{scheme}"]


@pytest.mark.parametrize("scheme", ONE_MEANING)
def test_a_label_means_one_thing(scheme: str) -> None:
    assert _ambiguous(concepts(scheme).values()) == {}


@pytest.mark.parametrize("until_june_2025", [True, False])
def test_the_name_of_a_province_means_one_thing_in_its_era(until_june_2025: bool) -> None:
    assert _ambiguous(units(until_june_2025)) == {}


def _ambiguous(found: Iterable[Concept]) -> dict[str, set[str]]:
    """The labels that stand at more than one concept, as the lexicon reads them: without case, plural and hyphen."""
    meanings: dict[str, set[str]] = defaultdict(set)
    for concept in found:
        for name in concept.names:
            meanings[" ".join(stems(name))].add(concept.notation)
    return {name: notations for name, notations in meanings.items() if len(notations) > 1}


@pytest.mark.parametrize("scheme", SEARCHED)
def test_search_keys_are_the_folded_labels(scheme: str) -> None:
    """A label that is added or taken away takes its key along."""
    wanted = {iri: {fold(label) for label in found} for iri, found in labels("en", "vi").items()}
    for notation, concept in concepts(scheme).items():
        assert set(concept.links["searchKey"]) == wanted[concept.iri], notation


def test_every_link_leads_somewhere() -> None:
    for concept in by_iri().values():
        for link in LINKS:
            for value in concept.links.get(link, ()):
                assert value in by_iri(), f"{concept.iri} {link} {value}"


def test_there_are_no_blank_nodes() -> None:
    for quad in statements():
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_nothing_is_said_to_be_the_same() -> None:
    assert not [quad for quad in statements() if quad.predicate.value == f"{PREFIXES['owl']}sameAs"]


def test_there_are_86_provinces_of_two_eras_and_the_country() -> None:
    before, after = units(until_june_2025=True), units(until_june_2025=False)
    assert len(concepts("place")) == 87
    assert (len(before), len(after)) == (63, 34)
    assert len({c.iri for c in before} & {c.iri for c in after}) == 11


def test_a_merged_province_has_its_successor_and_its_day() -> None:
    for concept in units(until_june_2025=True):
        successors = concept.links.get("isReplacedBy", ())
        assert len(successors) == ("eraEnd" in concept.links)
        for successor in successors:
            assert concept.link("eraEnd") == "2025-06-30"
            assert concept.iri in by_iri()[successor].links["replaces"]


def test_a_new_province_replaces_what_was_merged_into_it() -> None:
    new = [c for c in units(until_june_2025=False) if c.notation.startswith("VN-2025-")]
    assert len(new) == 23
    for concept in new:
        assert concept.link("eraStart") == "2025-07-01"
        assert concept.notation == f"VN-2025-{concept.link('statisticsCode')}"
        merged = [by_iri()[iri] for iri in concept.links["replaces"]]
        assert {old.link("isReplacedBy") for old in merged} == {concept.iri}
        assert concept.label in {old.label for old in merged}


def test_codes_are_unique_in_their_era() -> None:
    for era in (True, False):
        codes = [concept.link("statisticsCode") for concept in units(until_june_2025=era)]
        assert len(set(codes)) == len(codes)


def test_a_wikidata_item_of_two_units_is_a_close_match_of_both() -> None:
    close: dict[str, int] = defaultdict(int)
    exact: dict[str, int] = defaultdict(int)
    for concept in concepts("place").values():
        for iri in concept.links.get("closeMatch", ()):
            close[iri] += 1
        for iri in concept.links.get("exactMatch", ()):
            exact[iri] += 1
    assert not set(close) & set(exact)
    assert set(exact.values()) == {1}
    assert {n for iri, n in close.items() if "wikidata" in iri} == {2}


def test_populations_are_plausible() -> None:
    country = int(concepts("place")["VN"].links["population"][0])
    for era in (True, False):
        provinces = [int(concept.links["population"][0]) for concept in units(until_june_2025=era)]
        assert abs(sum(provinces) - country) < 1_000
        assert min(provinces) > 300_000


def test_agencies_have_a_level_and_a_kind() -> None:
    for notation, concept in concepts("agency").items():
        assert concept.link("level") in {"central", "provincial", "district", "commune"}, notation
        kinds = {"state", "agency", "council", "party", "mass-organisation", "enterprise"}
        assert concept.link("agencyKind") in kinds, notation


def test_the_labour_ministry_went_into_home_affairs() -> None:
    ministry = concepts("agency")["ministry-labour-invalids-social-affairs"]
    assert ministry.link("isReplacedBy") == concepts("agency")["ministry-home-affairs"].iri
    assert ministry.link("since") == "2025-03-01"
    assert "Resolution 176/2025/QH15" in str(ministry.link("byDocument"))


def test_relations_stand_for_properties() -> None:
    eli = PREFIXES["eli"]
    assert {n: c.link("property") for n, c in concepts("relation").items()} == {
        "amends": f"{eli}amends",
        "replaces": f"{eli}repeals",
        "implements": f"{eli}ensures_implementation_of",
        "based-on": f"{eli}based_on",
        "summarises": f"{PREFIXES['ans']}summarises",
    }


@pytest.mark.parametrize("scheme", ["field", "measure", "bound", "status", "direction", "relation"])
def test_concepts_have_cues(scheme: str) -> None:
    without = [n for n, c in concepts(scheme).items() if not c.cues]
    assert set(without) <= {"exact", "reported"}


@pytest.mark.parametrize(
    ("scheme", "name", "notation"),
    [
        ("group", "people with revolutionary contributions", "meritorious-person"),
        (
            "group",
            "agricultural, forestry and fishery households with average living standards",
            "average-income-household",
        ),
        ("group", "near-poor", "near-poor-household"),
        ("type", "official dispatch", "official-dispatch"),
        ("issuer", "Secretariat", "party-secretariat"),
        ("unit", "collaborator", "person"),
        ("place", "Thua Thien Hue", "VN-26"),
        ("agency", "Vietnam Social Insurance", "vietnam-social-security"),
    ],
)
def test_the_names_that_articles_use_are_known(scheme: str, name: str, notation: str) -> None:
    assert stems(name) in [stems(label) for label in concepts(scheme)[notation].names]


def test_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="no scheme 'colour'"):
        concepts("colour")


def test_what_is_usual_is_told_of_a_scheme_that_is_read_alone() -> None:
    assert concepts("group")["war-invalid"].links["definingField"] == (concepts("field")["meritorious-services"].iri,)
    assert concepts("issuer")["provincial-party-standing-committee"].links["code"] == ("BTV", "TU")


def test_every_file_of_concepts_holds_its_scheme_alone() -> None:
    """`concepts` reads the file of a scheme's name; those without one stand in cues.ttl."""
    for file in folder("ontology").glob("*.ttl"):
        told = {
            quad.subject.value
            for quad in ox.parse(path=file, format=ox.RdfFormat.TURTLE)
            if isinstance(quad.subject, ox.NamedNode) and quad.predicate.value == f"{PREFIXES['skos']}notation"
        }
        schemes = {iri.removeprefix(ID).partition("/")[0] for iri in told}
        if file.stem != "cues":
            assert schemes <= {file.stem}


def test_vocabulary_and_by_iri_hold_the_same() -> None:
    assert sum(map(len, vocabulary().values())) == len(by_iri())
