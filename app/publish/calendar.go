package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// Calendar writes entries as an iCalendar file (RFC 5545), in the order of their
// days, each a whole day that takes no time from anybody. Without entries it is
// nil, since a calendar must hold something.
//
// An entry has the same UID in every calendar and every build, whatever its day:
// when the day moves, calendars move the entry instead of adding another. Entries
// about the same release on the same day are one, with the units named in it.
//
// There is no METHOD: it would make the file a message from an organizer (RFC
// 5546), and no policy names one.
func Calendar(w *i18n.Words, title string, entries []Entry) []byte {
	return write(w, title, entries, false, never)
}

// Writing is Calendar a little at a time, for long lists in a browser. It tells
// rest again and again how many entries are done, so that something else can be
// seen to; where rest is false, it is broken off, and nil.
func Writing(w *i18n.Words, title string, entries []Entry, rest func(done int) bool) []byte {
	return write(w, title, entries, false, rest)
}

// feed is a calendar that stands at an address and is asked for again.
func feed(w *i18n.Words, title string, entries []Entry) []byte {
	return write(w, title, entries, true, never)
}

// never rests and goes on.
func never(int) bool { return true }

func write(w *i18n.Words, title string, entries []Entry, published bool, rest func(done int) bool) []byte {
	if len(entries) == 0 {
		return nil
	}
	events, ok := gather(entries, func() bool { return rest(0) })
	if !ok {
		return nil
	}
	var c ical
	c.head(w, title, published)
	done := 0
	for _, g := range events {
		c.event(w, g)
		if done += g.n; !rest(done) {
			return nil
		}
	}
	c.line("END", "VCALENDAR")
	return c.b
}

// head begins a calendar.
func (c *ical) head(w *i18n.Words, title string, published bool) {
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Madoguchi//Support dates//"+strings.ToUpper(string(w.Lang)))
	c.line("CALSCALE", "GREGORIAN")
	for _, name := range []string{"NAME", "X-WR-CALNAME"} { // the standard's name, and the one that is understood
		c.text(name, title)
	}
	for _, name := range []string{"DESCRIPTION", "X-WR-CALDESC"} {
		c.text(name, w.Publish.CalendarAbout)
	}
	if published {
		c.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
		c.line("X-PUBLISHED-TTL", "P1D")
	}
}

// gathered is one event of a file, for one unit or several.
type gathered struct {
	*Entry
	key   string
	uid   string
	n     int // entries that are one here
	quiet bool
	units []string
}

// gather makes one of entries that are the same on the same day, orders them, and
// gives each its UID. The order in which entries are given makes no difference.
// It is false where rest was.
func gather(entries []Entry, rest func() bool) ([]*gathered, bool) {
	all := make([]*gathered, len(entries))
	for i := range entries {
		all[i] = &gathered{Entry: &entries[i], key: entries[i].key(), n: 1, quiet: entries[i].Quiet}
		if !rest() {
			return nil, false
		}
	}
	if !sorted(all, byKey, rest) {
		return nil, false
	}
	var out []*gathered
	var last *gathered
	day := 0 // of the same key: units without a name of their own
	for _, g := range all {
		if last != nil && last.key == g.key && last.Until == g.Until {
			last.n++
			last.quiet = last.quiet && g.quiet
			last.name(g.Unit)
			continue
		}
		key := g.key
		if last != nil && last.key == g.key {
			day++
			key += "\x00" + strconv.Itoa(day)
		} else {
			day = 0
		}
		g.uid = uid(key)
		g.name(g.Unit)
		last = g
		out = append(out, g)
		if !rest() {
			return nil, false
		}
	}
	return out, sorted(out, func(x, y *gathered) int { return x.Until.Compare(y.Until) }, rest)
}

func byKey(x, y *gathered) int {
	if c := strings.Compare(x.key, y.key); c != 0 {
		return c
	}
	if c := x.Until.Compare(y.Until); c != 0 {
		return c
	}
	if c := strings.Compare(x.Unit, y.Unit); c != 0 {
		return c
	}
	return strings.Compare(x.Label.Ja+x.Link, y.Label.Ja+y.Link)
}

// sorted orders events and keeps the order of equal ones. It merges longer and
// longer runs and rests in between, which the library's sorting cannot.
func sorted(all []*gathered, compare func(x, y *gathered) int, rest func() bool) bool {
	from, to := all, make([]*gathered, len(all))
	for width := 1; width < len(all); width *= 2 {
		for i := 0; i < len(all); i += 2 * width {
			middle, end := min(i+width, len(all)), min(i+2*width, len(all))
			x, y := from[i:middle], from[middle:end]
			for k := i; k < end; k++ {
				if len(y) == 0 || len(x) > 0 && compare(x[0], y[0]) <= 0 {
					to[k], x = x[0], x[1:]
				} else {
					to[k], y = y[0], y[1:]
				}
			}
			if !rest() {
				return false
			}
		}
		from, to = to, from
	}
	copy(all, from)
	return true
}

// name adds a unit, once: they come in the order of their names.
func (g *gathered) name(unit string) {
	if n := len(g.units); unit != "" && (n == 0 || g.units[n-1] != unit) {
		g.units = append(g.units, unit)
	}
}

// uid is a UUID made from a key, of version 8 (RFC 9562): the beginning of its
// SHA-256.
func uid(key string) string {
	sum := sha256.Sum256([]byte(key))
	sum[6] = sum[6]&0x0f | 0x80
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return strings.Join([]string{h[:8], h[8:12], h[12:16], h[16:20], h[20:]}, "-")
}

// reminders are times before the beginning of a day: nine in the morning, 30 days
// and 7 days before it.
var reminders = []string{"-P29DT15H", "-P6DT15H"}

// mostUnits are named in an entry; the title has the number of all.
const mostUnits = 50

// event writes one event. DTSTAMP is the catalog's day, or the event's own where
// the sources bear none; SEQUENCE is the revision of a catalog that counts them.
func (c *ical) event(w *i18n.Words, g *gathered) {
	stamp := dayOf(g.Catalog)
	if stamp.IsZero() {
		stamp = g.Until
	}
	title := g.title(w)
	if g.n > 1 {
		title = w.Publish.TitleOfMany(title, g.n)
	}
	lang := ";LANGUAGE=" + string(w.Lang)
	c.line("BEGIN", "VEVENT")
	c.line("UID", g.uid)
	c.line("DTSTAMP", basic(stamp)+"T000000Z")
	if n, err := strconv.ParseUint(g.Catalog.Revision, 10, 31); err == nil {
		c.line("SEQUENCE", strconv.FormatUint(n, 10))
	}
	c.line("DTSTART;VALUE=DATE", basic(g.Until))
	if next := g.Until.AddDays(1); next.Year() <= 9999 { // without an end, it lasts the day
		c.line("DTEND;VALUE=DATE", basic(next))
	}
	c.text("SUMMARY"+lang, title)
	c.text("DESCRIPTION"+lang, g.description(w))
	c.text("CATEGORIES"+lang, w.Publish.Category)
	if whole(g.Link) {
		c.line("URL", g.Link)
	}
	c.line("TRANSP", "TRANSPARENT")
	if !g.quiet {
		for _, before := range reminders {
			c.line("BEGIN", "VALARM")
			c.line("ACTION", "DISPLAY")
			c.line("TRIGGER", before)
			c.text("DESCRIPTION", title)
			c.line("END", "VALARM")
		}
	}
	c.line("END", "VEVENT")
}

// description says why the day counts, for whom, and where it is stated.
func (g *gathered) description(w *i18n.Words) string {
	lines := []string{w.Reason(g.Reason)}
	if n := len(g.units); n > 0 && (g.n > 1 || !g.OfUnit()) {
		units := slices.Clone(g.units[:min(n, mostUnits)])
		if n > mostUnits {
			units = append(units, "…")
		}
		lines = append(lines, w.Publish.Units(units))
	}
	for _, cite := range g.Reason.Citations {
		title := cite.Source
		for _, s := range g.Sources {
			if s.ID == cite.Source {
				title = w.In(s.Title)
			}
		}
		lines = append(lines, w.Publish.Because(w.Citation(title, cite.Section, cite.Item)))
	}
	lines = append(lines, w.Publish.Catalog(g.Catalog))
	if whole(g.Link) {
		lines = append(lines, w.Publish.More(g.Link))
	}
	return strings.Join(lines, "\n")
}

// basic is a day as iCalendar writes it.
func basic(d policy.Date) string { return strings.ReplaceAll(d.String(), "-", "") }

// ical writes content lines.
type ical struct{ b []byte }

// text writes a property whose value is text: commas, semicolons and line ends in
// it are escaped, other control characters have no place in it.
func (c *ical) text(name, value string) {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(value, "�") {
		switch {
		case r == '\\' || r == ';' || r == ',':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' && r != '\t' || r == 0x7f:
		default:
			b.WriteRune(r)
		}
	}
	c.line(name, b.String())
}

// mostOctets are those of a content line, without its end.
const mostOctets = 75

// line writes a content line, folded where it is long; a character is never cut
// in two. It is not to be inlined: at each of its calls it would cost a visitor a
// kilobyte.
//
//go:noinline
func (c *ical) line(name, value string) {
	s := name + ":" + value
	for room := mostOctets; len(s) > room; room = mostOctets - 1 { // the blank that continues a line is of it
		cut := room
		for cut > room-utf8.UTFMax && !utf8.RuneStart(s[cut]) {
			cut--
		}
		c.b = append(append(c.b, s[:cut]...), "\r\n "...)
		s = s[cut:]
	}
	c.b = append(append(c.b, s...), "\r\n"...)
}
