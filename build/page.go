package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	portal "madoguchi/app"
	"madoguchi/app/i18n"
	"madoguchi/app/page"
	"madoguchi/app/route"
)

// savedPage builds the portal as one file that makes no request. It goes into the
// file given, or into build/dist/madoguchi.html.
func savedPage(args []string, _ io.Reader, out, _ io.Writer) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	b, err := BuildPage(root)
	if err != nil {
		return err
	}
	name := target(args, root, "madoguchi.html")
	if err := writeFile(name, b); err != nil {
		return err
	}
	fmt.Fprintf(out, "%s, %d bytes: open it in a browser, with or without a network\n", name, len(b))
	return nil
}

// BuildPage returns the portal of the module at root as one HTML file. It opens
// with the home page; every other page stands behind a fragment.
func BuildPage(root string) ([]byte, error) {
	w, err := newWorks(root)
	if err != nil {
		return nil, err
	}
	program, err := w.program()
	if err != nil {
		return nil, err
	}
	packed, err := pack(program)
	if err != nil {
		return nil, err
	}
	boot, err := w.boot()
	if err != nil {
		return nil, err
	}
	style, err := w.web("portal.css")
	if err != nil {
		return nil, err
	}
	icon, err := w.web("icon.svg")
	if err != nil {
		return nil, err
	}
	if bytes.Contains(boot, []byte("</script")) || bytes.Contains(style, []byte("</style")) {
		return nil, fmt.Errorf("a script or style ends the element it stands in")
	}
	saved := &page.Site{Store: w.store, Place: route.Place{File: true}}
	portal.Route(saved)
	handler := &app.Handler{Name: "Madoguchi", Version: "1", Resources: resolver{}, Icon: app.Icon{Default: "/icon.svg"}}
	home := route.Route{Lang: i18n.Langs()[0], Page: route.Home}
	body, err := prerender(handler, home.Path())
	if err != nil {
		return nil, err
	}
	s := shell{
		style:  "<style>\n" + string(style) + "</style>",
		icon:   `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString(icon) + `">`,
		script: `<script id="program" type="application/octet-stream">` + packed + "</script>\n" + `<script data-file="true">` + "\n" + string(boot) + "</script>",
	}
	return s.document(saved, home, body), nil
}

// pack compresses the program into text that a page can carry.
func pack(program []byte) (string, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return "", err
	}
	if _, err := z.Write(program); err != nil {
		return "", err
	}
	if err := z.Close(); err != nil {
		return "", err
	}
	var text strings.Builder
	encoder := base64.NewEncoder(base64.StdEncoding, &text)
	encoder.Write(b.Bytes()) // a strings.Builder takes everything
	encoder.Close()
	return text.String(), nil
}
