package org.passerelle.prosecute.joint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.investigation.InvestigationOutlines;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.Worded;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Organisations that could join a team later, and what they would read in it. */
@Component
class Newcomers {
  private final InvestigationOutlines outlines;
  private final PlanStepRows steps;
  private final ShareRows shares;
  private final Exhibits exhibits;
  private final Bringing bringing;
  private final InvestigationRecord texts;

  Newcomers(
      InvestigationOutlines outlines,
      PlanStepRows steps,
      ShareRows shares,
      Exhibits exhibits,
      Bringing bringing,
      InvestigationRecord texts) {
    this.outlines = outlines;
    this.steps = steps;
    this.shares = shares;
    this.exhibits = exhibits;
    this.bringing = bringing;
    this.texts = texts;
  }

  /**
   * Organisations with investigations that are not on the team, were not asked, and did not leave.
   */
  List<UUID> askable(JointTeam team) {
    return outlines.organisations().stream()
        .filter(one -> team.party(one).filter(party -> !party.declined()).isEmpty())
        .toList();
  }

  /**
   * Looks again at what an organisation would read: the agreement, why others declined or left, the
   * plan, and what the reader's organisation shares. Since it was written, somebody may have become
   * protected, and there are other shelters.
   *
   * @throws Refused at the first that names a shelter of one of them, or somebody whom the reader's
   *     investigation protects
   */
  void check(JointTeam team, UUID newcomer, SignedIn who) {
    UUID investigation =
        Objects.requireNonNull(team.party(who.organisation()).orElseThrow().investigation());
    Map<String, String> told = written(team);
    for (ShareRows.Share share : shares.of(team.id())) {
      if (share.organisation().equals(who.organisation())) {
        Exhibit one = exhibits.find(investigation, share.exhibit(), who);
        if (bringing.revealed(one, who).isPresent()) {
          throw refused(one.number());
        }
        told.put(one.number(), text(one.words()));
      }
    }
    Predicate<String> reveals = bringing.revealing(investigation, who);
    told.forEach(
        (where, text) -> {
          if (reveals.test(text)) {
            throw refused(where);
          }
        });
    try {
      texts.check(
          told,
          Stream.concat(team.organisations().stream(), Stream.of(newcomer)).distinct().toList());
    } catch (Refused named) {
      throw refused(named.field());
    }
  }

  private Map<String, String> written(JointTeam team) {
    Map<String, String> written = new LinkedHashMap<>();
    written.put(
        team.called(),
        Stream.concat(
                Stream.of(text(team.words())), team.parties().stream().map(JointTeam.Party::reason))
            .reduce("", Newcomers::joined));
    steps
        .of(team.id())
        .forEach(step -> written.put(team.called() + "/" + step.number(), text(step.words())));
    return written;
  }

  private static String text(Worded words) {
    return words.texts().values().stream().sorted().reduce("", Newcomers::joined);
  }

  private static String joined(String some, String more) {
    return some + "\n" + more;
  }

  private static Refused refused(String where) {
    return new Refused("joint.refused.rereads", where).at("amendments");
  }
}
