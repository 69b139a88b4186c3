"""The two forms of a letter: plain words and simple HTML."""

from django.template.loader import render_to_string

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.mail.content import Content, whole
from tinhso.kernel.mail.turning_off import path_to_turn_off


def written(account: Account, content: Content, *, office: str) -> tuple[str, str]:
    """The plain form and the HTML one."""
    facts = {
        "account": account,
        "content": content,
        "office": office,
        "settings_address": whole("/tai-khoan/thu-nhac"),
        "turn_off_address": whole(path_to_turn_off(account)),
    }
    return render_to_string("mail/letter.txt", facts), render_to_string("mail/letter.html", facts)
