package policy

// Procedure is how something is done with a vendor, step by step, such as the
// exchange of a faulty unit.
type Procedure struct {
	ID    string   `yaml:"id" need:"yes"`
	Title Text     `yaml:"title" need:"yes"`
	Plans []string `yaml:"plans" ref:"plans"` // for which it holds; empty: for all

	// When is who may follow it.
	When Condition `yaml:"when"`

	// Steps are in the order in which they are done.
	Steps []ProcedureStep `yaml:"steps" need:"yes"`

	// Prepare are ids of the information that it needs.
	Prepare []string `yaml:"prepare" ref:"information"`

	// Deadlines are the days that follow from its events.
	Deadlines []Deadline `yaml:"deadlines"`

	// Shipping says who pays for each parcel.
	Shipping []Shipping `yaml:"shipping"`

	// Returns is what comes back, and in which state.
	Returns []Note `yaml:"returns"`

	// Address is where things are sent, as the vendor prints it.
	Address *Address `yaml:"address"`

	Notes []Note     `yaml:"notes"`
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// ProcedureStep is one step of a procedure.
type ProcedureStep struct {
	ID string `yaml:"id" need:"yes"`

	// Who does it.
	Who  Party `yaml:"who" need:"yes"`
	Text Text  `yaml:"text" need:"yes"`

	// Channel is where it is done, if it is a message.
	Channel string `yaml:"channel" ref:"channels"`

	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// Party is who does or pays something.
type Party string

const (
	PartyCustomer  Party = "customer"
	PartyVendor    Party = "vendor"
	PartySender    Party = "sender" // whoever sends the parcel
	PartyNotStated Party = "not-stated"
)

// OneOf lists the values a catalog may write.
func (Party) OneOf() []string {
	return names([]Party{PartyCustomer, PartyVendor, PartySender, PartyNotStated})
}

// Shipping says who pays for a parcel.
type Shipping struct {
	ID string `yaml:"id" need:"yes"`

	// What is in the parcel.
	What Text `yaml:"what" need:"yes"`

	// Pays is who bears the cost.
	Pays        Party      `yaml:"pays" need:"yes"`
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// Address is a postal address, exactly as printed.
type Address struct {
	// PostalCode is as printed.
	PostalCode string `yaml:"postalCode" need:"yes"`

	// Lines are the address and the addressee, as printed.
	Lines []string `yaml:"lines" need:"yes"`

	// Telephone is the number printed with the address: for parcels, not for help.
	Telephone string     `yaml:"telephone"`
	Cite      []Citation `yaml:"cite" need:"yes"`
}

// Deadline is a day that follows from an event of a procedure.
type Deadline struct {
	ID string `yaml:"id" need:"yes"`

	// Event is the id of what it is counted from, such as fault-determined.
	Event string `yaml:"event" need:"yes"`
	Name  Text   `yaml:"name" need:"yes"`

	// Kind says how it is counted.
	Kind DeadlineKind `yaml:"kind" need:"yes"`

	// CutOff is the time of day after which the next business day counts; the
	// minute itself is open to both readings.
	CutOff Clock `yaml:"cutOff"`

	// Days are the business days to count, from Days to UntilDays where the
	// vendor gives a range; the day of the event is day 0.
	Days int `yaml:"days"`

	// UntilDays is the end of the range, where the vendor gives one.
	UntilDays int `yaml:"untilDays"`

	// Hours and Months are for targets that are no business days.
	Hours int `yaml:"hours"`

	// Months are for rough ideas of a time.
	Months int `yaml:"months"`

	// Promise says how firm it is.
	Promise Promise `yaml:"promise" need:"yes"`

	Text        Text       `yaml:"text" need:"yes"`
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// DeadlineKind is a way of counting to a day.
type DeadlineKind string

const (
	DeadlineCutOff       DeadlineKind = "cut-off"       // the same business day, or the next after the cut-off
	DeadlineBusinessDays DeadlineKind = "business-days" // a number of them after the event
	DeadlineHours        DeadlineKind = "hours"
	DeadlineMonths       DeadlineKind = "months"
	DeadlineNone         DeadlineKind = "none" // the vendor sets no day
)

var deadlineKinds = []DeadlineKind{DeadlineCutOff, DeadlineBusinessDays, DeadlineHours, DeadlineMonths, DeadlineNone}

// OneOf lists the values a catalog may write.
func (DeadlineKind) OneOf() []string { return names(deadlineKinds) }

// Promise says how firm a deadline is.
type Promise string

const (
	PromiseFirm   Promise = "firm"   // the vendor, or the customer, is held to it
	PromiseTarget Promise = "target" // aimed at; it may be exceeded
	PromiseGuide  Promise = "guide"  // a rough idea
)

// OneOf lists the values a catalog may write.
func (Promise) OneOf() []string { return names([]Promise{PromiseFirm, PromiseTarget, PromiseGuide}) }

// Closure is a time in which a vendor is closed, both days inside.
type Closure struct {
	// From is the first day off.
	From Date `yaml:"from" need:"yes"`

	// To is the last day off.
	To   Date       `yaml:"to" need:"yes"`
	Name Text       `yaml:"name" need:"yes"`
	Cite []Citation `yaml:"cite" need:"yes"`
}

// Calendar is what is known of a vendor's business days.
type Calendar struct {
	// Holidays says whether national holidays are business days.
	Holidays Has `yaml:"holidays" need:"yes"`

	// Closures are the vendor's own days off that are known. ValidUntil is the
	// last day for which they are; unknown where none are published.
	Closures []Closure `yaml:"closures"`

	// ValidUntil is the last day for which closures are known; unknown where none are published.
	ValidUntil Date `yaml:"validUntil"`

	Notes       []Note     `yaml:"notes"`
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}
