package browser

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"madoguchi/policy"
)

// DOM is the browser itself.
func DOM() Browser { return Browser{dom{}, dom{}, dom{}} }

type dom struct{}

func (dom) Now() policy.Instant { return policy.Instant(time.Now().Unix()) }

func (dom) Zone() (policy.Zone, string) {
	name := app.Window().Get("Intl").Call("DateTimeFormat").Call("resolvedOptions").Get("timeZone")
	if name.Type() != app.TypeString {
		return localZone{}, ""
	}
	return localZone{}, name.String()
}

// localZone asks the browser for its offset at each moment: Go knows only the
// present one there.
type localZone struct{}

func (localZone) Offset(at policy.Instant) int {
	minutes := app.Window().Get("Date").New(float64(at) * 1000).Call("getTimezoneOffset")
	return -60 * minutes.Int()
}

func (dom) Print() { app.Window().Call("print") }

func (dom) Copy(text string) bool {
	document := app.Window().Get("document")
	field := document.Call("createElement", "textarea")
	field.Set("value", text)
	field.Call("setAttribute", "class", "off-screen")
	field.Call("setAttribute", "aria-hidden", "true")
	body := document.Get("body")
	body.Call("appendChild", field)
	focused := document.Get("activeElement")
	field.Call("select")
	done := document.Call("execCommand", "copy")
	body.Call("removeChild", field)
	if focused.Truthy() {
		focused.Call("focus")
	}
	return done.Truthy()
}

func (dom) Download(name, mime string, content []byte) {
	window := app.Window()
	bytes := window.Get("Uint8Array").New(len(content))
	app.CopyBytesToJS(bytes, content)
	blob := window.Get("Blob").New([]any{bytes}, map[string]any{"type": mime})
	address := window.Get("URL").Call("createObjectURL", blob)
	link := window.Get("document").Call("createElement", "a")
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	later := window.Get("URL").Get("revokeObjectURL").Call("bind", window.Get("URL"), address)
	window.Call("setTimeout", later, 60_000) // some browsers begin to read only now
}

func (d dom) Top() {
	app.Window().Call("scrollTo", 0, 0)
	d.Focus("main")
}

func (dom) Focus(id string) {
	if e := app.Window().GetElementByID(id); e.Truthy() {
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}

func (dom) Absolute(href string) string {
	window := app.Window()
	return window.Get("URL").New(href, window.Get("location").Get("href")).Get("href").String()
}

func (dom) Replace(href string) {
	window := app.Window()
	window.Get("history").Call("replaceState", nil, "", href)
	// go-app keeps the last address it went to and ignores links there: tell it.
	window.Call("onpopstate")
}
