package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strings"

	"madoguchi/app/i18n"
	"madoguchi/build/changes"
	"madoguchi/data/source"
	"madoguchi/policy"
)

// diff tells what customers would notice between two revisions of the catalogs,
// one line for each fact. A revision is a folder, or what git has of one.
func diff(args []string, _ io.Reader, out, _ io.Writer) error {
	const usage = "write diff [--ja] [--markdown] [--on DAY] OLD NEW, each a folder of catalogs or a git revision such as HEAD~1 or HEAD~1:data/catalog"
	flags := flag.NewFlagSet("diff", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	ja, markdown := flags.Bool("ja", false, ""), flags.Bool("markdown", false, "")
	var on policy.Date
	flags.TextVar(&on, "on", policy.Date{}, "")
	var names []string
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return fmt.Errorf("%w: %s", err, usage)
		}
		if args = flags.Args(); len(args) > 0 { // options may follow names
			names, args = append(names, args[0]), args[1:]
		}
	}
	if len(names) != 2 {
		return fmt.Errorf("diff takes two revisions, not %d: %s", len(names), usage)
	}
	lang, write := i18n.En, writeText
	if *ja {
		lang = i18n.Ja
	}
	if *markdown {
		write = writeMarkdown
	}
	var folders [2]source.Folder
	issues := 0
	for i, name := range names {
		fsys, prefix, err := revision(name)
		if err != nil {
			return err
		}
		if folders[i], err = source.ReadFolder(fsys, prefix); err != nil {
			return fmt.Errorf("read %q: %w", name, err)
		}
		for _, issue := range folders[i].Issues {
			fmt.Fprintln(out, issue)
		}
		issues += len(folders[i].Issues)
	}
	if issues > 0 {
		fmt.Fprintf(out, "%d issues\n", issues)
		return errTold
	}
	groups := changes.Between(folders[0], folders[1], on, lang)
	if groups == nil {
		fmt.Fprintln(out, changes.Nothing(lang))
	}
	write(out, groups)
	return nil
}

// revision opens a folder, or a folder of a git revision: REV is its
// data/catalog, REV:path another one. Prefix is how issues name its files.
func revision(name string) (fsys fs.FS, prefix string, err error) {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = strings.TrimSuffix(name, "/")
		return os.DirFS(name), name + "/", nil
	}
	if !strings.Contains(name, ":") {
		name += ":data/catalog"
	}
	top, err := git("rev-parse", "--show-toplevel")
	var b []byte
	if err == nil {
		b, err = git("-C", strings.TrimSpace(string(top)), "archive", "--format=zip", name)
	}
	if err != nil {
		return nil, "", fmt.Errorf("%q is no folder, and git has none of it: %w", name, err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	return z, name + "/", err
}

func git(args ...string) ([]byte, error) {
	b, err := exec.Command("git", args...).Output()
	var said *exec.ExitError
	if errors.As(err, &said) {
		return nil, errors.New(strings.TrimSpace(string(said.Stderr)))
	}
	return b, err
}

func writeText(out io.Writer, groups []changes.Group) {
	for i, g := range groups {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, g.Title)
		for _, l := range g.Lines {
			fmt.Fprintln(out, "-", l)
		}
	}
}

// marks are what Markdown would take for more than text.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "&", `\&`, "|", `\|`, "~", `\~`)

func writeMarkdown(out io.Writer, groups []changes.Group) {
	for i, g := range groups {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintf(out, "## %s\n\n", marks.Replace(g.Title))
		for _, l := range g.Lines {
			fmt.Fprintln(out, "-", marks.Replace(l))
		}
	}
}
