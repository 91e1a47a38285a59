"""Roles of people with an account, and what each of them may do: one table."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the guide."""

    TEACHER = "teacher"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    PUBLISHER = "publisher"
    ADMINISTRATOR = "administrator"


class Action(StrEnum):
    """What an account may be allowed to do."""

    TEACH = "teach"
    WORK = "work"
    """See the board, drafts, histories and comments, and change drafts."""
    REVIEW = "review"
    """Comment, return and accept what others submit; answer reports."""
    PUBLISH = "publish"
    """Publish what was accepted; rename, delete and bring back sites."""
    TRANSFER = "transfer"
    """Change many sites at once from a file."""
    AUDIT = "audit"
    """Read who did what."""
    ACCOUNTS = "accounts"
    """Add people, give them roles, take their access away."""


CONTRIBUTORS = frozenset(
    {Role.CONTRIBUTOR, Role.EDITOR, Role.PUBLISHER, Role.ADMINISTRATOR}
)
EDITORS = CONTRIBUTORS - {Role.CONTRIBUTOR}
PUBLISHERS = EDITORS - {Role.EDITOR}

MAY: dict[Action, frozenset[Role]] = {
    Action.TEACH: frozenset(Role),
    Action.WORK: CONTRIBUTORS,
    Action.REVIEW: EDITORS,
    Action.PUBLISH: PUBLISHERS,
    Action.TRANSFER: PUBLISHERS,
    Action.AUDIT: EDITORS,
    Action.ACCOUNTS: frozenset({Role.ADMINISTRATOR}),
}
"""Who may do what; what is not in this table, nobody may."""


def may(role: Role | None, action: Action) -> bool:
    """Say whether somebody of a role may do something; without an account, nothing."""
    return role in MAY[action]
