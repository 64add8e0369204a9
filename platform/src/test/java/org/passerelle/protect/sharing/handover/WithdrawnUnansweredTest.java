package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Organisations;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Nobody answers a hand-over whose consent was withdrawn first: it is not overdue, and nobody is
 * told to call; the confirmation is awaited.
 */
@OnBothDatabases
@Tag("slow")
class WithdrawnUnansweredTest {
  private static final String SILENT = "has not taken the case in hand";
  private static final String AWAITED = "confirmation of the withdrawal";
  @Parameter House house;
  private HandOverScenes scenes;
  private HandOverAbroad given;
  private Member coordinator;

  @BeforeEach
  void sentAndUnanswered() {
    scenes = new HandOverScenes(house);
    given = new HandOverAbroad(house);
    coordinator = Member.in(house, given.sender.organisation(), Role.NATIONAL_COORDINATOR);
  }

  private static String today(Member one) {
    return one.elsewhere().get("/").body();
  }

  /** What the coordinator reads about hand-overs of this sender alone. */
  private String unanswered() {
    return "has not answered " + name(given.sender);
  }

  private String name(SignedIn side) {
    return Objects.requireNonNull(
        house
            .get(Organisations.class)
            .find(side.organisation())
            .orElseThrow()
            .name()
            .byLanguage()
            .get("en"));
  }

  @Test
  void itIsNeitherOverdueNorEscalatedAndTheConfirmationIsAwaited() {
    given.withdrawn();
    house.clock().pass(Duration.ofHours(25));
    house.get(HandOverDeadlines.class).check();
    HandOver sent = scenes.find(given.id, given.sender);
    assertThat(sent.due()).isNull();
    assertThat(sent.toCountryAt()).isNull();
    assertThat(sent.unconfirmedRecall()).isTrue();
    assertThat(today(given.manager)).contains(AWAITED).doesNotContain(SILENT);
    assertThat(today(coordinator)).doesNotContain(unanswered());
    for (Member one : new Member[] {given.manager, coordinator}) {
      assertThat(one.elsewhere().get("/protect/handovers").body())
          .contains("taken back", AWAITED)
          .doesNotContain("Who to ring at " + name(given.recipient));
    }
    assertThat(given.manager.elsewhere().get("/protect/handovers").body())
        .contains("No hand-over is waiting");
    assertThat(given.manager.elsewhere().get("/protect/handovers/" + given.id).body())
        .contains("taken back", AWAITED)
        .doesNotContain("nobody has taken it in hand yet");
    house.get(WithdrawalAnswers.class).acknowledge(given.id, given.recipient);
    new ReferralScenes(house).deliver();
    assertThat(scenes.find(given.id, given.sender).unconfirmedRecall()).isFalse();
    assertThat(today(given.manager)).doesNotContain(AWAITED, SILENT);
  }

  @Test
  void untilThenItIsOverdue() {
    house.clock().pass(Duration.ofHours(25));
    house.get(HandOverDeadlines.class).check();
    assertThat(scenes.find(given.id, given.sender).toCountryAt()).isNotNull();
    assertThat(today(given.manager)).contains(SILENT).doesNotContain(AWAITED);
    assertThat(today(coordinator)).contains(unanswered());
    given.withdrawn();
    assertThat(today(given.manager)).contains(AWAITED).doesNotContain(SILENT);
    assertThat(today(coordinator)).doesNotContain(unanswered());
  }
}
