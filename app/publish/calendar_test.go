package publish

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	other "github.com/emersion/go-ical"

	"madoguchi/app/i18n"
	"madoguchi/data/golden"
	"madoguchi/policy"
)

func day(s string) policy.Date { return policy.MustDate(s) }

func same(s string) policy.Text { return policy.Text{Ja: s, En: s} }

// acme is a catalog with one product of each kind that has days.
var acme = policy.Catalog{
	Vendor:  policy.Vendor{ID: "acme", Name: same("Acme"), Revision: "7", Zone: "Asia/Tokyo"},
	Sources: []policy.Source{{ID: "terms", Title: policy.Text{Ja: "利用規約", En: "Terms"}, NoOlderThan: day("2024-05-22")}},
	VersionRules: []policy.VersionRule{
		{ID: "line", Model: policy.ModelLargestBugfix, GraceMonths: 6, Clauses: policy.Clauses{
			{Rule: policy.RuleHardwareGrace, Cite: []policy.Citation{{Source: "terms", Section: "4", Item: "(2)"}}},
		}},
		{ID: "dated", Model: policy.ModelDated, Clauses: policy.Clauses{
			{Rule: policy.RulePhaseRuns, Cite: []policy.Citation{{Source: "terms", Section: "5"}}},
		}},
	},
	Products: []policy.Product{
		{
			ID: "box", Name: "Acme Box", Form: policy.FormHardware, Rule: "line", Cite: []policy.Citation{{Source: "terms", Section: "1"}},
			Releases: []policy.Release{{Version: "3.1.4", Day: day("2023-08-31")}, {Version: "3.2.4", Day: day("2024-02-01")}, {Version: "4.0.0", Day: day("2024-05-22")}},
		},
		{
			ID: "suite", Name: "Acme Suite", Rule: "dated", Aliases: []string{"スイート"}, VersionCommand: "suite -v", Link: "https://acme.example/suite",
			Phases: []policy.PhaseName{
				{ID: "sale", Name: policy.Text{Ja: "販売", En: "Sale"}, Kind: policy.PhaseKindSale},
				{ID: "full", Name: policy.Text{Ja: "通常サポート", En: "Full support"}},
				{ID: "fixes", Name: policy.Text{Ja: "不具合の修正", En: "Bug fixes"}},
				{ID: "security", Name: policy.Text{Ja: "セキュリティ修正", En: "Security fixes"}},
				{ID: "extra", Name: policy.Text{Ja: "延長サポート", En: "Extended support"}, Kind: policy.PhaseKindPaid},
			},
			Releases: []policy.Release{
				{
					Version: "9", Name: policy.Text{Ja: "Acme Suite 9", En: "Acme Suite 9"}, Codename: "Nine", Day: day("2024-01-15"), Latest: "9.2", LatestDay: day("2024-05-01"), Link: "https://acme.example/9",
					LongTerm: true, LongTermFrom: day("2024-07-01"),
					Phases: []policy.DatedPhase{
						{Phase: "sale", State: policy.PhaseRuns}, {Phase: "full", Until: day("2024-05-22")}, {Phase: "fixes", Until: day("2025-01-31")},
						{Phase: "security", Until: day("2026-01-31")}, {Phase: "extra", State: policy.PhaseRuns},
					},
				},
				{
					Version: "8", Day: day("2020-02-29"),
					Phases: []policy.DatedPhase{
						{Phase: "sale", Until: day("2021-12-31")}, {Phase: "full", State: policy.PhaseOver}, {Phase: "fixes", Until: day("2023-02-28")},
						{Phase: "security", Until: day("2024-05-21")},
					},
				},
				{Version: "7 / LTS", Phases: []policy.DatedPhase{{Phase: "full", State: policy.PhaseOver}, {Phase: "security", State: policy.PhaseOver}}},
				{Version: "6"},
			},
		},
		{ID: "plain", Name: "Acme Plain"},
	},
}

// answer is what a person with a unit of the box is told.
func answer(version, on string, days policy.SaleDays) policy.VersionAnswer {
	a := policy.SupportOf(acme.VersionRules[0], policy.LifecycleRule{}, acme.Products[0], policy.VersionCase{Typed: version, On: day(on), Days: days})
	a.Catalog = acme.Edition()
	return a
}

func ofBox(version, on, contractEnd, unit string) []Entry {
	var days policy.SaleDays
	if contractEnd != "" {
		days.ContractEnd = day(contractEnd)
	}
	return OfAnswer(answer(version, on, days), acme.Sources, unit, "https://support.example.com/acme/version/#product=Acme+Box&version="+version)
}

// TestCalendar keeps whole files.
func TestCalendar(t *testing.T) {
	for _, lang := range i18n.Langs() {
		w := i18n.Of(lang)
		golden.Check(t, "testdata/answer."+string(lang)+".ics", string(Calendar(w, w.Publish.CalendarOf("Acme Box"), ofBox("3.1.3", "2024-01-05", "2025-03-31", "倉庫;2階, 奥"))))
		var all []Entry
		for _, p := range acme.Products {
			all = append(all, OfProduct(acme, p, day("2024-05-22"), "")...)
		}
		golden.Check(t, "testdata/catalog."+string(lang)+".ics", string(feed(w, w.Publish.CalendarOf("Acme"), all)))
	}
	if b := Calendar(i18n.Of(i18n.Ja), "x", nil); b != nil {
		t.Errorf("a calendar without entries is %q, want none: it would not be valid", b)
	}
}

// parsed reads a file with a parser that is not ours, after checking what the
// parser is lenient about, and has the parser write it again, which checks that
// no property is missing or there twice.
func parsed(t testing.TB, b []byte) *other.Calendar {
	t.Helper()
	if !bytes.HasSuffix(b, []byte("\r\n")) {
		t.Fatal("the last line does not end")
	}
	for line := range strings.SplitSeq(strings.TrimSuffix(string(b), "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsFunc(line, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }) {
			t.Fatalf("line %q has %d octets, half a character, or a control character", line, len(line))
		}
	}
	c, err := other.NewDecoder(bytes.NewReader(b)).Decode()
	if err != nil {
		t.Fatalf("another program cannot read it: %v\n%s", err, b)
	}
	if err := other.NewEncoder(new(bytes.Buffer)).Encode(c); err != nil {
		t.Fatalf("another program finds it wrong: %v\n%s", err, b)
	}
	return c
}

// prop is the text of a property as the other program reads it.
func prop(t testing.TB, c *other.Component, name string) string {
	t.Helper()
	p := c.Props.Get(name)
	if p == nil {
		return ""
	}
	if p.ValueType() != other.ValueText {
		return p.Value
	}
	s, err := p.Text()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestCalendar_parsed(t *testing.T) {
	w := i18n.Of(i18n.Ja)
	c := parsed(t, Calendar(w, "期限; 全部, \\", ofBox("3.1.3", "2024-01-05", "2025-03-31", "倉庫;2階, 奥")))
	if got := prop(t, c.Component, "NAME"); got != "期限; 全部, \\" {
		t.Errorf("the calendar is called %q", got)
	}
	events := c.Events()
	if len(events) != 2 {
		t.Fatalf("%d events, want the time to update and the contract", len(events))
	}
	for i, want := range []struct{ title, from, to string }{
		{"Acme Box 3.1.3: 更新期限", "2024-02-29", "2024-03-01"},
		{"Acme Box 倉庫;2階, 奥: 契約の最終日", "2025-03-31", "2025-04-01"},
	} {
		e := events[i]
		from, err1 := e.DateTimeStart(nil)
		to, err2 := e.DateTimeEnd(nil)
		if err1 != nil || err2 != nil || from.Format("2006-01-02") != want.from || to.Format("2006-01-02") != want.to || e.Props.Get("DTSTART").ValueType() != other.ValueDate {
			t.Errorf("event %d lasts from %v to %v (%v, %v), want %s to %s, as days", i, from, to, err1, err2, want.from, want.to)
		}
		if got := prop(t, e.Component, "SUMMARY"); got != want.title {
			t.Errorf("event %d is called %q, want %q", i, got, want.title)
		}
		if got := prop(t, e.Component, "TRANSP"); got != "TRANSPARENT" {
			t.Errorf("event %d is %s: it takes time from people", i, got)
		}
		var alarms []string
		for _, a := range e.Children {
			if a.Name == other.CompAlarm && prop(t, a, "ACTION") == "DISPLAY" && prop(t, a, "DESCRIPTION") != "" {
				before, err := a.Props.Get("TRIGGER").Duration()
				if err != nil {
					t.Error(err)
				}
				alarms = append(alarms, from.Add(before).Format("2006-01-02 15:04"))
			}
		}
		if d := day(want.from); !slices.Equal(alarms, []string{d.AddDays(-30).String() + " 09:00", d.AddDays(-7).String() + " 09:00"}) {
			t.Errorf("event %d reminds at %v, want nine in the morning 30 and 7 days before", i, alarms)
		}
	}
	if got := prop(t, events[0].Component, "DESCRIPTION"); !strings.Contains(got, "\n根拠: 利用規約「4」(2)\n") || !strings.Contains(got, "\n対象: 倉庫;2階, 奥\n") {
		t.Errorf("the description does not cite or name the unit: %q", got)
	}
}

// uids lists the UIDs of a file by the titles of their events.
func uids(t *testing.T, entries []Entry) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, e := range parsed(t, Calendar(i18n.Of(i18n.En), "x", entries)).Events() {
		out[prop(t, e.Component, "SUMMARY")] = prop(t, e.Component, "UID")
	}
	return out
}

func TestCalendar_uid(t *testing.T) {
	first := uids(t, ofBox("3.1.3", "2024-01-05", "2025-03-31", "A"))
	update, contract := "Acme Box 3.1.3: last day to update", "Acme Box A: last day of the contract"
	for _, tt := range []struct {
		name    string
		entries []Entry
		title   string
		as      string
		want    bool
	}{
		{"asked on another day", ofBox("3.1.3", "2024-02-29", "2025-03-31", "A"), update, update, true},
		{"a contract that was prolonged", ofBox("3.1.3", "2024-01-05", "2026-03-31", "A"), contract, contract, true},
		{"after the update", ofBox("3.2.4", "2024-02-05", "2025-03-31", "A"), contract, contract, true},
		{"the version typed another way", ofBox("Ver 3.01.3-1201", "2024-01-05", "", "A"), "Acme Box 3.01.3-1201: last day to update", update, true},
		{"the version of another unit", ofBox("3.1.3", "2024-01-05", "", "B"), update, update, true},
		{"another version", ofBox("3.1.2", "2024-01-05", "", "A"), "Acme Box 3.1.2: last day to update", update, false},
		{"the contract of another unit", ofBox("3.1.3", "2024-01-05", "2025-03-31", "B"), "Acme Box B: last day of the contract", contract, false},
	} {
		got := uids(t, tt.entries)[tt.title]
		if got == "" {
			t.Errorf("%s: no event %q", tt.name, tt.title)
		}
		if (got == first[tt.as]) != tt.want {
			t.Errorf("%s: the same UID is %t, want %t", tt.name, !tt.want, tt.want)
		}
	}
	// Written down, so that no later build changes it: calendars that people hold would double.
	if got, want := first[update], "d3105cda-33c6-8330-b42b-7b4f84df3438"; got != want {
		t.Errorf("the UID is %s, want %s as ever", got, want)
	}
}

// TestCalendar_many: what is the same for several units is one entry, what is not
// is one for each, whatever the order of the list.
func TestCalendar_many(t *testing.T) {
	var list []Entry
	for i, unit := range []string{"A", "B", "", ""} {
		list = append(list, ofBox("3.1.3", "2024-01-05", fmt.Sprintf("2025-0%d-01", 1+i), unit)...)
	}
	list = append(list, ofBox("3.1.3", "2024-01-05", "2025-01-01", "A")...)
	w := i18n.Of(i18n.En)
	b := Calendar(w, "x", list)
	var titles []string
	seen := map[string]bool{}
	for _, e := range parsed(t, b).Events() {
		titles = append(titles, prop(t, e.Component, "DTSTART")+" "+prop(t, e.Component, "SUMMARY"))
		seen[prop(t, e.Component, "UID")] = true
	}
	want := []string{
		"20240229 Acme Box 3.1.3: last day to update (5 units)",
		"20250101 Acme Box A: last day of the contract (2 units)",
		"20250201 Acme Box B: last day of the contract",
		"20250301 Acme Box: last day of the contract",
		"20250401 Acme Box: last day of the contract",
	}
	if !slices.Equal(titles, want) {
		t.Errorf("events\n%s\nwant\n%s", strings.Join(titles, "\n"), strings.Join(want, "\n"))
	}
	if len(seen) != len(want) {
		t.Errorf("%d UIDs for %d events", len(seen), len(want))
	}
	slices.Reverse(list)
	if !bytes.Equal(Calendar(w, "x", list), b) {
		t.Error("the order of the list changes the file")
	}
}

// TestWriting: a long list can be written with pauses, and broken off.
func TestWriting(t *testing.T) {
	var list []Entry
	for i := range 200 {
		list = append(list, ofBox("3.1.3", "2024-01-05", "2025-01-01", fmt.Sprintf("unit %d", i*7%200))...)
	}
	w := i18n.Of(i18n.Ja)
	want := Calendar(w, "x", list)
	for _, most := range []int{0, 1, 399, 400, 1000, 5000} {
		n, last := 0, 0
		b := Writing(w, "x", list, func(done int) bool {
			if done < last || done > len(list) {
				t.Fatalf("%d entries are done after %d, of %d", done, last, len(list))
			}
			last = done
			n++
			return n <= most
		})
		switch {
		case n <= most && (!bytes.Equal(b, want) || last != len(list)):
			t.Errorf("with %d pauses, %d entries are written as %d bytes, want all as %d", n, last, len(b), len(want))
		case n > most && b != nil:
			t.Errorf("broken off after %d pauses, it leaves %d bytes", most, len(b))
		}
	}
	if n := len(parsed(t, want).Events()); n != 201 {
		t.Errorf("%d events, want one for the version and one for each contract", n)
	}
}

// BenchmarkCalendar writes the calendar of ten thousand units.
func BenchmarkCalendar(b *testing.B) {
	var list []Entry
	for i := range 10000 {
		list = append(list, ofBox("3.1."+fmt.Sprint(i%4), "2024-01-05", "2025-01-01", fmt.Sprintf("unit %d", i))...)
	}
	for b.Loop() {
		Calendar(i18n.Of(i18n.Ja), "x", list)
	}
}

// TestCalendar_case: what a running case has to meet stands in the same calendar.
func TestCalendar_case(t *testing.T) {
	d := policy.Deadline{ID: "return", Name: policy.Text{Ja: "故障機の返送", En: "Return of the faulty unit"}, Text: same("Send it back."), Cite: []policy.Citation{{Source: "terms", Section: "8"}}}
	e := Entry{Event: d.On(day("2024-06-14")), Catalog: acme.Edition(), Sources: acme.Sources, Product: policy.ProductName{ID: "box", Name: "Acme Box"}, Unit: "case 4711"}
	got := uids(t, []Entry{e})
	if got["Acme Box case 4711: Return of the faulty unit, deadline"] == "" {
		t.Errorf("events %v", got)
	}
}

func TestCalendar_edges(t *testing.T) {
	e := Entry{Event: policy.Event{ID: policy.EventContract, Until: day("9999-12-31"), Reason: policy.Reason{Rule: policy.RuleContractEnds, Params: policy.Params{"until": policy.DayValue(day("9999-12-31"))}}}}
	e.Product.Name = "x"
	for _, tt := range []struct {
		name        string
		change      func(*Entry)
		has, hasNot string
	}{
		{"the last day there is has no next", func(*Entry) {}, "DTSTART;VALUE=DATE:99991231\r\n", "DTEND"},
		{"a catalog without a day", func(e *Entry) { e.Until = day("2024-02-29") }, "DTSTAMP:20240229T000000Z\r\n", "SEQUENCE"},
		{"a catalog with a day of capture", func(e *Entry) { e.Catalog.Captured = day("2024-06-01") }, "DTSTAMP:20240601T000000Z\r\n", "SEQUENCE"},
		{"a counted revision", func(e *Entry) { e.Catalog.Revision = "12" }, "SEQUENCE:12\r\n", "12.0"},
		{"a revision that is no count", func(e *Entry) { e.Catalog.Revision = "2024-05" }, "UID:", "SEQUENCE"},
		{"an address that is not whole", func(e *Entry) { e.Link = "/acme/" }, "UID:", "URL"},
		{"an address with a line end", func(e *Entry) { e.Link = "https://a.example/\r\nATTACH:x" }, "UID:", "ATTACH"},
		{"a file on this machine", func(e *Entry) { e.Link = "file:///home/me/madoguchi.html" }, "UID:", "URL"},
		{"no reminder", func(e *Entry) { e.Quiet = true }, "UID:", "VALARM"},
	} {
		e := e
		tt.change(&e)
		b := Calendar(i18n.Of(i18n.En), "x", []Entry{e})
		parsed(t, b)
		if !strings.Contains(string(b), tt.has) || strings.Contains(string(b), tt.hasNot) {
			t.Errorf("%s: want %q and no %q in\n%s", tt.name, tt.has, tt.hasNot, b)
		}
	}
}

// FuzzCalendar: whatever a person calls a unit comes out at the other program as
// it went in, but for characters that no text has.
func FuzzCalendar(f *testing.F) {
	for _, s := range []string{"", "A", "倉庫;2階, 奥", `a\nb`, "line\r\nBEGIN:VEVENT", strings.Repeat("長", 100), "\xff\x00\t", strings.Repeat("a", 74) + "é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, unit string) {
		e := ofBox("3.2.4", "2024-02-05", "2025-03-31", unit)
		c := parsed(t, Calendar(i18n.Of(i18n.En), "x", e))
		want := "Acme Box"
		if unit != "" {
			want += " " + unit
		}
		want += ": last day of the contract"
		want = strings.Map(func(r rune) rune {
			if r < ' ' && r != '\t' && r != '\n' || r == 0x7f {
				return -1
			}
			return r
		}, strings.ToValidUTF8(want, "�"))
		if got := prop(t, c.Events()[0].Component, "SUMMARY"); got != want {
			t.Errorf("unit %q is read as %q, want %q", unit, got, want)
		}
	})
}
