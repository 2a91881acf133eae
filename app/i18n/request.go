package i18n

import (
	"strings"

	"madoguchi/policy"
)

// Request is the text of a request, to be sent as it is: what is still open is
// marked, so that neither side overlooks it.
func (w *Words) Request(r policy.Request) string {
	var b strings.Builder
	line := func(parts ...string) {
		for _, p := range parts {
			b.WriteString(p)
		}
		b.WriteByte('\n')
	}
	line(w.RequestTo, w.In(r.To))
	line(w.RequestSubject, w.In(r.Subject))
	line()
	line(w.RequestOpen)
	line()
	line("■ ", w.RequestInfo)
	for _, e := range r.Entries {
		value := strings.TrimSpace(e.Value)
		if value == "" {
			value = w.RequestBlank
		}
		line("・", w.In(e.Name), ": ", strings.ReplaceAll(value, "\n", "\n  "))
	}
	line()
	line("■ ", w.RequestLog)
	for _, l := range r.Log {
		line("・", w.In(l.Question))
		line("  → ", w.In(l.Answer))
	}
	if len(r.Shown) > 0 {
		line()
		line("■ ", w.RequestShown)
		for _, s := range r.Shown {
			line("・", w.Reason(s))
		}
	}
	line()
	line(w.RequestClose)
	return b.String()
}
