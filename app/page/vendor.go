package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/route"
	"madoguchi/app/ui"
	"madoguchi/policy"
)

// Vendor is one vendor's counter: what it is, its four jobs, and where all of it
// comes from.
type Vendor struct {
	app.Compo
	Base
}

// Render shows the page.
func (p *Vendor) Render() app.UI {
	w := p.words()
	v, _ := p.Site.Store.Vendor(p.At.Vendor)
	return app.Div().Body(
		p.heading(w.In(v.Name), w.In(v.Summary)),
		p.misread(p.strange()),
		app.Section().Body(
			app.H2().Text(w.JobsTitle),
			app.Ul().Class("cards").Body(app.Range(route.Jobs()).Slice(func(i int) app.UI { return p.job(route.Jobs()[i]) })),
		),
		p.channels(),
		p.sources(),
	)
}

func (p *Vendor) job(page route.Page) app.UI {
	w := p.words()
	job := w.Job[string(page)]
	if !p.Site.can(p.At.Vendor, page) {
		return app.Li().Class("card", "card-off").Body(
			app.H3().Text(job.Name),
			app.P().Text(w.NotInCatalog),
		)
	}
	return app.Li().Class("card").Body(
		app.H3().Body(ui.Link(p.href(p.At.To(page, p.At.Vendor)), job.Name)),
		app.P().Text(job.Lead),
	)
}

func (p *Vendor) channels() app.UI {
	w := p.words()
	channels := p.Site.Store.ChannelsOf(p.At.Vendor)
	if len(channels) == 0 {
		return nil
	}
	return app.Section().Body(
		app.H2().Text(w.ChannelsTitle),
		app.Div().Class("table-scroll").Body(app.Table().Class("table").Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.ChannelName), app.Th().Scope("col").Text(w.ChannelMeans),
				app.Th().Scope("col").Text(w.ChannelHours), app.Th().Scope("col").Text(w.ChannelReach),
			)),
			app.TBody().Body(app.Range(channels).Slice(func(i int) app.UI {
				c := channels[i]
				return app.Tr().Body(
					app.Th().Scope("row").Text(w.In(c.Name)), app.Td().Text(w.In(c.Means)),
					app.Td().Text(w.Hours(c.Hours)), app.Td().Text(w.In(c.Reach)),
				)
			})),
		)),
	)
}

func (p *Vendor) sources() app.UI {
	return sourceTable(p.Base, p.Site.Store.SourcesOf(p.At.Vendor), p.Site.Store.EditionOf(p.At.Vendor))
}

// sourceTable lists documents with what is known of their age.
func sourceTable(b Base, sources []policy.Source, e policy.Edition) app.UI {
	w := b.words()
	return app.Section().Body(
		app.H2().Text(w.SourcesTitle),
		app.Ul().Class("sources").Body(app.Range(sources).Slice(func(i int) app.UI {
			s := sources[i]
			return app.Li().Body(
				app.Strong().Text(w.In(s.Title)),
				app.Span().Class("hint").Text(w.In(s.Publisher)),
				app.P().Text(w.Captured(s)),
				app.P().Class("hint").Text(w.In(s.Note)),
			)
		})),
		b.edition(e),
	)
}
