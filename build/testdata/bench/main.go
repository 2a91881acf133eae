//go:build js && wasm

// The store with a large imported catalog, timed in a browser: how long it takes
// to fill it from its compiled form, and to tell the status of every release.
package main

import (
	_ "embed"
	"syscall/js"

	"madoguchi/data"
	"madoguchi/policy"
)

// catalog is compiled and put in the place of an empty file by the test that
// builds the program.
//
//go:embed catalog.bin
var catalog []byte

func now() float64 { return js.Global().Get("performance").Call("now").Float() }

func main() {
	began := now()
	store, err := data.FromSnapshot(catalog)
	if err != nil {
		panic(err) // built without its catalog: a bug in the test
	}
	products := store.ProductsOf("endoflife")
	loaded := now()
	on := policy.MustDate("2026-08-22")
	releases, counts := 0, map[string]any{}
	tally := map[policy.Verdict]int{}
	for i := range products {
		p := &products[i]
		for j := range p.Releases {
			tally[policy.StatusOn(p, &p.Releases[j], on)]++
			releases++
		}
	}
	done := now()
	for v, n := range tally {
		counts[string(v)] = n
	}
	js.Global().Set("result", map[string]any{
		"products": len(products), "releases": releases, "counts": counts,
		"load": loaded - began, "status": done - loaded,
	})
	js.Global().Get("document").Set("title", "done")
}
