package data

import (
	"fmt"
	"slices"
	"strings"

	"madoguchi/data/zone"
	"madoguchi/policy"
)

// VersionQuestion asks whether a version is supported.
type VersionQuestion struct {
	Vendor  string
	Product string // as typed
	Version string // as typed
	On      policy.Date

	// Days are those that the life cycle of the unit is counted from.
	Days policy.SaleDays

	// HotfixWithheld says that a hotfix was handed over and is not applied.
	HotfixWithheld bool
}

// VersionAnswer says whether the version of the product is supported on the day.
// A product that the vendor does not have, or a name that fits several, gives an
// answer with candidates and no guess.
func (s *Store) VersionAnswer(q VersionQuestion) policy.VersionAnswer {
	product, ok := s.ProductNamed(q.Vendor, q.Product)
	var a policy.VersionAnswer
	if ok {
		rule := s.VersionRuleOf(q.Vendor, product)
		a = policy.SupportOf(rule, s.LifecycleOf(q.Vendor, product), product, policy.VersionCase{
			Typed: q.Version, On: q.On, Days: q.Days, HotfixWithheld: q.HotfixWithheld,
		})
		if v, err := policy.ParseVersion(q.Version); err == nil && a.Verdict == policy.VerdictUnconfirmed {
			a.ListedFor = s.ReleasedAs(q.Vendor, product.ID, v)
		}
		if len(a.ListedFor) > 0 {
			a.Reasons = append(a.Reasons, policy.Reason{
				Rule: policy.RuleListedElsewhere, Basis: policy.BasisStated,
				Params: policy.Params{"version": policy.TextValue(string(a.Version)), "products": policy.ListValue(productNames(a.ListedFor))},
			})
		}
	} else {
		a = policy.UnknownProduct(q.Product, q.Version, q.On)
		for _, p := range s.ProductsLike(q.Vendor, q.Product) {
			a.Candidates = append(a.Candidates, policy.ProductName{ID: p.ID, Name: p.Name})
		}
		if a.Candidates != nil {
			a.Reasons[0].Rule = policy.RuleProductCandidates
		}
	}
	a.Remarks = s.RemarksOn(q.Vendor, policy.JobVersion, nil)
	a.Catalog = s.EditionOf(q.Vendor)
	return a
}

// RemarksOn are what a vendor's catalog tells everybody who comes for a job: the
// notices that apply to the facts, then what the policy does not state.
func (s *Store) RemarksOn(vendor string, job policy.Job, facts policy.Facts) []policy.Reason {
	return policy.RemarksFor(s.NoticesOf(vendor), s.GapsOf(vendor), job, facts)
}

// LogQuestion asks which releases of a log are supported by a vendor's rule.
type LogQuestion struct {
	Vendor   string
	Releases []policy.LogEntry
	On       policy.Date
}

// LogAnswer says which releases of a log are supported. A vendor without a rule
// for numbered releases, or an entry that cannot be read, is an error.
func (s *Store) LogAnswer(q LogQuestion) (policy.LogAnswer, error) {
	for _, rule := range s.VersionRulesOf(q.Vendor) {
		if rule.Model == policy.ModelLargestBugfix {
			a, err := policy.SupportedOf(rule, q.Releases, q.On)
			a.Catalog = s.EditionOf(q.Vendor)
			return a, err
		}
	}
	return policy.LogAnswer{}, fmt.Errorf("vendor %q has no rule by which releases push each other out", q.Vendor)
}

func productNames(ps []policy.ProductName) []string {
	out := make([]string, len(ps))
	for i, p := range ps {
		out[i] = p.Name
	}
	return out
}

// Place is a product found by a pasted text, with what is left of the text: a
// version, usually.
type Place struct {
	Vendor  string
	Product policy.Product
	Rest    string
}

// Locate finds a product in what a person pasted, such as "NetNebulas2 DHCP
// 3.34.3", over all vendors. The longest beginning that names a product counts.
// Where none does, the second result lists products that may be meant.
func (s *Store) Locate(pasted string) (found []Place, candidates []Place) {
	words := strings.Fields(policy.Narrow(pasted))
	for _, vendor := range s.vendors {
		for n := len(words); n > 0; n-- {
			if p, ok := s.ProductNamed(vendor, strings.Join(words[:n], " ")); ok {
				found = append(found, Place{vendor, p, strings.Join(words[n:], " ")})
				break
			}
		}
	}
	if found != nil {
		return found, nil
	}
	for _, vendor := range s.vendors {
		for n := len(words); n > 0; n-- {
			like := s.ProductsLike(vendor, strings.Join(words[:n], " "))
			for _, p := range like {
				candidates = append(candidates, Place{vendor, p, strings.Join(words[n:], " ")})
			}
			if like != nil {
				break
			}
		}
	}
	return nil, candidates
}

// tariff gathers what quotes of a vendor are computed from. The second result is
// false for a vendor that publishes no price in force on the day.
func (s *Store) tariff(vendor string, on policy.Date) (policy.Tariff, bool) {
	list, ok := s.PriceListOn(vendor, on)
	if !ok {
		return policy.Tariff{}, false
	}
	rates, rounding := s.TaxRates()
	return policy.Tariff{Plans: s.PlansOf(vendor), List: list, Rates: rates, TaxRounding: rounding}, true
}

// HasPrices reports whether the vendor publishes any prices.
func (s *Store) HasPrices(vendor string) bool {
	return len(all[policy.PriceList](s, tablePriceList, vendor)) > 0
}

// PricedPlans lists the plans with a price in force on a day.
func (s *Store) PricedPlans(vendor string, on policy.Date) []policy.Plan {
	list, _ := s.PriceListOn(vendor, on)
	var out []policy.Plan
	for _, p := range s.PlansOf(vendor) {
		if slices.ContainsFunc(list.Prices, func(x policy.Price) bool { return x.Plan == p.ID }) {
			out = append(out, p)
		}
	}
	return out
}

// QuoteQuestion asks what lines cost.
type QuoteQuestion struct {
	Vendor string
	Lines  []policy.QuoteLine
	Facts  policy.Facts
	On     policy.Date
}

// QuoteAnswer prices the lines. A plan that the vendor has not, one without a
// price, or a quantity out of bounds is an error that names it.
func (s *Store) QuoteAnswer(q QuoteQuestion) (policy.Quote, error) {
	t, ok := s.tariff(q.Vendor, q.On)
	if !ok {
		return policy.Quote{}, fmt.Errorf("vendor %q publishes no prices: ask it for a quotation", q.Vendor)
	}
	lines := make([]policy.QuoteLine, len(q.Lines))
	for i, l := range q.Lines {
		p, ok := s.PlanNamed(q.Vendor, l.Plan)
		if !ok {
			return policy.Quote{}, fmt.Errorf("vendor %q has no plan %q: write one of %s", q.Vendor, l.Plan, strings.Join(refs(s.PricedPlans(q.Vendor, q.On)), ", "))
		}
		lines[i] = policy.QuoteLine{Plan: p.Ref(), Quantity: l.Quantity}
	}
	quote, err := t.Quote(lines, q.Facts, q.On)
	quote.Remarks = s.RemarksOn(q.Vendor, policy.JobQuote, q.Facts)
	quote.Catalog = s.EditionOf(q.Vendor)
	return quote, err
}

func refs(plans []policy.Plan) []string {
	out := make([]string, len(plans))
	for i, p := range plans {
		out[i] = p.Ref()
	}
	return out
}

// PlanQuestion asks which plans fit and what covers a demand.
type PlanQuestion struct {
	Vendor string
	Facts  policy.Facts
	Demand policy.Demand
	On     policy.Date
}

// PlanAnswer says which plans the customer may have and which purchases cover
// the demand at the lowest price. A demand out of bounds is an error.
func (s *Store) PlanAnswer(q PlanQuestion) (policy.PlanAnswer, error) {
	plans := s.PlansOf(q.Vendor)
	if len(plans) == 0 {
		return policy.PlanAnswer{}, fmt.Errorf("vendor %q publishes no plans", q.Vendor)
	}
	sel := policy.Selection{Plans: plans, Advice: s.AdviceOf(q.Vendor)}
	sel.List, _ = s.PriceListOn(q.Vendor, q.On)
	cover, ok := s.CoverOf(q.Vendor)
	if !ok {
		q.Demand = nil // nothing is counted in tickets
	}
	sel.Cover = cover
	a, err := sel.Choose(q.Facts, q.Demand, q.On)
	a.Remarks = s.RemarksOn(q.Vendor, policy.JobPlan, q.Facts)
	a.Catalog = s.EditionOf(q.Vendor)
	return a, err
}

// TriageQuestion asks for the next question of a triage, or its outcome.
type TriageQuestion struct {
	Vendor  string
	Flow    string // empty: the vendor's first
	Answers policy.Facts
	Values  policy.Facts // information for the request
	At      policy.Instant
}

// TriageAnswer walks the flow with the answers. A flow that the vendor has not
// is an error.
func (s *Store) TriageAnswer(q TriageQuestion) (policy.TriageAnswer, error) {
	flow, ok := s.Flow(q.Vendor, q.Flow)
	if flows := s.FlowsOf(q.Vendor); q.Flow == "" && len(flows) > 0 {
		flow, ok = flows[0], true
	}
	if !ok {
		return policy.TriageAnswer{}, fmt.Errorf("vendor %q has no flow %q", q.Vendor, q.Flow)
	}
	counter := policy.Counter{
		Flow: flow, Questions: s.QuestionsOf(q.Vendor),
		Channels: s.ChannelsOf(q.Vendor), Information: s.InformationOf(q.Vendor),
	}
	a, err := counter.Triage(q.Answers, q.Values, q.At, zone.Named)
	if a.Outcome != nil {
		a.Remarks = s.RemarksOn(q.Vendor, policy.JobTriage, q.Answers)
	}
	a.Catalog = s.EditionOf(q.Vendor)
	return a, err
}
