// Package route prints and parses the addresses of the portal: one page each,
// in one language, with what the person chose.
//
// On the web a page has a path and the choices stand in the fragment, so that
// they never reach a server. In the saved page, which has no paths, the fragment
// holds both. Nothing else in the portal writes an address.
package route

import (
	"net/url"
	"slices"
	"strings"

	"madoguchi/app/i18n"
)

// Page is a kind of page.
type Page string

const (
	NotFound Page = ""
	Home     Page = "home"
	About    Page = "about"
	Vendor   Page = "vendor"
	Version  Page = "version"
	Plan     Page = "plan"
	Quote    Page = "quote"
	Triage   Page = "triage"
)

// jobs are the pages below a vendor, by the word in their path.
var jobs = []Page{Version, Plan, Quote, Triage}

// Jobs lists the pages that answer one of a vendor's four jobs.
func Jobs() []Page { return slices.Clone(jobs) }

// Route is an address: a page with what was chosen on it.
type Route struct {
	Lang   i18n.Lang
	Page   Page
	Vendor string
	Params Params
}

// Param is one choice.
type Param struct{ Key, Value string }

// Params are the choices of a page, in the order in which they are written.
type Params []Param

// Get returns the first value of a key, or the empty string.
func (ps Params) Get(key string) string {
	for _, p := range ps {
		if p.Key == key {
			return p.Value
		}
	}
	return ""
}

// All returns every value of a key.
func (ps Params) All(key string) []string {
	var out []string
	for _, p := range ps {
		if p.Key == key {
			out = append(out, p.Value)
		}
	}
	return out
}

// With returns the choices with one value for a key, in its old place or at the
// end. The empty value removes the key.
func (ps Params) With(key, value string) Params {
	var out Params
	done := value == ""
	for _, p := range ps {
		switch {
		case p.Key != key:
			out = append(out, p)
		case !done:
			out = append(out, Param{key, value})
			done = true
		}
	}
	if !done {
		out = append(out, Param{key, value})
	}
	return out
}

// Encode writes the choices as they stand in an address.
func (ps Params) Encode() string {
	parts := make([]string, len(ps))
	for i, p := range ps {
		parts[i] = url.QueryEscape(p.Key) + "=" + keepReadable(url.QueryEscape(p.Value))
	}
	return strings.Join(parts, "&")
}

// keepReadable undoes escapes that a fragment does not need.
func keepReadable(s string) string {
	return strings.NewReplacer("%2C", ",", "%3A", ":", "%2F", "/").Replace(s)
}

// ParseParams reads choices as Encode writes them. Parts that cannot be read are
// returned as they stand.
func ParseParams(s string) (ps Params, unread []string) {
	for part := range strings.SplitSeq(s, "&") {
		if part == "" {
			continue
		}
		k, v, _ := strings.Cut(part, "=")
		key, err1 := url.QueryUnescape(k)
		value, err2 := url.QueryUnescape(v)
		if err1 != nil || err2 != nil || key == "" {
			unread = append(unread, part)
			continue
		}
		if value != "" {
			ps = append(ps, Param{key, value})
		}
	}
	return ps, unread
}

// With returns the route with one choice changed.
func (r Route) With(key, value string) Route {
	r.Params = r.Params.With(key, value)
	return r
}

// In returns the same page in another language.
func (r Route) In(lang i18n.Lang) Route {
	r.Lang = lang
	return r
}

// To returns another page in the same language, with nothing chosen on it.
func (r Route) To(page Page, vendor string) Route {
	return Route{Lang: r.Lang, Page: page, Vendor: vendor}
}

// Path is the page's path below the root of the portal, beginning and ending in
// a slash. The first language stands at the root, others below their tag.
func (r Route) Path() string {
	parts := []string{""}
	if r.Lang != i18n.Langs()[0] {
		parts = append(parts, string(r.Lang))
	}
	switch r.Page {
	case Home:
	case About, NotFound:
		parts = append(parts, map[Page]string{About: "about", NotFound: "404"}[r.Page])
	case Vendor:
		parts = append(parts, r.Vendor)
	default:
		parts = append(parts, r.Vendor, string(r.Page))
	}
	return strings.Join(parts, "/") + "/"
}

// parsePath is the inverse of Path. A path of no page is NotFound, in the
// language it begins with.
func parsePath(path string) Route {
	parts := strings.FieldsFunc(path, func(c rune) bool { return c == '/' })
	r := Route{Lang: i18n.Langs()[0]}
	if len(parts) > 0 && slices.Contains(i18n.Langs()[1:], i18n.Lang(parts[0])) {
		r.Lang = i18n.Lang(parts[0])
		parts = parts[1:]
	}
	switch {
	case len(parts) == 0:
		r.Page = Home
	case len(parts) == 1 && parts[0] == "about":
		r.Page = About
	case len(parts) == 1 && parts[0] != "404":
		r.Page, r.Vendor = Vendor, parts[0]
	case len(parts) == 2 && slices.Contains(jobs, Page(parts[1])):
		r.Page, r.Vendor = Page(parts[1]), parts[0]
	}
	return r
}

// All lists every page of the portal for the vendors, in every language.
func All(vendors []string) []Route {
	var out []Route
	for _, lang := range i18n.Langs() {
		out = append(out, Route{Lang: lang, Page: Home}, Route{Lang: lang, Page: About})
		for _, v := range vendors {
			out = append(out, Route{Lang: lang, Page: Vendor, Vendor: v})
			for _, job := range jobs {
				out = append(out, Route{Lang: lang, Page: job, Vendor: v})
			}
		}
	}
	return out
}

// Place is where a portal lives, which decides the form of its addresses.
type Place struct {
	// Base is the path of the portal's root, beginning and ending in a slash.
	Base string

	// File is true in the saved page: addresses are fragments.
	File bool
}

// Href prints the address of a route for a link within the portal.
func (p Place) Href(r Route) string {
	params := r.Params.Encode()
	if p.File {
		if params != "" {
			params = "?" + params
		}
		return "#" + r.Path() + params
	}
	if params != "" {
		params = "#" + params
	}
	return strings.TrimSuffix(p.Base, "/") + r.Path() + params
}

// Published prints the address of a file that the site publishes beside its pages,
// by its path below the root. It is false in the saved page, which has no files.
func (p Place) Published(path string) (string, bool) {
	return p.Base + path, !p.File
}

// Parse reads an address of the portal. What it could not read is returned as it
// stands, for the person to see; the rest is kept.
func (p Place) Parse(u *url.URL) (r Route, unread []string) {
	path, params := u.Path, u.EscapedFragment()
	if p.File {
		path, params, _ = strings.Cut(u.EscapedFragment(), "?")
	} else {
		path = "/" + strings.TrimPrefix(path, p.Base)
	}
	r = parsePath(path)
	r.Params, unread = ParseParams(params)
	return r, unread
}
