package policy

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Limits of a demand: what a person may ask a cover for.
const (
	MaxCoverYears     = 10
	MaxTicketsPerYear = 10_000

	// MaxTies is how many equally cheap covers are listed; all are counted.
	MaxTies = 24
)

// Demand is how many tickets a customer expects to use, year by year. A year's
// tickets may be needed at any time of that year.
type Demand []int

// CoverRule is a vendor's rule for combining ticket plans.
type CoverRule struct {
	// ContractWhen says who has to be under contract all the time, whatever
	// the demand.
	ContractWhen Condition `yaml:"contractWhen" need:"yes"`

	// Clauses say where the vendor states each step of combining.
	Clauses Clauses `yaml:"clauses" need:"yes"`
}

// coverRules are the steps for which a catalog has to cite the vendor.
var coverRules = []Rule{RulePoolOverTerm, RuleAddOnUnderContract, RuleSpotWithoutContract, RuleOneContract, RuleGapAllowed, RuleTicketsPerCase, RuleContractThroughout}

// CoverRules lists the steps for which a catalog has to cite the vendor.
func CoverRules() []Rule { return slices.Clone(coverRules) }

// Cover is a sequence of purchases that meets a demand.
type Cover struct {
	Total     Yen        `json:"total"` // before tax
	Purchases []Purchase `json:"purchases"`
	Tickets   int        `json:"tickets"` // bought in all
	Unused    int        `json:"unused"`  // of them, left when they lapse
}

// Purchase is one order in a cover, at the beginning of a year or, for single
// tickets, in the course of it.
type Purchase struct {
	Year     int    `json:"year"` // 1 is the first year of the demand
	Plan     string `json:"plan"` // Plan.Ref
	Quantity int64  `json:"quantity"`
	Unit     Yen    `json:"unit"`
	Amount   Yen    `json:"amount"`
	Years    int    `json:"years,omitempty"` // covered by a contract
}

// CoverAnswer is the cheapest cover for a demand, with what it was compared to.
type CoverAnswer struct {
	// Cheapest lists the covers with the lowest total: fewest orders first, then
	// most tickets, then fewest bought singly, since tickets have to be there
	// before work begins. At most MaxTies are listed.
	Cheapest []Cover `json:"cheapest"`

	// Ties counts all covers with the lowest total.
	Ties int64 `json:"ties"`

	// RunnerUp is a cover with the next higher total, and Difference what it
	// costs more.
	RunnerUp   *Cover `json:"runner_up,omitempty"`
	Difference Yen    `json:"difference,omitempty"`

	Reasons []Reason `json:"reasons"`
}

// supplier is a ticket plan with its price.
type supplier struct {
	ref   string
	years int
	Supply
	price Yen
}

// CheapestCover finds the cheapest lawful sequence of purchases that meets the
// demand, exactly.
//
// CMSKIT, 有償サポートサービス料金 with its notes 2 and 3: one contract runs at a
// time and begins at the turn of a year of the demand; its tickets are one pool
// for its term and lapse with it; further tickets are sold only under a
// contract, spot tickets only without one. Where the contract is needed
// throughout, every year is under one. A contract may outlast the demand.
//
// It is an error for a demand to be outside the limits above. An answer without
// a cover means that no sequence of these plans meets the demand.
func CheapestCover(plans []Plan, list PriceList, rule CoverRule, demand Demand, throughout bool) (CoverAnswer, error) {
	if err := demand.check(); err != nil {
		return CoverAnswer{}, err
	}
	s := newCoverSearch(plans, list, demand, throughout)
	best := s.cost(0)
	a := CoverAnswer{Cheapest: []Cover{}}
	if best[0] != unreachable {
		a.Ties = s.ties(0)
		s.follow(0, best[0], nil, func(steps []coverStep) bool {
			a.Cheapest = append(a.Cheapest, s.cover(steps))
			return len(a.Cheapest) < MaxTies
		})
		slices.SortStableFunc(a.Cheapest, func(x, y Cover) int {
			return cmp.Or(cmp.Compare(len(x.Purchases), len(y.Purchases)), cmp.Compare(y.Tickets, x.Tickets), cmp.Compare(x.units(), y.units()))
		})
	}
	if best[1] != unreachable {
		s.follow(0, best[1], nil, func(steps []coverStep) bool {
			c := s.cover(steps)
			a.RunnerUp, a.Difference = &c, c.Total-best[0]
			return false
		})
	}
	for _, r := range []Rule{RulePoolOverTerm, RuleAddOnUnderContract, RuleSpotWithoutContract, RuleOneContract, RuleGapAllowed, RuleTicketsPerCase} {
		a.Reasons = append(a.Reasons, rule.Clauses.Reason(r, nil))
	}
	if throughout {
		a.Reasons = append(a.Reasons, rule.Clauses.Reason(RuleContractThroughout, nil))
	}
	return a, nil
}

func (d Demand) check() error {
	if len(d) < 1 || len(d) > MaxCoverYears {
		return fmt.Errorf("demand has %d years, not between 1 and %d", len(d), MaxCoverYears)
	}
	for i, n := range d {
		if n < 0 || n > MaxTicketsPerYear {
			return fmt.Errorf("demand of year %d is %d tickets, not between 0 and %d", i+1, n, MaxTicketsPerYear)
		}
	}
	return nil
}

// unreachable is the cost of what cannot be done.
const unreachable = Yen(math.MaxInt64)

// coverSearch is a search over the turns of the years. Between two turns lies
// one year without a contract, or the term of one contract.
type coverSearch struct {
	demand     Demand
	throughout bool
	contracts  []supplier
	addOn      *supplier
	spot       *supplier
	costs      map[int][2]Yen // from the turn of a year on: lowest total, next higher total
	counts     map[int]int64
}

// coverStep is one edge of the search: a contract, or a year without one.
type coverStep struct {
	year     int // turn of the year at which it begins, from 0
	until    int // turn at which the next step begins
	contract *supplier
	singles  int // add-on or spot tickets
	cost     Yen
}

func newCoverSearch(plans []Plan, list PriceList, demand Demand, throughout bool) *coverSearch {
	s := &coverSearch{demand: demand, throughout: throughout, costs: map[int][2]Yen{}, counts: map[int]int64{}}
	for _, p := range plans {
		i := slices.IndexFunc(list.Prices, func(x Price) bool { return x.Plan == p.ID })
		if p.Supply == nil || i < 0 || list.Prices[i].Unit == nil {
			continue
		}
		sup := supplier{p.Ref(), p.Supply.Months / 12, *p.Supply, list.Prices[i].Unit.Amount}
		switch p.Supply.Role {
		case RoleContract:
			if sup.years > 0 {
				s.contracts = append(s.contracts, sup)
			}
		case RoleAddOn:
			s.addOn = &sup
		case RoleSpot:
			s.spot = &sup
		}
	}
	return s
}

// steps lists the ways on from the turn of a year.
func (s *coverSearch) steps(year int) []coverStep {
	var out []coverStep
	if d := s.demand[year]; !s.throughout && (d == 0 || s.spot != nil) {
		st := coverStep{year: year, until: year + 1}
		if d > 0 {
			st.singles, st.cost = d, Yen(d)*s.spot.price
		}
		out = append(out, st)
	}
	for i := range s.contracts {
		c := &s.contracts[i]
		until := min(year+c.years, len(s.demand))
		short := -c.Tickets
		for _, d := range s.demand[year:until] {
			short += d
		}
		short = max(0, short)
		if short > 0 && s.addOn == nil {
			continue
		}
		st := coverStep{year: year, until: until, contract: c, singles: short, cost: c.price}
		if short > 0 {
			st.cost += Yen(short) * s.addOn.price
		}
		out = append(out, st)
	}
	return out
}

// cost returns the lowest total from the turn of a year on, and the next higher
// one.
func (s *coverSearch) cost(year int) [2]Yen {
	if year == len(s.demand) {
		return [2]Yen{0, unreachable}
	}
	if c, ok := s.costs[year]; ok {
		return c
	}
	best := [2]Yen{unreachable, unreachable}
	for _, st := range s.steps(year) {
		for _, rest := range s.cost(st.until) {
			if rest == unreachable {
				continue
			}
			switch total := st.cost + rest; {
			case total < best[0]:
				best = [2]Yen{total, best[0]}
			case total > best[0] && total < best[1]:
				best[1] = total
			}
		}
	}
	s.costs[year] = best
	return best
}

// ties counts the covers with the lowest total from the turn of a year on.
func (s *coverSearch) ties(year int) int64 {
	if year == len(s.demand) {
		return 1
	}
	if n, ok := s.counts[year]; ok {
		return n
	}
	var n int64
	for _, st := range s.steps(year) {
		if rest := s.cost(st.until)[0]; rest != unreachable && st.cost+rest == s.cost(year)[0] {
			n += s.ties(st.until)
		}
	}
	s.counts[year] = n
	return n
}

// follow visits the covers from the turn of a year on whose total is exactly the
// given one, which is one of the two that cost returned, until visit says no.
func (s *coverSearch) follow(year int, total Yen, taken []coverStep, visit func([]coverStep) bool) bool {
	if year == len(s.demand) {
		return total != 0 || visit(taken)
	}
	for _, st := range s.steps(year) {
		rest := total - st.cost
		if costs := s.cost(st.until); rest == costs[0] || rest == costs[1] {
			if !s.follow(st.until, rest, append(taken[:len(taken):len(taken)], st), visit) {
				return false
			}
		}
	}
	return true
}

// cover turns steps into purchases. Single tickets are bought in the year in
// which they are needed: under a contract, when its own are used up.
func (s *coverSearch) cover(steps []coverStep) Cover {
	c := Cover{Purchases: []Purchase{}}
	for _, st := range steps {
		single := s.spot
		pool := 0
		if st.contract != nil {
			single, pool = s.addOn, st.contract.Tickets
			c.buy(Purchase{Year: st.year + 1, Plan: st.contract.ref, Quantity: 1, Unit: st.contract.price, Years: st.contract.years}, pool)
		}
		for year := st.year; year < st.until; year++ {
			need := s.demand[year]
			used := min(need, pool)
			pool -= used
			if short := need - used; short > 0 {
				c.buy(Purchase{Year: year + 1, Plan: single.ref, Quantity: int64(short), Unit: single.price}, short)
			}
		}
		c.Unused += pool
	}
	return c
}

// units counts what is ordered, contracts and single tickets.
func (c Cover) units() (n int64) {
	for _, p := range c.Purchases {
		n += p.Quantity
	}
	return n
}

func (c *Cover) buy(p Purchase, tickets int) {
	p.Amount = p.Unit * Yen(p.Quantity)
	c.Purchases = append(c.Purchases, p)
	c.Total += p.Amount
	c.Tickets += tickets
}
