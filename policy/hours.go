package policy

import (
	"fmt"
	"time"
)

// Channel is a way to reach a vendor, or whoever else answers for it.
type Channel struct {
	ID   string `yaml:"id" need:"yes" json:"id"`
	Name Text   `yaml:"name" need:"yes" json:"name"`

	// Means are the forms of contact, such as e-mail or telephone.
	Means Text `yaml:"means" need:"yes" json:"means"`

	// Reach says how to find the address or number. Nothing is printed here
	// that the policy does not print.
	Reach Text `yaml:"reach" need:"yes" json:"reach"`

	// Hours are the times at which questions are answered; nil where the
	// policy gives none.
	Hours *Hours `yaml:"hours" json:"hours,omitempty"`

	// Accepts lists languages as BCP 47 tags; empty where not stated.
	Accepts []string `yaml:"accepts" json:"accepts,omitempty"`

	Notes []Note     `yaml:"notes" json:"-"`
	Cite  []Citation `yaml:"cite" need:"yes" json:"citations"`
}

// Hours are the daily hours of a channel. The moment of opening is inside, the
// moment of closing is not.
type Hours struct {
	Zone string `yaml:"zone" need:"yes" json:"zone" ref:"zones"` // name in the time-zone database

	// Opens is the time of opening, itself inside; Closes is outside.
	Opens  Clock `yaml:"opens" need:"yes" json:"opens"`
	Closes Clock `yaml:"closes" need:"yes" json:"closes"` // 24:00 is the end of the day

	// Days are those on which the hours apply.
	Days Days `yaml:"days" need:"yes" json:"days"`

	Basis       Basis      `yaml:"basis" json:"basis,omitempty"`
	Assumptions []string   `yaml:"assumptions" json:"assumptions,omitempty" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes" json:"citations"`
}

// Days says on which days hours apply.
type Days string

const (
	// DaysNotStated: only the hours of the day are printed. Answers then keep
	// to Monday to Friday, and say that this is an assumption.
	DaysNotStated Days = "not-stated"
	DaysWeekdays  Days = "weekdays" // Monday to Friday
	DaysEvery     Days = "every-day"
)

var dayses = []Days{DaysNotStated, DaysWeekdays, DaysEvery}

// OneOf lists the values a catalog may write.
func (Days) OneOf() []string { return names(dayses) }

// Clock is a time of day in minutes from midnight, 1440 being the end of the
// day.
type Clock int16

// UnmarshalText reads "09:00" up to "24:00".
func (c *Clock) UnmarshalText(b []byte) error {
	bad := fmt.Errorf("%q is not a time of day: write it as 09:00, up to 24:00", b)
	if len(b) != 5 || b[2] != ':' {
		return bad
	}
	n := [4]int{}
	for i, at := range []int{0, 1, 3, 4} {
		if b[at] < '0' || b[at] > '9' {
			return bad
		}
		n[i] = int(b[at] - '0')
	}
	h, m := n[0]*10+n[1], n[2]*10+n[3]
	if m > 59 || h > 24 || h == 24 && m > 0 {
		return bad
	}
	*c = Clock(h*60 + m)
	return nil
}

// String is the time of day as 09:00.
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", c/60, c%60) }

// MarshalText writes String.
func (c Clock) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// Instant is a moment, in seconds since 1970-01-01 00:00 UTC.
type Instant int64

// ParseInstant reads a moment with its offset, such as
// 2026-05-20T16:00:00+09:00.
func ParseInstant(s string) (Instant, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a moment: write it with its offset, such as 2026-05-20T16:00:00+09:00", s)
	}
	return Instant(t.Unix()), nil
}

// Zone tells how far local time is ahead of UTC at a moment.
type Zone interface {
	// Offset is in seconds, positive east of Greenwich.
	Offset(Instant) int
}

// FixedZone is a zone that is always the same number of seconds ahead of UTC.
type FixedZone int

// Offset is the same at every moment.
func (z FixedZone) Offset(Instant) int { return int(z) }

// Local is a moment as clocks in a zone show it.
type Local struct {
	Day   Date  `json:"day"`
	Clock Clock `json:"clock"`
}

// In returns what clocks in the zone show at the moment; seconds are dropped.
func (i Instant) In(z Zone) Local {
	t := time.Unix(int64(i)+int64(z.Offset(i)), 0).UTC()
	return Local{dateOf(t), Clock(t.Hour()*60 + t.Minute())}
}

// At returns the moment at which clocks in the zone show the day and time. Where
// clocks skip that time, it is the moment that would have been; where they show
// it twice, the first.
func (l Local) At(z Zone) Instant {
	naive := Instant(l.Day.time().Unix() + int64(l.Clock)*60)
	before := naive - Instant(z.Offset(naive-24*3600))
	after := naive - Instant(z.Offset(naive+24*3600))
	for _, i := range []Instant{min(before, after), max(before, after)} {
		if i.In(z) == l {
			return i
		}
	}
	return before
}

// RFC3339 writes the moment in a zone, such as 2026-05-20T16:00:00+09:00.
func (i Instant) RFC3339(z Zone) string {
	return time.Unix(int64(i), 0).In(time.FixedZone("", z.Offset(i))).Format(time.RFC3339)
}

// Window is a time during which a channel answers, the end not included.
type Window struct {
	Opens, Closes Instant
}

// OpenState says whether a channel answers at a moment, and when it does next.
type OpenState struct {
	// Open is judged by the clock, on the days that DaysKnown or the
	// assumption allows.
	Open bool

	// DaysKnown is false where the policy prints no days: Window then keeps
	// to Monday to Friday.
	DaysKnown bool

	// Window is the one now open, or else the next.
	Window Window
}

// StateAt says whether a channel with these hours, in its zone, answers at a
// moment, and gives the present or the next window. Holidays are not taken into
// account: no policy here prints a calendar of them.
func (h Hours) StateAt(at Instant, zone Zone) OpenState {
	s := OpenState{DaysKnown: h.Days != DaysNotStated}
	day := at.In(zone).Day
	for n := range 8 {
		d := day.AddDays(n)
		if weekend := d.Weekday() == time.Saturday || d.Weekday() == time.Sunday; weekend && h.Days != DaysEvery {
			continue
		}
		w := Window{Local{d, h.Opens}.At(zone), h.end(d, zone)}
		if at < w.Closes {
			s.Window, s.Open = w, at >= w.Opens
			return s
		}
	}
	return s // not reached: eight days hold a working day
}

func (h Hours) end(d Date, zone Zone) Instant {
	if h.Closes == 24*60 {
		return Local{d.AddDays(1), 0}.At(zone)
	}
	return Local{d, h.Closes}.At(zone)
}
