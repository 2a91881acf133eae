package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"madoguchi/data/source/endoflife"
)

// productFile is a product of endoflife.date with one release.
func productFile(id, release string) string {
	return fmt.Sprintf("title: %s\ncategory: app\npermalink: /%s\nreleases:\n  - {releaseCycle: %q, releaseDate: 2024-01-01, eol: 2026-01-01}\n", id, id, release)
}

// TestImport imports a folder, checks what was written, and imports again.
func TestImport(t *testing.T) {
	in, to := t.TempDir(), filepath.Join(t.TempDir(), "catalog")
	put := func(name, text string) {
		t.Helper()
		if err := writeFile(filepath.Join(in, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	put("alpha.yaml", productFile("alpha", "1.10"))
	put("beta.yaml", productFile("beta", "2")+"extra: 1\n")
	put("notes.md", "not a product")
	put("LICENSE.txt", "may be copied")
	var out strings.Builder
	if err := run([]string{"import", "endoflife", in, to}, nil, &out, nil); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`beta.yaml: endoflife.date has no key "extra": it is not read`,
		"1 keys that endoflife.date does not have, in 1 files",
		"2 products and 2 releases (0 with a latest patch; 0 aliases, 0 of them spellings of a name) are in " + to + "/endoflife; 1 anomalies\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("import says\n%swant %s", out.String(), want)
		}
	}
	for _, name := range []string{"japan.yaml", "endoflife/vendor.yaml", "endoflife/alpha.yaml", "endoflife/beta.yaml", "endoflife/LICENSE.txt"} {
		if _, err := os.Stat(filepath.Join(to, name)); err != nil {
			t.Errorf("import wrote no %s: %v", name, err)
		}
	}
	written, err := filepath.Glob(filepath.Join(to, "endoflife", "*.yaml"))
	if err != nil || len(written) != 3 {
		t.Fatalf("import wrote %v: %v", written, err)
	}
	schema := compiled(t)
	for _, name := range written {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := accepts(schema, b); err != nil {
			t.Errorf("the schema refuses %s: %v", name, err)
		}
	}
	out.Reset()
	if err := run([]string{"check", to}, nil, &out, nil); err != nil || !strings.HasPrefix(out.String(), "1 catalogs with 2 products, 2 releases") {
		t.Errorf("check of what was imported: %v\n%s", err, out.String())
	}

	if err := os.Remove(filepath.Join(in, "beta.yaml")); err != nil {
		t.Fatal(err)
	}
	if err := run([]string{"import", "endoflife", in, to}, nil, &out, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(to, "endoflife/beta.yaml")); err == nil {
		t.Error("a product that is gone is still there after the next import")
	}

	own := filepath.Join(to, "endoflife", "own.yaml")
	if err := writeFile(own, []byte("notices: []\n")); err != nil {
		t.Fatal(err)
	}
	err = run([]string{"import", "endoflife", in, to}, nil, &out, nil)
	if err == nil || !strings.Contains(err.Error(), own+" was not written by import") {
		t.Errorf("import over a file of somebody's own: %v, want a message that names it", err)
	}
	if b, err := os.ReadFile(own); err != nil || string(b) != "notices: []\n" {
		t.Errorf("a file of somebody's own holds %q: %v", b, err)
	}
}

// TestImport_refused: what cannot be imported is told, and the rest is.
func TestImport_refused(t *testing.T) {
	in, to := t.TempDir(), t.TempDir()
	var out strings.Builder
	for _, args := range [][]string{{"import"}, {"import", "endoflife"}, {"import", "openeox", in}, {"import", "endoflife", in, to, to}} {
		if err := run(args, nil, &out, nil); err == nil || !strings.Contains(err.Error(), "import endoflife DIR [OUT]") {
			t.Errorf("%v: %v, want how to write it", args, err)
		}
	}
	if err := run([]string{"import", "endoflife", filepath.Join(in, "moon"), to}, nil, &out, nil); err == nil {
		t.Error("import of a folder that is not there: want an error")
	}
	if err := run([]string{"import", "endoflife", in, to}, nil, &out, nil); err == nil || !strings.Contains(err.Error(), "no file of "+in+" is a product") {
		t.Errorf("import of an empty folder: %v", err)
	}
	for name, text := range map[string]string{"alpha.yaml": productFile("alpha", "1"), "beta.yaml": "title: Beta\n"} {
		if err := writeFile(filepath.Join(in, name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	out.Reset()
	if err := run([]string{"import", "endoflife", in, to}, nil, &out, nil); err != errTold {
		t.Errorf("import with a file that is no product: %v, want status 1", err)
	}
	for _, want := range []string{"beta.yaml: the file is not imported: it lists no releases", "has no LICENSE.txt", "1 products and 1 releases", "1 files could not be imported"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("import says\n%swant %s", out.String(), want)
		}
	}
	if _, err := os.Stat(filepath.Join(to, endoflife.VendorID, "alpha.yaml")); err != nil {
		t.Errorf("the good product is not there: %v", err)
	}
}
