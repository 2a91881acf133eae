package policy

import (
	"cmp"
	"slices"
	"strings"
)

// Event is a day that a customer should know of, since something ends with it:
// the time to update, a phase of support, a period of service, a contract. The
// publication of a release is one as well, though it ends nothing. Lists of what
// comes next and calendars are made of events.
type Event struct {
	// ID names what ends, such as grace or phase-security. Together with a
	// product and a release it stays the same from build to build.
	ID string `json:"id"`

	// Until is the last day on which it holds, itself inside; of a publication,
	// its day.
	Until Date `json:"until"`

	Reason Reason `json:"reason"`
}

// Ids of events; those of phases, periods and deadlines carry the id of what ends.
const (
	EventGrace    = "grace"
	EventPhase    = "phase-"
	EventPeriod   = "period-"
	EventContract = "contract"
	EventDeadline = "deadline-"
	EventReleased = "released"
)

// OfUnit reports whether the event is about one unit or case of the person's own,
// and not about a release that others have as well.
func (e Event) OfUnit() bool {
	return e.ID == EventContract || strings.HasPrefix(e.ID, EventPeriod) || strings.HasPrefix(e.ID, EventDeadline)
}

// EventsOf lists the days that a vendor prints for a release of a product: its
// publication, and the last day of each of its phases, in the order of the phases.
func EventsOf(rule VersionRule, product Product, release Release) []Event {
	var all []Event
	if !release.Day.IsZero() {
		cite := release.Cite
		if len(cite) == 0 {
			cite = product.Cite
		}
		all = append(all, Event{EventReleased, release.Day, Reason{
			Rule: RuleReleased, Basis: BasisStated, Citations: cite,
			Params: Params{"release": WordsValue(release.Label()), "day": DayValue(release.Day)},
		}})
	}
	for _, g := range PhasesOn(product, release, Date{}) {
		if !g.Until.IsZero() {
			all = append(all, Event{EventPhase + g.Phase, g.Until, rule.phaseReason(RulePhaseRuns, release, g)})
		}
	}
	return all
}

// UpdateDeadline is the end of the time in which the releases of one line with a
// smaller bug-fix number than its largest can be updated.
type UpdateDeadline struct {
	Major  int // of the line
	Bugfix int // the largest of the line: those below it are to be updated
	Event
}

// UpdateDeadlines lists the deadlines that follow from a product's table, by line.
// A line whose largest bug-fix number is 0 has none: nothing can be below it.
func UpdateDeadlines(rule VersionRule, product Product) []UpdateDeadline {
	if rule.Model != ModelLargestBugfix || rule.GraceMonths == 0 {
		return nil
	}
	var out []UpdateDeadline
	for _, major := range majorsOf(product) {
		newest := lineOf(product, major).newest(lastDay)
		if len(newest) == 0 || newest[0].Bugfix == 0 {
			continue
		}
		deadline, params := rule.deadline(newest)
		if deadline.IsZero() {
			continue
		}
		out = append(out, UpdateDeadline{major, newest[0].Bugfix, Event{EventGrace, deadline, rule.Clauses.Reason(RuleHardwareGrace, params)}})
	}
	return out
}

// lastDay is the last one that a Date can be.
var lastDay = Date{9999, 12, 31}

// On is the deadline where it falls on a day.
func (d Deadline) On(day Date) Event {
	return Event{EventDeadline + d.ID, day, Reason{
		Rule: RuleClause, Basis: d.Basis.orStated(), Assumptions: d.Assumptions, Clause: d.Text, Citations: d.Cite,
		Params: Params{"name": WordsValue(d.Name)},
	}}
}

// eventsFrom lists what ends on a day or later, the nearest first.
func (a VersionAnswer) eventsFrom(on Date, days SaleDays) []Event {
	var all []Event
	add := func(id string, until Date, r Reason) {
		if !until.IsZero() && !until.Before(on) {
			all = append(all, Event{id, until, r})
		}
	}
	for _, r := range a.Reasons {
		if r.Rule == RuleHardwareGrace {
			add(EventGrace, a.Deadline, r)
		}
	}
	for _, p := range a.Phases {
		i := slices.IndexFunc(a.Reasons, func(r Reason) bool {
			return r.Rule == RulePhaseRuns && r.Params["phase"].Words() == p.Name
		})
		if i >= 0 && p.State == PhaseNowRunning {
			add(EventPhase+p.Phase, p.Until, a.Reasons[i])
		}
	}
	for _, p := range a.Lifecycle.Periods {
		add(EventPeriod+p.Period, p.Until, p.why)
	}
	add(EventContract, days.ContractEnd, Reason{Rule: RuleContractEnds, Basis: BasisStated, Params: Params{"until": DayValue(days.ContractEnd)}})
	slices.SortStableFunc(all, func(x, y Event) int { return cmp.Or(x.Until.Compare(y.Until), cmp.Compare(x.ID, y.ID)) })
	return all
}
