package ui

import (
	"fmt"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// Bar is a time on a timeline, both days inside.
type Bar struct {
	Name string
	Tone Tone

	// From is the first day; unknown reaches back to where the timeline begins.
	From policy.Date

	// Until is the last day; unknown reaches on beyond where it ends.
	Until policy.Date
}

// Row is one line of a timeline: a release, a period, a contract.
type Row struct {
	Label string
	Note  string // beside the label: what the bars say, in words
	Own   string // words that mark the person's own; empty for all others
	Bars  []Bar
}

// Timeline draws rows over time, with a line for the day asked about. The same
// is there as a table, for screen readers and for whoever prefers one.
type Timeline struct {
	ID    string
	Title string
	Rows  []Row
	On    policy.Date
}

// chunk is how many rows are drawn at once: more is more than a screen, and the
// years would be out of sight.
const chunk = 40

// Render draws the timeline. Long ones are drawn in parts: the first, and the one
// with the person's own, are open.
func (t Timeline) Render(w *i18n.Words) app.UI {
	if len(t.Rows) == 0 {
		return nil
	}
	span := t.span()
	var parts []app.UI
	for from := 0; from < len(t.Rows); from += chunk {
		rows := t.Rows[from:min(from+chunk, len(t.Rows))]
		open := from == 0
		for _, r := range rows {
			open = open || r.Own != ""
		}
		id := t.ID + "-" + strconv.Itoa(from/chunk+1)
		drawn := t.draw(w, id, rows, span)
		if len(t.Rows) > chunk {
			drawn = Fold(w.Timeline.Part(rows[0].Label, rows[len(rows)-1].Label, len(rows)), open, drawn)
		}
		parts = append(parts, drawn)
	}
	parts = append(parts, t.table(w))
	return app.Figure().ID(t.ID).Class("timeline").Body(
		append([]app.UI{app.FigCaption().Class("timeline-title").Text(t.Title)}, parts...)...,
	)
}

// span is the time that is drawn: from the first known day to the last one, with
// a little room on both sides.
type span struct{ from, until policy.Date }

func (t Timeline) span() span {
	var s span
	see := func(d policy.Date) {
		if d.IsZero() {
			return
		}
		if s.from.IsZero() || d.Before(s.from) {
			s.from = d
		}
		if d.After(s.until) {
			s.until = d
		}
	}
	for _, r := range t.Rows {
		for _, b := range r.Bars {
			see(b.From)
			see(b.Until)
		}
	}
	see(t.On)
	room := max(30, s.from.DaysUntil(s.until)/25)
	return span{s.from.AddDays(-room), s.until.AddDays(room)}
}

// at is where the beginning of a day stands, in hundredths of the width.
func (s span) at(d policy.Date) float64 {
	return 100 * float64(s.from.DaysUntil(d)) / float64(max(1, s.from.DaysUntil(s.until)))
}

func percent(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) + "%" }

// Sizes in pixels, whatever the width of the screen: words stay readable on a
// phone.
const (
	rowHeight  = 34
	barTop     = 19
	barHeight  = 9
	axisHeight = 40
)

const svgNS = "http://www.w3.org/2000/svg"

func svg(tag string) app.HTMLElem { return app.Elem(tag).XMLNS(svgNS) }

func (t Timeline) draw(w *i18n.Words, id string, rows []Row, s span) app.UI {
	height := axisHeight + rowHeight*len(rows)
	parts := []app.UI{svg("title").ID(id + "-title").Text(t.Title)}
	for _, year := range s.years() {
		x := percent(s.at(year))
		parts = append(parts,
			svg("line").Class("tick").Attr("x1", x).Attr("x2", x).Attr("y1", 16).Attr("y2", height),
			svg("text").Class("tick-label").Attr("x", x).Attr("dx", 3).Attr("y", 12).Text(strconv.Itoa(year.Year())),
		)
	}
	for i, r := range rows {
		top := axisHeight + i*rowHeight
		if r.Own != "" {
			parts = append(parts, svg("rect").Class("own").Attr("x", 0).Attr("width", "100%").Attr("y", top+1).Attr("height", rowHeight-1))
		}
		for _, b := range r.Bars {
			parts = append(parts, b.draw(s, top))
		}
		label := r.Label
		if r.Own != "" {
			label = r.Own + " " + label
		}
		parts = append(parts, svg("text").Class("row-label").Attr("x", 4).Attr("y", top+14).Body(
			svg("tspan").Class("row-name").Text(label),
			svg("tspan").Class("row-note").Attr("dx", 8).Text(r.Note),
		))
	}
	if !t.On.IsZero() {
		at := s.at(t.On)
		anchor := "middle" // the words stay inside the drawing
		switch {
		case at > 80:
			anchor = "end"
		case at < 20:
			anchor = "start"
		}
		x := percent(at)
		parts = append(parts,
			svg("line").Class("on").Attr("x1", x).Attr("x2", x).Attr("y1", 34).Attr("y2", height),
			svg("text").Class("on-label").Attr("x", x).Attr("y", 30).Attr("text-anchor", anchor).Text(w.Day(t.On)),
		)
	}
	return svg("svg").Class("timeline-drawing").Attr("width", "100%").Attr("height", height).
		Attr("role", "img").Attr("aria-labelledby", id+"-title").Body(parts...)
}

// draw is the bar, with a point to the right where it reaches on.
func (b Bar) draw(s span, top int) app.UI {
	from, until := 0.0, 100.0
	if !b.From.IsZero() {
		from = s.at(b.From)
	}
	if !b.Until.IsZero() {
		until = s.at(b.Until.AddDays(1))
	}
	class := "bar tone-" + string(b.Tone)
	if b.Until.IsZero() {
		class += " bar-open"
	}
	return svg("rect").Class(class).
		Attr("x", percent(from)).Attr("width", percent(max(0.4, until-from))).
		Attr("y", top+barTop).Attr("height", barHeight).Attr("rx", 2).
		Body(svg("title").Text(b.Name))
}

// years are the first days of years to mark, not more than fit a phone.
func (s span) years() []policy.Date {
	const most = 7
	step := 1 + (s.until.Year()-s.from.Year())/most
	var out []policy.Date
	for y := s.from.Year() + 1; y <= s.until.Year(); y++ {
		if y%step == 0 {
			d, err := policy.NewDate(y, 1, 1)
			if err != nil {
				panic(fmt.Sprintf("year %d has no first day: a bug", y))
			}
			out = append(out, d)
		}
	}
	return out
}

// table tells the same in words.
func (t Timeline) table(w *i18n.Words) app.UI {
	return Fold(w.Timeline.AsTable, false, app.Div().Class("table-scroll").Body(app.Table().Class("table").Body(
		app.THead().Body(app.Tr().Body(
			app.Th().Scope("col").Text(w.Timeline.Row), app.Th().Scope("col").Text(w.Timeline.What),
			app.Th().Scope("col").Text(w.Timeline.From), app.Th().Scope("col").Text(w.Timeline.Until),
		)),
		app.TBody().Body(app.Range(t.Rows).Slice(func(i int) app.UI { return t.Rows[i].cells(w) })),
	)))
}

func (r Row) cells(w *i18n.Words) app.UI {
	label := r.Label
	if r.Own != "" {
		label += " (" + r.Own + ")"
	}
	var names, from, until []app.UI
	for _, b := range r.Bars {
		names = append(names, app.Div().Text(b.Name))
		from = append(from, app.Div().Text(w.Timeline.Day(b.From)))
		until = append(until, app.Div().Text(w.Timeline.Day(b.Until)))
	}
	return app.Tr().Body(app.Th().Scope("row").Text(label), app.Td().Body(names...), app.Td().Body(from...), app.Td().Body(until...))
}
