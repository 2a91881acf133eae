package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestSupported_examples are the worked examples of Infinico's policy, バージョン
// 表記の具体例.
func TestSupported_examples(t *testing.T) {
	for _, tt := range []struct{ name, releases, want string }{
		{"① regular release with fixes and functions", "1.1.1-1 1.2.2-2", "1.2.2-2"},
		{"② regular release with fixes only", "1.1.1-1 1.1.2-2", "1.1.2-2"},
		{"③ regular release with functions only", "1.1.1-1111 1.2.1-1114", "1.1.1-1111 1.2.1-1114"},
		{"④ hotfix", "1.1.1-1111 1.1.1-1112", "1.1.1-1111 1.1.1-1112"},
		{"⑤ from ③, regular release with fixes", "1.1.1-1111 1.2.1-1114 1.2.2-1116", "1.2.2-1116"},
		{"⑥ from ③, hotfix of one of them", "1.1.1-1111 1.2.1-1114 1.2.1-1115", "1.1.1-1111 1.2.1-1114 1.2.1-1115"},
		{"majors do not push each other out", "4.04.4 5.00.3", "4.04.4 5.00.3"},
		{"nothing released", "", ""},
	} {
		var in []Version
		for _, s := range strings.Fields(tt.releases) {
			v, err := ParseVersion(s)
			if err != nil {
				t.Fatal(err)
			}
			in = append(in, v)
		}
		var got []string
		for _, v := range Supported(in) {
			got = append(got, v.Printed)
		}
		if s := strings.Join(got, " "); s != tt.want {
			t.Errorf("%s: Supported(%s) = %s, want %s", tt.name, tt.releases, s, tt.want)
		}
	}
}

var testRule = VersionRule{ID: "rule", Model: ModelLargestBugfix, GraceMonths: 6}

// appliance has two minors with one bug-fix number, like NetNebulas2 DHCP.
var appliance = Product{
	ID: "box-dhcp", Name: "Box DHCP", Form: FormHardware,
	Releases: []Release{
		{Version: "3.27.4", Day: MustDate("2020-08-30")},
		{Version: "3.34.4", Day: MustDate("2023-09-08")},
	},
}

func TestSupportOf(t *testing.T) {
	virtual := appliance
	virtual.Form = FormVirtual
	virtual.Releases = append([]Release{{Version: "3.18.3", Day: MustDate("2018-03-08"), Standing: StandingConflict}}, appliance.Releases...)
	twoLines := Product{ID: "super", Name: "Super", Form: FormHardware, Releases: []Release{
		{Version: "4.04.4", Day: MustDate("2017-02-24")},
		{Version: "5.00.3", Day: MustDate("2017-02-24")},
	}}
	for _, tt := range []struct {
		name      string
		product   Product
		typed, on string
		verdict   Verdict
		hardware  Verdict
		technical Verdict
		deadline  string
		rule      Rule
	}{
		{"newest of the table", appliance, "3.34.4", "2024-06-01", VerdictSupported, VerdictSupported, VerdictSupported, "", RuleListed},
		{"older minor, same bug-fix number", appliance, "3.27.4", "2024-06-01", VerdictSupported, VerdictSupported, VerdictSupported, "", RuleSameBugfix},
		{"any revision of a listed version", appliance, "3.34.4-9999", "2024-06-01", VerdictSupported, VerdictSupported, VerdictSupported, "", RuleRevisionIgnored},
		{"on the day of publication", appliance, "3.34.4", "2023-09-08", VerdictSupported, VerdictSupported, VerdictSupported, "", RuleListed},
		{"the day before its publication", appliance, "3.34.4", "2023-09-07", VerdictUnconfirmed, VerdictUnconfirmed, VerdictUnconfirmed, "", RuleBeforeTable},

		{"lower bug-fix number, first day", appliance, "3.20.3", "2020-08-30", VerdictGrace, VerdictSupported, VerdictNotSupported, "2021-02-28", RuleHardwareGrace},
		{"lower bug-fix number, last day to update", appliance, "3.20.3", "2021-02-28", VerdictGrace, VerdictSupported, VerdictNotSupported, "2021-02-28", RuleHardwareGrace},
		{"lower bug-fix number, the day after", appliance, "3.20.3", "2021-03-01", VerdictNotSupported, VerdictNotSupported, VerdictNotSupported, "2021-02-28", RuleGraceOver},
		{"the clock does not start anew with a minor", appliance, "3.20.3", "2023-10-01", VerdictNotSupported, VerdictNotSupported, VerdictNotSupported, "2021-02-28", RuleGraceOver},
		{"before the table begins", appliance, "3.20.3", "2020-08-29", VerdictUnconfirmed, VerdictUnconfirmed, VerdictUnconfirmed, "", RuleBeforeTable},

		{"plausible but not listed", appliance, "3.28.4", "2024-06-01", VerdictUnconfirmed, VerdictUnconfirmed, VerdictUnconfirmed, "", RuleUnlisted},
		{"larger bug-fix number than listed", appliance, "3.34.5", "2024-06-01", VerdictUnconfirmed, VerdictUnconfirmed, VerdictUnconfirmed, "", RuleNewerThanTable},
		{"larger minor than listed", appliance, "3.35.4", "2024-06-01", VerdictUnconfirmed, VerdictUnconfirmed, VerdictUnconfirmed, "", RuleNewerThanTable},
		{"major that the product has not", appliance, "2.34.4", "2024-06-01", VerdictUnconfirmed, VerdictUnconfirmed, VerdictUnconfirmed, "", RuleMajorNotListed},

		{"listed although another major has a larger number", twoLines, "5.00.3", "2024-06-01", VerdictSupported, VerdictSupported, VerdictSupported, "", RuleListed},
		{"leading zeros left out", twoLines, "5.0.3", "2024-06-01", VerdictSupported, VerdictSupported, VerdictSupported, "", RuleSameNumber},
		{"lower within its own major", twoLines, "5.0.2", "2024-06-01", VerdictNotSupported, VerdictNotSupported, VerdictNotSupported, "2017-08-24", RuleGraceOver},

		{"only in the older of two tables", virtual, "3.18.3", "2024-06-01", VerdictConflict, "", VerdictNotSupported, "", RuleTablesConflict},
		{"virtual: no verdict on hardware", virtual, "3.20.3", "2024-06-01", VerdictNotSupported, "", VerdictNotSupported, "2021-02-28", RuleGraceOver},

		{"not a version", appliance, "3.34", "2024-06-01", VerdictInvalid, "", "", "", RuleVersionInvalid},
	} {
		a := SupportOf(testRule, LifecycleRule{}, tt.product, VersionCase{Typed: tt.typed, On: MustDate(tt.on)})
		got := fmt.Sprint(a.Verdict, a.Hardware, a.Technical, a.Deadline)
		want := fmt.Sprint(tt.verdict, tt.hardware, tt.technical, tt.deadline)
		if got != want {
			t.Errorf("%s: SupportOf(%s, %s) = %s, want %s", tt.name, tt.typed, tt.on, got, want)
		}
		if !slices.ContainsFunc(a.Reasons, func(r Reason) bool { return r.Rule == tt.rule }) {
			t.Errorf("%s: reasons of SupportOf(%s, %s) lack %s: %v", tt.name, tt.typed, tt.on, tt.rule, a.Reasons)
		}
		if a.Typed != tt.typed {
			t.Errorf("%s: typed text %q became %q", tt.name, tt.typed, a.Typed)
		}
	}
}

func TestSupportOf_newer(t *testing.T) {
	for typed, newer := range map[string]bool{"3.34.5": true, "3.35.4": true, "4.0.0": true, "2.99.9": false, "3.28.4": false, "3.34.4": false} {
		if a := SupportOf(testRule, LifecycleRule{}, appliance, VersionCase{Typed: typed, On: MustDate("2024-06-01")}); a.Newer != newer {
			t.Errorf("SupportOf(%s).Newer = %v, want %v", typed, a.Newer, newer)
		}
	}
}

func TestSupportOf_updateTo(t *testing.T) {
	a := SupportOf(testRule, LifecycleRule{}, appliance, VersionCase{Typed: "3.20.3", On: MustDate("2024-06-01")})
	if want := []Label{"3.34.4", "3.27.4"}; !slices.Equal(a.UpdateTo, want) || a.Recommended != "3.34.4" {
		t.Errorf("UpdateTo = %v, recommended %s, want %v with 3.34.4", a.UpdateTo, a.Recommended, want)
	}
	a = SupportOf(testRule, LifecycleRule{}, appliance, VersionCase{Typed: "3.20.3", On: MustDate("2023-09-07")})
	if want := []Label{"3.27.4"}; !slices.Equal(a.UpdateTo, want) {
		t.Errorf("UpdateTo the day before 3.34.4 came out = %v, want %v", a.UpdateTo, want)
	}
}

func TestSupportOf_noRule(t *testing.T) {
	a := SupportOf(VersionRule{}, LifecycleRule{}, Product{Name: "Dezie 8"}, VersionCase{Typed: "8.0.0", On: MustDate("2024-06-01")})
	if a.Verdict != VerdictUnknown || a.Lifecycle.Phase != PhaseUnknown || a.Reasons[0].Basis != BasisNotStated {
		t.Errorf("SupportOf without a rule = %s, %s, want unknown twice, as not stated", a.Verdict, a.Lifecycle.Phase)
	}
}

func TestSupportOf_lifecycleApart(t *testing.T) {
	ended := appliance
	ended.EndOfSale = EndOfSaleRemarked
	a := SupportOf(testRule, LifecycleRule{}, ended, VersionCase{Typed: "3.34.4", On: MustDate("2024-06-01")})
	if a.Verdict != VerdictSupported || a.Lifecycle.Phase != PhaseCannotCompute {
		t.Errorf("no longer sold: %s, %s, want supported and cannot_compute side by side", a.Verdict, a.Lifecycle.Phase)
	}
	if a := SupportOf(testRule, LifecycleRule{}, appliance, VersionCase{Typed: "3.34.4", On: MustDate("2024-06-01")}); a.Lifecycle.Phase != PhaseOnSale {
		t.Errorf("without remark: phase %s, want on_sale", a.Lifecycle.Phase)
	}
}

// TestSupportOf_neverBack: once a version is out of support, no later day brings
// it back while the table stays the same.
func TestSupportOf_neverBack(t *testing.T) {
	order := []Verdict{VerdictUnconfirmed, VerdictGrace, VerdictNotSupported}
	for _, typed := range []string{"3.20.3", "3.0.0", "3.27.1"} {
		at := 0
		for d := MustDate("2020-08-01"); d.Before(MustDate("2024-01-01")); d = d.AddDays(1) {
			n := slices.Index(order, SupportOf(testRule, LifecycleRule{}, appliance, VersionCase{Typed: typed, On: d}).Verdict)
			if n < at {
				t.Fatalf("%s on %s: %s after %s", typed, d, order[max(n, 0)], order[at])
			}
			at = n
		}
	}
}

// TestSupportOf_sameVersion: how a version is typed changes nothing.
func TestSupportOf_sameVersion(t *testing.T) {
	for _, on := range []string{"2020-08-29", "2021-02-28", "2024-06-01"} {
		for _, same := range [][]string{{"3.34.4", "３．３４．４", "Ver3.34.4", "3.034.04"}, {"3.20.3", "v3.20.3", "3.20.03"}} {
			want := SupportOf(testRule, LifecycleRule{}, appliance, VersionCase{Typed: same[0], On: MustDate(on)}).Verdict
			for _, typed := range same {
				if got := SupportOf(testRule, LifecycleRule{}, appliance, VersionCase{Typed: typed, On: MustDate(on)}).Verdict; got != want {
					t.Errorf("SupportOf(%q, %s) = %s, want %s as for %q", typed, on, got, want, same[0])
				}
			}
		}
	}
}
