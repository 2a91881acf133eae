package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// lang is a language with words as they stand on the pages.
type lang struct {
	name, root                             string
	notSupported, supported, own, notValid string
	total, cover                           string
	copied                                 string
}

var langs = []lang{
	{"ja", "/", "サポート対象外です", "サポート対象です", "お使いのバージョン", "X.Y.Z または X.Y.Z-r の形で", "176,000円", "320,000円", "コピーしました"},
	{"en", "/en/", "Not supported", "Supported", "your version", "Write it as X.Y.Z", "¥176,000", "¥320,000", "opied"},
}

// everywhere runs a test in each form of the portal and each language.
func everywhere(t *testing.T, test func(t *testing.T, p portal, l lang)) {
	for _, p := range portals {
		for _, l := range langs {
			t.Run(p.name+" "+l.name, func(t *testing.T) { test(t, p, l) })
		}
	}
}

// TestVersion: from a product name pasted on the home page to the verdict, by
// keyboard alone, and on from there.
func TestVersion(t *testing.T) {
	everywhere(t, func(t *testing.T, p portal, l lang) {
		b := open(t, p.address(l.root, ""))
		b.enter("#q", "ＮｅｔＮｅｂｕｌａｓ２ DHCP 3.34.3")
		b.press(kb.Enter)
		b.shows("#verdict h2", l.notSupported)
		b.shows("#verdict .next", "3.34.4")
		b.shows("#why", "Z")
		b.shows("#releases .own", l.own)
		if got := b.value("document.querySelectorAll('#releases tbody tr').length"); got != "5" {
			t.Errorf("%s releases are listed, want the four of the table and the person's own", got)
		}

		b.enter("#version", "３．３４．４")
		b.shows("#verdict h2", l.supported)
		b.shows("#releases .own th", "3.34.4")
		b.enter("#version", "3.34")
		b.shows("#version-error", l.notValid)
		if got := b.value("document.querySelector('#version').value"); got != "3.34" {
			t.Errorf("the field holds %q after a bad version, want what was typed", got)
		}

		b.enter("#version", "3.27.4")
		b.shows("#verdict h2", l.supported)
		b.until("location.href.includes('version=3.27.4')")
		link := b.value("location.href")
		b.run("reload", chromedp.Reload())
		b.awake()
		b.shows("#releases .own th", "3.27.4")
		b.another(link).shows("#releases .own th", "3.27.4")

		b.run("go back", chromedp.NavigateBack())
		b.until("document.querySelector('#q')?.value.includes('3.34.3')")
	})
}

// TestHome_paste: pasting what stands on the device is enough.
func TestHome_paste(t *testing.T) {
	everywhere(t, func(t *testing.T, p portal, l lang) {
		b := open(t, p.address(l.root, ""))
		b.run("paste", chromedp.Focus("#q", chromedp.ByQuery), chromedp.Evaluate(`(() => {
			const q = document.querySelector('#q');
			q.value = 'NetRegio2A AD Ver4.10.1';
			q.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
		})()`, nil))
		b.shows("#verdict h2", l.supported)
	})
}

// TestVersion_candidates: a name that fits several products offers them, and one
// click chooses.
func TestVersion_candidates(t *testing.T) {
	everywhere(t, func(t *testing.T, p portal, l lang) {
		b := open(t, p.address(l.root+"infinico/version/", "product=NetNebulas2&version=3.34.4"))
		b.shows("#verdict", "NetNebulas2 GAZER")
		b.run("choose", chromedp.Click(`//section[@id="answer"]//a[text()="NetNebulas2 DHCP"]`, chromedp.BySearch))
		b.shows("#verdict h2", l.supported)
		b.until("document.querySelector('#product').value === 'NetNebulas2 DHCP'")
	})
}

// TestQuote: quantities typed as people type them, tax once, a refused line, and
// the same quote on another machine.
func TestQuote(t *testing.T) {
	everywhere(t, func(t *testing.T, p portal, l lang) {
		b := open(t, p.address(l.root+"cmskit/", ""))
		b.click(`a[href$="/cmskit/quote/"]`)
		b.enter("#line-A", "1")
		b.enter("#line-H", "１０枚")
		b.run("choose the day", chromedp.SetValue("#on", "2026-04-01", chromedp.ByQuery),
			chromedp.Evaluate(`document.querySelector('#on').dispatchEvent(new Event('input', {bubbles: true}))`, nil))
		b.shows("#total", l.total)
		b.shows("#subtotal", "160,000")
		b.shows("#tax-standard", "16,000")
		b.click("#copy-link")
		b.shows("#said", l.copied)
		b.until("location.href.includes('on=2026-04-01')")
		b.another(b.value("location.href")).shows("#total", l.total)

		b.enter("#line-I", "2")
		b.until("document.querySelector('tr.refused')?.dataset.plan === 'I'")
		b.shows("#total", l.total) // the refused line is no part of it
		b.enter("#line-B", "many")
		b.shows("#line-B-error", "1,000,000")
		if got := b.value("document.querySelector('#line-B').value"); got != "many" {
			t.Errorf("the field holds %q, want what was typed", got)
		}
	})
}

// TestPlan: from questions to the cheapest cover, the advice beside it, and its
// quote.
func TestPlan(t *testing.T) {
	everywhere(t, func(t *testing.T, p portal, l lang) {
		b := open(t, p.address(l.root+"cmskit/plan/", ""))
		b.click("#holding-installed-perpetual")
		b.click("#minor-versions-yes")
		b.enter("#year-1", "18")
		b.click("#add-year")
		b.enter("#year-2", "5")
		b.click("#add-year")
		b.enter("#year-3", "2")
		b.shows("#cover .grand-total", l.cover)
		b.shows("#cover .purchases", "B")
		b.shows("#runner-up", "380,000")
		b.shows("#advice", "D")
		if got := b.value("document.querySelectorAll('.offer').length"); got != "10" {
			t.Errorf("%s plans are shown, want all 10", got)
		}
		if got := b.value("document.querySelector('#plan-H').dataset.verdict"); got != "undetermined" {
			t.Errorf("plan H is %s while nobody said whether there is a contract, want undetermined", got)
		}
		b.click("#annual-contract-no")
		b.until("document.querySelector('#plan-H').dataset.verdict === 'conditional'")
		b.click(`#cover a`)
		b.shows("#quotation .lines", "160,000")
	})
}

// TestTriage: one question after the other, an answer changed on the way, and a
// request copied and saved.
func TestTriage(t *testing.T) {
	everywhere(t, func(t *testing.T, p portal, l lang) {
		b := open(t, p.address(l.root+"ontime/triage/", ""))
		downloads := t.TempDir()
		b.run("keep downloads", browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(downloads).WithBrowserContextID(b.profile))
		for _, answer := range []string{"bought-from-partner", "contract-none", "platform-exchange", "extent-all-users"} {
			b.click("#" + answer)
		}
		b.run("go back", chromedp.NavigateBack())
		b.until("document.querySelector('#question')?.dataset.question === 'extent'")
		b.click("#extent-individual")
		b.click("#elsewhere-no")
		b.until("document.querySelector('#outcome')?.dataset.outcome === 'partner-desk'")
		b.click(`.given a.change`)
		b.until("document.querySelector('#question')?.dataset.question === 'bought-from'")
		b.click("#bought-from-shop")
		b.until("document.querySelector('#outcome')?.dataset.outcome === 'shop-best-effort'")

		b.enter("#info-ontime-version", "11.2")
		b.shows("#request-text", "OnTimeのバージョン: 11.2")
		if got := b.value("document.querySelector('#request-text').lang"); got != "ja" {
			t.Errorf("the request is in %s, want Japanese whatever the page is in", got)
		}
		if strings.Contains(b.value("location.href"), "11.2") {
			t.Error("what was filled in stands in the address")
		}
		b.click("#copy-request")
		b.shows("#said", l.copied)
		b.click("#download-request")
		file := filepath.Join(downloads, "request-ontime.txt")
		for n := 0; ; n++ {
			if text, err := os.ReadFile(file); err == nil && len(text) > 0 {
				if !strings.Contains(string(text), "・OnTimeのバージョン: 11.2\n") || !strings.Contains(string(text), "宛先: OnTime Direct Shop") {
					t.Errorf("the saved request reads\n%s", text)
				}
				break
			}
			if n == 200 {
				t.Fatal("the request was not saved")
			}
			time.Sleep(25 * time.Millisecond)
		}
		b.click("#read-en")
		b.shows("#request-text", "Version of OnTime: 11.2")
	})
}

// TestTriage_ownTime: the hours of the maker are shown in its own time and in
// that of the machine.
func TestTriage_ownTime(t *testing.T) {
	b := open(t, portals[0].address("/en/ontime/triage/", "bought-from=shop&contract=maker&platform=exchange&extent=all-users&elsewhere=no"))
	b.run("move to New York", emulation.SetTimezoneOverride("America/New_York"))
	b.visit(b.value("location.href"))
	b.run("reload", chromedp.Reload())
	b.awake()
	b.shows("#channel", "Danish time")
	b.shows("#channel", "America/New_York")
	if got := b.text("#channel"); !strings.Contains(got, "09:00–16:00") || !strings.Contains(got, "03:00–10:00") && !strings.Contains(got, "04:00–11:00") {
		t.Errorf("the maker's hours are not shown in both times:\n%s", got)
	}
}

// TestNonsense: a link with nonsense in it keeps what can be read and says what
// cannot.
func TestNonsense(t *testing.T) {
	for _, p := range portals {
		t.Run(p.name, func(t *testing.T) {
			b := open(t, p.address("/infinico/version/", "product=NetNebulas2+DHCP&version=3.34.4&colour=blue&=x&bad=%zz"))
			b.shows("#verdict h2", langs[0].supported)
			b.shows("#misread", "colour=blue")
			b.shows("#misread", "bad=%zz")
			b.shows("#unread", "=x")
			b.run("go to a page that is not there", chromedp.Evaluate(fmt.Sprintf("goappNav(%s)", quote(p.address("/en/infinico/moon/", ""))), nil))
			b.shows("h1", "Page not found")
			b.click("main p a")
			b.shows("h1", "Check here before you ask")
		})
	}
}

// TestLanguage: the other language shows the same page with the same choices.
func TestLanguage(t *testing.T) {
	for _, p := range portals {
		t.Run(p.name, func(t *testing.T) {
			b := open(t, p.address("/infinico/version/", "product=NetNebulas2+DHCP&version=3.34.4"))
			b.shows("#verdict h2", langs[0].supported)
			b.click("#other-lang")
			b.shows("#verdict h2", langs[1].supported)
			b.until("document.documentElement.lang === 'en'")
			if got := b.value("document.title"); !strings.Contains(got, "Madoguchi") {
				t.Errorf("the title is %q, want an English one", got)
			}
		})
	}
}

// TestWithoutScript: tables and links are there before the program, and without
// it.
func TestWithoutScript(t *testing.T) {
	for path, want := range map[string]string{
		"/infinico/version/": "NetWyvern SuperDHCP", "/en/cmskit/quote/": "¥520,000", "/ontime/triage/": "Direct Shopに相談", "/": "インフィニコ",
	} {
		t.Run(path, func(t *testing.T) {
			ctx, _ := newProfile(t)
			var text string
			if err := chromedp.Run(ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(portals[0].address(path, "")),
				chromedp.TextContent("body", &text, chromedp.ByQuery)); err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(text, want) {
				t.Errorf("the page without scripts lacks %q", want)
			}
		})
	}
}
