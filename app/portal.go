// Package portal puts pages at addresses: it is the one component that go-app
// routes to, reads the address, and shows the page that it names.
package portal

import (
	"net/url"
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/i18n"
	"madoguchi/app/page"
	"madoguchi/app/route"
	"madoguchi/app/ui"
)

// Route puts the portal at every address of the site. In a browser that is any
// address, since an unknown one has a page of its own; ahead of time it is those
// of the pages alone, so that a page that does not exist is not written.
func Route(site *page.Site) {
	show := func() app.Composer { return &Portal{Site: site} }
	if app.IsClient {
		app.RouteWithRegexp(".*", show)
		return
	}
	for _, r := range append(site.Routes(), Missing()) {
		app.Route(r.Path(), show)
	}
}

// Missing is the route of the page that stands in for one that does not exist.
func Missing() route.Route { return route.Route{Lang: i18n.Langs()[0], Page: route.NotFound} }

// addressDelay is how long typing has to rest before it is written into the
// address: browsers refuse to change it at every letter.
const addressDelay = 300 * time.Millisecond

// Portal is the frame around a page: what is the same everywhere, and the page
// that the address names.
type Portal struct {
	app.Compo

	Site *page.Site

	at     route.Route
	unread []string
	epoch  int // of arrivals by a link
	typing int // changes since the address was last written
}

// OnInit reads the address at once where there is one, so that the first picture
// is already that of the page.
func (p *Portal) OnInit() {
	p.Site.Go = p.travel
	p.Site.Live = func() route.Route { return p.at }
	if app.IsClient {
		p.read(app.Window().URL())
	}
}

// OnNav follows the address: a link, the way back, a reload.
func (p *Portal) OnNav(ctx app.Context) {
	before := p.at
	p.read(ctx.Page().URL())
	if p.Site.Place.Href(before) != p.Site.Place.Href(p.at) {
		p.epoch++
		p.typing = 0
	}
	ctx.Page().SetTitle("%s", p.Site.Title(p.at))
	ctx.Page().SetDescription("%s", p.Site.Description(p.at))
	ctx.Page().SetLang(string(p.at.Lang))
	view := p.Site.Browser.View
	if view == nil || before.Page == "" && before.Lang == "" {
		return
	}
	switch {
	case before.Page != p.at.Page || before.Vendor != p.at.Vendor:
		ctx.Defer(func(app.Context) { view.Top() })
	case p.at.Page == route.Triage && p.Site.Place.Href(before) != p.Site.Place.Href(p.at):
		ctx.Defer(func(app.Context) { view.Focus("question-text") })
	}
}

func (p *Portal) read(u *url.URL) {
	p.at, p.unread = p.Site.Place.Parse(u)
}

// travel changes what is shown at once. A step goes into the history; a letter
// typed replaces the address after a rest.
func (p *Portal) travel(ctx app.Context, to route.Route, step bool) {
	if step {
		p.write()
		ctx.Navigate(p.Site.Browser.View.Absolute(p.Site.Place.Href(to)))
		return
	}
	p.at = to
	p.typing++
	n := p.typing
	ctx.After(addressDelay, func(ctx app.Context) {
		if n == p.typing {
			p.write()
		}
	})
}

// write puts what was typed into the address, if it is not there yet.
func (p *Portal) write() {
	if p.typing > 0 {
		p.typing = 0
		p.Site.Browser.View.Replace(p.Site.Place.Href(p.at))
	}
}

// settled is called when a field is left: before a link is followed from there,
// what was typed stands in the address to come back to.
func (p *Portal) settled(app.Context, app.Event) { p.write() }

// Render shows the frame and the page.
func (p *Portal) Render() app.UI {
	if p.at.Lang == "" {
		return app.Div().ID("portal") // before the first address is known
	}
	w := i18n.Of(p.at.Lang)
	return app.Div().ID("portal").DataSet("at", p.Site.Place.Href(p.at)).OnChange(p.settled).Body(
		app.A().Class("skip").Href("#main").OnClick(p.skip).Text(w.SkipToMain),
		p.header(w),
		app.Main().ID("main").TabIndex(-1).Body(
			app.If(len(p.unread) > 0, func() app.UI {
				return app.Div().ID("unread").Body(ui.Notice(ui.ToneUnsure, ui.Text(w.Misread(p.unread))))
			}),
			p.Site.Of(p.at, p.epoch),
		),
		p.footer(w),
	)
}

func (p *Portal) skip(ctx app.Context, e app.Event) {
	e.PreventDefault()
	e.Call("stopPropagation")
	p.Site.Browser.View.Focus("main")
}

func (p *Portal) header(w *i18n.Words) app.UI {
	home := route.Route{Lang: p.at.Lang, Page: route.Home}
	return app.Header().Class("site-header").Body(
		app.A().Class("brand").Href(p.Site.Place.Href(home)).Body(
			app.Span().Class("brand-mark").Lang("ja").Text(w.Brand),
			app.Span().Class("brand-name").Text(w.BrandReading),
		),
		app.Nav().Aria("label", w.MenuLabel).Body(
			app.Ul().Body(
				app.Li().Body(ui.Link(p.Site.Place.Href(route.Route{Lang: p.at.Lang, Page: route.About}), w.AboutTitle)),
				app.Li().Body(p.otherLang(w)),
			),
		),
	)
}

// otherLang leads to the same page, with the same choices, in the next language.
func (p *Portal) otherLang(w *i18n.Words) app.UI {
	langs := i18n.Langs()
	next := langs[0]
	for i, l := range langs {
		if l == w.Lang {
			next = langs[(i+1)%len(langs)]
		}
	}
	return app.A().ID("other-lang").Class("lang").Href(p.Site.Place.Href(p.at.In(next))).
		Lang(string(next)).Attr("hreflang", string(next)).Text(i18n.Of(next).Name)
}

func (p *Portal) footer(w *i18n.Words) app.UI {
	return app.Footer().Class("site-footer").Body(app.P().Text(w.FooterNote))
}
