package policy

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"
)

// PriceList is a vendor's tariff: what its plans cost from a day on.
type PriceList struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// From and Until are the first and the last day of the prices; unknown
	// where the vendor prints none.
	From Date `yaml:"from"`

	// Until is the last day of the prices; unknown where the vendor prints none.
	Until Date `yaml:"until"`

	// Tax says whether printed prices include consumption tax.
	Tax TaxTreatment `yaml:"tax" need:"yes"`

	// Rate is the kind of tax rate that applies, such as standard.
	Rate string `yaml:"rate" ref:"taxRates"`

	// Prices are those of the plans, one for each.
	Prices []Price `yaml:"prices" need:"yes"`

	// Clauses say where the vendor states each step of the models in use.
	Clauses Clauses    `yaml:"clauses" need:"yes"`
	Cite    []Citation `yaml:"cite" need:"yes"`
}

// TaxTreatment says what printed prices are, as to consumption tax.
type TaxTreatment string

const (
	TaxExclusive TaxTreatment = "exclusive"  // 税別: tax comes on top
	TaxInclusive TaxTreatment = "inclusive"  // 税込: tax is part of the price
	TaxNotStated TaxTreatment = "not-stated" // the vendor does not say
)

var taxTreatments = []TaxTreatment{TaxExclusive, TaxInclusive, TaxNotStated}

// OneOf lists the values a catalog may write.
func (TaxTreatment) OneOf() []string { return names(taxTreatments) }

// rule is the step that tells the treatment.
func (t TaxTreatment) rule() Rule {
	switch t {
	case TaxExclusive:
		return RuleTaxExclusive
	case TaxInclusive:
		return RuleTaxInclusive
	default:
		return RuleTaxNotStated
	}
}

// Rules lists the steps for which a price list has to cite the vendor: those of
// its prices, its tax, and its lack of a day.
func (l PriceList) Rules() []Rule {
	rules := []Rule{l.Tax.rule()}
	if l.From.IsZero() {
		rules = append(rules, RuleListUndated)
	}
	for _, p := range l.Prices {
		for _, r := range p.Rules() {
			if !slices.Contains(rules, r) {
				rules = append(rules, r)
			}
		}
	}
	return rules
}

// Price is what one plan costs: exactly one of the models is set.
type Price struct {
	// Plan is what the price is for.
	Plan string `yaml:"plan" need:"yes" ref:"plans"`

	// Flat is one price whatever the quantity.
	Flat *FlatPrice `yaml:"flat"`

	// Unit is a price for each unit.
	Unit *UnitPrice `yaml:"unit"`

	// BaseUnit is a fixed fee and a price for each unit on top.
	BaseUnit *BaseUnitPrice `yaml:"baseUnit"`

	// Package is a price for units that are sold in whole lots.
	Package *PackagePrice `yaml:"package"`

	// Bands is a price by size: the whole quantity at the prices of its band.
	Bands *BandPrice `yaml:"bands"`

	// Graduated charges each slice of the quantity at a price of its own.
	Graduated *GraduatedPrice `yaml:"graduated"`

	// Percent is a part of another amount, such as a list price.
	Percent *PercentPrice `yaml:"percent"`

	// Time is a price by the time of handling.
	Time *TimePrice `yaml:"time"`

	// OnRequest is a price that the vendor does not print.
	OnRequest *OnRequestPrice `yaml:"onRequest"`

	Cite []Citation `yaml:"cite"`
}

// Usage is what an amount is computed from. A model reads what it needs of it.
type Usage struct {
	Quantity int64   // contracts, licences, tickets or units
	Months   int     // for which a monthly fee is paid
	Minutes  []int64 // of handling, each engagement by itself
	Base     Yen     // the amount that a percentage is of
}

// model is one way of computing an amount.
type model interface {
	// rules are the steps for which a catalog has to cite the vendor.
	rules() []Rule

	// check says what is wrong with the prices of the model, or nothing.
	check() string

	// steps computes what the usage costs. The amounts of the steps that count
	// add up to the price.
	steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error)
}

// models lists the models that are set, by their keys in a catalog.
func (p Price) models() map[string]model {
	set := map[string]model{}
	if p.Flat != nil {
		set["flat"] = p.Flat
	}
	if p.Unit != nil {
		set["unit"] = p.Unit
	}
	if p.BaseUnit != nil {
		set["baseUnit"] = p.BaseUnit
	}
	if p.Package != nil {
		set["package"] = p.Package
	}
	if p.Bands != nil {
		set["bands"] = p.Bands
	}
	if p.Graduated != nil {
		set["graduated"] = p.Graduated
	}
	if p.Percent != nil {
		set["percent"] = p.Percent
	}
	if p.Time != nil {
		set["time"] = p.Time
	}
	if p.OnRequest != nil {
		set["onRequest"] = p.OnRequest
	}
	return set
}

// Models lists the keys of the models that are set; a sound price has one.
func (p Price) Models() []string { return slices.Sorted(maps.Keys(p.models())) }

func (p Price) model() model {
	for _, m := range p.models() {
		return m
	}
	panic("price of " + p.Plan + " has no model") // the source reader admits exactly one: a bug
}

// Rules lists the steps for which a catalog has to cite the vendor.
func (p Price) Rules() []Rule { return p.model().rules() }

// Check says what is wrong with the figures of the price, or nothing.
func (p Price) Check() string { return p.model().check() }

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

	Basis       Basis      `json:"basis"`
	Assumptions []string   `json:"assumptions,omitempty"`
	Citations   []Citation `json:"citations,omitempty"`
}

// AmountOf computes what the usage costs before tax, with its steps, by the
// vendor's own clauses. An error tells that the usage is not one that the price
// is for; ErrOnRequest, that the vendor has to be asked.
func (p Price) AmountOf(u Usage, list PriceList) (Yen, []Step, error) {
	steps, err := p.model().steps(u, list.Clauses.Reason)
	var sum Yen
	for i := range steps {
		steps[i].Citations = slices.Concat(steps[i].Citations, p.Cite)
		sum += steps[i].Amount
		if sum > MaxYen {
			return 0, nil, fmt.Errorf("sum is larger than %d", MaxYen)
		}
	}
	return sum, steps, err
}

// ErrOnRequest tells that the vendor prints no price for the usage.
var ErrOnRequest = errors.New("the vendor prints no price for this")

// stepOf rounds an exact value and records how it came about.
func stepOf(reason Reason, exact *big.Rat, rounding Rounding) (Step, error) {
	s := Step{
		Rule: reason.Rule, Params: reason.Params, Exact: exact.RatString(),
		Basis: reason.Basis, Assumptions: reason.Assumptions, Citations: reason.Citations,
	}
	var err error
	if s.Amount, err = rounding.Yen(exact); err == nil && !exact.IsInt() {
		s.Rounding = rounding
	}
	return s, err
}

// times is quantity times price, exactly.
func times(quantity int64, price Yen) *big.Rat {
	return new(big.Rat).Mul(price.rat(), new(big.Rat).SetInt64(quantity))
}
