package changes

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// TestWords: every key, kind of entry and value of the catalog language has its
// words in both languages, and there is none without a use.
func TestWords(t *testing.T) {
	used := map[string]bool{ // said beside the keys
		"word recommended": true, "word " + policy.FactDemandShape: true, "word " + policy.FactDemandPeak: true,
		"values of bool": true, "values of taxRates": true, "values of Phase": true, "values of " + policy.FactDemandShape: true,
	}
	models := []string{"FlatPrice", "UnitPrice", "BaseUnitPrice", "PackagePrice", "BandPrice", "GraduatedPrice", "PercentPrice", "TimePrice", "OnRequestPrice"}
	seen := map[reflect.Type]bool{}
	var walk func(typ reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if seen[typ] || slices.Contains([]reflect.Type{reflect.TypeFor[policy.Text](), reflect.TypeFor[policy.Date](), reflect.TypeFor[policy.Condition]()}, typ) {
			return
		}
		seen[typ] = true
		if set, ok := reflect.Zero(typ).Interface().(interface{ OneOf() []string }); ok {
			values := set.OneOf()
			if typ == reflect.TypeFor[policy.Rule]() || typ == reflect.TypeFor[policy.Days]() {
				return // told by its id; told with the hours
			}
			for _, v := range values {
				if x := valueIn(i18n.Of(i18n.Ja), typ.Name(), v); x == "" || x == v {
					t.Errorf("no word for %s %q", typ.Name(), v)
				}
			}
			used["values of "+typ.Name()] = true
		}
		if typ.Kind() != reflect.Struct {
			return
		}
		for f := range visible(typ) {
			special := slices.Contains(asOne[typ], f.key)
			if special && (typ == reflect.TypeFor[policy.Flow]() || typ == reflect.TypeFor[policy.Requirement]()) {
				continue
			}
			walk(f.Type)
			parts := f.Type.Kind() == reflect.Slice || f.Type.Kind() == reflect.Pointer
			switch {
			case f.Type == reflect.TypeFor[policy.Vendor]():
			case parts && f.Type.Elem() == reflect.TypeFor[policy.Note]():
				used["kind Note."+f.key] = true
			case parts && f.Type.Elem().Kind() == reflect.Struct && f.Type.Elem() != reflect.TypeFor[policy.Condition]():
				if name := f.Type.Elem().Name(); !slices.Contains(models, name) {
					used["kind "+name] = true
				}
			case special && (typ == reflect.TypeFor[policy.Hours]() || typ == reflect.TypeFor[policy.Period]()):
				used["word "+typ.Name()+"."] = true
			default:
				if special {
					used["word "+typ.Name()+"."] = true
				}
				if _, own := words[typ.Name()+"."+f.key]; own {
					used["word "+typ.Name()+"."+f.key] = true
				} else {
					used["word "+f.key] = true
				}
			}
		}
	}
	walk(reflect.TypeFor[policy.Catalog]())
	walk(reflect.TypeFor[policy.Country]())
	used["word ask"] = true // what a flow asks

	have := map[string]bool{}
	add := func(table string, m map[string]word) {
		for k, x := range m {
			have[table+k] = true
			if (x.en == "") != (x.ja == "") {
				t.Errorf("%s%s has a word in one language alone: %+v", table, k, x)
			}
		}
	}
	add("word ", words)
	add("kind ", kinds)
	for k, set := range values {
		have["values of "+k] = true
		add("value of "+k+" ", set)
	}
	for k := range used {
		if !have[k] && !slices.Contains([]string{"values of Basis", "values of Has", "values of Job", "values of PlanVerdict"}, k) { // the portal has them
			t.Errorf("nothing for %q", k)
		}
	}
	for k := range have {
		if !used[k] && !strings.HasPrefix(k, "value of ") {
			t.Errorf("%q is never said", k)
		}
	}
	for _, p := range []*phrases{english, japanese} {
		v := reflect.ValueOf(*p)
		for i := range v.NumField() {
			if v.Field(i).IsZero() {
				t.Errorf("a language lacks the phrase %s", v.Type().Field(i).Name)
			}
		}
	}
}

// TestSections: no section of a catalog is left out.
func TestSections(t *testing.T) {
	var all []string
	for f := range visible(reflect.TypeFor[policy.Catalog]()) {
		all = append(all, f.key)
	}
	got := slices.Sorted(slices.Values(sections))
	if slices.Sort(all); !slices.Equal(got, all) {
		t.Errorf("sections %v are compared, want %v", got, all)
	}
}
