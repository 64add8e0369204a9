package org.passerelle.partner.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.accounts.Staff;
import org.passerelle.partner.SigningKeys;
import org.passerelle.partner.nodes.identity.StubNode;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.KnownScenes;
import org.passerelle.protect.identity.elsewhere.Question;
import org.passerelle.protect.identity.elsewhere.Questions;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;

/** Is the child known elsewhere? Who is told what, and who is not found. */
@Tag("long")
class KnownElsewhereTest extends TwoSides {
  @Test
  void whoIsFoundIsToldToTheAskedSideAndABandAloneComesBack() {
    Question question = asking();
    Hit hit = found();
    assertThat(hit.caseId()).isEqualTo(known);
    assertThat(hit.kinds()).contains("name_and_date", "name_and_year");
    assertThat(hit.purpose()).isEqualTo("matching");
    assertThat(now().band()).isNull();

    there.decide(hit, "likely", asked);
    assertThat(now().band()).isNull();
    untilTheBatch();
    until(() -> "likely".equals(now().band()));
    assertThat(now().contact()).isEqualTo("Ms K., +30 00 000 001");
    assertThat(now().state()).isEqualTo("answered");
    assertThat(lines(skopje, "disclosure.made", child)).isOne();
    assertThat(lines(athens, "known.question", question.id())).isOne();
    assertThat(lines(athens, "known.found", known)).isOne();
    assertThat(lines(athens, "disclosure.made", known)).isOne();
    assertThat(toAthens.passed()).allSatisfy(b -> assertThat(b).doesNotContain("Xhemile"));
  }

  /**
   * No token of the two agrees; name and birth are near, and both houses allow to look for that.
   */
  @Test
  void whoIsWrittenInAnotherWayIsFoundNearby() {
    UUID near = here.child("Софиа Папаконстадину", "2012-05-31", "none", asker);
    UUID there2 = there.child("Offi Papakonstantinou", "2012-05-31", "none", asked);
    there.findable(there2, asked, asker.organisation());
    Question question = here.ask(near, asked.organisation(), null, asker);
    Hit hit = found();
    assertThat(hit.caseId()).isEqualTo(there2);
    assertThat(hit.kinds()).containsExactly("near");
    assertThat(there.compared(question.id())).isTrue();
    assertThat(toAthens.passed())
        .allSatisfy(b -> assertThat(b).doesNotContain("Папаконстадину", "Papakonstantinou"));
  }

  @Test
  void nearMatchesTakeTheYesOfBothNodes() {
    StubNode exact = new StubNode(skopje, "http://127.0.0.1:9");
    exact.trusted();
    SigningKeys allowing = skopje.get(SigningKeys.class);
    assertThat(allowing.nearAllowed(asked.organisation())).isTrue();
    assertThat(allowing.nearAllowed(exact.organisation())).isFalse();
    exact.end();
    House other = House.on(House.Database.H2);
    assertThat(other.get(SigningKeys.class).nearAllowed(Staff.organisation(other).id())).isFalse();
  }

  /**
   * Who is not known, and who is and shall not be told, are answered by the same word at the same
   * time.
   */
  @Test
  void thatNothingIsReleasedTellsNothing() {
    UUID stranger = here.child("Nora Berisha", "2009-02-03", "none", asker);
    Question missed = here.ask(stranger, asked.organisation(), null, asker);
    asking();
    there.decide(found(), "none", asked);
    until(() -> there.compared(missed.id()));
    untilTheBatch();
    later(Duration.ofHours(20));
    untilTheBatch();
    later(Duration.ofHours(20));
    untilTheBatch();
    until(() -> "none".equals(now().band()));
    until(() -> "none".equals(here.question(stranger, asker).band()));
    assertThat(now().contact()).isEmpty();
    List<String> answered =
        skopje
            .db()
            .sql("select answered_at from known_question where id in (:ids)")
            .param("ids", List.of(missed.id(), now().id()))
            .query(String.class)
            .list();
    assertThat(answered).hasSize(2);
    assertThat(answered.get(0)).isEqualTo(answered.get(1));
  }

  /**
   * A child looks for the mother; she has a file in Athens, and nobody there has one of the child.
   */
  @Test
  void whoeverIsSoughtIsFoundByHerOwnFile() {
    UUID lost = here.child("Liri Marku", "2014-01-09", "none", asker);
    UUID mother = sought(lost, "Zamira Marku", "1988-07-19");
    UUID file = there.child("Zamira Marku", "1988-07-19", "none", asked);
    there.findable(file, asked, asker.organisation());
    Questions questions = skopje.get(Questions.class);
    StatedBasis.Choice law = new StatedBasis.Choice("law", "Art. 5", null);
    questions.ask(
        lost,
        new Questions.Draft(List.of(asked.organisation()), "family_tracing", law, null, mother),
        asker);
    Hit hit = found();
    assertThat(hit.caseId()).isEqualTo(file);
    assertThat(hit.purpose()).isEqualTo("family_tracing");
    assertThat(here.question(lost, asker).sought()).isEqualTo(mother);
    there.decide(hit, "likely", asked);
    untilTheBatch();
    until(() -> "likely".equals(here.question(lost, asker).band()));
    assertThat(questions.answered(OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), asker))
        .as("of the mother, not of the child")
        .filteredOn(one -> one.caseId().equals(lost))
        .extracting(Questions.Answered::sought)
        .containsExactly(mother);
    assertThat(toAthens.passed()).allSatisfy(b -> assertThat(b).doesNotContain("Zamira"));

    UUID uncle = sought(lost, "Gjon Marku", "1990-03-03");
    Questions.Draft about =
        new Questions.Draft(List.of(asked.organisation()), "family_tracing", law, null, uncle);
    skopje.get(Relations.class).suspect(lost, uncle, asker);
    assertThatThrownBy(() -> questions.ask(lost, about, asker))
        .hasMessage("elsewhere.refused.suspect");
  }

  private UUID sought(UUID file, String name, String birth) {
    return skopje
        .get(Relations.class)
        .add(
            file,
            SomeCase.in("RS").named(name).born(birth).person(),
            "relative",
            "other_relative",
            false,
            false,
            null,
            asker);
  }

  /** The set of the day holds the file still; nobody finds it. */
  @Test
  void whoIsClosedToTheAskerIsNotFoundAnyMore() {
    asking();
    found();
    there.findable(known, asked);
    assertThat(there.hits(asked)).isEmpty();
    UUID again = here.child(HERE, BIRTH, "none", asker);
    Question second = here.ask(again, asked.organisation(), null, asker);
    until(() -> there.compared(second.id()));
    assertThat(there.hits(asked)).isEmpty();
  }

  @Test
  void whoIsErasedIsNotFoundAnyMore() {
    Question first =
        here.ask(
            here.child("Nora Berisha", "2009-02-03", "none", asker),
            asked.organisation(),
            null,
            asker);
    until(() -> there.compared(first.id()));
    new ReferralScenes(athens).erase(new ReferralScenes.Scene(asked, asker, known), known);
    Question second = asking();
    until(() -> there.compared(second.id()));
    assertThat(there.hits(asked)).isEmpty();
    assertThat(there.count("select count(*) from case_findable where case_id = :id", known))
        .isZero();
  }

  /** Nothing towards authorities of the country of origin, in either direction. */
  @Test
  void whereAsylumIsPossibleNothingGoesToTheCountryOfOrigin() {
    ReferralScenes.Scene authority = new ReferralScenes(athens).scene("RS", "ngo", "AL", "police");
    for (String asylum : List.of("not_asked", "possible", "pending", "granted")) {
      UUID file = there.child(THERE, BIRTH, asylum, authority.sender());
      assertThatThrownBy(
              () -> there.findable(file, authority.sender(), authority.recipient().organisation()))
          .isInstanceOf(Refused.class);
      assertThatThrownBy(
              () -> there.ask(file, authority.recipient().organisation(), null, authority.sender()))
          .isInstanceOf(Refused.class);
    }
    // it was open to them before the claim
    UUID file = there.child(THERE, BIRTH, "none", authority.sender());
    there.findable(file, authority.sender(), authority.recipient().organisation());
    assertThat(open(authority)).containsExactly(file);
    athens
        .db()
        .sql("update protect_case set asylum = 'pending' where id = :id")
        .param("id", file)
        .update();
    assertThat(open(authority)).isEmpty();
  }

  private static List<UUID> open(ReferralScenes.Scene authority) {
    return KnownScenes.open(
        athens, authority.sender().organisation(), authority.recipient().organisation());
  }

  @Test
  void aWithdrawnConsentTakesTheQuestionBack() {
    UUID grown = here.adult("Мира Петровић", asker);
    UUID same = there.adult("Mira Petrovic", asked);
    there.findable(same, asked, asker.organisation());
    UUID consent =
        scenes.consent(
            new ReferralScenes.Scene(asker, asked, grown),
            "matching",
            Set.of("identity"),
            "adult",
            null);
    StatedBasis.Choice choice = new StatedBasis.Choice("consent", "", null);
    assertThatThrownBy(() -> here.ask(child, asked.organisation(), choice, null, asker))
        .isInstanceOf(Refused.class);
    here.ask(grown, asked.organisation(), choice, null, asker);
    found();
    skopje.get(Consents.class).withdraw(grown, consent, asker);
    until(() -> there.hits(asked).isEmpty());
    assertThat(here.question(grown, asker).state()).isEqualTo("ended");
  }

  @Test
  void aReleaseThatIsTakenBackIsForgottenByTheAsker() {
    asking();
    there.decide(found(), "possible", asked);
    untilTheBatch();
    until(() -> "possible".equals(now().band()));
    new ReferralScenes(athens).erase(new ReferralScenes.Scene(asked, asker, known), known);
    until(() -> now().state().equals("ended"));
    assertThat(now().band()).isNull();
    assertThat(now().contact()).isEmpty();
  }
}
