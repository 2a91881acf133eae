package endoflife_test

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"madoguchi/data"
	"madoguchi/data/source"
	"madoguchi/data/source/endoflife"
	"madoguchi/policy"
)

// snapshot is a copy of endoflife.date's product files as of 2026-08-22, which lies
// beside the project and is no part of it.
const snapshot = "../../../../shared/data/endoflife"

// importSnapshot imports it once for all tests.
var importSnapshot = sync.OnceValues(func() (policy.Catalog, endoflife.Import) {
	files, err := readSnapshot()
	if err != nil {
		panic(err) // the tests have read the same files before
	}
	read := endoflife.Read(files)
	c, _, _ := source.Read(endoflife.VendorID, read.Files, policy.Country{})
	return c, read
})

// snapshotDay is the day of it.
var snapshotDay = policy.MustDate("2026-08-22")

// snapshotFiles reads the product files, or returns nothing where there are none:
// on a stranger's machine the rows of the other tests have to do.
func snapshotFiles(t testing.TB) []source.File {
	t.Helper()
	files, err := readSnapshot()
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("CI") != "" {
			t.Fatalf("no product files in %s: put a copy of shared/ beside the project", snapshot)
		}
		t.Logf("not run: no product files in %s", snapshot)
	}
	return files
}

func readSnapshot() ([]source.File, error) {
	names, err := filepath.Glob(filepath.Join(snapshot, "*.yaml"))
	if err != nil {
		return nil, err
	}
	var files []source.File
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, source.File{Name: filepath.Base(name), Data: b})
	}
	return files, nil
}

// rawRelease is a release as its lines stand in a product file.
type rawRelease map[string]string

var (
	rowForm = regexp.MustCompile(`^ *- +(\w+): *(.*)$`)
	keyForm = regexp.MustCompile(`^ +(\w+): *(.*)$`)
)

// rawReleases reads releases line by line, without any reader of YAML: what the
// import makes of a file is compared with it.
func rawReleases(f source.File) []rawRelease {
	var out []rawRelease
	inside := false
	lines := bufio.NewScanner(bytes.NewReader(f.Data))
	for lines.Scan() {
		line := strings.TrimRight(lines.Text(), " ")
		switch {
		case line == "releases:":
			inside = true
		case !inside || strings.HasPrefix(strings.TrimSpace(line), "#"):
		case rowForm.MatchString(line):
			m := rowForm.FindStringSubmatch(line)
			out = append(out, rawRelease{m[1]: rawValue(m[2])})
		case keyForm.MatchString(line):
			m := keyForm.FindStringSubmatch(line)
			out[len(out)-1][m[1]] = rawValue(m[2])
		}
	}
	return out
}

func rawValue(s string) string {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		s, _, _ = strings.Cut(s[1:], s[:1])
		return s
	}
	s, _, _ = strings.Cut(s, " #")
	return strings.TrimSpace(s)
}

func rawPermalink(f source.File) string {
	for line := range strings.Lines(string(f.Data)) {
		if link, ok := strings.CutPrefix(line, "permalink: /"); ok {
			return strings.TrimSpace(link)
		}
	}
	return ""
}

// TestSnapshot_counts: every file is imported, and everything odd is told, as often
// as it is known to be there.
func TestSnapshot_counts(t *testing.T) {
	files := snapshotFiles(t)
	if files == nil {
		return
	}
	c, read := importSnapshot()
	_, issues, remarks := source.Read(endoflife.VendorID, read.Files, policy.Country{})
	for _, issue := range append(issues, remarks...) {
		t.Errorf("our own reader says of what was imported: %s", issue)
	}
	filesWith := func(k endoflife.Kind) int {
		seen := map[string]bool{}
		for _, a := range read.Anomalies {
			if a.Kind == k {
				seen[a.File] = true
			}
		}
		return len(seen)
	}
	nested := 0
	for _, p := range c.Products {
		if slices.ContainsFunc(p.Releases, func(r policy.Release) bool { return isNested(p, r) }) {
			nested++
		}
	}
	for _, tt := range []struct {
		what      string
		got, want int
	}{
		{"products", read.Products, 464},
		{"products in the catalog", len(c.Products), 464},
		{"releases", read.Releases, 8351},
		{"files and releases left out", read.Count(endoflife.KindNotImported), 0},
		{"values that cannot be read", read.Count(endoflife.KindUnreadable), 0},
		{"keys or releases that stand twice", read.Count(endoflife.KindTwice), 0},
		{"latest patches dated before their release", read.Count(endoflife.KindPatchEarly), 74},
		{"latest patches dated after end of life", read.Count(endoflife.KindPatchLate), 682},
		{"files with dead keys", filesWith(endoflife.KindDeadKey), 6},
		{"phases out of order", read.Count(endoflife.KindPhaseOrder), 0},
		{"releases out of order", read.Count(endoflife.KindRowOrder), 0},
		{"active support that ends with all support", read.Seen.ActiveIsSupport, 572},
		{"extended support that adds no day", read.Seen.SupportIsExtended, 60},
		{"aliases", read.Seen.Aliases, 330},
		{"names that mean another product", read.Count(endoflife.KindNameTaken), 0},
		{"latest patches", read.Seen.Latest, 6223},
		{"latest patches that do not begin with their release, empty ones with them", read.Count(endoflife.KindLatestForm) + emptyLatest(read), 248},
		{"latest patches that belong to another release", read.Count(endoflife.KindLatestOther), 25},
		{"products with nested releases", nested, 37},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %d, want %d", tt.what, tt.got, tt.want)
		}
	}
	for _, a := range read.Anomalies {
		if want := a.File + ": "; !strings.HasPrefix(a.String(), want) || a.Release != "" && !strings.HasPrefix(a.String(), want+a.Release+": ") {
			t.Errorf("%q does not name its file and release first", a)
		}
	}
}

func emptyLatest(read endoflife.Import) int {
	n := 0
	for _, a := range read.Anomalies {
		if a.Kind == endoflife.KindEmpty && a.What == "latest is empty" {
			n++
		}
	}
	return n
}

// isNested reports whether another release is the beginning of this one.
func isNested(p policy.Product, r policy.Release) bool {
	if len(policy.ReleasesByNumber(p, string(r.Version))) != 1 {
		return false
	}
	p.Releases = slices.DeleteFunc(slices.Clone(p.Releases), func(other policy.Release) bool { return other.Version == r.Version })
	return len(policy.ReleasesByNumber(p, string(r.Version))) > 0
}

// TestSnapshot_status compares the phases of every release on the day of the
// snapshot with what its lines say: a day is the last one inside; true is over,
// false runs, and what is not there is not offered. Versions stand in the order of
// the file.
func TestSnapshot_status(t *testing.T) {
	files := snapshotFiles(t)
	if files == nil {
		return
	}
	c, _ := importSnapshot()
	byID := map[string]policy.Product{}
	for _, p := range c.Products {
		byID[p.ID] = p
	}
	phases := map[string]string{"sale": "discontinued", "active": "eoas", "support": "eol", "extended": "eoes"}
	releases := 0
	states := map[policy.PhaseNow]int{}
	for _, f := range files {
		p := byID[rawPermalink(f)]
		raw := rawReleases(f)
		if len(raw) != len(p.Releases) {
			t.Errorf("%s: %d releases, want %d", f.Name, len(p.Releases), len(raw))
			continue
		}
		for i, r := range p.Releases {
			releases++
			if string(r.Version) != raw[i]["releaseCycle"] {
				t.Errorf("%s: row %d is %q, want %q", f.Name, i+1, r.Version, raw[i]["releaseCycle"])
			}
			given := map[string]policy.PhaseNow{}
			for _, g := range policy.PhasesOn(p, r, snapshotDay) {
				given[g.Phase] = g.State
				states[g.State]++
			}
			for phase, key := range phases {
				got, there := given[phase]
				if !there {
					got = policy.PhaseNowNotOffered // no such phase
				}
				if want := rawState(raw[i][key], snapshotDay); got != want {
					t.Errorf("%s: %s: %s on %s is %s, want %s from %s: %q", f.Name, r.Version, phase, snapshotDay, got, want, key, raw[i][key])
				}
			}
			for key, day := range map[string]policy.Date{"releaseDate": r.Day, "latestReleaseDate": r.LatestDay} {
				if raw[i][key] != day.String() {
					t.Errorf("%s: %s: %s is %s, want %q", f.Name, r.Version, key, day, raw[i][key])
				}
			}
			if raw[i]["latest"] != string(r.Latest) {
				t.Errorf("%s: %s: latest is %q, want %q", f.Name, r.Version, r.Latest, raw[i]["latest"])
			}
			if lts := raw[i]["lts"]; r.LongTerm != (lts != "" && lts != "false") || lts != "true" && lts != "false" && r.LongTermFrom.String() != lts {
				t.Errorf("%s: %s: long-term support is %v from %s, want %q", f.Name, r.Version, r.LongTerm, r.LongTermFrom, lts)
			}
		}
	}
	if releases != 8351 {
		t.Errorf("%d releases are compared, want 8351", releases)
	}
	t.Logf("phases on %s: %d running, %d ended, %d not offered", snapshotDay, states[policy.PhaseNowRunning], states[policy.PhaseNowEnded], states[policy.PhaseNowNotOffered])
}

func rawState(s string, on policy.Date) policy.PhaseNow {
	switch s {
	case "":
		return policy.PhaseNowNotOffered
	case "true":
		return policy.PhaseNowEnded
	case "false":
		return policy.PhaseNowRunning
	}
	if on.String() > s { // days written alike compare as text
		return policy.PhaseNowEnded
	}
	return policy.PhaseNowRunning
}

// TestSnapshot_lastDays: every dated phase runs on its day, and is over on the next.
func TestSnapshot_lastDays(t *testing.T) {
	files := snapshotFiles(t)
	if files == nil {
		return
	}
	c, _ := importSnapshot()
	dated := 0
	for _, p := range c.Products {
		for _, r := range p.Releases {
			for _, d := range r.Phases {
				if d.Until.IsZero() {
					continue
				}
				dated++
				if got := stateOn(p, r, d.Phase, d.Until); got != policy.PhaseNowRunning {
					t.Errorf("%s %s: %s on its last day %s is %s, want running", p.ID, r.Version, d.Phase, d.Until, got)
				}
				if next := d.Until.AddDays(1); stateOn(p, r, d.Phase, next) != policy.PhaseNowEnded {
					t.Errorf("%s %s: %s on %s, the day after its last, is not ended", p.ID, r.Version, d.Phase, next)
				}
			}
		}
	}
	if dated != 10120 {
		t.Errorf("%d phases have a day, want 10120", dated)
	}
}

func stateOn(p policy.Product, r policy.Release, phase string, on policy.Date) policy.PhaseNow {
	for _, g := range policy.PhasesOn(p, r, on) {
		if g.Phase == phase {
			return g.State
		}
	}
	return ""
}

// TestSnapshot_latest types the latest patch of every release: the answer is that
// release, or it leaves the choice among candidates that hold it, or it is
// flagged. None is silently wrong.
func TestSnapshot_latest(t *testing.T) {
	files := snapshotFiles(t)
	if files == nil {
		return
	}
	c, _ := importSnapshot()
	ask := asker(c)
	typed, right, abstained, flagged, open := 0, 0, 0, 0, 0
	for _, p := range c.Products {
		for _, r := range p.Releases {
			if r.Latest == "" {
				continue
			}
			typed++
			a := ask(p.ID, string(r.Latest), snapshotDay)
			note := slices.ContainsFunc(a.Reasons, func(reason policy.Reason) bool {
				return reason.Rule == policy.RuleNote && strings.Contains(reason.Clause.En, string(r.Latest)) && strings.Contains(reason.Clause.Ja, string(r.Version))
			})
			switch {
			case a.Version == r.Version:
				right++
			case a.Version == "" && a.Verdict == policy.VerdictUnknown && slices.Contains(a.Releases, r.Version):
				abstained++
			case a.Version == "" && a.Verdict == policy.VerdictUnknown:
				open++
			case note:
				flagged++
			default:
				t.Errorf("%s: %s, the latest patch of %s, is answered by %s without a flag", p.ID, r.Latest, r.Version, a.Version)
			}
		}
	}
	t.Logf("of %d latest patches %d lead to their release, %d to candidates with it, %d to others, %d to another with a flag", typed, right, abstained, open, flagged)
	if typed != 6223 || right < 5957 {
		t.Errorf("%d of %d latest patches lead to their release, want at least 5957 of 6223", right, typed)
	}
}

// TestSnapshot_names finds every product in the store by its id, its name, its
// file's other names, and each of them in full width.
func TestSnapshot_names(t *testing.T) {
	files := snapshotFiles(t)
	if files == nil {
		return
	}
	c, _ := importSnapshot()
	store := data.OpenCatalogs(policy.Country{}, []policy.Catalog{c})
	names := 0
	for _, p := range c.Products {
		for _, name := range append([]string{p.ID, p.Name, "/" + p.ID}, p.Aliases...) {
			names++
			if found, ok := store.ProductNamed(endoflife.VendorID, name); !ok || found.ID != p.ID {
				t.Errorf("%q finds %q, want %s", name, found.ID, p.ID)
			}
		}
	}
	t.Logf("%d names of %d products", names, len(c.Products))
}

func BenchmarkRead(b *testing.B) {
	files := snapshotFiles(b)
	if files == nil {
		return
	}
	for b.Loop() {
		endoflife.Read(files)
	}
}

// BenchmarkCheck reads and proves what was imported, as check does.
func BenchmarkCheck(b *testing.B) {
	files := snapshotFiles(b)
	if files == nil {
		return
	}
	read := endoflife.Read(files)
	for b.Loop() {
		source.Read(endoflife.VendorID, read.Files, policy.Country{})
	}
}

// BenchmarkVersionAnswer answers for every release on one day.
func BenchmarkVersionAnswer(b *testing.B) {
	files := snapshotFiles(b)
	if files == nil {
		return
	}
	c, _ := importSnapshot()
	ask := asker(c)
	for b.Loop() {
		for _, p := range c.Products {
			for _, r := range p.Releases {
				ask(p.ID, string(r.Version), snapshotDay)
			}
		}
	}
}
