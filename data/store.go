package data

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/hashicorp/go-memdb"

	"madoguchi/policy"
)

// Store answers questions about vendors' policies. A vendor's facts are loaded
// when the vendor is first asked about.
//
// A Store is not safe for use by several goroutines: loading is part of asking.
type Store struct {
	db      *memdb.MemDB
	country policy.Country
	vendors []string // in the order in which they are shown
	load    func(vendor string) (policy.Catalog, error)
	loaded  map[string]bool
}

// Open makes a store over vendors whose catalogs come from load when they are
// first asked for.
func Open(country policy.Country, vendors []string, load func(vendor string) (policy.Catalog, error)) *Store {
	db, err := memdb.NewMemDB(schema())
	if err != nil {
		panic(err) // the schema is wrong: a bug, not bad data
	}
	return &Store{db: db, country: country, vendors: slices.Clone(vendors), load: load, loaded: map[string]bool{}}
}

// OpenCatalogs makes a store over catalogs at hand.
func OpenCatalogs(country policy.Country, catalogs []policy.Catalog) *Store {
	byID := map[string]policy.Catalog{}
	var vendors []string
	for _, c := range catalogs {
		byID[c.Vendor.ID] = c
		vendors = append(vendors, c.Vendor.ID)
	}
	return Open(country, vendors, func(vendor string) (policy.Catalog, error) { return byID[vendor], nil })
}

// FromSnapshot makes a store over a compiled snapshot.
func FromSnapshot(b []byte) (*Store, error) {
	snap, err := OpenSnapshot(b)
	if err != nil {
		return nil, err
	}
	country, err := snap.Country()
	if err != nil {
		return nil, err
	}
	return Open(country, snap.Vendors, snap.Catalog), nil
}

// ready loads the vendor's facts if they are not loaded yet. It reports whether
// there is such a vendor.
func (s *Store) ready(vendor string) bool {
	if s.loaded[vendor] {
		return true
	}
	if !slices.Contains(s.vendors, vendor) {
		return false
	}
	c, err := s.load(vendor)
	if err != nil {
		panic(err) // a snapshot is written and read by the same program: a bug, not bad data
	}
	if err := s.Put(c); err != nil {
		panic(err) // shipped catalogs are checked before they are compiled: a bug
	}
	return true
}

// Put replaces all facts of a vendor: all of them, or none when there is an
// error. Two facts of one kind with the same id, or two products with the same
// name, are an error.
func (s *Store) Put(c policy.Catalog) error {
	vendor := c.Vendor.ID
	txn := s.db.Txn(true)
	defer txn.Abort()
	if s.loaded[vendor] {
		for _, table := range tables {
			if _, err := txn.DeleteAll(table, "order_prefix", vendor); err != nil {
				return fmt.Errorf("clear %s of %q: %w", table, vendor, err)
			}
		}
	}
	in := inserter{txn: txn, vendor: vendor}
	in.add(tableVendor, vendor, nil, vendorFacts{c.Vendor, c.Edition(), c.Cover, c.Calendar})
	addAll(&in, tableSource, c.Sources, func(f policy.Source) string { return f.ID })
	addAll(&in, tableAssumption, c.Assumptions, func(f policy.Assumption) string { return f.ID })
	addAll(&in, tableQuestion, c.Questions, func(f policy.Question) string { return f.ID })
	addAll(&in, tableFamily, c.Families, func(f policy.Family) string { return f.ID })
	for _, f := range c.Products {
		in.add(tableProduct, f.ID, append([]string{f.ID, f.Name}, f.Aliases...), f)
	}
	addAll(&in, tableVersionRule, c.VersionRules, func(f policy.VersionRule) string { return f.ID })
	addAll(&in, tableLifecycle, c.Lifecycles, func(f policy.LifecycleRule) string { return f.ID })
	addAll(&in, tableFeature, c.Features, func(f policy.Feature) string { return f.ID })
	for _, f := range c.Plans {
		in.add(tablePlan, f.ID, []string{f.ID, f.Ref()}, f)
	}
	addAll(&in, tableTerm, c.Terms, func(f policy.TermRule) string { return f.ID })
	addAll(&in, tablePriceList, c.PriceLists, func(f policy.PriceList) string { return f.ID })
	addAll(&in, tableAdvice, c.Advice, func(f policy.Advice) string { return f.ID })
	addAll(&in, tableTopic, c.Topics, func(f policy.Topic) string { return f.ID })
	addAll(&in, tableScope, c.Scopes, func(f policy.Scope) string { return f.ID })
	addAll(&in, tableClosing, c.Closings, func(f policy.Closing) string { return f.ID })
	addAll(&in, tableChannel, c.Channels, func(f policy.Channel) string { return f.ID })
	addAll(&in, tableInformation, c.Information, func(f policy.Information) string { return f.ID })
	addAll(&in, tableProcedure, c.Procedures, func(f policy.Procedure) string { return f.ID })
	addAll(&in, tableFlow, c.Flows, func(f policy.Flow) string { return f.ID })
	addAll(&in, tableNotice, c.Notices, func(f policy.Notice) string { return f.ID })
	addAll(&in, tableGap, c.NotStated, func(f policy.Gap) string { return f.ID })
	if in.err != nil {
		return in.err
	}
	txn.Commit()
	s.loaded[vendor] = true
	if !slices.Contains(s.vendors, vendor) {
		s.vendors = append(s.vendors, vendor)
	}
	return nil
}

// inserter adds entries to a transaction and keeps the first error.
type inserter struct {
	txn    *memdb.Txn
	vendor string
	seq    uint32
	err    error
}

func addAll[T any](in *inserter, table string, facts []T, id func(T) string) {
	for _, f := range facts {
		in.add(table, id(f), nil, f)
	}
}

func (in *inserter) add(table, id string, names []string, fact any) {
	if in.err != nil {
		return
	}
	// memdb takes a second entry with the same key without a word: look first.
	if old, err := in.txn.First(table, "id", in.vendor, id); err != nil || old != nil {
		in.err = cmp.Or(err, fmt.Errorf("%s %q of %q is there twice", table, id, in.vendor))
		return
	}
	var folded []string
	for _, n := range names {
		if n = policy.Fold(n); !slices.Contains(folded, n) {
			folded = append(folded, n)
		}
	}
	for _, n := range folded {
		if old, err := in.txn.First(table, "name", in.vendor, n); err != nil || old != nil {
			in.err = cmp.Or(err, fmt.Errorf("%s name %q of %q is there twice", table, n, in.vendor))
			return
		}
	}
	in.seq++
	if err := in.txn.Insert(table, &entry{in.vendor, in.seq, id, folded, fact}); err != nil {
		in.err = fmt.Errorf("insert %s %q: %w", table, id, err)
	}
}

// all returns a vendor's facts of one table in the order of its policy.
func all[T any](s *Store, table, vendor string) []T {
	if !s.ready(vendor) {
		return nil
	}
	it, err := s.db.Txn(false).Get(table, "order_prefix", vendor)
	if err != nil {
		panic(err) // the schema has no such index: a bug, not bad data
	}
	var out []T
	for e := it.Next(); e != nil; e = it.Next() {
		out = append(out, e.(*entry).fact.(T))
	}
	return out
}

// first returns a vendor's fact found by an index of one table.
func first[T any](s *Store, table, index, vendor, key string) (T, bool) {
	var zero T
	if !s.ready(vendor) {
		return zero, false
	}
	e, err := s.db.Txn(false).First(table, index, vendor, key)
	if err != nil {
		panic(err) // the schema has no such index: a bug, not bad data
	}
	if e == nil {
		return zero, false
	}
	return e.(*entry).fact.(T), true
}

// Vendors lists the ids of the vendors in the order in which they are shown.
func (s *Store) Vendors() []string { return slices.Clone(s.vendors) }

// Vendor returns who publishes the policy.
func (s *Store) Vendor(id string) (policy.Vendor, bool) {
	v, ok := first[vendorFacts](s, tableVendor, "id", id, id)
	return v.vendor, ok
}

// EditionOf identifies the catalog of a vendor in answers.
func (s *Store) EditionOf(vendor string) policy.Edition {
	v, _ := first[vendorFacts](s, tableVendor, "id", vendor, vendor)
	return v.edition
}

// CoverOf returns the vendor's rule for combining ticket plans, if it has any.
func (s *Store) CoverOf(vendor string) (policy.CoverRule, bool) {
	v, _ := first[vendorFacts](s, tableVendor, "id", vendor, vendor)
	if v.cover == nil {
		return policy.CoverRule{}, false
	}
	return *v.cover, true
}

// SourcesOf lists the documents the vendor's catalog was written from.
func (s *Store) SourcesOf(vendor string) []policy.Source {
	return all[policy.Source](s, tableSource, vendor)
}

// Source returns one document of a vendor, or one that all vendors share.
func (s *Store) Source(vendor, id string) (policy.Source, bool) {
	if src, ok := first[policy.Source](s, tableSource, "id", vendor, id); ok {
		return src, true
	}
	i := slices.IndexFunc(s.country.Sources, func(src policy.Source) bool { return src.ID == id })
	if i < 0 {
		return policy.Source{}, false
	}
	return s.country.Sources[i], true
}

// CountrySources lists the documents that all vendors share.
func (s *Store) CountrySources() []policy.Source { return slices.Clone(s.country.Sources) }

// Assumption returns the reading with an id.
func (s *Store) Assumption(vendor, id string) (policy.Assumption, bool) {
	return first[policy.Assumption](s, tableAssumption, "id", vendor, id)
}

// QuestionsOf lists a vendor's questions.
func (s *Store) QuestionsOf(vendor string) []policy.Question {
	return all[policy.Question](s, tableQuestion, vendor)
}

// Question returns the question with an id.
func (s *Store) Question(vendor, id string) (policy.Question, bool) {
	return first[policy.Question](s, tableQuestion, "id", vendor, id)
}

// VersionRuleOf returns the rule that decides about a product's versions. The
// zero rule means that the policy has none.
func (s *Store) VersionRuleOf(vendor string, p policy.Product) policy.VersionRule {
	r, _ := first[policy.VersionRule](s, tableVersionRule, "id", vendor, p.Rule)
	return r
}

// VersionRulesOf lists a vendor's rules for versions.
func (s *Store) VersionRulesOf(vendor string) []policy.VersionRule {
	return all[policy.VersionRule](s, tableVersionRule, vendor)
}

// LifecycleOf returns the rule for what happens to a product after its sale. The
// zero rule means that the policy has none.
func (s *Store) LifecycleOf(vendor string, p policy.Product) policy.LifecycleRule {
	r, _ := first[policy.LifecycleRule](s, tableLifecycle, "id", vendor, p.Lifecycle)
	return r
}

// NoticesOf lists what a vendor's customers should know beforehand.
func (s *Store) NoticesOf(vendor string) []policy.Notice {
	return all[policy.Notice](s, tableNotice, vendor)
}

// GapsOf lists what customers would ask and the policy does not state.
func (s *Store) GapsOf(vendor string) []policy.Gap {
	return all[policy.Gap](s, tableGap, vendor)
}

// ProductsOf lists a vendor's products.
func (s *Store) ProductsOf(vendor string) []policy.Product {
	return all[policy.Product](s, tableProduct, vendor)
}

// ProductNamed returns the product that a person means by a typed name: its id,
// its name or an alias, in any width and case.
func (s *Store) ProductNamed(vendor, typed string) (policy.Product, bool) {
	folded := policy.Fold(typed)
	if folded == "" {
		return policy.Product{}, false
	}
	return first[policy.Product](s, tableProduct, "name", vendor, folded)
}

// ProductsLike lists the products that a typed name may mean when it names none
// exactly: those whose name has every word that was typed, and if there are
// none, those that have the most letters in common from the beginning. It never
// chooses: one candidate is still a candidate.
func (s *Store) ProductsLike(vendor, typed string) []policy.Product {
	words := wordsOf(typed)
	if len(words) == 0 {
		return nil
	}
	var out []policy.Product
	products := s.ProductsOf(vendor)
	for _, p := range products {
		if slices.ContainsFunc(append([]string{p.Name}, p.Aliases...), func(name string) bool {
			folded := policy.Fold(name)
			return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(folded, w) })
		}) {
			out = append(out, p)
		}
	}
	if out != nil {
		return out
	}
	const least = 4 // shorter beginnings are shared by chance
	folded := policy.Fold(typed)
	best := least
	for _, p := range products {
		n := 0
		for _, name := range append([]string{p.Name}, p.Aliases...) {
			n = max(n, common(folded, policy.Fold(name)))
		}
		if n > best {
			best, out = n, nil
		}
		if n == best {
			out = append(out, p)
		}
	}
	return out
}

func wordsOf(typed string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(policy.Narrow(typed), func(r rune) bool { return strings.ContainsRune(" -_/、,・", r) }) {
		if w = policy.Fold(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// common is the length in letters of the beginning that two folded names share.
func common(a, b string) int {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n
}

// ReleasedAs lists the products of a vendor, other than the one given, that list
// exactly the version.
func (s *Store) ReleasedAs(vendor, except string, v policy.Version) []policy.ProductName {
	var out []policy.ProductName
	for _, p := range s.ProductsOf(vendor) {
		if p.ID == except {
			continue
		}
		if slices.ContainsFunc(p.Releases, func(r policy.Release) bool {
			w, err := policy.ParseVersion(string(r.Version))
			return err == nil && r.Standing == policy.StandingListed && w.Same(v)
		}) {
			out = append(out, policy.ProductName{ID: p.ID, Name: p.Name})
		}
	}
	return out
}

// FeaturesOf lists the rows of a vendor's table of plans.
func (s *Store) FeaturesOf(vendor string) []policy.Feature {
	return all[policy.Feature](s, tableFeature, vendor)
}

// PlansOf lists a vendor's plans.
func (s *Store) PlansOf(vendor string) []policy.Plan {
	return all[policy.Plan](s, tablePlan, vendor)
}

// PlanNamed returns the plan with an id or code, in any width and case.
func (s *Store) PlanNamed(vendor, typed string) (policy.Plan, bool) {
	folded := policy.Fold(typed)
	if folded == "" {
		return policy.Plan{}, false
	}
	return first[policy.Plan](s, tablePlan, "name", vendor, folded)
}

// PriceListOn returns the tariff of a vendor that is in force on a day. A tariff
// that prints no first day is taken to be in force; on an unknown day, such as
// while pages are rendered ahead, it is the last one.
func (s *Store) PriceListOn(vendor string, on policy.Date) (policy.PriceList, bool) {
	lists := all[policy.PriceList](s, tablePriceList, vendor)
	if on.IsZero() && len(lists) > 0 {
		return lists[len(lists)-1], true
	}
	for _, l := range lists {
		if !on.Before(l.From) && (l.Until.IsZero() || !on.After(l.Until)) {
			return l, true
		}
	}
	return policy.PriceList{}, false
}

// AdviceOf lists what a vendor itself recommends.
func (s *Store) AdviceOf(vendor string) []policy.Advice {
	return all[policy.Advice](s, tableAdvice, vendor)
}

// ChannelsOf lists the ways to reach a vendor.
func (s *Store) ChannelsOf(vendor string) []policy.Channel {
	return all[policy.Channel](s, tableChannel, vendor)
}

// InformationOf lists what requests to a vendor contain.
func (s *Store) InformationOf(vendor string) []policy.Information {
	return all[policy.Information](s, tableInformation, vendor)
}

// FlowsOf lists the triages of a vendor.
func (s *Store) FlowsOf(vendor string) []policy.Flow {
	return all[policy.Flow](s, tableFlow, vendor)
}

// Flow returns the triage with an id.
func (s *Store) Flow(vendor, id string) (policy.Flow, bool) {
	return first[policy.Flow](s, tableFlow, "id", vendor, id)
}

// TaxRatesOf lists the rates of consumption tax of a kind.
func (s *Store) TaxRates() ([]policy.TaxRate, policy.Rounding) {
	return slices.Clone(s.country.TaxRates), s.country.TaxRounding
}
