package policy

import (
	"slices"
	"strconv"
)

// Witness looks for facts with which all conditions hold together, and returns
// some. It tries, for every question they name, each option and not knowing, and
// for numbers and days the limits that are tested and what lies beside them, so
// that finding none proves that there are none.
func Witness(questions []Question, conditions ...Condition) (Facts, bool) {
	return witness(questions, conditions, nil)
}

// WitnessUnless looks for facts with which a condition holds and none of the
// others does. Not knowing keeps another from holding.
func WitnessUnless(questions []Question, holds Condition, others []Condition) (Facts, bool) {
	return witness(questions, []Condition{holds}, others)
}

// testsOf lists the facts that conditions name, in order, and the tests of each.
func testsOf(conditions []Condition) (ids []string, tests map[string][]Condition) {
	tests = map[string][]Condition{}
	for _, c := range conditions {
		c.Walk(func(leaf Condition) {
			ids = appendNew(ids, []string{leaf.Fact})
			tests[leaf.Fact] = append(tests[leaf.Fact], leaf)
		})
	}
	return ids, tests
}

func witness(questions []Question, conditions, others []Condition) (Facts, bool) {
	ids, tests := testsOf(slices.Concat(conditions, others))
	facts := Facts{}
	var try func(i int) bool
	try = func(i int) bool {
		open := false
		for _, c := range conditions {
			switch t, _ := c.Holds(facts); t {
			case False:
				return false // more facts cannot change it
			case Unknown:
				open = true
			}
		}
		for _, c := range others {
			t, by := c.Holds(facts)
			if t == True {
				return false
			}
			open = open || t == Unknown && slices.ContainsFunc(by, func(id string) bool { return facts[id] == "" })
		}
		if !open {
			return true
		}
		if i == len(ids) {
			return false
		}
		for _, answer := range answersTo(questions, ids[i], tests[ids[i]]) {
			facts[ids[i]] = answer
			if try(i + 1) {
				return true
			}
		}
		delete(facts, ids[i])
		return try(i + 1) // it may not matter
	}
	if !try(0) {
		return nil, false
	}
	return facts, true
}

// answersTo lists answers to a question that behave differently in the tests.
func answersTo(questions []Question, id string, tests []Condition) []string {
	i := slices.IndexFunc(questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return nil
	}
	switch q := questions[i]; q.Kind {
	case KindNumber:
		out := []string{"0"}
		for _, t := range tests {
			for _, limit := range []*int64{t.AtLeast, t.AtMost} {
				if limit != nil {
					for _, n := range []int64{*limit - 1, *limit, *limit + 1} {
						if n >= 0 {
							out = appendNew(out, []string{strconv.FormatInt(n, 10)})
						}
					}
				}
			}
		}
		return out
	case KindDay:
		var out []string
		for _, t := range tests {
			for _, limit := range []Date{t.From, t.Until} {
				if !limit.IsZero() {
					for n := -1; n <= 1; n++ {
						out = appendNew(out, []string{limit.AddDays(n).String()})
					}
				}
			}
		}
		return out
	default:
		return q.Answers()
	}
}

// Fall is a place in a tariff where buying more costs less.
type Fall struct {
	Quantity    int64 // and one more
	Costs, Next Yen
}

// Falls finds where one unit more costs less than a quantity. Amounts change
// their course only at the bounds of bands, slices and lots, so that those and
// their neighbours are all there is to try.
func (p Price) Falls(list PriceList) []Fall {
	var bounds []int64
	switch {
	case p.Bands != nil:
		for _, b := range p.Bands.Bands {
			bounds = append(bounds, b.UpTo)
		}
	case p.Graduated != nil:
		for _, s := range p.Graduated.Slices {
			bounds = append(bounds, s.UpTo)
		}
	case p.Package != nil:
		bounds = append(bounds, p.Package.Lot)
	}
	var out []Fall
	for _, q := range bounds {
		if q < 1 {
			continue
		}
		here, _, err1 := p.AmountOf(Usage{Quantity: q, Months: 12}, list)
		next, _, err2 := p.AmountOf(Usage{Quantity: q + 1, Months: 12}, list)
		if err1 == nil && err2 == nil && next < here {
			out = append(out, Fall{q, here, next})
		}
	}
	return out
}
