package main

import (
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// prerender returns the portal's element at a path as go-app's handler writes
// it, as proper HTML. A path without a page is an error.
func prerender(handler *app.Handler, path string) (string, error) {
	return prerenderRequest(handler, httptest.NewRequest(http.MethodGet, path, nil))
}

func prerenderRequest(handler *app.Handler, req *http.Request) (string, error) {
	rec := httptest.NewRecorder()
	path := req.URL.Path
	handler.ServeHTTP(rec, req)
	if rec.Code != http.StatusOK {
		return "", fmt.Errorf("render %s: status %d", path, rec.Code)
	}
	_, body, ok := strings.Cut(rec.Body.String(), "\n  <body>\n")
	if !ok {
		return "", fmt.Errorf("render %s: no body", path)
	}
	p := pageText{rest: body}
	n, err := p.node(2)
	if err != nil {
		return "", fmt.Errorf("render %s: %w", path, err)
	}
	var b strings.Builder
	n.write(&b)
	return b.String(), nil
}

// resolver leaves addresses alone: package route prints them as they are served.
type resolver struct{}

func (resolver) Resolve(address string) string { return address }

// go-app writes HTML for its own loader to replace, and not to be read: it quotes
// attributes as Go does, drops the value "true", writes them in random order,
// and puts blanks between elements that have none between them in the browser.
// What follows reads exactly that form, and nothing else.

type node struct {
	text     string // of a text node
	tag      string
	attrs    []attr
	children []node
}

type attr struct{ name, value string }

type pageText struct{ rest string }

var errForm = errors.New("this is not how go-app 10.1.11 writes HTML")

// void are the elements without content.
var void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}

// switches are the attributes that are on by being there.
var switches = []string{"checked", "disabled", "hidden", "multiple", "novalidate", "open", "readonly", "required", "reversed", "selected"}

func indent(depth int) string { return strings.Repeat("  ", depth) }

// node reads one node at a depth of nesting; go-app indents each by two blanks a
// level.
func (p *pageText) node(depth int) (node, error) {
	if !p.skip(indent(depth)) {
		return node{}, p.fail()
	}
	if !strings.HasPrefix(p.rest, "<") {
		text, _, ok := strings.Cut(p.rest, "\n")
		if !ok || text == "" {
			return node{}, p.fail()
		}
		p.rest = p.rest[len(text):]
		return node{text: html.UnescapeString(text)}, nil
	}
	return p.element(depth)
}

func (p *pageText) element(depth int) (node, error) {
	p.skip("<")
	end := strings.IndexAny(p.rest, " >")
	if end <= 0 {
		return node{}, p.fail()
	}
	n := node{tag: p.rest[:end]}
	p.rest = p.rest[end:]
	for p.skip(" ") {
		a, err := p.attr()
		if err != nil {
			return node{}, err
		}
		n.attrs = append(n.attrs, a)
	}
	if !p.skip(">") {
		return node{}, p.fail()
	}
	if slices.Contains(void, n.tag) {
		return n, nil
	}
	closing := "</" + n.tag + ">"
	switch {
	case p.skip(closing):
		return n, nil
	case !p.skip("\n"): // a single text
		text, _, ok := strings.Cut(p.rest, "<")
		if !ok {
			return node{}, p.fail()
		}
		p.rest = p.rest[len(text):]
		n.children = []node{{text: html.UnescapeString(text)}}
		if !p.skip(closing) {
			return node{}, p.fail()
		}
		return n, nil
	}
	for !p.skip(indent(depth) + closing) {
		if p.skip("\n") { // an empty text
			continue
		}
		child, err := p.node(depth + 1)
		if err != nil {
			return node{}, err
		}
		n.children = append(n.children, child)
		if !p.skip("\n") {
			return node{}, p.fail()
		}
	}
	return n, nil
}

func (p *pageText) attr() (attr, error) {
	end := strings.IndexAny(p.rest, " =>")
	if end <= 0 {
		return attr{}, p.fail()
	}
	a := attr{name: p.rest[:end]}
	p.rest = p.rest[end:]
	if !p.skip("=") {
		a.value = "true" // what go-app leaves out
		return a, nil
	}
	quoted, err := strconv.QuotedPrefix(p.rest)
	if err != nil {
		return attr{}, p.fail()
	}
	p.rest = p.rest[len(quoted):]
	a.value, err = strconv.Unquote(quoted)
	return a, err
}

func (p *pageText) skip(s string) bool {
	rest, ok := strings.CutPrefix(p.rest, s)
	if ok {
		p.rest = rest
	}
	return ok
}

func (p *pageText) fail() error {
	return fmt.Errorf("%w: %.60q", errForm, p.rest)
}

func (n node) write(b *strings.Builder) {
	if n.tag == "" {
		b.WriteString(html.EscapeString(n.text))
		return
	}
	b.WriteString("<" + n.tag)
	slices.SortFunc(n.attrs, func(x, y attr) int { return strings.Compare(x.name, y.name) })
	for _, a := range n.attrs {
		on := slices.Contains(switches, a.name)
		switch {
		case on && a.value == "true":
			b.WriteString(" " + a.name)
		case on && a.value == "false":
		default:
			b.WriteString(" " + a.name + `="` + html.EscapeString(a.value) + `"`)
		}
	}
	b.WriteString(">")
	if slices.Contains(void, n.tag) {
		return
	}
	for _, child := range n.children {
		child.write(b)
	}
	b.WriteString("</" + n.tag + ">")
}
