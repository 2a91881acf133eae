package policy

import "slices"

// Notice is something that changes what a customer should do: a disclaimer, a
// duty, a warning.
type Notice struct {
	ID string `yaml:"id" need:"yes"`

	// Jobs are the pages on which it is told.
	Jobs []Job `yaml:"jobs" need:"yes"`

	// When is the case in which it is told; without one, always.
	When        Condition  `yaml:"when"`
	Text        Text       `yaml:"text" need:"yes"`
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// Job is one of the four things a customer comes for.
type Job string

const (
	JobVersion Job = "version"
	JobPlan    Job = "plan"
	JobQuote   Job = "quote"
	JobTriage  Job = "triage"
)

// OneOf lists the values a catalog may write.
func (Job) OneOf() []string { return names([]Job{JobVersion, JobPlan, JobQuote, JobTriage}) }

// Gap is something that a customer would ask and the policy does not say.
type Gap struct {
	ID string `yaml:"id" need:"yes"`

	// Jobs are the pages on which it is told.
	Jobs []Job `yaml:"jobs" need:"yes"`
	Text Text  `yaml:"text" need:"yes"`

	// Ask is the channel at which to ask instead.
	Ask string `yaml:"ask" ref:"channels"`

	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// RemarksFor are what is told to whoever comes for a job: the notices whose case
// holds, then what is not stated.
func RemarksFor(notices []Notice, gaps []Gap, job Job, facts Facts) []Reason {
	var out []Reason
	for _, n := range notices {
		if t, _ := n.When.Holds(facts); t == True && slices.Contains(n.Jobs, job) {
			out = append(out, Reason{Rule: RuleNote, Basis: n.Basis.orStated(), Assumptions: n.Assumptions, Clause: n.Text, Citations: n.Cite})
		}
	}
	for _, g := range gaps {
		if slices.Contains(g.Jobs, job) {
			out = append(out, Reason{Rule: RuleNote, Basis: BasisNotStated, Assumptions: g.Assumptions, Clause: g.Text, Citations: g.Cite})
		}
	}
	return out
}
