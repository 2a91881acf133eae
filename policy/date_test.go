package policy

import (
	"encoding/json"
	"testing"
)

func TestDate_AddMonths(t *testing.T) {
	for _, tt := range []struct {
		name, from string
		months     int
		want       string
	}{
		{"same day half a year on", "2020-08-24", 6, "2021-02-24"},
		{"no 30 February: the month ends on the 28th", "2021-08-30", 6, "2022-02-28"},
		{"leap year: the month ends on the 29th", "2023-08-31", 6, "2024-02-29"},
		{"31st to a month of 30 days", "2024-05-31", 1, "2024-06-30"},
		{"over the turn of the year", "2023-12-31", 1, "2024-01-31"},
		{"back", "2024-03-31", -1, "2024-02-29"},
		{"back over the turn of the year", "2024-01-15", -1, "2023-12-15"},
		{"leap day to a common year", "2024-02-29", 12, "2025-02-28"},
		{"unknown stays unknown", "", 6, ""},
	} {
		var d Date
		if tt.from != "" {
			d = MustDate(tt.from)
		}
		if got := d.AddMonths(tt.months).String(); got != tt.want {
			t.Errorf("%s: %q.AddMonths(%d) = %q, want %q", tt.name, tt.from, tt.months, got, tt.want)
		}
	}
}

func TestParseDate_refused(t *testing.T) {
	for _, s := range []string{"", "2024", "2024-2-1", "2024/02/01", "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "0000-01-01", "2024-05-22 ", "２０２４-05-22", "-024-01-01"} {
		if d, err := ParseDate(s); err == nil {
			t.Errorf("ParseDate(%q) = %v, want an error", s, d)
		}
	}
}

func TestDate_order(t *testing.T) {
	days := []string{"2023-12-31", "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01"}
	for i, a := range days {
		for j, b := range days {
			x, y := MustDate(a), MustDate(b)
			if x.Before(y) != (i < j) || x.After(y) != (i > j) || (x == y) != (i == j) {
				t.Errorf("order of %s and %s is wrong", a, b)
			}
		}
	}
	if got := MustDate("2024-02-28").DaysUntil(MustDate("2024-03-01")); got != 2 {
		t.Errorf("DaysUntil = %d, want 2 over a leap day", got)
	}
}

func TestDate_JSON(t *testing.T) {
	in := struct{ A, B Date }{A: MustDate("2024-05-22")}
	b, err := json.Marshal(in)
	if want := `{"A":"2024-05-22","B":""}`; err != nil || string(b) != want {
		t.Fatalf("Marshal = %s, %v, want %s", b, err, want)
	}
	var out struct{ A, B Date }
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("Unmarshal = %v, %v, want %v", out, err, in)
	}
}

func FuzzParseDate(f *testing.F) {
	f.Add("2024-05-22")
	f.Add("2024-02-30")
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err == nil && d.String() != s {
			t.Errorf("ParseDate(%q).String() = %q, want the same", s, d)
		}
	})
}
