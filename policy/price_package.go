package policy

// PackagePrice is a price for units that are sold in whole lots.
//
// Licensed software, インシデント料金: a unit costs 3,000 yen; ten units make one lot
// and are bought in advance; they last a year, and what is left does not carry
// over.
type PackagePrice struct {
	Unit Yen   `yaml:"unit" need:"yes"` // for one unit
	Lot  int64 `yaml:"lot" need:"yes"`  // units in a lot

	// Months is how long the units of a lot can be used, from its purchase.
	Months int `yaml:"months" need:"yes"`
}

func (p *PackagePrice) rules() []Rule { return []Rule{RuleWholeLots, RuleUnusedLapse} }

func (p *PackagePrice) check() string {
	if p.Lot < 1 || p.Months < 1 {
		return "a lot holds at least one unit and lasts at least one month"
	}
	return ""
}

// Lots is how many lots a number of units takes.
func (p *PackagePrice) Lots(units int64) int64 { return (units + p.Lot - 1) / p.Lot }

func (p *PackagePrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	lots := p.Lots(u.Quantity)
	bought, err := stepOf(clause(RuleWholeLots, Params{
		"units": NumberValue(u.Quantity), "lot": NumberValue(p.Lot), "lots": NumberValue(lots), "price": YenValue(p.Unit * Yen(p.Lot)),
	}), times(lots*p.Lot, p.Unit), RoundDown)
	if err != nil || lots*p.Lot == u.Quantity {
		return []Step{bought}, err
	}
	lapse, err := stepOf(clause(RuleUnusedLapse, Params{"unused": NumberValue(lots*p.Lot - u.Quantity), "months": NumberValue(int64(p.Months))}), Yen(0).rat(), RoundDown)
	return []Step{bought, lapse}, err
}
