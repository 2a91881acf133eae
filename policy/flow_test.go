package policy

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

var flowQuestions = []Question{
	{ID: "seller", Kind: KindChoice, Options: []Option{{ID: "partner"}, {ID: "shop"}}, DontKnow: true},
	{ID: "everyone", Kind: KindChoice, Options: []Option{{ID: "yes"}, {ID: "no"}}},
}

func soundFlow() Flow {
	return Flow{
		ID: "trouble", Start: "seller",
		Steps: []Ask{
			{"seller", "seller", []Branch{{[]string{"partner", "shop"}, "everyone"}, {[]string{DontKnow}, "find"}}},
			{"everyone", "everyone", []Branch{{[]string{"yes", "no"}, "route"}}},
		},
		Decisions: []Decision{{"route", []Row{
			{Condition{Fact: "seller", In: []string{"partner"}}, "partner"},
			{Condition{Fact: "seller", In: []string{"shop"}}, "shop"},
		}}},
		Outcomes: []Outcome{{ID: "partner"}, {ID: "shop"}, {ID: "find"}},
	}
}

func TestFlow_Follow(t *testing.T) {
	f := soundFlow()
	for _, tt := range []struct {
		name     string
		answers  Facts
		question string
		outcome  string
		longest  int
	}{
		{"nothing answered", nil, "seller", "", 2},
		{"first answered", Facts{"seller": "shop"}, "everyone", "", 1},
		{"all answered", Facts{"seller": "shop", "everyone": "no"}, "", "shop", 0},
		{"not known", Facts{"seller": DontKnow}, "", "find", 0},
		{"answered ahead of the way", Facts{"everyone": "no"}, "seller", "", 2},
		{"an answer that is none", Facts{"seller": "moon"}, "seller", "", 2},
		{"more than asked", Facts{"seller": "partner", "everyone": "yes", "colour": "red"}, "", "partner", 0},
	} {
		w, err := f.Follow(tt.answers)
		if err != nil || w.Question != tt.question || w.Outcome != tt.outcome || w.Longest != tt.longest {
			t.Errorf("%s: Follow = %+v, %v, want question %q, outcome %q, %d to come", tt.name, w, err, tt.question, tt.outcome, tt.longest)
		}
	}
}

func TestFlow_Paths(t *testing.T) {
	var got []string
	for _, p := range soundFlow().Paths(flowQuestions) {
		got = append(got, p.String())
	}
	want := []string{
		"seller=partner everyone=yes → partner", "seller=partner everyone=no → partner",
		"seller=shop everyone=yes → shop", "seller=shop everyone=no → shop", "seller=unknown → find",
	}
	if !slices.Equal(got, want) {
		t.Errorf("Paths = %s, want %s", strings.Join(got, "; "), strings.Join(want, "; "))
	}
}

func TestFlow_Check(t *testing.T) {
	for _, tt := range []struct {
		name  string
		spoil func(*Flow)
		want  string // kind at detail, by witness
	}{
		{"sound", func(*Flow) {}, ""},
		{"leads to nothing", func(f *Flow) { f.Steps[0].Next[1].To = "moon" }, "missing seller moon [seller=unknown]; unreachable find  []"},
		{"answer left out", func(f *Flow) { f.Steps[1].Next[0].In = []string{"yes"} }, "dead-end everyone no [seller=partner everyone=no]"},
		{"answer in two branches", func(f *Flow) { f.Steps[0].Next[1].In = []string{DontKnow, "shop"} }, "twice seller shop [seller=shop]; shadowed route shop []; unreachable shop  []"},
		{"decision without a row", func(f *Flow) { f.Decisions[0].Rows = f.Decisions[0].Rows[:1] }, "gap route  [seller=shop everyone=yes]; unreachable shop  []"},
		{"decision with two rows", func(f *Flow) {
			f.Decisions[0].Rows = append(f.Decisions[0].Rows, Row{Condition{Fact: "everyone", In: []string{"no"}}, "find"})
		}, "overlap route partner, find [seller=partner everyone=no]; overlap route shop, find [seller=shop everyone=no]"},
		{"row that nobody comes to", func(f *Flow) {
			f.Decisions[0].Rows = append(f.Decisions[0].Rows, Row{Condition{Fact: "seller", In: []string{DontKnow}}, "find"})
		}, "shadowed route find []"},
		{"circle", func(f *Flow) { f.Steps[1].Next[0].To = "seller" }, "cycle seller seller → everyone → seller [seller=partner everyone=yes]; unreachable route  []; unreachable partner  []; unreachable shop  []"},
		{"outcome nobody reaches", func(f *Flow) { f.Outcomes = append(f.Outcomes, Outcome{ID: "moon"}) }, "unreachable moon  []"},
	} {
		f := soundFlow()
		tt.spoil(&f)
		var got []string
		for _, d := range f.Check(flowQuestions) {
			got = append(got, fmt.Sprintf("%s %s %s [%s]", d.Kind, d.At, d.Detail, d.Witness))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s: Check = %s, want %s", tt.name, s, tt.want)
		}
	}
}

// TestFlow_Follow_broken: a flow that Check would refuse is an error and never
// an endless walk.
func TestFlow_Follow_broken(t *testing.T) {
	f := soundFlow()
	f.Decisions[0].Rows[1].To = "route"
	if w, err := f.Follow(Facts{"seller": "shop", "everyone": "no"}); err == nil {
		t.Errorf("Follow through a circle = %+v, want an error", w)
	}
	f = soundFlow()
	f.Start = "moon"
	if w, err := f.Follow(nil); err == nil {
		t.Errorf("Follow from nowhere = %+v, want an error", w)
	}
}

func TestCounter_Triage(t *testing.T) {
	f := soundFlow()
	f.Outcomes[1] = Outcome{ID: "shop", Channel: "desk", Prepare: []string{"version"}, Then: []Note{
		{Text: Text{En: "always"}}, {When: Condition{Fact: "everyone", In: []string{"yes"}}, Text: Text{En: "only for everyone"}},
	}}
	c := Counter{
		Flow: f, Questions: flowQuestions,
		Channels:    []Channel{{ID: "desk", Accepts: []string{"en"}, Hours: &Hours{Zone: "X", Opens: 600, Closes: 960, Days: DaysNotStated}}},
		Information: []Information{{ID: "version"}},
	}
	zone := func(string) (Zone, bool) { return FixedZone(9 * 3600), true }
	at, _ := ParseInstant("2026-05-20T16:00:00+09:00") // a Wednesday
	a, err := c.Triage(Facts{"seller": "shop", "everyone": "no"}, Facts{"version": "5"}, at, zone)
	if err != nil {
		t.Fatal(err)
	}
	o := a.Outcome
	if o == nil || o.ID != "shop" || len(o.Then) != 1 || o.Open.Open || o.Open.Opens != "2026-05-21T10:00:00+09:00" {
		t.Errorf("outcome = %+v, open %+v, want shop with one step, closed until the next morning", o, o.Open)
	}
	if r := a.Request; r.Language != "en" || len(r.Entries) != 1 || r.Entries[0].Value != "5" || len(r.Log) != 2 {
		t.Errorf("request = %+v, want English, the version filled in, and two answers", r)
	}
	a, err = c.Triage(Facts{"seller": "moon"}, nil, at, zone)
	if err != nil || a.Next == nil || a.Next.ID != "seller" || !slices.Equal(a.NotUnderstood, []string{"seller"}) {
		t.Errorf("Triage with an answer that is none = %+v, %v, want the question again and a remark", a, err)
	}
}
