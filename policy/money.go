package policy

import (
	"fmt"
	"math/big"
	"strings"
)

// Yen is an amount of Japanese yen. The yen has no smaller unit, so an amount in
// a document is always whole; what lies between the steps of a computation is a
// *big.Rat, and only a Rounding turns one into Yen.
type Yen int64

// Currency is the ISO 4217 code of Yen.
const Currency = "JPY"

// MaxYen bounds every amount, so that sums of them cannot overflow: ten
// quadrillion yen, more than Japan's yearly product.
const MaxYen Yen = 1e16

// UnmarshalText reads an amount as a catalog writes it: digits, with commas
// between groups of three if at all, and the unit in which the vendor prints it
// where that is 円, 千円 or 万円.
func (y *Yen) UnmarshalText(b []byte) error {
	s, unit := string(b), int64(1)
	for _, u := range []struct {
		name string
		yen  int64
	}{{"千円", 1000}, {"万円", 10000}, {"円", 1}} {
		if rest, ok := strings.CutSuffix(s, u.name); ok {
			s, unit = rest, u.yen
			break
		}
	}
	digits, err := groupedDigits(s)
	if err != nil {
		return err
	}
	var n int64
	for _, c := range digits {
		n = n*10 + int64(c-'0')
		if n > int64(MaxYen)/unit {
			return fmt.Errorf("amount %q is larger than %d", b, MaxYen)
		}
	}
	*y = Yen(n * unit)
	return nil
}

// groupedDigits returns the digits of a whole number that may have commas
// between groups of three.
func groupedDigits(s string) (string, error) {
	bad := fmt.Errorf("%q is not a whole amount: write digits only, such as 80000 or 80,000", s)
	groups := strings.Split(s, ",")
	for i, g := range groups {
		if g == "" || i > 0 && len(g) != 3 || i == 0 && len(groups) > 1 && len(g) > 3 {
			return "", bad
		}
		for _, c := range g {
			if c < '0' || c > '9' {
				return "", bad
			}
		}
	}
	digits := strings.Join(groups, "")
	if len(digits) > 1 && digits[0] == '0' {
		return "", bad
	}
	return digits, nil
}

func (y Yen) rat() *big.Rat { return new(big.Rat).SetInt64(int64(y)) }

// Rounding is how an exact amount becomes whole yen. It works on the size of the
// amount, so that a discount of 33.3 is rounded as a price of 33.3 is.
type Rounding string

const (
	RoundDown   Rounding = "down"    // 切捨て: what is below one yen is dropped
	RoundHalfUp Rounding = "half-up" // 四捨五入: half a yen and more becomes one
	RoundUp     Rounding = "up"      // 切上げ: any part of a yen becomes one
)

var roundings = []Rounding{RoundDown, RoundHalfUp, RoundUp}

// OneOf lists the values a catalog may write.
func (Rounding) OneOf() []string { return names(roundings) }

// Yen rounds an exact amount. An amount beyond MaxYen in either direction is an
// error. The zero Rounding rounds down, the custom for consumption tax.
func (r Rounding) Yen(exact *big.Rat) (Yen, error) {
	size := new(big.Rat).Abs(exact)
	whole, rest := new(big.Int).QuoRem(size.Num(), size.Denom(), new(big.Int))
	up := false
	switch r {
	case RoundHalfUp:
		up = new(big.Int).Lsh(rest, 1).Cmp(size.Denom()) >= 0
	case RoundUp:
		up = rest.Sign() > 0
	}
	if up {
		whole.Add(whole, big.NewInt(1))
	}
	if whole.Cmp(big.NewInt(int64(MaxYen))) > 0 {
		return 0, fmt.Errorf("amount %s is larger than %d", exact.FloatString(0), MaxYen)
	}
	return Yen(whole.Int64() * int64(exact.Sign())), nil
}

// Percent is a rate in hundredths of a percent: 1000 is 10 %.
type Percent int32

// UnmarshalText reads "10%" or "7.5%".
func (p *Percent) UnmarshalText(b []byte) error {
	bad := fmt.Errorf("%q is not a rate: write it as 10%% or 7.5%%", b)
	s, ok := strings.CutSuffix(string(b), "%")
	if !ok {
		return bad
	}
	r, ok := new(big.Rat).SetString(s)
	if !ok || strings.ContainsAny(s, "/eExX_+-") {
		return bad
	}
	r.Mul(r, big.NewRat(100, 1))
	if !r.IsInt() || r.Num().BitLen() > 30 {
		return fmt.Errorf("rate %q is finer than a hundredth of a percent, or too large", b)
	}
	*p = Percent(r.Num().Int64())
	return nil
}

// String is "10%" or "7.5%".
func (p Percent) String() string {
	s := new(big.Rat).SetFrac64(int64(p), 100).FloatString(2)
	return strings.TrimRight(strings.TrimRight(s, "0"), ".") + "%"
}

// MarshalText writes String.
func (p Percent) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Of is that part of an amount, exactly.
func (p Percent) Of(amount Yen) *big.Rat {
	return new(big.Rat).Mul(amount.rat(), new(big.Rat).SetFrac64(int64(p), 10000))
}
