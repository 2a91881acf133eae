package policy

// BandPrice is a price by size: the whole quantity is charged at the prices of
// the band it falls into. A band reaches up to its bound, which is inside; the
// next one begins one above.
//
// Licensed software, コールセンターサポート費用: an initial and a monthly fee by the
// number of licences, in bands up to 100, 500, 1,000, 5,000, 10,000 and 50,000;
// contracts run in years. Above the last band no price is printed.
type BandPrice struct {
	// Bands rise; the first one begins with 1.
	Bands []Band `yaml:"bands" need:"yes"`

	// CommitMonths is the length of a contract: months are paid in multiples
	// of it.
	CommitMonths int `yaml:"commitMonths" need:"yes"`
}

// Band is one row of a tariff by size.
type Band struct {
	// UpTo is the largest quantity of the band, itself inside.
	UpTo int64 `yaml:"upTo" need:"yes"`

	// Initial is paid once.
	Initial Yen `yaml:"initial"`

	// Monthly is paid for each month.
	Monthly Yen `yaml:"monthly"`
}

func (p *BandPrice) rules() []Rule {
	return []Rule{RuleBandInitial, RuleBandMonthly, RuleAboveBands}
}

func (p *BandPrice) check() string {
	if p.CommitMonths < 1 {
		return "a contract lasts at least one month"
	}
	for i, b := range p.Bands {
		if b.UpTo < 1 || i > 0 && b.UpTo <= p.Bands[i-1].UpTo {
			return "bands have to rise"
		}
	}
	return ""
}

// BandOf returns the band of a quantity and the lowest quantity in it.
func (p *BandPrice) BandOf(quantity int64) (band Band, from int64, ok bool) {
	from = 1
	for _, b := range p.Bands {
		if quantity <= b.UpTo {
			return b, from, quantity >= 1
		}
		from = b.UpTo + 1
	}
	return Band{}, 0, false
}

func (p *BandPrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	band, from, ok := p.BandOf(u.Quantity)
	if !ok {
		return nil, ErrOnRequest
	}
	months := max(p.CommitMonths, (u.Months+p.CommitMonths-1)/p.CommitMonths*p.CommitMonths)
	params := func(more Params) Params {
		more["quantity"], more["from"], more["upTo"] = NumberValue(u.Quantity), NumberValue(from), NumberValue(band.UpTo)
		return more
	}
	initial, err := stepOf(clause(RuleBandInitial, params(Params{"amount": YenValue(band.Initial)})), band.Initial.rat(), RoundDown)
	if err != nil {
		return nil, err
	}
	monthly, err := stepOf(clause(RuleBandMonthly, params(Params{"monthly": YenValue(band.Monthly), "months": NumberValue(int64(months))})), times(int64(months), band.Monthly), RoundDown)
	return []Step{initial, monthly}, err
}
