package org.passerelle.demo.prosecution;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.charge.Charge;
import org.passerelle.prosecute.charge.Charges;
import org.passerelle.prosecute.hearing.ChildHearing;
import org.passerelle.prosecute.hearing.ChildHearings;
import org.passerelle.prosecute.suspect.NonPunishment;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.Traits;
import org.passerelle.prosecute.victim.Victim;
import org.passerelle.prosecute.victim.Victims;
import org.springframework.stereotype.Component;

/** Victims, suspects and charges of the invented investigation, and the hearing of a child. */
@Component
class DemoAccused {
  private static final String MINOR = "trafficking-minor-fr";
  private final Victims victims;
  private final Suspects suspects;
  private final Traits traits;
  private final NonPunishment nonPunishment;
  private final Charges charges;
  private final ChildHearings hearings;

  DemoAccused(
      Victims victims,
      Suspects suspects,
      Traits traits,
      NonPunishment nonPunishment,
      Charges charges,
      ChildHearings hearings) {
    this.victims = victims;
    this.suspects = suspects;
    this.traits = traits;
    this.nonPunishment = nonPunishment;
    this.charges = charges;
    this.hearings = hearings;
  }

  /**
   * Who is accused of what.
   *
   * @param child the victim who is a child
   * @param recruiter who is charged and not judged yet
   * @param driver who is judged
   * @param brought charges before the court: of the recruiter, then of the driver
   */
  record Accused(UUID child, UUID recruiter, UUID driver, List<UUID> brought) {
    Accused {
      brought = List.copyOf(brought);
    }
  }

  Accused enter(DemoCase in) {
    UUID child = victim(in, true, "female", 190);
    UUID young = victim(in, false, "male", 185);
    UUID recruiter = suspect(in, "natural", "Adrian T.", "recruiter", null);
    UUID driver = suspect(in, "natural", "Mirela T.", "driver", null);
    UUID company = suspect(in, "legal", in.words("company"), "", null);
    UUID compelled = suspect(in, "natural", "Luan K.", "deliverer", young);
    traits.add(
        in.id(), recruiter, "phone", new Traits.Words("+33600000021", ""), in.investigator());
    nonPunishment.raise(in.id(), compelled, in.words("compelled"), in.investigator());
    UUID first = charge(in, recruiter, List.of(child), true);
    UUID second = charge(in, driver, List.of(child), true);
    charge(in, company, List.of(child), false);
    charge(in, compelled, List.of(), false);
    hear(in, child);
    return new Accused(child, recruiter, driver, List.of(first, second));
  }

  private UUID victim(DemoCase in, boolean minor, String gender, int daysAgo) {
    return victims.enterOwn(
        in.id(),
        new Victim.Facts(
            "forced_criminality", "FR", minor, gender, List.of("AL"), in.daysAgo(daysAgo)),
        in.investigator());
  }

  private UUID suspect(
      DemoCase in, String nature, String name, String remarks, @Nullable UUID victim) {
    String said = remarks.isEmpty() ? "" : in.words(remarks);
    return suspects.enter(
        in.id(),
        new Suspect.Draft(
            nature,
            "suspect",
            new Suspect.Identity(name, "", "", "", said),
            victim,
            new Suspect.Coded(null, null, null, null, null)),
        in.investigator());
  }

  private UUID charge(DemoCase in, UUID suspect, List<UUID> about, boolean brought) {
    UUID charge =
        charges.propose(
            in.id(),
            new Charge.Draft(
                suspect, about.isEmpty() ? "trafficking-fr" : MINOR, in.daysAgo(200), about),
            in.investigator());
    if (brought) {
      charges.bring(in.id(), charge, in.daysAgo(115), "", in.prosecutor());
    }
    return charge;
  }

  private void hear(DemoCase in, UUID child) {
    hearings.plan(
        in.id(),
        new ChildHearing.Plan(
            child,
            in.today().plusDays(2).atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC),
            "specialised",
            "video",
            "sq",
            List.of("apart", "link", "same_person", "breaks"),
            new ChildHearing.Words(
                in.words("room"),
                in.words("interviewer"),
                in.words("interpreter"),
                in.words("support"),
                "",
                "",
                "")),
        in.investigator());
  }
}
