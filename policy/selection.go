package policy

import "slices"

// Selection is what a vendor lets a customer choose from.
type Selection struct {
	Plans  []Plan
	List   PriceList
	Cover  CoverRule
	Advice []Advice
}

// PlanAnswer says which plans a customer may have, which purchases cover the
// demand at the lowest price, and what the vendor itself advises.
type PlanAnswer struct {
	Plans []Offer `json:"plans"`

	// Cheapest and the rest of the cover are given when a demand is known.
	Cheapest   []Cover `json:"cheapest"`
	Ties       int64   `json:"ties,omitempty"`
	RunnerUp   *Cover  `json:"runner_up,omitempty"`
	Difference Yen     `json:"difference,omitempty"`

	// Next is the question that has to be answered before the cover can be
	// computed.
	Next string `json:"next,omitempty"`

	Advice []AdviceGiven `json:"advice"`

	Currency    string   `json:"currency"`
	Reasons     []Reason `json:"reasons"`
	Remarks     []Reason `json:"remarks,omitempty"` // what the catalog tells whoever chooses a plan
	Assumptions []string `json:"assumptions"`
	On          Date     `json:"on"`
	Catalog     Edition  `json:"catalog"`
}

// Choose answers which plans fit the facts and which purchases cover the demand.
// Without a demand there is no cover to compute. The demand must be within the
// limits of CheapestCover.
func (s Selection) Choose(facts Facts, demand Demand, on Date) (PlanAnswer, error) {
	a := PlanAnswer{Plans: []Offer{}, Cheapest: []Cover{}, Advice: []AdviceGiven{}, Currency: Currency, Reasons: []Reason{}, On: on}
	known := Facts{}
	for _, fs := range []Facts{facts, demand.Facts()} {
		for id, answer := range fs {
			known[id] = answer
		}
	}
	var all [][]Reason
	for _, p := range s.Plans {
		offer := OfferOf(p, known, nil)
		a.Plans = append(a.Plans, offer)
		all = append(all, offer.Reasons)
	}
	if len(demand) > 0 {
		switch throughout, by := s.Cover.ContractWhen.Holds(known); throughout {
		case Unknown:
			if err := demand.check(); err != nil {
				return PlanAnswer{}, err
			}
			a.Next = by[0]
		default:
			c, err := CheapestCover(s.Plans, s.List, s.Cover, demand, throughout == True)
			if err != nil {
				return PlanAnswer{}, err
			}
			a.Cheapest, a.Ties, a.RunnerUp, a.Difference = c.Cheapest, c.Ties, c.RunnerUp, c.Difference
			a.Reasons = append(a.Reasons, c.Reasons...)
		}
	}
	for _, adv := range s.Advice {
		if t, _ := adv.When.Holds(known); t == True {
			a.Advice = append(a.Advice, s.give(adv, a.Cheapest))
		}
	}
	a.Assumptions = assumptionsOf(append(all, a.Reasons)...)
	return a, nil
}

func (s Selection) give(adv Advice, cheapest []Cover) AdviceGiven {
	given := AdviceGiven{ID: adv.ID, Case: adv.Case, Basis: adv.Basis.orStated(), Citations: adv.Cite}
	for _, id := range adv.Plans {
		i := slices.IndexFunc(s.Plans, func(p Plan) bool { return p.ID == id })
		given.Plans = append(given.Plans, s.Plans[i].Ref())
	}
	if len(cheapest) > 0 {
		given.Agrees = slices.ContainsFunc(cheapest[0].Purchases, func(p Purchase) bool { return slices.Contains(given.Plans, p.Plan) })
	}
	return given
}
