package policy

import "testing"

// tokyo has no summer time, and neither has newYork in January.
const (
	tokyo   = FixedZone(9 * 3600)
	newYork = FixedZone(-5 * 3600)
)

func TestHours_StateAt(t *testing.T) {
	shop := Hours{Opens: 10 * 60, Closes: 16 * 60, Days: DaysNotStated}
	night := Hours{Opens: 17 * 60, Closes: 24 * 60, Days: DaysEvery}
	for _, tt := range []struct {
		name   string
		hours  Hours
		at     string
		open   bool
		opens  string
		closes string
	}{
		{"a minute before opening", shop, "2026-05-20T09:59:59+09:00", false, "2026-05-20T10:00:00+09:00", "2026-05-20T16:00:00+09:00"},
		{"the moment of opening", shop, "2026-05-20T10:00:00+09:00", true, "2026-05-20T10:00:00+09:00", "2026-05-20T16:00:00+09:00"},
		{"the last second", shop, "2026-05-20T15:59:59+09:00", true, "2026-05-20T10:00:00+09:00", "2026-05-20T16:00:00+09:00"},
		{"the moment of closing", shop, "2026-05-20T16:00:00+09:00", false, "2026-05-21T10:00:00+09:00", "2026-05-21T16:00:00+09:00"},
		{"Friday evening", shop, "2026-05-22T18:00:00+09:00", false, "2026-05-25T10:00:00+09:00", "2026-05-25T16:00:00+09:00"},
		{"Sunday", shop, "2026-05-24T12:00:00+09:00", false, "2026-05-25T10:00:00+09:00", "2026-05-25T16:00:00+09:00"},
		{"asked from another zone", shop, "2026-05-19T21:00:00-05:00", true, "2026-05-20T10:00:00+09:00", "2026-05-20T16:00:00+09:00"},
		{"until midnight", night, "2026-05-23T23:59:59+09:00", true, "2026-05-23T17:00:00+09:00", "2026-05-24T00:00:00+09:00"},
		{"midnight is the next day", night, "2026-05-24T00:00:00+09:00", false, "2026-05-24T17:00:00+09:00", "2026-05-25T00:00:00+09:00"},
	} {
		at, err := ParseInstant(tt.at)
		if err != nil {
			t.Fatal(err)
		}
		s := tt.hours.StateAt(at, tokyo)
		if opens, closes := s.Window.Opens.RFC3339(tokyo), s.Window.Closes.RFC3339(tokyo); s.Open != tt.open || opens != tt.opens || closes != tt.closes {
			t.Errorf("%s: StateAt(%s) = open %v, %s to %s, want %v, %s to %s", tt.name, tt.at, s.Open, opens, closes, tt.open, tt.opens, tt.closes)
		}
	}
	if s := shop.StateAt(0, tokyo); s.DaysKnown {
		t.Error("DaysKnown for hours without days: want false")
	}
}

func TestInstant_In(t *testing.T) {
	at, _ := ParseInstant("2026-01-01T00:30:00+09:00")
	if got := at.In(newYork); got != (Local{MustDate("2025-12-31"), 10*60 + 30}) {
		t.Errorf("half past midnight in Tokyo is %v in New York, want 10:30 of the day before", got)
	}
	if got := (Local{MustDate("2026-01-01"), 30}).At(tokyo); got != at {
		t.Errorf("At = %d, want %d", got, at)
	}
}

func TestClock_UnmarshalText(t *testing.T) {
	for s, want := range map[string]Clock{"00:00": 0, "09:00": 540, "23:59": 1439, "24:00": 1440} {
		var c Clock
		if err := c.UnmarshalText([]byte(s)); err != nil || c != want || c.String() != s {
			t.Errorf("UnmarshalText(%q) = %d, %v, want %d", s, c, err, want)
		}
	}
	for _, s := range []string{"", "9:00", "24:01", "25:00", "12:60", "12.00", "ab:cd"} {
		var c Clock
		if err := c.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("UnmarshalText(%q) = %d, want an error", s, c)
		}
	}
}
