package org.passerelle.prosecute.hit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.prosecute.RoomForms;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.Timeline;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.AtOnce;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** Who may ask other offices about a suspect, how often, and what others find of it. */
@Tag("slow")
@OnBothDatabases
class OfficeHitAccessTest {
  @Parameter House house;
  private TwoOffices offices;

  @BeforeEach
  void twoOffices() {
    offices = new TwoOffices(house);
  }

  @Test
  void questionsAreRefusedWithoutANumberTwiceAndBeyondTheAllowance() {
    UUID bare = offices.scenes.suspect(offices.one.id(), "Grey", offices.one.prosecutor());
    assertThatThrownBy(() -> offices.ask(offices.one, bare))
        .isInstanceOf(Refused.class)
        .hasMessage("hit.refused.nothing");
    UUID mine = offices.suspect(offices.one, "phone", offices.phone);
    offices.ask(offices.one, mine);
    assertThatThrownBy(() -> offices.ask(offices.one, mine))
        .isInstanceOf(Refused.class)
        .hasMessage("hit.refused.waiting");
    for (int asked = 1; asked < OfficeHitLimits.OF_A_COLLEAGUE; asked++) {
      offices.answer();
      offices.ask(offices.one, mine);
    }
    offices.answer();
    assertThatThrownBy(() -> offices.ask(offices.one, mine))
        .isInstanceOf(Refused.class)
        .hasMessage("hit.refused.many");
    assertThat(offices.states(offices.one)).hasSize(OfficeHitLimits.OF_A_COLLEAGUE);
    house.clock().pass(Duration.ofHours(25));
    offices.ask(offices.one, mine);
  }

  @Test
  void twoWhoAskAtOnceFindOneHit() throws Exception {
    UUID mine = offices.suspect(offices.one, "phone", offices.phone);
    UUID theirs = offices.suspect(offices.other, "phone", offices.phone);
    List<Callable<UUID>> both =
        List.of(() -> offices.ask(offices.one, mine), () -> offices.ask(offices.other, theirs));
    AtOnce.all(both);
    List<Callable<Boolean>> runs = List.of(this::run, this::run);
    AtOnce.all(runs);
    assertThat(offices.hits(offices.one)).hasSize(1);
    assertThat(offices.hits(offices.other)).hasSize(1);
    assertThat(events(offices.one)).containsOnlyOnce("hit.answered").containsOnlyOnce("hit.found");
    assertThat(events(offices.other))
        .containsOnlyOnce("hit.answered")
        .containsOnlyOnce("hit.found");
  }

  private boolean run() {
    offices.answer();
    return true;
  }

  private List<String> events(Scenes.Begun in) {
    return house.get(Timeline.class).newest(in.id(), 100, in.prosecutor()).stream()
        .map(Timeline.Line::kind)
        .toList();
  }

  @Test
  void forEverybodyElseThereIsNothing() {
    UUID mine = offices.suspect(offices.one, "phone", offices.phone);
    offices.suspect(offices.other, "phone", offices.phone);
    offices.ask(offices.one, mine);
    offices.answer();
    UUID hit = offices.hits(offices.one).get(0).id();
    OfficeHits service = house.get(OfficeHits.class);
    SignedIn stranger =
        offices.scenes.colleague(offices.one.prosecutor().organisation(), Role.PROSECUTOR);
    for (SignedIn who : List.of(stranger, offices.other.prosecutor())) {
      assertThatThrownBy(() -> service.of(offices.one.id(), who)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> service.asked(offices.one.id(), who)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> service.askable(offices.one.id(), who)).isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> service.ask(offices.one.id(), mine, "x", who))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> service.note(offices.one.id(), hit, who))
          .isInstanceOf(NotFound.class);
    }
    Scenes.Begun third = offices.scenes.begun();
    assertThatThrownBy(() -> service.note(third.id(), hit, third.prosecutor()))
        .as("by way of another investigation")
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> service.ask(third.id(), mine, "x", third.prosecutor()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void byItsPages() {
    Member member = Member.of(house, Role.INVESTIGATOR, Role.PROSECUTOR);
    SignedIn who = Staff.signedIn(member.user());
    Scenes.Begun mine = new Scenes.Begun(offices.scenes.begun(who).id(), who);
    String at = "/prosecute/investigations/" + mine.id() + "/hits";
    RoomForms page = new RoomForms(member.browser(), at);
    assertThat(page.shown()).contains("No hit", "There is no suspect to ask about");
    UUID suspect = offices.suspect(mine, "phone", offices.phone);
    offices.suspect(offices.other, "phone", offices.phone);
    page.isTold("This is needed to go on.", "", "suspect", suspect.toString(), "reason", "");
    page.sends("", "suspect", suspect.toString(), "reason", "A transfer to follow");
    assertThat(page.shown()).contains("waiting for an answer", "A transfer to follow");
    offices.answer();
    assertThat(page.shown())
        .contains("S-1 is known to another office", ">hit<", "H-")
        .doesNotContain(offices.other.id().toString());
    assertThat(member.browser().get("/prosecute").body())
        .contains("A suspect is known to another office");
    page.sends("/" + offices.hits(mine).get(0).id());
    assertThat(page.shown()).contains(">noted<");
    assertThat(
            member
                .browser()
                .get("/prosecute/investigations/" + offices.other.id() + "/hits")
                .status())
        .isEqualTo(404);
  }
}
