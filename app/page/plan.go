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

// Plan answers: which plans may I have, which purchases cover my demand at the
// lowest price, and what does the vendor itself advise?
type Plan struct {
	app.Compo
	Base
}

// Render shows the questions, the cheapest cover, the advice and every plan.
func (p *Plan) Render() app.UI {
	w := p.words()
	on, message := p.on()
	questions := p.questions()
	facts, bad := p.facts(questions)
	typed, demand, wrong := p.demand()
	bad = append(bad, p.strange(append(questions, "tickets", "on")...)...)
	a, err := p.Site.Store.PlanAnswer(data.PlanQuestion{Vendor: p.At.Vendor, Facts: facts, Demand: demand, On: on})
	if err != nil { // the demand is within its limits, or it would be wrong
		a, _ = p.Site.Store.PlanAnswer(data.PlanQuestion{Vendor: p.At.Vendor, Facts: facts, On: on})
	}
	return app.Div().Body(
		p.heading(w.Job["plan"].Name, w.Job["plan"].Lead),
		p.misread(bad),
		app.Form().Class("panel", "no-print").OnSubmit(stay).Body(
			app.Range(questions).Slice(func(i int) app.UI {
				id := questions[i]
				return p.choice(id, !slices.Contains(p.needed(), id), func(ctx app.Context, v string) { p.set(ctx, id, v) }).Render(w)
			}),
			p.yearFields(typed, wrong, message),
		),
		app.Section().ID("answer").Class("answer").Aria("live", "polite").Body(
			p.cover(a, demand, wrong),
			p.advice(a),
			p.edition(a.Catalog),
		),
		p.offers(a),
		p.remarks(a.Remarks),
	)
}

// questions are those that any plan, cover or advice of the vendor turns on, in
// the order of the catalog.
func (p *Plan) questions() []string {
	named := append(questionsOf(p.Site.Store.PlansOf(p.At.Vendor)), p.needed()...)
	for _, adv := range p.Site.Store.AdviceOf(p.At.Vendor) {
		named = append(named, adv.When.FactsNamed()...)
	}
	var ids []string
	for _, q := range p.Site.Store.QuestionsOf(p.At.Vendor) {
		if slices.Contains(named, q.ID) {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

// needed are the questions without which no cover can be computed.
func (p *Plan) needed() []string {
	cover, _ := p.Site.Store.CoverOf(p.At.Vendor)
	return cover.ContractWhen.FactsNamed()
}

// years reads the tickets of each year as they were typed.
func years(ps route.Params) []string {
	typed := strings.Split(ps.Get("tickets"), ",")
	return typed[:min(len(typed), policy.MaxCoverYears)]
}

// setYears writes the tickets of each year into the choices.
func setYears(ps route.Params, typed []string) route.Params {
	all := strings.Join(typed, ",")
	if len(typed) == 1 && typed[0] == "" {
		all = ""
	}
	return ps.With("tickets", all)
}

// demand is the tickets per year as numbers. Wrong is true where a year cannot
// be read; there is no demand then.
func (p *Plan) demand() (typed []string, demand policy.Demand, wrong []bool) {
	typed = years(p.At.Params)
	wrong = make([]bool, len(typed))
	for i, s := range typed {
		n, ok := quantity(s)
		wrong[i] = strings.TrimSpace(s) != "" && (!ok || n > policy.MaxTicketsPerYear)
		if strings.TrimSpace(s) != "" && !wrong[i] {
			demand = append(demand, int(n))
		}
	}
	if len(demand) < len(typed) { // a year is open or wrong
		demand = nil
	}
	return typed, demand, wrong
}

func (p *Plan) yearFields(typed []string, wrong []bool, message string) app.UI {
	w := p.words()
	if _, ok := p.Site.Store.CoverOf(p.At.Vendor); !ok {
		return nil
	}
	return app.FieldSet().Class("choice").Body(
		app.Legend().Text(w.DemandLabel),
		app.P().Class("hint").Text(w.DemandHint),
		app.Div().Class("row-form").Body(
			app.Range(typed).Slice(func(i int) app.UI {
				problem := ""
				if wrong[i] {
					problem = w.QuantityForm(policy.MaxTicketsPerYear)
				}
				return &ui.Field{
					Epoch: p.Epoch, ID: "year-" + strconv.Itoa(i+1), Label: w.YearLabel(i + 1), Value: typed[i], Error: problem, Mode: "numeric", Narrow: true,
					Changed: func(ctx app.Context, v string) {
						p.change(ctx, func(ps route.Params) route.Params {
							all := years(ps)
							if i < len(all) {
								all[i] = strings.ReplaceAll(policy.Narrow(v), ",", "")
							}
							return setYears(ps, all)
						})
					},
				}
			}),
		),
		app.Div().Class("actions").Body(
			app.If(len(typed) < policy.MaxCoverYears, func() app.UI {
				return ui.Button("add-year", w.AddYear, "", p.addYear)
			}),
			app.If(len(typed) > 1, func() app.UI {
				return ui.Button("remove-year", w.RemoveYear, "", p.removeYear)
			}),
		),
		app.If(message != "", func() app.UI { return ui.Notice(ui.ToneBad, ui.Text(message)) }),
	)
}

// addYear repeats the last year.
func (p *Plan) addYear(ctx app.Context, e app.Event) {
	p.change(ctx, func(ps route.Params) route.Params {
		all := years(ps)
		return setYears(ps, append(all, all[len(all)-1]))
	})
}

func (p *Plan) removeYear(ctx app.Context, e app.Event) {
	p.change(ctx, func(ps route.Params) route.Params {
		all := years(ps)
		return setYears(ps, all[:max(1, len(all)-1)])
	})
}

func (p *Plan) cover(a policy.PlanAnswer, demand policy.Demand, wrong []bool) app.UI {
	w := p.words()
	_, counted := p.Site.Store.CoverOf(p.At.Vendor)
	switch {
	case !counted || slices.Contains(wrong, true):
		return nil
	case len(demand) == 0:
		return app.Div().Class("empty").Body(ui.Text(w.PlanStart))
	case a.Next != "":
		q, _ := p.Site.Store.Question(p.At.Vendor, a.Next)
		return ui.Notice(ui.ToneUnsure, ui.Text(w.AnswerFirst(w.In(q.Text))))
	case len(a.Cheapest) == 0:
		return ui.Notice(ui.ToneBad, ui.Text(w.NoCover))
	}
	best := a.Cheapest[0]
	return app.Div().ID("cover").DataSet("total", strconv.FormatInt(int64(best.Total), 10)).Body(
		app.H2().Text(w.CheapestTitle),
		app.P().Class("grand-total").Body(
			app.Span().Text(w.BeforeTax), app.Strong().Text(w.Yen(best.Total)),
		),
		p.purchases(best),
		app.P().Body(ui.Link(p.href(p.quoteOf(best)), w.ToQuote)),
		app.If(a.RunnerUp != nil, func() app.UI {
			return app.P().ID("runner-up").Text(w.RunnerUp(bought(*a.RunnerUp), a.RunnerUp.Total, a.Difference))
		}),
		app.If(len(a.Cheapest) > 1, func() app.UI {
			return ui.Fold(w.TiesTitle(a.Ties, len(a.Cheapest)), false, app.Range(a.Cheapest[1:]).Slice(func(i int) app.UI {
				return p.purchases(a.Cheapest[i+1])
			}))
		}),
		app.H3().Text(w.WhyTitle),
		ui.Reasons(w, a.Reasons, p.cite),
		p.assumptions(a.Assumptions),
	)
}

// bought lists the plans of a cover in short: "A, 10 × H".
func bought(c policy.Cover) []string {
	out := make([]string, len(c.Purchases))
	for i, x := range c.Purchases {
		out[i] = x.Plan
		if x.Quantity > 1 {
			out[i] = strconv.FormatInt(x.Quantity, 10) + " × " + x.Plan
		}
	}
	return out
}

func (p *Plan) purchases(c policy.Cover) app.UI {
	w := p.words()
	if len(c.Purchases) == 0 {
		return app.P().Text(w.NothingToBuy)
	}
	return app.Div().Body(
		app.Table().Class("table", "purchases").Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text(w.WhenLabel), app.Th().Scope("col").Text(w.PlanLabel),
				app.Th().Scope("col").Class("number").Text(w.QuantityLabel), app.Th().Scope("col").Class("number").Text(w.AmountLabel),
			)),
			app.TBody().Body(app.Range(c.Purchases).Slice(func(i int) app.UI {
				x := c.Purchases[i]
				plan, _ := p.Site.Store.PlanNamed(p.At.Vendor, x.Plan)
				return app.Tr().Body(
					app.Td().Text(w.YearLabel(x.Year)),
					app.Th().Scope("row").Body(app.Span().Class("code").Text(x.Plan), app.Span().Text(w.In(plan.Name))),
					app.Td().Class("number").Text(w.Number(x.Quantity)),
					app.Td().Class("number").Text(w.Yen(x.Amount)),
				)
			})),
		),
		app.P().Class("hint").Text(w.Unused(c.Tickets, c.Unused)),
	)
}

// quoteOf is the quote for what a cover buys first: later purchases are quoted
// when they are due.
func (p *Plan) quoteOf(c policy.Cover) route.Route {
	to := p.At.To(route.Quote, p.At.Vendor)
	for _, x := range c.Purchases {
		if x.Year == c.Purchases[0].Year {
			to.Params = append(to.Params, route.Param{Key: "line", Value: x.Plan + ":" + strconv.FormatInt(x.Quantity, 10)})
		}
	}
	for _, key := range append(questionsOf(p.Site.Store.PlansOf(p.At.Vendor)), "on") {
		if v := p.At.Params.Get(key); v != "" {
			to.Params = append(to.Params, route.Param{Key: key, Value: v})
		}
	}
	return to
}

func (p *Plan) advice(a policy.PlanAnswer) app.UI {
	w := p.words()
	if len(a.Advice) == 0 {
		return nil
	}
	return app.Div().ID("advice").Body(
		app.H2().Text(w.AdviceTitle),
		app.P().Class("hint").Text(w.AdviceLead),
		app.Ul().Class("reasons").Body(app.Range(a.Advice).Slice(func(i int) app.UI {
			adv := a.Advice[i]
			return app.Li().Class("reason").Body(
				app.P().Class("reason-text").Body(
					app.Text(w.Advised(w.In(adv.Case), adv.Plans)),
					app.If(len(a.Cheapest) > 0, func() app.UI {
						if adv.Agrees {
							return ui.Badge(ui.ToneGood, w.AdviceAgrees)
						}
						return ui.Badge(ui.TonePlain, w.AdviceDiffers)
					}),
				),
				ui.Grounds(w, adv.Basis, nil, adv.Citations, p.cite),
			)
		})),
	)
}

// offers shows every plan with its verdict: nothing is hidden.
func (p *Plan) offers(a policy.PlanAnswer) app.UI {
	w := p.words()
	features := p.Site.Store.FeaturesOf(p.At.Vendor)
	return app.Section().Body(
		app.H2().Text(w.AllPlansTitle),
		app.Ul().Class("offers").Body(app.Range(a.Plans).Slice(func(i int) app.UI {
			offer := a.Plans[i]
			plan, _ := p.Site.Store.PlanNamed(p.At.Vendor, offer.Plan)
			return app.Li().ID("plan-"+offer.Plan).Class("offer").DataSet("verdict", string(offer.Verdict)).Body(
				app.Div().Class("offer-head").Body(
					app.H3().Body(
						app.If(plan.Code != "", func() app.UI { return app.Span().Class("code").Text(plan.Code) }),
						app.Span().Text(w.In(plan.Name)),
					),
					ui.Badge(ui.OfferTone(offer.Verdict), w.PlanVerdict[offer.Verdict]),
				),
				app.P().Text(w.In(plan.Summary)),
				app.Dl().Class("pairs").Body(app.Range(features).Slice(func(j int) app.UI { return p.cell(plan, features[j]) })),
				app.If(offer.Next != "", func() app.UI {
					q, _ := p.Site.Store.Question(p.At.Vendor, offer.Next)
					return app.P().Class("hint").Text(w.AnswerFirst(w.In(q.Text)))
				}),
				ui.Reasons(w, offer.Reasons, p.cite),
			)
		})),
	)
}

func (p *Plan) cell(plan policy.Plan, f policy.Feature) app.UI {
	w := p.words()
	i := slices.IndexFunc(plan.Coverage, func(c policy.Cell) bool { return c.Feature == f.ID })
	if i < 0 {
		return nil
	}
	text := w.Has[plan.Coverage[i].Has]
	if !plan.Coverage[i].Text.IsZero() {
		text = w.In(plan.Coverage[i].Text)
	}
	return app.Div().Body(app.Dt().Text(w.In(f.Name)), app.Dd().Text(text))
}
