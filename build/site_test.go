package main

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	portal "madoguchi/app"
	"madoguchi/app/browser"
	"madoguchi/app/page"
	"madoguchi/app/route"
	"madoguchi/data"
	"madoguchi/data/golden"
	"madoguchi/policy"
)

// TestPrerender_pages keeps every page as it is rendered ahead, and some with
// choices in their address, as a browser would show them at noon of a Wednesday.
func TestPrerender_pages(t *testing.T) {
	country, catalogs, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	site := &page.Site{Store: data.OpenCatalogs(country, catalogs), Place: route.Place{Base: "/"}}
	portal.Route(site)
	handler := &app.Handler{Version: "1", Resources: resolver{}, Icon: app.Icon{Default: "/icon.svg"}}
	for _, r := range site.Routes() {
		name := strings.ReplaceAll(strings.Trim(r.Path(), "/"), "/", "-")
		if name == "" {
			name = "home"
		}
		golden.Check(t, "testdata/pages/"+name+".html", rendered(t, handler, r.Path(), ""))
	}
	site.Browser = browser.Browser{Clock: fixedClock{}}
	for name, address := range map[string]string{
		"state-version-supported":     "/infinico/version/#product=NetNebulas2+DHCP&version=3.27.4&on=2024-06-01",
		"state-version-not-supported": "/en/infinico/version/#product=NetNebulas2+DHCP&version=3.34.3&on=2024-06-01",
		"state-version-conflict":      "/infinico/version/#product=NetNebulas-VA+DHCP&version=3.18.3",
		"state-version-candidates":    "/en/infinico/version/#product=NetNebulas2&version=3.34.3",
		"state-version-misread":       "/infinico/version/#product=NetNebulas2+DHCP&version=latest&on=soon&colour=blue",
		"state-quote":                 "/cmskit/quote/#line=A:1&line=H:１０&on=2026-04-01",
		"state-quote-refused":         "/en/cmskit/quote/#line=A:1&line=I:2&line=B:x&line=Z:1&on=2026-04-01",
		"state-plan":                  "/cmskit/plan/#holding=installed-perpetual&minor-versions=yes&tickets=18,5,2&on=2026-04-01",
		"state-plan-open":             "/en/cmskit/plan/#tickets=5&on=2026-04-01",
		"state-triage-question":       "/ontime/triage/#bought-from=partner&contract=none",
		"state-triage-outcome":        "/en/ontime/triage/#bought-from=shop&contract=maker&platform=exchange&extent=all-users&elsewhere=no",
		"state-home-found":            "/#q=NetNebulas2+DHCP+3.34.3",
		"state-home-candidates":       "/en/#q=NetNebulas2",
	} {
		path, fragment, _ := strings.Cut(address, "#")
		golden.Check(t, "testdata/pages/"+name+".html", rendered(t, handler, path, fragment))
	}
}

// fixedClock stands still at noon of a Wednesday in Japan, on a machine in Japan.
type fixedClock struct{}

func (fixedClock) Now() policy.Instant         { return noon() }
func (fixedClock) Zone() (policy.Zone, string) { return policy.FixedZone(9 * 3600), "Asia/Tokyo" }

// rendered is a page with a line for each element, so that differences can be
// read.
func rendered(t *testing.T, handler *app.Handler, path, fragment string) string {
	t.Helper()
	req := httptest.NewRequest(http.MethodGet, path, nil)
	req.URL.Fragment, req.URL.RawFragment = mustUnescape(t, fragment), fragment
	body, err := prerenderRequest(handler, req)
	if err != nil {
		t.Fatal(err)
	}
	return strings.ReplaceAll(body, "><", ">\n<") + "\n"
}

// TestBuildSite builds the whole site and follows every link on it.
func TestBuildSite(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	n, err := BuildSite(root, dir)
	if err != nil {
		t.Fatal(err)
	}
	if n < 18 {
		t.Errorf("the site has %d pages, want at least 18", n)
	}
	server := httptest.NewServer(Static(dir))
	defer server.Close()
	link := regexp.MustCompile(` (?:href|src|data-wasm)="([^"]*)"`)
	seen := map[string]bool{}
	queue := []string{"/"}
	pages := 0
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		if seen[path] {
			continue
		}
		seen[path] = true
		res, err := http.Get(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		if res.StatusCode != http.StatusOK {
			t.Errorf("%s: status %d", path, res.StatusCode)
		}
		kind := res.Header.Get("Content-Type")
		b := readAll(t, res)
		if !strings.HasPrefix(kind, "text/html") {
			if strings.HasSuffix(path, ".wasm") && kind != "application/wasm" {
				t.Errorf("%s is served as %s, which browsers do not compile while it arrives", path, kind)
			}
			continue
		}
		pages++
		if !strings.Contains(b, `<html lang="`) || !strings.Contains(b, "<h1>") || strings.Contains(b, "goapp") {
			t.Errorf("%s has no language or heading, or a loader of go-app's", path)
		}
		for _, m := range link.FindAllStringSubmatch(b, -1) {
			target, _, _ := strings.Cut(m[1], "#")
			if target == "" {
				continue
			}
			if !strings.HasPrefix(target, "/") {
				t.Errorf("%s links to %q, outside the site", path, target)
				continue
			}
			queue = append(queue, target)
		}
	}
	res, err := http.Get(server.URL + "/moon/")
	if err != nil {
		t.Fatal(err)
	}
	if b := readAll(t, res); res.StatusCode != http.StatusNotFound || !strings.Contains(b, "ページが見つかりません") {
		t.Errorf("a page that is not there: status %d, want 404 and the page that says so", res.StatusCode)
	}
	if pages != n {
		t.Errorf("%d of %d pages are reached by links", pages, n)
	}
	for _, fact := range []struct{ file, text string }{
		{"infinico/version/index.html", "NetWyvern DHCP1000i、DHCP2000i、DHCP3000i"},
		{"en/infinico/version/index.html", "1.06.11"},
		{"cmskit/quote/index.html", "520,000円"},
		{"en/cmskit/quote/index.html", "¥12,000"},
		{"ontime/triage/index.html", "メーカーのIntraVisionへ"},
		{"infinico/index.html", "保守サービスポリシー"},
	} {
		b, err := os.ReadFile(filepath.Join(dir, fact.file))
		if err != nil || !strings.Contains(string(b), fact.text) {
			t.Errorf("%s lacks %q, to be read without the program: %v", fact.file, fact.text, err)
		}
	}
}

func TestPrerender_missing(t *testing.T) {
	handler := &app.Handler{Version: "1", Resources: resolver{}, Icon: app.Icon{Default: "/icon.svg"}}
	if body, err := prerender(handler, "/moon/"); err == nil {
		t.Errorf("a page that does not exist is rendered as %q", body)
	}
}

func TestParser(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"one text", "<p>a &lt; b</p>", "<p>a &lt; b</p>"},
		{"several children", "<p>\n  a\n  <b>c</b>\n  d\n</p>", "<p>a<b>c</b>d</p>"},
		{"an empty text among them", "<p>\n\n  <b>c</b>\n</p>", "<p><b>c</b></p>"},
		{"blanks of a text are kept", "<p>\n   a \n  <b>c</b>\n</p>", "<p> a <b>c</b></p>"},
		{"quotes in an attribute", `<p title="a \"b\" \\ \u3000">x</p>`, "<p title=\"a &#34;b&#34; \\ \u3000\">x</p>"},
		{"attributes in order", `<p id="x" class="y">x</p>`, `<p class="y" id="x">x</p>`},
		{"a switch that is on", `<input checked disabled="false">`, `<input checked>`},
		{"a truth that has to be said", `<p aria-hidden>x</p>`, `<p aria-hidden="true">x</p>`},
	} {
		p := pageText{rest: tt.in + "\n"}
		n, err := p.node(0)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var b strings.Builder
		n.write(&b)
		if b.String() != tt.want {
			t.Errorf("%s: %s becomes %s, want %s", tt.name, tt.in, b.String(), tt.want)
		}
	}
	for _, in := range []string{"", "<p", "<p>x", "<p a=b>x</p>", "<p>\n x\n</p>", "<p>x</q>"} {
		p := pageText{rest: in}
		if n, err := p.node(0); err == nil {
			t.Errorf("%q is read as %+v, want an error", in, n)
		}
	}
}

func TestServe_portTaken(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	index := filepath.Join(root, dist, "index.html")
	if _, err := os.Stat(index); err != nil {
		if err := writeFile(index, []byte("a site")); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(index)
	}
	listener, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	t.Setenv("PORT", fmt.Sprint(listener.Addr().(*net.TCPAddr).Port))
	err = run([]string{"serve"}, nil, nil, nil)
	if err == nil || !strings.Contains(err.Error(), "is taken by another program") || !strings.Contains(err.Error(), "PORT=") {
		t.Errorf("serve on a taken port: %v, want a message that says what to do", err)
	}
	t.Setenv("PORT", "seaside")
	if err := run([]string{"serve"}, nil, nil, nil); err == nil {
		t.Error("serve on a port that is none: want an error")
	}
}

func TestCheck(t *testing.T) {
	var out strings.Builder
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"check", filepath.Join(root, "data/catalog")}, nil, &out, nil); err != nil || !strings.HasSuffix(out.String(), "no issue\n") {
		t.Errorf("check of the shipped catalogs: %v\n%s", err, out.String())
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		"japan.yaml":       "taxRounding: down\n",
		"acme/vendor.yaml": "vendor:\n  id: acme\n  nam: x\n",
	} {
		if err := writeFile(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	out.Reset()
	if err := run([]string{"check", dir}, nil, &out, nil); err != errTold {
		t.Errorf("check of a bad catalog: %v, want status 1", err)
	}
	if want := dir + `/acme/vendor.yaml:3:3: unknown key "nam": did you mean "name"?`; !strings.Contains(out.String(), want) {
		t.Errorf("check of a bad catalog says\n%swant %s among it", out.String(), want)
	}
}

func TestRun_unknownVerb(t *testing.T) {
	for _, args := range [][]string{nil, {"dance"}} {
		if err := run(args, nil, nil, nil); err == nil || !strings.Contains(err.Error(), "serve") {
			t.Errorf("run(%v): %v, want the list of verbs", args, err)
		}
	}
}
