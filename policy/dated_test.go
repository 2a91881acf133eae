package policy

import (
	"slices"
	"testing"
)

var dated = Product{
	ID: "lang", Name: "Lang", Phases: []PhaseName{{ID: "active"}, {ID: "security"}},
	Releases: []Release{
		{Version: "8.0.46", Phases: []DatedPhase{{Phase: "security", State: PhaseRuns}}},
		{Version: "8.0", Phases: []DatedPhase{{Phase: "active", Until: MustDate("2023-12-31")}, {Phase: "security", Until: MustDate("2024-12-31")}}},
		{Version: "1", Phases: []DatedPhase{{Phase: "security", State: PhaseOver}}},
		{Version: "1.5-lts", Phases: []DatedPhase{{Phase: "security", Until: MustDate("2012-01-31")}}},
		{Version: "0"},
	},
}

func TestSupportOf_dated(t *testing.T) {
	rule := VersionRule{Model: ModelDated}
	for _, tt := range []struct {
		name, typed, on string
		verdict         Verdict
		release         Label
		phases          []PhaseNow
	}{
		{"both phases run on the last day of the first", "8.0.1", "2023-12-31", VerdictSupported, "8.0", []PhaseNow{PhaseNowRunning, PhaseNowRunning}},
		{"the day after, one runs", "v8.0.1", "2024-01-01", VerdictSupported, "8.0", []PhaseNow{PhaseNowEnded, PhaseNowRunning}},
		{"last day of the last phase", "8.0", "2024-12-31", VerdictSupported, "8.0", []PhaseNow{PhaseNowEnded, PhaseNowRunning}},
		{"first day after it", "8.0", "2025-01-01", VerdictNotSupported, "8.0", []PhaseNow{PhaseNowEnded, PhaseNowEnded}},
		{"the longer beginning counts", "8.0.46.1", "2030-01-01", VerdictSupported, "8.0.46", []PhaseNow{PhaseNowNotOffered, PhaseNowRunning}},
		{"over, without a day", "1", "1999-01-01", VerdictNotSupported, "1", []PhaseNow{PhaseNowNotOffered, PhaseNowEnded}},
		{"letters and dashes", "Ver １.５-LTS", "2012-01-31", VerdictSupported, "1.5-lts", []PhaseNow{PhaseNowNotOffered, PhaseNowRunning}},
		{"nothing known of the release", "0", "2024-01-01", VerdictUnknown, "0", []PhaseNow{PhaseNowNotOffered, PhaseNowNotOffered}},
		{"10 is not 1", "10", "2024-01-01", VerdictUnknown, "", nil},
		{"not typed", "", "2024-01-01", VerdictUnknown, "", nil},
	} {
		a := SupportOf(rule, LifecycleRule{}, dated, VersionCase{Typed: tt.typed, On: MustDate(tt.on)})
		var phases []PhaseNow
		for _, p := range a.Phases {
			phases = append(phases, p.State)
		}
		if a.Verdict != tt.verdict || a.Version != tt.release || !slices.Equal(phases, tt.phases) {
			t.Errorf("%s: SupportOf(%q, %s) = %s by %q %v, want %s by %q %v", tt.name, tt.typed, tt.on, a.Verdict, a.Version, phases, tt.verdict, tt.release, tt.phases)
		}
	}
}

func TestReleasesFor_equal(t *testing.T) {
	p := Product{Releases: []Release{{Version: "1.0"}, {Version: "1-0"}}}
	if got := ReleasesFor(p, "1.0.3"); len(got) != 2 {
		t.Errorf("1.0.3 belongs to %v, want both that fit equally", got)
	}
}

func TestSupportOf_newestOnly(t *testing.T) {
	a := SupportOf(VersionRule{Model: ModelNewestOnly}, LifecycleRule{}, Product{}, VersionCase{Typed: "5.1", On: MustDate("2024-01-01")})
	if a.Verdict != VerdictUnknown || a.Reasons[0].Rule != RuleFixedInNewest {
		t.Errorf("without a list of releases: %s %v, want unknown, because fixes are in the newest", a.Verdict, a.Reasons)
	}
}
