package policy

import "testing"

func TestWitness(t *testing.T) {
	questions := []Question{
		{ID: "x", Kind: KindChoice, Options: []Option{{ID: "a"}, {ID: "b"}}, DontKnow: true},
		{ID: "n", Kind: KindNumber}, {ID: "d", Kind: KindDay},
	}
	is := func(answer ...string) Condition { return Condition{Fact: "x", In: answer} }
	for _, tt := range []struct {
		name  string
		conds []Condition
		want  bool
	}{
		{"nothing to test", []Condition{{}}, true},
		{"one option", []Condition{is("a")}, true},
		{"two options at once", []Condition{{All: []Condition{is("a"), is("b")}}}, false},
		{"two conditions against each other", []Condition{is("a"), {Not: []Condition{is("a")}}}, false},
		{"two conditions that meet", []Condition{is("a", "b"), {Not: []Condition{is("a")}}}, true},
		{"not knowing", []Condition{is(DontKnow)}, true},
		{"a number between limits that cross", []Condition{{Fact: "n", AtLeast: number(5), AtMost: number(4)}}, false},
		{"a number between limits that meet", []Condition{{Fact: "n", AtLeast: number(5), AtMost: number(5)}}, true},
		{"numbers of two conditions", []Condition{{Fact: "n", AtMost: number(9)}, {Fact: "n", AtLeast: number(9)}}, true},
		{"numbers of two conditions apart", []Condition{{Fact: "n", AtMost: number(8)}, {Fact: "n", AtLeast: number(9)}}, false},
		{"a day between limits that cross", []Condition{{Fact: "d", From: MustDate("2024-01-02"), Until: MustDate("2024-01-01")}}, false},
		{"a day between limits that meet", []Condition{{Fact: "d", From: MustDate("2024-01-01"), Until: MustDate("2024-01-01")}}, true},
		{"one of them suffices", []Condition{{Any: []Condition{{All: []Condition{is("a"), is("b")}}, {Fact: "n", AtLeast: number(1)}}}}, true},
		{"a question that is not there", []Condition{{Fact: "moon", In: []string{"full"}}}, false},
	} {
		facts, got := Witness(questions, tt.conds...)
		if got != tt.want {
			t.Errorf("%s: Witness = %v, %v, want %v", tt.name, facts, got, tt.want)
		}
		for _, c := range tt.conds {
			if truth, _ := c.Holds(facts); got && truth != True {
				t.Errorf("%s: the witness %v does not hold", tt.name, facts)
			}
		}
	}
}

func TestPrice_Falls(t *testing.T) {
	for _, tt := range []struct {
		name  string
		price Price
		want  []int64
	}{
		{"bands that rise", Price{Bands: &BandPrice{CommitMonths: 12, Bands: []Band{{UpTo: 100, Monthly: 10}, {UpTo: 500, Monthly: 20}}}}, nil},
		{"a band that is cheaper than the one before", Price{Bands: &BandPrice{CommitMonths: 12, Bands: []Band{{UpTo: 100, Monthly: 10}, {UpTo: 500, Monthly: 9}}}}, []int64{100}},
		{"slices never fall", Price{Graduated: &GraduatedPrice{Slices: []Slice{{UpTo: 10, Unit: 100, Flat: 50}, {Unit: 1}}}}, nil},
		{"units never fall", Price{Unit: &UnitPrice{100}}, nil},
	} {
		var got []int64
		for _, f := range tt.price.Falls(PriceList{}) {
			got = append(got, f.Quantity)
		}
		if len(got) != len(tt.want) || len(got) > 0 && got[0] != tt.want[0] {
			t.Errorf("%s: falls at %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestWitnessUnless(t *testing.T) {
	questions := []Question{{ID: "x", Kind: KindChoice, Options: []Option{{ID: "a"}, {ID: "b"}}, DontKnow: true}}
	is := func(answer ...string) Condition { return Condition{Fact: "x", In: answer} }
	for _, tt := range []struct {
		name   string
		holds  Condition
		others []Condition
		want   bool
	}{
		{"nothing stands before", is("a"), nil, true},
		{"the same case stands before", is("a"), []Condition{is("a")}, false},
		{"another case stands before", is("a"), []Condition{is("b")}, true},
		{"all cases stand before", Condition{Always: true}, []Condition{{Always: true}}, false},
		{"all answers but not knowing stand before", Condition{Always: true}, []Condition{is("a"), is("b")}, true},
		{"not knowing alone", is(DontKnow), []Condition{is("a"), is("b")}, true},
		{"not knowing stands before as well", Condition{Always: true}, []Condition{is("a"), is("b"), is(DontKnow)}, false},
	} {
		if facts, got := WitnessUnless(questions, tt.holds, tt.others); got != tt.want {
			t.Errorf("%s: WitnessUnless = %v, %v, want %v", tt.name, facts, got, tt.want)
		}
	}
}
