package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/publish"
	"madoguchi/policy"
)

// saveCalendar puts what comes next into a file for the person's own calendar. Its
// entries lead back to the same question, asked on whatever day that will be.
func (p *Version) saveCalendar() {
	live := Version{Base: p.Base}
	live.At = p.Site.Live() // a letter may have been typed since
	q, _ := live.unit()
	q.Product = live.product()
	q.On, _ = live.on()
	a := p.Site.Store.VersionAnswer(q)
	w := live.words()
	link := p.Site.Browser.View.Absolute(live.href(live.At.With("on", "")))
	entries := publish.OfAnswer(a, p.Site.Store.SourcesOf(live.At.Vendor), "", link)
	if len(entries) == 0 {
		return
	}
	name := publish.FileName(live.At.Vendor, a.Product.ID, string(a.Version)) + ".ics"
	p.Site.Browser.Desk.Download(name, publish.CalendarType, publish.Calendar(w, w.Publish.CalendarOf(a.Product.Name), entries))
}

// follow leads to the calendar of the product that the site publishes, if there is
// one.
func (p *Version) follow(a policy.VersionAnswer) app.UI {
	w := p.words()
	product, _ := p.Site.Store.ProductNamed(p.At.Vendor, a.Product.Name)
	href, ok := p.Site.Place.Published(publish.CalendarFile(p.At.Lang, p.At.Vendor, product.ID))
	if !ok || !publish.HasDays(product) {
		return nil
	}
	return app.P().ID("follow").Class("no-print").Body(
		app.A().Href(href).Download(publish.FileName(p.At.Vendor, product.ID)+".ics").Type("text/calendar").Text(w.Publish.Follow),
		app.Span().Class("hint").Text(w.Publish.FollowHint),
	)
}
