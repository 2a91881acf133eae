package data

import (
	"fmt"
	"reflect"

	"github.com/hashicorp/go-memdb"

	"madoguchi/policy"
)

// entry is a record of the store: a fact of one vendor, at its place in the
// catalog.
type entry struct {
	vendor string
	seq    uint32   // the order of the catalog
	id     string   // unique per vendor and table
	names  []string // folded names by which it is found
	fact   any      // a value of package policy
}

// The tables, one per kind of fact that is asked for by id or name.
const (
	tableSource      = "source"
	tableAssumption  = "assumption"
	tableQuestion    = "question"
	tableFamily      = "family"
	tableProduct     = "product"
	tableVersionRule = "versionRule"
	tableLifecycle   = "lifecycle"
	tableFeature     = "feature"
	tablePlan        = "plan"
	tableTerm        = "term"
	tablePriceList   = "priceList"
	tableAdvice      = "advice"
	tableTopic       = "topic"
	tableScope       = "scope"
	tableClosing     = "closing"
	tableChannel     = "channel"
	tableInformation = "information"
	tableProcedure   = "procedure"
	tableFlow        = "flow"
	tableNotice      = "notice"
	tableGap         = "gap"
	tableVendor      = "vendor" // one entry per vendor: its vendorFacts
)

// tables are all of them.
var tables = []string{
	tableSource, tableAssumption, tableQuestion, tableFamily, tableProduct, tableVersionRule, tableLifecycle, tableFeature, tablePlan, tableTerm, tablePriceList, tableAdvice, tableTopic, tableScope, tableClosing, tableChannel, tableInformation, tableProcedure, tableFlow, tableNotice, tableGap, tableVendor,
}

// vendorFacts are the facts of which a vendor has one each.
type vendorFacts struct {
	vendor   policy.Vendor
	edition  policy.Edition
	cover    *policy.CoverRule
	calendar *policy.Calendar
}

// schema has, for every table:
//
//	id    "what is X of vendor V?", and the key memdb needs
//	order "what are all of vendor V, in the order of its policy?"
//
// and for products and plans, which people name in their own way:
//
//	name  "which one of vendor V is called X?"
func schema() *memdb.DBSchema {
	s := &memdb.DBSchema{Tables: map[string]*memdb.TableSchema{}}
	for _, name := range tables {
		t := &memdb.TableSchema{Name: name, Indexes: map[string]*memdb.IndexSchema{
			"id":    {Name: "id", Unique: true, Indexer: byID{}},
			"order": {Name: "order", Unique: true, Indexer: byOrder{}},
		}}
		if name == tableProduct || name == tablePlan {
			t.Indexes["name"] = &memdb.IndexSchema{Name: "name", Indexer: byName{}}
		}
		s.Tables[name] = t
	}
	return s
}

// byID indexes an entry by vendor and id.
type byID struct{}

func (byID) FromObject(obj any) (bool, []byte, error) {
	e := obj.(*entry)
	return true, key(e.vendor, e.id), nil
}

func (byID) FromArgs(args ...any) ([]byte, error) { return keyOfArgs(args) }

// byOrder indexes an entry by vendor and place; asked with a prefix, it yields a
// vendor's entries in order.
type byOrder struct{}

func (byOrder) FromObject(obj any) (bool, []byte, error) {
	e := obj.(*entry)
	return true, append(key(e.vendor), byte(e.seq>>24), byte(e.seq>>16), byte(e.seq>>8), byte(e.seq)), nil
}

func (byOrder) FromArgs(args ...any) ([]byte, error)       { return keyOfArgs(args) }
func (byOrder) PrefixFromArgs(args ...any) ([]byte, error) { return keyOfArgs(args) }

// byName indexes an entry by vendor and each of its folded names.
type byName struct{}

func (byName) FromObject(obj any) (bool, [][]byte, error) {
	e := obj.(*entry)
	keys := make([][]byte, len(e.names))
	for i, n := range e.names {
		keys[i] = key(e.vendor, n)
	}
	return len(keys) > 0, keys, nil
}

func (byName) FromArgs(args ...any) ([]byte, error) { return keyOfArgs(args) }

// key joins parts; each ends in a zero byte, which no id or folded name holds.
func key(parts ...string) []byte {
	var b []byte
	for _, p := range parts {
		b = append(append(b, p...), 0)
	}
	return b
}

func keyOfArgs(args []any) ([]byte, error) {
	parts := make([]string, len(args))
	for i, a := range args {
		s, ok := a.(string)
		if !ok {
			return nil, fmt.Errorf("index is asked with a string, not a %s", reflect.TypeOf(a))
		}
		parts[i] = s
	}
	return key(parts...), nil
}
