// Package changes tells what customers would notice between two revisions of
// catalogs: one line for each fact, in words for a salesperson.
//
// It walks both catalogs by their ids and compares how facts read, so that no line
// says "X → X". Conditions are compared by what they come to, flows by where their
// paths end, releases by their verdicts. What nobody notices (ids, order,
// citations, words for the search) gives no line.
package changes

import (
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"madoguchi/app/i18n"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// Group is what changed for one vendor, or for all of them.
type Group struct {
	Title string
	Lines []string // at least one
}

// Between compares two folders of catalogs without issues. Verdicts on versions
// are those of the day; where it is unknown, of the newest day on which a source
// of the vendor was captured or that it mentions, or on which a release came out.
func Between(old, new source.Folder, on policy.Date, lang i18n.Lang) []Group {
	var groups []Group
	add := func(title string, d *differ) {
		for i, l := range d.lines {
			if l[0] < utf8.RuneSelf {
				d.lines[i] = strings.ToUpper(l[:1]) + l[1:]
			}
		}
		if len(d.lines) > 0 {
			groups = append(groups, Group{title, d.lines})
		}
	}
	shared := newDiffer(policy.Catalog{Sources: old.Country.Sources}, policy.Catalog{Sources: new.Country.Sources}, on, lang)
	shared.fields(place{}, reflect.ValueOf(old.Country), reflect.ValueOf(new.Country))
	add(shared.say.everybody, shared)

	told := map[string]bool{}
	for _, c := range slices.Concat(new.Catalogs, old.Catalogs) {
		if told[c.Vendor.ID] {
			continue
		}
		told[c.Vendor.ID] = true
		was, before := catalogOf(old, c.Vendor.ID)
		is, after := catalogOf(new, c.Vendor.ID)
		d := newDiffer(was, is, on, lang)
		title := d.w.In(c.Vendor.Name)
		switch {
		case !before:
			d.line(place{}, d.say.added(d.say.vendor, d.w.In(c.Vendor.Summary)))
		case !after:
			d.line(place{}, d.say.removed(d.say.vendor, ""))
		default:
			d.catalog()
			if was.Vendor.Revision != is.Vendor.Revision {
				title += d.say.revision(was.Vendor.Revision, is.Vendor.Revision)
			}
		}
		add(title, d)
	}
	return groups
}

// Nothing says that there is no difference.
func Nothing(lang i18n.Lang) string { return sayIn(i18n.Of(lang)).nothing }

func catalogOf(f source.Folder, vendor string) (policy.Catalog, bool) {
	i := slices.IndexFunc(f.Catalogs, func(c policy.Catalog) bool { return c.Vendor.ID == vendor })
	if i < 0 {
		return policy.Catalog{}, false
	}
	return f.Catalogs[i], true
}

// differ compares the catalogs of one vendor.
type differ struct {
	w, other  *i18n.Words // the language asked for; the one shown where only it differs
	say       *phrases
	old, new  *side
	questions []policy.Question // with the answers of both
	on        policy.Date
	lines     []string
}

// side is one of the catalogs, with the product and the plan being compared.
type side struct {
	policy.Catalog
	product policy.Product
	plan    policy.Plan
}

func newDiffer(old, new policy.Catalog, on policy.Date, lang i18n.Lang) *differ {
	w, other := i18n.Of(lang), i18n.Of(i18n.En)
	if lang == i18n.En {
		other = i18n.Of(i18n.Ja)
	}
	if on.IsZero() {
		on = slices.MaxFunc([]policy.Date{newestDay(old), newestDay(new)}, policy.Date.Compare)
	}
	return &differ{w: w, other: other, say: sayIn(w), old: &side{Catalog: old}, new: &side{Catalog: new}, questions: bothQuestions(old.Questions, new.Questions), on: on}
}

// newestDay is the newest day of which a catalog is known to tell. Days that lie
// ahead, such as ends of support, are none.
func newestDay(c policy.Catalog) policy.Date {
	days := []policy.Date{{}}
	for _, s := range c.Sources {
		days = append(days, s.Captured, s.NoOlderThan)
	}
	for _, p := range c.Products {
		for _, r := range p.Releases {
			days = append(days, r.Day, r.LatestDay)
		}
	}
	return slices.MaxFunc(days, policy.Date.Compare)
}

// bothQuestions are the new questions, then those that are gone, each with the
// answers of both revisions.
func bothQuestions(old, new []policy.Question) []policy.Question {
	out := policy.DemandQuestions()
	for _, q := range slices.Concat(new, old) {
		i := slices.IndexFunc(out, func(o policy.Question) bool { return o.ID == q.ID })
		if i < 0 {
			q.Options = slices.Clone(q.Options)
			out = append(out, q)
			continue
		}
		out[i].DontKnow = out[i].DontKnow || q.DontKnow
		for _, o := range q.Options {
			if !slices.Contains(out[i].Answers(), o.ID) {
				out[i].Options = append(out[i].Options, o)
			}
		}
	}
	return out
}

// sections are those of a catalog in the order of a comparison, what is asked for
// most often first.
var sections = []string{
	"priceLists", "products", "versionRules", "lifecycles", "families",
	"plans", "features", "terms", "cover", "advice",
	"flows", "questions", "information", "scopes", "topics", "closings",
	"channels", "calendar", "procedures", "notices", "notStated", "vendor", "assumptions", "sources",
}

func (d *differ) catalog() {
	a, b := reflect.ValueOf(d.old.Catalog), reflect.ValueOf(d.new.Catalog)
	for _, name := range sections {
		f := keyOf[policy.Catalog](name)
		d.value(place{}, f, a.FieldByIndex(f.Index), b.FieldByIndex(f.Index))
	}
}

// place is where in a catalog a fact stands, in words.
type place struct {
	around     string // the place that it is in
	kind, name string
	named      string // the key that the name is taken from
}

func (d *differ) in(p place, kind string, name text, named string) place {
	return place{d.where(p), kind, shorten(name(d.w)), named}
}

func (d *differ) where(p place) string {
	own := d.say.named(p.kind, p.name)
	if p.around != "" && own != "" {
		own = d.say.comma + own
	}
	return p.around + own
}

// shorten cuts a name that is a whole text, within its quotes.
func shorten(s string) string {
	const most = 60
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	cut := string(r[:most-2]) + "…"
	if last := r[len(r)-1]; last == '”' || last == '」' {
		cut += string(last)
	}
	return cut
}

// line tells what changed at a place.
func (d *differ) line(p place, said string) {
	if where := d.where(p); where != "" {
		said = where + d.say.colon + said
	}
	d.lines = append(d.lines, strings.ReplaceAll(said, "\n", " "))
}

// change tells that what a key holds reads differently.
func (d *differ) change(p place, key, word string, old, new text) {
	was, is := old(d.w), new(d.w)
	if was == is {
		was, is = old(d.other), new(d.other)
	}
	if key != "" && key == p.named {
		p.name = "" // it is told as what changed
	}
	switch {
	case was == is:
	case was == "":
		d.line(p, d.say.added(word, is))
	case is == "":
		d.line(p, d.say.removed(word, was))
	default:
		d.line(p, d.say.named(word, was)+" → "+is)
	}
}
