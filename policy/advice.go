package policy

import "slices"

// Advice is a recommendation that the vendor itself publishes for a kind of
// customer. It is shown for what it is, beside what is cheapest.
type Advice struct {
	ID string `yaml:"id" need:"yes"`

	// Case is the kind of customer, as the vendor describes it.
	Case Text `yaml:"case" need:"yes"`

	// When is the case in terms of facts.
	When Condition `yaml:"when" need:"yes"`

	// Plans are those recommended.
	Plans []string   `yaml:"plans" need:"yes" ref:"plans"`
	Basis Basis      `yaml:"basis"`
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// AdviceGiven is published advice for the case at hand.
type AdviceGiven struct {
	ID    string   `json:"id"`
	Case  Text     `json:"case"`
	Plans []string `json:"plans"`

	// Agrees says that a plan of the cheapest cover is among those advised.
	Agrees bool `json:"agrees"`

	Basis     Basis      `json:"basis"`
	Citations []Citation `json:"citations"`
}

// Facts that follow from a demand, for conditions to use.
const (
	FactDemandShape = "demand-shape" // none, falling, or other
	FactDemandPeak  = "demand-peak"  // tickets in the busiest year
)

// demandQuestions describe the facts that follow from a demand.
var demandQuestions = []Question{
	{ID: FactDemandShape, Kind: KindChoice, Options: []Option{{ID: "none"}, {ID: "falling"}, {ID: "other"}}},
	{ID: FactDemandPeak, Kind: KindNumber},
}

// DemandQuestions lists the facts that follow from a demand, so that conditions
// on them can be checked like any other.
func DemandQuestions() []Question { return slices.Clone(demandQuestions) }

// Facts returns what follows from the demand: no tickets at all, fewer and never
// more from year to year, or anything else; and the busiest year.
func (d Demand) Facts() Facts {
	if len(d) == 0 {
		return nil
	}
	shape := "other"
	falling := d[len(d)-1] < d[0]
	for i := 1; i < len(d); i++ {
		falling = falling && d[i] <= d[i-1]
	}
	switch peak := slices.Max(d); {
	case peak == 0:
		shape = "none"
	case falling:
		shape = "falling"
	}
	return Facts{FactDemandShape: shape, FactDemandPeak: NumberValue(int64(slices.Max(d))).Text()}
}
