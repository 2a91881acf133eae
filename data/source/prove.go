package source

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"madoguchi/policy"
)

// proofs tests what rules come to, whatever the answers: conditions that can
// never hold, plans that nobody can have, clauses that contradict each other,
// periods that do not meet, tariffs in which more costs less. Each finding names
// the answers or the quantity that shows it.
func (k check) proofs() {
	questions := slices.Concat(k.c.Questions, policy.DemandQuestions())
	k.roots(func(path string, c policy.Condition) {
		if _, ok := policy.Witness(questions, c); !ok && k.sound(c) {
			k.issue(path, "condition can never hold, whatever is answered: correct it, or remove what depends on it")
		}
	})
	k.havePlans(questions)
	k.contradictions(questions)
	k.phases()
	k.falls()
}

// partForm matches the path of a condition that is part of another.
var partForm = regexp.MustCompile(`\.(all|any|not)\[\d+\]$`)

// roots visits every condition that is not part of another.
func (k check) roots(visit func(path string, c policy.Condition)) {
	k.walk(func(path string, v reflect.Value) {
		if c, ok := v.Interface().(policy.Condition); ok && !c.IsZero() && !partForm.MatchString(path) {
			visit(path, c)
		}
	})
}

// sound reports whether a condition tests existing questions by answers they can
// have; what it tests else has been told.
func (k check) sound(c policy.Condition) bool {
	sound := true
	c.Walk(func(leaf policy.Condition) {
		q, ok := k.question(leaf.Fact)
		sound = sound && ok && fits(q, leaf) && !slices.ContainsFunc(leaf.In, func(answer string) bool { return !q.Takes(answer) })
	})
	return sound
}

// havePlans finds plans whose requirements cannot all be met at once.
func (k check) havePlans(questions []policy.Question) {
	for i, p := range k.c.Plans {
		var all []policy.Condition
		sound := true
		for _, r := range p.Eligibility {
			sound = sound && k.sound(r.When)
			if len(r.Together) == 0 {
				all = append(all, r.When)
			}
		}
		if _, ok := policy.Witness(questions, all...); sound && !ok {
			k.issue(fmt.Sprintf("plans[%d].eligibility", i), "no answers make plan %q available: its requirements exclude each other", p.ID)
		}
	}
}

// contradictions finds two clauses of one list that hold for the same answers and
// say different things of one topic. Between lists there are none, since the
// earlier one decides; a clause that earlier lists leave no case for is told.
func (k check) contradictions(questions []policy.Question) {
	for i, s := range k.c.Scopes {
		for j, b := range s.Clauses {
			at := fmt.Sprintf("scopes[%d].clauses[%d]", i, j)
			if !k.sound(b.When) {
				continue
			}
			for _, a := range s.Clauses[:j] {
				if a.Verdict == b.Verdict || !k.sound(a.When) {
					continue
				}
				topic := slices.IndexFunc(b.Topics, func(id string) bool { return slices.Contains(a.Topics, id) })
				if topic < 0 {
					continue
				}
				if facts, ok := policy.Witness(questions, a.When, b.When); ok {
					k.issue(at, "clauses %q and %q say %s and %s of %q (%s): narrow one by when", a.ID, b.ID, a.Verdict, b.Verdict, b.Topics[topic], witnessText(facts))
				}
			}
			if by, shadowed := k.shadowed(questions, i, b); shadowed {
				k.issue(at, "clause %q never decides, since %s does first: remove it, or narrow the other", b.ID, by)
			}
		}
	}
}

// shadowed reports whether earlier lists decide every case of a clause otherwise
// than it does, and names a clause of theirs.
func (k check) shadowed(questions []policy.Question, list int, clause policy.ScopeClause) (by string, shadowed bool) {
	for _, plan := range k.c.Scopes[list].Plans {
		for _, topic := range clause.Topics {
			var earlier []policy.Condition
			for _, s := range k.c.Scopes[:list] {
				if !slices.Contains(s.Plans, plan) {
					continue
				}
				for _, c := range s.Clauses {
					if slices.Contains(c.Topics, topic) && (c.Verdict != clause.Verdict || c.Ticket != clause.Ticket) {
						by = fmt.Sprintf("clause %q of list %q", c.ID, s.ID)
						if c.When.IsZero() {
							earlier = append(earlier, policy.Condition{Always: true})
						} else if k.sound(c.When) {
							earlier = append(earlier, c.When)
						}
					}
				}
			}
			if earlier == nil {
				return "", false
			}
			if _, ok := policy.WitnessUnless(questions, clause.When, earlier); ok {
				return "", false
			}
		}
	}
	return by, by != ""
}

// witnessText is facts on one line, or what stands for none.
func witnessText(facts policy.Facts) string {
	if len(facts) == 0 {
		return "whatever is answered"
	}
	var out []string
	for id, answer := range facts {
		out = append(out, id+"="+answer)
	}
	slices.Sort(out)
	return "with " + strings.Join(out, " ")
}

// phases checks that software is maintained without a gap or an overlap, and
// remarks on releases whose later phase ends first.
func (k check) phases() {
	for i, l := range k.c.Lifecycles {
		for j := 1; j < len(l.Software); j++ {
			last, p := l.Software[j-1], l.Software[j]
			if p.From != last.From || p.FromMonth == last.UntilMonth {
				continue
			}
			word := "leaves a gap"
			if p.FromMonth < last.UntilMonth {
				word = "overlaps"
			}
			k.issue(fmt.Sprintf("lifecycles[%d].software[%d].fromMonth", i, j), "period %q %s in month %d after %q: write %d", p.ID, word, min(p.FromMonth, last.UntilMonth), last.ID, last.UntilMonth)
		}
	}
	for i, p := range k.c.Products {
		for j, r := range p.Releases {
			var last policy.DatedPhase
			for _, n := range p.Phases {
				for _, d := range r.Phases {
					if d.Phase != n.ID || d.Until.IsZero() {
						continue
					}
					if !last.Until.IsZero() && d.Until.Before(last.Until) {
						k.remark(fmt.Sprintf("products[%d].releases[%d]", i, j), "phase %q of %q ends on %s, before %q on %s", d.Phase, r.Version, d.Until, last.Phase, last.Until)
					}
					last = d
				}
			}
		}
	}
}

// falls remarks on tariffs in which one unit more costs less.
func (k check) falls() {
	for i, l := range k.c.PriceLists {
		for j, p := range l.Prices {
			if len(p.Models()) != 1 || p.Check() != "" {
				continue
			}
			for _, f := range p.Falls(l) {
				k.remark(fmt.Sprintf("priceLists[%d].prices[%d]", i, j), "plan %q costs %d for %d units and %d for %d: buying more costs less", p.Plan, f.Costs, f.Quantity, f.Next, f.Quantity+1)
			}
		}
	}
}
