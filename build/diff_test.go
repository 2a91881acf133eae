package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"madoguchi/app/i18n"
	"madoguchi/build/changes"
	"madoguchi/data/golden"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// copied writes a folder of catalogs, of which some files have a text replaced.
// An edit is file, old and new.
func copied(t *testing.T, from string, edits ...[3]string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	for _, e := range edits {
		name := filepath.Join(dir, e[0])
		b, err := os.ReadFile(name)
		if err != nil || strings.Count(string(b), e[1]) != 1 {
			t.Fatalf("%s has %q %d times, not once: %v", e[0], e[1], strings.Count(string(b), e[1]), err)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(b), e[1], e[2], 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func diffOf(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	if err := run(append([]string{"diff"}, args...), nil, &out, nil); err != nil {
		t.Fatalf("diff %v: %v\n%s", args, err, out.String())
	}
	return out.String()
}

const nothing = "no difference that a customer would notice\n"

func shippedFolder(t *testing.T) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(root, "data/catalog")
}

// TestDiff_one: what a policy owner changes in one place is told on one line.
func TestDiff_one(t *testing.T) {
	shipped := shippedFolder(t)
	for _, tt := range []struct{ name, file, old, new, want string }{
		{"a price", "cmskit/prices.yaml", `plan: a, unit: {amount: "80,000"}`, `plan: a, unit: {amount: "84,000"}`,
			"CMSKIT\n- Price list “Prices of paid support”, price of A (1-year support with 8 tickets): price per unit ¥80,000 → ¥84,000\n"},
		{"the day of a release", "infinico/products.yaml", `{version: "4.9.0", day: 2024-04-01}`, `{version: "4.9.0", day: 2024-04-02}`,
			"Infinico\n- Product NetNebulas3 GAZER, version 4.9.0: published 1 April 2024 → 2 April 2024; on 22 May 2024: 4.9.0 Supported\n"},
		{"a release that is withdrawn", "infinico/products.yaml", "      - {version: \"4.1.0\", day: 2021-10-29}\n", "",
			"Infinico\n- Product NetNebulas-IA DHCP: version 4.1.0 removed: published 29 October 2021; on 22 May 2024: 4.1.0 Supported → Not confirmed by the table\n"},
		{"an option of a flow", "ontime/triage.yaml", "{when: {fact: contract, in: [partner]}, to: partner-desk}", "{when: {fact: contract, in: [partner]}, to: maker}",
			"OnTime Group Calendar\n- Triage “Something is wrong with OnTime”: 54 paths that ended at “Ask your OnTime partner” now end at “Ask the maker, IntraVision”, such as “Where did you buy OnTime?” An OnTime partner, "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := diffOf(t, shipped, copied(t, shipped, [3]string{tt.file, tt.old, tt.new}))
			if !strings.HasPrefix(got, tt.want) || strings.Count(got, "\n") != 2 {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

// TestDiff_nothing: what nobody notices is not told.
func TestDiff_nothing(t *testing.T) {
	for _, tt := range []struct{ name, file, old, new string }{
		{"the same again", "japan.yaml", "taxRounding: down\n", "taxRounding: down\n"},
		{"a comment", "japan.yaml", "taxRounding: down\n", "# what is below a yen\ntaxRounding: down\n"},
		{"an amount written another way", "acme/plans.yaml", `"80,000"`, "80000"},
		{"the order of prices", "acme/plans.yaml", "      - {plan: yearly, unit: {amount: \"80,000\"}}\n      - {plan: extra, unit: {amount: 8000}}\n",
			"      - {plan: extra, unit: {amount: 8000}}\n      - {plan: yearly, unit: {amount: \"80,000\"}}\n"},
		{"the order of answers", "acme/triage.yaml", `in: ["yes", "no"]`, `in: ["no", "yes"]`},
		{"a condition that comes to the same", "acme/plans.yaml", `when: {fact: contract, in: ["yes"]}`, `when: {all: [{fact: contract, in: ["yes"]}]}`},
		{"a revision alone", "acme/vendor.yaml", `revision: "1"`, `revision: "2"`},
		{"a citation", "acme/products.yaml", "{version: \"1.0.1\", day: 2023-01-10}", "{version: \"1.0.1\", day: 2023-01-10, cite: [{source: terms, section: versions, item: \"1\"}]}"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := diffOf(t, baseCatalog, copied(t, baseCatalog, [3]string{tt.file, tt.old, tt.new})); got != nothing {
				t.Errorf("got\n%s", got)
			}
		})
	}
	if got := diffOf(t, shippedFolder(t), shippedFolder(t)); got != nothing {
		t.Errorf("the shipped catalogs and themselves:\n%s", got)
	}
}

const baseCatalog = "../data/source/testdata/base"

// unseen are the keys whose change nobody notices, by their type or place.
var unseen = map[string]string{
	"id":               "an entry with another id is another entry; its name is what people see",
	"cite":             "where a fact stands is not what it is",
	"Topic.words":      "for the search alone",
	"Vendor.revision":  "told in the title, where anything else is told",
	"Clause.rule":      "the steps that a model cites follow from it, and it is told",
	"Condition.always": "a condition without any form holds as well",

	"acme.plans[1].eligibility[1].presumed": "its condition always holds, so that nothing is left to presume",
}

// TestDiff_everyKey changes every value of the template, which shows every key of
// the language, one after the other, and shortens every list. Each gives a line in
// each language, and none is left when all is as it was.
func TestDiff_everyKey(t *testing.T) {
	read := func() source.Folder {
		files := fstest.MapFS{}
		for name, text := range template(t) {
			files["acme/"+name] = &fstest.MapFile{Data: []byte(text)}
		}
		b, err := os.ReadFile(filepath.Join(shippedFolder(t), source.CountryFile))
		if err != nil {
			t.Fatal(err)
		}
		files[source.CountryFile] = &fstest.MapFile{Data: b}
		folder, err := source.ReadFolder(files, "")
		if err != nil || len(folder.Issues) > 0 {
			t.Fatal(err, folder.Issues)
		}
		folder.Catalogs[0].Plans[1].Eligibility[0].Presumed = true
		return folder
	}
	old, new := read(), read()
	check := func(path string, want bool) {
		for _, l := range i18n.Langs() {
			groups := changes.Between(old, new, policy.Date{}, l)
			if (groups != nil) != want {
				t.Errorf("%s (%s): %v, want lines: %v", path, l, groups, want)
			}
			for _, g := range groups {
				for _, line := range g.Lines {
					if strings.Contains(line, "  ") || strings.TrimSpace(line) != line || strings.HasSuffix(line, "→") || strings.Contains(line, "“”") || strings.Contains(line, "「」") {
						t.Errorf("%s (%s) lacks a word: %q", path, l, line)
					}
				}
			}
		}
	}
	given, count := map[string]bool{}, 0
	var visit func(path string, v reflect.Value)
	visit = func(path string, v reflect.Value) {
		change := changed(v)
		switch {
		case v.Kind() == reflect.Pointer && !v.IsNil():
			visit(path, v.Elem())
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				visit(fmt.Sprintf("%s[%d]", path, i), v.Index(i))
			}
		case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[policy.Date]():
			for i := range v.NumField() {
				key, f := v.Type().Field(i).Tag.Get("yaml"), v.Field(i)
				typed := v.Type().Name() + "." + key
				if key != "" && key != "-" && unseen[key]+unseen[typed]+unseen[path+"."+key] == "" {
					given[typed] = given[typed] || !f.IsZero()
					visit(path+"."+key, f)
				}
			}
		}
		if change.IsValid() {
			kept := reflect.New(v.Type()).Elem()
			kept.Set(v)
			v.Set(change)
			check(path, true)
			v.Set(kept)
			count++
		}
	}
	visit("country", reflect.ValueOf(&new.Country).Elem())
	visit("acme", reflect.ValueOf(&new.Catalogs[0]).Elem())
	check("nothing", false)
	for key, ok := range given {
		if !ok {
			t.Errorf("%s is never given, so that nothing is known of it", key)
		}
	}
	if count < 600 {
		t.Errorf("%d values are changed, want more than 600", count)
	}
}

// changed is another value than v, or none where it has parts or is not given.
func changed(v reflect.Value) reflect.Value {
	if set, ok := v.Interface().(interface{ OneOf() []string }); ok {
		for _, other := range slices.Backward(append([]string{""}, set.OneOf()...)) {
			if other != v.String() {
				return reflect.ValueOf(other).Convert(v.Type())
			}
		}
	}
	if day, ok := v.Interface().(policy.Date); ok && !day.IsZero() {
		return reflect.ValueOf(day.AddDays(1))
	}
	if v.IsZero() {
		return reflect.Value{}
	}
	switch v.Kind() {
	case reflect.Pointer:
		if t := v.Type().Elem(); t.Kind() == reflect.Struct && !strings.HasSuffix(t.Name(), "Price") { // a price has one model
			return reflect.Zero(v.Type())
		}
	case reflect.Slice:
		if v.Type() != reflect.TypeFor[policy.Clauses]() { // as many as the model has steps
			return v.Slice(0, v.Len()-1)
		}
	case reflect.String:
		return reflect.ValueOf(v.String() + "~").Convert(v.Type())
	case reflect.Bool:
		return reflect.ValueOf(false)
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		return reflect.ValueOf(v.Int() + 1).Convert(v.Type())
	}
	return reflect.Value{}
}

// editedBase writes the base catalog with the edits of a file.
func editedBase(t *testing.T) string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile("testdata/diff/edits.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := copied(t, baseCatalog)
	for _, f := range archive.Files {
		if err := writeFile(filepath.Join(dir, f.Name), edited(t, root, f)); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestDiff_golden(t *testing.T) {
	dir := editedBase(t)
	golden.Check(t, "testdata/diff/text.txt", diffOf(t, baseCatalog, dir))
	golden.Check(t, "testdata/diff/text.ja.txt", diffOf(t, baseCatalog, dir, "--ja"))
	golden.Check(t, "testdata/diff/markdown.md", diffOf(t, "--markdown", baseCatalog, dir))
	golden.Check(t, "testdata/diff/later.txt", diffOf(t, "--on", "2024-06-01", baseCatalog, dir))
	golden.Check(t, "testdata/diff/back.txt", diffOf(t, dir, baseCatalog))
}

// TestDiff_git compares revisions of a repository with each other and with a
// folder, from within a folder of it.
func TestDiff_git(t *testing.T) {
	repo := t.TempDir()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	commit := func(from string) {
		if err := os.RemoveAll(filepath.Join(repo, "data")); err != nil {
			t.Fatal(err)
		}
		for _, dir := range []string{"data/catalog", "old/place"} {
			if err := os.CopyFS(filepath.Join(repo, dir), os.DirFS(from)); err != nil && dir == "data/catalog" {
				t.Fatal(err)
			}
		}
		for _, args := range [][]string{{"add", "-A"}, {"-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "a catalog"}} {
			if said, err := exec.Command("git", append([]string{"-C", repo}, args...)...).CombinedOutput(); err != nil {
				t.Fatalf("git %v: %v\n%s", args, err, said)
			}
		}
	}
	if said, err := exec.Command("git", "init", "-q", repo).CombinedOutput(); err != nil {
		t.Fatalf("git init: %v\n%s", err, said)
	}
	edits := editedBase(t)
	commit(baseCatalog)
	commit(edits)
	want := diffOf(t, baseCatalog, edits)
	t.Chdir(filepath.Join(repo, "data"))
	for _, args := range [][]string{{"HEAD~1", "HEAD"}, {"HEAD~1", edits}, {"HEAD~1:data/catalog", "HEAD"}, {"HEAD:old/place", "catalog"}} {
		if got := diffOf(t, args...); got != want {
			t.Errorf("diff %v\n%swant\n%s", args, got, want)
		}
	}
	if got := diffOf(t, "HEAD", edits); got != nothing {
		t.Errorf("a revision and what it was made from:\n%s", got)
	}
	for name, want := range map[string]string{
		"HEAD~7":      `"HEAD~7:data/catalog" is no folder, and git has none of it`,
		"HEAD:nobody": `"HEAD:nobody" is no folder, and git has none of it`,
	} {
		if err := run([]string{"diff", name, "HEAD"}, nil, io.Discard, nil); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("diff %s: %v, want %s", name, err, want)
		}
	}
}

// TestDiff_refused: catalogs with issues are not compared; the issues are printed
// as check prints them.
func TestDiff_refused(t *testing.T) {
	bad := copied(t, baseCatalog, [3]string{"acme/vendor.yaml", "  zone: Asia/Tokyo\n", "  zone: Asia/Tokio\n"})
	var out, checked strings.Builder
	if err := run([]string{"diff", baseCatalog, bad}, nil, &out, nil); err != errTold {
		t.Errorf("diff with a bad catalog: %v, want status 1", err)
	}
	if err := run([]string{"check", bad}, nil, &checked, nil); err != errTold || out.String() != checked.String() {
		t.Errorf("diff says\n%swhere check says\n%s", out.String(), checked.String())
	}
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, "diff takes two revisions, not 0: write diff"},
		{[]string{baseCatalog}, "diff takes two revisions, not 1: write diff"},
		{[]string{baseCatalog, baseCatalog, baseCatalog}, "diff takes two revisions, not 3: write diff"},
		{[]string{"--html", baseCatalog, baseCatalog}, "flag provided but not defined: -html: write diff"},
		{[]string{baseCatalog, baseCatalog, "--on", "soon"}, `invalid value "soon" for flag -on: "soon" is not a day`},
		{[]string{t.TempDir(), baseCatalog}, "read what the vendors share"},
	} {
		if err := run(append([]string{"diff"}, tt.args...), nil, io.Discard, nil); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("diff %v: %v, want %s", tt.args, err, tt.want)
		}
	}
}
