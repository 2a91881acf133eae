package page

import (
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/route"
	"madoguchi/app/ui"
	"madoguchi/data"
	"madoguchi/policy"
)

// Quote answers: what does it cost, line by line, with tax?
type Quote struct {
	app.Compo
	Base

	copied bool
}

// OnNav forgets what was said about an earlier quote.
func (p *Quote) OnNav(app.Context) { p.copied = false }

// Render shows the tariff with a quantity for each plan, and the quotation.
func (p *Quote) Render() app.UI {
	w := p.words()
	on, message := p.on()
	plans := p.Site.Store.PricedPlans(p.At.Vendor, on)
	facts, bad := p.facts(p.questions(plans))
	entries, unread := p.entries(plans)
	bad = append(bad, unread...)
	bad = append(bad, p.strange(append(p.questions(plans), "line", "on")...)...)
	return app.Div().Body(
		p.heading(w.Job["quote"].Name, w.Job["quote"].Lead),
		p.misread(bad),
		app.Form().Class("panel", "no-print").OnSubmit(stay).Body(
			p.tariff(plans, entries),
			app.Div().Class("row-form").Body(
				app.Range(p.questions(plans)).Slice(func(i int) app.UI {
					id := p.questions(plans)[i]
					return p.choice(id, true, func(ctx app.Context, v string) { p.set(ctx, id, v) }).Select(w)
				}),
				&ui.Field{
					Epoch: p.Epoch, ID: "on", Label: w.QuoteDayLabel, Hint: w.OnHint, Type: "date", Value: p.At.Params.Get("on"), Error: message, Narrow: true,
					Changed: func(ctx app.Context, v string) { p.set(ctx, "on", v) },
				},
			),
		),
		app.Section().ID("answer").Class("answer").Aria("live", "polite").Body(p.answer(entries, facts, on, message)),
	)
}

func (p *Quote) questions(plans []policy.Plan) []string { return questionsOf(plans) }

// questionsOf are the questions on which the requirements of plans turn, but for
// those that go without saying.
func questionsOf(plans []policy.Plan) []string {
	var ids []string
	for _, plan := range plans {
		for _, r := range plan.Eligibility {
			if r.Presumed {
				continue
			}
			for _, id := range r.When.FactsNamed() {
				if !slices.Contains(ids, id) {
					ids = append(ids, id)
				}
			}
		}
	}
	return ids
}

// entry is the quantity that a person typed for a plan.
type entry struct {
	plan     policy.Plan
	typed    string
	quantity int64
	wrong    bool
}

// entries reads the lines of the address, one for each plan that has one. What
// names no plan, or a plan a second time, is returned apart.
func (p *Quote) entries(plans []policy.Plan) (out []entry, unread []string) {
	lines := p.At.Params.All("line")
	used := make([]bool, len(lines))
	for _, plan := range plans {
		for i, line := range lines {
			ref, typed, ok := split(line)
			if !ok || used[i] || policy.Fold(ref) != policy.Fold(plan.Ref()) {
				continue
			}
			used[i] = true
			n, ok := quantity(typed)
			out = append(out, entry{plan, typed, n, !ok})
			break
		}
	}
	for i, line := range lines {
		if !used[i] {
			unread = append(unread, "line="+line)
		}
	}
	return out, unread
}

// quantity reads a count as people type it: full-width digits and commas are
// fine, a unit behind it too.
func quantity(typed string) (int64, bool) {
	s := strings.TrimSpace(policy.Narrow(typed))
	for _, unit := range []string{"枚", "件", "個", "口", "契約"} {
		s = strings.TrimSuffix(s, unit)
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(strings.TrimSpace(s), ",", ""), 10, 64)
	return n, err == nil && n >= 0 && n <= policy.MaxQuantity
}

// order puts a typed quantity into the choices, in its old place.
func order(ps route.Params, ref, typed string) route.Params {
	var out route.Params
	done := typed == ""
	for _, x := range ps {
		name, _, _ := split(x.Value)
		if x.Key != "line" || policy.Fold(name) != policy.Fold(ref) {
			out = append(out, x)
			continue
		}
		if !done {
			out = append(out, route.Param{Key: "line", Value: ref + ":" + typed})
			done = true
		}
	}
	if !done {
		out = append(out, route.Param{Key: "line", Value: ref + ":" + typed})
	}
	return out
}

func (p *Quote) tariff(plans []policy.Plan, entries []entry) app.UI {
	w := p.words()
	on, _ := p.on()
	list, _ := p.Site.Store.PriceListOn(p.At.Vendor, on)
	price := map[string]string{}
	for _, x := range list.Prices {
		price[x.Plan] = w.PriceOf(x)
	}
	typed := map[string]entry{}
	for _, e := range entries {
		typed[e.plan.ID] = e
	}
	return app.Table().Class("table", "tariff").Body(
		app.Caption().Text(w.TariffCaption(w.In(list.Name))),
		app.THead().Body(app.Tr().Body(
			app.Th().Scope("col").Text(w.PlanLabel), app.Th().Scope("col").Class("number").Text(w.UnitPriceLabel), app.Th().Scope("col").Class("number").Text(w.QuantityLabel),
		)),
		app.TBody().Body(app.Range(plans).Slice(func(i int) app.UI {
			plan := plans[i]
			e := typed[plan.ID]
			return app.Tr().Body(
				app.Th().Scope("row").Body(
					app.Span().Class("code").Text(plan.Ref()),
					app.Span().Text(w.In(plan.Name)),
					app.Span().Class("hint").Text(w.In(plan.Summary)),
				),
				app.Td().Class("number").Text(price[plan.ID]),
				app.Td().Class("number").Body(p.input(plan, e)),
			)
		})),
	)
}

func (p *Quote) input(plan policy.Plan, e entry) app.UI {
	w := p.words()
	wrong := ""
	if e.wrong {
		wrong = w.QuantityForm(policy.MaxQuantity)
	}
	ref := plan.Ref()
	return &ui.Field{
		Epoch: p.Epoch, ID: "line-" + ref, Label: w.QuantityOf(ref), Value: e.typed, Error: wrong, Mode: "numeric", Narrow: true,
		Changed: func(ctx app.Context, v string) {
			p.change(ctx, func(ps route.Params) route.Params { return order(ps, ref, v) })
		},
	}
}

func (p *Quote) answer(entries []entry, facts policy.Facts, on policy.Date, message string) app.UI {
	w := p.words()
	var lines []policy.QuoteLine
	for _, e := range entries {
		if !e.wrong && e.quantity > 0 {
			lines = append(lines, policy.QuoteLine{Plan: e.plan.Ref(), Quantity: e.quantity})
		}
	}
	if len(lines) == 0 || message != "" || on.IsZero() {
		return app.Div().Class("empty").Body(ui.Text(w.QuoteStart))
	}
	q, err := p.Site.Store.QuoteAnswer(data.QuoteQuestion{Vendor: p.At.Vendor, Lines: lines, Facts: facts, On: on})
	if err != nil {
		return ui.Notice(ui.ToneBad, ui.Text(w.QuoteTooLarge))
	}
	return p.document(q)
}

// document is the quotation: it prints without the rest of the page.
func (p *Quote) document(q policy.Quote) app.UI {
	w := p.words()
	vendor, _ := p.Site.Store.Vendor(p.At.Vendor)
	said := ""
	if p.copied {
		said = w.LinkCopied
	}
	return app.Article().ID("quotation").Class("document").DataSet("total", strconv.FormatInt(int64(q.Total), 10)).Body(
		app.Header().Class("document-head").Body(
			app.H2().Text(w.QuotationTitle),
			app.P().Text(w.QuotationFor(w.In(vendor.Name), q.On)),
		),
		app.P().Class("grand-total").Body(
			app.Span().Text(w.TotalLabel),
			app.Strong().ID("total").Text(w.Yen(q.Total)),
		),
		app.Table().Class("table", "lines").Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.PlanLabel), app.Th().Scope("col").Class("number").Text(w.QuantityLabel),
				app.Th().Scope("col").Class("number").Text(w.UnitPriceLabel), app.Th().Scope("col").Class("number").Text(w.AmountLabel),
			)),
			app.TBody().Body(app.Range(q.Lines).Slice(func(i int) app.UI { return p.line(q.Lines[i]) })),
			app.TFoot().Body(p.sums(q)...),
		),
		app.Range(q.Lines).Slice(func(i int) app.UI { return p.lineNotes(q.Lines[i]) }),
		ui.Reasons(w, q.Reasons, p.cite),
		p.assumptions(q.Assumptions),
		p.remarks(q.Remarks),
		p.edition(q.Catalog),
		app.Div().Class("actions", "no-print").Body(
			ui.Button("copy-link", w.CopyLink, "primary", p.copyLink),
			ui.Button("print", w.Print, "", func(ctx app.Context, e app.Event) { p.Site.Browser.Desk.Print() }),
			app.Span().ID("said").Class("said").Role("status").Text(said),
		),
		app.P().Class("hint", "no-print").Text(w.LinkHint),
	)
}

func (p *Quote) line(l policy.PricedLine) app.UI {
	w := p.words()
	row := app.Tr().DataSet("plan", l.Plan).DataSet("amount", strconv.FormatInt(int64(l.Amount), 10))
	if !l.Counted {
		row = row.Class("refused")
	}
	return row.Body(
		app.Th().Scope("row").Body(
			app.Span().Class("code").Text(l.Plan), app.Span().Text(w.In(l.Name)),
			app.If(l.Verdict != policy.PlanAvailable, func() app.UI {
				return ui.Badge(ui.OfferTone(l.Verdict), w.LineVerdict[l.Verdict])
			}),
		),
		app.Td().Class("number").Text(w.Number(l.Quantity)),
		app.Td().Class("number").Text(w.Yen(l.Unit)),
		app.Td().Class("number").Text(w.Yen(l.Amount)),
	)
}

func (p *Quote) sums(q policy.Quote) []app.UI {
	w := p.words()
	row := func(id, label string, amount policy.Yen) app.UI {
		return app.Tr().ID(id).Body(
			app.Th().Scope("row").ColSpan(3).Text(label),
			app.Td().Class("number").Text(w.Yen(amount)),
		)
	}
	rows := []app.UI{row("subtotal", w.SubtotalLabel, q.Subtotal)}
	for _, t := range q.Tax {
		rows = append(rows, row("tax-"+t.Kind, w.TaxLabel(t.Rate, t.Base), t.Amount))
	}
	return append(rows, row("sum", w.TotalLabel, q.Total))
}

// lineNotes opens a line into its steps, and tells what stands against it.
func (p *Quote) lineNotes(l policy.PricedLine) app.UI {
	w := p.words()
	return app.Div().Class("line-notes").Body(
		app.If(!l.Counted, func() app.UI {
			return ui.Notice(ui.ToneBad, ui.Text(w.NotCounted(l.Plan)), ui.Reasons(w, l.Reasons, p.cite))
		}),
		app.If(l.Counted && l.Verdict != policy.PlanAvailable, func() app.UI {
			return ui.Notice(ui.OfferTone(l.Verdict), ui.Text(w.OnCondition(l.Plan)), ui.Reasons(w, l.Reasons, p.cite))
		}),
		ui.Fold(w.StepsOf(l.Plan), false, ui.Steps(w, l.Steps, p.cite)),
	)
}

func (p *Quote) copyLink(ctx app.Context, e app.Event) {
	p.copied = p.Site.Browser.Desk.Copy(p.Site.Browser.View.Absolute(p.href(p.At)))
}
