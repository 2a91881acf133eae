package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"

	"madoguchi/data/golden"
	"madoguchi/data/source"
)

// TestSchema_fresh: the schema and the reference are those of the Go types.
func TestSchema_fresh(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	s, err := catalogSchema(root)
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, filepath.Join(root, schemaFile), string(s))
	name := filepath.Join(root, templateFile)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	fresh, err := withReference(root, string(text))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, name, fresh)
}

var yamlBlock = regexp.MustCompile("(?s)### ([a-z]+\\.yaml).*?```yaml\n(.*?)```")

// template reads the files of the annotated template.
func template(t *testing.T) map[string]string {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(root, templateFile))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, m := range yamlBlock.FindAllStringSubmatch(string(text), -1) {
		files[m[1]] = m[2]
	}
	return files
}

// TestTemplate: the annotated template is a catalog without an issue, and shows
// every key of the language.
func TestTemplate(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	country, err := os.ReadFile(filepath.Join(root, "data/catalog", source.CountryFile))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{source.CountryFile: {Data: country}}
	var all strings.Builder
	for name, text := range template(t) {
		files["acme/"+name] = &fstest.MapFile{Data: []byte(text)}
		all.WriteString(text)
	}
	folder, err := source.ReadFolder(files, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, issue := range folder.Issues {
		t.Error(issue)
	}
	l, err := readLanguage(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, typ := range l.order {
		for _, k := range l.types[typ].fields {
			if !regexp.MustCompile(`(?m)(^|[\s{,-])` + k.name + `:`).MatchString(all.String()) {
				t.Errorf("the template does not show the key %q of %s", k.name, typ.Name())
			}
			if k.doc == "" && typ.Name() != "Text" && typ.Name() != "Catalog" && !obvious[k.name] {
				t.Errorf("key %q of %s has no comment to explain it", k.name, typ.Name())
			}
		}
	}
}

// obvious are keys that mean the same everywhere and need no words.
var obvious = map[string]bool{"id": true, "cite": true, "basis": true, "assumptions": true, "name": true, "title": true, "text": true, "summary": true, "notes": true}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(root, schemaFile))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("catalog.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("catalog.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// accepts reports whether the schema accepts a file as an editor would read it.
func accepts(s *jsonschema.Schema, text []byte) error {
	var v any
	if err := yaml.UnmarshalWithOptions(text, &v, yaml.UseJSONUnmarshaler()); err != nil {
		return fmt.Errorf("not YAML: %w", err)
	}
	asJSON, err := yaml.YAMLToJSON(text)
	if err != nil {
		return err
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

// TestSchema_shipped: the schema accepts every shipped file and the template, and
// every file names it in its first line.
func TestSchema_shipped(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	s := compiled(t)
	names, err := filepath.Glob(filepath.Join(root, "data/catalog/*/*.yaml"))
	if err != nil || len(names) == 0 {
		t.Fatal("no catalogs", err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b, []byte("# yaml-language-server: $schema=../schema.json\n")) {
			t.Errorf("%s does not name the schema in its first line", name)
		}
		if err := accepts(s, b); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, text := range template(t) {
		if err := accepts(s, []byte(text)); err != nil {
			t.Errorf("template %s: %v", name, err)
		}
	}
}

// TestSchema_bad: the schema refuses every bad file but those whose fault is in
// what they say together, which only the reader sees; those are marked as such
// in their first line.
func TestSchema_bad(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	s := compiled(t)
	names, err := filepath.Glob(filepath.Join(root, "data/source/testdata/bad/*.txtar"))
	if err != nil || len(names) < 40 {
		t.Fatalf("%d bad catalogs, want at least 40: %v", len(names), err)
	}
	refused := 0
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		bad := false
		for _, f := range archive.Files {
			if f.Name == "want" || f.Name == source.CountryFile {
				continue
			}
			if accepts(s, edited(t, root, f)) != nil {
				bad = true
			}
		}
		reader := strings.Contains(string(archive.Comment), "(only the reader sees it)")
		country := archive.Files[0].Name == source.CountryFile
		switch {
		case bad && reader:
			t.Errorf("%s: the schema refuses what is said to be seen by the reader alone", filepath.Base(name))
		case !bad && !reader && !country:
			t.Errorf("%s: the schema accepts it", filepath.Base(name))
		}
		if bad {
			refused++
		}
	}
	t.Logf("the schema refuses %d of %d bad catalogs, the reader all", refused, len(names))
}

// edited is a file of the base catalog with the edit of an archive.
func edited(t *testing.T, root string, f txtar.File) []byte {
	t.Helper()
	change := string(f.Data)
	if !strings.HasPrefix(change, "- ") {
		return f.Data
	}
	b, err := os.ReadFile(filepath.Join(root, "data/source/testdata/base", f.Name))
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	lines := strings.SplitAfter(change, "\n")
	for i := 0; i < len(lines) && lines[i] != ""; {
		from := strings.TrimPrefix(lines[i], "- ")
		var to strings.Builder
		for i++; i < len(lines) && strings.HasPrefix(lines[i], "+ "); i++ {
			to.WriteString(lines[i][2:])
		}
		text = strings.Replace(text, from, to.String(), 1)
	}
	return []byte(text)
}
