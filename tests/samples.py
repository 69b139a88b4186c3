"""Where the checkout lies, and the plan that the demonstration starts from."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
SEED = CHECKOUT / "samples" / "plans" / "kh-bcdcds-bacgiang-2022.txt"
