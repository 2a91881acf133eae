package policy

// Vendor is who publishes the policy.
type Vendor struct {
	ID   string `yaml:"id" need:"yes" json:"id"`
	Name Text   `yaml:"name" need:"yes" json:"name"`

	// Summary says in one or two sentences what the vendor's policy covers.
	Summary Text `yaml:"summary" need:"yes" json:"summary"`

	// Revision names the state of the catalog; its author moves it on with
	// every change that customers would notice.
	Revision string `yaml:"revision" need:"yes" json:"revision"`

	// Zone is the time zone in which the vendor's days begin.
	Zone string `yaml:"zone" need:"yes" json:"zone" ref:"zones"`

	// Accepts lists the languages in which the vendor takes requests, as
	// BCP 47 tags; empty where the policy does not say.
	Accepts []string `yaml:"accepts" json:"accepts,omitempty"`

	Cite []Citation `yaml:"cite" json:"cite,omitempty"`
}

// Family is a group of products that a vendor's rules treat alike.
type Family struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Within is the family that this one is a special case of, if any.
	Within string `yaml:"within" ref:"families"`

	Notes []Note     `yaml:"notes"`
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// Product is one entry of a vendor's list: what a customer would name when
// asked which product it is.
type Product struct {
	ID   string `yaml:"id" need:"yes"`
	Name string `yaml:"name" need:"yes"` // as the vendor prints it

	// Aliases are other names by which it is found, in any width and case.
	Aliases []string `yaml:"aliases"`

	// Family is the id of the product's family. It answers the question of
	// that id for whoever has named the product.
	Family string `yaml:"family" ref:"families"`

	// Form tells a device from software that runs on the customer's own
	// hardware; the first can be repaired, the second cannot.
	Form Form `yaml:"form"`

	// Rule is the id of the version rule that decides which releases are
	// supported; empty where the policy has none.
	Rule string `yaml:"rule" ref:"versionRules"`

	// Lifecycle is the id of the life cycle that the product goes through;
	// empty where the policy has none.
	Lifecycle string `yaml:"lifecycle" ref:"lifecycles"`

	// EndOfSale is set where the vendor remarks that the product is no
	// longer sold. The day of it is rarely printed.
	EndOfSale EndOfSale `yaml:"endOfSale"`

	// VersionCommand is what shows the version: a command to type, or where to
	// look. It is printed as it is in every language.
	VersionCommand string `yaml:"versionCommand"`

	// Link is where the vendor publishes the policy for this product.
	Link Link `yaml:"link"`

	// Phases are the dated phases that releases of the product go through, in
	// the order of their ends.
	Phases []PhaseName `yaml:"phases"`

	// Releases are in the order of the vendor's table; where the version rule
	// is dated, newest first.
	Releases []Release `yaml:"releases"`

	Notes []Note     `yaml:"notes"`
	Cite  []Citation `yaml:"cite" need:"yes"`
}

// PhaseName names a dated phase, such as security support.
type PhaseName struct {
	ID   string `yaml:"id" need:"yes"`
	Name Text   `yaml:"name" need:"yes"`

	// Kind says what the phase is worth; empty is support for everybody.
	Kind PhaseKind `yaml:"kind"`
}

// PhaseKind is what a dated phase is worth to a customer.
type PhaseKind string

const (
	PhaseKindSupport PhaseKind = ""
	PhaseKindPaid    PhaseKind = "paid" // support for those who bought it in addition
	PhaseKindSale    PhaseKind = "sale" // it can be bought; says nothing of support
)

// OneOf lists the values a catalog may write.
func (PhaseKind) OneOf() []string { return names([]PhaseKind{PhaseKindPaid, PhaseKindSale}) }

// Form is what a product is made of.
type Form string

const (
	FormHardware Form = "hardware"
	FormVirtual  Form = "virtual"
	FormSoftware Form = "software"
	FormService  Form = "service"
)

var forms = []Form{FormHardware, FormVirtual, FormSoftware, FormService}

// OneOf lists the values a catalog may write.
func (Form) OneOf() []string { return names(forms) }

// EndOfSale is the vendor's remark about the sale of a product.
type EndOfSale string

const (
	EndOfSaleRemarked EndOfSale = "remarked" // no longer sold, day not printed
)

// OneOf lists the values a catalog may write.
func (EndOfSale) OneOf() []string { return []string{string(EndOfSaleRemarked)} }

// Release is one row of a vendor's version table.
type Release struct {
	// Version is the number or name of the release, as printed.
	Version Label `yaml:"version" need:"yes"`
	Name    Text  `yaml:"name"` // where it has one beside the version

	// Codename is what the release is called in place of its version.
	Codename string `yaml:"codename"`

	Day Date `yaml:"day"` // of publication; unknown where not printed

	// Latest is the newest patch of the release, with its day.
	Latest Label `yaml:"latest"`

	// LatestDay is the day of the newest patch.
	LatestDay Date `yaml:"latestDay"`

	// LongTerm marks a release with long-term support, and LongTermFrom the
	// day on which it begins where that is printed.
	LongTerm bool `yaml:"longTerm"`

	// LongTermFrom is the day on which long-term support begins, where printed.
	LongTermFrom Date `yaml:"longTermFrom"`

	// Phases say how far each phase of the product reaches for this release. A
	// phase that is left out is not offered for it.
	Phases []DatedPhase `yaml:"phases"`

	// Standing says what being listed is worth. Empty is an ordinary row.
	Standing Standing `yaml:"standing"`

	// Link is where the vendor tells of the release.
	Link Link `yaml:"link"`

	Notes []Note     `yaml:"notes"`
	Cite  []Citation `yaml:"cite"`
}

// Label is what the release is called: its name where it has one, else its
// version.
func (r Release) Label() Text {
	if r.Name.IsZero() {
		return Text{Ja: string(r.Version), En: string(r.Version)}
	}
	return r.Name
}

// DatedPhase is how far a phase reaches for a release: until a day, or, where no
// day is printed, whether it is over.
type DatedPhase struct {
	// Phase is the id of one of the product's phases.
	Phase string `yaml:"phase" need:"yes"`

	// Until is the last day on which the phase runs, itself inside.
	Until Date `yaml:"until"`

	// State is set instead where no day is printed.
	State PhaseState `yaml:"state"`
}

// PhaseState is what is known of a phase without a day.
type PhaseState string

const (
	PhaseRuns PhaseState = "running" // no end is announced
	PhaseOver PhaseState = "ended"   // it is over, the day is not printed
)

// OneOf lists the values a catalog may write.
func (PhaseState) OneOf() []string { return names([]PhaseState{PhaseRuns, PhaseOver}) }

// Label is a version as the vendor prints it. It is text: 1.10 is not 1.1.
type Label string

// Standing is what being listed in a table is worth.
type Standing string

const (
	StandingListed   Standing = ""
	StandingConflict Standing = "conflict" // another table of the same vendor contradicts the row
)

// OneOf lists the values a catalog may write.
func (Standing) OneOf() []string { return []string{string(StandingConflict)} }

// VersionRule is how a vendor tells supported releases from the others.
type VersionRule struct {
	ID string `yaml:"id" need:"yes"`

	// Model is the way in which supported releases are told from the others.
	Model VersionModel `yaml:"model" need:"yes"`

	// GraceMonths is the time after a newer release within which a device
	// must be updated to stay covered.
	GraceMonths int `yaml:"graceMonths"`

	// Clauses say where the vendor states each step of the model.
	Clauses Clauses `yaml:"clauses" need:"yes"`
}

// VersionModel names one way of telling supported releases from the others.
type VersionModel string

const (
	// ModelLargestBugfix: versions are X.Y.Z-r, and within one X the listed
	// releases with the largest Z are supported.
	ModelLargestBugfix VersionModel = "largest-bugfix"

	// ModelDated: each release is supported through its phases, each until a
	// day that the vendor prints.
	ModelDated VersionModel = "dated"

	// ModelNewestOnly: fixes are made in the newest version alone, and no
	// release is listed.
	ModelNewestOnly VersionModel = "newest-only"
)

var versionModels = []VersionModel{ModelLargestBugfix, ModelDated, ModelNewestOnly}

// OneOf lists the values a catalog may write.
func (VersionModel) OneOf() []string { return names(versionModels) }

// Lists reports whether the model needs the releases of a product.
func (m VersionModel) Lists() bool { return m == ModelLargestBugfix || m == ModelDated }

// Rules lists the steps for which a catalog has to cite the vendor.
func (m VersionModel) Rules() []Rule {
	switch m {
	case ModelLargestBugfix:
		return []Rule{
			RuleListed, RuleSameNumber, RuleSameBugfix, RuleRevisionIgnored, RuleSixMonthsLiteral,
			RuleLowerBugfix, RuleHardwareGrace, RuleGraceOver, RuleQuestionsRefused, RuleUpdateFirst,
			RuleUnlisted, RuleNewerThanTable, RuleMajorNotListed, RuleTablesConflict,
			RuleBeforeTable, RuleEndOfSaleRemarked, RuleOnSale, RuleHotfixWithheld,
			RuleLogKept, RuleLogDropped, RuleLogHotfix, RuleLogHotfixBase,
		}
	case ModelDated:
		return []Rule{RulePhaseRuns, RulePhaseEnded, RuleReleaseUnlisted, RuleReleaseAmbiguous}
	case ModelNewestOnly:
		return []Rule{RuleFixedInNewest}
	default:
		return nil
	}
}
