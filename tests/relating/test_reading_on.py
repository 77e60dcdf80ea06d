"""Constructions by which one figure says something of another: each with what it reads and what it must not read."""

from __future__ import annotations

from datetime import date

import pytest

from ansinh.model import Extraction, Figure, Period
from ansinh.relating import extract_text

HEAD = "Long An province cares for its people\n\nLong An Newspaper, 18/12/2024\n\n"


def _read(text: str) -> Extraction:
    return extract_text("a.txt", (HEAD + text + "\n").encode())


def _figures(text: str) -> dict[str, Figure]:
    return {figure.quote: figure for figure in _read(text).figures}


# --- outcomes and parts


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("In 2024, 61.7 billion VND was spent to buy cards for 118,240 people.", True),
        ("The ward delivered 61.7 billion VND to 118,240 people.", True),
        ("The fund paid VND 61.7 billion for more than 118,240 turns of treatment.", True),
        ("It spent 61.7 billion VND; the schools have 118,240 students.", False),
        ("It spent 61.7 billion VND, compared with 118,240 people in poor households.", False),
    ],
)
def test_money_leads_to_those_who_get_it(text: str, together: bool) -> None:
    money, receivers = _read(text).figures
    assert (money.outcome == receivers.outcome) is together


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It helped 900 people. Of this, 300 people are women.", ["300"]),
        ("It helped 900 people. Including 300 children and 200 women.", ["300", "200"]),
        ("It helped 900 people. In which, 300 people are women.", ["300"]),
        ("It helped 900 people. Of this, 3 billion VND came from donors.", []),
        ("It helped 900 people. This year 300 people are women.", []),
    ],
)
def test_a_sentence_may_open_with_parts(text: str, parts: list[str]) -> None:
    figures = _figures(text)
    assert [quote for quote, f in figures.items() if f.part_of == figures["900"].outcome] == parts


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It gave gifts to 900 people; people with disabilities alone numbered 300.", True),
        ("There are 900 people on the list; the elderly alone are 300 people.", True),
        ("It gave gifts to 900 people; war invalids alone were 300 people.", True),
        ("It gave gifts to 900 people; the district has 300 people.", False),
        ("It spent 900 billion VND; the elderly alone are 300 people.", False),
        ("It opened 900 classes. The elderly alone are 300 people.", False),
    ],
)
def test_what_is_told_alone_is_a_part(text: str, part: bool) -> None:
    whole, told = _read(text).figures
    assert (told.part_of == whole.outcome) is part


# --- changes


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("It insured 900 people, 30 people more than in the same period.", ("change", "up")),
        ("It insured 900 people, 30 people fewer than last year.", ("change", "down")),
        ("It insured 900 people, 30 more than the previous year.", ("change", "up")),
        ("It insured 900 people and paid 30 people more than 5 million VND.", ("count", None)),
        ("It insured 900 people, and 30 people more joined.", ("count", None)),
    ],
)
def test_more_than_an_earlier_level_is_a_change(text: str, change: tuple[str, str | None]) -> None:
    figures = _figures(text)
    assert (figures["30"].kind, figures["30"].direction) == change
    assert change == ("count", None) or figures["30"].measure == figures["900"].measure


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The plan is to reduce fatal accidents by 4%.", "change"),
        ("It plans to reduce deaths from drowning by at least 4%.", "change"),
        ("It increased the number of new cards by over 4%.", "change"),
        ("Households are supported by the province with 4% of the premium.", "standard"),
        ("The rate was short of the target of 4%.", "rate"),
    ],
)
def test_a_change_may_be_told_at_last(text: str, kind: str) -> None:
    assert _figures(text)["4"].kind == kind


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Orphans get 700,000 VND/month, instead of 500,000 VND.", "VND/month"),
        ("The allowance is 700,000 VND/month (before that, 500,000 VND).", "VND/month"),
        ("The standard rose to 700,000 VND/month, up from 500,000 VND.", "VND/month"),
        ("Orphans get 700,000 VND/month, and gifts worth 500,000 VND.", "VND"),
        ("Orphans get 700,000 VND/month; a card costs 500,000 VND instead of nothing.", "VND"),
    ],
)
def test_the_old_level_is_in_the_unit_of_the_new_one(text: str, unit: str) -> None:
    assert _figures(text)["500,000"].unit == unit


# --- measures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The storm came: 612 schools were damaged.", "other"),
        ("In the flood 612 houses collapsed.", "other"),
        ("In all, 612 houses had their roofs blown off.", "other"),
        ("The province built 612 houses.", "houses"),
        ("It paid 612 households whose houses collapsed.", "recipients"),
    ],
)
def test_what_befell_is_no_result(text: str, measure: str) -> None:
    assert _figures(text)["612"].measure == measure


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The investment capital reached 78.2%, as norms had to be rebuilt.", "attainment"),
        ("Career capital was only 78.2%.", "attainment"),
        ("At least 78.2% of the 2025 capital must be disbursed.", "attainment"),
        ("The coverage rate reached 78.2%.", "rate"),
        ("Capital was scarce, and the coverage rate was only 78.2%.", "rate"),
    ],
)
def test_a_share_of_a_source_of_money_is_what_was_paid(text: str, kind: str) -> None:
    assert _figures(text)["78.2"].kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It gave 300 gifts, each worth 500,000 VND.", "standard"),
        ("It gives poor households 500,000 VND for each repaired house.", "standard"),
        ("The province pays another 20% for poor households.", "standard"),
        ("There were 312 elders, each of whom received 1.2 million VND.", "standard"),
        ("Every veteran was given 500,000 VND.", "standard"),
        ("Each boarding student is paid VND 936,000.", "standard"),
        ("A gift was worth 500,000 VND.", "standard"),
        ("Each commune spent 900 million VND.", "amount"),
        ("Each commune that was visited paid 900 million VND.", "amount"),
        ("The gifts were worth 900 million VND.", "amount"),
        ("The central budget carries 70% of the health insurance premium.", "standard"),
        ("The province paid for 30% of their tuition.", "standard"),
        ("The fund covers up to 40% of the costs.", "standard"),
        ("Wages account for 70% of the annual fees.", "rate"),
        ("The network covers 70% of the people.", "rate"),
        ("It spent 900,500,000 VND, each commune in its own way.", "amount"),
        ("Poor households make up another 20% of the list.", "rate"),
    ],
)
def test_a_level_is_for_each(text: str, kind: str) -> None:
    assert _read(text).figures[-1].kind == kind


# --- groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The fund gave cards to 1,870 workers of small enterprises.", ("worker",)),
        ("Gifts from agencies, enterprises and people went to 61 poor households.", ("poor-household",)),
        ("Meals are given by generous enterprises to 35 orphans.", ("orphan",)),
        ("The loans helped 35 young cooperatives.", ("cooperative",)),
        ("The support of enterprises cost 35 billion VND.", ("enterprise",)),
        ("It waived the fees of cooperatives, worth 35 billion VND.", ("cooperative",)),
        ("The province supported 35 enterprises with cheap land.", ("enterprise",)),
    ],
)
def test_who_gives_or_employs_is_not_who_gets(text: str, groups: tuple[str, ...]) -> None:
    assert [f.beneficiary for f in _read(text).figures] == [groups]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The bank lent 188 billion VND to 2,730 poor households.", {"poor-household", "borrower"}),
        ("This year 2,730 poor households borrowed 188 billion VND.", {"poor-household", "borrower"}),
        ("Policy loans were made to 2,730 customers.", {"borrower"}),
        ("The province gave 188 billion VND to 2,730 poor households.", {"poor-household"}),
        ("The bank gave gifts to 2,730 poor households.", {"poor-household"}),
    ],
)
def test_who_gets_a_loan_is_a_borrower(text: str, groups: set[str]) -> None:
    assert set(_figures(text)["2,730"].beneficiary) == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("It supports 4,800 people from 65 to under 75 years old.", {"elderly-person"}),
        ("It supports 4,800 people aged 80 and over.", {"elderly-person"}),
        ("It supports 4,800 people over 60 years old.", {"elderly-person"}),
        ("It supports 4,800 people from 15 to under 25 years old.", {"people"}),
        ("It supports 4,800 people from 65 communes.", {"people"}),
    ],
)
def test_the_old_are_known_by_their_age(text: str, groups: set[str]) -> None:
    assert set(_figures(text)["4,800"].beneficiary) == groups


def test_a_whole_without_a_group_is_for_those_of_its_parts() -> None:
    text = "It paid 900 cases: 300 cases of poor households, 200 cases of orphans and 400 cases of war invalids."
    assert set(_figures(text)["900"].beneficiary) == {"poor-household", "orphan", "war-invalid"}


# --- documents

RESOLUTION = "Resolution No. 24/2022/NQ-HDND dated July 12, 2022 of the Provincial People's Council"


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (f"It passed {RESOLUTION}. Under Resolution 24, 900 people got cards.", ("24/2022/NQ-HDND",)),
        (f"Cards went to 900 people and 30 schools under {RESOLUTION}.", ("24/2022/NQ-HDND",)),
        (f"It passed {RESOLUTION}. By now 900 people got cards thanks to the Resolution.", ("24/2022/NQ-HDND",)),
        ("In Official Letter No. 81/UBND-VX it told of 900 people.", ("81/UBND-VX",)),
        ("Pursuant to Notice No. 81-TB/TW, it helped 900 people.", ("81-TB/TW",)),
        ("According to Report No. 81/BC-UBND, it helped 900 people.", ()),
        ("It helped 900 people, exceeding the target set by Resolution No. 05-NQ/TU.", ()),
    ],
)
def test_whose_result_a_figure_is(text: str, documents: tuple[str, ...]) -> None:
    assert _figures(text)["900"].documents == documents


def test_a_programme_is_called_by_the_number_of_its_decision() -> None:
    text = (
        "The program was approved in Decision No. 1719/QD-TTg dated October 14, 2021."
        " From Program 1719, 900 households got land."
    )
    assert _figures(text)["900"].documents == ("1719/QD-TTg",)
    assert _read("In Program 1719, 900 households got land.").citations == ()


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "The Council passed Resolution No. 48/2025/NQ-HDND. It takes the place of Resolution No. 09/2021/NQ-HDND.",
            [("48/2025/NQ-HDND", "replaces", "09/2021/NQ-HDND")],
        ),
        (
            "Decree No. 238/2025/ND-CP, which details Resolution No. 217/2025/QH15, is in force.",
            [("238/2025/ND-CP", "implements", "217/2025/QH15")],
        ),
        (
            "The Council passed Resolution No. 48/2025/NQ-HDND. The Resolution amends Resolution No. 09/2021/NQ-HDND.",
            [("48/2025/NQ-HDND", "amends", "09/2021/NQ-HDND")],
        ),
        ("The Council passed Resolution No. 48/2025/NQ-HDND. It also knows Resolution No. 09/2021/NQ-HDND.", []),
        ("Resolution No. 48/2025/NQ-HDND is there. The Committee amends Resolution No. 09/2021/NQ-HDND.", []),
    ],
)
def test_a_sentence_may_go_on_about_the_document_before(text: str, relations: list[tuple[str, str, str]]) -> None:
    assert [(r.subject, r.predicate, r.object) for r in _read(text).relations] == relations


# --- times and statuses

YEAR = Period(date(2024, 1, 1), date(2024, 12, 31))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Since the beginning of this year, teams inspected 128 units.", Period(date(2024, 1, 1), date(2024, 12, 18))),
        (
            "From the beginning of the year until now, teams inspected 128 units.",
            Period(date(2024, 1, 1), date(2024, 12, 18)),
        ),
        (
            "In 2023 and the first 10 months of 2024, teams inspected 128 units.",
            Period(date(2023, 1, 1), date(2024, 10, 31)),
        ),
        ("This school year, the school has 128 students.", Period(date(2024, 9, 1), date(2025, 5, 31))),
        ("For the coming year, the target is 128 units.", Period(date(2025, 1, 1), date(2025, 12, 31))),
        ("By the end of November, it enrolled 128 people, all of the year's plan.", Period(None, date(2024, 11, 30))),
        ("In 2023 and 2021, teams inspected 128 units.", Period(date(2021, 1, 1), date(2021, 12, 31))),
        ("Teams inspected 128 units, up 3% since the beginning of the year.", Period(None, None)),
    ],
)
def test_which_time_a_figure_speaks_of(text: str, period: Period) -> None:
    assert _figures(text)["128"].period == period


def test_a_comparison_does_not_date_what_follows() -> None:
    figures = _figures("In 2024 it raised 90 billion VND, up 27.4% over 2023. Of that, 30 billion VND was spent.")
    assert figures["30 billion"].period == YEAR


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Plan sets for 2025: jobs for 900 workers; at least 82% of households with clean water.", "planned"),
        ("The Department has proposed to build kitchens, 82% of them next year.", "planned"),
        ("It requires that by 2030 at least 82% of the elderly have cards.", "planned"),
        ("The number was 900, equal to 82% of the plan, the last ones will follow.", "reported"),
        ("It is estimated at 900 billion VND, while in 2023 it was 82 billion VND.", "reported"),
    ],
)
def test_what_is_planned(text: str, status: str) -> None:
    assert _read(text).figures[-1].status == status


# --- what is no figure


@pytest.mark.parametrize(
    "text",
    [
        "It was hit by storm No. 10 in September.",
        "The cards of the two groups are ready.",
        "Lunch at the school with 30 tables. Photo: Vinh Hoang",
    ],
)
def test_names_and_captions_count_nothing(text: str) -> None:
    assert _read(text).figures == ()


def test_an_article_on_several_provinces_is_on_the_country() -> None:
    text = "Nationwide, 900 people got cards across the country. Son La had 300, Nghe An 200 and Lai Chau 100."
    assert extract_text("a.txt", text.encode()).article.place == "VN"
    assert (
        extract_text("a.txt", b"Son La gave 300 cards, more than Nghe An and Lai Chau. Son La is first.").article.place
        == "VN-05"
    )


# --- more of parts, shares and places that are there for a group


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("It helped 900 people; of these 300 people took courses, including 40 people of college level.", "40", "300"),
        ("It helped 900 people, of which 300 women, in which 40 live alone.", "40", "300"),
        (
            "It helped 900 people. Among them, 300 left for Taiwan (40 people) and Japan (20 people).",
            "40",
            "300",
        ),
        ("It helped 900 people, of which 300 of them are women and 40 are men.", "40", "900"),
        ("It helped 900 people, including 300 women and 40 children.", "40", "900"),
    ],
)
def test_a_part_may_have_parts(text: str, part: str, whole: str) -> None:
    figures = _figures(text)
    assert figures[part].part_of == figures[whole].outcome


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("This year 900 people left. Dak Song is the district with the largest number (300 people).", True),
        ("The province repaired 900 houses. Kon Plong leads with 300 houses.", True),
        ("This year 900 people left. Nghe An alone sent 300 people.", True),
        ("It manages 900 people; specifically, there are 300 addicts.", True),
        ("This year 900 people left. Dak Song is a district with 300 households.", False),
        ("This year 900 people left.\n\nAt the fair, the largest hall held 300 people.", False),
    ],
)
def test_a_place_that_is_ranked_tells_a_part(text: str, part: bool) -> None:
    figures = _figures(text)
    assert (figures["300"].part_of == figures["900"].outcome) is part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The fund received 900 billion VND; 300 billion of this sum was spent.", True),
        ("Employers owe 900 billion VND, and 300 billion of it cannot be recovered.", True),
        ("The list has 900 names, 300 of which are new.", True),
        ("The fund received 900 billion VND; 300 billion of loans were given.", False),
        ("The list has 900 names; 300 of the fairs were held.", False),
    ],
)
def test_what_is_of_it_is_a_part(text: str, part: bool) -> None:
    whole, told = _read(text).figures
    assert (told.part_of == whole.outcome) is part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("It keeps 900 people on its list. Accounts were opened for 300/900 people.", True),
        ("It plans 900 houses. By June, 300/900 houses were finished.", True),
        ("It has 900 targets; 300/900 targets were met.", False),  # the same sentence: one result
        ("It keeps 901 people on its list. Accounts were opened for 300/900 people.", False),
        ("It keeps 900 dossiers. Accounts were opened for 300/900 people.", False),
    ],
)
def test_a_share_of_what_was_counted_before_is_a_part(text: str, part: bool) -> None:
    whole, done, _ = _read(text).figures
    assert (done.part_of == whole.outcome) is part


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Teams inspected 128 units and fined 39 units.", True),
        ("Teams inspected 128 enterprises; 39 enterprises were sanctioned.", True),
        ("The province has 128 orphans. To date, 39 of the orphans have a carer.", True),
        ("Teams inspected 128 units and fined 39 people.", False),
        ("Teams inspected 128 units and taught 39 units.", False),
    ],
)
def test_of_what_is_counted_by_the_same_noun_some_are_a_part(text: str, part: bool) -> None:
    figures = _figures(text)
    assert (figures["39"].part_of == figures["128"].outcome) is part


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ethnic minorities made up 99.3% of poor households.", {"ethnic-minority", "poor-household"}),
        ("Women account for 99.3% of poor households.", {"woman", "poor-household"}),
        ("Orphans still represent 99.3% of all children.", {"orphan", "child"}),
        ("Khmer people make up 99.3% of the population.", {"ethnic-minority"}),
        ("For women, cards were given to 99.3% of poor households.", {"poor-household"}),
    ],
)
def test_a_share_of_one_group_in_another_is_of_both(text: str, groups: set[str]) -> None:
    assert set(_figures(text)["99.3"].beneficiary) - groups == set()


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The province maintains 97 semi-boarding schools.", ("boarding-student",)),
        ("The province has 97 kindergartens.", ("child",)),
        ("In the district there are 97 primary schools.", ("student",)),
        ("The province has 97 hospitals.", ()),
        ("The province built 97 roads to the school.", ()),
    ],
)
def test_schools_are_there_for_students(text: str, group: tuple[str, ...]) -> None:
    assert _figures(text)["97"].beneficiary == group


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The bank disbursed 486 billion VND to 7,130 customers.", "lending"),
        ("The fund paid 486 billion VND to 7,130 borrowers.", "lending"),
        ("From the fund, 486 billion VND was lent to 7,130 households.", "lending"),
        ("The fund paid 486 billion VND to 7,130 orphans.", "payment"),
        ("The bank received 486 billion VND; it has 7,130 customers.", "payment"),
    ],
)
def test_what_borrowers_get_is_lent(text: str, measure: str) -> None:
    assert _figures(text)["486 billion"].measure == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        (
            "The poverty rate fell to 2.4%, and 900 people got jobs, the unemployment rate down 0.4%.",
            "unemployment-rate",
        ),
        ("It gave 900 gifts, the poverty rate decreasing by 0.4%.", "poverty-rate"),
        ("It gave 900 gifts to bring the proportion of trained workers up by 0.4%.", "trained-rate"),
        ("It gave 900 gifts, up 0.4%.", "gifts"),
        ("It paid 900 billion VND, a decrease of 0.4%.", "payment"),
    ],
)
def test_a_change_is_of_the_rate_that_it_names(text: str, measure: str) -> None:
    assert _figures(text)["0.4"].measure == measure


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Resolution will give workers 400,000 VND/person/month.", "reported"),
        ("Orphans will be supported with 400,000 VND/month from 2026.", "reported"),
        ("Each household will get 400,000 VND/person.", "reported"),
        ("The Department proposed to give orphans 400,000 VND/month.", "planned"),
        ("The province will pay a total of 400,000 million VND.", "planned"),
    ],
)
def test_a_level_that_a_document_fixes_is_so(text: str, status: str) -> None:
    assert _read(text).figures[-1].status == status


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It finished 30 apartments, equal to 86.7% of the 3,512 apartments assigned for 2024.", "attainment"),
        ("It reached 86.7% of 3,512 houses planned.", "attainment"),
        ("It reached 86.7% of the assigned plan.", "attainment"),
        ("It insured 86.7% of the 3,512 workers in the park.", "rate"),
        ("It insured 86.7% of the population.", "rate"),
    ],
)
def test_a_share_of_what_was_assigned_is_an_attainment(text: str, kind: str) -> None:
    assert _figures(text)["86.7"].kind == kind


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "On Directive No. 37-CT/TW the Committee issued Plan No. 78-KH/TU dated May 1, 2014 to carry it out.",
            [("78-KH/TU", "implements", "37-CT/TW")],
        ),
        (
            "With Directive No. 37-CT/TW in hand it wrote Plan No. 78-KH/TU to implement it.",
            [("78-KH/TU", "implements", "37-CT/TW")],
        ),
        ("With Directive No. 37-CT/TW in hand it wrote Plan No. 78-KH/TU to help people.", []),
        ("It wrote Plan No. 78-KH/TU to carry it out.", []),
    ],
)
def test_what_carries_it_out(text: str, relations: list[tuple[str, str, str]]) -> None:
    assert [(r.subject, r.predicate, r.object) for r in _read(text).relations] == relations


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The police found 40 violations. 100% of the victims were given advice.", "coverage"),
        ("It built 40 schools; 91% of pupils now like theirs.", "coverage"),
        ("It has 40 clinics. Only 63.5% of villagers use them.", "coverage"),
        ("It built 40 schools, accounting for 91% of the total.", "facilities"),
        ("It built 40 schools; 91% of them are new.", "facilities"),
    ],
)
def test_a_share_of_somebody_is_not_of_the_things_before(text: str, measure: str) -> None:
    assert _read(text).figures[1].measure == measure


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The province has 6 boarding schools with 3,480 students.", {"boarding-student"}),
        ("The province has 6 semi-boarding schools with over 3,480 students.", {"boarding-student"}),
        ("The district opened 6 ethnic boarding schools for 3,480 students.", {"boarding-student"}),
        ("The province has 6 boarding schools; in all it has 3,480 students.", {"student"}),
        ("The province has 6 boarding schools with 3,480 teachers.", {"teacher"}),
    ],
)
def test_the_students_of_a_boarding_school_board(text: str, groups: set[str]) -> None:
    assert set(_figures(text)["3,480"].beneficiary) == groups


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Orphans are supported with 200,000 VND/person for travel.", {"orphan"}),
        ("Workers of poor households are supported with 200,000 VND/person for language study.", {"poor-household"}),
        ("Pensioners get 200,000 VND/person for each festival.", {"pensioner"}),
        ("It gives 200,000 VND/person for orphans.", {"orphan"}),
        ("It gives ordinary people 200,000 VND/person for travel.", {"people"}),
    ],
)
def test_the_person_of_a_unit_is_no_group(text: str, groups: set[str]) -> None:
    assert set(_figures(text)["200,000"].beneficiary) == groups


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Decision No. 46/2015/QD-TTg on support for short training took in 400 workers.",
            ["support for short training"],
        ),
        (
            "Ordinance No. 02/2020/UBTVQH14 on preferential treatment to more than 5,000 people.",
            ["preferential treatment"],
        ),
        (
            "It carries out the National Strategy on Gender Equality until 2030.",
            ["National Strategy on Gender Equality"],
        ),
        ('The Union runs the project "Helping women trade" in all wards.', ['project "Helping women trade"']),
        (
            "It approved the Program on prevention of child injuries in 2024.",
            ["Program on prevention of child injuries"],
        ),
        ("Decision No. 46/2015/QD-TTg on support for Program 30 villages.", ["support for Program 30 villages"]),
        ("It carries out a national strategy on the work of the province.", []),
    ],
)
def test_the_name_of_a_policy_ends_where_its_result_begins(text: str, labels: list[str]) -> None:
    assert [policy.label for policy in _read(text).policies] == labels
