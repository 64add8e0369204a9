package org.passerelle.protect.sharing.handover;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.determination.DeterminationScenes;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.referral.ReferralScenes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.House;

/** One side of a hand-over, for tests. */
public final class HandOverScenes {
  private final House house;

  public HandOverScenes(House house) {
    this.house = house;
  }

  public CrossBorderHandOvers handOvers() {
    return house.get(CrossBorderHandOvers.class);
  }

  public LocalDate today() {
    return Days.newest(house.clock().instant());
  }

  /** A draft to be acknowledged within a day and answered within a week. */
  public UUID begun(UUID caseId, UUID recipient, boolean returns, SignedIn who) {
    return handOvers()
        .begin(
            caseId,
            new CrossBorderHandOvers.Draft(
                recipient,
                "protection_and_placement",
                returns,
                house.clock().instant().plus(Duration.ofHours(24)),
                house.clock().instant().plus(Duration.ofDays(7)),
                "Please look for an aunt and prepare a place"),
            who);
  }

  /** On the consent of an adult, or of a child with their guardian. */
  public UUID consent(UUID caseId, UUID recipient, @Nullable UUID guardian, SignedIn who) {
    return consent(caseId, recipient, "protection_and_placement", guardian, who);
  }

  /** The same for another purpose. */
  public UUID consent(
      UUID caseId, UUID recipient, String purpose, @Nullable UUID guardian, SignedIn who) {
    return house
        .get(Consents.class)
        .record(
            caseId,
            new ConsentDraft(
                true,
                purpose,
                recipient,
                Set.of("identity", "case"),
                guardian == null ? "adult" : "child_with_guardian",
                guardian,
                "sq",
                false,
                null,
                today(),
                today().plusMonths(6),
                ""),
            who);
  }

  /** A sent hand-over. */
  public UUID sent(UUID caseId, UUID recipient, boolean returns, UUID basis, SignedIn who) {
    UUID id = begun(caseId, recipient, returns, who);
    house.get(Referrals.class).choose(id, List.of("known_as", "age", "gender"), basis, who);
    house.get(Referrals.class).send(id, who);
    return id;
  }

  /** Acknowledges and accepts what has arrived; the sender has read it. */
  public void accepted(UUID id, SignedIn recipient) {
    handOvers().acknowledge(id, "Duty officer, 042", recipient);
    house.get(ReceivedReferrals.class).accept(id, recipient);
    new ReferralScenes(house).deliver();
  }

  /** An accepted hand-over of an adult who has set out, which the recipient has read. */
  public void departed(UUID id, SignedIn sender, SignedIn recipient) {
    done(id, Step.RISK, "safe", sender);
    done(id, Step.RETURN_CONSENT, "", sender);
    travel(id, "ngo", "Arrivals, desk 4", sender);
    record(id, Step.RECEPTION, "planned", RecordedStep.Details.of("Two educators"), recipient);
    new ReferralScenes(house).deliver();
    done(id, Step.DEPARTED, "", sender);
    new ReferralScenes(house).deliver();
  }

  public HandOver find(UUID id, SignedIn who) {
    return handOvers().find(id, who);
  }

  /** The latest record of each step as seen by one side. */
  public Map<Step, RecordedStep> steps(UUID id, SignedIn who) {
    return RecordedStep.newest(handOvers().steps(find(id, who), who));
  }

  /** The latest record of a step as seen by one side. */
  public RecordedStep step(UUID id, Step step, SignedIn who) {
    return Objects.requireNonNull(steps(id, who).get(step));
  }

  /** Records a step as done; a best-interests step repeats an earlier determination. */
  public void done(UUID id, Step step, String result, SignedIn who) {
    if (step == Step.BEST_INTERESTS) {
      new DeterminationScenes(house)
          .made(Objects.requireNonNull(find(id, who).caseId()), "repatriation", result, who);
    }
    RecordedStep.Details said =
        new RecordedStep.Details(result, "Court", "", "", "", "", "so it was");
    record(
        id,
        step,
        "done",
        step.asks(Step.Asks.CONSENT) ? said.agreed("adult", "Case manager", "sq") : said,
        who);
  }

  /** Tells the other side a panel's determination. */
  void told(UUID id, String result, SignedIn who) {
    record(
        id,
        Step.BEST_INTERESTS,
        "done",
        new RecordedStep.Details(result, "Court", "", "", "", "", ""),
        who);
  }

  public void travel(UUID id, String escort, String place, SignedIn who) {
    record(
        id,
        Step.TRAVEL,
        "planned",
        new RecordedStep.Details("", "", "road", escort, "border_crossing", place, "").at("10:30"),
        who);
  }

  public void record(UUID id, Step step, String state, RecordedStep.Details said, SignedIn who) {
    handOvers()
        .record(
            id,
            new RecordedStep.Draft(
                step, state, state.equals("planned") ? today().plusDays(5) : today(), said),
            who);
  }
}
