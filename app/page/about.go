package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/publish"
	"madoguchi/app/ui"
)

// About says where facts come from and what never leaves the machine.
type About struct {
	app.Compo
	Base
}

// Render shows the page.
func (p *About) Render() app.UI {
	w := p.words()
	return app.Div().Class("prose").Body(
		p.heading(w.AboutTitle, w.AboutLead),
		p.misread(p.strange()),
		app.Range(w.AboutParts).Slice(func(i int) app.UI {
			part := w.AboutParts[i]
			return app.Section().Body(
				app.H2().Text(part.Title),
				app.Range(part.Text).Slice(func(j int) app.UI { return ui.Text(part.Text[j]) }),
			)
		}),
		app.Section().Body(
			app.H2().Text(w.BasisTitle),
			app.Dl().Class("terms").Body(app.Range(w.BasisMeaning).Slice(func(i int) app.UI {
				m := w.BasisMeaning[i]
				return app.Div().Body(app.Dt().Text(w.Basis[m.Basis]), app.Dd().Text(m.Text))
			})),
		),
		p.openData(),
		app.Range(p.Site.Store.Vendors()).Slice(func(i int) app.UI {
			id := p.Site.Store.Vendors()[i]
			v, _ := p.Site.Store.Vendor(id)
			b := p.Base
			b.At.Vendor = id
			return app.Div().Body(
				app.H2().Text(w.In(v.Name)),
				sourceTable(b, p.Site.Store.SourcesOf(id), p.Site.Store.EditionOf(id)),
			)
		}),
	)
}

// openData leads to the files that the site publishes for other programs.
func (p *About) openData() app.UI {
	w := p.words()
	var rows []app.UI
	row := func(name string, links ...app.UI) {
		if len(links) > 0 {
			rows = append(rows, app.Div().Body(app.Dt().Text(name), app.Dd().Class("open-links").Body(links...)))
		}
	}
	row(w.Publish.OpenCalendar, p.calendars()...)
	for _, file := range []struct{ name, path string }{{w.Publish.OpenAPI, publish.IndexOfAPI}, {w.Publish.OpenEoX, publish.IndexOfEoX}} {
		if href, ok := p.Site.Place.Published(file.path); ok {
			row(file.name, app.A().Href(href).Target("_blank").Rel("noopener").Text(href))
		}
	}
	return app.Section().ID("open-data").Body(
		app.H2().Text(w.Publish.OpenTitle),
		ui.Text(w.Publish.OpenLead),
		app.If(len(rows) == 0, func() app.UI { return ui.Text(w.Publish.OpenNotHere) }).Else(func() app.UI {
			return app.Dl().Class("terms").Body(rows...)
		}),
		ui.Text(w.Publish.OpenUnknown),
		ui.Text(w.Publish.OpenStale),
	)
}

// calendars leads to one calendar for all vendors, and to one for each that has
// days to publish.
func (p *About) calendars() []app.UI {
	w := p.words()
	var links []app.UI
	add := func(vendor, name string) {
		if href, ok := p.Site.Place.Published(publish.CalendarFile(w.Lang, vendor, "")); ok {
			links = append(links, app.A().Href(href).Download(publish.FileName("support", vendor)+".ics").Type("text/calendar").Text(name))
		}
	}
	for _, id := range p.Site.Store.Vendors() {
		if slices.ContainsFunc(p.Site.Store.ProductsOf(id), publish.HasDays) {
			v, _ := p.Site.Store.Vendor(id)
			add(id, w.In(v.Name))
		}
	}
	if len(links) > 0 {
		add("", w.Publish.Whole)
	}
	return links
}
