package publish

import (
	"fmt"
	"slices"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// What follows has the shape of the API v1 of endoflife.date, so that tools that
// read it read these files as well. They stand where a host that serves
// index.json for a folder finds them at the addresses of that API.
//
// Two things differ. A value that a policy does not state is null, also where
// endoflife.date always has one: releaseDate, and every is… that cannot be told.
// And every answer says in as_of for which day those that change with time hold.

// schemaVersion is that of the shape.
const schemaVersion = "1.1.0"

// response is what stands around every result.
type response struct {
	SchemaVersion string       `json:"schema_version"`
	GeneratedAt   *string      `json:"generated_at"`
	AsOf          *policy.Date `json:"as_of"`
	*ofProduct
	Total  *int `json:"total,omitempty"`
	Result any  `json:"result"`
}

// ofProduct stands around a product: the state of its vendor's catalog.
type ofProduct struct {
	LastModified *string        `json:"last_modified"`
	Catalog      policy.Edition `json:"catalog"`
}

type namedURI struct {
	Name string `json:"name"`
	URI  string `json:"uri"`
}

// productHead is what a summary and the details of a product share.
type productHead struct {
	Name     string   `json:"name"`
	Label    string   `json:"label"`
	Aliases  []string `json:"aliases"`
	Category string   `json:"category"`
	Tags     []string `json:"tags"`
}

type productSummary struct {
	productHead
	URI string `json:"uri"`
}

type productDetails struct {
	productHead
	VersionCommand *string         `json:"versionCommand"`
	Identifiers    []struct{}      `json:"identifiers"` // catalogs have none
	Labels         productLabels   `json:"labels"`
	Links          productLinks    `json:"links"`
	Releases       []releaseOfAPI  `json:"releases"`
	names          []string        // of the releases in paths
	edition        *policy.Edition // of the catalog
}

type productLabels struct {
	Eoas         *string `json:"eoas"`
	Discontinued *string `json:"discontinued"`
	Eol          string  `json:"eol"`
	Eoes         *string `json:"eoes"`
}

type productLinks struct {
	Icon          *string `json:"icon"`
	HTML          string  `json:"html"`
	ReleasePolicy *string `json:"releasePolicy"`
}

type releaseOfAPI struct {
	Name        string       `json:"name"`
	Codename    *string      `json:"codename"`
	Label       string       `json:"label"`
	ReleaseDate *policy.Date `json:"releaseDate"`
	IsLts       bool         `json:"isLts"`
	LtsFrom     *policy.Date `json:"ltsFrom"`
	*activeSupport
	IsEol   *bool        `json:"isEol"`
	EolFrom *policy.Date `json:"eolFrom"`
	*sale
	*extendedSupport
	IsMaintained *bool              `json:"isMaintained"`
	Latest       *latestVersion     `json:"latest"`
	Custom       map[string]*string `json:"custom"`
}

// Phases that a product has not are left out of its releases.
type (
	activeSupport struct {
		IsEoas   *bool        `json:"isEoas"`
		EoasFrom *policy.Date `json:"eoasFrom"`
	}
	sale struct {
		IsDiscontinued   *bool        `json:"isDiscontinued"`
		DiscontinuedFrom *policy.Date `json:"discontinuedFrom"`
	}
	extendedSupport struct {
		IsEoes   *bool        `json:"isEoes"`
		EoesFrom *policy.Date `json:"eoesFrom"`
	}
)

type latestVersion struct {
	Name string       `json:"name"`
	Date *policy.Date `json:"date"`
	Link *string      `json:"link"`
}

// present is a value that is there, or nil for one that is not.
func present[T interface {
	comparable
	IsZero() bool
}](v T) *T {
	if v.IsZero() {
		return nil
	}
	return &v
}

func text[T ~string](s T) *string {
	if s == "" {
		return nil
	}
	plain := string(s)
	return &plain
}

// midnight is the first moment of a day, in UTC.
func midnight(d policy.Date) *string {
	if d.IsZero() {
		return nil
	}
	return text(d.String() + "T00:00:00Z")
}

// nameInAPI is what the API calls a product: its id is unique within its vendor
// only.
func nameInAPI(c policy.Catalog, product policy.Product) string {
	return c.Vendor.ID + "-" + product.ID
}

// api adds the files of the API.
func (p Portal) api(f files) error {
	uri := func(path string) string { return p.Root + "api/v1" + path }
	answer := func(path string, r response) error {
		r.SchemaVersion, r.GeneratedAt, r.AsOf = schemaVersion, midnight(p.asOf()), present(p.asOf())
		return f.addJSON("api/v1"+path+"/index.json", r)
	}
	list := func(path string, n int, result any) error { return answer(path, response{Total: &n, Result: result}) }

	summaries, all := []productSummary{}, []productDetails{}
	for _, c := range p.Catalogs {
		for _, product := range c.Products {
			d := p.details(c, product)
			all = append(all, d)
			summaries = append(summaries, productSummary{d.productHead, uri("/products/" + d.Name + "/")})
		}
	}
	index := []namedURI{{"products", uri("/products/")}, {"categories", uri("/categories/")}, {"tags", uri("/tags/")}, {"openeox", p.Root + IndexOfEoX}}
	for _, lang := range i18n.Langs() {
		if path := CalendarFile(lang, "", ""); f[path] != nil {
			index = append(index, namedURI{"calendar-" + string(lang), p.Root + path})
		}
	}
	if err := list("", len(index), index); err != nil {
		return err
	}
	if err := list("/products", len(summaries), summaries); err != nil {
		return err
	}
	if err := list("/products/full", len(all), all); err != nil {
		return err
	}
	for _, d := range all {
		if d.Name == "full" {
			return fmt.Errorf("publish product %q: the list of all products has this path; give it another id", d.Name)
		}
		at := "/products/" + d.Name
		modified := dayOf(*d.edition)
		if modified.IsZero() {
			modified = p.asOf()
		}
		if err := answer(at, response{ofProduct: &ofProduct{midnight(modified), *d.edition}, Result: d}); err != nil {
			return err
		}
		for i, r := range d.Releases {
			if err := answer(at+"/releases/"+d.names[i], response{Result: r}); err != nil {
				return err
			}
		}
		if len(d.Releases) > 0 {
			if err := answer(at+"/releases/latest", response{Result: d.Releases[0]}); err != nil {
				return err
			}
		}
	}
	for _, group := range []struct {
		path string
		of   func(productHead) []string
	}{
		{"/categories", func(h productHead) []string { return []string{h.Category} }},
		{"/tags", func(h productHead) []string { return h.Tags }},
	} {
		members := map[string][]productSummary{}
		for _, s := range summaries {
			for _, name := range group.of(s.productHead) {
				members[name] = append(members[name], s)
			}
		}
		names := []namedURI{}
		for name := range members {
			names = append(names, namedURI{name, uri(group.path + "/" + name + "/")})
		}
		slices.SortFunc(names, func(x, y namedURI) int { return compareNames(x.Name, y.Name) })
		if err := list(group.path, len(names), names); err != nil {
			return err
		}
		for _, n := range names {
			if err := list(group.path+"/"+n.Name, len(members[n.Name]), members[n.Name]); err != nil {
				return err
			}
		}
	}
	return nil
}

// details is a product with its releases, newest first.
func (p Portal) details(c policy.Catalog, product policy.Product) productDetails {
	support := i18n.Of(i18n.En).Publish.Support
	d := productDetails{
		productHead:    head(c, product),
		VersionCommand: text(product.VersionCommand),
		Identifiers:    []struct{}{},
		Labels:         productLabels{Eol: support},
		Links:          productLinks{HTML: p.Page(i18n.Langs()[0], c.Vendor.ID, product.Name), ReleasePolicy: text(product.Link)},
		Releases:       []releaseOfAPI{},
	}
	edition := c.Edition()
	d.edition = &edition
	ph := phasesOf(product)
	if ph.end != nil {
		d.Labels.Eol = ph.end.Name.En
	}
	for _, l := range []struct {
		phase *policy.PhaseName
		into  **string
	}{{ph.active, &d.Labels.Eoas}, {ph.sale, &d.Labels.Discontinued}, {ph.paid, &d.Labels.Eoes}} {
		if l.phase != nil {
			*l.into = text(l.phase.Name.En)
		}
	}
	releases := newestFirst(ruleOf(c, product), product)
	for _, r := range releases {
		d.Releases = append(d.Releases, releaseIn(c, product, ph, r, p.asOf()))
	}
	d.names = segments(releases, "latest")
	return d
}

// head files a product under what it is made of, or else under its family; a
// product of neither stands under its vendor.
func head(c policy.Catalog, product policy.Product) productHead {
	h := productHead{Name: nameInAPI(c, product), Label: product.Name, Aliases: slices.Clone(product.Aliases)}
	if h.Aliases == nil {
		h.Aliases = []string{}
	}
	for _, tag := range []string{string(product.Form), product.Family, c.Vendor.ID} {
		if tag == "" || slices.Contains(h.Tags, tag) {
			continue
		}
		h.Tags = append(h.Tags, tag)
	}
	h.Category = h.Tags[0]
	return h
}

// phasesInAPI are the phases of a product by what the API calls them. It has room
// for two phases of support, one that is paid and one of sale; more go among the
// custom fields.
type phasesInAPI struct {
	active, end, paid, sale *policy.PhaseName
	custom                  []policy.PhaseName
}

func phasesOf(product policy.Product) phasesInAPI {
	var p phasesInAPI
	var support []policy.PhaseName
	last := func(into **policy.PhaseName, phase policy.PhaseName) {
		if *into != nil {
			p.custom = append(p.custom, **into)
		}
		*into = &phase
	}
	for _, phase := range product.Phases {
		switch phase.Kind {
		case policy.PhaseKindPaid:
			last(&p.paid, phase)
		case policy.PhaseKindSale:
			last(&p.sale, phase)
		default:
			support = append(support, phase)
		}
	}
	if n := len(support); n > 0 {
		p.end = &support[n-1]
		if n > 1 {
			p.active = &support[0]
			p.custom = append(p.custom, support[1:n-1]...)
		}
	}
	return p
}

// newestFirst orders releases as the API does. Where the vendor's table is not in
// that order, their numbers tell; what is only in an older table comes last.
func newestFirst(rule policy.VersionRule, product policy.Product) []policy.Release {
	out := slices.Clone(product.Releases)
	if rule.Model == policy.ModelLargestBugfix {
		slices.SortStableFunc(out, func(x, y policy.Release) int {
			if x.Standing != y.Standing {
				return compareNames(x.Standing, y.Standing)
			}
			v, _ := policy.ParseVersion(string(x.Version))
			w, _ := policy.ParseVersion(string(y.Version))
			return w.Compare(v)
		})
	}
	return out
}

func compareNames[T ~string](x, y T) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// releaseIn is a release with what is known of it on a day.
func releaseIn(c policy.Catalog, product policy.Product, ph phasesInAPI, r policy.Release, on policy.Date) releaseOfAPI {
	out := releaseOfAPI{
		Name: string(r.Version), Codename: text(r.Codename), Label: r.Label().En,
		ReleaseDate: present(r.Day), IsLts: r.LongTerm, LtsFrom: present(r.LongTermFrom),
	}
	if r.Latest != "" {
		out.Latest = &latestVersion{string(r.Latest), present(r.LatestDay), text(r.Link)}
	}
	given := policy.PhasesOn(product, r, on)
	ends := func(phase *policy.PhaseName) (over *bool, from *policy.Date) {
		for _, g := range given {
			if g.Phase != phase.ID || g.State == policy.PhaseNowNotOffered {
				continue
			}
			if from = present(g.Until); from == nil || !on.IsZero() {
				ended := g.State == policy.PhaseNowEnded
				over = &ended
			}
		}
		return over, from
	}
	if ph.active != nil {
		over, from := ends(ph.active)
		out.activeSupport = &activeSupport{over, from}
	}
	if ph.sale != nil {
		over, from := ends(ph.sale)
		out.sale = &sale{over, from}
	}
	if ph.paid != nil {
		over, from := ends(ph.paid)
		out.extendedSupport = &extendedSupport{over, from}
	}
	for _, phase := range ph.custom {
		_, from := ends(&phase)
		if out.Custom == nil {
			out.Custom = map[string]*string{}
		}
		out.Custom[phase.ID] = nil
		if from != nil {
			out.Custom[phase.ID] = text(from.String())
		}
	}
	if ph.end != nil {
		out.IsEol, out.EolFrom = ends(ph.end)
	}
	if len(product.Phases) > 0 {
		out.IsMaintained = maintained(given, on)
		return out
	}
	no, yes := false, true
	switch policy.SupportOf(ruleOf(c, product), policy.LifecycleRule{}, product, policy.VersionCase{Typed: string(r.Version), On: on}).Verdict {
	case policy.VerdictSupported, policy.VerdictGrace:
		out.IsEol, out.IsMaintained = &no, &yes
	case policy.VerdictNotSupported:
		out.IsEol, out.IsMaintained = &yes, &no
	}
	return out
}

// maintained reports whether any support is left, paid or not; whether a release
// can still be bought says nothing of that. It is nil where it cannot be told.
func maintained(given []policy.PhaseGiven, on policy.Date) *bool {
	known, open, running := false, false, false
	for _, g := range given {
		switch {
		case g.Kind == policy.PhaseKindSale || g.State == policy.PhaseNowNotOffered:
		case on.IsZero() && !g.Until.IsZero():
			open = true
		default:
			known, running = true, running || g.State == policy.PhaseNowRunning
		}
	}
	if running || known && !open {
		return &running
	}
	return nil
}
