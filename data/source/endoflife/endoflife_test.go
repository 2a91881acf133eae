package endoflife_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"madoguchi/data"
	"madoguchi/data/golden"
	"madoguchi/data/source"
	"madoguchi/data/source/endoflife"
	"madoguchi/policy"
)

// catalogOf imports files and reads what was written, as check does.
func catalogOf(t testing.TB, files ...source.File) (policy.Catalog, endoflife.Import) {
	t.Helper()
	read := endoflife.Read(files)
	c, issues, _ := source.Read(endoflife.VendorID, read.Files, policy.Country{})
	for _, issue := range issues {
		t.Errorf("our own reader refuses what was imported: %s", issue)
	}
	return c, read
}

// asker answers questions on versions of an imported catalog, as pages do.
func asker(c policy.Catalog) func(product, version string, on policy.Date) policy.VersionAnswer {
	store := data.OpenCatalogs(policy.Country{}, []policy.Catalog{c})
	return func(product, version string, on policy.Date) policy.VersionAnswer {
		return store.VersionAnswer(data.VersionQuestion{Vendor: endoflife.VendorID, Product: product, Version: version, On: on})
	}
}

// file is a product file: the fields every product has, and more.
func file(name, more string) source.File {
	head := "title: Acme Gateway\ncategory: app\npermalink: /" + name + "\n"
	for _, key := range []string{"title", "category", "permalink"} {
		if strings.HasPrefix(more, key+":") || strings.Contains(more, "\n"+key+":") {
			lines := strings.SplitAfter(head, "\n")
			head = strings.Join(slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, key+":") }), "")
		}
	}
	if !strings.Contains(more, "releases:") {
		more += "\nreleases:\n  - releaseCycle: \"1\"\n    releaseDate: 2024-01-01\n    eol: false\n"
	}
	return source.File{Name: name + ".yaml", Data: []byte(head + more)}
}

// anomalies are what was told, each on a line.
func anomalies(read endoflife.Import) string {
	var lines []string
	for _, a := range read.Anomalies {
		lines = append(lines, a.String())
	}
	return strings.Join(lines, "\n")
}

// TestRead: the tables below, and that every kind of anomaly is seen in one of them.
func TestRead(t *testing.T) {
	seen := map[endoflife.Kind]bool{}
	see := func(read endoflife.Import) {
		for _, a := range read.Anomalies {
			seen[a.Kind] = true
		}
	}
	tables := []struct {
		name string
		run  func(*testing.T, func(endoflife.Import))
	}{{"release", testRelease}, {"product", testProduct}, {"refused", testRefused}, {"names", testNames}, {"releases", testReleases}}
	ran := 0
	for _, table := range tables {
		t.Run(table.name, func(t *testing.T) {
			ran++
			table.run(t, see)
		})
	}
	if ran < len(tables) {
		return // a single table was asked for
	}
	for _, k := range endoflife.Kinds() {
		if k.Words() == "" || !seen[k] {
			t.Errorf("kind %s: no row of the tables shows it", k)
		}
	}
	if len(seen) != len(endoflife.Kinds()) {
		t.Errorf("the tables show %d kinds, want %d", len(seen), len(endoflife.Kinds()))
	}
}

// testRelease: each field of a release, and everything odd about it.
func testRelease(t *testing.T, see func(endoflife.Import)) {
	day := policy.MustDate
	same := func(s string) policy.Text { return policy.Text{Ja: s, En: s} }
	until := func(phase, d string) policy.DatedPhase { return policy.DatedPhase{Phase: phase, Until: day(d)} }
	state := func(phase string, s policy.PhaseState) policy.DatedPhase {
		return policy.DatedPhase{Phase: phase, State: s}
	}
	for _, tt := range []struct {
		name, product, release string
		want                   policy.Release // version 1.10, without citations and notes
		told                   string
	}{
		{"a day ends support, itself inside", "", "eol: 2027-03-31", policy.Release{Phases: []policy.DatedPhase{until("support", "2027-03-31")}}, ""},
		{"a day in quotes", "", "eol: '2027-03-31'", policy.Release{Phases: []policy.DatedPhase{until("support", "2027-03-31")}}, ""},
		{"over, day unknown", "", "eol: true", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"running, no end announced", "", "eol: false", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseRuns)}}, ""},
		{"not offered", "eoesColumn: true", "eol: false", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseRuns)}}, ""},
		{
			"all four", "eoasColumn: true\neoesColumn: true\ndiscontinuedColumn: true",
			"eoes: false\neol: 2027-01-01\neoas: true\ndiscontinued: 2025-01-01",
			policy.Release{Phases: []policy.DatedPhase{
				until("sale", "2025-01-01"), state("active", policy.PhaseOver), until("support", "2027-01-01"), state("extended", policy.PhaseRuns),
			}},
			"",
		},
		{
			"a phase without its column is kept", "", "eol: false\neoes: false",
			policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseRuns), state("extended", policy.PhaseRuns)}},
			`acme.yaml: eoes stands at 1 releases, and the product has no eoesColumn: it is kept as the phase "extended"`,
		},
		{"eol is missing", "", "codename: Azusa", policy.Release{Codename: "Azusa"}, "acme.yaml: 1.10: eol is missing: the phase is taken as not offered"},
		{
			"a day that is none makes phases unknown", "eoasColumn: true", "eoas: 2020-01-01\neol: 2027-02-30", policy.Release{},
			`acme.yaml: 1.10: eol: "2027-02-30" is not a day of the calendar: day 30 is not between 1 and 28, and neither true nor false: the phases of the release are unknown`,
		},
		{
			"yes is not true", "", "eol: yes", policy.Release{},
			`acme.yaml: 1.10: eol: "yes" is not a day: write it as YYYY-MM-DD, such as 2024-05-22, and neither true nor false: the phases of the release are unknown`,
		},
		{"an empty eol", "", "eol:", policy.Release{}, "acme.yaml: 1.10: eol is empty: the phases of the release are unknown"},
		{"a list in its place", "", "eol: [true]", policy.Release{}, "acme.yaml: 1.10: eol: a list stands here, not text"},
		{"eol twice", "", "eol: false\neol: true", policy.Release{}, `acme.yaml: 1.10: key "eol" stands twice: neither is taken`},
		{"days and patch", "", "releaseDate: 2024-01-15\nlatest: \"1.10.2\"\nlatestReleaseDate: 2024-05-01\neol: false",
			policy.Release{Day: day("2024-01-15"), Latest: "1.10.2", LatestDay: day("2024-05-01"), Phases: []policy.DatedPhase{state("support", policy.PhaseRuns)}}, ""},
		{"patch dated before the release", "", "releaseDate: 2024-01-15\nlatest: \"1.10.2\"\nlatestReleaseDate: 2024-01-14\neol: true",
			policy.Release{Day: day("2024-01-15"), Latest: "1.10.2", LatestDay: day("2024-01-14"), Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			"acme.yaml: 1.10: latest patch 1.10.2 is dated 2024-01-14, before the release on 2024-01-15"},
		{"patched on the last day", "", "latest: \"1.10.2\"\nlatestReleaseDate: 2024-05-01\neol: 2024-05-01",
			policy.Release{Latest: "1.10.2", LatestDay: day("2024-05-01"), Phases: []policy.DatedPhase{until("support", "2024-05-01")}}, ""},
		{"patched after end of life", "", "latest: \"1.10.2\"\nlatestReleaseDate: 2024-05-02\neol: 2024-05-01",
			policy.Release{Latest: "1.10.2", LatestDay: day("2024-05-02"), Phases: []policy.DatedPhase{until("support", "2024-05-01")}},
			"acme.yaml: 1.10: latest patch 1.10.2 is dated 2024-05-02, after end of life on 2024-05-01"},
		{"a day of the patch that is none", "", "latestReleaseDate: 2024-5-1\neol: true",
			policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			`acme.yaml: 1.10: latestReleaseDate: "2024-5-1" is not a day: write it as YYYY-MM-DD, such as 2024-05-22`},
		{"a patch of another form", "", "latest: Patch 7\neol: true", policy.Release{Latest: "Patch 7", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			"acme.yaml: 1.10: latest patch Patch 7 does not begin with the release's id"},
		{"an unquoted patch is read as written", "", "latest: 1.100\neol: true", policy.Release{Latest: "1.100", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			"acme.yaml: 1.10: latest 1.100 is not quoted, so that other programs take it for a number: it is read as written"},
		{"an empty patch", "", "latest: \"\"\neol: true", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, "acme.yaml: 1.10: latest is empty"},
		{"long-term support", "", "lts: true\neol: true", policy.Release{LongTerm: true, Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"no long-term support", "", "lts: false\neol: true", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"long-term support from a day on", "LTSLabel: ESR", "lts: 2024-10-01\neol: 2027-01-01",
			policy.Release{LongTerm: true, LongTermFrom: day("2024-10-01"), Phases: []policy.DatedPhase{until("support", "2027-01-01")}}, ""},
		{"long-term support after end of life", "", "lts: 2027-01-02\neol: 2027-01-01",
			policy.Release{LongTerm: true, LongTermFrom: day("2027-01-02"), Phases: []policy.DatedPhase{until("support", "2027-01-01")}},
			"acme.yaml: 1.10: long-term support begins on 2027-01-02, after end of life on 2027-01-01"},
		{"long-term support that has a name", "LTSLabel: \"<abbr title='Extended Support Release'>ESR</abbr>\"", "lts: true\neol: true",
			policy.Release{Name: same("1.10 (ESR)"), LongTerm: true, Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			`acme.yaml: LTSLabel "<abbr title='Extended Support Release'>ESR</abbr>" has HTML: it is read as "ESR"`},
		{"the product's label", "releaseLabel: \"Acme __RELEASE_CYCLE__ '__CODENAME__'\"", "codename: Azusa\neol: true",
			policy.Release{Name: same("Acme 1.10 'Azusa'"), Codename: "Azusa", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"a label of its own", "releaseLabel: \"__CODENAME__\"", "codename: Azusa\nreleaseLabel: 1.10 SP1\neol: true",
			policy.Release{Name: same("1.10 SP1"), Codename: "Azusa", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"a label without its codename", "releaseLabel: \"__CODENAME__\"", "eol: true", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			"acme.yaml: 1.10: releaseLabel cannot be filled in, __CODENAME__ has no value: the release is called by its id"},
		{"a label that minds the codename", "releaseLabel: \"__RELEASE_CYCLE__{% if '__CODENAME__' != '' %} (__CODENAME__){% endif %}\"", "eol: true",
			policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"a link of its own", "changelogTemplate: https://example.com/__LATEST__", "link: https://example.com/own?a=1#b\neol: true",
			policy.Release{Link: "https://example.com/own?a=1#b", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"a template of its own", "", "link: https://example.com/__RELEASE_CYCLE__/{{'__LATEST__'|replace:'.','-'}}\nlatest: \"1.10.2\"\neol: true",
			policy.Release{Link: "https://example.com/1.10/1-10-2", Latest: "1.10.2", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"the changelog", "changelogTemplate: https://example.com/__RELEASE_CYCLE__", "eol: true",
			policy.Release{Link: "https://example.com/1.10", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"no link at all", "changelogTemplate: https://example.com/__RELEASE_CYCLE__", "link: null\neol: true",
			policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"a changelog without its patch", "changelogTemplate: https://example.com/__LATEST__", "eol: true",
			policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			"acme.yaml: 1.10: changelogTemplate cannot be filled in, __LATEST__ has no value: the release has no link"},
		{"an address that is none", "", "link: example.com\neol: true", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			`acme.yaml: 1.10: link: "example.com" is not an address on the web: write it whole, such as https://example.com/page: it is left out`},
		{"a key of the product's own", "customFields:\n  - name: minJava\n    label: Java", "minJava: \"17\"\neol: true",
			policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"a key of nobody's", "", "support: 2024-01-01\neol: true", policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}},
			`acme.yaml: 1.10: endoflife.date has no key "support": it is not read`},
		{"phases that end in the wrong order", "eoasColumn: true", "eoas: 2027-01-02\neol: 2027-01-01",
			policy.Release{Phases: []policy.DatedPhase{until("active", "2027-01-02"), until("support", "2027-01-01")}},
			"acme.yaml: 1.10: support ends on 2027-01-01, before active on 2027-01-02"},
		{"a phase that ends before the release", "", "releaseDate: 2024-01-15\neol: 2024-01-14",
			policy.Release{Day: day("2024-01-15"), Phases: []policy.DatedPhase{until("support", "2024-01-14")}},
			"acme.yaml: 1.10: support ends on 2024-01-14, before the release on 2024-01-15"},
		{"no end, and a later phase that has one", "eoesColumn: true", "eol: false\neoes: 2027-01-01",
			policy.Release{Phases: []policy.DatedPhase{state("support", policy.PhaseRuns), until("extended", "2027-01-01")}},
			"acme.yaml: 1.10: support has no announced end, and extended ends on 2027-01-01"},
		{"no end, and a later phase that is over", "eoasColumn: true", "eoas: false\neol: true",
			policy.Release{Phases: []policy.DatedPhase{state("active", policy.PhaseRuns), state("support", policy.PhaseOver)}},
			"acme.yaml: 1.10: active has no announced end, and support is over"},
		{"control characters and blanks", "", "codename: \"A\\x07zu   sa \"\neol: true", policy.Release{Codename: "A zu sa", Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"a name that YAML would misread", "", "codename: \"no\"\nreleaseLabel: \"2024-01-01\"\neol: true",
			policy.Release{Codename: "no", Name: same("2024-01-01"), Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
		{"signs of YAML in a name", "", "releaseLabel: \"a: [b] # {c}, 'd' \\\"e\\\" \\\\ &f *g | > % @ `h`\"\neol: true",
			policy.Release{Name: same("a: [b] # {c}, 'd' \"e\" \\ &f *g | > % @ `h`"), Phases: []policy.DatedPhase{state("support", policy.PhaseOver)}}, ""},
	} {
		release := "releaseDate: 2023-01-01\n" + tt.release
		if strings.Contains(tt.release, "releaseDate:") {
			release = tt.release
		} else {
			tt.want.Day = day("2023-01-01")
		}
		more := tt.product + "\nreleases:\n  - releaseCycle: \"1.10\"\n    " + strings.ReplaceAll(release, "\n", "\n    ") + "\n"
		c, read := catalogOf(t, file("acme", more))
		see(read)
		if got := anomalies(read); got != tt.told {
			t.Errorf("%s: told\n\t%s\nwant\n\t%s", tt.name, got, tt.told)
		}
		if len(c.Products) != 1 || len(c.Products[0].Releases) != 1 {
			t.Errorf("%s: got %d products", tt.name, len(c.Products))
			continue
		}
		got := c.Products[0].Releases[0]
		tt.want.Version, got.Cite = "1.10", nil
		if unclear := strings.Contains(tt.told, "unknown") || len(tt.want.Phases) == 0 && !strings.Contains(tt.told, "eol is missing"); unclear != (len(got.Notes) == 1) {
			t.Errorf("%s: %d notes tell that the phases are unknown", tt.name, len(got.Notes))
		}
		got.Notes = nil
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got\n\t%+v\nwant\n\t%+v", tt.name, got, tt.want)
		}
	}
}

// testProduct: each field of a product, and everything odd about it.
func testProduct(t *testing.T, see func(endoflife.Import)) {
	phase := func(id, ja, en string, kind policy.PhaseKind) policy.PhaseName {
		return policy.PhaseName{ID: id, Name: policy.Text{Ja: ja, En: en}, Kind: kind}
	}
	support := phase("support", "EOLまでのサポート", "Support until end of life", "")
	base := policy.Product{ID: "acme", Name: "Acme Gateway", Family: "app", Rule: "phases", Phases: []policy.PhaseName{support}}
	but := func(change func(*policy.Product)) policy.Product {
		p := base
		change(&p)
		return p
	}
	for _, tt := range []struct {
		name, more string
		want       policy.Product // without releases and citations
		told       string
	}{
		{"as it is", "", base, ""},
		{"what endoflife.date needs for itself", "addedAt: 2020-01-01\ntags: a b\niconSlug: x\nauto: {methods: []}\nidentifiers: []\nlatestColumn: false\nreleaseDateColumn: true\nstaleReleaseThresholdDays: 9", base, ""},
		{"other names", "alternate_urls:\n  - /agw\n  - /ACME-gateway\n  - /2g", but(func(p *policy.Product) { p.Aliases = []string{"agw", "2g"} }), ""},
		{"a key that is dead", "alternative_urls:\n  - /agw", base, `acme.yaml: endoflife.date has no key "alternative_urls": it is not read`},
		{"names that are no list", "alternate_urls: /agw", base, `acme.yaml: alternate_urls: "/agw" stands here, not a list`},
		{"a name of signs", "alternate_urls: [/-]", base, `acme.yaml: alias "-" has neither letter nor digit: it is left out`},
		{"version and policy", "versionCommand: acme --version\nreleasePolicyLink: https://example.com/policy", but(func(p *policy.Product) {
			p.VersionCommand, p.Link = "acme --version", "https://example.com/policy"
		}), ""},
		{"a command on several lines", "versionCommand: |-\n  acme --version\n\n  # or: on Windows\n  \tacme.exe /?", but(func(p *policy.Product) {
			p.VersionCommand = "acme --version\n\n# or: on Windows\n    acme.exe /?"
		}), ""},
		{"a command that looks like HTML", "versionCommand: acme <file> --version", base, `acme.yaml: versionCommand "acme <file> --version" looks like HTML: it is left out`},
		{"an unknown category", "category: toy", but(func(p *policy.Product) { p.Family = "" }), `acme.yaml: category "toy" is unknown: it is left out`},
		{"no category", "category: ''", but(func(p *policy.Product) { p.Family = "" }), "acme.yaml: category is empty\nacme.yaml: category is missing"},
		{"no title", "title: null", but(func(p *policy.Product) { p.Name = "acme" }), `acme.yaml: title is missing: the product is called "acme"`},
		{"a title of signs", "title: '#!'", but(func(p *policy.Product) { p.Name = "acme" }), `acme.yaml: title "#!" has neither letter nor digit: the product is called "acme"`},
		{"named by its page, not its file", "permalink: /gateway", but(func(p *policy.Product) { p.ID = "gateway" }), ""},
		{"no page", "permalink: null", base, `acme.yaml: permalink is missing: the product is named by its file, "acme"`},
		{"all columns", "discontinuedColumn: true\neoasColumn: true\neolColumn: true\neoesColumn: true", but(func(p *policy.Product) {
			p.Phases = []policy.PhaseName{
				phase("sale", "販売", "On sale", policy.PhaseKindSale), phase("active", "アクティブサポート", "Active support", ""),
				support, phase("extended", "延長サポート", "Extended support", policy.PhaseKindPaid),
			}
		}), ""},
		{"columns switched off", "discontinuedColumn: false\neoasColumn: false\neoesColumn: false", base, ""},
		{"columns with words", "eoasColumn: End of Fix\neolColumn: Security Support\neoesColumn: Extended Security Updates", but(func(p *policy.Product) {
			p.Phases = []policy.PhaseName{
				phase("active", "修正の提供", "Fixes", ""), phase("support", "セキュリティサポート", "Security Support", ""),
				phase("extended", "拡張セキュリティ更新(ESU)", "Extended Security Updates", policy.PhaseKindPaid),
			}
		}), ""},
		{"words for the end itself", "eolColumn: End-of-life Date", base, ""},
		{"words without a translation carry over", "eolColumn: End of Acme Care", but(func(p *policy.Product) {
			p.Phases = []policy.PhaseName{phase("support", "Acme Care", "Acme Care", "")}
		}), ""},
		{"words that tell of sale", "eolColumn: Discontinued", but(func(p *policy.Product) {
			p.Phases = []policy.PhaseName{phase("support", "販売", "On sale", policy.PhaseKindSale)}
		}), `acme.yaml: eol is called "Discontinued", it is taken for the time of sale, which says nothing of support`},
		{"words that tell of support for everybody", "eolColumn: Active Support\neoesColumn: Security Support", but(func(p *policy.Product) {
			p.Phases = []policy.PhaseName{phase("support", "アクティブサポート", "Active Support", ""), phase("extended", "セキュリティサポート", "Security Support", "")}
		}), `acme.yaml: eoes is called "Security Support", it is taken for support for everybody`},
		{"words with HTML", "eoesColumn: Debian <abbr title=\"Long Term Support\">LTS</abbr>", but(func(p *policy.Product) {
			p.Phases = []policy.PhaseName{support, phase("extended", "Debian LTS(長期サポート)", "Debian LTS (Long Term Support)", policy.PhaseKindPaid)}
		}), `acme.yaml: eoesColumn "Debian <abbr title=\"Long Term Support\">LTS</abbr>" has HTML: it is read as "Debian LTS"` + "\n" +
			`acme.yaml: eoes is called "Debian LTS", which does not say that it is paid: it is taken for paid, as the field is meant`},
		{"a template that is not computed", "changelogTemplate: \"https://example.com/{% assign a = 1 %}{{a}}\"", base,
			`acme.yaml: changelogTemplate has tag "assign a = 1", which is not computed: releases without a link of their own have none`},
		{"own keys that are no list", "customFields: x", base, `acme.yaml: customFields: "x" stands here, not a list`},
		{"a policy that is no address", "releasePolicyLink: see the site", base, `acme.yaml: releasePolicyLink: "see the site" is not an address on the web: write it whole, such as https://example.com/page: it is left out`},
		{"an anchor", "title: &t Acme Gateway", but(func(p *policy.Product) { p.Name = "acme" }),
			"acme.yaml: title: an anchor, alias or tag, which catalogs do not use, stands here, not text\nacme.yaml: title is missing: the product is called \"acme\""},
	} {
		c, read := catalogOf(t, file("acme", tt.more))
		see(read)
		if got := anomalies(read); got != tt.told {
			t.Errorf("%s: told\n\t%s\nwant\n\t%s", tt.name, got, tt.told)
		}
		if len(c.Products) != 1 {
			t.Errorf("%s: got %d products", tt.name, len(c.Products))
			continue
		}
		got := c.Products[0]
		if len(got.Cite) != 1 || got.Cite[0].Item != "/"+got.ID {
			t.Errorf("%s: cited by %+v", tt.name, got.Cite)
		}
		got.Releases, got.Cite = nil, nil
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got\n\t%+v\nwant\n\t%+v", tt.name, got, tt.want)
		}
	}
}

// testRefused: files of which no product can be made.
func testRefused(t *testing.T, see func(endoflife.Import)) {
	for _, tt := range []struct {
		name string
		file source.File
		told string
	}{
		{"empty", source.File{Name: "a.yaml"}, "a.yaml: the file is not imported: it is empty"},
		{"a list", source.File{Name: "a.yaml", Data: []byte("- a\n")}, "a.yaml: the file is not imported: a list stands here, not the fields of a product"},
		{"not YAML", source.File{Name: "a.yaml", Data: []byte("a: [")}, "a.yaml: the file is not imported: line 1: this is not YAML: "},
		{"no releases", source.File{Name: "a.yaml", Data: []byte("title: A\ncategory: app\npermalink: /a\n")}, "a.yaml: the file is not imported: it lists no releases"},
		{"releases that are none", file("a", "releases: [1, {eol: true}]"),
			"a.yaml: line 4: a release is left out: \"1\" stands here, not its fields\na.yaml: line 4: a release is left out: it has no releaseCycle\na.yaml: the file is not imported: none of its releases can be read"},
		{"a page that is no id", file("a", "permalink: /A_b"), `a.yaml: the file is not imported: "A_b" is no id of a catalog, which are lower-case letters, digits and single hyphens`},
		{"the name of the vendor's file", file("a", "permalink: /vendor"), `a.yaml: the file is not imported: "vendor" is no id of a catalog`},
	} {
		good := file("good", "title: Good")
		c, read := catalogOf(t, tt.file, good)
		see(read)
		if got := anomalies(read); !strings.HasPrefix(got, tt.told) {
			t.Errorf("%s: told\n\t%s\nwant\n\t%s", tt.name, got, tt.told)
		}
		if read.NotImported != 1 || read.Products != 1 || len(c.Products) != 1 || c.Products[0].ID != "good" {
			t.Errorf("%s: %d not imported, %d imported, want 1 and the good one", tt.name, read.NotImported, len(c.Products))
		}
	}
}

// testNames: no name means two products.
func testNames(t *testing.T, see func(endoflife.Import)) {
	c, read := catalogOf(t,
		file("beta", "title: ALPHA\nalternate_urls: [/al-pha, /be, /gam-ma]"),
		file("alpha", "title: Alpha\nalternate_urls: [/b-e, /shared]"),
		file("gamma", "title: Beta!\nalternate_urls: [/shared]"),
		file("delta", "title: Alpha\npermalink: /al-pha"),
	)
	see(read)
	var got []string
	for _, p := range c.Products {
		got = append(got, fmt.Sprintf("%s %q %v", p.ID, p.Name, p.Aliases))
	}
	if w := []string{`alpha "Alpha" [b-e shared]`, `beta "beta" []`, `gamma "gamma" []`}; !slices.Equal(got, w) {
		t.Errorf("products are %q, want %q", got, w)
	}
	if got, want := anomalies(read), strings.Join([]string{
		`beta.yaml: title "ALPHA" means product "alpha": the product is called "beta"`,
		`beta.yaml: alias "al-pha" means product "alpha": it is left out`,
		`beta.yaml: alias "be" means product "alpha": it is left out`,
		`beta.yaml: alias "gam-ma" means product "gamma": it is left out`,
		`delta.yaml: the file is not imported: alpha.yaml has the id "al-pha" already`,
		`gamma.yaml: title "Beta!" means product "beta": the product is called "gamma"`,
		`gamma.yaml: alias "shared" means product "alpha": it is left out`,
	}, "\n"); got != want {
		t.Errorf("told\n\t%s\nwant\n\t%s", got, want)
	}
}

// TestRead_unsaid: an answer that rests on a phase being paid says so, where the
// file does not.
func TestRead_unsaid(t *testing.T) {
	c, _ := catalogOf(t, file("acme", "eolColumn: Support\neoesColumn: Acme LTS\nreleases: [{releaseCycle: \"2\", releaseDate: 2024-01-01, eol: true, eoes: false}, {releaseCycle: \"1\", releaseDate: 2023-01-01, eol: true}]"))
	for version, want := range map[string]int{"2": 1, "1": 0} {
		a := asker(c)("acme", version, policy.MustDate("2025-01-01"))
		notes := 0
		for _, r := range a.Reasons {
			if r.Rule == policy.RuleNote && r.Basis == policy.BasisAssumed && strings.Contains(r.Clause.En, "whether Acme LTS costs extra") {
				notes++
			}
		}
		if notes != want {
			t.Errorf("release %s is answered with %d such notes, want %d", version, notes, want)
		}
	}
}

// testReleases: what is seen between releases.
func testReleases(t *testing.T, see func(endoflife.Import)) {
	on := policy.MustDate("2024-06-01")
	for _, tt := range []struct {
		name, rows string
		versions   string // in the order of the catalog
		told       string
		ask        string // typed; asked on a day of 2024
		verdict    policy.Verdict
		notes      int
	}{
		{
			"rank is the order of the file",
			`[{releaseCycle: "2", releaseDate: 2024-01-01, eol: false}, {releaseCycle: "10", releaseDate: 2023-01-01, eol: 2023-12-31}, {releaseCycle: "1.9", releaseDate: 2022-01-01, eol: true}]`,
			"2 10 1.9", "", "10.1", policy.VerdictNotSupported, 0,
		},
		{
			"a newer release below an older one",
			`[{releaseCycle: "2", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "3", releaseDate: 2023-01-02, eol: false}]`,
			"2 3", "acme.yaml: 3: the release is dated 2023-01-02, after the row above it, 2023-01-01, though the newest comes first", "3", policy.VerdictSupported, 0,
		},
		{
			"the same, marked",
			`[{releaseCycle: "2", releaseDate: 2023-01-01, eol: false, outOfOrder: true}, {releaseCycle: "3", releaseDate: 2023-01-02, eol: false}]`,
			"2 3", "", "3", policy.VerdictSupported, 0,
		},
		{
			"a release twice, alike",
			`[{releaseCycle: "2-A", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "2-a", releaseDate: 2023-01-01, eol: false}]`,
			"2-A", "acme.yaml: 2-a: the release stands twice with the same facts: one is kept", "2-a", policy.VerdictSupported, 0,
		},
		{
			"a release twice, with different days",
			`[{releaseCycle: "2", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "2.1", releaseDate: 2023-01-01, eol: true}, {releaseCycle: "2.1", releaseDate: 2023-01-01, eol: 2025-01-01}]`,
			"2 2.1", "acme.yaml: 2.1: the release stands twice with different facts: its phases and days are unknown", "2.1.5", policy.VerdictUnknown, 1,
		},
		{
			"phases that cannot be read", `[{releaseCycle: "2", releaseDate: 2023-01-01, eol: soon}]`,
			"2", `acme.yaml: 2: eol: "soon" is not a day: write it as YYYY-MM-DD, such as 2024-05-22, and neither true nor false: the phases of the release are unknown`,
			"2", policy.VerdictUnknown, 1,
		},
		{
			"the longest beginning counts",
			`[{releaseCycle: "8.0.46", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "8.0", releaseDate: 2020-01-01, eol: true}]`,
			"8.0.46 8.0", "", "8.0.46.1", policy.VerdictSupported, 0,
		},
		{
			"a patch that two releases claim is left open",
			`[{releaseCycle: "2.12", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "2.10", releaseDate: 2020-01-01, eol: true, latest: "2.12.9"}]`,
			"2.12 2.10", "acme.yaml: 2.10: latest patch 2.12.9 does not begin with the release's id\nacme.yaml: 2.10: latest patch 2.12.9 belongs to release 2.12, by its beginning",
			"2.12.9", policy.VerdictUnknown, 0,
		},
		{
			"and flagged where it stands",
			`[{releaseCycle: "2.12", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "2.10", releaseDate: 2020-01-01, eol: true, latest: "2.12.9"}]`,
			"2.12 2.10", "acme.yaml: 2.10: latest patch 2.12.9 does not begin with the release's id\nacme.yaml: 2.10: latest patch 2.12.9 belongs to release 2.12, by its beginning",
			"2.10.1", policy.VerdictNotSupported, 1,
		},
		{
			"releases that are one when typed are not guessed",
			`[{releaseCycle: "3-1", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "3.1", releaseDate: 2020-01-01, eol: true}]`,
			"3-1 3.1", "acme.yaml: releases 3-1, 3.1 are one when they are typed", "3.1", policy.VerdictUnknown, 0,
		},
		{
			"a plus sign at the end tells releases apart",
			`[{releaseCycle: "3+", releaseDate: 2023-01-01, eol: false}, {releaseCycle: "3", releaseDate: 2020-01-01, eol: true}]`,
			"3+ 3", "", "3", policy.VerdictNotSupported, 0,
		},
		{
			"a release of signs", `[{releaseCycle: "+", releaseDate: 2023-01-01, eol: false}]`,
			"+", `acme.yaml: release "+" has no letter or digit to type`, "+", policy.VerdictUnknown, 0,
		},
		{
			"names and codenames that several have",
			`[{releaseCycle: "2", releaseDate: 2023-01-01, eol: false, codename: azusa, releaseLabel: New}, {releaseCycle: "1", releaseDate: 2020-01-01, eol: true, codename: Azusa, releaseLabel: NEW}]`,
			"2 1", "acme.yaml: name \"New\" is that of releases 2, 1: by itself it does not tell which\nacme.yaml: codename \"azusa\" is that of releases 2, 1: by itself it does not tell which",
			"1.1", policy.VerdictNotSupported, 0,
		},
		{
			"one row that cannot be read",
			`[{releaseCycle: "2", releaseDate: 2023-01-01, eol: false}, {eol: true, releaseDate: 2020-01-01}]`,
			"2", "acme.yaml: line 4: a release is left out: it has no releaseCycle", "1", policy.VerdictUnknown, 0,
		},
		{
			"no day of release", `[{releaseCycle: "2", eol: false}]`, "2", "acme.yaml: 2: releaseDate is missing", "2", policy.VerdictSupported, 0,
		},
		{
			"versions that look like numbers",
			`[{releaseCycle: 1.10, releaseDate: 2023-01-01, eol: false}, {releaseCycle: 1.1, releaseDate: 2020-01-01, eol: true}]`,
			"1.10 1.1", "acme.yaml: 1.10: releaseCycle 1.10 is not quoted, so that other programs take it for a number: it is read as written\n" +
				"acme.yaml: 1.1: releaseCycle 1.1 is not quoted, so that other programs take it for a number: it is read as written", "1.10.3", policy.VerdictSupported, 0,
		},
	} {
		c, read := catalogOf(t, file("acme", "releases: "+tt.rows))
		see(read)
		if got := anomalies(read); got != tt.told {
			t.Errorf("%s: told\n\t%s\nwant\n\t%s", tt.name, got, tt.told)
		}
		var got []string
		for _, r := range c.Products[0].Releases {
			got = append(got, string(r.Version))
		}
		if strings.Join(got, " ") != tt.versions {
			t.Errorf("%s: releases are %v, want %s", tt.name, got, tt.versions)
		}
		a := asker(c)("acme", tt.ask, on)
		notes := 0
		for _, r := range a.Reasons {
			if r.Rule == policy.RuleNote {
				notes++
			}
		}
		if a.Verdict != tt.verdict || notes != tt.notes {
			t.Errorf("%s: %s is %s with %d notes, want %s with %d", tt.name, tt.ask, a.Verdict, notes, tt.verdict, tt.notes)
		}
	}
}

// TestRead_whole keeps a whole import: what a policy owner sees.
func TestRead_whole(t *testing.T) {
	const name = "testdata/whole.txtar"
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := &txtar.Archive{Comment: archive.Comment}
	var files []source.File
	for _, f := range archive.Files {
		if in, ok := strings.CutPrefix(f.Name, "in/"); ok {
			files = append(files, source.File{Name: in, Data: f.Data})
			out.Files = append(out.Files, f)
		}
	}
	_, read := catalogOf(t, files...)
	for _, f := range read.Files {
		out.Files = append(out.Files, txtar.File{Name: "out/" + f.Name, Data: f.Data})
	}
	out.Files = append(out.Files, txtar.File{Name: "told", Data: []byte(anomalies(read) + "\n")})
	golden.Check(t, name, string(txtar.Format(out)))
	for _, f := range read.Files {
		if !strings.HasPrefix(string(f.Data), endoflife.Header) {
			t.Errorf("%s does not begin with the line by which the next import knows it", f.Name)
		}
	}
}

// FuzzRead: no file stops the import, and whatever it makes, our reader accepts.
func FuzzRead(f *testing.F) {
	archive, err := txtar.ParseFile("testdata/whole.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, a := range archive.Files {
		f.Add(a.Data)
	}
	f.Add(file("a", "releases: [{releaseCycle: 1, eol: [], releaseCycle: {}}]").Data)
	f.Add(file("a", "changelogTemplate: \"https://x/{{'__LATEST__'|split:'.'|slice:0,2|join:'.'}}\"\nreleases: [{releaseCycle: \"1\", latest: '1.2.3', eol: no}]").Data)
	f.Add(file("a", "releaseLabel: \"{% if 'a' != '__CODENAME__' %}x{% else %}y{% endif %}\"\neolColumn: 'End of <b>x</b>'").Data)
	f.Fuzz(func(t *testing.T, b []byte) {
		files := []source.File{{Name: "a.yaml", Data: b}, file("zulu", "title: Zulu")}
		_, read := catalogOf(t, files...)
		for _, a := range read.Anomalies {
			if a.What == "" || a.File == "" || strings.Contains(a.String(), "\n") {
				t.Errorf("anomaly %+v is not one line that tells what", a)
			}
			a.Kind.Words()
		}
		if again := endoflife.Read(files); !reflect.DeepEqual(again, read) {
			t.Error("the same files are imported in two ways")
		}
	})
}
