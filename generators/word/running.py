"""Running heads and feet, and the sections that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generators.word.controls import fixed_text
from generators.word.measure import twips
from generators.word.ooxml import HEAD, NAMESPACES, paragraph, run, simple_field
from generators.word.styles import RED

if TYPE_CHECKING:
    from generators.word.controls import Story
    from generators.word.paper import Paper

_RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="{RED}"/></w:pBdr>'


@dataclass(frozen=True)
class Owner:
    """Whose book it is, as every page says."""

    branch: str
    year: str


def header_part(owner: Owner | None, right: str, paper: Paper, story: Story) -> str:
    """The branch's full name on the left, year and form number on the right; nothing of both on a blank form."""
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{twips(paper.text_width)}"/></w:tabs>'
    if owner:
        left = fixed_text("branch.name", "党组织全称", owner.branch, story)
        year = fixed_text("year", "年度", owner.year, story) + run(f"年度　{right}")
    else:
        left, year = "", run(right)
    content = f"{left}<w:r><w:tab/></w:r>{year}"
    return f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Header', content, _RULE + tabs)}</w:hdr>"


def footer_part(pages: int) -> str:
    """第 x 页 共 y 页."""
    content = (
        f"{run('第 ')}{simple_field('PAGE', '1')}{run(' 页　共 ')}{simple_field('NUMPAGES', str(pages))}{run(' 页')}"
    )
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', content)}</w:ftr>"


def empty_header() -> str:
    """The header of a page that has none: without it the section would take its predecessor's."""
    return f"{HEAD}<w:hdr {NAMESPACES}>{paragraph('Header')}</w:hdr>"


def empty_footer() -> str:
    """The footer of a page that has none."""
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer')}</w:ftr>"


def section(paper: Paper, header: str, footer: str, *, protected: bool = True) -> str:
    """`w:sectPr` with the relationship ids of its header and footer. In an unprotected one links can be followed."""
    free = "" if protected else '<w:formProt w:val="0"/>'
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/><w:type w:val="nextPage"/>'
        f'{paper.size_and_margins()}<w:cols w:space="425"/>{free}</w:sectPr>'
    )
