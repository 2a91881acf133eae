package policy

// GraduatedPrice charges each slice of a quantity at the prices of that slice. A
// slice reaches up to its bound, which is inside; its flat fee is due once the
// quantity enters it.
type GraduatedPrice struct {
	// Slices rise; the first one begins with 1.
	Slices []Slice `yaml:"slices" need:"yes"`
}

// Slice is one slice of a graduated tariff. The last one may have no bound.
type Slice struct {
	// UpTo is the largest quantity of the slice, itself inside; the last slice may have none.
	UpTo int64 `yaml:"upTo"`

	// Unit is the price of each unit in the slice.
	Unit Yen `yaml:"unit"`

	// Flat is due once the quantity enters the slice.
	Flat Yen `yaml:"flat"`
}

func (p *GraduatedPrice) rules() []Rule { return []Rule{RuleSlice} }

func (p *GraduatedPrice) check() string {
	for i, s := range p.Slices {
		last := i == len(p.Slices)-1
		if s.UpTo < 1 && !last || s.UpTo > 0 && i > 0 && s.UpTo <= p.Slices[i-1].UpTo {
			return "slices have to rise"
		}
	}
	return ""
}

func (p *GraduatedPrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	var out []Step
	below := int64(0)
	for _, slice := range p.Slices {
		if u.Quantity <= below {
			return out, nil
		}
		upTo := slice.UpTo
		if upTo == 0 || upTo > u.Quantity {
			upTo = u.Quantity
		}
		n := upTo - below
		exact := times(n, slice.Unit)
		s, err := stepOf(clause(RuleSlice, Params{
			"from": NumberValue(below + 1), "upTo": NumberValue(upTo), "quantity": NumberValue(n), "unit": YenValue(slice.Unit), "flat": YenValue(slice.Flat),
		}), exact.Add(exact, slice.Flat.rat()), RoundDown)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
		below = upTo
	}
	if u.Quantity > below {
		return nil, ErrOnRequest
	}
	return out, nil
}
