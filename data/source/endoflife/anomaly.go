package endoflife

import (
	"fmt"
	"slices"
)

// Anomaly is something odd about a product file: what could not be read, what
// contradicts itself, and what a reader should not take at its word.
type Anomaly struct {
	File    string // as in the folder, such as php.yaml
	Release string // its id; empty for what is about the product
	Kind    Kind
	What    string
}

// String is file: release: what.
func (a Anomaly) String() string {
	if a.Release == "" {
		return a.File + ": " + a.What
	}
	return a.File + ": " + a.Release + ": " + a.What
}

// Kind tells anomalies apart.
type Kind string

const (
	KindNotImported Kind = "not-imported"     // a file, release or fact that is left out
	KindUnreadable  Kind = "unreadable"       // a value that is not what its field takes
	KindTwice       Kind = "twice"            // a key or a release that stands twice
	KindDeadKey     Kind = "dead-key"         // a key that endoflife.date does not have
	KindNoColumn    Kind = "no-column"        // a phase that the product has no column for
	KindWorth       Kind = "worth"            // a phase whose words do not fit its field
	KindMissing     Kind = "missing"          // a fact that every product or release has
	KindEmpty       Kind = "empty"            // a fact that is there and says nothing
	KindMarkup      Kind = "markup"           // HTML in a text
	KindUnquoted    Kind = "unquoted"         // a version that other programs read as a number
	KindNameTaken   Kind = "name-taken"       // a name that means another product
	KindSameName    Kind = "same-name"        // releases that a name or a typed version does not tell apart
	KindPatchEarly  Kind = "patch-early"      // latest patch dated before its release
	KindPatchLate   Kind = "patch-late"       // latest patch dated after end of life
	KindPhaseOrder  Kind = "phase-order"      // a phase that ends before an earlier one, or before the release
	KindOpenEnd     Kind = "open-end"         // a phase without an announced end, and a later one that ends
	KindLongTerm    Kind = "long-term"        // long-term support that begins after the end of life
	KindRowOrder    Kind = "row-order"        // a release dated after the row above it
	KindLatestForm  Kind = "latest-form"      // a latest patch that does not begin with its release
	KindLatestOther Kind = "latest-elsewhere" // a latest patch that belongs to another release
	KindLink        Kind = "link"             // an address that is none, or cannot be computed
)

// kindWords are the kinds with what to call many of them, in the order of a summary.
var kindWords = []struct {
	kind  Kind
	words string
}{
	{KindNotImported, "left out"},
	{KindUnreadable, "values that cannot be read"},
	{KindTwice, "keys or releases that stand twice"},
	{KindDeadKey, "keys that endoflife.date does not have"},
	{KindNoColumn, "phases without a column"},
	{KindWorth, "phases whose words do not fit their field"},
	{KindMissing, "missing facts"},
	{KindEmpty, "empty facts"},
	{KindMarkup, "texts with HTML"},
	{KindUnquoted, "versions without quotes"},
	{KindNameTaken, "names that mean another product"},
	{KindSameName, "names or typed versions that several releases share"},
	{KindPatchEarly, "latest patches dated before their release"},
	{KindPatchLate, "latest patches dated after end of life"},
	{KindPhaseOrder, "phases that end too early"},
	{KindOpenEnd, "phases without an end before one that ends"},
	{KindLongTerm, "long-term support that begins after end of life"},
	{KindRowOrder, "releases dated after the row above"},
	{KindLatestForm, "latest patches that do not begin with their release"},
	{KindLatestOther, "latest patches that belong to another release"},
	{KindLink, "links that cannot be given"},
}

// Kinds lists every kind, in the order of a summary.
func Kinds() []Kind {
	var kinds []Kind
	for _, k := range kindWords {
		kinds = append(kinds, k.kind)
	}
	return kinds
}

// Words is what to call many anomalies of the kind.
func (k Kind) Words() string {
	i := slices.IndexFunc(kindWords, func(w struct {
		kind  Kind
		words string
	}) bool {
		return w.kind == k
	})
	if i < 0 {
		panic(fmt.Sprintf("no words for %q", k)) // a new kind: a bug
	}
	return kindWords[i].words
}
