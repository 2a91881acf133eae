// Package e2e runs the whole program as people do: the site built and served, the
// saved page opened from a file, both in a real Chromium, with clicks and typing.
package e2e

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// What TestMain prepares for all tests.
var (
	command string // the madoguchi command, built
	served  string // address of the site, ending in a slash
	saved   string // address of the saved page
	chrome  context.Context
)

func TestMain(m *testing.M) {
	code, err := prepare(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

func prepare(m *testing.M) (int, error) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		return 0, fmt.Errorf("these tests run in Chromium, which is not here: apt-get install chromium fonts-noto-cjk, or run make test, which installs it")
	}
	dir, err := os.MkdirTemp("", "madoguchi-e2e")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	command = filepath.Join(dir, "madoguchi")
	site, page := filepath.Join(dir, "site"), filepath.Join(dir, "madoguchi.html")
	for _, args := range [][]string{
		{"go", "build", "-buildvcs=false", "-o", command, "madoguchi/build"},
		{command, "site", site},
		{command, "page", page},
	} {
		if said, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, said)
		}
	}
	saved = "file://" + page

	server := exec.Command(command, "serve", site)
	server.Env = append(os.Environ(), "PORT=0")
	out, err := server.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := server.Start(); err != nil {
		return 0, err
	}
	defer server.Wait()
	defer server.Process.Kill()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return 0, fmt.Errorf("read the server's address: %w", err)
	}
	served = strings.TrimSpace(line)

	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(chromium), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(filepath.Join(dir, "profile")),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true),
		chromedp.Env("TZ=Asia/Tokyo", "LANG=ja_JP.UTF-8"),
	)
	allocator, stop := chromedp.NewExecAllocator(context.Background(), options...)
	defer stop()
	var close context.CancelFunc
	chrome, close = chromedp.NewContext(allocator)
	defer close()
	if err := chromedp.Run(chrome); err != nil {
		return 0, fmt.Errorf("start Chromium: %w", err)
	}
	return m.Run(), nil
}

// portal is a form in which the portal reaches people: as a site or as a file.
type portal struct {
	name string
	file bool
}

var portals = []portal{{"served", false}, {"saved", true}}

// address is that of a page with choices, such as /infinico/version/ and
// product=…
func (p portal) address(path, params string) string {
	if p.file {
		if params != "" {
			params = "?" + params
		}
		return saved + "#" + path + params
	}
	if params != "" {
		params = "#" + params
	}
	return strings.TrimSuffix(served, "/") + path + params
}

// at is how the portal itself names an address.
func (p portal) at(path, params string) string {
	a := p.address(path, params)
	if p.file {
		return a[strings.Index(a, "#"):]
	}
	u, _ := url.Parse(served)
	return a[len(u.Scheme+"://"+u.Host):]
}

// tab is a page of its own profile, watched for errors and for requests to
// anybody else.
type tab struct {
	t       *testing.T
	ctx     context.Context
	profile cdp.BrowserContextID
}

func open(t *testing.T, address string) *tab {
	t.Helper()
	ctx, profile := newProfile(t)
	chromedp.ListenTarget(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
				var said []string
				for _, a := range e.Args {
					said = append(said, string(a.Value)+a.Description)
				}
				t.Errorf("console: %s", strings.Join(said, " "))
			}
		case *runtime.EventExceptionThrown:
			t.Errorf("exception: %v", e.ExceptionDetails)
		case *cdplog.EventEntryAdded:
			if e.Entry.Level == cdplog.LevelError {
				t.Errorf("browser: %s %s", e.Entry.Text, e.Entry.URL)
			}
		case *network.EventRequestWillBeSent:
			u := e.Request.URL
			own := strings.HasPrefix(u, served) || strings.HasPrefix(u, saved) || strings.HasPrefix(u, "data:") || strings.HasPrefix(u, "blob:")
			if !own {
				t.Errorf("a request goes to another origin: %s", u)
			}
		}
	})
	b := &tab{t, ctx, profile}
	b.run("enable the network log", network.Enable(), cdplog.Enable())
	b.visit(address)
	return b
}

// newProfile opens an empty window in a profile that knows nothing.
func newProfile(t *testing.T) (context.Context, cdp.BrowserContextID) {
	t.Helper()
	in := cdp.WithExecutor(chrome, chromedp.FromContext(chrome).Browser)
	profile, err := target.CreateBrowserContext().WithDisposeOnDetach(true).Do(in)
	if err != nil {
		t.Fatal(err)
	}
	window, err := target.CreateTarget("about:blank").WithBrowserContextID(profile).WithNewWindow(true).Do(in)
	if err != nil {
		t.Fatal(err)
	}
	ctx, close := chromedp.NewContext(chrome, chromedp.WithTargetID(window))
	ctx, cancel := context.WithTimeout(ctx, 120*time.Second)
	t.Cleanup(func() {
		cancel()
		close()
		target.DisposeBrowserContext(profile).Do(in)
	})
	return ctx, profile
}

func (b *tab) run(what string, actions ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.t.Fatalf("%s: %v", what, err)
	}
}

// visit opens an address and waits until the portal is awake.
func (b *tab) visit(address string) {
	b.t.Helper()
	b.run("open "+address, chromedp.Navigate(address))
	b.awake()
}

func (b *tab) awake() {
	b.t.Helper()
	b.until("typeof onpopstate === 'function' && document.querySelector('#portal')?.dataset.at !== ''")
}

// until waits for a condition in the page.
func (b *tab) until(condition string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, 20*time.Second)
	defer cancel()
	if err := chromedp.Run(ctx, chromedp.Poll(condition, nil, chromedp.WithPollingInterval(10*time.Millisecond), chromedp.WithPollingTimeout(0))); err != nil {
		b.t.Fatalf("waiting for %s: %v; the page reads\n%s", condition, err, b.text("main"))
	}
}

// value evaluates an expression in the page.
func (b *tab) value(expression string) string {
	b.t.Helper()
	var out string
	b.run(expression, chromedp.Evaluate("String("+expression+")", &out))
	return out
}

// text is what a person reads of an element.
func (b *tab) text(selector string) string {
	b.t.Helper()
	return b.value(fmt.Sprintf("document.querySelector(%s)?.innerText ?? ''", quote(selector)))
}

// shows waits until an element reads as wanted.
func (b *tab) shows(selector, want string) {
	b.t.Helper()
	b.until(fmt.Sprintf("(document.querySelector(%s)?.innerText ?? '').includes(%s)", quote(selector), quote(want)))
}

func (b *tab) click(selector string) {
	b.t.Helper()
	b.run("click "+selector, chromedp.WaitVisible(selector, chromedp.ByQuery), chromedp.Click(selector, chromedp.ByQuery))
}

// enter puts text into a field in the place of what it held, key by key.
func (b *tab) enter(selector, text string) {
	b.t.Helper()
	b.run("type into "+selector,
		chromedp.WaitVisible(selector, chromedp.ByQuery), chromedp.Focus(selector, chromedp.ByQuery),
		chromedp.KeyEvent("a", chromedp.KeyModifiers(2)), chromedp.KeyEvent(kb.Delete),
		chromedp.SendKeys(selector, text, chromedp.ByQuery))
}

func (b *tab) press(key string) {
	b.t.Helper()
	b.run("press a key", chromedp.KeyEvent(key))
}

func quote(s string) string {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always has a JSON form
	}
	return string(b)
}

// another opens an address in a profile that knows nothing of this one.
func (b *tab) another(address string) *tab {
	b.t.Helper()
	return open(b.t, address)
}
