package e2e

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"madoguchi/data"
	"madoguchi/data/source"
	"madoguchi/data/source/endoflife"
	"madoguchi/policy"
)

// TestImported_inBrowser fills the store with the whole of endoflife.date in
// Chromium, tells the status of every release, and prints how long both take.
func TestImported_inBrowser(t *testing.T) {
	names, err := filepath.Glob("../../../shared/data/endoflife/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatal("no product files of endoflife.date: put a copy of shared/ beside the project")
		}
		t.Log("not run: there are no product files of endoflife.date beside the project")
		return
	}
	var files []source.File
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, source.File{Name: filepath.Base(name), Data: b})
	}
	c, issues, _ := source.Read(endoflife.VendorID, endoflife.Read(files).Files, policy.Country{})
	if len(issues) > 0 {
		t.Fatal(issues[0])
	}
	want := map[policy.Verdict]int{}
	on := policy.MustDate("2026-08-22")
	for _, p := range c.Products {
		for _, r := range p.Releases {
			want[policy.StatusOn(&p, &r, on)]++
		}
	}
	server := httptest.NewServer(http.FileServer(http.Dir(benchmarkSite(t, c))))
	defer server.Close()
	tab, cancel := chromedp.NewContext(chrome)
	defer cancel()
	var said string
	if err := chromedp.Run(tab, chromedp.Navigate(server.URL),
		chromedp.Poll(`document.title === "done"`, nil, chromedp.WithPollingTimeout(time.Minute)),
		chromedp.Evaluate("JSON.stringify(result)", &said)); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Products, Releases int
		Counts             map[policy.Verdict]int
		Load, Status       float64
	}
	if err := json.Unmarshal([]byte(said), &got); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d products with %d releases: %.0f ms to load, cold; %.1f ms for the status of every release", got.Products, got.Releases, got.Load, got.Status)
	if got.Products != 464 || got.Releases != 8351 {
		t.Errorf("%d products, %d releases, want 464, 8351", got.Products, got.Releases)
	}
	for v, n := range want {
		if got.Counts[v] != n {
			t.Errorf("%d releases are %s in the browser, %d here", got.Counts[v], v, n)
		}
	}
}

// benchmarkSite builds the timed program with a catalog, and a page around it.
func benchmarkSite(t *testing.T, c policy.Catalog) string {
	t.Helper()
	dir := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, b []byte) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	compiled := write("catalog.bin", data.EncodeSnapshot(policy.Country{}, []policy.Catalog{c}))
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(root, "build/testdata/bench/catalog.bin"): compiled}})
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-buildvcs=false", "-overlay", write("overlay.json", overlay), "-o", filepath.Join(dir, "bench.wasm"), "./build/testdata/bench")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	loader, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib/wasm/wasm_exec.js"))
	if err != nil {
		t.Fatal(err)
	}
	write("wasm_exec.js", loader)
	write("index.html", []byte(`<!doctype html><title>bench</title><script src="wasm_exec.js"></script><script>
const go = new Go();
WebAssembly.instantiateStreaming(fetch("bench.wasm"), go.importObject).then(r => go.run(r.instance));
</script>`))
	return dir
}
