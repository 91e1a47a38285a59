"""Who is told by mail that a draft moved: all of it stands on the board as well."""

from flask import url_for

from guide.web.here import services
from guide.web.staff import access
from guide.web.staff.desk import Desk
from sites.names import Text
from sites.staff.moves import Move
from sites.staff.roles import Action

READERS: dict[Move, Action] = {
    Move.SUBMIT: Action.REVIEW,
    Move.ACCEPT: Action.PUBLISH,
}
"""Those to whom a move gives something to do; other moves concern who wrote."""

SUBJECTS: dict[Move, Text] = {
    Move.SUBMIT: Text(vi="Chờ duyệt: {0}", en="To review: {0}"),
    Move.RETURN: Text(vi="Trả lại: {0}", en="Returned: {0}"),
    Move.ACCEPT: Text(vi="Đã duyệt: {0}", en="Accepted: {0}"),
    Move.PUBLISH: Text(vi="Đã xuất bản: {0}", en="Published: {0}"),
}


def tell(desk: Desk, move: str) -> None:
    """Write to those whom a move of a draft concerns, but never to who made it."""
    if move not in set(SUBJECTS):
        return
    chosen, mine = Move(move), access.mine()
    wanted = READERS.get(chosen)
    to = [
        one.login
        for one in access.accounts().all()
        if one.active
        and one.login != mine.login
        and ((wanted and one.may(wanted)) or one.login in desk.draft.authors)
    ]
    site = services().catalogue.sites.get(desk.slug)
    name = site.name.vi if site else desk.slug
    address = url_for("edit.page", slug=desk.slug, _external=True, lang=None)
    subject = SUBJECTS[chosen]
    words = f"{subject.vi.format(name)} ({mine.called})\n{address}\n\n"
    words += f"{subject.en.format(name)} ({mine.called})\n"
    services().post.send(to, subject.vi.format(name), words)
