package main

import (
	"fmt"
	"os"
	"strings"

	"madoguchi/app/i18n"
	"madoguchi/app/publish"
	"madoguchi/app/route"
	"madoguchi/data/zone"
	"madoguchi/policy"
)

// openData makes what the site publishes for other programs: calendars, the API in
// the shape of endoflife.date, and OpenEoX. ORIGIN is where the site will stand,
// such as https://support.example.com; without it, addresses in the files begin at
// the root of whatever host serves them, and entries of calendars have none.
func openData(catalogs []policy.Catalog, place route.Place) (map[string][]byte, error) {
	origin := os.Getenv("ORIGIN")
	var l policy.Link
	if origin != "" && (l.UnmarshalText([]byte(origin)) != nil || strings.Count(origin, "/") != 2 || strings.ContainsAny(origin, "?#")) {
		return nil, fmt.Errorf("ORIGIN %q is not where a site can stand: write it without a path, such as https://support.example.com", origin)
	}
	return publish.Portal{
		Catalogs: catalogs,
		Root:     origin + place.Base,
		Page: func(lang i18n.Lang, vendor, product string) string {
			at := route.Route{Lang: lang, Page: route.Version, Vendor: vendor}
			return origin + place.Href(at.With("product", product))
		},
		Zone: zone.Named,
	}.Files()
}
