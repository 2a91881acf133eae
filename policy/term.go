package policy

// TermRule is for how long a plan can be contracted.
type TermRule struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// UnitMonths is the length of one contract that can be renewed.
	UnitMonths int `yaml:"unitMonths" need:"yes"`

	// CeilingMonths is the longest time that renewals can reach.
	CeilingMonths int `yaml:"ceilingMonths"`

	// Lumps are longer contracts made at once.
	Lumps []Lump `yaml:"lumps"`

	// StartWithinDays is how many days after the anchor the service may begin
	// at the latest; the last of them is inside.
	StartWithinDays int `yaml:"startWithinDays"`

	// StartAnchor is the day from which that time is counted.
	StartAnchor StartAnchor `yaml:"startAnchor"`

	// Rules are the rest: joining, renewal, changes, lapse.
	Rules []Note     `yaml:"rules"`
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// Lump is a contract over several years made at once.
type Lump struct {
	// Years is the length of the contract.
	Years int `yaml:"years" need:"yes"`

	// At lists when it can be taken out.
	At []TermMoment `yaml:"at" need:"yes"`

	// CeilingMonths replaces that of the rule for whoever takes this lump.
	CeilingMonths int `yaml:"ceilingMonths"`

	// Unless is the case in which it is not offered.
	Unless []Condition `yaml:"unless"`

	// Verdict is what the vendor's text makes of it; empty is allowed.
	Verdict TermVerdict `yaml:"verdict"`

	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// TermMoment is when a contract is taken out.
type TermMoment string

const (
	AtPurchase TermMoment = "purchase" // with the product
	AtRenewal  TermMoment = "renewal"  // when another contract ends
)

// OneOf lists the values a catalog may write.
func (TermMoment) OneOf() []string { return names([]TermMoment{AtPurchase, AtRenewal}) }

// StartAnchor is the day from which the start of a contract can be put off.
type StartAnchor string

const (
	StartShipped    StartAnchor = "shipped"    // by the vendor or its designated partner
	StartRegistered StartAnchor = "registered" // online, by the customer
)

// OneOf lists the values a catalog may write.
func (StartAnchor) OneOf() []string { return names([]StartAnchor{StartShipped, StartRegistered}) }

// TermVerdict says whether a contract of a length can be had.
type TermVerdict string

const (
	TermAllowed    TermVerdict = "allowed"
	TermNotAllowed TermVerdict = "not_allowed" // the length exists, but not then
	TermNotOffered TermVerdict = "not_offered" // no such length
	TermConfirm    TermVerdict = "confirm"
)

var termVerdicts = []TermVerdict{TermAllowed, TermNotAllowed, TermNotOffered, TermConfirm}

// OneOf lists the values a catalog may write.
func (TermVerdict) OneOf() []string { return names(termVerdicts) }
