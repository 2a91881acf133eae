package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"
	"github.com/goccy/go-yaml"

	"madoguchi/app/i18n"
	"madoguchi/app/publish"
	"madoguchi/data/catalog"
	"madoguchi/data/source"
	"madoguchi/data/source/endoflife"
	"madoguchi/policy"
)

// importedCatalog is the whole of endoflife.date, imported.
func importedCatalog(t testing.TB) policy.Catalog {
	t.Helper()
	files, err := productFiles(shared(t, "endoflife"))
	if err != nil {
		t.Fatal(err)
	}
	folder, err := source.ReadFolder(catalog.Files, "")
	if err != nil {
		t.Fatal(err)
	}
	c, issues, _ := source.Read(endoflife.VendorID, endoflife.Read(files).Files, folder.Country)
	if len(issues) > 0 {
		t.Fatalf("the import has issues: %s", issues[0])
	}
	return c
}

// original is a product file as it stands, read without our importer.
type original struct {
	Permalink string           `yaml:"permalink"`
	Releases  []map[string]any `yaml:"releases"`
}

func originals(t testing.TB) map[string]original {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(shared(t, "endoflife"), "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]original{}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var o original
		if err := yaml.Unmarshal(b, &o); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[strings.TrimPrefix(o.Permalink, "/")] = o
	}
	return out
}

// dayIn is the day in a field of a product file, as iCalendar writes it; empty
// where the field has none.
func dayIn(v any) string {
	s := fmt.Sprint(v)
	if at, ok := v.(time.Time); ok {
		s = at.Format(time.DateOnly)
	}
	if _, err := policy.ParseDate(s); err != nil {
		return ""
	}
	return strings.ReplaceAll(s, "-", "")
}

// TestCalendar_endoflife makes one calendar of all of endoflife.date: every day
// that its files have for a release and its phases, each with a UID of its own, and
// the same bytes in a second run.
func TestCalendar_endoflife(t *testing.T) {
	c := importedCatalog(t)
	run := func() []byte {
		var entries []publish.Entry
		for _, p := range c.Products {
			entries = append(entries, publish.OfProduct(c, p, policy.Date{}, "")...)
		}
		w := i18n.Of(i18n.En)
		return publish.Calendar(w, w.Publish.CalendarOfAll, entries)
	}
	began := time.Now()
	b := run()
	took := time.Since(began)
	if !bytes.Equal(run(), b) {
		t.Error("a second run gives other bytes")
	}
	var got, want []string
	for _, e := range events(t, b) {
		got = append(got, e.Props.Get(ical.PropDateTimeStart).Value)
	}
	for _, o := range originals(t) {
		for _, r := range o.Releases {
			for _, field := range []string{"releaseDate", "eoas", "eol", "eoes", "discontinued"} {
				if d := dayIn(r[field]); d != "" {
					want = append(want, d)
				}
			}
		}
	}
	slices.Sort(want) // the calendar is in the order of its days
	if !slices.Equal(got, want) || len(got) != 18471 {
		t.Errorf("%d events, want 18471 on the days of the product files, which are %d", len(got), len(want))
	}
	t.Logf("%d events, %d bytes, in %v", len(got), len(b), took.Round(time.Millisecond))
}

// relabelled are products whose columns, by their labels, tell of something else
// than the field does: the import follows the labels, and so does the API.
var relabelled = []string{
	"apache-pulsar", // security support for everybody in the field of extended support
	"raspberry-pi",  // availability in the field of end of life
	"sns-hardware",  // sale in the field of active support, support in that of sale
}

// TestOpenData_endoflife publishes all of endoflife.date and compares the API with
// the product files that it came from: every day comes out again in the field it
// had there.
func TestOpenData_endoflife(t *testing.T) {
	c := importedCatalog(t)
	files := opened(t, []policy.Catalog{c})
	asOf := strings.ReplaceAll(c.Edition().NoOlderThan.String(), "-", "")
	days, flags := 0, 0
	for name, o := range originals(t) {
		var answer struct {
			Result struct{ Releases []map[string]any }
		}
		if err := json.Unmarshal(files["api/v1/products/endoflife-"+name+"/index.json"], &answer); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(answer.Result.Releases) != len(o.Releases) {
			t.Errorf("%s: %d releases, want %d", name, len(answer.Result.Releases), len(o.Releases))
			continue
		}
		for i, r := range answer.Result.Releases {
			from := o.Releases[i]
			if r["name"] == "" || slices.Contains(relabelled, name) {
				continue
			}
			latest, _ := r["latest"].(map[string]any)
			for _, f := range []struct {
				field     string
				got, want any
			}{
				{"releaseDate", r["releaseDate"], from["releaseDate"]},
				{"eoas", r["eoasFrom"], from["eoas"]},
				{"eol", r["eolFrom"], from["eol"]},
				{"eoes", r["eoesFrom"], from["eoes"]},
				{"discontinued", r["discontinuedFrom"], from["discontinued"]},
				{"lts", r["ltsFrom"], from["lts"]},
				{"latestReleaseDate", latest["date"], from["latestReleaseDate"]},
			} {
				if f.field == "latestReleaseDate" && from["latest"] == nil {
					continue // without the patch, its day says nothing
				}
				days++
				if got, want := dayIn(f.got), dayIn(f.want); got != want {
					t.Errorf("%s %v: %s is on %q, want %q", name, r["name"], f.field, got, want)
				}
			}
			for flag, field := range map[string]string{"isEoas": "eoas", "isEol": "eol", "isEoes": "eoes", "isDiscontinued": "discontinued"} {
				want := from[field] // true, false, or nothing
				if d := dayIn(want); d != "" {
					want = asOf > d // the day itself is inside
				}
				flags++
				if r[flag] != want {
					t.Errorf("%s %v: %s is %v, want %v, since %s is %v", name, r["name"], flag, r[flag], want, field, from[field])
				}
			}
		}
	}
	api, eox := checkAPI(t, files), checkOpenEoX(t, files)
	t.Logf("%d days and %d flags as in the product files; %d files of the API, %d OpenEoX documents", days, flags, api, eox)
}
