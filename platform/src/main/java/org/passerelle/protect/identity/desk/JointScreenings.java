package org.passerelle.protect.identity.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.answers.Answers;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.screening.FinishedScreening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Screenings read and signed by both sides of a desk. One side conducts it like any screening and,
 * once finished, shares on a basis what the other side may read. Both sign the same bytes; sharing
 * changed answers voids earlier signatures. The other side can make its own screening and file from
 * it.
 */
@Service
public class JointScreenings {
  private static final int SHOWN = 50;

  private final Shifts shifts;
  private final JointRows rows;
  private final JointSharing sharing;
  private final JointSight sight;
  private final Screenings screenings;
  private final CaseRecord records;
  private final JointLog log;
  private final Identifiers identifiers;

  JointScreenings(
      Shifts shifts,
      JointRows rows,
      JointSharing sharing,
      JointSight sight,
      Screenings screenings,
      CaseRecord records,
      JointLog log,
      Identifiers identifiers) {
    this.shifts = shifts;
    this.rows = rows;
    this.sharing = sharing;
    this.sight = sight;
    this.screenings = screenings;
    this.records = records;
    this.log = log;
    this.identifiers = identifiers;
  }

  /**
   * A screening to be shared.
   *
   * @param categories codes of {@code data_categories}; at least one
   * @param purpose code of {@code consent_purposes}
   * @param asylum asylum status just recorded, or empty if already known
   */
  public record Draft(
      Set<String> categories, String purpose, String asylum, StatedBasis.Choice basis) {
    public Draft {
      categories = Set.copyOf(categories);
    }
  }

  /** Joint screenings of a desk that the user may read, newest first. */
  @Transactional(readOnly = true)
  public List<JointScreening> of(Desk desk, SignedIn who) {
    return rows.newest(desk, SHOWN).stream().filter(j -> sight.reads(j, desk, who)).toList();
  }

  /**
   * A joint screening of a desk.
   *
   * @throws NotFound if it is not visible to the user
   */
  @Transactional(readOnly = true)
  public JointScreening find(Desk desk, UUID id, SignedIn who) {
    return rows.find(id, who.organisation())
        .filter(j -> j.desk().equals(desk.id()) && sight.reads(j, desk, who))
        .orElseThrow(NotFound::new);
  }

  /** The shared content as both sides read it; the access is logged. Empty once it is deleted. */
  @Transactional
  public Optional<JointContent> read(JointScreening joint, SignedIn who) {
    log.read(joint, who);
    return rows.content(joint);
  }

  /** Categories in which a finished screening has answers. */
  public List<String> categories(FinishedScreening finished) {
    return JointSharing.categories(finished.form(), finished.answers());
  }

  /** Answers in these categories that the other side would see. */
  public Answers preview(FinishedScreening finished, Set<String> categories) {
    return JointSharing.only(finished.form(), finished.answers(), categories);
  }

  /**
   * Shares a finished screening, or changed answers of the same person.
   *
   * @param zone time zone of the day of first contact, if a case is opened by this
   * @return identifier of the joint screening
   * @throws Refused if there is no basis for it
   */
  @Transactional
  public UUID share(UUID desk, UUID screening, Draft draft, ZoneId zone, SignedIn who) {
    Desk at = shifts.held(desk, who);
    FinishedScreening finished = screenings.finished(screening, who);
    if (draft.categories.isEmpty() || !categories(finished).containsAll(draft.categories)) {
      throw new Refused("form.error.required").at("categories");
    }
    Case file = sharing.file(screening, zone, draft.asylum, who);
    Optional<JointScreening> before = rows.ofPerson(at, finished.screening().first());
    UUID joint = before.map(JointScreening::id).orElseGet(identifiers::next);
    int revision = before.map(JointScreening::revision).orElse(0) + 1;
    JointContent content = sharing.content(joint, revision, finished, draft.categories);
    String text = content.text();
    UUID basis = sharing.basis(at, file, draft.purpose, draft.basis, draft.categories, who);
    JointRows.Source from =
        new JointRows.Source(screening, finished.screening().first(), file.id(), basis);
    before.ifPresentOrElse(
        was -> rows.change(was, from, content, text),
        () -> rows.insert(at, joint, from, file.id(), content, text));
    DeskEvent event =
        log.here(at, before.isEmpty() ? "screening" : "screening_again", content.minor());
    sharing.send(
        at,
        joint,
        new DeskMessages.Screening(at.id(), revision, text, DeskMessages.Line.of(event)),
        file,
        new JointSharing.Ground(basis, draft.purpose, draft.categories),
        who);
    records.write(
        file.id(),
        "desk.shared",
        draft.purpose,
        joint,
        Map.of("joint", joint.toString(), "other", at.other().toString()),
        who);
    return joint;
  }

  /**
   * Signs the current content; the page has asked for the second factor again.
   *
   * @param digest digest of the content that was read
   * @throws Refused if the user is not on duty, has read another content, or their side has already
   *     signed
   */
  @Transactional
  public void sign(UUID desk, UUID joint, String digest, SignedIn who) {
    Desk at = shifts.held(desk, who);
    JointScreening found = find(at, joint, who);
    if (!found.shared()) {
      throw new Refused("desk.refused.gone");
    }
    if (!found.digest().equals(digest)) {
      throw new Refused("desk.refused.changed");
    }
    if (found.signed(true)) {
      throw new Refused("desk.refused.signed");
    }
    log.signed(at, found, who);
  }

  /**
   * Makes this side's own screening from the shared one, to be completed and turned into a file;
   * the other side is not told.
   *
   * @return identifier of the screening
   */
  @Transactional
  public UUID takeUp(UUID desk, UUID joint, SignedIn who) {
    Desk at = shifts.held(desk, who);
    JointScreening found = find(at, joint, who);
    UUID made = found.screening();
    if (made != null) {
      return made;
    }
    JointContent content = rows.content(found).orElseThrow(() -> new Refused("desk.refused.gone"));
    UUID own = screenings.start(who, content.form(), content.shared());
    rows.taken(found, own);
    log.taken(found, who);
    return own;
  }
}
