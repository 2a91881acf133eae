package policy

import (
	"math/big"
	"testing"
)

func TestRounding_Yen(t *testing.T) {
	for _, tt := range []struct {
		name               string
		exact              *big.Rat
		down, halfUp, upTo Yen
	}{
		{"whole", big.NewRat(80000, 1), 80000, 80000, 80000},
		{"a third of three is one", new(big.Rat).Mul(big.NewRat(1, 3), big.NewRat(3, 1)), 1, 1, 1},
		{"just below one half", big.NewRat(1249, 100), 12, 12, 13},
		{"one half", big.NewRat(25, 2), 12, 13, 13},
		{"a discount of one half", big.NewRat(-25, 2), -12, -13, -13},
		{"nothing", new(big.Rat), 0, 0, 0},
	} {
		for _, r := range []struct {
			rounding Rounding
			want     Yen
		}{{RoundDown, tt.down}, {RoundHalfUp, tt.halfUp}, {RoundUp, tt.upTo}, {"", tt.down}} {
			if got, err := r.rounding.Yen(tt.exact); err != nil || got != r.want {
				t.Errorf("%s: %q.Yen(%s) = %d, %v, want %d", tt.name, r.rounding, tt.exact, got, err, r.want)
			}
		}
	}
	if _, err := RoundDown.Yen(new(big.Rat).SetInt64(int64(MaxYen) + 1)); err == nil {
		t.Error("Yen(MaxYen+1): want an error")
	}
}

func TestYen_UnmarshalText(t *testing.T) {
	for s, want := range map[string]Yen{"0": 0, "80000": 80000, "80,000": 80000, "1,000,000": 1000000, "1000": 1000, "50,000円": 50000, "300千円": 300000, "1,000千円": 1000000, "2万円": 20000} {
		var y Yen
		if err := y.UnmarshalText([]byte(s)); err != nil || y != want {
			t.Errorf("UnmarshalText(%q) = %d, %v, want %d", s, y, err, want)
		}
	}
	for _, s := range []string{"", "010", "100.5", "8,00", "80,0000", "1e5", "-5", "8 000", ",000", "80,000yen", "円", "3百円", "99999999999999千円", "99999999999999999999", "1234,000"} {
		var y Yen
		if err := y.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("UnmarshalText(%q) = %d, want an error", s, y)
		}
	}
}

func TestPercent(t *testing.T) {
	for s, want := range map[string]Percent{"10%": 1000, "8%": 800, "7.5%": 750, "0.01%": 1, "100%": 10000} {
		var p Percent
		if err := p.UnmarshalText([]byte(s)); err != nil || p != want || p.String() != s {
			t.Errorf("UnmarshalText(%q) = %d %q, %v, want %d", s, p, p, err, want)
		}
	}
	for _, s := range []string{"", "10", "%", "1/3%", "0.001%", "-5%", "1e1%", "99999999999%"} {
		var p Percent
		if err := p.UnmarshalText([]byte(s)); err == nil {
			t.Errorf("UnmarshalText(%q) = %d, want an error", s, p)
		}
	}
}
