package page

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/i18n"
	"madoguchi/app/route"
	"madoguchi/app/ui"
	"madoguchi/data"
	"madoguchi/data/zone"
	"madoguchi/policy"
)

// Triage asks one question at a time, and ends in whom to ask and the text to
// send.
type Triage struct {
	app.Compo
	Base

	// values are what the person filled in for the request. They stay in this
	// page: no address carries them.
	values policy.Facts

	// reading is the language in which the request is shown; empty for the one
	// it is to be sent in.
	reading i18n.Lang
	said    string
}

// OnNav forgets what was said about an earlier outcome.
func (p *Triage) OnNav(app.Context) { p.said = "" }

// ask walks the flow with the answers in the address. What it could not read is
// returned apart.
func (p *Triage) ask() (flow policy.Flow, a policy.TriageAnswer, bad []string) {
	flow = p.Site.Store.FlowsOf(p.At.Vendor)[0]
	if id := p.At.Params.Get("flow"); id != "" {
		if f, ok := p.Site.Store.Flow(p.At.Vendor, id); ok {
			flow = f
		} else {
			bad = append(bad, "flow="+id)
		}
	}
	answers, wrong := p.facts(asked(flow))
	bad = append(append(bad, wrong...), p.strange(append(asked(flow), "flow")...)...)
	now, _ := p.Site.Browser.Now()
	a, err := p.Site.Store.TriageAnswer(data.TriageQuestion{Vendor: p.At.Vendor, Flow: flow.ID, Answers: answers, Values: p.values, At: now})
	if err != nil {
		panic(err) // every path of a checked flow ends: a bug
	}
	return flow, a, bad
}

// Render shows the open question, or the outcome.
func (p *Triage) Render() app.UI {
	w := p.words()
	flow, a, bad := p.ask()
	return app.Div().Body(
		p.heading(w.In(flow.Title), w.In(flow.Summary)),
		p.flows(flow),
		p.misread(bad),
		p.progress(a),
		p.question(a),
		p.outcome(a),
		p.given(a),
		p.all(flow),
	)
}

// flows leads to the vendor's other triages. Answers that they share come along.
func (p *Triage) flows(at policy.Flow) app.UI {
	w := p.words()
	flows := p.Site.Store.FlowsOf(p.At.Vendor)
	if len(flows) < 2 {
		return nil
	}
	return app.Nav().ID("flows").Class("flows", "no-print").Aria("label", w.FlowsLabel).Body(app.Ul().Body(app.Range(flows).Slice(func(i int) app.UI {
		f := flows[i]
		to := p.At.To(p.At.Page, p.At.Vendor)
		if i > 0 {
			to = to.With("flow", f.ID)
		}
		for _, param := range p.At.Params {
			if slices.Contains(asked(f), param.Key) {
				to = to.With(param.Key, param.Value)
			}
		}
		link := app.A().Href(p.href(to)).Text(w.In(f.Title))
		if f.ID == at.ID {
			link = link.Aria("current", "true")
		}
		return app.Li().Body(link)
	})))
}

// asked lists the questions of a flow, once each.
func asked(f policy.Flow) []string {
	var ids []string
	for _, s := range f.Steps {
		if !slices.Contains(ids, s.Question) {
			ids = append(ids, s.Question)
		}
	}
	return ids
}

func (p *Triage) progress(a policy.TriageAnswer) app.UI {
	w := p.words()
	done, total := len(a.Path), len(a.Path)+a.Remaining
	if a.Outcome != nil {
		return nil
	}
	return app.P().Class("progress").Body(
		app.Progress().Max(total).Value(done).Aria("hidden", "true"),
		app.Span().Text(w.Progress(done+1, total)),
	)
}

// question shows the open question; each answer is a link to what follows.
func (p *Triage) question(a policy.TriageAnswer) app.UI {
	w := p.words()
	if a.Next == nil {
		return nil
	}
	q := *a.Next
	options := make([]app.UI, 0, len(q.Options)+1)
	add := func(id, text, hint string) {
		options = append(options, app.Li().Body(
			app.A().ID(q.ID+"-"+id).Class("answer-link").Href(p.href(p.At.With(q.ID, id))).Body(
				app.Span().Text(text),
				app.If(hint != "", func() app.UI { return app.Span().Class("hint").Text(hint) }),
			),
		))
	}
	for _, o := range q.Options {
		add(o.ID, w.In(o.Text), w.In(o.Hint))
	}
	if q.DontKnow {
		add(policy.DontKnow, w.DontKnow, "")
	}
	return app.Section().ID("question").Class("question").DataSet("question", q.ID).Body(
		app.H2().ID("question-text").TabIndex(-1).Text(w.In(q.Text)),
		app.P().Class("why").Body(app.Strong().Text(w.WhyAsked), app.Span().Text(w.In(q.Why))),
		app.If(!q.Help.IsZero(), func() app.UI { return app.P().Class("hint").Text(w.In(q.Help)) }),
		app.Ul().Class("answers").Aria("labelledby", "question-text").Body(options...),
	)
}

// given lists the answers so far, each with a way to change it.
func (p *Triage) given(a policy.TriageAnswer) app.UI {
	w := p.words()
	if len(a.Path) == 0 {
		return nil
	}
	return app.Section().Class("given").Body(
		app.H3().Text(w.AnswersSoFar),
		app.Dl().Class("pairs").Body(app.Range(a.Path).Slice(func(i int) app.UI {
			v := a.Path[i]
			q, _ := p.Site.Store.Question(p.At.Vendor, v.Question)
			return app.Div().Body(
				app.Dt().Text(w.In(q.Text)),
				app.Dd().Body(
					app.Span().Text(p.answerText(q, v.Answer)),
					app.A().Class("change", "no-print").Href(p.href(p.At.With(v.Question, ""))).
						Aria("label", w.ChangeAnswer(w.In(q.Text))).Text(w.Change),
				),
			)
		})),
		app.P().Class("no-print").Body(ui.Link(p.href(p.At.To(route.Triage, p.At.Vendor)), w.StartAgain)),
	)
}

func (p *Triage) answerText(q policy.Question, answer string) string {
	w := p.words()
	for _, o := range q.Options {
		if o.ID == answer {
			return w.In(o.Text)
		}
	}
	return w.DontKnow
}

// outcome shows whom to ask, when they answer, what to do and what to send.
func (p *Triage) outcome(a policy.TriageAnswer) app.UI {
	w := p.words()
	if a.Outcome == nil {
		return nil
	}
	o := *a.Outcome
	return app.Section().ID("outcome").Class("outcome").DataSet("outcome", o.ID).Body(
		app.Div().Class("verdict", "tone-plain").Body(
			ui.Icon(ui.TonePlain),
			app.Div().Body(
				app.H2().ID("question-text").TabIndex(-1).Text(w.In(o.Title)),
				app.P().Text(w.In(o.Text)),
				ui.Grounds(w, policy.BasisStated, nil, o.Citations, p.cite),
			),
		),
		app.If(len(a.Reasons) > 0, func() app.UI {
			return app.Div().ID("shown").Body(app.H3().Text(w.ShownTitle), ui.Reasons(w, a.Reasons, p.cite))
		}),
		p.channel(o),
		app.H3().Text(w.ThenTitle),
		ui.Reasons(w, o.Then, p.cite),
		app.If(len(o.Outside) > 0, func() app.UI {
			return app.Div().ID("outside").Body(app.H3().Text(w.OutsideTitle), ui.Reasons(w, o.Outside, p.cite))
		}),
		p.request(a),
		p.assumptions(a.Assumptions),
		p.remarks(a.Remarks),
		p.edition(a.Catalog),
	)
}

// channel shows whom to ask, with the hours in the vendor's time and the
// person's own.
func (p *Triage) channel(o policy.OutcomeGiven) app.UI {
	w := p.words()
	c := o.Channel
	rows := []app.UI{
		pair(w.ChannelName, w.In(c.Name)),
		pair(w.ChannelMeans, w.In(c.Means)),
		pair(w.ChannelReach, w.In(c.Reach)),
		pair(w.ChannelHours, w.Hours(c.Hours)),
	}
	if len(c.Accepts) > 0 {
		rows = append(rows, pair(w.AcceptsLabel, w.Languages(c.Accepts)))
	}
	var state app.UI
	if o.Open != nil && p.Site.Browser.Clock != nil {
		own, ownName := p.Site.Browser.Clock.Zone()
		there, _ := zone.Named(c.Hours.Zone)
		rows = append(rows,
			pair(w.WindowLabel(o.Open.Open, w.ZoneName(c.Hours.Zone)), w.Window(o.Open.Window, there)),
			pair(w.WindowLabel(o.Open.Open, w.OwnZone(ownName)), w.Window(o.Open.Window, own)),
		)
		tone, text := ui.ToneCaution, w.ClosedNow
		if o.Open.Open {
			tone, text = ui.ToneGood, w.OpenNow
		}
		state = app.P().ID("open").DataSet("open", strconv.FormatBool(o.Open.Open)).Body(ui.Badge(tone, text))
	}
	return app.Div().ID("channel").Class("panel").Body(
		app.H3().Text(w.WhomTitle), state,
		app.Dl().Class("pairs").Body(rows...),
		app.If(c.Hours != nil && c.Hours.Days == policy.DaysNotStated, func() app.UI {
			return app.P().Class("hint").Text(w.DaysNotStated)
		}),
	)
}

func pair(term, text string) app.UI { return app.Div().Body(app.Dt().Text(term), app.Dd().Text(text)) }

// request is the text to send: what only the person knows is filled in here and
// stays on the machine.
func (p *Triage) request(a policy.TriageAnswer) app.UI {
	w := p.words()
	r := *a.Request
	lang := p.readIn(r)
	return app.Section().ID("request").Class("document").Body(
		app.H3().Text(w.RequestTitle),
		app.P().Class("hint", "no-print").Text(w.RequestLead),
		app.Div().Class("row-form", "no-print").Body(app.Range(r.Entries).Slice(func(i int) app.UI {
			e := r.Entries[i]
			return &ui.Field{
				Epoch: p.Epoch, ID: "info-" + e.ID, Label: w.In(e.Name), Hint: w.In(e.Where), Value: e.Value,
				Changed: func(ctx app.Context, v string) { p.fill(e.ID, v) },
			}
		})),
		app.P().Class("no-print").Text(w.WriteIn(r.Language)),
		app.Div().Class("tabs", "no-print").Role("group").Aria("label", w.LanguageLabel).Body(app.Range(i18n.Langs()).Slice(func(i int) app.UI {
			l := i18n.Langs()[i]
			return app.Button().ID("read-"+string(l)).Type("button").Class("button", "small").Lang(string(l)).
				Aria("pressed", strconv.FormatBool(l == lang)).Text(i18n.Of(l).Name).
				OnClick(func(app.Context, app.Event) { p.reading = l }, app.EventScope(l))
		})),
		app.Pre().ID("request-text").Class("request-text").Lang(string(lang)).TabIndex(0).Text(i18n.Of(lang).Request(r)),
		app.Div().Class("actions", "no-print").Body(
			ui.Button("copy-request", w.Copy, "primary", p.copy),
			ui.Button("download-request", w.Download, "", p.download),
			ui.Button("print", w.Print, "", func(ctx app.Context, e app.Event) { p.Site.Browser.Desk.Print() }),
			app.Span().ID("said").Class("said").Role("status").Text(p.said),
		),
	)
}

func (p *Triage) fill(id, value string) {
	if p.values == nil {
		p.values = policy.Facts{}
	}
	p.values[id] = value
}

// readIn is the language in which the request is shown: the one to send it in,
// until the person looks at the other.
func (p *Triage) readIn(r policy.Request) i18n.Lang {
	if p.reading != "" {
		return p.reading
	}
	return i18n.Lang(r.Language)
}

// text is the request as it is shown.
func (p *Triage) text() string {
	_, a, _ := p.ask()
	return i18n.Of(p.readIn(*a.Request)).Request(*a.Request)
}

func (p *Triage) copy(ctx app.Context, e app.Event) {
	p.said = p.words().NotCopied
	if p.Site.Browser.Desk.Copy(p.text()) {
		p.said = p.words().Copied
	}
}

func (p *Triage) download(ctx app.Context, e app.Event) {
	p.Site.Browser.Desk.Download("request-"+p.At.Vendor+".txt", "text/plain;charset=utf-8", []byte(p.text()))
}

// all lists every question and outcome, readable before the program has arrived.
func (p *Triage) all(f policy.Flow) app.UI {
	w := p.words()
	var questions, outcomes []app.UI
	for _, id := range asked(f) {
		q, _ := p.Site.Store.Question(p.At.Vendor, id)
		var options []app.UI
		for _, answer := range q.Answers() {
			options = append(options, app.Li().Text(p.answerText(q, answer)))
		}
		questions = append(questions, app.Li().Body(app.P().Text(w.In(q.Text)), app.Ul().Body(options...)))
	}
	for _, o := range f.Outcomes {
		outcomes = append(outcomes, app.Div().Body(app.Dt().Text(w.In(o.Title)), app.Dd().Text(w.In(o.Text))))
	}
	return ui.Fold(w.WholeFlow(len(questions), len(outcomes)), false,
		app.Ol().Class("whole-flow").Body(questions...),
		app.H3().Text(w.OutcomesTitle),
		app.Dl().Class("terms").Body(outcomes...),
	)
}
