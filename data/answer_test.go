package data_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"madoguchi/data"
	"madoguchi/data/catalog"
	"madoguchi/data/golden"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// shipped reads the catalogs that ship, which have no issue.
func shipped(t testing.TB) (policy.Country, []policy.Catalog) {
	t.Helper()
	folder, err := source.ReadFolder(catalog.Files, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, issue := range folder.Issues {
		t.Fatal(issue)
	}
	return folder.Country, folder.Catalogs
}

func shippedStore(t testing.TB) *data.Store { return data.OpenCatalogs(shipped(t)) }

type tableRow struct{ product, version, day, remark string }

// infinicoTable is the vendor's table as printed, kept apart from the catalog.
func infinicoTable(t *testing.T) (rows []tableRow) {
	t.Helper()
	b, err := os.ReadFile("testdata/infinico-table.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line+" | ", " | ")
		rows = append(rows, tableRow{f[0], f[1], f[2], f[3]})
	}
	if len(rows) != 75 {
		t.Fatalf("the table has %d rows, want 75", len(rows))
	}
	return rows
}

// TestInfinico_table asks for every printed row, on its day of publication, the
// day before and long after.
func TestInfinico_table(t *testing.T) {
	store := shippedStore(t)
	ask := func(product, version, on string) policy.VersionAnswer {
		return store.VersionAnswer(data.VersionQuestion{Vendor: "infinico", Product: product, Version: version, On: policy.MustDate(on)})
	}
	products := map[string]bool{}
	for i, row := range infinicoTable(t) {
		t.Run(row.product+" "+row.version, func(t *testing.T) {
			want := policy.VerdictSupported
			if i >= 73 { // the older table of the virtual appliance
				want = policy.VerdictConflict
			}
			products[policy.Fold(row.product)] = true
			for _, version := range []string{row.version, "Ver" + row.version, row.version + "-1234"} {
				if a := ask(row.product, version, "2024-06-01"); a.Verdict != want {
					t.Errorf("%s = %s, want %s", version, a.Verdict, want)
				}
			}
			if want == policy.VerdictConflict {
				return
			}
			if a := ask(row.product, row.version, row.day); a.Verdict != policy.VerdictSupported {
				t.Errorf("on its day of publication = %s, want supported", a.Verdict)
			}
			before := policy.MustDate(row.day).AddDays(-1).String()
			if a := ask(row.product, row.version, before); a.Verdict != policy.VerdictUnconfirmed {
				t.Errorf("the day before its publication = %s, want unconfirmed", a.Verdict)
			}
			phase := policy.PhaseOnSale
			if row.remark == "end of sale" {
				phase = policy.PhaseCannotCompute
			}
			if a := ask(row.product, row.version, "2024-06-01"); a.Lifecycle.Phase != phase {
				t.Errorf("life cycle = %s, want %s", a.Lifecycle.Phase, phase)
			}
		})
	}
	if len(products) != 34 || len(store.ProductsOf("infinico")) != 34 {
		t.Errorf("%d products in the table, %d in the catalog, want 34", len(products), len(store.ProductsOf("infinico")))
	}
}

// TestInfinico_readings are the cases where the policy is open, as decided in
// its assumptions.
func TestInfinico_readings(t *testing.T) {
	store := shippedStore(t)
	for _, tt := range []struct {
		name                 string
		product, version, on string
		want                 string // verdict, hardware, technical, then what matters
	}{
		{"A1: SuperDHCP 5 has a smaller Z than 4 and is listed", "NetWyvern SuperDHCP", "5.00.3", "2024-06-01", "supported supported supported recommended 5.00.3"},
		{"A1: SuperDHCP 4 keeps its own line", "NetWyvern SuperDHCP", "4.04.3", "2024-06-01", "not_supported not_supported not_supported update_to 4.04.4"},
		{"A2: an older minor with the same Z is supported, the newest recommended", "NetNebulas2 DHCP", "3.27.4", "2024-06-01", "supported supported supported recommended 3.34.4"},
		{"A3: last day to update to Z = 4", "NetNebulas2 DHCP", "3.26.3", "2021-02-24", "grace supported not_supported deadline 2021-02-24"},
		{"A3: the day after", "NetNebulas2 DHCP", "3.26.3", "2021-02-25", "not_supported not_supported not_supported deadline 2021-02-24"},
		{"A4: repair and questions differ within the six months", "NetRegio2A AD", "4.7.0", "2024-08-08", "grace supported not_supported deadline 2024-08-08"},
		{"A4: repair ends with them", "NetRegio2A AD", "4.7.0", "2024-08-09", "not_supported not_supported not_supported deadline 2024-08-08"},
		{"A6: older table of the virtual appliance", "NetNebulas-VA DHCP", "3.18.3", "2024-06-01", "conflict  not_supported update_to 3.32.4,3.30.4,3.27.4"},
		{"A6: the same for DefRAD", "NetNebulas VA DefRAD", "3.19.1", "2024-06-01", "conflict  not_supported update_to 3.35.2"},
		{"A7: 3.34.4 is not carried over to the virtual appliance", "NetNebulas-VA DHCP", "3.34.4", "2024-06-01", "unconfirmed  unconfirmed newer true"},
		{"A8: listed for another product only", "NetNebulas2 DHCP", "3.28.4", "2024-06-01", "unconfirmed unconfirmed unconfirmed newer false"},
		{"A8: the same for GAZER", "NetNebulas2 GAZER", "3.12.1", "2024-06-01", "unconfirmed unconfirmed unconfirmed newer false"},
		{"A9: larger Z", "NetNebulas2 DHCP", "3.34.5", "2024-06-01", "unconfirmed unconfirmed unconfirmed newer true"},
		{"A9: larger Y", "NetNebulas2 DHCP", "3.36.4", "2024-06-01", "unconfirmed unconfirmed unconfirmed newer true"},
		{"A10: 4.8.0 is supported for GAZER", "NetRegio2A GAZER", "4.8.0", "2024-06-01", "supported supported supported recommended 4.10.0"},
		{"A10: and not for DHCP", "NetRegio2A DHCP", "4.8.0", "2024-09-01", "not_supported not_supported not_supported update_to 4.10.1,4.8.1"},
		{"A11: a major of another generation", "NetNebulas3 DHCP", "3.34.4", "2024-06-01", "unconfirmed unconfirmed unconfirmed newer false"},
		{"A12: leading zeros", "NetWyvern DHCP", "1.6.11", "2024-06-01", "supported supported supported version 1.06.11"},
		{"A12: 10 comes after 8", "NetRegio2A DHCP", "4.8.1", "2024-06-01", "supported supported supported recommended 4.10.1"},
		{"A13: any revision", "NetNebulas2 DHCP", "3.34.4-2048", "2024-06-01", "supported supported supported version 3.34.4-2048"},
		{"A14: a model of a shared entry", "NetWyvern DHCP2000i", "3.02.5", "2024-06-01", "supported supported supported phase cannot_compute"},
		{"A15: another spelling", "NetFluX Yubion FIDO2", "4.0.0", "2024-06-01", "supported supported supported phase on_sale"},
		{"A15: IA is not NetNebulas", "NetNebulas-IA DHCP", "4.4.0", "2024-06-01", "supported supported supported phase on_sale"},
		{"A16: no longer sold and still listed", "NetNebulas DHCP", "3.30.4", "2024-06-01", "supported supported supported phase cannot_compute"},
		{"typed in full width", "ＮｅｔＮｅｂｕｌａｓ２　ＤＨＣＰ", "３．３４．３", "2024-06-01", "not_supported not_supported not_supported update_to 3.34.4,3.32.4,3.30.4,3.27.4"},
		{"found by id", "netnebulas2-dhcp", "3.34.3", "2024-06-01", "not_supported not_supported not_supported recommended 3.34.4"},
		{"a name that fits several", "NetNebulas2", "3.34.3", "2024-06-01", "unknown_product   candidates netnebulas2-dhcp,netnebulas2-defrad,netnebulas2-gazer"},
		{"a name that fits one only in part is not guessed", "NSX-D", "3.27.5", "2024-06-01", "unknown_product   candidates netnebulas-nsx-d"},
		{"a misspelt name", "NetNebulus2 DHCP", "3.34.3", "2024-06-01", "unknown_product   candidates netnebulas-ia-dhcp,netnebulas-ia-defrad,netnebulas-nsx-d,netnebulas2-dhcp,netnebulas3-dhcp,netnebulas2-defrad,netnebulas3-defrad,netnebulas3-gazer,netnebulas2-gazer,netnebulas-va-defrad,netnebulas-va-dhcp,netnebulas-dhcp,netnebulas-defrad,netnebulas-gazer"},
		{"a name that is none", "Catalyst", "1.2.3", "2024-06-01", "unknown_product   candidates "},
		{"not a version", "NetNebulas2 DHCP", "latest", "2024-06-01", "invalid   version "},
	} {
		a := store.VersionAnswer(data.VersionQuestion{Vendor: "infinico", Product: tt.product, Version: tt.version, On: policy.MustDate(tt.on)})
		var ids []string
		for _, c := range a.Candidates {
			ids = append(ids, c.ID)
		}
		var updates []string
		for _, u := range a.UpdateTo {
			updates = append(updates, string(u))
		}
		detail := map[string]string{
			"recommended": string(a.Recommended), "update_to": strings.Join(updates, ","), "deadline": a.Deadline.String(),
			"newer": fmt.Sprint(a.Newer), "version": string(a.Version), "phase": string(a.Lifecycle.Phase), "candidates": strings.Join(ids, ","),
		}
		want := strings.Split(tt.want, " ")
		key := want[3]
		got := fmt.Sprintf("%s %s %s %s %s", a.Verdict, a.Hardware, a.Technical, key, detail[key])
		if got != tt.want {
			t.Errorf("%s: %s %s on %s =\n\t%s, want\n\t%s", tt.name, tt.product, tt.version, tt.on, got, tt.want)
		}
		if a.Catalog.Vendor != "infinico" || a.Catalog.Hash == "" || a.Catalog.NoOlderThan != policy.MustDate("2024-05-22") {
			t.Errorf("%s: catalog of the answer = %+v", tt.name, a.Catalog)
		}
	}
}

// TestInfinico_listedElsewhere: a version of another product is told as such, and
// decides nothing.
func TestInfinico_listedElsewhere(t *testing.T) {
	a := shippedStore(t).VersionAnswer(data.VersionQuestion{Vendor: "infinico", Product: "NetNebulas3 DHCP", Version: "3.34.4", On: policy.MustDate("2024-06-01")})
	want := []policy.ProductName{{ID: "netnebulas2-dhcp", Name: "NetNebulas2 DHCP"}, {ID: "netregio2-dhcp", Name: "NetRegio2 DHCP"}}
	if !slices.Equal(a.ListedFor, want) {
		t.Errorf("3.34.4 is listed for %v, want %v", a.ListedFor, want)
	}
}

// TestAnswers_cite: every reason of every kind of answer has a clause or says
// that there is none.
func TestAnswers_cite(t *testing.T) {
	store := shippedStore(t)
	for _, row := range append(infinicoTable(t), tableRow{"NetNebulas2 DHCP", "3.26.3", "", ""}, tableRow{"NetNebulas2 DHCP", "9.9.9", "", ""}, tableRow{"NetNebulas2 DHCP", "3.28.4", "", ""}) {
		a := store.VersionAnswer(data.VersionQuestion{Vendor: "infinico", Product: row.product, Version: row.version, On: policy.MustDate("2024-06-01")})
		for _, r := range append(a.Reasons, a.Lifecycle.Reasons...) {
			if len(r.Citations) == 0 && r.Rule != policy.RuleListedElsewhere {
				t.Errorf("%s %s: reason %s has no citation", row.product, row.version, r.Rule)
			}
			for _, id := range r.Assumptions {
				if _, ok := store.Assumption("infinico", id); !ok {
					t.Errorf("%s %s: reason %s rests on %s, which is not there", row.product, row.version, r.Rule, id)
				}
			}
		}
	}
}

// TestCMSKIT_tariff is the published tariff, before and after 10 % tax.
func TestCMSKIT_tariff(t *testing.T) {
	store := shippedStore(t)
	for _, tt := range []struct {
		code      string
		name      string
		ex, inc   policy.Yen
		contract  string
		ticketsIn int
		months    int
	}{
		{"A", "1年間サポート(8チケット付)", 80000, 88000, "no", 8, 12},
		{"B", "1年間サポート(18チケット付)", 160000, 176000, "no", 18, 12},
		{"C", "1年間サポート(30チケット付)", 240000, 264000, "no", 30, 12},
		{"D", "2年間サポート(40チケット付)", 300000, 330000, "no", 40, 24},
		{"E", "3年間サポート(60チケット付)", 420000, 462000, "no", 60, 36},
		{"F", "5年間サポート(80チケット付)", 520000, 572000, "no", 80, 60},
		{"G", "5年間サポート(8チケット付)", 280000, 308000, "no", 8, 60},
		{"H", "追加チケット1", 8000, 8800, "yes", 1, 12},
		{"I", "スポットチケット", 12000, 13200, "no", 1, 1},
	} {
		t.Run(tt.code, func(t *testing.T) {
			q, err := store.QuoteAnswer(data.QuoteQuestion{
				Vendor: "cmskit", Lines: []policy.QuoteLine{{Plan: strings.ToLower(tt.code), Quantity: 1}},
				Facts: policy.Facts{"annual-contract": tt.contract, "holding": "cloud"}, On: policy.MustDate("2026-04-01"),
			})
			if err != nil {
				t.Fatal(err)
			}
			if l := q.Lines[0]; q.Subtotal != tt.ex || q.Total != tt.inc || l.Name.Ja != tt.name || l.Plan != tt.code || l.Verdict != policy.PlanAvailable {
				t.Errorf("%s %q %s: %d, with tax %d, want %q available: %d, %d", l.Plan, l.Name.Ja, l.Verdict, q.Subtotal, q.Total, tt.name, tt.ex, tt.inc)
			}
			p, _ := store.PlanNamed("cmskit", tt.code)
			if p.Supply.Tickets != tt.ticketsIn || p.Supply.Months != tt.months {
				t.Errorf("%s has %d tickets for %d months, want %d for %d", tt.code, p.Supply.Tickets, p.Supply.Months, tt.ticketsIn, tt.months)
			}
		})
	}
}

// TestCMSKIT_tickets: H needs an annual contract (note 2), I must not have one
// (note 3).
func TestCMSKIT_tickets(t *testing.T) {
	store := shippedStore(t)
	for _, tt := range []struct {
		name  string
		lines []policy.QuoteLine
		facts policy.Facts
		want  string
		total policy.Yen
	}{
		{"H with a contract in the same order", []policy.QuoteLine{{Plan: "A", Quantity: 1}, {Plan: "H", Quantity: 10}}, nil, "A available, H available", 176000},
		{"H under a running contract", []policy.QuoteLine{{Plan: "H", Quantity: 1}}, policy.Facts{"annual-contract": "yes"}, "H available", 8800},
		{"H without one", []policy.QuoteLine{{Plan: "H", Quantity: 1}}, policy.Facts{"annual-contract": "no"}, "H not_available", 0},
		{"H, not asked", []policy.QuoteLine{{Plan: "H", Quantity: 1}}, nil, "H undetermined", 8800},
		{"I without a contract", []policy.QuoteLine{{Plan: "I", Quantity: 1}}, policy.Facts{"annual-contract": "no"}, "I available", 13200},
		{"I under a contract", []policy.QuoteLine{{Plan: "I", Quantity: 1}}, policy.Facts{"annual-contract": "yes"}, "I not_available", 0},
		{"I with a contract in the same order", []policy.QuoteLine{{Plan: "G", Quantity: 1}, {Plan: "I", Quantity: 1}}, policy.Facts{"holding": "cloud"}, "G available, I not_available", 308000},
	} {
		q, err := store.QuoteAnswer(data.QuoteQuestion{Vendor: "cmskit", Lines: tt.lines, Facts: tt.facts, On: policy.MustDate("2026-04-01")})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range q.Lines {
			got = append(got, l.Plan+" "+string(l.Verdict))
		}
		if s := strings.Join(got, ", "); s != tt.want || q.Total != tt.total {
			t.Errorf("%s: %s, total %d, want %s, %d", tt.name, s, q.Total, tt.want, tt.total)
		}
	}
	for _, plan := range []string{"Z", "", "free"} {
		if _, err := store.QuoteAnswer(data.QuoteQuestion{Vendor: "cmskit", Lines: []policy.QuoteLine{{Plan: plan, Quantity: 1}}, On: policy.MustDate("2026-04-01")}); err == nil {
			t.Errorf("quote for plan %q: want an error", plan)
		}
	}
	if _, err := store.QuoteAnswer(data.QuoteQuestion{Vendor: "infinico", On: policy.MustDate("2026-04-01")}); err == nil {
		t.Error("quote from a vendor without prices: want an error")
	}
}

// TestCMSKIT_advice are the seven published cases: each gives the published
// plans, whatever is cheapest.
func TestCMSKIT_advice(t *testing.T) {
	store := shippedStore(t)
	for situation, want := range map[string]string{
		"skilled": "A G", "no-expertise": "B C", "campaigns": "C", "many-departments": "C",
		"busy-at-first": "D E F", "updates-only": "G", "server-worries": "C F",
	} {
		a, err := store.PlanAnswer(data.PlanQuestion{Vendor: "cmskit", Facts: policy.Facts{"situation": situation, "holding": "cloud"}, Demand: policy.Demand{5, 5}, On: policy.MustDate("2026-04-01")})
		if err != nil {
			t.Fatal(err)
		}
		if len(a.Advice) != 1 || strings.Join(a.Advice[0].Plans, " ") != want {
			t.Errorf("advice for %s = %+v, want %s", situation, a.Advice, want)
		}
		if len(a.Cheapest) == 0 || a.Cheapest[0].Total != 120000 {
			t.Errorf("cheapest beside the advice for %s = %+v, want ten spot tickets", situation, a.Cheapest)
		}
	}
}

func TestCMSKIT_plans(t *testing.T) {
	store := shippedStore(t)
	for _, tt := range []struct {
		name     string
		facts    policy.Facts
		demand   policy.Demand
		cheapest string
		total    policy.Yen
		next     string
		advice   string
	}{
		{"installed, minor versions, no tickets", policy.Facts{"holding": "installed-perpetual", "minor-versions": "yes"}, policy.Demand{0, 0, 0, 0, 0}, "G", 280000, "", "updates-only"},
		{"installed, minor versions not needed", policy.Facts{"holding": "installed-annual", "minor-versions": "no"}, policy.Demand{3}, "I", 36000, "", ""},
		{"cloud has minor versions without a contract", policy.Facts{"holding": "cloud", "minor-versions": "yes"}, policy.Demand{3}, "I", 36000, "", ""},
		{"ASP: nothing stated, no reason for a contract", policy.Facts{"holding": "asp", "minor-versions": "yes"}, policy.Demand{3}, "I", 36000, "", ""},
		{"holding not told: ask first", policy.Facts{"minor-versions": "yes"}, policy.Demand{3}, "", 0, "holding", ""},
		{"installed, need not told: ask first", policy.Facts{"holding": "installed-annual"}, policy.Demand{3}, "", 0, "minor-versions", ""},
		{"busy at first", policy.Facts{"holding": "cloud"}, policy.Demand{30, 1, 1}, "C I I", 264000, "", "busy-at-first"},
	} {
		a, err := store.PlanAnswer(data.PlanQuestion{Vendor: "cmskit", Facts: tt.facts, Demand: tt.demand, On: policy.MustDate("2026-04-01")})
		if err != nil {
			t.Fatal(err)
		}
		var plans []string
		var total policy.Yen
		if len(a.Cheapest) > 0 {
			total = a.Cheapest[0].Total
			for _, p := range a.Cheapest[0].Purchases {
				plans = append(plans, p.Plan)
			}
		}
		var advice []string
		for _, adv := range a.Advice {
			advice = append(advice, adv.ID)
		}
		if s := strings.Join(plans, " "); s != tt.cheapest || total != tt.total || a.Next != tt.next || strings.Join(advice, " ") != tt.advice {
			t.Errorf("%s: %q %d, next %q, advice %v, want %q %d, next %q, advice %q", tt.name, s, total, a.Next, advice, tt.cheapest, tt.total, tt.next, tt.advice)
		}
		if len(a.Plans) != 10 {
			t.Errorf("%s: %d plans shown, want all 10", tt.name, len(a.Plans))
		}
	}
}

// TestFlows_paths lists every path of every flow of every vendor.
func TestFlows_paths(t *testing.T) {
	_, catalogs := shipped(t)
	for _, c := range catalogs {
		for _, f := range c.Flows {
			var b strings.Builder
			for _, p := range f.Paths(c.Questions) {
				fmt.Fprintln(&b, p)
			}
			golden.Check(t, fmt.Sprintf("testdata/paths/%s-%s.txt", c.Vendor.ID, f.ID), b.String())
		}
	}
}

// TestFlows_outcomes: every path ends in an outcome that names a channel,
// information to prepare and a next step, and makes a request.
func TestFlows_outcomes(t *testing.T) {
	store := shippedStore(t)
	at, _ := policy.ParseInstant("2026-05-20T16:00:00+09:00")
	for _, vendor := range store.Vendors() {
		for _, f := range store.FlowsOf(vendor) {
			for _, p := range f.Paths(store.QuestionsOf(vendor)) {
				a, err := store.TriageAnswer(data.TriageQuestion{Vendor: vendor, Flow: f.ID, Answers: p.Answers(), At: at})
				switch {
				case err != nil:
					t.Errorf("%s: %v", p, err)
				case a.Outcome == nil || a.Outcome.ID != p.Outcome:
					t.Errorf("%s: ends in %+v", p, a.Outcome)
				case a.Outcome.Channel.ID == "" || len(a.Outcome.Prepare) == 0 || len(a.Outcome.Then) == 0 || len(a.Outcome.Outside) == 0:
					t.Errorf("%s: outcome lacks channel, information, a next step or what is outside", p)
				case len(a.Request.Log) != len(p.Trail):
					t.Errorf("%s: the request tells %d answers of %d", p, len(a.Request.Log), len(p.Trail))
				}
			}
		}
	}
}

// TestOnTime_hours: the Shop keeps Japanese time, the maker that of Copenhagen
// with its summer time.
func TestOnTime_hours(t *testing.T) {
	store := shippedStore(t)
	for _, tt := range []struct {
		name, contract, at string
		open               bool
		opens              string
	}{
		{"Shop, the moment of closing", "shop-annual", "2026-05-20T16:00:00+09:00", false, "2026-05-21T10:00:00+09:00"},
		{"Shop, open", "shop-annual", "2026-05-20T15:59:00+09:00", true, "2026-05-20T10:00:00+09:00"},
		{"maker in summer opens at 16:00 in Japan", "maker", "2026-05-20T16:00:00+09:00", true, "2026-05-20T09:00:00+02:00"},
		{"maker in summer, a minute before", "maker", "2026-05-20T15:59:00+09:00", false, "2026-05-20T09:00:00+02:00"},
		{"maker in summer closes at 23:00 in Japan", "maker", "2026-05-20T23:00:00+09:00", false, "2026-05-21T09:00:00+02:00"},
		{"maker in winter opens at 17:00 in Japan", "maker", "2026-01-20T17:00:00+09:00", true, "2026-01-20T09:00:00+01:00"},
		{"maker in winter, an hour before", "maker", "2026-01-20T16:00:00+09:00", false, "2026-01-20T09:00:00+01:00"},
		{"maker in winter is open until midnight in Japan", "maker", "2026-01-20T23:59:00+09:00", true, "2026-01-20T09:00:00+01:00"},
		{"maker over the weekend in which clocks go forward", "maker", "2026-03-28T12:00:00+09:00", false, "2026-03-30T09:00:00+02:00"},
	} {
		at, err := policy.ParseInstant(tt.at)
		if err != nil {
			t.Fatal(err)
		}
		a, err := store.TriageAnswer(data.TriageQuestion{Vendor: "ontime", At: at, Answers: policy.Facts{
			"bought-from": "shop", "contract": tt.contract, "platform": "exchange", "extent": "all-users", "elsewhere": "no",
		}})
		if err != nil {
			t.Fatal(err)
		}
		if o := a.Outcome.Open; o.Open != tt.open || o.Opens != tt.opens || o.DaysKnown {
			t.Errorf("%s: open %v, window from %s, want %v from %s, days not known", tt.name, o.Open, o.Opens, tt.open, tt.opens)
		}
	}
}

func TestStore_Locate(t *testing.T) {
	store := shippedStore(t)
	for _, tt := range []struct{ pasted, want, rest string }{
		{"NetNebulas2 DHCP 3.34.3", "infinico/netnebulas2-dhcp", "3.34.3"},
		{"ＮｅｔＲｅｇｉｏ２Ａ　ＡＤ　Ｖｅｒ４．８．１", "infinico/netregio2a-ad", "Ver4.8.1"},
		{"NetWyvern SuperDHCP100/200", "infinico/netwyvern-superdhcp", ""},
		{"OnTime", "ontime/ontime-group-calendar", ""},
		{"CMSKITクラウド", "cmskit/cmskit-cloud", ""},
		{"NetNebulas2", "", ""},
		{"", "", ""},
	} {
		found, candidates := store.Locate(tt.pasted)
		got, rest := "", ""
		if len(found) > 0 {
			got, rest = found[0].Vendor+"/"+found[0].Product.ID, found[0].Rest
		}
		if got != tt.want || rest != tt.rest {
			t.Errorf("Locate(%q) = %q and %q, want %q and %q", tt.pasted, got, rest, tt.want, tt.rest)
		}
		if tt.pasted == "NetNebulas2" && len(candidates) != 3 {
			t.Errorf("Locate(%q) offers %d candidates, want 3", tt.pasted, len(candidates))
		}
	}
}
