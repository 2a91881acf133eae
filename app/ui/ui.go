// Package ui has the parts that pages are made of: verdicts, reasons, fields,
// tables. A part shows what it is given; it asks no store and knows no address.
//
// A handler that closes over a value must be given a scope that names it, or
// go-app keeps the first one: it tells handlers apart by their code alone.
package ui

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// Tone is what a part wants to say by its look; each has a shape of its own, so
// that colour is never all that tells them apart.
type Tone string

const (
	ToneGood    Tone = "good"
	ToneCaution Tone = "caution"
	ToneBad     Tone = "bad"
	ToneUnsure  Tone = "unsure"
	TonePlain   Tone = "plain"
)

// shapes are the outlines of the icons, on a grid of 24.
var shapes = map[Tone]string{
	ToneGood:    "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.6-4.2-4.2 1.5-1.5 2.7 2.7 6-6 1.5 1.5-7.5 7.5Z",
	ToneCaution: "M12 2.5 1 21.5h22L12 2.5Zm-1 6.8h2v6h-2v-6Zm0 7.7h2v2h-2v-2Z",
	ToneBad:     "M7.9 2h8.2L22 7.9v8.2L16.1 22H7.9L2 16.1V7.9L7.9 2Zm1 5.3L7.4 8.8l3.1 3.2-3.1 3.2 1.5 1.5 3.1-3.2 3.1 3.2 1.5-1.5-3.1-3.2 3.1-3.2-1.5-1.5-3.1 3.2-3.1-3.2Z",
	ToneUnsure:  "M12 1 1 12l11 11 11-11L12 1Zm-1 15.5h2v2h-2v-2Zm3.7-6.1c-.5.8-1.7 1.3-1.7 2.6v1.2h-2v-1.5c0-2.2 2.2-2.5 2.2-4 0-.8-.6-1.2-1.3-1.2-.8 0-1.4.6-1.5 1.5l-1.9-.3c.2-1.9 1.7-3 3.5-3 1.9 0 3.3 1.1 3.3 2.9 0 .7-.3 1.3-.6 1.8Z",
	TonePlain:   "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z",
}

// Icon is the shape of a tone. It says nothing to a screen reader: the words
// beside it do.
func Icon(tone Tone) app.UI {
	const svg = "http://www.w3.org/2000/svg"
	return app.Elem("svg").XMLNS(svg).Class("icon").
		Attr("viewBox", "0 0 24 24").Attr("aria-hidden", "true").Attr("focusable", "false").
		Body(app.Elem("path").XMLNS(svg).Attr("d", shapes[tone]))
}

// VerdictTone is the look of a verdict on a version.
func VerdictTone(v policy.Verdict) Tone {
	switch v {
	case policy.VerdictSupported:
		return ToneGood
	case policy.VerdictGrace:
		return ToneCaution
	case policy.VerdictNotSupported:
		return ToneBad
	default:
		return ToneUnsure
	}
}

// PhaseTone is the look of a phase of support on a day.
func PhaseTone(s policy.PhaseNow) Tone {
	switch s {
	case policy.PhaseNowRunning:
		return ToneGood
	case policy.PhaseNowEnded:
		return ToneBad
	default:
		return TonePlain
	}
}

// PeriodTone is the look of a period of a life cycle.
func PeriodTone(p policy.Phase) Tone {
	if p == policy.PhaseNormal {
		return ToneGood
	}
	return ToneCaution
}

// PhaseBarTone is the look of the n-th phase of a release, from 0: support for
// everybody, less of it, and what has to be bought.
func PhaseBarTone(kind policy.PhaseKind, n int) Tone {
	switch {
	case kind != policy.PhaseKindSupport:
		return TonePlain
	case n == 0:
		return ToneGood
	default:
		return ToneCaution
	}
}

// LifecycleTone is the look of where a product stands in its life cycle.
func LifecycleTone(l policy.Lifecycle) Tone {
	switch l.Phase {
	case policy.PhaseOnSale, policy.PhaseNormal:
		if l.Boundary {
			return ToneUnsure
		}
		return ToneGood
	case policy.PhaseLimited, policy.PhaseLimitedAssumed, policy.PhaseExtended:
		if l.Boundary {
			return ToneUnsure
		}
		return ToneCaution
	case policy.PhaseEnded:
		return ToneBad
	case policy.PhaseCannotCompute:
		return ToneUnsure
	default:
		return TonePlain
	}
}

// ServiceTone is the look of how repair and paid service stand.
func ServiceTone(s policy.PeriodState) Tone {
	switch s {
	case policy.PeriodRunning:
		return ToneGood
	case policy.PeriodOver:
		return ToneBad
	default:
		return ToneUnsure
	}
}

// OfferTone is the look of a verdict on a plan.
func OfferTone(v policy.PlanVerdict) Tone {
	switch v {
	case policy.PlanAvailable:
		return ToneGood
	case policy.PlanConditional:
		return ToneCaution
	case policy.PlanNotAvailable:
		return ToneBad
	default:
		return ToneUnsure
	}
}

// Badge is a short verdict with its icon.
func Badge(tone Tone, text string) app.UI {
	return app.Span().Class("badge", "tone-"+string(tone)).Body(Icon(tone), app.Span().Text(text))
}

// Notice is a remark set apart from the text.
func Notice(tone Tone, body ...app.UI) app.UI {
	return app.Div().Class("notice", "tone-"+string(tone)).Body(
		Icon(tone),
		app.Div().Class("notice-body").Body(body...),
	)
}

// Text is a paragraph.
func Text(s string) app.UI { return app.P().Text(s) }

// Cite shows a citation: the title of its source, the section and the item.
type Cite func(policy.Citation) string

// Reasons lists the steps that led to an answer, each with its basis and its
// citations.
func Reasons(w *i18n.Words, reasons []policy.Reason, cite Cite) app.UI {
	return app.Ul().Class("reasons").Body(app.Range(reasons).Slice(func(i int) app.UI {
		return Reason(w, reasons[i], cite)
	}))
}

// Reason is one step of an answer.
func Reason(w *i18n.Words, r policy.Reason, cite Cite) app.UI {
	return app.Li().Class("reason").DataSet("rule", string(r.Rule)).Body(
		app.P().Class("reason-text").Text(w.Reason(r)),
		Grounds(w, r.Basis, r.Assumptions, r.Citations, cite),
	)
}

// Grounds says on what a statement rests.
func Grounds(w *i18n.Words, basis policy.Basis, assumptions []string, citations []policy.Citation, cite Cite) app.UI {
	return app.P().Class("grounds").Body(
		app.If(basis != policy.BasisStated, func() app.UI {
			return app.Span().Class("basis").Text(w.Basis[basis])
		}),
		app.If(len(assumptions) > 0, func() app.UI {
			return app.Span().Class("assumption").Text(w.RestsOn(assumptions))
		}),
		app.Range(citations).Slice(func(i int) app.UI {
			return app.Cite().Text(cite(citations[i]))
		}),
	)
}

// Steps shows how an amount came about.
func Steps(w *i18n.Words, steps []policy.Step, cite Cite) app.UI {
	return app.Ol().Class("steps").Body(app.Range(steps).Slice(func(i int) app.UI {
		s := steps[i]
		return app.Li().Body(
			app.P().Class("reason-text").Text(w.Step(s)),
			app.If(s.Rounding != "", func() app.UI {
				return app.P().Text(w.Rounded(s.Exact, s.Rounding, s.Amount))
			}),
			Grounds(w, s.Basis, nil, s.Citations, cite),
		)
	}))
}

// Fold is a part that opens. It works before the program has arrived.
func Fold(summary string, open bool, body ...app.UI) app.UI {
	return app.Details().Class("fold").Open(open).Body(
		app.Summary().Text(summary),
		app.Div().Class("fold-body").Body(body...),
	)
}

// Chips are a few links to try.
func Chips(label string, links ...app.UI) app.UI {
	items := []app.UI{app.Span().Class("chips-label").Text(label)}
	return app.P().Class("chips").Body(append(items, links...)...)
}

// Link is a link within the portal.
func Link(href, text string) app.UI { return app.A().Href(href).Text(text) }
