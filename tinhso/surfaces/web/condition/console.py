"""``tinhso health [--json]``: the condition of the system, with an exit code for monitors."""

import argparse
import json

from tinhso.surfaces.web.condition.asking import ask_all, exit_code, worst

_SIGNS = {"good": "tốt ", "warn": "XEM ", "bad": "HỎNG"}


def health(words: list[str]) -> int:
    """0 well, 1 something to look at, 2 something is bad."""
    parser = argparse.ArgumentParser(prog="tinhso health")
    parser.add_argument("--json", action="store_true", help="cho phần mềm giám sát")
    wanted, asked = parser.parse_args(words), ask_all()
    tone = worst(asked)
    if wanted.json:
        print(json.dumps({"tone": tone, "parts": [each.plain() for each in asked]}, ensure_ascii=False, indent=2))
        return exit_code(tone)
    for each in asked:
        print(f"{_SIGNS[each.answer.tone]}  {each.probe.label}: {each.answer.words}")
        if each.answer.tone != "good" and each.answer.advice:
            print(f"      → {each.answer.advice}")
    return exit_code(tone)
