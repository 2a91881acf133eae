package policy

import (
	"slices"
	"testing"
)

func TestLastDays(t *testing.T) {
	for _, tt := range []struct {
		name, from        string
		months            int
		certain, boundary string
	}{
		{"five years from an ordinary day", "2023-03-01", 60, "2028-02-29", "2028-03-01"},
		{"one year from the end of a month", "2023-09-30", 12, "2024-09-29", "2024-09-30"},
		{"28 February, the anniversary's year has a 29th", "2019-02-28", 60, "2024-02-27", "2024-02-29"},
		{"28 February of a leap year is not the month's end", "2020-02-28", 60, "2025-02-27", "2025-02-28"},
		{"29 February without an anniversary", "2020-02-29", 60, "2025-02-28", ""},
		{"29 February with an anniversary", "2020-02-29", 48, "2024-02-28", "2024-02-29"},
		{"31 August, the month has 30 days", "2023-08-31", 1, "2023-09-30", ""},
	} {
		certain, boundary := LastDays(MustDate(tt.from), tt.months)
		if certain.String() != tt.certain || boundary.String() != tt.boundary {
			t.Errorf("%s: LastDays(%s, %d) = %s, %q, want %s, %q", tt.name, tt.from, tt.months, certain, boundary, tt.certain, tt.boundary)
		}
	}
}

// afterSale is Infinico's rule for hardware that is no longer sold.
var afterSale = LifecycleRule{
	ID: "after-sale",
	Service: []Period{
		{ID: "from-announcement", Phase: PhaseNormal, From: AnchorAnnounced, UntilMonth: 60},
		{ID: "from-purchase", Phase: PhaseNormal, From: AnchorPurchased, UntilMonth: 60},
	},
	Software: []Period{
		{ID: "normal", Phase: PhaseNormal, From: AnchorEndOfSale, UntilMonth: 12},
		{ID: "second-year", Phase: PhaseLimitedAssumed, From: AnchorEndOfSale, FromMonth: 12, UntilMonth: 24},
		{ID: "limited", Phase: PhaseLimited, From: AnchorEndOfSale, FromMonth: 24, UntilMonth: 60},
	},
}

func sale(announced, endOfSale, purchased string) SaleDays {
	var d SaleDays
	for _, x := range []struct {
		s    string
		into *Date
	}{{announced, &d.Announced}, {endOfSale, &d.EndOfSale}, {purchased, &d.Purchased}} {
		if x.s != "" {
			*x.into = MustDate(x.s)
		}
	}
	return d
}

func TestLifecycle(t *testing.T) {
	both := sale("2023-03-01", "2023-09-30", "")
	for _, tt := range []struct {
		name     string
		days     SaleDays
		on       string
		phase    Phase
		boundary bool
		service  PeriodState
		until    string // of service
		rule     Rule
	}{
		{"the day before the end of sale", both, "2023-09-29", PhaseOnSale, false, PeriodRunning, "2028-02-29", RulePeriod},
		{"on the end of sale", both, "2023-09-30", PhaseNormal, false, PeriodRunning, "2028-02-29", RulePeriod},
		{"last certain day of normal maintenance", both, "2024-09-29", PhaseNormal, false, PeriodRunning, "2028-02-29", RulePeriod},
		{"first anniversary", both, "2024-09-30", PhaseLimitedAssumed, true, PeriodRunning, "2028-02-29", RuleBoundaryDay},
		{"the day after it", both, "2024-10-01", PhaseLimitedAssumed, false, PeriodRunning, "2028-02-29", RulePeriod},
		{"second anniversary", both, "2025-09-30", PhaseLimited, true, PeriodRunning, "2028-02-29", RuleBoundaryDay},
		{"last certain day of service", both, "2028-02-29", PhaseLimited, false, PeriodRunning, "2028-02-29", RulePeriod},
		{"fifth anniversary of the announcement", both, "2028-03-01", PhaseLimited, false, PeriodUnknown, "2028-02-29", RulePeriod},
		{"software outlives service", both, "2028-09-29", PhaseLimited, false, PeriodUnknown, "2028-02-29", RulePeriod},
		{"fifth anniversary of the end of sale", both, "2028-09-30", PhaseEnded, true, PeriodUnknown, "2028-02-29", RuleBoundaryDay},
		{"all over", both, "2028-10-01", PhaseEnded, false, PeriodUnknown, "2028-02-29", RulePeriod},

		{"purchase keeps service going", sale("2023-03-01", "2023-09-30", "2023-08-15"), "2028-03-02", PhaseLimited, false, PeriodRunning, "2028-08-14", RuleLaterCounts},
		{"on the anniversary of purchase", sale("2023-03-01", "2023-09-30", "2023-08-15"), "2028-08-15", PhaseLimited, false, PeriodBoundary, "2028-08-14", RuleBoundaryDay},
		{"after both", sale("2023-03-01", "2023-09-30", "2023-08-15"), "2028-08-16", PhaseLimited, false, PeriodOver, "2028-08-14", RuleLaterCounts},

		{"only the announcement is known", sale("2023-03-01", "", ""), "2024-03-02", PhaseLimitedAssumed, false, PeriodRunning, "2028-02-29", RuleAnchorAssumed},
		{"only the end of sale is known", sale("", "2023-09-30", ""), "2023-10-01", PhaseNormal, false, PeriodRunning, "2028-09-29", RuleAnchorAssumed},
		{"only the purchase is known", sale("", "", "2023-08-15"), "2024-01-01", PhaseCannotCompute, false, PeriodRunning, "2028-08-14", RuleAnchorsMissing},
		{"only the purchase is known, its time over", sale("", "", "2018-08-15"), "2024-01-01", PhaseCannotCompute, false, PeriodUnknown, "2023-08-14", RuleAnchorsMissing},
	} {
		product := Product{EndOfSale: EndOfSaleRemarked, Form: FormHardware}
		l := lifecycleOf(testRule, afterSale, product, tt.days, MustDate(tt.on))
		if l.Phase != tt.phase || l.Boundary != tt.boundary {
			t.Errorf("%s: software on %s = %s, boundary %v, want %s, %v", tt.name, tt.on, l.Phase, l.Boundary, tt.phase, tt.boundary)
		}
		if l.Service == nil || l.Service.State != tt.service || l.Service.Until.String() != tt.until {
			t.Errorf("%s: service on %s = %+v, want %s until %s", tt.name, tt.on, l.Service, tt.service, tt.until)
		}
		if !slices.ContainsFunc(l.Reasons, func(r Reason) bool { return r.Rule == tt.rule }) {
			t.Errorf("%s: reasons lack %s: %v", tt.name, tt.rule, l.Reasons)
		}
	}
}

func TestLifecycle_withoutDays(t *testing.T) {
	l := lifecycleOf(testRule, afterSale, Product{EndOfSale: EndOfSaleRemarked}, SaleDays{}, MustDate("2024-01-01"))
	if l.Phase != PhaseCannotCompute || l.Service != nil {
		t.Errorf("no longer sold, no day known: %s, %+v, want cannot_compute and no service", l.Phase, l.Service)
	}
	if l := lifecycleOf(testRule, afterSale, Product{}, SaleDays{}, MustDate("2024-01-01")); l.Phase != PhaseOnSale {
		t.Errorf("no remark, no day known: %s, want on_sale", l.Phase)
	}
}

// TestLifecycle_contract: the earlier of contract and life cycle is what counts,
// and a contract that outlives service is pointed out.
func TestLifecycle_contract(t *testing.T) {
	for _, tt := range []struct {
		name, contract, effective string
		outlives                  bool
	}{
		{"the contract ends first", "2026-03-31", "2026-03-31", false},
		{"both end together", "2028-02-29", "2028-02-29", false},
		{"seven years at once outlive the five", "2030-03-31", "2028-02-29", true},
	} {
		days := sale("2023-03-01", "2023-09-30", "")
		days.ContractEnd = MustDate(tt.contract)
		l := lifecycleOf(testRule, afterSale, Product{EndOfSale: EndOfSaleRemarked}, days, MustDate("2024-01-01"))
		outlives := slices.ContainsFunc(l.Reasons, func(r Reason) bool { return r.Rule == RuleContractOutlives })
		if l.Service.Effective.String() != tt.effective || outlives != tt.outlives {
			t.Errorf("%s: effective %s, outlives %v, want %s, %v", tt.name, l.Service.Effective, outlives, tt.effective, tt.outlives)
		}
	}
}

// TestLifecycle_neverBack: phases never go back as days pass.
func TestLifecycle_neverBack(t *testing.T) {
	for _, days := range []SaleDays{sale("2023-03-01", "2023-09-30", "2020-02-29"), sale("2020-02-29", "", ""), sale("", "2019-02-28", "2024-02-29")} {
		at, state := 0, 0
		for d := MustDate("2018-01-01"); d.Before(MustDate("2032-01-01")); d = d.AddDays(1) {
			l := lifecycleOf(testRule, afterSale, Product{EndOfSale: EndOfSaleRemarked}, days, d)
			n := slices.Index(phases, l.Phase)
			if n < at {
				t.Fatalf("%+v on %s: %s after %s", days, d, l.Phase, phases[at])
			}
			at = n
			if m := slices.Index([]PeriodState{PeriodRunning, PeriodBoundary, PeriodOver, PeriodUnknown}, l.Service.State); m < state {
				t.Fatalf("%+v on %s: service %s comes back", days, d, l.Service.State)
			} else {
				state = m
			}
		}
	}
}

// TestEvents: what comes next is in order, and holds on its last day.
func TestEvents(t *testing.T) {
	c := VersionCase{Typed: "3.20.3", On: MustDate("2021-02-28"), Days: sale("2019-03-01", "2020-09-30", "")}
	c.Days.ContractEnd = MustDate("2022-03-31")
	a := SupportOf(testRule, afterSale, appliance, c)
	var got []string
	for _, e := range a.Next {
		got = append(got, e.Until.String()+" "+e.ID)
	}
	want := []string{
		"2021-02-28 grace", "2021-09-29 period-normal", "2022-03-31 contract", "2022-09-29 period-second-year",
		"2024-02-29 period-from-announcement", "2025-09-29 period-limited",
	}
	if !slices.Equal(got, want) {
		t.Errorf("next = %v, want %v", got, want)
	}
	c.On = MustDate("2021-03-01")
	if a := SupportOf(testRule, afterSale, appliance, c); a.Next[0].ID != EventPeriod+"normal" {
		t.Errorf("the day after the deadline, next is %s, want the end of normal maintenance", a.Next[0].ID)
	}
}

func TestSupportOf_hotfix(t *testing.T) {
	c := VersionCase{Typed: "3.34.4-1", On: MustDate("2024-06-01"), HotfixWithheld: true}
	if a := SupportOf(testRule, LifecycleRule{}, appliance, c); a.Verdict != VerdictSupported || a.Fault != ScopeOut {
		t.Errorf("a withheld hotfix: version %s, fault %q, want supported, and the one fault out", a.Verdict, a.Fault)
	}
	c.HotfixWithheld = false
	if a := SupportOf(testRule, LifecycleRule{}, appliance, c); a.Fault != "" {
		t.Errorf("no hotfix withheld: fault %q, want nothing said", a.Fault)
	}
}
