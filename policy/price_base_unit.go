package policy

// BaseUnitPrice is a fixed fee and a price for each unit on top.
//
// Licensed software, 年額基本料金: a fixed 50,000 yen a year and 500 yen for each
// licence under contract, before tax.
type BaseUnitPrice struct {
	// Base is the fixed fee.
	Base Yen `yaml:"base" need:"yes"`

	// Unit is the price of each unit on top.
	Unit Yen `yaml:"unit" need:"yes"`
}

func (p *BaseUnitPrice) rules() []Rule { return []Rule{RuleBaseFee, RulePerUnit} }

func (p *BaseUnitPrice) check() string { return "" }

func (p *BaseUnitPrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	base, err := stepOf(clause(RuleBaseFee, Params{"amount": YenValue(p.Base)}), p.Base.rat(), RoundDown)
	if err != nil {
		return nil, err
	}
	units, err := stepOf(clause(RulePerUnit, Params{"quantity": NumberValue(u.Quantity), "unit": YenValue(p.Unit)}), times(u.Quantity, p.Unit), RoundDown)
	return []Step{base, units}, err
}
