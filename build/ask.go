package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"madoguchi/data"
	"madoguchi/data/zone"
	"madoguchi/policy"
)

// ask reads questions, one JSON object a line, and writes an answer line for
// each, in order. A line that cannot be answered gets {"error": …} with what to
// write instead, and the rest still runs.
func ask(args []string, in io.Reader, out, errs io.Writer) error {
	if len(args) > 0 {
		switch args[0] {
		case "-h", "--help", "help":
			return askHelp(out)
		default:
			return fmt.Errorf("ask takes no argument %q: write questions to its standard input, or ask -h", args[0])
		}
	}
	country, catalogs, err := shipped()
	if err != nil {
		return err
	}
	c := Counter{Store: data.OpenCatalogs(country, catalogs), Now: func() policy.Instant { return policy.Instant(time.Now().Unix()) }}
	lines := bufio.NewReader(in)
	w := bufio.NewWriter(out)
	defer w.Flush()
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			w.Write(append(c.Answer(line), '\n'))
			w.Flush()
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read questions: %w", err)
		}
	}
}

// Counter answers questions written in JSON.
type Counter struct {
	Store *data.Store

	// Now is the present moment, for questions that name none.
	Now func() policy.Instant
}

// Answer returns the answer to one question, or {"error": …}, without a line end.
func (c Counter) Answer(line []byte) []byte {
	answer, err := c.answer(line)
	if err != nil {
		answer = map[string]string{"error": err.Error()}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(answer); err != nil {
		panic(err) // answers are made of plain values: a bug
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

// job is one kind of question: its fields, with what each means, and an example.
type job struct {
	name    string
	about   string
	fields  any // a struct whose fields have json and doc tags
	example string
	answer  func(c Counter, line []byte) (any, error)
}

func jobs() []job {
	return []job{
		{"version", "is a version supported on a day?", versionQuestion{},
			`{"job":"version","vendor":"infinico","product":"NetNebulas2 DHCP","version":"3.34.3","on":"2024-06-01"}`, Counter.version},
		{"release-log", "which releases of a log are supported, by the vendor's version scheme?", logQuestion{},
			`{"job":"release-log","vendor":"infinico","releases":[{"version":"1.1.1-1111","kind":"regular","day":"2023-04-03"},{"version":"1.2.1-1114","kind":"regular","day":"2023-10-02"},{"version":"1.2.2-1116","kind":"regular","day":"2024-01-31"}],"on":"2024-07-31"}`, Counter.releaseLog},
		{"plan", "which plans may a customer have, and which purchases cover a demand at the lowest price?", planQuestion{},
			`{"job":"plan","vendor":"cmskit","facts":{"holding":"installed-perpetual","minor-versions":"yes"},"demand":{"tickets":[5,5,5,5,5]},"on":"2026-04-01"}`, Counter.plan},
		{"quote", "what do these lines cost?", quoteQuestion{},
			`{"job":"quote","vendor":"cmskit","lines":[{"plan":"A","quantity":1},{"plan":"H","quantity":10}],"on":"2026-04-01"}`, Counter.quote},
		{"triage", "what is the next question, or the outcome and the request?", triageQuestion{},
			`{"job":"triage","vendor":"ontime","answers":{"bought-from":"shop","contract":"none","platform":"exchange","extent":"all-users","elsewhere":"no"},"at":"2026-05-20T16:00:00+09:00"}`, Counter.triage},
	}
}

func jobNames() string {
	var names []string
	for _, j := range jobs() {
		names = append(names, j.name)
	}
	return strings.Join(names, ", ")
}

func (c Counter) answer(line []byte) (any, error) {
	var head struct {
		Job string `json:"job"`
	}
	if err := json.Unmarshal(line, &head); err != nil {
		return nil, fmt.Errorf("this is not a JSON object: write one line such as %s", jobs()[0].example)
	}
	for _, j := range jobs() {
		if j.name == head.Job {
			return j.answer(c, line)
		}
	}
	return nil, fmt.Errorf("unknown job %q: write one of %s", head.Job, jobNames())
}

// read fills a question from a line. A field that the job has not is an error.
func read(line []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	var wrong *json.UnmarshalTypeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &wrong):
		return fmt.Errorf("field %q holds a %s: see ask -h for what it takes", wrong.Field, wrong.Value)
	case strings.HasPrefix(err.Error(), "json: unknown field "):
		return fmt.Errorf("unknown field %s: write one of %s", strings.TrimPrefix(err.Error(), "json: unknown field "), strings.Join(fieldNames(into), ", "))
	default:
		return err
	}
}

func fieldNames(question any) []string {
	var names []string
	t := reflect.Indirect(reflect.ValueOf(question)).Type()
	for i := range t.NumField() {
		names = append(names, t.Field(i).Tag.Get("json"))
	}
	return names
}

// vendor checks that there is such a vendor.
func (c Counter) vendor(id string) error {
	if !slices.Contains(c.Store.Vendors(), id) {
		return fmt.Errorf("unknown vendor %q: write one of %s", id, strings.Join(c.Store.Vendors(), ", "))
	}
	return nil
}

// day reads the day asked about, today where the vendor is if it is left out.
func (c Counter) day(vendor, on string) (policy.Date, error) {
	if on != "" {
		return policy.ParseDate(on)
	}
	v, _ := c.Store.Vendor(vendor)
	z, ok := zone.Named(v.Zone)
	if !ok {
		return policy.Date{}, fmt.Errorf("no time zone %q", v.Zone)
	}
	return c.Now().In(z).Day, nil
}

// facts reads answers to the vendor's questions: text, or true and false for yes
// and no, or a number.
func (c Counter) facts(vendor string, given map[string]any) (policy.Facts, error) {
	facts := policy.Facts{}
	for _, id := range sortedKeys(given) {
		var answer string
		switch v := given[id].(type) {
		case string:
			answer = v
		case bool:
			answer = map[bool]string{true: "yes", false: "no"}[v]
		case float64:
			answer = strconv.FormatFloat(v, 'f', -1, 64)
		default:
			return nil, fmt.Errorf("answer to %q is no text: write it in quotes", id)
		}
		q, ok := c.Store.Question(vendor, id)
		if !ok {
			var ids []string
			for _, q := range c.Store.QuestionsOf(vendor) {
				ids = append(ids, q.ID)
			}
			return nil, fmt.Errorf("vendor %q has no question %q: write one of %s", vendor, id, strings.Join(ids, ", "))
		}
		if !q.Takes(answer) {
			return nil, fmt.Errorf("question %q has no answer %q: write one of %s", id, answer, strings.Join(q.Answers(), ", "))
		}
		facts[id] = answer
	}
	return facts, nil
}

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

type versionQuestion struct {
	Job     string `json:"job"`
	Vendor  string `json:"vendor" doc:"id of the vendor"`
	Product string `json:"product" doc:"id, name or alias, in any width and case"`
	Version string `json:"version" doc:"as typed: X.Y.Z or X.Y.Z-r"`
	On      string `json:"on" doc:"optional day, YYYY-MM-DD; today in the vendor's time zone if left out"`

	Announced   string `json:"announced" doc:"optional day on which the end of sale was announced"`
	EndOfSale   string `json:"end_of_sale" doc:"optional last day of sale"`
	Purchased   string `json:"purchased" doc:"optional day on which the unit was bought new"`
	ContractEnd string `json:"contract_end" doc:"optional last day of the customer's contract"`

	HotfixWithheld bool `json:"hotfix_withheld" doc:"optional; true where the vendor handed over a hotfix that is not applied"`
}

// days reads the days of a life cycle.
func (q versionQuestion) days() (days policy.SaleDays, err error) {
	for _, d := range []struct {
		field, written string
		into           *policy.Date
	}{
		{"announced", q.Announced, &days.Announced}, {"end_of_sale", q.EndOfSale, &days.EndOfSale},
		{"purchased", q.Purchased, &days.Purchased}, {"contract_end", q.ContractEnd, &days.ContractEnd},
	} {
		if d.written == "" {
			continue
		}
		if *d.into, err = policy.ParseDate(d.written); err != nil {
			return days, fmt.Errorf("field %q: %w", d.field, err)
		}
	}
	return days, nil
}

func (c Counter) version(line []byte) (any, error) {
	var q versionQuestion
	if err := read(line, &q); err != nil {
		return nil, err
	}
	if err := c.vendor(q.Vendor); err != nil {
		return nil, err
	}
	on, err := c.day(q.Vendor, q.On)
	if err != nil {
		return nil, err
	}
	days, err := q.days()
	if err != nil {
		return nil, err
	}
	return c.Store.VersionAnswer(data.VersionQuestion{
		Vendor: q.Vendor, Product: q.Product, Version: q.Version, On: on, Days: days, HotfixWithheld: q.HotfixWithheld,
	}), nil
}

type logQuestion struct {
	Job      string            `json:"job"`
	Vendor   string            `json:"vendor" doc:"id of a vendor whose regular releases push each other out"`
	Releases []policy.LogEntry `json:"releases" doc:"version (X.Y.Z-r), kind (regular or hotfix) and, optionally, day of each release, in any order"`
	On       string            `json:"on" doc:"optional day, YYYY-MM-DD; today in the vendor's time zone if left out"`
}

func (c Counter) releaseLog(line []byte) (any, error) {
	var q logQuestion
	if err := read(line, &q); err != nil {
		return nil, err
	}
	if err := c.vendor(q.Vendor); err != nil {
		return nil, err
	}
	on, err := c.day(q.Vendor, q.On)
	if err != nil {
		return nil, err
	}
	return c.Store.LogAnswer(data.LogQuestion{Vendor: q.Vendor, Releases: q.Releases, On: on})
}

type planQuestion struct {
	Job    string         `json:"job"`
	Vendor string         `json:"vendor" doc:"id of the vendor"`
	Facts  map[string]any `json:"facts" doc:"optional answers to the vendor's questions, by id"`
	Demand struct {
		Tickets []int `json:"tickets"`
	} `json:"demand" doc:"optional {\"tickets\":[…]}: tickets needed in each year, at any time of it"`
	On string `json:"on" doc:"optional day, YYYY-MM-DD; today in the vendor's time zone if left out"`
}

func (c Counter) plan(line []byte) (any, error) {
	var q planQuestion
	if err := read(line, &q); err != nil {
		return nil, err
	}
	if err := c.vendor(q.Vendor); err != nil {
		return nil, err
	}
	on, err := c.day(q.Vendor, q.On)
	if err != nil {
		return nil, err
	}
	facts, err := c.facts(q.Vendor, q.Facts)
	if err != nil {
		return nil, err
	}
	return c.Store.PlanAnswer(data.PlanQuestion{Vendor: q.Vendor, Facts: facts, Demand: q.Demand.Tickets, On: on})
}

type quoteQuestion struct {
	Job    string             `json:"job"`
	Vendor string             `json:"vendor" doc:"id of the vendor"`
	Lines  []policy.QuoteLine `json:"lines" doc:"[{\"plan\":…,\"quantity\":…}, …]: plans by code or id, whole quantities from 1"`
	Facts  map[string]any     `json:"facts" doc:"optional answers to the vendor's questions, by id"`
	On     string             `json:"on" doc:"optional day, YYYY-MM-DD; today in the vendor's time zone if left out"`
}

func (c Counter) quote(line []byte) (any, error) {
	var q quoteQuestion
	if err := read(line, &q); err != nil {
		return nil, err
	}
	if err := c.vendor(q.Vendor); err != nil {
		return nil, err
	}
	if len(q.Lines) == 0 {
		return nil, errors.New("a quote has no lines: write lines, such as [{\"plan\":\"A\",\"quantity\":1}]")
	}
	on, err := c.day(q.Vendor, q.On)
	if err != nil {
		return nil, err
	}
	facts, err := c.facts(q.Vendor, q.Facts)
	if err != nil {
		return nil, err
	}
	return c.Store.QuoteAnswer(data.QuoteQuestion{Vendor: q.Vendor, Lines: q.Lines, Facts: facts, On: on})
}

type triageQuestion struct {
	Job     string         `json:"job"`
	Vendor  string         `json:"vendor" doc:"id of the vendor"`
	Flow    string         `json:"flow" doc:"optional id of the flow; the vendor's first if left out"`
	Answers map[string]any `json:"answers" doc:"answers so far, by id of the question"`
	Values  policy.Facts   `json:"values" doc:"optional information for the request, by id"`
	At      string         `json:"at" doc:"optional moment with its offset, such as 2026-05-20T16:00:00+09:00; now if left out"`
}

func (c Counter) triage(line []byte) (any, error) {
	var q triageQuestion
	if err := read(line, &q); err != nil {
		return nil, err
	}
	if err := c.vendor(q.Vendor); err != nil {
		return nil, err
	}
	at := c.Now()
	if q.At != "" {
		var err error
		if at, err = policy.ParseInstant(q.At); err != nil {
			return nil, err
		}
	}
	answers, err := c.facts(q.Vendor, q.Answers)
	if err != nil {
		return nil, err
	}
	return c.Store.TriageAnswer(data.TriageQuestion{Vendor: q.Vendor, Flow: q.Flow, Answers: answers, Values: q.Values, At: at})
}

// askHelp documents every job with an example and its answer's beginning.
func askHelp(out io.Writer) error {
	fmt.Fprintln(out, "ask reads questions as JSON, one a line, and writes an answer line for each, in order.")
	fmt.Fprintln(out, `A line that cannot be answered gets {"error": …}; the rest still runs.`)
	for _, j := range jobs() {
		fmt.Fprintf(out, "\n%s: %s\n", j.name, j.about)
		t := reflect.TypeOf(j.fields)
		for i := range t.NumField() {
			if doc := t.Field(i).Tag.Get("doc"); doc != "" {
				fmt.Fprintf(out, "  %-8s %s\n", t.Field(i).Tag.Get("json"), doc)
			}
		}
		fmt.Fprintf(out, "  example\n%s\n", j.example)
	}
	return nil
}
