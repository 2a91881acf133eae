package policy

import "math/big"

// PriceList is a vendor's tariff: what its plans cost from a day on.
type PriceList struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// From and Until are the first and the last day of the prices; unknown
	// where the vendor prints none.
	From  Date `yaml:"from"`
	Until Date `yaml:"until"`

	Tax TaxTreatment `yaml:"tax" need:"yes"`

	// Rate is the kind of tax rate that applies, such as standard.
	Rate string `yaml:"rate"`

	Prices  []Price    `yaml:"prices" need:"yes"`
	Clauses Clauses    `yaml:"clauses" need:"yes"`
	Cite    []Citation `yaml:"cite" need:"yes"`
}

// TaxTreatment says what printed prices are, as to consumption tax.
type TaxTreatment string

const (
	TaxExclusive TaxTreatment = "exclusive" // 税別: tax comes on top
)

// OneOf lists the values a catalog may write.
func (TaxTreatment) OneOf() []string { return []string{string(TaxExclusive)} }

// Price is what one plan costs: exactly one of the models is set.
type Price struct {
	Plan string     `yaml:"plan" need:"yes"`
	Unit *UnitPrice `yaml:"unit"`
	Cite []Citation `yaml:"cite"`
}

// Step is one step of a computation that a person can follow: what was done, to
// which exact value it led, and the whole yen it was rounded to.
type Step struct {
	Rule   Rule   `json:"rule"`
	Params Params `json:"params"`

	// Exact is the value before rounding, as a fraction in lowest terms: 80000
	// or 1000/3.
	Exact string `json:"exact"`

	// Rounding is empty where the exact value is whole.
	Rounding Rounding `json:"rounding,omitempty"`
	Amount   Yen      `json:"amount"`

	Basis     Basis      `json:"basis"`
	Citations []Citation `json:"citations,omitempty"`
}

// amountOf computes what a quantity of the plan costs, with its steps.
func (p Price) amountOf(quantity int64, list PriceList) (Yen, []Step, error) {
	switch {
	case p.Unit != nil:
		return p.Unit.amountOf(quantity, list, p.Cite)
	default:
		panic("price of " + p.Plan + " has no model") // the source reader admits exactly one: a bug
	}
}

// step rounds an exact value and records how it came about.
func step(rule Rule, params Params, exact *big.Rat, rounding Rounding, list PriceList, cite []Citation) (Step, error) {
	clause := list.Clauses.Reason(rule, params)
	s := Step{Rule: rule, Params: params, Exact: exact.RatString(), Basis: clause.Basis, Citations: append(clause.Citations[:len(clause.Citations):len(clause.Citations)], cite...)}
	var err error
	if s.Amount, err = rounding.Yen(exact); err == nil && !exact.IsInt() {
		s.Rounding = rounding
	}
	return s, err
}
