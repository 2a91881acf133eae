// Package browser is what pages need of the machine they run on, as small ports:
// the clock, the printer, the clipboard and downloads. DOM is the real one; the
// zero Browser stands in while pages are rendered ahead, when there is none.
package browser

import "madoguchi/policy"

// Clock tells the time of the machine.
type Clock interface {
	// Now is the present moment.
	Now() policy.Instant

	// Zone is the time zone of the machine and its name; the name is empty
	// where the browser does not tell it.
	Zone() (policy.Zone, string)
}

// Desk is what a person can do with a result.
type Desk interface {
	// Print opens the print dialogue. It must be called from an event.
	Print()

	// Copy puts text on the clipboard and reports whether it is there. It must
	// be called from an event.
	Copy(text string) bool

	// Download saves a file to the machine.
	Download(name, mime string, content []byte)
}

// View is where the person is looking.
type View interface {
	// Top scrolls to the beginning of the page and puts the focus there, as a
	// browser does when it loads one.
	Top()

	// Focus puts the focus on the element with an id, if there is one.
	Focus(id string)

	// Replace puts an address into the place of the present one, without a
	// step in the history.
	Replace(href string)

	// Absolute completes a link of the page to an address for others.
	Absolute(href string) string
}

// Browser is the machine that pages run on. The zero Browser has no clock, no
// desk and no view: pages rendered ahead are those of no particular moment.
type Browser struct {
	Clock Clock
	Desk  Desk
	View  View
}

// Now is the present moment; there is none while pages are rendered ahead.
func (b Browser) Now() (policy.Instant, bool) {
	if b.Clock == nil {
		return 0, false
	}
	return b.Clock.Now(), true
}
