"""Writes the section of a study in RESULTS.md from the lines that Benchmarks/run collected, and prints it.

usage: summarize.py STUDY MEASUREMENTS VERSION...

Sections of other studies stay as they are.
"""

import pathlib
import sys

from summaries import ising_generator, mlrg, phi4_irg, rbm_vs_rg, spin_glass_irg
from summaries.measurements import Measurements

STUDIES = {
    "mlrg": mlrg,
    "ising-generator": ising_generator,
    "phi4-irg": phi4_irg,
    "spin-glass-irg": spin_glass_irg,
    "rbm-vs-rg": rbm_vs_rg,
}
RESULTS = pathlib.Path(__file__).with_name("RESULTS.md")


def sections():
    """The text of the sections of RESULTS.md by study, each with its heading."""
    texts = RESULTS.read_text().split("\n## ")[1:] if RESULTS.exists() else []
    return {text.split(":", 1)[0]: f"## {text.strip()}\n" for text in texts}


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in STUDIES:
        print(f"usage: summarize.py {'|'.join(STUDIES)} MEASUREMENTS VERSION...", file=sys.stderr)
        sys.exit(64)
    study, path, *versions = sys.argv[1:]
    all_sections = sections()
    parts = [f"## {study}: {STUDIES[study].TITLE}"]
    parts += ["\n".join(part) for part in STUDIES[study].parts(Measurements(path), versions)]
    all_sections[study] = "\n\n".join(parts) + "\n"
    ordered = [all_sections[name] for name in STUDIES if name in all_sections]
    RESULTS.write_text("\n".join(["# Speed\n", *ordered]))
    print(all_sections[study], end="")


main()
