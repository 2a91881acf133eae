package e2e

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os/exec"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// asked is a question in both forms: as a line for ask, and as a link.
type asked struct {
	line         string
	path, params string

	// seen reads the answer off the page, and said off the answer line.
	seen string
	said func(answer map[string]any) string
}

func versionAsked(product, version, on string) asked {
	return asked{
		line:   fmt.Sprintf(`{"job":"version","vendor":"infinico","product":%q,"version":%q,"on":%q}`, product, version, on),
		path:   "/infinico/version/",
		params: "product=" + url.QueryEscape(product) + "&version=" + url.QueryEscape(version) + "&on=" + on,
		seen: `(() => {
			const v = document.querySelector('#verdict')?.dataset.verdict ?? 'invalid';
			const tone = (id) => [...(document.querySelector(id + ' .badge')?.classList ?? [])].find((c) => c.startsWith('tone-')) ?? '';
			return [v, tone('#hardware'), tone('#technical'), document.querySelector('#verdict .next dd')?.innerText.split('を')[0] ?? ''].join(' ');
		})()`,
		said: func(a map[string]any) string {
			tone := func(key string) string {
				switch a[key] {
				case nil:
					return ""
				case "supported":
					return "tone-good"
				case "grace":
					return "tone-caution"
				case "not_supported":
					return "tone-bad"
				default:
					return "tone-unsure"
				}
			}
			next, _ := a["recommended"].(string)
			if d, ok := a["deadline"].(string); ok {
				var y, m, day int
				fmt.Sscanf(d, "%d-%d-%d", &y, &m, &day)
				next = fmt.Sprintf("%d年%d月%d日まで(当日", y, m, day)
			}
			return strings.Join([]string{a["verdict"].(string), tone("hardware"), tone("technical"), next}, " ")
		},
	}
}

func quoteAsked(lines string, facts ...string) asked {
	var jsonLines, params []string
	for _, l := range strings.Fields(lines) {
		plan, n, _ := strings.Cut(l, ":")
		jsonLines = append(jsonLines, fmt.Sprintf(`{"plan":%q,"quantity":%s}`, plan, n))
		params = append(params, "line="+l)
	}
	jsonFacts, factParams := writeFacts(facts)
	return asked{
		line:   fmt.Sprintf(`{"job":"quote","vendor":"cmskit","lines":[%s],"facts":{%s},"on":"2026-04-01"}`, strings.Join(jsonLines, ","), jsonFacts),
		path:   "/cmskit/quote/",
		params: strings.Join(params, "&") + factParams + "&on=2026-04-01",
		seen: `[document.querySelector('#quotation').dataset.total, document.querySelector('#total').innerText,
			...[...document.querySelectorAll('.lines tbody tr')].map((r) => r.dataset.plan + ' ' + r.dataset.amount + ' ' + r.classList.contains('refused')),
			...[...document.querySelectorAll('.lines tfoot tr')].map((r) => r.lastElementChild.innerText)].join(', ')`,
		said: func(a map[string]any) string {
			lines := a["lines"].([]any)
			out := []string{number(a["total"]), yen(a["total"])}
			for _, x := range lines {
				l := x.(map[string]any)
				out = append(out, fmt.Sprintf("%v %s %v", l["plan"], number(l["amount"]), !l["counted"].(bool)))
			}
			out = append(out, yen(a["subtotal"]))
			for _, x := range a["tax"].([]any) {
				out = append(out, yen(x.(map[string]any)["amount"]))
			}
			return strings.Join(append(out, yen(a["total"])), ", ")
		},
	}
}

func planAsked(tickets string, facts ...string) asked {
	jsonFacts, params := writeFacts(facts)
	return asked{
		line:   fmt.Sprintf(`{"job":"plan","vendor":"cmskit","facts":{%s},"demand":{"tickets":[%s]},"on":"2026-04-01"}`, jsonFacts, tickets),
		path:   "/cmskit/plan/",
		params: "tickets=" + tickets + params + "&on=2026-04-01",
		seen: `[document.querySelector('#cover')?.dataset.total ?? 'open',
			...[...document.querySelectorAll('#cover > div > .purchases tbody tr')].map((r) => r.querySelector('.code').innerText + ' ' + [...r.querySelectorAll('.number')].map((n) => n.innerText).join(' ')),
			...[...document.querySelectorAll('.offer')].map((o) => o.id.slice(5) + ' ' + o.dataset.verdict)].join(', ')`,
		said: func(a map[string]any) string {
			out := []string{"open"}
			if cheapest := a["cheapest"].([]any); len(cheapest) > 0 {
				best := cheapest[0].(map[string]any)
				out[0] = number(best["total"])
				for _, x := range best["purchases"].([]any) {
					p := x.(map[string]any)
					out = append(out, fmt.Sprintf("%v %s %s", p["plan"], number(p["quantity"]), yen(p["amount"])))
				}
			}
			for _, x := range a["plans"].([]any) {
				p := x.(map[string]any)
				out = append(out, fmt.Sprintf("%v %v", p["plan"], p["verdict"]))
			}
			return strings.Join(out, ", ")
		},
	}
}

func triageAsked(answers ...string) asked {
	jsonAnswers, params := writeFacts(answers)
	return asked{
		line:   fmt.Sprintf(`{"job":"triage","vendor":"ontime","answers":{%s}}`, jsonAnswers),
		path:   "/ontime/triage/",
		params: strings.TrimPrefix(params, "&"),
		seen: `[document.querySelector('#question')?.dataset.question ?? '', document.querySelector('#outcome')?.dataset.outcome ?? '',
			document.querySelectorAll('#shown .reason').length, document.querySelectorAll('#request .field').length].join(' ')`,
		said: func(a map[string]any) string {
			question, outcome, shown, fields := "", "", 0, 0
			if next, ok := a["next"].(map[string]any); ok {
				question = next["id"].(string)
			}
			if o, ok := a["outcome"].(map[string]any); ok {
				outcome = o["id"].(string)
				shown = len(a["reasons"].([]any))
				fields = len(a["request"].(map[string]any)["entries"].([]any))
			}
			return fmt.Sprintf("%s %s %d %d", question, outcome, shown, fields)
		},
	}
}

// writeFacts writes "id=answer" pairs as JSON and as part of a link.
func writeFacts(facts []string) (asJSON, params string) {
	var parts []string
	for _, f := range facts {
		id, answer, _ := strings.Cut(f, "=")
		parts = append(parts, fmt.Sprintf("%q:%q", id, answer))
		params += "&" + f
	}
	return strings.Join(parts, ","), params
}

func number(v any) string { return fmt.Sprintf("%.0f", v.(float64)) }

func yen(v any) string {
	digits := number(v)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits + "円"
}

// questions are those put to the page and to ask alike.
func questions() []asked {
	var all []asked
	for _, v := range []string{"3.34.4", "3.27.4", "3.34.4-99", "3.34.3", "3.28.4", "3.34.5", "3.36.4", "9.1.1", "2.1.1"} {
		for _, on := range []string{"2020-09-01", "2021-02-24", "2021-02-25", "2024-06-01"} {
			all = append(all, versionAsked("NetNebulas2 DHCP", v, on))
		}
	}
	for _, pv := range []string{
		"NetNebulas-VA DHCP|3.18.3", "NetNebulas VA DefRAD|3.19.1", "NetNebulas-VA DHCP|3.32.4", "NetWyvern SuperDHCP|5.00.3", "NetWyvern SuperDHCP|4.04.4",
		"NetWyvern DHCP|1.6.11", "NetRegio2A GAZER|4.8.0", "NetRegio2A DHCP|4.8.0", "NetRegio2A AD|4.7.0", "NetNebulas3 DHCP|3.34.4",
		"netflux yubion fido2|4.0.0", "NetWyvern DHCP2000i|3.02.5", "NetNebulas-IA DefRAD|4.5.0", "NetRegio DefRAD|3.25.1",
	} {
		product, version, _ := strings.Cut(pv, "|")
		all = append(all, versionAsked(product, version, "2024-06-01"))
	}
	for _, code := range strings.Split("A B C D E F G H I", " ") {
		all = append(all, quoteAsked(code+":1"), quoteAsked(code+":3", "annual-contract=no"), quoteAsked(code+":7", "annual-contract=yes"))
	}
	all = append(all, quoteAsked("A:1 H:10"), quoteAsked("G:1 I:2"), quoteAsked("A:1 B:2 C:3 H:999"))
	for _, holding := range []string{"cloud", "asp", "web-canvas", "installed-perpetual", "installed-annual", "none"} {
		for _, minor := range []string{"yes", "no"} {
			for _, tickets := range []string{"0", "19", "30,1,1", "5,5,5,5,5"} {
				all = append(all, planAsked(tickets, "holding="+holding, "minor-versions="+minor))
			}
		}
	}
	all = append(all, planAsked("3"), planAsked("3", "holding=installed-annual"), planAsked("3", "holding=cloud", "annual-contract=yes"))
	for _, from := range []string{"partner", "shop", "unknown", "not-yet"} {
		for _, contract := range []string{"none", "partner", "shop-annual", "maker"} {
			all = append(all, triageAsked("bought-from="+from, "contract="+contract, "platform=exchange", "extent=individual", "elsewhere=no"))
		}
		all = append(all, triageAsked("bought-from="+from, "contract=none", "platform=notes-domino", "extent=all-users", "elsewhere=yes"), triageAsked("bought-from="+from))
	}
	return all
}

// TestOneEngine: the page and ask give the same answers to the same questions, in
// the served portal and in the saved one.
func TestOneEngine(t *testing.T) {
	all := questions()
	if len(all) < 100 {
		t.Fatalf("only %d questions, want at least 100", len(all))
	}
	var in strings.Builder
	for _, q := range all {
		fmt.Fprintln(&in, q.line)
	}
	ask := exec.Command(command, "ask")
	ask.Stdin = strings.NewReader(in.String())
	out, err := ask.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != len(all) {
		t.Fatalf("ask gave %d lines for %d questions", len(lines), len(all))
	}
	for _, p := range portals {
		t.Run(p.name, func(t *testing.T) {
			b := open(t, p.address("/", ""))
			for i, q := range all {
				var answer map[string]any
				if err := json.Unmarshal([]byte(lines[i]), &answer); err != nil {
					t.Fatal(err)
				}
				if problem, bad := answer["error"]; bad {
					t.Fatalf("%s: %v", q.line, problem)
				}
				b.run("follow a link", chromedp.Evaluate(fmt.Sprintf("goappNav(%s)", quote(p.address(q.path, q.params))), nil))
				b.until(fmt.Sprintf("document.querySelector('#portal').dataset.at === %s", quote(p.at(q.path, q.params))))
				if got, want := b.value(q.seen), q.said(answer); got != want {
					t.Errorf("%s\n\tpage %s\n\task  %s", q.line, got, want)
				}
			}
			t.Logf("%d questions, the same answers by the page and by ask", len(all))
		})
	}
}
