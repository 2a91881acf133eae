package source_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"madoguchi/data/catalog"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// entries are the numbered entries of the notes on each vendor's sources.
var entries = map[string]struct {
	prefix string
	width  int
	count  int
}{
	"infinico": {"", 1, 281},
	"dezie":    {"D-", 2, 59},
	"licensed": {"V-", 2, 50},
	"cmskit":   {"C-", 2, 71},
	"ontime":   {"O-", 2, 49},
}

// TestCoverage: COVERAGE.md of each vendor lists every entry once, with places in
// the catalog that exist, or with one line why there is none.
func TestCoverage(t *testing.T) {
	folder, err := source.ReadFolder(catalog.Files, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(folder.Catalogs) != len(entries) {
		t.Errorf("%d catalogs, want %d", len(folder.Catalogs), len(entries))
	}
	for _, c := range folder.Catalogs {
		t.Run(c.Vendor.ID, func(t *testing.T) {
			want, ok := entries[c.Vendor.ID]
			if !ok {
				t.Fatal("no entries are listed for this vendor")
			}
			b, err := os.ReadFile(filepath.Join("..", "catalog", c.Vendor.ID, "COVERAGE.md"))
			if err != nil {
				t.Fatal(err)
			}
			seen := map[string]int{}
			covered := 0
			for n, line := range strings.Split(string(b), "\n") {
				cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
				if !strings.HasPrefix(line, "|") || len(cells) != 3 || strings.Contains(cells[0], "---") || strings.TrimSpace(cells[0]) == "entry" {
					continue
				}
				entry, places, note := strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), strings.TrimSpace(cells[2])
				seen[entry]++
				if seen[entry] > 1 {
					t.Errorf("line %d: entry %s is listed twice", n+1, entry)
				}
				switch {
				case places == "" && note == "":
					t.Errorf("line %d: entry %s has neither a place nor a reason", n+1, entry)
				case places == "":
					continue
				}
				covered++
				for _, place := range strings.Split(places, "; ") {
					if err := find(c, strings.Trim(place, "`")); err != nil {
						t.Errorf("line %d: entry %s: %v", n+1, entry, err)
					}
				}
			}
			for i := range want.count {
				entry := fmt.Sprintf("%s%0*d", want.prefix, want.width, i+1)
				if seen[entry] == 0 {
					t.Errorf("entry %s is not listed", entry)
				}
				delete(seen, entry)
			}
			for entry := range seen {
				t.Errorf("entry %s does not exist", entry)
			}
			t.Logf("%d of %d entries are in the catalog", covered, want.count)
		})
	}
}

// find walks a place such as plans/yearly/eligibility/under-contract: keys of
// mappings, and in lists the id of an entry, or its number from 1.
func find(c policy.Catalog, place string) error {
	v := reflect.ValueOf(c)
	for i, part := range strings.Split(place, "/") {
		for v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		next, ok := step(v, part)
		if !ok {
			return fmt.Errorf("place %s ends at %q, part %d", place, part, i+1)
		}
		v = next
	}
	if v.IsZero() {
		return fmt.Errorf("place %s is empty", place)
	}
	return nil
}

func step(v reflect.Value, part string) (reflect.Value, bool) {
	switch {
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("yaml") == part {
				return v.Field(i), true
			}
		}
	case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.String:
		for i := range v.Len() {
			if v.Index(i).String() == part {
				return v.Index(i), true
			}
		}
	case v.Kind() == reflect.Slice:
		for _, key := range []string{"ID", "Version", "Feature", "Rule", "Plan", "Phase"} {
			for i := range v.Len() {
				if f := v.Index(i).FieldByName(key); f.IsValid() && f.Kind() == reflect.String && f.String() == part {
					return v.Index(i), true
				}
			}
		}
		if n, err := strconv.Atoi(part); err == nil && n >= 1 && n <= v.Len() {
			return v.Index(n - 1), true
		}
	}
	return reflect.Value{}, false
}

// TestCatalogs_folders: nothing but catalogs and their coverage lies in a
// vendor's folder.
func TestCatalogs_folders(t *testing.T) {
	err := fs.WalkDir(os.DirFS("../catalog"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if base := filepath.Base(name); filepath.Ext(base) != ".yaml" && !slices.Contains([]string{"COVERAGE.md", "README.md", "schema.json", "embed.go"}, base) {
			t.Errorf("%s is no part of a catalog", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
