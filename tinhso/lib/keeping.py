"""Answers kept in the process, each with a label of what it was made from: another label, and it is read again."""

from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Generic, TypeVar

Question = TypeVar("Question", bound=Hashable)
Answer = TypeVar("Answer")


class Kept(Generic[Question, Answer]):
    """Question → answer, shared by all threads of the process: nobody may change an answer.

    A label is taken before the reading, so that what changes meanwhile is read again; labels are compared by ``==``.
    """

    def __init__(self, most: int) -> None:
        """So many answers are kept; one more, and all older ones go."""
        self._most = most
        self._kept: Mapping[Question, tuple[object, Answer]] = {}

    def one(self, question: Question, label: object, read: Callable[[], Answer]) -> Answer:
        """The answer to a question, read where it is not kept under the label."""
        known = self._kept.get(question)
        if known is not None and known[0] == label:
            return known[1]
        answer = read()
        self._keep({question: (label, answer)})
        return answer

    def many(
        self, labels: Mapping[Question, object], read: Callable[[Collection[Question]], Mapping[Question, Answer]]
    ) -> dict[Question, Answer]:
        """The answers in the order of the labels; whatever is not kept is read at once. Without answer: missing."""
        kept = self._kept
        found = {each: known[1] for each, label in labels.items() if (known := kept.get(each)) and known[0] == label}
        stale = [each for each in labels if each not in found]
        if not stale:
            return found
        fresh = read(stale)
        self._keep({each: (labels[each], answer) for each, answer in fresh.items()})
        return {
            each: fresh[each] if each in fresh else found[each] for each in labels if each in fresh or each in found
        }

    def forget(self) -> None:
        """Keep nothing, so that a measurement reads everything anew."""
        self._kept = {}

    def _keep(self, fresh: Mapping[Question, tuple[object, Answer]]) -> None:
        if len(fresh) > self._most:
            return
        all_ = {**self._kept, **fresh}
        # One assignment: another thread sees the answers of before or those of now, each with its own label.
        self._kept = all_ if len(all_) <= self._most else fresh
