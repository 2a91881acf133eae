package policy

import "slices"

// Counter is what a triage is answered from: one flow and what it refers to.
type Counter struct {
	Flow        Flow
	Questions   []Question
	Channels    []Channel
	Information []Information
}

// TriageAnswer is the next question of a triage, or its outcome with the request
// to send.
type TriageAnswer struct {
	Flow string `json:"flow"`
	Path Trail  `json:"path"`

	// Next is the open question; nil at the outcome. Remaining counts the
	// questions on the longest way on, this one included.
	Next      *Question `json:"next,omitempty"`
	Remaining int       `json:"remaining,omitempty"`

	Outcome *OutcomeGiven `json:"outcome,omitempty"`
	Request *Request      `json:"request,omitempty"`

	// NotUnderstood lists answers that no question of the flow can have.
	NotUnderstood []string `json:"not_understood,omitempty"`

	Reasons     []Reason `json:"reasons"`
	Remarks     []Reason `json:"remarks,omitempty"` // what the catalog tells whoever makes a request
	Assumptions []string `json:"assumptions"`
	Catalog     Edition  `json:"catalog"`
}

// OutcomeGiven is an outcome with everything it refers to.
type OutcomeGiven struct {
	ID      string        `json:"id"`
	Title   Text          `json:"title"`
	Text    Text          `json:"text"`
	Channel Channel       `json:"channel"`
	Open    *OpenHours    `json:"open,omitempty"`
	Then    []Reason      `json:"then"`
	Prepare []Information `json:"prepare"`
	Outside []Reason      `json:"outside"`

	Citations []Citation `json:"citations"`
}

// OpenHours is when a channel answers, for the moment asked about.
type OpenHours struct {
	Open      bool   `json:"open"`
	DaysKnown bool   `json:"days_known"`
	Opens     string `json:"opens"`  // RFC 3339, in the channel's zone
	Closes    string `json:"closes"` // the end is not included
	Window    Window `json:"-"`
}

// Request is what to send, ready but for what only the person knows.
type Request struct {
	// Language is the one to write in: the only one the channel accepts, or
	// Japanese where the policy does not say.
	Language string `json:"language"`

	To      Text           `json:"to"`
	Subject Text           `json:"subject"`
	Entries []RequestEntry `json:"entries"`
	Log     []LogLine      `json:"log"`
	Shown   []Reason       `json:"shown"` // what the answers show
}

// RequestEntry is one piece of information of a request, empty until filled in.
type RequestEntry struct {
	Information
	Value string `json:"value"`
}

// LogLine is one answer of the triage, in words.
type LogLine struct {
	Question Text `json:"question"`
	Answer   Text `json:"answer"`
}

// dontKnowText is the answer DontKnow in a request, which is written in the
// language of the vendor and not of the page.
var dontKnowText = Text{Ja: "分からない", En: "Not known"}

// Triage answers with the next question or, when all are answered, the outcome
// and the request. Values are what the person filled in for the information of
// the request. Zone is the channel's; nil where its hours cannot be computed.
func (c Counter) Triage(answers, values Facts, at Instant, zone func(string) (Zone, bool)) (TriageAnswer, error) {
	walk, err := c.Flow.Follow(answers)
	if err != nil {
		return TriageAnswer{}, err
	}
	a := TriageAnswer{Flow: c.Flow.ID, Path: walk.Path, Reasons: []Reason{}}
	if a.Path == nil {
		a.Path = Trail{}
	}
	for _, s := range c.Flow.Steps {
		answer, given := answers[s.Question]
		if q, ok := c.question(s.Question); ok && given && !q.Takes(answer) && !slices.Contains(a.NotUnderstood, s.Question) {
			a.NotUnderstood = append(a.NotUnderstood, s.Question)
		}
	}
	if walk.Outcome == "" {
		q, _ := c.question(walk.Question)
		a.Next, a.Remaining = &q, walk.Longest
		return a, nil
	}
	o, _ := c.Flow.Outcome(walk.Outcome)
	known := walk.Path.Answers()
	shown := notesFor(c.Flow.Findings, known)
	given := c.give(o, known, at, zone)
	a.Outcome = &given
	a.Reasons = shown
	a.Request = c.compose(o, given, walk.Path, shown, values)
	a.Assumptions = assumptionsOf(shown, given.Then, given.Outside)
	if h := given.Channel.Hours; h != nil {
		a.Assumptions = appendNew(a.Assumptions, h.Assumptions)
	}
	return a, nil
}

func (c Counter) question(id string) (Question, bool) {
	i := slices.IndexFunc(c.Questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		return Question{}, false
	}
	return c.Questions[i], true
}

func (c Counter) give(o Outcome, known Facts, at Instant, zone func(string) (Zone, bool)) OutcomeGiven {
	g := OutcomeGiven{
		ID: o.ID, Title: o.Title, Text: o.Text, Citations: o.Cite,
		Then: notesFor(o.Then, known), Outside: notesFor(o.Outside, known), Prepare: []Information{},
	}
	for _, ch := range c.Channels {
		if ch.ID == o.Channel {
			g.Channel = ch
		}
	}
	if h := g.Channel.Hours; h != nil {
		if z, ok := zone(h.Zone); ok {
			s := h.StateAt(at, z)
			g.Open = &OpenHours{s.Open, s.DaysKnown, s.Window.Opens.RFC3339(z), s.Window.Closes.RFC3339(z), s.Window}
		}
	}
	for _, id := range o.Prepare {
		for _, info := range c.Information {
			if info.ID == id {
				g.Prepare = append(g.Prepare, info)
			}
		}
	}
	return g
}

func (c Counter) compose(o Outcome, g OutcomeGiven, path Trail, shown []Reason, values Facts) *Request {
	r := &Request{Language: "ja", To: g.Channel.Name, Subject: o.Subject, Entries: []RequestEntry{}, Log: []LogLine{}, Shown: shown}
	if len(g.Channel.Accepts) > 0 && !slices.Contains(g.Channel.Accepts, "ja") {
		r.Language = g.Channel.Accepts[0]
	}
	for _, info := range g.Prepare {
		r.Entries = append(r.Entries, RequestEntry{info, values[info.ID]})
	}
	for _, v := range path {
		q, _ := c.question(v.Question)
		line := LogLine{q.Text, dontKnowText}
		for _, option := range q.Options {
			if option.ID == v.Answer {
				line.Answer = option.Text
			}
		}
		r.Log = append(r.Log, line)
	}
	return r
}
