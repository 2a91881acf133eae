package policy

import (
	"errors"
	"strings"
	"testing"
)

// callCentre is the call-centre tariff of the licensed-software vendor.
var callCentre = Price{Plan: "call-centre", Bands: &BandPrice{CommitMonths: 12, Bands: []Band{
	{100, 300_000, 1_000_000}, {500, 600_000, 2_000_000}, {1_000, 900_000, 3_000_000},
	{5_000, 1_200_000, 4_000_000}, {10_000, 1_500_000, 5_000_000}, {50_000, 1_800_000, 6_000_000},
}}}

func TestPrice_AmountOf(t *testing.T) {
	paid := Price{BaseUnit: &BaseUnitPrice{50_000, 500}}
	lots := Price{Package: &PackagePrice{Unit: 3_000, Lot: 10, Months: 12}}
	slices := Price{Graduated: &GraduatedPrice{Slices: []Slice{{10, 1_000, 0}, {20, 800, 500}, {0, 500, 0}}}}
	share := Price{Percent: &PercentPrice{Rate: 1500}}
	least := Price{Percent: &PercentPrice{Rate: 1000, Minimum: 5_000}}
	steps := Price{Percent: &PercentPrice{Rate: 300, Slices: []PercentSlice{{100_000, 1000}, {200_000, 500}}}}
	spot := Price{Time: &TimePrice{20_000, 30, []TimeReading{ReadIncrement, ReadProRata}}}
	exact := Price{Time: &TimePrice{20_000, 30, []TimeReading{ReadProRata}}}
	for _, tt := range []struct {
		name  string
		price Price
		usage Usage
		want  Yen
		rules string
	}{
		{"flat", Price{Flat: &FlatPrice{700}}, Usage{Quantity: 9}, 700, "flat"},
		{"per unit", Price{Unit: &UnitPrice{8_000}}, Usage{Quantity: 10}, 80_000, "per-unit"},
		{"base and units", paid, Usage{Quantity: 850}, 475_000, "base-fee per-unit"},
		{"base and one unit", paid, Usage{Quantity: 1}, 50_500, "base-fee per-unit"},

		{"a whole lot", lots, Usage{Quantity: 10}, 30_000, "whole-lots"},
		{"one unit takes a lot", lots, Usage{Quantity: 1}, 30_000, "whole-lots unused-lapse"},
		{"one more than a lot takes two", lots, Usage{Quantity: 11}, 60_000, "whole-lots unused-lapse"},
		{"26 units take three lots", lots, Usage{Quantity: 26}, 90_000, "whole-lots unused-lapse"},
		{"none take none", lots, Usage{}, 0, "whole-lots"},

		{"lowest of the first band", callCentre, Usage{Quantity: 1}, 12_300_000, "band-initial band-monthly"},
		{"last of the first band", callCentre, Usage{Quantity: 100}, 12_300_000, "band-initial band-monthly"},
		{"first of the second band", callCentre, Usage{Quantity: 101}, 24_600_000, "band-initial band-monthly"},
		{"last of the second band", callCentre, Usage{Quantity: 500}, 24_600_000, "band-initial band-monthly"},
		{"first of the third band", callCentre, Usage{Quantity: 501}, 36_900_000, "band-initial band-monthly"},
		{"last of the third band", callCentre, Usage{Quantity: 1_000}, 36_900_000, "band-initial band-monthly"},
		{"first of the fourth band", callCentre, Usage{Quantity: 1_001}, 49_200_000, "band-initial band-monthly"},
		{"last of the fourth band", callCentre, Usage{Quantity: 5_000}, 49_200_000, "band-initial band-monthly"},
		{"first of the fifth band", callCentre, Usage{Quantity: 5_001}, 61_500_000, "band-initial band-monthly"},
		{"last of the fifth band", callCentre, Usage{Quantity: 10_000}, 61_500_000, "band-initial band-monthly"},
		{"first of the sixth band", callCentre, Usage{Quantity: 10_001}, 73_800_000, "band-initial band-monthly"},
		{"last of the sixth band", callCentre, Usage{Quantity: 50_000}, 73_800_000, "band-initial band-monthly"},
		{"a year and a month are two years", callCentre, Usage{Quantity: 100, Months: 13}, 24_300_000, "band-initial band-monthly"},

		{"within the first slice", slices, Usage{Quantity: 10}, 10_000, "slice"},
		{"one into the second slice, with its fee", slices, Usage{Quantity: 11}, 11_300, "slice slice"},
		{"into the last slice", slices, Usage{Quantity: 21}, 19_000, "slice slice slice"},

		{"15 % of a list price", share, Usage{Base: 1_000_000}, 150_000, "percent-of"},
		{"15 % that is no whole yen is cut", share, Usage{Base: 333}, 49, "percent-of"},
		{"the minimum is greater", least, Usage{Base: 49_999}, 5_000, "minimum"},
		{"the part equals the minimum", least, Usage{Base: 50_000}, 5_000, "percent-of"},
		{"the part is greater", least, Usage{Base: 50_010}, 5_001, "percent-of"},
		{"a percentage by slices", steps, Usage{Base: 300_000}, 18_000, "percent-of percent-of percent-of"},

		{"one minute costs the minimum", spot, Usage{Minutes: []int64{1}}, 10_000, "time-charged"},
		{"the minimum itself", spot, Usage{Minutes: []int64{30}}, 10_000, "time-charged"},
		{"a minute more, by steps", spot, Usage{Minutes: []int64{31}}, 20_000, "time-charged"},
		{"a minute more, by the minute", exact, Usage{Minutes: []int64{31}}, 10_333, "time-charged"},
		{"an hour either way", exact, Usage{Minutes: []int64{60}}, 20_000, "time-charged"},
		{"two engagements are not pooled", spot, Usage{Minutes: []int64{10, 10}}, 20_000, "time-charged time-charged"},
	} {
		amount, trace, err := tt.price.AmountOf(tt.usage, PriceList{})
		var rules []string
		for _, s := range trace {
			rules = append(rules, string(s.Rule))
		}
		if err != nil || amount != tt.want || strings.Join(rules, " ") != tt.rules {
			t.Errorf("%s: AmountOf = %d by %v, %v, want %d by %s", tt.name, amount, rules, err, tt.want, tt.rules)
		}
	}
}

func TestPrice_AmountOf_refused(t *testing.T) {
	for _, tt := range []struct {
		name  string
		price Price
		usage Usage
		want  error
	}{
		{"above the last band", callCentre, Usage{Quantity: 50_001}, ErrOnRequest},
		{"no licence at all", callCentre, Usage{}, ErrOnRequest},
		{"above the last slice", Price{Graduated: &GraduatedPrice{Slices: []Slice{{10, 1, 0}}}}, Usage{Quantity: 11}, ErrOnRequest},
		{"on request", Price{OnRequest: &OnRequestPrice{}}, Usage{Quantity: 1}, ErrOnRequest},
		{"a percentage of nothing", Price{Percent: &PercentPrice{Rate: 1500}}, Usage{}, ErrNoBase},
	} {
		if amount, _, err := tt.price.AmountOf(tt.usage, PriceList{}); !errors.Is(err, tt.want) {
			t.Errorf("%s: AmountOf = %d, %v, want %v", tt.name, amount, err, tt.want)
		}
	}
}

// TestGraduatedPrice_continuous: without fees, a slice goes on from where the one
// below it ended.
func TestGraduatedPrice_continuous(t *testing.T) {
	p := Price{Graduated: &GraduatedPrice{Slices: []Slice{{10, 1_000, 0}, {50, 700, 0}, {0, 300, 0}}}}
	last := Yen(0)
	for q := int64(1); q <= 100; q++ {
		amount, _, err := p.AmountOf(Usage{Quantity: q}, PriceList{})
		if err != nil {
			t.Fatal(err)
		}
		if step := amount - last; step != 1_000 && step != 700 && step != 300 {
			t.Errorf("unit %d costs %d more, which is no slice's price", q, step)
		}
		last = amount
	}
}

func TestPrice_Check(t *testing.T) {
	for name, p := range map[string]Price{
		"bands that do not rise":       {Bands: &BandPrice{CommitMonths: 12, Bands: []Band{{UpTo: 5}, {UpTo: 5}}}},
		"a contract of no months":      {Bands: &BandPrice{Bands: []Band{{UpTo: 5}}}},
		"slices that do not rise":      {Graduated: &GraduatedPrice{Slices: []Slice{{UpTo: 5}, {UpTo: 4}}}},
		"a slice in the middle of all": {Graduated: &GraduatedPrice{Slices: []Slice{{}, {UpTo: 4}}}},
		"a lot of nothing":             {Package: &PackagePrice{Months: 12}},
		"time without a reading":       {Time: &TimePrice{PerHour: 1, MinimumMinutes: 30}},
		"parts that do not rise":       {Percent: &PercentPrice{Slices: []PercentSlice{{UpTo: 5}, {UpTo: 5}}}},
	} {
		if p.Check() == "" {
			t.Errorf("%s: nothing is found wrong", name)
		}
	}
	if wrong := callCentre.Check(); wrong != "" {
		t.Errorf("the call-centre tariff is called wrong: %s", wrong)
	}
}
