package org.passerelle.prosecute.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Moments;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits for somebody in joint teams: invitations, amendments, teams that end, steps of their
 * plans, exhibits that are offered, the evaluation after the end.
 */
@Service
public class JointDues {
  /** Address of the list. */
  public static final String HERE = "/prosecute/joint-teams";

  /** Address below which an invitation is answered. */
  public static final String INVITATIONS = "/prosecute/joint-invitations";

  /** Within how many days an invitation is to be answered. */
  static final int ANSWER_DAYS = 14;

  /** How many days before its last day a team is said to end. */
  static final int ENDS_WITHIN_DAYS = 30;

  /** How early a step of the reader's organisation is listed. */
  static final int STEP_DAYS = 7;

  /** Within how many days after its end a team is to be evaluated. */
  static final int EVALUATION_DAYS = 30;

  private final JointTeamSight sight;
  private final PlanStepRows steps;
  private final EvaluationRows evaluations;
  private final SharedExhibits exhibits;
  private final FarCustodyRows elsewhere;

  JointDues(
      JointTeamSight sight,
      PlanStepRows steps,
      EvaluationRows evaluations,
      SharedExhibits exhibits,
      FarCustodyRows elsewhere) {
    this.sight = sight;
    this.steps = steps;
    this.evaluations = evaluations;
    this.exhibits = exhibits;
    this.elsewhere = elsewhere;
  }

  /**
   * Something in a joint team that waits for the reader, or runs out. Without any text that
   * somebody wrote, since it stands on first pages.
   *
   * @param kind its text is {@code joint.due.KIND}
   * @param called what the team, or an exhibit, is called, such as {@code JIT-0A1B2C3D}
   * @param day last day
   * @param at address of the page where it is done
   */
  public record Due(String kind, String called, LocalDate day, String at) {
    /** Key of the text that says what it is about, by what that is called. */
    public String of() {
      return kind.equals("exhibit") ? "joint.due.of-exhibit" : "joint.due.of";
    }

    /** When it runs out for a reader. */
    public Instant due(Moments moments) {
      return moments.end(day);
    }
  }

  /** Earliest first. */
  @Transactional(readOnly = true)
  public List<Due> of(Moments moments, SignedIn who) {
    List<Due> due = new ArrayList<>();
    sight.invitations(who).forEach(team -> due.add(invited(team, moments, who)));
    LocalDate today = moments.today();
    exhibits.offered(who).forEach(one -> due.add(offered(one, moments)));
    List<JointTeam> all = sight.all(who);
    Map<UUID, JointTeam> running = new HashMap<>();
    for (JointTeam team : all) {
      if (!team.state(today).equals("ended")) {
        running.put(team.id(), team);
        running(team, moments, due, who);
      }
    }
    if (who.is(Role.PROSECUTOR)) {
      due.addAll(ended(all.stream().filter(team -> !running.containsKey(team.id())).toList(), who));
    }
    steps.due(running.keySet(), who.organisation(), today.plusDays(STEP_DAYS)).stream()
        .map(step -> toDo(step, Objects.requireNonNull(running.get(step.team()))))
        .forEach(due::add);
    elsewhere.waiting(running.keySet(), who.user()).stream()
        .map(one -> offered(one, Objects.requireNonNull(running.get(one.team())), moments))
        .forEach(due::add);
    return due.stream().sorted(Comparator.comparing(Due::day)).toList();
  }

  private List<Due> ended(List<JointTeam> teams, SignedIn who) {
    Set<UUID> done =
        evaluations.evaluated(teams.stream().map(JointTeam::id).toList(), who.organisation());
    return teams.stream()
        .filter(team -> team.cameAbout() && !done.contains(team.id()))
        .map(
            team ->
                new Due(
                    "evaluation",
                    team.called(),
                    team.end().plusDays(EVALUATION_DAYS),
                    HERE + "/" + team.id() + "/evaluation"))
        .toList();
  }

  private static Due toDo(PlanStepRows.Due step, JointTeam team) {
    return new Due(
        "step", team.called(), step.day(), HERE + "/" + team.id() + "/plan/" + step.step());
  }

  private static Due offered(SharedExhibits.Offered one, Moments moments) {
    return new Due(
        "exhibit",
        one.number(),
        answered(one.at(), moments),
        "/prosecute/shared-exhibits/" + one.exhibit());
  }

  /** By its team: what another node calls an exhibit is sealed. */
  private static Due offered(FarCustodyRows.Offered one, JointTeam team, Moments moments) {
    return new Due(
        "far-exhibit",
        team.called(),
        answered(one.at(), moments),
        HERE + "/" + team.id() + "/exhibits/" + one.exhibit());
  }

  private static LocalDate answered(Instant offered, Moments moments) {
    return LocalDate.ofInstant(offered.plus(Custody.TAKEN_WITHIN), moments.zone());
  }

  private static Due invited(JointTeam team, Moments moments, SignedIn who) {
    LocalDate since =
        LocalDate.ofInstant(team.party(who.organisation()).orElseThrow().at(), moments.zone());
    return new Due(
        "invited", team.called(), since.plusDays(ANSWER_DAYS), INVITATIONS + "/" + team.id());
  }

  private static void running(JointTeam team, Moments moments, List<Due> due, SignedIn who) {
    String at = HERE + "/" + team.id();
    if (!team.until().isAfter(moments.today().plusDays(ENDS_WITHIN_DAYS))) {
      due.add(new Due("ends", team.called(), team.until(), at));
    }
    if (who.is(Role.PROSECUTOR)) {
      team.proposed()
          .filter(one -> !one.signed().contains(who.organisation()))
          .map(one -> new Due(one.kind(), team.called(), signedBy(one, team, moments), at))
          .ifPresent(due::add);
    }
  }

  /**
   * An extension helps until the last day; an organisation that would join does not wait as long.
   */
  private static LocalDate signedBy(
      JointTeam.Amendment amendment, JointTeam team, Moments moments) {
    LocalDate answered = LocalDate.ofInstant(amendment.at(), moments.zone()).plusDays(ANSWER_DAYS);
    return amendment.newcomer() == null || answered.isAfter(team.until()) ? team.until() : answered;
  }
}
