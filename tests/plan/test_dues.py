"""The dues of the regulation, to the fen."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from generators.plan.dues import Dues, monthly_dues

if TYPE_CHECKING:
    from generators.model.calculator import DuesScale
    from generators.model.library import Library


@pytest.fixture
def scale(library: Library) -> DuesScale:
    found = library.calculator["dues"].dues
    assert found
    return found


def dues(scale: DuesScale, member: str, base: str = "0") -> Dues:
    return monthly_dues(scale, next(c for c in scale.classes if c.id == member), Decimal(base))


@pytest.mark.parametrize(
    ("member", "base", "paid"),
    [
        ("salary", "0", "0.00"),
        ("salary", "3000", "15.00"),
        ("salary", "3000.01", "30.00"),
        ("salary", "5000", "50.00"),
        ("salary", "5001", "75.02"),
        ("salary", "6000", "90.00"),
        ("salary", "10000", "150.00"),
        ("salary", "12000", "240.00"),
        ("annual-salary", "10000.01", "200.00"),
        ("self-employed", "4321", "43.21"),
        ("retired", "5000", "25.00"),
        ("retired", "5000.01", "50.00"),
    ],
)
def the_whole_base_takes_one_rate(scale: DuesScale, member: str, base: str, paid: str) -> None:
    assert dues(scale, member, base).least == dues(scale, member, base).most == Decimal(paid)


def a_thousand_yuan_is_the_general_ceiling(scale: DuesScale) -> None:
    assert dues(scale, "salary", "50000") == Dues(Decimal(1000), Decimal(1000), Decimal(2), capped=False)
    assert dues(scale, "salary", "50001") == Dues(Decimal(1000), Decimal(1000), Decimal(2), capped=True)


def test_farmers_and_students_pay_fixed_sums(scale: DuesScale) -> None:
    assert dues(scale, "farmer") == Dues(Decimal("0.2"), Decimal(1))
    assert dues(scale, "student") == Dues(Decimal("0.2"), Decimal("0.2"))


def a_negative_base_is_refused(scale: DuesScale) -> None:
    with pytest.raises(ValueError, match="基数不能是负数"):
        dues(scale, "salary", "-1")
