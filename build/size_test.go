package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"

	"github.com/andybalholm/brotli"
)

// budget is what the browser binary may cost a visitor, in bytes after brotli.
const budget = 2_200_000

// TestBrowserBinary_size compares the whole portal, catalogs and all, with what
// its libraries cost by themselves.
func TestBrowserBinary_size(t *testing.T) {
	root, err := moduleRoot()
	if err != nil {
		t.Fatal(err)
	}
	w, err := newWorks(root)
	if err != nil {
		t.Fatal(err)
	}
	programs := []struct {
		name  string
		build func() ([]byte, error)
	}{
		{"Madoguchi, with its catalogs", w.program},
		{"a minimal go-app page", func() ([]byte, error) { return compile(t, root, "./build/testdata/size/minimal") }},
		{"the same with go-memdb and goccy/go-yaml", func() ([]byte, error) { return compile(t, root, "./build/testdata/size/libraries") }},
	}
	sizes := make([]int, len(programs))
	var wait sync.WaitGroup
	for i, p := range programs {
		wait.Add(1)
		go func() {
			defer wait.Done()
			b, err := p.build()
			if err != nil {
				t.Errorf("%s: %v", p.name, err)
				return
			}
			sizes[i] = brotliSize(b)
		}()
	}
	wait.Wait()
	for i, p := range programs {
		t.Logf("%9d bytes brotli: %s", sizes[i], p.name)
	}
	if sizes[0] > budget {
		t.Errorf("the browser binary has %d bytes after brotli, over the budget of %d", sizes[0], budget)
	}
}

func compile(t *testing.T, root, pkg string) ([]byte, error) {
	target := filepath.Join(t.TempDir(), "program.wasm")
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-o", target, pkg)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Log(string(said))
		return nil, err
	}
	return os.ReadFile(target)
}

func brotliSize(b []byte) int {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	w.Write(b) // a buffer takes everything
	w.Close()
	return out.Len()
}
