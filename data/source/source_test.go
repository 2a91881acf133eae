package source_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"madoguchi/data/catalog"
	"madoguchi/data/golden"
	"madoguchi/data/source"
)

func TestReadFolder_shipped(t *testing.T) {
	folder, err := source.ReadFolder(catalog.Files, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, issue := range folder.Issues {
		t.Error(issue)
	}
}

func baseFolder(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS("testdata/base"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join("testdata/base", name))
		files[name] = &fstest.MapFile{Data: b}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func issuesOf(t *testing.T, files fs.FS) string {
	t.Helper()
	folder, err := source.ReadFolder(files, "")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, issue := range folder.Issues {
		fmt.Fprintln(&b, issue)
	}
	return b.String()
}

func TestReadFolder_base(t *testing.T) {
	if got := issuesOf(t, baseFolder(t)); got != "" {
		t.Errorf("the catalog that the bad ones are made from has issues:\n%s", got)
	}
}

// TestReadFolder_bad spoils the base catalog by the edits of each file of
// testdata/bad, and expects exactly the messages beside them. An edit is a file
// of the catalog with lines to replace: "- old" is followed by "+ new" lines, or
// by none; a file without such lines is the whole new text.
func TestReadFolder_bad(t *testing.T) {
	names, err := filepath.Glob("testdata/bad/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatal("no bad catalogs", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			files := baseFolder(t)
			out := &txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				if f.Name == "want" {
					continue
				}
				out.Files = append(out.Files, f)
				files[f.Name] = &fstest.MapFile{Data: edit(t, files[f.Name], string(f.Data))}
			}
			got := issuesOf(t, files)
			if got == "" {
				t.Error("no issue is found")
			}
			out.Files = append(out.Files, txtar.File{Name: "want", Data: []byte(got)})
			golden.Check(t, name, string(txtar.Format(out)))
		})
	}
}

func edit(t *testing.T, old *fstest.MapFile, change string) []byte {
	t.Helper()
	if !strings.HasPrefix(change, "- ") {
		return []byte(change)
	}
	text := string(old.Data)
	lines := strings.SplitAfter(change, "\n")
	for i := 0; i < len(lines) && lines[i] != ""; {
		from, ok := strings.CutPrefix(lines[i], "- ")
		if !ok {
			t.Fatalf("edit line %q does not begin with - ", lines[i])
		}
		var to strings.Builder
		for i++; i < len(lines) && strings.HasPrefix(lines[i], "+ "); i++ {
			to.WriteString(lines[i][2:])
		}
		if strings.Count(text, from) != 1 {
			t.Fatalf("line %q stands %d times in the base catalog, not once", from, strings.Count(text, from))
		}
		text = strings.Replace(text, from, to.String(), 1)
	}
	return []byte(text)
}

func TestIssue_String(t *testing.T) {
	i := source.Issue{File: "acme/products.yaml", Line: 3, Column: 14, Message: "it is wrong: put it right"}
	if got, want := i.String(), "acme/products.yaml:3:14: it is wrong: put it right"; got != want {
		t.Errorf("String() = %q, want %q", got, want)
	}
}

// FuzzRead: no file stops the program, and what it says points into the file.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"vendor.yaml", "plans.yaml", "products.yaml", "triage.yaml"} {
		b, err := os.ReadFile("testdata/base/acme/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("a: &x [*x]"))
	f.Add([]byte("vendor: {<<: {id: acme}}"))
	f.Fuzz(func(t *testing.T, b []byte) {
		folder, err := source.ReadFolder(fstest.MapFS{"japan.yaml": {}}, "")
		if err != nil {
			t.Fatal(err)
		}
		_, issues, _ := source.Read("acme", []source.File{{Name: "f.yaml", Data: b}}, folder.Country)
		for _, i := range issues {
			if i.Line < 1 || i.Column < 1 || i.Message == "" || i.File != "f.yaml" {
				t.Errorf("issue %+v does not point into the file", i)
			}
		}
	})
}
