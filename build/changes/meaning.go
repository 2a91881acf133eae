package changes

import (
	"reflect"
	"slices"
	"strings"

	"madoguchi/policy"
)

// open is the result of a rule while an answer is missing.
const open = string(policy.PlanUndetermined)

// settled are the cases in which all is answered; if there are none, all cases.
func settled(cases []policy.Case) []policy.Case {
	out := slices.DeleteFunc(slices.Clone(cases), func(c policy.Case) bool { return c.Old == open || c.New == open })
	if len(out) == 0 {
		return cases
	}
	return out
}

// condition tells in which cases something now applies, and in which no longer.
func (d *differ) condition(p place, f field, old, new policy.Condition) {
	if reflect.DeepEqual(old, new) {
		return
	}
	results := map[policy.Truth]string{policy.True: "applies", policy.False: "does not", policy.Unknown: open}
	cases, all := policy.Cases(d.questions, []policy.Condition{old, new}, func(facts policy.Facts) (string, string) {
		was, _ := old.Holds(facts)
		is, _ := new.Holds(facts)
		return results[was], results[is]
	})
	var with, without string
	for _, c := range settled(cases) {
		switch results[policy.True] {
		case c.New:
			with = d.with(c)
		case c.Old:
			without = d.with(c)
		}
	}
	if cases != nil || !all {
		d.line(p, d.say.applies(d.wordOf(f), with, without))
	}
}

// with is the answers of a case, in the order of the questions.
func (d *differ) with(c policy.Case) string {
	var trail policy.Trail
	for _, q := range d.questions {
		if answer, ok := c.Facts[q.ID]; ok {
			trail = append(trail, policy.Visit{Question: q.ID, Answer: answer})
		}
	}
	return d.say.with(d.answers(trail), c.Old == open || c.New == open)
}

func (d *differ) answers(trail policy.Trail) string {
	var out []string
	for _, v := range trail {
		question, answer := d.word(v.Question), valueIn(d.w, v.Question, v.Answer)
		for _, q := range d.questions {
			if q.ID == v.Question && !q.Text.IsZero() {
				question = d.w.In(q.Text)
				for _, o := range q.Options {
					if o.ID == v.Answer {
						answer = d.w.In(o.Text)
					}
				}
			}
		}
		if v.Answer == policy.DontKnow {
			answer = d.w.DontKnow
		}
		out = append(out, d.say.named(d.say.quote(question), answer))
	}
	return strings.Join(out, d.say.comma)
}

// requirement tells what a requirement that is new, gone or tested otherwise does
// to the verdict on its plan, all else being as it was.
func (d *differ) requirement(p, here place, e pair) {
	if e.both() && reflect.DeepEqual(e.old.Interface(), e.new.Interface()) {
		return
	}
	before := d.old.plan
	after := before
	after.Eligibility = slices.Clone(before.Eligibility)
	var was, is []policy.Requirement
	if e.old.IsValid() {
		was = []policy.Requirement{e.old.Interface().(policy.Requirement)}
	}
	if e.new.IsValid() {
		is = []policy.Requirement{e.new.Interface().(policy.Requirement)}
	}
	after.Eligibility = slices.Replace(after.Eligibility, e.was, e.was+len(was), is...)
	verdicts := d.offers(before, after)
	if verdicts == "" { // another requirement decides in any case
		verdicts = d.offers(policy.Plan{Eligibility: was}, policy.Plan{Eligibility: is})
	}
	switch name := d.say.named(here.kind, here.name); {
	case was == nil:
		d.line(p, d.say.added(name, verdicts))
	case is == nil:
		d.line(p, d.say.removed(name, verdicts))
	case verdicts != "":
		d.line(here, verdicts)
	}
}

// offers tells for which facts the verdicts on two revisions of a plan differ: while
// nothing is ordered; where they do for none then, when it is ordered by itself, or
// together with a plan that its requirements name.
func (d *differ) offers(before, after policy.Plan) string {
	orders := [][]string{nil, {}}
	var conditions []policy.Condition
	for _, r := range slices.Concat(before.Eligibility, after.Eligibility) {
		conditions = append(conditions, r.When)
		for _, id := range slices.Concat(r.Together, r.Without) {
			orders = append(orders, []string{id})
		}
	}
	for _, order := range orders {
		cases, _ := policy.Cases(d.questions, conditions, func(facts policy.Facts) (string, string) {
			return string(policy.OfferOf(before, facts, order).Verdict), string(policy.OfferOf(after, facts, order).Verdict)
		})
		var out []string
		for _, c := range settled(cases) {
			said := d.with(c)
			if order != nil {
				other := d.scalar(d.new, keyOf[policy.Scope]("plans"), reflect.ValueOf(order))
				said = d.say.ordered(other(d.w)) + d.say.comma + said
			}
			out = append(out, said+d.say.colon+d.w.PlanVerdict[policy.PlanVerdict(c.Old)]+" → "+d.w.PlanVerdict[policy.PlanVerdict(c.New)])
		}
		if out != nil {
			return strings.Join(out, d.say.period)
		}
	}
	return ""
}

// release tells everything about one row of a version table on one line: what it
// says, what that makes of its version, and of what to update to.
func (d *differ) release(p, here place, e pair) {
	var versions []policy.Label
	for _, r := range []reflect.Value{e.old, e.new} {
		if r.IsValid() && !slices.Contains(versions, r.Interface().(policy.Release).Version) {
			versions = append(versions, r.Interface().(policy.Release).Version)
		}
	}
	var parts []string
	switch name := d.say.named(here.kind, here.name); {
	case !e.new.IsValid():
		parts = []string{d.say.removed(name, d.detail(d.old, e.old))}
	case !e.old.IsValid():
		parts = []string{d.say.added(name, d.detail(d.new, e.new))}
	default:
		p = here
		told := d.lines
		d.lines = nil
		d.fields(place{}, e.old, e.new)
		parts, d.lines = d.lines, told
		if parts == nil {
			return
		}
	}
	var verdicts []string
	for _, v := range versions {
		verdicts = append(verdicts, string(v)+" "+d.verdict(v))
	}
	parts = append(parts, d.say.asOf(d.w.Day(d.on), strings.Join(verdicts, d.say.comma)))
	for _, v := range d.unchanged() {
		was, is := d.support(v)
		if a, b := was.Recommended, is.Recommended; a != b && a != "" && b != "" && (slices.Contains(versions, a) || slices.Contains(versions, b)) {
			parts = append(parts, d.word("recommended")+" "+string(a)+" → "+string(b))
			break
		}
	}
	d.line(p, strings.Join(parts, d.say.period))
}

// support is the answer on a version of the product that is being compared.
func (d *differ) support(v policy.Label) (was, is policy.VersionAnswer) {
	answer := func(s *side) policy.VersionAnswer {
		var rule policy.VersionRule
		for _, r := range s.VersionRules {
			if r.ID == s.product.Rule {
				rule = r
			}
		}
		return policy.SupportOf(rule, policy.LifecycleRule{}, s.product, policy.VersionCase{Typed: string(v), On: d.on})
	}
	return answer(d.old), answer(d.new)
}

// verdict is what the answers on a version come to, with the time that is left.
func (d *differ) verdict(v policy.Label) string {
	was, is := d.support(v)
	in := func(a policy.VersionAnswer) string {
		if a.Verdict != policy.VerdictGrace {
			return d.w.Verdict[a.Verdict]
		}
		return d.w.Verdict[a.Verdict] + d.say.comma + d.w.DeadlineLabel(false) + " " + d.w.Day(a.Deadline)
	}
	if in(was) == in(is) {
		return in(is)
	}
	return in(was) + " → " + in(is)
}

// unchanged lists the versions whose row is the same in both tables.
func (d *differ) unchanged() []policy.Label {
	var out []policy.Label
	for _, r := range d.new.product.Releases {
		r.Cite = nil
		if slices.ContainsFunc(d.old.product.Releases, func(o policy.Release) bool {
			o.Cite = nil
			return reflect.DeepEqual(o, r)
		}) {
			out = append(out, r.Version)
		}
	}
	return out
}

// verdicts tells what a change of the rule for versions, or of the product, makes
// of versions whose rows are the same.
func (d *differ) verdicts(p place) {
	var verdicts []string
	versions := map[string][]string{}
	for _, v := range d.unchanged() {
		if was, is := d.support(v); was.Verdict != is.Verdict || was.Deadline != is.Deadline {
			said := d.verdict(v)
			if versions[said] == nil {
				verdicts = append(verdicts, said)
			}
			versions[said] = append(versions[said], string(v))
		}
	}
	for _, said := range verdicts {
		d.line(p, d.say.asOf(d.w.Day(d.on), d.w.Join(versions[said])+" "+said))
	}
}

// flow tells what a triage asks now, and which of its paths end elsewhere.
func (d *differ) flow(p place, old, new policy.Flow) {
	if reflect.DeepEqual(old, new) && reflect.DeepEqual(d.old.Questions, d.new.Questions) {
		return
	}
	asked := func(f policy.Flow) reflect.Value {
		var ids []string
		for _, s := range f.Steps {
			if !slices.Contains(ids, s.Question) {
				ids = append(ids, s.Question)
			}
		}
		return reflect.ValueOf(ids)
	}
	d.set(p, keyOf[policy.Ask]("ask"), asked(old), asked(new))

	end := func(f policy.Flow, id string) string {
		o, _ := f.Outcome(id)
		return quoted(o.Title)(d.w)
	}
	routes, all := policy.Reroutes(old, new, d.questions)
	for _, r := range routes {
		d.line(p, d.say.rerouted(r.Paths, end(old, r.Old), end(new, r.New), d.answers(r.Example)))
	}
	if !all && !reflect.DeepEqual(old, new) {
		d.line(p, d.say.tooManyPaths)
	}
}

// precedence tells what another order of scope lists decides, since the first
// clause that applies does. Only lists of both revisions count: what the others
// say is told with them.
func (d *differ) precedence(old, new []policy.Scope) {
	place := func(s policy.Scope) int {
		return slices.IndexFunc(new, func(o policy.Scope) bool { return o.ID == s.ID })
	}
	kept := slices.DeleteFunc(slices.Clone(old), func(s policy.Scope) bool { return place(s) < 0 })
	byNew := func(a, b policy.Scope) int { return place(a) - place(b) }
	if slices.IsSortedFunc(kept, byNew) {
		return
	}
	moved := slices.SortedFunc(slices.Values(kept), byNew)
	for _, plan := range d.old.Plans {
		for _, topic := range d.old.Topics {
			clauses := func(scopes []policy.Scope) (out []policy.ScopeClause) {
				for _, s := range scopes {
					for _, c := range s.Clauses {
						if slices.Contains(s.Plans, plan.ID) && slices.Contains(c.Topics, topic.ID) {
							out = append(out, c)
						}
					}
				}
				return out
			}
			decision := func(clauses []policy.ScopeClause, facts policy.Facts) string {
				for _, c := range clauses {
					if t, _ := c.When.Holds(facts); t == policy.True {
						return d.say.named(valueIn(d.w, "ScopeVerdict", string(c.Verdict)), valueIn(d.w, "Ticket", string(c.Ticket)))
					}
				}
				return valueIn(d.w, "ScopeVerdict", string(policy.ScopeNotListed))
			}
			before, after := clauses(kept), clauses(moved)
			var conditions []policy.Condition
			for _, c := range before {
				conditions = append(conditions, c.When)
			}
			cases, _ := policy.Cases(d.questions, conditions, func(facts policy.Facts) (string, string) {
				return decision(before, facts), decision(after, facts)
			})
			var out []string
			for _, c := range cases {
				out = append(out, d.with(c)+d.say.colon+c.Old+" → "+c.New)
			}
			if out != nil {
				where := d.ref(d.old, "plans", plan.ID)(d.w) + d.say.comma + d.ref(d.old, "topics", topic.ID)(d.w)
				d.lines = append(d.lines, where+d.say.colon+strings.Join(out, d.say.period))
			}
		}
	}
}
