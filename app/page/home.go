package page

import (
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/route"
	"madoguchi/app/ui"
	"madoguchi/data"
)

// Home is where people arrive: they paste what stands on their device, or choose
// the vendor, and are one step from an answer.
type Home struct {
	app.Compo
	Base
}

// examples are products to try, as a person would paste them.
var examples = []string{"NetNebulas2 DHCP 3.34.3", "NetRegio2A AD", "OnTime", "CMSKITクラウド"}

// Render shows the page.
func (p *Home) Render() app.UI {
	w := p.words()
	pasted := p.At.Params.Get("q")
	found, candidates := p.Site.Store.Locate(pasted)
	chips := make([]app.UI, len(examples))
	for i, e := range examples {
		chips[i] = app.A().Class("chip").Href(p.href(p.example(e))).Text(e)
	}
	return app.Div().Body(
		app.Header().Class("hero").Body(
			app.H1().Text(w.HomeTitle),
			app.P().Class("lead").Text(w.SiteLead),
			app.Form().Class("finder").OnSubmit(p.submit).Body(
				&ui.Field{
					Epoch: p.Epoch, ID: "q", Label: w.FindLabel, Hint: w.FindHint, Value: pasted, Type: "search",
					Changed: func(ctx app.Context, v string) { p.set(ctx, "q", v) },
					Pasted:  func(ctx app.Context, v string) { p.lead(ctx) },
				},
				app.Button().Type("submit").Class("button", "primary").Text(w.FindButton),
			),
			ui.Chips(w.TryLabel, chips...),
		),
		p.misread(p.strange("q")),
		app.Section().ID("found").Aria("live", "polite").Body(p.found(pasted, found, candidates)),
		app.Section().Body(
			app.H2().Text(w.VendorsTitle),
			app.Ul().Class("cards").Body(app.Range(p.Site.Store.Vendors()).Slice(func(i int) app.UI {
				return p.card(p.Site.Store.Vendors()[i])
			})),
		),
		app.Section().Class("promises").Body(
			app.H2().Text(w.PromiseTitle),
			app.Ul().Body(app.Range(w.Promises).Slice(func(i int) app.UI { return app.Li().Text(w.Promises[i]) })),
		),
	)
}

// example leads where a person would be led who pasted it.
func (p *Home) example(text string) route.Route {
	if found, _ := p.Site.Store.Locate(text); len(found) == 1 {
		return p.leadTo(found[0])
	}
	return p.At.To(route.Home, "").With("q", text)
}

func (p *Home) submit(ctx app.Context, e app.Event) {
	e.PreventDefault()
	p.lead(ctx)
}

// lead goes straight to the product when what was entered names one.
func (p *Home) lead(ctx app.Context) {
	found, _ := p.Site.Store.Locate(p.Site.Live().Params.Get("q"))
	if len(found) == 1 {
		p.Site.Go(ctx, p.leadTo(found[0]), true)
	}
}

// leadTo is the page for a product: its versions where the vendor has a table of
// them, else the vendor.
func (p *Home) leadTo(place data.Place) route.Route {
	if len(place.Product.Releases) == 0 {
		return p.At.To(route.Vendor, place.Vendor)
	}
	return p.At.To(route.Version, place.Vendor).With("product", place.Product.Name).With("version", place.Rest)
}

func (p *Home) found(pasted string, found, candidates []data.Place) app.UI {
	w := p.words()
	if strings.TrimSpace(pasted) == "" {
		return nil
	}
	places, title := found, w.FoundTitle
	if len(found) == 0 {
		places, title = candidates, w.CandidatesTitle(pasted)
	}
	if len(places) == 0 {
		return ui.Notice(ui.ToneUnsure, ui.Text(w.NothingFound(pasted)))
	}
	return app.Div().Class("results").Body(
		app.H2().Text(title),
		app.Ul().Class("links").Body(app.Range(places).Slice(func(i int) app.UI {
			vendor, _ := p.Site.Store.Vendor(places[i].Vendor)
			text := places[i].Product.Name
			if places[i].Rest != "" {
				text += " " + places[i].Rest
			}
			return app.Li().Body(
				ui.Link(p.href(p.leadTo(places[i])), text),
				app.Span().Class("hint").Text(w.In(vendor.Name)),
			)
		})),
	)
}

func (p *Home) card(id string) app.UI {
	w := p.words()
	v, _ := p.Site.Store.Vendor(id)
	jobs := p.Site.Jobs(id)
	return app.Li().Class("card").Body(
		app.H3().Body(ui.Link(p.href(p.At.To(route.Vendor, id)), w.In(v.Name))),
		app.P().Text(w.In(v.Summary)),
		app.Ul().Class("job-links").Body(app.Range(jobs).Slice(func(i int) app.UI {
			return app.Li().Body(ui.Link(p.href(p.At.To(jobs[i], id)), w.Job[string(jobs[i])].Name))
		})),
	)
}
