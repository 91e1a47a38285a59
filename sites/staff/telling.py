"""What becomes of what visitors tell: its status, and how that is said."""

from enum import StrEnum

from sites.names import Text


class Status(StrEnum):
    """Where a report is."""

    NEW = "new"
    LOOKED_AT = "looked_at"
    CORRECTED = "corrected"
    DECLINED = "declined"

    @property
    def waits(self) -> bool:
        """Whether somebody has to do something about it."""
        return self in {Status.NEW, Status.LOOKED_AT}


SAID: dict[Status, Text] = {
    Status.NEW: Text(vi="mới", en="new"),
    Status.LOOKED_AT: Text(vi="đang xem xét", en="being looked at"),
    Status.CORRECTED: Text(vi="đã sửa", en="corrected"),
    Status.DECLINED: Text(vi="không sửa", en="not corrected"),
}
"""How the statuses are said."""

LONGEST = 2000
"""So many letters a report may have."""
