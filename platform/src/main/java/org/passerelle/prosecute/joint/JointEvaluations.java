package org.passerelle.prosecute.joint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each organisation says of a joint team after its end. A prosecutor of each answers; all who
 * were on the team to its end read it, also on another node. Safe for concurrent use.
 */
@Service
public class JointEvaluations {
  private final EvaluationRows rows;
  private final JointTeamSight sight;
  private final JointRecord records;
  private final Bringing bringing;
  private final JointPost post;

  JointEvaluations(
      EvaluationRows rows,
      JointTeamSight sight,
      JointRecord records,
      Bringing bringing,
      JointPost post) {
    this.rows = rows;
    this.sight = sight;
    this.records = records;
    this.bringing = bringing;
    this.post = post;
  }

  /**
   * Who answered first first; nothing before the end, which another node may have reached earlier.
   * The caller has opened the team, which is logged.
   */
  @Transactional(readOnly = true)
  public List<JointEvaluation> of(UUID team, SignedIn who) {
    return sight.isOver(sight.find(team, who)) ? rows.of(team) : List.of();
  }

  /** That of the reader's organisation. */
  @Transactional(readOnly = true)
  public Optional<JointEvaluation> own(UUID team, SignedIn who) {
    sight.find(team, who);
    return rows.of(team).stream()
        .filter(one -> one.organisation().equals(who.organisation()))
        .findFirst();
  }

  /**
   * Answers for the user's organisation, or changes what it said.
   *
   * @param version as shown when the form was opened; 0 if nothing was said
   * @throws Refused if the team has not ended or never came about, or a text names a shelter or
   *     somebody who is protected
   * @throws ChangedMeanwhile if a colleague saved in between
   */
  @Transactional
  public void answer(UUID id, JointEvaluation.Draft draft, int version, SignedIn who) {
    JointTeam team = sight.ended(id, who);
    bringing.protects(
        Objects.requireNonNull(team.party(who.organisation()).orElseThrow().investigation()),
        draft.words(),
        who);
    if (!rows.save(team, draft, version, who)) {
      throw new ChangedMeanwhile(
          version,
          rows.of(id).stream()
              .filter(one -> one.organisation().equals(who.organisation()))
              .mapToInt(JointEvaluation::version)
              .findFirst()
              .orElse(version));
    }
    records.write(team, "joint.evaluated", who);
    own(id, who).ifPresent(said -> post.evaluated(team, said, who));
  }
}
