package policy

// LifecycleRule is what a vendor promises for a product from the end of its sale
// on: how long paid service goes on, and in which phases software is maintained.
// Periods are counted in months from an anchor day; the anchor's own day is the
// first of the period.
type LifecycleRule struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Service are the periods of paid service and repair. Where there are
	// several, any one of them keeps the service going.
	Service []Period `yaml:"service" need:"yes"`

	// Software are the phases of software maintenance, in order.
	Software []Period `yaml:"software" need:"yes"`

	Notes []Note     `yaml:"notes"`
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// Period is a time from an anchor day on.
type Period struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Phase is what answers call the period.
	Phase Phase `yaml:"phase" need:"yes"`

	// From names the anchor; the period lasts from FromMonth months after it,
	// and until before UntilMonth months after it.
	From Anchor `yaml:"from" need:"yes"`

	// FromMonth is the month after the anchor with which the period begins; 0 is the anchor's own day.
	FromMonth int `yaml:"fromMonth"`

	// UntilMonth is the month after the anchor with which it is over.
	UntilMonth int `yaml:"untilMonth" need:"yes"`

	Text        Text       `yaml:"text" need:"yes"` // what is done in the period
	Basis       Basis      `yaml:"basis"`
	Assumptions []string   `yaml:"assumptions" ref:"assumptions"`
	Cite        []Citation `yaml:"cite" need:"yes"`
}

// Anchor is a day from which a period is counted.
type Anchor string

const (
	AnchorAnnounced Anchor = "announced"   // the end of sale was announced
	AnchorEndOfSale Anchor = "end-of-sale" // the product was sold for the last time
	AnchorPurchased Anchor = "purchased"   // the customer bought it new
)

var anchors = []Anchor{AnchorAnnounced, AnchorEndOfSale, AnchorPurchased}

// OneOf lists the values a catalog may write.
func (Anchor) OneOf() []string { return names(anchors) }
