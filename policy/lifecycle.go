package policy

import "slices"

// LifecycleRule is what a vendor promises for a product from the end of its sale
// on: how long paid service goes on, and in which phases software is maintained.
// Periods are counted in months from an anchor day; the anchor's own day is the
// first of the period.
type LifecycleRule struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Service are the periods of paid service and repair. Where there are
	// several, any one of them keeps the service going.
	Service []Period `yaml:"service" need:"yes"`

	// Software are the phases of software maintenance, in order.
	Software []Period `yaml:"software" need:"yes"`

	// Clauses say where the vendor states each step of the computation.
	Clauses Clauses `yaml:"clauses" need:"yes"`

	Notes []Note     `yaml:"notes"`
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// Period is a time from an anchor day on.
type Period struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Phase is what answers call the period.
	Phase Phase `yaml:"phase" need:"yes"`

	// From names the anchor; the period lasts from FromMonth months after it,
	// and until before UntilMonth months after it.
	From Anchor `yaml:"from" need:"yes"`

	// FromMonth is the month after the anchor with which the period begins; 0 is the anchor's own day.
	FromMonth int `yaml:"fromMonth"`

	// UntilMonth is the month after the anchor with which it is over.
	UntilMonth int `yaml:"untilMonth" need:"yes"`

	Text        Text       `yaml:"text" need:"yes"` // what is done in the period
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// Anchor is a day from which a period is counted.
type Anchor string

const (
	AnchorAnnounced Anchor = "announced"   // the end of sale was announced
	AnchorEndOfSale Anchor = "end-of-sale" // the product was sold for the last time
	AnchorPurchased Anchor = "purchased"   // the customer bought it new
)

var anchors = []Anchor{AnchorAnnounced, AnchorEndOfSale, AnchorPurchased}

// OneOf lists the values a catalog may write.
func (Anchor) OneOf() []string { return names(anchors) }

// Rules lists the steps for which a catalog has to cite the vendor.
func (l LifecycleRule) Rules() []Rule {
	rules := []Rule{RuleBoundaryDay, RuleAnchorsMissing}
	anchors := map[Anchor]bool{}
	for _, p := range slices.Concat(l.Service, l.Software) {
		anchors[p.From] = true
	}
	if anchors[AnchorAnnounced] && anchors[AnchorEndOfSale] {
		rules = append(rules, RuleAnchorAssumed)
	}
	if len(l.Service) > 1 {
		rules = append(rules, RuleLaterCounts)
	}
	return append(rules, RuleContractOutlives)
}

// Phase is where a product stands in its life cycle.
type Phase string

const (
	PhaseUnknown        Phase = "unknown"
	PhaseOnSale         Phase = "on_sale"
	PhaseNormal         Phase = "normal"
	PhaseLimited        Phase = "limited"
	PhaseLimitedAssumed Phase = "limited_assumed" // the source leaves a gap; read as limited
	PhaseExtended       Phase = "extended"
	PhaseEnded          Phase = "ended"
	PhaseCannotCompute  Phase = "cannot_compute" // no longer sold, but the days that count are not known
)

// phases are in the order in which a product goes through them.
var phases = []Phase{PhaseUnknown, PhaseOnSale, PhaseNormal, PhaseLimitedAssumed, PhaseLimited, PhaseExtended, PhaseEnded, PhaseCannotCompute}

// Phases lists every phase.
func Phases() []Phase { return slices.Clone(phases) }

// OneOf lists the values a catalog may write.
func (Phase) OneOf() []string {
	return names([]Phase{PhaseNormal, PhaseLimitedAssumed, PhaseLimited, PhaseExtended})
}

// SaleDays are the days that the life cycle of one unit is counted from, each
// unknown where it is not known.
type SaleDays struct {
	Announced   Date // the vendor announced the end of sale
	EndOfSale   Date // the last day of sale, itself still on sale
	Purchased   Date // the customer bought the unit new
	ContractEnd Date // the last day of the customer's contract, itself inside
}

// Lifecycle is where a product stands between its sale and the end of all
// service: its software, and repair and paid service beside it.
type Lifecycle struct {
	// Phase is that of software maintenance, from its first to its last
	// certain day, both inside.
	Phase Phase `json:"phase"`
	From  Date  `json:"from,omitzero"`
	To    Date  `json:"to,omitzero"`

	// Boundary says that the day asked about is the anniversary itself, which
	// can be read as the last day of the phase before or as the first of this.
	Boundary bool `json:"boundary,omitempty"`

	// Service is repair and paid service; nil where no day for it is known.
	Service *Service `json:"service,omitempty"`

	// Periods are all periods of the rule, with their days.
	Periods []PeriodGiven `json:"periods,omitempty"`

	Reasons []Reason `json:"reasons,omitempty"`
}

// Service is how far repair and paid service reach.
type Service struct {
	State PeriodState `json:"state"`
	Until Date        `json:"until,omitzero"` // the last certain day

	// Contract is the last day of the customer's contract, and Effective the
	// earlier of the two.
	Contract  Date `json:"contract_end,omitzero"`
	Effective Date `json:"effective,omitzero"`
}

// PeriodGiven is a period with its days, as of a day.
type PeriodGiven struct {
	Period string      `json:"period"`
	Name   Text        `json:"name"`
	Phase  Phase       `json:"phase"`
	State  PeriodState `json:"state"`
	From   Date        `json:"from,omitzero"`
	Until  Date        `json:"until,omitzero"` // the last certain day, itself inside

	// Boundary is the last day that is open to both readings, the anniversary;
	// unknown where the month has no such day, and nothing is open.
	Boundary Date `json:"boundary,omitzero"`

	why Reason
}

// PeriodState is the state of a period on a day.
type PeriodState string

const (
	PeriodUnknown  PeriodState = "cannot_compute" // the day it is counted from is not known
	PeriodAhead    PeriodState = "ahead"
	PeriodRunning  PeriodState = "running"
	PeriodBoundary PeriodState = "boundary"
	PeriodOver     PeriodState = "over"
)

var periodStates = []PeriodState{PeriodUnknown, PeriodAhead, PeriodRunning, PeriodBoundary, PeriodOver}

// PeriodStates lists every state of a period.
func PeriodStates() []PeriodState { return slices.Clone(periodStates) }

// LastDays returns the end of a time of some months from a day on: the last day
// that is certainly inside, and the last day that is open to both readings.
//
// No policy here says whether "five years from D" still holds on the fifth
// anniversary. The day before it is certain; the anniversary is a boundary, and
// so is 29 February right after an anniversary on the 28th of one counted from
// the end of February. Where the month has no such day, its last day is the last
// one and nothing is open.
func LastDays(from Date, months int) (certain, boundary Date) {
	anniversary := from.AddMonths(months)
	if anniversary.Day() != from.Day() {
		return anniversary, Date{}
	}
	boundary = anniversary
	if from.Month() == 2 && from.Day() == 28 && from.AddDays(1).Month() == 3 && anniversary.AddDays(1).Month() == 2 {
		boundary = anniversary.AddDays(1)
	}
	return anniversary.AddDays(-1), boundary
}

// On gives the period its days and its state on a day. The anchor's own day is
// the first of the period.
func (p Period) On(anchor, on Date) (g PeriodGiven) {
	g = PeriodGiven{Period: p.ID, Name: p.Name, Phase: p.Phase, State: PeriodUnknown}
	if anchor.IsZero() {
		return g
	}
	defer func() { g.why = p.reason(g) }()
	g.From = anchor
	if p.FromMonth > 0 {
		certain, _ := LastDays(anchor, p.FromMonth)
		g.From = certain.AddDays(1)
	}
	g.Until, g.Boundary = LastDays(anchor, p.UntilMonth)
	switch {
	case on.Before(g.From):
		g.State = PeriodAhead
	case !on.After(g.Until):
		g.State = PeriodRunning
	case !g.Boundary.IsZero() && !on.After(g.Boundary):
		g.State = PeriodBoundary
	default:
		g.State = PeriodOver
	}
	return g
}

// lifecycleOf says where a product stands on a day.
//
// Infinico, 販売終了品に関する終了時期と内容: service is counted from the day on which
// the end of sale was announced, or from purchase, software from the end of sale
// itself. The vendor remarks the end of sale without a day; without days nothing
// can be computed, and a product without the remark is on sale.
func lifecycleOf(version VersionRule, rule LifecycleRule, product Product, days SaleDays, on Date) Lifecycle {
	clause := rule.Clauses.Reason
	l := Lifecycle{Phase: PhaseUnknown}
	if rule.ID == "" || days.Announced.IsZero() && days.EndOfSale.IsZero() {
		switch {
		case product.EndOfSale == EndOfSaleRemarked:
			l.Phase = PhaseCannotCompute
			l.because(version.Clauses.Reason(RuleEndOfSaleRemarked, nil))
			if rule.ID != "" {
				l.because(clause(RuleAnchorsMissing, nil))
			}
		case version.Model == ModelLargestBugfix:
			l.Phase = PhaseOnSale
			l.because(version.Clauses.Reason(RuleOnSale, nil))
		}
		if rule.ID == "" {
			return l
		}
	} else {
		days = l.assumeAnchors(days, clause)
	}
	anchors := map[Anchor]Date{AnchorAnnounced: days.Announced, AnchorEndOfSale: days.EndOfSale, AnchorPurchased: days.Purchased}
	l.service(rule, anchors, days.ContractEnd, on)
	l.software(rule, anchors, on)
	if l.Phase != PhaseOnSale && l.Phase != PhaseUnknown {
		l.Reasons = append(l.Reasons, notesFor(rule.Notes, nil)...)
	}
	return l
}

func (l *Lifecycle) because(r Reason) { l.Reasons = append(l.Reasons, r) }

// assumeAnchors takes the day of the announcement and the end of sale for the
// same where only one is known, and says so.
func (l *Lifecycle) assumeAnchors(days SaleDays, clause func(Rule, Params) Reason) SaleDays {
	switch {
	case days.Announced.IsZero():
		days.Announced = days.EndOfSale
	case days.EndOfSale.IsZero():
		days.EndOfSale = days.Announced
	default:
		return days
	}
	l.because(clause(RuleAnchorAssumed, Params{"day": DayValue(days.EndOfSale)}))
	return days
}

// service computes repair and paid service: any period that runs keeps it
// going, and the one that reaches furthest counts.
func (l *Lifecycle) service(rule LifecycleRule, anchors map[Anchor]Date, contract, on Date) {
	var s Service
	var best PeriodGiven
	open, known := false, 0
	for _, p := range rule.Service {
		g := p.On(anchors[p.From], on)
		l.Periods = append(l.Periods, g)
		if g.State == PeriodUnknown {
			open = true
			continue
		}
		known++
		l.because(g.why)
		if best.Period == "" || g.Until.After(best.Until) {
			best = g
		}
	}
	if best.Period == "" {
		return
	}
	s.State, s.Until = best.State, best.Until
	if s.State == PeriodAhead {
		s.State = PeriodRunning // nothing has ended it yet
	}
	if open && s.State != PeriodRunning {
		s.State = PeriodUnknown // another period may still run
	}
	if known > 1 {
		l.because(rule.Clauses.Reason(RuleLaterCounts, Params{"until": DayValue(best.Until)}))
	}
	if s.State == PeriodBoundary {
		l.because(rule.Clauses.Reason(RuleBoundaryDay, Params{"day": DayValue(on)}))
	}
	if !contract.IsZero() {
		s.Contract, s.Effective = contract, best.Until
		if contract.Before(best.Until) {
			s.Effective = contract
		} else if contract.After(best.Until) {
			l.because(rule.Clauses.Reason(RuleContractOutlives, Params{"contract": DayValue(contract), "until": DayValue(best.Until)}))
		}
	}
	l.Service = &s
}

// software computes the phase of software maintenance.
func (l *Lifecycle) software(rule LifecycleRule, anchors map[Anchor]Date, on Date) {
	known := false
	for i, p := range rule.Software {
		anchor := anchors[p.From]
		g := p.On(anchor, on)
		l.Periods = append(l.Periods, g)
		if anchor.IsZero() {
			continue
		}
		known = true
		if i == 0 && on.Before(anchor) {
			l.Phase, l.To = PhaseOnSale, anchor.AddDays(-1)
		}
		if g.State == PeriodRunning {
			l.Phase, l.From, l.To = p.Phase, g.From, g.Until
			l.because(g.why)
		}
		if last := i == len(rule.Software)-1; g.State == PeriodOver && last || g.State == PeriodBoundary && last {
			l.Phase, l.From, l.To = PhaseEnded, g.Until.AddDays(1), Date{}
			l.because(g.why)
		}
		l.Boundary = l.Boundary || g.State == PeriodBoundary
	}
	if known && l.Boundary {
		l.because(rule.Clauses.Reason(RuleBoundaryDay, Params{"day": DayValue(on)}))
	}
}

// reason tells a period with its days.
func (p Period) reason(g PeriodGiven) Reason {
	return Reason{
		Rule: RulePeriod, Basis: p.Basis.orStated(), Assumptions: p.Assumptions, Clause: p.Text, Citations: p.Cite,
		Params: Params{"name": WordsValue(p.Name), "begins": DayValue(g.From), "until": DayValue(g.Until), "state": TextValue(string(g.State))},
	}
}
