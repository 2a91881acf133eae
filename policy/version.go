package policy

import (
	"fmt"
	"strconv"
	"strings"
)

// Version is a version number in the form X.Y.Z-r, taken apart.
//
// Infinico, 保守サービス対象バージョンの見分け方: X is the major, Y the minor, Z the
// bug-fix number, r the revision. X, Y and Z move independently, and Z never
// goes back to 0.
type Version struct {
	Major, Minor, Bugfix int

	// Revision is r, or -1 where it was not given. It never decides whether
	// a version is supported.
	Revision int

	// Printed is how it was written, leading zeros and all.
	Printed string
}

// ParseVersion reads X.Y.Z or X.Y.Z-r as people type it: with or without "Ver"
// or "v" before it, in full-width digits, with leading zeros, with blanks
// around it. Numbers are compared as numbers, so 1.6.11 is 1.06.11. Anything
// else is an error; no part is ever guessed.
func ParseVersion(typed string) (Version, error) {
	bad := fmt.Errorf("%q is not a version: write it as X.Y.Z or X.Y.Z-r, such as 3.34.4", typed)
	s := strings.TrimSpace(Narrow(typed))
	for _, prefix := range []string{"version", "ver.", "ver", "v.", "v", "バージョン"} {
		if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
			s = strings.TrimSpace(s[len(prefix):])
			break
		}
	}
	v := Version{Revision: -1, Printed: s}
	numbers, revision, hasRevision := strings.Cut(s, "-")
	parts := strings.Split(numbers, ".")
	if len(parts) != 3 {
		return Version{}, bad
	}
	for i, into := range []*int{&v.Major, &v.Minor, &v.Bugfix} {
		n, ok := versionNumber(parts[i])
		if !ok {
			return Version{}, bad
		}
		*into = n
	}
	if hasRevision && !strings.EqualFold(revision, "r") { // the policy itself writes 1.1.1-r for "any r"
		n, ok := versionNumber(revision)
		if !ok {
			return Version{}, bad
		}
		v.Revision = n
	}
	return v, nil
}

func versionNumber(s string) (int, bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	for _, c := range s {
		if c < '0' || c > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

func (v Version) String() string { return v.Printed }

// Same reports that two versions have the same X.Y.Z, whatever their revision.
func (v Version) Same(w Version) bool {
	return v.Major == w.Major && v.Minor == w.Minor && v.Bugfix == w.Bugfix
}

// Compare orders versions by X, then Y, then Z, as numbers. The revision counts
// last, and a version without one comes first.
func (v Version) Compare(w Version) int {
	for _, d := range []int{v.Major - w.Major, v.Minor - w.Minor, v.Bugfix - w.Bugfix, v.Revision - w.Revision} {
		if d != 0 {
			return d
		}
	}
	return 0
}

// Supported returns the releases of one product that stay supported when they
// are all there are: within each major those with the largest bug-fix number,
// in the order given. Hotfixes, which move only the revision, neither drop out
// nor push others out.
//
// Infinico, バージョン表記の具体例 ① to ⑥.
func Supported(releases []Version) []Version {
	largest := map[int]int{}
	for _, v := range releases {
		if z, ok := largest[v.Major]; !ok || v.Bugfix > z {
			largest[v.Major] = v.Bugfix
		}
	}
	var out []Version
	for _, v := range releases {
		if v.Bugfix == largest[v.Major] {
			out = append(out, v)
		}
	}
	return out
}
