package i18n

import (
	"strings"

	"madoguchi/policy"
)

// EventName says in a few words what an event is: the last day of something, a
// deadline, a publication.
func (w *Words) EventName(e policy.Event) string {
	switch {
	case e.ID == policy.EventGrace:
		return w.Publish.UpdateBy
	case e.ID == policy.EventContract:
		return w.Publish.ContractEnds
	case e.ID == policy.EventReleased:
		return w.Publish.Released
	case strings.HasPrefix(e.ID, policy.EventPhase):
		return w.Publish.LastDay(w.In(e.Reason.Params["phase"].Words()))
	case strings.HasPrefix(e.ID, policy.EventPeriod):
		return w.Publish.LastDay(w.In(e.Reason.Params["name"].Words()))
	case strings.HasPrefix(e.ID, policy.EventDeadline):
		return w.Publish.DueBy(w.In(e.Reason.Params["name"].Words()))
	default:
		panic("no words for event " + e.ID) // policy makes no other: a bug
	}
}
