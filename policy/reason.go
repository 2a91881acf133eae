package policy

import (
	"encoding/json"
	"slices"
	"strconv"
)

// Reason is one step that led to a verdict: the rule that applied, with what,
// and where the vendor says so.
type Reason struct {
	Rule  Rule  `json:"rule"`
	Basis Basis `json:"basis"`

	// Assumptions are the ids of the readings that the step rests on, where the
	// source is open.
	Assumptions []string `json:"assumptions,omitempty"`

	Params Params `json:"params,omitempty"`

	// Clause is the catalog's own wording of the rule, for rules that a
	// catalog states rather than the engine.
	Clause Text `json:"clause,omitzero"`

	Citations []Citation `json:"citations,omitempty"`
}

// Params are what a sentence about a rule needs to name, by name.
type Params map[string]Value

// Value is one parameter. Its kind tells package i18n how to write it: a day in
// the form of the language, an amount with its currency, a word in the language.
type Value struct {
	kind valueKind
	text string
	n    int64
	day  Date
	word Text
	list []string
}

type valueKind uint8

const (
	valueNone valueKind = iota
	valueText
	valueNumber
	valueYen
	valueDay
	valueWords
	valueList
)

// TextValue is text to be shown as it is: an id, a version, what a person typed.
func TextValue(s string) Value { return Value{kind: valueText, text: s} }

// NumberValue is a count.
func NumberValue(n int64) Value { return Value{kind: valueNumber, n: n} }

// YenValue is an amount of money.
func YenValue(y Yen) Value { return Value{kind: valueYen, n: int64(y)} }

// DayValue is a calendar day.
func DayValue(d Date) Value { return Value{kind: valueDay, day: d} }

// WordsValue is catalog text in both languages.
func WordsValue(t Text) Value { return Value{kind: valueWords, word: t} }

// ListValue is a list of ids or versions, in order.
func ListValue(list []string) Value { return Value{kind: valueList, list: slices.Clone(list)} }

// Text is the value of a TextValue, or a number or day written plainly.
func (v Value) Text() string {
	switch v.kind {
	case valueNumber, valueYen:
		return strconv.FormatInt(v.n, 10)
	case valueDay:
		return v.day.String()
	default:
		return v.text
	}
}

// Number is the value of a NumberValue or YenValue.
func (v Value) Number() int64 { return v.n }

// Day is the value of a DayValue.
func (v Value) Day() Date { return v.day }

// Words is the value of a WordsValue.
func (v Value) Words() Text { return v.word }

// List is the value of a ListValue.
func (v Value) List() []string { return v.list }

// MarshalJSON writes the value in JSON's own type for it.
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.kind {
	case valueNumber, valueYen:
		return json.Marshal(v.n)
	case valueDay:
		return json.Marshal(v.day)
	case valueWords:
		return json.Marshal(v.word)
	case valueList:
		return json.Marshal(v.list)
	default:
		return json.Marshal(v.text)
	}
}

// assumptionsOf lists the assumptions that reasons rest on, once each, in the
// order in which they were made.
func assumptionsOf(reasons ...[]Reason) []string {
	ids := []string{}
	for _, rs := range reasons {
		for _, r := range rs {
			ids = appendNew(ids, r.Assumptions)
		}
	}
	return ids
}

// Clause says where a vendor states a rule that the engine applies, and how
// sure the reading is.
type Clause struct {
	// Rule is the step of the model that the vendor states here.
	Rule        Rule       `yaml:"rule" need:"yes"`
	Basis       Basis      `yaml:"basis"` // empty: stated
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// Clauses are the clauses of one model, one per rule.
type Clauses []Clause

// Reason is a step by a rule of the engine, with the vendor's clause for it. A
// rule that the catalog has no clause for is marked as not stated.
func (cs Clauses) Reason(rule Rule, params Params) Reason {
	for _, c := range cs {
		if c.Rule == rule {
			return Reason{
				Rule: rule, Params: params, Citations: c.Cite, Assumptions: c.Assumptions,
				Basis: c.Basis.orStated(),
			}
		}
	}
	return Reason{Rule: rule, Params: params, Basis: BasisNotStated}
}

func (b Basis) orStated() Basis {
	if b == "" {
		return BasisStated
	}
	return b
}
