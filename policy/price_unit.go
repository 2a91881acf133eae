package policy

import "math/big"

// UnitPrice is a price for each unit.
//
// CMSKIT, 有償サポートサービス料金: every row of the tariff prints one price, before
// tax, for one contract or one ticket; no lot size is given, so any number can
// be bought.
type UnitPrice struct {
	Amount Yen `yaml:"amount" need:"yes"`
}

func (p UnitPrice) amountOf(quantity int64, list PriceList, cite []Citation) (Yen, []Step, error) {
	exact := new(big.Rat).Mul(p.Amount.rat(), new(big.Rat).SetInt64(quantity))
	s, err := step(RulePerUnit, Params{"quantity": NumberValue(quantity), "unit": YenValue(p.Amount)}, exact, RoundDown, list, cite)
	return s.Amount, []Step{s}, err
}
