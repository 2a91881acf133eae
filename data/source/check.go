package source

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"madoguchi/data/zone"
	"madoguchi/policy"
)

// check tests what a catalog says as a whole: that everything named exists, that
// nothing is there twice, that periods meet, that every fact is cited and that
// every flow ends.
type check struct {
	*decoder
	folder  string
	files   []File
	c       *policy.Catalog
	country policy.Country
}

// inheritCitations gives facts inside another one its citation where they have
// none of their own: a row of a table is cited with the table.
func (k check) inheritCitations() {
	for i := range k.c.Products {
		p := &k.c.Products[i]
		for j := range p.Releases {
			inherit(&p.Releases[j].Cite, p.Cite)
		}
	}
	for i := range k.c.Plans {
		p := &k.c.Plans[i]
		for j := range p.Coverage {
			inherit(&p.Coverage[j].Cite, p.Cite)
		}
	}
	for i := range k.c.PriceLists {
		l := &k.c.PriceLists[i]
		for j := range l.Prices {
			inherit(&l.Prices[j].Cite, l.Cite)
		}
	}
}

func inherit(own *[]policy.Citation, from []policy.Citation) {
	if len(*own) == 0 {
		*own = from
	}
}

func (k check) all() {
	k.vendor()
	k.ids()
	k.citations()
	k.references()
	k.questions()
	k.conditions()
	k.products()
	k.plans()
	k.priceLists()
	k.cover()
	k.channels()
	k.lifecycles()
	k.procedures()
	k.flows()
	k.proofs()
}

// issue reports at the place of a path, or of the nearest one around it.
func (d *decoder) issue(path, format string, args ...any) {
	d.report(d.nearest(path), format, args...)
}

// remark tells something that is not wrong by itself.
func (d *decoder) remark(path, format string, args ...any) {
	at := d.nearest(path)
	d.remarks = append(d.remarks, Issue{at.file, at.line, at.column, fmt.Sprintf(format, args...)})
}

func (d *decoder) nearest(path string) place {
	at, ok := d.places[path]
	for !ok && path != "" {
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
		at, ok = d.places[path]
	}
	if !ok {
		at = place{d.name, 1, 1}
	}
	return at
}

func (k check) vendor() {
	if _, ok := k.places["vendor"]; !ok {
		name := k.folder
		if len(k.files) > 0 {
			name = k.files[0].Name
		}
		k.report(place{name, 1, 1}, "catalog has no section vendor: add it to vendor.yaml")
		return
	}
	if v := k.c.Vendor; v.ID != k.folder {
		k.issue("vendor.id", "id %q is not the name of the folder: write %q", v.ID, k.folder)
	}
}

var (
	idForm         = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	assumptionForm = regexp.MustCompile(`^[A-Z]+(-?[A-Z0-9]+)*$`)
)

// ids checks the form of every id, and that no list has one twice.
func (k check) ids() {
	k.walk(func(path string, v reflect.Value) {
		if v.Kind() != reflect.Slice || v.Type().Elem().Kind() != reflect.Struct {
			return
		}
		form, example := idForm, "lower-case letters, digits and single hyphens, such as netnebulas2-dhcp"
		if v.Type().Elem() == reflect.TypeFor[policy.Assumption]() {
			form, example = assumptionForm, "upper-case letters, digits and hyphens, such as AMB-C1"
		}
		seen := map[string]string{}
		for i := range v.Len() {
			f := v.Index(i).FieldByName("ID")
			if !f.IsValid() {
				return
			}
			id, at := f.String(), fmt.Sprintf("%s[%d].id", path, i)
			if !form.MatchString(id) {
				k.issue(at, "id %q is not in the form of ids: write %s", id, example)
			}
			if first, ok := seen[id]; ok {
				k.issue(at, "id %q is taken by line %d: choose another", id, k.places[first].line)
				continue
			}
			seen[id] = at
		}
	})
}

// walk visits every value of the catalog with its path.
func (k check) walk(visit func(path string, v reflect.Value)) {
	walkValue("", reflect.ValueOf(k.c).Elem(), visit)
}

func walkValue(path string, v reflect.Value, visit func(string, reflect.Value)) {
	if path != "" {
		visit(path, v)
	}
	switch {
	case v.Type() == reflect.TypeFor[policy.Date]():
	case v.Kind() == reflect.Pointer && !v.IsNil():
		walkValue(path, v.Elem(), visit)
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			walkValue(fmt.Sprintf("%s[%d]", path, i), v.Index(i), visit)
		}
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			if key := v.Type().Field(i).Tag.Get("yaml"); key != "" && key != "-" {
				walkValue(join(path, key), v.Field(i), visit)
			}
		}
	}
}

// citations checks that every fact that takes a citation has one, and that what
// is assumed says by which assumption.
func (k check) citations() {
	k.walk(func(path string, v reflect.Value) {
		if v.Kind() != reflect.Struct {
			return
		}
		if cite := v.FieldByName("Cite"); cite.IsValid() && cite.Len() == 0 && !mayGoUncited(v.Type()) {
			k.issue(path, "fact has no citation: add cite with source and section")
		}
		basis, used := v.FieldByName("Basis"), v.FieldByName("Assumptions")
		if basis.IsValid() && used.IsValid() && used.Len() == 0 && basis.Interface().(policy.Basis) == policy.BasisAssumed {
			k.issue(path+".basis", "fact is assumed, but not by which assumption: add assumptions")
		}
	})
}

// kinds are the words for what a reference names, by the section it is in.
var kinds = map[string]string{
	"sources": "source", "assumptions": "assumption", "questions": "question", "families": "family", "versionRules": "version rule",
	"lifecycles": "life cycle", "features": "feature", "plans": "plan", "terms": "term rule", "topics": "topic", "channels": "channel",
	"information": "information", "procedures": "procedure", "zones": "time zone", "taxRates": "kind of tax rate",
}

// references checks that everything named exists: a field with the tag ref holds
// ids of the section that the tag names.
func (k check) references() {
	known := map[string][]string{"zones": zone.Names()}
	c := reflect.ValueOf(k.c).Elem()
	for i := range c.NumField() {
		section := c.Type().Field(i).Tag.Get("yaml")
		for j := 0; c.Field(i).Kind() == reflect.Slice && j < c.Field(i).Len(); j++ {
			if id := c.Field(i).Index(j).FieldByName("ID"); id.IsValid() {
				known[section] = append(known[section], id.String())
			}
		}
	}
	for _, s := range k.country.Sources {
		known["sources"] = append(known["sources"], s.ID)
	}
	for _, q := range policy.DemandQuestions() {
		known["questions"] = append(known["questions"], q.ID)
	}
	for _, r := range k.country.TaxRates {
		if !slices.Contains(known["taxRates"], r.Kind) {
			known["taxRates"] = append(known["taxRates"], r.Kind)
		}
	}
	k.walk(func(path string, v reflect.Value) {
		if v.Kind() != reflect.Struct {
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			section := f.Tag.Get("ref")
			if section == "" {
				continue
			}
			at := path + "." + f.Tag.Get("yaml")
			if v.Field(i).Kind() == reflect.Slice {
				for j := range v.Field(i).Len() {
					k.reference(fmt.Sprintf("%s[%d]", at, j), v.Field(i).Index(j).String(), section, known[section])
				}
				continue
			}
			k.reference(at, v.Field(i).String(), section, known[section])
		}
	})
}

func (k check) reference(at, id, section string, known []string) {
	if id != "" && !slices.Contains(known, id) {
		k.issue(at, "unknown %s %q: %s", kinds[section], id, meant(id, known))
	}
}

// mayGoUncited tells types that are not facts of a source by themselves.
func mayGoUncited(t reflect.Type) bool {
	return t == reflect.TypeFor[policy.Vendor]() || t == reflect.TypeFor[policy.Assumption]()
}

func (k check) questions() {
	for i, q := range k.c.Questions {
		at := fmt.Sprintf("questions[%d]", i)
		switch {
		case q.Kind == policy.KindChoice && len(q.Options) < 2:
			k.issue(at, "choice %q has fewer than two options: add them", q.ID)
		case q.Kind != policy.KindChoice && len(q.Options) > 0:
			k.issue(at+".options", "question %q asks for a %s: remove its options, or make it a choice", q.ID, q.Kind)
		}
		for j, o := range q.Options {
			if o.ID == policy.DontKnow {
				k.issue(fmt.Sprintf("%s.options[%d].id", at, j), "id %q is kept for not knowing: write dontKnow: true instead", o.ID)
			}
		}
	}
}

func (k check) question(id string) (policy.Question, bool) {
	for _, q := range slices.Concat(k.c.Questions, policy.DemandQuestions()) {
		if q.ID == id {
			return q, true
		}
	}
	return policy.Question{}, false
}

func (k check) questionIDs() []string {
	var ids []string
	for _, q := range slices.Concat(k.c.Questions, policy.DemandQuestions()) {
		ids = append(ids, q.ID)
	}
	return ids
}

// conditions checks the form of every condition and that what it tests exists.
func (k check) conditions() {
	k.walk(func(path string, v reflect.Value) {
		if c, ok := v.Interface().(policy.Condition); ok && (!c.IsZero() || k.written(path)) {
			k.condition(path, c)
		}
	})
}

func (k check) written(path string) bool {
	_, ok := k.places[path]
	return ok
}

func (k check) condition(path string, c policy.Condition) {
	forms := 0
	for _, set := range []bool{c.Always, c.All != nil, c.Any != nil, c.Not != nil, c.Fact != ""} {
		if set {
			forms++
		}
	}
	if forms != 1 {
		k.issue(path, "condition has %d forms: write exactly one of always, all, any, not and fact", forms)
		return
	}
	tests := 0
	for _, set := range []bool{c.In != nil, c.AtLeast != nil, c.AtMost != nil, !c.From.IsZero(), !c.Until.IsZero()} {
		if set {
			tests++
		}
	}
	if c.Fact == "" {
		if tests > 0 {
			k.issue(path, "condition tests no fact: add fact, or remove the test")
		}
		return
	}
	q, ok := k.question(c.Fact)
	if !ok {
		k.issue(path+".fact", "unknown question %q: %s", c.Fact, meant(c.Fact, k.questionIDs()))
		return
	}
	want := map[policy.QuestionKind]string{policy.KindChoice: "in", policy.KindNumber: "atLeast, atMost or both", policy.KindDay: "from, until or both"}[q.Kind]
	if !fits(q, c) {
		k.issue(path, "question %q is a %s: test it by %s", c.Fact, q.Kind, want)
		return
	}
	for i, answer := range c.In {
		if !q.Takes(answer) {
			k.issue(fmt.Sprintf("%s.in[%d]", path, i), "question %q has no answer %q: %s", c.Fact, answer, meant(answer, q.Answers()))
		}
	}
}

// fits reports whether a condition tests a question by what its answers are.
func fits(q policy.Question, c policy.Condition) bool {
	number := c.AtLeast != nil || c.AtMost != nil
	day := !c.From.IsZero() || !c.Until.IsZero()
	switch q.Kind {
	case policy.KindChoice:
		return c.In != nil && !number && !day
	case policy.KindNumber:
		return number && c.In == nil && !day
	case policy.KindDay:
		return day && c.In == nil && !number
	default:
		return false
	}
}

func (k check) products() {
	for i, r := range k.c.VersionRules {
		if r.Model != "" { // else it is unreadable, and that has been told
			k.clauses(fmt.Sprintf("versionRules[%d].clauses", i), r.Clauses, r.Model.Rules())
		}
		if r.GraceMonths < 0 {
			k.issue(fmt.Sprintf("versionRules[%d].graceMonths", i), "time %d is negative: write months from 0 on", r.GraceMonths)
		}
	}
	taken := map[string]string{} // folded name → id of the product
	for i, p := range k.c.Products {
		at := fmt.Sprintf("products[%d]", i)
		k.name(at+".id", p.ID, p.ID, taken)
		k.name(at+".name", p.Name, p.ID, taken)
		for j, alias := range p.Aliases {
			here := fmt.Sprintf("%s.aliases[%d]", at, j)
			if taken[policy.Fold(alias)] == p.ID {
				k.issue(here, "alias %q is found by another name of this product already: remove it", alias)
				continue
			}
			k.name(here, alias, p.ID, taken)
		}
		k.releases(at, p)
	}
}

// name takes a name for a product, so that no typed name can mean two.
func (k check) name(at, name, product string, taken map[string]string) {
	folded := policy.Fold(name)
	if folded == "" {
		k.issue(at, "name %q has neither letter nor digit: write a name", name)
		return
	}
	if other, ok := taken[folded]; ok && other != product {
		k.issue(at, "name %q already means product %q: choose another", name, other)
		return
	}
	taken[folded] = product
}

func (k check) releases(at string, p policy.Product) {
	rule := policy.VersionRule{}
	for _, r := range k.c.VersionRules {
		if r.ID == p.Rule {
			rule = r
		}
	}
	if rule.Model.Lists() && len(p.Releases) == 0 {
		k.issue(at, "product %q has a version rule but no releases: add them, or remove the rule", p.ID)
	}
	if rule.Model == policy.ModelLargestBugfix {
		k.numbered(at, p)
	}
	phases := map[string]bool{}
	for _, n := range p.Phases {
		phases[n.ID] = true
	}
	labels := map[string]bool{}
	for i, r := range p.Releases {
		here := fmt.Sprintf("%s.releases[%d]", at, i)
		if label := strings.ToLower(string(r.Version)); labels[label] {
			k.issue(here+".version", "version %q is listed twice: keep one row", r.Version)
		} else {
			labels[label] = true
		}
		seen := map[string]bool{}
		for j, d := range r.Phases {
			there := fmt.Sprintf("%s.phases[%d]", here, j)
			switch {
			case !phases[d.Phase]:
				k.issue(there+".phase", "unknown phase %q: %s", d.Phase, meant(d.Phase, phaseIDs(p)))
			case seen[d.Phase]:
				k.issue(there+".phase", "phase %q is there twice: keep one", d.Phase)
			}
			seen[d.Phase] = true
			if d.Until.IsZero() == (d.State == "") {
				k.issue(there, "phase %q needs a last day or a state, not both: write until, or state where no day is printed", d.Phase)
			}
		}
	}
}

func phaseIDs(p policy.Product) []string {
	var ids []string
	for _, n := range p.Phases {
		ids = append(ids, n.ID)
	}
	return ids
}

// numbered checks releases whose versions are compared by their numbers.
func (k check) numbered(at string, p policy.Product) {
	var read []policy.Version
	for i, r := range p.Releases {
		here := fmt.Sprintf("%s.releases[%d]", at, i)
		v, err := policy.ParseVersion(string(r.Version))
		switch {
		case err != nil:
			k.issue(here+".version", "%s", err)
		case v.Revision >= 0:
			k.issue(here+".version", "version %q names a revision, which tables do not: write %q", r.Version, strings.Split(string(r.Version), "-")[0])
		case slices.ContainsFunc(read, func(w policy.Version) bool { return w.Same(v) && w.Printed != v.Printed }):
			k.issue(here+".version", "version %q is listed twice: keep one row", r.Version)
		}
		read = append(read, v)
		if r.Day.IsZero() {
			k.issue(here, "release %q has no day, from which its rule counts: add day", r.Version)
		} else if i > 0 && r.Day.Before(p.Releases[i-1].Day) {
			k.issue(here+".day", "day %s is before that of the row above, %s: list releases oldest first", r.Day, p.Releases[i-1].Day)
		}
	}
}

// clauses checks that each rule of a model is cited once.
func (k check) clauses(at string, cs policy.Clauses, want []policy.Rule) {
	seen := map[policy.Rule]bool{}
	for i, c := range cs {
		here := fmt.Sprintf("%s[%d].rule", at, i)
		switch {
		case !slices.Contains(want, c.Rule):
			k.issue(here, "rule %q is no part of this model: %s", c.Rule, meant(string(c.Rule), ruleNames(want)))
		case seen[c.Rule]:
			k.issue(here, "rule %q is cited twice: keep one clause", c.Rule)
		}
		seen[c.Rule] = true
	}
	for _, r := range want {
		if !seen[r] {
			k.issue(at, "rule %q has no clause: add one that says where the vendor states it", r)
		}
	}
}

func ruleNames(rules []policy.Rule) []string {
	out := make([]string, len(rules))
	for i, r := range rules {
		out[i] = string(r)
	}
	return out
}

func (k check) plans() {
	refs := map[string]string{}
	for i, p := range k.c.Plans {
		at := fmt.Sprintf("plans[%d]", i)
		ref := policy.Fold(p.Ref())
		if other, taken := refs[ref]; taken {
			k.issue(at+".code", "code %q already means plan %q: choose another", p.Ref(), other)
		}
		refs[ref] = p.ID
		seen := map[string]bool{}
		for j, c := range p.Coverage {
			if seen[c.Feature] {
				k.issue(fmt.Sprintf("%s.coverage[%d].feature", at, j), "feature %q is there twice: keep one cell", c.Feature)
			}
			seen[c.Feature] = true
		}
		if s := p.Supply; s != nil && (s.Months < 1 || s.Tickets < 0) {
			k.issue(at+".supply", "plan %q supplies %d tickets for %d months: write at least 0 and 1", p.ID, s.Tickets, s.Months)
		}
	}
}

func (k check) priceLists() {
	var periods []period
	for i, l := range k.c.PriceLists {
		at := fmt.Sprintf("priceLists[%d]", i)
		if l.Tax != policy.TaxNotStated && l.Rate == "" {
			k.issue(at, "price list %q is %s of tax, but not of which kind of rate: add rate", l.ID, l.Tax)
		}
		seen := map[string]bool{}
		sound := true
		for j, p := range l.Prices {
			here := fmt.Sprintf("%s.prices[%d]", at, j)
			if seen[p.Plan] {
				k.issue(here+".plan", "plan %q has two prices: keep one", p.Plan)
			}
			seen[p.Plan] = true
			if n := len(p.Models()); n != 1 {
				k.issue(here, "price of %q has %d models: write exactly one of flat, unit, baseUnit, package, bands, graduated, percent, time and onRequest", p.Plan, n)
				sound = false
				continue
			}
			if wrong := p.Check(); wrong != "" {
				k.issue(here, "price of %q is wrong: %s", p.Plan, wrong)
			}
		}
		if sound {
			k.clauses(at+".clauses", l.Clauses, l.Rules())
		}
		periods = append(periods, period{at, l.From, l.Until})
	}
	k.periods("price list", periods)
}

// period is a time in which a fact holds, both days inside.
type period struct {
	at          string
	from, until policy.Date
}

// periods checks that times follow each other without overlap or gap, in the
// order of the catalog.
func (d *decoder) periods(what string, ps []period) {
	for i, p := range ps {
		if !p.until.IsZero() && p.until.Before(p.from) {
			d.issue(p.at+".until", "%s ends on %s, before it begins on %s: swap the days", what, p.until, p.from)
		}
		if i == 0 {
			continue
		}
		switch last := ps[i-1]; {
		case p.from.IsZero():
			d.issue(p.at, "%s has no first day, but another one precedes it: add from", what)
		case last.until.IsZero():
			d.issue(last.at, "%s has no last day, but another one follows on %s: add until: %s", what, p.from, p.from.AddDays(-1))
		case !last.until.Before(p.from):
			d.issue(p.at+".from", "%s overlaps with the one until %s: write %s", what, last.until, last.until.AddDays(1))
		case last.until.AddDays(1) != p.from:
			d.issue(p.at+".from", "%s leaves a gap after %s: write %s", what, last.until, last.until.AddDays(1))
		}
	}
}

func (k check) cover() {
	if k.c.Cover != nil {
		k.clauses("cover.clauses", k.c.Cover.Clauses, policy.CoverRules())
	}
}

// channels checks every time in which somebody answers.
func (k check) channels() {
	k.walk(func(path string, v reflect.Value) {
		if h, ok := v.Interface().(policy.Hours); ok && h.Opens >= h.Closes {
			k.issue(path+".closes", "hours end at %s, not after they begin at %s: correct one of them", h.Closes, h.Opens)
		}
	})
}

func (k check) lifecycles() {
	for i, l := range k.c.Lifecycles {
		k.clauses(fmt.Sprintf("lifecycles[%d].clauses", i), l.Clauses, l.Rules())
		for _, list := range []struct {
			key     string
			periods []policy.Period
		}{{"service", l.Service}, {"software", l.Software}} {
			for j, p := range list.periods {
				if p.FromMonth < 0 || p.UntilMonth <= p.FromMonth {
					k.issue(fmt.Sprintf("lifecycles[%d].%s[%d].untilMonth", i, list.key, j), "period %q ends with month %d, not after it begins with month %d: correct one of them", p.ID, p.UntilMonth, p.FromMonth)
				}
			}
		}
	}
	for i, t := range k.c.Terms {
		at := fmt.Sprintf("terms[%d]", i)
		if t.UnitMonths < 1 || t.CeilingMonths < 0 || t.CeilingMonths > 0 && t.CeilingMonths < t.UnitMonths {
			k.issue(at, "term %q runs for %d months up to %d: write a unit of at least 1 and no ceiling below it", t.ID, t.UnitMonths, t.CeilingMonths)
		}
		if (t.StartWithinDays > 0) != (t.StartAnchor != "") {
			k.issue(at, "term %q names a time to begin without its anchor, or the other way round: write both startWithinDays and startAnchor", t.ID)
		}
	}
}

func (k check) procedures() {
	for i, p := range k.c.Procedures {
		for j, d := range p.Deadlines {
			at := fmt.Sprintf("procedures[%d].deadlines[%d]", i, j)
			fits := map[policy.DeadlineKind]bool{
				policy.DeadlineCutOff:       d.CutOff > 0,
				policy.DeadlineBusinessDays: d.Days > 0 && (d.UntilDays == 0 || d.UntilDays > d.Days),
				policy.DeadlineHours:        d.Hours > 0,
				policy.DeadlineMonths:       d.Months > 0,
				policy.DeadlineNone:         d.CutOff == 0 && d.Days == 0 && d.Hours == 0 && d.Months == 0,
			}
			want := map[policy.DeadlineKind]string{
				policy.DeadlineCutOff: "cutOff", policy.DeadlineBusinessDays: "days, and untilDays for a range", policy.DeadlineHours: "hours",
				policy.DeadlineMonths: "months", policy.DeadlineNone: "no time at all",
			}
			if d.Kind != "" && !fits[d.Kind] {
				k.issue(at, "deadline %q is counted by %s: write %s", d.ID, d.Kind, want[d.Kind])
			}
		}
	}
	if c := k.c.Calendar; c != nil {
		for i, closure := range c.Closures {
			if closure.To.Before(closure.From) {
				k.issue(fmt.Sprintf("calendar.closures[%d].to", i), "closure ends on %s, before it begins on %s: swap the days", closure.To, closure.From)
			}
		}
	}
}

func (k check) flows() {
	for i, f := range k.c.Flows {
		at := fmt.Sprintf("flows[%d]", i)
		sound := true
		for j, s := range f.Steps {
			sound = k.step(fmt.Sprintf("%s.steps[%d]", at, j), s) && sound
		}
		if !sound {
			continue
		}
		for _, d := range f.Check(k.c.Questions) {
			k.defect(at, f, d)
		}
	}
}

func (k check) step(at string, s policy.Ask) bool {
	q, ok := k.question(s.Question)
	if !ok {
		return false // an unknown reference, and told as such
	}
	if q.Kind != policy.KindChoice {
		k.issue(at+".ask", "question %q is a %s: a flow asks choices only", s.Question, q.Kind)
		return false
	}
	for i, b := range s.Next {
		for j, answer := range b.In {
			if !q.Takes(answer) {
				k.issue(fmt.Sprintf("%s.next[%d].in[%d]", at, i, j), "question %q has no answer %q: %s", s.Question, answer, meant(answer, q.Answers()))
			}
		}
	}
	return true
}

func (k check) defect(at string, f policy.Flow, d policy.Defect) {
	where := at
	for i, s := range f.Steps {
		if s.ID == d.At {
			where = fmt.Sprintf("%s.steps[%d]", at, i)
		}
	}
	for i, s := range f.Decisions {
		if s.ID == d.At {
			where = fmt.Sprintf("%s.decisions[%d]", at, i)
		}
	}
	for i, o := range f.Outcomes {
		if o.ID == d.At {
			where = fmt.Sprintf("%s.outcomes[%d]", at, i)
		}
	}
	with := "at once"
	if len(d.Witness) > 0 {
		with = "with " + d.Witness.String()
	}
	switch d.Kind {
	case policy.DefectMissing:
		k.issue(where, "%q leads to %q, which is no step, decision or outcome of the flow (%s): correct the id", d.At, d.Detail, with)
	case policy.DefectDeadEnd:
		k.issue(where, "answer %q of step %q leads nowhere (%s): add it to a branch", d.Detail, d.At, with)
	case policy.DefectGap:
		k.issue(where, "no row of decision %q holds (%s): add one", d.At, with)
	case policy.DefectOverlap:
		k.issue(where, "several rows of decision %q hold, to %s (%s): narrow their conditions", d.At, d.Detail, with)
	case policy.DefectUnreachable:
		k.issue(where, "no answers lead to %q: lead there, or remove it", d.At)
	case policy.DefectCycle:
		k.issue(where, "flow goes round in a circle, %s (%s): lead one of them elsewhere", d.Detail, with)
	case policy.DefectTwice:
		k.issue(where, "two branches of step %q take answer %q: keep one", d.At, d.Detail)
	case policy.DefectShadowed:
		k.issue(fmt.Sprintf("%s.rows[%d]", where, d.Row), "no path chooses this row of decision %q: remove it, or widen its condition", d.At)
	default:
		panic("no words for defect " + string(d.Kind)) // a new kind: a bug
	}
}

func checkCountry(d *decoder, f File, c policy.Country) {
	d.name = f.Name
	byKind := map[string][]period{}
	var kinds []string
	for i, r := range c.TaxRates {
		if byKind[r.Kind] == nil {
			kinds = append(kinds, r.Kind)
		}
		byKind[r.Kind] = append(byKind[r.Kind], period{fmt.Sprintf("taxRates[%d]", i), r.From, r.Until})
		for j, cite := range r.Cite {
			if !slices.ContainsFunc(c.Sources, func(s policy.Source) bool { return s.ID == cite.Source }) {
				d.issue(fmt.Sprintf("taxRates[%d].cite[%d].source", i, j), "unknown source %q: add it to sources", cite.Source)
			}
		}
	}
	for _, kind := range kinds {
		d.periods("tax rate "+kind, byKind[kind])
	}
}
