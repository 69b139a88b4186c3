"""The verbs of a task's page by the word in their address."""

from tinhso.steering.pages.work.doing import Doing
from tinhso.steering.pages.work.doings import completion, discussion, extensions, people, products, progress, units

DOINGS: dict[str, Doing] = {
    doing.slug: doing
    for module in (progress, people, units, extensions, products, completion, discussion)
    for doing in module.DOINGS
}
