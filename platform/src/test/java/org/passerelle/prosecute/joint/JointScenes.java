package org.passerelle.prosecute.joint;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.Scenes;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.House;

/** Joint teams for tests. */
public final class JointScenes {
  private final House house;
  private final Scenes scenes;

  public JointScenes(House house) {
    this.house = house;
    this.scenes = new Scenes(house);
  }

  public JointTeam.Draft draft(int days) {
    return draft(days, "Those who bring girls over the bridge");
  }

  public JointTeam.Draft draft(int days, String purpose) {
    return new JointTeam.Draft(
        "see_2006",
        scenes.today(),
        scenes.today().plusDays(days),
        new JointTeam.Words("Bridge", "12/26", "Article 27", purpose));
  }

  /** A team that one organisation proposes to others, for 90 days. */
  public UUID proposed(Scenes.Begun by, Scenes.Begun... invited) {
    Set<UUID> organisations = new HashSet<>();
    for (Scenes.Begun one : invited) {
      organisations.add(one.prosecutor().organisation());
    }
    return house
        .get(JointProposals.class)
        .propose(draft(90), by.id(), Set.of(), organisations, by.prosecutor());
  }

  /** The same, signed by all. */
  public UUID agreed(Scenes.Begun by, Scenes.Begun... others) {
    UUID team = proposed(by, others);
    for (Scenes.Begun one : others) {
      invitations().sign(team, one.id(), Set.of(), one.prosecutor());
    }
    return team;
  }

  /** A step of the plan for which an organisation is responsible. */
  public UUID step(UUID team, UUID organisation, int days, SignedIn who) {
    return house.get(JointPlan.class).add(team, step(organisation, days, "open", ""), who);
  }

  /** A step in other words, of the organisation that adds it. */
  UUID step(UUID team, String what, SignedIn who) {
    return house
        .get(JointPlan.class)
        .add(
            team,
            new JointStep.Draft(
                who.organisation(),
                scenes.today().plusDays(9),
                "open",
                new JointStep.Words(what, "")),
            who);
  }

  public JointStep.Draft step(UUID organisation, int days, String state, String note) {
    return new JointStep.Draft(
        organisation,
        scenes.today().plusDays(days),
        state,
        new JointStep.Words("Watch the bridge", note));
  }

  /** An investigator on the team of an investigation. */
  public SignedIn investigator(Scenes.Begun in) {
    SignedIn one = scenes.colleague(in.prosecutor().organisation(), Role.INVESTIGATOR);
    house.get(InvestigationTeam.class).add(in.id(), one.user(), null, in.prosecutor());
    return one;
  }

  /** A team on which the investigation's office is with another one. */
  public UUID whole(UUID investigation, SignedIn prosecutor) {
    return agreed(new Scenes.Begun(investigation, prosecutor), scenes.begun());
  }

  /** An invitation that waits for the prosecutor's office. */
  public UUID inviting(UUID investigation, SignedIn prosecutor) {
    return proposed(scenes.begun(), new Scenes.Begun(investigation, prosecutor));
  }

  JointTeams teams() {
    return house.get(JointTeams.class);
  }

  JointProposals proposals() {
    return house.get(JointProposals.class);
  }

  JointInvitations invitations() {
    return house.get(JointInvitations.class);
  }

  JointAmendments amendments() {
    return house.get(JointAmendments.class);
  }

  /** The amendment that waits for signatures. */
  UUID waiting(UUID team, SignedIn who) {
    return teams().open(team, who).proposed().orElseThrow().id();
  }

  private Moments moments() {
    return new Moments(
        house.get(Languages.class).texts(new Language("en")), ZoneOffset.UTC, house.clock());
  }

  /** How a team stands today for one who sees it. */
  String state(UUID team, SignedIn who) {
    return teams().open(team, who).state(moments().today());
  }

  /** What waits for somebody. */
  List<String> due(SignedIn who) {
    return house.get(JointDues.class).of(moments(), who).stream().map(JointDues.Due::kind).toList();
  }

  static void hidden(ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(NotFound.class);
  }

  static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessage(key);
  }

  /** Whether an act was done, and not refused because another was first. */
  static boolean done(Runnable act) {
    try {
      act.run();
      return true;
    } catch (NotFound | Refused late) {
      return false;
    }
  }
}
