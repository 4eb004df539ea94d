"""Templates into Markdown: what every page template can say, and how."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2 import pass_context
from markupsafe import Markup

from generators.plan.prefill import chinese_date
from generators.site.address import MARKS, Address, address_of, hub_of
from generators.site.contact import mail_in
from generators.site.marks import MEANINGS
from generators.site.templates import TEMPLATES
from generators.site.text import anchor_of, escaped, joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jinja2.runtime import Context

    from generators.model.base import Citation, Statement, Verified
    from generators.model.library import Library


@dataclass(frozen=True)
class Composer:
    """Writes the Markdown of pages about one library."""

    library: Library
    environment: jinja2.Environment

    @classmethod
    def of(cls, library: Library) -> Composer:
        """A composer for pages about this library."""
        return cls(library, _environment())

    def write(self, template: str, path: str, **context: Any) -> str:
        """The Markdown of the page at `path`."""
        vocabulary = {
            "library": self.library,
            "publication": self.library.publication,
            "link": self.link,
            "hub": self.hub,
            "to": self.to,
            "cites": self.cites,
            "mark": self.mark,
            "say": self.say,
        }
        return self.environment.get_template(f"{template}.md.j2").render(here=path, **vocabulary, **context)

    @pass_context
    def to(self, context: Context, target: Address) -> Markup:
        """The relative address of a place of the site."""
        return Markup(target.seen_from(context["here"]))  # noqa: S704 -- made of ids and anchors

    @pass_context
    def link(self, context: Context, kind: str, identifier: str, text: str = "", anchor: str = "") -> Markup:
        """A link to a noun's page, by its title unless another text is given."""
        label = text or self.library.of(kind)[identifier].title
        address = address_of(kind, identifier)
        return _link(label, (address.at(anchor) if anchor else address).seen_from(context["here"]))

    @pass_context
    def hub(self, context: Context, kind: str, text: str) -> Markup:
        """A link to the page that lists a kind."""
        return _link(text, hub_of(kind).seen_from(context["here"]))

    @pass_context
    def mark(self, context: Context, verified: Verified | None) -> Markup:
        """A verification mark, linked to its place in the legend; nothing for no mark."""
        if verified is None:
            return Markup("")
        address = Address(MARKS, verified.value).seen_from(context["here"])
        return Markup(  # noqa: S704 -- the parts are ours
            # A word joiner keeps the mark on the line of what it marks.
            f"\u2060[{verified.label}]({address})"
            f'{{ .zb-mark .zb-mark--{verified.value} title="核实标记：{MEANINGS[verified]}" }}'
        )

    @pass_context
    def cites(self, context: Context, basis: Sequence[Citation]) -> Markup:
        """Citations as `《发展党员细则》第七条`, each provision linked."""
        return Markup("；").join(self._citation(context, citation) for citation in basis)

    def _citation(self, context: Context, citation: Citation) -> Markup:
        policy = self.library.policy[citation.policy]
        page = address_of("policy", policy.id)
        named = f"《{policy.short}》"
        if len(citation.provision) == 1:
            number = citation.provision[0]
            said = _link(f"{named}{number}", page.at(anchor_of(number)).seen_from(context["here"]))
        else:
            said = _link(named, page.seen_from(context["here"]))
            said += Markup("、").join(
                _link(number, page.at(anchor_of(number)).seen_from(context["here"])) for number in citation.provision
            )
        if citation.note:
            said += escaped(f"（{citation.note}）")
        return said + self.mark(context, citation.verified)

    @pass_context
    def say(self, context: Context, statement: Statement) -> Markup:
        """A statement with its mark, its note and what it rests on."""
        said = escaped(statement.text) + self.mark(context, statement.verified)
        if statement.note:
            said += Markup('<span class="zb-note">') + escaped(f"（{statement.note}）") + Markup("</span>")
        if statement.basis:
            said += Markup('<span class="zb-basis">') + self.cites(context, statement.basis) + Markup("</span>")
        return said


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES / "site" / "pages"),
        undefined=jinja2.StrictUndefined,
        # Every value is escaped for Markdown and HTML at once; only what is made here as Markup passes.
        autoescape=True,
        finalize=escaped,
        # `{#` begins the ids of headings.
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "anchor": anchor_of,
        "joined": joined,
        "mail": mail_in,
        "date": chinese_date,
        "number": lambda value: f"{value:g}",
    }
    return environment


def _link(text: str, target: str) -> Markup:
    return Markup("[") + escaped(text) + Markup(f"]({target})")  # noqa: S704 -- a target is made of ids and anchors
