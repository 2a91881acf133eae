package policy

import (
	"slices"
	"testing"
)

func number(n int64) *int64 { return &n }

func TestCondition_Holds(t *testing.T) {
	cloud := Condition{Fact: "holding", In: []string{"cloud"}}
	annual := Condition{Fact: "annual", In: []string{"yes"}}
	for _, tt := range []struct {
		name  string
		cond  Condition
		facts Facts
		want  Truth
		by    []string
	}{
		{"no condition", Condition{}, nil, True, nil},
		{"always", Condition{Always: true}, nil, True, nil},
		{"option chosen", cloud, Facts{"holding": "cloud"}, True, []string{"holding"}},
		{"another option chosen", cloud, Facts{"holding": "asp"}, False, []string{"holding"}},
		{"not answered", cloud, nil, Unknown, []string{"holding"}},
		{"answered with nothing", cloud, Facts{"holding": ""}, Unknown, []string{"holding"}},
		{"not known", cloud, Facts{"holding": DontKnow}, Unknown, []string{"holding"}},
		{"not knowing is asked for", Condition{Fact: "holding", In: []string{DontKnow}}, Facts{"holding": DontKnow}, True, []string{"holding"}},

		{"all: one refused settles it", Condition{All: []Condition{annual, cloud}}, Facts{"holding": "asp"}, False, []string{"holding"}},
		{"all: one missing", Condition{All: []Condition{annual, cloud}}, Facts{"holding": "cloud"}, Unknown, []string{"annual"}},
		{"all: both given", Condition{All: []Condition{annual, cloud}}, Facts{"holding": "cloud", "annual": "yes"}, True, []string{"annual", "holding"}},
		{"any: one met settles it", Condition{Any: []Condition{annual, cloud}}, Facts{"holding": "cloud"}, True, []string{"holding"}},
		{"any: the other missing", Condition{Any: []Condition{annual, cloud}}, Facts{"holding": "asp"}, Unknown, []string{"annual"}},
		{"any: none met", Condition{Any: []Condition{annual, cloud}}, Facts{"holding": "asp", "annual": "no"}, False, []string{"annual", "holding"}},
		{"not: met", Condition{Not: []Condition{cloud}}, Facts{"holding": "cloud"}, False, []string{"holding"}},
		{"not: missing stays unknown", Condition{Not: []Condition{cloud}}, nil, Unknown, []string{"holding"}},

		{"number at the lower limit", Condition{Fact: "n", AtLeast: number(3)}, Facts{"n": "3"}, True, []string{"n"}},
		{"number below it", Condition{Fact: "n", AtLeast: number(3)}, Facts{"n": "2"}, False, []string{"n"}},
		{"number at the upper limit", Condition{Fact: "n", AtLeast: number(1), AtMost: number(3)}, Facts{"n": "3"}, True, []string{"n"}},
		{"number above it", Condition{Fact: "n", AtLeast: number(1), AtMost: number(3)}, Facts{"n": "4"}, False, []string{"n"}},
		{"not a number", Condition{Fact: "n", AtLeast: number(3)}, Facts{"n": "many"}, Unknown, []string{"n"}},

		{"first day", Condition{Fact: "d", From: MustDate("2019-10-01")}, Facts{"d": "2019-10-01"}, True, []string{"d"}},
		{"day before", Condition{Fact: "d", From: MustDate("2019-10-01")}, Facts{"d": "2019-09-30"}, False, []string{"d"}},
		{"last day", Condition{Fact: "d", Until: MustDate("2012-01-31")}, Facts{"d": "2012-01-31"}, True, []string{"d"}},
		{"day after", Condition{Fact: "d", Until: MustDate("2012-01-31")}, Facts{"d": "2012-02-01"}, False, []string{"d"}},
		{"not a day", Condition{Fact: "d", Until: MustDate("2012-01-31")}, Facts{"d": "soon"}, Unknown, []string{"d"}},
	} {
		got, by := tt.cond.Holds(tt.facts)
		if got != tt.want || !slices.Equal(by, tt.by) {
			t.Errorf("%s: Holds(%v) = %d by %v, want %d by %v", tt.name, tt.facts, got, by, tt.want, tt.by)
		}
	}
}

// TestCondition_moreFacts: a condition that is settled stays so when further
// facts become known.
func TestCondition_moreFacts(t *testing.T) {
	a := Condition{Fact: "a", In: []string{"1"}}
	b := Condition{Fact: "b", In: []string{"1"}}
	conditions := []Condition{
		{All: []Condition{a, b}}, {Any: []Condition{a, b}}, {Not: []Condition{a, b}},
		{All: []Condition{{Any: []Condition{a, b}}, {Not: []Condition{b}}}},
	}
	values := []string{"", "1", "2"}
	for i, c := range conditions {
		for _, x := range values {
			before, _ := c.Holds(Facts{"a": x})
			for _, y := range values {
				after, _ := c.Holds(Facts{"a": x, "b": y})
				if before != Unknown && after != before {
					t.Errorf("condition %d: with a=%q %d, with b=%q too %d", i, x, before, y, after)
				}
			}
		}
	}
}

func TestQuestion_Takes(t *testing.T) {
	choice := Question{Kind: KindChoice, Options: []Option{{ID: "x"}, {ID: "y"}}, DontKnow: true}
	count := Question{Kind: KindNumber}
	day := Question{Kind: KindDay}
	for _, tt := range []struct {
		q      Question
		answer string
		want   bool
	}{
		{choice, "x", true}, {choice, "z", false}, {choice, "", false}, {choice, DontKnow, true},
		{count, "0", true}, {count, "12", true}, {count, "-1", false}, {count, "012", false}, {count, "1.5", false}, {count, DontKnow, false},
		{day, "2024-05-22", true}, {day, "2024-05-32", false},
		{Question{}, "x", false},
	} {
		if got := tt.q.Takes(tt.answer); got != tt.want {
			t.Errorf("%s question takes %q = %v, want %v", tt.q.Kind, tt.answer, got, tt.want)
		}
	}
}
