package policy

// Topic is something a customer may want to ask for, under the words by which
// people look for it.
type Topic struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Words are other words for it, in any language, for the search alone.
	Words []string `yaml:"words"`
}

// Scope is a vendor's published list of what some of its plans include or leave
// out. Lists decide in the order of the catalog: for a plan and a topic, the
// first list with a clause that applies.
type Scope struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Plans lists the plans that the list is about.
	Plans []string `yaml:"plans" need:"yes" ref:"plans"`

	// Examples says that the list is not complete: what it does not name may
	// be out as well.
	Examples bool `yaml:"examples"`

	// Clauses are the entries of the list.
	Clauses []ScopeClause `yaml:"clauses" need:"yes"`
	Cite    []Citation    `yaml:"cite" need:"yes"`
}

// ScopeClause is one entry of such a list.
type ScopeClause struct {
	ID string `yaml:"id" need:"yes"`

	// Number is the vendor's own, such as (3); empty where it has none.
	Number string `yaml:"number"`

	// Topics are what the clause is about.
	Topics []string `yaml:"topics" need:"yes" ref:"topics"`

	// Verdict is what the clause makes of its topics.
	Verdict ScopeVerdict `yaml:"verdict" need:"yes"`

	// When is the case in which the clause applies; without one it always does.
	When Condition `yaml:"when"`

	// Ticket says what an inquiry costs where support is counted in tickets.
	Ticket Ticket `yaml:"ticket"`

	Text        Text       `yaml:"text" need:"yes"`
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// ScopeVerdict says whether something can be asked for.
type ScopeVerdict string

const (
	ScopeIn          ScopeVerdict = "in"
	ScopeOut         ScopeVerdict = "out"
	ScopeConditional ScopeVerdict = "conditional"
	ScopeNotListed   ScopeVerdict = "not_listed" // no published list names it
	ScopeConfirm     ScopeVerdict = "confirm"
	ScopeClosed      ScopeVerdict = "closed" // the case ends there
)

var scopeVerdicts = []ScopeVerdict{ScopeIn, ScopeOut, ScopeConditional, ScopeNotListed, ScopeConfirm, ScopeClosed}

// OneOf lists the values a catalog may write.
func (ScopeVerdict) OneOf() []string {
	return names([]ScopeVerdict{ScopeIn, ScopeOut, ScopeConditional, ScopeConfirm, ScopeClosed})
}

// Ticket says what an inquiry costs where support is counted in tickets.
type Ticket string

const (
	TicketConsumes      Ticket = "consumes"
	TicketFree          Ticket = "no_ticket"
	TicketVendorDecides Ticket = "vendor_decides"
	TicketNotApplicable Ticket = "not_applicable"
	TicketNotStated     Ticket = "not_stated"
)

var ticketCosts = []Ticket{TicketConsumes, TicketFree, TicketVendorDecides, TicketNotApplicable, TicketNotStated}

// OneOf lists the values a catalog may write.
func (Ticket) OneOf() []string { return names(ticketCosts) }

// Closing is a point at which the vendor treats a case as finished.
type Closing struct {
	ID string `yaml:"id" need:"yes"`

	// Plans are those for which it holds.
	Plans       []string   `yaml:"plans" need:"yes" ref:"plans"`
	Text        Text       `yaml:"text" need:"yes"`
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}
