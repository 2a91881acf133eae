package endoflife

import (
	"strings"
	"testing"
)

// TestTemplate: what the templates of endoflife.date come to, and that nothing is
// made of what is not computed.
func TestTemplate(t *testing.T) {
	words := map[string]string{
		"__RELEASE_CYCLE__": "10.4", "__CODENAME__": "Big Azusa", "__LATEST__": "10.4.0", "__LATEST_RELEASE_DATE__": "2024-05-22", "__RELEASE_DATE__": "2023-01-31",
	}
	for _, tt := range []struct{ template, want, err string }{
		{"plain", "plain", ""},
		{"", "", ""},
		{"v__LATEST__/__RELEASE_CYCLE__", "v10.4.0/10.4", ""},
		{"__LATEST_RELEASE_DATE__ __RELEASE_DATE__", "2024-05-22 2023-01-31", ""},
		{"{{'__LATEST__'|replace:'.','-'}}", "10-4-0", ""},
		{`{{ "__LATEST__" | replace: ".", "" }}!`, "1040!", ""},
		{"{{'__LATEST__' | replace:'.4',''}}", "10.0", ""},
		{"{{'__CODENAME__'|replace_first:'i','I'|downcase}}", "big azusa", ""},
		{"{{'__LATEST__'|split:'.'|first}}", "10", ""},
		{"{{'__LATEST__'|split:'.'|last}}", "0", ""},
		{"{{'__LATEST__'|split:'.'|pop|join:'.'}}", "10.4", ""},
		{"{{'__LATEST__'|split:'.'|slice:0,2|join:'/'}}", "10/4", ""},
		{"{{'__LATEST__'|drop_zero_patch}} {{'__RELEASE_CYCLE__'|drop_zero_patch}}", "10.4 10.4", ""},
		{"{{'__RELEASE_CYCLE__.0'|replace:'.','-'}}", "10-4-0", ""},
		{"{{__RELEASE_CYCLE__}}.x", "10.4.x", ""},
		{"{{'a, b'|replace:', ','+'}}", "a+b", ""},
		{"{{'a, b'|replace:', ','|'}}", "", "argument"},
		{"a{% if '__CODENAME__' != '' %} (__CODENAME__){% endif %}", "a (Big Azusa)", ""},
		{"a{% if '__NONE__' != '' %} (__NONE__){% endif %}", "a", ""},
		{"{% if '__RELEASE_CYCLE__.0' == '__LATEST__' %}same{%else%}other{% endif %}", "same", ""},
		{"{% if '__RELEASE_CYCLE__'=='__LATEST__' %}same{% else %}other{% endif %}", "other", ""},
		{"{% if 'a' == 'a' %}{% if 'b' == 'c' %}1{% else %}2{% endif %}3{% endif %}4", "234", ""},
		{"__NONE__", "", "__NONE__ has no value"},
		{"{{'__NONE__'|downcase}}", "", "__NONE__ has no value"},
		{"{{__CODENAME__}}", "", `value "Big Azusa" without quotes`},
		{"{{r.codename}}", "", `value "r.codename" without quotes`},
		{"{% assign a = 1 %}", "", `tag "assign a = 1"`},
		{"{% if r.codename %}a{% endif %}", "", `condition "r.codename"`},
		{"{% if 'a' == 'a' %}a", "", "is not closed"},
		{"a{% endif %}", "", "without its beginning"},
		{"{% if 'a' == 'a' %}a{% else %}b{% else %}c{% endif %}", "", "is not closed"},
		{"{{'a'|upcase}}", "", "filter upcase"},
		{"{{'a'|replace:'.':'_'}}", "", "argument"},
		{"{{'a'|replace:'.'}}", "", "filter replace with 1 arguments"},
		{"{{'a'|first}}", "", "filter first in this place"},
		{"{{'a'|split:'.'}}", "", "a list to print"},
		{"{{'a'|split:'.'|pop}}", "", "filter pop"},
		{"{{''|split:''|first}}", "", "filter split"},
		{"{{'a'|split:'.'|slice:1,1|first}}", "", "filter slice"},
		{"{{'a'|split:'.'|slice:5,1|first}}", "", "filter slice"},
		{"{{'a", "", "is not closed"},
		{"{{'aa'|replace:'a','" + strings.Repeat("b", 1200) + "'}}", "", "filter replace on"},
		{strings.Repeat("a", 2001), "", "2001 bytes"},
	} {
		parsed, err := parseTemplate(tt.template)
		got := ""
		if err == nil {
			got, err = parsed.fill(words)
		}
		if got != tt.want || (err == nil) != (tt.err == "") || err != nil && !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s becomes %q, %v; want %q, %s", tt.template, got, err, tt.want, tt.err)
		}
	}
}

// TestLabels: the words of every label are as they are looked up.
func TestLabels(t *testing.T) {
	for words, l := range labels {
		f := phaseFields[2]
		if got, _ := f.named(words); l.ja == "" || got.Name.Ja != l.ja || got.Name.En == "" || words != strings.ToLower(words) {
			t.Errorf("%q is never found, or has no name: %+v", words, got)
		}
	}
}
