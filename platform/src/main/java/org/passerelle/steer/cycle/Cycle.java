package org.passerelle.steer.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.register.Staleness;
import org.passerelle.register.StoredFacts;
import org.passerelle.register.Values;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.steer.cycle.CycleDocument.State;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts, submits and decides the documents of the year. A document is approved when every body of
 * the committee has approved the same round; from then on it cannot be changed, only amended.
 */
@Component
@Transactional
public class Cycle {
  private final CycleDocuments documents;
  private final Deliberations deliberations;
  private final CycleDraft draft;
  private final Seats seats;
  private final Register register;
  private final Identifiers identifiers;
  private final AuditLog audit;
  private final Clock clock;

  Cycle(
      CycleDocuments documents,
      Deliberations deliberations,
      CycleDraft draft,
      Seats seats,
      Register register,
      Identifiers identifiers,
      AuditLog audit,
      Clock clock) {
    this.documents = documents;
    this.deliberations = deliberations;
    this.draft = draft;
    this.seats = seats;
    this.register = register;
    this.identifiers = identifiers;
    this.audit = audit;
    this.clock = clock;
  }

  /** All, latest year first. */
  @Transactional(readOnly = true)
  public List<CycleDocument> all() {
    return documents.all();
  }

  /** One of them. */
  @Transactional(readOnly = true)
  public Optional<CycleDocument> find(UUID id) {
    return documents.find(id);
  }

  /**
   * Drafts a document from what the register holds.
   *
   * @throws Refused if the year has one already; an approved one is amended instead
   */
  public CycleDocument draft(SignedIn who, Kind kind, int year) {
    if (documents.all().stream().anyMatch(d -> d.kind() == kind && d.year() == year)) {
      throw new Refused("cycle.refused.exists", year);
    }
    return enter(who, kind, year, 1, draft.of(register.facts(), kind, year), null);
  }

  /**
   * Opens the next version of an approved document.
   *
   * @throws Refused if it is not approved, or another amendment is open
   */
  public CycleDocument amend(SignedIn who, CycleDocument approved) {
    boolean latest =
        documents.all().stream()
            .filter(d -> d.kind() == approved.kind() && d.year() == approved.year())
            .noneMatch(d -> d.version() > approved.version());
    if (approved.state() != State.APPROVED || !latest) {
      throw new Refused("cycle.refused.amend");
    }
    return enter(
        who,
        approved.kind(),
        approved.year(),
        approved.version() + 1,
        approved.content().content(),
        approved.id());
  }

  private CycleDocument enter(
      SignedIn who,
      Kind kind,
      int year,
      int version,
      Map<String, Object> content,
      @Nullable UUID amends) {
    CycleDocument drafted =
        new CycleDocument(
            identifiers.next(),
            kind,
            year,
            version,
            State.DRAFT,
            1,
            0,
            null,
            Values.of(content),
            amends,
            "",
            null,
            who.name(),
            clock.instant());
    documents.insert(drafted);
    log(who, "cycle.drafted", drafted);
    return drafted;
  }

  /**
   * Changes the text of a section.
   *
   * @param texts heading and text by language
   * @param fits whether translations that did not change still fit
   * @throws Refused if it is before the committee or approved, or somebody changed it meanwhile
   */
  public void edit(
      CycleDocument document,
      int revision,
      String key,
      Map<String, String> heading,
      Map<String, String> text,
      boolean fits) {
    mayChange(document);
    List<Object> sections = new ArrayList<>();
    for (Values section : document.sections()) {
      Map<String, Object> content = new LinkedHashMap<>(section.content());
      if (section.text("key").equals(key)) {
        content.put("heading", Staleness.marked(content.get("heading"), heading, fits));
        content.put("text", Staleness.marked(content.get("text"), text, fits));
      }
      sections.add(content);
    }
    store(
        with(document, document.state(), document.round(), document.session(), sections), revision);
  }

  /**
   * Puts a document before the committee.
   *
   * @param session day on which the committee meets
   * @throws Refused if it is not open, a text is missing in a language, or somebody changed it
   */
  public void submit(SignedIn who, CycleDocument document, int revision, LocalDate session) {
    mayChange(document);
    if (!missing(document).isEmpty()) {
      throw new Refused("cycle.refused.missing");
    }
    CycleDocument submitted =
        with(
            document,
            State.SUBMITTED,
            document.round() + 1,
            session,
            List.copyOf(document.sections().stream().map(Values::content).toList()));
    store(submitted, revision);
    log(who, "cycle.submitted", submitted);
  }

  /** Sections whose text or heading is missing in a language, or older than another language's. */
  public static List<Values> missing(CycleDocument document) {
    return document.sections().stream()
        .filter(
            s ->
                s.wording("heading").byLanguage().size() < 3
                    || s.wording("text").byLanguage().size() < 3
                    || !s.stale("heading").isEmpty()
                    || !s.stale("text").isEmpty())
        .toList();
  }

  /**
   * Records what a member decides for their body. The first return ends the round; the last
   * approval freezes the document.
   *
   * @throws Refused if it is not before the committee, the member has no seat, or a return has no
   *     reason
   */
  public void decide(SignedIn who, CycleDocument document, boolean approved, String reason) {
    String member = seats.of(who.user()).orElseThrow(() -> new Refused("cycle.refused.no-seat"));
    // one decision at a time: two last approvals at once must not each miss the other
    CycleDocument now = documents.held(document.id()).orElseThrow(NotFound::new);
    if (now.state() != State.SUBMITTED || now.round() != document.round()) {
      throw new Refused("cycle.refused.not-submitted");
    }
    if (!approved && reason.isEmpty()) {
      throw new Refused("cycle.refused.reason");
    }
    deliberations.decided(who, now, member, approved, reason);
    if (!approved) {
      store(state(now, State.RETURNED), now.revision());
    } else if (everybodyApproved(now)) {
      store(frozen(now), now.revision());
    }
    log(who, approved ? "cycle.approved" : "cycle.returned", now);
  }

  private boolean everybodyApproved(CycleDocument document) {
    Set<String> approving =
        decisions(document).stream()
            .filter(Decision::approved)
            .map(Decision::member)
            .collect(Collectors.toSet());
    List<Entry> members = seats.members();
    return !members.isEmpty() && members.stream().allMatch(m -> approving.contains(m.id()));
  }

  /** What the bodies decided in the present round, earliest first. */
  @Transactional(readOnly = true)
  public List<Decision> decisions(CycleDocument document) {
    return deliberations.decisions(document);
  }

  /** Adds a remark. */
  public void comment(SignedIn who, CycleDocument document, String section, String text) {
    deliberations.remarked(who, document, section, text);
  }

  /** The remarks on a document, earliest first. */
  @Transactional(readOnly = true)
  public List<Comment> comments(CycleDocument document) {
    return deliberations.comments(document);
  }

  /** SHA-256 of what is approved: kind, year, version and content, 64 hexadecimal digits. */
  public static String digest(CycleDocument document) {
    String told =
        document.kind()
            + "|"
            + document.year()
            + "|"
            + document.version()
            + "|"
            + StoredFacts.json(document.content().content());
    return Sha256.of(told);
  }

  private static void mayChange(CycleDocument document) {
    if (!document.open()) {
      throw new Refused("cycle.refused.closed");
    }
  }

  private void store(CycleDocument document, int before) {
    if (!documents.change(document, before)) {
      throw new Refused("cycle.refused.changed");
    }
  }

  private CycleDocument frozen(CycleDocument document) {
    CycleDocument approved = state(document, State.APPROVED);
    return new CycleDocument(
        approved.id(),
        approved.kind(),
        approved.year(),
        approved.version(),
        approved.state(),
        approved.revision(),
        approved.round(),
        approved.session(),
        approved.content(),
        approved.amends(),
        digest(document),
        clock.instant(),
        approved.draftedBy(),
        approved.draftedAt());
  }

  private static CycleDocument state(CycleDocument document, State state) {
    return with(
        document,
        state,
        document.round(),
        document.session(),
        List.copyOf(document.sections().stream().map(Values::content).toList()));
  }

  private static CycleDocument with(
      CycleDocument document,
      State state,
      int round,
      @Nullable LocalDate session,
      List<Object> sections) {
    Map<String, Object> content = new LinkedHashMap<>(document.content().content());
    content.put("sections", sections);
    return new CycleDocument(
        document.id(),
        document.kind(),
        document.year(),
        document.version(),
        state,
        document.revision() + 1,
        round,
        session,
        Values.of(content),
        document.amends(),
        document.digest(),
        document.frozenAt(),
        document.draftedBy(),
        document.draftedAt());
  }

  private void log(SignedIn who, String action, CycleDocument document) {
    audit.write(
        who,
        action,
        "cycle",
        document.id(),
        Map.of("revision", String.valueOf(document.revision())));
  }

  /** The document, or the page for what does not exist. */
  @Transactional(readOnly = true)
  public CycleDocument need(UUID id) {
    return documents.find(id).orElseThrow(NotFound::new);
  }
}
