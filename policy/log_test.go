package policy

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// logOf reads "1.1.1-1 1.1.1-2h@2024-01-31": h marks a hotfix, @ gives the day.
func logOf(t *testing.T, s string) []LogEntry {
	t.Helper()
	var out []LogEntry
	for _, f := range strings.Fields(s) {
		version, day, _ := strings.Cut(f, "@")
		e := LogEntry{Kind: ReleaseRegular}
		if v, ok := strings.CutSuffix(version, "h"); ok {
			version, e.Kind = v, ReleaseHotfix
		}
		e.Version = Label(version)
		if day != "" {
			e.Day = MustDate(day)
		}
		out = append(out, e)
	}
	return out
}

// TestSupportedOf_examples are the worked examples of Infinico's policy, バージョン
// 表記の具体例, and what follows from them.
func TestSupportedOf_examples(t *testing.T) {
	for _, tt := range []struct{ name, log, on, supported, unsupported, recommended string }{
		{"① regular release with fixes and functions", "1.1.1-1 1.2.2-2", "", "1.2.2-2", "1.1.1-1", "1.2.2-2"},
		{"② regular release with fixes only", "1.1.1-1 1.1.2-2", "", "1.1.2-2", "1.1.1-1", "1.1.2-2"},
		{"③ regular release with functions only", "1.1.1-1111 1.2.1-1114", "", "1.1.1-1111 1.2.1-1114", "", "1.2.1-1114"},
		{"④ hotfix", "1.1.1-1111 1.1.1-1112h", "", "1.1.1-1111 1.1.1-1112", "", "1.1.1-1111"},
		{"⑤ from ③, regular release with fixes", "1.1.1-1111 1.2.1-1114 1.2.2-1116", "", "1.2.2-1116", "1.1.1-1111 1.2.1-1114", "1.2.2-1116"},
		{"⑥ from ③, hotfix of one of them", "1.1.1-1111 1.2.1-1114 1.2.1-1115h", "", "1.1.1-1111 1.2.1-1114 1.2.1-1115", "", "1.2.1-1114"},
		{"a hotfix goes out with the release it mends", "1.1.1-1 1.1.1-2h 1.1.2-3", "", "1.1.2-3", "1.1.1-1 1.1.1-2", "1.1.2-3"},
		{"majors do not push each other out", "4.04.4-1 5.00.3-2", "", "4.04.4-1 5.00.3-2", "", "5.00.3-2"},
		{"numbers, not text", "1.9.1-1 1.10.1-2", "", "1.9.1-1 1.10.1-2", "", "1.10.1-2"},
		{"a release that is not out yet", "1.1.1-1@2024-01-01 1.1.2-2@2024-06-01", "2024-05-31", "1.1.1-1", "", "1.1.1-1"},
		{"on its day it is out", "1.1.1-1@2024-01-01 1.1.2-2@2024-06-01", "2024-06-01", "1.1.2-2", "1.1.1-1", "1.1.2-2"},
		{"a hotfix of nothing", "1.1.1-1 1.3.9-2h", "", "1.1.1-1", "", "1.1.1-1"},
		{"nothing released", "", "", "", "", ""},
	} {
		on := Date{}
		if tt.on != "" {
			on = MustDate(tt.on)
		}
		a, err := SupportedOf(testRule, logOf(t, tt.log), on)
		if err != nil {
			t.Fatal(err)
		}
		supported, unsupported := strings.Join(texts(a.Supported), " "), strings.Join(texts(a.Unsupported), " ")
		if supported != tt.supported || unsupported != tt.unsupported || string(a.Recommended) != tt.recommended {
			t.Errorf("%s: supported %q, unsupported %q, recommended %q, want %q, %q, %q", tt.name, supported, unsupported, a.Recommended, tt.supported, tt.unsupported, tt.recommended)
		}
	}
}

// TestSupportedOf_grace: what is pushed out can be updated for six months, and
// questions on it are refused at once.
func TestSupportedOf_grace(t *testing.T) {
	log := logOf(t, "1.1.1-1@2023-04-03 1.1.2-2@2024-08-31 1.2.2-3@2025-01-10")
	for _, tt := range []struct {
		name, on           string
		verdict, technical Verdict
		hardware           Verdict
		deadline           string
	}{
		{"the day before the larger number", "2024-08-30", VerdictSupported, VerdictSupported, VerdictSupported, ""},
		{"the day of it", "2024-08-31", VerdictGrace, VerdictNotSupported, VerdictSupported, "2025-02-28"},
		{"functions do not start the clock anew", "2025-02-28", VerdictGrace, VerdictNotSupported, VerdictSupported, "2025-02-28"},
		{"the day after six months", "2025-03-01", VerdictNotSupported, VerdictNotSupported, VerdictNotSupported, "2025-02-28"},
	} {
		a, err := SupportedOf(testRule, log, MustDate(tt.on))
		if err != nil {
			t.Fatal(err)
		}
		g := a.Releases[0]
		if g.Verdict != tt.verdict || g.Technical != tt.technical || g.Hardware != tt.hardware || g.Deadline.String() != tt.deadline {
			t.Errorf("%s: %s/%s/%s by %q, want %s/%s/%s by %q", tt.name, g.Verdict, g.Hardware, g.Technical, g.Deadline, tt.verdict, tt.hardware, tt.technical, tt.deadline)
		}
	}
}

func TestSupportedOf_errors(t *testing.T) {
	for _, tt := range []struct {
		name string
		log  []LogEntry
		want string
	}{
		{"not a version", []LogEntry{{Version: "1.1", Kind: ReleaseRegular}}, `release 1: "1.1" is not a version`},
		{"no kind", []LogEntry{{Version: "1.1.1", Kind: ReleaseRegular}, {Version: "1.1.2"}}, `release 2: unknown kind ""`},
	} {
		if _, err := SupportedOf(testRule, tt.log, Date{}); err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %s…", tt.name, err, tt.want)
		}
	}
}

// TestSupportedOf_order: the order in which entries are given, those of equal
// days among them, changes nothing.
func TestSupportedOf_order(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2024))
	for range 500 {
		var log []LogEntry
		for i := range 1 + random.IntN(8) {
			e := LogEntry{Kind: ReleaseRegular, Version: Label(fmt.Sprintf("%d.%d.%d-%d", random.IntN(2), random.IntN(3), random.IntN(3), i))}
			if random.IntN(3) == 0 {
				e.Kind = ReleaseHotfix
			}
			e.Day = MustDate("2024-01-01").AddDays(random.IntN(3))
			log = append(log, e)
		}
		on := MustDate("2024-01-01").AddDays(random.IntN(300))
		want, err := SupportedOf(testRule, log, on)
		if err != nil {
			t.Fatal(err)
		}
		mixed := slices.Clone(log)
		random.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		got, err := SupportedOf(testRule, mixed, on)
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%v and %v differ:\n%v\n%v", log, mixed, want, got)
		}
	}
}
