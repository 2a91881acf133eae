package i18n

import "madoguchi/policy"

// Words are all words of one language. A field is named after where it appears;
// a map has an entry for every value of its key, which a test checks.
type Words struct {
	Lang Lang
	Name string // of the language, in itself

	// Forms of values.

	Day       func(policy.Date) string
	Yen       func(policy.Yen) string
	Join      func([]string) string // a list of names or versions
	Hours     func(*policy.Hours) string
	Window    func(policy.Window, policy.Zone) string // a time of one channel, as clocks in a zone show it
	Languages func(tags []string) string
	ZoneName  func(zone string) string // of the time-zone database
	OwnZone   func(zone string) string // of the machine; empty where the browser does not tell

	// Rules are the sentences of the steps of an answer; clause is the
	// catalog's own wording where it has one.
	Rules map[policy.Rule]func(p Params, clause string) string

	// The site.

	SiteTitle, SiteLead                      string
	Brand, BrandReading                      string
	Titled                                   func(page string) string
	Home, Trail, SkipToMain, OtherLang       string
	MenuLabel, FooterNote                    string
	Loading, LoadFailed, NoScript            string
	MissingTitle, MissingLead, MissingBack   string
	Misread                                  func(parts []string) string
	DayForm                                  func(typed string) string
	Required, Optional, NotChosen, DontKnow  string
	Print, Copy, Download, Copied, NotCopied string
	WhyTitle, AssumptionsTitle               string
	RestsOn                                  func(ids []string) string
	RemarksTitle                             string
	RemarksOf                                func(n int) string
	Citation                                 func(title, section, item string) string
	Edition                                  func(policy.Edition) string
	Captured                                 func(policy.Source) string
	Basis                                    map[policy.Basis]string
	Rounded                                  func(exact string, r policy.Rounding, amount policy.Yen) string
	Job                                      map[string]JobWords // by the word in the path
	JobOf                                    func(job, vendor string) string

	// Home.

	HomeTitle, FindLabel, FindHint, FindButton string
	TryLabel, FoundTitle                       string
	CandidatesTitle, NothingFound              func(typed string) string
	VendorsTitle, PromiseTitle                 string
	Promises                                   []string

	// A vendor.

	JobsTitle, NotInCatalog                               string
	ChannelsTitle                                         string
	ChannelName, ChannelMeans, ChannelHours, ChannelReach string
	SourcesTitle                                          string

	// About.

	AboutTitle, AboutLead string
	AboutParts            []Part
	BasisTitle            string
	BasisMeaning          []BasisMeaning

	// Versions.

	ProductLabel, ProductHint              string
	VersionLabel, VersionHint, VersionForm string
	VersionHintFree                        func(command string) string // where the vendor has no form of its own
	OnLabel, OnHint                        string
	VersionStart                           string
	ChooseRelease                          string
	AskVersion                             func(product string) string
	Verdict                                map[policy.Verdict]string // as a headline
	VerdictOf                              func(product, version string, on policy.Date) string
	Covered                                map[policy.Verdict]string // beside repair or questions
	HardwareLabel, TechnicalLabel          string
	LifecycleLabel, ServiceLabel           string
	Phase                                  map[policy.Phase]string
	LifecyclePhase                         func(policy.Lifecycle) string
	ServiceState                           func(policy.Service) string
	PhaseState                             func(policy.PhaseGiven) string
	FaultLabel, FaultOut                   string
	UnitTitle, UnitLead                    string // what is known of the person's own unit
	Announced, AnnouncedHint               string
	SoldLast, SoldLastHint                 string
	Purchased, PurchasedHint               string
	ContractEnd, ContractEndHint           string
	HotfixWithheld                         string
	AheadTitle, AheadUntil, AheadWhat      string
	AheadNote                              string // which day is inside
	ContractRow                            string
	Timeline                               TimelineWords
	DeadlineLabel                          func(over bool) string
	UntilDay                               func(policy.Date) string // that day itself is inside
	UpdateToLabel, RecommendedLabel        string
	UpdateTo                               func(versions []string, recommended string) string
	ReleasesOf                             func(product string) string
	ReleaseDay, ReleaseRemark              string
	Own, OwnNotListed                      string
	EndOfSale, OtherTable                  string
	WholeTable                             func(products, rows int) string

	// Files for other programs, and the links to them.

	Publish PublishWords

	// Plans.

	PlanLabel, DemandLabel, DemandHint string
	YearLabel                          func(n int) string
	AddYear, RemoveYear                string
	PlanStart, NoCover, NothingToBuy   string
	AnswerFirst                        func(question string) string
	CheapestTitle, BeforeTax, ToQuote  string
	WhenLabel                          string
	Unused                             func(tickets, unused int) string
	RunnerUp                           func(plans []string, total, difference policy.Yen) string
	TiesTitle                          func(all int64, shown int) string
	AdviceTitle, AdviceLead            string
	Advised                            func(situation string, plans []string) string
	AdviceAgrees, AdviceDiffers        string
	AllPlansTitle                      string
	PlanVerdict                        map[policy.PlanVerdict]string
	Has                                map[policy.Has]string

	// Quotes.

	QuoteDayLabel                              string
	TariffCaption                              func(list string) string
	UnitPriceLabel, QuantityLabel, AmountLabel string
	PriceOf                                    func(policy.Price) string // in short, for a tariff
	QuantityOf                                 func(plan string) string
	QuantityForm                               func(most int64) string
	QuoteStart, QuoteTooLarge                  string
	QuotationTitle                             string
	QuotationFor                               func(vendor string, on policy.Date) string
	TotalLabel, SubtotalLabel                  string
	TaxLabel                                   func(rate policy.Percent, base policy.Yen) string
	LineVerdict                                map[policy.PlanVerdict]string
	NotCounted, OnCondition, StepsOf           func(plan string) string
	CopyLink, LinkCopied, LinkHint             string

	// Triage.

	Progress                               func(n, most int) string
	FlowsLabel                             string // above the choice of a triage
	WhyAsked                               string
	AnswersSoFar, Change, StartAgain       string
	ChangeAnswer                           func(question string) string
	ShownTitle, ThenTitle, OutsideTitle    string
	WhomTitle, AcceptsLabel                string
	WindowLabel                            func(open bool, zone string) string
	OpenNow, ClosedNow, DaysNotStated      string
	RequestTitle, RequestLead              string
	WriteIn                                func(language string) string
	LanguageLabel                          string
	WholeFlow                              func(questions, outcomes int) string
	OutcomesTitle                          string
	RequestTo, RequestSubject, RequestOpen string
	RequestInfo, RequestLog, RequestShown  string
	RequestClose, RequestBlank             string
}

// JobWords name one of the four jobs.
type JobWords struct{ Name, Lead string }

// TimelineWords are those around a timeline.
type TimelineWords struct {
	Title                  func(product string) string
	Part                   func(first, last string, rows int) string // a part of a long one
	AsTable                string
	Row, What, From, Until string
	Day                    func(policy.Date) string // also where none is known
	Own, Grace, Listed     string
	Published, Through     func(policy.Date) string
}

// PublishWords are those of calendars and of the open data.
type PublishWords struct {
	// Titles of calendar entries, after what they are about.

	UpdateBy, ContractEnds, Released string
	LastDay, DueBy                   func(name string) string // of a phase or period; of a deadline
	Line                             func(major, bugfix int) string
	Title                            func(product, of, what string) string // of may be empty
	TitleOfMany                      func(title string, units int) string

	// Lines of an entry's description.

	Units   func(names []string) string
	Because func(citation string) string
	Catalog func(policy.Edition) string
	More    func(address string) string

	Category               string
	CalendarOf             func(name string) string // of a product or vendor
	CalendarOfAll          string
	CalendarAbout          string
	Save, SaveHint         string
	Follow, FollowHint     string
	OpenTitle, OpenLead    string
	OpenCalendar           string
	OpenAPI, OpenEoX       string
	OpenUnknown, OpenStale string
	OpenNotHere            string // in the saved page
	Whole                  string // of all vendors
	Support                string // what a phase of support is called in general
}

// Part is a part of a text, with its title.
type Part struct {
	Title string
	Text  []string
}

// BasisMeaning explains one basis.
type BasisMeaning struct {
	Basis policy.Basis
	Text  string
}

// Number writes a count in the form of the language.
func (w *Words) Number(n int64) string { return Grouped(n) }
