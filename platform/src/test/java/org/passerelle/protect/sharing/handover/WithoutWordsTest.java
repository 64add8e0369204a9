package org.passerelle.protect.sharing.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/**
 * Notes about where a person is rest on a basis. When it ends before they leave, the other side is
 * told without them.
 */
@OnBothDatabases
@Tag("slow")
class WithoutWordsTest {
  private static final String NOTES = "Nobody came to desk 4, we waited for two hours";
  private static final String SAID = "Your notes were not sent, because their basis ended first";
  @Parameter House house;
  private ReferralScenes referrals;
  private HandOverScenes scenes;
  private HandOverAbroad given;
  private SignedIn sender;
  private SignedIn recipient;
  private UUID id;

  @BeforeEach
  void somebodySetsOut() {
    referrals = new ReferralScenes(house);
    scenes = new HandOverScenes(house);
    given = new HandOverAbroad(house).departed();
    sender = given.sender;
    recipient = given.recipient;
    id = given.id;
  }

  /** Something happens while a step waits to leave. */
  private void waits(Step step, Runnable meanwhile) {
    house.carriesByItself(false);
    try {
      scenes.record(id, step, "done", RecordedStep.Details.of(NOTES), sender);
      meanwhile.run();
    } finally {
      house.carriesByItself(true);
    }
    referrals.deliver();
  }

  private void lost(boolean missing) {
    for (SignedIn side : given.sides()) {
      assertThat(scenes.find(id, side).lost()).as(side.name()).isEqualTo(missing);
    }
  }

  @Test
  void whoDoesNotArriveIsReportedWhenTheConsentIsWithdrawn() {
    waits(Step.NOT_ARRIVED, given::withdraw);
    lost(true);
    assertThat(scenes.find(id, recipient).stands()).isEqualTo("ended");
    assertThat(scenes.step(id, Step.NOT_ARRIVED, sender).details().words()).isEqualTo(NOTES);
    assertThat(given.manager.browser().get("/protect/handovers/" + id + "/return").body())
        .contains(SAID);
  }

  @Test
  void andWhenTheHandOverIsTakenBack() {
    waits(Step.NOT_ARRIVED, given::revoke);
    lost(true);
  }

  @Test
  void andWhenTheConsentRunsOut() {
    waits(Step.NOT_ARRIVED, () -> house.clock().pass(Duration.ofDays(200)));
    lost(true);
    assertThat(scenes.step(id, Step.NOT_ARRIVED, recipient).details())
        .as("only that, and the day")
        .isEqualTo(RecordedStep.Details.of(""));
  }

  @Test
  void andWhenThePersonIsErased() {
    waits(Step.NOT_ARRIVED, () -> referrals.erase(given.scene, given.scene.caseId()));
    assertThat(scenes.find(id, recipient).lost()).isTrue();
  }

  @Test
  void whoIsFoundIsReportedToo() {
    scenes.record(id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of(""), recipient);
    referrals.deliver();
    lost(true);
    waits(Step.FOUND, given::withdraw);
    lost(false);
  }

  @Test
  void whatIsNotTrueAnyMoreIsNotSaidAgain() {
    waits(
        Step.NOT_ARRIVED,
        () -> {
          scenes.record(id, Step.FOUND, "done", RecordedStep.Details.of(""), sender);
          given.withdraw();
        });
    lost(false);
    assertThat(scenes.find(id, recipient).foundAt()).as("it was never missing there").isNull();
  }

  @Test
  void notesThatArrivedAreNotSaidToBeMissing() {
    scenes.record(id, Step.NOT_ARRIVED, "done", RecordedStep.Details.of(NOTES), sender);
    referrals.deliver();
    given.withdrawn();
    lost(true);
    assertThat(given.manager.browser().get("/protect/handovers/" + id + "/return").body())
        .contains(NOTES)
        .doesNotContain(SAID);
  }
}
