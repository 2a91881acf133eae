package changes_test

import (
	"slices"
	"testing"

	"madoguchi/app/i18n"
	"madoguchi/build/changes"
	"madoguchi/data/source"
	"madoguchi/policy"
)

func both(s string) policy.Text { return policy.Text{Ja: s, En: s} }

func is(fact, answer string) policy.Condition {
	return policy.Condition{Fact: fact, In: []string{answer}}
}

// shop is a vendor with something of everything that has a rule of its own.
func shop() policy.Catalog {
	clause := func(id string, verdict policy.ScopeVerdict, when policy.Condition) policy.ScopeClause {
		return policy.ScopeClause{ID: id, Number: "(1)", Topics: []string{"backup"}, Verdict: verdict, When: when, Text: both(id)}
	}
	return policy.Catalog{
		Vendor: policy.Vendor{ID: "shop", Name: both("Shop"), Summary: both("A shop"), Revision: "1"},
		Questions: []policy.Question{
			{ID: "contract", Kind: policy.KindChoice, Text: both("Contract?"), Options: []policy.Option{{ID: "yes", Text: both("Yes")}, {ID: "no", Text: both("No")}}, DontKnow: true},
			{ID: "units", Kind: policy.KindNumber, Text: both("Units?")},
		},
		Plans: []policy.Plan{
			{ID: "a", Code: "A", Name: both("First"), Eligibility: []policy.Requirement{
				{ID: "holder", When: is("contract", "yes"), Otherwise: policy.PlanNotAvailable, Text: both("Holders only")},
				{ID: "large", When: policy.Condition{Fact: "units", AtLeast: new(int64)}, Otherwise: policy.PlanConfirm, Text: both("Any size")},
			}},
			{ID: "b", Name: both("Second")},
		},
		Topics: []policy.Topic{{ID: "backup", Name: both("Backups")}},
		Scopes: []policy.Scope{
			{ID: "in", Name: both("Included"), Plans: []string{"a"}, Clauses: []policy.ScopeClause{clause("x", policy.ScopeIn, is("contract", "yes"))}},
			{ID: "out", Name: both("Left out"), Plans: []string{"a", "b"}, Clauses: []policy.ScopeClause{clause("y", policy.ScopeOut, policy.Condition{})}},
		},
		Procedures: []policy.Procedure{{ID: "p", Title: both("Exchange"), Steps: []policy.ProcedureStep{{ID: "1", Text: both("Ask")}, {ID: "2", Text: both("Send")}}}},
		Notices:    []policy.Notice{{ID: "n", Text: both("Keep a copy"), Jobs: []policy.Job{policy.JobTriage}}},
		PriceLists: []policy.PriceList{{ID: "t", Name: both("Tariff"), Prices: []policy.Price{
			{Plan: "a", Bands: &policy.BandPrice{CommitMonths: 12, Bands: []policy.Band{{UpTo: 10, Monthly: 100}, {UpTo: 20, Monthly: 200}}}},
		}}},
		VersionRules: []policy.VersionRule{{ID: "r", Model: policy.ModelDated}},
		Products: []policy.Product{{ID: "w", Name: "Wheel", Rule: "r", Phases: []policy.PhaseName{{ID: "s", Name: both("Support")}}, Releases: []policy.Release{
			{Version: "2", Phases: []policy.DatedPhase{{Phase: "s", Until: policy.MustDate("2030-12-31")}}},
			{Version: "1", Day: policy.MustDate("2020-01-01"), Phases: []policy.DatedPhase{{Phase: "s", Until: policy.MustDate("2024-12-31")}}},
		}}},
		Flows: []policy.Flow{{ID: "f", Title: both("Trouble"), Start: "ask",
			Steps:    []policy.Ask{{ID: "ask", Question: "contract", Next: []policy.Branch{{In: []string{"yes", policy.DontKnow}, To: "desk"}, {In: []string{"no"}, To: "buy"}}}},
			Outcomes: []policy.Outcome{{ID: "desk", Title: both("Desk")}, {ID: "buy", Title: both("Buy")}},
		}},
	}
}

// TestBetween: each edit gives these lines and no other.
func TestBetween(t *testing.T) {
	for _, tt := range []struct {
		name string
		edit func(c *policy.Catalog)
		want []string
	}{
		{"nothing", func(c *policy.Catalog) {}, nil},
		{"a condition in other words", func(c *policy.Catalog) {
			c.Plans[0].Eligibility[0].When = policy.Condition{Not: []policy.Condition{is("contract", "no")}}
		}, nil},
		{"a requirement that asks for less", func(c *policy.Catalog) { c.Plans[0].Eligibility[0].When.In = []string{"yes", "no"} },
			[]string{"Plan A (First), requirement “Holders only”: e.g. with “Contract?” No, “Units?” 0: not available → available"}},
		{"a requirement on numbers", func(c *policy.Catalog) { n := int64(3); c.Plans[0].Eligibility[1].When.AtLeast = &n },
			[]string{"Plan A (First), requirement “Any size”: e.g. with “Contract?” Yes, “Units?” 0: available → to be confirmed"}},
		{"a requirement that is presumed", func(c *policy.Catalog) { c.Plans[0].Eligibility[0].Presumed = true },
			[]string{"Plan A (First), requirement “Holders only”: e.g. with “Units?” 0: depends on an answer → available"}},
		{"a new requirement", func(c *policy.Catalog) {
			c.Plans[1].Eligibility = []policy.Requirement{{ID: "alone", Without: []string{"a"}, Otherwise: policy.PlanConfirm, Text: both("Not with A")}}
		}, []string{"Plan “Second”: requirement “Not with A” added: ordered together with A (First), whatever is answered: available → to be confirmed"}},
		{"a requirement that another one hides", func(c *policy.Catalog) {
			c.Plans[0].Eligibility = append(c.Plans[0].Eligibility, policy.Requirement{ID: "again", When: is("contract", "yes"), Otherwise: policy.PlanNotAvailable, Text: both("Again")})
		}, []string{"Plan A (First): requirement “Again” added: e.g. with “Contract?” No: available → not available"}},
		{"the order of scope lists", func(c *policy.Catalog) { slices.Reverse(c.Scopes) },
			[]string{"A (First), “Backups”: e.g. with “Contract?” Yes: in → out"}},
		{"the order of steps", func(c *policy.Catalog) { slices.Reverse(c.Procedures[0].Steps) },
			[]string{"Procedure “Exchange”: another order (step): “Send”, “Ask”"}},
		{"the order of plans", func(c *policy.Catalog) { slices.Reverse(c.Plans) }, nil},
		{"a clause that is in now", func(c *policy.Catalog) { c.Scopes[1].Clauses[0].Verdict = policy.ScopeIn },
			[]string{"Scope list “Left out”, entry (1) “Backups”: verdict out → in"}},
		{"a clause without a condition", func(c *policy.Catalog) { c.Scopes[0].Clauses[0].When = policy.Condition{} },
			[]string{"Scope list “Included”, entry (1) “Backups”: applies: now e.g. with “Contract?” No"}},
		{"a notice under a condition", func(c *policy.Catalog) { c.Notices[0].When = is("contract", policy.DontKnow) },
			[]string{"Notice “Keep a copy”: applies: no longer e.g. with “Contract?” Yes"}},
		{"Japanese alone", func(c *policy.Catalog) { c.Notices[0].Text.Ja = "控えを残す" },
			[]string{"Notice: text 「Keep a copy」 → 「控えを残す」"}},
		{"a band", func(c *policy.Catalog) { c.PriceLists[0].Prices[0].Bands.Bands[1].Monthly = 250 },
			[]string{"Price list “Tariff”, price of A (First), band up to 20: monthly fee ¥200 → ¥250"}},
		{"the bound of a band", func(c *policy.Catalog) { c.PriceLists[0].Prices[0].Bands.Bands[1].UpTo = 25 },
			[]string{"Price list “Tariff”, price of A (First), band: up to 20 → 25"}},
		{"another model of prices", func(c *policy.Catalog) {
			c.PriceLists[0].Prices[0] = policy.Price{Plan: "a", Unit: &policy.UnitPrice{Amount: 50}}
		}, []string{"Price list “Tariff”, price of A (First): (up to 10, monthly fee ¥100), (up to 20, monthly fee ¥200), months of a contract 12 → price per unit ¥50"}},
		{"a new price", func(c *policy.Catalog) {
			c.PriceLists[0].Prices = append(c.PriceLists[0].Prices, policy.Price{Plan: "b", Flat: &policy.FlatPrice{Amount: 9}})
		}, []string{"Price list “Tariff”: price of “Second” added: price ¥9"}},
		{"the end of a phase", func(c *policy.Catalog) { c.Products[0].Releases[1].Phases[0].Until = policy.MustDate("2025-06-30") },
			[]string{"Product Wheel, version 1: phase “Support”: until 31 December 2024 → until 30 June 2025; on 1 March 2025: 1 Not supported → Supported"}},
		{"another number on a row", func(c *policy.Catalog) { c.Products[0].Releases[0].Version = "2.1" },
			[]string{"Product Wheel, version 2: 2 → 2.1; on 1 March 2025: 2 Supported → The policy does not say, 2.1 Supported"}},
		{"another rule for versions", func(c *policy.Catalog) { c.Products[0].Rule = "" }, []string{
			"Product Wheel: rule for versions removed: “by the days of each version”",
			"Product Wheel: on 1 March 2025: 2 Supported → The policy does not say",
			"Product Wheel: on 1 March 2025: 1 Not supported → The policy does not say",
		}},
		{"an answer that leads elsewhere", func(c *policy.Catalog) {
			c.Flows[0].Steps[0].Next = []policy.Branch{{In: []string{"yes"}, To: "desk"}, {In: []string{policy.DontKnow, "no"}, To: "buy"}}
		}, []string{"Triage “Trouble”: 1 path that ended at “Desk” now ends at “Buy”, such as “Contract?” I don't know"}},
		{"an answer more", func(c *policy.Catalog) {
			c.Questions[0].Options = append(slices.Clone(c.Questions[0].Options), policy.Option{ID: "soon", Text: both("Soon")})
			c.Flows[0].Steps[0].Next[1].In = []string{"no", "soon"}
		}, []string{"Triage “Trouble”: new: 1 path to “Buy”, such as “Contract?” Soon", "Question “Contract?”: answer “Soon” added"}},
		{"a new outcome", func(c *policy.Catalog) {
			c.Flows[0].Outcomes = append(c.Flows[0].Outcomes, policy.Outcome{ID: "wait", Title: both("Wait")})
			c.Flows[0].Steps[0].Next[1].To = "wait"
			c.Flows[0].Outcomes = slices.Delete(c.Flows[0].Outcomes, 1, 2)
		}, []string{"Triage “Trouble”: 1 path that ended at “Buy” now ends at “Wait”, such as “Contract?” No"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			changed := shop()
			tt.edit(&changed)
			groups := changes.Between(folder(shop()), folder(changed), policy.MustDate("2025-03-01"), i18n.En)
			var got []string
			for _, g := range groups {
				got = append(got, g.Lines...)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
		})
	}
}

func folder(catalogs ...policy.Catalog) source.Folder { return source.Folder{Catalogs: catalogs} }

// TestBetween_vendors: vendors that come and go are told on one line each, and a
// revision with its changes.
func TestBetween_vendors(t *testing.T) {
	other := shop()
	other.Vendor.ID, other.Vendor.Name = "other", both("Other")
	moved := shop()
	moved.Vendor.Revision, moved.Vendor.Name = "2", both("Shop & Co")
	got := changes.Between(folder(other, shop()), folder(moved, policy.Catalog{Vendor: policy.Vendor{ID: "new", Name: both("New"), Summary: both("Newcomer")}}), policy.Date{}, i18n.En)
	want := []changes.Group{
		{Title: "Shop & Co (revision 1 → 2)", Lines: []string{"Name “Shop” → “Shop & Co”"}},
		{Title: "New", Lines: []string{"Vendor added: Newcomer"}},
		{Title: "Other", Lines: []string{"Vendor removed"}},
	}
	if !slices.EqualFunc(got, want, func(a, b changes.Group) bool { return a.Title == b.Title && slices.Equal(a.Lines, b.Lines) }) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
