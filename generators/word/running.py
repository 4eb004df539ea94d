"""Running heads and feet, and the sections that carry them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generators.model.form import FieldKind
from generators.word.controls import Control, control, fixed_text
from generators.word.measure import Room, twips
from generators.word.ooxml import HEAD, NAMESPACES, paragraph, paragraph_start, run, simple_field
from generators.word.placeholders import BLANK
from generators.word.styles import RED, STYLES

if TYPE_CHECKING:
    from generators.word.controls import Story
    from generators.word.paper import Paper

_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{RED}"/></w:pBdr>'


HEADER_IDENTITIES = 2
"""Numbers the controls of a header need."""


def header_part(right: str, paper: Paper, identity: int, *, owned: bool) -> tuple[str, ...]:
    """The branch's full name on the left, year and form number on the right; nothing of both on a blank form.

    What is before, between and behind name and year. Their controls have `identity` and the next number.
    """
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(paper.text_width)}"/></w:tabs>'
    tab = "<w:r><w:tab/></w:r>"
    start = f"{HEAD}<w:hdr {NAMESPACES}>{paragraph_start('Header', _RULE + tabs)}"
    if not owned:
        return (f"{start}{tab}{run(right)}</w:p></w:hdr>",)
    branch, branch_end = fixed_text("branch.name", "党组织全称", identity)
    year, year_end = fixed_text("year", "年度", identity + 1)
    end = f"{year_end}{run(f'年度　{right}')}</w:p></w:hdr>"
    return start + branch, branch_end + tab + year, end


@cache
def footer_part(pages: int) -> str:
    """第 x 页 共 y 页."""
    content = (
        f"{run('第 ')}{simple_field('PAGE', '1')}{run(' 页　共 ')}{simple_field('NUMPAGES', str(pages))}{run(' 页')}"
    )
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', content)}</w:ftr>"


def empty_header() -> tuple[str, ...]:
    """The header of a page that has none: without it the section would take its predecessor's."""
    return (f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Header')}</w:hdr>",)


def empty_footer() -> str:
    """The footer of a page that has none."""
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer')}</w:ftr>"


@lru_cache(maxsize=1024)
def section(paper: Paper, header: str, footer: str, *, protected: bool = True) -> str:
    """`w:sectPr` with the relationship ids of its header and footer. In an unprotected one links can be followed."""
    free = "" if protected else '<w:formProt w:val="0"/>'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/><w:type w:val="nextPage"/>'
        f'{paper.size_and_margins()}<w:cols w:space="425"/>{free}</w:sectPr>'
    )


_UNDERLINED = '<w:u w:val="single"/>'


def identity_xml(story: Story) -> str:
    """Branch and year, to be filled in on a form that belongs to no book; the names are those of the page header."""
    room = Room(80, 1, STYLES["Identity"].size)
    branch = Control("branch.name", "党组织全称", FieldKind.TEXT, BLANK * 20, (), room, _UNDERLINED)
    year = Control("year", "年度", FieldKind.TEXT, BLANK * 4, (), room, _UNDERLINED)
    return "".join(
        (
            paragraph_start("Identity"),
            run("党支部："),
            *map(str, control(branch, branch.name, story)),
            run("　　年度："),
            *map(str, control(year, year.name, story)),
            "</w:p>",
        )
    )
