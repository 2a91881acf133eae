// Package endoflife makes a catalog of the product files of endoflife.date, the
// site where volunteers keep the support periods of several hundred products. It
// takes facts over as they stand and tells everything that is odd about them; it
// decides nothing that the files leave open.
package endoflife

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"madoguchi/data/source"
	"madoguchi/policy"
)

// VendorID is the id of the catalog, and the name of its folder.
const VendorID = "endoflife"

// headerOf is the first line of every file of the catalog, by which the next import
// knows that it may replace the file.
const headerOf = "Written by madoguchi import endoflife."

// Header is how every file that was imported begins.
const Header = "# " + headerOf + "\n"

// Ids of the catalog.
const (
	ruleID        = "phases"
	sourceFiles   = "product-files"
	sourceGuide   = "guide"
	sourceLicence = "licence"
	assumedDay    = "DAY"
	assumedPaid   = "PAID"
)

// Import is what was made of a folder of product files.
type Import struct {
	// Files are the catalog: vendor.yaml and a file for each product.
	Files []source.File

	Products, Releases int

	// Anomalies are in the order of the files and of their releases.
	Anomalies []Anomaly

	// NotImported counts files of which no product could be made.
	NotImported int

	Seen Seen
}

// Seen counts what is worth knowing of the files and not wrong.
type Seen struct {
	Aliases, KnownAliases int // other names; those that Fold makes one with the name
	Latest                int // releases with a latest patch
	OutOfOrder            int // releases that the files themselves mark as out of order
	ActiveIsSupport       int // active support that ends with all support
	SupportIsExtended     int // extended support that adds no day
}

// Read makes a catalog of product files, each with the name it has in its folder,
// such as php.yaml.
func Read(files []source.File) Import {
	files = slices.SortedFunc(slices.Values(files), func(a, b source.File) int { return strings.Compare(a.Name, b.Name) })
	var readers []*reader
	var out Import
	for _, f := range files {
		r := &reader{file: f.Name}
		if !r.read(f.Data) {
			out.NotImported++
			r.product = policy.Product{}
		}
		readers = append(readers, r)
	}
	out.NotImported += onePerID(readers)
	names(readers)
	vendor := policy.Catalog{Vendor: vendorOf(files, readers)}
	vendor.Sources = sourcesOf(readers)
	vendor.Assumptions, vendor.VersionRules, vendor.Notices = readings(), []policy.VersionRule{rule()}, notices()
	for _, f := range families {
		if slices.ContainsFunc(readers, func(r *reader) bool { return r.product.Family == f.ID }) {
			f.Cite = []policy.Citation{{Source: sourceGuide, Section: guideSection, Item: "category: " + f.ID}}
			vendor.Families = append(vendor.Families, f)
		}
	}
	out.Files = append(out.Files, source.File{Name: "vendor.yaml", Data: source.Write(vendor, vendorComments())})
	for _, r := range readers {
		r.sorted()
		out.Anomalies = append(out.Anomalies, r.anomalies...)
		if r.product.ID == "" {
			continue
		}
		out.Products++
		out.Releases += len(r.product.Releases)
		out.Seen.add(r.seen)
		out.Files = append(out.Files, source.File{Name: r.product.ID + ".yaml", Data: r.write()})
	}
	return out
}

func (s *Seen) add(other Seen) {
	s.Aliases += other.Aliases
	s.KnownAliases += other.KnownAliases
	s.Latest += other.Latest
	s.OutOfOrder += other.OutOfOrder
	s.ActiveIsSupport += other.ActiveIsSupport
	s.SupportIsExtended += other.SupportIsExtended
}

// Count is the number of anomalies of a kind.
func (i Import) Count(k Kind) int {
	n := 0
	for _, a := range i.Anomalies {
		if a.Kind == k {
			n++
		}
	}
	return n
}

// onePerID drops products whose id another file has taken, and counts them.
func onePerID(readers []*reader) (dropped int) {
	taken := map[string]string{} // folded id → file
	for _, r := range readers {
		if r.product.ID == "" {
			continue
		}
		id := policy.Fold(r.product.ID)
		if other, ok := taken[id]; ok {
			r.report(KindNotImported, "the file is not imported: %s has the id %q already", other, r.product.ID)
			r.product = policy.Product{}
			dropped++
			continue
		}
		taken[id] = r.file
	}
	return dropped
}

// names gives each product its name and aliases, so that none means two products:
// ids come before names, and names before aliases.
func names(readers []*reader) {
	taken := map[string]string{} // folded → id of the product
	for _, r := range readers {
		taken[policy.Fold(r.product.ID)] = r.product.ID
	}
	for _, r := range readers {
		p := &r.product
		if p.ID == "" {
			continue
		}
		switch other, ok := taken[policy.Fold(p.Name)]; {
		case policy.Fold(p.Name) == "":
			r.report(KindNameTaken, "title %q has neither letter nor digit: the product is called %q", p.Name, p.ID)
			p.Name = p.ID
		case ok && other != p.ID:
			r.report(KindNameTaken, "title %q means product %q: the product is called %q", p.Name, other, p.ID)
			p.Name = p.ID
		}
		taken[policy.Fold(p.Name)] = p.ID
	}
	for _, r := range readers {
		for _, alias := range r.aliases {
			if r.product.ID == "" {
				break
			}
			r.seen.Aliases++
			folded := policy.Fold(alias)
			switch other, ok := taken[folded]; {
			case folded == "":
				r.report(KindNameTaken, "alias %q has neither letter nor digit: it is left out", alias)
			case ok && other == r.product.ID:
				r.seen.KnownAliases++
			case ok:
				r.report(KindNameTaken, "alias %q means product %q: it is left out", alias, other)
			default:
				taken[folded] = r.product.ID
				r.product.Aliases = append(r.product.Aliases, alias)
			}
		}
	}
}

// vendorOf describes the catalog. Its revision is the newest day that the files
// give a patch, with a fingerprint of all of them: the same files make the same
// catalog.
func vendorOf(files []source.File, readers []*reader) policy.Vendor {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%s %d\n", f.Name, len(f.Data))
		h.Write(f.Data)
	}
	revision := hex.EncodeToString(h.Sum(nil)[:4])
	if day := newestPatch(readers); !day.IsZero() {
		revision = day.String() + " " + revision
	}
	return policy.Vendor{
		ID: VendorID, Name: policy.Text{Ja: "endoflife.date", En: "endoflife.date"},
		Summary: policy.Text{
			Ja: "endoflife.dateが集めた、各種製品のリリースごとのサポート期間。",
			En: "Support periods of the releases of many products, as collected by endoflife.date.",
		},
		Revision: revision, Zone: "Asia/Tokyo",
		Cite: []policy.Citation{{Source: sourceGuide, Section: guideSection}},
	}
}

func newestPatch(readers []*reader) policy.Date {
	var newest policy.Date
	for _, r := range readers {
		for _, rel := range r.product.Releases {
			if rel.LatestDay.After(newest) {
				newest = rel.LatestDay
			}
		}
	}
	return newest
}

// guideSection is the heading under which endoflife.date explains the fields.
const guideSection = "Adding a new product"

func sourcesOf(readers []*reader) []policy.Source {
	publisher := policy.Text{Ja: "endoflife.date contributors", En: "endoflife.date contributors"}
	newest := newestPatch(readers)
	return []policy.Source{
		{
			ID: sourceFiles, Title: policy.Text{Ja: "endoflife.date 製品ファイル", En: "endoflife.date product files"}, Publisher: publisher, NoOlderThan: newest,
			Note: policy.Text{
				Ja: "製品ごとのファイルの前付け。endoflife.dateのプロジェクトがMITライセンスで公開している。",
				En: "The front matter of a file for each product, published by the endoflife.date project under the MIT licence.",
			},
		},
		{
			ID: sourceGuide, Title: policy.Text{Ja: "endoflife.date 投稿の手引き(CONTRIBUTING)", En: "endoflife.date: Contributing"}, Publisher: publisher,
			Note: policy.Text{
				Ja: "製品ファイルの各項目の意味を説明している。",
				En: "It explains what each field of a product file means.",
			},
		},
		{
			ID: sourceLicence, Title: policy.Text{Ja: "MITライセンス(endoflife.date)", En: "MIT licence of endoflife.date"}, Publisher: publisher,
			Note: policy.Text{
				Ja: "製品ファイルと一緒に置かれているLICENSE.txt。複製には著作権表示と許諾表示を添える。",
				En: "LICENSE.txt beside the product files. Copies carry its copyright notice and permission notice.",
			},
		},
	}
}

func readings() []policy.Assumption {
	return []policy.Assumption{
		{
			ID: assumedDay,
			Text: policy.Text{
				Ja: "終了日は、その段階に含まれる最後の日とみる。翌日から終了とする。",
				En: "The day that ends a phase is the last day of it. The phase is over on the next day.",
			},
			Cite: []policy.Citation{{Source: sourceGuide, Section: guideSection, Item: "eol"}},
		},
		{
			ID: assumedPaid,
			Text: policy.Text{
				Ja: "eoesの段階は、名前がほかの意味を示さないかぎり有償とみる。手引きでは、たいてい有償の延長・商用サポートとしている。",
				En: "The phase of eoes is taken as paid unless its name says otherwise: the guide describes it as extended or commercial support, mostly against payment.",
			},
			Cite: []policy.Citation{{Source: sourceGuide, Section: guideSection, Item: "eoes"}},
		},
	}
}

func rule() policy.VersionRule {
	cite := func(item string) []policy.Citation {
		return []policy.Citation{{Source: sourceGuide, Section: guideSection, Item: item}}
	}
	return policy.VersionRule{
		ID: ruleID, Model: policy.ModelDated,
		Clauses: policy.Clauses{
			{Rule: policy.RulePhaseRuns, Basis: policy.BasisAssumed, Assumptions: []string{assumedDay}, Cite: cite("eol")},
			{Rule: policy.RulePhaseEnded, Basis: policy.BasisAssumed, Assumptions: []string{assumedDay}, Cite: cite("eol")},
			{Rule: policy.RuleReleaseUnlisted, Basis: policy.BasisNotStated, Cite: cite("releases")},
			{Rule: policy.RuleReleaseAmbiguous, Basis: policy.BasisImplied, Cite: cite("releases")},
		},
	}
}

func notices() []policy.Notice {
	return []policy.Notice{{
		ID: "confirm", Jobs: []policy.Job{policy.JobVersion},
		Text: policy.Text{
			Ja: "この情報は無保証で提供されています。大事な判断の前に、製品の提供元の方針を確認してください。",
			En: "This information comes without warranty. Before you rely on it, check the policy of whoever makes the product.",
		},
		Cite: []policy.Citation{{Source: sourceLicence, Section: `THE SOFTWARE IS PROVIDED "AS IS"`}},
	}}
}

func vendorComments() map[string]string {
	return map[string]string{
		"vendor": headerOf + "\nDo not edit: the next import replaces this file. Each product has a file of its own, named by its id.\n" +
			"The fields of endoflife.date become the phases sale (discontinued), active (eoas), support (eol) and extended (eoes).",
	}
}
