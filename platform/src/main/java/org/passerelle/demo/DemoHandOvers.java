package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.handover.CrossBorderHandOvers;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hand-overs of the demonstration to other countries: one before the journey, one in progress, one
 * that nobody has acknowledged, one in follow-up. Nothing is random; the first eligible cases are
 * used.
 */
@Component
class DemoHandOvers {
  private static final String PURPOSE = "protection_and_placement";
  private final CrossBorderHandOvers handOvers;
  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final LegalGrounds grounds;
  private final DemoPanels panels;
  private final Deliveries deliveries;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DemoHandOvers(
      CrossBorderHandOvers handOvers,
      Referrals referrals,
      ReceivedReferrals received,
      LegalGrounds grounds,
      DemoPanels panels,
      Deliveries deliveries,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.handOvers = handOvers;
    this.referrals = referrals;
    this.received = received;
    this.grounds = grounds;
    this.panels = panels;
    this.deliveries = deliveries;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  void give(List<DemoFiles.Opened> cases, List<DemoHouse.Staff> staff) {
    prepared(cases, staff);
    followedUp(cases, staff);
    Optional<Given> inHand = given(cases, staff, "most-rs", "contact-ro", false);
    given(cases, staff, "ulliri-al", "contact-rs", true);
    deliveries.deliverDue();
    inHand.ifPresent(g -> handOvers.acknowledge(g.id, "Duty officer", g.to));
    deliveries.deliverDue();
  }

  private void prepared(List<DemoFiles.Opened> cases, List<DemoHouse.Staff> staff) {
    given(cases, staff, "most-rs", "contact-al", true)
        .ifPresent(
            g -> {
              accepted(g);
              done(g, g.from, Step.EARLY_RISK, "", "Nobody was followed here.");
              done(g, g.from, Step.INTERPRETATION, "", "Albanian, by telephone.");
              done(g, g.from, Step.RISK, "conditions", "Only if the aunt is visited first.");
              HandOver child = handOvers.find(g.id, g.from);
              UUID file = child.caseId();
              if (child.minor() && file != null) {
                panels.made(file, "repatriation", "I want to live with my aunt.", g.from);
                done(g, g.from, Step.BEST_INTERESTS, "in_favour", "Heard with an interpreter.");
              }
              done(g, g.from, Step.RETURN_CONSENT, "", "Wishes to live with the aunt.");
              record(
                  g,
                  g.from,
                  Step.TRAVEL,
                  "planned",
                  9,
                  new RecordedStep.Details(
                          "",
                          "",
                          "road",
                          "social_worker",
                          "border_crossing",
                          "Lane 4, blue roof",
                          "")
                      .at("10:30"));
              record(
                  g, g.to, Step.RECEPTION, "planned", 9, RecordedStep.Details.of("Two educators."));
              deliveries.deliverDue();
            });
  }

  private void followedUp(List<DemoFiles.Opened> cases, List<DemoHouse.Staff> staff) {
    given(cases, staff, "vedrina-mk", "contact-rs", false)
        .ifPresent(
            g -> {
              accepted(g);
              record(
                  g,
                  g.to,
                  Step.ARRIVED,
                  "done",
                  -21,
                  RecordedStep.Details.of("Met at the centre."));
              record(
                  g, g.to, Step.LONG_PLAN, "planned", 14, RecordedStep.Details.of("School first."));
              deliveries.deliverDue();
            });
  }

  private void accepted(Given given) {
    deliveries.deliverDue();
    handOvers.acknowledge(given.id, "Duty officer, day and night", given.to);
    received.accept(given.id, given.to);
    deliveries.deliverDue();
  }

  /** The organisation's first eligible case; refusals are accepted. */
  private Optional<Given> given(
      List<DemoFiles.Opened> cases,
      List<DemoHouse.Staff> staff,
      String from,
      String to,
      boolean returns) {
    Optional<SignedIn> recipient =
        staff.stream()
            .filter(s -> s.organisation().handle().equals(to) && s.is(Role.FOCAL_POINT))
            .map(DemoHouse.Staff::who)
            .findFirst();
    for (DemoFiles.Opened opened : cases) {
      if (recipient.isPresent()
          && !opened.closed()
          && opened.manager().organisation().handle().equals(from)) {
        try {
          UUID id =
              transaction.execute(
                  status -> send(opened, recipient.get(), returns, opened.manager().who()));
          return Optional.ofNullable(id)
              .map(made -> new Given(made, opened.manager().who(), recipient.get()));
        } catch (Refused refused) {
          // try the next case
        }
      }
    }
    return Optional.empty();
  }

  private UUID send(DemoFiles.Opened opened, SignedIn to, boolean returns, SignedIn from) {
    UUID basis =
        grounds.record(
            opened.id(),
            new LegalGround.Draft(
                "law",
                PURPOSE,
                to.organisation(),
                null,
                null,
                "Article 12 (demo)",
                Set.of("identity", "case", "health")),
            from);
    UUID id =
        handOvers.begin(
            opened.id(),
            new CrossBorderHandOvers.Draft(
                to.organisation(),
                PURPOSE,
                returns,
                clock.instant().plus(Duration.ofHours(24)),
                clock.instant().plus(Duration.ofDays(10)),
                "Please trace the family and say who could receive the person."),
            from);
    referrals.choose(id, List.of("known_as", "age", "gender", "languages", "form"), basis, from);
    referrals.send(id, from);
    return id;
  }

  private void done(Given given, SignedIn who, Step step, String result, String words) {
    record(
        given,
        who,
        step,
        "done",
        0,
        new RecordedStep.Details(
            result,
            step == Step.BEST_INTERESTS ? "Guardianship court (demo)" : "",
            "",
            "",
            "",
            "",
            words,
            "",
            step.asks(Step.Asks.CONSENT) ? "adult" : "",
            step.asks(Step.Asks.CONSENT) ? "Case manager (demo)" : "",
            step.asks(Step.Asks.CONSENT) ? "sq" : ""));
  }

  private void record(
      Given given, SignedIn who, Step step, String state, int days, RecordedStep.Details said) {
    HandOver found = handOvers.find(given.id, who);
    LocalDate on = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(days);
    handOvers.record(found.id(), new RecordedStep.Draft(step, state, on, said), who);
  }

  private record Given(UUID id, SignedIn from, SignedIn to) {}
}
