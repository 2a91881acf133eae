package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"madoguchi/data/catalog"
	"madoguchi/data/source"
	"madoguchi/data/source/endoflife"
)

// imported is where an imported catalog goes if no folder is named.
const imported = "build/tmp/catalog"

// importFrom makes a catalog of data in another form: import endoflife DIR [OUT]
// reads the product files of endoflife.date in DIR and writes a folder of catalogs
// with the vendor endoflife into OUT, which check accepts. It prints everything
// that is odd about the files, as file: release: what.
func importFrom(args []string, _ io.Reader, out, _ io.Writer) error {
	if len(args) < 2 || len(args) > 3 || args[0] != "endoflife" {
		return errors.New("say what to import: import endoflife DIR [OUT], DIR with product files of endoflife.date; OUT is " + imported + " if left out")
	}
	dir, to := args[1], imported
	if len(args) == 3 {
		to = args[2]
	}
	files, err := productFiles(dir)
	if err != nil {
		return err
	}
	read := endoflife.Read(files)
	for _, a := range read.Anomalies {
		fmt.Fprintln(out, a)
	}
	if read.Products == 0 {
		return fmt.Errorf("no file of %s is a product of endoflife.date", dir)
	}
	if err := acceptable(read); err != nil {
		return err
	}
	if err := writeCatalog(to, read.Files); err != nil {
		return err
	}
	const licence = "LICENSE.txt"
	switch b, err := os.ReadFile(filepath.Join(dir, licence)); {
	case err == nil:
		if err := writeFile(filepath.Join(to, endoflife.VendorID, licence), b); err != nil {
			return err
		}
	case errors.Is(err, fs.ErrNotExist):
		fmt.Fprintf(out, "%s has no %s: put that of endoflife.date beside the catalog before you publish it\n", dir, licence)
	default:
		return err
	}
	tellImport(out, to, read)
	if read.NotImported > 0 {
		return errTold
	}
	return nil
}

// productFiles reads the YAML files of a folder.
func productFiles(dir string) ([]source.File, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("list product files: %w", err)
	}
	var files []source.File
	for _, e := range entries {
		if e.IsDir() || filepath.Ext(e.Name()) != ".yaml" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, fmt.Errorf("read product file: %w", err)
		}
		files = append(files, source.File{Name: e.Name(), Data: b})
	}
	return files, nil
}

// acceptable reads what was made as any catalog is read, before anything is
// written. An issue is a fault of the import, whatever the files say.
func acceptable(read endoflife.Import) error {
	shared, err := source.ReadFolder(catalog.Files, "")
	if err != nil {
		return err
	}
	_, issues, _ := source.Read(endoflife.VendorID, read.Files, shared.Country)
	if len(issues) > 0 {
		return fmt.Errorf("nothing is written, since the catalog would have %d issues, a fault of this program; the first is %s", len(issues), issues[0])
	}
	return nil
}

// writeCatalog puts the catalog into a folder of catalogs, with what the vendors
// share where that is missing. Files of an earlier import go; a file that no import
// wrote is never touched.
func writeCatalog(to string, files []source.File) error {
	dir := filepath.Join(to, endoflife.VendorID)
	old, err := filepath.Glob(filepath.Join(dir, "*.yaml"))
	if err != nil {
		return err
	}
	for _, name := range old {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if !bytes.HasPrefix(b, []byte(endoflife.Header)) {
			return fmt.Errorf("%s was not written by import: name another folder, or move the file away", name)
		}
	}
	for _, name := range old {
		if !slices.ContainsFunc(files, func(f source.File) bool { return f.Name == filepath.Base(name) }) {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	for _, f := range files {
		if err := writeFile(filepath.Join(dir, f.Name), f.Data); err != nil {
			return err
		}
	}
	country := filepath.Join(to, source.CountryFile)
	if _, err := os.Stat(country); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	b, err := catalog.Files.ReadFile(source.CountryFile)
	if err != nil {
		return err
	}
	return writeFile(country, b)
}

// tellImport sums up what was imported, what is odd, and what is only worth knowing.
func tellImport(out io.Writer, to string, read endoflife.Import) {
	perFile := func(k endoflife.Kind) int {
		files := map[string]bool{}
		for _, a := range read.Anomalies {
			if a.Kind == k {
				files[a.File] = true
			}
		}
		return len(files)
	}
	for _, k := range endoflife.Kinds() {
		if n := read.Count(k); n > 0 {
			fmt.Fprintf(out, "  %5d %s, in %d files\n", n, k.Words(), perFile(k))
		}
	}
	s := read.Seen
	fmt.Fprintf(out, "not odd: %d releases whose active support ends with all support, %d whose extended support adds no day, %d out of order and marked so\n",
		s.ActiveIsSupport, s.SupportIsExtended, s.OutOfOrder)
	fmt.Fprintf(out, "%d products and %d releases (%d with a latest patch; %d aliases, %d of them spellings of a name) are in %s; %d anomalies",
		read.Products, read.Releases, s.Latest, s.Aliases, s.KnownAliases, strings.TrimSuffix(to, "/")+"/"+endoflife.VendorID, len(read.Anomalies))
	if read.NotImported > 0 {
		fmt.Fprintf(out, "; %d files could not be imported", read.NotImported)
	}
	fmt.Fprintln(out)
}
