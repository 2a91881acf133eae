package i18n_test

import (
	"testing"

	"madoguchi/app/i18n"
	"madoguchi/policy"
)

func TestWords_EventName(t *testing.T) {
	name := policy.Params{"name": policy.WordsValue(policy.Text{Ja: "修理", En: "Repair"})}
	phase := policy.Params{"phase": policy.WordsValue(policy.Text{Ja: "通常サポート", En: "Full support"})}
	for _, tt := range []struct {
		id     string
		params policy.Params
		ja, en string
	}{
		{policy.EventGrace, nil, "更新期限", "last day to update"},
		{policy.EventPhase + "full", phase, "通常サポートの最終日", "Full support, last day"},
		{policy.EventPeriod + "repair", name, "修理の最終日", "Repair, last day"},
		{policy.EventContract, nil, "契約の最終日", "last day of the contract"},
		{policy.EventDeadline + "return", name, "修理の期限", "Repair, deadline"},
		{policy.EventReleased, nil, "公開", "published"},
	} {
		e := policy.Event{ID: tt.id, Reason: policy.Reason{Params: tt.params}}
		if ja, en := i18n.Of(i18n.Ja).EventName(e), i18n.Of(i18n.En).EventName(e); ja != tt.ja || en != tt.en {
			t.Errorf("EventName(%s) = %q and %q, want %q and %q", tt.id, ja, en, tt.ja, tt.en)
		}
	}
}
