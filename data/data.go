// Package data is the catalog: the facts of the vendors' policies, kept in
// go-memdb and asked for by typed questions. memdb does not leave this package,
// and no question returns a sentence: facts and answers are values of package
// policy.
//
// Facts come in as a policy.Catalog per vendor, either read from YAML by package
// data/source or decoded from a snapshot that was compiled at build time.
package data
