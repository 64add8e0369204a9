package org.passerelle.protect.sharing.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.protect.casework.cases.CallSource;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.Columns;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** More may wait than one run calls for; the most urgent is called for first. */
@OnBothDatabases
@Tag("postgresql")
class DutyOrderTest {
  /** More than one run makes. */
  private static final int MANY = 110;

  @Parameter House house;
  private UUID organisation;
  private Instant earlier;

  @BeforeEach
  void anOrganisation() {
    organisation = UUID.randomUUID();
    earlier = house.clock().instant().minus(Duration.ofDays(4000));
  }

  @AfterEach
  void nothingWaits() {
    house
        .db()
        .sql("delete from duty_call where organisation = :organisation")
        .param("organisation", organisation)
        .update();
  }

  private void waits(String kind, Urgency urgency, int minutes) {
    house
        .db()
        .sql(
            """
            insert into duty_call (kind, subject, organisation, urgency, since, step, next_at)
            values (:kind, :subject, :organisation, :urgency, :since, 0, :since)
            """)
        .param("kind", kind)
        .param("subject", UUID.randomUUID())
        .param("organisation", organisation)
        .param("urgency", urgency.code())
        .param("since", Columns.at(earlier.plus(Duration.ofMinutes(minutes))))
        .update();
  }

  private List<DutyCall> due() {
    return house.get(DutyCallRows.class).due().stream()
        .filter(call -> call.organisation().equals(organisation))
        .toList();
  }

  @Test
  void whoIsMissingThenWhoHasNoPlaceTonightThenUrgentReferralsThenTheOldest() {
    waits("referral", Urgency.ORDINARY, 0);
    waits("referral", Urgency.RAISED, 1);
    waits("referral", Urgency.HIGH, 3);
    waits("referral", Urgency.HIGH, 2);
    waits("placement", Urgency.HIGH, 4);
    waits("hand-over", Urgency.HIGH, 6);
    waits("stay", Urgency.HIGH, 5);
    assertThat(due())
        .extracting(call -> call.kind() + " " + Duration.between(earlier, call.since()).toMinutes())
        .containsExactly(
            "stay 5",
            "hand-over 6",
            "placement 4",
            "referral 2",
            "referral 3",
            "referral 1",
            "referral 0");
  }

  @Test
  void aMissingChildIsCalledForAlthoughMoreReferralsWaitThanOneRunCallsFor() {
    for (int i = 0; i < MANY; i++) {
      waits("referral", Urgency.HIGH, i);
    }
    waits("stay", Urgency.HIGH, MANY);
    assertThat(due()).hasSizeLessThan(MANY).first().extracting(DutyCall::kind).isEqualTo("stay");
  }

  @Test
  void everySourceOfCallsStatesItsPlaceInTheOrder() {
    assertThat(house.get(DutyCallRows.class).sources())
        .extracting(CallSource::kind, CallSource::rank)
        .containsExactlyInAnyOrder(
            tuple("stay", CallSource.Rank.MISSING),
            tuple("hand-over", CallSource.Rank.MISSING),
            tuple("placement", CallSource.Rank.NO_PLACE));
  }

  @Test
  void theOrderIsThatWhichTheSourcesState() {
    waits("stay", Urgency.HIGH, 0);
    waits("placement", Urgency.ORDINARY, 1);
    waits("referral", Urgency.HIGH, 2);
    DutyCallRows rows =
        new DutyCallRows(
            house.db(),
            house.clock(),
            List.of(
                source("placement", CallSource.Rank.MISSING),
                source("stay", CallSource.Rank.REQUEST)));
    assertThat(rows.due())
        .filteredOn(call -> call.organisation().equals(organisation))
        .extracting(DutyCall::kind)
        .containsExactly("placement", "stay", "referral");
  }

  private static CallSource source(String kind, CallSource.Rank rank) {
    return new CallSource() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Rank rank() {
        return rank;
      }

      @Override
      public Set<Role> roles() {
        return Set.of();
      }

      @Override
      public List<Waiting> waiting() {
        return List.of();
      }
    };
  }
}
