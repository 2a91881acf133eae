package policy

import (
	"fmt"
	"reflect"
	"testing"
)

func TestCases(t *testing.T) {
	questions := []Question{
		{ID: "x", Kind: KindChoice, Options: []Option{{ID: "a"}, {ID: "b"}}, DontKnow: true},
		{ID: "y", Kind: KindChoice, Options: []Option{{ID: "a"}, {ID: "b"}}},
		{ID: "n", Kind: KindNumber}, {ID: "d", Kind: KindDay},
	}
	x, y := Condition{Fact: "x", In: []string{"a"}}, Condition{Fact: "y", In: []string{"a"}}
	for _, tt := range []struct {
		name     string
		old, new Condition
		want     []Case
	}{
		{"the same", x, x, nil},
		{"the same in other words", Condition{All: []Condition{x, y}}, Condition{Not: []Condition{{Not: []Condition{y}}, {Not: []Condition{x}}}}, nil},
		{"one answer more", x, Condition{Fact: "x", In: []string{"a", "b"}}, []Case{{Facts{"x": "b"}, "false", "true"}}},
		{"not knowing", x, Condition{Fact: "x", In: []string{"a", DontKnow}}, []Case{{Facts{"x": DontKnow}, "unknown", "true"}}},
		{"what does not matter is left out", Condition{Any: []Condition{x, y}}, y, []Case{{Facts{"x": "a", "y": "b"}, "true", "false"}, {Facts{"x": "a"}, "true", "unknown"}, {Facts{"y": "b"}, "unknown", "false"}}},
		{"a limit that moves", Condition{Fact: "n", AtLeast: number(5)}, Condition{Fact: "n", AtLeast: number(6)}, []Case{{Facts{"n": "5"}, "true", "false"}}},
		{"a day that moves", Condition{Fact: "d", Until: MustDate("2024-03-31")}, Condition{Fact: "d", Until: MustDate("2024-02-29")}, []Case{{Facts{"d": "2024-03-30"}, "true", "false"}}},
		{"no condition any more", x, Condition{}, []Case{{Facts{"x": "b"}, "false", "true"}, {Facts{}, "unknown", "true"}}},
	} {
		truths := map[Truth]string{True: "true", False: "false", Unknown: "unknown"}
		results := func(facts Facts) (string, string) {
			was, _ := tt.old.Holds(facts)
			is, _ := tt.new.Holds(facts)
			return truths[was], truths[is]
		}
		got, all := Cases(questions, []Condition{tt.old, tt.new}, results)
		if !reflect.DeepEqual(got, tt.want) || !all {
			t.Errorf("%s: Cases = %v, %v, want %v", tt.name, got, all, tt.want)
		}
	}
}

// TestCases_bounded: too many combinations are not all tried, and that is told.
func TestCases_bounded(t *testing.T) {
	var questions []Question
	var conditions []Condition
	for i := range 12 {
		id := fmt.Sprint("q", i)
		questions = append(questions, Question{ID: id, Kind: KindChoice, Options: []Option{{ID: "a"}, {ID: "b"}}})
		conditions = append(conditions, Condition{Fact: id, In: []string{"a"}})
	}
	if _, all := Cases(questions, conditions, func(Facts) (string, string) { return "", "" }); all {
		t.Error("half a million combinations are said to be tried")
	}
}

func TestReroutes(t *testing.T) {
	questions := []Question{
		{ID: "x", Kind: KindChoice, Options: []Option{{ID: "a"}, {ID: "b"}}},
		{ID: "y", Kind: KindChoice, Options: []Option{{ID: "a"}, {ID: "b"}}},
	}
	ends := []Outcome{{ID: "one"}, {ID: "two"}}
	ask := func(id, a, b string) Ask {
		return Ask{ID: id, Question: id, Next: []Branch{{In: []string{"a"}, To: a}, {In: []string{"b"}, To: b}}}
	}
	flow := func(start string, steps ...Ask) Flow { return Flow{Start: start, Steps: steps, Outcomes: ends} }
	visit := func(id, answer string) Visit { return Visit{id, id, answer} }
	short := flow("x", ask("x", "one", "two"))
	long := flow("x", ask("x", "one", "y"), ask("y", "one", "two"))
	for _, tt := range []struct {
		name     string
		old, new Flow
		want     []Reroute
	}{
		{"the same", long, long, nil},
		{"the other way round", flow("x", ask("x", "y", "y"), ask("y", "one", "two")), flow("y", ask("x", "one", "one"), ask("y", "x", "two")), nil},
		{"a question more", short, long, []Reroute{{"two", "one", 1, Trail{visit("x", "b"), visit("y", "a")}}}},
		{"a question less", long, short, []Reroute{{"one", "two", 1, Trail{visit("x", "b"), visit("y", "a")}}}},
		{"another question", short, flow("y", ask("y", "one", "two")), []Reroute{
			{"two", "one", 1, Trail{visit("y", "a"), visit("x", "b")}},
			{"one", "two", 1, Trail{visit("y", "b"), visit("x", "a")}},
		}},
		{"an answer that leads nowhere any more", short, flow("x", Ask{ID: "x", Question: "x", Next: []Branch{{In: []string{"a"}, To: "one"}}}), []Reroute{{"two", "", 1, Trail{visit("x", "b")}}}},
		{"a flow that has lost its beginning", short, flow("moon"), []Reroute{{"one", "", 1, Trail{visit("x", "a")}}, {"two", "", 1, Trail{visit("x", "b")}}}},
	} {
		got, all := Reroutes(tt.old, tt.new, questions)
		if !reflect.DeepEqual(got, tt.want) || !all {
			t.Errorf("%s: Reroutes = %v, %v, want %v", tt.name, got, all, tt.want)
		}
	}
}
