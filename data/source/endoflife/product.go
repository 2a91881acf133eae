package endoflife

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml/ast"

	"madoguchi/data/source"
	"madoguchi/data/source/written"
	"madoguchi/policy"
)

// Keys of a product file that are read, and those that are known and hold nothing
// that a catalog says: how endoflife.date shows and updates its pages.
var (
	productKeys = []string{
		"title", "category", "permalink", "alternate_urls", "versionCommand", "releasePolicyLink", "changelogTemplate",
		"releaseLabel", "LTSLabel", "eoasColumn", "eolColumn", "eoesColumn", "discontinuedColumn", "customFields", "releases",
	}
	otherProductKeys = []string{
		"addedAt", "tags", "iconSlug", "identifiers", "auto", "latestColumn", "releaseDateColumn", "staleReleaseThresholdDays",
		"eolWarnThreshold", "eoasWarnThreshold", "eoesWarnThreshold", "discontinuedWarnThreshold", "releaseImage",
	}
	releaseKeys = []string{
		"releaseCycle", "releaseLabel", "codename", "releaseDate", "eoas", "eol", "eoes", "discontinued", "lts", "latest",
		"latestReleaseDate", "link", "outOfOrder",
	}
	otherReleaseKeys = []string{"staleReleaseThresholdDays"}
)

// reader reads one product file.
type reader struct {
	file      string
	release   string // whose row is being read
	anomalies []Anomaly

	product policy.Product
	aliases []string
	seen    Seen

	columns   map[string]bool // the fields in use, by key
	unsaid    *policy.Text    // name of a phase that is taken for paid without being said so; else nil
	label     template
	changelog template
	longTerm  string // what the product calls long-term support; empty: LTS
}

func (r *reader) report(kind Kind, format string, args ...any) {
	what := strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " ")
	r.anomalies = append(r.anomalies, Anomaly{r.file, r.release, kind, what})
}

// fields are the values of a mapping by their keys. A key that stands twice is
// there without a value: either could be wrong.
type fields map[string]ast.Node

func (r *reader) fields(pairs []*ast.MappingValueNode, known ...string) fields {
	m := fields{}
	for _, pair := range pairs {
		key, ok := written.Scalar(pair.Key)
		switch _, twice := m[key]; {
		case !ok:
			r.report(KindDeadKey, "%s stands in the place of a key: it is not read", written.Kind(pair.Key))
		case !slices.Contains(known, key):
			r.report(KindDeadKey, "endoflife.date has no key %q: it is not read", written.Shorten(key))
		case twice:
			r.report(KindTwice, "key %q stands twice: neither is taken", key)
			m[key] = nil
		default:
			m[key] = pair.Value
		}
	}
	return m
}

// text returns a scalar as it is written. It is false where the key is not there,
// says nothing, or cannot be read; the last is told.
func (r *reader) text(m fields, key string) (string, bool) {
	n, ok := m[key]
	if !ok || n == nil {
		return "", false
	}
	if _, null := n.(*ast.NullNode); null {
		return "", false
	}
	s, ok := written.Scalar(n)
	if !ok {
		r.report(KindUnreadable, "%s: %s stands here, not text", key, written.Kind(n))
		return "", false
	}
	if strings.TrimSpace(s) == "" {
		r.report(KindEmpty, "%s is empty", key)
		return "", false
	}
	return s, true
}

// words is text for people to read: on one line, without HTML.
func (r *reader) words(m fields, key string) (string, bool) {
	s, ok := r.text(m, key)
	if !ok {
		return "", false
	}
	return r.clean(key, strings.Join(strings.Fields(s), " "))
}

// markupForm matches a tag of HTML, as it stands within a text.
var markupForm = regexp.MustCompile(`<[/!A-Za-z\x{80}-\x{10FFFF}][^>]*>`)

// clean takes out of a text what no catalog may hold.
func (r *reader) clean(key, s string) (string, bool) {
	was := s
	for markupForm.MatchString(s) {
		s = markupForm.ReplaceAllString(s, "")
	}
	s = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' {
			return ' '
		}
		return c
	}, s)
	s = strings.TrimSpace(s)
	switch {
	case s == "":
		r.report(KindEmpty, "%s %q is empty without its HTML", key, written.Shorten(was))
		return "", false
	case strings.ContainsRune(was, '<') && s != was:
		r.report(KindMarkup, "%s %q has HTML: it is read as %q", key, was, s)
	}
	return s, true
}

// version is a version as it is written.
func (r *reader) version(m fields, key string) (policy.Label, bool) {
	s, ok := r.words(m, key)
	if ok && !written.Text(m[key]) {
		r.report(KindUnquoted, "%s %s is not quoted, so that other programs take it for a number: it is read as written", key, s)
	}
	return policy.Label(s), ok
}

// day is a day, unknown where none is written.
func (r *reader) day(m fields, key string) policy.Date {
	s, ok := r.text(m, key)
	if !ok {
		return policy.Date{}
	}
	d, err := policy.ParseDate(s)
	if err != nil {
		r.report(KindUnreadable, "%s: %s", key, err)
	}
	return d
}

// address is a link as it is written.
func (r *reader) address(key, s string) policy.Link {
	var l policy.Link
	if err := l.UnmarshalText([]byte(s)); err != nil {
		r.report(KindLink, "%s: %s: it is left out", key, err)
		return ""
	}
	return l
}

// idForm is what ids of a catalog look like.
var idForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// read reads the whole file. It is false where no product can be made of it, which
// is told.
func (r *reader) read(b []byte) bool {
	root, fault := written.Parse(b)
	switch {
	case fault != nil:
		r.report(KindNotImported, "the file is not imported: line %d: %s", fault.Line, fault.Message)
		return false
	case root == nil:
		r.report(KindNotImported, "the file is not imported: it is empty")
		return false
	}
	pairs, ok := written.Mapping(root)
	if !ok {
		r.report(KindNotImported, "the file is not imported: %s stands here, not the fields of a product", written.Kind(root))
		return false
	}
	m := r.fields(pairs, slices.Concat(productKeys, otherProductKeys)...)
	if !r.identity(m) {
		return false
	}
	r.links(m)
	custom := r.customFields(m)
	rows, ok := m["releases"].(*ast.SequenceNode)
	if !ok || len(rows.Values) == 0 {
		r.report(KindNotImported, "the file is not imported: it lists no releases")
		return false
	}
	var read []row
	for _, n := range rows.Values {
		if row, ok := r.row(n, custom); ok {
			read = append(read, row)
		}
	}
	r.release = ""
	if len(read) == 0 {
		r.report(KindNotImported, "the file is not imported: none of its releases can be read")
		return false
	}
	r.phases(m, read)
	r.releases(read)
	r.compare()
	return true
}

// identity reads what the product is called.
func (r *reader) identity(m fields) bool {
	base := strings.TrimSuffix(r.file, ".yaml")
	p := &r.product
	permalink, ok := r.text(m, "permalink")
	p.ID = strings.TrimPrefix(permalink, "/")
	if !ok {
		r.report(KindMissing, "permalink is missing: the product is named by its file, %q", base)
		p.ID = base
	}
	if !idForm.MatchString(p.ID) || p.ID == "vendor" {
		r.report(KindNotImported, "the file is not imported: %q is no id of a catalog, which are lower-case letters, digits and single hyphens", p.ID)
		return false
	}
	if p.Name, ok = r.words(m, "title"); !ok {
		r.report(KindMissing, "title is missing: the product is called %q", p.ID)
		p.Name = p.ID
	}
	p.Rule = ruleID
	p.Cite = []policy.Citation{{Source: sourceFiles, Section: p.Name, Item: "/" + p.ID}}
	if category, ok := r.words(m, "category"); !ok {
		r.report(KindMissing, "category is missing")
	} else if slices.ContainsFunc(families, func(f policy.Family) bool { return f.ID == category }) {
		p.Family = category
	} else {
		r.report(KindUnreadable, "category %q is unknown: it is left out", category)
	}
	switch n := m["alternate_urls"].(type) {
	case nil, *ast.NullNode:
	case *ast.SequenceNode:
		for _, entry := range n.Values {
			if s, ok := r.words(fields{"alternate_urls": entry}, "alternate_urls"); ok {
				r.aliases = append(r.aliases, strings.TrimPrefix(s, "/"))
			}
		}
	default:
		r.report(KindUnreadable, "alternate_urls: %s stands here, not a list", written.Kind(n))
	}
	return true
}

// links reads where to look, and the templates by which releases are named and
// linked.
func (r *reader) links(m fields) {
	if s, ok := r.text(m, "versionCommand"); ok && markupForm.MatchString(s) {
		r.report(KindMarkup, "versionCommand %q looks like HTML: it is left out", written.Shorten(s))
	} else if ok {
		r.product.VersionCommand, _ = r.clean("versionCommand", strings.ReplaceAll(s, "\t", "    "))
	}
	if s, ok := r.text(m, "releasePolicyLink"); ok {
		r.product.Link = r.address("releasePolicyLink", s)
	}
	r.label = r.template(m, "releaseLabel", "releases are called by their ids")
	r.changelog = r.template(m, "changelogTemplate", "releases without a link of their own have none")
	if s, ok := r.words(m, "LTSLabel"); ok {
		r.longTerm = s
	}
}

func (r *reader) template(m fields, key, otherwise string) template {
	s, ok := r.text(m, key)
	if !ok {
		return nil
	}
	t, err := parseTemplate(s)
	if err != nil {
		r.report(KindLink, "%s has %s, which is not computed: %s", key, err, otherwise)
	}
	return t
}

// customFields lists the keys that the product adds to its releases. What they
// say, such as the versions of a language that a release runs on, is no matter of
// support and not imported.
func (r *reader) customFields(m fields) []string {
	list, ok := m["customFields"].(*ast.SequenceNode)
	if !ok {
		if n := m["customFields"]; n != nil {
			r.report(KindUnreadable, "customFields: %s stands here, not a list", written.Kind(n))
		}
		return nil
	}
	var names []string
	for _, entry := range list.Values {
		pairs, _ := written.Mapping(entry)
		for _, pair := range pairs {
			if key, ok := written.Scalar(pair.Key); ok && key == "name" {
				if name, ok := written.Scalar(pair.Value); ok {
					names = append(names, name)
				}
			}
		}
	}
	return names
}

// row is one release as the file has it, with what is not known until all rows are
// read.
type row struct {
	policy.Release
	phases map[string]policy.DatedPhase // by key of the field

	// unclear is set where the phases cannot be told.
	unclear    bool
	outOfOrder bool
	longTerm   bool // on every day: true, not from a day on
}

// row reads a release. It is false for one without a version.
func (r *reader) row(n ast.Node, custom []string) (row, bool) {
	r.release = ""
	out := row{phases: map[string]policy.DatedPhase{}}
	pairs, ok := written.Mapping(n)
	if !ok {
		r.report(KindNotImported, "line %d: a release is left out: %s stands here, not its fields", written.At(n).Line, written.Kind(n))
		return out, false
	}
	for _, pair := range pairs { // anomalies of the row are told by its id
		if key, ok := written.Scalar(pair.Key); ok && key == "releaseCycle" {
			if id, ok := written.Scalar(pair.Value); ok {
				r.release = strings.Join(strings.Fields(id), " ")
			}
		}
	}
	m := r.fields(pairs, slices.Concat(releaseKeys, otherReleaseKeys, custom)...)
	if out.Version, ok = r.version(m, "releaseCycle"); !ok {
		r.report(KindNotImported, "line %d: a release is left out: it has no releaseCycle", written.At(n).Line)
		return out, false
	}
	if out.Codename, ok = r.words(m, "codename"); !ok {
		out.Codename = ""
	}
	if _, there := m["releaseDate"]; !there {
		r.report(KindMissing, "releaseDate is missing")
	}
	out.Day = r.day(m, "releaseDate")
	out.Latest, _ = r.version(m, "latest")
	out.LatestDay = r.day(m, "latestReleaseDate")
	for _, f := range phaseFields {
		r.phase(m, f, &out)
	}
	r.longTermOf(m, &out)
	if s, ok := r.text(m, "outOfOrder"); ok {
		out.outOfOrder = s == "true"
	}
	words := wordsOf(out.Release)
	out.Name = r.nameOf(m, out, words)
	out.Link = r.linkOf(m, words)
	return out, true
}

// phase reads how far a phase reaches: until a day, itself inside; true, over; or
// false, running without an announced end.
func (r *reader) phase(m fields, f field, out *row) {
	n, there := m[f.key]
	if !there {
		return
	}
	s, ok := r.text(m, f.key)
	if !ok {
		if _, null := n.(*ast.NullNode); null {
			r.report(KindEmpty, "%s is empty: the phases of the release are unknown", f.key)
		}
		out.unclear = true
		return
	}
	d := policy.DatedPhase{Phase: f.phase.ID}
	switch s {
	case "true":
		d.State = policy.PhaseOver
	case "false":
		d.State = policy.PhaseRuns
	default:
		until, err := policy.ParseDate(s)
		if err != nil {
			r.report(KindUnreadable, "%s: %s, and neither true nor false: the phases of the release are unknown", f.key, err)
			out.unclear = true
			return
		}
		d.Until = until
	}
	out.phases[f.key] = d
}

// longTermOf reads whether the release has long-term support: true, false, or the
// first day of it.
func (r *reader) longTermOf(m fields, out *row) {
	s, ok := r.text(m, "lts")
	if !ok {
		return
	}
	switch s {
	case "true":
		out.LongTerm, out.longTerm = true, true
	case "false":
	default:
		if day := r.day(m, "lts"); !day.IsZero() {
			out.LongTerm, out.LongTermFrom = true, day
		}
	}
}

// wordsOf are the words that templates are filled with.
func wordsOf(r policy.Release) map[string]string {
	return map[string]string{
		"__RELEASE_CYCLE__": string(r.Version), "__CODENAME__": r.Codename, "__RELEASE_DATE__": r.Day.String(),
		"__LATEST__": string(r.Latest), "__LATEST_RELEASE_DATE__": r.LatestDay.String(),
	}
}

// nameOf is what the release is called, where it is not called by its id: by a
// label of its own, or by the product's.
func (r *reader) nameOf(m fields, out row, words map[string]string) policy.Text {
	label := r.label
	if _, own := m["releaseLabel"]; own {
		label = r.template(m, "releaseLabel", "the release is called by its id")
	}
	name := string(out.Version)
	if label != nil {
		s, err := label.fill(words)
		if err != nil {
			r.report(KindMissing, "releaseLabel cannot be filled in, %s: the release is called by its id", err)
		} else if s, ok := r.clean("releaseLabel", strings.Join(strings.Fields(s), " ")); ok {
			name = s
		}
	}
	if out.longTerm && r.longTerm != "" && !strings.Contains(name, r.longTerm) {
		name += " (" + r.longTerm + ")"
	}
	if name == string(out.Version) {
		return policy.Text{}
	}
	return policy.Text{Ja: name, En: name}
}

// linkOf is where the release is told of: its own link, none where that is null,
// or the product's changelog.
func (r *reader) linkOf(m fields, words map[string]string) policy.Link {
	key, t := "changelogTemplate", r.changelog
	if _, own := m["link"]; own {
		key, t = "link", r.template(m, "link", "it is left out")
	}
	if t == nil {
		return ""
	}
	s, err := t.fill(words)
	if err != nil {
		r.report(KindLink, "%s cannot be filled in, %s: the release has no link", key, err)
		return ""
	}
	return r.address(key, s)
}

// phases decides which phases the product has: those with a column, and those that
// its releases give all the same.
func (r *reader) phases(m fields, read []row) {
	r.columns = map[string]bool{}
	for _, f := range phaseFields {
		on, named := f.on, f.phase
		if _, there := m[f.column]; there {
			switch words, ok := r.words(m, f.column); {
			case !ok || words == "true":
				on = true
			case words == "false":
				on = false
			default:
				on = true
				var odd string
				if named, odd = f.named(words); odd != "" {
					r.report(KindWorth, "%s is called %q, %s", f.key, words, odd)
				}
				if odd == paidUnsaid {
					r.unsaid = &named.Name
				}
			}
		}
		n := 0
		for _, row := range read {
			if _, ok := row.phases[f.key]; ok {
				n++
			}
		}
		if !on && n > 0 {
			r.report(KindNoColumn, "%s stands at %d releases, and the product has no %s: it is kept as the phase %q", f.key, n, f.column, named.ID)
			on = true
		}
		if on {
			r.columns[f.key] = true
			r.product.Phases = append(r.product.Phases, named)
		}
	}
}

// releases makes releases of the rows, in the order of the file. Rows of one
// version become one; where they differ, what they differ in is not known.
func (r *reader) releases(read []row) {
	byVersion := map[string]int{}
	var above row
	for _, row := range read {
		r.release = string(row.Version)
		if _, ok := row.phases["eol"]; !ok && !row.unclear && r.columns["eol"] {
			r.report(KindMissing, "eol is missing: the phase is taken as not offered")
		}
		out := row.Release
		if row.unclear {
			out.Notes = append(out.Notes, r.unclearNote())
		} else {
			for _, f := range phaseFields {
				if d, ok := row.phases[f.key]; ok {
					out.Phases = append(out.Phases, d)
				}
			}
		}
		if _, ok := row.phases["eoes"]; ok && !row.unclear && r.unsaid != nil {
			out.Notes = append(out.Notes, r.unsaidNote())
		}
		folded := strings.ToLower(string(out.Version))
		if first, twice := byVersion[folded]; twice {
			r.merge(&r.product.Releases[first], out)
			continue
		}
		byVersion[folded] = len(r.product.Releases)
		if !above.Day.IsZero() && out.Day.After(above.Day) {
			if row.outOfOrder || above.outOfOrder {
				r.seen.OutOfOrder++
			} else {
				r.report(KindRowOrder, "the release is dated %s, after the row above it, %s, though the newest comes first", out.Day, above.Day)
			}
		}
		above = row
		r.product.Releases = append(r.product.Releases, out)
	}
	r.release = ""
}

// unclearNote tells a visitor why nothing is said of the phases of a release.
func (r *reader) unclearNote() policy.Note {
	return policy.Note{
		Text: policy.Text{
			Ja: "endoflife.dateの記載からは、このリリースのサポート期間を読み取れません。提供元に確認してください。",
			En: "The support periods of this release cannot be read from endoflife.date. Ask whoever makes the product.",
		},
		Basis: policy.BasisNotStated, Cite: r.product.Cite,
	}
}

// unsaidNote tells a visitor on what the worth of a phase rests.
func (r *reader) unsaidNote() policy.Note {
	return policy.Note{
		Text: policy.Text{
			Ja: r.unsaid.Ja + "が有償かどうかは、endoflife.dateに記載がありません。ここでは、追加で購入した場合だけのサポートとして扱います。",
			En: "endoflife.date does not say whether " + r.unsaid.En + " costs extra. It is counted here as support for those who buy it.",
		},
		Basis: policy.BasisAssumed, Assumptions: []string{assumedPaid}, Cite: r.product.Cite,
	}
}

// merge takes a second row of a version into the first.
func (r *reader) merge(first *policy.Release, second policy.Release) {
	if sameRelease(*first, second) {
		r.report(KindTwice, "the release stands twice with the same facts: one is kept")
		return
	}
	r.report(KindTwice, "the release stands twice with different facts: its phases and days are unknown")
	*first = policy.Release{Version: first.Version, Standing: policy.StandingConflict, Notes: []policy.Note{r.unclearNote()}}
}

func sameRelease(a, b policy.Release) bool {
	return a.Name == b.Name && a.Codename == b.Codename && a.Day == b.Day && a.Latest == b.Latest && a.LatestDay == b.LatestDay &&
		a.LongTerm == b.LongTerm && a.LongTermFrom == b.LongTermFrom && a.Link == b.Link && slices.Equal(a.Phases, b.Phases) &&
		a.Standing == b.Standing && len(a.Notes) == len(b.Notes)
}

// compare looks for what contradicts itself within a release or between releases.
func (r *reader) compare() {
	for i := range r.product.Releases {
		rel := r.product.Releases[i]
		r.release = string(rel.Version)
		r.days(rel)
		r.latest(i)
	}
	r.release = ""
	r.sameNames()
}

func (r *reader) days(rel policy.Release) {
	ends := map[string]policy.DatedPhase{}
	var last policy.DatedPhase
	for _, d := range rel.Phases {
		ends[d.Phase] = d
		switch {
		case !d.Until.IsZero() && !last.Until.IsZero() && d.Until.Before(last.Until):
			r.report(KindPhaseOrder, "%s ends on %s, before %s on %s", d.Phase, d.Until, last.Phase, last.Until)
		case !d.Until.IsZero() && !rel.Day.IsZero() && d.Until.Before(rel.Day):
			r.report(KindPhaseOrder, "%s ends on %s, before the release on %s", d.Phase, d.Until, rel.Day)
		}
		if !d.Until.IsZero() {
			last = d
		}
	}
	active, support, extended := ends["active"], ends["support"], ends["extended"]
	if support.State == policy.PhaseRuns && extended.Phase != "" && extended.State != policy.PhaseRuns {
		r.report(KindOpenEnd, "support has no announced end, and extended %s", ended(extended))
	}
	if active.State == policy.PhaseRuns && support.State == policy.PhaseOver {
		r.report(KindOpenEnd, "active has no announced end, and support %s", ended(support))
	}
	if !rel.LatestDay.IsZero() && rel.LatestDay.Before(rel.Day) {
		r.report(KindPatchEarly, "latest patch %s is dated %s, before the release on %s", rel.Latest, rel.LatestDay, rel.Day)
	}
	if !support.Until.IsZero() && rel.LatestDay.After(support.Until) {
		r.report(KindPatchLate, "latest patch %s is dated %s, after end of life on %s", rel.Latest, rel.LatestDay, support.Until)
	}
	if !rel.LongTermFrom.IsZero() && !support.Until.IsZero() && rel.LongTermFrom.After(support.Until) {
		r.report(KindLongTerm, "long-term support begins on %s, after end of life on %s", rel.LongTermFrom, support.Until)
	}
	if !support.Until.IsZero() && active.Until == support.Until {
		r.seen.ActiveIsSupport++
	}
	if !support.Until.IsZero() && extended.Until == support.Until {
		r.seen.SupportIsExtended++
	}
}

func ended(d policy.DatedPhase) string {
	if d.Until.IsZero() {
		return "is over"
	}
	return "ends on " + d.Until.String()
}

// latest checks that the latest patch of a release is one of it.
func (r *reader) latest(i int) {
	rel := r.product.Releases[i]
	if rel.Latest == "" {
		return
	}
	r.seen.Latest++
	if !strings.HasPrefix(string(rel.Latest), string(rel.Version)) {
		r.report(KindLatestForm, "latest patch %s does not begin with the release's id", rel.Latest)
	}
	found := policy.ReleasesByNumber(r.product, string(rel.Latest))
	if len(found) != 1 || found[0].Version == rel.Version {
		return
	}
	other := slices.IndexFunc(r.product.Releases, func(o policy.Release) bool { return o.Version == found[0].Version })
	r.report(KindLatestOther, "latest patch %s belongs to release %s, by its beginning", rel.Latest, found[0].Version)
	r.note(i, fmt.Sprintf("最新パッチとして記載されている%sは、番号の上ではリリース%sに属します。どちらのリリースをお使いか確認してください。", rel.Latest, found[0].Version),
		fmt.Sprintf("Its newest patch is given as %s, which by its number belongs to release %s. Check which of the two you have.", rel.Latest, found[0].Version))
	r.note(other, fmt.Sprintf("%sは、リリース%sの最新パッチとしても記載されています。どちらのリリースをお使いか確認してください。", rel.Latest, rel.Version),
		fmt.Sprintf("%s is given as the newest patch of release %s, too. Check which of the two you have.", rel.Latest, rel.Version))
}

// note adds a remark for visitors to a release.
func (r *reader) note(release int, ja, en string) {
	rel := &r.product.Releases[release]
	rel.Notes = append(rel.Notes, policy.Note{Text: policy.Text{Ja: ja, En: en}, Basis: policy.BasisImplied, Cite: r.product.Cite})
}

// sameNames looks for releases that a person cannot tell apart by what is typed.
func (r *reader) sameNames() {
	told := map[policy.Label]bool{}
	for _, rel := range r.product.Releases {
		found := policy.ReleasesByNumber(r.product, string(rel.Version))
		if len(found) == 0 {
			r.report(KindSameName, "release %q has no letter or digit to type", rel.Version)
		}
		if len(found) > 1 && !told[found[0].Version] {
			told[found[0].Version] = true
			r.report(KindSameName, "releases %s are one when they are typed", versions(found))
		}
	}
	r.shared("name", func(rel policy.Release) string { return rel.Name.En })
	r.shared("codename", func(rel policy.Release) string { return rel.Codename })
}

// shared reports names that several releases have.
func (r *reader) shared(what string, name func(policy.Release) string) {
	by := map[string][]policy.Release{}
	var order []string
	for _, rel := range r.product.Releases {
		key := strings.ToLower(name(rel))
		if key == "" {
			continue
		}
		if by[key] == nil {
			order = append(order, key)
		}
		by[key] = append(by[key], rel)
	}
	for _, key := range order {
		if same := by[key]; len(same) > 1 {
			r.report(KindSameName, "%s %q is that of releases %s: by itself it does not tell which", what, name(same[0]), versions(same))
		}
	}
}

func versions(rels []policy.Release) string {
	var out []string
	for _, rel := range rels {
		out = append(out, string(rel.Version))
	}
	return strings.Join(out, ", ")
}

// sorted puts anomalies in the order of the releases, those about the product first.
func (r *reader) sorted() {
	at := r.ranks()
	rank := func(a Anomaly) int {
		if i, ok := at[a.Release]; ok {
			return i
		}
		return -1
	}
	slices.SortStableFunc(r.anomalies, func(a, b Anomaly) int { return rank(a) - rank(b) })
}

// ranks are the places of releases by their versions.
func (r *reader) ranks() map[string]int {
	at := map[string]int{}
	for i, rel := range r.product.Releases {
		at[string(rel.Version)] = i
	}
	return at
}

// comments are the anomalies of a product as they stand in its file, above what
// they are about.
func (r *reader) comments() map[string]string {
	out := map[string]string{
		"products": fmt.Sprintf("%s\n%s of endoflife.date, from %s; newest release first, as there.\n"+
			"Do not edit: the next import replaces this file. What is odd about a release stands above it.", headerOf, r.product.Name, r.file),
	}
	at := r.ranks()
	for _, a := range r.anomalies {
		above := "products[0]"
		if i, ok := at[a.Release]; ok {
			above = fmt.Sprintf("products[0].releases[%d]", i)
		}
		out[above] += a.What + "\n"
	}
	return out
}

// write returns the product as a file of a catalog.
func (r *reader) write() []byte {
	return source.Write(policy.Catalog{Products: []policy.Product{r.product}}, r.comments())
}
