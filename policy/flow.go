package policy

import (
	"fmt"
	"slices"
	"strings"
)

// Flow is a first-line triage: questions in an order that depends on the
// answers, every path of which ends in an outcome.
type Flow struct {
	ID      string `yaml:"id" need:"yes"`
	Title   Text   `yaml:"title" need:"yes"`
	Summary Text   `yaml:"summary" need:"yes"`

	// Start is the id of the first step.
	Start string `yaml:"start" need:"yes"`

	// Steps put the questions.
	Steps []Ask `yaml:"steps" need:"yes"`

	// Decisions lead on by several answers at once.
	Decisions []Decision `yaml:"decisions"`

	// Outcomes are where paths end.
	Outcomes []Outcome `yaml:"outcomes" need:"yes"`

	// Findings are what the answers show, whatever the outcome: each one whose
	// condition holds is told.
	Findings []Note `yaml:"findings"`

	Cite []Citation `yaml:"cite" need:"yes"`
}

// Ask is a step that puts a question.
type Ask struct {
	ID string `yaml:"id" need:"yes"`

	// Question is what is asked; a choice.
	Question string `yaml:"ask" need:"yes" ref:"questions"`

	// Next leads on; every answer stands in exactly one branch.
	Next []Branch `yaml:"next" need:"yes"`
}

// Branch leads on for some answers of a step's question.
type Branch struct {
	// In are the answers.
	In []string `yaml:"in" need:"yes"`
	To string   `yaml:"to" need:"yes"` // a step, a decision or an outcome
}

// Decision leads on by all answers given so far. For every path that comes to
// it exactly one row holds.
type Decision struct {
	ID string `yaml:"id" need:"yes"`

	// Rows are tested against all answers so far.
	Rows []Row `yaml:"rows" need:"yes"`
}

// Row is one row of a decision.
type Row struct {
	// When the row holds.
	When Condition `yaml:"when" need:"yes"`

	// To is a step, a decision or an outcome.
	To string `yaml:"to" need:"yes"`
}

// Outcome is where a path ends: whom to ask, what to prepare, what to do next.
type Outcome struct {
	ID    string `yaml:"id" need:"yes"`
	Title Text   `yaml:"title" need:"yes"`
	Text  Text   `yaml:"text" need:"yes"`

	// Channel is whom to ask.
	Channel string `yaml:"channel" need:"yes" ref:"channels"`

	// Procedure is what follows, step by step; empty where there is none.
	Procedure string `yaml:"procedure" ref:"procedures"`

	// Then are the next things to do, in order.
	Then []Note `yaml:"then" need:"yes"`

	// Prepare are ids of the information to have at hand.
	Prepare []string `yaml:"prepare" need:"yes" ref:"information"`

	// Outside is what this way does not include.
	Outside []Note `yaml:"outside"`

	// Subject is the subject of the request.
	Subject Text `yaml:"subject" need:"yes"`

	Cite []Citation `yaml:"cite" need:"yes"`
}

// Information is something a request should contain.
type Information struct {
	ID   string `yaml:"id" need:"yes" json:"id"`
	Name Text   `yaml:"name" need:"yes" json:"name"`

	// Where says where to find it, Example how it looks.
	Where Text `yaml:"where" json:"where,omitzero"`

	// Example is how it looks.
	Example Text `yaml:"example" json:"example,omitzero"`

	// Personal marks what must not leave the machine in a link.
	Personal bool `yaml:"personal" json:"personal,omitempty"`

	Basis Basis      `yaml:"basis" json:"basis,omitempty"`
	Cite  []Citation `yaml:"cite" need:"yes" json:"citations"`
}

// Visit is a step of a flow with the answer given there.
type Visit struct {
	Step     string `json:"step"`
	Question string `json:"question"`
	Answer   string `json:"answer"`
}

// Trail is the steps taken so far, in order.
type Trail []Visit

// String is the answers of a trail on one line.
func (t Trail) String() string {
	out := make([]string, len(t))
	for i, v := range t {
		out[i] = v.Question + "=" + v.Answer
	}
	return strings.Join(out, " ")
}

// Answers are the facts a trail establishes.
func (t Trail) Answers() Facts {
	facts := Facts{}
	for _, v := range t {
		facts[v.Question] = v.Answer
	}
	return facts
}

// Walk is how far the answers lead through a flow.
type Walk struct {
	Path Trail

	// Step is the one whose question is open; empty at an outcome.
	Step     string
	Question string

	// Outcome is the id of the outcome reached, or empty.
	Outcome string

	// Longest is the number of questions still to come on the longest way
	// on, the open one included.
	Longest int
}

// Follow walks the flow with the answers as far as they lead. Answers to
// questions that are not on the way are left aside. A flow that passed Check
// always comes to an open question or an outcome; in another one a missing way
// on is an error.
func (f Flow) Follow(answers Facts) (Walk, error) {
	var w Walk
	known := Facts{}
	for at, hops := f.Start, 0; ; hops++ {
		if hops > f.size() {
			return w, fmt.Errorf("flow %q goes round in a circle at %q", f.ID, at)
		}
		if slices.ContainsFunc(f.Outcomes, func(o Outcome) bool { return o.ID == at }) {
			w.Outcome = at
			return w, nil
		}
		if d, ok := f.decision(at); ok {
			to, err := d.choose(known)
			if err != nil {
				return w, fmt.Errorf("flow %q: %w", f.ID, err)
			}
			at = to
			continue
		}
		ask, ok := f.step(at)
		if !ok {
			return w, fmt.Errorf("flow %q has nothing with id %q", f.ID, at)
		}
		answer, given := answers[ask.Question]
		to, leads := ask.to(answer)
		if !given || !leads {
			w.Step, w.Question, w.Longest = ask.ID, ask.Question, f.longest(at, map[string]int{})
			return w, nil
		}
		known[ask.Question] = answer
		w.Path = append(w.Path, Visit{ask.ID, ask.Question, answer})
		at = to
	}
}

func (f Flow) size() int { return len(f.Steps) + len(f.Decisions) + len(f.Outcomes) }

func (f Flow) step(id string) (Ask, bool) {
	i := slices.IndexFunc(f.Steps, func(s Ask) bool { return s.ID == id })
	if i < 0 {
		return Ask{}, false
	}
	return f.Steps[i], true
}

func (f Flow) decision(id string) (Decision, bool) {
	i := slices.IndexFunc(f.Decisions, func(d Decision) bool { return d.ID == id })
	if i < 0 {
		return Decision{}, false
	}
	return f.Decisions[i], true
}

// Outcome returns the outcome with an id.
func (f Flow) Outcome(id string) (Outcome, bool) {
	i := slices.IndexFunc(f.Outcomes, func(o Outcome) bool { return o.ID == id })
	if i < 0 {
		return Outcome{}, false
	}
	return f.Outcomes[i], true
}

func (a Ask) to(answer string) (string, bool) {
	for _, b := range a.Next {
		if slices.Contains(b.In, answer) {
			return b.To, true
		}
	}
	return "", false
}

// choose returns where the one row that holds leads to.
func (d Decision) choose(facts Facts) (string, error) {
	var to []string
	for _, r := range d.Rows {
		if t, _ := r.When.Holds(facts); t == True {
			to = append(to, r.To)
		}
	}
	switch len(to) {
	case 1:
		return to[0], nil
	case 0:
		return "", fmt.Errorf("decision %q has no row for these answers", d.ID)
	default:
		return "", fmt.Errorf("decision %q has %d rows for these answers", d.ID, len(to))
	}
}

// ways lists where a step or decision can lead.
func (f Flow) ways(id string) []string {
	var out []string
	if s, ok := f.step(id); ok {
		for _, b := range s.Next {
			out = append(out, b.To)
		}
	}
	if d, ok := f.decision(id); ok {
		for _, r := range d.Rows {
			out = append(out, r.To)
		}
	}
	return out
}

// longest counts the questions on the longest way on from a place of a flow
// without circles.
func (f Flow) longest(id string, known map[string]int) int {
	if n, ok := known[id]; ok {
		return n
	}
	known[id] = 0 // a circle would otherwise never end
	n := 0
	for _, to := range f.ways(id) {
		n = max(n, f.longest(to, known))
	}
	if _, ok := f.step(id); ok {
		n++
	}
	known[id] = n
	return n
}

// Defect is something wrong with a flow, and the answers that show it.
type Defect struct {
	Kind DefectKind

	// At is the id of the step, decision or outcome, Detail what is wrong with
	// it: the id or the answers concerned.
	At     string
	Detail string

	// Row is the number of the row, from 0, of a shadowed one.
	Row int

	// Witness are the answers that lead there.
	Witness Trail
}

// DefectKind names what can be wrong with a flow.
type DefectKind string

const (
	DefectMissing     DefectKind = "missing"     // leads to an id that does not exist
	DefectDeadEnd     DefectKind = "dead-end"    // an answer leads nowhere
	DefectGap         DefectKind = "gap"         // no row of a decision holds
	DefectOverlap     DefectKind = "overlap"     // several rows of a decision hold
	DefectUnreachable DefectKind = "unreachable" // no answers lead there
	DefectCycle       DefectKind = "cycle"       // leads back to itself
	DefectTwice       DefectKind = "twice"       // two branches take the same answer
	DefectShadowed    DefectKind = "shadowed"    // no path chooses a row of a decision
)

// Check walks every path of the flow and returns what is wrong with it. The
// questions are those of the vendor; a step may only ask choices.
func (f Flow) Check(questions []Question) []Defect {
	c := newFlowCheck(f, questions)
	c.visit(f.Start, nil, nil)
	for _, d := range f.Decisions {
		for i, r := range d.Rows {
			if c.reached[d.ID] && !c.chosen[d.ID][i] {
				c.report(Defect{Kind: DefectShadowed, At: d.ID, Row: i, Detail: r.To})
			}
		}
	}
	var ids []string
	for _, s := range f.Steps {
		ids = append(ids, s.ID)
	}
	for _, d := range f.Decisions {
		ids = append(ids, d.ID)
	}
	for _, o := range f.Outcomes {
		ids = append(ids, o.ID)
	}
	for _, id := range ids {
		if !c.reached[id] {
			c.report(Defect{Kind: DefectUnreachable, At: id})
		}
	}
	return c.defects
}

// Path is one complete way through a flow.
type Path struct {
	Trail
	Outcome string
}

// String is the path on one line, as golden files list it.
func (p Path) String() string { return p.Trail.String() + " → " + p.Outcome }

// Paths lists every way through the flow, in the order of the answers.
func (f Flow) Paths(questions []Question) []Path {
	c := newFlowCheck(f, questions)
	c.visit(f.Start, nil, nil)
	return c.paths
}

type flowCheck struct {
	flow      Flow
	questions []Question
	reached   map[string]bool
	chosen    map[string]map[int]bool // rows of decisions that some path chooses
	defects   []Defect
	paths     []Path
}

func newFlowCheck(f Flow, questions []Question) *flowCheck {
	return &flowCheck{flow: f, questions: questions, reached: map[string]bool{}, chosen: map[string]map[int]bool{}}
}

func (c *flowCheck) report(d Defect) {
	same := func(e Defect) bool { return e.Kind == d.Kind && e.At == d.At && e.Detail == d.Detail && e.Row == d.Row }
	if !slices.ContainsFunc(c.defects, same) { // the first witness is enough
		c.defects = append(c.defects, d)
	}
}

func (c *flowCheck) visit(at string, path Trail, trail []string) {
	if slices.Contains(trail, at) {
		c.report(Defect{Kind: DefectCycle, At: at, Detail: strings.Join(append(trail[slices.Index(trail, at):], at), " → "), Witness: path})
		return
	}
	trail = append(trail[:len(trail):len(trail)], at)
	if _, ok := c.flow.Outcome(at); ok {
		c.reached[at] = true
		c.paths = append(c.paths, Path{path, at})
		return
	}
	if d, ok := c.flow.decision(at); ok {
		c.reached[at] = true
		c.decide(d, path, trail)
		return
	}
	ask, ok := c.flow.step(at)
	if !ok {
		from := c.flow.Start
		if len(trail) > 1 {
			from = trail[len(trail)-2]
		}
		c.report(Defect{Kind: DefectMissing, At: from, Detail: at, Witness: path})
		return
	}
	c.reached[at] = true
	i := slices.IndexFunc(c.questions, func(q Question) bool { return q.ID == ask.Question })
	if i < 0 {
		return // the source reader reports questions that do not exist
	}
	answers := c.questions[i].Answers()
	if j := slices.IndexFunc(path, func(v Visit) bool { return v.Question == ask.Question }); j >= 0 {
		answers = []string{path[j].Answer} // asked before on this path
	}
	for _, answer := range answers {
		var to []string
		for _, b := range ask.Next {
			if slices.Contains(b.In, answer) {
				to = append(to, b.To)
			}
		}
		here := append(path[:len(path):len(path)], Visit{ask.ID, ask.Question, answer})
		switch len(to) {
		case 0:
			c.report(Defect{Kind: DefectDeadEnd, At: at, Detail: answer, Witness: here})
		case 1:
			c.visit(to[0], here, trail)
		default:
			c.report(Defect{Kind: DefectTwice, At: at, Detail: answer, Witness: here})
		}
	}
}

func (c *flowCheck) decide(d Decision, path Trail, trail []string) {
	facts := path.Answers()
	var to []string
	if c.chosen[d.ID] == nil {
		c.chosen[d.ID] = map[int]bool{}
	}
	for i, r := range d.Rows {
		if t, _ := r.When.Holds(facts); t == True {
			to = append(to, r.To)
			c.chosen[d.ID][i] = true
		}
	}
	switch len(to) {
	case 0:
		c.report(Defect{Kind: DefectGap, At: d.ID, Witness: path})
	case 1:
		c.visit(to[0], path, trail)
	default:
		c.report(Defect{Kind: DefectOverlap, At: d.ID, Detail: strings.Join(to, ", "), Witness: path})
	}
}
