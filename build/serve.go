package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
)

// serve serves a built site, the one in build/dist or in the folder given, as any
// static host would. PORT names the port; 0 takes any that is free.
func serve(args []string, _ io.Reader, out, _ io.Writer) error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	dir := target(args, root, "")
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return errors.New("there is no site yet: build it with make build")
	}
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	listener, err := net.Listen("tcp", "localhost:"+port)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("port %s is taken by another program: end that one, or choose another port with PORT=8081 make run", port)
	case err != nil:
		return fmt.Errorf("listen on port %q: %w", port, err)
	}
	fmt.Fprintf(out, "http://localhost:%d/\n", listener.Addr().(*net.TCPAddr).Port)
	return http.Serve(listener, Static(dir))
}

// kinds are the content types of files that not every machine knows.
var kinds = map[string]string{".ics": "text/calendar; charset=utf-8", ".json": "application/json"}

// Static serves the files of a folder as static hosts do: a folder by its
// index.html, or else by its index.json, and in the place of what is missing
// 404.html with that status. What may have changed is asked for anew.
func Static(dir string) http.Handler {
	files := http.FileServer(http.Dir(dir))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-cache")
		name := filepath.Join(dir, filepath.FromSlash(path.Clean("/"+r.URL.Path)))
		if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
			page, err := os.ReadFile(filepath.Join(dir, missingPage))
			if err != nil {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			w.Write(page)
			return
		}
		if index := filepath.Join(name, "index.json"); strings.HasSuffix(r.URL.Path, "/") && !exists(filepath.Join(name, "index.html")) && exists(index) {
			name = index
		}
		if kind, ok := kinds[filepath.Ext(name)]; ok {
			w.Header().Set("Content-Type", kind)
			http.ServeFile(w, r, name)
			return
		}
		files.ServeHTTP(w, r)
	})
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}
