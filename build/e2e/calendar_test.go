package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/emersion/go-ical"
)

// calendarIn waits for a download and reads it as a calendar.
func calendarIn(t *testing.T, file string) *ical.Calendar {
	t.Helper()
	var b []byte
	for deadline := time.Now().Add(20 * time.Second); len(b) == 0; time.Sleep(20 * time.Millisecond) {
		if b, _ = os.ReadFile(file); time.Now().After(deadline) {
			t.Fatalf("%s is not saved", filepath.Base(file))
		}
	}
	c, err := ical.NewDecoder(bytes.NewReader(b)).Decode()
	if err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(file), err, b)
	}
	return c
}

// TestVersion_calendar: what comes next goes into the person's own calendar, and
// the site has the calendar of the product.
func TestVersion_calendar(t *testing.T) {
	everywhere(t, func(t *testing.T, p portal, l lang) {
		b := open(t, p.address(l.root+"infinico/version/", "product=NetNebulas2 DHCP&version=3.34.4&on=2024-06-01&contract_end=2099-03-31"))
		downloads := t.TempDir()
		b.run("keep downloads", browser.SetDownloadBehavior(browser.SetDownloadBehaviorBehaviorAllow).WithDownloadPath(downloads).WithBrowserContextID(b.profile))
		b.click("#save-calendar")
		events := calendarIn(t, filepath.Join(downloads, "infinico-netnebulas2-dhcp-3.34.4.ics")).Events()
		if len(events) != 1 || events[0].Props.Get(ical.PropDateTimeStart).Value != "20990331" {
			t.Fatalf("the calendar has the events %v, want the end of the contract", events)
		}
		if link := events[0].Props.Get(ical.PropURL); p.file != (link == nil) {
			t.Errorf("the entry leads to %v, want the site's page, or nothing from a file", link)
		} else if link != nil {
			b.another(link.Value).shows("#ahead", "2099")
		}
		if p.file {
			if got := b.value("document.querySelector('#follow')"); got != "null" {
				t.Error("the saved page offers a file that it has not")
			}
			return
		}
		b.click("#follow a")
		if n := len(calendarIn(t, filepath.Join(downloads, "infinico-netnebulas2-dhcp.ics")).Events()); n != 5 {
			t.Errorf("the product's calendar has %d events, want four publications and the time to update", n)
		}
		b.shows("#verdict h2", l.supported)
	})
}
