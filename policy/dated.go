package policy

import (
	"slices"
	"strings"
)

// PhaseGiven is how far a phase of a release reaches, as of a day.
type PhaseGiven struct {
	Phase string `json:"phase"`
	Name  Text   `json:"name"`

	// Kind says what the phase is worth; empty is support for everybody.
	Kind PhaseKind `json:"kind,omitempty"`

	// State is running, ended, or not_offered.
	State PhaseNow `json:"state"`
	Until Date     `json:"until,omitzero"` // the last day, itself inside
}

// PhaseNow is the state of a phase on a day.
type PhaseNow string

const (
	PhaseNowRunning    PhaseNow = "running"
	PhaseNowEnded      PhaseNow = "ended"
	PhaseNowNotOffered PhaseNow = "not_offered"
)

// PhasesOn says how the phases of a product's release stand on a day. A phase
// runs through its last day and is over on the next.
func PhasesOn(product Product, release Release, on Date) []PhaseGiven {
	out := make([]PhaseGiven, 0, len(product.Phases))
	for _, p := range product.Phases {
		g := PhaseGiven{Phase: p.ID, Name: p.Name, Kind: p.Kind, State: PhaseNowNotOffered}
		for _, d := range release.Phases {
			if d.Phase == p.ID {
				g.Until, g.State = d.Until, d.on(on)
			}
		}
		out = append(out, g)
	}
	return out
}

func (d DatedPhase) on(on Date) PhaseNow {
	if d.State == PhaseOver || !d.Until.IsZero() && on.After(d.Until) {
		return PhaseNowEnded
	}
	return PhaseNowRunning
}

// StatusOn is what the phases of a release come to on a day: supported while one
// runs that is support for everybody, not supported when all of those are over,
// unknown where there is none. What can be bought in addition, or is merely on
// sale, does not count.
func StatusOn(product *Product, release *Release, on Date) Verdict {
	verdict := VerdictUnknown
	for i := range release.Phases {
		d := &release.Phases[i]
		for j := range product.Phases {
			p := &product.Phases[j]
			if p.ID != d.Phase || p.Kind != PhaseKindSupport {
				continue
			}
			if d.on(on) == PhaseNowRunning {
				return VerdictSupported
			}
			verdict = VerdictNotSupported
		}
	}
	return verdict
}

// ReleasesFor returns the release that a typed version belongs to, in the order of
// the product. Several releases mean that they fit equally well, none that
// nothing fits.
//
// It is the release that the number belongs to (ReleasesByNumber). A version
// that the vendor prints as the newest patch of another release is claimed by
// both, and belongs to neither for certain. What is no number can be the name
// or the code name of a release.
func ReleasesFor(product Product, typed string) []Release {
	want := segments(typed)
	fit, itself := byNumber(product, want)
	if !itself && len(want) > 0 {
		for i, r := range product.Releases {
			if r.Latest != "" && !slices.Contains(fit, i) && slices.Equal(segments(string(r.Latest)), want) {
				fit = append(fit, i)
			}
		}
	}
	if name := Fold(typed); fit == nil && name != "" {
		for i, r := range product.Releases {
			if slices.Contains([]string{Fold(r.Codename), Fold(r.Name.Ja), Fold(r.Name.En)}, name) {
				fit = append(fit, i)
			}
		}
	}
	return releasesAt(product, fit)
}

// ReleasesByNumber returns the release whose version is the longest beginning of
// the typed one by whole segments: 8.0.46.1 belongs to 8.0.46 rather than to 8.0,
// and 10 never to 1. Several releases have versions that are one when typed.
func ReleasesByNumber(product Product, typed string) []Release {
	fit, _ := byNumber(product, segments(typed))
	return releasesAt(product, fit)
}

// byNumber lists the places of the releases with the longest beginning; itself is
// true where that is the whole of it.
func byNumber(product Product, want []string) (fit []int, itself bool) {
	longest := 0
	for i, r := range product.Releases {
		have := segments(string(r.Version))
		if len(have) == 0 || len(have) > len(want) || !slices.Equal(have, want[:len(have)]) {
			continue
		}
		if len(have) > longest {
			longest, fit = len(have), nil
		}
		if len(have) == longest {
			fit = append(fit, i)
		}
	}
	return fit, longest > 0 && longest == len(want)
}

func releasesAt(product Product, places []int) []Release {
	slices.Sort(places)
	var out []Release
	for _, i := range places {
		out = append(out, product.Releases[i])
	}
	return out
}

// maxCandidates is how many releases are offered for a version that fits none.
const maxCandidates = 6

// ReleasesLike lists releases that a typed version may be meant for when it fits
// none: those that share the most segments from the beginning, letters after
// digits counting as a segment of their own, so that 1.1.1w is like 1.1.1.
func ReleasesLike(product Product, typed string) []Release {
	want := fine(segments(typed))
	best := 1
	var out []Release
	for _, r := range product.Releases {
		have := fine(segments(string(r.Version)))
		n := 0
		for n < len(have) && n < len(want) && have[n] == want[n] {
			n++
		}
		if n > best {
			best, out = n, nil
		}
		if n == best && n > 0 && len(out) < maxCandidates {
			out = append(out, r)
		}
	}
	return out
}

// fine splits segments where digits and letters meet.
func fine(segments []string) []string {
	var out []string
	for _, s := range segments {
		from := 0
		for i := 1; i < len(s); i++ {
			if isDigit(s[i]) != isDigit(s[i-1]) {
				out = append(out, s[from:i])
				from = i
			}
		}
		out = append(out, s[from:])
	}
	return out
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// segments are the parts of a version between dots, dashes and blanks, folded,
// and without a "v" or "ver" before the first. A plus sign divides where
// something follows it; at the end it is part of a name, as in Fairphone 3+.
func segments(s string) []string {
	s = strings.ToLower(strings.TrimSpace(Narrow(s)))
	for _, prefix := range []string{"version", "ver.", "ver", "v.", "v", "バージョン"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok && rest != "" && (rest[0] == ' ' || isDigit(rest[0])) {
			s = strings.TrimSpace(rest)
			break
		}
	}
	s, plus := strings.CutSuffix(s, "+")
	out := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(".-_ /+", r) })
	if plus && len(out) > 0 {
		out[len(out)-1] += "+"
	}
	return out
}

// byDates follows the phases of the release that the version belongs to, and tells
// each of them.
func (a *VersionAnswer) byDates(rule VersionRule, product Product, typed string, on Date) {
	clause := rule.Clauses.Reason
	unlisted := clause(RuleReleaseUnlisted, Params{"version": TextValue(strings.TrimSpace(typed)), "product": TextValue(product.Name)})
	a.Verdict = VerdictUnknown
	found := ReleasesFor(product, typed)
	if len(found) != 1 {
		r := unlisted
		if len(found) > 1 {
			r = clause(RuleReleaseAmbiguous, unlisted.Params)
		} else {
			found = ReleasesLike(product, typed)
		}
		for _, x := range found {
			a.Releases = append(a.Releases, x.Version)
		}
		a.because(r)
		return
	}
	release := found[0]
	a.Version = release.Version
	a.Phases = PhasesOn(product, release, on)
	a.Verdict = StatusOn(&product, &release, on)
	for _, p := range a.Phases {
		switch p.State {
		case PhaseNowRunning:
			a.because(rule.phaseReason(RulePhaseRuns, release, p))
		case PhaseNowEnded:
			a.because(rule.phaseReason(RulePhaseEnded, release, p))
		}
	}
	if a.Verdict == VerdictUnknown {
		a.because(unlisted)
	}
	a.Reasons = append(a.Reasons, notesFor(release.Notes, nil)...)
}

// phaseReason tells how far a phase of a release reaches.
func (r VersionRule) phaseReason(rule Rule, release Release, g PhaseGiven) Reason {
	params := Params{"release": WordsValue(release.Label()), "phase": WordsValue(g.Name), "kind": TextValue(string(g.Kind))}
	if !g.Until.IsZero() {
		params["until"] = DayValue(g.Until)
	}
	return withCitations(r.Clauses.Reason(rule, params), release.Cite)
}

// withCitations adds places to those that a step cites, each once.
func withCitations(r Reason, more []Citation) Reason {
	r.Citations = slices.Clone(r.Citations)
	for _, c := range more {
		if !slices.Contains(r.Citations, c) {
			r.Citations = append(r.Citations, c)
		}
	}
	return r
}
