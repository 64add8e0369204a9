package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.language.ResourceYaml;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.hearing.ChildHearings;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.springframework.context.ConfigurableApplicationContext;

/** The demonstration's prosecutor finds an investigation with work in it; nobody else sees it. */
@Tag("slow")
@Tag("long")
class ProsecutedDemoTest {
  @TempDir Path folder;

  @Test
  void eachPartOfAnInvestigationHasSomethingToShow() {
    try (ConfigurableApplicationContext house = FilledDemo.in(folder, 60)) {
      SignedIn who = user("sophie.parquet", house);
      Investigations investigations = house.getBean(Investigations.class);
      Map<UUID, String> numbers = investigations.numbers(false, who);
      assertThat(numbers).hasSize(1);
      UUID id = numbers.keySet().iterator().next();
      assertThat(investigations.numbers(false, user("antoine.parquet", house)).keySet())
          .containsExactly(id);
      assertThat(investigations.numbers(false, user("milan.tuzilastvo", house))).isEmpty();
      assertThat(dueThisWeek(numbers, house))
          .extracting(DueThing::kind)
          .contains("measure", "court-hearing", "appeal", "request.recognition", "custody");
      exhibits(id, who, house);
      accused(id, who, house);
      judged(id, who, house);
    }
  }

  private static void exhibits(UUID id, SignedIn who, ConfigurableApplicationContext house) {
    List<Exhibit> exhibits = house.getBean(Exhibits.class).of(id, who);
    assertThat(exhibits).extracting(Exhibit::held).containsExactly(true, true, false);
    Custody.Standing calls = house.getBean(Custody.class).of(id, exhibits.get(0).id(), who);
    assertThat(calls.holder()).isEqualTo(who.user());
    assertThat(calls.lines()).extracting(Custody.Line::act).containsExactly("intake", "handover");
    assertThat(house.getBean(Custody.class).of(id, exhibits.get(1).id(), who).offered())
        .isNotNull();
  }

  private static void accused(UUID id, SignedIn who, ConfigurableApplicationContext house) {
    List<Suspect> suspects = house.getBean(Suspects.class).of(id, who);
    assertThat(suspects).hasSize(4);
    assertThat(suspects.stream().filter(one -> one.flag().stands()).map(Suspect::victim))
        .as("whoever was compelled is known as a victim too")
        .singleElement()
        .isNotNull();
    assertThat(house.getBean(Charges.class).of(id, who))
        .extracting(Charge::state)
        .containsExactlyInAnyOrder("brought", "brought", "proposed", "proposed");
    assertThat(house.getBean(ChildHearings.class).of(id, who))
        .singleElement()
        .satisfies(hearing -> assertThat(hearing.planned()).isTrue());
  }

  private static void judged(UUID id, SignedIn who, ConfigurableApplicationContext house) {
    UUID court = house.getBean(Proceedings.class).of(id, who).get(0).id();
    assertThat(house.getBean(Outcomes.class).of(id, court, who))
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.kind()).isEqualTo("convicted");
              assertThat(outcome.sentences()).extracting(Outcome.Sentence::months).contains(48);
            });
  }

  private static List<DueThing> dueThisWeek(
      Map<UUID, String> numbers, ConfigurableApplicationContext house) {
    Instant week = house.getBean(Clock.class).instant().plus(Duration.ofDays(7));
    return house.getBeansOfType(DueSource.class).values().stream()
        .flatMap(source -> source.due(numbers, week).stream())
        .toList();
  }

  @Test
  void everyTextIsThereInEachLanguage() {
    Map<String, Object> words = ResourceYaml.read("demo/prosecution.yaml");
    words.forEach((key, node) -> inEachLanguage(key, ResourceYaml.map(node)));
  }

  private static void inEachLanguage(String key, Map<String, Object> node) {
    if (key.equals("assistance")) {
      node.forEach((field, text) -> inEachLanguage(field, ResourceYaml.map(text)));
    } else {
      assertThat(ResourceYaml.wording(node).byLanguage().keySet())
          .as(key)
          .containsExactlyInAnyOrder("en", "fr", "sr");
    }
  }

  private static SignedIn user(String login, ConfigurableApplicationContext house) {
    User user =
        house.getBean(Users.class).all().stream()
            .filter(one -> one.login().equals(login))
            .findFirst()
            .orElseThrow();
    return new SignedIn(user.id(), user.name(), user.organisation(), "Parquet", user.roles());
  }
}
