package org.passerelle.prosecute.proceeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.home.ProsecutionDues;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** What courts decided, charge by charge: replaced only on appeal, final only once. */
@OnBothDatabases
class OutcomesTest {
  @Parameter House house;
  private Scenes scenes;
  private SignedIn who;
  private UUID id;
  private UUID charge;
  private UUID court;

  @BeforeEach
  void aChargeBeforeACourt() {
    scenes = new Scenes(house);
    Scenes.Begun begun = scenes.begun();
    who = begun.prosecutor();
    id = begun.id();
    UUID suspect = scenes.suspect(id, "Anton Grey", who);
    charge =
        house
            .get(Charges.class)
            .propose(
                id, new Charge.Draft(suspect, "trafficking-fr", scenes.today(), List.of()), who);
    refused(() -> scenes.proceeding(id, who, charge), "proceeding.refused.charges");
    house.get(Charges.class).bring(id, charge, scenes.today(), "", who);
    court = scenes.proceeding(id, who, charge);
  }

  private static void refused(ThrowingCallable act, String key) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
  }

  private Outcome.Draft draft(String kind) {
    return new Outcome.Draft(charge, kind, scenes.today(), null, "Why");
  }

  private UUID decide(String kind) {
    return house.get(Outcomes.class).decide(id, court, draft(kind), who);
  }

  private Outcome of(UUID outcome) {
    return house.get(Outcomes.class).find(id, court, outcome, who);
  }

  @Test
  void aLaterDecisionReplacesAnAppealedOneWhichStays() {
    Outcomes outcomes = house.get(Outcomes.class);
    UUID first = decide("convicted");
    refused(() -> decide("acquitted"), "proceeding.refused.not-appealed");
    UUID appeal = outcomes.appeal(id, court, first, "defence", scenes.today(), who);
    refused(
        () -> outcomes.appeal(id, court, first, "victim", scenes.today(), who),
        "proceeding.refused.pending");
    refused(
        () -> outcomes.makeFinal(id, court, first, scenes.today(), who),
        "proceeding.refused.pending");
    house.get(Proceedings.class).stage(id, court, "first_instance", "appeal", who);
    UUID second = decide("acquitted");
    assertThat(of(first).replaced()).isTrue();
    assertThat(of(first).reasons()).isEqualTo("Why");
    assertThat(of(first).appeals())
        .singleElement()
        .satisfies(
            a -> {
              assertThat(a.id()).isEqualTo(appeal);
              assertThat(a.state()).isEqualTo("decided");
            });
    assertThat(of(second).stage()).isEqualTo("appeal");
    assertThat(of(second).open()).isTrue();
    refused(
        () -> outcomes.makeFinal(id, court, first, scenes.today(), who),
        "proceeding.refused.not-open");
    outcomes.makeFinal(id, court, second, scenes.today(), who);
    refused(
        () -> outcomes.makeFinal(id, court, second, scenes.today(), who),
        "proceeding.refused.not-open");
    refused(
        () -> outcomes.appeal(id, court, second, "prosecution", scenes.today(), who),
        "proceeding.refused.not-open");
    refused(() -> decide("convicted"), "proceeding.refused.final");
  }

  @Test
  void anAppealThatWasWithdrawnLetsTheDecisionStand() {
    Outcomes outcomes = house.get(Outcomes.class);
    UUID first = decide("not_punished");
    UUID appeal = outcomes.appeal(id, court, first, "prosecution", scenes.today(), who);
    outcomes.withdrawAppeal(id, court, first, appeal, who);
    outcomes.withdrawAppeal(id, court, first, appeal, who);
    refused(() -> decide("convicted"), "proceeding.refused.not-appealed");
    outcomes.makeFinal(id, court, first, scenes.today(), who);
    assertThat(of(first).finalOn()).isEqualTo(scenes.today());
  }

  @Test
  void daysAreInOrder() {
    Outcomes outcomes = house.get(Outcomes.class);
    LocalDate today = scenes.today();
    LocalDate before = today.minusDays(1);
    for (LocalDate wrong : List.of(before, today.plusDays(2))) {
      refused(
          () ->
              outcomes.decide(
                  id, court, new Outcome.Draft(charge, "convicted", wrong, null, ""), who),
          wrong.isAfter(today) ? "form.error.future" : "proceeding.refused.before-charge");
    }
    refused(
        () ->
            outcomes.decide(
                id, court, new Outcome.Draft(charge, "convicted", today, before, ""), who),
        "proceeding.refused.appeal-until");
    UUID first = decide("convicted");
    refused(
        () -> outcomes.appeal(id, court, first, "defence", before, who),
        "proceeding.refused.before-outcome");
    refused(
        () -> outcomes.makeFinal(id, court, first, before, who),
        "proceeding.refused.before-outcome");
  }

  @Test
  void ofTwoDecisionsAtOnceOneIsTaken() throws Exception {
    List<Callable<Boolean>> both = List.of(decides("convicted"), decides("acquitted"));
    assertThat(AtOnce.all(both)).containsOnlyOnce(true);
    assertThat(house.get(Outcomes.class).of(id, court, who)).hasSize(1);
  }

  private Callable<Boolean> decides(String kind) {
    return () -> {
      try {
        decide(kind);
        return true;
      } catch (Refused second) {
        return false;
      }
    };
  }

  @Test
  void sentencesAreForConvictionsAndAreStruckNotDeleted() {
    Sentences sentences = house.get(Sentences.class);
    UUID first = decide("convicted");
    refused(
        () ->
            sentences.enter(
                id, court, first, new Outcome.SentenceDraft("ban", null, null, "EUR", " "), who),
        "proceeding.refused.sentence");
    UUID prison =
        sentences.enter(
            id, court, first, new Outcome.SentenceDraft("prison", 84, null, "EUR", ""), who);
    sentences.enter(
        id,
        court,
        first,
        new Outcome.SentenceDraft("fine", null, new BigDecimal("150000.00"), "EUR", ""),
        who);
    sentences.strike(id, court, first, prison, who);
    sentences.strike(id, court, first, prison, who);
    assertThat(of(first).sentences())
        .hasSize(2)
        .allSatisfy(part -> assertThat(part.struck()).isEqualTo(part.id().equals(prison)));
    house.get(Outcomes.class).appeal(id, court, first, "defence", scenes.today(), who);
    UUID second = decide("acquitted");
    for (UUID outcome : List.of(first, second)) {
      refused(
          () ->
              sentences.enter(
                  id, court, outcome, new Outcome.SentenceDraft("fine", 1, null, "EUR", ""), who),
          outcome.equals(first)
              ? "proceeding.refused.not-open"
              : "proceeding.refused.not-convicted");
    }
  }

  @Test
  void onlyAProsecutorOfTheTeamDecides() {
    SignedIn investigator = scenes.colleague(who.organisation(), Role.INVESTIGATOR);
    SignedIn stranger = scenes.colleague(who.organisation(), Role.PROSECUTOR);
    for (SignedIn somebody : List.of(investigator, stranger)) {
      assertThatThrownBy(() -> house.get(Outcomes.class).of(id, court, somebody))
          .isInstanceOf(NotFound.class);
    }
    house.get(InvestigationTeam.class).add(id, investigator.user(), null, who);
    assertThat(house.get(Outcomes.class).of(id, court, investigator)).isEmpty();
    assertThatThrownBy(
            () -> house.get(Outcomes.class).decide(id, court, draft("convicted"), investigator))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void hearingsAndDaysToAppealAreDueInTheirWeek() {
    CourtHearings hearings = house.get(CourtHearings.class);
    LocalDate soon = scenes.today().plusDays(1);
    UUID hearing =
        hearings.plan(id, court, new CourtHearing.Draft("main", soon, "09:30", "Room 4"), who);
    hearings.plan(id, court, new CourtHearing.Draft("judgment", soon.plusDays(60), "", ""), who);
    house
        .get(Outcomes.class)
        .decide(id, court, new Outcome.Draft(charge, "convicted", scenes.today(), soon, ""), who);
    assertThat(due()).containsExactlyInAnyOrder("court-hearing", "appeal");
    refused(
        () -> hearings.ended(id, court, hearing, "held", "Heard", who),
        "proceeding.refused.hearing-to-come");
    hearings.ended(id, court, hearing, "adjourned", "The interpreter was ill", who);
    refused(
        () -> hearings.ended(id, court, hearing, "cancelled", "Again", who),
        "proceeding.refused.hearing");
    assertThat(due()).containsExactly("appeal");
    house.get(Proceedings.class).close(id, court, scenes.today(), who);
    assertThat(due()).isEmpty();
    refused(() -> decide("acquitted"), "proceeding.refused.closed");
  }

  private List<String> due() {
    Moments moments =
        new Moments(
            house.get(Languages.class).texts(new Language("en")), ZoneOffset.UTC, house.clock());
    return house.get(ProsecutionDues.class).thisWeek(moments, who).stream()
        .map(d -> d.kind())
        .toList();
  }
}
