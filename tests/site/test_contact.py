"""How readers reach the publisher."""

from __future__ import annotations

import pytest

from generators.site.contact import mail_in


@pytest.mark.parametrize(
    ("contact", "mail"),
    [
        ("组织科，电话 0000-12345678", ""),
        ("组织科，邮箱 zzk@example.gov.cn，电话 0000-12345678", "zzk@example.gov.cn"),
        ("请写信给 a.b+c@x-y.example。", "a.b+c@x-y.example"),
        ("@ 组织科", ""),
    ],
)
def a_mail_address_is_found_in_the_text(contact: str, mail: str) -> None:
    assert mail_in(contact) == mail
