// Madoguchi's programs: go run ./build <verb>. Each verb is a file of its own.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// verb is one program.
type verb struct {
	name  string
	usage string // in one line
	run   func(args []string, in io.Reader, out, errs io.Writer) error
}

func verbs() []verb {
	return []verb{
		{"site", "build the site into build/dist", site},
		{"page", "build the portal as one file, build/dist/madoguchi.html", savedPage},
		{"serve", "serve build/dist on http://localhost:8080, or on PORT", serve},
		{"check", "read the catalogs, prove their rules, and print every issue; -v tells what was read", check},
		{"diff", "tell what customers would notice: OLD NEW, folders or git revisions; --ja, --markdown, --on DAY", diff},
		{"import", "import endoflife DIR [OUT]: make a catalog of product files of endoflife.date", importFrom},
		{"picture", "take the picture in the README", picture},
		{"need", "install Debian packages that the tests need, or say which", need},
		{"schema", "write the JSON Schema of catalogs and the reference in their template", schema},
		{"ask", "answer questions, one JSON object a line", ask},
	}
}

// errTold ends the program with status 1 when everything has been said.
var errTold = errors.New("told")

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		if err != errTold {
			fmt.Fprintln(os.Stderr, "madoguchi:", err)
		}
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out, errs io.Writer) error {
	var names []string
	for _, v := range verbs() {
		if len(args) > 0 && args[0] == v.name {
			return v.run(args[1:], in, out, errs)
		}
		names = append(names, fmt.Sprintf("  %-8s %s", v.name, v.usage))
	}
	return fmt.Errorf("say what to do:\n%s", strings.Join(names, "\n"))
}
