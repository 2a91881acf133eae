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
			if d.Phase != p.ID {
				continue
			}
			g.Until = d.Until
			switch {
			case d.State == PhaseOver, !d.Until.IsZero() && on.After(d.Until):
				g.State = PhaseNowEnded
			default:
				g.State = PhaseNowRunning
			}
		}
		out = append(out, g)
	}
	return out
}

// ReleasesFor returns the release that a typed version belongs to: the one whose
// version is the longest beginning of it by whole segments, so that 8.0.46.1
// belongs to 8.0.46 rather than to 8.0, and 10 never to 1. Several releases mean
// that they fit equally well, none that nothing fits.
func ReleasesFor(product Product, typed string) []Release {
	want := segments(typed)
	if len(want) == 0 {
		return nil
	}
	longest := 0
	var out []Release
	for _, r := range product.Releases {
		have := segments(string(r.Version))
		if len(have) == 0 || len(have) > len(want) || !slices.Equal(have, want[:len(have)]) {
			continue
		}
		if len(have) > longest {
			longest, out = len(have), nil
		}
		if len(have) == longest {
			out = append(out, r)
		}
	}
	return out
}

// segments are the parts of a version between dots, dashes and blanks, folded,
// and without a "v" or "ver" before the first.
func segments(s string) []string {
	s = strings.ToLower(strings.TrimSpace(Narrow(s)))
	for _, prefix := range []string{"version", "ver.", "ver", "v.", "v", "バージョン"} {
		if rest, ok := strings.CutPrefix(s, prefix); ok && rest != "" && (rest[0] == ' ' || rest[0] >= '0' && rest[0] <= '9') {
			s = strings.TrimSpace(rest)
			break
		}
	}
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(".-_ /+", r) })
}

// byDates follows the phases of the release that the version belongs to. It is
// supported while a phase runs that is support for everybody, and out when all
// of those are over: what can be bought in addition, or is merely on sale, is told
// and does not count. Where no such phase is known, neither is the answer.
func (a *VersionAnswer) byDates(rule VersionRule, product Product, typed string, on Date) {
	clause := rule.Clauses.Reason
	unlisted := clause(RuleReleaseUnlisted, Params{"version": TextValue(strings.TrimSpace(typed)), "product": TextValue(product.Name)})
	a.Verdict = VerdictUnknown
	found := ReleasesFor(product, typed)
	if len(found) != 1 {
		for _, r := range found {
			a.Releases = append(a.Releases, r.Version)
		}
		a.because(unlisted)
		return
	}
	release := found[0]
	a.Version = release.Version
	a.Phases = PhasesOn(product, release, on)
	a.Verdict = VerdictOn(a.Phases)
	for _, p := range a.Phases {
		params := Params{"release": WordsValue(release.Label()), "phase": WordsValue(p.Name), "kind": TextValue(string(p.Kind))}
		if !p.Until.IsZero() {
			params["until"] = DayValue(p.Until)
		}
		switch p.State {
		case PhaseNowRunning:
			a.because(withCitations(clause(RulePhaseRuns, params), release.Cite))
		case PhaseNowEnded:
			a.because(withCitations(clause(RulePhaseEnded, params), release.Cite))
		}
	}
	if a.Verdict == VerdictUnknown {
		a.because(unlisted)
	}
	a.Reasons = append(a.Reasons, notesFor(release.Notes, nil)...)
}

// VerdictOn is what phases come to.
func VerdictOn(phases []PhaseGiven) Verdict {
	verdict := VerdictUnknown
	for _, p := range phases {
		switch {
		case p.Kind != PhaseKindSupport || p.State == PhaseNowNotOffered:
		case p.State == PhaseNowRunning:
			return VerdictSupported
		default:
			verdict = VerdictNotSupported
		}
	}
	return verdict
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
