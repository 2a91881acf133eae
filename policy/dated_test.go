package policy

import (
	"slices"
	"strings"
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

// TestReleasesFor: what a typed version belongs to, and what it may be meant for.
func TestReleasesFor(t *testing.T) {
	phones := Product{Releases: []Release{{Version: "3+"}, {Version: "3"}}}
	libraries := Product{Releases: []Release{
		{Version: "2.12", Latest: "2.12.9"}, {Version: "2.10", Latest: "2.12.10"}, {Version: "1.1.1", Codename: "Azusa"}, {Version: "1.1.0"},
		{Version: "8", Latest: "Patch 7", Name: Text{Ja: "第8版", En: "Release eight"}},
	}}
	for _, tt := range []struct {
		name, typed string
		product     Product
		fits, like  string
	}{
		{"a plus sign at the end is part of the name", "3+", phones, "3+", "3+"},
		{"without it, it is another one", "3", phones, "3", "3+ 3"},
		{"a plus sign in between divides", "3+build.7", phones, "3", "3+ 3"},
		{"newest patch of its own release", "2.12.9", libraries, "2.12", "2.12"},
		{"claimed by two releases", "2.12.10", libraries, "2.12 2.10", "2.12"},
		{"a patch that does not look like its release", "patch 7", libraries, "8", ""},
		{"code name", "ａｚｕｓａ", libraries, "1.1.1", ""},
		{"name, in full width", "第８版", libraries, "8", ""},
		{"a letter behind the last digit is offered, not taken", "1.1.1w", libraries, "", "1.1.1"},
		{"nothing in common", "9", libraries, "", ""},
		{"nothing typed", " ", libraries, "", ""},
	} {
		versions := func(rs []Release) string {
			var out []string
			for _, r := range rs {
				out = append(out, string(r.Version))
			}
			return strings.Join(out, " ")
		}
		if got := versions(ReleasesFor(tt.product, tt.typed)); got != tt.fits {
			t.Errorf("%s: ReleasesFor(%q) = %q, want %q", tt.name, tt.typed, got, tt.fits)
		}
		if got := versions(ReleasesLike(tt.product, tt.typed)); got != tt.like {
			t.Errorf("%s: ReleasesLike(%q) = %q, want %q", tt.name, tt.typed, got, tt.like)
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
