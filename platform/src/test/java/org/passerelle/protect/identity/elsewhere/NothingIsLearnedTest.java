package org.passerelle.protect.identity.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Staff;
import org.passerelle.intersection.Kind;
import org.passerelle.intersection.Token;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** An asker learns only what a person released, and a question is about one person. */
@OnBothDatabases
@Tag("slow")
@Tag("long")
class NothingIsLearnedTest {
  private static final String BIRTH = "2011-05-17";
  @Parameter House house;
  private KnownScenes scenes;
  private SignedIn asker;
  private SignedIn asked;
  private UUID known;

  @BeforeEach
  void twoOrganisations() {
    scenes = new KnownScenes(house);
    asker = house.colleague(Staff.organisation(house).id(), Role.FOCAL_POINT);
    asked = house.colleague(Staff.organisation(house).id(), Role.FOCAL_POINT);
    known = scenes.child("Xhemile Mustafa", BIRTH, "none", asked);
    scenes.findable(known, asked, asker.organisation());
  }

  /** Every partner learns the length of the log with its signed root. */
  @Test
  void theLogGrowsByAsManyLinesWhetherSomebodyIsFoundOrNot() {
    ask("Nora Berisha", "2009-02-03"); // lays down the set of the day
    long before = lines();
    ask("Mira Stojanović", "2008-04-09");
    long missed = lines() - before;
    before = lines();
    ask("Џемиле Мустафа", BIRTH);
    assertThat(scenes.hits(asked)).hasSize(1);
    assertThat(lines() - before).isEqualTo(missed).isEqualTo(2);
    assertThat(lines("known.found", known)).isOne();
  }

  /** An answer sent at the moment of its release would reveal when a person looked. */
  @Test
  void whatIsReleasedAfterTheHourGoesWithTheBatchOfTheNextDay() {
    Question question = ask("Џемиле Мустафа", BIRTH);
    untilTheBatch();
    house.clock().pass(Duration.ofMinutes(30));
    scenes.decide(scenes.hits(asked).get(0), "likely", asked);
    house.get(Answers.class).send();
    assertThat(sent(question)).isZero();
    untilTheBatch();
    house.get(Answers.class).send();
    assertThat(sent(question)).isOne();
    until(() -> "likely".equals(scenes.question(question.caseId(), asker).band()));
  }

  /** An attacker bypasses the page with sixty telephone numbers in one question. */
  @Test
  void manyPersonsInOneQuestionCountAsManyAndOneOfThemIsAnswered() {
    for (int i = 0; i < 8; i++) {
      UUID file =
          SomeCase.in("RS")
              .named("Person " + i)
              .asylum("none")
              .reachedBy("+381 64 100 20" + i)
              .open(house, asked);
      scenes.findable(file, asked, asker.organisation());
    }
    ask("Nora Berisha", "2009-02-03");
    int before = persons();
    UUID question = telephones("6410020", 8);
    until(() -> scenes.compared(question));
    List<Hit> hits =
        scenes.hits(asked).stream().filter(h -> h.question().equals(question)).toList();
    assertThat(hits).hasSize(8).allMatch(h -> h.together() == 8);
    assertThat(persons() - before).as("counted as persons").isEqualTo(8);
    assertThat(house.get(KnownFigures.class).several(asked))
        .singleElement()
        .satisfies(s -> assertThat(s.files()).isEqualTo(8));
    scenes.decide(hits.get(0), "likely", asked);
    assertThatThrownBy(() -> scenes.decide(hits.get(1), "possible", asked))
        .isInstanceOf(Refused.class)
        .hasMessage("elsewhere.refused.one-person");
    scenes.decide(hits.get(1), "none", asked);

    // fifteen such questions exceed a hundred persons: the rest is not compared
    for (int i = 0; i < 15; i++) {
      UUID more = telephones("6410020", 8);
      until(() -> scenes.compared(more));
    }
    assertThat(persons()).isLessThanOrEqualTo(KnownLimits.A_DAY + 8 + 15);
    assertThat(house.get(KnownFigures.class).excessive(scenes.today(), asked))
        .containsExactly(asker.organisation());
    assertThat(lines("known.quota-exceeded", asker.organisation()))
        .as("nothing of it shows in the length of the log")
        .isZero();
  }

  /** The quota of persons runs out without a log entry, and that hides no later one. */
  @Test
  void tooManyQuestionsAreLoggedOnceAlsoAfterThePersonsRanOut() {
    KnownLimits limits = house.get(KnownLimits.class);
    DaySecrets.Pair pair = new DaySecrets.Pair(asked.organisation(), asker.organisation());
    house.inTransaction(
        () -> {
          limits.persons(pair, KnownLimits.A_DAY);
          return limits.personsLeft(pair);
        });
    assertThat(lines("known.quota-exceeded", asker.organisation())).isZero();
    for (int i = 0; i < 2; i++) {
      house.inTransaction(() -> limits.count(pair, false, KnownLimits.A_DAY + 1));
    }
    assertThat(lines("known.quota-exceeded", asker.organisation())).isOne();
  }

  private UUID telephones(String beginning, int many) {
    List<Token> tokens = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      tokens.add(new Token(Kind.TELEPHONE, beginning + i));
    }
    return scenes.question(asker.organisation(), asked.organisation(), tokens);
  }

  private Question ask(String name, String birth) {
    UUID child = scenes.child(name, birth, "none", asker);
    Question question = scenes.ask(child, asked.organisation(), null, asker);
    until(() -> scenes.compared(question.id()));
    return question;
  }

  private void until(Callable<Boolean> done) {
    await()
        .atMost(Duration.ofSeconds(100))
        .until(
            () -> {
              house.get(Deliveries.class).deliverDue();
              scenes.work();
              return done.call();
            });
  }

  private void untilTheBatch() {
    int seconds = house.clock().instant().atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
    int batch = 15 * 3600 + 60;
    house
        .clock()
        .pass(Duration.ofSeconds(seconds < batch ? batch - seconds : 24 * 3600 + batch - seconds));
  }

  private long lines() {
    return house
        .db()
        .sql("select count(*) from audit_entry where organisation = :organisation")
        .param("organisation", asked.organisation())
        .query(Long.class)
        .single();
  }

  private int lines(String action, UUID subject) {
    return house
        .db()
        .sql("select count(*) from audit_entry where action = :action and subject = :subject")
        .param("action", action)
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  private int persons() {
    return scenes.count(
        "select coalesce(sum(persons), 0) from known_day where not asker and far = :id",
        asker.organisation());
  }

  private int sent(Question question) {
    return scenes.count(
        "select count(*) from known_hit where question = :id and sent_at is not null",
        question.id());
  }
}
