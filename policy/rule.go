package policy

import "slices"

// Rule is the id of one step in an answer. Package i18n has a sentence for each,
// in each language; the comment here says what the sentence must tell and
// which parameters it may use.
type Rule string

const (
	// RuleClause: the catalog's own wording, in Reason.Clause.
	RuleClause Rule = "clause"

	// Version and lifecycle.

	RuleProductUnknown    Rule = "product-unknown"      // typed: no product of the catalog has this name
	RuleProductCandidates Rule = "product-candidates"   // typed, candidates: the name fits several products, or none exactly
	RuleVersionInvalid    Rule = "version-invalid"      // typed: not of the form the vendor uses
	RuleNoVersionRule     Rule = "no-version-rule"      // product: the policy says nothing about versions of it
	RuleListed            Rule = "listed"               // version, day: in the table of supported versions since its publication
	RuleSameBugfix        Rule = "same-bugfix"          // version, recommended: older minor, same bug-fix number, still supported
	RuleSameNumber        Rule = "same-number"          // typed, printed: the same numbers, written differently
	RuleRevisionIgnored   Rule = "revision-ignored"     // version: the revision does not decide
	RuleSixMonthsLiteral  Rule = "six-months-literal"   // recommended, deadline: the six-month sentence read to the letter would exclude it
	RuleLowerBugfix       Rule = "lower-bugfix"         // version, largest: smaller bug-fix number than the supported ones
	RuleHardwareGrace     Rule = "hardware-grace"       // deadline: covered until then while it is being updated
	RuleGraceOver         Rule = "grace-over"           // deadline: the time to update has passed
	RuleQuestionsRefused  Rule = "questions-refused"    // questions on unsupported versions are not answered
	RuleUpdateFirst       Rule = "update-first"         // versions: update before asking for checks or investigation
	RuleUnlisted          Rule = "unlisted"             // version: plausible, but not in the table for this product
	RuleNewerThanTable    Rule = "newer-than-table"     // version, newest, day: looks newer than the table of that day
	RuleMajorNotListed    Rule = "major-not-listed"     // major, listed: no release with this major for this product
	RuleListedElsewhere   Rule = "listed-elsewhere"     // version, products: other products that list exactly this version
	RuleTablesConflict    Rule = "tables-conflict"      // version, day, versions: only in an older table that another one overtakes
	RuleBeforeTable       Rule = "before-table"         // day, on: published after the day asked about
	RuleEndOfSaleRemarked Rule = "end-of-sale-remarked" // no longer sold; without the day, no period can be computed
	RuleOnSale            Rule = "on-sale"              // the table has no end-of-sale remark
	RulePhaseRuns         Rule = "phase-runs"           // release, phase, until: runs, itself inside, or without an announced end
	RulePhaseEnded        Rule = "phase-ended"          // release, phase, until: over since the day after, or over without a day
	RuleReleaseUnlisted   Rule = "release-unlisted"     // version, product: no release of the product fits the version
	RuleReleaseAmbiguous  Rule = "release-ambiguous"    // version, product: fits several releases equally well
	RuleFixedInNewest     Rule = "fixed-in-newest"      // fixes are made in the newest version alone

	RuleHotfixWithheld   Rule = "hotfix-withheld"   // the fault that a hotfix would have avoided is not dealt with
	RulePeriod           Rule = "period"            // name, begins, until, state: a period of the life cycle, both days inside; clause: what is done in it
	RuleBoundaryDay      Rule = "boundary-day"      // day: the anniversary itself is open to both readings
	RuleAnchorAssumed    Rule = "anchor-assumed"    // day: announcement and end of sale taken to be the same day
	RuleAnchorsMissing   Rule = "anchors-missing"   // without the days of announcement and end of sale nothing can be computed
	RuleLaterCounts      Rule = "later-counts"      // until: of several periods of service the one that reaches furthest
	RuleContractOutlives Rule = "contract-outlives" // contract, until: the contract reaches beyond the life cycle
	RuleContractEnds     Rule = "contract-ends"     // until: the last day of the contract that the person named

	// Calendars.

	RuleReleased Rule = "released" // release, day: the day on which it was published

	// Release logs.

	RuleLogKept       Rule = "log-kept"        // version, own, largest: carries the largest bug-fix number of its line
	RuleLogDropped    Rule = "log-dropped"     // version, own, largest, by, day: a regular release with more fixes pushed it out
	RuleLogHotfix     Rule = "log-hotfix"      // version, of: a hotfix moves the revision alone and drops nothing
	RuleLogNewest     Rule = "log-newest"      // version: the newest regular release
	RuleLogHotfixBase Rule = "log-hotfix-base" // version: no regular release of this version stands before the hotfix

	// Plans.

	RuleRequirement       Rule = "requirement"         // clause: met
	RuleRequirementNotMet Rule = "requirement-not-met" // clause, remedy: not met, and what would meet it
	RuleRequirementOpen   Rule = "requirement-open"    // clause, questions: depends on answers not given
	RuleNote              Rule = "note"                // clause: what the catalog remarks for such a case

	// Covers: the cheapest sequence of purchases.

	RulePoolOverTerm        Rule = "pool-over-term"        // a contract's tickets are one pool for its whole term and lapse with it
	RuleAddOnUnderContract  Rule = "add-on-under-contract" // further tickets only under a contract, not beyond its end
	RuleSpotWithoutContract Rule = "spot-without-contract" // spot tickets only without a contract
	RuleOneContract         Rule = "one-contract"          // one contract at a time
	RuleGapAllowed          Rule = "gap-allowed"           // time without a contract costs no fee later
	RuleTicketsPerCase      Rule = "tickets-per-case"      // how many tickets a case takes is the vendor's decision
	RuleContractThroughout  Rule = "contract-throughout"   // minor versions need a contract all the time

	// Quotes.

	RulePerUnit        Rule = "per-unit"          // quantity, unit: quantity times unit price
	RuleFlat           Rule = "flat"              // amount: one price whatever the quantity
	RuleBaseFee        Rule = "base-fee"          // amount: the fixed part
	RuleWholeLots      Rule = "whole-lots"        // units, lot, lots, price: sold in whole lots only
	RuleUnusedLapse    Rule = "unused-lapse"      // unused, months: what is left of a lot lapses
	RuleBandInitial    Rule = "band-initial"      // quantity, from, upTo, amount: the initial fee of the band
	RuleBandMonthly    Rule = "band-monthly"      // quantity, from, upTo, monthly, months: its monthly fee for whole contracts
	RuleAboveBands     Rule = "above-bands"       // most: no price is printed above it
	RuleSlice          Rule = "slice"             // from, upTo, quantity, unit, flat: one slice of the quantity
	RulePercentOf      Rule = "percent-of"        // rate, base, of: part of an amount that the person knows
	RuleMinimum        Rule = "minimum"           // minimum: the part comes to less
	RuleTimeCharged    Rule = "time-charged"      // minutes, charged, perHour, other: one engagement; other is the second reading
	RuleOnRequest      Rule = "on-request"        // the vendor has to be asked
	RuleTaxInclusive   Rule = "tax-inclusive"     // printed prices include tax
	RuleTaxNotStated   Rule = "tax-not-stated"    // the vendor does not say whether tax is included
	RuleTaxExclusive   Rule = "tax-exclusive"     // printed prices are before tax
	RuleTaxOncePerRate Rule = "tax-once-per-rate" // base, rate: tax on the sum of the lines, rounded once
	RuleNoTaxRate      Rule = "no-tax-rate"       // on: no rate is known for the day
	RuleListUndated    Rule = "list-undated"      // the list prints no first day: confirm before relying on it
)

// rules are all rules, in the order above.
var rules = []Rule{
	RuleClause,
	RuleProductUnknown, RuleProductCandidates, RuleVersionInvalid, RuleNoVersionRule,
	RuleListed, RuleSameNumber, RuleSameBugfix, RuleRevisionIgnored, RuleSixMonthsLiteral, RuleLowerBugfix,
	RuleHardwareGrace, RuleGraceOver, RuleQuestionsRefused, RuleUpdateFirst, RuleUnlisted,
	RuleNewerThanTable, RuleMajorNotListed, RuleListedElsewhere, RuleTablesConflict,
	RuleBeforeTable, RuleEndOfSaleRemarked, RuleOnSale, RulePhaseRuns, RulePhaseEnded, RuleReleaseUnlisted, RuleReleaseAmbiguous, RuleFixedInNewest,
	RuleHotfixWithheld, RulePeriod, RuleBoundaryDay, RuleAnchorAssumed, RuleAnchorsMissing, RuleLaterCounts, RuleContractOutlives, RuleContractEnds,
	RuleReleased,
	RuleLogKept, RuleLogDropped, RuleLogHotfix, RuleLogHotfixBase,
	RuleRequirement, RuleRequirementNotMet, RuleRequirementOpen, RuleNote,
	RulePoolOverTerm, RuleAddOnUnderContract, RuleSpotWithoutContract, RuleOneContract, RuleGapAllowed,
	RuleTicketsPerCase, RuleContractThroughout,
	RulePerUnit, RuleFlat, RuleBaseFee, RuleWholeLots, RuleUnusedLapse, RuleBandInitial, RuleBandMonthly, RuleAboveBands,
	RuleSlice, RulePercentOf, RuleMinimum, RuleTimeCharged, RuleOnRequest,
	RuleTaxExclusive, RuleTaxInclusive, RuleTaxNotStated, RuleTaxOncePerRate, RuleNoTaxRate, RuleListUndated,
}

// Rules lists every rule; each has a sentence in each language.
func Rules() []Rule { return slices.Clone(rules) }

// OneOf lists the values a catalog may write.
func (Rule) OneOf() []string { return names(rules) }
