package source

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"madoguchi/data/source/written"
	"madoguchi/policy"
)

// maxDepth is a limit of nesting against files that are not catalogs, which have
// 12.
const maxDepth = 24

// place is where a value stands.
type place struct {
	file         string
	line, column int
}

// decoder turns YAML nodes into values of policy by the yaml and need tags of
// their fields, and remembers where each value stands under its path, such as
// products[3].releases[0].version.
type decoder struct {
	name   string
	issues []Issue
	places map[string]place

	// remarks are what an author should know and may have meant.
	remarks []Issue

	// unread are the issues of reading, once that is over: what could not be
	// read looks missing to the checks that follow, and is not told twice.
	unread []Issue
}

func newDecoder() *decoder { return &decoder{places: map[string]place{}} }

// file adds the sections of one file to the value.
func (d *decoder) file(f File, into any) {
	d.name = f.Name
	root, fault := written.Parse(f.Data)
	switch {
	case fault != nil:
		d.report(place{f.Name, fault.Line, fault.Column}, "%s", fault.Message)
		return
	case root == nil:
		d.report(place{f.Name, 1, 1}, "file is empty: write a section such as vendor: or products:, or remove the file")
		return
	}
	m, ok := written.Mapping(root)
	if !ok {
		d.expected(root, "sections such as vendor: or products:")
		return
	}
	d.fields(root, m, reflect.ValueOf(into).Elem(), "", 1)
}

func (d *decoder) report(at place, format string, args ...any) {
	if slices.ContainsFunc(d.unread, func(i Issue) bool { return i.File == at.file && i.Line == at.line }) {
		return
	}
	d.issues = append(d.issues, Issue{at.file, at.line, at.column, fmt.Sprintf(format, args...)})
}

// at is where a node begins.
func (d *decoder) at(n ast.Node) place {
	at := written.At(n)
	return place{d.name, at.Line, at.Column}
}

// expected reports that a node is not of the kind wanted.
func (d *decoder) expected(n ast.Node, want string) {
	d.report(d.at(n), "%s stands here: write %s", written.Kind(n), want)
}

// fields fills a struct from a mapping.
func (d *decoder) fields(n ast.Node, m []*ast.MappingValueNode, v reflect.Value, path string, depth int) {
	if depth > maxDepth {
		d.report(d.at(n), "nesting is deeper than %d: a catalog is not", maxDepth)
		return
	}
	known := map[string]int{}
	var keys []string
	for i := range v.NumField() {
		if key := v.Type().Field(i).Tag.Get("yaml"); key != "" && key != "-" {
			known[key] = i
			keys = append(keys, key)
		}
	}
	seen := map[string]bool{}
	for _, pair := range m {
		key, ok := written.Scalar(pair.Key)
		if !ok {
			d.expected(pair.Key, "one of the keys "+strings.Join(keys, ", "))
			continue
		}
		field, ok := known[key]
		switch {
		case !ok && strings.Contains(key, " "):
			d.report(d.at(pair.Key), "text %q is taken for a key, since a comma ends text within braces: quote the whole text", written.Shorten(key))
		case !ok:
			d.report(d.at(pair.Key), "unknown key %q: %s", written.Shorten(key), meant(key, keys))
		case seen[key]:
			d.report(d.at(pair.Key), "key %q is here twice: keep one", key)
		default:
			seen[key] = true
			d.value(pair.Value, v.Field(field), join(path, key), depth+1)
		}
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if key := f.Tag.Get("yaml"); f.Tag.Get("need") == "yes" && !seen[key] {
			d.report(d.at(n), "key %q is missing: add it", key)
		}
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// meant suggests the key or id nearest to what was written.
func meant(written string, known []string) string {
	best, least := "", 1+len([]rune(written))/3
	for _, k := range known {
		if n := distance(written, k); n <= least && (best == "" || n < distance(written, best)) {
			best = k
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	if len(known) == 0 {
		return "there is none to choose from"
	}
	const most = 12
	if len(known) > most {
		return fmt.Sprintf("write one of %s, …", strings.Join(known[:most], ", "))
	}
	return fmt.Sprintf("write one of %s", strings.Join(known, ", "))
}

// distance counts the letters to insert, remove, replace or swap with their
// neighbour to get from a to b, without regard to case.
func distance(a, b string) int {
	x, y := []rune(strings.ToLower(a)), []rune(strings.ToLower(b))
	d := make([][]int, len(x)+1)
	for i := range d {
		d[i] = make([]int, len(y)+1)
		d[i][0] = i
	}
	for j := range y {
		d[0][j+1] = j + 1
	}
	for i := range x {
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			d[i+1][j+1] = min(d[i][j+1]+1, d[i+1][j]+1, d[i][j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				d[i+1][j+1] = min(d[i+1][j+1], d[i-1][j-1]+1)
			}
		}
	}
	return d[len(x)][len(y)]
}

// value fills v from a node.
func (d *decoder) value(n ast.Node, v reflect.Value, path string, depth int) {
	if old, ok := d.places[path]; ok && v.Kind() != reflect.Slice {
		d.report(d.at(n), "section %q stands in %s too: keep one", path, old.file)
		return
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	d.places[path] = d.at(n)
	switch {
	case v.Kind() == reflect.Slice:
		d.list(n, v, path, depth)
	case v.Kind() == reflect.Struct && v.Type() != reflect.TypeFor[policy.Date]():
		m, ok := written.Mapping(n)
		if !ok {
			d.expected(n, "a mapping with the keys "+strings.Join(keysOf(v.Type()), ", "))
			return
		}
		d.fields(n, m, v, path, depth)
	default:
		d.scalar(n, v)
	}
}

func keysOf(t reflect.Type) []string {
	var keys []string
	for i := range t.NumField() {
		if key := t.Field(i).Tag.Get("yaml"); key != "" && key != "-" {
			keys = append(keys, key)
		}
	}
	return keys
}

// list appends the entries of a sequence to what a slice already holds from
// other files.
func (d *decoder) list(n ast.Node, v reflect.Value, path string, depth int) {
	seq, ok := n.(*ast.SequenceNode)
	if !ok {
		d.expected(n, "a list, each entry after a dash")
		return
	}
	if len(seq.Values) == 0 {
		d.report(d.at(n), "list is empty: leave its key out")
		return
	}
	for _, entry := range seq.Values {
		i := v.Len()
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		d.value(entry, v.Index(i), fmt.Sprintf("%s[%d]", path, i), depth+1)
	}
}

func (d *decoder) scalar(n ast.Node, v reflect.Value) {
	s, ok := written.Scalar(n)
	if !ok {
		d.expected(n, wanted(v.Type()))
		return
	}
	if set, ok := v.Interface().(interface{ OneOf() []string }); ok {
		if !slices.Contains(set.OneOf(), s) {
			d.report(d.at(n), "unknown value %q: %s", written.Shorten(s), meant(s, set.OneOf()))
			return
		}
		v.SetString(s)
		return
	}
	if u, ok := v.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if s == "" {
			d.expected(n, wanted(v.Type())+", or leave the key out")
			return
		}
		if err := u.UnmarshalText([]byte(s)); err != nil {
			d.report(d.at(n), "%s", err)
		}
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		if s != "true" && s != "false" {
			d.report(d.at(n), "%q is neither true nor false: write one of them", written.Shorten(s))
			return
		}
		v.SetBool(s == "true")
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		i, err := strconv.ParseInt(s, 10, 32)
		if err != nil || strconv.FormatInt(i, 10) != s {
			d.report(d.at(n), "%q is not a whole number: write digits only, such as 6", written.Shorten(s))
			return
		}
		v.SetInt(i)
	case reflect.String:
		if d.text(n, s, v.Type()) {
			v.SetString(s)
		}
	default:
		panic("no YAML form for a " + v.Type().String()) // a field of a new kind: a bug
	}
}

// wanted tells what to write for a value of a type.
func wanted(t reflect.Type) string {
	switch {
	case t == reflect.TypeFor[policy.Date]():
		return "a day such as 2024-05-22"
	case t == reflect.TypeFor[policy.Yen]():
		return "an amount such as 80000"
	case t.Kind() == reflect.Bool:
		return "true or false"
	case t.Kind() == reflect.String:
		return "text"
	default:
		return "a number"
	}
}

// text reports what is wrong with text that a visitor will read, or that names
// something.
func (d *decoder) text(n ast.Node, s string, t reflect.Type) bool {
	bad := strings.IndexFunc(s, func(r rune) bool { return unicode.IsControl(r) && r != '\n' })
	switch {
	case s == "":
		d.report(d.at(n), "text is empty: write it, or leave the key out")
	case !written.Quoted(n) && needsQuotes(n, t):
		d.report(d.at(n), "%s %s must be quoted, or other programs read it as something else: write %q", word(t), s, s)
	case bad >= 0:
		d.report(d.at(n), "text has a control character: remove it")
	case markup(s):
		d.report(d.at(n), "text %q looks like HTML: write plain text", written.Shorten(s))
	case strings.TrimSpace(s) != s:
		d.report(d.at(n), "text %q begins or ends with a blank: remove it", written.Shorten(s))
	default:
		return true
	}
	return false
}

func word(t reflect.Type) string {
	if t == reflect.TypeFor[policy.Label]() {
		return "version"
	}
	return "text"
}

// needsQuotes reports that YAML takes a scalar for a number, a truth value or
// nothing. Versions are quoted whatever they look like, so that a list of them
// reads alike.
func needsQuotes(n ast.Node, t reflect.Type) bool {
	_, plain := n.(*ast.StringNode)
	return !plain || t == reflect.TypeFor[policy.Label]()
}

// markup reports a tag or an entity of HTML.
func markup(s string) bool {
	for i, r := range s {
		rest := s[i:]
		if r == '<' && len(rest) > 1 && (rest[1] == '/' || rest[1] == '!' || unicode.IsLetter(rune(rest[1]))) && strings.Contains(rest, ">") {
			return true
		}
	}
	return false
}
