package policy

import "slices"

// Verdict is what an answer about a version comes to.
type Verdict string

const (
	VerdictUnknown        Verdict = "unknown"         // the policy does not say
	VerdictSupported      Verdict = "supported"       // listed as supported
	VerdictGrace          Verdict = "grace"           // overtaken, with time left to update
	VerdictNotSupported   Verdict = "not_supported"   // overtaken, time to update over
	VerdictUnconfirmed    Verdict = "unconfirmed"     // not in the table: neither yes nor no
	VerdictConflict       Verdict = "conflict"        // the vendor's own tables disagree
	VerdictUnknownProduct Verdict = "unknown_product" // the name fits none or several
	VerdictInvalid        Verdict = "invalid"         // not a version of the vendor's form
)

var verdicts = []Verdict{
	VerdictUnknown, VerdictSupported, VerdictGrace, VerdictNotSupported,
	VerdictUnconfirmed, VerdictConflict, VerdictUnknownProduct, VerdictInvalid,
}

// Verdicts lists every verdict on a version.
func Verdicts() []Verdict { return slices.Clone(verdicts) }

// ProductName is a product as an answer names it.
type ProductName struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// VersionAnswer says whether a version is supported on a day. The life cycle of
// the product is an answer of its own beside it: a product no longer sold can
// be on a supported version, and the other way round.
type VersionAnswer struct {
	Verdict Verdict `json:"verdict"`

	// Newer says of an unconfirmed version that it looks newer than the table.
	Newer bool `json:"newer,omitempty"`

	// Hardware and Technical are the verdicts on repair and on questions,
	// where the vendor separates them. Hardware is empty for a product
	// without hardware of the vendor's.
	Hardware  Verdict `json:"hardware,omitempty"`
	Technical Verdict `json:"technical,omitempty"`

	Product    ProductName   `json:"product,omitzero"`
	Candidates []ProductName `json:"candidates,omitempty"`

	Typed   string `json:"typed"`
	Version Label  `json:"version,omitempty"` // as understood

	UpdateTo    []Label       `json:"update_to,omitempty"`   // newest first
	Recommended Label         `json:"recommended,omitempty"` // the newest of them
	Deadline    Date          `json:"deadline,omitzero"`     // last day to update, itself inside
	ListedFor   []ProductName `json:"listed_for,omitempty"`  // other products that list exactly this version

	// Phases are those of the release, where the vendor prints days for them.
	// Releases are candidates: those that a version fits equally well, or is
	// like where it fits none.
	Phases   []PhaseGiven `json:"phases,omitempty"`
	Releases []Label      `json:"releases,omitempty"`

	Lifecycle Lifecycle `json:"lifecycle"`

	// Fault is out where the customer was handed a hotfix for a fault and did
	// not apply it: that one fault is not dealt with, whatever the verdict.
	Fault ScopeVerdict `json:"fault,omitempty"`

	// Next is what changes from the day asked about on, the nearest first.
	Next []Event `json:"next,omitempty"`

	Reasons []Reason `json:"reasons"`

	// Remarks are what the catalog tells whoever checks a version of this
	// vendor, and what it says is not stated.
	Remarks     []Reason `json:"remarks,omitempty"`
	Assumptions []string `json:"assumptions"`
	On          Date     `json:"on"`
	Catalog     Edition  `json:"catalog"`
}

// IsZero reports that there is no reason.
func (r Reason) IsZero() bool { return r.Rule == "" }

// VersionCase is what is known of the unit whose version is asked about.
type VersionCase struct {
	Typed string // the version, as typed
	On    Date   // the day asked about
	Days  SaleDays

	// HotfixWithheld says that the vendor handed the customer a hotfix for a
	// fault, and that it is not applied.
	HotfixWithheld bool
}

// SupportOf says whether a release of the product is supported on a day, by the
// vendor's rule for its versions. The day itself counts: on the deadline one
// may still update, on the day of publication a release is already out.
//
// The zero rules mean that the policy has none: the verdict is then unknown.
func SupportOf(rule VersionRule, life LifecycleRule, product Product, c VersionCase) VersionAnswer {
	a := VersionAnswer{
		Typed: c.Typed, On: c.On,
		Product:   ProductName{product.ID, product.Name},
		Lifecycle: lifecycleOf(rule, life, product, c.Days, c.On),
	}
	switch rule.Model {
	case ModelLargestBugfix:
		a.byLargestBugfix(rule, product, c.Typed, c.On)
		a.hotfix(rule, c)
	case ModelDated:
		a.byDates(rule, product, c.Typed, c.On)
	case ModelNewestOnly:
		a.Verdict = VerdictUnknown
		a.because(rule.Clauses.Reason(RuleFixedInNewest, nil))
	default:
		a.Verdict = VerdictUnknown
		a.because(Reason{Rule: RuleNoVersionRule, Basis: BasisNotStated, Params: Params{"product": TextValue(product.Name)}})
	}
	a.Reasons = append(a.Reasons, notesFor(product.Notes, nil)...)
	a.Next = a.eventsFrom(c.On, c.Days)
	a.Assumptions = assumptionsOf(a.Reasons, a.Lifecycle.Reasons)
	return a
}

// hotfix follows Infinico, ホットフィックス: malfunctions that a hotfix would have
// avoided are not dealt with for a customer who was given it and does not apply
// it. The verdict on the version stays what it is, since r never decides.
func (a *VersionAnswer) hotfix(rule VersionRule, c VersionCase) {
	if !c.HotfixWithheld || a.Verdict == VerdictInvalid {
		return
	}
	a.Fault = ScopeOut
	a.because(rule.Clauses.Reason(RuleHotfixWithheld, nil))
}

func (a *VersionAnswer) because(r Reason) { a.Reasons = append(a.Reasons, r) }

// byLargestBugfix follows Infinico, 保守サービス対象バージョンの見分け方 and
// 保守サービス・サポート対象.
//
// The rows of one product with the same X are one line, and lines are never
// compared with each other. What stands in the table is supported, whatever the
// formula would say. Beside the table, Z alone decides: a smaller Z than the
// largest listed one is out, with GraceMonths from the first release that
// carries the larger Z to update; the same Z, or a larger one, is neither yes
// nor no, because the table does not name it.
func (a *VersionAnswer) byLargestBugfix(rule VersionRule, product Product, typed string, on Date) {
	clause := rule.Clauses.Reason
	v, err := ParseVersion(typed)
	if err != nil {
		a.Verdict = VerdictInvalid
		a.because(Reason{Rule: RuleVersionInvalid, Basis: BasisStated, Params: Params{"typed": TextValue(typed)}, Citations: clause(RuleRevisionIgnored, nil).Citations})
		return
	}
	a.Version = Label(v.Printed)

	line := lineOf(product, v.Major)
	for _, row := range line.rows {
		if row.Same(v) {
			a.Version = Label(row.Printed) // leading zeros as the vendor writes them
			if v.Revision >= 0 {
				a.Version += Label(v.Printed[revisionAt(v.Printed):])
			}
			a.listed(rule, product, line, row, v, on)
			return
		}
	}
	if row, ok := conflictingRow(product, v); ok {
		a.Verdict, a.Technical = VerdictConflict, VerdictNotSupported
		a.updateTo(line.newest(on))
		a.because(clause(RuleTablesConflict, Params{"version": TextValue(row.Printed), "day": DayValue(row.day), "versions": ListValue(texts(a.UpdateTo))}))
		a.because(clause(RuleUpdateFirst, Params{"versions": ListValue(texts(a.UpdateTo))}))
		return
	}

	params := Params{"version": TextValue(v.Printed), "product": TextValue(product.Name)}
	if len(line.rows) == 0 {
		a.unconfirmed(product)
		majors := majorsOf(product)
		a.Newer = len(majors) > 0 && v.Major > slices.Max(majors)
		a.because(clause(RuleMajorNotListed, Params{"version": params["version"], "product": params["product"], "major": NumberValue(int64(v.Major)), "listed": ListValue(numbers(majors))}))
		return
	}
	newest := line.newest(on)
	if len(newest) == 0 {
		a.unconfirmed(product)
		a.because(clause(RuleBeforeTable, Params{"version": TextValue(v.Printed), "day": DayValue(line.firstDay()), "on": DayValue(on)}))
		return
	}
	top := newest[0] // the most recent minor with the largest bug-fix number
	switch {
	case v.Bugfix > top.Bugfix, v.Bugfix == top.Bugfix && v.Minor > top.Minor:
		a.unconfirmed(product)
		a.Newer = true
		a.Recommended = Label(top.Printed)
		a.because(clause(RuleNewerThanTable, Params{"version": params["version"], "product": params["product"], "newest": TextValue(top.Printed), "day": DayValue(top.day)}))

	case v.Bugfix == top.Bugfix:
		a.unconfirmed(product)
		a.Recommended = Label(top.Printed)
		a.because(clause(RuleUnlisted, params))

	default:
		a.lower(rule, product, line, v, newest, on)
	}
}

func (a *VersionAnswer) listed(rule VersionRule, product Product, line line, row tableRow, v Version, on Date) {
	clause := rule.Clauses.Reason
	version := TextValue(row.Printed)
	if row.day.After(on) {
		a.unconfirmed(product)
		a.because(clause(RuleBeforeTable, Params{"version": version, "day": DayValue(row.day), "on": DayValue(on)}))
		return
	}
	a.Verdict, a.Technical = VerdictSupported, VerdictSupported
	if product.Form == FormHardware {
		a.Hardware = VerdictSupported
	}
	top := line.newest(on)[0]
	a.Recommended = Label(top.Printed)
	a.because(clause(RuleListed, Params{"version": version, "day": DayValue(row.day), "product": TextValue(product.Name)}))
	if own := v.Printed[:revisionAt(v.Printed)]; own != row.Printed {
		a.because(clause(RuleSameNumber, Params{"typed": TextValue(own), "printed": version}))
	}
	if !row.Same(top.Version) {
		a.because(clause(RuleSameBugfix, Params{"version": version, "recommended": TextValue(top.Printed)}))
		if deadline := top.day.AddMonths(rule.GraceMonths); rule.GraceMonths > 0 && on.After(deadline) {
			a.because(clause(RuleSixMonthsLiteral, Params{"recommended": TextValue(top.Printed), "deadline": DayValue(deadline)}))
		}
	}
	if v.Revision >= 0 {
		a.because(clause(RuleRevisionIgnored, Params{"version": version}))
	}
}

// lower answers for a bug-fix number below the largest one.
//
// Infinico, 保守サービス・サポート対象: covered are devices updated within six
// months of the publication of a regular release; questions on unsupported
// versions are not answered. Where the sixth month has no such day, its last
// day counts.
func (a *VersionAnswer) lower(rule VersionRule, product Product, line line, v Version, newest []tableRow, on Date) {
	clause := rule.Clauses.Reason
	a.updateTo(newest)
	versions := ListValue(texts(a.UpdateTo))
	a.because(clause(RuleLowerBugfix, Params{"version": TextValue(v.Printed), "largest": NumberValue(int64(newest[0].Bugfix)), "own": NumberValue(int64(v.Bugfix))}))

	var deadline Params
	a.Deadline, deadline = rule.deadline(newest)
	a.Technical = VerdictNotSupported
	if on.After(a.Deadline) {
		a.Verdict = VerdictNotSupported
		if product.Form == FormHardware {
			a.Hardware = VerdictNotSupported
		}
		a.because(clause(RuleGraceOver, deadline))
	} else {
		a.Verdict = VerdictGrace
		if product.Form == FormHardware {
			a.Hardware = VerdictSupported
		}
		a.because(clause(RuleHardwareGrace, deadline))
	}
	a.because(clause(RuleQuestionsRefused, nil))
	a.because(clause(RuleUpdateFirst, Params{"versions": versions}))
}

// deadline is the last day on which releases below the newest ones of a line can
// be updated, counted from the first of those, with what a sentence tells of it.
func (r VersionRule) deadline(newest []tableRow) (Date, Params) {
	first := newest[0].day
	for _, row := range newest {
		if row.day.Before(first) {
			first = row.day
		}
	}
	last := first.AddMonths(r.GraceMonths)
	return last, Params{"deadline": DayValue(last), "day": DayValue(first), "months": NumberValue(int64(r.GraceMonths))}
}

func (a *VersionAnswer) unconfirmed(product Product) {
	a.Verdict, a.Technical = VerdictUnconfirmed, VerdictUnconfirmed
	if product.Form == FormHardware {
		a.Hardware = VerdictUnconfirmed
	}
}

func (a *VersionAnswer) updateTo(newest []tableRow) {
	for _, row := range newest {
		a.UpdateTo = append(a.UpdateTo, Label(row.Printed))
	}
	if len(newest) > 0 {
		a.Recommended = Label(newest[0].Printed)
	}
}

// tableRow is a row of the version table, read.
type tableRow struct {
	Version
	day Date
}

// line is the rows of one product that share a major number.
type line struct{ rows []tableRow }

func lineOf(product Product, major int) line {
	var l line
	for _, r := range product.Releases {
		v, err := ParseVersion(string(r.Version))
		if err == nil && v.Major == major && r.Standing == StandingListed {
			l.rows = append(l.rows, tableRow{v, r.Day})
		}
	}
	return l
}

// newest returns the rows out on the day that carry the largest bug-fix number
// of that day, the highest minor first.
func (l line) newest(on Date) []tableRow {
	var known []Version
	for _, row := range l.rows {
		if !row.day.After(on) {
			known = append(known, row.Version)
		}
	}
	supported := Supported(known)
	var out []tableRow
	for _, row := range l.rows {
		if slices.Contains(supported, row.Version) {
			out = append(out, row)
		}
	}
	slices.SortFunc(out, func(x, y tableRow) int { return y.Compare(x.Version) })
	return out
}

func (l line) firstDay() Date {
	first := l.rows[0].day
	for _, row := range l.rows {
		if row.day.Before(first) {
			first = row.day
		}
	}
	return first
}

func conflictingRow(product Product, v Version) (tableRow, bool) {
	for _, r := range product.Releases {
		if w, err := ParseVersion(string(r.Version)); err == nil && r.Standing == StandingConflict && w.Same(v) {
			return tableRow{w, r.Day}, true
		}
	}
	return tableRow{}, false
}

// majorsOf lists the major numbers of a product's table in rising order.
func majorsOf(product Product) []int {
	var out []int
	for _, r := range product.Releases {
		if v, err := ParseVersion(string(r.Version)); err == nil && !slices.Contains(out, v.Major) {
			out = append(out, v.Major)
		}
	}
	slices.Sort(out)
	return out
}

func revisionAt(printed string) int {
	for i, c := range printed {
		if c == '-' {
			return i
		}
	}
	return len(printed)
}

func texts(labels []Label) []string { return names(labels) }

func numbers(ns []int) []string {
	out := make([]string, len(ns))
	for i, n := range ns {
		out[i] = NumberValue(int64(n)).Text()
	}
	return out
}

// UnknownProduct is the answer for a name that no product has.
func UnknownProduct(name, typed string, on Date) VersionAnswer {
	return VersionAnswer{
		Verdict: VerdictUnknownProduct, Typed: typed, On: on,
		Lifecycle:   Lifecycle{Phase: PhaseUnknown},
		Reasons:     []Reason{{Rule: RuleProductUnknown, Basis: BasisStated, Params: Params{"typed": TextValue(name)}}},
		Assumptions: []string{},
	}
}
