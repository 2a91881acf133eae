package policy

import "slices"

// Plan is one support service a customer can have.
type Plan struct {
	ID string `yaml:"id" need:"yes"`

	// Code is the vendor's short mark for the plan, such as A; links and
	// questions use it where there is one.
	Code string `yaml:"code"`

	Name    Text `yaml:"name" need:"yes"`
	Summary Text `yaml:"summary" need:"yes"`

	// Coverage is what the plan includes, in the rows of the vendor's table.
	Coverage []Cell `yaml:"coverage"`

	// Supply is what a plan adds to a customer's stock of tickets; nil for
	// plans that are not counted in tickets.
	Supply *Supply `yaml:"supply"`

	// Term is the id of the rule for how long it can be contracted; empty where
	// the policy has none.
	Term string `yaml:"term" ref:"terms"`

	// Eligibility are the conditions for having the plan. Every one counts.
	Eligibility []Requirement `yaml:"eligibility"`

	// Notes are what a customer in a certain case should know of the plan.
	Notes []Note `yaml:"notes"`

	Cite []Citation `yaml:"cite" need:"yes"`
}

// Ref is the name by which links and questions refer to the plan.
func (p Plan) Ref() string {
	if p.Code != "" {
		return p.Code
	}
	return p.ID
}

// Feature is a row of the vendor's table of plans.
type Feature struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`
}

// Cell is what one plan has in one row of the table.
type Cell struct {
	// Feature is the row of the table.
	Feature string `yaml:"feature" need:"yes" ref:"features"`

	// Has is the cell in short.
	Has  Has  `yaml:"has" need:"yes"`
	Text Text `yaml:"text"` // what the cell says, where "yes" is not all of it

	// Footnotes are the vendor's remarks to the cell.
	Footnotes []Note `yaml:"footnotes"`

	// Hours are the times the cell names, for the plans that keep some.
	Hours *Hours `yaml:"hours"`

	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite"`
}

// Has is the short form of a cell.
type Has string

const (
	HasYes       Has = "yes"
	HasNo        Has = "no"
	HasNotStated Has = "not-stated"
)

var hases = []Has{HasYes, HasNo, HasNotStated}

// OneOf lists the values a catalog may write.
func (Has) OneOf() []string { return names(hases) }

// Supply is what one unit of a ticket plan adds.
type Supply struct {
	// Role is when the plan can be bought.
	Role    SupplyRole `yaml:"role" need:"yes"`
	Months  int        `yaml:"months" need:"yes"`  // validity, from the day of purchase
	Tickets int        `yaml:"tickets" need:"yes"` // in the pool for that time

	// MinorVersions says that the plan includes downloads of minor versions
	// of an installed licence.
	MinorVersions bool `yaml:"minorVersions"`
}

// SupplyRole is when a ticket plan can be bought.
type SupplyRole string

const (
	RoleContract SupplyRole = "contract" // at any time; one at a time
	RoleAddOn    SupplyRole = "add-on"   // only under a contract
	RoleSpot     SupplyRole = "spot"     // only without a contract
)

var supplyRoles = []SupplyRole{RoleContract, RoleAddOn, RoleSpot}

// OneOf lists the values a catalog may write.
func (SupplyRole) OneOf() []string { return names(supplyRoles) }

// Requirement is one condition for having a plan.
type Requirement struct {
	ID string `yaml:"id" need:"yes"`

	// When is the test of the person's facts.
	When Condition `yaml:"when" need:"yes"`

	// Together lists plans that fulfil the requirement when they are in the
	// same order; Without lists plans that break it.
	Together []string `yaml:"together" ref:"plans"`

	// Without lists plans that break the requirement when they are in the same order.
	Without []string `yaml:"without" ref:"plans"`

	// Presumed takes the requirement as met until the person says otherwise,
	// for what goes without saying: who asks for the price of support has the
	// product.
	Presumed bool `yaml:"presumed"`

	// Otherwise is the verdict on the plan when the requirement is not met.
	Otherwise PlanVerdict `yaml:"otherwise" need:"yes"`

	Text Text `yaml:"text" need:"yes"` // the clause, in our words

	// Remedy is the smallest change that would admit the plan.
	Remedy Text `yaml:"remedy"`

	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// Note is a remark of the catalog with its clause. It changes no verdict.
type Note struct {
	// When is the case in which it applies; without one it always does.
	When        Condition  `yaml:"when"`
	Text        Text       `yaml:"text" need:"yes"`
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// notesFor returns the remarks that apply to the facts.
func notesFor(notes []Note, facts Facts) []Reason {
	out := []Reason{}
	for _, n := range notes {
		if t, _ := n.When.Holds(facts); t == True {
			out = append(out, Reason{Rule: RuleNote, Basis: n.Basis.orStated(), Assumptions: n.Assumptions, Clause: n.Text, Citations: n.Cite})
		}
	}
	return out
}

// PlanVerdict says whether a plan can be had.
type PlanVerdict string

const (
	PlanUndetermined PlanVerdict = "undetermined"  // an answer is missing; the next question settles it
	PlanAvailable    PlanVerdict = "available"     // every requirement is met
	PlanConditional  PlanVerdict = "conditional"   // together with another plan, or on a stated condition
	PlanConfirm      PlanVerdict = "confirm"       // the policy leaves it open; ask the vendor
	PlanNotAvailable PlanVerdict = "not_available" // a requirement is not met
)

// planVerdicts are in the order in which one requirement outweighs another.
var planVerdicts = []PlanVerdict{PlanNotAvailable, PlanUndetermined, PlanConfirm, PlanConditional, PlanAvailable}

// PlanVerdicts lists every verdict on a plan, the strongest refusal first.
func PlanVerdicts() []PlanVerdict { return slices.Clone(planVerdicts) }

// OneOf lists the values a catalog may write.
func (PlanVerdict) OneOf() []string {
	return names([]PlanVerdict{PlanNotAvailable, PlanConfirm, PlanConditional})
}

// Offer is the verdict on one plan.
type Offer struct {
	Plan    string      `json:"plan"` // Plan.Ref
	Name    Text        `json:"name"`
	Verdict PlanVerdict `json:"verdict"`

	// Next is the id of the question that would settle an undetermined plan.
	Next string `json:"next,omitempty"`

	Reasons []Reason `json:"reasons"`
}

// OfferOf says whether a plan can be had with the facts. The order is the ids of
// the plans bought together; nil while nothing is ordered yet, and then a plan
// that others would admit is conditional. A requirement whose facts are missing makes the
// plan undetermined, never unavailable.
func OfferOf(plan Plan, facts Facts, order []string) Offer {
	offer := Offer{Plan: plan.Ref(), Name: plan.Name, Verdict: PlanAvailable, Reasons: []Reason{}}
	for _, req := range plan.Eligibility {
		verdict, next, reason := req.judge(facts, order)
		if stronger(verdict, offer.Verdict) {
			offer.Verdict = verdict
		}
		if offer.Next == "" {
			offer.Next = next
		}
		offer.Reasons = append(offer.Reasons, reason)
	}
	if offer.Verdict != PlanUndetermined {
		offer.Next = ""
	}
	offer.Reasons = append(offer.Reasons, notesFor(plan.Notes, facts)...)
	return offer
}

func stronger(a, b PlanVerdict) bool {
	return slices.Index(planVerdicts, a) < slices.Index(planVerdicts, b)
}

func (req Requirement) judge(facts Facts, order []string) (PlanVerdict, string, Reason) {
	reason := Reason{
		Rule: RuleRequirement, Basis: req.Basis.orStated(), Assumptions: req.Assumptions,
		Clause: req.Text, Citations: req.Cite,
		Params: Params{"requirement": TextValue(req.ID)},
	}
	met, by := req.When.Holds(facts)
	if slices.ContainsFunc(order, func(id string) bool { return slices.Contains(req.Together, id) }) {
		met = True
	}
	if slices.ContainsFunc(order, func(id string) bool { return slices.Contains(req.Without, id) }) {
		met = False
	}
	if met == Unknown && req.Presumed {
		met = True
	}
	switch met {
	case True:
		return PlanAvailable, "", reason
	case False:
		reason.Rule = RuleRequirementNotMet
		verdict := req.Otherwise
		if order == nil && len(req.Together) > 0 {
			verdict = PlanConditional // it can still be ordered together with one of them
		}
		if !req.Remedy.IsZero() {
			reason.Params["remedy"] = WordsValue(req.Remedy)
		}
		return verdict, "", reason
	default:
		reason.Rule = RuleRequirementOpen
		reason.Params["questions"] = ListValue(by)
		return PlanUndetermined, by[0], reason
	}
}
