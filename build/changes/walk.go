package changes

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// text is how something reads in a language; empty where it is not there.
type text func(w *i18n.Words) string

func plain(s string) text { return func(*i18n.Words) string { return s } }

func quoted(t policy.Text) text {
	return func(w *i18n.Words) string {
		if t.IsZero() {
			return ""
		}
		return sayIn(w).quote(w.In(t))
	}
}

// field is a key of the catalog language.
type field struct {
	reflect.StructField
	owner, key string
}

// hidden are the keys that no customer notices, by type where it matters.
var hidden = map[string]bool{
	"id":              true, // what it names is told
	"cite":            true, // where the fact stands, not what it is
	"Topic.words":     true, // for the search alone
	"Vendor.revision": true, // told in the title
}

// visible lists the keys of a type that a customer may notice.
func visible(t reflect.Type) iter.Seq[field] {
	return func(yield func(field) bool) {
		for i := range t.NumField() {
			f := field{t.Field(i), t.Name(), t.Field(i).Tag.Get("yaml")}
			if f.key != "" && f.key != "-" && !hidden[f.key] && !hidden[f.owner+"."+f.key] && !yield(f) {
				return
			}
		}
	}
}

// keyOf is a key of a type.
func keyOf[T any](key string) field {
	for f := range visible(reflect.TypeFor[T]()) {
		if f.key == key {
			return f
		}
	}
	panic("there is no key " + key) // the tags and tables that name keys are tested: a bug
}

// asOne are the keys of a type that make one fact together.
var asOne = map[reflect.Type][]string{
	reflect.TypeFor[policy.Hours]():      {"zone", "opens", "closes", "days"},
	reflect.TypeFor[policy.Period]():     {"from", "fromMonth", "untilMonth"},
	reflect.TypeFor[policy.DatedPhase](): {"until", "state"},
	reflect.TypeFor[policy.Closure]():    {"from", "to"},
	reflect.TypeFor[policy.Cell]():       {"has", "text"},
	reflect.TypeFor[policy.Deadline]():   {"kind", "cutOff", "days", "untilDays", "hours", "months"},

	// These are compared by what they come to.
	reflect.TypeFor[policy.Requirement](): {"when", "together", "without", "presumed", "otherwise"},
	reflect.TypeFor[policy.Flow]():        {"start", "steps", "decisions"},
}

// fields compares two values of one type, fact by fact.
func (d *differ) fields(p place, a, b reflect.Value) {
	together := func(key string) bool { return slices.Contains(asOne[a.Type()], key) }
	switch old := a.Interface().(type) {
	case policy.Requirement: // whoever compares the list tells
	case policy.Flow:
		d.flow(p, old, b.Interface().(policy.Flow))
	case policy.Price:
		if models := append(old.Models(), b.Interface().(policy.Price).Models()...); models[0] != models[1] {
			of := func(key string) bool { return slices.Contains(models, key) }
			d.change(p, "", "", d.describe(d.old, a, of), d.describe(d.new, b, of))
			return
		}
	default:
		for f := range visible(a.Type()) {
			if together(f.key) && !reflect.DeepEqual(a.FieldByIndex(f.Index).Interface(), b.FieldByIndex(f.Index).Interface()) {
				d.change(p, "", d.word(f.owner+"."), d.describe(d.old, a, together), d.describe(d.new, b, together))
				break
			}
		}
	}
	for f := range visible(a.Type()) {
		if !together(f.key) {
			d.value(p, f, a.FieldByIndex(f.Index), b.FieldByIndex(f.Index))
		}
	}
}

// value compares what a key holds.
func (d *differ) value(p place, f field, a, b reflect.Value) {
	switch old := a.Interface().(type) {
	case policy.Condition:
		d.condition(p, f, old, b.Interface().(policy.Condition))
		return
	case []policy.Condition: // any of them; without any, never
		never := []policy.Condition{{Not: []policy.Condition{{Always: true}}}}
		d.condition(p, f, policy.Condition{Any: append(never, old...)}, policy.Condition{Any: append(never, b.Interface().([]policy.Condition)...)})
		return
	case policy.Vendor:
		d.fields(p, a, b)
		return
	}
	switch {
	case f.Type.Kind() == reflect.Pointer:
		d.pointer(p, f, a, b)
	case f.Type.Kind() == reflect.Slice && f.Type.Elem().Kind() == reflect.Struct:
		d.list(p, f, a, b)
	case reflect.DeepEqual(a.Interface(), b.Interface()):
	case f.Type.Kind() == reflect.Slice && !ordered[f.key]:
		d.set(p, f, a, b)
	default:
		d.change(p, f.key, d.wordOf(f), d.scalar(d.old, f, a), d.scalar(d.new, f, b))
	}
}

// ordered are the keys of lists whose order says something.
var ordered = map[string]bool{"readings": true, "lines": true, "accepts": true, "steps": true, "then": true}

// pointer compares facts of several parts that need not be there.
func (d *differ) pointer(p place, f field, a, b reflect.Value) {
	kind := d.kindOf(f)
	switch {
	case a.IsNil() && b.IsNil():
	case a.IsNil():
		d.line(p, d.say.added(kind, d.describe(d.new, b.Elem(), nil)(d.w)))
	case b.IsNil():
		d.line(p, d.say.removed(kind, d.describe(d.old, a.Elem(), nil)(d.w)))
	case kind == "": // a model of prices
		d.fields(p, a.Elem(), b.Elem())
	default:
		d.fields(d.in(p, kind, plain(""), ""), a.Elem(), b.Elem())
	}
}

// set compares a list of names or ids whose order says nothing.
func (d *differ) set(p place, f field, a, b reflect.Value) {
	missing := func(s *side, from, in reflect.Value) (out []string) {
		for e := range elements(from) {
			if !slices.ContainsFunc(slices.Collect(elements(in)), e.Equal) {
				out = append(out, d.scalar(s, f, e)(d.w))
			}
		}
		return out
	}
	if come, gone := missing(d.new, b, a), missing(d.old, a, b); come != nil || gone != nil {
		d.line(p, d.say.exchanged(d.wordOf(f), d.w.Join(come), d.w.Join(gone)))
	}
}

func elements(v reflect.Value) iter.Seq[reflect.Value] {
	return func(yield func(reflect.Value) bool) {
		for i := 0; i < v.Len() && yield(v.Index(i)); i++ {
		}
	}
}

// list compares a list of facts, each with what it is in the other revision.
func (d *differ) list(p place, f field, a, b reflect.Value) {
	pairs := align(a, b)
	for _, e := range pairs {
		d.old.enter(e.old)
		d.new.enter(e.new)
		s, v, said := d.old, e.old, d.say.removed
		if !v.IsValid() {
			s, v, said = d.new, e.new, d.say.added
		}
		name, named := d.name(s, v)
		here := d.in(p, d.kindOf(f), name, named)
		switch v.Interface().(type) {
		case policy.Release:
			d.release(p, here, e)
			continue
		case policy.Requirement:
			d.requirement(p, here, e)
		case policy.Outcome, policy.Clause: // paths lead to the one, models ask for the other
		case policy.Note:
			if !e.both() {
				d.line(p, said(here.kind, name(d.w)))
			}
		default:
			if !e.both() {
				d.line(p, said(d.say.named(here.kind, here.name), d.detail(s, v)))
			}
		}
		if e.both() {
			d.fields(here, e.old, e.new)
			if _, ok := v.Interface().(policy.Product); ok {
				d.verdicts(here)
			}
		}
	}
	kept := slices.DeleteFunc(pairs, func(e pair) bool { return !e.both() })
	if byNew := func(x, y pair) int { return x.is - y.is }; ordered[f.key] && !slices.IsSortedFunc(kept, byNew) {
		slices.SortFunc(kept, byNew)
		var names []string
		for _, e := range kept {
			name, _ := d.name(d.new, e.new)
			names = append(names, shorten(name(d.w)))
		}
		d.line(p, d.say.order(d.kindOf(f), d.w.Join(names)))
	}
	if f.key == "scopes" {
		d.precedence(a.Interface().([]policy.Scope), b.Interface().([]policy.Scope))
	}
}

// enter remembers the product or plan that is being compared.
func (s *side) enter(v reflect.Value) {
	if v.IsValid() && v.Type() == reflect.TypeFor[policy.Product]() {
		s.product = v.Interface().(policy.Product)
	}
	if v.IsValid() && v.Type() == reflect.TypeFor[policy.Plan]() {
		s.plan = v.Interface().(policy.Plan)
	}
}

// pair is a fact in both revisions; one of them may lack it. Was and is are its
// places in the lists.
type pair struct {
	old, new reflect.Value
	was, is  int
}

func (p pair) both() bool { return p.old.IsValid() && p.new.IsValid() }

// align pairs the entries of two lists, in the order of the old one: those with
// the same identity, and then, where that is what they say and no id, those left
// over in their order.
func align(a, b reflect.Value) []pair {
	var pairs []pair
	taken := make([]bool, b.Len())
	find := func(e *pair, match func(a, b reflect.Value) bool) {
		for j := 0; j < b.Len() && !e.new.IsValid(); j++ {
			if !taken[j] && match(e.old, b.Index(j)) {
				taken[j], e.new, e.is = true, b.Index(j), j
			}
		}
	}
	for i := range a.Len() {
		pairs = append(pairs, pair{old: a.Index(i), was: i})
		find(&pairs[i], func(a, b reflect.Value) bool { return identity(a) == identity(b) })
	}
	for i := range pairs {
		find(&pairs[i], reworded)
	}
	for j := range b.Len() {
		if !taken[j] {
			pairs = append(pairs, pair{new: b.Index(j), was: a.Len(), is: j})
		}
	}
	return pairs
}

// identityOf is the key that tells an entry of a list from the others.
func identityOf(t reflect.Type) field {
	for _, name := range []string{"ID", "Version", "Feature", "Plan", "Rule", "Phase", "UpTo", "Years", "From", "Text"} {
		if f, ok := t.FieldByName(name); ok {
			return field{f, t.Name(), f.Tag.Get("yaml")}
		}
	}
	panic(t.Name() + " has nothing to tell its entries apart") // a new type of list: a bug
}

func identity(v reflect.Value) string {
	id := fmt.Sprint(v.FieldByIndex(identityOf(v.Type()).Index).Interface())
	if rate, ok := v.Interface().(policy.TaxRate); ok {
		return rate.Kind + id
	}
	return id
}

// reworded reports whether an entry with another identity can be the same fact.
func reworded(a, b reflect.Value) bool {
	switch identityOf(a.Type()).Name {
	case "UpTo", "Years", "From", "Text":
		return true
	case "Version": // a row that is otherwise the same
		x, y := a.Interface().(policy.Release), b.Interface().(policy.Release)
		x.Version = y.Version
		return (!x.Day.IsZero() || x.Phases != nil) && reflect.DeepEqual(x, y)
	default:
		return false
	}
}

// name is what people call an entry of a list, and the key that says so.
func (d *differ) name(s *side, v reflect.Value) (name text, named string) {
	switch v := v.Interface().(type) {
	case policy.Product:
		return plain(v.Name), "name"
	case policy.Assumption:
		return plain(v.ID), ""
	case policy.Plan:
		if v.Code != "" {
			return func(w *i18n.Words) string { return sayIn(w).coded(v.Code, w.In(v.Name)) }, ""
		}
	case policy.VersionRule:
		return func(w *i18n.Words) string { return sayIn(w).quote(valueIn(w, "VersionModel", string(v.Model))) }, "model"
	case policy.DatedPhase:
		for _, p := range s.product.Phases {
			if p.ID == v.Phase {
				return quoted(p.Name), ""
			}
		}
	case policy.ScopeClause:
		topics := d.scalar(s, keyOf[policy.ScopeClause]("topics"), reflect.ValueOf(v.Topics))
		return func(w *i18n.Words) string { return strings.TrimSpace(v.Number + " " + topics(w)) }, ""
	case policy.Lump:
		return func(w *i18n.Words) string { return sayIn(w).years(v.Years) }, "years"
	case policy.TaxRate:
		return func(w *i18n.Words) string { return sayIn(w).taxRate(valueIn(w, "taxRates", v.Kind), w.Day(v.From)) }, ""
	}
	id := identityOf(v.Type())
	switch x := v.FieldByIndex(id.Index); {
	case id.Name == "ID", id.Name == "Text", id.Name == "From":
	case x.Kind() == reflect.String:
		return d.scalar(s, id, x), id.key
	case x.IsZero(): // the last slice has no bound
		return plain(""), ""
	default:
		return func(w *i18n.Words) string { return wordIn(w, id.key) + " " + d.scalar(s, id, x)(w) }, id.key
	}
	for _, key := range []string{"name", "title", "case", "what", "text"} {
		for f := range visible(v.Type()) {
			if f.key == key {
				return d.scalar(s, f, v.FieldByIndex(f.Index)), key
			}
		}
	}
	panic(v.Type().Name() + " has no name") // a new type of list: a bug
}

// detail is what an entry says whose name does not say enough.
func (d *differ) detail(s *side, v reflect.Value) string {
	id := identityOf(v.Type())
	if _, ok := v.Interface().(policy.ScopeClause); !ok && id.Name == "ID" {
		return ""
	}
	return d.describe(s, v, func(key string) bool { return key != id.key && key != "number" && key != "topics" })(d.w)
}

// ref is the name of what an id stands for, by its section.
func (d *differ) ref(s *side, in, id string) text {
	switch in {
	case "zones":
		return func(w *i18n.Words) string { return w.ZoneName(id) }
	case "taxRates":
		return func(w *i18n.Words) string { return valueIn(w, in, id) }
	}
	for e := range elements(reflect.ValueOf(s.Catalog).FieldByIndex(keyOf[policy.Catalog](in).Index)) {
		if identity(e) == id {
			name, _ := d.name(s, e)
			return name
		}
	}
	return plain(id)
}

// scalar is a value without parts, or a list of them.
func (d *differ) scalar(s *side, f field, v reflect.Value) text {
	switch x := v.Interface().(type) {
	case policy.Text:
		return quoted(x)
	case policy.Date:
		return func(w *i18n.Words) string { return w.Day(x) }
	case policy.Yen:
		return func(w *i18n.Words) string { return w.Yen(x) }
	case fmt.Stringer: // a rate, a time of day
		return plain(x.String())
	case bool:
		return func(w *i18n.Words) string { return valueIn(w, "bool", strconv.FormatBool(x)) }
	}
	switch ref := f.Tag.Get("ref"); {
	case f.key == "accepts" && v.Len() > 0:
		return func(w *i18n.Words) string { return w.Languages(v.Interface().([]string)) }
	case v.Kind() == reflect.Slice:
		return func(w *i18n.Words) string {
			var out []string
			for e := range elements(v) {
				out = append(out, d.scalar(s, f, e)(w))
			}
			return w.Join(out)
		}
	case v.Kind() == reflect.String && ref != "" && v.String() != "":
		return d.ref(s, ref, v.String())
	case v.Kind() == reflect.String && v.Type().PkgPath() != "":
		return func(w *i18n.Words) string { return valueIn(w, v.Type().Name(), v.String()) }
	case v.Kind() == reflect.String:
		return quoted(policy.Text{Ja: v.String(), En: v.String()})
	case v.IsZero() && f.Tag.Get("need") == "":
		return plain("")
	default:
		return plain(i18n.Grouped(v.Int()))
	}
}

// describe is a value with its parts, or with those of some keys.
func (d *differ) describe(s *side, v reflect.Value, of func(key string) bool) text {
	switch x := v.Interface().(type) {
	case policy.Hours:
		return func(w *i18n.Words) string { return w.Hours(&x) }
	case policy.Period:
		return func(w *i18n.Words) string {
			return sayIn(w).months(valueIn(w, "Anchor", string(x.From)), x.FromMonth, x.UntilMonth)
		}
	}
	return func(w *i18n.Words) string {
		var parts []string
		for f := range visible(v.Type()) {
			part := v.FieldByIndex(f.Index)
			if part.IsZero() || of != nil && !of(f.key) {
				continue
			}
			switch t := f.Type; {
			case t == reflect.TypeFor[policy.Condition](), t == reflect.TypeFor[[]policy.Condition]():
			case t.Kind() == reflect.Pointer:
				parts = append(parts, d.describe(s, part.Elem(), nil)(w))
			case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
				for e := range elements(part) {
					parts = append(parts, "("+d.describe(s, e, nil)(w)+")")
				}
			default:
				parts = append(parts, sayIn(w).named(wordIn(w, f.owner+"."+f.key, f.key), d.scalar(s, f, part)(w)))
			}
		}
		return strings.Join(parts, sayIn(w).comma)
	}
}
