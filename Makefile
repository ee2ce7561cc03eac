# make reports   every study with the quick profile, the scoreboard and where the reports are
# make test      the whole test suite
# make paper     the committed reports, from the paper profile (up to half an hour a study)
# make check     the committed reports against the reference numbers, without running anything
# make test-cluster   runs on a real Slurm of two nodes on this machine, under faults (as root; three minutes)
# make bench     speed against reference implementations (Benchmarks/)
#
# MARCH: instruction set to build for; native by default, x86-64-v3 for mixed clusters, empty for the baseline.
# Results do not depend on it.

MARCH ?= native
# One set of flags for program and tests, so that they share one build (which 'swift test' by itself would not).
FLAGS = -c release $(if $(MARCH),-Xcc -march=$(MARCH)) -Xcc -ffp-contract=off -Xswiftc -enable-testing
PACKAGES = libgsl-dev gnuplot-nox pkg-config

SHELL = /bin/bash

.PHONY: reports test test-cluster paper check bench build setup

reports: build
	.build/release/kadanoff run --profile quick

# Runs that start many processes come after the rest, so that they do not keep it waiting.
MANY = FaultDrillTests|SubmitTests|JobScriptTests

# What failed is repeated at the end, where a reader of a long log looks first.
test: setup
	swift build $(FLAGS) --build-tests
	@set -o pipefail; \
	{ swift test $(FLAGS) --skip-build --skip '$(MANY)' && swift test $(FLAGS) --skip-build --filter '$(MANY)'; } 2>&1 \
	| tee .build/test.log || { echo; echo "What failed:"; \
	  grep -aE -A 4 'recorded an issue|: error: |Fatal error|unexpected signal' .build/test.log | tail -n 80; exit 1; }

test-cluster: build
	Tests/Cluster/run

paper: build
	.build/release/kadanoff run --profile paper

check: build
	.build/release/kadanoff check

bench: build
	Benchmarks/run

build: setup
	swift build $(FLAGS) --product kadanoff

# Installs what is missing as root or with sudo; otherwise prints the one command to type and stops.
setup:
	@if pkg-config --exists gsl 2>/dev/null && command -v gnuplot >/dev/null; then exit 0; fi; \
	install="apt-get install -y --no-install-recommends $(PACKAGES)"; \
	if [ "$$(id -u)" = 0 ]; then apt-get update && $$install; \
	elif sudo -n true 2>/dev/null; then sudo apt-get update && sudo $$install; \
	else echo "missing packages; please run:  sudo apt-get update && sudo $$install" >&2; exit 69; fi
