package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers says what each package may import of the project and of others. It is
// read from the files themselves: a test that asks the go command is cached and
// sees no change.
var layers = map[string]struct{ own, others []string }{
	"policy":       {},
	"data/zone":    {own: []string{"policy"}},
	"data":         {own: []string{"policy", "data/zone"}, others: []string{"github.com/hashicorp/go-memdb"}},
	"data/source":  {own: []string{"policy", "data/zone", "data/source/written"}, others: []string{"github.com/goccy/go-yaml"}},
	"data/catalog": {},
	"data/golden":  {},
	"app/i18n":     {own: []string{"policy"}},
	"app/publish":  {own: []string{"policy", "app/i18n"}},
	"app/route":    {own: []string{"app/i18n"}},
	"app/browser":  {own: []string{"policy"}, others: []string{"github.com/maxence-charriere/go-app/v10"}},
	"app/ui":       {own: []string{"policy", "app/i18n"}, others: []string{"github.com/maxence-charriere/go-app/v10"}},
	"app/page":     {own: []string{"policy", "data", "data/zone", "app/i18n", "app/publish", "app/route", "app/browser", "app/ui"}, others: []string{"github.com/maxence-charriere/go-app/v10"}},
	"app":          {own: []string{"app/i18n", "app/route", "app/ui", "app/page"}, others: []string{"github.com/maxence-charriere/go-app/v10"}},

	"data/source/written":   {others: []string{"github.com/goccy/go-yaml"}},
	"data/source/endoflife": {own: []string{"policy", "data/source", "data/source/written"}, others: []string{"github.com/goccy/go-yaml"}},
}

// heavy are packages that a visitor must not be made to download.
var heavy = []string{"net/http", "text/template", "html/template"}

func TestLayers(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	err = filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(filepath.Dir(rel))
		if strings.HasPrefix(pkg, "build") {
			return nil // programs may import everything
		}
		seen[pkg] = true
		layer, ok := layers[pkg]
		if !ok {
			t.Errorf("package %s is in no layer: add it to the list, with what it may import", pkg)
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, i := range file.Imports {
			path, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			own, isOwn := strings.CutPrefix(path, "madoguchi/")
			switch {
			case path == "madoguchi" || isOwn:
				if !slices.Contains(layer.own, own) {
					t.Errorf("%s imports %s, which its layer may not", rel, own)
				}
			case strings.Contains(path, "."):
				if !slices.ContainsFunc(layer.others, func(o string) bool { return path == o || strings.HasPrefix(path, o+"/") }) {
					t.Errorf("%s imports %s, which its layer may not", rel, path)
				}
			case slices.Contains(heavy, path):
				t.Errorf("%s imports %s, which costs every visitor: do it another way", rel, path)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range layers {
		if !seen[pkg] {
			t.Errorf("package %s is in the list and has no files", pkg)
		}
	}
}

// TestTopLevel: the project's folder holds what it is agreed to hold.
func TestTopLevel(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Makefile", "README.md", "app", "build", "data", "go.mod", "go.sum", "policy", "web"}
	var got []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") {
			got = append(got, e.Name())
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("the top level holds %v, want %v", got, want)
	}
}
