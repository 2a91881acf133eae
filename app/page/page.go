// Package page has the pages of the portal. A page shows what its address says
// was chosen, asks the store, and sends every change back through the address:
// going back, reloading and a shared link need nothing else.
package page

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/browser"
	"madoguchi/app/i18n"
	"madoguchi/app/route"
	"madoguchi/app/ui"
	"madoguchi/data"
	"madoguchi/data/zone"
	"madoguchi/policy"
)

// Site is what pages share: the catalogs, the place they are served from, and
// the machine they run on.
type Site struct {
	Store   *data.Store
	Place   route.Place
	Browser browser.Browser

	// Go changes the address. The portal sets it; pages call it in handlers
	// only. A step is a place to come back to; anything else, such as a letter
	// typed, replaces the address.
	Go func(ctx app.Context, to route.Route, step bool)

	// Live is the present route. In handlers it can be ahead of the one that a
	// page was last shown with: several events fit between two pictures.
	Live func() route.Route
}

// Base is what every page has.
type Base struct {
	Site *Site
	At   route.Route

	// Epoch counts the arrivals by a link, see ui.Field.
	Epoch int
}

func (b Base) words() *i18n.Words { return i18n.Of(b.At.Lang) }

func (b Base) href(r route.Route) string { return b.Site.Place.Href(r) }

// change changes the choices as the person types or clicks. A last event of a
// page that has been left changes nothing.
func (b Base) change(ctx app.Context, change func(route.Params) route.Params) {
	live := b.Site.Live()
	if live.Page != b.At.Page || live.Vendor != b.At.Vendor {
		return
	}
	live.Params = change(live.Params)
	b.Site.Go(ctx, live, false)
}

// set changes one choice.
func (b Base) set(ctx app.Context, key, value string) {
	b.change(ctx, func(ps route.Params) route.Params { return ps.With(key, value) })
}

// today is the present day where the vendor is, or unknown while pages are
// rendered ahead.
func (b Base) today() policy.Date {
	now, ok := b.Site.Browser.Now()
	vendor, known := b.Site.Store.Vendor(b.At.Vendor)
	z, zoned := zone.Named(vendor.Zone)
	if !ok || !known || !zoned {
		return policy.Date{}
	}
	return now.In(z).Day
}

// on is the day asked about: the one chosen, or today. The message is not empty
// when the chosen one cannot be read.
func (b Base) on() (day policy.Date, message string) {
	typed := b.At.Params.Get("on")
	if typed == "" {
		return b.today(), ""
	}
	day, err := policy.ParseDate(policy.Narrow(typed))
	if err != nil {
		return policy.Date{}, b.words().DayForm(typed)
	}
	return day, ""
}

// cite shows a citation of the vendor's sources.
func (b Base) cite(c policy.Citation) string {
	title := c.Source
	if src, ok := b.Site.Store.Source(b.At.Vendor, c.Source); ok {
		title = b.words().In(src.Title)
	}
	return b.words().Citation(title, c.Section, c.Item)
}

// assumptions explains the readings that an answer rests on.
func (b Base) assumptions(ids []string) app.UI {
	if len(ids) == 0 {
		return nil
	}
	w := b.words()
	return ui.Fold(w.AssumptionsTitle, false, app.Dl().Class("assumptions").Body(app.Range(ids).Slice(func(i int) app.UI {
		a, _ := b.Site.Store.Assumption(b.At.Vendor, ids[i])
		return app.Div().Body(app.Dt().Text(a.ID), app.Dd().Text(w.In(a.Text)))
	})))
}

// remarks tell what the catalog tells everybody who comes for a job.
func (b Base) remarks(remarks []policy.Reason) app.UI {
	if len(remarks) == 0 {
		return nil
	}
	w := b.words()
	list := ui.Reasons(w, remarks, b.cite)
	const most = 4 // remarks that do not hide the answer
	if len(remarks) > most {
		return app.Section().ID("remarks").Body(ui.Fold(w.RemarksOf(len(remarks)), false, list))
	}
	return app.Section().ID("remarks").Body(app.H3().Text(w.RemarksTitle), list)
}

// edition says which catalog an answer was given from, and how old its sources
// are.
func (b Base) edition(e policy.Edition) app.UI {
	return app.P().Class("edition").Text(b.words().Edition(e))
}

// misread tells the choices in the address that no part of the page uses, or
// that it cannot use.
func (b Base) misread(bad []string) app.UI {
	if len(bad) == 0 {
		return nil
	}
	w := b.words()
	return app.Div().ID("misread").Body(ui.Notice(ui.ToneUnsure, ui.Text(w.Misread(bad))))
}

// strange lists the choices whose key is none of those known to the page.
func (b Base) strange(known ...string) []string {
	var bad []string
	for _, p := range b.At.Params {
		if !slices.Contains(known, p.Key) {
			bad = append(bad, p.Key+"="+p.Value)
		}
	}
	return bad
}

// facts reads the answers to the vendor's questions from the address. Answers
// that a question cannot have are returned apart.
func (b Base) facts(questions []string) (facts policy.Facts, bad []string) {
	facts = policy.Facts{}
	for _, id := range questions {
		answer := b.At.Params.Get(id)
		if answer == "" {
			continue
		}
		q, _ := b.Site.Store.Question(b.At.Vendor, id)
		if !q.Takes(answer) {
			bad = append(bad, id+"="+answer)
			continue
		}
		facts[id] = answer
	}
	return facts, bad
}

// choice shows a question of the vendor with the answer chosen so far.
func (b Base) choice(id string, optional bool, changed ui.Changed) ui.Choice {
	q, _ := b.Site.Store.Question(b.At.Vendor, id)
	c := ui.Choice{Question: q, Value: b.At.Params.Get(id), Changed: changed}
	if optional {
		c.Optional = b.words().Optional
	}
	return c
}

// heading begins a page: where it belongs, its name, and what it is for.
func (b Base) heading(title, lead string) app.UI {
	w := b.words()
	trail := []app.UI{app.Li().Body(ui.Link(b.href(b.At.To(route.Home, "")), w.Home))}
	if b.At.Vendor != "" && b.At.Page != route.Vendor {
		if v, ok := b.Site.Store.Vendor(b.At.Vendor); ok {
			trail = append(trail, app.Li().Body(ui.Link(b.href(b.At.To(route.Vendor, v.ID)), w.In(v.Name))))
		}
	}
	return app.Header().Class("page-heading").Body(
		app.Nav().Class("trail").Aria("label", w.Trail).Body(app.Ol().Body(trail...)),
		app.H1().Text(title),
		app.P().Class("lead").Text(lead),
	)
}

// Jobs lists the jobs that a vendor's catalog can do.
func (s *Site) Jobs(vendor string) []route.Page {
	var out []route.Page
	for _, job := range route.Jobs() {
		if s.can(vendor, job) {
			out = append(out, job)
		}
	}
	return out
}

func (s *Site) can(vendor string, job route.Page) bool {
	switch job {
	case route.Version:
		return len(s.Store.ProductsOf(vendor)) > 0
	case route.Plan:
		return len(s.Store.PlansOf(vendor)) > 0
	case route.Quote:
		return s.Store.HasPrices(vendor)
	case route.Triage:
		return len(s.Store.FlowsOf(vendor)) > 0
	default:
		return false
	}
}

// Routes lists every page of the site, in every language.
func (s *Site) Routes() []route.Route {
	return slices.DeleteFunc(route.All(s.Store.Vendors()), func(r route.Route) bool {
		return slices.Contains(route.Jobs(), r.Page) && !s.can(r.Vendor, r.Page)
	})
}

// Has reports whether there is a page at the route.
func (s *Site) Has(r route.Route) bool {
	if r.Vendor != "" && !slices.Contains(s.Store.Vendors(), r.Vendor) {
		return false
	}
	return r.Page != route.NotFound && (!slices.Contains(route.Jobs(), r.Page) || s.can(r.Vendor, r.Page))
}

// Of returns the page at a route.
func (s *Site) Of(r route.Route, epoch int) app.UI {
	base := Base{Site: s, At: r, Epoch: epoch}
	if !s.Has(r) {
		return &Missing{Base: base}
	}
	switch r.Page {
	case route.Home:
		return &Home{Base: base}
	case route.About:
		return &About{Base: base}
	case route.Vendor:
		return &Vendor{Base: base}
	case route.Version:
		return &Version{Base: base}
	case route.Plan:
		return &Plan{Base: base}
	case route.Quote:
		return &Quote{Base: base}
	case route.Triage:
		return &Triage{Base: base}
	default:
		return &Missing{Base: base}
	}
}

// Title is the title of the page at a route, as tabs and search engines show it.
func (s *Site) Title(r route.Route) string {
	w := i18n.Of(r.Lang)
	if !s.Has(r) {
		return w.Titled(w.MissingTitle)
	}
	vendor, _ := s.Store.Vendor(r.Vendor)
	switch r.Page {
	case route.Home:
		return w.SiteTitle
	case route.About:
		return w.Titled(w.AboutTitle)
	case route.Vendor:
		return w.Titled(w.In(vendor.Name))
	default:
		return w.Titled(w.JobOf(w.Job[string(r.Page)].Name, w.In(vendor.Name)))
	}
}

// Description says in a sentence what the page at a route is for.
func (s *Site) Description(r route.Route) string {
	w := i18n.Of(r.Lang)
	vendor, _ := s.Store.Vendor(r.Vendor)
	switch {
	case !s.Has(r):
		return w.MissingLead
	case r.Page == route.About:
		return w.AboutLead
	case r.Page == route.Vendor:
		return w.In(vendor.Summary)
	case r.Page == route.Home:
		return w.SiteLead
	default:
		return w.Job[string(r.Page)].Lead
	}
}

// Missing is what stands at an address of no page.
type Missing struct {
	app.Compo
	Base
}

// Render says so and leads back.
func (p *Missing) Render() app.UI {
	w := p.words()
	return app.Div().Body(
		p.heading(w.MissingTitle, w.MissingLead),
		app.P().Body(ui.Link(p.href(p.At.To(route.Home, "")), w.MissingBack)),
	)
}

// split cuts "A:1" at its last colon.
func split(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}
