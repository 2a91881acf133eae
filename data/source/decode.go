package source

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"madoguchi/policy"
)

// Limits against files that are not catalogs.
const (
	maxFile  = 4 << 20 // bytes
	maxDepth = 24      // of nesting; a catalog has 12
)

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
	v := reflect.ValueOf(into).Elem()
	if len(f.Data) > maxFile {
		d.report(place{f.Name, 1, 1}, "file has %d bytes, more than %d: split it", len(f.Data), maxFile)
		return
	}
	if at := invalidUTF8(f.Data); at >= 0 {
		line := 1 + strings.Count(string(f.Data[:at]), "\n")
		d.report(place{f.Name, line, 1}, "text is not UTF-8: save the file as UTF-8")
		return
	}
	root := d.parse(f)
	if root == nil {
		return
	}
	m, ok := d.mapping(root)
	if !ok {
		d.expected(root, "sections such as vendor: or products:")
		return
	}
	d.fields(root, m, v, "", 1)
}

func invalidUTF8(b []byte) int {
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// parse returns the root node of the file, or nil after reporting why not.
func (d *decoder) parse(f File) (root ast.Node) {
	start := place{f.Name, 1, 1}
	defer func() {
		if recover() != nil { // the parser is not ours; a file must never stop the program
			d.report(start, "file cannot be read as YAML: check quotes and indentation")
			root = nil
		}
	}()
	file, err := parser.ParseBytes(f.Data, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		var bad yaml.Error
		at, message := start, "check quotes and indentation"
		if errors.As(err, &bad) {
			message = bad.GetMessage()
			if t := bad.GetToken(); t != nil && t.Position != nil {
				at = place{f.Name, t.Position.Line, t.Position.Column}
			}
		}
		d.report(at, "this is not YAML: %s", message)
		return nil
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		if len(file.Docs) > 1 {
			d.report(start, "file has %d documents: keep one, without a line ---", len(file.Docs))
		} else {
			d.report(start, "file is empty: write a section such as vendor: or products:, or remove the file")
		}
		return nil
	}
	return file.Docs[0].Body
}

func (d *decoder) report(at place, format string, args ...any) {
	if slices.ContainsFunc(d.unread, func(i Issue) bool { return i.File == at.file && i.Line == at.line }) {
		return
	}
	d.issues = append(d.issues, Issue{at.file, at.line, at.column, fmt.Sprintf(format, args...)})
}

// at is where a node begins.
func (d *decoder) at(n ast.Node) place {
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		n = m.Values[0].Key // the mapping's own token is the colon
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		return place{d.name, t.Position.Line, t.Position.Column}
	}
	return place{d.name, 1, 1}
}

// expected reports that a node is not of the kind wanted.
func (d *decoder) expected(n ast.Node, want string) {
	d.report(d.at(n), "%s stands here: write %s", kindOf(n), want)
}

func kindOf(n ast.Node) string {
	switch n := n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "a mapping"
	case *ast.SequenceNode:
		return "a list"
	case *ast.NullNode:
		return "nothing"
	case *ast.AnchorNode, *ast.AliasNode, *ast.TagNode, *ast.MergeKeyNode:
		return "an anchor, alias or tag, which catalogs do not use,"
	default:
		return strconv.Quote(shorten(n.GetToken().Value))
	}
}

func shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

func (d *decoder) mapping(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	default:
		return nil, false
	}
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
		key, ok := scalar(pair.Key)
		if !ok {
			d.expected(pair.Key, "one of the keys "+strings.Join(keys, ", "))
			continue
		}
		field, ok := known[key]
		switch {
		case !ok && strings.Contains(key, " "):
			d.report(d.at(pair.Key), "text %q is taken for a key, since a comma ends text within braces: quote the whole text", shorten(key))
		case !ok:
			d.report(d.at(pair.Key), "unknown key %q: %s", shorten(key), meant(key, keys))
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
		m, ok := d.mapping(n)
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

// scalar returns a scalar as it is written, without quotes.
func scalar(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimRight(n.Value.Value, "\n"), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	default:
		return "", false
	}
}

// quoted reports whether a scalar cannot be taken for anything but text.
func quoted(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.LiteralNode:
		return true
	case *ast.StringNode:
		t := n.GetToken().Type
		return t == token.SingleQuoteType || t == token.DoubleQuoteType
	default:
		return false
	}
}

func (d *decoder) scalar(n ast.Node, v reflect.Value) {
	s, ok := scalar(n)
	if !ok {
		d.expected(n, wanted(v.Type()))
		return
	}
	if set, ok := v.Interface().(interface{ OneOf() []string }); ok {
		if !slices.Contains(set.OneOf(), s) {
			d.report(d.at(n), "unknown value %q: %s", shorten(s), meant(s, set.OneOf()))
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
			d.report(d.at(n), "%q is neither true nor false: write one of them", shorten(s))
			return
		}
		v.SetBool(s == "true")
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		i, err := strconv.ParseInt(s, 10, 32)
		if err != nil || strconv.FormatInt(i, 10) != s {
			d.report(d.at(n), "%q is not a whole number: write digits only, such as 6", shorten(s))
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
	case !quoted(n) && needsQuotes(n, t):
		d.report(d.at(n), "%s %s must be quoted, or other programs read it as something else: write %q", word(t), s, s)
	case bad >= 0:
		d.report(d.at(n), "text has a control character: remove it")
	case markup(s):
		d.report(d.at(n), "text %q looks like HTML: write plain text", shorten(s))
	case strings.TrimSpace(s) != s:
		d.report(d.at(n), "text %q begins or ends with a blank: remove it", shorten(s))
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
