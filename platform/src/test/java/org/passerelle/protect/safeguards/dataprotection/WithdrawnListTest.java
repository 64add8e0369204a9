package org.passerelle.protect.safeguards.dataprotection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** The list of disclosures also shows what was recalled, and whether that was confirmed. */
@OnBothDatabases
class WithdrawnListTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Given given;
  private Browser officer;
  private String list;

  @BeforeEach
  void given() {
    scenes = new ReferralScenes(house);
    given = scenes.given();
    officer =
        Member.in(house, given.scene().sender().organisation(), Role.DATA_PROTECTION_OFFICER)
            .browser();
    list = "/protect/cases/" + given.scene().caseId() + "/disclosures";
  }

  @Test
  void listsAWithdrawalAndItsConfirmation() {
    assertThat(officer.get(list).body()).doesNotContain("consent withdrawn");
    house
        .get(Consents.class)
        .withdraw(given.scene().caseId(), given.basis(), given.scene().sender());
    scenes.deliver();
    assertThat(officer.get(list).body()).contains("consent withdrawn", "has not confirmed yet");
    house.get(WithdrawalAnswers.class).acknowledge(given.id(), given.scene().recipient());
    scenes.deliver();
    assertThat(officer.get(list).body())
        .contains("consent withdrawn", "no longer uses it")
        .doesNotContain("has not confirmed yet");
  }

  @Test
  void listsWhatTheSenderRecalled() {
    house.get(Referrals.class).revoke(given.id(), given.scene().sender());
    scenes.deliver();
    assertThat(officer.get(list).body()).contains("taken back").doesNotContain("consent withdrawn");
  }
}
