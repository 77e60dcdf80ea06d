"""The account of a build."""

from __future__ import annotations

from dataclasses import dataclass, field

from ansinh.checking.shacl import Result


@dataclass(frozen=True, slots=True)
class Refusal:
    """An article that is not put in, and the violations that are the reason."""

    file: str
    article: str
    violations: tuple[Result, ...]


@dataclass(slots=True)
class BuildReport:
    """What a build did.

    `added` and `replaced` have the ids of articles, `same` a line for every file whose bytes are another one's too,
    `refused` the articles that violate a shape, `failed` a line for every file that could not be read, `unread` the
    files in a language that is not read yet (they are put in without facts), and `remarks` what the shapes say of the
    articles that were put in (warnings and infos). `off` counts the statements of the whole store that the audit finds
    to be off. Of what people decided, `decided` counts the decisions that hold;
    `moved` and `lost` have a line for each whose figure stands elsewhere now, or that does not fit any more, and `lost`
    one for each article that decisions stand on and that the store does not have.
    """

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    remarks: list[Result] = field(default_factory=list)
    off: int = 0
    decided: int = 0
    moved: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether any article was put in."""
        return bool(self.added or self.replaced)
