package org.passerelle.demo.prosecution;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.prosecute.investigation.Investigation;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.springframework.stereotype.Component;

/**
 * One invented investigation, from the first report to a judgment that can still be appealed. Each
 * part of its room has something to show, and some of it runs out this week.
 */
@Component
public class DemoProsecution {
  private final Investigations investigations;
  private final InvestigationTeam team;
  private final DemoAccused accused;
  private final DemoInquiry inquiry;
  private final DemoExhibits exhibits;
  private final DemoCourt court;
  private final Clock clock;

  DemoProsecution(
      Investigations investigations,
      InvestigationTeam team,
      DemoAccused accused,
      DemoInquiry inquiry,
      DemoExhibits exhibits,
      DemoCourt court,
      Clock clock) {
    this.investigations = investigations;
    this.team = team;
    this.accused = accused;
    this.inquiry = inquiry;
    this.exhibits = exhibits;
    this.court = court;
    this.clock = clock;
  }

  /** Enters it for a prosecutor whose office has an investigator. */
  public void enter(SignedIn prosecutor, Language language) {
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
    SignedIn investigator = investigator(prosecutor);
    team.add(id, investigator.user(), null, prosecutor);
    DemoCase in = new DemoCase(id, prosecutor, investigator, language, today);
    DemoAccused.Accused who = accused.enter(in);
    inquiry.enter(in, who);
    exhibits.enter(in);
    court.enter(in, who);
  }

  private SignedIn investigator(SignedIn prosecutor) {
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
