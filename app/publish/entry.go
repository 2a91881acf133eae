package publish

import (
	"fmt"
	"strings"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// Entry is an event as it goes into a calendar: with what it is about, and where
// to read more.
type Entry struct {
	policy.Event

	// Catalog is where the event comes from.
	Catalog policy.Edition

	// Sources are the documents that its reason cites, for their titles.
	Sources []policy.Source

	Product policy.ProductName

	// Of identifies the release, version or line that the event is about, and
	// Label is the same in words. Both are empty where it is about the product.
	Of    string
	Label policy.Text

	// Unit is what a person calls the unit or case, such as a serial number. A
	// list in which two units have the same name, or none, still has an entry for
	// each of their days.
	Unit string

	// Link is a whole address at which the answer can be read; empty for none.
	Link string

	// Quiet is set for what needs no reminder.
	Quiet bool
}

// OfAnswer makes entries of what an answer says comes next. Unit is what the
// person calls the unit, and may be empty.
func OfAnswer(a policy.VersionAnswer, sources []policy.Source, unit, link string) []Entry {
	entries := make([]Entry, len(a.Next))
	for i, e := range a.Next {
		entries[i] = Entry{Event: e, Catalog: a.Catalog, Sources: sources, Product: a.Product, Unit: unit, Link: link}
		if e.OfUnit() {
			continue
		}
		entries[i].Of = identityOf(a.Version)
		if v, err := policy.ParseVersion(string(a.Version)); err == nil && e.ID == policy.EventGrace {
			entries[i].Of = fmt.Sprintf("%d.%d.%d", v.Major, v.Minor, v.Bugfix) // however it is written; a revision never decides
		}
		entries[i].Label = policy.Text{Ja: string(a.Version), En: string(a.Version)}
		if release := e.Reason.Params["release"].Words(); !release.IsZero() {
			entries[i].Label = release
		}
	}
	return entries
}

// identityOf tells versions apart that are not the same one in another width or
// case.
func identityOf(version policy.Label) string {
	return strings.ToLower(policy.Narrow(string(version)))
}

// OfProduct makes entries of every day that a catalog has for a product: the
// publication of each release, the last day of each of its phases, and until when
// releases below the newest ones of a line can be updated. What was over on the
// day given needs no reminder.
func OfProduct(c policy.Catalog, product policy.Product, over policy.Date, link string) []Entry {
	rule := ruleOf(c, product)
	add := Entry{Catalog: c.Edition(), Sources: c.Sources, Product: policy.ProductName{ID: product.ID, Name: product.Name}, Link: link}
	var entries []Entry
	for _, r := range product.Releases {
		add.Of, add.Label = identityOf(r.Version), r.Label()
		for _, e := range policy.EventsOf(rule, product, r) {
			add.Event, add.Quiet = e, e.ID == policy.EventReleased || e.Until.Before(over)
			entries = append(entries, add)
		}
	}
	for _, d := range policy.UpdateDeadlines(rule, product) {
		add.Of = fmt.Sprintf("%d.*.<%d", d.Major, d.Bugfix)
		add.Label = policy.Text{Ja: i18n.Of(i18n.Ja).Publish.Line(d.Major, d.Bugfix), En: i18n.Of(i18n.En).Publish.Line(d.Major, d.Bugfix)}
		add.Event, add.Quiet = d.Event, d.Until.Before(over)
		entries = append(entries, add)
	}
	return entries
}

// ruleOf is the rule that decides about a product's versions.
func ruleOf(c policy.Catalog, product policy.Product) policy.VersionRule {
	for _, r := range c.VersionRules {
		if r.ID == product.Rule {
			return r
		}
	}
	return policy.VersionRule{}
}

// key identifies the entry whatever its day: what is about a release is one entry
// for all units that run it, what is about a unit is one for each.
func (e *Entry) key() string {
	of, unit := e.Of, ""
	if e.OfUnit() {
		of, unit = "", e.Unit
	}
	return strings.Join([]string{e.Catalog.Vendor, e.Product.ID, of, unit, e.ID}, "\x00")
}

// title is what stands in the calendar.
func (e *Entry) title(w *i18n.Words) string {
	product, of := e.Product.Name, w.In(e.Label)
	switch {
	case e.OfUnit():
		of = e.Unit
	case strings.Contains(of, product):
		product, of = of, "" // the release is called by the product's name
	}
	return w.Publish.Title(product, of, w.EventName(e.Event))
}
