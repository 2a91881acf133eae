package main

import (
	"fmt"
	"io"
	"os"

	"madoguchi/data/catalog"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// check reads the catalogs of a folder, data/catalog where none is given, and
// prints every issue as file:line:column: what, and what to write instead.
func check(args []string, _ io.Reader, out, _ io.Writer) error {
	dir := "data/catalog"
	if len(args) > 0 {
		dir = args[0]
	}
	folder, err := source.ReadFolder(os.DirFS(dir), dir+"/")
	if err != nil {
		return err
	}
	for _, issue := range folder.Issues {
		fmt.Fprintln(out, issue)
	}
	if n := len(folder.Issues); n > 0 {
		fmt.Fprintf(out, "%d issues\n", n)
		return errTold
	}
	products, releases := 0, 0
	for _, c := range folder.Catalogs {
		products += len(c.Products)
		for _, p := range c.Products {
			releases += len(p.Releases)
		}
	}
	fmt.Fprintf(out, "%d catalogs with %d products and %d releases: no issue\n", len(folder.Catalogs), products, releases)
	return nil
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
