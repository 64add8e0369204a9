package org.passerelle.understand.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.language.Texts;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.pages.TransliteratedNames;
import org.passerelle.register.Entry;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.register.Mentions;
import org.passerelle.register.Register;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Recommendation;
import org.passerelle.understand.diagnosis.Recommendations;

/** A programme manager is reminded, and a measure says what it takes up. */
@OnBothDatabases
class RecommendationPagesTest {
  @Parameter House house;

  @Test
  void theOldestThatWaitsSaysWhenAnAnswerIsDue() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn manager = house.colleague(analyst.organisation(), Role.PROGRAMME_MANAGER);
    Instant first = house.clock().instant();
    UUID id = make(analyst);
    house.clock().pass(Duration.ofDays(3));
    make(analyst);
    assertThat(items(analyst)).isEmpty();
    assertThat(items(manager)).hasSize(1);
    assertThat(items(manager).get(0).due()).isEqualTo(first.plus(Recommendation.WITHIN));
    assertThat(items(manager).get(0).title()).contains("2");
    house.get(Recommendations.class).answer(id, 0, "", "No", manager);
    assertThat(items(manager).get(0).due())
        .isEqualTo(first.plus(Duration.ofDays(3)).plus(Recommendation.WITHIN));
  }

  /** “Nothing is waiting” was said to whoever had a month left to answer. */
  @Test
  void whatIsOpenStandsOnTheFirstPageFromTheFirstDay() {
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    SignedIn who = Staff.signedIn(manager.user());
    make(house.colleague(who.organisation(), Role.ANALYST));
    assertThat(manager.browser().get("/").body())
        .contains("1 recommendation waits for your answer", "Open, not due this week")
        .doesNotContain("nothing is waiting until tomorrow");
  }

  @Test
  void aMeasureNamesWhatItTakesUpAndKeepsItsNameWhenItIsTakenOut() {
    SignedIn analyst = house.somebody(Role.ANALYST);
    SignedIn manager = house.colleague(analyst.organisation(), Role.PROGRAMME_MANAGER);
    UUID id = make(analyst);
    Kind kind = Kinds.shipped().find(Recommendations.MEASURE).orElseThrow();
    Register register = house.get(Register.class);
    Map<String, Object> content = Map.of("title", Map.of("en", "Interpreters at night"));
    Entry measure = register.save(manager, kind, "interpreters-" + id, 0, content, "");
    Recommendations recommendations = house.get(Recommendations.class);
    recommendations.answer(id, 0, measure.id(), "", manager);
    assertThat(mentions(measure, manager))
        .extracting(Mentions.Mention::href)
        .containsExactly("/understand/recommendations/" + id);
    assertThat(mentions(measure, analyst)).isEmpty();
    assertThat(mentions(measure, house.somebody(Role.PROGRAMME_MANAGER)))
        .as("of another organisation")
        .isEmpty();
    register.retire(manager, measure, 1, "");
    assertThat(shown(id, manager).measure(measure.id()))
        .isEqualTo(new RecommendationPage.Measure("Interpreters at night", ""));
    recommendations.answer(id, 1, "", "Given up", manager);
    assertThat(mentions(measure, manager)).isEmpty();
  }

  private RecommendationPage shown(UUID id, SignedIn who) {
    Recommendation found = house.get(Recommendations.class).read(id, who);
    return house.get(RecommendationPages.class).page(List.of(found), who, page(who));
  }

  private UUID make(SignedIn analyst) {
    UUID diagnosis =
        house.get(Diagnoses.class).begin("Title", "Scope", "Question", List.of("A town"), analyst);
    return house.get(Recommendations.class).make(diagnosis, "", "Interpreters", analyst);
  }

  private List<Today.Item> items(SignedIn who) {
    return house.get(RecommendationPages.class).items(who, page(who));
  }

  private List<Mentions.Mention> mentions(Entry entry, SignedIn who) {
    return house.get(RecommendationPages.class).of(entry, who, page(who));
  }

  private Page page(SignedIn who) {
    Languages languages = house.get(Languages.class);
    Texts texts = languages.texts(languages.byTag("en"));
    return new Page(
        texts,
        new Moments(texts, ZoneOffset.UTC, house.clock()),
        languages.all(),
        who,
        List.of(),
        "understand",
        "/here",
        "",
        "csrf",
        "once",
        false,
        null,
        "",
        "",
        TransliteratedNames.NONE,
        List.of());
  }
}
