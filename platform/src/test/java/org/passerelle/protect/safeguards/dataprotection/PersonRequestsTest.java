package org.passerelle.protect.safeguards.dataprotection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.InClear;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.storage.Vault;

/**
 * A request of a data subject is answered in time; its texts are erased with the person, its record
 * is kept.
 */
@OnBothDatabases
@Tag("slow")
class PersonRequestsTest {
  private static final String HERE = "/protect/data-protection/requests";
  private static final String ASKED = "Asked by her aunt Drenusha";
  @Parameter House house;

  private PersonRequests requests() {
    return house.get(PersonRequests.class);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
  }

  private UUID enter(String kind, @Nullable UUID caseId, LocalDate received, SignedIn who) {
    return requests().enter(new PersonRequest.Draft(kind, caseId, received, ASKED), who);
  }

  @Test
  void theMonthRunsFromTheReceiptAndIsExtendedOnce() {
    SignedIn officer = house.somebody(Role.DATA_PROTECTION_OFFICER);
    // a month after 31 January is the last day of February, not a day in March
    assertThat(PersonRequest.due(LocalDate.of(2026, 1, 31))).isEqualTo("2026-02-28");
    assertThat(PersonRequest.dueExtended(LocalDate.of(2026, 1, 31))).isEqualTo("2026-04-30");
    UUID id = enter("access", null, today().minusDays(20), officer);
    requests().extend(id, "Four hundred pages", today(), officer);
    assertThat(requests().find(id, officer).due()).isEqualTo(today().minusDays(20).plusMonths(3));
    assertThat(requests().words(id, officer).orElseThrow().extension())
        .isEqualTo("Four hundred pages");
    assertThatThrownBy(() -> requests().extend(id, "More", today(), officer))
        .isInstanceOf(Refused.class);
    UUID late = enter("access", null, today().minusDays(40), officer);
    assertThatThrownBy(() -> requests().extend(late, "Too late", today(), officer))
        .isInstanceOf(Refused.class);
    assertThat(new InClear(house).columns("Drenusha")).isEmpty();
    assertThat(new InClear(house).columns("Four hundred pages")).isEmpty();
  }

  @Test
  void aRefusalSaysWhyAndAnAnswerIsGivenOnce() {
    SignedIn officer = house.somebody(Role.DATA_PROTECTION_OFFICER);
    UUID id = enter("erasure", null, today(), officer);
    assertThatThrownBy(() -> requests().answer(id, "refused", today(), "", officer))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> requests().answer(id, "granted", today().minusDays(1), "", officer))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> requests().takeOutWords(id, officer)).isInstanceOf(Refused.class);
    requests().answer(id, "refused", today(), "A court needs the file", officer);
    assertThat(requests().find(id, officer).open()).isFalse();
    assertThatThrownBy(() -> requests().answer(id, "granted", today(), "", officer))
        .isInstanceOf(Refused.class);
    requests().takeOutWords(id, officer);
    assertThat(requests().words(id, officer)).isEmpty();
    assertThat(house.get(Vault.class).holds(id)).isFalse();
    assertThat(requests().find(id, officer).outcome()).isEqualTo("refused");
    SignedIn stranger = house.somebody(Role.DATA_PROTECTION_OFFICER);
    assertThatThrownBy(() -> requests().find(id, stranger)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> requests().words(id, stranger)).isInstanceOf(NotFound.class);
  }

  @Test
  void theWordsGoWithThePersonAndTheProofStays() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    SignedIn officer = house.colleague(scene.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    UUID id = enter("erasure", scene.caseId(), today(), officer);
    scenes.erase(scene, scene.caseId());
    assertThat(house.get(Vault.class).holds(id)).isFalse();
    assertThat(requests().words(id, officer)).isEmpty();
    requests().answer(id, "granted", today(), "", officer);
    PersonRequest stays = requests().find(id, officer);
    assertThat(stays.outcome()).isEqualTo("granted");
    assertThat(stays.code()).isEmpty();
    assertThat(stays.words()).isFalse();
  }

  @Test
  void theOfficerEntersItByTheCodeOfACaseAndReadsOfItToday() {
    ReferralScenes.Scene scene = new ReferralScenes(house).scene("RS", "ngo", "RS", "health");
    String code = house.get(Cases.class).find(scene.caseId(), scene.sender()).code();
    Member officer = Member.in(house, scene.sender().organisation(), Role.DATA_PROTECTION_OFFICER);
    Browser browser = officer.browser();
    browser.get(HERE + "/new");
    Browser.Answer missing =
        browser.post(HERE, "kind", "access", "received", "2019-01-01", "code", "QQQ-QQQ");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.body()).contains("There is no case with the code QQQ-QQQ");
    String received = today().minusDays(25).toString();
    Browser.Answer entered =
        browser.post(HERE, "kind", "access", "received", received, "code", code, "asked", ASKED);
    assertThat(entered.location()).startsWith(HERE + "/");
    assertThat(browser.get(entered.location()).body())
        .contains(code, ASKED, "/protect/cases/" + scene.caseId() + "/held");
    assertThat(browser.get("/").body())
        .contains("Answer a request: Access (article 15)", code)
        .doesNotContain(ASKED);
    assertThat(browser.get(HERE).body()).contains(code).doesNotContain(ASKED);
    browser.get(entered.location());
    assertThat(browser.post(entered.location() + "/answer", "on", today().toString()).status())
        .isEqualTo(422);
    browser.get(entered.location());
    assertThat(
            browser
                .post(
                    entered.location() + "/answer",
                    "outcome",
                    "granted",
                    "on",
                    today().toString(),
                    "answer",
                    "A copy")
                .location())
        .isEqualTo(entered.location());
    assertThat(browser.get("/").body()).doesNotContain("Answer a request");
    UUID id = UUID.fromString(entered.location().substring(HERE.length() + 1));
    assertThat(requests().words(id, Staff.signedIn(officer.user())).orElseThrow().answer())
        .isEqualTo("A copy");
    assertThat(Member.of(house, Role.SUPERVISOR).browser().get(HERE).status()).isEqualTo(404);
    assertThat(
            Member.of(house, Role.DATA_PROTECTION_OFFICER)
                .browser()
                .get(entered.location())
                .status())
        .isEqualTo(404);
  }
}
