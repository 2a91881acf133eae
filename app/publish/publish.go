// Package publish turns answers and catalogs into files for other programs:
// calendars (iCalendar, RFC 5545), JSON in the shape of the API v1 of
// endoflife.date, and OpenEoX Core 1.0.
//
// The same input always makes the same bytes. Nothing here reads a clock: what
// has to carry a day carries that of the catalog. It opens no file and knows no
// address but those it is given.
package publish

import (
	"strings"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// Files stand at these paths below the portal's root.
const (
	// IndexOfAPI lists what there is.
	IndexOfAPI = "api/v1/index.json"

	// IndexOfEoX lists the OpenEoX documents.
	IndexOfEoX = "openeox/index.json"
)

// CalendarFile is the path of a calendar below the portal's root: of one product,
// of all products of a vendor where none is named, or of all vendors.
func CalendarFile(lang i18n.Lang, vendor, product string) string {
	path := "calendar/" + string(lang)
	for _, part := range []string{vendor, product} {
		if part != "" {
			path += "/" + part
		}
	}
	return path + ".ics"
}

// CalendarType is the content type of calendars.
const CalendarType = "text/calendar;charset=utf-8"

// FileName is a name for a file to save, of what it is about.
func FileName(parts ...string) string {
	var of []string
	for _, part := range parts {
		if part = segment(part); part != "" {
			of = append(of, part)
		}
	}
	return strings.Join(of, "-")
}

// HasDays reports whether the product has any day to publish, and so a calendar.
func HasDays(product policy.Product) bool {
	for _, r := range product.Releases {
		if !r.Day.IsZero() {
			return true
		}
		for _, p := range r.Phases {
			if !p.Until.IsZero() {
				return true
			}
		}
	}
	return false
}

// dayOf is the day that a catalog is no older than: the newest that is known of
// its sources. It is unknown where none bears a day.
func dayOf(e policy.Edition) policy.Date {
	if e.Captured.After(e.NoOlderThan) {
		return e.Captured
	}
	return e.NoOlderThan
}

// whole reports whether an address can be followed from anywhere.
func whole(address string) bool {
	var l policy.Link
	return l.UnmarshalText([]byte(address)) == nil
}
