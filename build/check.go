package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"madoguchi/data/catalog"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// check reads the catalogs of a folder, data/catalog where none is given, proves
// their rules, and prints every issue as file:line:column: what, and what to
// write instead. With -v it tells what was read.
func check(args []string, _ io.Reader, out, _ io.Writer) error {
	verbose := slices.Contains(args, "-v")
	args = slices.DeleteFunc(args, func(a string) bool { return a == "-v" })
	dir := "data/catalog"
	if len(args) > 0 {
		dir = strings.TrimSuffix(args[0], "/")
	}
	began := time.Now()
	folder, err := source.ReadFolder(os.DirFS(dir), dir+"/")
	if err != nil {
		return err
	}
	took := time.Since(began)
	for _, issue := range folder.Issues {
		fmt.Fprintln(out, issue)
	}
	for _, remark := range folder.Remarks {
		fmt.Fprintln(out, "remark:", remark)
	}
	if n := len(folder.Issues); n > 0 {
		fmt.Fprintf(out, "%d issues\n", n)
		return errTold
	}
	products, releases, paths := 0, 0, 0
	for _, c := range folder.Catalogs {
		products += len(c.Products)
		for _, p := range c.Products {
			releases += len(p.Releases)
		}
		t := source.TallyOf(c)
		paths += t.Paths
		if verbose {
			tell(out, c.Vendor.ID, t)
		}
	}
	fmt.Fprintf(out, "%d catalogs with %d products, %d releases and %d paths, read and proved in %.1f s: no issue\n",
		len(folder.Catalogs), products, releases, paths, took.Seconds())
	return nil
}

// tell prints what was read of a catalog, and how it is known.
func tell(out io.Writer, vendor string, t source.Tally) {
	fmt.Fprintln(out, vendor)
	for _, s := range t.Sections {
		fmt.Fprintf(out, "  %-13s %5d\n", s.Section, s.Entries)
	}
	if t.Paths > 0 {
		fmt.Fprintf(out, "  %-13s %5d\n", "paths", t.Paths)
	}
	all := 0
	for _, n := range t.Facts {
		all += n
	}
	fmt.Fprintf(out, "  %-13s %5d:", "facts", all)
	for _, name := range policy.Basis("").OneOf() {
		b := policy.Basis(name)
		fmt.Fprintf(out, " %s %d (%d%%)", b, t.Facts[b], t.Facts[b]*100/max(1, all))
	}
	fmt.Fprintln(out)
}

// shipped reads the catalogs that this program carries.
func shipped() (policy.Country, []policy.Catalog, error) {
	folder, err := source.ReadFolder(catalog.Files, "data/catalog/")
	if err != nil {
		return policy.Country{}, nil, err
	}
	if len(folder.Issues) > 0 {
		return policy.Country{}, nil, fmt.Errorf("the catalogs have %d issues: run make check, the first is %s", len(folder.Issues), folder.Issues[0])
	}
	return folder.Country, folder.Catalogs, nil
}
