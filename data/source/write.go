package source

import (
	"bytes"
	"encoding"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode"

	"madoguchi/policy"
)

// lineWidth is how far a line may reach before what it says is put on several.
const lineWidth = 140

// Write returns sections of a catalog as a file that Read reads as the same facts,
// laid out as a person would: what fits on a line stands on one, in the order of the
// types, and before what does not. A text in comments is told above the entry at its
// path, such as products[0].releases[3]. It is for programs that make catalogs; the
// shipped ones are written by hand.
func Write(c policy.Catalog, comments map[string]string) []byte {
	w := writer{comments: comments}
	v := reflect.ValueOf(c)
	for i := range v.NumField() {
		key := v.Type().Field(i).Tag.Get("yaml")
		if key == "-" || v.Field(i).IsZero() {
			continue
		}
		if w.out.Len() > 0 {
			w.out.WriteByte('\n')
		}
		w.comment(key, 0)
		w.pair(key, v.Field(i), key, 0)
	}
	return w.out.Bytes()
}

type writer struct {
	out      bytes.Buffer
	comments map[string]string
}

// comment writes what is to be told above a path.
func (w *writer) comment(path string, indent int) {
	for line := range strings.Lines(w.comments[path]) {
		fmt.Fprintf(&w.out, "%s# %s\n", strings.Repeat(" ", indent), strings.TrimSpace(line))
	}
}

// pair writes a key with its value. The line is indented already.
func (w *writer) pair(key string, v reflect.Value, path string, indent int) {
	w.out.WriteString(key + ":")
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	flow, ok := w.flow(v, path, true)
	switch {
	case ok && indent+len(key)+2+width(flow) <= lineWidth:
		w.out.WriteString(" " + flow + "\n")
	case v.Kind() == reflect.Slice:
		w.out.WriteByte('\n')
		w.list(v, path, indent+2)
	case isMapping(v.Type()):
		w.out.WriteByte('\n')
		w.out.WriteString(strings.Repeat(" ", indent+2))
		w.mapping(v, path, indent+2)
	case v.Kind() == reflect.String && literal(v.String()):
		w.out.WriteString(" |-\n")
		for line := range strings.SplitSeq(v.String(), "\n") {
			if line != "" {
				w.out.WriteString(strings.Repeat(" ", indent+2) + line)
			}
			w.out.WriteByte('\n')
		}
	default:
		w.out.WriteString(" " + scalarText(v) + "\n")
	}
}

// list writes entries below each other. Entries of the catalog's own sections are
// never pressed into a line.
func (w *writer) list(v reflect.Value, path string, indent int) {
	section := !strings.Contains(path, ".")
	for i := range v.Len() {
		here := fmt.Sprintf("%s[%d]", path, i)
		entry := v.Index(i)
		w.comment(here, indent)
		w.out.WriteString(strings.Repeat(" ", indent) + "- ")
		if flow, ok := w.flow(entry, here, false); ok && !(section && hasList(entry.Type())) && indent+2+width(flow) <= lineWidth {
			w.out.WriteString(flow + "\n")
			continue
		}
		if isMapping(entry.Type()) {
			w.mapping(entry, here, indent+2)
		} else {
			w.out.WriteString(scalarText(entry) + "\n")
		}
	}
}

// mapping writes the keys of a struct below each other. The first line is indented
// already.
func (w *writer) mapping(v reflect.Value, path string, indent int) {
	first := true
	for _, long := range []bool{false, true} {
		for i := range v.NumField() {
			f := v.Type().Field(i)
			key := f.Tag.Get("yaml")
			if !said(f, v.Field(i)) || w.long(v.Field(i), join(path, key), key, indent) != long {
				continue
			}
			if !first {
				w.out.WriteString(strings.Repeat(" ", indent))
			}
			first = false
			w.pair(key, v.Field(i), join(path, key), indent)
		}
	}
}

// long reports that a value is a list that takes several lines.
func (w *writer) long(v reflect.Value, path, key string, indent int) bool {
	if v.Kind() != reflect.Slice {
		return false
	}
	flow, ok := w.flow(v, path, true)
	return !ok || indent+len(key)+2+width(flow) > lineWidth
}

// said reports whether a field is written: what is unknown is left out.
func said(f reflect.StructField, v reflect.Value) bool {
	key := f.Tag.Get("yaml")
	if key == "" || key == "-" {
		return false
	}
	number := v.Kind() == reflect.Bool || v.CanInt()
	return !v.IsZero() || f.Tag.Get("need") == "yes" && number
}

// flow returns a value on one line, or false for one that must stand on several:
// text with line ends, what has comments inside, and, in the place of a value, a
// list of entries that are more than a handful of scalars.
func (w *writer) flow(v reflect.Value, path string, value bool) (string, bool) {
	for v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	switch {
	case v.Kind() == reflect.Slice:
		elem := v.Type().Elem()
		if value && isMapping(elem) && hasMapping(elem) {
			return "", false
		}
		var parts []string
		for i := range v.Len() {
			here := fmt.Sprintf("%s[%d]", path, i)
			part, ok := w.flow(v.Index(i), here, value)
			if !ok || w.comments[here] != "" {
				return "", false
			}
			parts = append(parts, part)
		}
		return "[" + strings.Join(parts, ", ") + "]", true
	case isMapping(v.Type()):
		var parts []string
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if !said(f, v.Field(i)) {
				continue
			}
			key := f.Tag.Get("yaml")
			part, ok := w.flow(v.Field(i), join(path, key), value)
			if !ok {
				return "", false
			}
			parts = append(parts, key+": "+part)
		}
		return "{" + strings.Join(parts, ", ") + "}", true
	default:
		s := scalarText(v)
		return s, v.Kind() != reflect.String || !literal(v.String())
	}
}

// isMapping reports whether values of the type are written as mappings.
func isMapping(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != reflect.TypeFor[policy.Date]()
}

// hasMapping reports whether entries of the type have mappings inside.
func hasMapping(t reflect.Type) bool {
	for i := range t.NumField() {
		f := t.Field(i).Type
		for f.Kind() == reflect.Pointer || f.Kind() == reflect.Slice {
			f = f.Elem()
		}
		if isMapping(f) {
			return true
		}
	}
	return false
}

// hasList reports whether entries of the type have lists inside.
func hasList(t reflect.Type) bool {
	if !isMapping(t) {
		return false
	}
	for i := range t.NumField() {
		if t.Field(i).Type.Kind() == reflect.Slice {
			return true
		}
	}
	return false
}

// literal reports whether text is written line by line, as it stands. What a
// literal of YAML could change is quoted instead.
func literal(s string) bool {
	if !strings.Contains(s, "\n") || strings.Contains(s, "\n\n\n") || strings.TrimSpace(s) != s {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimRight(line, " ") != line || strings.ContainsFunc(line, func(r rune) bool { return !unicode.IsPrint(r) }) {
			return false
		}
	}
	return true
}

// scalarText is a scalar as it is written, in quotes where it needs them.
func scalarText(v reflect.Value) string {
	if m, ok := v.Interface().(encoding.TextMarshaler); ok {
		b, err := m.MarshalText()
		if err != nil {
			panic(err) // a value of a catalog has no text: a bug
		}
		if v.Type() == reflect.TypeFor[policy.Clock]() {
			return quote(string(b))
		}
		return string(b)
	}
	switch {
	case v.Kind() == reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10)
	case v.Type() == reflect.TypeFor[policy.Label]() || !plain(v.String()):
		return quote(v.String())
	default:
		return v.String()
	}
}

// quote writes text as every reader of YAML reads it, on one line.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case unicode.IsPrint(r) || r == '　':
			b.WriteRune(r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// plain reports whether text is read as itself without quotes, by any reader of
// YAML: words of letters, digits and a few signs that begin with a letter or slash,
// and addresses.
func plain(s string) bool {
	switch strings.ToLower(s) {
	case "", "y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf":
		return false
	}
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return !strings.HasSuffix(s, ":") && !strings.ContainsFunc(s, func(r rune) bool {
			return !(r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune("-._~:/?#=&%+@;$", r))
		})
	}
	for i, r := range s {
		switch {
		case unicode.IsLetter(r) || r == '/':
		case i > 0 && (unicode.IsDigit(r) || strings.ContainsRune("-._+()", r)):
		case i > 0 && (r == ' ' || strings.ContainsRune("、。「」『』・（）", r)):
		default:
			return false
		}
	}
	return strings.TrimSpace(s) == s
}

// width is the number of columns that text takes: letters of Japanese are two wide.
func width(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			n++
		}
	}
	return n
}
