package route_test

import (
	"net/url"
	"reflect"
	"slices"
	"testing"

	"madoguchi/app/i18n"
	"madoguchi/app/route"
)

var places = []route.Place{{Base: "/"}, {Base: "/support/"}, {File: true}}

// chosen are choices with everything that an address could trip over.
var chosen = route.Params{{"product", "NetNebulas2 DHCP"}, {"version", "３．３４．３"}, {"line", "A:1"}, {"line", "H:10"}, {"note", "a&b=c#d?e%f/g+h"}, {"empty-looking", " "}}

func TestPlace_roundTrip(t *testing.T) {
	for _, place := range places {
		for _, r := range route.All([]string{"infinico", "cmskit"}) {
			for _, params := range []route.Params{nil, chosen} {
				r.Params = params
				u, err := url.Parse(place.Href(r))
				if err != nil {
					t.Fatal(err)
				}
				got, unread := place.Parse(u)
				if !reflect.DeepEqual(got, r) || unread != nil {
					t.Errorf("Parse(%s) = %+v, %v, want %+v", u, got, unread, r)
				}
			}
		}
	}
}

func TestRoute_Path(t *testing.T) {
	for want, r := range map[string]route.Route{
		"/":                     {Lang: i18n.Ja, Page: route.Home},
		"/en/":                  {Lang: i18n.En, Page: route.Home},
		"/about/":               {Lang: i18n.Ja, Page: route.About},
		"/infinico/":            {Lang: i18n.Ja, Page: route.Vendor, Vendor: "infinico"},
		"/en/infinico/version/": {Lang: i18n.En, Page: route.Version, Vendor: "infinico"},
	} {
		if got := r.Path(); got != want {
			t.Errorf("%+v.Path() = %s, want %s", r, got, want)
		}
	}
	if got, want := (route.Place{Base: "/"}).Href(route.Route{Lang: i18n.Ja, Page: route.Version, Vendor: "infinico", Params: chosen[:1]}), "/infinico/version/#product=NetNebulas2+DHCP"; got != want {
		t.Errorf("Href = %s, want %s", got, want)
	}
	if got, want := (route.Place{File: true}).Href(route.Route{Lang: i18n.En, Page: route.Version, Vendor: "infinico", Params: chosen[:1]}), "#/en/infinico/version/?product=NetNebulas2+DHCP"; got != want {
		t.Errorf("Href in a file = %s, want %s", got, want)
	}
}

func TestPlace_Parse_strange(t *testing.T) {
	for _, tt := range []struct {
		address string
		page    route.Page
		lang    i18n.Lang
		params  route.Params
		unread  []string
	}{
		{"/infinico/version", route.Version, i18n.Ja, nil, nil},
		{"/infinico//version//", route.Version, i18n.Ja, nil, nil},
		{"/infinico/verzion/", route.NotFound, i18n.Ja, nil, nil},
		{"/en/infinico/version/deep/", route.NotFound, i18n.En, nil, nil},
		{"/#a=1&&b=&=2&c", route.Home, i18n.Ja, route.Params{{"a", "1"}}, []string{"=2"}},
	} {
		u, err := url.Parse(tt.address)
		if err != nil {
			t.Fatal(err)
		}
		r, unread := places[0].Parse(u)
		if r.Page != tt.page || r.Lang != tt.lang || !reflect.DeepEqual(r.Params, tt.params) || !slices.Equal(unread, tt.unread) {
			t.Errorf("Parse(%s) = %+v, %v, want page %q in %s with %v, unread %v", tt.address, r, unread, tt.page, tt.lang, tt.params, tt.unread)
		}
	}
}

func TestParams_With(t *testing.T) {
	ps := route.Params{{"a", "1"}, {"b", "2"}, {"a", "3"}}
	for _, tt := range []struct{ key, value, want string }{
		{"a", "9", "a=9&b=2"}, {"b", "", "a=1&a=3"}, {"c", "4", "a=1&b=2&a=3&c=4"}, {"d", "", "a=1&b=2&a=3"},
	} {
		if got := ps.With(tt.key, tt.value).Encode(); got != tt.want {
			t.Errorf("With(%s, %s) = %s, want %s", tt.key, tt.value, got, tt.want)
		}
	}
	if got := ps.All("a"); !slices.Equal(got, []string{"1", "3"}) || ps.Get("a") != "1" || ps.Get("z") != "" {
		t.Errorf("All(a) = %v, Get(a) = %q", got, ps.Get("a"))
	}
}

func FuzzParseParams(f *testing.F) {
	f.Add("product=NetNebulas2+DHCP&version=3.34.3")
	f.Add("%zz=1&a=%")
	f.Fuzz(func(t *testing.T, s string) {
		ps, _ := route.ParseParams(s)
		again, unread := route.ParseParams(ps.Encode())
		if unread != nil || !reflect.DeepEqual(again, ps) {
			t.Errorf("ParseParams(%q) = %v, written and read again %v, %v", s, ps, again, unread)
		}
	})
}
