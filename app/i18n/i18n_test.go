package i18n_test

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"madoguchi/app/i18n"
	"madoguchi/app/route"
	"madoguchi/policy"
)

// TestWords_complete: no language lacks a word, a sentence or a value of a set.
func TestWords_complete(t *testing.T) {
	for _, lang := range i18n.Langs() {
		w := i18n.Of(lang)
		if w.Lang != lang {
			t.Errorf("words of %s say they are %s", lang, w.Lang)
		}
		v := reflect.ValueOf(*w)
		for i := range v.NumField() {
			missing(t, string(lang)+" "+v.Type().Field(i).Name, v.Field(i))
		}
		keys(t, lang, "Rules", w.Rules, policy.Rules())
		keys(t, lang, "Verdict", w.Verdict, policy.Verdicts())
		keys(t, lang, "Covered", w.Covered, policy.Verdicts())
		keys(t, lang, "Phase", w.Phase, policy.Phases())
		keys(t, lang, "PlanVerdict", w.PlanVerdict, policy.PlanVerdicts())
		keys(t, lang, "LineVerdict", w.LineVerdict, policy.PlanVerdicts())
		keys(t, lang, "Basis", w.Basis, as[policy.Basis](policy.Basis("").OneOf()))
		keys(t, lang, "Has", w.Has, as[policy.Has](policy.Has("").OneOf()))
		var jobs []string
		for _, j := range route.Jobs() {
			jobs = append(jobs, string(j))
		}
		keys(t, lang, "Job", w.Job, jobs)
	}
}

func as[T ~string](ss []string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		out[i] = T(s)
	}
	return out
}

func keys[K ~string, V any](t *testing.T, lang i18n.Lang, name string, m map[K]V, want []K) {
	t.Helper()
	for _, k := range want {
		if _, ok := m[k]; !ok {
			t.Errorf("%s %s has nothing for %q", lang, name, k)
		}
	}
	for k := range m {
		if !slices.Contains(want, k) {
			t.Errorf("%s %s has %q, which does not exist", lang, name, k)
		}
	}
}

func missing(t *testing.T, name string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.String:
		if strings.TrimSpace(v.String()) == "" {
			t.Errorf("%s is empty", name)
		}
	case reflect.Func:
		if v.IsNil() {
			t.Errorf("%s is missing", name)
		}
	case reflect.Slice:
		if v.Len() == 0 {
			t.Errorf("%s is empty", name)
		}
		for i := range v.Len() {
			missing(t, name, v.Index(i))
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			missing(t, name+" "+k.String(), v.MapIndex(k))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			missing(t, name+" "+v.Type().Field(i).Name, v.Field(i))
		}
	default:
		t.Errorf("%s is a %s, which this test does not know", name, v.Kind())
	}
}

// sample has a value for every parameter that any rule names.
var sample = policy.Params{
	"version": policy.TextValue("3.34.4"), "typed": policy.TextValue("3.34.x"), "printed": policy.TextValue("1.06.11"),
	"product": policy.TextValue("NetNebulas2 DHCP"), "recommended": policy.TextValue("3.34.4"), "newest": policy.TextValue("3.34.4"),
	"rate": policy.TextValue("10%"), "day": policy.DayValue(policy.MustDate("2023-09-08")), "deadline": policy.DayValue(policy.MustDate("2024-03-08")),
	"on": policy.DayValue(policy.MustDate("2024-06-01")), "months": policy.NumberValue(6), "own": policy.NumberValue(3), "largest": policy.NumberValue(4),
	"major": policy.NumberValue(5), "quantity": policy.NumberValue(10), "unit": policy.YenValue(8000), "base": policy.YenValue(160000),
	"release": policy.WordsValue(policy.Text{Ja: "第8版", En: "Release 8"}), "phase": policy.WordsValue(policy.Text{Ja: "セキュリティ修正", En: "Security support"}), "until": policy.DayValue(policy.MustDate("2024-12-31")),
	"amount": policy.YenValue(300000), "units": policy.NumberValue(26), "lot": policy.NumberValue(10), "lots": policy.NumberValue(3), "price": policy.YenValue(30000),
	"unused": policy.NumberValue(4), "from": policy.NumberValue(501), "upTo": policy.NumberValue(1000), "monthly": policy.YenValue(3000000),
	"most": policy.NumberValue(50000), "flat": policy.YenValue(500), "of": policy.WordsValue(policy.Text{Ja: "ライセンス定価", En: "the licence list price"}),
	"minimum": policy.YenValue(1000), "minutes": policy.NumberValue(45), "charged": policy.NumberValue(60), "perHour": policy.YenValue(20000), "other": policy.YenValue(15000),
	"versions": policy.ListValue([]string{"3.34.4", "3.32.4"}), "listed": policy.ListValue([]string{"3", "4"}),
	"products": policy.ListValue([]string{"NetNebulas2 DHCP", "NetRegio2 DHCP"}), "candidates": policy.ListValue([]string{"A", "B"}),
	"questions": policy.ListValue([]string{"holding"}), "requirement": policy.TextValue("holder"),
	"name": policy.WordsValue(policy.Text{Ja: "通常保守", En: "Normal maintenance"}), "begins": policy.DayValue(policy.MustDate("2023-09-30")),
	"by": policy.TextValue("3.34.4"), "contract": policy.DayValue(policy.MustDate("2030-03-31")),
	"remedy": policy.WordsValue(policy.Text{Ja: "契約する", En: "take a contract"}),
}

var japanese = regexp.MustCompile(`[\x{3040}-\x{30ff}\x{4e00}-\x{9fff}]`)

// TestWords_rules reads every sentence with a value for each of its parameters:
// it is in its own language, and nothing in it was left blank.
func TestWords_rules(t *testing.T) {
	clause := policy.Text{Ja: "契約者だけ", En: "Under contract only"}
	for _, lang := range i18n.Langs() {
		w := i18n.Of(lang)
		for _, rule := range policy.Rules() {
			s := w.Reason(policy.Reason{Rule: rule, Params: sample, Clause: clause})
			if s == "" || strings.Contains(s, "%!") || strings.Contains(s, "  ") || strings.Contains(s, "「」") || strings.Contains(s, "“”") {
				t.Errorf("%s sentence of %s: %q", lang, rule, s)
			}
			numbers := slices.Contains([]policy.Rule{policy.RulePerUnit, policy.RuleTaxOncePerRate, policy.RuleSlice}, rule)
			if got := japanese.MatchString(s); got != (lang == i18n.Ja) && !numbers {
				t.Errorf("%s sentence of %s is not in that language: %q", lang, rule, s)
			}
		}
	}
}

func TestWords_values(t *testing.T) {
	ja, en := i18n.Of(i18n.Ja), i18n.Of(i18n.En)
	day := policy.MustDate("2024-05-02")
	for _, tt := range []struct{ got, want string }{
		{ja.Day(day), "2024年5月2日"}, {en.Day(day), "2 May 2024"},
		{ja.Day(policy.Date{}), ""}, {en.Day(policy.Date{}), ""},
		{ja.Yen(1234567), "1,234,567円"}, {en.Yen(1234567), "¥1,234,567"},
		{ja.Yen(-500), "−500円"}, {en.Yen(-500), "−¥500"},
		{ja.Yen(999), "999円"}, {en.Yen(1000), "¥1,000"},
		{ja.Join([]string{"A", "B"}), "A、B"}, {en.Join([]string{"A", "B"}), "A, B"},
		{ja.Hours(nil), "記載なし"}, {en.Hours(nil), "Not stated"},
		{en.Hours(&policy.Hours{Zone: "Asia/Tokyo", Opens: 600, Closes: 960, Days: policy.DaysNotStated}), "10:00–16:00 (Japan time, days not stated)"},
		{ja.Hours(&policy.Hours{Zone: "Europe/Copenhagen", Opens: 540, Closes: 960, Days: policy.DaysWeekdays}), "09:00〜16:00(デンマーク時間、平日)"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestWords_Window(t *testing.T) {
	opens, _ := policy.ParseInstant("2026-05-20T10:00:00+09:00")
	closes, _ := policy.ParseInstant("2026-05-20T16:00:00+09:00")
	win := policy.Window{Opens: opens, Closes: closes}
	for _, tt := range []struct {
		lang i18n.Lang
		zone policy.FixedZone
		want string
	}{
		{i18n.Ja, 9 * 3600, "2026年5月20日(水)10:00〜16:00"},
		{i18n.En, 9 * 3600, "Wed 20 May 2026, 10:00–16:00"},
		{i18n.Ja, -4 * 3600, "2026年5月19日(火)21:00〜2026年5月20日(水)03:00"},
		{i18n.En, -4 * 3600, "Tue 19 May 2026, 21:00 – Wed 20 May 2026, 03:00"},
	} {
		if got := i18n.Of(tt.lang).Window(win, tt.zone); got != tt.want {
			t.Errorf("%s window at %d = %q, want %q", tt.lang, tt.zone, got, tt.want)
		}
	}
}

func TestWords_Request(t *testing.T) {
	r := policy.Request{
		To: policy.Text{Ja: "窓口", En: "Desk"}, Subject: policy.Text{Ja: "不調", En: "Trouble"},
		Entries: []policy.RequestEntry{
			{Information: policy.Information{Name: policy.Text{Ja: "バージョン", En: "Version"}}, Value: " 5.1 "},
			{Information: policy.Information{Name: policy.Text{Ja: "症状", En: "Symptom"}}},
		},
		Log:   []policy.LogLine{{Question: policy.Text{Ja: "全員ですか", En: "Everyone?"}, Answer: policy.Text{Ja: "はい", En: "Yes"}}},
		Shown: []policy.Reason{{Rule: policy.RuleNote, Clause: policy.Text{Ja: "設定を確認", En: "Check the settings"}}},
	}
	want := `To: Desk
Subject: Trouble

We have done the first-line triage as below and ask for your help.

■ Information
・Version: 5.1
・Symptom: (not filled in)

■ First-line triage
・Everyone?
  → Yes

■ What it shows
・Check the settings

Thank you in advance.
`
	if got := i18n.Of(i18n.En).Request(r); got != want {
		t.Errorf("Request =\n%s\nwant\n%s", got, want)
	}
	if got := i18n.Of(i18n.Ja).Request(r); !strings.Contains(got, "・症状: (未記入)\n") || !strings.Contains(got, "宛先: 窓口\n") {
		t.Errorf("Request in Japanese =\n%s", got)
	}
}

func TestOf_unknown(t *testing.T) {
	if got := i18n.Of("tlh").Lang; got != i18n.Ja {
		t.Errorf("words of a language that is not there are %s, want those of the first", got)
	}
}
