package data

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"

	"madoguchi/policy"
)

// A snapshot is compiled catalogs in a flat binary form that the browser binary
// carries: it decodes some fifty times faster there than YAML. It holds one
// block per vendor, so that only those asked for are decoded, and begins with a
// fingerprint of the Go types it was written from, so that a snapshot never
// meets a program of another shape.
//
// A block is a table of strings followed by the values, which refer to strings
// by number; integers are varints, slices and pointers are preceded by their
// length. Citations are often the same for many facts: a list that has been
// before is referred to by number and shared. The same catalog always gives the
// same bytes.

const snapshotMagic = "madoguchi\x02"

// Snapshot is compiled catalogs, not yet decoded.
type Snapshot struct {
	Vendors []string
	blocks  map[string][]byte
	country []byte
}

// EncodeSnapshot compiles catalogs, in the order given.
func EncodeSnapshot(country policy.Country, catalogs []policy.Catalog) []byte {
	b := append([]byte(snapshotMagic), shapeOf[policy.Country]()...)
	b = append(b, shapeOf[policy.Catalog]()...)
	b = appendBlock(b, encode(country))
	b = binary.AppendUvarint(b, uint64(len(catalogs)))
	for _, c := range catalogs {
		b = appendBlock(b, []byte(c.Vendor.ID))
		b = appendBlock(b, encode(c))
	}
	return b
}

// OpenSnapshot reads the outline of a snapshot. Blocks are decoded when they are
// asked for.
func OpenSnapshot(b []byte) (*Snapshot, error) {
	head := snapshotMagic + shapeOf[policy.Country]() + shapeOf[policy.Catalog]()
	if !strings.HasPrefix(string(b), head) {
		return nil, errors.New("open snapshot: it was compiled for another version of the program")
	}
	r := reader{b: b[len(head):]}
	s := &Snapshot{blocks: map[string][]byte{}}
	s.country = r.block()
	for range r.length() {
		id := string(r.block())
		s.Vendors = append(s.Vendors, id)
		s.blocks[id] = r.block()
	}
	if r.err != nil {
		return nil, fmt.Errorf("open snapshot: %w", r.err)
	}
	return s, nil
}

// Catalog decodes one vendor's catalog.
func (s *Snapshot) Catalog(vendor string) (policy.Catalog, error) {
	b, ok := s.blocks[vendor]
	if !ok {
		return policy.Catalog{}, fmt.Errorf("snapshot has no vendor %q", vendor)
	}
	var c policy.Catalog
	if err := decode(b, &c); err != nil {
		return policy.Catalog{}, fmt.Errorf("decode catalog of %q: %w", vendor, err)
	}
	return c, nil
}

// Country decodes what the vendors share.
func (s *Snapshot) Country() (policy.Country, error) {
	var c policy.Country
	if err := decode(s.country, &c); err != nil {
		return policy.Country{}, fmt.Errorf("decode country: %w", err)
	}
	return c, nil
}

func appendBlock(b, block []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(block))), block...)
}

var (
	dateType = reflect.TypeFor[policy.Date]()
	citeType = reflect.TypeFor[[]policy.Citation]()
)

// shapeOf is a fingerprint of a type: its fields, with their names and types,
// all the way down.
func shapeOf[T any]() string {
	var b strings.Builder
	describe(&b, reflect.TypeFor[T](), map[reflect.Type]bool{})
	sum := sha256.Sum256([]byte(b.String()))
	return string(sum[:4])
}

func describe(b *strings.Builder, t reflect.Type, seen map[reflect.Type]bool) {
	switch {
	case t == dateType:
		b.WriteString("date ")
	case t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer:
		b.WriteString(t.Kind().String() + " ")
		describe(b, t.Elem(), seen)
	case t.Kind() == reflect.Struct:
		b.WriteString(t.Name())
		if seen[t] {
			return
		}
		seen[t] = true
		b.WriteString("{")
		for i := range t.NumField() {
			b.WriteString(t.Field(i).Name + " ")
			describe(b, t.Field(i).Type, seen)
		}
		b.WriteString("}")
	default:
		b.WriteString(t.Kind().String() + " ")
	}
}

func encode(v any) []byte {
	e := encoder{index: map[string]uint64{}, cites: map[string]uint64{}}
	e.value(reflect.ValueOf(v))
	var b []byte
	b = binary.AppendUvarint(b, uint64(len(e.strings)))
	for _, s := range e.strings {
		b = binary.AppendUvarint(b, uint64(len(s)))
	}
	b = append(b, strings.Join(e.strings, "")...)
	return append(b, e.b...)
}

type encoder struct {
	b       []byte
	strings []string
	index   map[string]uint64
	cites   map[string]uint64 // lists of citations, written, to their numbers from 1
}

// citations writes the number of a list that has been before, or 0 and the list.
func (e *encoder) citations(v reflect.Value) {
	before := len(e.b)
	e.slice(v)
	list := string(e.b[before:])
	e.b = e.b[:before]
	if n, ok := e.cites[list]; ok {
		e.b = binary.AppendUvarint(e.b, n)
		return
	}
	e.cites[list] = uint64(len(e.cites) + 1)
	e.b = append(append(e.b, 0), list...)
}

func (e *encoder) slice(v reflect.Value) {
	e.b = binary.AppendUvarint(e.b, uint64(v.Len()))
	for i := range v.Len() {
		e.value(v.Index(i))
	}
}

func (e *encoder) value(v reflect.Value) {
	if v.Type() == citeType {
		e.citations(v)
		return
	}
	if v.Type() == dateType {
		d := v.Interface().(policy.Date)
		e.b = binary.AppendVarint(e.b, int64(d.Year())*512+int64(d.Month())*32+int64(d.Day()))
		return
	}
	switch v.Kind() {
	case reflect.String:
		n, ok := e.index[v.String()]
		if !ok {
			n = uint64(len(e.strings))
			e.index[v.String()] = n
			e.strings = append(e.strings, v.String())
		}
		e.b = binary.AppendUvarint(e.b, n)
	case reflect.Bool:
		n := byte(0)
		if v.Bool() {
			n = 1
		}
		e.b = append(e.b, n)
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		e.b = binary.AppendVarint(e.b, v.Int())
	case reflect.Slice:
		e.slice(v)
	case reflect.Pointer:
		if v.IsNil() {
			e.b = append(e.b, 0)
			return
		}
		e.b = append(e.b, 1)
		e.value(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			e.value(v.Field(i))
		}
	default:
		panic("snapshot cannot hold a " + v.Kind().String()) // a field of a new kind: a bug
	}
}

func decode(b []byte, into any) error {
	r := reader{b: b}
	lengths := make([]int, r.length())
	total := 0
	for i := range lengths {
		lengths[i] = r.length()
		total += lengths[i]
	}
	text := string(r.take(total))
	table := make([]string, 0, len(lengths))
	for _, n := range lengths {
		if r.err != nil {
			return r.err
		}
		table = append(table, text[:n])
		text = text[n:]
	}
	r.strings = table
	r.value(reflect.ValueOf(into).Elem())
	if r.err == nil && len(r.b) > 0 {
		r.err = errors.New("bytes are left over")
	}
	return r.err
}

// reader takes values off the front of b. After an error it yields zeros.
type reader struct {
	b       []byte
	strings []string
	cites   []reflect.Value
	err     error
}

// citations reads a list of citations, or the number of one that has been before.
func (r *reader) citations(v reflect.Value) {
	switch n := r.uvarint(); {
	case n == 0:
		r.slice(v)
		r.cites = append(r.cites, v)
	case n <= uint64(len(r.cites)):
		v.Set(r.cites[n-1])
	default:
		r.fail()
	}
}

func (r *reader) slice(v reflect.Value) {
	n := r.length()
	if n == 0 {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		r.value(v.Index(i))
	}
}

var errShort = errors.New("it ends too early")

func (r *reader) uvarint() uint64 {
	n, size := binary.Uvarint(r.b)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return n
}

func (r *reader) varint() int64 {
	n, size := binary.Varint(r.b)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[size:]
	return n
}

// length reads the length of something of which each part takes at least one
// byte, so that a damaged length cannot ask for more memory than there is data.
func (r *reader) length() int {
	n := r.uvarint()
	if n > uint64(len(r.b)) || n > math.MaxInt32 {
		r.fail()
		return 0
	}
	return int(n)
}

func (r *reader) take(n int) []byte {
	if n > len(r.b) {
		r.fail()
		return nil
	}
	part := r.b[:n]
	r.b = r.b[n:]
	return part
}

func (r *reader) block() []byte { return r.take(r.length()) }

func (r *reader) fail() {
	if r.err == nil {
		r.err = errShort
	}
	r.b = nil
}

func (r *reader) value(v reflect.Value) {
	if r.err != nil {
		return
	}
	if v.Type() == dateType {
		n := int(r.varint())
		if n != 0 {
			d, err := policy.NewDate(n/512, n%512/32, n%32)
			if err != nil {
				r.err = err
			}
			v.Set(reflect.ValueOf(d))
		}
		return
	}
	if v.Type() == citeType {
		r.citations(v)
		return
	}
	switch v.Kind() {
	case reflect.String:
		n := r.uvarint()
		if n >= uint64(len(r.strings)) {
			r.fail()
			return
		}
		v.SetString(r.strings[n])
	case reflect.Bool:
		if b := r.take(1); r.err == nil {
			v.SetBool(b[0] == 1)
		}
	case reflect.Int, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(r.varint())
	case reflect.Slice:
		r.slice(v)
	case reflect.Pointer:
		if b := r.take(1); r.err == nil && b[0] == 1 {
			v.Set(reflect.New(v.Type().Elem()))
			r.value(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			r.value(v.Field(i))
		}
	}
}
