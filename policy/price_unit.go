package policy

// UnitPrice is a price for each unit.
//
// CMSKIT, 有償サポートサービス料金: every row of the tariff prints one price, before
// tax, for one contract or one ticket; no lot size is given, so any number can
// be bought.
type UnitPrice struct {
	// Amount is the price of one unit.
	Amount Yen `yaml:"amount" need:"yes"`
}

func (p *UnitPrice) rules() []Rule { return []Rule{RulePerUnit} }

func (p *UnitPrice) check() string { return "" }

func (p *UnitPrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	s, err := stepOf(clause(RulePerUnit, Params{"quantity": NumberValue(u.Quantity), "unit": YenValue(p.Amount)}), times(u.Quantity, p.Amount), RoundDown)
	return []Step{s}, err
}
