package policy

// Catalog is everything that is known of one vendor's  It is also the
// language of the YAML files: a file of a vendor's folder holds some of these
// sections, and the sections of all its files together are the catalog.
type Catalog struct {
	Vendor      Vendor       `yaml:"vendor"`
	Sources     []Source     `yaml:"sources"`
	Assumptions []Assumption `yaml:"assumptions"`

	Questions []Question `yaml:"questions"`

	Families     []Family        `yaml:"families"`
	Products     []Product       `yaml:"products"`
	VersionRules []VersionRule   `yaml:"versionRules"`
	Lifecycles   []LifecycleRule `yaml:"lifecycles"`

	Features   []Feature   `yaml:"features"`
	Plans      []Plan      `yaml:"plans"`
	Terms      []TermRule  `yaml:"terms"`
	PriceLists []PriceList `yaml:"priceLists"`
	Cover      *CoverRule  `yaml:"cover"`
	Advice     []Advice    `yaml:"advice"`

	Topics   []Topic   `yaml:"topics"`
	Scopes   []Scope   `yaml:"scopes"`
	Closings []Closing `yaml:"closings"`

	Channels    []Channel     `yaml:"channels"`
	Calendar    *Calendar     `yaml:"calendar"`
	Information []Information `yaml:"information"`
	Procedures  []Procedure   `yaml:"procedures"`
	Flows       []Flow        `yaml:"flows"`

	Notices   []Notice `yaml:"notices"`
	NotStated []Gap    `yaml:"notStated"`

	// Hash is a fingerprint of the catalog's files. It is computed, not written.
	Hash string `yaml:"-"`
}

// Country is what all vendors of a country share.
type Country struct {
	Sources  []Source  `yaml:"sources"`
	TaxRates []TaxRate `yaml:"taxRates"`

	// TaxRounding is how tax becomes whole yen.
	TaxRounding Rounding `yaml:"taxRounding" need:"yes"`
}

// Edition identifies the catalog in answers.
func (c Catalog) Edition() Edition {
	e := Edition{Vendor: c.Vendor.ID, Revision: c.Vendor.Revision, Hash: c.Hash}
	for _, s := range c.Sources {
		if !s.Captured.IsZero() && (e.Captured.IsZero() || s.Captured.Before(e.Captured)) {
			e.Captured = s.Captured
		}
		if s.NoOlderThan.After(e.NoOlderThan) {
			e.NoOlderThan = s.NoOlderThan
		}
	}
	return e
}
