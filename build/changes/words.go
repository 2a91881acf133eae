package changes

import (
	"cmp"
	"fmt"
	"reflect"
	"strings"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

// word is a word in each language.
type word struct{ en, ja string }

func (x word) in(w *i18n.Words) string {
	if w.Lang == i18n.En {
		return x.en
	}
	return x.ja
}

// wordIn is the word for the first of some keys that has one.
func wordIn(w *i18n.Words, keys ...string) string {
	for _, k := range keys {
		if x, ok := words[k]; ok {
			return x.in(w)
		}
	}
	return keys[len(keys)-1] // an id, such as that of a question that is gone
}

func (d *differ) word(keys ...string) string { return wordIn(d.w, keys...) }

func (d *differ) wordOf(f field) string { return d.word(f.owner+"."+f.key, f.key) }

// kindOf is the word for one entry of a list, or for what stands under a key;
// empty where it needs none.
func (d *differ) kindOf(f field) string {
	if f.Type.Elem() == reflect.TypeFor[policy.Note]() {
		return kinds["Note."+f.key].in(d.w)
	}
	return kinds[f.Type.Elem().Name()].in(d.w)
}

// valueIn is the word for a value of a closed set. What has none, such as an id, is
// shown as it is.
func valueIn(w *i18n.Words, set, value string) string {
	switch set { // the portal has words for these
	case "Basis":
		return w.Basis[cmp.Or(policy.Basis(value), policy.BasisStated)]
	case "Has":
		return cmp.Or(w.Has[policy.Has(value)], value)
	case "Job":
		return cmp.Or(w.Job[value].Name, value)
	}
	if x, ok := values[set][value]; ok {
		return x.in(w)
	}
	return value
}

// kinds are the words for entries of lists and for facts of several parts, by
// type; for remarks by the key under which they stand.
var kinds = map[string]word{
	"Source": {"source", "出典"}, "Assumption": {"assumption", "前提"}, "TaxRate": {"tax rate", "税率"},
	"Question": {"question", "質問"}, "Option": {"answer", "選択肢"},
	"Family": {"product family", "製品群"}, "Product": {"product", "製品"},
	"PhaseName": {"phase", "段階"}, "Release": {"version", "バージョン"}, "DatedPhase": {"phase", "段階"},
	"VersionRule": {"rule for versions", "バージョンの規則"}, "Clause": {"step", "判断の段階"},
	"LifecycleRule": {"life cycle", "ライフサイクル"}, "Period": {"period", "期間"},
	"Feature": {"row of the plan table", "プラン表の項目"}, "Plan": {"plan", "プラン"}, "Cell": {"row", "項目"},
	"Supply": {"tickets", "チケット"}, "Requirement": {"requirement", "条件"},
	"TermRule": {"contract terms", "契約期間"}, "Lump": {"lump contract", "一括契約"},
	"PriceList": {"price list", "料金表"}, "Price": {"price of", "料金"},
	"Band": {"band", "区分"}, "Slice": {"slice", "区分"}, "PercentSlice": {"slice", "区分"},
	"CoverRule": {"combining plans", "プランの組み合わせ"}, "Advice": {"advice for", "お勧め"},
	"Topic": {"topic", "相談内容"}, "Scope": {"scope list", "対象範囲の一覧"}, "ScopeClause": {"entry", "項目"},
	"Closing": {"end of a case", "対応の終了"},
	"Channel": {"desk", "窓口"}, "Hours": {"hours", "受付時間"}, "Calendar": {"business days", "営業日"}, "Closure": {"closure", "休業"},
	"Information": {"required information", "必要な情報"},
	"Procedure":   {"procedure", "手順"}, "ProcedureStep": {"step", "段階"}, "Deadline": {"time limit", "期限"},
	"Shipping": {"shipping of", "送料"}, "Address": {"address", "送付先"},
	"Flow": {"triage", "切り分け"}, "Outcome": {"outcome", "結果"},
	"Notice": {"notice", "注意"}, "Gap": {"open point", "記載のない点"},

	"Note.notes": {"note", "補足"}, "Note.footnotes": {"footnote", "注"}, "Note.rules": {"rule", "規則"}, "Note.returns": {"return", "返却"},
	"Note.findings": {"finding", "わかること"}, "Note.then": {"next step", "次にすること"}, "Note.outside": {"exclusion", "含まないもの"},
}

// words are the words for keys, by type where it matters; for a type with a point
// behind it, of the fact that some of its keys make together. Where a word is
// empty, the value says it all.
var words = map[string]word{
	"name": {"name", "名称"}, "title": {"title", "題名"}, "summary": {"summary", "概要"}, "text": {"text", "内容"},
	"basis": {"how it is known", "根拠"}, "assumptions": {"assumptions", "前提"}, "when": {"applies", "適用"},
	"accepts": {"languages", "受付言語"}, "zone": {"time zone", "タイムゾーン"}, "link": {"link", "リンク"},
	"plans": {"plans", "対象のプラン"}, "prepare": {"information to have at hand", "用意する情報"}, "jobs": {"told under", "表示する場面"},
	"verdict": {"verdict", "判定"}, "rate": {"tax rate", "税率"}, "from": {"from", "開始日"}, "until": {"until", "最終日"},

	"publisher": {"publisher", "発行元"}, "captured": {"captured on", "取得日"}, "noOlderThan": {"no older than", "内容の最新日"}, "note": {"note", "備考"},
	"taxRounding": {"rounding of tax", "消費税の端数"}, "TaxRate.kind": {"kind", "種類"},

	"Question.kind": {"answered by", "回答の形"}, "why": {"why it is asked", "質問の理由"}, "help": {"where to find it", "調べ方"},
	"dontKnow": {"“I don't know” is offered", "「わからない」の選択肢"}, "hint": {"hint", "補足"},
	"ask": {"questions", "質問"}, policy.FactDemandShape: {"tickets from year to year", "年ごとのチケット数"}, policy.FactDemandPeak: {"tickets in the busiest year", "最も多い年のチケット数"},

	"within": {"part of", "上位の製品群"}, "aliases": {"other names", "別名"}, "family": {"product family", "製品群"}, "form": {"form", "形態"},
	"Product.rule": {"rule for versions", "バージョンの規則"}, "lifecycle": {"life cycle", "ライフサイクル"}, "endOfSale": {"sale", "販売"},
	"versionCommand": {"how to see the version", "バージョンの調べ方"}, "PhaseName.kind": {"kind", "種類"},
	"version": {"", ""}, "codename": {"code name", "コードネーム"}, "day": {"published", "公開日"},
	"latest": {"newest patch", "最新のパッチ"}, "latestDay": {"newest patch of", "最新のパッチの日"},
	"longTerm": {"long-term support", "長期サポート"}, "longTermFrom": {"long-term support from", "長期サポートの開始"},
	"standing": {"in the vendor's tables", "表の扱い"}, "DatedPhase.": {"", ""}, "DatedPhase.phase": {"", ""}, "state": {"", ""},
	"model": {"supported is", "対象の決まり方"}, "graceMonths": {"months to update", "更新の猶予(月)"}, "recommended": {"recommended version", "推奨バージョン"},
	"Clause.rule": {"step", "段階"}, "Period.": {"time", "期間"}, "Period.phase": {"called", "段階"},

	"code": {"code", "記号"}, "term": {"contract terms", "契約期間"}, "remedy": {"what would meet it", "満たすには"},
	"Cell.": {"", ""}, "Cell.feature": {"", ""}, "Cell.has": {"", ""}, "Cell.text": {"", ""},
	"role": {"bought", "購入できる時"}, "Supply.months": {"months of validity", "有効期間(月)"}, "tickets": {"number", "枚数"}, "minorVersions": {"minor versions", "マイナーバージョンアップ"},
	"unitMonths": {"months of one contract", "1契約の月数"}, "ceilingMonths": {"longest time in months", "最長の月数"},
	"startWithinDays": {"days within which it starts", "開始までの日数"}, "startAnchor": {"counted from", "起算日"},
	"years": {"years", "年数"}, "at": {"taken out at", "契約できる時"}, "unless": {"not offered", "対象外"},

	"tax": {"prices are", "消費税"}, "Price.plan": {"", ""}, "PercentPrice.rate": {"rate", "割合"}, "PercentSlice.rate": {"rate", "割合"},
	"FlatPrice.amount": {"price", "料金"}, "UnitPrice.amount": {"price per unit", "単価"}, "base": {"base fee", "基本料金"}, "unit": {"price per unit", "単価"},
	"lot": {"units in a lot", "1口の単位数"}, "PackagePrice.months": {"months of validity", "有効期間(月)"}, "commitMonths": {"months of a contract", "契約の月数"},
	"upTo": {"up to", "上限"}, "initial": {"initial fee", "初期費用"}, "monthly": {"monthly fee", "月額"}, "flat": {"fixed fee", "固定料金"},
	"of": {"part of", "割合の対象"}, "minimum": {"minimum fee", "最低料金"}, "rounding": {"rounding", "端数"},
	"perHour": {"price per hour", "1時間の料金"}, "minimumMinutes": {"minutes charged at least", "最低の課金時間(分)"}, "readings": {"time is charged", "課金の単位"},
	"OnRequestPrice.text": {"on request", "要見積"}, "contractWhen": {"contract needed throughout", "継続契約が必要"}, "case": {"case", "想定"},

	"examples": {"only examples are listed", "例示のみ"}, "number": {"number", "番号"}, "topics": {"topics", "相談内容"}, "ticket": {"tickets", "チケット"},
	"means": {"means", "連絡手段"}, "reach": {"how to find the address", "連絡先の調べ方"}, "Hours.": {"", ""},
	"holidays": {"open on public holidays", "祝日の営業"}, "validUntil": {"closures are known until", "休業日がわかる最終日"}, "Closure.": {"", ""}, "Closure.to": {"to", "終了日"},
	"where": {"where to find it", "調べ方"}, "example": {"example", "例"}, "personal": {"kept out of links", "リンクに含めない"},
	"who": {"done by", "担当"}, "channel": {"desk", "窓口"}, "what": {"parcel", "荷物"}, "pays": {"paid by", "負担"},
	"postalCode": {"postal code", "郵便番号"}, "lines": {"address", "住所"}, "telephone": {"telephone", "電話番号"},
	"event": {"counted from", "起点"}, "promise": {"how firm", "確度"}, "Deadline.": {"counted", "数え方"}, "Deadline.kind": {"", ""},
	"cutOff": {"cut-off", "締切"}, "days": {"days", "日数"}, "untilDays": {"up to", "最長"}, "hours": {"hours", "時間数"}, "months": {"months", "月数"},
	"procedure": {"procedure", "手順"}, "subject": {"subject of the request", "依頼の件名"}, "Gap.ask": {"whom to ask", "問い合わせ先"},
}

// values are the words for the values of closed sets, by type.
var values = map[string]map[string]word{
	"bool":                 {"true": {"yes", "はい"}, "false": {"no", "いいえ"}},
	"taxRates":             {"standard": {"standard rate", "標準税率"}, "reduced": {"reduced rate", "軽減税率"}},
	policy.FactDemandShape: {"none": {"none", "なし"}, "falling": {"falling", "減少"}, "other": {"other", "そのほか"}},
	"QuestionKind":         {"choice": {"choosing", "選択"}, "number": {"a number", "数"}, "day": {"a day", "日付"}},
	"PhaseKind":            {"": {"support for everybody", "全員へのサポート"}, "paid": {"support bought in addition", "有償のサポート"}, "sale": {"sale", "販売"}},
	"Form":                 {"hardware": {"device", "機器"}, "virtual": {"virtual appliance", "仮想アプライアンス"}, "software": {"software", "ソフトウェア"}, "service": {"service", "サービス"}},
	"EndOfSale":            {"": {"no remark", "備考なし"}, "remarked": {"no longer sold", "販売終了"}},
	"Standing":             {"": {"listed", "記載"}, "conflict": {"contradicted by another table", "別の表と矛盾"}},
	"PhaseState":           {"running": {"running, no end announced", "継続中(終了日の発表なし)"}, "ended": {"ended, day not printed", "終了(日の記載なし)"}},
	"VersionModel":         {"largest-bugfix": {"the largest bug-fix number", "最大のバグ修正番号"}, "dated": {"by the days of each version", "バージョンごとの期日"}, "newest-only": {"the newest version only", "最新版のみ"}},
	"Anchor":               {"announced": {"the announcement of the end of sale", "販売終了の告知"}, "end-of-sale": {"the end of sale", "販売終了"}, "purchased": {"purchase", "購入"}},
	"Phase":                {"normal": {"normal", "通常"}, "limited": {"limited", "限定"}, "limited_assumed": {"limited (assumed)", "限定(前提による)"}, "extended": {"extended", "延長"}, "ended": {"ended", "終了"}},
	"SupplyRole":           {"contract": {"at any time, as a contract", "いつでも(契約)"}, "add-on": {"only under a contract", "契約中のみ"}, "spot": {"only without a contract", "契約のない時のみ"}},
	"TermMoment":           {"purchase": {"purchase", "購入時"}, "renewal": {"renewal", "更新時"}},
	"StartAnchor":          {"shipped": {"shipment", "出荷"}, "registered": {"registration", "登録"}},
	"TermVerdict":          {"": {"allowed", "可"}, "allowed": {"allowed", "可"}, "not_allowed": {"not allowed then", "その時は不可"}, "not_offered": {"not offered", "取り扱いなし"}, "confirm": {"to be confirmed", "要確認"}},
	"TaxTreatment":         {"exclusive": {"before tax", "税別"}, "inclusive": {"with tax", "税込"}, "not-stated": {"not said to be before or with tax", "税別か税込かの記載なし"}},
	"Rounding":             {"": {"not stated", "記載なし"}, "down": {"down", "切捨て"}, "half-up": {"half up", "四捨五入"}, "up": {"up", "切上げ"}},
	"TimeReading":          {"increment": {"in steps of the minimum", "最低単位ごと"}, "pro-rata": {"by the minute", "分単位"}},
	"ScopeVerdict":         {"in": {"in", "対象"}, "out": {"out", "対象外"}, "conditional": {"on a condition", "条件付き"}, "not_listed": {"not listed", "記載なし"}, "confirm": {"to be confirmed", "要確認"}, "closed": {"case closed", "対応終了"}},
	"Ticket":               {"consumes": {"takes tickets", "消費する"}, "no_ticket": {"takes none", "消費しない"}, "vendor_decides": {"decided by the vendor", "ベンダーが判断"}, "not_applicable": {"not applicable", "該当なし"}, "not_stated": {"not stated", "記載なし"}},
	"Party":                {"customer": {"customer", "お客様"}, "vendor": {"vendor", "ベンダー"}, "sender": {"whoever sends it", "発送する側"}, "not-stated": {"not stated", "記載なし"}},
	"DeadlineKind":         {"cut-off": {"same day until a cut-off", "締切までは当日"}, "business-days": {"in business days", "営業日"}, "hours": {"in hours", "時間"}, "months": {"in months", "月"}, "none": {"no day set", "期日なし"}},
	"Promise":              {"firm": {"firm", "確約"}, "target": {"target", "目標"}, "guide": {"rough idea", "目安"}},
}

// phrases put words together.
type phrases struct {
	comma, colon, period       string
	everybody, vendor, nothing string
	tooManyPaths               string

	quote     func(s string) string
	named     func(kind, name string) string // the kind may be empty
	coded     func(code, name string) string
	taxRate   func(kind, from string) string
	years     func(n int) string
	months    func(anchor string, from, until int) string
	revision  func(old, new string) string
	added     func(what, detail string) string // detail may be empty
	removed   func(what, detail string) string
	exchanged func(what, come, gone string) string    // one may be empty
	applies   func(what, with, without string) string // where it now does, and no longer does; may be empty
	order     func(what, names string) string         // names are in the new order
	with      func(facts string, open bool) string    // an example of answers; may be empty, and then open: unanswered
	ordered   func(plan string) string                // that stands in the same order; empty: none does
	asOf      func(day, said string) string           // said may be old → new
	rerouted  func(n int, old, new, eg string) string // old or new is empty where there is no such path
}

func sayIn(w *i18n.Words) *phrases {
	if w.Lang == i18n.En {
		return english
	}
	return japanese
}

var english = &phrases{
	comma: ", ", colon: ": ", period: "; ",
	everybody: "All vendors", vendor: "vendor", nothing: "no difference that a customer would notice",
	tooManyPaths: "there are too many paths to compare them all",
	quote:        func(s string) string { return "“" + s + "”" },
	named:        func(kind, name string) string { return strings.TrimSpace(kind + " " + name) },
	coded:        func(code, name string) string { return code + " (" + name + ")" },
	taxRate:      func(kind, from string) string { return "(" + kind + ") from " + from },
	years:        func(n int) string { return fmt.Sprintf("of %d years", n) },
	months: func(anchor string, from, until int) string {
		return fmt.Sprintf("months %d–%d from %s", from, until, anchor)
	},
	revision: func(old, new string) string { return fmt.Sprintf(" (revision %s → %s)", old, new) },
	added:    func(what, detail string) string { return what + " added" + after(": ", detail) },
	removed:  func(what, detail string) string { return what + " removed" + after(": ", detail) },
	exchanged: func(what, come, gone string) string {
		return what + ":" + after(" now also ", come) + between(come, gone, ";") + after(" no longer ", gone)
	},
	applies: func(what, with, without string) string {
		if with == "" && without == "" {
			return what + " in other cases than before"
		}
		return what + ":" + after(" now ", with) + between(with, without, ";") + after(" no longer ", without)
	},
	order: func(what, names string) string { return "another order (" + what + "): " + names },
	with: func(facts string, open bool) string {
		switch {
		case facts == "" && open:
			return "while nothing is answered"
		case facts == "":
			return "whatever is answered"
		}
		return "e.g. with " + facts
	},
	ordered: func(plan string) string {
		if plan == "" {
			return "ordered by itself"
		}
		return "ordered together with " + plan
	},
	asOf: func(day, said string) string { return "on " + day + ": " + said },
	rerouted: func(n int, old, new, eg string) string {
		paths, end := fmt.Sprintf("%d paths", n), "end"
		if n == 1 {
			paths, end = "1 path", "ends"
		}
		switch {
		case old == "":
			return "new: " + paths + " to " + new + ", such as " + eg
		case new == "":
			return "gone: " + paths + " to " + old + ", such as " + eg
		default:
			return paths + " that ended at " + old + " now " + end + " at " + new + ", such as " + eg
		}
	},
}

var japanese = &phrases{
	comma: "、", colon: ": ", period: "。",
	everybody: "各社共通", vendor: "ベンダー", nothing: "お客様が気づく違いはありません",
	tooManyPaths: "経路が多く、すべては比べられません",
	quote:        func(s string) string { return "「" + s + "」" },
	named: func(kind, name string) string {
		if kind == "" || name == "" || strings.HasPrefix(name, "「") || strings.HasPrefix(name, "(") {
			return kind + name
		}
		return kind + " " + name
	},
	coded:   func(code, name string) string { return code + "(" + name + ")" },
	taxRate: func(kind, from string) string { return "(" + kind + "、" + from + "から)" },
	years:   func(n int) string { return fmt.Sprintf("%d年", n) },
	months: func(anchor string, from, until int) string {
		return fmt.Sprintf("%sから%d〜%dか月", anchor, from, until)
	},
	revision: func(old, new string) string { return fmt.Sprintf("(第%s版 → 第%s版)", old, new) },
	added:    func(what, detail string) string { return what + "を追加" + after(": ", detail) },
	removed:  func(what, detail string) string { return what + "を削除" + after(": ", detail) },
	exchanged: func(what, come, gone string) string {
		return what + ": " + before(come, "を追加") + between(come, gone, "、") + before(gone, "を削除")
	},
	applies: func(what, with, without string) string {
		if with == "" && without == "" {
			return what + ": 場合が変わります"
		}
		return what + ": " + before(with, "を追加") + between(with, without, "、") + before(without, "を除外")
	},
	order: func(what, names string) string { return what + "の順序を変更: " + names },
	with: func(facts string, open bool) string {
		switch {
		case facts == "" && open:
			return "未回答のとき"
		case facts == "":
			return "どの回答でも"
		}
		return facts + " などのとき"
	},
	ordered: func(plan string) string {
		if plan == "" {
			return "単独の注文"
		}
		return plan + "と同時の注文"
	},
	asOf: func(day, said string) string { return day + "時点: " + said },
	rerouted: func(n int, old, new, eg string) string {
		switch {
		case old == "":
			return fmt.Sprintf("%sへの%d通りを追加。例: %s", new, n, eg)
		case new == "":
			return fmt.Sprintf("%sへの%d通りを削除。例: %s", old, n, eg)
		default:
			return fmt.Sprintf("%sで終わっていた%d通りが、%sで終わるように変更。例: %s", old, n, new, eg)
		}
	},
}

// after and before put text around what may be empty, between where neither is.

func after(lead, s string) string {
	if s == "" {
		return ""
	}
	return lead + s
}

func before(s, tail string) string {
	if s == "" {
		return ""
	}
	return s + tail
}

func between(a, b, mark string) string {
	if a == "" || b == "" {
		return ""
	}
	return mark
}
