package org.passerelle.protect.sharing.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Vital interests cannot be upheld by a single tap: three questions are answered and stored. */
@OnBothDatabases
class VitalReviewTest {
  private static final String[] ANSWERS = {
    "necessary", "yes", "least", "no", "follows", "erase", "note", "Too many papers went along"
  };

  @Parameter House house;
  private Browser supervisor;
  private UUID ground;
  private String consents;
  private String page;

  @BeforeEach
  void given() {
    ReferralScenes scenes = new ReferralScenes(house);
    ReferralScenes.Scene scene = scenes.scene("RS", "ngo", "RS", "health");
    ground = scenes.vitalInterests(scene);
    supervisor = Member.in(house, scene.sender().organisation(), Role.SUPERVISOR).browser();
    consents = "/protect/cases/" + scene.caseId() + "/consents";
    page = "/protect/cases/" + scene.caseId() + "/grounds/" + ground + "/review";
  }

  @Test
  void nothingIsProposedAndEachQuestionIsAsked() {
    assertThat(supervisor.get(consents).body()).contains(page).doesNotContain("value=\"true\"");
    assertThat(supervisor.get(page).body()).doesNotContain("checked");
    Browser.Answer without = supervisor.post(page, "upheld", "true", "note", "Half a thought");
    assertThat(without.status()).isEqualTo(422);
    assertThat(without.body())
        .contains("href=\"#necessary\"", "href=\"#least\"", "href=\"#follows\"", "Half a thought");
    assertThat(found()).isNull();
  }

  @Test
  void theAnswersAreEncryptedAndShownWithTheBasis() {
    supervisor.get(page);
    assertThat(supervisor.post(page, with("true", ANSWERS)).status()).isEqualTo(302);
    assertThat(found()).isTrue();
    assertThat(supervisor.get(consents).body())
        .contains("Was it the least that helped?", "Too many papers went along", "erase what went");
    byte[] kept =
        house
            .db()
            .sql("select review from legal_ground where id = :id")
            .param("id", ground)
            .query(byte[].class)
            .single();
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("papers", "erase");
  }

  @Test
  void disclosuresThatCouldHaveWaitedAreNotUpheld() {
    supervisor.get(page);
    String[] answers = ANSWERS.clone();
    answers[1] = "no";
    Browser.Answer refused = supervisor.post(page, with("true", answers));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("it could have waited", "Too many papers");
    assertThat(supervisor.post(page, with("false", answers)).status()).isEqualTo(302);
    assertThat(found()).isFalse();
  }

  private static String[] with(String upheld, String... answers) {
    String[] all = Arrays.copyOf(answers, answers.length + 2);
    all[answers.length] = "upheld";
    all[answers.length + 1] = upheld;
    return all;
  }

  private @Nullable Boolean found() {
    return house.get(LegalGrounds.class).find(ground).orElseThrow().upheld();
  }
}
