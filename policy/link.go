package policy

import (
	"fmt"
	"strings"
)

// Link is an address on the web, as https://example.com/page.
type Link string

// UnmarshalText reads an address. It takes https and http alone, so that a page
// can lead to it without a second look.
func (l *Link) UnmarshalText(b []byte) error {
	s := string(b)
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	host, _, _ := strings.Cut(rest, "/")
	if !ok || host == "" || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || strings.ContainsRune(`"<>\^{|}`+"`", r) }) {
		return fmt.Errorf("%q is not an address on the web: write it whole, such as https://example.com/page", s)
	}
	*l = Link(s)
	return nil
}
