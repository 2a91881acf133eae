package page

import (
	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/app/ui"
	"madoguchi/policy"
)

// timeline shows the releases of the product and its life cycle over time, with
// the day asked about and the person's own version.
func (p *Version) timeline(a policy.VersionAnswer) app.UI {
	w := p.words()
	product, ok := p.Site.Store.ProductNamed(p.At.Vendor, a.Product.Name)
	if !ok {
		return nil
	}
	t := ui.Timeline{ID: "timeline", Title: w.Timeline.Title(product.Name), On: a.On}
	own := false
	for _, r := range product.Releases {
		row := p.releaseOf(product, r, a)
		own = own || row.Own != ""
		if row.Bars != nil {
			t.Rows = append(t.Rows, row)
		}
	}
	if !own && !a.Deadline.IsZero() {
		t.Rows = append([]ui.Row{p.overtaken(a)}, t.Rows...)
	}
	for _, period := range a.Lifecycle.Periods {
		if period.State == policy.PeriodUnknown {
			continue
		}
		bar := ui.Bar{Name: w.In(period.Name), Tone: ui.PeriodTone(period.Phase), From: period.From, Until: period.Until}
		t.Rows = append(t.Rows, ui.Row{Label: w.In(period.Name), Note: w.Timeline.Through(period.Until), Bars: []ui.Bar{bar}})
	}
	for _, e := range a.Next {
		if e.ID == policy.EventContract {
			t.Rows = append(t.Rows, ui.Row{Label: w.ContractRow, Note: w.Timeline.Through(e.Until), Bars: []ui.Bar{{Name: w.ContractRow, Tone: ui.TonePlain, Until: e.Until}}})
		}
	}
	return t.Render(w)
}

// releaseOf is the row of a release: through its phases where the vendor prints
// their days, else from its publication on.
func (p *Version) releaseOf(product policy.Product, r policy.Release, a policy.VersionAnswer) ui.Row {
	w := p.words()
	row := ui.Row{Label: w.In(r.Label())}
	if v, err := policy.ParseVersion(string(a.Version)); r.Version == a.Version {
		row.Own = w.Timeline.Own
	} else if u, other := policy.ParseVersion(string(r.Version)); err == nil && other == nil && v.Same(u) {
		row.Own = w.Timeline.Own
	}
	if len(product.Phases) == 0 {
		if r.Day.IsZero() {
			return row
		}
		tone := ui.ToneGood
		if r.Standing == policy.StandingConflict {
			tone = ui.ToneUnsure
		}
		row.Note = w.Timeline.Published(r.Day)
		row.Bars = []ui.Bar{{Name: w.Timeline.Listed, Tone: tone, From: r.Day}}
		return row
	}
	from := r.Day
	for _, g := range policy.PhasesOn(product, r, a.On) {
		if g.State == policy.PhaseNowNotOffered || g.State == policy.PhaseNowEnded && g.Until.IsZero() {
			continue
		}
		if !from.IsZero() && !g.Until.IsZero() && g.Until.Before(from) {
			continue // over before the phase before it was: nothing to draw
		}
		row.Bars = append(row.Bars, ui.Bar{Name: w.In(g.Name), Tone: ui.PhaseBarTone(g.Kind, len(row.Bars)), From: from, Until: g.Until})
		if g.Until.IsZero() {
			break
		}
		from = g.Until.AddDays(1)
		row.Note = w.Timeline.Through(g.Until)
	}
	return row
}

// overtaken is the row of a version that newer releases have pushed out: the time
// there was, or is, to update.
func (p *Version) overtaken(a policy.VersionAnswer) ui.Row {
	w := p.words()
	row := ui.Row{Label: string(a.Version), Own: w.Timeline.Own, Note: w.Timeline.Through(a.Deadline)}
	for _, r := range a.Reasons {
		if r.Rule == policy.RuleHardwareGrace || r.Rule == policy.RuleGraceOver {
			row.Bars = []ui.Bar{{Name: w.Timeline.Grace, Tone: ui.ToneCaution, From: r.Params["day"].Day(), Until: a.Deadline}}
		}
	}
	return row
}
