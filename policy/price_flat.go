package policy

// FlatPrice is one price whatever the quantity.
type FlatPrice struct {
	// Amount is the price.
	Amount Yen `yaml:"amount" need:"yes"`
}

func (p *FlatPrice) rules() []Rule { return []Rule{RuleFlat} }

func (p *FlatPrice) check() string { return "" }

func (p *FlatPrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	s, err := stepOf(clause(RuleFlat, Params{"amount": YenValue(p.Amount)}), p.Amount.rat(), RoundDown)
	return []Step{s}, err
}
