package org.passerelle.prosecute.joint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.FarShareRows;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exhibits that organisations of a joint team let each other read. A prosecutor shares one of the
 * investigation that was brought and ends it again; with the team, or once either side has left, it
 * ends by itself. Safe for concurrent use.
 */
@Service
public class JointExhibits {
  private final ShareRows rows;
  private final Exhibits exhibits;
  private final SharedExhibits shared;
  private final JointTeamSight sight;
  private final JointRecord records;
  private final FarShares far;
  private final FarShareRows farRows;
  private final Bringing bringing;

  JointExhibits(
      ShareRows rows,
      Exhibits exhibits,
      SharedExhibits shared,
      JointTeamSight sight,
      JointRecord records,
      FarShares far,
      FarShareRows farRows,
      Bringing bringing) {
    this.rows = rows;
    this.exhibits = exhibits;
    this.shared = shared;
    this.sight = sight;
    this.records = records;
    this.far = far;
    this.farRows = farRows;
    this.bringing = bringing;
  }

  /**
   * An exhibit that is shared.
   *
   * @param office organisation that shares it
   * @param far whether that is on another node
   * @param holder {@code there} if the office of another node holds it, {@code here} if this one
   *     holds one of theirs; empty where its page says so
   * @param broken whether a chain of custody came from there that does not follow the one here
   */
  public record Line(
      UUID office,
      UUID id,
      String number,
      String kind,
      String title,
      boolean far,
      String holder,
      boolean broken) {}

  /**
   * By number; once the team is over, what is held on the other side alone. The caller has opened
   * the team, which is logged.
   */
  @Transactional(readOnly = true)
  public List<Line> of(UUID id, SignedIn who) {
    JointTeam team = sight.find(id, who);
    Set<UUID> there =
        team.party(who.organisation()).stream()
            .map(JointTeam.Party::investigation)
            .filter(Objects::nonNull)
            .flatMap(investigation -> far.there(team, investigation).stream())
            .collect(Collectors.toUnmodifiableSet());
    Map<UUID, UUID> offices =
        rows.of(id).stream()
            .filter(one -> sight.shares(team, one.organisation()) || there.contains(one.exhibit()))
            .collect(
                Collectors.toUnmodifiableMap(
                    ShareRows.Share::exhibit, ShareRows.Share::organisation));
    return Stream.concat(
            shared.of(List.copyOf(offices.keySet())).stream()
                .map(one -> line(Objects.requireNonNull(offices.get(one.id())), one, there)),
            elsewhere(team).map(JointExhibits::line))
        .sorted(Comparator.comparing(Line::number))
        .toList();
  }

  private static Line line(UUID office, Exhibit one, Set<UUID> there) {
    return new Line(
        office,
        one.id(),
        one.number(),
        one.kind(),
        one.words().title(),
        false,
        there.contains(one.id()) ? "there" : "",
        false);
  }

  private static Line line(FarExhibit one) {
    FarExhibit.Content content = one.content();
    return new Line(
        one.office(),
        one.id(),
        content.number(),
        content.kind(),
        content.title(),
        true,
        content.heldHere() ? "here" : content.holder().equals("sender") ? "there" : "",
        one.broken() != null);
  }

  private Stream<FarExhibit> elsewhere(JointTeam team) {
    return farRows.of(team.id()).stream().filter(one -> isRead(team, one));
  }

  /** What this office holds is read until it is handed back, also after the end of the team. */
  private boolean isRead(JointTeam team, FarExhibit one) {
    return sight.shares(team, one.office()) || one.content().heldHere();
  }

  /**
   * One that the office of another node shares; the access is logged.
   *
   * @throws NotFound if it does not, or no longer
   */
  @Transactional
  public FarExhibit elsewhere(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.find(id, who);
    FarExhibit found =
        farRows.find(id, exhibit).filter(one -> isRead(team, one)).orElseThrow(NotFound::new);
    records.log(team, "joint.exhibit-read", who);
    return found;
  }

  /** Exhibits of the reader's investigation that can be shared. */
  @Transactional(readOnly = true)
  public List<Exhibit> shareable(UUID id, SignedIn who) {
    JointTeam team = sight.find(id, who);
    if (!far.reach(team)) {
      return List.of();
    }
    Map<UUID, ShareRows.Share> already =
        rows.of(id).stream()
            .collect(Collectors.toUnmodifiableMap(ShareRows.Share::exhibit, Function.identity()));
    return exhibits.of(brought(team, who), who).stream()
        .filter(Exhibit::held)
        .filter(one -> !already.containsKey(one.id()))
        .toList();
  }

  private static UUID brought(JointTeam team, SignedIn who) {
    return Objects.requireNonNull(
        team.party(who.organisation()).orElseThrow(NotFound::new).investigation());
  }

  /**
   * Shares an exhibit; sharing it twice changes nothing.
   *
   * @throws NotFound if it is not of the investigation that the user's organisation brings
   * @throws Refused if the team is over or not agreed yet, it was not taken in, or it or its
   *     description reveals somebody who is protected, or a shelter
   */
  @Transactional
  public void share(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.led(id, who);
    if (!team.agreed()) {
      throw new Refused("joint.refused.not-agreed");
    }
    if (!far.reach(team)) {
      throw new Refused("joint.refused.far");
    }
    UUID investigation = brought(team, who);
    Exhibit one = exhibits.find(investigation, exhibit, who);
    if (!one.held()) {
      throw new Refused("joint.refused.not-held").at("exhibit");
    }
    bringing.shareable(team, one, who);
    if (rows.share(id, exhibit, who)) {
      records.write(team, "joint.shared", who);
      far.tell(team, exhibit, who.organisation());
    }
  }

  /** Ends sharing; who holds the exhibit goes on holding it. Repeating it changes nothing. */
  @Transactional
  public void end(UUID id, UUID exhibit, SignedIn who) {
    JointTeam team = sight.led(id, who);
    far.hold(team, exhibit);
    if (rows.end(id, exhibit, who)) {
      records.write(team, "joint.unshared", who);
      far.end(team, exhibit, who.organisation());
    }
  }
}
