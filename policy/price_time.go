package policy

import "math/big"

// TimePrice is a price by the time of handling, each engagement by itself.
//
// OnTime, spot support: 20,000 yen an hour, 30 minutes at the least. Whether time
// beyond that counts in steps of 30 minutes or by the minute is not said, and
// the catalog names both readings; they agree at 30, 60, 90 minutes and so on.
type TimePrice struct {
	// PerHour is the price of an hour.
	PerHour Yen `yaml:"perHour" need:"yes"`

	// MinimumMinutes is the least time that is charged.
	MinimumMinutes int64 `yaml:"minimumMinutes" need:"yes"`

	// Readings are the ways in which time beyond the minimum may count, the
	// one to budget with first.
	Readings []TimeReading `yaml:"readings" need:"yes"`
}

// TimeReading is a way in which time beyond the minimum counts.
type TimeReading string

const (
	ReadIncrement TimeReading = "increment" // in steps of the minimum, begun ones in full
	ReadProRata   TimeReading = "pro-rata"  // by the minute
)

// OneOf lists the values a catalog may write.
func (TimeReading) OneOf() []string { return names([]TimeReading{ReadIncrement, ReadProRata}) }

func (p *TimePrice) rules() []Rule { return []Rule{RuleTimeCharged} }

func (p *TimePrice) check() string {
	if p.MinimumMinutes < 1 || len(p.Readings) == 0 {
		return "a minimum is at least one minute, and one reading is needed"
	}
	return ""
}

// Charged is the time that counts for an engagement, in minutes, by a reading.
func (p *TimePrice) Charged(minutes int64, reading TimeReading) int64 {
	minutes = max(minutes, p.MinimumMinutes)
	if reading == ReadIncrement {
		minutes = (minutes + p.MinimumMinutes - 1) / p.MinimumMinutes * p.MinimumMinutes
	}
	return minutes
}

// Cost is what an engagement costs by a reading, exactly.
func (p *TimePrice) Cost(minutes int64, reading TimeReading) *big.Rat {
	cost := times(p.Charged(minutes, reading), p.PerHour)
	return cost.Quo(cost, big.NewRat(60, 1))
}

func (p *TimePrice) steps(u Usage, clause func(Rule, Params) Reason) ([]Step, error) {
	var out []Step
	for _, minutes := range u.Minutes {
		reading := p.Readings[0]
		params := Params{
			"minutes": NumberValue(minutes), "charged": NumberValue(p.Charged(minutes, reading)), "perHour": YenValue(p.PerHour),
		}
		exact := p.Cost(minutes, reading)
		if len(p.Readings) > 1 {
			other, err := RoundDown.Yen(p.Cost(minutes, p.Readings[1]))
			if err != nil {
				return nil, err
			}
			params["other"] = YenValue(other)
		}
		s, err := stepOf(clause(RuleTimeCharged, params), exact, RoundDown)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}
