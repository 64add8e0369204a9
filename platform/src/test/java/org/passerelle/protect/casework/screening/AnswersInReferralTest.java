package org.passerelle.protect.casework.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.letterbox.LetterboxScenes;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Screening answers are selected for a referral individually and judged by their category. */
@OnBothDatabases
@Tag("slow")
class AnswersInReferralTest {
  @Parameter House house;
  private ReferralScenes scenes;
  private ReferralScenes.Scene scene;
  private Member recipient;
  private Browser sender;
  private UUID draft;

  @BeforeEach
  void screenedAndReferred() {
    scenes = new ReferralScenes(house);
    Member gives = Member.in(house, Staff.organisation(house).id(), Role.CASE_MANAGER);
    sender = gives.browser();
    ReferralScenes.Scene made =
        scenes.scene(Staff.signedIn(gives.user()), "RS", "health", ReferralScenes.file());
    recipient = Member.in(house, made.recipient().organisation(), Role.CASE_MANAGER);
    Answers answers = Given.chosen(Answers.NONE, "age_under_18", "no");
    answers = Given.chosen(answers, "country", "RS");
    answers = Given.chosen(answers, "danger_now", "yes");
    answers = Given.ticked(answers, "act", "transportation");
    answers = Given.ticked(answers, "urgency", "medical_need");
    answers = answers.with("wishes", Answer.of(new Answer.Writing("To sleep indoors")));
    Instant now = house.clock().instant();
    UUID screening =
        house
            .get(Screenings.class)
            .record(made.sender(), "screening-short", answers, now.minusSeconds(300), now);
    UUID file = house.get(CaseFromScreening.class).open(screening, ZoneOffset.UTC, made.sender());
    scene = new ReferralScenes.Scene(made.sender(), Staff.signedIn(recipient.user()), file);
    draft = scenes.draft(scene);
  }

  private UUID consent(String... categories) {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return house
        .get(Consents.class)
        .record(
            scene.caseId(),
            new ConsentDraft(
                true,
                "assistance",
                scene.recipient().organisation(),
                Set.of(categories),
                "adult",
                null,
                "sq",
                false,
                null,
                today,
                today.plusMonths(6),
                ""),
            scene.sender());
  }

  private Referrals referrals() {
    return house.get(Referrals.class);
  }

  private Referral find() {
    return referrals().find(draft, scene.sender());
  }

  private String category(String question) {
    return referrals().answers(find(), scene.sender()).stream()
        .filter(one -> one.question().equals(question))
        .map(ScreenedAnswers.One::category)
        .findFirst()
        .orElse("");
  }

  @Test
  void whatIsChosenArrivesInTheReadersWordsAndNothingElse() {
    UUID basis = consent("case", "health");
    String content = "/protect/referrals/" + draft + "/content";
    assertThat(sender.get(content).body())
        .contains("name=\"answers\" value=\"danger_now\"", "Is the person in danger now? Yes")
        .as("what was written freely stays")
        .doesNotContain("To sleep indoors", "value=\"wishes\"");
    assertThat(
            sender
                .post(
                    content,
                    "basis",
                    basis.toString(),
                    "fields",
                    "age",
                    "answers",
                    "danger_now",
                    "step",
                    "review")
                .location())
        .endsWith("/review");
    assertThat(find().fields()).contains("age", "screened_" + category("danger_now"));
    assertThat(sender.get("/protect/referrals/" + draft + "/review").body())
        .contains("Is the person in danger now? Yes");
    referrals().send(draft, scene.sender());
    scenes.deliver();
    Map<String, List<String>> fields =
        house.get(ReceivedReferrals.class).dossier(draft, scene.recipient()).orElseThrow().fields();
    assertThat(fields.get("screened_case"))
        .singleElement()
        .asString()
        .startsWith("screening-short:")
        .endsWith(":danger_now=yes");
    assertThat(recipient.browser().get("/protect/received/" + draft).body())
        .contains("Is the person in danger now? Yes");
  }

  @Test
  void eachIsJudgedByItsCategory() {
    assertThat(category("danger_now")).isEqualTo("case");
    assertThat(category("urgency")).isEqualTo("health");
    UUID basis = consent("case");
    referrals()
        .choose(draft, List.of("age"), List.of("danger_now", "urgency"), basis, scene.sender());
    assertThat(find().fields()).contains("screened_case", "screened_health");
    assertThatThrownBy(() -> referrals().send(draft, scene.sender())).isInstanceOf(Refused.class);
    referrals().choose(draft, List.of("age"), List.of("danger_now"), basis, scene.sender());
    assertThat(referrals().send(draft, scene.sender())).isEqualTo(Referrals.Sent.LEFT);
  }

  @Test
  void whoNamesTheFieldAloneGivesNothing() {
    UUID basis = consent("case", "health");
    referrals().choose(draft, List.of("age", "screened_health"), basis, scene.sender());
    assertThat(find().fields()).containsExactly("age");
  }

  /** Forms are not available in guests' languages; their page says what is not translated. */
  @Test
  void aGuestReadsWhatTheirLanguageHasAndWhichWordsAreEnglish() {
    UUID letterbox = LetterboxScenes.letterbox(house, "el", "ngo");
    SignedIn reader = new SignedIn(letterbox, "", letterbox, "", Set.of());
    scene = new ReferralScenes.Scene(scene.sender(), reader, scene.caseId());
    draft = scenes.draft(scene);
    referrals()
        .choose(
            draft,
            List.of("age"),
            List.of("danger_now", "act"),
            consent("case", "narrative"),
            scene.sender());
    assertThat(referrals().send(draft, scene.sender())).isEqualTo(Referrals.Sent.LEFT);
    assertThat(
            LetterboxScenes.guest(house, letterbox, draft, scene.sender()).get("/letterbox").body())
        .contains(
            "<span lang=\"en\">Is the person in danger now?</span> <strong>Ναι</strong>",
            "<strong lang=\"en\">",
            "Ό,τι είναι εδώ στα αγγλικά δεν έχει μεταφραστεί");
  }
}
