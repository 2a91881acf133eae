package i18n

import (
	"fmt"
	"strings"

	"madoguchi/policy"
)

var monthsEn = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

func dayEn(d policy.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day(), monthsEn[d.Month()-1], d.Year())
}

func yenEn(y policy.Yen) string {
	if y < 0 {
		return "−¥" + Grouped(-int64(y))
	}
	return "¥" + Grouped(int64(y))
}

func joinEn(list []string) string { return strings.Join(list, ", ") }

// orEn joins alternatives: "A, B or C".
func orEn(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return joinEn(list[:len(list)-1]) + " or " + list[len(list)-1]
}

func plural(n int64, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Grouped(n) + " " + many
}

var phasesEn = map[policy.Phase]string{
	policy.PhaseUnknown: "not stated", policy.PhaseOnSale: "on sale", policy.PhaseCannotCompute: "no longer sold (day not printed)",
	policy.PhaseNormal: "normal maintenance", policy.PhaseLimited: "limited maintenance", policy.PhaseLimitedAssumed: "limited maintenance (as read here)",
	policy.PhaseExtended: "extended support", policy.PhaseEnded: "maintenance has ended",
}

var english = &Words{
	Lang: En,
	Name: "English",

	Day:  dayEn,
	Yen:  yenEn,
	Join: joinEn,
	Hours: func(h *policy.Hours) string {
		if h == nil {
			return "Not stated"
		}
		days := map[policy.Days]string{policy.DaysNotStated: "days not stated", policy.DaysWeekdays: "weekdays", policy.DaysEvery: "every day"}[h.Days]
		return fmt.Sprintf("%s–%s (%s, %s)", h.Opens, h.Closes, zoneEn(h.Zone), days)
	},
	Window: func(win policy.Window, z policy.Zone) string {
		from, to := win.Opens.In(z), win.Closes.In(z)
		opens := fmt.Sprintf("%s %s, %s", from.Day.Weekday().String()[:3], dayEn(from.Day), from.Clock)
		if to.Day == from.Day {
			return opens + "–" + to.Clock.String()
		}
		return fmt.Sprintf("%s – %s %s, %s", opens, to.Day.Weekday().String()[:3], dayEn(to.Day), to.Clock)
	},
	Languages: func(tags []string) string {
		names := map[string]string{"ja": "Japanese", "en": "English"}
		out := make([]string, len(tags))
		for i, t := range tags {
			if out[i] = names[t]; out[i] == "" {
				out[i] = t
			}
		}
		return joinEn(out) + " only"
	},
	ZoneName: zoneEn,
	OwnZone: func(zone string) string {
		if zone == "" {
			return "your time"
		}
		return "your time, " + zone
	},

	SiteTitle:    "Madoguchi | Support self-service and quotes",
	SiteLead:     "Supported versions, plans, quotes and first-line triage, answered on the spot by the vendor's own rules. Nothing you enter is sent anywhere.",
	Brand:        "窓口",
	BrandReading: "Madoguchi",
	Titled:       func(page string) string { return page + " | Madoguchi" },
	Home:         "Home",
	Trail:        "You are here",
	SkipToMain:   "Skip to main content",
	OtherLang:    "日本語",
	MenuLabel:    "Menu",
	FooterNote:   "Answers rest on saved copies of the policies. The vendor has the last word.",
	Loading:      "Loading. Tables and links work already.",
	LoadFailed:   "The program could not be loaded. Tables can be read, but nothing can be checked. Reload the page.",
	NoScript:     "JavaScript is off. Tables can be read; checks and sums need it.",
	MissingTitle: "Page not found",
	MissingLead:  "There is no page at this address.",
	MissingBack:  "Back to the home page",
	Misread: func(parts []string) string {
		return "These parts of the link could not be read; the rest is used as it is: " + strings.Join(parts, " / ")
	},
	DayForm:          func(typed string) string { return "“" + typed + "” is not a day. Write it as 2024-06-01." },
	Required:         "required",
	Optional:         "optional",
	NotChosen:        "Choose one",
	DontKnow:         "I don't know",
	Print:            "Print",
	Copy:             "Copy the text",
	Download:         "Save as text",
	Copied:           "Copied.",
	NotCopied:        "Could not copy. Select the text and copy it yourself.",
	WhyTitle:         "Why",
	AssumptionsTitle: "What this answer assumes",
	RestsOn:          func(ids []string) string { return "assumes " + joinEn(ids) },
	RemarksOf:        func(n int) string { return "Good to know (" + plural(int64(n), "remark", "remarks") + ")" },
	RemarksTitle:     "Good to know",
	Citation: func(title, section, item string) string {
		s := title + ", " + section
		if item != "" {
			s += " " + item
		}
		return s
	},
	Edition: func(e policy.Edition) string {
		s := fmt.Sprintf("Catalog: %s, revision %s (%s)", e.Vendor, e.Revision, e.Hash)
		if !e.NoOlderThan.IsZero() {
			return s + ". Its sources are no older than " + dayEn(e.NoOlderThan)
		}
		return s + ". Its sources carry no date"
	},
	Captured: func(s policy.Source) string {
		switch {
		case !s.Captured.IsZero():
			return "Captured on " + dayEn(s.Captured)
		case !s.NoOlderThan.IsZero():
			return "Capture day unknown; no older than " + dayEn(s.NoOlderThan)
		default:
			return "Capture day unknown"
		}
	},
	Basis: map[policy.Basis]string{
		policy.BasisStated: "stated", policy.BasisImplied: "implied", policy.BasisAssumed: "assumed", policy.BasisNotStated: "not stated",
	},
	Rounded: func(exact string, r policy.Rounding, amount policy.Yen) string {
		how := map[policy.Rounding]string{policy.RoundDown: "down", policy.RoundHalfUp: "half up", policy.RoundUp: "up"}[r]
		return fmt.Sprintf("¥%s, rounded %s to %s", exact, how, yenEn(amount))
	},
	Job: map[string]JobWords{
		"version": {"Check a version", "See whether your version is supported, and what to update to."},
		"plan":    {"Choose a plan", "See which plans you may have, and which purchases cover your needs at the lowest price."},
		"quote":   {"Quote", "Plans and quantities, priced line by line, with tax."},
		"triage":  {"First-line triage", "Answer a few questions to learn whom to ask and what to send."},
	},
	JobOf: func(job, vendor string) string { return job + " – " + vendor },

	HomeTitle:       "Check here before you ask",
	FindLabel:       "Paste a product name",
	FindHint:        "With or without a version, in any width or letter case.",
	FindButton:      "Find",
	TryLabel:        "Try:",
	FoundTitle:      "Products found",
	CandidatesTitle: func(typed string) string { return "Products like “" + typed + "”" },
	NothingFound: func(typed string) string {
		return "No product in the catalogs is called “" + typed + "”. Try the name alone, or choose the vendor below."
	},
	VendorsTitle: "Choose a vendor",
	PromiseTitle: "About this portal",
	Promises: []string{
		"Answers follow the vendor's policy and name the clause that decided.",
		"What a policy does not say is answered as not stated, never guessed.",
		"What you enter does not leave this machine.",
	},

	JobsTitle:     "What you can do",
	NotInCatalog:  "Nothing of this vendor's policy on this is in the catalog yet.",
	ChannelsTitle: "Whom to ask",
	ChannelName:   "Desk",
	ChannelMeans:  "Means",
	ChannelHours:  "Hours",
	ChannelReach:  "How to find the address",
	SourcesTitle:  "Sources",

	AboutTitle: "About this portal",
	AboutLead:  "Where the answers come from, and what is never sent.",
	AboutParts: []Part{
		{"Where answers come from", []string{
			"The support policies that vendors publish are read and written down fact by fact in a catalog. Names, numbers and days carry over; sentences do not.",
			"Every answer names the place that decided it (document, section, item) and the revision of the catalog.",
		}},
		{"When it is not known", []string{
			"What a policy does not say is not guessed. It is marked as not stated, with whom to ask.",
			"Where a policy can be read in several ways, the reading chosen is shown as an assumption.",
		}},
		{"What is never sent", []string{
			"Product names, versions, quantities and names of people are processed on this machine alone. Nothing goes to a server or to anybody else.",
			"What you choose stands behind the # of the address. That part never reaches a server; only those you give the link to can open it. Names and contact details are not part of it.",
		}},
	},
	BasisTitle: "Kinds of grounds",
	BasisMeaning: []BasisMeaning{
		{policy.BasisStated, "The policy says so."},
		{policy.BasisImplied, "It follows from what the policy says."},
		{policy.BasisAssumed, "The policy leaves it open; a named assumption decides."},
		{policy.BasisNotStated, "The policy does not say. Ask the vendor."},
	},

	ProductLabel: "Product",
	ProductHint:  "Choose from the list or type it, in any width or letter case.",
	VersionLabel: "Version",
	VersionHintFree: func(command string) string {
		if command == "" {
			return "As the product shows it"
		}
		return "Shown by: " + command
	},
	VersionHint:   "X.Y.Z or X.Y.Z-r",
	VersionForm:   "Write it as X.Y.Z or X.Y.Z-r, such as 3.34.4.",
	OnLabel:       "On the day",
	OnHint:        "Today if left empty",
	VersionStart:  "Enter a product and a version, and the answer appears here.",
	ChooseRelease: "Releases that may be meant:",
	AskVersion:    func(product string) string { return "Enter the version of " + product + ". These releases are listed." },
	Verdict: map[policy.Verdict]string{
		policy.VerdictSupported:      "Supported",
		policy.VerdictGrace:          "Time to update is running",
		policy.VerdictNotSupported:   "Not supported",
		policy.VerdictUnconfirmed:    "Not confirmed by the table",
		policy.VerdictConflict:       "The vendor's tables disagree",
		policy.VerdictUnknownProduct: "Product not identified",
		policy.VerdictInvalid:        "Not a version",
		policy.VerdictUnknown:        "The policy does not say",
	},
	VerdictOf: func(product, version string, on policy.Date) string {
		return fmt.Sprintf("%s %s, as of %s", product, version, dayEn(on))
	},
	Covered: map[policy.Verdict]string{
		policy.VerdictSupported:      "covered",
		policy.VerdictGrace:          "time to update",
		policy.VerdictNotSupported:   "not covered",
		policy.VerdictUnconfirmed:    "not confirmed",
		policy.VerdictConflict:       "tables disagree",
		policy.VerdictUnknownProduct: "product not identified",
		policy.VerdictInvalid:        "not a version",
		policy.VerdictUnknown:        "not stated",
	},
	HardwareLabel:  "Repair or exchange of hardware",
	TechnicalLabel: "Technical questions",
	LifecycleLabel: "Life cycle of the product",
	ServiceLabel:   "Repair and paid service",
	LifecyclePhase: func(l policy.Lifecycle) string {
		s := phasesEn[l.Phase]
		if !l.To.IsZero() {
			s += " until " + dayEn(l.To)
		}
		if l.Boundary {
			s += " (boundary day, to be confirmed)"
		}
		return s
	},
	ServiceState: func(s policy.Service) string {
		words := map[policy.PeriodState]string{
			policy.PeriodRunning: "continues until " + dayEn(s.Until), policy.PeriodOver: "ended on " + dayEn(s.Until),
			policy.PeriodBoundary: "boundary day, to be confirmed", policy.PeriodUnknown: "cannot be told: another day that counts is not known",
		}[s.State]
		if !s.Effective.IsZero() && s.Effective.Before(s.Until) {
			words += "; the contract ends on " + dayEn(s.Contract)
		}
		return words
	},
	PhaseState: func(p policy.PhaseGiven) string {
		switch {
		case p.State == policy.PhaseNowNotOffered:
			return "not offered for this release"
		case p.State == policy.PhaseNowRunning && p.Until.IsZero():
			return "running, no end announced"
		case p.State == policy.PhaseNowRunning:
			return "until " + dayEn(p.Until)
		case p.Until.IsZero():
			return "ended, day not printed"
		default:
			return "ended on " + dayEn(p.Until)
		}
	},
	FaultLabel: "The fault that the hotfix mends",
	FaultOut:   "not dealt with until it is applied",

	UnitTitle:       "Add the days of your own unit: sale, purchase, contract",
	UnitLead:        "With these days the portal computes how far repair, paid service and software maintenance reach. Leave out what you do not know.",
	Announced:       "End of sale announced on",
	AnnouncedHint:   "The day of the vendor's announcement. Service is counted from it.",
	SoldLast:        "End of sale",
	SoldLastHint:    "The last day of sale. Software maintenance is counted from it.",
	Purchased:       "Bought new on",
	PurchasedHint:   "See the delivery note or the invoice.",
	ContractEnd:     "Contract ends on",
	ContractEndHint: "The last day of your maintenance contract.",
	HotfixWithheld:  "The vendor gave us a hotfix for this fault, and it is not applied",
	AheadTitle:      "What changes next",
	AheadUntil:      "Last day",
	AheadWhat:       "What ends",
	AheadNote:       "The day itself is inside: what is listed still holds on it and no longer on the next.",
	ContractRow:     "Your contract",
	Timeline: TimelineWords{
		Title: func(product string) string { return product + " over time" },
		Part: func(first, last string, rows int) string {
			return fmt.Sprintf("%s to %s (%s)", first, last, plural(int64(rows), "row", "rows"))
		},
		AsTable: "The same as a table",
		Row:     "Release or period", What: "What runs", From: "First day", Until: "Last day",
		Day: func(d policy.Date) string {
			if d.IsZero() {
				return "not stated"
			}
			return dayEn(d)
		},
		Own: "▶ Your version:", Grace: "time to update", Listed: "listed as supported",
		Published: func(d policy.Date) string { return "published " + dayEn(d) },
		Through:   func(d policy.Date) string { return "through " + dayEn(d) },
	},
	Phase: phasesEn,
	DeadlineLabel: func(over bool) string {
		if over {
			return "Time to update ended"
		}
		return "Update by"
	},
	UntilDay:         func(d policy.Date) string { return dayEn(d) + ", that day included" },
	UpdateToLabel:    "Update to",
	RecommendedLabel: "Recommended version",
	UpdateTo: func(versions []string, recommended string) string {
		if len(versions) == 1 {
			return recommended
		}
		return recommended + " (recommended; " + orEn(versions) + " are all supported)"
	},
	ReleasesOf:    func(product string) string { return "Listed releases of " + product },
	ReleaseDay:    "Published",
	ReleaseRemark: "Remark",
	Own:           "your version",
	OwnNotListed:  "your version (not listed)",
	EndOfSale:     "no longer sold",
	OtherTable:    "only in the older table of the virtual appliance",
	WholeTable: func(products, rows int) string {
		return fmt.Sprintf("All supported versions (%s, %s)", plural(int64(products), "product", "products"), plural(int64(rows), "row", "rows"))
	},

	Publish: PublishWords{
		UpdateBy: "last day to update", ContractEnds: "last day of the contract", Released: "published",
		LastDay: func(name string) string { return name + ", last day" },
		DueBy:   func(name string) string { return name + ", deadline" },
		Line: func(major, bugfix int) string {
			return fmt.Sprintf("%d.x with a bug-fix number below %d", major, bugfix)
		},
		Title: func(product, of, what string) string {
			if of != "" {
				product += " " + of
			}
			return product + ": " + what
		},
		TitleOfMany: func(title string, units int) string {
			return title + " (" + plural(int64(units), "unit", "units") + ")"
		},
		Units:   func(names []string) string { return "For: " + joinEn(names) },
		Because: func(citation string) string { return "Source: " + citation },
		Catalog: func(e policy.Edition) string {
			return fmt.Sprintf("Catalog: %s, revision %s", e.Vendor, e.Revision)
		},
		More:          func(address string) string { return "See: " + address },
		Category:      "Support dates",
		CalendarOf:    func(name string) string { return "Support dates of " + name },
		CalendarOfAll: "Support dates of all products",
		CalendarAbout: "A last day is still inside. Things change on the next.",
		Save:          "Save to my calendar",
		SaveHint:      "Saves the days above as a calendar file (.ics), with reminders on the morning 30 days and 7 days before.",
		Follow:        "Calendar of this product’s publications and deadlines",
		FollowHint:    "Add this address to your calendar application, and it follows the catalog.",
		OpenTitle:     "Open data",
		OpenLead:      "What the catalogs say is also published for other programs to read. No registration, no API key.",
		OpenCalendar:  "Calendars (iCalendar)",
		OpenAPI:       "JSON, in the shape of the API v1 of endoflife.date",
		OpenEoX:       "OpenEoX Core 1.0",
		OpenUnknown:   "What a policy does not state is null in JSON and tba in OpenEoX.",
		OpenStale:     "Values that change as days pass, such as isEol, are those of the day in as_of. For today, compare the dates.",
		OpenNotHere:   "The files are on the site that publishes this portal. The saved page does not contain them.",
		Whole:         "All vendors",
		Support:       "Support",
	},

	PlanLabel:     "Plan",
	DemandLabel:   "Tickets you expect to use, year by year",
	DemandHint:    "They may be needed at any time of their year. Enter tickets, not cases.",
	YearLabel:     func(n int) string { return fmt.Sprintf("Year %d", n) },
	AddYear:       "Add a year",
	RemoveYear:    "Remove the last year",
	PlanStart:     "Enter the tickets you expect, and the cheapest purchases appear here.",
	NoCover:       "No combination of purchases meets this.",
	NothingToBuy:  "Nothing has to be bought.",
	AnswerFirst:   func(question string) string { return "Answer this first: " + question },
	CheapestTitle: "Cheapest purchases",
	BeforeTax:     "Total before tax",
	ToQuote:       "Make a quote of what is bought first",
	WhenLabel:     "When",
	Unused: func(tickets, unused int) string {
		return fmt.Sprintf("%s in all; %s left over if all goes as expected.", plural(int64(tickets), "ticket", "tickets"), Grouped(int64(unused)))
	},
	RunnerUp: func(plans []string, total, difference policy.Yen) string {
		return fmt.Sprintf("Next: %s at %s, %s more.", joinEn(plans), yenEn(total), yenEn(difference))
	},
	TiesTitle: func(all int64, shown int) string {
		s := plural(all-1, "other combination", "other combinations") + " at the same price"
		if all > int64(shown) {
			s += fmt.Sprintf(" (%d shown)", shown-1)
		}
		return s
	},
	AdviceTitle:   "What the vendor recommends",
	AdviceLead:    "The vendor's advice is not about price alone and may differ from the cheapest purchases.",
	Advised:       func(situation string, plans []string) string { return situation + " → " + joinEn(plans) },
	AdviceAgrees:  "same as the cheapest",
	AdviceDiffers: "differs from the cheapest",
	AllPlansTitle: "All plans",
	PlanVerdict: map[policy.PlanVerdict]string{
		policy.PlanAvailable: "available", policy.PlanConditional: "on a condition", policy.PlanUndetermined: "depends on an answer",
		policy.PlanConfirm: "to be confirmed", policy.PlanNotAvailable: "not available",
	},
	Has: map[policy.Has]string{policy.HasYes: "yes", policy.HasNo: "no", policy.HasNotStated: "not stated"},

	QuoteDayLabel: "Day of the quote",
	TariffCaption: func(list string) string { return list + ", before tax" },
	PriceOf: func(p policy.Price) string {
		switch {
		case p.Flat != nil && p.Flat.Amount == 0:
			return "free"
		case p.Flat != nil:
			return yenEn(p.Flat.Amount)
		case p.Unit != nil:
			return yenEn(p.Unit.Amount)
		case p.BaseUnit != nil:
			return yenEn(p.BaseUnit.Base) + " + " + yenEn(p.BaseUnit.Unit) + " each"
		case p.Package != nil:
			return yenEn(p.Package.Unit) + ", in lots of " + Grouped(p.Package.Lot)
		case p.Bands != nil, p.Graduated != nil:
			return "by size"
		case p.Percent != nil:
			return p.Percent.Rate.String() + " of " + p.Percent.Of.En
		case p.Time != nil:
			return yenEn(p.Time.PerHour) + " an hour"
		default:
			return "on request"
		}
	},
	UnitPriceLabel: "Unit price",
	QuantityLabel:  "Quantity",
	AmountLabel:    "Amount",
	QuantityOf:     func(plan string) string { return "Quantity of " + plan },
	QuantityForm:   func(most int64) string { return "Enter a whole number from 0 to " + Grouped(most) + "." },
	QuoteStart:     "Enter a quantity, and the quote appears here.",
	QuoteTooLarge:  "The amount is too large to compute. Reduce the quantities.",
	QuotationTitle: "Estimate",
	QuotationFor: func(vendor string, on policy.Date) string {
		return fmt.Sprintf("%s, prices as of %s", vendor, dayEn(on))
	},
	TotalLabel:    "Total with tax",
	SubtotalLabel: "Subtotal before tax",
	TaxLabel: func(rate policy.Percent, base policy.Yen) string {
		return fmt.Sprintf("Consumption tax %s on %s", rate, yenEn(base))
	},
	LineVerdict: map[policy.PlanVerdict]string{
		policy.PlanAvailable: "can be bought", policy.PlanConditional: "on a condition", policy.PlanUndetermined: "has a condition",
		policy.PlanConfirm: "to be confirmed", policy.PlanNotAvailable: "cannot be bought",
	},
	NotCounted: func(plan string) string {
		return plan + " cannot be bought by the vendor's rules, and is not part of the total."
	},
	OnCondition: func(plan string) string { return plan + " has a condition." },
	StepsOf:     func(plan string) string { return "How " + plan + " is computed" },
	CopyLink:    "Copy a link to this quote",
	LinkCopied:  "Link copied.",
	LinkHint:    "The link opens the same quote on any machine, computed anew.",

	Progress:     func(n, most int) string { return fmt.Sprintf("Question %d of at most %d", n, most) },
	FlowsLabel:   "What it is about",
	WhyAsked:     "Why we ask: ",
	AnswersSoFar: "Your answers so far",
	Change:       "Change",
	ChangeAnswer: func(question string) string { return "Change your answer: " + question },
	StartAgain:   "Start again",
	ShownTitle:   "What your answers show",
	ThenTitle:    "What to do next",
	OutsideTitle: "What is not included",
	WhomTitle:    "Whom to ask",
	AcceptsLabel: "Languages",
	WindowLabel: func(open bool, zone string) string {
		if open {
			return "Present hours (" + zone + ")"
		}
		return "Next hours (" + zone + ")"
	},
	OpenNow:       "Open now",
	ClosedNow:     "Closed now",
	DaysNotStated: "The policy does not state weekdays or holidays. Monday to Friday is assumed.",
	RequestTitle:  "Text to send",
	RequestLead:   "What you enter here goes into the text alone, not into the address and nowhere else.",
	WriteIn: func(language string) string {
		if language == "en" {
			return "This desk takes English only. Send the English text."
		}
		return "Send the Japanese text. The English one is for you to read."
	},
	LanguageLabel: "Language of the text",
	WholeFlow: func(questions, outcomes int) string {
		return fmt.Sprintf("All questions and outcomes (%d and %d)", questions, outcomes)
	},
	OutcomesTitle:  "Outcomes",
	RequestTo:      "To: ",
	RequestSubject: "Subject: ",
	RequestOpen:    "We have done the first-line triage as below and ask for your help.",
	RequestInfo:    "Information",
	RequestLog:     "First-line triage",
	RequestShown:   "What it shows",
	RequestClose:   "Thank you in advance.",
	RequestBlank:   "(not filled in)",

	Rules: map[policy.Rule]func(Params, string) string{
		policy.RuleClause: func(_ Params, clause string) string { return clause },
		policy.RuleProductUnknown: func(p Params, _ string) string {
			return "No product in the catalog is called “" + p.Text("typed") + "”. Check the name."
		},
		policy.RuleProductCandidates: func(p Params, _ string) string {
			return "“" + p.Text("typed") + "” does not name one product. Choose one of these."
		},
		policy.RuleVersionInvalid: func(p Params, _ string) string {
			return "“" + p.Text("typed") + "” is not a version. Write it as X.Y.Z or X.Y.Z-r, such as 3.34.4."
		},
		policy.RuleNoVersionRule: func(p Params, _ string) string {
			return "The policy says nothing about versions of " + p.Text("product") + ". Ask the vendor."
		},
		policy.RuleListed: func(p Params, _ string) string {
			return p.Text("version") + " was published on " + p.Day("day") + " and stands in the table of supported versions."
		},
		policy.RuleSameNumber: func(p Params, _ string) string {
			return p.Text("typed") + " is the same number as " + p.Text("printed") + " in the table."
		},
		policy.RuleSameBugfix: func(p Params, _ string) string {
			return p.Text("recommended") + " is newer, but has the same bug-fix number (Z), so " + p.Text("version") + " is supported too."
		},
		policy.RuleRevisionIgnored: func(p Params, _ string) string {
			return "The revision (r) does not decide: " + p.Text("version") + " is supported with any."
		},
		policy.RuleSixMonthsLiteral: func(p Params, _ string) string {
			return "Read to the letter, the six-month rule would have asked for an update to " + p.Text("recommended") + " by " + p.Day("deadline") + ". It is taken as supported because the table lists it."
		},
		policy.RuleLowerBugfix: func(p Params, _ string) string {
			return "Its bug-fix number (Z) is " + p.Number("own") + ", smaller than the supported " + p.Number("largest") + ", so it has been overtaken."
		},
		policy.RuleHardwareGrace: func(p Params, _ string) string {
			return "Repair and exchange stay covered if it is updated by " + p.Day("deadline") + ", " + p.Number("months") + " months after the regular release of " + p.Day("day") + "."
		},
		policy.RuleGraceOver: func(p Params, _ string) string {
			return "The time to update, " + p.Number("months") + " months from the regular release of " + p.Day("day") + ", ended on " + p.Day("deadline") + "."
		},
		policy.RuleQuestionsRefused: func(Params, string) string { return "Questions about an unsupported version are not answered." },
		policy.RuleUpdateFirst: func(p Params, _ string) string {
			return "Update to " + orEn(p.values["versions"].List()) + " first, then ask for checks or an investigation."
		},
		policy.RuleUnlisted: func(p Params, _ string) string {
			return p.Text("version") + " is not in the table for " + p.Text("product") + ". Check the number, or ask the vendor."
		},
		policy.RuleNewerThanTable: func(p Params, _ string) string {
			return p.Text("version") + " looks newer than the newest in the table, " + p.Text("newest") + " of " + p.Day("day") + ". It may have come out after it."
		},
		policy.RuleMajorNotListed: func(p Params, _ string) string {
			return "The table for " + p.Text("product") + " has no major number " + p.Number("major") + ", only " + p.List("listed") + ". Check the product name."
		},
		policy.RuleListedElsewhere: func(p Params, _ string) string {
			return p.Text("version") + " is listed for " + p.List("products") + ". Check that it is the right product."
		},
		policy.RuleTablesConflict: func(p Params, _ string) string {
			return p.Text("version") + " of " + p.Day("day") + " stands only in the older table of the virtual appliance. The newer one lists " + p.List("versions") + ": treat it as not supported, update, and confirm with the vendor."
		},
		policy.RuleBeforeTable: func(p Params, _ string) string {
			return "The table begins on " + p.Day("day") + " and says nothing about " + p.Day("on") + "."
		},
		policy.RuleEndOfSaleRemarked: func(Params, string) string {
			return "The table remarks that it is no longer sold. Without the day, the end of service cannot be computed: see the vendor's page of products no longer sold."
		},
		policy.RuleOnSale: func(Params, string) string { return "The table has no remark of an end of sale." },

		policy.RuleRequirement: func(_ Params, clause string) string { return clause + " (met)" },
		policy.RuleRequirementNotMet: func(p Params, clause string) string {
			if p.Has("remedy") {
				return clause + " (not met; to have it, " + p.Words("remedy") + ")"
			}
			return clause + " (not met)"
		},
		policy.RuleRequirementOpen: func(_ Params, clause string) string { return clause + " (depends on an answer)" },
		policy.RuleNote:            func(_ Params, clause string) string { return clause },

		policy.RulePoolOverTerm: func(Params, string) string {
			return "A contract's tickets can be used at any time of its term. What is left lapses with it."
		},
		policy.RuleAddOnUnderContract: func(Params, string) string {
			return "Additional tickets are bought only under a contract, and counted on until it ends."
		},
		policy.RuleSpotWithoutContract: func(Params, string) string {
			return "Spot tickets are bought only without a contract, one by one when needed."
		},
		policy.RuleOneContract: func(Params, string) string { return "One annual contract runs at a time." },
		policy.RuleGapAllowed: func(Params, string) string {
			return "A year without a contract is taken to cost no fee for coming back. Confirm it before relying on it."
		},
		policy.RuleTicketsPerCase: func(Params, string) string {
			return "How many tickets a case takes is not published; the vendor decides."
		},
		policy.RuleContractThroughout: func(Params, string) string {
			return "Minor versions for an installed licence need a contract all the time."
		},

		policy.RulePhaseRuns: func(p Params, _ string) string {
			if p.Has("until") {
				return p.Words("phase") + " of " + p.Words("release") + " runs until " + p.Day("until") + ", that day included."
			}
			return p.Words("phase") + " of " + p.Words("release") + " runs; no end is announced."
		},
		policy.RulePhaseEnded: func(p Params, _ string) string {
			if p.Has("until") {
				return p.Words("phase") + " of " + p.Words("release") + " ended with " + p.Day("until") + "."
			}
			return p.Words("phase") + " of " + p.Words("release") + " has ended; the day is not printed."
		},
		policy.RuleReleaseUnlisted: func(p Params, _ string) string {
			return "Nothing is said on how long " + p.Text("version") + " of " + p.Text("product") + " is supported."
		},
		policy.RuleHotfixWithheld: func(Params, string) string {
			return "The fault that the hotfix mends is not dealt with until it is applied. The version itself counts as before."
		},
		policy.RulePeriod: func(p Params, clause string) string {
			return fmt.Sprintf("%s: %s to %s, both days included. %s", p.Words("name"), p.Day("begins"), p.Day("until"), clause)
		},
		policy.RuleBoundaryDay: func(p Params, _ string) string {
			return p.Day("day") + " is the anniversary itself. It can be read as the last day or as the first day after it: ask the vendor before relying on it."
		},
		policy.RuleAnchorAssumed: func(p Params, _ string) string {
			return "Only one day is known. The announcement and the end of sale are taken to be on " + p.Day("day") + "."
		},
		policy.RuleAnchorsMissing: func(Params, string) string {
			return "With the day of the announcement or of the end of sale, the periods can be computed. Look them up on the vendor's page on products no longer sold."
		},
		policy.RuleLaterCounts: func(p Params, _ string) string {
			return "Of the two times for service, the one that ends later is taken: " + p.Day("until") + "."
		},
		policy.RuleContractOutlives: func(p Params, _ string) string {
			return fmt.Sprintf("The contract runs until %s, service after the end of sale until %s. Which of them governs is not stated; count on the earlier one and ask.", p.Day("contract"), p.Day("until"))
		},
		policy.RuleContractEnds: func(p Params, _ string) string {
			return "The contract ends on " + p.Day("until") + ", that day included."
		},
		policy.RuleReleased: func(p Params, _ string) string {
			return p.Words("release") + " was published on " + p.Day("day") + "."
		},
		policy.RuleLogKept: func(p Params, _ string) string {
			return fmt.Sprintf("%s carries the bug-fix number %s, the largest of its line.", p.Text("version"), p.Number("own"))
		},
		policy.RuleLogDropped: func(p Params, _ string) string {
			s := fmt.Sprintf("%s carries the bug-fix number %s; the regular release %s carries %s", p.Text("version"), p.Number("own"), p.Text("by"), p.Number("largest"))
			if p.Has("day") {
				s += " since " + p.Day("day")
			}
			return s + " and pushes it out."
		},
		policy.RuleLogHotfix: func(p Params, _ string) string {
			return fmt.Sprintf("%s is a hotfix of %s. It is supported as long as that release and pushes out nothing.", p.Text("version"), p.Text("of"))
		},
		policy.RuleLogHotfixBase: func(p Params, _ string) string {
			return "There is no regular release with the numbers of the hotfix " + p.Text("version") + " in the log. A hotfix moves the revision alone: check the entry."
		},
		policy.RuleReleaseAmbiguous: func(p Params, _ string) string {
			return p.Text("version") + " fits several releases of " + p.Text("product") + ". Choose the one you have."
		},
		policy.RuleFixedInNewest: func(Params, string) string {
			return "Defects are fixed in the newest version only. No dates are published for any version."
		},

		policy.RuleFlat:    func(p Params, _ string) string { return "One price: " + p.Yen("amount") },
		policy.RuleBaseFee: func(p Params, _ string) string { return "Fixed base fee: " + p.Yen("amount") },
		policy.RuleWholeLots: func(p Params, _ string) string {
			return p.Number("units") + " units in lots of " + p.Number("lot") + ": " + p.Number("lots") + " × " + p.Yen("price")
		},
		policy.RuleUnusedLapse: func(p Params, _ string) string {
			return "The " + p.Number("unused") + " units left over lapse " + p.Number("months") + " months after purchase and do not carry over."
		},
		policy.RuleBandInitial: func(p Params, _ string) string {
			return p.Number("quantity") + " falls in the band " + p.Number("from") + "–" + p.Number("upTo") + ": initial fee " + p.Yen("amount")
		},
		policy.RuleBandMonthly: func(p Params, _ string) string {
			return "Monthly fee of that band: " + p.Yen("monthly") + " × " + p.Number("months") + " months"
		},
		policy.RuleAboveBands: func(p Params, _ string) string {
			return "No price is printed above " + p.Number("most") + ". Ask for a quotation."
		},
		policy.RuleSlice: func(p Params, _ string) string {
			return p.Number("from") + "–" + p.Number("upTo") + ": " + p.Number("quantity") + " × " + p.Yen("unit") + " + " + p.Yen("flat")
		},
		policy.RulePercentOf: func(p Params, _ string) string { return p.Text("rate") + " of " + p.Words("of") + ", " + p.Yen("base") },
		policy.RuleMinimum:   func(p Params, _ string) string { return "The minimum fee applies: " + p.Yen("minimum") },
		policy.RuleTimeCharged: func(p Params, _ string) string {
			s := p.Number("minutes") + " minutes, charged as " + p.Number("charged") + ", at " + p.Yen("perHour") + " an hour"
			if p.Has("other") {
				s += " (" + p.Yen("other") + " if charged by the minute)"
			}
			return s
		},
		policy.RuleOnRequest:    func(Params, string) string { return "No price is published. Ask for a quotation." },
		policy.RuleTaxInclusive: func(Params, string) string { return "Printed prices include tax." },
		policy.RuleTaxNotStated: func(Params, string) string { return "Whether tax is included is not stated. No tax is added." },

		policy.RulePerUnit: func(p Params, _ string) string {
			return p.Yen("unit") + " × " + p.Number("quantity")
		},
		policy.RuleTaxExclusive: func(Params, string) string { return "Printed prices are before tax." },
		policy.RuleTaxOncePerRate: func(p Params, _ string) string {
			return "Once per rate: " + p.Yen("base") + " × " + p.Text("rate")
		},
		policy.RuleNoTaxRate: func(p Params, _ string) string {
			return "The tax rate of " + p.Day("on") + " is not known, so no tax is added."
		},
		policy.RuleListUndated: func(Params, string) string {
			return "The tariff prints no first day. These are the amounts of the saved copy: confirm them before ordering."
		},
	},
}

func zoneEn(zone string) string {
	switch zone {
	case "Asia/Tokyo":
		return "Japan time"
	case "Europe/Copenhagen":
		return "Danish time"
	default:
		return zone
	}
}
