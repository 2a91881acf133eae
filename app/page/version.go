package page

import (
	"slices"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/i18n"
	"madoguchi/app/ui"
	"madoguchi/data"
	"madoguchi/policy"
)

// Version answers: is my version supported, on the day I name, and what should
// I move to?
type Version struct {
	app.Compo
	Base
}

// Render shows the question, the answer when there is enough to give one, and
// the vendor's table.
func (p *Version) Render() app.UI {
	w := p.words()
	product, version := p.product(), p.At.Params.Get("version")
	on, message := p.on()
	unit, wrong := p.unit()
	unit.Product, unit.On = product, on
	var answer *policy.VersionAnswer
	if product != "" && message == "" {
		a := p.Site.Store.VersionAnswer(unit)
		answer = &a
	}
	known := []string{"product", "version", "on", "hotfix_withheld"}
	for _, d := range saleDays {
		known = append(known, d.key)
	}
	return app.Div().Body(
		p.heading(w.Job["version"].Name, w.Job["version"].Lead),
		p.misread(p.strange(known...)),
		p.form(product, version, message, answer),
		p.unitForm(product, unit, wrong),
		app.Section().ID("answer").Class("answer").Aria("live", "polite").Body(p.answer(answer, version, on)),
		&versionTable{Site: p.Site, Vendor: p.At.Vendor, Lang: p.At.Lang},
	)
}

// product is the product as typed, or the only one that the vendor has.
func (p *Version) product() string {
	typed := p.At.Params.Get("product")
	if products := p.Site.Store.ProductsOf(p.At.Vendor); typed == "" && len(products) == 1 {
		return products[0].Name
	}
	return typed
}

// saleDays are the days that a life cycle is counted from, by their keys in an
// address.
var saleDays = []struct {
	key  string
	of   func(*policy.SaleDays) *policy.Date
	said func(*i18n.Words) (label, hint string)
}{
	{"announced", func(d *policy.SaleDays) *policy.Date { return &d.Announced }, func(w *i18n.Words) (string, string) { return w.Announced, w.AnnouncedHint }},
	{"end_of_sale", func(d *policy.SaleDays) *policy.Date { return &d.EndOfSale }, func(w *i18n.Words) (string, string) { return w.SoldLast, w.SoldLastHint }},
	{"purchased", func(d *policy.SaleDays) *policy.Date { return &d.Purchased }, func(w *i18n.Words) (string, string) { return w.Purchased, w.PurchasedHint }},
	{"contract_end", func(d *policy.SaleDays) *policy.Date { return &d.ContractEnd }, func(w *i18n.Words) (string, string) { return w.ContractEnd, w.ContractEndHint }},
}

// unit reads what was said of the person's own unit. Wrong holds a message for
// each day that cannot be read, by its key.
func (p *Version) unit() (q data.VersionQuestion, wrong map[string]string) {
	wrong = map[string]string{}
	for _, d := range saleDays {
		typed := p.At.Params.Get(d.key)
		if typed == "" {
			continue
		}
		day, err := policy.ParseDate(policy.Narrow(typed))
		if err != nil {
			wrong[d.key] = p.words().DayForm(typed)
			continue
		}
		*d.of(&q.Days) = day
	}
	q.Vendor, q.Version = p.At.Vendor, p.At.Params.Get("version")
	q.HotfixWithheld = p.At.Params.Get("hotfix_withheld") == "true"
	return q, wrong
}

// unitForm asks for the days of the person's own unit, where the vendor's rules
// make use of them.
func (p *Version) unitForm(typed string, unit data.VersionQuestion, wrong map[string]string) app.UI {
	w := p.words()
	product, ok := p.Site.Store.ProductNamed(p.At.Vendor, typed)
	life := p.Site.Store.LifecycleOf(p.At.Vendor, product)
	numbered := p.Site.Store.VersionRuleOf(p.At.Vendor, product).Model == policy.ModelLargestBugfix
	if !ok || life.ID == "" && !numbered {
		return nil
	}
	var fields []app.UI
	for _, d := range saleDays {
		if life.ID == "" && d.key != "contract_end" {
			continue
		}
		label, hint := d.said(w)
		fields = append(fields, &ui.Field{
			Epoch: p.Epoch, ID: d.key, Label: label, Hint: hint, Type: "date", Value: p.At.Params.Get(d.key), Error: wrong[d.key], Narrow: true,
			Changed: func(ctx app.Context, v string) { p.set(ctx, d.key, v) },
		})
	}
	open := unit.Days != policy.SaleDays{} || unit.HotfixWithheld || len(wrong) > 0
	return ui.Fold(w.UnitTitle, open,
		app.P().Class("hint").Text(w.UnitLead),
		app.Form().Class("row-form").OnSubmit(stay).Body(fields...),
		app.If(numbered, func() app.UI {
			return app.Div().Class("option").Body(
				app.Input().Type("checkbox").ID("hotfix_withheld").Checked(unit.HotfixWithheld).OnChange(func(ctx app.Context, e app.Event) {
					p.set(ctx, "hotfix_withheld", map[bool]string{true: "true"}[ctx.JSSrc().Get("checked").Truthy()])
				}),
				app.Label().For("hotfix_withheld").Body(app.Span().Text(w.HotfixWithheld)),
			)
		}),
	)
}

func (p *Version) form(product, version, message string, answer *policy.VersionAnswer) app.UI {
	w := p.words()
	products := p.Site.Store.ProductsOf(p.At.Vendor)
	named, _ := p.Site.Store.ProductNamed(p.At.Vendor, product)
	hint, mode := w.VersionHint, "decimal"
	if model := p.Site.Store.VersionRuleOf(p.At.Vendor, named).Model; named.ID != "" && model != policy.ModelLargestBugfix {
		hint, mode = w.VersionHintFree(named.VersionCommand), "text"
	}
	wrong := ""
	if answer != nil && answer.Verdict == policy.VerdictInvalid && version != "" {
		wrong = w.VersionForm
	}
	return app.Form().Class("panel", "row-form").OnSubmit(stay).Body(
		&ui.Field{
			Epoch: p.Epoch, ID: "product", Label: w.ProductLabel, Hint: w.ProductHint, Required: w.Required, Value: product, List: "products",
			Changed: func(ctx app.Context, v string) { p.set(ctx, "product", v) },
		},
		app.DataList().ID("products").Body(app.Range(products).Slice(func(i int) app.UI {
			return app.Option().Value(products[i].Name)
		})),
		&ui.Field{
			Epoch: p.Epoch, ID: "version", Label: w.VersionLabel, Hint: hint, Required: w.Required, Value: version, Error: wrong, Mode: mode, Narrow: true,
			Changed: func(ctx app.Context, v string) { p.set(ctx, "version", v) },
		},
		&ui.Field{
			Epoch: p.Epoch, ID: "on", Label: w.OnLabel, Hint: w.OnHint, Type: "date", Value: p.At.Params.Get("on"), Error: message, Narrow: true,
			Changed: func(ctx app.Context, v string) { p.set(ctx, "on", v) },
		},
	)
}

// stay keeps a form from loading the page anew: everything is answered as it is
// typed.
func stay(ctx app.Context, e app.Event) { e.PreventDefault() }

func (p *Version) answer(a *policy.VersionAnswer, version string, on policy.Date) app.UI {
	w := p.words()
	switch {
	case a == nil:
		return p.start()
	case a.Verdict == policy.VerdictUnknownProduct:
		return p.candidates(a)
	case a.Verdict == policy.VerdictInvalid || version == "" && p.listsReleases(*a):
		return app.Div().Body(
			ui.Notice(ui.TonePlain, ui.Text(w.AskVersion(a.Product.Name))),
			p.releases(*a),
		)
	}
	tone := ui.VerdictTone(a.Verdict)
	return app.Div().Body(
		app.Div().ID("verdict").Class("verdict", "tone-"+string(tone)).DataSet("verdict", string(a.Verdict)).Body(
			ui.Icon(tone),
			app.Div().Body(
				app.H2().Text(w.Verdict[a.Verdict]),
				app.P().Class("verdict-of").Text(w.VerdictOf(a.Product.Name, string(a.Version), on)),
				p.next(*a),
			),
		),
		p.chooseRelease(*a),
		p.apart(*a),
		app.Div().ID("why").Body(app.H3().Text(w.WhyTitle), ui.Reasons(w, a.Reasons, p.cite)),
		p.ahead(*a),
		p.timeline(*a),
		p.follow(*a),
		p.assumptions(a.Assumptions),
		p.remarks(a.Remarks),
		p.releases(*a),
		p.edition(a.Catalog),
	)
}

// chooseRelease offers the releases that may be meant; none is ever chosen for a
// person.
func (p *Version) chooseRelease(a policy.VersionAnswer) app.UI {
	if len(a.Releases) == 0 {
		return nil
	}
	w := p.words()
	return app.Div().ID("candidates").Body(
		app.P().Text(w.ChooseRelease),
		app.Ul().Class("links").Body(app.Range(a.Releases).Slice(func(i int) app.UI {
			return app.Li().Body(ui.Link(p.href(p.At.With("version", string(a.Releases[i]))), string(a.Releases[i])))
		})),
	)
}

// listsReleases reports whether the vendor tells releases of the product apart,
// so that an answer needs a version.
func (p *Version) listsReleases(a policy.VersionAnswer) bool {
	product, _ := p.Site.Store.ProductNamed(p.At.Vendor, a.Product.Name)
	return p.Site.Store.VersionRuleOf(p.At.Vendor, product).Model.Lists()
}

// ahead lists what changes from the day asked about on.
func (p *Version) ahead(a policy.VersionAnswer) app.UI {
	w := p.words()
	if len(a.Next) == 0 {
		return nil
	}
	return app.Div().ID("ahead").Body(
		app.H3().Text(w.AheadTitle),
		app.Table().Class("table").Body(
			app.THead().Body(app.Tr().Body(app.Th().Scope("col").Text(w.AheadUntil), app.Th().Scope("col").Text(w.AheadWhat))),
			app.TBody().Body(app.Range(a.Next).Slice(func(i int) app.UI {
				e := a.Next[i]
				return app.Tr().DataSet("event", e.ID).Body(app.Th().Scope("row").Class("day").Text(w.Day(e.Until)), app.Td().Text(w.Reason(e.Reason)))
			})),
		),
		app.P().Class("hint").Text(w.AheadNote),
		app.Div().Class("actions", "no-print").Body(
			ui.Button("save-calendar", w.Publish.Save, "", func(ctx app.Context, e app.Event) { p.saveCalendar() }),
			app.Span().Class("hint").Text(w.Publish.SaveHint),
		),
	)
}

// start teaches what to type.
func (p *Version) start() app.UI {
	w := p.words()
	products := p.Site.Store.ProductsOf(p.At.Vendor)
	var chips []app.UI
	for _, x := range products {
		if len(x.Releases) < 2 || len(chips) == 3 {
			continue
		}
		to := p.At.To(p.At.Page, p.At.Vendor).With("product", x.Name).With("version", string(x.Releases[0].Version))
		chips = append(chips, app.A().Class("chip").Href(p.href(to)).Text(x.Name+" "+string(x.Releases[0].Version)))
	}
	return app.Div().Class("empty").Body(ui.Text(w.VersionStart), ui.Chips(w.TryLabel, chips...))
}

func (p *Version) candidates(a *policy.VersionAnswer) app.UI {
	w := p.words()
	return app.Div().ID("verdict").DataSet("verdict", string(a.Verdict)).Body(
		ui.Notice(ui.ToneUnsure, ui.Text(w.Reason(a.Reasons[0]))),
		app.Ul().Class("links").Body(app.Range(a.Candidates).Slice(func(i int) app.UI {
			return app.Li().Body(ui.Link(p.href(p.At.With("product", a.Candidates[i].Name)), a.Candidates[i].Name))
		})),
	)
}

// next is what to do about the verdict.
func (p *Version) next(a policy.VersionAnswer) app.UI {
	w := p.words()
	var lines []app.UI
	add := func(term, text string) {
		lines = append(lines, app.Div().Body(app.Dt().Text(term), app.Dd().Text(text)))
	}
	if !a.Deadline.IsZero() {
		add(w.DeadlineLabel(a.Verdict == policy.VerdictNotSupported), w.UntilDay(a.Deadline))
	}
	if len(a.UpdateTo) > 0 {
		add(w.UpdateToLabel, w.UpdateTo(labels(a.UpdateTo), string(a.Recommended)))
	} else if a.Recommended != "" {
		add(w.RecommendedLabel, string(a.Recommended))
	}
	if lines == nil {
		return nil
	}
	return app.Dl().Class("next").Body(lines...)
}

func labels(ls []policy.Label) []string {
	out := make([]string, len(ls))
	for i, l := range ls {
		out[i] = string(l)
	}
	return out
}

// apart shows the verdicts that the vendor keeps apart: repair, questions, and
// the life cycle of the product.
func (p *Version) apart(a policy.VersionAnswer) app.UI {
	w := p.words()
	var rows []app.UI
	add := func(id, term string, tone ui.Tone, text string) {
		rows = append(rows, app.Div().ID(id).Body(app.Dt().Text(term), app.Dd().Body(ui.Badge(tone, text))))
	}
	if a.Hardware != "" {
		add("hardware", w.HardwareLabel, ui.VerdictTone(a.Hardware), w.Covered[a.Hardware])
	}
	if a.Technical != "" {
		add("technical", w.TechnicalLabel, ui.VerdictTone(a.Technical), w.Covered[a.Technical])
	}
	if a.Fault != "" {
		add("fault", w.FaultLabel, ui.ToneBad, w.FaultOut)
	}
	for _, ph := range a.Phases {
		add("phase-"+ph.Phase, w.In(ph.Name), ui.PhaseTone(ph.State), w.PhaseState(ph))
	}
	life := a.Lifecycle
	if life.Phase != policy.PhaseUnknown || len(a.Phases) == 0 {
		add("lifecycle", w.LifecycleLabel, ui.LifecycleTone(life), w.LifecyclePhase(life))
	}
	if s := life.Service; s != nil {
		add("service", w.ServiceLabel, ui.ServiceTone(s.State), w.ServiceState(*s))
	}
	return app.Div().Class("apart").Body(
		app.Dl().Class("pairs").Body(rows...),
		app.If(len(a.Lifecycle.Reasons) > 0, func() app.UI { return ui.Reasons(w, a.Lifecycle.Reasons, p.cite) }),
	)
}

// releases lists what the vendor lists for the product, with the person's own
// version marked among it, or put where it would stand.
func (p *Version) releases(a policy.VersionAnswer) app.UI {
	w := p.words()
	product, ok := p.Site.Store.ProductNamed(p.At.Vendor, a.Product.Name)
	if !ok || len(product.Releases) == 0 {
		return nil
	}
	if len(product.Phases) > 0 {
		return p.phases(product, a)
	}
	own, err := policy.ParseVersion(p.At.Params.Get("version"))
	marked := false
	var rows []releaseRow
	for _, r := range product.Releases {
		v, _ := policy.ParseVersion(string(r.Version))
		row := releaseRow{version: v, release: r, own: err == nil && v.Same(own)}
		marked = marked || row.own
		rows = append(rows, row)
	}
	if err == nil && !marked {
		rows = append(rows, releaseRow{version: own, own: true})
	}
	slices.SortStableFunc(rows, func(x, y releaseRow) int { return y.version.Compare(x.version) })
	return app.Div().Body(
		app.H3().Text(w.ReleasesOf(product.Name)),
		app.Table().ID("releases").Class("table").Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.VersionLabel), app.Th().Scope("col").Text(w.ReleaseDay), app.Th().Scope("col").Text(w.ReleaseRemark),
			)),
			app.TBody().Body(app.Range(rows).Slice(func(i int) app.UI { return p.row(rows[i]) })),
		),
	)
}

// phases lists the releases of a product with the phases that the vendor prints
// for each, in the vendor's order.
func (p *Version) phases(product policy.Product, a policy.VersionAnswer) app.UI {
	w := p.words()
	head := []app.UI{app.Th().Scope("col").Text(w.VersionLabel)}
	for _, ph := range product.Phases {
		head = append(head, app.Th().Scope("col").Text(w.In(ph.Name)))
	}
	table := app.Div().Class("table-scroll").Body(app.Table().ID("releases").Class("table").Body(
		app.THead().Body(app.Tr().Body(head...)),
		app.TBody().Body(app.Range(product.Releases).Slice(func(i int) app.UI {
			r := product.Releases[i]
			cells := []app.UI{app.Th().Scope("row").Text(w.In(r.Label()))}
			for _, g := range policy.PhasesOn(product, r, a.On) {
				cells = append(cells, app.Td().Text(w.PhaseState(g)))
			}
			row := app.Tr()
			if r.Version == a.Version {
				row = row.Class("own").Aria("current", "true")
			}
			return row.Body(cells...)
		})),
	))
	const most = 20 // rows that do not hide what stands below them
	if len(product.Releases) > most {
		return ui.Fold(w.ReleasesOf(product.Name), false, table)
	}
	return app.Div().Body(app.H3().Text(w.ReleasesOf(product.Name)), table)
}

// releaseRow is a row of a product's releases: one of the table, or the person's
// own version where the table has it not.
type releaseRow struct {
	version policy.Version
	release policy.Release
	own     bool
}

func (p *Version) row(r releaseRow) app.UI {
	w := p.words()
	remark, day := "", w.Day(r.release.Day)
	switch {
	case r.release.Version == "":
		remark, day = w.OwnNotListed, "—"
	case r.own:
		remark = w.Own
	}
	if r.release.Standing == policy.StandingConflict {
		remark = w.Join(slices.DeleteFunc([]string{remark, w.OtherTable}, func(s string) bool { return s == "" }))
	}
	row := app.Tr()
	if r.own {
		row = row.Class("own").Aria("current", "true")
	}
	return row.Body(app.Th().Scope("row").Class("number").Text(r.version.Printed), app.Td().Text(day), app.Td().Text(remark))
}

// versionTable is a vendor's whole table, readable before the program has
// arrived. It is a component of its own because it never changes while a person
// types.
type versionTable struct {
	app.Compo

	Site   *Site
	Vendor string
	Lang   i18n.Lang
}

// Render shows the table, folded.
func (t *versionTable) Render() app.UI {
	w := i18n.Of(t.Lang)
	var bodies []app.UI
	products, n := t.Site.Store.ProductsOf(t.Vendor), 0
	for _, x := range products {
		n += len(x.Releases)
		rows := []app.UI{app.Tr().Body(app.Th().Scope("rowgroup").ColSpan(3).Text(x.Name))}
		for _, r := range x.Releases {
			remark := ""
			if x.EndOfSale != "" {
				remark = w.EndOfSale
			}
			if r.Standing == policy.StandingConflict {
				remark = w.OtherTable
			}
			rows = append(rows, app.Tr().Body(app.Td().Class("number").Text(string(r.Version)), app.Td().Text(w.Day(r.Day)), app.Td().Text(remark)))
		}
		bodies = append(bodies, app.TBody().Body(rows...))
	}
	head := app.THead().Body(app.Tr().Body(
		app.Th().Scope("col").Text(w.VersionLabel), app.Th().Scope("col").Text(w.ReleaseDay), app.Th().Scope("col").Text(w.ReleaseRemark),
	))
	return ui.Fold(w.WholeTable(len(products), n), false, app.Table().Class("table").Body(append([]app.UI{head}, bodies...)...))
}
