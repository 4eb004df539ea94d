"""All rules that the content must keep, in one list."""

from __future__ import annotations

from generators.content.checks.books import check_books
from generators.content.checks.branches import check_branches
from generators.content.checks.changes import check_changes
from generators.content.checks.floor_plans import check_floor_plans
from generators.content.checks.forms import check_forms
from generators.content.checks.officials import check_officials
from generators.content.checks.policies import check_policies, check_superseded
from generators.content.checks.posts import check_posts
from generators.content.checks.procedures import check_procedures
from generators.content.checks.references import check_citations, check_references, check_repetitions
from generators.content.checks.rosters import check_rosters
from generators.content.checks.rules import check_rules
from generators.content.checks.signs import check_signs
from generators.content.checks.spelling import check_spelling
from generators.content.checks.standards import check_standards
from generators.content.checks.terms import check_terms

CHECKS = (
    check_spelling,
    check_references,
    check_citations,
    check_repetitions,
    check_policies,
    check_superseded,
    check_posts,
    check_procedures,
    check_rules,
    check_officials,
    check_standards,
    check_forms,
    check_books,
    check_branches,
    check_floor_plans,
    check_rosters,
    check_signs,
    check_terms,
    check_changes,
)
"""What `load_library` checks when it is not told otherwise."""
