package policy

import (
	"errors"
	"math/big"
)

// PercentPrice is a part of another amount, such as a list price.
//
// OnTime: technical support of the Direct Shop costs 15 % of the newest licence
// list price a year; that of the maker, 15 % of the list price of the product
// bought. The page does not say how a part of a yen is treated.
type PercentPrice struct {
	// Rate is the part.
	Rate Percent `yaml:"rate" need:"yes"`

	// Of names the amount that the rate is of: the person has to know it.
	Of Text `yaml:"of" need:"yes"`

	// Minimum is charged where the part comes to less.
	Minimum Yen `yaml:"minimum"`

	// Slices charge each slice of the amount at a rate of its own; Rate then
	// applies to what is above them.
	Slices []PercentSlice `yaml:"slices"`

	// Rounding is how a part of a yen is treated; it is dropped where not stated.
	Rounding Rounding `yaml:"rounding"`
}

// PercentSlice is one slice of an amount with a rate of its own.
type PercentSlice struct {
	// UpTo is the largest amount of the slice, itself inside.
	UpTo Yen `yaml:"upTo" need:"yes"`

	// Rate is the part of the slice.
	Rate Percent `yaml:"rate" need:"yes"`
}

// ErrNoBase tells that the amount is missing that a percentage is of.
var ErrNoBase = errors.New("the amount that the percentage is of is missing")

func (p *PercentPrice) rules() []Rule {
	if p.Minimum > 0 {
		return []Rule{RulePercentOf, RuleMinimum}
	}
	return []Rule{RulePercentOf}
}

func (p *PercentPrice) check() string {
	for i, s := range p.Slices {
		if i > 0 && s.UpTo <= p.Slices[i-1].UpTo {
			return "slices have to rise"
		}
	}
	return ""
}

func (p *PercentPrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	if u.Base <= 0 {
		return nil, ErrNoBase
	}
	var out []Step
	exact, below := new(big.Rat), Yen(0)
	add := func(rate Percent, upTo Yen) error {
		part := rate.Of(upTo - below)
		s, err := stepOf(clause(RulePercentOf, Params{"rate": TextValue(rate.String()), "base": YenValue(upTo - below), "of": WordsValue(p.Of)}), part, p.Rounding)
		out = append(out, s)
		exact.Add(exact, part)
		below = upTo
		return err
	}
	for _, s := range p.Slices {
		if u.Base > below {
			if err := add(s.Rate, min(s.UpTo, u.Base)); err != nil {
				return nil, err
			}
		}
	}
	if u.Base > below {
		if err := add(p.Rate, u.Base); err != nil {
			return nil, err
		}
	}
	if short := new(big.Rat).Sub(p.Minimum.rat(), exact); short.Sign() > 0 {
		s, err := stepOf(clause(RuleMinimum, Params{"minimum": YenValue(p.Minimum)}), p.Minimum.rat(), RoundDown)
		return []Step{s}, err
	}
	return out, nil
}
