package source

import (
	"reflect"

	"madoguchi/policy"
)

// Tally is what was read of a catalog.
type Tally struct {
	Sections []Count

	// Facts counts what a source is cited for, by how it is known.
	Facts map[policy.Basis]int

	// Paths counts the ways through all flows.
	Paths int
}

// Count is how many entries a section has.
type Count struct {
	Section string
	Entries int
}

// TallyOf counts what a catalog holds.
func TallyOf(c policy.Catalog) Tally {
	t := Tally{Facts: map[policy.Basis]int{}}
	v := reflect.ValueOf(c)
	for i := range v.NumField() {
		section := v.Type().Field(i).Tag.Get("yaml")
		if v.Field(i).Kind() == reflect.Slice && v.Field(i).Len() > 0 {
			t.Sections = append(t.Sections, Count{section, v.Field(i).Len()})
		}
	}
	walkValue("", v, func(path string, v reflect.Value) {
		if v.Kind() != reflect.Struct || !v.FieldByName("Cite").IsValid() {
			return
		}
		basis := policy.BasisStated
		if b := v.FieldByName("Basis"); b.IsValid() && b.String() != "" {
			basis = policy.Basis(b.String())
		}
		if v.Type() == reflect.TypeFor[policy.Gap]() {
			basis = policy.BasisNotStated
		}
		t.Facts[basis]++
	})
	for _, f := range c.Flows {
		t.Paths += len(f.Paths(c.Questions))
	}
	return t
}
