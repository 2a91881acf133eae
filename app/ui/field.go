package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// Changed is called with what a field holds, as the person types.
type Changed func(ctx app.Context, value string)

// Field is a line to type into, with its label above, support text below the
// label, and what is wrong below the field. What was typed stays as it is.
type Field struct {
	app.Compo

	// Epoch is the number of times the person has come to the page by a link.
	// A new one makes the field anew with its value: go-app cannot empty a field
	// that somebody has typed into.
	Epoch int

	ID       string
	Label    string
	Hint     string
	Error    string
	Value    string
	Type     string // text where empty
	Mode     string // the keyboard a phone shows
	List     string // id of a datalist
	Required string // the mark behind the label
	Example  string
	Narrow   bool
	Changed  Changed

	// Pasted is called after Changed when the text was pasted; nil where that
	// makes no difference.
	Pasted Changed
}

// CompoID tells go-app when to make the field anew.
func (f *Field) CompoID() string { return f.ID + "/" + strconv.Itoa(f.Epoch) }

// Render shows the field.
func (f *Field) Render() app.UI {
	input := app.Input().
		ID(f.ID).Name(f.ID).Value(f.Value).AutoComplete(false).
		Class("input").Placeholder(f.Example).
		OnInput(f.typed, app.EventScope(f.ID)).
		OnChange(f.typed, app.EventScope(f.ID))
	kind := f.Type
	if kind == "" {
		kind = "text"
		input = input.Attr("spellcheck", "false").Attr("autocapitalize", "off")
	}
	input = input.Type(kind)
	if f.Mode != "" {
		input = input.Attr("inputmode", f.Mode)
	}
	if f.List != "" {
		input = input.List(f.List)
	}
	described := ""
	if f.Hint != "" {
		described = f.ID + "-hint"
	}
	if f.Error != "" {
		described += " " + f.ID + "-error"
		input = input.Aria("invalid", "true")
	}
	if described != "" {
		input = input.Aria("describedby", described)
	}
	class := "field"
	if f.Narrow {
		class += " field-narrow"
	}
	return app.Div().Class(class).Body(
		app.Label().For(f.ID).Class("label").Body(
			app.Text(f.Label),
			app.If(f.Required != "", func() app.UI { return app.Span().Class("required").Text(f.Required) }),
		),
		app.If(f.Hint != "", func() app.UI { return app.P().ID(f.ID + "-hint").Class("hint").Text(f.Hint) }),
		input,
		app.If(f.Error != "", func() app.UI {
			return app.P().ID(f.ID+"-error").Class("error").Body(Icon(ToneBad), app.Span().Text(f.Error))
		}),
	)
}

// typed reports what the field holds. While an input method composes, as for
// Japanese, nothing is settled yet and nothing is reported.
func (f *Field) typed(ctx app.Context, e app.Event) {
	if composing := e.Get("isComposing"); composing.Truthy() {
		ctx.PreventUpdate()
		return
	}
	value := ctx.JSSrc().Get("value").String()
	f.Changed(ctx, value)
	if f.Pasted != nil && e.Get("inputType").String() == "insertFromPaste" {
		f.Pasted(ctx, value)
	}
}

// Choice is a question with options of which one is chosen.
type Choice struct {
	Question policy.Question
	Value    string
	Error    string
	Optional string // the mark behind the question
	Changed  Changed
}

// Render shows the question.
func (c Choice) Render(w *i18n.Words) app.UI {
	q := c.Question
	options := make([]app.UI, 0, len(q.Options)+1)
	add := func(id, text, hint string) {
		inputID := q.ID + "-" + id
		options = append(options, app.Div().Class("option").Body(
			app.Input().Type("radio").ID(inputID).Name(q.ID).Value(id).Checked(c.Value == id).
				OnChange(func(ctx app.Context, e app.Event) { c.Changed(ctx, id) }, app.EventScope(inputID)),
			app.Label().For(inputID).Body(
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
	return app.FieldSet().ID(q.ID).Class("choice").TabIndex(-1).Body(
		app.Legend().Body(
			app.Text(w.In(q.Text)),
			app.If(c.Optional != "", func() app.UI { return app.Span().Class("required").Text(c.Optional) }),
		),
		app.P().Class("hint").Text(w.In(q.Why)),
		app.If(!q.Help.IsZero(), func() app.UI { return app.P().Class("hint").Text(w.In(q.Help)) }),
		app.Div().Class("options").Body(options...),
		app.If(c.Error != "", func() app.UI {
			return app.P().Class("error").Body(Icon(ToneBad), app.Span().Text(c.Error))
		}),
	)
}

// Select is a question with options in a menu, for where there is little room.
func (c Choice) Select(w *i18n.Words) app.UI {
	q := c.Question
	options := []app.UI{app.Option().Value("").Selected(c.Value == "").Text(w.NotChosen)}
	for _, o := range q.Options {
		options = append(options, app.Option().Value(o.ID).Selected(c.Value == o.ID).Text(w.In(o.Text)))
	}
	if q.DontKnow {
		options = append(options, app.Option().Value(policy.DontKnow).Selected(c.Value == policy.DontKnow).Text(w.DontKnow))
	}
	return app.Div().Class("field").Body(
		app.Label().For(q.ID).Class("label").Text(w.In(q.Text)),
		app.P().ID(q.ID+"-hint").Class("hint").Text(w.In(q.Why)),
		app.Select().ID(q.ID).Name(q.ID).Class("input").Aria("describedby", q.ID+"-hint").
			OnChange(func(ctx app.Context, e app.Event) {
				c.Changed(ctx, ctx.JSSrc().Get("value").String())
			}, app.EventScope(q.ID)).
			Body(options...),
	)
}

// Button is a button that does something on the page.
func Button(id, text, class string, do app.EventHandler) app.UI {
	return app.Button().ID(id).Type("button").Class("button", class).Text(text).OnClick(do, app.EventScope(id))
}
