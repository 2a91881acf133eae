package policy

import (
	"strings"
	"unicode"
)

// Fold reduces a typed name to what identifies it: full-width and half-width
// forms, upper and lower case, hiragana and katakana become one, and everything
// that is not a letter or a digit goes. "ＮｅｔＮｅｂｕｌａｓ－ＶＡ　ＤＨＣＰ" and
// "netnebulas va dhcp" fold to the same key. It never changes which digits
// there are: ① stays ①.
func Fold(s string) string {
	var b strings.Builder
	for _, r := range widen(s) {
		r = unicode.ToLower(r)
		if 'ァ' <= r && r <= 'ヶ' {
			r -= 'ァ' - 'ぁ'
		}
		if r == 'ー' || unicode.IsLetter(r) || unicode.IsNumber(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Narrow turns full-width ASCII (０-９, Ａ-Ｚ, ．, －, ，) and the ideographic
// space into ASCII and leaves everything else alone, circled digits among it.
func Narrow(s string) string {
	return strings.Map(narrow, s)
}

func narrow(r rune) rune {
	switch {
	case '！' <= r && r <= '～':
		return r - '！' + '!'
	case r == '　' || r == '\u00a0':
		return ' '
	case r == '‐' || r == '‑' || r == '–' || r == '−':
		return '-'
	}
	return r
}

// widen is Narrow that also turns half-width katakana into full-width ones,
// voicing marks included.
func widen(s string) []rune {
	out := make([]rune, 0, len(s))
	for _, r := range s {
		r = narrow(r)
		if r < '･' || r > 'ﾟ' {
			out = append(out, r)
			continue
		}
		full := halfKatakana[r-'･']
		if n := len(out); n > 0 && (r == 'ﾞ' || r == 'ﾟ') {
			if voiced, ok := voice(out[n-1], r); ok {
				out[n-1] = voiced
				continue
			}
		}
		out = append(out, full)
	}
	return out
}

// halfKatakana are the full-width forms of U+FF65 to U+FF9F, in order.
var halfKatakana = []rune("・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜")

func voice(base, mark rune) (rune, bool) {
	switch {
	case mark == 'ﾞ' && base == 'ウ':
		return 'ヴ', true
	case mark == 'ﾞ' && strings.ContainsRune("カキクケコサシスセソタチツテトハヒフヘホ", base):
		return base + 1, true
	case mark == 'ﾟ' && strings.ContainsRune("ハヒフヘホ", base):
		return base + 2, true
	}
	return base, false
}
