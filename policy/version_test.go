package policy

import "testing"

func TestParseVersion(t *testing.T) {
	for _, tt := range []struct {
		name, typed string
		want        Version
	}{
		{"as printed", "3.34.4", Version{3, 34, 4, -1, "3.34.4"}},
		{"with revision", "1.1.1-1111", Version{1, 1, 1, 1111, "1.1.1-1111"}},
		{"any revision, as the policy writes it", "1.2.2-r", Version{1, 2, 2, -1, "1.2.2-r"}},
		{"with Ver", "Ver3.34.4", Version{3, 34, 4, -1, "3.34.4"}},
		{"with Ver. and blank", "ver. 3.34.4", Version{3, 34, 4, -1, "3.34.4"}},
		{"with v", "v3.34.4", Version{3, 34, 4, -1, "3.34.4"}},
		{"in Japanese", "バージョン 3.34.4", Version{3, 34, 4, -1, "3.34.4"}},
		{"full width", "３．３４．４", Version{3, 34, 4, -1, "3.34.4"}},
		{"full width with revision", "１．１．１－１１１１", Version{1, 1, 1, 1111, "1.1.1-1111"}},
		{"leading zeros", "1.06.11", Version{1, 6, 11, -1, "1.06.11"}},
		{"blanks around", "  4.10.1 ", Version{4, 10, 1, -1, "4.10.1"}},
	} {
		if got, err := ParseVersion(tt.typed); err != nil || got != tt.want {
			t.Errorf("%s: ParseVersion(%q) = %+v, %v, want %+v", tt.name, tt.typed, got, err, tt.want)
		}
	}
	for _, typed := range []string{"", "3", "3.34", "3.34.4.1", "3.34.x", "3,34,4", "latest", "3.34.4-", "3.34.4-a", "3.-1.4", "①.②.③", "3 .34.4", "9999999999.1.1", "v", "ver"} {
		if got, err := ParseVersion(typed); err == nil {
			t.Errorf("ParseVersion(%q) = %+v, want an error", typed, got)
		}
	}
}

func TestVersion_Compare(t *testing.T) {
	rising := []string{"1.06.11", "3.02.5", "4.8.0", "4.8.1", "4.8.1-5", "4.10.1", "5.00.3"}
	for i, a := range rising {
		for j, b := range rising {
			x, _ := ParseVersion(a)
			y, _ := ParseVersion(b)
			if got := x.Compare(y); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("Compare(%s, %s) = %d", a, b, got)
			}
		}
	}
}

func FuzzParseVersion(f *testing.F) {
	for _, s := range []string{"3.34.4", "Ver１．２．３－４", "1.06.11", "v.1.2.3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		v, err := ParseVersion(typed)
		if err != nil {
			return
		}
		again, err := ParseVersion(v.Printed)
		if err != nil || again != v {
			t.Errorf("ParseVersion(%q) = %+v, read again %+v, %v", typed, v, again, err)
		}
		if v.Compare(again) != 0 || !v.Same(again) {
			t.Errorf("%q does not equal itself", typed)
		}
	})
}
