// Package golden compares what tests see with texts kept in files. Run a test
// with UPDATE=1 to write the files, then read the difference and commit both.
package golden

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Check compares got with the file and reports the first line that differs.
func Check(t *testing.T, file, got string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s is missing: run this test with UPDATE=1, read the file, and commit it", file)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if want := string(b); got != want {
		n, g, w := firstDifference(got, want)
		t.Errorf("%s:%d: got\n\t%s\nwant\n\t%s\nrun with UPDATE=1 if the change is meant", file, n, g, w)
	}
}

func firstDifference(got, want string) (line int, g, w string) {
	gs, ws := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(gs), len(ws)) {
		g, w = "(nothing)", "(nothing)"
		if i < len(gs) {
			g = gs[i]
		}
		if i < len(ws) {
			w = ws[i]
		}
		if g != w {
			return i + 1, g, w
		}
	}
	return 0, "", ""
}
