"""What can go wrong. Every message says what, where, and what to do about it, on one line."""

from __future__ import annotations


class AnsinhError(Exception):
    """The root of the errors that a user can act on; its text is shown as it is, and the exit code is 2."""


class ArticleError(AnsinhError):
    """An article that cannot be read; the other articles of the same call still can."""


class FetchError(ArticleError):
    """An address that is not asked for, or that gives no page."""


class UnreachableError(FetchError):
    """An address that gives no page this time; a snapshot of it is read in its place, where there is one."""


class StoreError(AnsinhError):
    """A store that is missing, in use, damaged, or of another version."""


class QueryError(AnsinhError):
    """A saved query, a parameter or a SPARQL text that cannot be run."""


class KnowledgeError(AnsinhError):
    """A file of the ontology, the shapes or the saved queries that breaks its own rules."""


class ReviewError(AnsinhError):
    """A decision, or a file of decisions, that cannot be taken as it is."""


class LoadError(AnsinhError):
    """A file of other data, or a name for its graph, that cannot be taken as it is."""
