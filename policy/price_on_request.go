package policy

// OnRequestPrice is a plan that costs something the vendor does not print.
type OnRequestPrice struct {
	Text Text `yaml:"text" need:"yes"` // how to ask for it
}

func (p *OnRequestPrice) rules() []Rule { return []Rule{RuleOnRequest} }

func (p *OnRequestPrice) check() string { return "" }

func (p *OnRequestPrice) steps(Usage, func(Rule, Params) Reason) ([]Step, error) {
	return nil, ErrOnRequest
}
