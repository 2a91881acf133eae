package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/emersion/go-ical"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"madoguchi/app/route"
	"madoguchi/policy"
)

// opened is the open data of catalogs, for a site at a place that no test asks.
func opened(t testing.TB, catalogs []policy.Catalog) map[string][]byte {
	t.Helper()
	t.Setenv("ORIGIN", "https://support.example.com")
	files, err := openData(catalogs, route.Place{Base: "/"})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// compiler reads JSON Schemas from files, and takes formats such as date-time as
// part of them.
func compiler(t testing.TB, files map[string]string) *jsonschema.Compiler {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	for id, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := c.AddResource(id, doc); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func validate(t testing.TB, s *jsonschema.Schema, b []byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

// kindOf is which answer of the API stands at a path.
func kindOf(name string) string {
	parts := strings.Split(strings.TrimSuffix(strings.TrimPrefix(name, "api/v1/"), "index.json"), "/")
	switch n := len(parts) - 1; {
	case n == 0, n == 1 && parts[0] != "products":
		return "UriListResponse"
	case n == 1, parts[0] != "products":
		return "ProductListResponse"
	case parts[1] == "full":
		return "FullProductListResponse"
	case n == 2:
		return "ProductResponse"
	default:
		return "ProductReleaseResponse"
	}
}

// checkAPI holds every file of the API against the shape, and follows every
// address in it.
func checkAPI(t *testing.T, files map[string][]byte) (n int) {
	t.Helper()
	c := compiler(t, map[string]string{"api.json": "testdata/api-v1.schema.json"})
	shapes := map[string]*jsonschema.Schema{}
	for name, b := range files {
		if !strings.HasPrefix(name, "api/") {
			continue
		}
		n++
		kind := kindOf(name)
		if shapes[kind] == nil {
			s, err := c.Compile("api.json#/$defs/" + kind)
			if err != nil {
				t.Fatal(err)
			}
			shapes[kind] = s
		}
		if err := validate(t, shapes[kind], b); err != nil {
			t.Errorf("%s is no %s: %v", name, kind, err)
		}
		for _, part := range strings.Split(string(b), `"uri":"`)[1:] {
			address, _, _ := strings.Cut(part, `"`)
			target, ok := strings.CutPrefix(address, "https://support.example.com/")
			if strings.HasSuffix(target, "/") {
				target += "index.json"
			}
			if files[target] == nil || !ok {
				t.Errorf("%s leads to %s, where nothing is", name, address)
			}
		}
	}
	return n
}

// shared is a folder of data that is not part of the project.
func shared(t testing.TB, name string) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "../shared/data", name)
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("no data to compare with: put a copy of shared/ beside the project: %v", err)
		}
		t.Skipf("not run: no data to compare with: %v", err)
	}
	return dir
}

// checkOpenEoX holds every OpenEoX document against the schema of OASIS.
func checkOpenEoX(t *testing.T, files map[string][]byte) (n int) {
	t.Helper()
	dir := shared(t, "openeox")
	core, err := compiler(t, map[string]string{
		"https://docs.oasis-open.org/openeox/eox-core/v1.0/schema/meta.json": filepath.Join(dir, "schema/meta.json"),
		"https://docs.oasis-open.org/openeox/v1.0/schema/core.json":          filepath.Join(dir, "schema/eox-core.json"),
	}).Compile("https://docs.oasis-open.org/openeox/v1.0/schema/core.json")
	if err != nil {
		t.Fatal(err)
	}
	examples, err := filepath.Glob(filepath.Join(dir, "examples/*.json"))
	if err != nil || len(examples) == 0 {
		t.Fatal("no examples", err)
	}
	for _, name := range examples { // the schema is read as its authors mean it
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := validate(t, core, b); err != nil {
			t.Errorf("the example %s is not valid: %v", filepath.Base(name), err)
		}
		for _, bad := range []string{strings.Replace(string(b), `"end_of_life": "`, `"end_of_life": "soon`, 1), strings.Replace(string(b), "{", `{"end_of_everything": "tba",`, 1)} {
			if validate(t, core, []byte(bad)) == nil {
				t.Errorf("%s is valid, want an error", bad)
			}
		}
	}
	for name, b := range files {
		if !strings.HasPrefix(name, "openeox/") || path.Base(name) == "index.json" {
			continue
		}
		n++
		if err := validate(t, core, b); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	return n
}

// events reads the events of a calendar with a parser that is not ours, and checks
// that each has a UID of its own.
func events(t testing.TB, b []byte) []ical.Event {
	t.Helper()
	c, err := ical.NewDecoder(bytes.NewReader(b)).Decode()
	if err != nil {
		t.Fatalf("another program cannot read the calendar: %v", err)
	}
	if err := ical.NewEncoder(new(bytes.Buffer)).Encode(c); err != nil {
		t.Fatalf("another program finds the calendar wrong: %v", err)
	}
	seen := map[string]bool{}
	for _, e := range c.Events() {
		uid, err := e.Props.Text(ical.PropUID)
		if err != nil || uid == "" || seen[uid] {
			t.Fatalf("UID %q is missing or there twice: %v", uid, err)
		}
		seen[uid] = true
	}
	return c.Events()
}

// TestOpenData_shipped: what the site publishes of its own catalogs is what other
// programs expect.
func TestOpenData_shipped(t *testing.T) {
	_, catalogs, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	files := opened(t, catalogs)
	products, releases := 0, 0
	for _, c := range catalogs {
		products += len(c.Products)
		for _, p := range c.Products {
			releases += len(p.Releases)
		}
	}
	api := checkAPI(t, files)
	eox := checkOpenEoX(t, files)
	if eox != products+releases {
		t.Errorf("%d OpenEoX documents, want one for each of %d products and %d releases", eox, products, releases)
	}
	calendars := 0
	for name, b := range files {
		if path.Ext(name) == ".ics" {
			calendars++
			if len(events(t, b)) == 0 {
				t.Errorf("%s has no event", name)
			}
		}
	}
	for name, b := range opened(t, catalogs) {
		if !bytes.Equal(b, files[name]) {
			t.Errorf("%s differs from run to run", name)
		}
	}
	for _, fact := range []struct{ file, text string }{
		{"calendar/ja/dezie/dezie.ics", "\r\nDTSTART;VALUE=DATE:20120131\r\n"},
		{"openeox/dezie/dezie/6.json", `"end_of_life":"2012-01-31T23:59:59+09:00"`},
		{"api/v1/products/dezie-dezie/releases/6/index.json", `"isEol":true,"eolFrom":"2012-01-31"`},
		{"api/v1/products/infinico-netnebulas2-dhcp/releases/latest/index.json", `"name":"3.34.4"`},
	} {
		if !strings.Contains(string(files[fact.file]), fact.text) {
			t.Errorf("%s lacks %q:\n%s", fact.file, fact.text, files[fact.file])
		}
	}
	t.Logf("%d products, %d releases: %d files of the API, %d OpenEoX documents, %d calendars", products, releases, api, eox, calendars)
}

// TestOpenData_noOrigin: a site that does not know where it will stand links from
// its root, and puts no address into calendars.
func TestOpenData_noOrigin(t *testing.T) {
	_, catalogs, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("ORIGIN", "")
	files, err := openData(catalogs, route.Place{Base: "/support/"})
	if err != nil {
		t.Fatal(err)
	}
	var index struct{ Result []struct{ Name, URI string } }
	if err := json.Unmarshal(files["api/v1/index.json"], &index); err != nil || len(index.Result) == 0 || index.Result[0].URI != "/support/api/v1/products/" {
		t.Errorf("the index is %+v, %v, want /support/api/v1/products/ first", index, err)
	}
	for name, b := range files {
		if path.Ext(name) == ".ics" && strings.Contains(string(b), "\r\nURL:") {
			t.Errorf("%s has an address that leads nowhere", name)
		}
	}
	for _, bad := range []string{"support.example.com", "https://support.example.com/", "https://support.example.com/x", "ftp://x", "https://x?y"} {
		t.Setenv("ORIGIN", bad)
		if _, err := openData(catalogs, route.Place{Base: "/"}); err == nil || !strings.Contains(err.Error(), "https://support.example.com") {
			t.Errorf("ORIGIN %q: %v, want an error that says what to write", bad, err)
		}
	}
}

// TestStatic_openData: a folder without a page is served by its index.json, and
// each kind of file as what it is.
func TestStatic_openData(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"index.html": "home", "api/v1/index.json": "[]", "both/index.html": "page", "both/index.json": "[]", "ja.ics": "BEGIN", missingPage: "missing",
	} {
		if err := writeFile(filepath.Join(dir, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		path, kind, text string
		status           int
	}{
		{"/", "text/html; charset=utf-8", "home", 200},
		{"/api/v1/", "application/json", "[]", 200},
		{"/api/v1", "application/json", "[]", 200},
		{"/api/v1/index.json", "application/json", "[]", 200},
		{"/both/", "text/html; charset=utf-8", "page", 200},
		{"/ja.ics", "text/calendar; charset=utf-8", "BEGIN", 200},
		{"/no.ics", "text/html; charset=utf-8", "missing", 404},
	} {
		status, kind, text := get(t, Static(dir), tt.path)
		if status != tt.status || kind != tt.kind || text != tt.text {
			t.Errorf("%s: %d %s %q, want %d %s %q", tt.path, status, kind, text, tt.status, tt.kind, tt.text)
		}
	}
}
