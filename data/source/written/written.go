// Package written reads YAML as it is written: a scalar is the text that stands in
// the file, at its place, and never what YAML would take it for. 1.10 stays 1.10.
// It knows neither catalogs nor anybody's data.
package written

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits against files that people did not write.
const (
	maxFile  = 4 << 20 // bytes
	maxDepth = 1000    // of brackets, on which the parser spends a time that grows with their square
)

// Place is where something stands in a file, both counted from 1.
type Place struct{ Line, Column int }

// Start is the beginning of a file.
var Start = Place{1, 1}

// Fault is why a file cannot be read, with what to do about it.
type Fault struct {
	Place
	Message string
}

func (f *Fault) Error() string { return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, f.Message) }

// Parse returns the root node of a file with one document, or nil for one that
// says nothing. Keys that stand twice are both there.
func Parse(b []byte) (root ast.Node, fault *Fault) {
	if len(b) > maxFile {
		return nil, &Fault{Start, fmt.Sprintf("file has %d bytes, more than %d: split it", len(b), maxFile)}
	}
	if at := invalidUTF8(b); at >= 0 {
		line := 1 + strings.Count(string(b[:at]), "\n")
		return nil, &Fault{Place{line, 1}, "text is not UTF-8: save the file as UTF-8"}
	}
	if line := tooDeep(b); line > 0 {
		return nil, &Fault{Place{line, 1}, fmt.Sprintf("brackets or dashes are nested more than %d deep: nobody writes that", maxDepth)}
	}
	defer func() {
		if recover() != nil { // the parser is not ours; a file must never stop the program
			root, fault = nil, &Fault{Start, "file cannot be read as YAML: check quotes and indentation"}
		}
	}()
	file, err := parser.ParseBytes(b, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		var bad yaml.Error
		at, message := Start, "check quotes and indentation"
		if errors.As(err, &bad) {
			message = bad.GetMessage()
			if t := bad.GetToken(); t != nil && t.Position != nil {
				at = Place{t.Position.Line, t.Position.Column}
			}
		}
		return nil, &Fault{at, "this is not YAML: " + message}
	}
	if len(file.Docs) > 1 {
		return nil, &Fault{Start, fmt.Sprintf("file has %d documents: keep one, without a line ---", len(file.Docs))}
	}
	if len(file.Docs) == 0 {
		return nil, nil
	}
	return file.Docs[0].Body, nil
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

// tooDeep returns the line in which brackets, or lists within lists on one line, are
// nested beyond the limit, or 0. It counts those within quotes too, which are few.
func tooDeep(b []byte) int {
	line, brackets, dashes := 1, 0, 0
	for i, c := range b {
		switch {
		case c == '[' || c == '{':
			brackets++
		case (c == ']' || c == '}') && brackets > 0:
			brackets--
		case c == '\n':
			line, dashes = line+1, 0
		case c == '-' && i+1 < len(b) && b[i+1] == ' ':
			dashes++
		}
		if brackets > maxDepth || dashes > maxDepth {
			return line
		}
	}
	return 0
}

// At is where a node begins.
func At(n ast.Node) Place {
	if m, ok := n.(*ast.MappingNode); ok && len(m.Values) > 0 && !m.IsFlowStyle {
		n = m.Values[0].Key // the mapping's own token is the colon
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		return Place{t.Position.Line, t.Position.Column}
	}
	return Start
}

// Mapping returns the pairs of a mapping, or false for any other node.
func Mapping(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	default:
		return nil, false
	}
}

// Scalar returns a scalar as it is written, without quotes. It is false for
// nothing, which YAML writes as null or leaves out.
func Scalar(n ast.Node) (string, bool) {
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

// Text reports whether YAML takes a scalar for text, and not for a number or a
// truth value.
func Text(n ast.Node) bool {
	_, ok := n.(*ast.StringNode)
	return ok || Quoted(n)
}

// Quoted reports whether a scalar cannot be taken for anything but text.
func Quoted(n ast.Node) bool {
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

// Kind says what a node is, in words.
func Kind(n ast.Node) string {
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
		return strconv.Quote(Shorten(n.GetToken().Value))
	}
}

// Shorten cuts what is quoted from a file to what a message can hold.
func Shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
