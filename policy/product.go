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
	Zone string `yaml:"zone" need:"yes" json:"zone"`

	// Accepts lists the languages in which the vendor takes requests, as
	// BCP 47 tags; empty where the policy does not say.
	Accepts []string `yaml:"accepts" json:"accepts,omitempty"`

	Cite []Citation `yaml:"cite" json:"cite,omitempty"`
}

// Product is one entry of a vendor's list: what a customer would name when
// asked which product it is.
type Product struct {
	ID      string   `yaml:"id" need:"yes"`
	Name    string   `yaml:"name" need:"yes"` // as the vendor prints it
	Aliases []string `yaml:"aliases"`
	Family  string   `yaml:"family"`

	// Form tells a device from software that runs on the customer's own
	// hardware; the first can be repaired, the second cannot.
	Form Form `yaml:"form"`

	// Rule is the id of the version rule that decides which releases are
	// supported; empty where the policy has none.
	Rule string `yaml:"rule"`

	// EndOfSale is set where the vendor remarks that the product is no
	// longer sold. The day of it is rarely printed.
	EndOfSale EndOfSale `yaml:"endOfSale"`

	Releases []Release  `yaml:"releases"`
	Cite     []Citation `yaml:"cite" need:"yes"`
}

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
	Version Label `yaml:"version" need:"yes"`
	Day     Date  `yaml:"day" need:"yes"` // of publication

	// Standing says what being listed is worth. Empty is an ordinary row.
	Standing Standing `yaml:"standing"`

	Cite []Citation `yaml:"cite"`
}

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
	ID    string       `yaml:"id" need:"yes"`
	Model VersionModel `yaml:"model" need:"yes"`

	// GraceMonths is the time after a newer release within which a device
	// must be updated to stay covered.
	GraceMonths int `yaml:"graceMonths"`

	// Clauses say where the vendor states each step of the model.
	Clauses Clauses `yaml:"clauses" need:"yes"`
}

// VersionModel names one way of telling supported releases from the others.
type VersionModel string

// ModelLargestBugfix: versions are X.Y.Z-r, and within one X the listed
// releases with the largest Z are supported.
const ModelLargestBugfix VersionModel = "largest-bugfix"

var versionModels = []VersionModel{ModelLargestBugfix}

// OneOf lists the values a catalog may write.
func (VersionModel) OneOf() []string { return names(versionModels) }

// Rules lists the steps for which a catalog has to cite the vendor.
func (m VersionModel) Rules() []Rule {
	switch m {
	case ModelLargestBugfix:
		return []Rule{
			RuleListed, RuleSameNumber, RuleSameBugfix, RuleRevisionIgnored, RuleSixMonthsLiteral,
			RuleLowerBugfix, RuleHardwareGrace, RuleGraceOver, RuleQuestionsRefused, RuleUpdateFirst,
			RuleUnlisted, RuleNewerThanTable, RuleMajorNotListed, RuleTablesConflict,
			RuleBeforeTable, RuleEndOfSaleRemarked, RuleOnSale,
		}
	default:
		return nil
	}
}
