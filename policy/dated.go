package policy

import (
	"slices"
	"strings"
)

// PhaseGiven is how far a phase of a release reaches, as of a day.
type PhaseGiven struct {
	Phase string `json:"phase"`
	Name  Text   `json:"name"`

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
		g := PhaseGiven{Phase: p.ID, Name: p.Name, State: PhaseNowNotOffered}
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
// supported while any of them runs; where none is known, neither is the answer.
func (a *VersionAnswer) byDates(rule VersionRule, product Product, typed string, on Date) {
	clause := rule.Clauses.Reason
	found := ReleasesFor(product, typed)
	if len(found) != 1 {
		a.Verdict = VerdictUnknown
		for _, r := range found {
			a.Releases = append(a.Releases, r.Version)
		}
		a.because(clause(RuleReleaseUnlisted, Params{"version": TextValue(strings.TrimSpace(typed)), "product": TextValue(product.Name)}))
		return
	}
	release := found[0]
	a.Version = release.Version
	a.Phases = PhasesOn(product, release, on)
	a.Verdict = VerdictUnknown
	for _, p := range a.Phases {
		params := Params{"release": TextValue(string(release.Version)), "phase": WordsValue(p.Name)}
		if !p.Until.IsZero() {
			params["until"] = DayValue(p.Until)
		}
		switch p.State {
		case PhaseNowRunning:
			a.Verdict = VerdictSupported
			a.because(withCitations(clause(RulePhaseRuns, params), release.Cite))
		case PhaseNowEnded:
			if a.Verdict == VerdictUnknown {
				a.Verdict = VerdictNotSupported
			}
			a.because(withCitations(clause(RulePhaseEnded, params), release.Cite))
		}
	}
	if a.Verdict == VerdictUnknown {
		a.because(clause(RuleReleaseUnlisted, Params{"version": TextValue(strings.TrimSpace(typed)), "product": TextValue(product.Name)}))
	}
	a.Reasons = append(a.Reasons, notesFor(release.Notes, nil)...)
}

func withCitations(r Reason, more []Citation) Reason {
	r.Citations = slices.Concat(r.Citations, more)
	return r
}
