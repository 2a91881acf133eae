package main

import (
	"bytes"
	"encoding"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"madoguchi/data/zone"
	"madoguchi/policy"
)

// schemaFile is where the JSON Schema of the catalog language is kept, so that
// editors find it beside the catalogs.
const schemaFile = "data/catalog/schema.json"

// schema writes the JSON Schema of the catalog language and the reference of its
// keys in the template, both from the Go types and their comments.
func schema(_ []string, _ io.Reader, out, _ io.Writer) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	s, err := catalogSchema(root)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(root, schemaFile), s); err != nil {
		return err
	}
	name := filepath.Join(root, templateFile)
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	text, err := withReference(root, string(old))
	if err != nil {
		return err
	}
	fmt.Fprintln(out, schemaFile, "and", templateFile)
	return writeFile(name, []byte(text))
}

// language describes the types of a catalog.
type language struct {
	types map[reflect.Type]*description
	order []reflect.Type
	docs  map[string]string // type, or type.Field, to its comment
}

// description is one type of the language.
type description struct {
	name   string
	doc    string
	fields []key
}

// key is one key of a mapping.
type key struct {
	name, doc string
	mandatory bool
	of        reflect.Type
	ref       string
}

func readLanguage(root string) (*language, error) {
	docs, err := comments(filepath.Join(root, "policy"))
	if err != nil {
		return nil, err
	}
	l := &language{types: map[reflect.Type]*description{}, docs: docs}
	l.add(reflect.TypeFor[policy.Catalog]())
	return l, nil
}

// comments reads the comments of the types and fields of a package.
func comments(dir string) (map[string]string, error) {
	files := token.NewFileSet()
	var parsed []*ast.File
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(files, name, nil, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		parsed = append(parsed, f)
	}
	pkg, err := doc.NewFromFiles(files, parsed, "madoguchi/policy")
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, t := range pkg.Types {
		out[t.Name] = oneLine(t.Doc)
		for _, spec := range t.Decl.Specs {
			structure, ok := spec.(*ast.TypeSpec).Type.(*ast.StructType)
			if !ok {
				continue
			}
			for _, f := range structure.Fields.List {
				for _, name := range f.Names {
					said := f.Doc.Text()
					if said == "" {
						said = f.Comment.Text()
					}
					out[t.Name+"."+name.Name] = oneLine(said)
				}
			}
		}
	}
	return out, nil
}

// oneLine is the first paragraph of a comment.
func oneLine(s string) string {
	first, _, _ := strings.Cut(s, "\n\n")
	return strings.Join(strings.Fields(first), " ")
}

func (l *language) add(t reflect.Type) {
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[policy.Date]() || l.types[t] != nil {
		return
	}
	d := &description{name: t.Name(), doc: l.docs[t.Name()]}
	l.types[t] = d
	l.order = append(l.order, t)
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("yaml")
		if name == "" || name == "-" {
			continue
		}
		said := l.docs[t.Name()+"."+f.Name]
		d.fields = append(d.fields, key{name, said, f.Tag.Get("need") == "yes", f.Type, f.Tag.Get("ref")})
		l.add(f.Type)
	}
}

// catalogSchema is the JSON Schema of a file of a catalog.
func catalogSchema(root string) ([]byte, error) {
	l, err := readLanguage(root)
	if err != nil {
		return nil, err
	}
	defs := map[string]any{}
	for _, t := range l.order {
		defs[t.Name()] = l.object(t)
	}
	whole := map[string]any{
		"$schema":     "https://json-schema.org/draft/2020-12/schema",
		"title":       "Madoguchi catalog",
		"description": "A file of a vendor's catalog: some of its sections. Written from the program's own types.",
		"$ref":        "#/$defs/Catalog",
		"$defs":       defs,
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(whole); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func (l *language) object(t reflect.Type) map[string]any {
	d := l.types[t]
	properties := map[string]any{}
	var required []string
	for _, k := range d.fields {
		p := l.value(k.of)
		switch {
		case k.name == "id" && t == reflect.TypeFor[policy.Assumption]():
			p = map[string]any{"type": "string", "pattern": assumptionForm}
		case k.name == "id":
			p = map[string]any{"type": "string", "pattern": idForm}
		case k.name == "options":
			p["minItems"] = 2
		case k.ref == "zones":
			p = map[string]any{"enum": zone.Names()}
		}
		if k.doc != "" {
			p["description"] = k.doc
		}
		properties[k.name] = p
		if k.mandatory {
			required = append(required, k.name)
		}
	}
	o := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if d.doc != "" {
		o["description"] = d.doc
	}
	if required != nil {
		o["required"] = required
	}
	// What holds between the keys of one mapping.
	switch t {
	case reflect.TypeFor[policy.Condition]():
		o["oneOf"] = oneOf("always", "all", "any", "not", "fact")
		o["dependentSchemas"] = map[string]any{"fact": map[string]any{"anyOf": oneOf("in", "atLeast", "atMost", "from", "until")}}
	case reflect.TypeFor[policy.Price]():
		o["oneOf"] = oneOf("flat", "unit", "baseUnit", "package", "bands", "graduated", "percent", "time", "onRequest")
	case reflect.TypeFor[policy.DatedPhase]():
		o["oneOf"] = oneOf("until", "state")
	}
	if properties["basis"] != nil && properties["assumptions"] != nil {
		o["if"] = map[string]any{"properties": map[string]any{"basis": map[string]any{"const": "assumed"}}, "required": []string{"basis"}}
		o["then"] = map[string]any{"required": []string{"assumptions"}}
	}
	return o
}

// oneOf asks for one of some keys.
func oneOf(keys ...string) []any {
	var out []any
	for _, k := range keys {
		out = append(out, map[string]any{"required": []string{k}})
	}
	return out
}

const (
	idForm         = `^[a-z0-9]+(-[a-z0-9]+)*$`
	assumptionForm = `^[A-Z]+(-?[A-Z0-9]+)*$`

	noBlankEnds = `^\S([\s\S]*\S)?$`
	dayForm     = `^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$`
	amountForm  = `^(0|[1-9]\d{0,2}(,\d{3})+|[1-9]\d*)(円|千円|万円)?$`
	percentForm = `^\d+(\.\d{1,2})?%$`
	clockForm   = `^([01]\d|2[0-3]):[0-5]\d$|^24:00$`
	linkForm    = "^https?://[^\\x00-\\x20\"<>\\\\^`{|}/][^\\x00-\\x20\"<>\\\\^`{|}]*$"
)

// value is the schema of one value.
func (l *language) value(t reflect.Type) map[string]any {
	switch {
	case t.Kind() == reflect.Pointer:
		return l.value(t.Elem())
	case t.Kind() == reflect.Slice:
		return map[string]any{"type": "array", "minItems": 1, "items": l.value(t.Elem())}
	case t == reflect.TypeFor[policy.Date]():
		return map[string]any{"type": "string", "pattern": dayForm}
	case t == reflect.TypeFor[policy.Yen]():
		return map[string]any{"anyOf": []any{map[string]any{"type": "integer", "minimum": 0}, map[string]any{"type": "string", "pattern": amountForm}}}
	case t == reflect.TypeFor[policy.Percent]():
		return map[string]any{"type": "string", "pattern": percentForm}
	case t == reflect.TypeFor[policy.Clock]():
		return map[string]any{"type": "string", "pattern": clockForm}
	case t == reflect.TypeFor[policy.Link]():
		return map[string]any{"type": "string", "pattern": linkForm}
	case t.Kind() == reflect.Struct:
		return map[string]any{"$ref": "#/$defs/" + t.Name()}
	}
	if set, ok := reflect.Zero(t).Interface().(interface{ OneOf() []string }); ok {
		return map[string]any{"enum": set.OneOf()}
	}
	if reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
		panic("no schema for " + t.String()) // a scalar with a form of its own: a bug
	}
	switch t.Kind() {
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		return map[string]any{"type": "integer"}
	default:
		return map[string]any{"type": "string", "pattern": noBlankEnds}
	}
}

// templateFile is the annotated template of the catalog language.
const templateFile = "data/catalog/README.md"

// Marks between which the reference stands in the template.
const (
	referenceBegins = "<!-- the reference: written by go run ./build schema -->\n"
	referenceEnds   = "<!-- end of the reference -->\n"
)

// withReference puts the reference of all keys into the template.
func withReference(root, text string) (string, error) {
	l, err := readLanguage(root)
	if err != nil {
		return "", err
	}
	before, rest, ok1 := strings.Cut(text, referenceBegins)
	_, after, ok2 := strings.Cut(rest, referenceEnds)
	if !ok1 || !ok2 {
		return "", fmt.Errorf("%s has lost the marks of its reference", templateFile)
	}
	return before + referenceBegins + l.reference() + referenceEnds + after, nil
}

// reference is every key of the language: whether it is mandatory, what it takes,
// and what it means.
func (l *language) reference() string {
	var b strings.Builder
	for _, t := range l.order {
		d := l.types[t]
		fmt.Fprintf(&b, "\n### %s\n\n", d.name)
		if d.doc != "" {
			fmt.Fprintf(&b, "%s\n\n", d.doc)
		}
		b.WriteString("| key | | takes | meaning |\n|---|---|---|---|\n")
		for _, k := range d.fields {
			need := "optional"
			if k.mandatory {
				need = "**mandatory**"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", k.name, need, takes(k), strings.ReplaceAll(k.doc, "|", `\|`))
		}
	}
	b.WriteString("\n")
	return b.String()
}

// takes says what a key takes, in words.
func takes(k key) string {
	t, list := k.of, ""
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		if t.Kind() == reflect.Slice {
			list = "list of "
		}
		t = t.Elem()
	}
	switch {
	case k.ref != "":
		return list + "id from `" + k.ref + "`"
	case t == reflect.TypeFor[policy.Date]():
		return list + "day, `2024-05-22`"
	case t == reflect.TypeFor[policy.Yen]():
		return list + "amount, `80000`, `80,000` or `300千円`"
	case t == reflect.TypeFor[policy.Percent]():
		return list + "rate, `10%`"
	case t == reflect.TypeFor[policy.Clock]():
		return list + "time, `\"09:00\"` to `\"24:00\"`"
	case t == reflect.TypeFor[policy.Link]():
		return list + "address on the web"
	case t == reflect.TypeFor[policy.Label]():
		return list + "version in quotes, `\"1.10\"`"
	case t.Kind() == reflect.Struct:
		return list + "[" + t.Name() + "](#" + strings.ToLower(t.Name()) + ")"
	}
	if set, ok := reflect.Zero(t).Interface().(interface{ OneOf() []string }); ok {
		values := set.OneOf()
		const most = 12
		if len(values) > most {
			return list + "the name of a rule"
		}
		quoted := make([]string, len(values))
		for i, v := range values {
			quoted[i] = "`" + v + "`"
		}
		slices.Sort(quoted)
		return list + strings.Join(quoted, ", ")
	}
	switch t.Kind() {
	case reflect.Bool:
		return list + "`true` or `false`"
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		return list + "whole number"
	default:
		return list + "text"
	}
}
