package publish

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// Portal is what files are made from.
type Portal struct {
	Catalogs []policy.Catalog

	// Root is the address of the portal, ending in a slash: whole, such as
	// https://support.example.com/, or only the path where the host is not known.
	Root string

	// Page is the address at which a person asks about a product.
	Page func(lang i18n.Lang, vendor, product string) string

	// Zone finds a time zone by its name.
	Zone func(name string) (policy.Zone, bool)
}

// Files makes every file of the open data, by its path below the portal's root.
func (p Portal) Files() (map[string][]byte, error) {
	f := files{}
	for _, add := range []func(files) error{p.calendars, p.api, p.openEoX} {
		if err := add(f); err != nil {
			return nil, err
		}
	}
	return f, nil
}

type files map[string][]byte

// add puts a file at its path. Two files at one path are an error: one of them
// would be lost.
func (f files) add(path string, b []byte) error {
	if _, taken := f[path]; taken {
		return fmt.Errorf("publish %s: two things have this path; give one of them another id", path)
	}
	f[path] = b
	return nil
}

func (f files) addJSON(path string, v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return fmt.Errorf("publish %s: %w", path, err)
	}
	return f.add(path, b.Bytes())
}

// asOf is the newest day that any catalog mentions. The present is certainly not
// before it, so that what was over then is over; it is unknown where no catalog
// has a day.
func (p Portal) asOf() policy.Date {
	var newest policy.Date
	for _, c := range p.Catalogs {
		if d := dayOf(c.Edition()); d.After(newest) {
			newest = d
		}
	}
	return newest
}

// calendars adds one calendar for each product that has days, one for each vendor,
// and one for all, in each language.
func (p Portal) calendars(f files) error {
	asOf := p.asOf()
	for _, lang := range i18n.Langs() {
		w := i18n.Of(lang)
		var all []Entry
		for _, c := range p.Catalogs {
			var ofVendor []Entry
			for _, product := range c.Products {
				entries := OfProduct(c, product, asOf, p.Page(lang, c.Vendor.ID, product.Name))
				ofVendor = append(ofVendor, entries...)
				if err := f.calendar(CalendarFile(lang, c.Vendor.ID, product.ID), w, w.Publish.CalendarOf(product.Name), entries); err != nil {
					return err
				}
			}
			all = append(all, ofVendor...)
			if err := f.calendar(CalendarFile(lang, c.Vendor.ID, ""), w, w.Publish.CalendarOf(w.In(c.Vendor.Name)), ofVendor); err != nil {
				return err
			}
		}
		if err := f.calendar(CalendarFile(lang, "", ""), w, w.Publish.CalendarOfAll, all); err != nil {
			return err
		}
	}
	return nil
}

func (f files) calendar(path string, w *i18n.Words, title string, entries []Entry) error {
	if len(entries) == 0 {
		return nil
	}
	return f.add(path, feed(w, title, entries))
}

// segment makes a part of a path of what a vendor prints: letters, digits and a
// few signs stay, everything else becomes a hyphen.
func segment(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '-', r == '_', r == '~', r == '+':
			return r
		}
		return '-'
	}, policy.Narrow(s))
	return strings.Trim(s, ".-")
}

// segments gives each release of a product a part of a path of its own, by index.
// Names that are taken are not given out.
func segments(releases []policy.Release, taken ...string) []string {
	used := map[string]bool{"": true}
	for _, t := range taken {
		used[t] = true
	}
	out := make([]string, len(releases))
	for i, r := range releases {
		base := segment(string(r.Version))
		name := base
		for n := 2; used[strings.ToLower(name)]; n++ { // some hosts do not tell cases apart
			name = strings.Trim(fmt.Sprintf("%s-%d", base, n), "-")
		}
		used[strings.ToLower(name)] = true
		out[i] = name
	}
	return out
}
