// The smallest page with the libraries that a whole portal rests on.
package main

import (
	"github.com/goccy/go-yaml"
	"github.com/hashicorp/go-memdb"
	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

type hello struct {
	app.Compo
	text string
}

func (h *hello) Render() app.UI { return app.H1().Text(h.text) }

func main() {
	h := &hello{}
	var read map[string]string
	if err := yaml.Unmarshal([]byte("hello: hello"), &read); err != nil {
		panic(err)
	}
	db, err := memdb.NewMemDB(&memdb.DBSchema{Tables: map[string]*memdb.TableSchema{"t": {
		Name: "t", Indexes: map[string]*memdb.IndexSchema{"id": {Name: "id", Unique: true, Indexer: &memdb.StringFieldIndex{Field: "ID"}}},
	}}})
	if err != nil {
		panic(err)
	}
	txn := db.Txn(true)
	if err := txn.Insert("t", &struct{ ID string }{read["hello"]}); err != nil {
		panic(err)
	}
	txn.Commit()
	h.text = read["hello"]
	app.Route("/", func() app.Composer { return h })
	app.RunWhenOnBrowser()
}
