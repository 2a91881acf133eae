package source_test

import (
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"

	"madoguchi/data/catalog"
	"madoguchi/data/golden"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// TestWrite_shipped: what is written of a catalog reads as the same facts.
func TestWrite_shipped(t *testing.T) {
	for name, fsys := range map[string]fs.FS{"shipped": catalog.Files, "base": baseFolder(t)} {
		folder, err := source.ReadFolder(fsys, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range folder.Catalogs {
			text := source.Write(c, nil)
			again, issues, _ := source.Read(c.Vendor.ID, []source.File{{Name: "all.yaml", Data: text}}, folder.Country)
			for _, issue := range issues {
				t.Errorf("%s %s, written and read again: %s", name, c.Vendor.ID, issue)
			}
			c.Hash, again.Hash = "", ""
			if !reflect.DeepEqual(c, again) {
				t.Errorf("%s %s is read as something else after it is written", name, c.Vendor.ID)
			}
			if second := source.Write(again, nil); string(second) != string(text) {
				t.Errorf("%s %s is written in two ways", name, c.Vendor.ID)
			}
		}
	}
}

// TestWrite_layout shows how values are laid out.
func TestWrite_layout(t *testing.T) {
	c := policy.Catalog{Products: []policy.Product{{
		ID: "gateway", Name: "Gateway: the second", Aliases: []string{"AGW", "no", "2G", "ゲートウェイ"}, Rule: "dated",
		VersionCommand: "acme --version\n\n# or\nacme -v",
		Link:           "https://example.com/policy?p=1#support",
		Phases:         []policy.PhaseName{{ID: "support", Name: policy.Text{Ja: "サポート", En: "Support"}}},
		Releases: []policy.Release{
			{Version: "1.10", Day: policy.MustDate("2024-05-22"), LongTerm: true, Phases: []policy.DatedPhase{{Phase: "support", Until: policy.MustDate("2029-12-31")}}},
			{Version: "1.9", Name: policy.Text{Ja: "v1.9", En: "v1.9"}, Latest: "1.9.3", Link: policy.Link("https://example.com/" + strings.Repeat("long-", 20)), Phases: []policy.DatedPhase{{Phase: "support", State: policy.PhaseOver}}},
		},
		Cite: []policy.Citation{{Source: "terms", Section: "Support", Item: "2"}},
	}}}
	golden.Check(t, "testdata/write/layout.yaml", string(source.Write(c, map[string]string{
		"products":                "What customers have.",
		"products[0]":             "Two lines\nof comment.",
		"products[0].releases[1]": "seen: something odd",
	})))
}

// FuzzWrite: any text comes back as it was.
func FuzzWrite(f *testing.F) {
	for _, s := range []string{"yes", "1.10", "a: b", "a #b", "{a, b}", "- a", "a\nb", "a\n\n  b\nc", `"a" \ 'b'`, "ー①", "2024-01-01", "https://example.com/?a=[b]", "a\n---\nb", "~", "0x1f", "a\u2028b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := policy.Catalog{Products: []policy.Product{{
			ID: "a", Name: s, VersionCommand: s, Aliases: []string{s},
			Releases: []policy.Release{{Version: policy.Label(s), Codename: s, Name: policy.Text{Ja: s, En: s}}},
			Cite:     []policy.Citation{{Source: "b", Section: s}},
		}}}
		text := source.Write(c, map[string]string{"products[0].releases[0]": s})
		again, issues, _ := source.Read("x", []source.File{{Name: "f.yaml", Data: text}}, policy.Country{})
		if !slices.ContainsFunc(issues, func(i source.Issue) bool { return refused(i.Message) }) {
			p := again.Products
			if len(p) != 1 || p[0].Name != s || p[0].VersionCommand != s || p[0].Aliases[0] != s || len(p[0].Releases) != 1 || string(p[0].Releases[0].Version) != s || p[0].Releases[0].Name.En != s {
				t.Errorf("%q is read as %+v, from\n%s\n%v", s, p, text, issues)
			}
		}
	})
}

// refused tells texts that no catalog may hold.
func refused(message string) bool {
	for _, part := range []string{"text is empty", "has a control character", "looks like HTML", "begins or ends with a blank", "not UTF-8", "more than 4194304"} {
		if strings.Contains(message, part) {
			return true
		}
	}
	return false
}
