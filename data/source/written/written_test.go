package written_test

import (
	"strings"
	"testing"

	"github.com/goccy/go-yaml/ast"

	"madoguchi/data/source/written"
)

// TestScalar: what stands in the file is what is read.
func TestScalar(t *testing.T) {
	for _, tt := range []struct {
		in, want string
		text     bool // to other programs too
		quoted   bool
	}{
		{"1.10", "1.10", false, false},
		{"010", "010", false, false},
		{"0x1F", "0x1F", false, false},
		{"1_000", "1_000", false, false},
		{"100.50", "100.50", false, false},
		{"1e3", "1e3", true, false},
		{"true", "true", false, false},
		{".inf", ".inf", false, false},
		{"2024-05-22", "2024-05-22", true, false},
		{"10.0.26100", "10.0.26100", true, false},
		{`"1.10"`, "1.10", true, true},
		{"'it''s'", "it's", true, true},
		{"|-\n  two\n  lines", "two\nlines", true, true},
		{"words here", "words here", true, false},
	} {
		root, fault := written.Parse([]byte("key: " + tt.in + "\n"))
		if fault != nil {
			t.Errorf("%s: %v", tt.in, fault)
			continue
		}
		pairs, _ := written.Mapping(root)
		n := pairs[0].Value
		if got, ok := written.Scalar(n); !ok || got != tt.want || written.Text(n) != tt.text || written.Quoted(n) != tt.quoted {
			t.Errorf("%s is read as %q, %v, text %v, quoted %v", tt.in, got, ok, written.Text(n), written.Quoted(n))
		}
	}
	for _, in := range []string{"", "null", "~", "[1]", "{a: 1}"} {
		root, fault := written.Parse([]byte("key: " + in + "\n"))
		if fault != nil {
			t.Fatal(fault)
		}
		pairs, _ := written.Mapping(root)
		if got, ok := written.Scalar(pairs[0].Value); ok {
			t.Errorf("%q is read as the scalar %q, want none", in, got)
		}
	}
}

func TestParse_faults(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"two documents", "a: 1\n---\nb: 2\n", "1:1: file has 2 documents: keep one, without a line ---"},
		{"not UTF-8", "a: 1\nb: \xff\n", "2:1: text is not UTF-8: save the file as UTF-8"},
		{"a bracket left open", "a: [1\n", "1:"},
		{"a wall of brackets", "a: 1\nb: " + strings.Repeat("[", 2000), "2:1: brackets or dashes are nested more than 1000 deep"},
		{"a wall of dashes", "a:\n  " + strings.Repeat("- ", 2000), "2:1: brackets or dashes are nested more than 1000 deep"},
		{"too large", strings.Repeat("# \n", 2<<20), "1:1: file has 6291456 bytes, more than 4194304: split it"},
	} {
		if _, fault := written.Parse([]byte(tt.in)); fault == nil || !strings.HasPrefix(fault.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, fault, tt.want)
		}
	}
	for _, in := range []string{"", "# nothing\n", "\n\n"} {
		if root, fault := written.Parse([]byte(in)); root != nil || fault != nil {
			t.Errorf("%q is read as %v, %v, want nothing", in, root, fault)
		}
	}
}

func TestAt(t *testing.T) {
	root, fault := written.Parse([]byte("a: 1\nlist:\n  - b: 2\n    c: 3\n"))
	if fault != nil {
		t.Fatal(fault)
	}
	pairs, _ := written.Mapping(root)
	entry := pairs[1].Value.(*ast.SequenceNode).Values[0]
	if got := written.At(entry); got != (written.Place{Line: 3, Column: 5}) {
		t.Errorf("the entry stands at %v, want 3:5", got)
	}
}
