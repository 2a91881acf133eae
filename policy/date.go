package policy

import (
	"fmt"
	"strconv"
	"time"
)

// Date is a calendar day without a time or a zone: the unit in which vendors
// write release days, deadlines and the ends of contracts. The zero Date means
// that the day is not known. Dates compare with ==.
type Date struct {
	year       int16
	month, day uint8
}

// NewDate returns the day with that year, month and day of the month. A day
// that the calendar does not have, such as 30 February, is an error, and so is
// a year outside 1 to 9999.
func NewDate(year, month, day int) (Date, error) {
	if year < 1 || year > 9999 {
		return Date{}, fmt.Errorf("year %d is not between 1 and 9999", year)
	}
	if month < 1 || month > 12 {
		return Date{}, fmt.Errorf("month %d is not between 1 and 12", month)
	}
	if last := daysIn(year, month); day < 1 || day > last {
		return Date{}, fmt.Errorf("day %d is not between 1 and %d", day, last)
	}
	return Date{int16(year), uint8(month), uint8(day)}, nil
}

// ParseDate reads a day written YYYY-MM-DD, the only form catalogs, links and
// questions use.
func ParseDate(s string) (Date, error) {
	bad := fmt.Errorf("%q is not a day: write it as YYYY-MM-DD, such as 2024-05-22", s)
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return Date{}, bad
	}
	var n [3]int
	for i, part := range [3]string{s[:4], s[5:7], s[8:]} {
		for _, c := range part {
			if c < '0' || c > '9' {
				return Date{}, bad
			}
			n[i] = n[i]*10 + int(c-'0')
		}
	}
	d, err := NewDate(n[0], n[1], n[2])
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a day of the calendar: %w", s, err)
	}
	return d, nil
}

// MustDate is ParseDate for the literals of tests; it panics on a bad one.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err) // a literal in a test is wrong: a bug
	}
	return d
}

func (d Date) IsZero() bool { return d == Date{} }

func (d Date) Year() int  { return int(d.year) }
func (d Date) Month() int { return int(d.month) }
func (d Date) Day() int   { return int(d.day) }

// Compare is negative when d is before e, 0 on the same day, and positive when
// d is after e. An unknown day is before every known one; ask IsZero first
// where that matters.
func (d Date) Compare(e Date) int {
	switch {
	case d.year != e.year:
		return int(d.year) - int(e.year)
	case d.month != e.month:
		return int(d.month) - int(e.month)
	}
	return int(d.day) - int(e.day)
}

func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }
func (d Date) After(e Date) bool  { return d.Compare(e) > 0 }

// Weekday is the day of the week, Sunday being 0.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// AddDays returns the day n days later, or earlier when n is negative. An
// unknown day stays unknown.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return dateOf(d.time().AddDate(0, 0, n))
}

// AddMonths returns the same day of the month n months later, or the last day
// of that month where it has no such day: 2021-08-30 and six months is
// 2022-02-28. An unknown day stays unknown.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	months := int(d.year)*12 + int(d.month) - 1 + n
	year, month := months/12, months%12+1
	return Date{int16(year), uint8(month), uint8(min(int(d.day), daysIn(year, month)))}
}

// AddYears is AddMonths by whole years: 29 February becomes 28 February in a
// year that has no leap day.
func (d Date) AddYears(n int) Date { return d.AddMonths(12 * n) }

// DaysUntil is the number of days from d to e: 1 for the next day, 0 for the
// same day, negative when e is earlier.
func (d Date) DaysUntil(e Date) int {
	return int(e.time().Sub(d.time()) / (24 * time.Hour))
}

// String is YYYY-MM-DD, or the empty string for an unknown day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	b, _ := d.MarshalText() // never fails
	return string(b)
}

// MarshalText writes String; JSON and snapshots use it.
func (d Date) MarshalText() ([]byte, error) {
	if d.IsZero() {
		return nil, nil
	}
	b := make([]byte, 0, 10)
	for i, n := range [3]int{int(d.year), int(d.month), int(d.day)} {
		width := 2
		if i == 0 {
			width = 4
		} else {
			b = append(b, '-')
		}
		digits := strconv.Itoa(n)
		for range width - len(digits) {
			b = append(b, '0')
		}
		b = append(b, digits...)
	}
	return b, nil
}

// UnmarshalText reads what MarshalText wrote; empty text is the unknown day.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(b))
	if err == nil {
		*d = parsed
	}
	return err
}

// time is midnight UTC of the day, used for arithmetic only.
func (d Date) time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

func dateOf(t time.Time) Date {
	y, m, day := t.Date()
	return Date{int16(y), uint8(m), uint8(day)}
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
