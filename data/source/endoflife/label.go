package endoflife

import (
	"regexp"
	"strings"
	"unicode"

	"madoguchi/policy"
)

// field is a field of a release that says how far a phase reaches.
type field struct {
	key    string // of releases
	column string // of the product: names the phase, or switches it off
	on     bool   // without the column

	phase policy.PhaseName // where the column gives no name
}

// phaseFields are the fields, in the order in which phases end.
var phaseFields = []field{
	{"discontinued", "discontinuedColumn", false, policy.PhaseName{ID: "sale", Name: policy.Text{Ja: "販売", En: "On sale"}, Kind: policy.PhaseKindSale}},
	{"eoas", "eoasColumn", false, policy.PhaseName{ID: "active", Name: policy.Text{Ja: "アクティブサポート", En: "Active support"}}},
	{"eol", "eolColumn", true, policy.PhaseName{ID: "support", Name: policy.Text{Ja: "EOLまでのサポート", En: "Support until end of life"}}},
	{"eoes", "eoesColumn", false, policy.PhaseName{ID: "extended", Name: policy.Text{Ja: "延長サポート", En: "Extended support"}, Kind: policy.PhaseKindPaid}},
}

// label is how a phase is called that a column calls by some words.
type label struct {
	ja string
	en string // where the words themselves would mislead: they head a column of days

	// sale and forAll are set where the words decide what the phase is worth,
	// whichever field they stand in: availability tells of sale, and security
	// support is for everybody.
	sale, forAll bool
}

// labels are the words of columns, in lower case and without "end of" before them.
var labels = map[string]label{
	"acceptance":                                  {ja: "有効(受入れ)期間"},
	"active development":                          {ja: "活発な開発"},
	"active maintenance":                          {ja: "アクティブ保守"},
	"active major updates":                        {ja: "メジャーアップデート"},
	"active support":                              {ja: "アクティブサポート"},
	"adobe commerce end of software support":      {ja: "Adobe Commerceのソフトウェアサポート", en: "Adobe Commerce software support"},
	"android updates":                             {ja: "Androidアップデート"},
	"android upgrades":                            {ja: "Androidアップグレード"},
	"assistance support":                          {ja: "支援サポート"},
	"basic/premier support":                       {ja: "Basic/Premierサポート"},
	"bug and security fixes":                      {ja: "不具合とセキュリティの修正"},
	"bug fix maintenance":                         {ja: "不具合修正の保守"},
	"bug fixes":                                   {ja: "不具合修正"},
	"commercial availability":                     {ja: "販売", sale: true},
	"commercial support":                          {ja: "商用サポート"},
	"community support":                           {ja: "コミュニティーサポート"},
	"confluent community software end of support": {ja: "Confluent Community softwareのサポート", en: "Confluent Community software support"},
	"core support":                                {ja: "コアサポート"},
	"critical bug and security fixes":             {ja: "重大な不具合とセキュリティの修正"},
	"critical bug fixes":                          {ja: "重大な不具合の修正"},
	"critical security patches":                   {ja: "重大なセキュリティパッチ"},
	"critical support":                            {ja: "重大な問題のサポート"},
	"critical, security and platform support":     {ja: "重大な問題・セキュリティ・プラットフォームのサポート"},
	"current releases":                            {ja: "現行リリース"},
	"cve & critical support":                      {ja: "CVEと重大な問題のサポート"},
	"debian lts":                                  {ja: "Debian LTS(長期サポート)", en: "Debian LTS (Long Term Support)"},
	"debian security support":                     {ja: "Debianのセキュリティサポート"},
	"deprecated support":                          {ja: "非推奨(廃止予定)期間のサポート"},
	"development edition support":                 {ja: "Development Editionのサポート"},
	"discontinued":                                {ja: "販売", en: "On sale", sale: true},
	"engineering support":                         {ja: "エンジニアリングサポート"},
	"enterprise support":                          {ja: "エンタープライズサポート"},
	"expanded security maintenance":               {ja: "拡張セキュリティ保守(ESM)"},
	"extended commercial support":                 {ja: "延長商用サポート"},
	"extended life cycle support":                 {ja: "延長ライフサイクルサポート"},
	"extended life support 1":                     {ja: "延長ライフサポート1"},
	"extended long term support":                  {ja: "延長長期サポート(ELTS)"},
	"extended maintenance":                        {ja: "延長保守"},
	"extended security support":                   {ja: "延長セキュリティサポート"},
	"extended security updates":                   {ja: "拡張セキュリティ更新(ESU)"},
	"extended support":                            {ja: "延長サポート"},
	"extended update support":                     {ja: "延長アップデートサポート(EUS)"},
	"fix":                                         {ja: "修正の提供", en: "Fixes"},
	"full maintenance":                            {ja: "フル保守"},
	"full stable support":                         {ja: "安定版のフルサポート"},
	"full support":                                {ja: "フルサポート"},
	"further releases planned":                    {ja: "今後のリリース予定"},
	"general support":                             {ja: "一般サポート"},
	"hardware & maintenance":                      {ja: "ハードウェア対応と保守"},
	"lifecycle support":                           {ja: "ライフサイクルサポート"},
	"limited support":                             {ja: "限定サポート"},
	"long term service pack support":              {ja: "長期サービスパックサポート(LTSS)"},
	"long term support":                           {ja: "長期サポート(LTS)"},
	"lts":                                         {ja: "LTS(長期サポート)", en: "LTS (Long Term Support)"},
	"lts support":                                 {ja: "LTSサポート"},
	"maintenance":                                 {ja: "保守"},
	"maintenance & security support":              {ja: "保守とセキュリティサポート"},
	"maintenance releases":                        {ja: "メンテナンスリリース"},
	"maintenance support":                         {ja: "メンテナンスサポート"},
	"maintenance support 1":                       {ja: "メンテナンスサポート1"},
	"maintenance support 2":                       {ja: "メンテナンスサポート2"},
	"minor standard support":                      {ja: "マイナーバージョンの標準サポート"},
	"open source support":                         {ja: "オープンソース版のサポート"},
	"oss support":                                 {ja: "OSSサポート"},
	"premier support":                             {ja: "Premierサポート"},
	"premium support":                             {ja: "プレミアムサポート"},
	"primary support":                             {ja: "プライマリーサポート"},
	"public support":                              {ja: "一般向けサポート"},
	"recommended for use":                         {ja: "利用推奨期間"},
	"rhbq":                                        {ja: "Red Hat build of Quarkusのサポート", en: "Red Hat build of Quarkus"},
	"security":                                    {ja: "セキュリティ対応"},
	"security and technical support":              {ja: "セキュリティと技術サポート"},
	"security maintenance":                        {ja: "セキュリティ保守"},
	"security support":                            {ja: "セキュリティサポート", forAll: true},
	"security updates":                            {ja: "セキュリティ更新"},
	"service (eos)":                               {ja: "サービス(EOSまで)", en: "Service (until EOS)"},
	"service pack support (eosps)":                {ja: "サービスパックサポート(EoSPSまで)", en: "Service Pack Support (until EoSPS)"},
	"service status":                              {ja: "サービス", en: "Service"},
	"servicing":                                   {ja: "サービス提供"},
	"software development":                        {ja: "ソフトウェア開発"},
	"software support":                            {ja: "ソフトウェアサポート"},
	"stable support":                              {ja: "安定版のサポート"},
	"standard maintenance":                        {ja: "標準保守"},
	"standard support":                            {ja: "標準サポート"},
	"support":                                     {ja: "サポート"},
	"support life":                                {ja: "サポート期間"},
	"support status":                              {ja: "サポート", en: "Support"},
	"supported":                                   {ja: "サポート", en: "Support"},
	"technical support":                           {ja: "技術サポート"},
	"wear os upgrades":                            {ja: "Wear OSアップグレード"},
	"wearos updates":                              {ja: "Wear OSアップデート"},
}

// endForm matches the words around what a column gives the end of.
var endForm = regexp.MustCompile(`(?i)^end[ -]of[ -]`)

// paidForm matches words that say what the field eoes is for: support beyond the
// end, for those who pay for it.
var paidForm = regexp.MustCompile(`(?i)exten[ds]|expanded|commercial|enterprise|premium`)

// paidUnsaid is what is made of a phase of eoes that may be for everybody.
const paidUnsaid = "which does not say that it is paid: it is taken for paid, as the field is meant"

// named gives a phase the words of its column. Where they do not fit the field, odd
// tells what is made of the phase.
func (f field) named(words string) (p policy.PhaseName, odd string) {
	p = f.phase
	words = endForm.ReplaceAllString(words, "")
	words = strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(words, " Date"), " date"))
	if lower := strings.ToLower(words); lower == "" || lower == "life" {
		return p, "" // the column's own name
	}
	words = upperFirst(words)
	l := labels[strings.ToLower(words)]
	p.Name = policy.Text{Ja: words, En: words}
	if l.ja != "" {
		p.Name.Ja = l.ja
	}
	if l.en != "" {
		p.Name.En = l.en
	}
	switch {
	case l.sale && p.Kind != policy.PhaseKindSale:
		p.Kind, odd = policy.PhaseKindSale, "it is taken for the time of sale, which says nothing of support"
	case l.forAll && p.Kind != policy.PhaseKindSupport:
		p.Kind, odd = policy.PhaseKindSupport, "it is taken for support for everybody"
	case p.Kind == policy.PhaseKindPaid && !paidForm.MatchString(words):
		odd = paidUnsaid
	}
	return p, odd
}

func upperFirst(s string) string {
	r := []rune(s)
	r[0] = unicode.ToUpper(r[0])
	return string(r)
}

// families are the categories of products.
var families = []policy.Family{
	{ID: "app", Name: policy.Text{Ja: "アプリケーション", En: "Applications"}},
	{ID: "database", Name: policy.Text{Ja: "データベース", En: "Databases"}},
	{ID: "device", Name: policy.Text{Ja: "機器", En: "Devices"}},
	{ID: "framework", Name: policy.Text{Ja: "フレームワーク・ライブラリー", En: "Frameworks and libraries"}},
	{ID: "lang", Name: policy.Text{Ja: "プログラミング言語", En: "Programming languages"}},
	{ID: "os", Name: policy.Text{Ja: "オペレーティングシステム", En: "Operating systems"}},
	{ID: "server-app", Name: policy.Text{Ja: "サーバーアプリケーション", En: "Server applications"}},
	{ID: "service", Name: policy.Text{Ja: "サービス", En: "Services"}},
	{ID: "standard", Name: policy.Text{Ja: "規格", En: "Standards"}},
}
