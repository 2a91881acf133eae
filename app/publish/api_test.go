package publish

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"madoguchi/app/i18n"
	"madoguchi/data/golden"
	"madoguchi/policy"
)

// portal publishes catalogs at a place where no test will look.
func portal(catalogs ...policy.Catalog) Portal {
	return Portal{
		Catalogs: catalogs, Root: "https://support.example.com/",
		Page: func(lang i18n.Lang, vendor, product string) string {
			return "https://support.example.com/" + string(lang) + "/" + vendor + "/#product=" + product
		},
		Zone: func(name string) (policy.Zone, bool) { return policy.FixedZone(9 * 3600), name == "Asia/Tokyo" },
	}
}

func published(t *testing.T, catalogs ...policy.Catalog) map[string][]byte {
	t.Helper()
	files, err := portal(catalogs...).Files()
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestPortal_Files keeps the text of every file that is not a calendar.
func TestPortal_Files(t *testing.T) {
	files := published(t, acme)
	var all strings.Builder
	for _, path := range slices.Sorted(maps.Keys(files)) {
		all.WriteString(path + "\n")
		if strings.HasSuffix(path, ".json") {
			var b bytes.Buffer
			if err := json.Indent(&b, files[path], "    ", "  "); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			all.WriteString("    " + strings.TrimSpace(b.String()) + "\n")
		}
	}
	golden.Check(t, "testdata/files.txt", all.String())
	again := published(t, acme)
	for path, b := range files {
		if !bytes.Equal(b, again[path]) {
			t.Errorf("%s differs from run to run", path)
		}
	}
}

// releases are those of a product as the API has them.
func releases(t *testing.T, catalog policy.Catalog, product string) map[string]map[string]any {
	t.Helper()
	var answer struct {
		Result struct{ Releases []map[string]any }
	}
	if err := json.Unmarshal(published(t, catalog)["api/v1/products/"+product+"/index.json"], &answer); err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]any{}
	for _, r := range answer.Result.Releases {
		out[r["name"].(string)] = r
	}
	return out
}

func TestAPI_releases(t *testing.T) {
	later := acme
	later.Sources = []policy.Source{{ID: "terms", NoOlderThan: day("2024-05-23")}}
	undated := acme
	undated.Sources = nil
	type fields = map[string]any
	for _, tt := range []struct {
		name    string
		catalog policy.Catalog
		product string
		release string
		want    fields
	}{
		{"on the last day of a phase", acme, "acme-suite", "9", fields{"isEoas": false, "eoasFrom": "2024-05-22", "isEol": false, "eolFrom": "2026-01-31", "isMaintained": true}},
		{"on the next day", later, "acme-suite", "9", fields{"isEoas": true, "eoasFrom": "2024-05-22", "isEol": false, "isMaintained": true}},
		{"no end announced", acme, "acme-suite", "9", fields{"isDiscontinued": false, "discontinuedFrom": nil, "isEoes": false, "eoesFrom": nil}},
		{"over, the day is not known", acme, "acme-suite", "8", fields{"isEoas": true, "eoasFrom": nil}},
		{"over the day before", acme, "acme-suite", "8", fields{"isEol": true, "eolFrom": "2024-05-21", "isMaintained": false}},
		{"not offered", acme, "acme-suite", "8", fields{"isEoes": nil, "eoesFrom": nil}},
		{"a phase that the API has no room for", acme, "acme-suite", "8", fields{"custom": fields{"fixes": "2023-02-28"}}},
		{"all over, no day known", acme, "acme-suite", "7 / LTS", fields{"isEol": true, "eolFrom": nil, "isMaintained": false, "releaseDate": nil, "latest": nil}},
		{"nothing stated", acme, "acme-suite", "6", fields{"isEol": nil, "eolFrom": nil, "isMaintained": nil, "releaseDate": nil, "isEoas": nil}},
		{"long-term support and newest patch", acme, "acme-suite", "9", fields{"isLts": true, "ltsFrom": "2024-07-01", "codename": "Nine", "latest": fields{"name": "9.2", "date": "2024-05-01", "link": "https://acme.example/9"}}},
		{"listed as supported", acme, "acme-box", "3.1.4", fields{"isEol": false, "eolFrom": nil, "isMaintained": true, "releaseDate": "2023-08-31"}},
		{"a catalog without any day: what depends on the day", undated, "acme-suite", "8", fields{"isEol": nil, "eolFrom": "2024-05-21", "isEoas": true, "isDiscontinued": nil, "isMaintained": nil}},
		{"a catalog without any day: a listed release", undated, "acme-box", "3.1.4", fields{"isEol": nil, "isMaintained": nil}},
	} {
		got := releases(t, tt.catalog, tt.product)[tt.release]
		for key, want := range tt.want {
			value, there := got[key]
			g, _ := json.Marshal(value)
			w, _ := json.Marshal(want)
			if !there || !bytes.Equal(g, w) {
				t.Errorf("%s: %s of release %q = %s (there: %t), want %s", tt.name, key, tt.release, g, there, w)
			}
		}
	}
	if r := releases(t, acme, "acme-box")["3.1.4"]; len(r) != 11 {
		t.Errorf("a product without phases has the fields %v, want none of phases", slices.Sorted(maps.Keys(r)))
	}
}

// TestAPI_conflict: a row that another table of the vendor contradicts is neither
// supported nor not, and never the newest.
func TestAPI_conflict(t *testing.T) {
	c := acme
	box := acme.Products[0]
	box.Releases = append(slices.Clone(box.Releases), policy.Release{Version: "5.0.0", Day: day("2018-04-27"), Standing: policy.StandingConflict})
	c.Products = []policy.Product{box}
	got := releases(t, c, "acme-box")["5.0.0"]
	if got["isEol"] != nil || got["isMaintained"] != nil {
		t.Errorf("release in conflict: isEol %v, isMaintained %v, want null", got["isEol"], got["isMaintained"])
	}
	if latest := string(published(t, c)["api/v1/products/acme-box/releases/latest/index.json"]); !strings.Contains(latest, `"name":"4.0.0"`) {
		t.Errorf("the newest release is %s, want 4.0.0", latest)
	}
}

func TestSegments(t *testing.T) {
	var rs []policy.Release
	for _, v := range []policy.Label{"1.10", "1.1", "7 / LTS", "7-/-LTS", "R2", "r2", "latest", "../..", "最新", "最古", "２.0"} {
		rs = append(rs, policy.Release{Version: v})
	}
	want := []string{"1.10", "1.1", "7---LTS", "7---LTS-2", "R2", "r2-2", "latest-2", "2", "3", "4", "2.0"}
	if got := segments(rs, "latest"); !slices.Equal(got, want) {
		t.Errorf("segments = %q, want %q", got, want)
	}
}

// TestPortal_collision: two products never share a file.
func TestPortal_collision(t *testing.T) {
	a := policy.Catalog{Vendor: policy.Vendor{ID: "a", Zone: "Asia/Tokyo"}, Products: []policy.Product{{ID: "b-c", Name: "x"}}}
	b := policy.Catalog{Vendor: policy.Vendor{ID: "a-b", Zone: "Asia/Tokyo"}, Products: []policy.Product{{ID: "c", Name: "y"}}}
	if _, err := portal(a, b).Files(); err == nil || !strings.Contains(err.Error(), "a-b-c") {
		t.Errorf("products a/b-c and a-b/c: %v, want an error that names the path", err)
	}
	if _, err := portal(policy.Catalog{Vendor: policy.Vendor{ID: "a", Zone: "Moon/Base"}}).Files(); err == nil {
		t.Error("a zone that is not there: want an error")
	}
}

// eox reads an OpenEoX document.
func eox(t *testing.T, files map[string][]byte, path string) (doc map[string]string) {
	t.Helper()
	if err := json.Unmarshal(files[path], &doc); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return doc
}

func TestOpenEoX(t *testing.T) {
	files := published(t, acme)
	for _, tt := range []struct {
		name, path string
		want       map[string]string
	}{
		{"paid support without an end", "acme/suite/9", map[string]string{
			"end_of_life": "tba", "end_of_security_support": "2026-01-31T23:59:59+09:00", "end_of_sales": "tba", "general_availability": "2024-01-15T00:00:00+09:00",
		}},
		{"all days known", "acme/suite/8", map[string]string{
			"end_of_life": "2024-05-21T23:59:59+09:00", "end_of_security_support": "2024-05-21T23:59:59+09:00", "end_of_sales": "2021-12-31T23:59:59+09:00", "general_availability": "2020-02-29T00:00:00+09:00",
		}},
		{"nothing stated", "acme/suite/6", map[string]string{"end_of_life": "tba", "end_of_security_support": "tba", "end_of_sales": "", "general_availability": ""}},
		{"a table of supported releases", "acme/box/3.2.4", map[string]string{"end_of_life": "tba", "end_of_security_support": "tba", "general_availability": "2024-02-01T00:00:00+09:00"}},
		{"a product as a whole", "acme/plain", map[string]string{"end_of_life": "tba", "end_of_security_support": "tba", "last_updated": "2024-05-22T00:00:00Z"}},
	} {
		got := eox(t, files, "openeox/"+tt.path+".json")
		for key, want := range tt.want {
			if got[key] != want {
				t.Errorf("%s: %s = %q, want %q", tt.name, key, got[key], want)
			}
		}
	}
	// That support is over without a day cannot be said: to be announced would be wrong.
	var index eoxIndex
	if err := json.Unmarshal(files[IndexOfEoX], &index); err != nil {
		t.Fatal(err)
	}
	if len(index.LeftOut) != 1 || index.LeftOut[0].Release != "7 / LTS" || index.Total != 9 || len(index.Documents) != 9 {
		t.Errorf("left out are %+v of %d, want release 7 alone", index.LeftOut, index.Total)
	}
	undated := acme
	undated.Sources = nil
	if err := json.Unmarshal(published(t, undated)[IndexOfEoX], &index); err != nil {
		t.Fatal(err)
	}
	if len(index.Documents) != 0 || len(index.LeftOut) != 3 {
		t.Errorf("a catalog without any day has %d documents, and %d left out, want 0 and 3", len(index.Documents), len(index.LeftOut))
	}
}

func TestMomentIn(t *testing.T) {
	for _, tt := range []struct {
		zone policy.Zone
		want string
	}{
		{policy.FixedZone(9 * 3600), "2012-01-31T23:59:59+09:00"},
		{policy.FixedZone(0), "2012-01-31T23:59:59+00:00"},
		{policy.FixedZone(-3*3600 - 1800), "2012-01-31T23:59:59-03:30"},
	} {
		if got := momentIn(tt.zone, day("2012-01-31"), "23:59:59"); got != tt.want {
			t.Errorf("momentIn(%d) = %s, want %s", tt.zone, got, tt.want)
		}
	}
}
