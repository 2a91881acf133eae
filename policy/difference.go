package policy

import (
	"maps"
	"slices"
)

// Case is facts for which two readings of a rule come to different results.
type Case struct {
	Facts    Facts
	Old, New string
}

// maxCases is how many combinations of answers are tried at the most.
const maxCases = 50_000

// Cases tries answers to every question that the conditions name, as Witness
// does, and leaving each one open. For every pair of different results it returns
// the first facts that lead to it, without those that do not matter. All is false
// where there are too many combinations to try every one.
func Cases(questions []Question, conditions []Condition, results func(Facts) (old, new string)) (cases []Case, all bool) {
	ids, tests := testsOf(conditions)
	facts, tried := Facts{}, 0
	var try func(i int) bool
	try = func(i int) bool {
		if i < len(ids) {
			for _, answer := range append(answersTo(questions, ids[i], tests[ids[i]]), "") {
				if facts[ids[i]] = answer; answer == "" {
					delete(facts, ids[i])
				}
				if !try(i + 1) {
					return false
				}
			}
			return true
		}
		was, is := results(facts)
		if was != is && !slices.ContainsFunc(cases, func(c Case) bool { return c.Old == was && c.New == is }) {
			cases = append(cases, Case{needed(facts, results), was, is})
		}
		tried++
		return tried < maxCases
	}
	all = try(0)
	return cases, all
}

// needed returns the facts without those that the results do not depend on.
func needed(facts Facts, results func(Facts) (old, new string)) Facts {
	was, is := results(facts)
	least := maps.Clone(facts)
	for _, id := range slices.Sorted(maps.Keys(facts)) {
		delete(least, id)
		if a, b := results(least); a != was || b != is {
			least[id] = facts[id]
		}
	}
	return least
}

// Reroute is the paths that end at one outcome of a flow and at another one of
// its revision.
type Reroute struct {
	Old, New string // ids of outcomes; empty where there is no such path
	Paths    int
	Example  Trail
}

// maxPaths is how many paths of two revisions are walked at the most.
const maxPaths = 100_000

// Reroutes walks two revisions of a flow side by side, asking what either asks,
// and returns the paths that end elsewhere. The questions have the answers of both
// revisions. All is false where there are too many paths to walk every one.
func Reroutes(old, new Flow, questions []Question) (routes []Reroute, all bool) {
	answers, walked := Facts{}, 0
	var walk func(trail Trail) bool
	walk = func(trail Trail) bool {
		was, is := old.leads(answers), new.leads(answers)
		for _, open := range []Walk{is, was} {
			i := slices.IndexFunc(questions, func(q Question) bool { return q.ID == open.Question })
			if _, given := answers[open.Question]; given || i < 0 {
				continue
			}
			for _, answer := range questions[i].Answers() {
				answers[open.Question] = answer
				if !walk(append(trail[:len(trail):len(trail)], Visit{open.Step, open.Question, answer})) {
					return false
				}
			}
			delete(answers, open.Question)
			return true
		}
		if was.Outcome != is.Outcome {
			i := slices.IndexFunc(routes, func(r Reroute) bool { return r.Old == was.Outcome && r.New == is.Outcome })
			if i < 0 {
				i, routes = len(routes), append(routes, Reroute{Old: was.Outcome, New: is.Outcome, Example: trail})
			}
			routes[i].Paths++
		}
		walked++
		return walked < maxPaths
	}
	all = walk(nil)
	return routes, all
}

// leads is Follow for a flow that may have no way on; it then comes to nothing.
func (f Flow) leads(answers Facts) Walk {
	w, err := f.Follow(answers)
	if err != nil {
		return Walk{}
	}
	return w
}
