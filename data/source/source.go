// Package source reads catalogs from YAML. It reports everything that is wrong
// with them at once, each with its file, line and column and with what to write
// instead, so that a policy owner who knows the policy and not the program can
// put it right.
//
// Scalars are read as they are written: 1.10 stays 1.10, 010 is no number. The
// package makes no use of what YAML would take them for.
package source

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"madoguchi/policy"
)

// Issue is one thing wrong with a catalog.
type Issue struct {
	File         string
	Line, Column int
	Message      string // what is wrong, and what to write instead
}

// String is file:line:column: message, which editors can follow.
func (i Issue) String() string {
	return fmt.Sprintf("%s:%d:%d: %s", i.File, i.Line, i.Column, i.Message)
}

// File is one YAML file of a catalog.
type File struct {
	Name string // as issues name it
	Data []byte
}

// CountryFile is the file of a catalog folder that holds what all vendors share.
const CountryFile = "japan.yaml"

// Folder is a whole folder of catalogs, read.
type Folder struct {
	Country  policy.Country
	Catalogs []policy.Catalog
	Issues   []Issue

	// Remarks are what an author should know and may have meant, such as a
	// tariff in which more costs less.
	Remarks []Issue
}

// ReadFolder reads a folder of catalogs: CountryFile, and a folder for each
// vendor. Issues name files by prefix and path.
func ReadFolder(fsys fs.FS, prefix string) (Folder, error) {
	var folder Folder
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return folder, fmt.Errorf("list catalogs: %w", err)
	}
	b, err := fs.ReadFile(fsys, CountryFile)
	if err != nil {
		return folder, fmt.Errorf("read what the vendors share: %w", err)
	}
	country, issues := readCountry(File{prefix + CountryFile, b})
	folder.Country, folder.Issues = country, issues
	for _, e := range entries {
		if !e.IsDir() {
			continue
		}
		files, err := readFiles(fsys, e.Name(), prefix)
		if err != nil {
			return folder, err
		}
		catalog, issues, remarks := Read(e.Name(), files, country)
		folder.Issues = append(folder.Issues, issues...)
		folder.Remarks = append(folder.Remarks, remarks...)
		folder.Catalogs = append(folder.Catalogs, catalog)
	}
	return folder, nil
}

func readFiles(fsys fs.FS, dir, prefix string) ([]File, error) {
	var files []File
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
			return err
		}
		b, err := fs.ReadFile(fsys, name)
		files = append(files, File{prefix + name, b})
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read catalog %q: %w", dir, err)
	}
	return files, nil
}

// Read reads one vendor's catalog from the files of its folder. With issues the
// catalog is incomplete and must not be used; remarks are no hindrance. Citations
// may also name the country's sources.
func Read(folder string, files []File, country policy.Country) (catalog policy.Catalog, issues, remarks []Issue) {
	var c policy.Catalog
	d := newDecoder()
	for _, f := range files {
		d.file(f, &c)
	}
	d.unread = slices.Clone(d.issues)
	k := check{decoder: d, folder: folder, files: files, c: &c, country: country}
	k.inheritCitations()
	k.all()
	sortIssues(d.issues)
	sortIssues(d.remarks)
	c.Hash = hashOf(files)
	return c, d.issues, d.remarks
}

// hashOf is a short fingerprint of files: of their content in the order of their
// names, so that a copy in another folder has the same.
func hashOf(files []File) string {
	h := sha256.New()
	for _, f := range slices.SortedFunc(slices.Values(files), func(a, b File) int { return strings.Compare(a.Name, b.Name) }) {
		fmt.Fprintf(h, "%d\n", len(f.Data))
		h.Write(f.Data)
	}
	return hex.EncodeToString(h.Sum(nil)[:6])
}

func readCountry(f File) (policy.Country, []Issue) {
	var c policy.Country
	d := newDecoder()
	d.file(f, &c)
	d.unread = slices.Clone(d.issues)
	checkCountry(d, f, c)
	sortIssues(d.issues)
	return c, d.issues
}

func sortIssues(issues []Issue) {
	slices.SortStableFunc(issues, func(a, b Issue) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
