// Package catalog carries the shipped catalogs as they are written: a folder per
// vendor, and what all vendors share. Only programs that run on a developer's or
// a server's machine import it; the browser gets them compiled.
package catalog

import "embed"

// Files are the catalogs.
//
//go:embed *.yaml */*.yaml
var Files embed.FS
