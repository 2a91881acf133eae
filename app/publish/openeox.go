package publish

import (
	"fmt"

	"madoguchi/policy"
)

// eoxSchema is what every OpenEoX Core 1.0 document names itself by.
const eoxSchema = "https://docs.oasis-open.org/openeox/v1.0/schema/core.json"

// announced later, or never: what OpenEoX writes for a day that is not known.
const eoxUnknown = "tba"

// eoxCore is an OpenEoX Core 1.0 document. Its moments are the first of the day on
// which something begins, and the last of the last day on which it holds, where
// the vendor is.
type eoxCore struct {
	Schema               string `json:"$schema"`
	EndOfLife            string `json:"end_of_life"`
	EndOfSales           string `json:"end_of_sales,omitempty"`
	EndOfSecuritySupport string `json:"end_of_security_support"`
	GeneralAvailability  string `json:"general_availability,omitempty"`
	LastUpdated          string `json:"last_updated"`
}

// eoxIndex tells which document is about what: the documents themselves name no
// product.
type eoxIndex struct {
	Specification string        `json:"specification"`
	AsOf          *policy.Date  `json:"as_of"`
	Total         int           `json:"total"`
	Documents     []eoxDocument `json:"documents"`

	// LeftOut are releases of which OpenEoX cannot say what is known: that support
	// is over, without the day.
	LeftOut []eoxDocument `json:"left_out"`
}

type eoxDocument struct {
	Vendor  string `json:"vendor"`
	Product string `json:"product"`
	Label   string `json:"label"`
	Release string `json:"release,omitempty"` // none: the product as a whole
	URI     string `json:"uri,omitempty"`
	Reason  string `json:"reason,omitempty"`
}

// openEoX adds a document for each product and one for each of its releases, and
// the index. A catalog whose age is not known at all has none: each document has to
// say when it was last updated.
func (p Portal) openEoX(f files) error {
	index := eoxIndex{Specification: "OpenEoX Core 1.0", AsOf: present(p.asOf()), Documents: []eoxDocument{}, LeftOut: []eoxDocument{}}
	add := func(path string, d eoxDocument, doc eoxCore) error {
		d.URI = p.Root + path
		index.Documents = append(index.Documents, d)
		return f.addJSON(path, doc)
	}
	for _, c := range p.Catalogs {
		updated := dayOf(c.Edition())
		if updated.IsZero() {
			updated = p.asOf()
		}
		zone, ok := p.Zone(c.Vendor.Zone)
		if !ok {
			return fmt.Errorf("publish OpenEoX of %q: no time zone %q", c.Vendor.ID, c.Vendor.Zone)
		}
		for _, product := range c.Products {
			about := eoxDocument{Vendor: c.Vendor.ID, Product: product.ID, Label: product.Name}
			if updated.IsZero() {
				about.Reason = "no source bears a day"
				index.LeftOut = append(index.LeftOut, about)
				continue
			}
			base := "openeox/" + c.Vendor.ID + "/" + product.ID
			empty := eoxCore{Schema: eoxSchema, EndOfLife: eoxUnknown, EndOfSecuritySupport: eoxUnknown, LastUpdated: *midnight(updated)}
			if err := add(base+".json", about, empty); err != nil {
				return err
			}
			names := segments(product.Releases)
			for i, r := range product.Releases {
				about := about
				about.Release = string(r.Version)
				doc, ok := empty.of(product, r, zone)
				if !ok {
					about.Reason = "support is over, and the day is not known"
					index.LeftOut = append(index.LeftOut, about)
					continue
				}
				if err := add(base+"/"+names[i]+".json", about, doc); err != nil {
					return err
				}
			}
		}
	}
	index.Total = len(index.Documents)
	return f.addJSON(IndexOfEoX, index)
}

// of fills in what is known of a release. It is false where OpenEoX would say that
// an end is still to be announced, and it is past.
func (doc eoxCore) of(product policy.Product, r policy.Release, zone policy.Zone) (eoxCore, bool) {
	if !r.Day.IsZero() {
		doc.GeneralAvailability = momentIn(zone, r.Day, "00:00:00")
	}
	life := endOf(product, r, policy.PhaseKindSupport, policy.PhaseKindPaid)
	security := endOf(product, r, policy.PhaseKindSupport)
	sales := endOf(product, r, policy.PhaseKindSale)
	for _, e := range []struct {
		known end
		into  *string
	}{{life, &doc.EndOfLife}, {security, &doc.EndOfSecuritySupport}, {sales, &doc.EndOfSales}} {
		switch {
		case !e.known.until.IsZero():
			*e.into = momentIn(zone, e.known.until, "23:59:59")
		case e.known.open:
			*e.into = eoxUnknown
		}
	}
	return doc, !life.over && !security.over
}

// end is what is known of the end of phases: the day, that there is none yet, or
// that it is past without a day. Nothing of it means that there are no such phases.
type end struct {
	until      policy.Date
	open, over bool
}

// endOf is the end of the last of a release's phases of some kinds.
func endOf(product policy.Product, r policy.Release, kinds ...policy.PhaseKind) end {
	var e end
	for _, g := range policy.PhasesOn(product, r, policy.Date{}) {
		of := false
		for _, k := range kinds {
			of = of || g.Kind == k
		}
		switch {
		case !of || g.State == policy.PhaseNowNotOffered:
		case !g.Until.IsZero():
			if g.Until.After(e.until) {
				e.until = g.Until
			}
			e.over = false
		case g.State == policy.PhaseNowEnded:
			e.over = true
		default:
			e.open = true
		}
	}
	switch {
	case e.open:
		return end{open: true}
	case e.over:
		return end{over: true}
	}
	return e
}

// momentIn is a time of a day where the vendor is, with its offset from UTC.
func momentIn(zone policy.Zone, d policy.Date, clock string) string {
	at, err := policy.ParseInstant(d.String() + "T" + clock + "Z")
	if err != nil {
		panic(err) // days are of the calendar: a bug
	}
	offset := zone.Offset(at - policy.Instant(zone.Offset(at)))
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	return fmt.Sprintf("%sT%s%c%02d:%02d", d, clock, sign, offset/3600, offset%3600/60)
}
