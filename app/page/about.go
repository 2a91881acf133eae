package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

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
