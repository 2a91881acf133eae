// Package i18n has the words of the portal, in each language: sentences for the
// rules that policy names by id, labels of the pages, and the forms of days,
// amounts and times. It makes words and nothing else: it knows no page, no
// address and no store.
//
// A language is one file with one Words value. Sentences with a value in them
// are functions, so that each language puts the value where it belongs.
package i18n

import (
	"strconv"
	"strings"

	"madoguchi/policy"
)

// Lang is a language of the portal, as a BCP 47 tag.
type Lang string

const (
	Ja Lang = "ja"
	En Lang = "en"
)

// Langs lists the languages, the first being the one at the root of the site.
func Langs() []Lang { return []Lang{Ja, En} }

// Of returns the words of a language; of one that the portal has not, those of
// the first.
func Of(l Lang) *Words {
	switch l {
	case En:
		return english
	default:
		return japanese
	}
}

// In returns catalog text in the language.
func (w *Words) In(t policy.Text) string {
	if w.Lang == En {
		return t.En
	}
	return t.Ja
}

// Params are the parameters of a rule, as a sentence uses them.
type Params struct {
	w      *Words
	values policy.Params
}

// Text is a parameter shown as it is.
func (p Params) Text(name string) string { return p.values[name].Text() }

// Day is a day in the form of the language.
func (p Params) Day(name string) string { return p.w.Day(p.values[name].Day()) }

// Yen is an amount in the form of the language.
func (p Params) Yen(name string) string { return p.w.Yen(policy.Yen(p.values[name].Number())) }

// Number is a count in the form of the language.
func (p Params) Number(name string) string { return Grouped(p.values[name].Number()) }

// Words is catalog text in the language.
func (p Params) Words(name string) string { return p.w.In(p.values[name].Words()) }

// List is the entries of a list, joined as the language joins them.
func (p Params) List(name string) string { return p.w.Join(p.values[name].List()) }

// Has reports whether a parameter is given.
func (p Params) Has(name string) bool { _, ok := p.values[name]; return ok }

// Reason is the sentence for one step of an answer.
func (w *Words) Reason(r policy.Reason) string {
	return w.sentence(r.Rule, r.Params, r.Clause)
}

// Step is the sentence for one step of a computation.
func (w *Words) Step(s policy.Step) string { return w.sentence(s.Rule, s.Params, policy.Text{}) }

func (w *Words) sentence(rule policy.Rule, params policy.Params, clause policy.Text) string {
	say, ok := w.Rules[rule]
	if !ok {
		panic("no words for rule " + string(rule)) // a test walks all rules: a bug
	}
	return say(Params{w, params}, w.In(clause))
}

// Grouped writes a number with commas between groups of three digits.
func Grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	var b strings.Builder
	for i, c := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return sign + b.String()
}
