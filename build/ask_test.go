package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"madoguchi/data"
	"madoguchi/data/golden"
	"madoguchi/policy"
)

// noon is a Wednesday in May, at noon in Japan.
func noon() policy.Instant {
	at, err := policy.ParseInstant("2026-05-20T12:00:00+09:00")
	if err != nil {
		panic(err) // a literal in a test is wrong: a bug
	}
	return at
}

func counter(t testing.TB) Counter {
	t.Helper()
	country, catalogs, err := shipped()
	if err != nil {
		t.Fatal(err)
	}
	return Counter{Store: data.OpenCatalogs(country, catalogs), Now: noon}
}

// TestAsk_help: the documentation names every job, and the answer to each example
// in it is the one kept beside this test.
func TestAsk_help(t *testing.T) {
	var help bytes.Buffer
	if err := run([]string{"ask", "-h"}, nil, &help, nil); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/ask/help.txt", help.String())
	c := counter(t)
	for _, j := range jobs() {
		if !strings.Contains(help.String(), "\n"+j.name+": ") {
			t.Errorf("ask -h does not document %s", j.name)
		}
		if !strings.Contains(help.String(), j.example) {
			t.Errorf("ask -h lacks the example of %s", j.name)
		}
		var pretty bytes.Buffer
		if err := json.Indent(&pretty, c.Answer([]byte(j.example)), "", "  "); err != nil {
			t.Fatal(err)
		}
		golden.Check(t, "testdata/ask/"+j.name+".json", pretty.String()+"\n")
	}
}

// TestAsk_errors: a bad line says what to write instead.
func TestAsk_errors(t *testing.T) {
	c := counter(t)
	for _, tt := range []struct{ line, want string }{
		{`hello`, "this is not a JSON object: write one line such as"},
		{`[]`, "this is not a JSON object"},
		{`{}`, `unknown job "": write one of version, release-log, plan, quote, triage`},
		{`{"job":"versoin"}`, `unknown job "versoin": write one of`},
		{`{"job":"version","vendor":"infinnico"}`, `unknown vendor "infinnico": write one of cmskit, dezie, infinico, licensed, ontime`},
		{`{"job":"version","vendor":"infinico","produkt":"x"}`, `unknown field "produkt": write one of job, vendor, product, version, on`},
		{`{"job":"version","vendor":"infinico","product":"NetNebulas2 DHCP","version":"3.34.3","on":"2024-02-30"}`, `"2024-02-30" is not a day of the calendar`},
		{`{"job":"version","vendor":"infinico","product":7}`, `field "product" holds a number`},
		{`{"job":"quote","vendor":"cmskit"}`, "a quote has no lines: write lines"},
		{`{"job":"quote","vendor":"cmskit","lines":[{"plan":"Z","quantity":1}]}`, `vendor "cmskit" has no plan "Z": write one of A, B, C, D, E, F, G, H, I`},
		{`{"job":"quote","vendor":"cmskit","lines":[{"plan":"A","quantity":0}]}`, `quantity 0 of plan "A" is not between 1 and 1000000`},
		{`{"job":"quote","vendor":"infinico","lines":[{"plan":"A","quantity":1}]}`, `vendor "infinico" publishes no prices: ask it for a quotation`},
		{`{"job":"plan","vendor":"cmskit","facts":{"holdings":"cloud"}}`, `vendor "cmskit" has no question "holdings": write one of holding,`},
		{`{"job":"plan","vendor":"cmskit","facts":{"holding":"moon"}}`, `question "holding" has no answer "moon": write one of cloud,`},
		{`{"job":"plan","vendor":"cmskit","facts":{"holding":[]}}`, `answer to "holding" is no text`},
		{`{"job":"plan","vendor":"cmskit","facts":{"holding":"cloud"},"demand":{"tickets":[-1]}}`, "demand of year 1 is -1 tickets, not between 0 and 10000"},
		{`{"job":"triage","vendor":"ontime","flow":"moon"}`, `vendor "ontime" has no flow "moon"`},
		{`{"job":"triage","vendor":"ontime","at":"noon"}`, `"noon" is not a moment: write it with its offset`},
	} {
		var got map[string]string
		if err := json.Unmarshal(c.Answer([]byte(tt.line)), &got); err != nil || !strings.HasPrefix(got["error"], tt.want) {
			t.Errorf("%s: %v, want an error that begins with %q", tt.line, got, tt.want)
		}
	}
}

// TestAsk_lines: answers come in the order of the questions, one a line, and a
// bad one does not stop the rest.
func TestAsk_lines(t *testing.T) {
	in := strings.Join([]string{
		`{"job":"quote","vendor":"cmskit","lines":[{"plan":"a","quantity":1}],"on":"2026-04-01"}`,
		``,
		`nonsense`,
		`{"job":"quote","vendor":"cmskit","lines":[{"plan":"I","quantity":1}],"facts":{"annual-contract":false},"on":"2026-04-01"}`,
	}, "\n")
	var out bytes.Buffer
	if err := run([]string{"ask"}, strings.NewReader(in), &out, nil); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != 3 || !strings.Contains(lines[0], `"total":88000`) || !strings.HasPrefix(lines[1], `{"error":`) || !strings.Contains(lines[2], `"total":13200`) {
		t.Errorf("three questions are answered by\n%s", out.String())
	}
}

// TestAsk_today: a question without a day is asked for today where the vendor is.
func TestAsk_today(t *testing.T) {
	c := counter(t)
	c.Now = func() policy.Instant { return noon() + 12*3600 - 1 } // a second before midnight in Japan
	if got := string(c.Answer([]byte(`{"job":"version","vendor":"infinico","product":"NetNebulas2 DHCP","version":"3.34.4"}`))); !strings.Contains(got, `"on":"2026-05-20"`) {
		t.Errorf("a second before midnight: %s", got)
	}
	c.Now = func() policy.Instant { return noon() + 12*3600 }
	if got := string(c.Answer([]byte(`{"job":"version","vendor":"infinico","product":"NetNebulas2 DHCP","version":"3.34.4"}`))); !strings.Contains(got, `"on":"2026-05-21"`) {
		t.Errorf("at midnight: %s", got)
	}
}
