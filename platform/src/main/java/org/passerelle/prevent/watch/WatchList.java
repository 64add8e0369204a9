package org.passerelle.prevent.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.prevent.tip.TipOutcomes;
import org.passerelle.refusal.ChangedMeanwhile;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.KeyedMarks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The watch list of an organisation: what stands on it, sightings and states. Thread-safe.
 *
 * <p>What is entered a second time becomes a sighting of the entry that is there (decision 0175).
 */
@Service
public class WatchList {
  /** Roles that read it. */
  public static final List<Role> READERS =
      List.of(Role.TRIAGE_OFFICER, Role.ANALYST, Role.PROSECUTOR, Role.INVESTIGATOR);

  private static final String SUBJECT = "watch";
  private static final int MARK_BYTES = 16;
  private final WatchRows rows;
  private final WatchFinds finds;
  private final TipOutcomes tips;
  private final List<WatchSource> sources;
  private final KeyedMarks marks;
  private final AuditLog audit;

  WatchList(
      WatchRows rows,
      WatchFinds finds,
      TipOutcomes tips,
      List<WatchSource> sources,
      KeyedMarks marks,
      AuditLog audit) {
    this.rows = rows;
    this.finds = finds;
    this.tips = tips;
    this.sources = List.copyOf(sources);
    this.marks = marks;
    this.audit = audit;
  }

  /** Whether the user changes the list; others read it. */
  public static boolean keeps(SignedIn who) {
    return who.is(Role.TRIAGE_OFFICER);
  }

  /** The entries of the user's organisation, the one seen or changed last first. */
  @Transactional(readOnly = true)
  public List<WatchEntry> list(SignedIn who) {
    return rows.of(who.organisation());
  }

  /**
   * An entry that was opened.
   *
   * @param near entries nearly the same
   * @param tips codes of tips it came from, by their identifiers; empty for whoever reads no tips
   * @param places where else it was found, among what the reader sees there
   */
  public record Opened(
      WatchEntry entry,
      List<WatchEntry.Sighting> sightings,
      List<WatchEntry.Step> steps,
      List<WatchEntry> near,
      Map<UUID, String> tips,
      List<WatchSource.Place> places) {
    public Opened {
      sightings = List.copyOf(sightings);
      steps = List.copyOf(steps);
      near = List.copyOf(near);
      tips = Map.copyOf(tips);
      places = List.copyOf(places);
    }
  }

  /** Opens an entry; logged. */
  @Transactional
  public Opened open(SignedIn who, UUID id) {
    WatchEntry entry = find(who, id);
    audit.write(who, "watch.read", SUBJECT, id, Map.of());
    return new Opened(
        entry,
        rows.sightings(who.organisation(), id).stream()
            .map(sighting -> finds.named(who, entry, sighting))
            .toList(),
        rows.steps(id),
        finds.near(who, entry),
        keeps(who) ? tips.codes(who, rows.tips(id)) : Map.of(),
        sources.stream()
            .flatMap(source -> source.found(text -> WatchFinds.standsIn(entry, text), who).stream())
            .toList());
  }

  private WatchEntry find(SignedIn who, UUID id) {
    return rows.find(who.organisation(), id).orElseThrow(NotFound::new);
  }

  /** An entry as it stands, without a line in the log; for a form about it. */
  @Transactional(readOnly = true)
  public WatchEntry current(SignedIn who, UUID id) {
    return find(who, id);
  }

  /**
   * What was seen.
   *
   * @param day when
   * @param place where, in words
   */
  public record Seen(LocalDate day, String place) {}

  /**
   * What is entered.
   *
   * @param kind one of {@link WatchEntry#KINDS}, or {@code picture}
   * @param picture the hash of a picture, or null
   * @param tip the tip it came from, or null
   */
  public record New(String kind, String words, @Nullable Long picture, @Nullable UUID tip) {

    /** A picture as it was uploaded, which is not kept. */
    public static New picture(byte[] sent, String shows, @Nullable UUID tip) {
      return new New(WatchEntry.PICTURE, shows, PictureHash.of(sent), tip);
    }
  }

  /**
   * What became of it.
   *
   * @param known whether it stood there already, and is now a sighting of that entry
   * @param near codes of entries nearly the same
   */
  public record Entered(UUID id, boolean known, List<String> near) {
    public Entered {
      near = List.copyOf(near);
    }
  }

  /**
   * Enters something with its first sighting.
   *
   * @throws Refused if there is nothing by which it could be found again
   */
  @Transactional
  public Entered enter(SignedIn who, New entry, Seen seen) {
    UUID organisation = who.organisation();
    String mark = marks.mark(organisation, "watch", key(entry), MARK_BYTES);
    Optional<UUID> inserted =
        rows.hold(organisation, entry.kind(), mark).isPresent()
            ? Optional.empty()
            : rows.insert(organisation, entry, mark, seen.day(), who.user());
    WatchEntry stands =
        inserted
            .map(id -> rows.hold(organisation, id))
            .or(() -> rows.hold(organisation, entry.kind(), mark))
            .orElseThrow(NotFound::new);
    if (inserted.isPresent()) {
      rows.state(stands.id(), stands.state(), 1, who.user());
      audit.write(who, "watch.entered", SUBJECT, stands.id(), Map.of("kind", entry.kind()));
    } else {
      audit.write(who, "watch.sighted", SUBJECT, stands.id(), Map.of());
    }
    rows.sighted(organisation, stands.id(), seen, who.user());
    UUID tip = entry.tip();
    if (tip != null) {
      tips.watched(who, tip, stands.id());
      rows.link(stands.id(), tip, who.user());
    }
    return new Entered(
        stands.id(),
        inserted.isEmpty(),
        finds.near(who, stands).stream().map(WatchEntry::code).toList());
  }

  private static String key(New entry) {
    Long picture = entry.picture();
    String key =
        picture == null
            ? ComparedWords.of(entry.words()).key(entry.kind())
            : Long.toHexString(picture);
    if (key.isEmpty()) {
      throw new Refused(
              entry.kind().equals("phone") ? "watch.refused.phone" : "watch.refused.words")
          .at("words");
    }
    return key;
  }

  /** Adds a sighting. */
  @Transactional
  public void sighted(SignedIn who, UUID id, Seen seen) {
    rows.hold(who.organisation(), id);
    rows.sighted(who.organisation(), id, seen, who.user());
    audit.write(who, "watch.sighted", SUBJECT, id, Map.of());
  }

  /**
   * Sets the state of an entry.
   *
   * @param state one of {@link WatchEntry#STATES}
   * @param version when its page was opened
   * @throws ChangedMeanwhile if a colleague set another one since
   */
  @Transactional
  public void state(SignedIn who, UUID id, String state, int version) {
    WatchEntry entry = rows.hold(who.organisation(), id);
    if (entry.version() != version) {
      throw new ChangedMeanwhile(version, entry.version());
    }
    rows.state(id, state, version + 1, who.user());
    audit.write(who, "watch.state", SUBJECT, id, Map.of("from", entry.state(), "to", state));
  }

  /** Removes an entry with its sightings. */
  @Transactional
  public void remove(SignedIn who, UUID id) {
    rows.hold(who.organisation(), id);
    rows.delete(List.of(id));
    audit.write(who, "watch.removed", SUBJECT, id, Map.of());
  }
}
