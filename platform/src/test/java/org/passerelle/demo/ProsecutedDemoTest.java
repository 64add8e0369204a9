package org.passerelle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.passerelle.prevent.channel.ChannelPartner;
import org.passerelle.prevent.channel.Channels;
import org.passerelle.prevent.channel.Partnerships;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.hearing.ChildHearings;
import org.passerelle.prosecute.investigation.DueSource;
import org.passerelle.prosecute.investigation.DueThing;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.joint.JointExhibits;
import org.passerelle.prosecute.joint.JointPlan;
import org.passerelle.prosecute.joint.JointTeam;
import org.passerelle.prosecute.joint.JointTeams;
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
      SignedIn other = user("milan.tuzilastvo", house);
      assertThat(investigations.numbers(false, other)).hasSize(1).doesNotContainKey(id);
      assertThat(dueThisWeek(numbers, house))
          .extracting(DueThing::kind)
          .contains("measure", "court-hearing", "appeal", "request.recognition", "custody");
      exhibits(id, who, house);
      accused(id, who, house);
      judged(id, who, house);
      joint(who, other, house);
      partner(house);
    }
  }

  /** The triage team has a partner, whose partnership is in force. */
  private static void partner(ConfigurableApplicationContext house) {
    SignedIn officer = user("sanja.most", house);
    ChannelPartner partner = house.getBean(Channels.class).list(officer).get(0);
    assertThat(partner.isEnded()).isFalse();
    assertThat(house.getBean(Partnerships.class).isInForce(partner.partnership())).isTrue();
    assertThat(house.getBean(Channels.class).tokens(officer, partner.id())).isEmpty();
  }

  /** Both offices find the team in force, with what is to be done, and an exhibit to read. */
  private static void joint(SignedIn who, SignedIn other, ConfigurableApplicationContext house) {
    LocalDate today = LocalDate.ofInstant(house.getBean(Clock.class).instant(), ZoneOffset.UTC);
    for (SignedIn one : List.of(who, other)) {
      JointTeam team = house.getBean(JointTeams.class).all(one).get(0);
      assertThat(team.state(today)).isEqualTo("in_force");
      assertThat(house.getBean(JointPlan.class).of(team.id(), one)).hasSize(2);
      assertThat(house.getBean(JointExhibits.class).of(team.id(), one)).hasSize(1);
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
