// Package zone has the time zones in which vendors keep their hours.
package zone

import (
	"embed"
	"strings"
	"time"

	"madoguchi/policy"
)

// The zones in which vendors keep hours, from the time-zone database: the whole
// of it would cost visitors 400 KB, these two less than one.
//
//go:embed zoneinfo
var zoneinfo embed.FS

// Named returns the zone with a name of the time-zone database. Only zones
// that catalogs use are there; a zone is added by putting its file from
// $GOROOT/lib/time/zoneinfo.zip into zoneinfo.
func Named(name string) (policy.Zone, bool) {
	b, err := zoneinfo.ReadFile("zoneinfo/" + strings.ReplaceAll(name, "/", "_"))
	if err != nil {
		return nil, false
	}
	location, err := time.LoadLocationFromTZData(name, b)
	if err != nil {
		panic(err) // the embedded file is damaged: a bug
	}
	return inZone{location}, true
}

// Names lists the zones that are there.
func Names() []string {
	files, err := zoneinfo.ReadDir("zoneinfo")
	if err != nil {
		panic(err) // the folder is embedded: a bug
	}
	names := make([]string, len(files))
	for i, f := range files {
		names[i] = strings.ReplaceAll(f.Name(), "_", "/")
	}
	return names
}

type inZone struct{ *time.Location }

func (z inZone) Offset(at policy.Instant) int {
	_, offset := time.Unix(int64(at), 0).In(z.Location).Zone()
	return offset
}
