"""Generated arithmetic, printed in sentences and read back: right, off by rounding, off by more, not checkable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ansinh.auditing.auditing import audit
from ansinh.auditing.findings import Finding
from ansinh.relating import extract_text

# one digit misprinted
SLIPS = st.sampled_from([3, 4, 6, 20, 30, 40, 60])
# numbers that nobody has rounded: their last digit is no nought
COUNTS = st.integers(150, 9_000).filter(lambda n: n % 10 != 0)
POINTS = st.integers(50, 900).map(lambda n: Decimal(n) / 100)
CENT, TENTH = Decimal("0.01"), Decimal("0.1")


def found(sentence: str, kind: str) -> list[Finding]:
    """What the audit says of a kind on an article of one sentence, which is read as any article is."""
    extraction = extract_text("made.txt", f"News from Son La\n{sentence}\n".encode())
    return [finding for finding in audit(extraction) if finding.kind == kind]


def verdict(sentence: str, kind: str) -> str:
    [finding] = found(sentence, kind)
    return finding.verdict


def cut(value: Decimal, digits: Decimal = TENTH) -> Decimal:
    return value.quantize(digits, ROUND_DOWN)


def rounded(value: Decimal, digits: Decimal = TENTH) -> Decimal:
    return value.quantize(digits, ROUND_HALF_UP)


LISTS: dict[str, Callable[[str, list[str]], str]] = {
    "brackets": lambda whole, parts: (
        f"In 2024, the province sent {whole} workers abroad (Japan {parts[0]}, Taiwan {parts[1]}, Korea {parts[2]})."
    ),
    "a colon": lambda whole, parts: (
        f"{whole} dossiers were settled in 2024: {parts[0]} for pensions, {parts[1]} for maternity and {parts[2]} for"
        " other regimes."
    ),
    "consists of": lambda whole, parts: (
        f"As of June 30, 2024, {whole} people were receiving monthly allowances. This group consists of {parts[0]}"
        f" elderly people, {parts[1]} orphans and {parts[2]} people with disabilities."
    ),
}


@pytest.mark.parametrize("form", LISTS)
@given(parts=st.lists(COUNTS, min_size=3, max_size=3), slip=SLIPS)
def test_parts_that_a_text_calls_complete_add_up(form: str, parts: list[int], slip: int) -> None:
    printed = [f"{part:,}" for part in parts]
    assert verdict(LISTS[form](f"{sum(parts):,}", printed), "parts") == "holds"
    [finding] = found(LISTS[form](f"{sum(parts) + slip:,}", printed), "parts")
    # a whole that ends in two noughts may be rounded
    if (sum(parts) + slip) % 100:
        assert finding.verdict == "off"
        assert finding.off_by == slip
    # what is off in every digit is another number, and nobody's slip
    assert verdict(LISTS[form](f"{_odd(sum(parts) + sum(parts) // 7 + 13):,}", printed), "parts") != "holds"


def _odd(number: int) -> int:
    """The next number that nobody takes for a rounded one."""
    return number + 1 if number % 10 == 0 else number


@given(parts=st.lists(COUNTS, min_size=2, max_size=2), more=st.integers(1, 5_000))
def test_parts_that_are_only_some_may_be_less(parts: list[int], more: int) -> None:
    text = "In 2024, the province sent {:,} workers abroad, including {:,} to Japan and {:,} to Taiwan."
    assert verdict(text.format(sum(parts) + more, *parts), "parts") == "holds"


def test_parts_that_may_overlap_accuse_nobody() -> None:
    text = (
        "In 2024, 512 workers were trained, including 301 women, 333 young people and 212 people of ethnic minorities."
    )
    assert verdict(text, "parts") == "unchecked"


@given(parts=st.lists(st.integers(11, 999), min_size=3, max_size=3))
def test_rounded_parts_may_be_off_by_their_rounding(parts: list[int]) -> None:
    text = (
        "In 2024, the Fund raised {} billion VND (provincial level {} billion VND, district level {} billion VND,"
        " commune level {} billion VND)."
    )
    parts = [_odd(part) for part in parts]
    tenths = [Decimal(part) / 10 for part in parts]
    assert verdict(text.format(sum(tenths), *tenths), "parts") == "holds"
    assert verdict(text.format(sum(tenths) + TENTH, *tenths), "parts") == "holds"
    assert verdict(text.format(sum(tenths) + Decimal("0.5"), *tenths), "parts") == "off"


@given(whole=COUNTS, over=st.integers(1, 900))
def test_one_part_is_no_more_than_its_whole(whole: int, over: int) -> None:
    text = "In 2024, the province built {:,} houses, of which {:,} houses were for poor households."
    assert verdict(text.format(_odd(whole + over), whole), "parts") == "holds"
    assert verdict(text.format(whole, _odd(whole + over)), "parts") == "off"


@given(done=COUNTS, left=COUNTS)
def test_a_share_of_two_printed_numbers(done: int, left: int) -> None:
    text = "In 2024, {:,}/{:,} students had health insurance cards, reaching {}%."
    whole = _odd(done + left)
    share = Decimal(done) * 100 / whole
    for printed in (rounded(share), cut(share), rounded(share, CENT)):
        assert verdict(text.format(done, whole, printed), "share") == "holds"
    assert verdict(text.format(done, whole, rounded(share) + Decimal("0.3")), "share") == "off"
    assert verdict(text.format(done, whole, rounded(share)), "done") == "holds"


def test_more_done_than_there_was_to_do_may_be_a_plan_exceeded() -> None:
    assert verdict("In 2024, 15/12 targets were reached.", "done") == "unchecked"


@given(done=COUNTS, plan=COUNTS)
def test_a_share_of_a_plan(done: int, plan: int) -> None:
    text = "In 2024, the province created jobs for {:,} workers, equal to {}% of the yearly plan of {:,} workers."
    share = Decimal(done) * 100 / plan
    assert verdict(text.format(done, rounded(share), plan), "plan") == "holds"
    assert verdict(text.format(done, rounded(share) + Decimal("0.3"), plan), "plan") == "off"
    alone = "In 2024, the province created jobs for {:,} workers, equal to {}% of the yearly plan."
    assert verdict(alone.format(done, rounded(share)), "plan") == "unchecked"


@given(old=POINTS, down=POINTS)
def test_a_change_between_two_levels(old: Decimal, down: Decimal) -> None:
    text = (
        "The poverty rate dropped from {:.2f}% at the end of 2023 to {:.2f}% at the end of 2024, a decrease of {:.2f}%."
    )
    assert verdict(text.format(old + down, old, down), "change") == "holds"
    assert verdict(text.format(old + down, old, down + CENT), "change") == "holds"
    # a relative change of a rate is told in the same words
    relative = down / (old + down) * 100
    slip = down + Decimal("0.1")
    if abs(relative - slip) > 1:
        assert verdict(text.format(old + down, old, slip), "change") == "off"
    alone = "By the end of 2024, the poverty rate of the province had decreased to {}%, down {}% compared to 2023."
    assert verdict(alone.format(old, down), "change") == "unchecked"


@given(old=st.integers(1_001, 9_000), up=st.integers(101, 900))
def test_a_relative_change(old: int, up: int) -> None:
    text = "In 2024, the province collected {} billion VND, an increase of {}% compared to 2023 ({} billion VND)."
    before, after = Decimal(_odd(old)) / 10, Decimal(_odd(old + up)) / 10
    grown = (after / before - 1) * 100
    assert verdict(text.format(after, rounded(grown), before), "change") == "holds"
    assert verdict(text.format(after, rounded(grown) + 2, before), "change") == "off"


@given(level=st.integers(20_001, 90_000), up=COUNTS)
def test_a_relative_change_beside_an_absolute_one(level: int, up: int) -> None:
    text = "In 2024, compulsory social insurance had {:,} participants, up {}% ({:,} people) over the same period."
    grown = Decimal(up) * 100 / (_odd(level) - up)
    assert verdict(text.format(_odd(level), rounded(grown), up), "change") == "holds"
    assert verdict(text.format(_odd(level), rounded(grown) + Decimal("0.3"), up), "change") == "off"


@given(level=POINTS, each=POINTS, years=st.integers(2, 6))
def test_a_yearly_average(level: Decimal, each: Decimal, years: int) -> None:
    text = (
        "By the end of 2024, the poverty rate of the province had decreased to {:.2f}%, down {:.2f}% compared to {}"
        " ({:.2f}%), an average decrease of {:.2f}%/year."
    )
    down = each * years
    told = (level, down, 2024 - years, level + down)
    assert verdict(text.format(*told, each), "yearly-change") == "holds"
    assert verdict(text.format(*told, each * 3), "yearly-change") == "off"
    unknown = (
        "The poverty rate of the province has decreased by {}% in recent years, an average decrease of {:.2f}%/year."
    )
    assert verdict(unknown.format(down, each), "yearly-change") == "unchecked"


@given(day=st.dates(date(2024, 1, 1), date(2025, 6, 30)), ahead=st.integers(11, 250))
def test_days_between_two_dates(day: date, ahead: int) -> None:
    text = "On {:%B} {}, {}, the province completed 3,058 houses, {} days ahead of the deadline ({:%B} {}, {})."
    end = day + timedelta(ahead)
    told = (day, day.day, day.year)
    assert verdict(text.format(*told, ahead, end, end.day, end.year), "days") == "holds"
    assert verdict(text.format(*told, ahead + 5, end, end.day, end.year), "days") == "off"
    alone = "On May 15, 2025, the province completed 3,058 houses, {} days ahead of the deadline set by the Government."
    assert verdict(alone.format(ahead), "days") == "unchecked"


@given(done=COUNTS, left=COUNTS)
def test_what_remains(done: int, left: int) -> None:
    text = (
        "By June 30, 2025, {:,}/{:,} temporary houses were completed, reaching {}%. The remaining {:,} houses will be"
        " completed in August."
    )
    whole = _odd(done + left)
    left = whole - done
    share = rounded(Decimal(done) * 100 / whole, CENT)
    assert verdict(text.format(done, whole, share, left), "remaining") == "holds"
    assert verdict(text.format(done, whole, share, left + 20), "remaining") == "off"


def test_what_remains_of_one_of_two_stages_is_held_against_both() -> None:
    text = (
        "By June 30, 2025, the construction of 7,546 houses had been started, reaching 98.5% of the plan of 7,659"
        " houses, of which 6,488 houses were completed, equal to 84.7% of the plan; the remaining {} houses are not yet"
        " begun."
    )
    assert verdict(text.format(113), "remaining") == "holds"
    assert verdict(text.format(423), "remaining") == "unchecked"


@given(base=st.integers(100_001, 900_000), first=st.integers(5, 60), second=st.integers(5, 60))
def test_two_shares_of_one_base(base: int, first: int, second: int) -> None:
    text = (
        "As of June 30, 2025, {:,} people participated in social insurance, reaching {}% of the working-age workforce;"
        " {:,} people participated in unemployment insurance, reaching {}% of the working-age workforce."
    )
    counts = [_odd(base * share // 100) for share in (first, second)]
    shares = [rounded(Decimal(count) * 100 / base) for count in counts]
    assert verdict(text.format(counts[0], shares[0], counts[1], shares[1]), "base") == "holds"
    assert verdict(text.format(counts[0], shares[0], counts[1], shares[1] + 9), "base") == "unchecked"


@given(people=COUNTS, each=st.integers(300_000, 90_000_000))
def test_a_cost_for_each(people: int, each: int) -> None:
    text = "In 2024, {:,} people with meritorious services received allowances with a total cost of {} VND."
    millions = rounded(Decimal(people) * each / 1_000_000, Decimal(1))
    assert verdict(text.format(people, f"{millions:,} million"), "cost-for-each") == "holds"
    if each > 5_000_000:
        [finding] = found(text.format(people, f"{millions:,} billion"), "cost-for-each")
        assert finding.verdict == "off"
        assert "billion may stand for million" in finding.words
    elif each < 3_000_000:
        [slip] = found(text.format(people, f"{millions:,} thousand"), "cost-for-each")
        assert slip.verdict == "off"
        assert "million may stand for billion" in slip.words
    # what each of them got is no sum that they shared
    one = "In 2024, {:,} people with meritorious services received allowances at the level of {:,} VND."
    assert found(one.format(people, each), "cost-for-each") == []


def test_more_people_than_live_there() -> None:
    text = "In 2024, {} people in Son La province took part in social insurance."
    [finding] = found(text.format("2,500,000"), "population")
    assert finding.verdict == "off"
    assert "Son La" in finding.words
    assert "Sơn La" in finding.words_vi
    assert found(text.format("1,250,000"), "population") == []
    assert found("In 2024, 900,000 households in Son La province were connected.", "population")[0].verdict == "off"
    assert found("In 2024, 96,000,000 people of the whole country took part in health insurance.", "population") == []
    assert (
        found("In 2024, 17,000,000 people of the Mekong Delta region took part in health insurance.", "population")
        == []
    )
    assert found("In 2024, 170,000,000 people of the whole country took part in it.", "population")[0].verdict == "off"


@given(people=COUNTS, each=st.integers(301, 90_000))
def test_an_average(people: int, each: int) -> None:
    text = "In 2024, the bank lent {} million VND to {:,} customers, on average {} VND each."
    thousands = Decimal(_odd(each)) / 1000
    lent = people * thousands
    assert verdict(text.format(lent, people, f"{thousands} million"), "average") == "holds"
    [slip] = found(text.format(lent, people, f"{thousands} billion"), "average")
    assert slip.verdict == "off"
    # of two sums nobody knows which is meant
    two = (
        "In 2024, the bank lent {} million VND and collected 99.1 billion VND from {:,} people, on average {} VND each."
    )
    assert found(two.format(lent, people, f"{thousands * 3} million"), "average") == []


@given(first=COUNTS, second=COUNTS, levels=st.sampled_from([(300, 600), (200, 500), (500, 900)]))
def test_so_many_times_so_much(first: int, second: int, levels: tuple[int, int]) -> None:
    text = "In 2024, {:,} gifts of {},000 VND and {:,} gifts of {}00,000 VND were given, total value {} million VND."
    worth = Decimal(first * levels[0] + second * levels[1]) / 1000
    told = (first, levels[0], second, levels[1] // 100)
    assert verdict(text.format(*told, worth), "product") == "holds"
    if (worth + 10) % 100:  # otherwise it is a round number, which tells less
        assert verdict(text.format(*told, worth + 10), "product") == "off"
    one = "In 2024, {:,} gifts of {},000 VND were given to {:,} people, total value {} million VND."
    assert found(one.format(first, levels[0], second, worth * Decimal("1.1")), "product") == []


@given(parts=st.lists(COUNTS, min_size=2, max_size=2), slip=st.sampled_from([3, 4, 6, 20, 30, 40]))
def test_a_total_behind_its_parts(parts: list[int], slip: int) -> None:
    text = "In 2024, the storm destroyed houses: {} houses in the north and {} houses in the south, {} houses in all."
    told = [f"{part:,}" for part in parts]
    assert verdict(text.format(*told, f"{sum(parts):,}"), "parts") == "holds"
    if (sum(parts) + slip) % 100:
        assert verdict(text.format(*told, f"{sum(parts) + slip:,}"), "parts") == "off"


@given(spent=COUNTS, plan=COUNTS)
def test_a_share_whose_base_stands_in_brackets_behind_it(spent: int, plan: int) -> None:
    text = "In 2024, health insurance paid {} billion VND, using {}% of the estimate given (VND {} billion)."
    whole = _odd(max(spent, plan) + 1)
    share = rounded(Decimal(spent) * 100 / whole)
    assert verdict(text.format(spent, share, whole), "plan") == "holds"
    assert verdict(text.format(spent, share + 1, whole), "plan") == "off"


@pytest.mark.parametrize(
    "sentence",
    [
        "The poverty rate is {}%, after a decrease of {} percentage points from {}% a year earlier.",
        "Health insurance covers {}% of the people, {} percentage points short of the target of {}%.",
    ],
)
def test_a_change_and_what_it_is_held_against(sentence: str) -> None:
    text = f"In 2024, this was read. {sentence}"
    assert verdict(text.format("92.10", "1.40", "93.50"), "change") == "holds"
    assert verdict(text.format("92.10", "1.90", "93.50"), "change") == "off"


def test_days_ahead_of_a_deadline_are_counted_from_the_day_that_is_told() -> None:
    text = (
        "On June 2, 2025, the Steering Committee announced the completion of the program to eliminate temporary and"
        " dilapidated houses, {} days ahead of the milestone of August 31, 2025 set by the Government."
    )
    assert verdict(text.format(90), "days") == "holds"
    assert verdict(text.format(60), "days") == "off"


def test_a_level_that_is_all_that_was_added_has_no_earlier_one() -> None:
    text = "In 2024, compulsory social insurance had {:,} participants, up {}% ({:,} people) over the same period."
    assert verdict(text.format(12_680, "3.1", 12_681), "change") != "holds"
    assert verdict(text.format(12_680, "3.1", 12_680), "change") != "holds"
