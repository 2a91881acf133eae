package policy

import (
	"slices"
	"strconv"
)

// Facts are what is known of the person's case: the id of a question to the
// answer. A choice is answered by the id of an option, a number by its digits,
// a day by YYYY-MM-DD. A question without an answer is not known, and never
// counts as a no.
type Facts map[string]string

// DontKnow answers any question that offers it. A condition that does not name
// it treats it as not known.
const DontKnow = "unknown"

// Question is one thing to ask a person. Version checks, plan selection, quotes
// and triage share them, so that nothing is asked twice.
type Question struct {
	ID string `yaml:"id" need:"yes" json:"id"`

	// Kind is the form of the answer.
	Kind QuestionKind `yaml:"kind" need:"yes" json:"kind"`
	Text Text         `yaml:"text" need:"yes" json:"text"`

	// Why tells the person what the answer decides.
	Why Text `yaml:"why" need:"yes" json:"why"`

	// Help says where the answer can be found.
	Help Text `yaml:"help" json:"help,omitzero"`

	// Options are the answers to choose from, at least two.
	Options []Option `yaml:"options" json:"options,omitempty"`

	// DontKnow offers "I don't know" as an answer.
	DontKnow bool `yaml:"dontKnow" json:"dontKnow,omitempty"`

	Cite []Citation `yaml:"cite" need:"yes" json:"cite,omitempty"`
}

// QuestionKind is the form an answer has.
type QuestionKind string

const (
	KindChoice QuestionKind = "choice"
	KindNumber QuestionKind = "number" // a whole number, 0 or more
	KindDay    QuestionKind = "day"
)

var questionKinds = []QuestionKind{KindChoice, KindNumber, KindDay}

// OneOf lists the values a catalog may write.
func (QuestionKind) OneOf() []string { return names(questionKinds) }

// Option is one answer to choose.
type Option struct {
	ID   string `yaml:"id" need:"yes" json:"id"`
	Text Text   `yaml:"text" need:"yes" json:"text"`

	// Hint says which cases the answer covers.
	Hint Text `yaml:"hint" json:"hint,omitzero"`
}

// Answers lists the ids that answer a choice, "I don't know" last where it is
// offered.
func (q Question) Answers() []string {
	var ids []string
	for _, o := range q.Options {
		ids = append(ids, o.ID)
	}
	if q.DontKnow {
		ids = append(ids, DontKnow)
	}
	return ids
}

// Takes reports whether the answer is one the question can have.
func (q Question) Takes(answer string) bool {
	switch q.Kind {
	case KindChoice:
		return slices.Contains(q.Answers(), answer)
	case KindNumber:
		n, err := strconv.ParseInt(answer, 10, 64)
		return err == nil && n >= 0 && strconv.FormatInt(n, 10) == answer || q.DontKnow && answer == DontKnow
	case KindDay:
		_, err := ParseDate(answer)
		return err == nil || q.DontKnow && answer == DontKnow
	default:
		return false
	}
}

// Truth is the outcome of a condition: with facts missing it can be unknown.
type Truth uint8

const (
	Unknown Truth = iota
	True
	False
)

// Condition is a test of facts in a small closed language: exactly one of its
// fields Always, All, Any, Not and Fact is set. A test that names a fact says
// what the fact must be by exactly one of In, AtLeast, AtMost, From and Until.
type Condition struct {
	// Always holds whatever the facts are.
	Always bool `yaml:"always"`

	All []Condition `yaml:"all"` // every one holds
	Any []Condition `yaml:"any"` // at least one holds
	Not []Condition `yaml:"not"` // none holds

	// Fact is the question whose answer is tested.
	Fact string   `yaml:"fact"`
	In   []string `yaml:"in"` // one of these options

	AtLeast *int64 `yaml:"atLeast"` // this number or more
	AtMost  *int64 `yaml:"atMost"`  // this number or less

	From  Date `yaml:"from"`  // this day or later
	Until Date `yaml:"until"` // this day or earlier
}

// IsZero reports that there is no condition.
func (c Condition) IsZero() bool {
	return !c.Always && c.All == nil && c.Any == nil && c.Not == nil && c.Fact == ""
}

// Holds tests the facts. Missing facts make the outcome unknown only where they
// could still change it. The second result lists the facts that decided: for
// True and False those whose answers did it, for Unknown those to ask for, in
// the order of the condition.
func (c Condition) Holds(facts Facts) (Truth, []string) {
	switch {
	case c.Fact != "":
		return c.test(facts), []string{c.Fact}
	case c.All != nil:
		return combine(c.All, facts, False)
	case c.Any != nil:
		return combine(c.Any, facts, True)
	case c.Not != nil:
		t, by := combine(c.Not, facts, True)
		return t.not(), by
	default: // always, or nothing to test
		return True, nil
	}
}

// combine is a conjunction when the absorbing truth is False, a disjunction when
// it is True.
func combine(cs []Condition, facts Facts, absorbing Truth) (Truth, []string) {
	var open, settled []string
	for _, c := range cs {
		t, by := c.Holds(facts)
		switch t {
		case absorbing:
			return absorbing, by
		case Unknown:
			open = appendNew(open, by)
		default:
			settled = appendNew(settled, by)
		}
	}
	if open != nil {
		return Unknown, open
	}
	return absorbing.not(), settled
}

func (t Truth) not() Truth {
	switch t {
	case True:
		return False
	case False:
		return True
	default:
		return Unknown
	}
}

func (c Condition) test(facts Facts) Truth {
	answer, known := facts[c.Fact]
	if !known || answer == "" {
		return Unknown
	}
	if answer == DontKnow && !slices.Contains(c.In, DontKnow) {
		return Unknown
	}
	switch {
	case c.In != nil:
		return truth(slices.Contains(c.In, answer))
	case c.AtLeast != nil || c.AtMost != nil:
		n, err := strconv.ParseInt(answer, 10, 64)
		if err != nil {
			return Unknown
		}
		return truth((c.AtLeast == nil || n >= *c.AtLeast) && (c.AtMost == nil || n <= *c.AtMost))
	default:
		d, err := ParseDate(answer)
		if err != nil {
			return Unknown
		}
		return truth((c.From.IsZero() || !d.Before(c.From)) && (c.Until.IsZero() || !d.After(c.Until)))
	}
}

func truth(b bool) Truth {
	if b {
		return True
	}
	return False
}

// FactsNamed lists the facts a condition tests, in order, once each.
func (c Condition) FactsNamed() []string {
	var out []string
	c.Walk(func(leaf Condition) { out = appendNew(out, []string{leaf.Fact}) })
	return out
}

// Walk calls visit for every test of a fact in the condition.
func (c Condition) Walk(visit func(Condition)) {
	if c.Fact != "" {
		visit(c)
	}
	for _, cs := range [][]Condition{c.All, c.Any, c.Not} {
		for _, sub := range cs {
			sub.Walk(visit)
		}
	}
}

func appendNew(list, more []string) []string {
	for _, s := range more {
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}
