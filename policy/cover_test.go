package policy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// tickets is CMSKIT's tariff.
var tickets = func() (s struct {
	plans []Plan
	list  PriceList
}) {
	for _, row := range []struct {
		code            string
		role            SupplyRole
		months, tickets int
		price           Yen
	}{
		{"A", RoleContract, 12, 8, 80000}, {"B", RoleContract, 12, 18, 160000}, {"C", RoleContract, 12, 30, 240000},
		{"D", RoleContract, 24, 40, 300000}, {"E", RoleContract, 36, 60, 420000}, {"F", RoleContract, 60, 80, 520000},
		{"G", RoleContract, 60, 8, 280000}, {"H", RoleAddOn, 12, 1, 8000}, {"I", RoleSpot, 1, 1, 12000},
	} {
		id := strings.ToLower(row.code)
		s.plans = append(s.plans, Plan{ID: id, Code: row.code, Supply: &Supply{Role: row.role, Months: row.months, Tickets: row.tickets}})
		s.list.Prices = append(s.list.Prices, Price{Plan: id, Unit: &UnitPrice{row.price}})
	}
	return s
}()

func written(c Cover) string {
	var out []string
	for _, p := range c.Purchases {
		out = append(out, fmt.Sprintf("%d:%d%s", p.Year, p.Quantity, p.Plan))
	}
	return strings.Join(out, " ")
}

func TestCheapestCover(t *testing.T) {
	for _, tt := range []struct {
		name       string
		demand     Demand
		throughout bool
		total      Yen
		cheapest   string // the first listed
		ties       int64
		runnerUp   Yen
	}{
		{"nothing needed", Demand{0}, false, 0, "", 1, 80000},
		{"one ticket: spot", Demand{1}, false, 12000, "1:1I", 1, 80000},
		{"six tickets: spot is still cheaper than A", Demand{6}, false, 72000, "1:6I", 1, 80000},
		{"seven tickets: A", Demand{7}, false, 80000, "1:1A", 1, 84000},
		{"eighteen tickets: B, or A with ten H", Demand{18}, false, 160000, "1:1B", 2, 216000},
		{"nineteen tickets: B with one H", Demand{19}, false, 168000, "1:1B 1:1H", 2, 228000},
		{"thirty tickets: C in one order", Demand{30}, false, 240000, "1:1C", 1, 256000},
		{"minor versions for five years and no tickets: G", Demand{0, 0, 0, 0, 0}, true, 280000, "1:1G", 1, 360000},
		{"minor versions for one year and no tickets: A", Demand{0}, true, 80000, "1:1A", 1, 160000},
		{"37 tickets in five years: G with H", Demand{37, 0, 0, 0, 0}, true, 512000, "1:1G 1:29H", 1, 520000},
		{"38 tickets in five years: F ties with G and 30 H", Demand{38, 0, 0, 0, 0}, true, 520000, "1:1F", 2, 540000},
		{"39 tickets in five years: F", Demand{39, 0, 0, 0, 0}, true, 520000, "1:1F", 1, 528000},
		{"five a year without minor versions: spot", Demand{5, 5, 5, 5, 5}, false, 300000, "1:5I 2:5I 3:5I 4:5I 5:5I", 1, 320000},
		{"thirty in the first year and one a year after", Demand{30, 1, 1, 1, 1}, false, 288000, "1:1C 2:1I 3:1I 4:1I 5:1I", 1, 304000},
		{"a contract may outlast the demand", Demand{40}, false, 300000, "1:1D", 1, 320000},
	} {
		a, err := CheapestCover(tickets.plans, tickets.list, CoverRule{}, tt.demand, tt.throughout)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		first := a.Cheapest[0]
		if first.Total != tt.total || written(first) != tt.cheapest || a.Ties != tt.ties {
			t.Errorf("%s: %d by %q with %d ties, want %d by %q with %d", tt.name, first.Total, written(first), a.Ties, tt.total, tt.cheapest, tt.ties)
		}
		if a.RunnerUp == nil || a.RunnerUp.Total != tt.runnerUp || a.Difference != tt.runnerUp-tt.total {
			t.Errorf("%s: runner-up %+v, want %d", tt.name, a.RunnerUp, tt.runnerUp)
		}
	}
}

// TestCheapestCover_exhaustive compares the search with trying everything.
func TestCheapestCover_exhaustive(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for n := range 2000 {
		demand := make(Demand, 1+random.IntN(5))
		for i := range demand {
			demand[i] = random.IntN([]int{3, 12, 45, 130}[random.IntN(4)])
		}
		throughout := n%2 == 0
		totals := map[Yen]int64{}
		everything(demand, 0, throughout, 0, totals)
		var sorted []Yen
		for total := range totals {
			sorted = append(sorted, total)
		}
		slices.Sort(sorted)
		a, err := CheapestCover(tickets.plans, tickets.list, CoverRule{}, demand, throughout)
		if err != nil {
			t.Fatal(err)
		}
		if a.Cheapest[0].Total != sorted[0] || a.Ties != totals[sorted[0]] || a.RunnerUp.Total != sorted[1] {
			t.Fatalf("cover of %v (throughout %v) = %d with %d ties, then %d; trying everything gives %d with %d, then %d",
				demand, throughout, a.Cheapest[0].Total, a.Ties, a.RunnerUp.Total, sorted[0], totals[sorted[0]], sorted[1])
		}
		for _, c := range append(slices.Clone(a.Cheapest), *a.RunnerUp) {
			if problem := unlawful(c, demand, throughout); problem != "" {
				t.Fatalf("cover %q of %v (throughout %v): %s", written(c), demand, throughout, problem)
			}
		}
	}
}

// everything adds up every sequence of contracts and years without one.
func everything(demand Demand, year int, throughout bool, spent Yen, totals map[Yen]int64) {
	if year >= len(demand) {
		totals[spent]++
		return
	}
	if !throughout {
		everything(demand, year+1, throughout, spent+12000*Yen(demand[year]), totals)
	}
	for _, c := range []struct{ years, tickets, price int }{{1, 8, 80000}, {1, 18, 160000}, {1, 30, 240000}, {2, 40, 300000}, {3, 60, 420000}, {5, 80, 520000}, {5, 8, 280000}} {
		need := 0
		for y := year; y < min(year+c.years, len(demand)); y++ {
			need += demand[y]
		}
		everything(demand, year+c.years, throughout, spent+Yen(c.price)+8000*Yen(max(0, need-c.tickets)), totals)
	}
}

// unlawful replays a cover year by year and says what is wrong with it.
func unlawful(c Cover, demand Demand, throughout bool) string {
	var sum Yen
	until, pool, bought, unused := 0, 0, 0, 0
	for year := range demand {
		if year == until {
			unused += pool
			pool = 0
		}
		singles := 0
		for _, p := range c.Purchases {
			if p.Year != year+1 {
				continue
			}
			sum += p.Unit * Yen(p.Quantity)
			i := slices.IndexFunc(tickets.plans, func(x Plan) bool { return x.Code == p.Plan })
			s := tickets.plans[i].Supply
			bought += int(p.Quantity) * s.Tickets
			switch {
			case s.Role == RoleContract && year < until:
				return "two contracts at a time"
			case s.Role == RoleContract:
				until, pool = year+s.Months/12, s.Tickets
			case s.Role == RoleAddOn && year >= until:
				return "additional ticket without a contract"
			case s.Role == RoleSpot && year < until:
				return "spot ticket under a contract"
			default:
				singles += int(p.Quantity)
			}
		}
		if throughout && year >= until {
			return fmt.Sprintf("no contract in year %d", year+1)
		}
		used := min(pool, demand[year])
		pool -= used
		if used+singles != demand[year] {
			return fmt.Sprintf("year %d needs %d tickets and has %d", year+1, demand[year], used+singles)
		}
	}
	if sum != c.Total || bought != c.Tickets || unused+pool != c.Unused {
		return fmt.Sprintf("total %d, tickets %d, unused %d do not add up to %d, %d, %d", c.Total, c.Tickets, c.Unused, sum, bought, unused+pool)
	}
	return ""
}

func TestCheapestCover_manyTies(t *testing.T) {
	a, err := CheapestCover(tickets.plans, tickets.list, CoverRule{}, Demand{18, 18, 18, 18, 18, 18, 18, 18, 18, 18}, true)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Cheapest) > MaxTies || a.Ties < int64(len(a.Cheapest)) {
		t.Errorf("%d covers listed of %d, want at most %d", len(a.Cheapest), a.Ties, MaxTies)
	}
}

func TestCheapestCover_impossible(t *testing.T) {
	a, err := CheapestCover(tickets.plans[8:], tickets.list, CoverRule{}, Demand{1}, true)
	if err != nil || len(a.Cheapest) != 0 || a.RunnerUp != nil {
		t.Errorf("cover with spot tickets only, contract needed = %+v, %v, want none", a, err)
	}
}

func TestCheapestCover_refused(t *testing.T) {
	for _, d := range []Demand{nil, make(Demand, MaxCoverYears+1), {-1}, {MaxTicketsPerYear + 1}} {
		if _, err := CheapestCover(tickets.plans, tickets.list, CoverRule{}, d, false); err == nil {
			t.Errorf("CheapestCover(%v): want an error", d)
		}
	}
}

func TestDemand_Facts(t *testing.T) {
	for _, tt := range []struct {
		demand Demand
		shape  string
		peak   string
	}{
		{Demand{0, 0}, "none", "0"}, {Demand{30, 1, 1}, "falling", "30"}, {Demand{5, 5}, "other", "5"},
		{Demand{1, 5}, "other", "5"}, {Demand{9, 2, 5}, "other", "9"}, {Demand{3}, "other", "3"},
	} {
		f := tt.demand.Facts()
		if f[FactDemandShape] != tt.shape || f[FactDemandPeak] != tt.peak {
			t.Errorf("%v: %v, want %s and %s", tt.demand, f, tt.shape, tt.peak)
		}
	}
}
