package policy

import (
	"fmt"
	"slices"
	"testing"
)

var lineRule = VersionRule{ID: "line", Model: ModelLargestBugfix, GraceMonths: 6}

// TestUpdateDeadlines: what a calendar says of a line is what an answer says of
// the versions below it.
func TestUpdateDeadlines(t *testing.T) {
	product := Product{ID: "box", Releases: []Release{
		{Version: "3.27.4", Day: MustDate("2020-08-31")}, {Version: "3.34.4", Day: MustDate("2023-09-08")}, {Version: "3.18.3", Day: MustDate("2018-04-27"), Standing: StandingConflict},
		{Version: "4.1.0", Day: MustDate("2024-01-01")}, {Version: "5.1.1", Day: MustDate("2024-05-22")},
	}}
	var got []string
	for _, d := range UpdateDeadlines(lineRule, product) {
		got = append(got, fmt.Sprintf("%d.x below %d: %s", d.Major, d.Bugfix, d.Until))
		for _, on := range []string{"2024-06-01", "2030-01-01"} {
			a := SupportOf(lineRule, LifecycleRule{}, product, VersionCase{Typed: fmt.Sprintf("%d.0.%d", d.Major, d.Bugfix-1), On: MustDate(on)})
			if a.Deadline != d.Until {
				t.Errorf("on %s the deadline of line %d is %s, in calendars %s", on, d.Major, a.Deadline, d.Until)
			}
		}
	}
	want := []string{"3.x below 4: 2021-02-28", "5.x below 1: 2024-11-22"} // nothing is below 4.x.0
	if !slices.Equal(got, want) {
		t.Errorf("UpdateDeadlines = %q, want %q", got, want)
	}
	dated := VersionRule{ID: "dated", Model: ModelDated}
	if got := UpdateDeadlines(dated, product); got != nil {
		t.Errorf("UpdateDeadlines of a rule without a time to update = %v, want none", got)
	}
}

func TestEventsOf(t *testing.T) {
	product := Product{
		Phases: []PhaseName{{ID: "full", Name: Text{Ja: "通常", En: "Full"}}, {ID: "security", Name: Text{Ja: "修正", En: "Fixes"}}},
		Cite:   []Citation{{Source: "s", Section: "product"}},
	}
	for _, tt := range []struct {
		name    string
		release Release
		want    []string
	}{
		{"every day printed", Release{Version: "9", Day: MustDate("2024-01-15"), Phases: []DatedPhase{{Phase: "security", Until: MustDate("2026-01-31")}, {Phase: "full", Until: MustDate("2025-01-31")}}},
			[]string{"released 2024-01-15 released", "phase-full 2025-01-31 phase-runs", "phase-security 2026-01-31 phase-runs"}},
		{"an end without a day, and one not announced", Release{Version: "8", Phases: []DatedPhase{{Phase: "full", State: PhaseOver}, {Phase: "security", State: PhaseRuns}}}, nil},
		{"a phase that the product has not", Release{Version: "7", Phases: []DatedPhase{{Phase: "extra", Until: MustDate("2026-01-31")}}}, nil},
	} {
		var got []string
		for _, e := range EventsOf(VersionRule{Model: ModelDated}, product, tt.release) {
			got = append(got, fmt.Sprintf("%s %s %s", e.ID, e.Until, e.Reason.Rule))
			if e.ID == EventReleased && !slices.Equal(e.Reason.Citations, product.Cite) {
				t.Errorf("%s: the publication cites %v, want the product's place", tt.name, e.Reason.Citations)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: EventsOf = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestEvent_OfUnit(t *testing.T) {
	for id, want := range map[string]bool{
		EventGrace: false, EventPhase + "x": false, EventReleased: false, EventPeriod + "x": true, EventContract: true, EventDeadline + "x": true,
	} {
		if got := (Event{ID: id}).OfUnit(); got != want {
			t.Errorf("Event %q OfUnit() = %t, want %t", id, got, want)
		}
	}
}
