// The portal as it runs in a browser. The catalogs it carries are compiled and put
// in place of catalog.bin by the site generator; built by itself it has none.
package main

import (
	_ "embed"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	portal "madoguchi/app"
	"madoguchi/app/browser"
	"madoguchi/app/page"
	"madoguchi/app/route"
	"madoguchi/data"
)

//go:embed catalog.bin
var snapshot []byte

func main() {
	if !app.IsClient {
		return // go build ./... builds it for every machine; it runs in one
	}
	store, err := data.FromSnapshot(snapshot)
	if err != nil {
		panic(err) // built without the generator: a bug
	}
	own := app.Window().Get("madoguchi")
	portal.Route(&page.Site{
		Store:   store,
		Place:   route.Place{Base: own.Get("base").String(), File: own.Get("file").Bool()},
		Browser: browser.DOM(),
	})
	app.RunWhenOnBrowser()
}
