"""The words of the command line about official documents."""

from tinhso.lib.command import Command

COMMANDS = (Command("check", "kiểm tra thể thức một văn bản .docx, .pdf", "tinhso.kernel.documents.paper.console:run"),)
