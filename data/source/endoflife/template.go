package endoflife

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"madoguchi/data/source/written"
)

// Templates of endoflife.date are Liquid over a handful of words such as
// __LATEST__. The few tags and filters that its files use are computed here; a
// template with anything else is not computed at all, since an address that is
// nearly right leads nowhere.

// template is text with words to fill in.
type template []piece

// piece is a part of a template: text, a value to print, or text that depends on a
// comparison.
type piece struct {
	text string

	value   operand
	filters []filter

	equal       *comparison
	then, other template
}

// operand is text with words to fill in, or a number without quotes.
type operand struct {
	text   string
	quoted bool
}

type comparison struct {
	left, right operand
	negated     bool
}

type filter struct {
	name string
	args []operand
}

// tagForm matches a value to print, or a tag.
var tagForm = regexp.MustCompile(`\{\{([^{}]*)\}\}|\{%([^{}]*)%\}`)

// maxText is a limit in bytes against templates that people did not write, and
// against what filters make of them.
const maxText = 2000

// parseTemplate reads a template, or says what in it is not computed.
func parseTemplate(s string) (template, error) {
	if len(s) > maxText {
		return nil, fmt.Errorf("%d bytes", len(s))
	}
	t, rest, end, err := parsePieces(s)
	if err == nil && end != "" {
		err = fmt.Errorf("{%% %s %%} without its beginning", end)
	}
	if err == nil && rest != "" {
		err = fmt.Errorf("%q is left over", rest)
	}
	return t, err
}

// parsePieces reads up to a tag that ends or divides a condition, and returns that
// tag with what follows it.
func parsePieces(s string) (t template, rest, end string, err error) {
	for {
		at := tagForm.FindStringSubmatchIndex(s)
		if at == nil {
			if strings.Contains(s, "{{") || strings.Contains(s, "{%") {
				return nil, "", "", fmt.Errorf("%q is not closed", s)
			}
			return append(t, piece{text: s}), "", "", nil
		}
		t = append(t, piece{text: s[:at[0]]})
		if at[2] >= 0 {
			p, err := parseValue(s[at[2]:at[3]])
			if err != nil {
				return nil, "", "", err
			}
			t, s = append(t, p), s[at[1]:]
			continue
		}
		tag := strings.TrimSpace(s[at[4]:at[5]])
		s = s[at[1]:]
		switch {
		case tag == "else" || tag == "endif":
			return t, s, tag, nil
		case strings.HasPrefix(tag, "if "):
			p := piece{}
			if p.equal, err = parseComparison(strings.TrimPrefix(tag, "if ")); err != nil {
				return nil, "", "", err
			}
			if p.then, s, end, err = parsePieces(s); err != nil {
				return nil, "", "", err
			}
			if end == "else" {
				if p.other, s, end, err = parsePieces(s); err != nil {
					return nil, "", "", err
				}
			}
			if end != "endif" {
				return nil, "", "", fmt.Errorf("{%% %s %%} is not closed", tag)
			}
			t = append(t, p)
		default:
			return nil, "", "", fmt.Errorf("tag %q", tag)
		}
	}
}

var (
	quotedForm     = `('[^']*'|"[^"]*")`
	comparisonForm = regexp.MustCompile(`^\s*` + quotedForm + `\s*(==|!=)\s*` + quotedForm + `\s*$`)
	valueForm      = regexp.MustCompile(`^\s*(` + quotedForm + `|[\w.]+)\s*((?:\|[^|]*)*)$`)
	filterForm     = regexp.MustCompile(`^\s*(\w+)\s*(?::\s*(.*))?$`)
	argForm        = regexp.MustCompile(`^\s*(` + quotedForm + `|\d+)\s*$`)
)

func parseComparison(s string) (*comparison, error) {
	m := comparisonForm.FindStringSubmatch(s)
	if m == nil {
		return nil, fmt.Errorf("condition %q", s)
	}
	return &comparison{left: operandOf(m[1]), right: operandOf(m[3]), negated: m[2] == "!="}, nil
}

func parseValue(s string) (piece, error) {
	m := valueForm.FindStringSubmatch(s)
	if m == nil {
		return piece{}, fmt.Errorf("value %q", s)
	}
	p := piece{value: operandOf(m[1])}
	for _, part := range strings.Split(m[3], "|")[1:] {
		f := filterForm.FindStringSubmatch(part)
		if f == nil {
			return piece{}, fmt.Errorf("filter %q", part)
		}
		next := filter{name: f[1]}
		if f[2] != "" {
			for _, arg := range splitArgs(f[2]) {
				a := argForm.FindStringSubmatch(arg)
				if a == nil {
					return piece{}, fmt.Errorf("argument %q of filter %s", arg, f[1])
				}
				next.args = append(next.args, operandOf(a[1]))
			}
		}
		if want, ok := filterArgs[next.name]; !ok || len(next.args) != want {
			return piece{}, fmt.Errorf("filter %s with %d arguments", next.name, len(next.args))
		}
		p.filters = append(p.filters, next)
	}
	return p, nil
}

// splitArgs splits at commas outside quotes.
func splitArgs(s string) []string {
	var out []string
	begin := 0
	var in byte
	for i := range len(s) {
		switch c := s[i]; {
		case in != 0:
			if c == in {
				in = 0
			}
		case c == '\'' || c == '"':
			in = c
		case c == ',':
			out, begin = append(out, s[begin:i]), i+1
		}
	}
	return append(out, s[begin:])
}

func operandOf(s string) operand {
	if s[0] == '\'' || s[0] == '"' {
		return operand{s[1 : len(s)-1], true}
	}
	return operand{s, false}
}

// filterArgs are the filters that are computed, with their number of arguments.
var filterArgs = map[string]int{
	"replace": 2, "replace_first": 2, "split": 1, "first": 0, "last": 0, "pop": 0, "join": 1, "slice": 2,
	"downcase": 0, "drop_zero_patch": 0,
}

// numberForm matches what prints as itself without quotes.
var numberForm = regexp.MustCompile(`^\d+(\.\d+)?$`)

// wordForm matches the words that are filled in.
var wordForm = regexp.MustCompile(`__[A-Z]+(?:_[A-Z]+)*__`)

// fill computes a template. It fails where the template needs a word that has no
// value.
func (t template) fill(words map[string]string) (string, error) {
	var b strings.Builder
	for _, p := range t {
		switch {
		case p.equal != nil:
			branch := p.other
			if (fillLoosely(p.equal.left.text, words) == fillLoosely(p.equal.right.text, words)) != p.equal.negated {
				branch = p.then
			}
			s, err := branch.fill(words)
			if err != nil {
				return "", err
			}
			b.WriteString(s)
		case p.value != operand{}:
			s, err := p.print(words)
			if err != nil {
				return "", err
			}
			b.WriteString(s)
		default:
			s, err := fillWords(p.text, words)
			if err != nil {
				return "", err
			}
			b.WriteString(s)
		}
	}
	return b.String(), nil
}

// fillWords fills the words of plain text in.
func fillWords(s string, words map[string]string) (string, error) {
	for _, w := range wordForm.FindAllString(s, -1) {
		if words[w] == "" {
			return "", fmt.Errorf("%s has no value", w)
		}
	}
	return fillLoosely(s, words), nil
}

// fillLoosely fills the words in, with nothing for those without a value.
func fillLoosely(s string, words map[string]string) string {
	return wordForm.ReplaceAllStringFunc(s, func(w string) string { return words[w] })
}

// print computes a value and its filters: text, or a list between split and join.
func (p piece) print(words map[string]string) (string, error) {
	text, err := fillWords(p.value.text, words)
	if err != nil {
		return "", err
	}
	if !p.value.quoted && !numberForm.MatchString(text) {
		return "", fmt.Errorf("value %q without quotes", text)
	}
	var list []string
	isList := false
	for _, f := range p.filters {
		var args []string
		for _, a := range f.args {
			arg, err := fillWords(a.text, words)
			if err != nil {
				return "", err
			}
			args = append(args, arg)
		}
		if isList != slices.Contains([]string{"first", "last", "pop", "join", "slice"}, f.name) {
			return "", fmt.Errorf("filter %s in this place", f.name)
		}
		switch f.name {
		case "replace":
			text = strings.ReplaceAll(text, args[0], args[1])
		case "replace_first":
			text = strings.Replace(text, args[0], args[1], 1)
		case "downcase":
			text = strings.ToLower(text)
		case "drop_zero_patch":
			text = strings.TrimSuffix(text, ".0")
		case "split":
			list, isList = strings.Split(text, args[0]), true
		case "join":
			text, isList = strings.Join(list, args[0]), false
		case "first":
			text, isList = list[0], false
		case "last":
			text, isList = list[len(list)-1], false
		case "pop":
			list = list[:len(list)-1]
		case "slice":
			from, err1 := strconv.Atoi(args[0])
			count, err2 := strconv.Atoi(args[1])
			if err1 != nil || err2 != nil || from < 0 || count < 0 || from > len(list) {
				return "", fmt.Errorf("filter slice on %q", text)
			}
			list = list[from:min(len(list), from+count)]
		default:
			return "", fmt.Errorf("filter %s", f.name)
		}
		if isList && len(list) == 0 || len(text) > maxText {
			return "", fmt.Errorf("filter %s on %q", f.name, written.Shorten(text))
		}
	}
	if isList {
		return "", fmt.Errorf("a list to print")
	}
	if !utf8.ValidString(text) {
		return "", fmt.Errorf("text that is not UTF-8")
	}
	return text, nil
}
