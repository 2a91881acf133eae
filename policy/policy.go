// Package policy is the domain of a support counter: what a vendor's support
// policy says, and the answers that follow from it.
//
// It is pure. Every question takes plain values and gives back a plain value:
// the day asked about comes in as an argument, the facts come from the caller,
// and nothing here reads a clock, a file, an address or a database. It says
// nothing in a human language either: an answer carries the ids of the rules
// that decided it and their parameters, and package i18n makes the sentences.
//
// The zero value of every enumeration and of every optional fact means "not
// known", and an answer that rests on it stays unknown: no nearest row, no
// guess, no default price.
package policy
