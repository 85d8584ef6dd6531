# Everything is set up by these targets: a fresh machine needs Python 3.11+, make and git alone.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
STAMPS := build/stamps
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

# `make test` throws the same dice each time, so that a change is judged by what it changes; the fuzz commands throw anew.
SEED_OF_TESTS := 20261121

.PHONY: help serve build kit kit-same check test test-scripts test-site typecheck test-all axe fuzz-data fuzz-files faults growth zensical audit bench lighthouse bench-search schema lock readings release-ids clean

help: ## この一覧を出す
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

serve: $(STAMPS)/python $(STAMPS)/node ## サイトを組み立てて http://127.0.0.1:8000 で見る（直すと自動で更新）
	$(PY) -m mkdocs serve --dev-addr 127.0.0.1:$${PORT:-8000}

build: $(STAMPS)/python $(STAMPS)/node ## サイトを site/ に組み立てる
	$(PY) -m mkdocs build --clean

kit: $(STAMPS)/python-kit $(STAMPS)/node ## 研修キットを作る（サイトと dist/ のオフライン版。COMPLETE=1 で、欠けがあれば失敗にする）
	@$(PY) -m tests.browser.chromium || echo "ブラウザーがないまま続けます。"
	$(PY) -m macros.kit $(if $(COMPLETE),--complete)

kit-same: ## 研修キットを二度作って、同じものになるか確かめる
	$(MAKE) kit && cp dist/SHA256SUMS build/SHA256SUMS.first && cp site/kit/files/SHA256SUMS.txt build/files.first
	$(MAKE) kit && cmp dist/SHA256SUMS build/SHA256SUMS.first && cmp site/kit/files/SHA256SUMS.txt build/files.first
	@echo "二度とも同じでした。"

check: $(STAMPS)/python ## データの決まりだけを確かめる（2秒ほど）
	@$(PY) -m macros.check

test: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser ## すべての試験
	@$(PY) -m macros.check
	@$(MAKE) --no-print-directory -j2 test-scripts test-site
	$(PY) -m pytest -n 2 --dist worksteal -q

# Neither needs the other: side by side they take half a minute less.
test-scripts:
	@tools/with-node npm run --silent typecheck
	@SEED=$${SEED:-$(SEED_OF_TESTS)} tools/with-node npm test --silent

test-site:
	$(PY) -m mkdocs build --clean

test-all: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser ## すべての試験を、すべてのページ、http:// と file:// の両方で（2時間ほど）
	$(PY) -m mkdocs build --clean
	ALL_PAGES=1 $(PY) -m pytest -n 2 --dist worksteal -q

axe: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser ## すべてのページを axe で、ふりがなのあり・なしで確かめる（1時間ほど）
	$(PY) -m mkdocs build --clean
	ALL_PAGES=1 $(PY) -m pytest -n 2 --dist worksteal -q tests/browser -k 'everybody or accessib'

fuzz-data: $(STAMPS)/python ## データを一つずつまちがえ、知らせ方を確かめる（1,000通り。SEED= で同じものをくり返す）
	$(PY) -m tests.fuzz.data --count $${COUNT:-1000} $${SEED:+--seed $$SEED}

fuzz-files: $(STAMPS)/node ## 壊れたファイルを読み込ませる（10,000個。SEED= で同じものをくり返す）
	COUNT=$${COUNT:-10000} tools/with-node npm test --silent -- fuzz && COUNT=$$(( $${COUNT:-10000} / 5 )) tools/with-node npm test --silent -- xlsx-plain

faults: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser ## 使っている途中の故障を起こす（ブラウザーを200回止めるなど。数十分）
	$(PY) -m mkdocs build --clean --quiet
	$(PY) -m tests.browser.kills --kills $${COUNT:-200} $${SEED:+--seed $$SEED}
	FAULTS=all $(PY) -m pytest -q tests/browser/test_self_check_faults.py tests/browser/test_self_check_storage.py tests/browser/test_payloads.py tests/browser/test_mutated_files.py tests/test_kit_payloads.py

growth: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser ## 記録を5倍、20倍に増やして組み立て、時間とメモリーの伸びを見る（1時間ほど。TIMES="1 5" で変えられる）
	$(PY) -m tests.growth $(TIMES)
	$(PY) -m mkdocs build --clean --quiet
	$(PY) -m tests.growth.files

zensical: $(STAMPS)/python-test $(STAMPS)/python-zensical $(STAMPS)/node ## サイトを Zensical で組み立て、MkDocs のものと比べる（Material のあとの備え）
	$(PY) -m mkdocs build --clean --quiet
	$(PY) -m tests.zensical

audit: $(STAMPS)/python ## 依存パッケージの知られた弱点を調べる（外のデータベースに問い合わせます）
	@test -x $(VENV)/bin/uvx || $(PY) -m pip install --quiet uv || { \
	  echo "uv を入れられません。インターネットにつながるところで、もう一度 make audit を実行してください。" >&2; exit 2; }
	@$(PY) -m tests.audit

bench: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser $(STAMPS)/bench ## 速さと大きさを測り、docs/about/speed.md に書く（PARTS= で一部だけ）
	$(PY) -m mkdocs build --clean --quiet
	$(PY) -m tests.bench $(PARTS)

lighthouse: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser $(STAMPS)/bench ## Lighthouse で確かめる（時間で変わらない点だけ）
	$(PY) -m mkdocs build --clean --quiet
	$(PY) -m tests.bench.lighthouse

bench-search: $(STAMPS)/python-test $(STAMPS)/node $(STAMPS)/browser ## 検索を測る（標準の検索、Pagefind とくらべる）
	$(PY) -m mkdocs build --clean
	$(PY) -m tests.bench.search --half heldout --failures

schema: $(STAMPS)/python ## data/README.md と data/schema/ を作り直す
	$(PY) -m macros.schema

release-ids: $(STAMPS)/python ## いまある id を台帳に書く（公開するとき）
	$(PY) -m macros.check.ledger

readings: build ## ふりがなの一覧を build/readings.csv に書く（まれな読みから。目で確かめるため）
	$(PY) -m macros.furigana

lock: $(STAMPS)/python ## 依存パッケージの版を固定し直す
	$(PY) -m pip install --quiet uv
	for name in requirements requirements-kit requirements-test requirements-node requirements-zensical; do \
	  $(VENV)/bin/uv pip compile --quiet --upgrade --generate-hashes --no-emit-index-url --no-header \
	    --universal --python-version 3.11 $$name.in --output-file $$name.txt || exit 1; done
	tools/with-node npm update

clean: ## 作ったものを消す（環境は残す）
	rm -rf site dist build/out

$(STAMPS)/python: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 以上が必要です。python.org などから入れて、make PYTHON=python3.12 のように指定してください。" >&2; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV) || { \
	  echo "仮想環境を作れません。Debian・Ubuntu では apt install python3-venv を実行してください。" >&2; exit 1; }
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/python-test: requirements-test.txt $(STAMPS)/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

$(STAMPS)/python-kit: requirements-kit.txt $(STAMPS)/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-kit.txt
	@touch $@

$(STAMPS)/python-zensical: requirements-zensical.txt $(STAMPS)/python
	$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-zensical.txt
	@touch $@

$(STAMPS)/node: package-lock.json $(STAMPS)/python
	tools/with-node npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What is only compared with, apart from what the site needs. Node from .venv: Lighthouse wants a new one.
$(STAMPS)/bench: tests/bench/package-lock.json $(STAMPS)/python-test
	PATH="$(CURDIR)/$(VENV)/bin:$$PATH" npm ci --prefix tests/bench --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(STAMPS)/browser: $(STAMPS)/python-test
	$(PY) -m tests.browser.chromium
	@touch $@
