package policy

import (
	"cmp"
	"slices"
)

// Event is a day on which something ends that a customer should know of: the
// time to update, a phase of support, a period of service, a contract. Lists of
// what comes next and calendars are made of events.
type Event struct {
	// ID names what ends, such as grace or phase-security. Together with a
	// product and a release it stays the same from build to build.
	ID string `json:"id"`

	// Until is the last day on which it holds, itself inside.
	Until Date `json:"until"`

	Reason Reason `json:"reason"`
}

// Ids of events; those of phases and periods carry the id of what ends.
const (
	EventGrace    = "grace"
	EventPhase    = "phase-"
	EventPeriod   = "period-"
	EventContract = "contract"
)

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
