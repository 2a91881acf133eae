package data_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"madoguchi/data"
	"madoguchi/policy"
)

func smallCatalog() policy.Catalog {
	return policy.Catalog{
		Vendor:   policy.Vendor{ID: "acme"},
		Products: []policy.Product{{ID: "gateway", Name: "Gateway"}, {ID: "bridge", Name: "Bridge", Aliases: []string{"橋"}}},
	}
}

func TestStore_Put_duplicates(t *testing.T) {
	for name, spoil := range map[string]func(*policy.Catalog){
		"two products with one id":            func(c *policy.Catalog) { c.Products[1].ID = "gateway" },
		"two products with one name":          func(c *policy.Catalog) { c.Products[1].Name = "ＧＡＴＥＷＡＹ" },
		"an alias that is another's name":     func(c *policy.Catalog) { c.Products[1].Aliases = []string{"gate-way"} },
		"two questions with one id":           func(c *policy.Catalog) { c.Questions = []policy.Question{{ID: "q"}, {ID: "q"}} },
		"two plans with one code":             func(c *policy.Catalog) { c.Plans = []policy.Plan{{ID: "x", Code: "A"}, {ID: "y", Code: "a"}} },
		"two assumptions with one id":         func(c *policy.Catalog) { c.Assumptions = []policy.Assumption{{ID: "A1"}, {ID: "A1"}} },
		"a plan whose id is another's code":   func(c *policy.Catalog) { c.Plans = []policy.Plan{{ID: "x", Code: "y"}, {ID: "y"}} },
		"two sources with one id":             func(c *policy.Catalog) { c.Sources = []policy.Source{{ID: "s"}, {ID: "s"}} },
		"two flows with one id":               func(c *policy.Catalog) { c.Flows = []policy.Flow{{ID: "f"}, {ID: "f"}} },
		"two channels with one id":            func(c *policy.Catalog) { c.Channels = []policy.Channel{{ID: "c"}, {ID: "c"}} },
		"two pieces of information, one id":   func(c *policy.Catalog) { c.Information = []policy.Information{{ID: "n"}, {ID: "n"}} },
		"two version rules with one id":       func(c *policy.Catalog) { c.VersionRules = []policy.VersionRule{{ID: "r"}, {ID: "r"}} },
		"two price lists with one id":         func(c *policy.Catalog) { c.PriceLists = []policy.PriceList{{ID: "p"}, {ID: "p"}} },
		"two features with one id":            func(c *policy.Catalog) { c.Features = []policy.Feature{{ID: "f"}, {ID: "f"}} },
		"two recommendations with the one id": func(c *policy.Catalog) { c.Advice = []policy.Advice{{ID: "a"}, {ID: "a"}} },
	} {
		good := smallCatalog()
		store := data.OpenCatalogs(policy.Country{}, []policy.Catalog{good})
		bad := smallCatalog()
		spoil(&bad)
		bad.Vendor.Name = policy.Text{En: "bad"}
		if err := store.Put(bad); err == nil {
			t.Errorf("%s: want an error", name)
		}
		if v, _ := store.Vendor("acme"); v.Name.En == "bad" || len(store.ProductsOf("acme")) != 2 {
			t.Errorf("%s: a refused catalog changed the store", name)
		}
	}
}

func TestStore_Put_replaces(t *testing.T) {
	store := data.OpenCatalogs(policy.Country{}, []policy.Catalog{smallCatalog()})
	if _, ok := store.ProductNamed("acme", "橋"); !ok {
		t.Fatal("the bridge is not found by its alias")
	}
	c := smallCatalog()
	c.Products = c.Products[:1]
	if err := store.Put(c); err != nil {
		t.Fatal(err)
	}
	if p, ok := store.ProductNamed("acme", "bridge"); ok {
		t.Errorf("after the replacement the bridge is still there: %+v", p)
	}
	other := smallCatalog()
	other.Vendor.ID = "acme2"
	if err := store.Put(other); err != nil {
		t.Fatal(err)
	}
	if got := store.Vendors(); len(got) != 2 || len(store.ProductsOf("acme")) != 1 || len(store.ProductsOf("acme2")) != 2 {
		t.Errorf("vendors %v with %d and %d products, want acme with 1 and acme2 with 2", got, len(store.ProductsOf("acme")), len(store.ProductsOf("acme2")))
	}
}

func TestStore_unknownVendor(t *testing.T) {
	store := data.OpenCatalogs(policy.Country{}, nil)
	if _, ok := store.Vendor("moon"); ok || store.ProductsOf("moon") != nil {
		t.Error("a vendor that is not there: want nothing")
	}
	if a := store.VersionAnswer(data.VersionQuestion{Vendor: "moon", Product: "x"}); a.Verdict != policy.VerdictUnknownProduct {
		t.Errorf("version of an unknown vendor's product = %s, want unknown_product", a.Verdict)
	}
	if _, err := store.TriageAnswer(data.TriageQuestion{Vendor: "moon"}); err == nil {
		t.Error("triage of an unknown vendor: want an error")
	}
	if _, err := store.PlanAnswer(data.PlanQuestion{Vendor: "moon"}); err == nil {
		t.Error("plans of an unknown vendor: want an error")
	}
}

func TestStore_order(t *testing.T) {
	var names []string
	for _, p := range shippedStore(t).ProductsOf("infinico") {
		names = append(names, p.Name)
	}
	first := strings.Join(names[:4], ", ")
	if want := "NetNebulas-IA DHCP, NetNebulas-IA DefRAD, NetNebulas NSX-D, NetNebulas2 DHCP"; first != want {
		t.Errorf("products begin with %s, want the vendor's order %s", first, want)
	}
}

func TestSnapshot(t *testing.T) {
	country, catalogs := shipped(t)
	b := data.EncodeSnapshot(country, catalogs)
	if again := data.EncodeSnapshot(country, catalogs); !bytes.Equal(b, again) {
		t.Error("the same catalogs were compiled to other bytes")
	}
	snap, err := data.OpenSnapshot(b)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := snap.Country(); err != nil || !reflect.DeepEqual(got, country) {
		t.Errorf("country came back as %+v, %v", got, err)
	}
	for _, c := range catalogs {
		got, err := snap.Catalog(c.Vendor.ID)
		if err != nil || !reflect.DeepEqual(got, c) {
			t.Errorf("catalog of %s came back changed, %v", c.Vendor.ID, err)
		}
	}
	if _, err := snap.Catalog("moon"); err == nil {
		t.Error("catalog of a vendor that is not there: want an error")
	}
	t.Logf("%d catalogs compile to %d bytes", len(catalogs), len(b))
}

func TestSnapshot_damaged(t *testing.T) {
	country, catalogs := shipped(t)
	b := data.EncodeSnapshot(country, catalogs)
	for _, cut := range []int{0, 5, 20, 100, len(b) / 2, len(b) - 1} {
		if _, err := data.OpenSnapshot(b[:cut]); err == nil {
			t.Errorf("snapshot cut to %d of %d bytes opens", cut, len(b))
		}
	}
	b[len("madoguchi\x01")]++ // compiled from other types
	if _, err := data.FromSnapshot(b); err == nil {
		t.Error("snapshot of another shape opens")
	}
}

func FuzzOpenSnapshot(f *testing.F) {
	f.Add(data.EncodeSnapshot(policy.Country{}, []policy.Catalog{smallCatalog()}))
	f.Fuzz(func(t *testing.T, b []byte) {
		snap, err := data.OpenSnapshot(b)
		if err != nil {
			return
		}
		snap.Country()
		for _, v := range snap.Vendors {
			snap.Catalog(v)
		}
	})
}
