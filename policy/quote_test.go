package policy

import (
	"math/rand/v2"
	"slices"
	"testing"
)

var testRates = []TaxRate{
	{Kind: "standard", Rate: 800, From: MustDate("2014-04-01"), Until: MustDate("2019-09-30")},
	{Kind: "standard", Rate: 1000, From: MustDate("2019-10-01")},
}

func testTariff(prices map[string]Yen) Tariff {
	t := Tariff{Rates: testRates, List: PriceList{Rate: "standard", Tax: TaxExclusive}}
	for _, id := range []string{"a", "h", "i", "odd"} {
		if amount, ok := prices[id]; ok {
			t.Plans = append(t.Plans, Plan{ID: id, Eligibility: requirements[id]})
			t.List.Prices = append(t.List.Prices, Price{Plan: id, Unit: &UnitPrice{amount}})
		}
	}
	return t
}

// requirements are those of CMSKIT's additional and spot tickets.
var requirements = map[string][]Requirement{
	"h": {{ID: "annual", When: Condition{Fact: "annual", In: []string{"yes"}}, Together: []string{"a"}, Otherwise: PlanNotAvailable}},
	"i": {{ID: "no-annual", When: Condition{Fact: "annual", In: []string{"no"}}, Without: []string{"a"}, Otherwise: PlanNotAvailable}},
}

func TestTariff_Quote(t *testing.T) {
	tariff := testTariff(map[string]Yen{"a": 80000, "h": 8000, "i": 12000})
	for _, tt := range []struct {
		name          string
		lines         []QuoteLine
		facts         Facts
		on            string
		subtotal, tax Yen
		verdicts      []PlanVerdict
	}{
		{"one contract", []QuoteLine{{"a", 1}}, nil, "2026-04-01", 80000, 8000, []PlanVerdict{PlanAvailable}},
		{"contract with additional tickets", []QuoteLine{{"a", 1}, {"h", 10}}, nil, "2026-04-01", 160000, 16000, []PlanVerdict{PlanAvailable, PlanAvailable}},
		{"additional tickets under a running contract", []QuoteLine{{"h", 10}}, Facts{"annual": "yes"}, "2026-04-01", 80000, 8000, []PlanVerdict{PlanAvailable}},
		{"additional tickets, contract not known", []QuoteLine{{"h", 10}}, nil, "2026-04-01", 80000, 8000, []PlanVerdict{PlanUndetermined}},
		{"additional tickets without a contract are refused", []QuoteLine{{"h", 10}}, Facts{"annual": "no"}, "2026-04-01", 0, 0, []PlanVerdict{PlanNotAvailable}},
		{"spot tickets without a contract", []QuoteLine{{"i", 2}}, Facts{"annual": "no"}, "2026-04-01", 24000, 2400, []PlanVerdict{PlanAvailable}},
		{"spot tickets beside a contract are refused", []QuoteLine{{"a", 1}, {"i", 2}}, Facts{"annual": "no"}, "2026-04-01", 80000, 8000, []PlanVerdict{PlanAvailable, PlanNotAvailable}},
		{"spot tickets under a contract are refused", []QuoteLine{{"i", 2}}, Facts{"annual": "yes"}, "2026-04-01", 0, 0, []PlanVerdict{PlanNotAvailable}},
		{"last day of 8 %", []QuoteLine{{"a", 1}}, nil, "2019-09-30", 80000, 6400, []PlanVerdict{PlanAvailable}},
		{"first day of 10 %", []QuoteLine{{"a", 1}}, nil, "2019-10-01", 80000, 8000, []PlanVerdict{PlanAvailable}},
		{"nothing ordered", nil, nil, "2026-04-01", 0, 0, nil},
	} {
		q, err := tariff.Quote(tt.lines, tt.facts, MustDate(tt.on))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var verdicts []PlanVerdict
		for _, l := range q.Lines {
			verdicts = append(verdicts, l.Verdict)
		}
		if q.Subtotal != tt.subtotal || q.Total-q.Subtotal != tt.tax || !slices.Equal(verdicts, tt.verdicts) {
			t.Errorf("%s: subtotal %d, tax %d, %v, want %d, %d, %v", tt.name, q.Subtotal, q.Total-q.Subtotal, verdicts, tt.subtotal, tt.tax, tt.verdicts)
		}
	}
}

// TestTariff_Quote_taxOnce: tax is rounded once on the sum and not per line; with
// three lines of 105 yen, per line would lose a yen.
func TestTariff_Quote_taxOnce(t *testing.T) {
	tariff := testTariff(map[string]Yen{"odd": 105})
	q, err := tariff.Quote([]QuoteLine{{"odd", 1}, {"odd", 1}, {"odd", 1}}, nil, MustDate("2026-04-01"))
	if err != nil || len(q.Tax) != 1 || q.Tax[0].Base != 315 || q.Tax[0].Amount != 31 || q.Total != 346 {
		t.Errorf("tax of three times 105 = %+v, total %d, %v, want 31 on 315 and 346", q.Tax, q.Total, err)
	}
	if s := q.Tax[0].Steps[0]; s.Exact != "63/2" || s.Rounding != RoundDown && s.Rounding != "" {
		t.Errorf("step of the tax = %+v, want the exact 63/2", s)
	}
}

func TestTariff_Quote_beforeTax(t *testing.T) {
	q, err := testTariff(map[string]Yen{"a": 100}).Quote([]QuoteLine{{"a", 1}}, nil, MustDate("2014-03-31"))
	if err != nil || len(q.Tax) != 0 || q.Total != 100 || !slices.ContainsFunc(q.Reasons, func(r Reason) bool { return r.Rule == RuleNoTaxRate }) {
		t.Errorf("quote on a day without a known rate = %+v, %v, want no tax and a reason", q, err)
	}
}

func TestTariff_Quote_refused(t *testing.T) {
	tariff := testTariff(map[string]Yen{"a": MaxYen})
	for _, lines := range [][]QuoteLine{{{"a", 0}}, {{"a", -1}}, {{"a", MaxQuantity + 1}}, {{"b", 1}}, {{"a", 2}}} {
		if q, err := tariff.Quote(lines, nil, MustDate("2026-04-01")); err == nil {
			t.Errorf("Quote(%v) = %d, want an error", lines, q.Total)
		}
	}
}

// TestTariff_Quote_addsUp: lines add up to the subtotal, bases to the subtotal,
// base and tax to the total, and the order of lines changes no sum.
func TestTariff_Quote_addsUp(t *testing.T) {
	tariff := testTariff(map[string]Yen{"a": 80001, "h": 7999, "odd": 333})
	random := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var lines []QuoteLine
		for range 1 + random.IntN(6) {
			lines = append(lines, QuoteLine{tariff.Plans[random.IntN(3)].ID, 1 + random.Int64N(50)})
		}
		q, err := tariff.Quote(lines, Facts{"annual": "yes"}, MustDate("2026-04-01"))
		if err != nil {
			t.Fatal(err)
		}
		var sum, base, tax Yen
		for _, l := range q.Lines {
			if l.Counted {
				sum += l.Amount
			}
		}
		for _, x := range q.Tax {
			base, tax = base+x.Base, tax+x.Amount
		}
		if sum != q.Subtotal || base != q.Subtotal || base+tax != q.Total {
			t.Fatalf("Quote(%v): lines %d, subtotal %d, bases %d, tax %d, total %d do not add up", lines, sum, q.Subtotal, base, tax, q.Total)
		}
		random.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		if p, _ := tariff.Quote(lines, Facts{"annual": "yes"}, MustDate("2026-04-01")); p.Total != q.Total {
			t.Fatalf("Quote(%v) = %d in another order %d", lines, q.Total, p.Total)
		}
	}
}

func TestOfferOf(t *testing.T) {
	h := Plan{ID: "h", Eligibility: requirements["h"]}
	for _, tt := range []struct {
		name  string
		facts Facts
		order []string
		want  PlanVerdict
		next  string
	}{
		{"not asked yet", nil, nil, PlanUndetermined, "annual"},
		{"under contract", Facts{"annual": "yes"}, nil, PlanAvailable, ""},
		{"no contract, nothing ordered yet", Facts{"annual": "no"}, nil, PlanConditional, ""},
		{"no contract, ordered alone", Facts{"annual": "no"}, []string{"h"}, PlanNotAvailable, ""},
		{"no contract, ordered with one", Facts{"annual": "no"}, []string{"a", "h"}, PlanAvailable, ""},
		{"not known", Facts{"annual": DontKnow}, nil, PlanUndetermined, "annual"},
	} {
		if got := OfferOf(h, tt.facts, tt.order); got.Verdict != tt.want || got.Next != tt.next {
			t.Errorf("%s: OfferOf = %s, next %q, want %s, next %q", tt.name, got.Verdict, got.Next, tt.want, tt.next)
		}
	}
}

func TestOfferOf_presumed(t *testing.T) {
	p := Plan{ID: "a", Eligibility: []Requirement{{
		ID: "product", When: Condition{Not: []Condition{{Fact: "holding", In: []string{"none"}}}}, Presumed: true, Otherwise: PlanConfirm,
	}}}
	for answer, want := range map[string]PlanVerdict{"": PlanAvailable, DontKnow: PlanAvailable, "cloud": PlanAvailable, "none": PlanConfirm} {
		if got := OfferOf(p, Facts{"holding": answer}, nil); got.Verdict != want {
			t.Errorf("holding %q: %s, want %s", answer, got.Verdict, want)
		}
	}
}

func TestTaxRateOn(t *testing.T) {
	for on, want := range map[string]Percent{"2014-03-31": 0, "2014-04-01": 800, "2019-09-30": 800, "2019-10-01": 1000, "2099-01-01": 1000} {
		if got, _ := TaxRateOn(testRates, "standard", MustDate(on)); got.Rate != want {
			t.Errorf("rate on %s = %s, want %s", on, got.Rate, want)
		}
	}
	if _, ok := TaxRateOn(testRates, "luxury", MustDate("2020-01-01")); ok {
		t.Error("rate of a kind that is not there: want none")
	}
}
