package org.passerelle.prevent.tip;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.UserDeactivated;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.KeyedMarks;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work of a triage team on tips: reading, assessing, answering, closing. Every reading writes a
 * line in the log. Thread-safe.
 */
@Service
public class Triage {
  /** Tips that no partner reported. */
  public static final String PUBLIC = "public";

  private static final String SUBJECT = "tip";
  private static final int MARK_BYTES = 16;
  private static final int SHORTEST_COMPARED = 20;
  private final TipRows rows;
  private final SecondRows seconds;
  private final TipTeams teams;
  private final TipPartners partners;
  private final KeyedMarks marks;
  private final AuditLog audit;
  private final JdbcClient db;
  private final Clock clock;

  Triage(
      TipRows rows,
      SecondRows seconds,
      TipTeams teams,
      TipPartners partners,
      KeyedMarks marks,
      AuditLog audit,
      JdbcClient db,
      Clock clock) {
    this.rows = rows;
    this.seconds = seconds;
    this.teams = teams;
    this.partners = partners;
    this.marks = marks;
    this.audit = audit;
    this.db = db;
    this.clock = clock;
  }

  /** Tips that the user's team sees; those in danger first. */
  @Transactional(readOnly = true)
  public List<Tip> list(SignedIn who, boolean closed) {
    return list(who, closed, "");
  }

  /**
   * Those of some senders.
   *
   * @param from {@link #PUBLIC}, a sector, the identifier of a partner, or empty for all
   */
  @Transactional(readOnly = true)
  public List<Tip> list(SignedIn who, boolean closed, String from) {
    return rows.seen(who.organisation(), closed, from);
  }

  /** Opens a tip; logged. */
  @Transactional
  public OpenedTip open(SignedIn who, UUID id) {
    Tip tip = held(who, id);
    List<OpenedTip.Part> parts = parts(tip);
    boolean own = isOwn(who, tip);
    UUID added = tip.added();
    if (own && tip.isUnread()) {
      tip = TipChange.of(tip).read(clock.instant(), sameMark(tip, parts)).done();
      rows.update(tip);
    } else if (own && added != null) {
      tip = TipChange.of(tip).readOn().done();
      rows.update(tip);
    }
    audit.write(who, "tip.read", SUBJECT, id, Map.of());
    return new OpenedTip(
        tip,
        own,
        parts,
        own ? rows.same(tip) : List.of(),
        seconds.of(id),
        added,
        partners.sender(id));
  }

  private List<OpenedTip.Part> parts(Tip tip) {
    List<OpenedTip.Part> parts = new ArrayList<>();
    for (TipPart part : rows.parts(tip.id())) {
      parts.add(
          new OpenedTip.Part(
              part.id(),
              part.at(),
              part.author(),
              Optional.ofNullable(part.by()),
              teams.open(tip.organisation(), part.sealed())));
    }
    return parts;
  }

  /** A short text would recognise too much: "help" is no sign of the same sender. */
  private @Nullable String sameMark(Tip tip, List<OpenedTip.Part> parts) {
    String text =
        parts.get(0).content().map(TipContent::what).orElse("").replaceAll("\\s+", " ").strip();
    return text.length() < SHORTEST_COMPARED
        ? null
        : marks.mark(tip.organisation(), "tips", text, MARK_BYTES);
  }

  /** A file of a tip, as it was attached; logged. */
  @Transactional
  public TipContent.TipFile file(SignedIn who, UUID id, UUID part, int number) {
    Tip tip = held(who, id);
    List<TipContent.TipFile> files =
        parts(tip).stream()
            .filter(one -> one.id().equals(part))
            .flatMap(one -> one.content().stream())
            .flatMap(content -> content.files().stream())
            .toList();
    if (number < 0 || number >= files.size()) {
      throw new NotFound();
    }
    audit.write(who, "tip.file-read", SUBJECT, id, Map.of());
    return files.get(number);
  }

  /** Takes a tip, or gives it back. */
  @Transactional
  public void take(SignedIn who, UUID id, boolean takes) {
    Tip tip = workedOn(who, id);
    rows.update(TipChange.of(tip).heldBy(takes ? who.user() : null).done());
    audit.write(who, takes ? "tip.taken" : "tip.given-back", SUBJECT, id, Map.of());
  }

  /**
   * An assessment.
   *
   * @param category form of exploitation
   * @param urgency one of {@link Tip#URGENCIES}
   * @param stage one of {@link Tip#SHARED}
   */
  public record Assessment(String category, String urgency, String stage) {}

  /** Says what a tip is about, how urgent it is and where it stands. */
  @Transactional
  public void assess(SignedIn who, UUID id, Assessment assessment) {
    Tip tip = workedOn(who, id);
    Instant due = clock.instant().plus(Tip.URGENCIES.getOrDefault(assessment.urgency(), Tip.READ));
    rows.update(
        TipChange.of(tip)
            .assessed(assessment.category(), assessment.urgency(), assessment.stage(), due)
            .done());
    audit.write(
        who,
        "tip.assessed",
        SUBJECT,
        id,
        Map.of(
            "category",
            assessment.category(),
            "urgency",
            assessment.urgency(),
            "stage",
            assessment.stage()));
  }

  /**
   * Answers the writer, who reads it with the code.
   *
   * @throws Refused if a partner reported it, which has no code
   */
  @Transactional
  public void answer(SignedIn who, UUID id, String text) {
    Tip tip = workedOn(who, id);
    if (tip.partner() != null) {
      throw new Refused("triage.refused.partner");
    }
    TipContent content = TipContent.words("answer", text);
    rows.part(
        id,
        "team",
        who.user(),
        null,
        TipEnvelope.seal(content, teams.recipient(tip.organisation())),
        TipEnvelope.seal(content, tip.writer()));
    audit.write(who, "tip.answered", SUBJECT, id, Map.of());
  }

  /** A note for colleagues, which the writer never sees. */
  @Transactional
  public void note(SignedIn who, UUID id, String text) {
    Tip tip = workedOn(who, id);
    note(tip, who, text);
    audit.write(who, "tip.noted", SUBJECT, id, Map.of());
  }

  void note(Tip tip, SignedIn who, String text) {
    rows.part(
        tip.id(),
        "note",
        who.user(),
        null,
        TipEnvelope.seal(TipContent.words("note", text), teams.recipient(tip.organisation())),
        null);
  }

  /**
   * Closes a tip with a reason.
   *
   * @param outcome one of {@link Tip#REASONED}
   * @param duplicate code of the tip that says the same, or empty
   * @throws Refused if that is no other tip of this team
   */
  @Transactional
  public void close(SignedIn who, UUID id, String outcome, String reason, String duplicate) {
    Tip tip = ownOpen(who, id);
    if (outcome.equals("duplicate")
        && rows.byCode(tip.organisation(), duplicate)
            .filter(other -> !other.id().equals(id))
            .isEmpty()) {
      throw new Refused("triage.refused.duplicate").at("duplicate");
    }
    note(tip, who, reason);
    rows.update(
        TipChange.of(tip)
            .closed(outcome, clock.instant())
            .sameAs(outcome.equals("duplicate") ? duplicate : null)
            .done());
    audit.write(who, "tip.closed", SUBJECT, id, Map.of("outcome", outcome));
  }

  /** A tip on which the user may act, held: of the own team, or read as the second. */
  Tip workedOn(SignedIn who, UUID id) {
    Tip tip = held(who, id);
    if (tip.isClosed()) {
      throw new Refused("triage.refused.closed");
    }
    return tip;
  }

  /** An open tip of the user's own team, held. */
  Tip ownOpen(SignedIn who, UUID id) {
    Tip tip = workedOn(who, id);
    if (!isOwn(who, tip)) {
      throw new Refused("triage.refused.second");
    }
    return tip;
  }

  private Tip held(SignedIn who, UUID id) {
    return rows.hold(id).filter(tip -> sees(who, tip)).orElseThrow(NotFound::new);
  }

  private boolean sees(SignedIn who, Tip tip) {
    return isOwn(who, tip)
        || (!tip.isClosed()
            && seconds
                .find(tip.id(), who.organisation())
                .map(TipSecond::stage)
                .filter(from -> Tip.STAGES.indexOf(tip.stage()) >= Tip.STAGES.indexOf(from))
                .isPresent());
  }

  private static boolean isOwn(SignedIn who, Tip tip) {
    return tip.organisation().equals(who.organisation());
  }

  /** A colleague who leaves holds nothing any more. */
  @EventListener
  void on(UserDeactivated deactivated) {
    db.sql("update tip set holder = null where holder = :user")
        .param("user", deactivated.user())
        .update();
  }
}
