package policy

// TaxRate is a rate of consumption tax over a time. Periods of one kind of rate
// neither overlap nor leave a gap.
type TaxRate struct {
	Kind  string     `yaml:"kind" need:"yes"` // standard or reduced
	Rate  Percent    `yaml:"rate" need:"yes"`
	From  Date       `yaml:"from" need:"yes"` // first day
	Until Date       `yaml:"until"`           // last day; unknown for the rate now in force
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// TaxRateOn returns the rate of a kind on a day. There is none before the tax
// was introduced on 1989-04-01.
func TaxRateOn(rates []TaxRate, kind string, on Date) (TaxRate, bool) {
	for _, r := range rates {
		if r.Kind == kind && !on.Before(r.From) && (r.Until.IsZero() || !on.After(r.Until)) {
			return r, true
		}
	}
	return TaxRate{}, false
}
