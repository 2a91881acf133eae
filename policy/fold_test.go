package policy

import "testing"

func TestFold(t *testing.T) {
	for _, tt := range []struct{ name, a, b string }{
		{"letter case", "NetNebulas2 DHCP", "netnebulas2 dhcp"},
		{"full width", "ＮｅｔＮｅｂｕｌａｓ２　ＤＨＣＰ", "NetNebulas2 DHCP"},
		{"hyphen or blank", "NetNebulas-VA DHCP", "NetNebulas VA DHCP"},
		{"kinds of hyphen", "NetNebulas－VA", "NetNebulas‐VA"},
		{"half-width katakana", "ｻｲﾎﾞｳｽﾞ ﾃﾞﾁﾞｴ", "サイボウズ デヂエ"},
		{"semi-voiced half-width katakana", "ﾊﾟｰﾄﾅｰ", "パートナー"},
		{"hiragana and katakana", "おんたいむ", "オンタイム"},
		{"list comma of the vendor", "DHCP1000i、DHCP2000i", "DHCP1000i DHCP2000i"},
	} {
		if x, y := Fold(tt.a), Fold(tt.b); x != y || x == "" {
			t.Errorf("%s: Fold(%q) = %q, Fold(%q) = %q, want them equal", tt.name, tt.a, x, tt.b, y)
		}
	}
	for _, tt := range []struct{ name, a, b string }{
		{"generations differ", "NetNebulas DHCP", "NetNebulas2 DHCP"},
		{"a circled digit is no digit", "①②", "12"},
		{"voiced and unvoiced differ", "カ", "ガ"},
		{"long vowels differ", "サーバ", "サーバー"},
	} {
		if x, y := Fold(tt.a), Fold(tt.b); x == y {
			t.Errorf("%s: Fold(%q) = Fold(%q) = %q, want them to differ", tt.name, tt.a, tt.b, x)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("ﾃﾞﾁﾞｴ")
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Errorf("Fold(Fold(%q)) = %q, want %q", s, Fold(once), once)
		}
	})
}
