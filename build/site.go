package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	portal "madoguchi/app"
	"madoguchi/app/i18n"
	"madoguchi/app/page"
	"madoguchi/app/route"
	"madoguchi/data"
	"madoguchi/policy"
)

// dist is where the site is built, below the module's root.
const dist = "build/dist"

// site builds the site: every page in every language as HTML that can be read
// before the program arrives, the program with its catalogs, its style, and the
// open data.
//
// It goes into the folder given, or into build/dist.
func site(args []string, _ io.Reader, out, _ io.Writer) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	dir := target(args, root, "")
	if err := os.RemoveAll(dir); err != nil {
		return fmt.Errorf("clear the old site: %w", err)
	}
	n, err := BuildSite(root, dir)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d pages in %s\n", n, dir)
	return nil
}

// target is the file or folder that a verb was given, or its own in build/dist.
func target(args []string, root, name string) string {
	if len(args) > 0 {
		return args[0]
	}
	return filepath.Join(root, dist, name)
}

// BuildSite builds the site of the module at root into a folder, and returns the
// number of pages.
func BuildSite(root, dir string) (int, error) {
	w, err := newWorks(root)
	if err != nil {
		return 0, err
	}
	program, err := w.program()
	if err != nil {
		return 0, err
	}
	boot, err := w.boot()
	if err != nil {
		return 0, err
	}
	style, err := w.web("portal.css")
	if err != nil {
		return 0, err
	}
	icon, err := w.web("icon.svg")
	if err != nil {
		return 0, err
	}
	place := route.Place{Base: "/"}
	assets := map[string][]byte{}
	named := func(name string, b []byte) string {
		ext := filepath.Ext(name)
		hashed := strings.TrimSuffix(name, ext) + "." + hashOf(b) + ext
		assets[hashed] = b
		return place.Base + hashed
	}
	shell := shell{
		style:  `<link rel="stylesheet" href="` + named("portal.css", style) + `">`,
		icon:   `<link rel="icon" type="image/svg+xml" href="` + named("icon.svg", icon) + `">`,
		script: fmt.Sprintf(`<script defer src="%s" data-base="%s" data-wasm="%s"></script>`, named("boot.js", boot), place.Base, named("madoguchi.wasm", program)),
	}
	pages, err := w.pages(place, shell)
	if err != nil {
		return 0, err
	}
	for name, b := range pages {
		assets[name] = b
	}
	if assets["catalog.schema.json"], err = catalogSchema(root); err != nil { // for editors of catalogs kept elsewhere
		return 0, err
	}
	open, err := openData(w.catalogs, place)
	if err != nil {
		return 0, err
	}
	for name, b := range open {
		assets[filepath.FromSlash(name)] = b
	}
	for name, b := range assets {
		if err := writeFile(filepath.Join(dir, name), b); err != nil {
			return 0, err
		}
	}
	return len(pages) - 1, nil // without the one that stands in for others
}

// works is what the site and the saved page are both made from.
type works struct {
	root     string
	catalogs []policy.Catalog
	snapshot []byte
	store    *data.Store
}

func newWorks(root string) (*works, error) {
	country, catalogs, err := shipped()
	if err != nil {
		return nil, err
	}
	return &works{
		root:     root,
		catalogs: catalogs,
		snapshot: data.EncodeSnapshot(country, catalogs),
		store:    data.OpenCatalogs(country, catalogs),
	}, nil
}

// program compiles the browser binary with the catalogs inside.
func (w *works) program() ([]byte, error) {
	tmp, err := os.MkdirTemp("", "madoguchi")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	catalog := filepath.Join(tmp, "catalog.bin")
	if err := os.WriteFile(catalog, w.snapshot, 0o644); err != nil {
		return nil, err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(w.root, "build/wasm/catalog.bin"): catalog}})
	if err != nil {
		return nil, err
	}
	overlayFile, target := filepath.Join(tmp, "overlay.json"), filepath.Join(tmp, "madoguchi.wasm")
	if err := os.WriteFile(overlayFile, overlay, 0o644); err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-overlay", overlayFile, "-o", target, "./build/wasm")
	cmd.Dir = w.root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build the browser binary: %w\n%s", err, said)
	}
	return os.ReadFile(target)
}

// boot is Go's loader, of the very release that compiled the program, and ours.
func (w *works) boot() ([]byte, error) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("ask go where it is: %w", err)
	}
	loader, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "lib/wasm/wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("read Go's loader: %w", err)
	}
	own, err := w.web("boot.js")
	return bytes.Join([][]byte{loader, own}, []byte("\n")), err
}

func (w *works) web(name string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(w.root, "web", name))
	if err != nil {
		return nil, fmt.Errorf("read what is served as it is: %w", err)
	}
	return b, nil
}

// missingPage is what static hosts show in the place of a page that is not there.
const missingPage = "404.html"

// pages renders every page of the portal ahead, by the path of its file.
func (w *works) pages(place route.Place, s shell) (map[string][]byte, error) {
	portalSite := &page.Site{Store: w.store, Place: place}
	portal.Route(portalSite)
	handler := &app.Handler{Name: "Madoguchi", Version: "1", Resources: resolver{}, Icon: app.Icon{Default: "/icon.svg"}}
	out := map[string][]byte{}
	for _, r := range portalSite.Routes() {
		body, err := prerender(handler, r.Path())
		if err != nil {
			return nil, err
		}
		out[filepath.FromSlash(strings.TrimPrefix(r.Path(), "/")+"index.html")] = s.document(portalSite, r, body)
	}
	body, err := prerender(handler, portal.Missing().Path())
	if err != nil {
		return nil, err
	}
	out[missingPage] = s.document(portalSite, portal.Missing(), body)
	return out, nil
}

// shell is what stands around the portal's element in a document.
type shell struct{ style, icon, script string }

// document is a whole page. The portal's element comes first in the body: it is
// what the program replaces.
func (s shell) document(site *page.Site, r route.Route, body string) []byte {
	w := i18n.Of(r.Lang)
	var b bytes.Buffer
	line := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
		b.WriteByte('\n')
	}
	line("<!doctype html>")
	line(`<html lang="`, string(r.Lang), `">`)
	line("<head>")
	line(`<meta charset="utf-8">`)
	line("<title>", html.EscapeString(site.Title(r)), "</title>")
	line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	line(`<meta name="description" content="`, html.EscapeString(site.Description(r)), `">`)
	line(`<meta name="theme-color" content="#1d3f8f">`)
	if !site.Place.File && r.Page != route.NotFound {
		for _, l := range i18n.Langs() {
			line(`<link rel="alternate" hreflang="`, string(l), `" href="`, html.EscapeString(site.Place.Href(r.In(l))), `">`)
		}
	}
	line(s.icon)
	line(s.style)
	line("</head>")
	line("<body>")
	line(body)
	line(`<p id="waking" role="status" hidden data-failed="`, html.EscapeString(w.LoadFailed), `">`, html.EscapeString(w.Loading), "</p>")
	line(`<noscript><p class="no-script">`, html.EscapeString(w.NoScript), "</p></noscript>")
	line(s.script)
	line("</body>")
	line("</html>")
	return b.Bytes()
}

// moduleRoot is the folder of go.mod, from here upwards.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("find the sources: run this within the project's folder")
		}
		dir = parent
	}
}

func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:5])
}

func writeFile(name string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o644)
}
