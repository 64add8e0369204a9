package org.passerelle.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.outbox.Deliveries;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.Desks;
import org.passerelle.protect.identity.desk.Entry;
import org.passerelle.protect.identity.desk.JointScreenings;
import org.passerelle.protect.identity.desk.ShiftBook;
import org.passerelle.protect.identity.desk.Shifts;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.springframework.stereotype.Component;

/**
 * A border desk of the demonstration between Albania and Kosovo: both sides on duty, some entries,
 * an open point, a screening signed by both sides. The agreement it is based on is invented.
 */
@Component
class DemoDesk {
  private static final String AGREEMENT = "al-xk-desk-demo";

  private final Desks desks;
  private final Shifts shifts;
  private final ShiftBook book;
  private final Screenings screenings;
  private final JointScreenings joints;
  private final DemoDeskAround around;
  private final Deliveries deliveries;
  private final Clock clock;

  DemoDesk(
      Desks desks,
      Shifts shifts,
      ShiftBook book,
      Screenings screenings,
      JointScreenings joints,
      DemoDeskAround around,
      Deliveries deliveries,
      Clock clock) {
    this.desks = desks;
    this.shifts = shifts;
    this.book = book;
    this.screenings = screenings;
    this.joints = joints;
    this.around = around;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** Does nothing if it was done before, or if its users do not exist. */
  void keep(List<DemoHouse.Staff> staff) {
    Optional<SignedIn> lead = find(staff, "ulliri-al", Role.SUPERVISOR);
    Optional<SignedIn> officer = find(staff, "ulliri-al", Role.CASE_MANAGER);
    Optional<SignedIn> otherLead = find(staff, "bliri-xk", Role.SUPERVISOR);
    Optional<SignedIn> other = find(staff, "bliri-xk", Role.CASE_MANAGER);
    Optional<SignedIn> manager =
        staff.stream()
            .filter(s -> s.is(Role.PROGRAMME_MANAGER))
            .map(DemoHouse.Staff::who)
            .findFirst();
    if (lead.isPresent()
        && officer.isPresent()
        && otherLead.isPresent()
        && other.isPresent()
        && manager.isPresent()
        && desks.of(lead.get()).isEmpty()) {
      around.agreement.enter(AGREEMENT, "AL", "XK", manager.get());
      UUID desk = agreed(lead.get(), otherLead.get());
      around.past.tell(desk, lead.get().organisation(), otherLead.get().organisation());
      work(desk, officer.get(), lead.get(), other.get(), otherLead.get());
    }
  }

  private static Optional<SignedIn> find(
      List<DemoHouse.Staff> staff, String organisation, Role role) {
    return staff.stream()
        .filter(s -> s.organisation().handle().equals(organisation) && s.is(role))
        .map(DemoHouse.Staff::who)
        .findFirst();
  }

  private UUID agreed(SignedIn lead, SignedIn otherLead) {
    UUID desk =
        desks.propose(
            new Desks.Draft(otherLead.organisation(), "Morina – Vërmica", AGREEMENT), lead);
    deliveries.deliverDue();
    desks.accept(desk, otherLead);
    deliveries.deliverDue();
    return desk;
  }

  private void work(
      UUID desk, SignedIn officer, SignedIn lead, SignedIn other, SignedIn otherLead) {
    desks.name(desk, Set.of(officer.user(), lead.user()), lead);
    desks.name(desk, Set.of(other.user(), otherLead.user()), otherLead);
    shifts.begin(desk, officer);
    shifts.begin(desk, other);
    write(desk, "child_alone", "A boy of about 13, alone, speaks Albanian only", "none", officer);
    write(desk, "look_out", "White van, waits at lane 4 every evening", "none", other);
    write(desk, "visit", "The Romani interpreter comes at six", "here", officer);
    write(desk, "other", "Please ask at the hotel behind the customs yard", "here", other);
    write(desk, "equipment", "The customs officer has the second key", "there", other);
    deliveries.deliverDue();
    UUID joint = shared(desk, officer);
    deliveries.deliverDue();
    sign(desk, joint, officer);
    deliveries.deliverDue();
    sign(desk, joint, other);
    deliveries.deliverDue();
  }

  private void write(UUID desk, String kind, String words, String point, SignedIn who) {
    book.write(desk, new Entry.Draft(kind, words, point), who);
  }

  private UUID shared(UUID desk, SignedIn officer) {
    Instant now = clock.instant();
    Answers answers =
        Answers.NONE
            .with("age_under_18", Answer.of(new Answer.Chosen("yes")))
            .with("age_estimate", Answer.of(new Answer.Amount(BigDecimal.valueOf(13))))
            .with("languages", Answer.of(new Answer.ChosenAll(List.of("sq"))))
            .with("act", Answer.of(new Answer.ChosenAll(List.of("transportation"))))
            .with("purpose", Answer.of(new Answer.ChosenAll(List.of("forced_begging"))));
    UUID screening =
        screenings.record(
            officer,
            "screening-short",
            answers,
            now.minus(Duration.ofMinutes(12)),
            now.minus(Duration.ofMinutes(7)));
    return joints.share(
        desk,
        screening,
        new JointScreenings.Draft(
            Set.of("case"),
            "protection_and_placement",
            "none",
            new StatedBasis.Choice("law", "Article 9 (demo)", null)),
        ZoneOffset.UTC,
        officer);
  }

  private void sign(UUID desk, UUID joint, SignedIn who) {
    Desk at = desks.find(desk, who);
    joints.sign(desk, joint, joints.find(at, joint, who).digest(), who);
  }
}
