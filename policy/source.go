package policy

// Text is one piece of catalog text in the languages of the portal. Policy only
// carries it; package i18n chooses the language.
type Text struct {
	Ja string `yaml:"ja" need:"yes" json:"ja"`
	En string `yaml:"en" need:"yes" json:"en"`
}

func (t Text) IsZero() bool { return t == Text{} }

// Source is one document a catalog was written from.
type Source struct {
	ID    string `yaml:"id" need:"yes" json:"id"`
	Title Text   `yaml:"title" need:"yes" json:"title"`

	// Publisher is who published the document.
	Publisher Text `yaml:"publisher" need:"yes" json:"publisher"`

	// Captured is the day the copy was taken; unknown for a saved page
	// without a date.
	Captured Date `yaml:"captured" json:"captured,omitzero"`

	// NoOlderThan is the newest day the document itself mentions: whatever
	// its capture day was, it was not before this one.
	NoOlderThan Date `yaml:"noOlderThan" json:"noOlderThan,omitzero"`

	// Note says how the copy came about, in words for a visitor.
	Note Text `yaml:"note" need:"yes" json:"note"`
}

// Citation is a place in a source.
type Citation struct {
	// Source is the document.
	Source  string `yaml:"source" need:"yes" json:"source" ref:"sources"`
	Section string `yaml:"section" need:"yes" json:"section"` // the heading as the source names it
	Item    string `yaml:"item" json:"item,omitempty"`        // number or row below the heading
}

// Basis says how a fact is known.
type Basis string

const (
	BasisStated    Basis = "stated"     // the source says it
	BasisImplied   Basis = "implied"    // it follows from what the source says
	BasisAssumed   Basis = "assumed"    // the source leaves it open; a named assumption decides
	BasisNotStated Basis = "not_stated" // the source does not say; ask the vendor
)

// Bases are the values of Basis, strongest first.
var bases = []Basis{BasisStated, BasisImplied, BasisAssumed, BasisNotStated}

// OneOf lists the values a catalog may write.
func (Basis) OneOf() []string { return names(bases) }

// Assumption is a reading chosen where a source is open, under the id by which
// reasons refer to it.
type Assumption struct {
	ID   string     `yaml:"id" need:"yes" json:"id"`
	Text Text       `yaml:"text" need:"yes" json:"text"`
	Cite []Citation `yaml:"cite" json:"cite,omitempty"`
}

// Edition identifies the catalog an answer was given from.
type Edition struct {
	Vendor   string `json:"vendor"`
	Revision string `json:"revision"`
	Hash     string `json:"hash"`

	// Captured is the oldest known capture day among the sources, or unknown
	// when no source carries one.
	Captured Date `json:"captured,omitzero"`

	// NoOlderThan is the newest day the sources mention.
	NoOlderThan Date `json:"noOlderThan,omitzero"`
}

func names[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
