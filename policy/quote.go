package policy

import (
	"fmt"
	"slices"
)

// MaxQuantity bounds the quantity of one line.
const MaxQuantity = 1_000_000

// QuoteLine asks for a quantity of one plan.
type QuoteLine struct {
	Plan     string `json:"plan"`
	Quantity int64  `json:"quantity"`
}

// Quote is what lines cost, with everything that led to the total. The amounts
// of the counted lines add up to the subtotal, the tax bases to the subtotal,
// and base and tax to the total.
type Quote struct {
	Lines    []PricedLine `json:"lines"`
	Subtotal Yen          `json:"subtotal"`
	Tax      []TaxLine    `json:"tax"`
	Total    Yen          `json:"total"`
	Currency string       `json:"currency"`

	Reasons     []Reason `json:"reasons"`
	Remarks     []Reason `json:"remarks,omitempty"` // what the catalog tells whoever makes a quote
	Assumptions []string `json:"assumptions"`
	On          Date     `json:"on"`
	Catalog     Edition  `json:"catalog"`
}

// PricedLine is one line of a quote.
type PricedLine struct {
	Plan     string      `json:"plan"`
	Name     Text        `json:"name"`
	Quantity int64       `json:"quantity"`
	Unit     Yen         `json:"unit"`
	Amount   Yen         `json:"amount"`
	Verdict  PlanVerdict `json:"verdict"`

	// Counted is false for a line that the vendor's rules refuse: it is shown
	// with its price, and is no part of the total.
	Counted bool `json:"counted"`

	Steps   []Step   `json:"steps"`
	Reasons []Reason `json:"reasons"`
}

// TaxLine is the tax at one rate, computed once over all lines of that rate.
type TaxLine struct {
	Kind   string  `json:"kind"`
	Rate   Percent `json:"rate"`
	Base   Yen     `json:"base"`
	Amount Yen     `json:"amount"`
	Steps  []Step  `json:"steps"`
}

// Tariff is what a quote is computed from.
type Tariff struct {
	Plans []Plan
	List  PriceList
	Rates []TaxRate

	// TaxRounding is how tax becomes whole yen, once per rate and document.
	TaxRounding Rounding
}

// Quote prices lines on a day. Each plan must be one of the tariff and each
// quantity between 1 and MaxQuantity; callers check that first, so that they
// can tell a person which entry to change.
//
// Japan, consumption tax (qualified invoices): tax is rounded once per rate and
// document, not per line.
func (t Tariff) Quote(lines []QuoteLine, facts Facts, on Date) (Quote, error) {
	q := Quote{Currency: Currency, On: on, Lines: []PricedLine{}, Tax: []TaxLine{}}
	var order []string
	for _, l := range lines {
		plan, err := t.plan(l.Plan)
		if err != nil {
			return Quote{}, err
		}
		order = append(order, plan.ID)
	}
	for _, l := range lines {
		priced, err := t.price(l, facts, order)
		if err != nil {
			return Quote{}, err
		}
		if priced.Counted {
			q.Subtotal += priced.Amount
		}
		q.Lines = append(q.Lines, priced)
	}
	if q.Subtotal > MaxYen {
		return Quote{}, fmt.Errorf("sum %d is larger than %d", q.Subtotal, MaxYen)
	}
	q.Total = q.Subtotal
	q.because(t.List.Clauses.Reason(t.List.Tax.rule(), nil))
	switch rate, ok := TaxRateOn(t.Rates, t.List.Rate, on); {
	case t.List.Tax == TaxNotStated: // tax may be in the price already
	case !ok:
		q.because(Reason{Rule: RuleNoTaxRate, Basis: BasisNotStated, Params: Params{"on": DayValue(on)}})
	default:
		tax, err := t.tax(rate, q.Subtotal)
		if err != nil {
			return Quote{}, err
		}
		q.Tax = append(q.Tax, tax)
		q.Total += tax.Amount
	}
	if t.List.From.IsZero() { // the saved copy prints no first day
		q.because(t.List.Clauses.Reason(RuleListUndated, nil))
	}
	var all [][]Reason
	for _, l := range q.Lines {
		all = append(all, l.Reasons)
	}
	q.Assumptions = assumptionsOf(append(all, q.Reasons)...)
	return q, nil
}

func (q *Quote) because(r Reason) { q.Reasons = append(q.Reasons, r) }

func (t Tariff) plan(ref string) (Plan, error) {
	i := slices.IndexFunc(t.Plans, func(p Plan) bool { return p.Ref() == ref || p.ID == ref })
	if i < 0 {
		return Plan{}, fmt.Errorf("no plan %q", ref)
	}
	return t.Plans[i], nil
}

func (t Tariff) price(l QuoteLine, facts Facts, order []string) (PricedLine, error) {
	plan, err := t.plan(l.Plan)
	if err != nil {
		return PricedLine{}, err
	}
	if l.Quantity < 1 || l.Quantity > MaxQuantity {
		return PricedLine{}, fmt.Errorf("quantity %d of plan %q is not between 1 and %d", l.Quantity, l.Plan, MaxQuantity)
	}
	i := slices.IndexFunc(t.List.Prices, func(p Price) bool { return p.Plan == plan.ID })
	if i < 0 {
		return PricedLine{}, fmt.Errorf("no price for plan %q", l.Plan)
	}
	price := t.List.Prices[i]
	amount, steps, err := price.AmountOf(Usage{Quantity: l.Quantity}, t.List)
	if err != nil {
		return PricedLine{}, err
	}
	offer := OfferOf(plan, facts, order)
	line := PricedLine{
		Plan: plan.Ref(), Name: plan.Name, Quantity: l.Quantity,
		Amount: amount, Steps: steps,
		Verdict: offer.Verdict, Reasons: offer.Reasons,
		Counted: offer.Verdict != PlanNotAvailable,
	}
	if price.Unit != nil {
		line.Unit = price.Unit.Amount
	}
	return line, nil
}

func (t Tariff) tax(rate TaxRate, base Yen) (TaxLine, error) {
	exact := rate.Rate.Of(base)
	s := Step{
		Rule: RuleTaxOncePerRate, Basis: BasisStated, Exact: exact.RatString(), Citations: rate.Cite,
		Params: Params{"base": YenValue(base), "rate": TextValue(rate.Rate.String())},
	}
	var err error
	if s.Amount, err = t.TaxRounding.Yen(exact); err != nil {
		return TaxLine{}, err
	}
	if !exact.IsInt() {
		s.Rounding = t.TaxRounding
	}
	return TaxLine{Kind: rate.Kind, Rate: rate.Rate, Base: base, Amount: s.Amount, Steps: []Step{s}}, nil
}
