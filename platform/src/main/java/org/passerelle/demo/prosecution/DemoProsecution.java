package org.passerelle.demo.prosecution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.prosecute.investigation.Investigation;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.springframework.stereotype.Component;

/**
 * One invented investigation, from the first report to a judgment that can still be appealed. Each
 * part of its room has something to show, and some of it runs out this week. A second office works
 * on it in a joint team.
 */
@Component
public class DemoProsecution {
  private final Investigations investigations;
  private final InvestigationTeam team;
  private final DemoAccused accused;
  private final DemoInquiry inquiry;
  private final DemoExhibits exhibits;
  private final DemoCourt court;
  private final DemoJointTeam joint;
  private final Clock clock;

  DemoProsecution(
      Investigations investigations,
      InvestigationTeam team,
      DemoAccused accused,
      DemoInquiry inquiry,
      DemoExhibits exhibits,
      DemoCourt court,
      DemoJointTeam joint,
      Clock clock) {
    this.investigations = investigations;
    this.team = team;
    this.accused = accused;
    this.inquiry = inquiry;
    this.exhibits = exhibits;
    this.court = court;
    this.joint = joint;
    this.clock = clock;
  }

  /** A prosecutor whose office has an investigator, and the language they work in. */
  public record Office(SignedIn prosecutor, Language language) {}

  /**
   * Enters it.
   *
   * @param other which brings an investigation of its own into a joint team; null if there is none
   */
  public void enter(Office office, @Nullable Office other) {
    SignedIn prosecutor = office.prosecutor();
    Language language = office.language();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    UUID id =
        investigations.begin(
            new Investigation.Draft(
                "trafficking",
                "FR",
                "forced_criminality",
                today.minusDays(206),
                new Investigation.Words(
                    DemoCase.words("title", language),
                    DemoCase.words("reference", language),
                    DemoCase.words("summary", language))),
            prosecutor);
    SignedIn investigator = investigator(team, prosecutor);
    team.add(id, investigator.user(), null, prosecutor);
    DemoCase in = new DemoCase(id, prosecutor, investigator, language, today);
    DemoAccused.Accused who = accused.enter(in);
    inquiry.enter(in, who);
    UUID held = exhibits.enter(in);
    court.enter(in, who);
    if (other != null) {
      joint.agree(in, held, other);
    }
  }

  static SignedIn investigator(InvestigationTeam team, SignedIn prosecutor) {
    return team.eligible(prosecutor).stream()
        .filter(user -> user.roles().contains(Role.INVESTIGATOR))
        .findFirst()
        .map(
            user ->
                new SignedIn(
                    user.id(),
                    user.name(),
                    user.organisation(),
                    prosecutor.organisationName(),
                    user.roles()))
        .orElseThrow();
  }
}
