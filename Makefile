# Every target is short: what it does is in the programs of ./build, which are
# tested. PORT= chooses the port of make run.

WASM = GOOS=js GOARCH=wasm

.PHONY: help run build page check test fast golden picture

help: ## List these targets.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: build ## Build everything and serve it on http://localhost:8080, or on PORT.
	@go run ./build serve

build: ## Build the site into build/dist.
	@go run ./build site

page: ## Build the portal as one file that needs no network, build/dist/madoguchi.html.
	@go run ./build page

check: ## Read the catalogs and print everything that is wrong with them.
	@go run ./build check

test: ## Check everything that must hold, in a real browser too; installs Chromium when it may.
	@go run ./build need chromium fonts-noto-cjk
	@$(MAKE) --no-print-directory fast
	go test -timeout 14m ./...

fast: check ## Check form, types and catalogs, without the tests.
	@test -z "$$(gofmt -l .)" || { echo "gofmt -w these:"; gofmt -l .; exit 1; }
	go vet ./... && $(WASM) go vet ./policy/... ./data/... ./app/... ./build/wasm

golden: ## Write the golden files anew; read the difference before you commit it.
	UPDATE=1 go test -run 'Ask_help|Prerender_pages|Flows_paths|ReadFolder_bad|Diff_golden|Write_layout|Read_whole' ./data/... ./build

picture: ## Take the picture in the README.
	@go run ./build need chromium fonts-noto-cjk
	@go run ./build picture
