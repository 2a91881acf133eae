package policy

import (
	"cmp"
	"fmt"
	"slices"
)

// LogEntry is one release of a log: what a vendor published, and when.
type LogEntry struct {
	Version Label       `json:"version"` // X.Y.Z-r or X.Y.Z
	Kind    ReleaseKind `json:"kind"`
	Day     Date        `json:"day,omitzero"` // of publication; unknown counts as out
}

// ReleaseKind tells how software was published.
type ReleaseKind string

const (
	ReleaseRegular ReleaseKind = "regular" // 定期リリース: fixes, functions, or both
	ReleaseHotfix  ReleaseKind = "hotfix"  // ホットフィックス: for the customers who have the defect; moves r alone
)

// OneOf lists the values a log may have.
func (ReleaseKind) OneOf() []string { return names([]ReleaseKind{ReleaseRegular, ReleaseHotfix}) }

// LogAnswer says which releases of a log are supported on a day.
type LogAnswer struct {
	Supported   []Label `json:"supported"`
	Unsupported []Label `json:"unsupported"`

	// Recommended is the newest supported regular release: the one that
	// technical support covers.
	Recommended Label `json:"recommended,omitempty"`

	// Releases are the entries in the order of their days and versions.
	Releases []LogVerdict `json:"releases"`

	Assumptions []string `json:"assumptions"`
	On          Date     `json:"on,omitzero"`
	Catalog     Edition  `json:"catalog,omitzero"`
}

// LogVerdict is the verdict on one release of a log.
type LogVerdict struct {
	LogEntry
	Verdict   Verdict  `json:"verdict"`
	Hardware  Verdict  `json:"hardware,omitempty"`
	Technical Verdict  `json:"technical,omitempty"`
	Deadline  Date     `json:"deadline,omitzero"` // last day to update, itself inside
	Reasons   []Reason `json:"reasons"`
}

// SupportedOf says which releases of a log are supported on a day.
//
// Infinico, 保守サービス対象バージョンの見分け方 with its examples ① to ⑥: within one
// major, regular releases with the largest Z are supported and push out those
// with a smaller one; a release with functions only keeps Z and pushes out
// nothing; a hotfix moves r alone, is supported as long as the release it mends,
// and pushes out nothing. What is pushed out has GraceMonths from the first
// release with the larger Z to be updated.
//
// Entries of one day may stand in any order. It is an error for an entry not to
// be a version of the form X.Y.Z or X.Y.Z-r, or of no known kind.
func SupportedOf(rule VersionRule, log []LogEntry, on Date) (LogAnswer, error) {
	a := LogAnswer{Supported: []Label{}, Unsupported: []Label{}, Releases: []LogVerdict{}, On: on}
	rows := make([]logRow, len(log))
	for i, e := range log {
		v, err := ParseVersion(string(e.Version))
		if err != nil {
			return LogAnswer{}, fmt.Errorf("release %d: %w", i+1, err)
		}
		if !slices.Contains(ReleaseKind("").OneOf(), string(e.Kind)) {
			return LogAnswer{}, fmt.Errorf("release %d: unknown kind %q: write regular or hotfix", i+1, e.Kind)
		}
		rows[i] = logRow{e, v, on.IsZero() || e.Day.IsZero() || !e.Day.After(on)}
	}
	slices.SortStableFunc(rows, func(x, y logRow) int {
		return cmp.Or(x.Day.Compare(y.Day), x.version.Compare(y.version), cmp.Compare(y.Kind, x.Kind))
	})
	var newest *logRow
	for i, r := range rows {
		g := judge(rule, rows, r, on)
		a.Releases = append(a.Releases, g)
		switch g.Verdict {
		case VerdictSupported:
			a.Supported = append(a.Supported, r.LogEntry.Version)
			if r.Kind == ReleaseRegular && (newest == nil || r.version.Compare(newest.version) > 0) {
				newest = &rows[i]
			}
		case VerdictUnconfirmed:
		default:
			a.Unsupported = append(a.Unsupported, r.LogEntry.Version)
		}
	}
	if newest != nil {
		a.Recommended = newest.LogEntry.Version
	}
	var all [][]Reason
	for _, g := range a.Releases {
		all = append(all, g.Reasons)
	}
	a.Assumptions = assumptionsOf(all...)
	return a, nil
}

// logRow is an entry of a log, read.
type logRow struct {
	LogEntry
	version Version
	out     bool // published on the day asked about
}

func judge(rule VersionRule, rows []logRow, r logRow, on Date) LogVerdict {
	clause := rule.Clauses.Reason
	g := LogVerdict{LogEntry: r.LogEntry, Verdict: VerdictUnconfirmed, Reasons: []Reason{}}
	version := TextValue(r.version.Printed)
	if !r.out {
		g.Reasons = append(g.Reasons, clause(RuleBeforeTable, Params{"version": version, "day": DayValue(r.Day), "on": DayValue(on)}))
		return g
	}
	var top []logRow // the regular releases with the largest Z of the line
	for _, x := range rows {
		if !x.out || x.Kind != ReleaseRegular || x.version.Major != r.version.Major {
			continue
		}
		if len(top) > 0 && x.version.Bugfix > top[0].version.Bugfix {
			top = nil
		}
		if len(top) == 0 || x.version.Bugfix == top[0].version.Bugfix {
			top = append(top, x)
		}
	}
	if r.Kind == ReleaseHotfix {
		base := slices.IndexFunc(rows, func(x logRow) bool {
			return x.out && x.Kind == ReleaseRegular && x.version.Same(r.version)
		})
		if base < 0 {
			g.Reasons = append(g.Reasons, clause(RuleLogHotfixBase, Params{"version": version}))
			return g
		}
		g.Reasons = append(g.Reasons, clause(RuleLogHotfix, Params{"version": version, "of": TextValue(rows[base].version.Printed)}))
	}
	first := top[0]
	for _, x := range top {
		if x.Day.Before(first.Day) {
			first = x
		}
	}
	params := Params{
		"version": version, "own": NumberValue(int64(r.version.Bugfix)), "largest": NumberValue(int64(first.version.Bugfix)),
		"by": TextValue(first.version.Printed),
	}
	if r.version.Bugfix >= first.version.Bugfix {
		g.Verdict, g.Hardware, g.Technical = VerdictSupported, VerdictSupported, VerdictSupported
		g.Reasons = append(g.Reasons, clause(RuleLogKept, params))
		return g
	}
	g.Technical = VerdictNotSupported
	g.Verdict, g.Hardware = VerdictNotSupported, VerdictNotSupported
	if !first.Day.IsZero() {
		params["day"] = DayValue(first.Day)
	}
	g.Reasons = append(g.Reasons, clause(RuleLogDropped, params))
	if first.Day.IsZero() || on.IsZero() {
		return g
	}
	g.Deadline = first.Day.AddMonths(rule.GraceMonths)
	deadline := Params{"deadline": DayValue(g.Deadline), "day": DayValue(first.Day), "months": NumberValue(int64(rule.GraceMonths))}
	if on.After(g.Deadline) {
		g.Reasons = append(g.Reasons, clause(RuleGraceOver, deadline))
		return g
	}
	g.Verdict, g.Hardware = VerdictGrace, VerdictSupported
	g.Reasons = append(g.Reasons, clause(RuleHardwareGrace, deadline))
	return g
}
