package org.passerelle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.passerelle.access.Role;
import org.passerelle.demo.people.DemoPeople;
import org.passerelle.demo.people.DemoPhrases;
import org.passerelle.demo.people.DemoStories;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.sharing.consent.ConsentDraft;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Consents and referrals of the demonstration, sent and answered through the same interfaces as
 * real ones.
 */
@Component
class DemoReferrals {
  private static final List<String> SERVICES =
      List.of(
          "shelter",
          "medical_care",
          "psychological_care",
          "legal_aid",
          "interpretation",
          "family_tracing");
  private final Consents consents;
  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final Declines declines;
  private final DemoGuardians guardians;
  private final Deliveries deliveries;
  private final Clock clock;
  private final TransactionTemplate transaction;

  DemoReferrals(
      Consents consents,
      Referrals referrals,
      ReceivedReferrals received,
      Declines declines,
      DemoGuardians guardians,
      Deliveries deliveries,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.consents = consents;
    this.referrals = referrals;
    this.received = received;
    this.declines = declines;
    this.guardians = guardians;
    this.deliveries = deliveries;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  void send(
      List<DemoFiles.Opened> cases,
      List<DemoHouse.Staff> staff,
      DemoStories stories,
      RandomGenerator random) {
    List<DemoHouse.Staff> receiving =
        staff.stream().filter(s -> s.is(Role.CASE_MANAGER) || s.is(Role.FOCAL_POINT)).toList();
    int wanted = Math.min(160, cases.size() / 10);
    int sent = 0;
    for (int i = 0; i < cases.size() && sent < wanted; i++) {
      DemoFiles.Opened opened = cases.get(i);
      // every fourth goes to the first organisation, so that its users have something to answer
      DemoHouse.Staff to =
          random.nextInt(4) == 0 ? receiving.get(0) : DemoPeople.pick(receiving, random);
      if (opened.closed() || to.organisation().id().equals(opened.manager().organisation().id())) {
        continue;
      }
      if (attempt(opened, to, stories, random)) {
        sent++;
      }
    }
    deliveries.deliverDue();
    for (DemoHouse.Staff recipient : receiving) {
      answer(recipient, random);
    }
    deliveries.deliverDue();
  }

  /** Refusals (asylum, a missing instrument) are accepted: they are part of the picture. */
  private boolean attempt(
      DemoFiles.Opened opened, DemoHouse.Staff to, DemoStories stories, RandomGenerator random) {
    try {
      transaction.executeWithoutResult(status -> send(opened, to, stories, random));
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private void send(
      DemoFiles.Opened opened, DemoHouse.Staff to, DemoStories stories, RandomGenerator random) {
    DemoHouse.Staff from = opened.manager();
    String service = DemoPeople.pick(SERVICES, random);
    String purpose =
        service.equals("family_tracing")
            ? "family_tracing"
            : service.equals("shelter") ? "protection_and_placement" : "assistance";
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    boolean guarded = opened.child();
    UUID guardian = guarded ? guardians.of(opened) : null;
    UUID basis =
        consents.record(
            opened.id(),
            new ConsentDraft(
                true,
                purpose,
                to.organisation().id(),
                Set.of("identity", "case", "health", "contact"),
                guarded ? "child_with_guardian" : "adult",
                guardian,
                "en",
                false,
                "appropriate_safeguards",
                today,
                today.plusMonths(6),
                ""),
            from.who());
    UUID id =
        referrals.draft(
            opened.id(),
            new Referral.Draft(
                to.organisation().id(),
                service,
                purpose,
                clock.instant().plus(Duration.ofHours(random.nextInt(4, 24 * 12))),
                stories.text(
                    "referral-requests", opened.form(), opened.child(), from.language(), random)),
            from.who());
    referrals.choose(
        id, Released.neededFor(service).stream().map(Released::code).toList(), basis, from.who());
    referrals.send(id, from.who());
  }

  private void answer(DemoHouse.Staff recipient, RandomGenerator random) {
    for (var waiting : received.mine(recipient.who(), 50)) {
      if (!waiting.state().equals("open")) {
        continue;
      }
      int draw = random.nextInt(10);
      if (draw < 4) {
        received.accept(waiting.id(), recipient.who());
      } else if (draw < 6) {
        declines.decline(
            waiting.id(),
            "no_capacity",
            DemoPhrases.words("declined", recipient.language()),
            recipient.who());
      }
    }
  }
}
