package i18n

import (
	"fmt"
	"strings"

	"madoguchi/policy"
)

var weekdaysJa = [...]string{"日", "月", "火", "水", "木", "金", "土"}

func dayJa(d policy.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d年%d月%d日", d.Year(), d.Month(), d.Day())
}

func yenJa(y policy.Yen) string { return Grouped(int64(y)) + "円" }

func joinJa(list []string) string { return strings.Join(list, "、") }

var phasesJa = map[policy.Phase]string{
	policy.PhaseUnknown: "記載なし", policy.PhaseOnSale: "販売中", policy.PhaseCannotCompute: "販売終了(終了日の記載なし)",
	policy.PhaseNormal: "通常保守", policy.PhaseLimited: "限定保守", policy.PhaseLimitedAssumed: "限定保守とみなす期間",
	policy.PhaseExtended: "延長サポート", policy.PhaseEnded: "保守終了",
}

var japanese = &Words{
	Lang: Ja,
	Name: "日本語",

	Day:  dayJa,
	Yen:  yenJa,
	Join: joinJa,
	Hours: func(h *policy.Hours) string {
		if h == nil {
			return "記載なし"
		}
		days := map[policy.Days]string{policy.DaysNotStated: "曜日の記載なし", policy.DaysWeekdays: "平日", policy.DaysEvery: "毎日"}[h.Days]
		return fmt.Sprintf("%s〜%s(%s、%s)", h.Opens, h.Closes, zoneJa(h.Zone), days)
	},
	Window: func(win policy.Window, z policy.Zone) string {
		from, to := win.Opens.In(z), win.Closes.In(z)
		opens := fmt.Sprintf("%s(%s)%s", dayJa(from.Day), weekdaysJa[from.Day.Weekday()], from.Clock)
		if to.Day == from.Day {
			return opens + "〜" + to.Clock.String()
		}
		return fmt.Sprintf("%s〜%s(%s)%s", opens, dayJa(to.Day), weekdaysJa[to.Day.Weekday()], to.Clock)
	},
	Languages: func(tags []string) string {
		names := map[string]string{"ja": "日本語", "en": "英語"}
		out := make([]string, len(tags))
		for i, t := range tags {
			if out[i] = names[t]; out[i] == "" {
				out[i] = t
			}
		}
		return joinJa(out) + "のみ"
	},
	ZoneName: zoneJa,
	OwnZone: func(zone string) string {
		if zone == "" {
			return "お使いの端末の時刻"
		}
		return "お使いの端末の時刻(" + zone + ")"
	},

	SiteTitle:    "窓口 | サポートの自己診断と見積",
	SiteLead:     "対象バージョン・プラン・見積・一次切り分けを、ベンダー自身の規定に沿ってその場で答えます。入力はどこにも送信しません。",
	Brand:        "窓口",
	BrandReading: "Madoguchi",
	Titled:       func(page string) string { return page + " | 窓口" },
	Home:         "ホーム",
	Trail:        "現在位置",
	SkipToMain:   "本文へ移動",
	OtherLang:    "English",
	MenuLabel:    "メニュー",
	FooterNote:   "回答は保存した規定の写しに基づきます。最終的な判断は各ベンダーにご確認ください。",
	Loading:      "読み込み中です。表とリンクはこのまま使えます。",
	LoadFailed:   "プログラムを読み込めませんでした。表は読めますが、診断はできません。ページを再読み込みしてください。",
	NoScript:     "JavaScriptが無効です。表は読めますが、診断と計算には有効にする必要があります。",
	MissingTitle: "ページが見つかりません",
	MissingLead:  "このアドレスのページはありません。",
	MissingBack:  "ホームに戻る",
	Misread: func(parts []string) string {
		return "リンクのうち、次の部分は読み取れませんでした。残りはそのまま使っています: " + strings.Join(parts, " / ")
	},
	DayForm: func(typed string) string {
		return "「" + typed + "」は日付として読めません。2024-06-01 の形で入力してください。"
	},
	Required:         "※必須",
	Optional:         "※任意",
	NotChosen:        "選択してください",
	DontKnow:         "わからない",
	Print:            "印刷する",
	Copy:             "文面をコピー",
	Download:         "テキストを保存",
	Copied:           "コピーしました。",
	NotCopied:        "コピーできませんでした。文面を選択してコピーしてください。",
	WhyTitle:         "理由",
	AssumptionsTitle: "この回答の前提",
	RemarksOf:        func(n int) string { return "知っておいていただきたいこと(" + Grouped(int64(n)) + "件)" },
	RemarksTitle:     "知っておいていただきたいこと",
	RestsOn:          func(ids []string) string { return "前提 " + strings.Join(ids, "・") },
	Citation: func(title, section, item string) string {
		s := title + "「" + section + "」"
		if item != "" {
			s += item
		}
		return s
	},
	Edition: func(e policy.Edition) string {
		s := fmt.Sprintf("カタログ: %s 第%s版(%s)", e.Vendor, e.Revision, e.Hash)
		if !e.NoOlderThan.IsZero() {
			s += "。出典は" + dayJa(e.NoOlderThan) + "以降のもの"
		} else {
			s += "。出典に日付の記載なし"
		}
		return s
	},
	Captured: func(s policy.Source) string {
		switch {
		case !s.Captured.IsZero():
			return "取得日: " + dayJa(s.Captured)
		case !s.NoOlderThan.IsZero():
			return "取得日の記載なし(内容は" + dayJa(s.NoOlderThan) + "以降)"
		default:
			return "取得日の記載なし"
		}
	},
	Basis: map[policy.Basis]string{
		policy.BasisStated: "規定に記載", policy.BasisImplied: "記載から導ける", policy.BasisAssumed: "前提による", policy.BasisNotStated: "記載なし",
	},
	Rounded: func(exact string, r policy.Rounding, amount policy.Yen) string {
		how := map[policy.Rounding]string{policy.RoundDown: "切捨て", policy.RoundHalfUp: "四捨五入", policy.RoundUp: "切上げ"}[r]
		return fmt.Sprintf("%s円を%sして%s", exact, how, yenJa(amount))
	},
	Job: map[string]JobWords{
		"version": {"バージョンの確認", "お使いのバージョンがサポート対象か、どれに更新すればよいかを確認します。"},
		"plan":    {"プラン選び", "契約できるプランと、必要な量を最も安くまかなう組み合わせを調べます。"},
		"quote":   {"見積", "プランと数量から、税込の金額を1行ずつ計算します。"},
		"triage":  {"一次切り分け", "質問に答えると、問い合わせ先と送る文面がまとまります。"},
	},
	JobOf: func(job, vendor string) string { return vendor + "の" + job },

	HomeTitle:       "問い合わせの前に、ここで確かめる",
	FindLabel:       "製品名を貼り付ける",
	FindHint:        "バージョンが付いていても、全角でもかまいません。",
	FindButton:      "探す",
	TryLabel:        "例:",
	FoundTitle:      "見つかった製品",
	CandidatesTitle: func(typed string) string { return "「" + typed + "」に近い製品" },
	NothingFound: func(typed string) string {
		return "「" + typed + "」に当たる製品はカタログにありません。製品名だけにするか、下からベンダーを選んでください。"
	},
	VendorsTitle: "ベンダーから選ぶ",
	PromiseTitle: "この窓口について",
	Promises: []string{
		"答えはベンダーの規定に基づき、根拠の箇所を添えます。",
		"規定に書かれていないことは「記載なし」と答え、推測しません。",
		"入力した内容は、この端末から外に出ません。",
	},

	JobsTitle:     "できること",
	NotInCatalog:  "このベンダーの規定には、該当する内容がまだ登録されていません。",
	ChannelsTitle: "問い合わせ先",
	ChannelName:   "窓口",
	ChannelMeans:  "手段",
	ChannelHours:  "受付・回答の時間",
	ChannelReach:  "連絡先の確認方法",
	SourcesTitle:  "出典",

	AboutTitle: "この窓口について",
	AboutLead:  "どこから答えが来るのか、何が送信されないのか。",
	AboutParts: []Part{
		{"答えの元", []string{
			"各ベンダーが公開しているサポートの規定を読み、事実を1件ずつカタログに書き起こしています。文章は写さず、名称・数値・日付だけを引き継いでいます。",
			"回答には必ず、決め手になった箇所(文書・見出し・項番)と、カタログの版を示します。",
		}},
		{"わからないとき", []string{
			"規定に書かれていないことは推測しません。「記載なし」と示し、誰に確かめればよいかを案内します。",
			"規定が複数の読み方を許すときは、選んだ読み方を「前提」として示します。",
		}},
		{"送信しないもの", []string{
			"製品名、バージョン、数量、氏名など、入力した内容はこの端末の中だけで処理します。サーバーにも第三者にも送りません。",
			"選んだ内容はアドレスの「#」より後ろに入ります。この部分はサーバーに届かず、リンクを渡した相手だけが開けます。氏名や連絡先は含めません。",
		}},
	},
	BasisTitle: "根拠の種類",
	BasisMeaning: []BasisMeaning{
		{policy.BasisStated, "規定にそのまま書かれています。"},
		{policy.BasisImplied, "書かれていることから導けます。"},
		{policy.BasisAssumed, "規定が曖昧なため、前提を置いて判断しています。"},
		{policy.BasisNotStated, "規定に書かれていません。ベンダーに確認してください。"},
	},

	ProductLabel: "製品名",
	ProductHint:  "一覧から選ぶか、そのまま入力します。全角・大文字小文字は問いません。",
	VersionLabel: "バージョン",
	VersionHintFree: func(command string) string {
		if command == "" {
			return "製品に表示されるとおり"
		}
		return "確認方法: " + command
	},
	VersionHint:   "X.Y.Z または X.Y.Z-r",
	VersionForm:   "X.Y.Z または X.Y.Z-r の形で入力してください(例: 3.34.4)。",
	OnLabel:       "確認する日",
	OnHint:        "空欄なら今日",
	VersionStart:  "製品名とバージョンを入力すると、ここに答えが出ます。",
	ChooseRelease: "次のリリースのことでしょうか。",
	AskVersion: func(product string) string {
		return product + "のバージョンを入力してください。掲載されているリリースは次のとおりです。"
	},
	Verdict: map[policy.Verdict]string{
		policy.VerdictSupported:      "サポート対象です",
		policy.VerdictGrace:          "更新の猶予期間中です",
		policy.VerdictNotSupported:   "サポート対象外です",
		policy.VerdictUnconfirmed:    "表では確認できません",
		policy.VerdictConflict:       "表の記載が食い違っています",
		policy.VerdictUnknownProduct: "製品が特定できません",
		policy.VerdictInvalid:        "バージョンを読み取れません",
		policy.VerdictUnknown:        "規定に記載がありません",
	},
	VerdictOf: func(product, version string, on policy.Date) string {
		return fmt.Sprintf("%s %s(%s時点)", product, version, dayJa(on))
	},
	Covered: map[policy.Verdict]string{
		policy.VerdictSupported:      "対象",
		policy.VerdictGrace:          "猶予期間中",
		policy.VerdictNotSupported:   "対象外",
		policy.VerdictUnconfirmed:    "確認できない",
		policy.VerdictConflict:       "食い違いあり",
		policy.VerdictUnknownProduct: "製品不明",
		policy.VerdictInvalid:        "読み取れない",
		policy.VerdictUnknown:        "記載なし",
	},
	HardwareLabel:  "ハードウェアの修理・交換",
	TechnicalLabel: "技術的な質問",
	LifecycleLabel: "製品のライフサイクル",
	ServiceLabel:   "修理・有償保守",
	LifecyclePhase: func(l policy.Lifecycle) string {
		s := phasesJa[l.Phase]
		if !l.To.IsZero() {
			s += "(" + dayJa(l.To) + "まで)"
		}
		if l.Boundary {
			s += "。境目の日のため要確認"
		}
		return s
	},
	ServiceState: func(s policy.Service) string {
		words := map[policy.PeriodState]string{
			policy.PeriodRunning: dayJa(s.Until) + "まで", policy.PeriodOver: dayJa(s.Until) + "で終了",
			policy.PeriodBoundary: "境目の日のため要確認", policy.PeriodUnknown: "計算できない(ほかに起点になる日がある)",
		}[s.State]
		if !s.Effective.IsZero() && s.Effective.Before(s.Until) {
			words += "。契約は" + dayJa(s.Contract) + "まで"
		}
		return words
	},
	PhaseState: func(p policy.PhaseGiven) string {
		switch {
		case p.State == policy.PhaseNowNotOffered:
			return "このリリースにはなし"
		case p.State == policy.PhaseNowRunning && p.Until.IsZero():
			return "継続中(終了日の発表なし)"
		case p.State == policy.PhaseNowRunning:
			return dayJa(p.Until) + "まで"
		case p.Until.IsZero():
			return "終了(終了日の記載なし)"
		default:
			return dayJa(p.Until) + "で終了"
		}
	},
	FaultLabel: "配布されたホットフィックスの不具合",
	FaultOut:   "適用するまで対応なし",

	UnitTitle:       "お使いの機器の日付を入れる(販売終了・購入・契約)",
	UnitLead:        "入力した日付から、修理・有償保守とソフトウェア保守がいつまで続くかを計算します。わからない日は空けておいてください。",
	Announced:       "販売終了の告知日",
	AnnouncedHint:   "メーカが告知した日。修理と有償保守はこの日から数えます。",
	SoldLast:        "販売終了日",
	SoldLastHint:    "最後に販売された日。ソフトウェア保守はこの日から数えます。",
	Purchased:       "新品で購入した日",
	PurchasedHint:   "納品書や請求書の日付です。",
	ContractEnd:     "保守契約の満了日",
	ContractEndHint: "契約の最終日です。",
	HotfixWithheld:  "この不具合のホットフィックスを受け取ったが、まだ適用していない",
	AheadTitle:      "これから変わること",
	AheadUntil:      "最終日",
	AheadWhat:       "終わること",
	AheadNote:       "最終日の当日は、まだ対象に含まれます。翌日から変わります。",
	ContractRow:     "保守契約",
	Timeline: TimelineWords{
		Title: func(product string) string { return product + "の時間の流れ" },
		Part: func(first, last string, rows int) string {
			return first + "〜" + last + "(" + Grouped(int64(rows)) + "行)"
		},
		AsTable: "表で見る",
		Row:     "リリース・期間", What: "内容", From: "初日", Until: "最終日",
		Day: func(d policy.Date) string {
			if d.IsZero() {
				return "記載なし"
			}
			return dayJa(d)
		},
		Own: "▶ お使い:", Grace: "更新の猶予", Listed: "対象として掲載",
		Published: func(d policy.Date) string { return dayJa(d) + "公開" },
		Through:   func(d policy.Date) string { return dayJa(d) + "まで" },
	},
	Phase: phasesJa,
	DeadlineLabel: func(over bool) string {
		if over {
			return "更新の期限(終了)"
		}
		return "更新の期限"
	},
	UntilDay:         func(d policy.Date) string { return dayJa(d) + "まで(当日を含む)" },
	UpdateToLabel:    "更新先",
	RecommendedLabel: "推奨バージョン",
	UpdateTo: func(versions []string, recommended string) string {
		if len(versions) == 1 {
			return recommended
		}
		return recommended + "を推奨(" + joinJa(versions) + "のいずれも対象)"
	},
	ReleasesOf:    func(product string) string { return product + "の掲載リリース" },
	ReleaseDay:    "公開日",
	ReleaseRemark: "備考",
	Own:           "お使いのバージョン",
	OwnNotListed:  "お使いのバージョン(表に記載なし)",
	EndOfSale:     "販売終了",
	OtherTable:    "仮想アプライアンスの古い表だけに記載",
	WholeTable: func(products, rows int) string {
		return fmt.Sprintf("対象バージョンの一覧(%d製品・%d行)", products, rows)
	},

	Publish: PublishWords{
		UpdateBy: "更新期限", ContractEnds: "契約の最終日", Released: "公開",
		LastDay: func(name string) string { return name + "の最終日" },
		DueBy:   func(name string) string { return name + "の期限" },
		Line: func(major, bugfix int) string {
			return fmt.Sprintf("%d系列(バグ修正番号%d未満)", major, bugfix)
		},
		Title: func(product, of, what string) string {
			if of != "" {
				product += " " + of
			}
			return product + ": " + what
		},
		TitleOfMany: func(title string, units int) string { return fmt.Sprintf("%s(%s台)", title, Grouped(int64(units))) },
		Units:       func(names []string) string { return "対象: " + joinJa(names) },
		Because:     func(citation string) string { return "根拠: " + citation },
		Catalog: func(e policy.Edition) string {
			return fmt.Sprintf("カタログ: %s 第%s版", e.Vendor, e.Revision)
		},
		More:          func(address string) string { return "確認: " + address },
		Category:      "サポート期限",
		CalendarOf:    func(name string) string { return name + "のサポート期限" },
		CalendarOfAll: "サポート期限(全製品)",
		CalendarAbout: "期限の当日は、まだ期間に含まれます。翌日から変わります。",
		Save:          "カレンダーに保存",
		SaveHint:      "上の期限をカレンダーファイル(.ics)に保存します。30日前と7日前の朝に通知します。",
		Follow:        "この製品の公開日と期限のカレンダー",
		FollowHint:    "このアドレスをカレンダーアプリに登録すると、カタログの更新も反映されます。",
		OpenTitle:     "オープンデータ",
		OpenLead:      "カタログの内容を、ほかのプログラムで読める形でも公開しています。登録もAPIキーも不要です。",
		OpenCalendar:  "カレンダー(iCalendar)",
		OpenAPI:       "JSON(endoflife.date API v1と同じ形)",
		OpenEoX:       "OpenEoX Core 1.0",
		OpenUnknown:   "規定に書かれていないことは、JSONではnull、OpenEoXではtbaです。",
		OpenStale:     "isEolのように日によって変わる値は、as_ofの日の時点のものです。今日の判定には、日付の項目を使ってください。",
		OpenNotHere:   "ファイルは、窓口を公開しているサイトにあります。保存したページには入っていません。",
		Whole:         "全ベンダー",
		Support:       "サポート",
	},

	PlanLabel:     "プラン",
	DemandLabel:   "1年ごとに使うチケットの見込み",
	DemandHint:    "その年のいつ必要になってもよいように計算します。件数ではなく枚数で入力してください。",
	YearLabel:     func(n int) string { return fmt.Sprintf("%d年目", n) },
	AddYear:       "年を追加",
	RemoveYear:    "最後の年を削除",
	PlanStart:     "チケットの見込みを入力すると、最も安い組み合わせが出ます。",
	NoCover:       "この条件を満たす購入の組み合わせはありません。",
	NothingToBuy:  "購入は不要です。",
	AnswerFirst:   func(question string) string { return "先に答えてください: " + question },
	CheapestTitle: "最も安い組み合わせ",
	BeforeTax:     "合計(税別)",
	ToQuote:       "最初に購入する分の見積を作る",
	WhenLabel:     "時期",
	Unused: func(tickets, unused int) string {
		return fmt.Sprintf("チケットは合計%s枚。見込みどおりなら%s枚が余ります。", Grouped(int64(tickets)), Grouped(int64(unused)))
	},
	RunnerUp: func(plans []string, total, difference policy.Yen) string {
		return fmt.Sprintf("次に安いのは%s(%s、差額%s)です。", joinJa(plans), yenJa(total), yenJa(difference))
	},
	TiesTitle: func(all int64, shown int) string {
		s := fmt.Sprintf("同額の組み合わせがほかに%s通り", Grouped(all-1))
		if all > int64(shown) {
			s += fmt.Sprintf("(うち%d通りを表示)", shown-1)
		}
		return s
	},
	AdviceTitle:   "提供元が公開している推奨",
	AdviceLead:    "提供元の推奨は金額だけで決まるものではなく、最安の組み合わせと異なることがあります。",
	Advised:       func(situation string, plans []string) string { return situation + " → " + joinJa(plans) },
	AdviceAgrees:  "最安と同じ",
	AdviceDiffers: "最安と異なる",
	AllPlansTitle: "すべてのプラン",
	PlanVerdict: map[policy.PlanVerdict]string{
		policy.PlanAvailable: "契約できます", policy.PlanConditional: "条件つき", policy.PlanUndetermined: "回答しだい",
		policy.PlanConfirm: "要確認", policy.PlanNotAvailable: "対象外",
	},
	Has: map[policy.Has]string{policy.HasYes: "あり", policy.HasNo: "なし", policy.HasNotStated: "記載なし"},

	QuoteDayLabel: "見積の日",
	TariffCaption: func(list string) string { return list + "(税別)" },
	PriceOf: func(p policy.Price) string {
		switch {
		case p.Flat != nil && p.Flat.Amount == 0:
			return "無償"
		case p.Flat != nil:
			return yenJa(p.Flat.Amount)
		case p.Unit != nil:
			return yenJa(p.Unit.Amount)
		case p.BaseUnit != nil:
			return yenJa(p.BaseUnit.Base) + " + 1件" + yenJa(p.BaseUnit.Unit)
		case p.Package != nil:
			return yenJa(p.Package.Unit) + "(" + Grouped(p.Package.Lot) + "単位ごと)"
		case p.Bands != nil, p.Graduated != nil:
			return "規模による"
		case p.Percent != nil:
			return p.Percent.Of.Ja + "の" + p.Percent.Rate.String()
		case p.Time != nil:
			return "1時間" + yenJa(p.Time.PerHour)
		default:
			return "要見積"
		}
	},
	UnitPriceLabel: "単価",
	QuantityLabel:  "数量",
	AmountLabel:    "金額",
	QuantityOf:     func(plan string) string { return plan + "の数量" },
	QuantityForm:   func(most int64) string { return "0〜" + Grouped(most) + "の整数で入力してください。" },
	QuoteStart:     "数量を入力すると、ここに見積が出ます。",
	QuoteTooLarge:  "金額が大きすぎて計算できません。数量を減らしてください。",
	QuotationTitle: "概算見積",
	QuotationFor: func(vendor string, on policy.Date) string {
		return fmt.Sprintf("%s(%s時点の料金)", vendor, dayJa(on))
	},
	TotalLabel:    "合計(税込)",
	SubtotalLabel: "小計(税別)",
	TaxLabel: func(rate policy.Percent, base policy.Yen) string {
		return fmt.Sprintf("消費税 %s(対象 %s)", rate, yenJa(base))
	},
	LineVerdict: map[policy.PlanVerdict]string{
		policy.PlanAvailable: "購入できます", policy.PlanConditional: "条件つき", policy.PlanUndetermined: "条件あり",
		policy.PlanConfirm: "要確認", policy.PlanNotAvailable: "購入できません",
	},
	NotCounted: func(plan string) string {
		return plan + "は規定により購入できないため、合計に含めていません。"
	},
	OnCondition: func(plan string) string { return plan + "の購入には条件があります。" },
	StepsOf:     func(plan string) string { return plan + "の計算" },
	CopyLink:    "この見積のリンクをコピー",
	LinkCopied:  "リンクをコピーしました。",
	LinkHint:    "リンクを開くと、どの端末でも同じ見積が再計算されます。",

	Progress:     func(n, most int) string { return fmt.Sprintf("質問 %d / 最大 %d", n, most) },
	FlowsLabel:   "ご用件",
	WhyAsked:     "お聞きする理由: ",
	AnswersSoFar: "これまでの回答",
	Change:       "変更",
	ChangeAnswer: func(question string) string { return "回答を変更: " + question },
	StartAgain:   "最初からやり直す",
	ShownTitle:   "回答からわかること",
	ThenTitle:    "次にすること",
	OutsideTitle: "含まれないもの",
	WhomTitle:    "問い合わせ先",
	AcceptsLabel: "対応言語",
	WindowLabel: func(open bool, zone string) string {
		if open {
			return "いまの受付時間帯(" + zone + ")"
		}
		return "次の受付時間帯(" + zone + ")"
	},
	OpenNow:       "いま受付時間内です",
	ClosedNow:     "いまは受付時間外です",
	DaysNotStated: "曜日と休日は規定に記載がありません。月曜から金曜とみなしています。",
	RequestTitle:  "送る文面",
	RequestLead:   "入力した内容は文面にだけ入り、アドレスや外部には出ません。",
	WriteIn: func(language string) string {
		if language == "en" {
			return "この窓口は英語だけを受け付けます。英語の文面を送ってください。"
		}
		return "日本語の文面を送ってください。英語は内容の確認用です。"
	},
	LanguageLabel: "文面の言語",
	WholeFlow: func(questions, outcomes int) string {
		return fmt.Sprintf("質問と結果の一覧(質問%d・結果%d)", questions, outcomes)
	},
	OutcomesTitle:  "結果",
	RequestTo:      "宛先: ",
	RequestSubject: "件名: ",
	RequestOpen:    "お世話になっております。下記のとおり一次切り分けを行いましたので、ご確認をお願いいたします。",
	RequestInfo:    "お知らせする情報",
	RequestLog:     "一次切り分けの結果",
	RequestShown:   "切り分けからわかること",
	RequestClose:   "以上、よろしくお願いいたします。",
	RequestBlank:   "(未記入)",

	Rules: map[policy.Rule]func(Params, string) string{
		policy.RuleClause: func(_ Params, clause string) string { return clause },
		policy.RuleProductUnknown: func(p Params, _ string) string {
			return "「" + p.Text("typed") + "」という製品はカタログにありません。製品名を確認してください。"
		},
		policy.RuleProductCandidates: func(p Params, _ string) string {
			return "「" + p.Text("typed") + "」だけでは製品を特定できません。次の中から選んでください。"
		},
		policy.RuleVersionInvalid: func(p Params, _ string) string {
			return "「" + p.Text("typed") + "」はバージョンとして読めません。X.Y.Z または X.Y.Z-r の形(例: 3.34.4)で入力してください。"
		},
		policy.RuleNoVersionRule: func(p Params, _ string) string {
			return p.Text("product") + "のバージョンについて、規定に記載がありません。ベンダーに確認してください。"
		},
		policy.RuleListed: func(p Params, _ string) string {
			return p.Text("version") + "は" + p.Day("day") + "に公開され、対象バージョンの表に載っています。"
		},
		policy.RuleSameNumber: func(p Params, _ string) string {
			return p.Text("typed") + "は、表の" + p.Text("printed") + "と同じ番号です。"
		},
		policy.RuleSameBugfix: func(p Params, _ string) string {
			return "より新しい" + p.Text("recommended") + "がありますが、バグフィックス番号(Z)が同じなので" + p.Text("version") + "も対象です。"
		},
		policy.RuleRevisionIgnored: func(p Params, _ string) string {
			return "リビジョン(r)は判定に使いません。" + p.Text("version") + "なら、どのリビジョンも対象です。"
		},
		policy.RuleSixMonthsLiteral: func(p Params, _ string) string {
			return "6か月の規定を文字どおりに読むと、" + p.Day("deadline") + "までに" + p.Text("recommended") + "への更新が必要とも読めます。表に載っているため対象と判断しました。"
		},
		policy.RuleLowerBugfix: func(p Params, _ string) string {
			return "バグフィックス番号(Z)が" + p.Number("own") + "で、対象の" + p.Number("largest") + "より小さいため、対象から外れています。"
		},
		policy.RuleHardwareGrace: func(p Params, _ string) string {
			return "後継の定期リリース(" + p.Day("day") + ")から" + p.Number("months") + "か月の" + p.Day("deadline") + "までに更新すれば、修理・交換は対象のままです。"
		},
		policy.RuleGraceOver: func(p Params, _ string) string {
			return "後継の定期リリース(" + p.Day("day") + ")から" + p.Number("months") + "か月の更新期限(" + p.Day("deadline") + ")を過ぎています。"
		},
		policy.RuleQuestionsRefused: func(Params, string) string {
			return "対象外のバージョンについての質問には、回答が得られません。"
		},
		policy.RuleUpdateFirst: func(p Params, _ string) string {
			return "先に" + p.List("versions") + "のいずれかに更新してから、動作確認や調査を依頼してください。"
		},
		policy.RuleUnlisted: func(p Params, _ string) string {
			return p.Text("version") + "は" + p.Text("product") + "の表に載っていません。番号を確かめるか、ベンダーに確認してください。"
		},
		policy.RuleNewerThanTable: func(p Params, _ string) string {
			return p.Text("version") + "は、表で最も新しい" + p.Text("newest") + "(" + p.Day("day") + ")より新しく見えます。表のあとに公開された可能性があります。"
		},
		policy.RuleMajorNotListed: func(p Params, _ string) string {
			return p.Text("product") + "の表にメジャー番号" + p.Number("major") + "はなく、" + p.List("listed") + "だけです。製品名を確かめてください。"
		},
		policy.RuleListedElsewhere: func(p Params, _ string) string {
			return p.Text("version") + "は、" + p.List("products") + "の表に載っています。製品名の取り違えがないか確かめてください。"
		},
		policy.RuleTablesConflict: func(p Params, _ string) string {
			return p.Text("version") + "(" + p.Day("day") + ")は、仮想アプライアンスの古い表だけに載っています。新しい表は" + p.List("versions") + "を対象としているため、対象外とみなして更新し、ベンダーに確認してください。"
		},
		policy.RuleBeforeTable: func(p Params, _ string) string {
			return "表の記載は" + p.Day("day") + "からで、" + p.Day("on") + "時点のことはわかりません。"
		},
		policy.RuleEndOfSaleRemarked: func(Params, string) string {
			return "表に販売終了の備考があります。終了日は載っていないため、保守の終了時期は計算できません。ベンダーの販売終了品ページで確認してください。"
		},
		policy.RuleOnSale: func(Params, string) string { return "表に販売終了の備考はありません。" },

		policy.RuleRequirement: func(_ Params, clause string) string { return clause + "(満たしています)" },
		policy.RuleRequirementNotMet: func(p Params, clause string) string {
			if p.Has("remedy") {
				return clause + "(満たしていません。対応: " + p.Words("remedy") + ")"
			}
			return clause + "(満たしていません)"
		},
		policy.RuleRequirementOpen: func(_ Params, clause string) string { return clause + "(回答しだいで決まります)" },
		policy.RuleNote:            func(_ Params, clause string) string { return clause },

		policy.RulePoolOverTerm: func(Params, string) string {
			return "契約のチケットは、期間を通していつでも使えます。残りは満了日に失効します。"
		},
		policy.RuleAddOnUnderContract: func(Params, string) string {
			return "追加チケットは契約中だけ買え、契約の満了日までに使うものとして数えます。"
		},
		policy.RuleSpotWithoutContract: func(Params, string) string {
			return "スポットチケットは契約のない期間だけ買えます。必要になったときに1枚ずつ買うものとして数えます。"
		},
		policy.RuleOneContract: func(Params, string) string { return "年間契約は同時に1つとして計算しています。" },
		policy.RuleGapAllowed: func(Params, string) string {
			return "契約のない年を挟んでも、再契約に費用はかからないものとしています。ご契約前に確認してください。"
		},
		policy.RuleTicketsPerCase: func(Params, string) string {
			return "1件に何枚のチケットが要るかは公開されておらず、提供元が決めます。"
		},
		policy.RuleContractThroughout: func(Params, string) string {
			return "導入型でマイナーバージョンが必要なため、全期間を契約でまかないます。"
		},

		policy.RulePhaseRuns: func(p Params, _ string) string {
			if p.Has("until") {
				return p.Words("release") + "の" + p.Words("phase") + "は" + p.Day("until") + "まで(当日を含む)です。"
			}
			return p.Words("release") + "の" + p.Words("phase") + "は続いており、終了日は発表されていません。"
		},
		policy.RulePhaseEnded: func(p Params, _ string) string {
			if p.Has("until") {
				return p.Words("release") + "の" + p.Words("phase") + "は" + p.Day("until") + "で終了しました。"
			}
			return p.Words("release") + "の" + p.Words("phase") + "は終了しています(終了日の記載なし)。"
		},
		policy.RuleReleaseUnlisted: func(p Params, _ string) string {
			return p.Text("product") + "の" + p.Text("version") + "について、サポート期間の記載がありません。"
		},
		policy.RuleHotfixWithheld: func(Params, string) string {
			return "配布されたホットフィックスを適用するまで、その不具合への対応はありません。バージョンの判定は変わりません。"
		},
		policy.RulePeriod: func(p Params, clause string) string {
			return p.Words("name") + ": " + p.Day("begins") + "から" + p.Day("until") + "まで(両日を含む)。" + clause
		},
		policy.RuleBoundaryDay: func(p Params, _ string) string {
			return p.Day("day") + "は満了の応当日です。最終日とも、終了後の初日とも読めます。当てにする前にメーカへ確認してください。"
		},
		policy.RuleAnchorAssumed: func(p Params, _ string) string {
			return "わかっている日が1つだけのため、販売終了の告知日と終了日を同じ" + p.Day("day") + "とみなしています。"
		},
		policy.RuleAnchorsMissing: func(Params, string) string {
			return "販売終了の告知日か終了日がわかれば、期間を計算できます。メーカの販売終了品のページで確認してください。"
		},
		policy.RuleLaterCounts: func(p Params, _ string) string {
			return "サービスの期間は2通りあり、遅いほうの" + p.Day("until") + "までとみています。"
		},
		policy.RuleContractOutlives: func(p Params, _ string) string {
			return "契約は" + p.Day("contract") + "まで、販売終了後のサービスは" + p.Day("until") + "までです。どちらが優先するかは書かれていません。早いほうを見込んで、メーカに確認してください。"
		},
		policy.RuleContractEnds: func(p Params, _ string) string {
			return "契約は" + p.Day("until") + "まで(当日を含む)です。"
		},
		policy.RuleReleased: func(p Params, _ string) string {
			return p.Words("release") + "の公開日は" + p.Day("day") + "です。"
		},
		policy.RuleLogKept: func(p Params, _ string) string {
			return p.Text("version") + "のバグ修正番号は" + p.Number("own") + "で、系列のなかで最大です。"
		},
		policy.RuleLogDropped: func(p Params, _ string) string {
			since := ""
			if p.Has("day") {
				since = "(" + p.Day("day") + ")"
			}
			return p.Text("version") + "のバグ修正番号は" + p.Number("own") + "です。定期リリース" + p.Text("by") + since + "の番号が" + p.Number("largest") + "のため、対象から外れます。"
		},
		policy.RuleLogHotfix: func(p Params, _ string) string {
			return p.Text("version") + "は" + p.Text("of") + "のホットフィックスです。元のリリースが対象のあいだは対象で、ほかのリリースを外すことはありません。"
		},
		policy.RuleLogHotfixBase: func(p Params, _ string) string {
			return "ホットフィックス" + p.Text("version") + "の元になる定期リリースが一覧にありません。ホットフィックスで変わるのはリビジョンだけです。記入を確かめてください。"
		},
		policy.RuleReleaseAmbiguous: func(p Params, _ string) string {
			return p.Text("version") + "は" + p.Text("product") + "の複数のリリースに当てはまります。お使いのものを選んでください。"
		},
		policy.RuleFixedInNewest: func(Params, string) string {
			return "不具合の修正は最新バージョンだけに入ります。バージョンごとの期限は公開されていません。"
		},

		policy.RuleFlat:    func(p Params, _ string) string { return "一律 " + p.Yen("amount") },
		policy.RuleBaseFee: func(p Params, _ string) string { return "固定の基本料金 " + p.Yen("amount") },
		policy.RuleWholeLots: func(p Params, _ string) string {
			return p.Number("units") + "単位 → " + p.Number("lot") + "単位ごとの口で" + p.Number("lots") + "口 × " + p.Yen("price")
		},
		policy.RuleUnusedLapse: func(p Params, _ string) string {
			return "余る" + p.Number("unused") + "単位は購入から" + p.Number("months") + "か月で失効し、繰り越せません。"
		},
		policy.RuleBandInitial: func(p Params, _ string) string {
			return p.Number("quantity") + "は" + p.Number("from") + "〜" + p.Number("upTo") + "の区分: 初期費用 " + p.Yen("amount")
		},
		policy.RuleBandMonthly: func(p Params, _ string) string {
			return "同じ区分の月額 " + p.Yen("monthly") + " × " + p.Number("months") + "か月"
		},
		policy.RuleAboveBands: func(p Params, _ string) string {
			return p.Number("most") + "を超える料金は記載がありません。見積を依頼してください。"
		},
		policy.RuleSlice: func(p Params, _ string) string {
			return p.Number("from") + "〜" + p.Number("upTo") + "の" + p.Number("quantity") + " × " + p.Yen("unit") + " + " + p.Yen("flat")
		},
		policy.RulePercentOf: func(p Params, _ string) string { return p.Words("of") + " " + p.Yen("base") + " × " + p.Text("rate") },
		policy.RuleMinimum:   func(p Params, _ string) string { return "最低料金 " + p.Yen("minimum") + "を適用" },
		policy.RuleTimeCharged: func(p Params, _ string) string {
			s := p.Number("minutes") + "分 → " + p.Number("charged") + "分として、1時間" + p.Yen("perHour")
			if p.Has("other") {
				s += "(分単位の計算なら" + p.Yen("other") + ")"
			}
			return s
		},
		policy.RuleOnRequest: func(Params, string) string {
			return "料金は公開されていません。見積を依頼してください。"
		},
		policy.RuleTaxInclusive: func(Params, string) string { return "表示価格は税込です。" },
		policy.RuleTaxNotStated: func(Params, string) string {
			return "税込か税別かの記載がありません。税は加えていません。"
		},

		policy.RulePerUnit: func(p Params, _ string) string {
			return "単価" + p.Yen("unit") + " × 数量" + p.Number("quantity")
		},
		policy.RuleTaxExclusive: func(Params, string) string { return "表示価格は税別です。" },
		policy.RuleTaxOncePerRate: func(p Params, _ string) string {
			return "税率ごとに1回: " + p.Yen("base") + " × " + p.Text("rate")
		},
		policy.RuleNoTaxRate: func(p Params, _ string) string {
			return p.Day("on") + "の税率がわからないため、消費税を加えていません。"
		},
		policy.RuleListUndated: func(Params, string) string {
			return "料金表に適用開始日の記載がありません。保存した写しの金額なので、発注前に確認してください。"
		},
	},
}

func zoneJa(zone string) string {
	switch zone {
	case "Asia/Tokyo":
		return "日本時間"
	case "Europe/Copenhagen":
		return "デンマーク時間"
	default:
		return zone
	}
}
