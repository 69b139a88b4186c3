"""Say something about a task, change what one has said; whoever is named by @tên is told."""

from tinhso.kernel.accounts.roles import Verb
from tinhso.lib.text import paragraphs
from tinhso.steering.following.hands import Hand
from tinhso.steering.following.mentions import mentioned_in
from tinhso.steering.following.models import Comment, Deed, Notice
from tinhso.steering.following.parts import Units, refuse_outsider
from tinhso.steering.following.refusals import NothingSaid, NotYourTask
from tinhso.steering.following.telling import tell_person
from tinhso.steering.following.work import Work, at_work
from tinhso.steering.programmes.models import Task


def comment(task: Task, text: str, hand: Hand) -> Comment:
    """By whoever has a part in the task or was asked into it. Raises NotYourTask, NothingSaid, NobodyOfThatName."""
    with at_work(task, hand) as work:
        refuse_outsider(work.part.speaks, what="tham gia trao đổi", whose="các đơn vị và người có liên quan")
        if known := work.sent(Comment):
            return known
        said = _said(text)
        through, verb = _speaking(work)
        made = work.write(Comment, Deed.Kind.COMMENT, through=through, verb=verb, note=said, text=said)
        _tell(work, made, made.text)
        return made


def edit_comment(comment: Comment, text: str, hand: Hand) -> Comment:
    """By whoever said it; what was said before stays. Raises NotYourTask, NothingSaid, NobodyOfThatName."""
    with at_work(comment.task, hand) as work:
        if comment.account_id != hand.by.pk:
            raise NotYourTask(what="sửa lời trao đổi này", whose=str(comment.account))
        said = _said(text)
        if work.sent(Deed) or said == comment.text:
            return comment
        Comment.objects.filter(pk=comment.pk).update(text=said)
        through, verb = _speaking(work)
        work.write(Deed, Deed.Kind.COMMENT_EDITED, through=through, verb=verb, about=comment, note=said)
        _tell(work, comment, said)
    comment.refresh_from_db()
    return comment


def _speaking(work: Work) -> tuple[Units, Verb]:
    """The units for which the person speaks, and the right by which he does."""
    part = work.part
    if not part.works and part.heads:
        return part.heads, Verb.APPROVE_REPORT
    if not part.works and part.judges:
        return part.judges, Verb.CONFIRM
    return part.works, Verb.REPORT


def _said(text: str) -> str:
    said = paragraphs(text)
    if not said:
        raise NothingSaid
    return said


def _tell(work: Work, comment: Comment, text: str) -> None:
    for account in mentioned_in(text, work.hand.today):
        tell_person(comment, account, f"{comment.who} nhắc đến bạn: {text}", kind=Notice.Kind.MENTION)
